//! Where a window stands, and where it may stand, in the pixels in which the desktop is measured: logical ones on macOS, physical ones
//! elsewhere.

use serde::{Deserialize, Serialize};

/// Width of the narrow panel, in logical pixels.
const PANEL_WIDTH: f64 = 400.0;
/// How much of a window's width and height must be on a screen for the user to be able to get hold of it.
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

/// Where a window stood when it was last seen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Place {
    #[serde(flatten)]
    pub bounds: Bounds,
    /// How many pixels of its screen made a logical one; `None` if an earlier version of the program wrote this.
    #[serde(default)]
    pub scale: Option<f64>,
}

/// A screen that is there now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Screen {
    /// The part of it that is free for windows.
    pub area: Bounds,
    /// How many of its pixels make a logical one.
    pub scale: f64,
}

/// Width and height of what the system draws around a window.
pub(crate) type Margins = (u32, u32);

impl Place {
    /// The bounds for a window that comes back to the screens there are now: as large to the eye as it was, no larger than its screen, and
    /// entirely on it. `None` if too little of it would be seen on any of them.
    #[must_use]
    pub(crate) fn fitted(self, screens: &[Screen], frame: Margins) -> Option<Bounds> {
        let screen = screens
            .iter()
            .filter(|screen| self.bounds.is_seen_on(screen.area))
            .max_by_key(|screen| self.bounds.shares(screen.area))?;
        let scale = self.scale.filter(|scale| scale.is_normal() && scale.is_sign_positive());
        let grown = screen.scale / scale.unwrap_or(screen.scale);
        let Bounds { x, y, width, height } = self.bounds;
        Some(
            Bounds { x, y, width: scaled(width.into(), grown), height: scaled(height.into(), grown) }
                .within(screen.area, frame),
        )
    }
}

impl Bounds {
    /// Whether enough of a window lies on the screen.
    fn is_seen_on(self, area: Self) -> bool {
        overlap((self.x, self.width), (area.x, area.width)) >= SEEN
            && overlap((self.y, self.height), (area.y, area.height)) >= SEEN
    }

    /// The area that the two have in common, in pixels.
    fn shares(self, area: Self) -> i64 {
        let [width, height] =
            [((self.x, self.width), (area.x, area.width)), ((self.y, self.height), (area.y, area.height))]
                .map(|(own, other)| i64::from(overlap(own, other)).max(0));
        width.saturating_mul(height)
    }

    /// Fits a window into the area. Half of the frame's width may lie outside at the left, the right and the bottom, because it may be
    /// invisible: on Windows a window that fills the left half of a screen begins a little to its left.
    fn within(self, area: Self, frame: Margins) -> Self {
        let width = self.width.min(area.width.saturating_sub(frame.0));
        let height = self.height.min(area.height.saturating_sub(frame.1));
        let slack = frame.0 / 2;
        let last = |start: i32, length: u32, own: u32, frame: u32| {
            start.saturating_add_unsigned(
                length.saturating_sub(own.saturating_add(frame).saturating_sub(slack)),
            )
        };
        let left = area.x.saturating_sub_unsigned(slack);
        Self {
            x: self.x.min(last(area.x, area.width, width, frame.0)).max(left),
            y: self.y.min(last(area.y, area.height, height, frame.1)).max(area.y),
            width,
            height,
        }
    }

    /// A window of this size, in logical pixels, in the middle of a screen, and no larger than the screen.
    #[must_use]
    pub(crate) fn centred((width, height): (f64, f64), screen: Screen, frame: Margins) -> Self {
        let Screen { area, scale } = screen;
        let size = Self { x: area.x, y: area.y, width: scaled(width, scale), height: scaled(height, scale) };
        let size = size.within(area, frame);
        let middle = |start: i32, length: u32, own: u32, frame: u32| {
            start.saturating_add_unsigned(length.saturating_sub(own.saturating_add(frame)) / 2)
        };
        Self {
            x: middle(area.x, area.width, size.width, frame.0),
            y: middle(area.y, area.height, size.height, frame.1),
            ..size
        }
    }

