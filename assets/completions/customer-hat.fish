# Completes the words of customer-hat in fish: the program itself says what may stand at the cursor.
function __customer_hat_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l word (commandline -ct)
    # What stands before "=" stays as it is.
    set -l before (string match -r -- '^--[^=]*=' $word)
    for line in (customer-hat complete --quoted-last -- $words "$word" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $word
            case :folders
                __fish_complete_directories $word
            case '*'
                echo -- "$before$line"
        end
    end
end
complete -c customer-hat -f -k -a '(__customer_hat_complete)'
