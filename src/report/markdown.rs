//! The report as Markdown, for a wiki, a ticket or a mail; nothing foreign in it becomes markup.

use super::facts::Report;
use super::outline::{self, Block};

pub(super) fn lay_out(report: &Report) -> String {
    let blocks = outline::of(report);
    let blocks: Vec<_> = blocks.iter().map(block).collect();
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(words) => format!("# {}", plain(words)),
        Block::Part(words) => format!("## {}", plain(words)),
        Block::Step(words) => format!("### {}", plain(words)),
        Block::Words(words) => plain(words),
        Block::Facts(facts) => facts_list(facts),
        Block::List(items) => {
            let line = |(mark, item): &(&str, String)| match *mark {
                "-" => format!("- {}", plain(item)),
                mark => format!("- {mark} {}", plain(item)),
            };
            items.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        Block::Picture(lines) => fenced(lines),
        Block::Table(rows) => table(rows),
    }
}

/// A list of labels; what has none goes on with the one before.
fn facts_list(facts: &[(&'static str, String)]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (label, words) in facts {
        match (label.is_empty(), lines.last_mut()) {
            (true, Some(line)) => {
                line.push_str(" · ");
                line.push_str(&plain(words));
            }
            _ => lines.push(format!("- **{label}:** {}", plain(words))),
        }
    }
    lines.join("\n")
}

fn table(rows: &[Vec<String>]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<_> = row.iter().map(|cell| plain(cell)).collect();
        lines.push(format!("| {} |", cells.join(" | ")));
        if at == 0 {
            let rule = row
                .iter()
                .enumerate()
                .map(|(at, _)| if at == 0 { "---" } else { "--:" });
            lines.push(format!("| {} |", rule.collect::<Vec<_>>().join(" | ")));
        }
    }
    lines.join("\n")
}

/// A picture between fences that nothing in it can close.
fn fenced(lines: &[String]) -> String {
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`').map(str::len))
        .max()
        .unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let lines: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
    format!("{fence}text\n{}\n{fence}", lines.join("\n"))
}

/// The text so that no Markdown, no HTML and no link comes of it, whatever dialect reads it.
///
/// Every sign that can be markup gets a backslash, and so does what makes a list, a heading or a number at
/// the start of a line. A bare address would become a link: its colon, dot or at sign is written as an
/// entity. Emoji by name (`:hat:`) and mentions (`@ana`) go the same way.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.trim();
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        match c {
            '&' if after.starts_with(|c: char| c == '#' || c.is_alphanumeric()) => {
                out.push_str("&amp;");
            }
            '@' => out.push_str("&#64;"),
            ':' if may_be_a_link_or_emoji(before, after) => out.push_str("&#58;"),
            '.' if before.to_lowercase().ends_with("www") => out.push_str("&#46;"),
            c => {
                if is_markup(c, before, after) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}

fn is_markup(c: char, before: &str, after: &str) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$'
        | '^' => true,
        '-' | '+' | '=' => before.is_empty() && !after.starts_with(|c: char| c.is_ascii_digit()),
        '!' => after.starts_with('['),
        '.' | ')' => !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// A colon between two words or before one; not that of a time, nor one with a space behind it.
fn may_be_a_link_or_emoji(before: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_time = before.ends_with(is_digit) && after.starts_with(is_digit);
    after.starts_with(|c: char| c.is_alphanumeric() || "/+-_".contains(c)) && !is_time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_becomes_markup() {
        for (text, expected) in [
            (
                "<b>x</b> & [a](http://b)",
                r"\<b\>x\</b\> & \[a\](http&#58;//b)",
            ),
            (
                "&lt;b&gt; &#60; R&D",
                r"&amp;lt;b&amp;gt; &amp;\#60; R&amp;D",
            ),
            ("*a* _b_ `c` ~d~ |e|", r"\*a\* \_b\_ \`c\` \~d\~ \|e\|"),
            ("- item", r"\- item"),
            ("+ item", r"\+ item"),
            ("+7 or -7", "+7 or -7"),
            ("=== x", r"\=== x"),
            ("1. one", r"1\. one"),
            ("12) twelve", r"12\) twelve"),
            ("# head", r"\# head"),
            ("www.example.com", "www&#46;example.com"),
            ("a@b.com, @all", "a&#64;b.com, &#64;all"),
            (":hat: 9:30 said: x", "&#58;hat: 9:30 said: x"),
            ("![x](y)", r"\!\[x\](y)"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
