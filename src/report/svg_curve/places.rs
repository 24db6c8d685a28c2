//! Where the numbers of the curve find room: off its lines, its signs and each other.

/// A corner and the size of a box, in units of the picture.
pub(super) type Area = (f32, f32, f32, f32);

/// A line from place to place.
pub(super) type Way = ((f32, f32), (f32, f32));

/// How many points of a line are looked at: closer together than a letter is wide.
const POINTS: u8 = 64;
/// How near to a line is on it: half of its width, and a little air.
const AIR: f32 = 2.5;
/// What it costs to stand on something else, against a point of a line.
const TAKEN: usize = 20;
/// What it costs to stand outside of the picture.
const OUTSIDE: usize = 400;

/// What is in the picture so far.
pub(super) struct Places {
    width: f32,
    lines: Vec<(f32, f32)>,
    taken: Vec<Area>,
}

impl Places {
    /// A picture of this width with these lines, each turning at its [`bend`].
    pub(super) fn new(width: f32, ways: &[Way]) -> Self {
        let lines = ways.iter().flat_map(|(from, to)| points(*from, *to));
        Self {
            width,
            lines: lines.collect(),
            taken: Vec::new(),
        }
    }

    /// Something stands there.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// The first of the areas in which least stands; it is taken from now on.
    pub(super) fn choose(&mut self, areas: &[Area]) -> Area {
        let best = areas.iter().min_by_key(|area| self.cost(**area));
        let best = best.copied().unwrap_or_default();
        self.take(best);
        best
    }

    fn cost(&self, (x, y, width, height): Area) -> usize {
        let is_in = |(a, b): &(f32, f32)| {
            (x - AIR..x + width + AIR).contains(a) && (y - AIR..y + height + AIR).contains(b)
        };
        let meets = |(left, top, wide, tall): &Area| {
            x < left + wide && *left < x + width && y < top + tall && *top < y + height
        };
        let on_lines = self.lines.iter().filter(|point| is_in(point)).count();
        let on_others = self.taken.iter().filter(|area| meets(area)).count();
        let is_outside = x < 0.0 || x + width > self.width;
        on_lines + TAKEN * on_others + OUTSIDE * usize::from(is_outside)
    }
}

/// The middle in which a line turns: it leaves and arrives level, so that signs stand on its flat places.
pub(super) fn bend(from: (f32, f32), to: (f32, f32)) -> f32 {
    f32::midpoint(from.0, to.0)
}

/// Points along a line.
fn points(from: (f32, f32), to: (f32, f32)) -> impl Iterator<Item = (f32, f32)> {
    let middle = bend(from, to);
    (0..=POINTS).map(move |nth| {
        let t = f32::from(nth) / f32::from(POINTS);
        let s = 1.0 - t;
        let (first, last) = (s * s * (s + 3.0 * t), t * t * (t + 3.0 * s));
        let x = s * s * s * from.0 + 3.0 * s * t * middle + t * t * t * to.0;
        (x, first * from.1 + last * to.1)
    })
}
