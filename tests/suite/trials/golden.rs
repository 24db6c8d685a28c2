//! A file of every format that was ever written, kept for ever: it is read, saved, and read again.

use super::damage::goldens;
use super::walks::{Come, plain, six};
use customer_hat::model::session::Format;
use customer_hat::store::envelope::Trust;
use customer_hat::store::session_file;

#[test]
fn every_golden_file_is_read_and_saved_and_read_again() {
    for (name, bytes) in goldens() {
        let read =
            session_file::read_bytes(&name, &bytes).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read.trust, Trust::Sealed, "{name}");
        let saved = session_file::text_of(&read.session).unwrap();
        let again = session_file::read_bytes(&name, saved.as_bytes()).unwrap();
        assert_eq!(
            (again.session, again.trust),
            (read.session, Trust::Sealed),
            "{name}"
        );
        // Only the newest format is written; an older one comes back in the newer form.
        let newest = format!("session-format-{}.ron", Format::NEWEST);
        if !name.starts_with("session-format-") || name == newest {
            assert!(saved.as_bytes() == bytes, "{name} is not written as it was");
        }
    }
}

#[test]
fn every_format_has_its_golden_file() {
    let names: Vec<String> = goldens().into_iter().map(|(name, _)| name).collect();
    for format in 1..=Format::NEWEST {
        let name = format!("session-format-{format}.ron");
        assert!(names.contains(&name), "tests/golden/{name} is missing");
    }
}

#[test]
#[ignore = "writes the golden file of the newest format, once; an old one is never written again"]
fn write_the_golden_file_of_a_new_format() {
    let path = format!(
        "{}/tests/golden/session-format-{}.ron",
        env!("CARGO_MANIFEST_DIR"),
        Format::NEWEST
    );
    let text = session_file::text_of(&six(Come::Through, &plain)).unwrap();
    std::fs::File::create_new(path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
        .unwrap();
}
