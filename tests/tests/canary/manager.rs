//! A clipboard manager, as desktops have one: a program that ends hands over what it has on the clipboard, which thus outlives it
//! (<https://www.freedesktop.org/wiki/ClipboardManager/>). Without a manager, everything copied ends with the program that copied
//! it.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::walk::{ANNOUNCED, support_code};
use smartradex_tests::window::Window as Program;
use smartradex_wizard::{Overlay, Press};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt, CreateWindowAux, EventMask, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::{COPY_DEPTH_FROM_PARENT, COPY_FROM_PARENT, CURRENT_TIME, NONE};

use crate::close::close_windows;
use crate::places::{self, Running};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_secret_outlives_the_program_where_the_desktop_keeps_it() -> Outcome {
    let computer = Computer::start(Setup::light(Language::English)).await?;
    let manager = Manager::start(&computer)?;
    let window = Program::open(&computer, &[]).await?;
    window.press(&Press::Show { overlay: Overlay::Phone }).await?;
    window.wait_for_place("phone").await?;
    let code = support_code(&window).await?;
    window.press(&Press::CopyCode).await?;
    window.wait_for(ANNOUNCED).await?;
    assert!(manager.given().is_empty(), "nothing is given to it before the end");
    places::process(&computer, Running::is_program)?.ends_after(|| close_windows(&computer))?;
    assert_eq!(manager.given(), [code.replace(' ', "-").into_bytes()]);
    Ok(())
}

/// The clipboard manager. It ends with the screen.
pub(crate) struct Manager(Receiver<Vec<u8>>);

impl Manager {
    /// Starts one on the computer's screen.
    pub(crate) fn start(computer: &Computer) -> Outcome<Self> {
        let (screen, number) = x11rb::connect(Some(computer.display()))?;
        let root = screen.setup().roots[number].root;
        let window = screen.generate_id()?;
        let (depth, class, like_root) = (COPY_DEPTH_FROM_PARENT, WindowClass::INPUT_OUTPUT, COPY_FROM_PARENT);
        screen.create_window(
            depth,
            window,
            root,
            0,
            0,
            1,
            1,
            0,
            class,
            like_root,
            &CreateWindowAux::new(),
        )?;
        let atom =
            |name: &str| -> Outcome<Atom> { Ok(screen.intern_atom(false, name.as_bytes())?.reply()?.atom) };
        let (clipboard, text) = (atom("CLIPBOARD")?, atom("UTF8_STRING")?);
        screen.set_selection_owner(window, atom("CLIPBOARD_MANAGER")?, CURRENT_TIME)?.check()?;
        let (given, kept) = channel();
        // An error means that the screen has ended.
        thread::spawn(move || serve(&screen, window, (clipboard, text), &given));
        Ok(Self(kept))
    }

    /// What it has been given since the last call.
    pub(crate) fn given(&self) -> Vec<Vec<u8>> {
        self.0.try_iter().collect()
    }
}

/// Takes the text on the clipboard whenever a program asks for that. The program continues once it is told that this is done.
fn serve(
    screen: &RustConnection,
    window: Window,
    (clipboard, text): (Atom, Atom),
    given: &Sender<Vec<u8>>,
) -> Outcome {
    let mut asked = None;
    loop {
        let event = screen.wait_for_event()?;
        if let Event::SelectionRequest(request) = event {
            screen.convert_selection(window, clipboard, text, clipboard, CURRENT_TIME)?;
            asked = Some(request);
        } else if let Event::SelectionNotify(answer) = event {
            if answer.property != NONE {
                let there = screen.get_property(true, window, clipboard, AtomEnum::ANY, 0, u32::MAX / 4)?;
                given.send(there.reply()?.value)?;
            }
            if let Some(request) = asked.take() {
                let done = SelectionNotifyEvent {
                    response_type: SELECTION_NOTIFY_EVENT,
                    sequence: 0,
                    time: request.time,
                    requestor: request.requestor,
                    selection: request.selection,
                    target: request.target,
                    property: request.property,
                };
                screen.send_event(false, request.requestor, EventMask::NO_EVENT, done)?;
            }
        }
        screen.flush()?;
    }
}
