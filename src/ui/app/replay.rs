//! A replay in the app: the same screens, only to look at. Nothing of it is ever saved.

use super::on_disk::Written;
use super::{App, Effect, Open};
use crate::model::place::Place;
use crate::model::session::Session;
use crate::ui::keys::{self, Action, Offer};
use crate::ui::replay::{Behind, Pace, Player};
use crate::ui::screen::{Input, View};
use crate::ui::screens;
use crate::ui::undo::UndoStack;

/// Why nothing changes in a replay.
const ONLY_TO_LOOK_AT: &str = "Only to look at: nothing is saved.";
const AT_THE_END: &str = "That was all of it. q leaves the replay.";
const ESC_STAYS: &str = "q leaves the replay.";

impl App {
    /// Shows a session from its beginning, as it was seen then; nothing of it can be changed.
    pub fn replay(&mut self, session: Session) {
        self.show_replay(Player::new(session, Pace::default(), Behind::Front));
    }

    /// As [`App::replay`], for the command line: leaving it leaves the program. It goes on by itself, or
    /// waits for keys.
    pub fn replay_alone(&mut self, session: Session, pace: Pace, by_itself: bool) {
        let mut player = Player::new(session, pace, Behind::CommandLine);
        if by_itself {
            player.play(self.around.millis);
        }
        self.show_replay(player);
    }

    fn show_replay(&mut self, player: Player) {
        self.overlay = None;
        self.around.written = Written::default();
        self.around.file.clear();
        self.around.replay = true;
        let session = player.session();
        let screen = screens::at(session.place(), &self.around.view(&session));
        self.open = Some(Box::new(Open {
            session,
            screen,
            undo: UndoStack::default(),
            read_only: Some(ONLY_TO_LOOK_AT.to_owned()),
            is_early: false,
            player: Some(player),
        }));
    }

    /// The replay that is shown, if one is.
    pub(in crate::ui) fn player(&self) -> Option<&Player> {
        self.open.as_ref()?.player.as_ref()
    }

    fn player_mut(&mut self) -> Option<&mut Player> {
        self.open.as_mut()?.player.as_mut()
    }

    /// What is offered in a replay: its own, and what only looks at the screen that is shown.
    pub(super) fn replay_offers(&self, open: &Open, player: &Player) -> Vec<Offer> {
        let mut offers = player.offers();
        let looks = only_looks(open.session.place());
        let own = open.screen.offers(&self.around.view(&open.session));
        let own = own
            .into_iter()
            .filter(|offer| looks.contains(&offer.action));
        let own = own.map(|offer| match offer.action {
            Action::Up | Action::Down => Offer::hidden(offer.action, "along the list"),
            _ => offer,
        });
        let behind_leave = offers.iter().position(|offer| offer.action == Action::Look);
        let at = behind_leave.unwrap_or(offers.len());
        offers.splice(at..at, own);
        let more = [Action::Notes, Action::Blank, Action::Settings, Action::Help];
        offers.extend(
            keys::everywhere()
                .into_iter()
                .filter(|offer| more.contains(&offer.action)),
        );
        offers
    }

    /// Goes on where a replay does so by itself.
    pub(super) fn play_on(&mut self) {
        let millis = self.around.millis;
        if self.player_mut().is_some_and(|player| player.tick(millis)) {
            self.show_frame(true);
        }
    }

    /// Takes an input in a replay.
    pub(super) fn give_replay(&mut self, input: Input) -> Vec<Effect> {
        let (Input::Act(action, key), millis) = (&input, self.around.millis) else {
            return Vec::new();
        };
        let action = *action;
        let Some(player) = self.player_mut() else {
            return Vec::new();
        };
        match action {
            Action::Quit | Action::QuitInField => return self.leave_replay(),
            Action::Close | Action::Play if player.is_playing() => player.stop(),
            Action::Close => self.notice = Some(ESC_STAYS.to_owned()),
            Action::Play => {
                let is_last = player.target(Action::Next, None).is_none();
                player.play(millis);
                if is_last {
                    player.go(0, millis);
                    player.play(millis);
                    self.show_frame(true);
                }
            }
            Action::Next
            | Action::Right
            | Action::Back
            | Action::First
            | Action::Last
            | Action::Look => match player.target(action, keys::digit(key)) {
                Some(to) => {
                    player.go(to, millis);
                    self.show_frame(matches!(action, Action::Next | Action::Right));
                }
                None if matches!(action, Action::Next | Action::Right) => {
                    self.notice = Some(AT_THE_END.to_owned());
                }
                None => {}
            },
            _ if self.act_everywhere(action) => {
                // What covers the picture must not let it run on unseen.
                if let Some(player) = self.player_mut() {
                    player.stop();
                }
            }
            _ => self.look(input),
        }
        Vec::new()
    }

    /// Gives an input to a screen that may only look with it: what it wants beside that is dropped.
    fn look(&mut self, input: Input) {
        if let Some(open) = &mut self.open {
            drop(open.screen.update(&self.around.view(&open.session), input));
        }
    }

    /// Shows the frame where the replay is now; on its way forward a reveal takes its breath, as it did then.
    fn show_frame(&mut self, forward: bool) {
        let Some(open) = &mut self.open else { return };
        let Some(player) = &open.player else { return };
        open.session = player.session();
        let view = self.around.view(&open.session);
        let then = player.replay().revealed_at(player.at()).filter(|_| forward);
        let view = View {
            now: then.unwrap_or(self.around.now),
            ..view
        };
        open.screen = screens::at(open.session.place(), &view);
    }

    fn leave_replay(&mut self) -> Vec<Effect> {
        let behind = self.player().map(Player::behind);
        if behind == Some(Behind::CommandLine) {
            return vec![Effect::Quit];
        }
        self.open = None;
        Vec::new()
    }
}

/// What only looks, of all that the screen at a place takes.
fn only_looks(place: Place) -> &'static [Action] {
    match place {
        Place::Journey => &[Action::OtherPicture],
        Place::Promises | Place::Step(_) | Place::Improvements | Place::Close => {
            &[Action::Up, Action::Down]
        }
        _ => &[],
    }
}
