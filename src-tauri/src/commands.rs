//! The two commands that the page can call. They only pass on, and run on no thread of the window's.

use smartradex_wizard::{Action, Event, Screen};
use tauri::State;
use tauri::ipc::Channel;

use crate::runtime::{Inbox, Message};

/// The page is there, and wants the present screen and each one after it.
#[tauri::command]
pub(crate) async fn subscribe(channel: Channel<Screen>, inbox: State<'_, Inbox>) -> Result<(), &'static str> {
    pass(&inbox, Message::Page(channel))
}

/// The user did something.
#[tauri::command]
pub(crate) async fn dispatch(action: Action, inbox: State<'_, Inbox>) -> Result<(), &'static str> {
    pass(&inbox, Message::Event(Event::Action(action)))
}

fn pass(inbox: &Inbox, message: Message) -> Result<(), &'static str> {
    inbox.send(message).map_err(|_| "the program is ending")
}
