//! The one solver: it only gives way. A page begins whole on the rung of its area, and what does not fit gives way in
//! one order; what is left over goes to what the page exists for.

use super::block::{Block, GivesWay, Page, Role, What};
use super::faces::Size;
use super::flow::{columns, largest};
use super::ladder::{self, LADDER, Rung};
use super::measure::{Measured, State, measure, set_words};
use super::place::{Setting, place};
use ratatui::layout::Rect;

/// The most lines of a poster that grows: over more, larger letters are ragged.
const LINES_OF_A_POSTER: usize = 2;
/// The columns between two columns of a page, at least.
const BETWEEN: u16 = 3;

/// A block of the page on its rung.
pub(super) struct Part<'p> {
    pub(super) block: &'p Block,
    pub(super) measured: Measured,
    pub(super) state: State,
}

/// Parts that stand one under the other, or in two columns.
pub(super) enum Group {
    /// The number of a part.
    One(usize),
    /// The numbers of the parts in each column, and the columns' widths.
    Columns([(Vec<usize>, u16); 2]),
}

/// A page on a rung, while it is being solved.
pub(super) struct Layout<'p> {
    pub(super) rung: usize,
    pub(super) parts: Vec<Part<'p>>,
    pub(super) groups: Vec<Group>,
    pub(super) air: u16,
}

/// One thing that gave way, and how it was before.
enum Step {
    Air(u16),
    Part(usize, State),
}

/// Where everything on the page stands in this area. Nothing is outside of it; what is left out is counted.
///
/// Choosing, moving and typing change no size; the area, the roles and what is listed do.
pub fn set(page: &Page, area: Rect) -> Setting {
    let mut rung = ladder::start(area.as_size());
    let mut layout = Layout::new(page, rung, area.width);
    while rung > 0 && layout.least() > area.height {
        rung -= 1;
        layout = Layout::new(page, rung, area.width);
    }
    let gave = layout.give_way(area.height);
    layout.bring_back(gave, area.height);
    layout.grow(area);
    place(&layout, page.centred, area)
}

impl<'p> Layout<'p> {
    fn new(page: &'p Page, rung: usize, width: u16) -> Self {
        let mut layout = Self {
            rung,
            parts: Vec::new(),
            groups: Vec::new(),
            air: LADDER[rung].air,
        };
        for block in &page.blocks {
            match &block.what {
                What::Beside {
                    left,
                    right,
                    share,
                    letters,
                } => {
                    layout.add_columns((left, right), (*share, *letters), width);
                }
                _ => layout.add_one(block, width),
            }
        }
        layout
    }

