//! A window's close button, which the desktop presses by sending a message.

use smartradex_tests::computer::Computer;
use smartradex_tests::{Failure, Outcome};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};

/// Asks every closable window on the computer's screen to close.
pub(crate) fn close_windows(computer: &Computer) -> Outcome {
    let (screen, number) = x11rb::connect(Some(computer.display()))?;
    let atom = |name: &str| -> Outcome<u32> { Ok(screen.intern_atom(false, name.as_bytes())?.reply()?.atom) };
    let (protocols, delete) = (atom("WM_PROTOCOLS")?, atom("WM_DELETE_WINDOW")?);
    let mut windows: Vec<Window> = vec![screen.setup().roots[number].root];
    let mut asked = 0;
    while let Some(window) = windows.pop() {
        windows.extend(screen.query_tree(window)?.reply()?.children);
        let understood = screen.get_property(false, window, protocols, AtomEnum::ATOM, 0, 32)?.reply()?;
        let shown = screen.get_window_attributes(window)?.reply()?.map_state != 0_u8.into();
        if shown && understood.value32().is_some_and(|mut atoms| atoms.any(|atom| atom == delete)) {
            let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
            screen.send_event(false, window, EventMask::NO_EVENT, message)?;
            asked += 1;
        }
    }
    screen.flush()?;
    if asked == 0 { Err(Failure::new("no window can be closed")) } else { Ok(()) }
}