    /// A panel at the right edge of a screen, as high as the screen.
    #[must_use]
    pub(crate) fn docked(screen: Screen, frame: Margins) -> Self {
        let Screen { area, scale } = screen;
        let width = scaled(PANEL_WIDTH, scale).min(area.width.saturating_sub(frame.0));
        let outer = i32::try_from(width.saturating_add(frame.0)).unwrap_or(i32::MAX);
        let right = area.x.saturating_add(i32::try_from(area.width).unwrap_or(i32::MAX));
        Self { x: right.saturating_sub(outer), y: area.y, width, height: area.height.saturating_sub(frame.1) }
    }
}

/// A length at another scale.
fn scaled(length: f64, scale: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is too much ends at the limit"
    )]
    let length = (length * scale).round() as u32;
    length
}

/// The length of what two intervals have in common; negative if they are apart.
fn overlap((start_a, length_a): (i32, u32), (start_b, length_b): (i32, u32)) -> i32 {
    let end = |start: i32, length| start.saturating_add_unsigned(length);
    end(start_a, length_a).min(end(start_b, length_b)).saturating_sub(start_a.max(start_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Bounds = Bounds { x: 0, y: 0, width: 1920, height: 1080 };
    const LEFT_AREA: Bounds = Bounds { x: -1280, y: 100, width: 1280, height: 1024 };
    const SCREEN: Screen = Screen { area: AREA, scale: 1.0 };
    const LEFT_SCREEN: Screen = Screen { area: LEFT_AREA, scale: 1.0 };
    const NO_FRAME: Margins = (0, 0);

    fn window(x: i32, y: i32) -> Place {
        Place { bounds: Bounds { x, y, width: 1120, height: 760 }, scale: Some(1.0) }
    }

    #[test]
    fn a_window_that_lies_off_every_screen_has_no_place() {
        let fitted = |x, y, screens: &[Screen]| window(x, y).fitted(screens, NO_FRAME);
        assert!(fitted(100, 100, &[SCREEN]).is_some());
        assert!(fitted(-1000, 200, &[SCREEN]).is_some(), "120 pixels of it are seen");
        assert_eq!(fitted(-1100, 200, &[SCREEN]), None, "20 are not enough");
        assert!(fitted(-1100, 200, &[SCREEN, LEFT_SCREEN]).is_some());
        assert_eq!(fitted(2000, 200, &[SCREEN]), None, "its screen was unplugged");
        assert_eq!(fitted(100, 1080, &[SCREEN]), None);
        assert_eq!(fitted(100, 100, &[]), None);
        let absurd = Bounds { x: i32::MAX, y: i32::MIN, width: u32::MAX, height: u32::MAX };
        assert_eq!(Place { bounds: absurd, scale: Some(f64::NAN) }.fitted(&[SCREEN], NO_FRAME), None);
    }

    #[test]
    fn a_window_that_fits_stays_where_it_was() {
        let place = window(100, 100);
        assert_eq!(place.fitted(&[LEFT_SCREEN, SCREEN], (4, 40)), Some(place.bounds));
        let left = window(-1200, 200);
        assert_eq!(left.fitted(&[SCREEN, LEFT_SCREEN], NO_FRAME), Some(left.bounds));
        // The left half of the screen on Windows, where the frame is invisible except for the title bar.
        let half = Place { bounds: Bounds { x: -8, y: 0, width: 960, height: 1041 }, scale: Some(1.0) };
        assert_eq!(half.fitted(&[SCREEN], (16, 39)), Some(half.bounds));
    }

    #[test]
    fn a_window_that_is_half_off_its_screen_comes_back_whole() {
        let fitted = |x, y| window(x, y).fitted(&[SCREEN, LEFT_SCREEN], NO_FRAME).unwrap();
        assert_eq!(fitted(1500, 900), Bounds { x: 800, y: 320, width: 1120, height: 760 });
        assert_eq!(fitted(300, -300), Bounds { x: 300, y: 0, width: 1120, height: 760 });
        let most_on_the_left = Bounds { x: -1120, y: 200, width: 1120, height: 760 };
        assert_eq!(fitted(-700, 200), most_on_the_left, "it lies across two screens");
    }

    #[test]
    fn a_window_larger_than_its_screen_is_made_as_large_as_that() {
        let large = Place { bounds: Bounds { x: 200, y: 150, width: 2400, height: 1300 }, scale: Some(1.0) };
        let small = Screen { area: Bounds { x: 0, y: 30, width: 1366, height: 700 }, scale: 1.0 };
        let fitted = large.fitted(&[small], (0, 40));
        assert_eq!(fitted, Some(Bounds { x: 0, y: 30, width: 1366, height: 660 }));
        let absurd = Place { bounds: Bounds { x: 0, y: 0, width: u32::MAX, height: u32::MAX }, scale: None };
        assert_eq!(absurd.fitted(&[SCREEN], NO_FRAME), Some(AREA));
    }

    #[test]
    fn a_window_is_as_large_to_the_eye_on_a_screen_of_another_scale() {
        let place = |scale| Place { bounds: Bounds { x: 0, y: 0, width: 800, height: 600 }, scale };
        let on = |scale| Screen { area: Bounds { x: 0, y: 0, width: 3840, height: 2160 }, scale };
        let size = |place: Place, screen| {
            let fitted = place.fitted(&[screen], NO_FRAME).unwrap();
            (fitted.width, fitted.height)
        };
        assert_eq!(size(place(Some(1.0)), on(2.0)), (1600, 1200));
        assert_eq!(size(place(Some(2.0)), on(1.0)), (400, 300));
        assert_eq!(size(place(Some(1.25)), on(1.5)), (960, 720));
        for unknown in [None, Some(0.0), Some(-1.0), Some(f64::INFINITY)] {
            assert_eq!(size(place(unknown), on(2.0)), (800, 600), "{unknown:?}");
        }
    }

    #[test]
    fn a_new_window_stands_in_the_middle_and_is_no_larger_than_the_screen() {
        let centred = |screen, frame| Bounds::centred((1120.0, 760.0), screen, frame);
        assert_eq!(centred(SCREEN, (0, 40)), Bounds { x: 400, y: 140, width: 1120, height: 760 });
        assert_eq!(
            centred(Screen { scale: 1.5, ..SCREEN }, NO_FRAME),
            Bounds { x: 120, y: 0, width: 1680, height: 1080 }
        );
        let small = Screen { area: Bounds { x: 0, y: 30, width: 1366, height: 700 }, scale: 1.0 };
        assert_eq!(centred(small, (0, 40)), Bounds { x: 123, y: 30, width: 1120, height: 660 });
    }

    #[test]
    fn the_panel_stands_at_the_right_within_the_free_area() {
        let screen = |scale| Screen { area: Bounds { x: 0, y: 30, width: 1920, height: 1010 }, scale };
        let docked = Bounds::docked(screen(1.0), NO_FRAME);
        assert_eq!(docked, Bounds { x: 1520, y: 30, width: 400, height: 1010 });
        let docked = Bounds::docked(screen(2.0), (4, 40));
        assert_eq!(docked, Bounds { x: 1116, y: 30, width: 800, height: 970 });
        let docked = Bounds::docked(LEFT_SCREEN, NO_FRAME);
        assert_eq!(docked, Bounds { x: -400, y: 100, width: 400, height: 1024 });
        let narrow = Bounds { x: 0, y: 0, width: 360, height: 640 };
        let docked = Bounds::docked(Screen { area: narrow, scale: 1.0 }, NO_FRAME);
        assert_eq!(docked, narrow, "never wider than the screen");
    }

    #[test]
    fn a_place_that_an_earlier_version_wrote_is_read() {
        let place: Place = serde_json::from_str(r#"{"x":1,"y":2,"width":3,"height":4}"#).unwrap();
        assert_eq!(place, Place { bounds: Bounds { x: 1, y: 2, width: 3, height: 4 }, scale: None });
    }
}
