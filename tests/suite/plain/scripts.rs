//! Whole sessions as lines.

/// The lines of a text, each as it stands; the last one has no line break behind it.
fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(str::to_owned).collect()
}

/// Sealed answers: `-7 n`, `+`, or `x` for a pass, each with the Enter that seals it.
fn sealed(answers: &[&str]) -> Vec<String> {
    let one = |answer: &&str| lines(&format!("{}\n", answer.replace(' ', "\n")));
    answers.iter().flat_map(one).collect()
}

/// From a step to its reveal: everybody rates as told.
fn rated(ratings: &[&str]) -> Vec<String> {
    [lines(""), sealed(ratings), lines("")].concat()
}

/// The same session of six that the screens are played with.
pub fn six() -> Vec<String> {
    six_in_parts().concat()
}

/// The same in parts: each ends where the program can be left and resumed.
pub fn six_in_parts() -> Vec<Vec<String>> {
    vec![
        lines("1\nAcme\nOlive, Basil, Fern\nSage\nHazel\nRowan\n\n\n\n"),
        sealed(&["6 7 8 5 9", "1 1 1 1 1", "x"]),
        sealed(&["-10 10 -1 +1 2", "7 7 7 7 7", "3 -4 5 -6 7"]),
        lines("\n+a clear picture\n- old opening hours\nno prices\nn"),
        lines("\n-2\ny\n"),
        // Basil slips, and starts again before it is sealed.
        lines("9\nn\nagain\n4\ny\n"),
        // Fern types what is no rating.
        lines("0\nx11\n11\nminus 8\nno\n"),
        // Sage seals the wrong answer, and takes it back.
        lines("9\ny\n\nundo\n3\nyes\n"),
        sealed(&["-6 n", "x"]),
        lines("\nwords\n1, welcome, +grateful, -grubby\n\n"),
        lines("phone\n2\n0:02\n2\n5\n6\npeople\nJuniper (new here)\n"),
        rated(&["5 y", "4 y", "6 y", "-2 y", "-7 n", "-8 n", "1 y"]),
        lines("again"),
        sealed(&["x", "x", "-1 y", "-3 y", "x", "-5 n", "2 y"]),
        lines("\n"),
        lines("departments\nservice desk\nworkshop\n\nyear\n1,200"),
        rated(&["5 y", "6 y", "7 y", "3 y", "4 y", "-1 y", "1 y"]),
        lines("departments\n5\n-3\n"),
        rated(&["-6 n", "2 y", "-3 y", "-7 n", "-8 n", "-9 n", "x"]),
        lines("\npeople\naway basil\n"),
        rated(&["2 y", "3 y", "-4 y", "-2 y", "-5 n", "10 y"]),
        lines("\n4\n"),
        sealed(&["-", "-", "+", "-", "-", "+"]),
        lines("\n\n1 4\nYou get the same person every time\nThey remembered my bike"),
        lines("Answer the phone within three rings\nFern\nfriday\n"),
        lines("add Opening hours on the site\n\n\none 2\nstep 2 1\nwho 2 Olive\nby 2 1 dec\n\n"),
        lines("date in 3 months\n\n"),
    ]
}

/// One person alone.
pub fn alone() -> Vec<String> {
    let step = lines("+ a good thing\n\n-3\ny\n");
    [
        lines("2\nPedal & Crumb\nAna\n\n6\n7\n8\n5\n9"),
        vec![step; 5].concat(),
        lines("\n-\n\nterms\nThe bread\nThe smell"),
        lines("Answer the phone\ntomorrow\n\n\ndate 1 march\n\n"),
    ]
    .concat()
}

/// Two people.
pub fn two() -> Vec<String> {
    let step = [rated(&["3 y", "-1 y"]), lines("")].concat();
    [
        lines("1\nAcme\nAna, Ben\n\n\n\n\nx\n\nx\n\n"),
        rated(&["-7 n", "4 y"]),
        lines(""),
        vec![step; 4].concat(),
        lines("\n+\n\n-\n\n\n\n\n\n\nSmile\nAna\n\n\n"),
    ]
    .concat()
}

/// Three people up to the moment before the first reveal, and from there to the verdict: the ratings and
/// the first guess of each are given.
pub fn ballots(ratings: [&str; 3], guess: &str) -> (Vec<String>, Vec<String>) {
    let guesses = format!("{guess} {guess} {guess} {guess} {guess}");
    let before = [
        lines("1\nAcme\nAna, Ben, Cho\n\n\n\n"),
        sealed(&[&guesses, &guesses, &guesses]),
        lines("\n"),
        sealed(&ratings),
    ]
    .concat();
    let step = [rated(&ratings), lines("")].concat();
    let after = [lines("\n"), vec![step; 4].concat(), lines("")].concat();
    (before, after)
}

/// Three people whose names are not shown, at their first reveal.
pub fn hidden() -> Vec<String> {
    [
        lines("1\nAcme\nAna, Ben, Cho\n\n\n2\n\nx\n\nx\n\nx\n\n"),
        rated(&["4 y", "9 y", "-7 n"]),
    ]
    .concat()
}
