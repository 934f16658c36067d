//! The two commands that the page can call. They only pass on, and run on no thread of the window's.

use smartradex_wizard::Action;
use tauri::State;
use tauri::ipc::Channel;
use tokio::sync::oneshot;

use crate::runtime::{Inbox, Message, Shown};

/// Why a command fails.
const ENDING: &str = "the program is ending";

/// The page is there, shows the screen of this number, and wants each one after it that does not come as an answer.
#[tauri::command]
pub(crate) async fn subscribe(
    channel: Channel<Shown>,
    number: u32,
    inbox: State<'_, Inbox>,
) -> Result<(), &'static str> {
    pass(&inbox, Message::Page(channel, number))
}

/// The user did something, while this place was in view. The answer is the screen that comes of it, if it is another one.
#[tauri::command]
pub(crate) async fn dispatch(
    action: Action,
    place: String,
    inbox: State<'_, Inbox>,
) -> Result<Option<Shown>, &'static str> {
    let (answer, shown) = oneshot::channel();
    pass(&inbox, Message::Action(action, place, answer))?;
    shown.await.map_err(|_| ENDING)
}

fn pass(inbox: &Inbox, message: Message) -> Result<(), &'static str> {
    inbox.send(message).map_err(|_| ENDING)
}
