//! What is drawn and what is listened to.

pub mod app;
pub mod big_text;
pub mod compare;
mod draw;
pub mod events;
mod frame;
mod front;
pub mod home;
pub mod keys;
mod library;
mod looks;
pub mod notes;
mod overlay;
mod page;
mod people_editor;
pub mod plain;
pub mod replay;
mod report_pane;
pub mod run;
mod screen;
mod screens;
mod settings_pane;
pub mod terminal;
pub mod theme;
mod undo;
mod where_we_are;
pub mod widgets;
