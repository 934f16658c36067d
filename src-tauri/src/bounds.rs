//! Where a window stands, and where it may stand. In physical pixels, as the system counts them.

use serde::{Deserialize, Serialize};

/// Width of the narrow panel, in logical pixels.
const PANEL_WIDTH: f64 = 400.0;
/// As much of a window must be on a screen for the user to be able to get hold of it.
const SEEN: i32 = 100;

/// Position and size of a window or of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Bounds {
    /// Left edge, from the left of the main screen. Negative on a screen to its left.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width; of a window, without its frame.
    pub width: u32,
    /// Height; of a window, without its frame.
    pub height: u32,
}

impl Bounds {
    /// Whether enough of a window lies on one of the screens.
    #[must_use]
    pub(crate) fn is_seen_on(self, screens: &[Self]) -> bool {
        screens.iter().any(|screen| {
            overlap((self.x, self.width), (screen.x, screen.width)) >= SEEN
                && overlap((self.y, self.height), (screen.y, screen.height)) >= SEEN
        })
    }

    /// A panel at the right edge of a screen's free area, as high as that. `frame`: width and height of what the system
    /// draws around a window.
    #[must_use]
    pub(crate) fn docked(area: Self, scale: f64, frame: (u32, u32)) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred pixels")]
        let wanted = (PANEL_WIDTH * scale).round() as u32;
        let width = wanted.min(area.width.saturating_sub(frame.0));
        let outer = i32::try_from(width.saturating_add(frame.0)).unwrap_or(i32::MAX);
        let right = area.x.saturating_add(i32::try_from(area.width).unwrap_or(i32::MAX));
        Self { x: right.saturating_sub(outer), y: area.y, width, height: area.height.saturating_sub(frame.1) }
    }
}

/// Length of what two stretches have in common; negative when they are apart.
fn overlap((start_a, length_a): (i32, u32), (start_b, length_b): (i32, u32)) -> i32 {
    let end = |start: i32, length| start.saturating_add_unsigned(length);
    end(start_a, length_a).min(end(start_b, length_b)).saturating_sub(start_a.max(start_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Bounds = Bounds { x: 0, y: 0, width: 1920, height: 1080 };
    const LEFT_SCREEN: Bounds = Bounds { x: -1280, y: 100, width: 1280, height: 1024 };

    #[test]
    fn a_window_that_lies_off_every_screen_is_not_seen() {
        let window = |x, y| Bounds { x, y, width: 1120, height: 760 };
        assert!(window(100, 100).is_seen_on(&[SCREEN]));
        assert!(window(-1000, 200).is_seen_on(&[SCREEN]), "120 pixels of it can be got hold of");
        assert!(!window(-1100, 200).is_seen_on(&[SCREEN]), "20 cannot");
        assert!(window(-1100, 200).is_seen_on(&[SCREEN, LEFT_SCREEN]));
        assert!(!window(2000, 200).is_seen_on(&[SCREEN]), "its screen was unplugged");
        assert!(!window(100, 1080).is_seen_on(&[SCREEN]));
        assert!(!window(100, 100).is_seen_on(&[]));
        let absurd = Bounds { x: i32::MAX, y: i32::MIN, width: u32::MAX, height: u32::MAX };
        assert!(!absurd.is_seen_on(&[SCREEN]));
    }

    #[test]
    fn the_panel_stands_at_the_right_within_the_free_area() {
        let area = Bounds { x: 0, y: 30, width: 1920, height: 1010 };
        assert_eq!(Bounds::docked(area, 1.0, (0, 0)), Bounds { x: 1520, y: 30, width: 400, height: 1010 });
        assert_eq!(Bounds::docked(area, 2.0, (4, 40)), Bounds { x: 1116, y: 30, width: 800, height: 970 });
        assert_eq!(
            Bounds::docked(LEFT_SCREEN, 1.0, (0, 0)),
            Bounds { x: -400, y: 100, width: 400, height: 1024 }
        );
        let narrow = Bounds { x: 0, y: 0, width: 360, height: 640 };
        assert_eq!(Bounds::docked(narrow, 1.0, (0, 0)), narrow, "never wider than the screen");
    }
}
