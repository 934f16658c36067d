//! What the user does with the mouse.

use std::sync::PoisonError;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, WheelAction, WheelActions,
};
use serde_json::{Value, json};
use smartradex_wizard::Press;

use super::Window;
use crate::Outcome;

/// In pixels: a click within this distance of the last one, and soon after it, counts as the second half of a double click
/// (`gtk-double-click-distance`).
const SAME_SPOT: i64 = 5;
/// In pixels: how far from the middle of a control the mouse goes instead. The smallest control extends twelve to each side.
const ASIDE: i64 = 8;
/// In pixels.
const FURTHER_THAN_ANY_END: i64 = 5000;

const FIND_ONE: &str = "const [one] = all(arguments[0]); one?.scrollIntoView({ block: 'center', behavior: 'instant' }); return one";
/// The middle of an element, if nothing covers it.
const MIDDLE: &str = "const [one] = arguments;
    const { x, y, width, height } = one.getBoundingClientRect();
    const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
    const hit = document.elementFromPoint(...middle);
    return one === hit || one.contains(hit) || one.closest('label')?.contains(hit) ? middle : null";
/// Waits until an element stops moving, because a click on a moving one would miss.
const AT_REST: &str = "const [one, done] = arguments;
    let before;
    const look = () => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const now = [x, y, width, height].join();
        if (now === before) return done();
        before = now;
        requestAnimationFrame(look);
    };
    look()";

impl Window {
    /// Clicks the control that does this with the mouse. If it lies in a fold, that is unfolded first, as a user would do.
    ///
    /// # Errors
    /// When there is none, or it cannot be pressed.
    pub async fn press(&self, press: &Press) -> Outcome {
        let css = self.unfolded(press).await?;
        self.click(&css).await
    }

    /// Clicks the control that does this as [`Self::click_by_hand`] does.
    ///
    /// # Errors
    /// When there is no such control in time.
    pub async fn press_by_hand(&self, press: &Press, aim: Duration, hold: Duration) -> Outcome {
        let css = self.unfolded(press).await?;
        self.click_by_hand(&css, aim, hold).await
    }

    /// Clicks as a hand does: the mouse rests for a while on the first visible element that matches this CSS selector, and then
    /// holds the button down for a moment.
    ///
    /// # Errors
    /// When there is no such element in time.
    pub async fn click_by_hand(&self, css: &str, aim: Duration, hold: Duration) -> Outcome {
        let click = self
            .over(css)
            .await?
            .then(PointerAction::Pause { duration: aim })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Pause { duration: hold })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(click).await?)
    }

    /// Clicks twice on the same spot, with this pause in between.
    ///
    /// # Errors
    /// When there is no such control in time.
    pub async fn double_click(&self, press: &Press, pause: Duration) -> Outcome {
        let css = self.unfolded(press).await?;
        let once = self
            .over(&css)
            .await?
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        let twice = once
            .then(PointerAction::Pause { duration: pause })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(twice).await?)
    }

    /// Moves the mouse onto the first visible element that matches this CSS selector; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn point_at(&self, css: &str) -> Outcome {
        let over = self.over(css).await?;
        Ok(self.client.perform_actions(over).await?)
    }

    /// Clicks the first visible element that matches this CSS selector with the mouse; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn click(&self, css: &str) -> Outcome {
        let click = self
            .over(css)
            .await?
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(click).await?)
    }

    /// Scrolls down to the end with the mouse wheel, over the first visible element that matches this CSS selector.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn scroll_down(&self, css: &str) -> Outcome {
        let found = self.client.execute(MIDDLE, vec![self.find(css).await?]).await?;
        let (x, y): (i64, i64) = serde_json::from_value(found)?;
        let mut wheel = WheelActions::new("wheel".to_owned());
        wheel.push(WheelAction::Scroll { duration: None, x, y, delta_x: 0, delta_y: FURTHER_THAN_ANY_END });
        Ok(self.client.perform_actions(wheel).await?)
    }

    /// The actions that move the mouse onto the first visible element that matches this CSS selector, for more to follow.
    async fn over(&self, css: &str) -> Outcome<MouseActions> {
        let given_up = Instant::now() + Duration::from_secs(5);
        loop {
            let middle = self.client.execute(MIDDLE, vec![self.find(css).await?]).await?;
            if let Ok(middle) = serde_json::from_value::<(i64, i64)>(middle) {
                let (x, y) = self.elsewhere(middle);
                let onto = PointerAction::MoveTo { duration: None, x: x as f64, y: y as f64 };
                return Ok(MouseActions::new("mouse".to_owned()).then(onto));
            }
            // A drawn page that is just scrolling to what the mouse points at moves it out of sight for a moment.
            if Instant::now() > given_up {
                return Err(self.explained(&format!("something lies over {css}")).await);
            }
        }
    }

    /// A point in the control with this middle that is not where the last click was: scripts are quicker than any hand, and clicks
    /// on two successive screens would be taken for a double click.
    fn elsewhere(&self, (x, y): (i64, i64)) -> (i64, i64) {
        let mut last = self.mouse.lock().unwrap_or_else(PoisonError::into_inner);
        let aside = match *last {
            (before, row) if (row - y).abs() > SAME_SPOT || (before - x).abs() > SAME_SPOT => 0,
            (before, _) if before > x => -ASIDE,
            _ => ASIDE,
        };
        *last = (x + aside, y);
        *last
    }

    /// Finds the element to click and scrolls it to the middle, away from the bars that stay at the edges.
    async fn find(&self, css: &str) -> Outcome<Value> {
        let found = self.wait(css, FIND_ONE, vec![json!(css)]).await?;
        self.client.execute_async(AT_REST, vec![found.clone()]).await?;
        Ok(found)
    }
}
