#compdef customer-hat
# Completes the words of customer-hat in zsh: the program itself says what may stand at the cursor.
_customer_hat() {
    local line files
    local -a described
    local -a before=("${(@Q)words[2,CURRENT-1]}")
    local word="${(Q)PREFIX}"
    while IFS= read -r line; do
        case $line in
            :files) files='_files' ;;
            :folders) files='_files -/' ;;
            *) described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
        esac
    done < <(customer-hat complete -- "${before[@]}" "$word" 2>/dev/null)
    # What stands before "=" stays as it is.
    [[ $PREFIX == --*=* ]] && compset -P 1 '--*='
    if (( $#described )); then
        _describe -V 'customer-hat' described
    elif [[ -n $files ]]; then
        ${=files}
    fi
}
if [[ $funcstack[1] == _customer_hat ]]; then
    _customer_hat "$@"
else
    compdef _customer_hat customer-hat
fi
