# Completes the words of customer-hat in bash: the program itself says what may stand at the cursor.
_customer_hat() {
    local line word
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files) compopt -o default 2>/dev/null ;;
            :folders) compopt -o dirnames 2>/dev/null ;;
            *)
                word=${line%%$'\t'*}
                # Where "=" does not part words, what stands before it belongs to the word.
                [[ $2 == --*=* ]] && word="${2%%=*}=$word"
                # What has spaces or signs in it is quoted as a name of a file would be.
                [[ $word == *[!a-zA-Z0-9_.,:/@%+=-]* ]] && compopt -o filenames 2>/dev/null
                COMPREPLY+=("$word")
                ;;
        esac
    done < <(customer-hat complete --quoted -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o nosort -F _customer_hat customer-hat 2>/dev/null || complete -F _customer_hat customer-hat
