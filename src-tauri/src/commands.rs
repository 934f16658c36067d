//! The two commands that the page can call. They only pass messages on, and do not run on the window's thread.

use smartradex_wizard::Action;
use tauri::State;
use tauri::ipc::Channel;
use tokio::sync::oneshot;

use crate::runtime::{Inbox, Message, Shown};

/// Why a command fails.
const ENDING: &str = "the program is ending";

/// The page is ready and shows the screen with this number (0: none). It wants each later one that does not come as an answer.
#[tauri::command]
pub(crate) async fn subscribe(
    channel: Channel<Shown>,
    number: u32,
    inbox: State<'_, Inbox>,
) -> Result<(), &'static str> {
    pass(&inbox, Message::Page(channel, number))
}

/// The user did something while this place was in view. The answer is the resulting screen, if it is a different one.
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
