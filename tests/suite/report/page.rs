//! The page: whole in itself, no script, everything foreign escaped.

use super::rooms::rated;
use super::{report, samples};
use customer_hat::model::session::Names;
use customer_hat::report::Format;
use std::collections::BTreeSet;

/// What stands between two marks, wherever it does.
fn between<'a>(text: &'a str, open: &str, close: char) -> Vec<&'a str> {
    text.split(open)
        .skip(1)
        .map(|rest| rest.split(close).next().unwrap())
        .collect()
}

#[test]
fn a_page_fetches_nothing_runs_nothing_and_says_so() {
    for session in samples::every() {
        let page = report(&session, Format::Html);
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
        assert!(
            page.contains(
                "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'none'"
            )
        );
        for word in [
            "<script",
            "javascript:",
            "http://",
            "https://",
            "url(",
            "@import",
            " src=",
            " on",
        ] {
            let found = match word {
                " on" => between(&page, "<", '>')
                    .iter()
                    .any(|tag| tag.contains(" on")),
                word => page.contains(word),
            };
            assert!(!found, "{word}");
        }
        let ids = between(&page, " id=\"", '"');
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        for named in between(&page, "aria-labelledby=\"", '"') {
            assert!(named.split(' ').all(|id| ids.contains(&id)), "{named}");
        }
        assert!(
            between(&page, "href=\"", '"')
                .iter()
                .all(|to| ids.contains(&&to[1..]))
        );
    }
}

#[test]
fn a_page_has_one_title_and_its_headings_in_order() {
    for session in samples::every() {
        let page = report(&session, Format::Html);
        let levels: Vec<u32> = between(&page, "<h", ' ')
            .iter()
            .chain(&between(&page, "<h", '>'))
            .filter_map(|level| level.parse().ok())
            .collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(
            page.matches("<svg role=\"img\"").count(),
            2 + session.steps().len()
        );
        assert_eq!(page.matches("</desc>").count(), 2 + session.steps().len());
    }
}

#[test]
fn nothing_foreign_is_markup() {
    let mean = "<script>alert(1)</script>\"'><img src=x>";
    let session = rated(&[mean, "Ben", "{{ 7 * 7 }}"], Names::Shown, &[&[1, 2, 3]]);
    let page = report(&session, Format::Html);
    assert!(!page.contains("<script") && !page.contains("<img"));
    assert!(page.contains("&lt;script&gt;alert(1)"));
    assert!(page.contains("{{ 7 * 7 }}"), "foreign text is no template");
    let markdown = report(&session, Format::Markdown);
    assert!(!markdown.replace("\\<", "").contains('<'));
}