    fn rung(&self) -> &'static Rung {
        &LADDER[self.rung]
    }

    fn add(&mut self, block: &'p Block, width: u16) -> Option<usize> {
        let measured = measure(block, self.rung(), width)?;
        let state = measured.whole();
        self.parts.push(Part {
            block,
            measured,
            state,
        });
        Some(self.parts.len() - 1)
    }

    fn add_one(&mut self, block: &'p Block, width: u16) {
        let added = self.add(block, width);
        self.groups.extend(added.map(Group::One));
    }

    /// Two columns, where each has room for its letters and they are no higher than one under the other.
    fn add_columns(
        &mut self,
        (left, right): (&'p [Block], &'p [Block]),
        (share, letters): (u16, u16),
        width: u16,
    ) {
        let size = self.rung().size(Role::Said);
        let room = width.saturating_sub(columns(size, "  ").max(BETWEEN));
        let first = (u32::from(room) * u32::from(share) / 100) as u16;
        let widths = [first, room - first];
        let least = columns(size, "n").saturating_mul(letters);
        let has_room = widths.into_iter().all(|width| width >= least);
        let begun = (self.parts.len(), self.groups.len());
        for block in left.iter().chain(right) {
            self.add_one(block, width);
        }
        if !has_room || left.is_empty() || right.is_empty() {
            return;
        }
        let under: Vec<_> = (begun.0..self.parts.len()).collect();
        let under = self.stack(&under);
        let one_under_the_other = (
            self.parts.split_off(begun.0),
            self.groups.split_off(begun.1),
        );
        let mut column = |blocks: &'p [Block], width| {
            let parts = blocks.iter().filter_map(|block| self.add(block, width));
            (parts.collect::<Vec<_>>(), width)
        };
        let columns = Group::Columns([column(left, widths[0]), column(right, widths[1])]);
        if self.height_of(&columns) <= under {
            self.groups.push(columns);
        } else {
            self.parts.truncate(begun.0);
            self.parts.extend(one_under_the_other.0);
            self.groups.extend(one_under_the_other.1);
        }
    }

    fn height_of(&self, group: &Group) -> u16 {
        match group {
            Group::One(part) => self.stack(&[*part]),
            Group::Columns(columns) => {
                let heights = columns.iter().map(|(parts, _)| self.stack(parts));
                heights.max().unwrap_or(0)
            }
        }
    }

    /// The height of parts one under the other, with the air between them.
    fn stack(&self, parts: &[usize]) -> u16 {
        let mut height = 0;
        for part in parts {
            let own = self.part_height(*part);
            height += own + self.air_above(*part, own, height);
        }
        height
    }

    pub(super) fn part_height(&self, part: usize) -> u16 {
        let part = &self.parts[part];
        part.measured.height(part.state)
    }

    /// The air above a part of this height, under so many rows.
    pub(super) fn air_above(&self, part: usize, height: u16, above: u16) -> u16 {
        if height == 0 || above == 0 || self.parts[part].block.joined {
            0
        } else {
            self.air
        }
    }

    /// The height of the whole page.
    pub(super) fn height(&self) -> u16 {
        let mut height = 0;
        for group in &self.groups {
            let own = self.height_of(group);
            let first = match group {
                Group::One(part) => Some(part),
                Group::Columns([(left, _), _]) => left.first(),
            };
            let air = first.map_or(0, |part| self.air_above(*part, own, height));
            height += own + air;
        }
        height
    }

    /// The height with every block at its least, without air.
    fn least(&mut self) -> u16 {
        let air = std::mem::take(&mut self.air);
        let states: Vec<_> = self.parts.iter().map(|part| part.state).collect();
        for part in &mut self.parts {
            part.state = part.measured.least(part.block.gives_way);
        }
        let least = self.height();
        for (part, state) in self.parts.iter_mut().zip(states) {
            part.state = state;
        }
        self.air = air;
        least
    }

    /// Lets one thing after another give way until the page fits, and tells what did.
    fn give_way(&mut self, height: u16) -> Vec<Step> {
        let mut gave = Vec::new();
        if self.height() > height && self.air > 0 {
            gave.push(Step::Air(std::mem::take(&mut self.air)));
        }
        let shorter = [Role::Ask, Role::Typed, Role::Said, Role::Fact, Role::Aside];
        for role in shorter {
            self.give(role, height, &mut gave, Self::shorten);
        }
        for role in shorter.into_iter().rev() {
            self.give(role, height, &mut gave, Self::lessen);
        }
        for role in [Role::Title, Role::Poster] {
            self.give(role, height, &mut gave, Self::shorten);
            self.give(role, height, &mut gave, Self::lessen);
        }
        gave
    }

    /// Lets the parts of a role give way, the last first, as long as the page is too high.
    fn give(
        &mut self,
        role: Role,
        height: u16,
        gave: &mut Vec<Step>,
        less: impl Fn(&Part<'_>) -> Option<State>,
    ) {
        for part in (0..self.parts.len()).rev() {
            while self.parts[part].block.role == role && self.height() > height {
                let Some(state) = less(&self.parts[part]) else {
                    break;
                };
                gave.push(Step::Part(part, self.parts[part].state));
                self.parts[part].state = state;
            }
        }
    }

    /// The part in its next shorter form.
    fn shorten(part: &Part<'_>) -> Option<State> {
        let least = part.measured.least(part.block.gives_way);
        let form = part.state.form + 1;
        (form <= least.form).then_some(State { form, ..part.state })
    }

    /// The part with a row or a picture less, or left out.
    fn lessen(part: &Part<'_>) -> Option<State> {
        let least = part.measured.least(part.block.gives_way);
        let state = part.state;
        if state.is_out {
            None
        } else if state.rows > least.rows {
            Some(State {
                rows: state.rows - 1,
                ..state
            })
        } else if state.picture > least.picture {
            Some(State {
                picture: state.picture - 1,
                ..state
            })
        } else {
            (part.block.gives_way == GivesWay::Out).then_some(State {
                is_out: true,
                ..state
            })
        }
    }

    /// Brings back what gave way for nothing, the last first: in a column that was not the higher one, say.
    fn bring_back(&mut self, gave: Vec<Step>, height: u16) {
        let mut stays = vec![false; self.parts.len()];
        for step in gave.into_iter().rev() {
            match step {
                Step::Air(air) => {
                    self.air = air;
                    if self.height() > height {
                        self.air = 0;
                    }
                }
                Step::Part(part, _) if stays[part] => {}
                Step::Part(part, before) => {
                    let now = std::mem::replace(&mut self.parts[part].state, before);
                    if self.height() > height {
                        self.parts[part].state = now;
                        stays[part] = true;
                    }
                }
            }
        }
    }

    /// Gives the room that is left to the poster, then to pictures.
    fn grow(&mut self, area: Rect) {
        for part in 0..self.parts.len() {
            if self.parts[part].block.role == Role::Poster {
                self.grow_poster(part, area);
            }
        }
        for part in 0..self.parts.len() {
            let Measured::Picture(_, [.., most]) = self.parts[part].measured else {
                continue;
            };
            while self.parts[part].state.picture < most {
                self.parts[part].state.picture += 1;
                if self.height() > area.height {
                    self.parts[part].state.picture -= 1;
                    break;
                }
            }
        }
    }

    /// Takes the largest letters in which the words stand on two lines, or on as many as they do now.
    fn grow_poster(&mut self, part: usize, area: Rect) {
        let form = self.parts[part].state.form;
        let (now, texts, at): (Size, Vec<&str>, usize) =
            match (&self.parts[part].measured, &self.parts[part].block.what) {
                (Measured::Words(set), What::Words { forms }) => {
                    let skipped = forms.len() - set.len();
                    (set[form].0, vec![forms[form + skipped].as_str()], 0)
                }
                (Measured::OneOf(size, ..), What::OneOf { texts, at }) => {
                    (*size, texts.iter().map(String::as_str).collect(), *at)
                }
                _ => return,
            };
        for size in Size::ALL.into_iter().rev().filter(|size| *size > now) {
            if largest(size, area.width, texts.iter().copied()) != size {
                continue;
            }
            let set: Vec<_> = texts
                .iter()
                .map(|text| set_words(size, text, area.width))
                .collect();
            let most = set.iter().map(Vec::len).max().unwrap_or(0);
            if most > LINES_OF_A_POSTER {
                continue;
            }
            let shown = set.into_iter().nth(at).unwrap_or_default();
            let larger = Measured::OneOf(size, shown, most);
            let before = std::mem::replace(&mut self.parts[part].measured, larger);
            if self.height() <= area.height {
                return;
            }
            self.parts[part].measured = before;
        }
    }
}
