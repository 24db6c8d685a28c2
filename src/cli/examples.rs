//! The examples that help and the manual page show; a test runs each of them.

/// A line to type, and what it does. All work in any folder.
const EXAMPLES: [(&str, &str); 16] = [
    ("customer-hat", "open the program"),
    (
        "customer-hat new --business Acme --people \"Ana, Ben (workshop)\"",
        "begin with your team",
    ),
    (
        "customer-hat new --business Acme --solo",
        "begin on your own",
    ),
    (
        "customer-hat resume",
        "go on with the last unfinished session",
    ),
    (
        "customer-hat resume --plain",
        "the same, line by line, without screens",
    ),
    (
        "customer-hat replay --auto",
        "the last session once more, by itself",
    ),
    ("customer-hat notes", "what to say, in a second terminal"),
    (
        "customer-hat list --json",
        "what there is, for other programs",
    ),
    (
        "customer-hat compare",
        "the last round beside the one before it",
    ),
    (
        "customer-hat report --output acme.html",
        "the last session as a page to print or to mail",
    ),
    (
        "customer-hat report --all --format csv",
        "every rating of every session, in one table",
    ),
    (
        "customer-hat report --all --table promises --separator semicolon",
        "what was promised, for Excel in German or French",
    ),
    ("customer-hat check --all", "every problem with its place"),
    ("customer-hat folder", "where the sessions are"),
    (
        "customer-hat exercises",
        "what can be walked through, your own too",
    ),
    (
        "customer-hat preread > preread.txt",
        "a page to hand out before the meeting",
    ),
];

/// What is said under them.
const BELOW: &str = "\
A SESSION is a path, a file name, or `last`; report, check and compare take names with * and ? too.
Sessions are kept in a folder of your platform, which `customer-hat folder` prints; --data-dir, or
CUSTOMER_HAT_DATA in the environment, names another.";

/// The exit codes, with what each means.
pub(super) const CODES: [(&str, &str); 3] = [
    ("0", "done"),
    ("1", "a problem with what was asked or found"),
    ("2", "wrong usage or no terminal"),
];

/// The examples.
pub(super) fn all() -> &'static [(&'static str, &'static str)] {
    &EXAMPLES
}

/// What stands under the help of the program.
pub(super) fn help() -> String {
    let lines = EXAMPLES.map(|(line, what)| match line.len() {
        0..=44 => format!("  {line:<44} {what}"),
        _ => format!("  {line}\n  {:<44} {what}", ""),
    });
    let codes = CODES.map(|(code, what)| format!("{code} {what}"));
    format!(
        "Examples:\n{}\n\n{BELOW}\nExit codes: {}.",
        lines.join("\n"),
        codes.join(", ")
    )
}
