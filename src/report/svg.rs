//! What every picture of the page is made of: escaped text, and where a rating stands on a scale without zero.

use crate::model::rating::Rating;
use std::fmt::Write as _;

/// A picture that is being drawn. Colours and letters come from the classes of the page's own style.
pub(super) struct Svg {
    id: String,
    width: f32,
    height: f32,
    title: String,
    description: String,
    body: String,
}

impl Svg {
    /// An empty picture. The id is the page's own; the title and the description are read aloud instead.
    pub(super) fn new(id: &str, size: (f32, f32), title: &str, description: &str) -> Self {
        Self {
            id: id.to_owned(),
            width: size.0,
            height: size.1,
            title: title.to_owned(),
            description: description.to_owned(),
            body: String::new(),
        }
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &str, from: (f32, f32), to: (f32, f32)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(short);
        self.push(&format!(
            r#"<line class="{class}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#
        ));
    }

    /// A box, its corners rounded by so much.
    pub(super) fn rect(&mut self, class: &str, at: (f32, f32), size: (f32, f32), round: f32) {
        let [x, y, width, height, round] = [at.0, at.1, size.0, size.1, round].map(short);
        self.push(&format!(
            r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="{height}" rx="{round}"/>"#
        ));
    }

    /// A circle.
    pub(super) fn circle(&mut self, class: &str, at: (f32, f32), radius: f32) {
        let [x, y, r] = [at.0, at.1, radius].map(short);
        self.push(&format!(
            r#"<circle class="{class}" cx="{x}" cy="{y}" r="{r}"/>"#
        ));
    }

    /// A path, as SVG writes them.
    pub(super) fn path(&mut self, class: &str, path: &str) {
        self.push(&format!(
            r#"<path class="{class}" paint-order="stroke" d="{path}"/>"#
        ));
    }

    /// The sign of a rating: a triangle that points up or down, as wide as told.
    pub(super) fn sign(&mut self, rating: Rating, at: (f32, f32), size: f32) {
        let (half, tip) = (size / 2.0, size * 0.5);
        let (class, tip) = if rating.is_up() {
            ("up-fill", -tip)
        } else {
            ("down-fill", tip)
        };
        let [left, right, base, point, x] = [
            at.0 - half,
            at.0 + half,
            at.1 - tip * 0.8,
            at.1 + tip * 1.1,
            at.0,
        ]
        .map(short);
        self.path(
            class,
            &format!("M{left} {base}L{right} {base}L{x} {point}Z"),
        );
    }

    /// A text, anchored at its `start`, `middle` or `end`.
    pub(super) fn text(&mut self, class: &str, at: (f32, f32), anchor: &str, words: &str) {
        let [x, y] = [at.0, at.1].map(short);
        let words = escaped(words);
        self.push(&format!(
            r#"<text class="{class}" paint-order="stroke" x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>"#
        ));
    }

    /// The whole picture.
    pub(super) fn done(self) -> String {
        let Self {
            id,
            title,
            description,
            body,
            ..
        } = &self;
        let (title, description) = (escaped(title), escaped(description));
        let [width, height] = [self.width, self.height].map(short);
        format!(
            "<svg role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" viewBox=\"0 0 {width} {height}\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{body}</svg>"
        )
    }

    fn push(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }
}

/// Where a rating stands, in steps from the middle: +1 half a step above it, −1 half a step below.
pub(super) fn steps_from_middle(rating: Rating) -> f32 {
    f32::from(rating.points()) - 0.5 * f32::from(rating.points().signum())
}

/// A number with at most one digit behind the point.
pub(super) fn short(number: f32) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    let mut text = String::new();
    // Writing into a string can't fail; adding zero turns a negative zero into a plain one.
    let _ = write!(text, "{}", rounded + 0.0);
    text
}

/// The text as it may stand in SVG and HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
