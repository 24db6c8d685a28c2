//! What to mend: a list, of which one is the one of this week.

mod asking;
mod draw;
pub mod edit;
mod field;
mod large;
mod one;

use crate::model::change::Change;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::place::StepNumber;
use crate::model::session::{Company, Improvement, Session};
use crate::model::stats::foremost;
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::screens::pointing::Pointing;
use crate::ui::widgets::wrap::shorten;
use crossterm::event::KeyEvent;
use edit::{Edit, What};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// So many letters of what was taken out are told.
const TOLD: usize = 30;

/// What to mend.
pub struct ImprovementsScreen {
    /// The highlight; before the first key it is on the one of this week.
    pointing: Pointing,
    edit: Option<Edit>,
}

impl ImprovementsScreen {
    /// The list; with nothing in it yet, the first one is asked for at once.
    pub fn new(view: &View<'_>) -> Self {
        let edit = Edit::drafted(view.session).or_else(|| {
            view.session
                .improvements()
                .is_empty()
                .then(|| Edit::new(What::New, view.session))
        });
        Self {
            pointing: Pointing::default(),
            edit,
        }
    }

    /// What the keys are about.
    fn at(&self, list: &[Improvement]) -> usize {
        let the_one = || list.iter().position(|one| one.the_one);
        let at = self.pointing.at(list.len());
        at.or_else(the_one).unwrap_or(0)
    }

    /// What Enter makes the one of this week: what is highlighted, where no key was about it yet.
    fn taken(&self, list: &[Improvement]) -> Option<usize> {
        let open = self.pointing.open(list.len());
        open.filter(|at| !list[*at].the_one)
    }

    fn mark(&mut self, list: &[Improvement], index: usize) -> Vec<Want> {
        self.pointing.decide(index);
        marked(list, index)
    }

    fn act(&mut self, view: &View<'_>, action: Action) -> Vec<Want> {
        let list = view.session.improvements();
        let at = self.at(list);
        let what = match action {
            Action::Next => {
                return match self.taken(list) {
                    Some(at) => self.mark(list, at),
                    None => vec![Want::Next],
                };
            }
            Action::Back => return vec![Want::Back],
            Action::Up | Action::Down => {
                let by = if action == Action::Up { -1 } else { 1 };
                self.pointing.go(beside(list, at, by));
                return Vec::new();
            }
            Action::Mark => return self.mark(list, at),
            Action::Delete => {
                // What takes its place is what the keys mean: the new one of this week, or the next in the list.
                let is_the_one = list.get(at).is_some_and(|one| one.the_one);
                self.pointing.decide(if is_the_one { 0 } else { at });
                return without(view.session, at);
            }
            Action::AtStep => {
                self.pointing.decide(at);
                return at_next_step(view.session, at);
            }
            Action::Add => What::New,
            Action::Edit => What::Words(at),
            Action::Owner => What::Who(at),
            Action::Date => What::By(at),
            _ => return Vec::new(),
        };
        if what == What::New || !list.is_empty() {
            self.edit = Some(Edit::new(what, view.session));
        }
        Vec::new()
    }
}

fn marked(list: &[Improvement], index: usize) -> Vec<Want> {
    let mut list = list.to_vec();
    for (at, improvement) in list.iter_mut().enumerate() {
        improvement.the_one = at == index;
    }
    vec![Want::Change(Change::Improvements(list))]
}

fn without(session: &Session, index: usize) -> Vec<Want> {
    let mut list = session.improvements().to_vec();
    if index >= list.len() {
        return Vec::new();
    }
    let out = list.remove(index);
    let told = format!(
        "Taken out: {}. u brings it back.",
        shorten(out.what.as_str(), TOLD)
    );
    let mut wants = Want::Change(Change::Improvements(list)).and_say(Some(told));
    // What was begun about one of them would be taken for what is said of another.
    if Edit::drafted(session).is_some_and(|edit| edit.index().is_some()) {
        wants.push(Want::Quietly(Change::Draft(None)));
    }
    wants
}

/// To the next step, and after the last to none.
fn at_next_step(session: &Session, index: usize) -> Vec<Want> {
    let mut list = session.improvements().to_vec();
    let Some(improvement) = list.get_mut(index) else {
        return Vec::new();
    };
    let next = improvement.step.map_or(0, |step| step.index() + 1);
    improvement.step = (next < session.steps().len()).then(|| StepNumber::from_index(next));
    vec![Want::Change(Change::Improvements(list))]
}

