//! The lines of a list in fewer rows than it has: the chosen one stays in sight, and signs tell of those that are not.

use ratatui::style::Style;
use ratatui::text::Line;

/// As many of the lines as there are rows, around the chosen one, counted from 0. Where some are out of sight, a line
/// in this style at that end says how many.
pub fn in_sight(
    lines: Vec<Line<'static>>,
    chosen: usize,
    rows: u16,
    sign: Style,
) -> Vec<Line<'static>> {
    let (all, rows) = (lines.len(), usize::from(rows));
    if all <= rows {
        return lines;
    }
    let from = chosen.saturating_sub(rows / 2).min(all - rows);
    let mut shown: Vec<_> = lines.into_iter().skip(from).take(rows).collect();
    // In less than three rows a sign would take the place of the chosen one.
    if rows < 3 {
        return shown;
    }
    if from > 0 {
        shown[0] = Line::styled(format!("↑ {} more", from + 1), sign);
    }
    let after = all - from - rows;
    if after > 0 {
        shown[rows - 1] = Line::styled(format!("↓ {} more", after + 1), sign);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(all: usize, chosen: usize, rows: u16) -> Vec<String> {
        let lines = (0..all).map(|line| Line::raw(line.to_string())).collect();
        let shown = in_sight(lines, chosen, rows, Style::new());
        shown.iter().map(Line::to_string).collect()
    }

    #[test]
    fn what_fits_is_shown_as_a_whole() {
        assert_eq!(shown(3, 2, 3), ["0", "1", "2"]);
        assert_eq!(shown(0, 0, 3), [""; 0]);
    }

    #[test]
    fn the_chosen_one_is_in_sight_and_signs_tell_of_the_others() {
        assert_eq!(shown(9, 0, 4), ["0", "1", "2", "↓ 6 more"]);
        assert_eq!(shown(9, 4, 4), ["↑ 3 more", "3", "4", "↓ 4 more"]);
        assert_eq!(shown(9, 8, 4), ["↑ 6 more", "6", "7", "8"]);
        for (all, rows) in [(9, 1), (9, 2), (9, 3), (5, 4)] {
            for chosen in 0..all {
                assert!(shown(all, chosen, rows).contains(&chosen.to_string()));
            }
        }
    }
}
