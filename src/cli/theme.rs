//! `--theme NAME`: whether there is such a theme, asked before anything else is done.

use super::Failed;
use crate::store::folders::Folders;
use crate::store::visible::harmless;
use crate::ui::run::themes_folder;
use crate::ui::theme::Theme;

/// Whether a theme can be shown; if not, a sentence with those that can.
pub(super) fn check(name: &str, folders: &Folders) -> Result<(), Failed> {
    let own = Theme::load_all(&themes_folder(folders));
    let mut there: Vec<_> = ["auto"].into_iter().chain(Theme::names()).collect();
    for theme in &own.themes {
        if !Theme::is_built_in(theme.name.as_str()) {
            there.push(theme.name.as_str());
        }
    }
    if there.contains(&name) {
        return Ok(());
    }
    let mut sentence = format!(
        "there is no theme \"{}\". There is {}",
        harmless(name),
        there.join(", ")
    );
    if let Some(why) = &own.incomplete {
        sentence.push('\n');
        sentence.push_str(why);
    }
    for problem in &own.problems {
        sentence.push_str("\nleft out: ");
        sentence.push_str(problem);
    }
    Err(Failed::Usage(sentence))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_unknown_theme_is_told_with_those_that_there_are() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::find(Some(folder.path()), None).unwrap();
        let own = themes_folder(&folders);
        std::fs::create_dir_all(&own).unwrap();
        let dark = include_str!("../../assets/themes/dark.ron");
        std::fs::write(own.join("a.ron"), dark.replace("\"dark\"", "\"paper\"")).unwrap();
        std::fs::write(own.join("b.ron"), "(").unwrap();
        for known in ["auto", "none", "paper"] {
            assert!(check(known, &folders).is_ok(), "{known}");
        }
        let Err(Failed::Usage(said)) = check("mauve\u{1b}", &folders) else {
            panic!("mauve is no theme");
        };
        let start = "there is no theme \"mauve\\u{1b}\". There is auto, dark, light, terminal, projector, none, paper\nleft out: b.ron:1:";
        assert!(said.starts_with(start), "{said}");
    }
}