/// Where mending starts, in words, with the steps that are as bad; nothing where nobody rated, or all steps are alike.
pub fn starts_at(session: &Session) -> Option<String> {
    let worst = Journey::of(session).worst;
    let at = foremost(&worst)?.step;
    let title = |step: usize| session.exercise().steps[step].title.as_str();
    let others = worst.iter().filter(|one| one.step != at);
    let others: Vec<_> = others.map(|one| title(one.step)).collect();
    Some(if others.is_empty() {
        format!("At the worst step: {}.", title(at))
    } else {
        format!(
            "At the worst step: {}. As bad: {}.",
            title(at),
            others.join(", ")
        )
    })
}

/// The step where mending starts: the worst moment. None where all steps are alike.
pub fn worst_step(session: &Session) -> Option<StepNumber> {
    let worst = Journey::of(session).worst;
    foremost(&worst).map(|worst| StepNumber::from_index(worst.step))
}

impl Screen for ImprovementsScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        if let Some(edit) = &self.edit {
            return edit.offers();
        }
        let list = view.session.improvements();
        let next = match self.taken(list) {
            Some(_) => "this one first",
            None => "next",
        };
        let mut offers = vec![
            Offer::new(Action::Next, next),
            Offer::new(Action::Add, "add"),
        ];
        // Whoever is alone does it, unless they say otherwise.
        let owner = match view.session.company() {
            Company::Solo => Offer::hidden(Action::Owner, "who"),
            _ => Offer::new(Action::Owner, "who"),
        };
        // With one alone there is nothing to put first.
        let first = match list.len() {
            1 => Offer::hidden(Action::Mark, "first"),
            _ => Offer::new(Action::Mark, "first"),
        };
        if !list.is_empty() {
            offers.extend([
                first,
                owner,
                Offer::new(Action::Date, "when"),
                Offer::new(Action::AtStep, "step"),
                Offer::hidden(Action::Edit, "edit"),
                Offer::hidden(Action::Delete, "delete"),
                Offer::hidden(Action::Up, "choose"),
                Offer::hidden(Action::Down, "choose"),
            ]);
        }
        offers.push(Offer::hidden(Action::Back, "back"));
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        self.edit.is_some() && Edit::takes(key)
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        if let Some(edit) = &mut self.edit {
            let (wants, next) = edit.update(view, input);
            if let Some(index) = edit.index() {
                self.pointing.decide(index);
            }
            self.edit = next;
            return wants;
        }
        match input {
            Input::Act(action, _) => self.act(view, action),
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let at = self.at(view.session.improvements());
        draw::improvements(at, self.edit.as_ref(), view, area, buf);
    }
}

/// The list as it stands on the screen: first the one, then the others as they were said.
fn in_order(list: &[Improvement]) -> Vec<usize> {
    let (one, others): (Vec<_>, Vec<_>) = (0..list.len()).partition(|at| list[*at].the_one);
    one.into_iter().chain(others).collect()
}

/// What stands so many rows further down, or up.
fn beside(list: &[Improvement], cursor: usize, by: isize) -> usize {
    let order = in_order(list);
    let at = order.iter().position(|one| *one == cursor).unwrap_or(0);
    let to = at
        .saturating_add_signed(by)
        .min(order.len().saturating_sub(1));
    order.get(to).copied().unwrap_or(0)
}

/// Where, who, by when, in one line.
pub fn details(improvement: &Improvement, session: &Session) -> String {
    let step = improvement
        .step
        .map_or("the whole journey".to_owned(), |step| {
            session
                .exercise()
                .steps
                .get(step.index())
                .map_or(String::new(), |step| step.title.to_string())
        });
    // Whoever is alone was not asked.
    let who = match improvement.who.as_str() {
        "" if session.company() == Company::Solo => None,
        "" => Some("nobody yet".to_owned()),
        who => Some(who.to_owned()),
    };
    let by = improvement.by.map_or("no date yet".to_owned(), |date| {
        format!("by {}", date_words(date))
    });
    let parts = [Some(step), who, Some(by)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
