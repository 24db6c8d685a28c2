//! The page on paper, where a browser is there to print it: its last sheet is never a few lines.

use super::{report, samples};
use customer_hat::report::Format;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The fewest lines of the last sheet: the numbers with their head.
const FEWEST: usize = 8;

/// What a program says, if it is there.
fn said(program: &str, args: &[&str], folder: &Path) -> Option<String> {
    let done = Command::new(program)
        .args(args)
        .current_dir(folder)
        .output();
    let done = done.ok().filter(|done| done.status.success())?;
    Some(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// The lines of the last sheet of the page.
fn last_sheet(page: &str) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.html"), page).unwrap();
    let address = format!("file://{}", folder.path().join("page.html").display());
    let print = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--print-to-pdf=page.pdf",
        "--no-pdf-header-footer",
        &address,
    ];
    said("chromium", &print, folder.path())?;
    let text = said("pdftotext", &["-layout", "page.pdf", "-"], folder.path())?;
    let sheets: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    sheets
        .last()
        .map(|sheet| sheet.lines().filter(|line| !line.trim().is_empty()).count())
}

#[test]
fn the_last_sheet_of_paper_is_never_a_few_lines() {
    let [_, _, session] = samples::every();
    let page = report(&session, Format::Html);
    // So many notes more, that the numbers come to stand at the foot of a sheet, and over it.
    let (before, after) = page.split_at(page.rfind("</ul>\n</div>\n</article>").unwrap());
    for more in [0, 22, 26, 28, 30] {
        let mut longer = before.to_owned();
        for nth in 0..more {
            write!(longer, "<li><span>·</span> <span>Note {nth}</span></li>").unwrap();
        }
        let Some(lines) = last_sheet(&(longer + after)) else {
            println!("chromium or pdftotext is not installed: the page is not printed");
            return;
        };
        assert!(lines >= FEWEST, "{lines} lines with {more} notes more");
    }
}

#[test]
fn on_paper_the_numbers_and_what_is_under_them_stay_together() {
    let [_, _, session] = samples::every();
    let page = report(&session, Format::Html);
    let last = page.split("<section class=\"last\"").nth(1).unwrap();
    let (inside, behind) = last.split_once("</section>").unwrap();
    assert!(
        inside.contains("<h2 id=\"numbers\">")
            && inside.contains("<table>")
            && inside.contains("<footer>")
    );
    assert_eq!(behind.trim(), "</main>\n</body>\n</html>");
    let print = page.split("@media print").nth(1).unwrap();
    assert!(
        print
            .split("</style>")
            .next()
            .unwrap()
            .contains(".last { break-inside: avoid; }")
    );
}
