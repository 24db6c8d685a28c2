//! The lists of the Markdown: each tight, and apart from the next; and its signs explained.

use super::rooms::rated;
use super::{PEOPLE, report, samples};
use customer_hat::model::session::Names;
use customer_hat::report::Format;

#[test]
fn no_list_runs_into_another_and_each_is_tight() {
    let split = rated(&PEOPLE, Names::Hidden, &[&[8, 7, 6, -7, -8, -9]]);
    for session in samples::every().into_iter().chain([split]) {
        let text = report(&session, Format::Markdown);
        let lines: Vec<&str> = text.lines().collect();
        for three in lines.windows(3) {
            let loose =
                three[0].starts_with("- ") && three[1].is_empty() && three[2].starts_with("- ");
            assert!(!loose, "{three:?}");
        }
    }
}

#[test]
fn the_signs_before_notes_are_explained_before_the_first_one() {
    for session in samples::every() {
        for format in [Format::Markdown, Format::Text, Format::Html] {
            let text = report(&session, format);
            let told = text
                .find("▲ marks a good surprise, ▼ a bad surprise, · a note.")
                .unwrap();
            let part = text.find("Step by step").unwrap();
            assert!(part < told, "{format}");
            let before = &text[part..told];
            for sign in ["- ▲", "- ▼", "- ·", "class=\"notes\" aria-label"] {
                assert!(!before.contains(sign), "{format}: {sign}");
                assert!(format != Format::Markdown || text[told..].contains("- ▲"));
            }
        }
    }
    let nothing_noticed = rated(&PEOPLE, Names::Shown, &[&[1, 2, 3, 4, 5, 6]]);
    assert!(!report(&nothing_noticed, Format::Markdown).contains("marks a good"));
}
