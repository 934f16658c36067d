//! What the user does by mouse.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, WheelAction, WheelActions,
};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use smartradex_wizard::Press;

use super::Window;
use crate::{Failure, Outcome};

/// By this name the WebDriver protocol hands an element over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// In pixels: no hand clicks twice on the very same spot, unless it means a double click.
const UNSTEADY: i64 = 5;
/// In pixels.
const FURTHER_THAN_ANY_END: i64 = 5000;

const FIND_ONE: &str = "const [one] = all(arguments[0]); one?.scrollIntoView({ block: 'center', behavior: 'instant' }); return one";
/// Where its middle is, if nothing lies over it.
const MIDDLE: &str = "const [one] = arguments;
    const { x, y, width, height } = one.getBoundingClientRect();
    const middle = [Math.round(x + width / 2), Math.round(y + height / 2)];
    const hit = document.elementFromPoint(...middle);
    return one === hit || one.contains(hit) || one.closest('label')?.contains(hit) ? middle : null";
/// Waits until it stays where it is: what moves would be missed.
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
    /// Clicks the control that does this, by mouse. One that lies in a fold is unfolded first, as a user would.
    ///
    /// # Errors
    /// When there is none, or it cannot be pressed.
    pub async fn press(&self, press: &Press) -> Outcome {
        let css = self.unfolded(press).await?;
        self.click(&css).await
    }

    /// Clicks as a hand does: the mouse lies over the control for a while, and holds the button down for a moment.
    ///
    /// # Errors
    /// When there is no such control in time.
    pub async fn press_by_hand(&self, press: &Press, aim: Duration, hold: Duration) -> Outcome {
        let css = self.unfolded(press).await?;
        let click = self
            .over(&css)
            .await?
            .then(PointerAction::Pause { duration: aim })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Pause { duration: hold })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(click).await?)
    }

    /// Clicks twice on the same spot, with this time between.
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

    /// Lays the mouse over the first visible element that this CSS selector finds; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn point_at(&self, css: &str) -> Outcome {
        let over = self.over(css).await?;
        Ok(self.client.perform_actions(over).await?)
    }

    /// Clicks, by mouse, the first visible element that this CSS selector finds; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn click(&self, css: &str) -> Outcome {
        let given_up = Instant::now() + Duration::from_secs(5);
        loop {
            let element = serde_json::to_value(self.find(css).await?)?;
            let middle = self.client.execute(MIDDLE, vec![element]).await?;
            if let Ok((x, y)) = serde_json::from_value::<(i64, i64)>(middle) {
                let onto =
                    PointerAction::MoveTo { duration: None, x: (x + self.unsteady()) as f64, y: y as f64 };
                let click = MouseActions::new("mouse".to_owned())
                    .then(onto)
                    .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                    .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
                return Ok(self.client.perform_actions(click).await?);
            }
            // A drawn page that just scrolls to what the mouse points at takes it out of sight for a moment.
            if Instant::now() > given_up {
                return Err(self.explained(&format!("something lies over {css}")).await);
            }
        }
    }

    /// By how much the mouse misses the middle this time.
    fn unsteady(&self) -> i64 {
        if self.missed.fetch_xor(true, Ordering::Relaxed) { UNSTEADY } else { 0 }
    }

    /// Turns the mouse wheel down to the end, over the first visible element that this CSS selector finds.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn scroll_down(&self, css: &str) -> Outcome {
        let (x, y, width, height) = self.find(css).await?.rectangle().await?;
        let mut wheel = WheelActions::new("wheel".to_owned());
        wheel.push(WheelAction::Scroll {
            duration: None,
            x: (x + width / 2.0) as i64,
            y: (y + height / 2.0) as i64,
            delta_x: 0,
            delta_y: FURTHER_THAN_ANY_END,
        });
        Ok(self.client.perform_actions(wheel).await?)
    }

    /// What lays the mouse over it, for more to follow.
    async fn over(&self, css: &str) -> Outcome<MouseActions> {
        let element = self.find(css).await?;
        let onto =
            PointerAction::MoveToElement { element, duration: None, x: self.unsteady() as f64, y: 0.0 };
        Ok(MouseActions::new("mouse".to_owned()).then(onto))
    }

    /// Finds what is to be clicked, and brings it to the middle, away from the bars that stay at the edges.
    async fn find(&self, css: &str) -> Outcome<Element> {
        let found = self.wait(css, FIND_ONE, vec![json!(css)]).await?;
        self.client.execute_async(AT_REST, vec![found.clone()]).await?;
        let reference =
            found.get(ELEMENT).and_then(Value::as_str).ok_or_else(|| Failure::new("no element"))?;
        Ok(Element::from_element_id(self.client.clone(), ElementRef::from(reference.to_owned())))
    }
}
