//! Looks at a window and clicks in it, as a user would: all that is known about a program here is what its pixels
//! show.

use std::thread;
use std::time::{Duration, Instant};

use smartradex_tests::{Failure, Outcome};
use x11rb::CURRENT_TIME;
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeWindowAttributesAux, ConnectionExt as _, EventMask,
    ImageFormat, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to pause between looks at the screen, so that looking does not slow down what is looked at.
const BLINK: Duration = Duration::from_micros(500);
/// This many pixels of another colour are words rather than a line at the edge.
const WORDS: usize = 200;
/// The part that is looked at: the middle, away from the bars and the button that is clicked.
const MIDDLE: Part = Part { x: 300, y: 80, width: 780, height: 560 };

struct Part {
    x: i16,
    y: i16,
    width: u16,
    height: u16,
}

/// The eyes and the mouse.
pub(crate) struct Eyes {
    screen: RustConnection,
    root: Window,
}

/// A window on the screen, and what was last seen in it.
pub(crate) struct Seen {
    window: Window,
    corner: (i16, i16),
    pixels: Vec<u8>,
}

impl Eyes {
    /// Connects to a display, such as `:7`.
    pub(crate) fn open(display: &str) -> Outcome<Self> {
        let (screen, number) = RustConnection::connect(Some(display))?;
        let root = screen.setup().roots.get(number).ok_or_else(|| Failure::new("no screen"))?.root;
        screen.damage_query_version(1, 1)?.reply()?;
        screen.xtest_get_version(2, 2)?.reply()?;
        let told = ChangeWindowAttributesAux::new().event_mask(EventMask::SUBSTRUCTURE_NOTIFY);
        screen.change_window_attributes(root, &told)?;
        // Move the pointer away from everything: over a button, it would change how that looks.
        screen.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, CURRENT_TIME, root, 0, 0, 0)?;
        screen.flush()?;
        Ok(Self { screen, root })
    }

    /// Waits for a large window with something in it, and returns when that was seen.
    pub(crate) fn wait_for_content(&self) -> Outcome<(Seen, Instant)> {
        let given_up = Instant::now() + PATIENCE;
        let (window, corner) = loop {
            if let Some(found) = self.large_window()? {
                break found;
            }
            self.next_event(given_up)?;
        };
        let damage = self.screen.generate_id()?;
        self.screen.damage_create(damage, window, ReportLevel::RAW_RECTANGLES)?;
        let mut seen = Seen { window, corner, pixels: Vec::new() };
        loop {
            seen.pixels = self.look(window)?;
            if has_content(&seen.pixels) {
                return Ok((seen, Instant::now()));
            }
            self.next_event(given_up)?;
        }
    }

    /// Clicks at a place in the window, and returns when its middle had changed.
    pub(crate) fn click(&self, seen: &Seen, place: (i16, i16)) -> Outcome<Instant> {
        let given_up = Instant::now() + PATIENCE;
        let (x, y) = (seen.corner.0 + place.0, seen.corner.1 + place.1);
        self.screen.xtest_fake_input(MOTION_NOTIFY_EVENT, 0, CURRENT_TIME, self.root, x, y, 0)?;
        for kind in [BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT] {
            self.screen.xtest_fake_input(kind, 1, CURRENT_TIME, self.root, 0, 0, 0)?;
        }
        self.screen.flush()?;
        loop {
            self.next_event(given_up)?;
            let now = self.look(seen.window)?;
            if difference(&seen.pixels, &now) > WORDS {
                return Ok(Instant::now());
            }
        }
    }

    /// Waits until no program has a window.
    pub(crate) fn wait_for_empty(&self) -> Outcome {
        let given_up = Instant::now() + PATIENCE;
        while self.large_window()?.is_some() {
            self.next_event(given_up)?;
        }
        Ok(())
    }

    /// The first window on the screen that could be a program's, with its top left corner.
    fn large_window(&self) -> Outcome<Option<(Window, (i16, i16))>> {
        for window in self.screen.query_tree(self.root)?.reply()?.children {
            // It may be gone by now.
            let Ok(attributes) = self.screen.get_window_attributes(window)?.reply() else { continue };
            let Ok(place) = self.screen.get_geometry(window)?.reply() else { continue };
            let large = place.width >= 1100 && place.height >= 700;
            if attributes.map_state == MapState::VIEWABLE && large {
                return Ok(Some((window, (place.x, place.y))));
            }
        }
        Ok(None)
    }

    /// The pixels of the middle.
    fn look(&self, window: Window) -> Outcome<Vec<u8>> {
        let Part { x, y, width, height } = MIDDLE;
        let image = self.screen.get_image(ImageFormat::Z_PIXMAP, window, x, y, width, height, !0)?;
        Ok(image.reply()?.data)
    }

    /// Waits until the screen reports that something has changed; takes in everything that it reports at once.
    fn next_event(&self, given_up: Instant) -> Outcome {
        loop {
            let mut any = false;
            while let Some(event) = self.screen.poll_for_event()? {
                if let Event::Error(error) = event {
                    return Err(Failure::new(format!("the screen says {error:?}")));
                }
                any = true;
            }
            if any {
                return Ok(());
            }
            if Instant::now() > given_up {
                return Err(Failure::new("nothing more is to be seen"));
            }
            thread::sleep(BLINK);
        }
    }
}

/// Whether there are words: enough pixels that differ in colour from the corner.
fn has_content(pixels: &[u8]) -> bool {
    let mut each = pixels.chunks_exact(4);
    let ground = each.next();
    each.filter(|pixel| Some(*pixel) != ground).count() > WORDS
}

fn difference(before: &[u8], after: &[u8]) -> usize {
    before.chunks_exact(4).zip(after.chunks_exact(4)).filter(|(one, other)| one != other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_an_empty_ground() {
        let mut pixels = vec![255; 4 * 10_000];
        assert!(!has_content(&pixels));
        pixels[4..4 * (WORDS + 1)].fill(0);
        assert!(!has_content(&pixels));
        pixels[4..4 * (WORDS + 2)].fill(0);
        assert!(has_content(&pixels));
        assert_eq!(difference(&pixels, &vec![255; 4 * 10_000]), WORDS + 1);
    }
}
