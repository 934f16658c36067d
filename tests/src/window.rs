//! The program's window, seen and used as by a user: by what is visible, with mouse and keyboard.

mod appearance;
mod axe;
mod driver;
mod mouse;
mod picture;
mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::Client;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
pub use fantoccini::key::Key;
use serde_json::{Value, json};
use smartradex_wizard::Press;

use crate::computer::{Computer, Log};
use crate::{Failure, Outcome};
use driver::Driver;

/// The open window. The program ends when this is dropped.
#[derive(Debug)]
pub struct Window {
    client: Client,
    driver: Driver,
    log: Log,
    program: PathBuf,
    /// Where the program keeps its session.
    folder: PathBuf,
    /// Where the mouse was moved last.
    mouse: Mutex<(i64, i64)>,
}

impl Window {
    /// Starts the program with these arguments and waits until it shows a screen.
    ///
    /// # Errors
    /// When it does not.
    pub async fn open(computer: &Computer, arguments: &[String]) -> Outcome<Self> {
        let window = Self::open_program(computer, program::path()?, arguments).await?;
        window.wait_for("main[data-place]").await?;
        Ok(window)
    }

    /// Starts another program that shows a page in a window, for comparison.
    ///
    /// # Errors
    /// When it does not.
    pub async fn open_program(computer: &Computer, program: PathBuf, arguments: &[String]) -> Outcome<Self> {
        let driver = Driver::start(computer)?;
        let log = computer.home.log();
        let opened = driver.open(&program, arguments).await;
        let client = opened.map_err(|failure| failure.during(log.last_words()))?;
        let folder = if arguments.iter().any(|argument| argument == "--endpoint") {
            computer.home.kept_of_other_address()
        } else {
            computer.home.kept()
        };
        Ok(Self { client, driver, log, program, folder, mouse: Mutex::default() })
    }

    /// Kills the program, which cannot do anything about it. A screen is normally shown only once its session is written, unless the disk
    /// is slow, as on a machine full of tests; a half-written file is therefore given a moment to be finished.
    ///
    /// # Errors
    /// When it is not there any more.
    pub fn kill(self) -> Outcome {
        let given_up = Instant::now() + Duration::from_secs(5);
        while half_written(&self.folder)? && Instant::now() < given_up {
            thread::sleep(Duration::from_millis(5));
        }
        self.end()
    }

    /// The name of the screen, the same in every language.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn place(&self) -> Outcome<String> {
        let place =
            self.run("return document.querySelector('[data-place]')?.dataset.place ?? ''", vec![]).await?;
        Ok(text_of(&place))
    }

    /// The language that the page declares.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn language(&self) -> Outcome<String> {
        // What is visible changes first; what the page declares changes in the next frame.
        let said = "const { lang } = document.documentElement; return document.querySelector(`[lang='${lang}'] > main`) && lang";
        Ok(text_of(&self.wait("one language", said, vec![]).await?))
    }

    /// All visible text, the rail included.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn text(&self) -> Outcome<String> {
        Ok(text_of(&self.run("return document.body.innerText", vec![]).await?))
    }

    /// The text of the first visible element that matches this CSS selector; waits for it.
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn text_of(&self, css: &str) -> Outcome<String> {
        let found = self.wait(css, FIND_TEXT, vec![json!(css)]).await?;
        Ok(text_of(&found))
    }

    /// Waits for a screen.
    ///
    /// # Errors
    /// When another one stays.
    pub async fn wait_for_place(&self, place: &str) -> Outcome {
        self.wait_for(&format!("main[data-place='{place}']")).await?;
        // Its heading has the focus only after the frame that shows it.
        self.two_frames().await
    }

    /// Waits until something visible matches this CSS selector.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for(&self, css: &str) -> Outcome {
        self.wait(css, FIND_ANY, vec![json!(css)]).await?;
        Ok(())
    }

    /// Waits until something visible that matches this CSS selector contains these words.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_for_text(&self, css: &str, words: &str) -> Outcome {
        let what = format!("{words:?} in {css}");
        self.wait(&what, FIND_WORDS, vec![json!(css), json!(words)]).await?;
        Ok(())
    }

    /// Waits until the first visible match of this CSS selector no longer reads as these words.
    ///
    /// # Errors
    /// When it still reads the same after a while.
    pub async fn wait_for_other_text(&self, css: &str, words: &str) -> Outcome {
        let what = format!("other words than {words:?} in {css}");
        self.wait(&what, FIND_OTHER_WORDS, vec![json!(css), json!(words)]).await?;
        Ok(())
    }

    /// Waits until nothing visible matches this CSS selector any more.
    ///
    /// # Errors
    /// When something still does after a while.
    pub async fn wait_for_no(&self, css: &str) -> Outcome {
        self.wait(&format!("no {css}"), FIND_NONE, vec![json!(css)]).await?;
        Ok(())
    }

    /// How many visible elements match this CSS selector now.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn count(&self, css: &str) -> Outcome<u64> {
        let count = self.run(&format!("{VISIBLE} return all(arguments[0]).length"), vec![json!(css)]).await?;
        count.as_u64().ok_or_else(|| Failure::new("no count"))
    }

    /// Whether a control that does this is visible and can be pressed.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn can_press(&self, press: &Press) -> Outcome<bool> {
        Ok(self.count(&able(press)).await? > 0)
    }

    /// Presses a key.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn key(&self, key: Key) -> Outcome {
        self.keys(&[char::from(key)]).await
    }

    /// Types a text into whatever has the focus.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn type_text(&self, text: &str) -> Outcome {
        self.keys(&text.chars().collect::<Vec<_>>()).await
    }

    /// Presses Tab until the focus is on the first visible element that matches this CSS selector.
    ///
    /// # Errors
    /// When it is not reached: a user without a mouse would not reach it either.
    pub async fn tab_to(&self, css: &str) -> Outcome {
        self.wait_for(css).await?;
        for _ in 0..MOST_TABS {
            let there =
                self.run("return document.activeElement.matches(arguments[0])", vec![json!(css)]).await?;
            if there == true {
                return Ok(());
            }
            self.key(Key::Tab).await?;
        }
        Err(self.explained(&format!("{css} is not reached by {MOST_TABS} times Tab")).await)
    }

    /// Goes to the control that does this with Tab alone, unfolding whatever hides it, and presses it with this key.
    ///
    /// # Errors
    /// When it is not reached.
    pub async fn press_by_key(&self, press: &Press, key: Key) -> Outcome {
        let css = pressing(press);
        if let Some(fold) = self.fold_of(&css).await? {
            self.tab_to(&fold).await?;
            self.key(Key::Enter).await?;
        }
        self.tab_to(&format!("{css}{CAN_BE_PRESSED}")).await?;
        self.key(key).await
    }

    /// Sets the size of the inside of the window, in pixels.
    ///
    /// # Errors
    /// When the window does not take that size.
    pub async fn set_size(&self, width: u32, height: u32) -> Outcome {
        self.client.set_window_size(width, height).await?;
        let size = [json!(width), json!(height)];
        let reached = "return innerWidth === arguments[0] && innerHeight === arguments[1]";
        self.wait("the new size", reached, size.to_vec()).await?;
        Ok(())
    }

    /// Runs a script in the page.
    ///
    /// # Errors
    /// What it throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Waits until a script, run again after each change of the page, returns something truthy.
    ///
    /// # Errors
    /// When it does not in time; the message says what was waited for and what was there instead.
    pub async fn wait(&self, what: &str, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let script = format!(
            "{VISIBLE}
            const done = arguments[arguments.length - 1];
            const parameters = [...arguments].slice(0, -1);
            const look = () => (function () {{ {script} }}).apply(null, parameters);
            const observer = new MutationObserver(again);
            const clock = setInterval(again, 100);
            function again() {{
                const found = look();
                if (!found) return;
                observer.disconnect();
                clearInterval(clock);
                done(found);
            }}
            observer.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
            again();"
        );
        match self.client.execute_async(&script, arguments).await {
            Ok(found) => Ok(found),
            Err(error) => {
                let failure = self.explained(&format!("waiting for {what}")).await;
                Err(failure.during(error))
            }
        }
    }

    /// Waits until nothing moves any more and everything has been drawn, so that a picture shows the final state.
    async fn settle(&self) -> Outcome {
        let still = "return document.getAnimations().every((one) => one.effect.getComputedTiming().endTime === Infinity
            || one.playState === 'finished')";
        self.wait("the end of all motion", still, vec![]).await?;
        self.two_frames().await
    }

    /// Waits until the latest change has been drawn, and whatever the page defers until then is done.
    async fn two_frames(&self) -> Outcome {
        self.client.execute_async(TWO_FRAMES, vec![]).await?;
        Ok(())
    }

    async fn keys(&self, keys: &[char]) -> Outcome {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(KeyAction::Down { value: *key }).then(KeyAction::Up { value: *key });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Opens whatever the control that does this is folded into; returns the control's CSS selector.
    async fn unfolded(&self, press: &Press) -> Outcome<String> {
        let css = pressing(press);
        if let Some(fold) = self.fold_of(&css).await? {
            self.click(&fold).await?;
        }
        Ok(format!("{css}{CAN_BE_PRESSED}"))
    }

    /// The summary of the fold that hides what this CSS selector matches.
    async fn fold_of(&self, css: &str) -> Outcome<Option<String>> {
        let hidden = self.run(&format!("{VISIBLE} {FIND_FOLD}"), vec![json!(css)]).await?;
        Ok((hidden == true).then(|| format!("details:not([open]):has({css}) > summary")))
    }

    fn end(&self) -> Outcome {
        program::kill(self.driver.group(), &self.program)
    }

    /// The failure, with the screen that is shown and what the program printed last.
    async fn explained(&self, what: &str) -> Failure {
        let place = self.place().await.unwrap_or_else(|_| "no screen".to_owned());
        let text = self.text().await.unwrap_or_default();
        let log = self.log.last_words();
        Failure::new(format!("{what}; on {place}, which reads:\n{text}\nprinted last:\n{log}"))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // Before the driver ends, and waiting for it, because the next start would otherwise find this program still running. It is no
        // error if it has already been killed.
        let _ = self.end();
    }
}

/// More controls than a screen has.
const MOST_TABS: u32 = 150;

/// What a user can see, for the scripts below: `all` returns the visible elements that match a selector. A drawn page's box is a real one
/// that nobody sees, covered by its drawing.
const VISIBLE: &str = "const all = (css) => [...document.querySelectorAll(css)]
    .filter((one) => one.checkVisibility() && !one.closest('[inert]'));";

/// Of the two frames after a change, the first one shows it.
const TWO_FRAMES: &str =
    "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))";
/// Excludes controls that only say why they cannot be pressed.
pub const CAN_BE_PRESSED: &str = ":not([aria-disabled='true']):not(:disabled)";
const FIND_ANY: &str = "return all(arguments[0]).length > 0";
const FIND_NONE: &str = "return all(arguments[0]).length === 0";
const FIND_TEXT: &str = "return all(arguments[0])[0]?.innerText";
const FIND_WORDS: &str = "return all(arguments[0]).some((one) => one.innerText.includes(arguments[1]))";
const FIND_OTHER_WORDS: &str =
    "const [one] = all(arguments[0]); return one && one.innerText !== arguments[1]";
const FIND_FOLD: &str = "return all(arguments[0]).length === 0
    && document.querySelector(arguments[0])?.closest('details:not([open])') != null";

/// The controls that do this, as a CSS selector.
#[must_use]
pub fn pressing(press: &Press) -> String {
    let json = serde_json::to_string(press).unwrap_or_default();
    format!("[data-press='{}']", json.replace('\\', r"\\").replace('\'', r"\'"))
}

/// The same, when it can be pressed.
#[must_use]
pub fn able(press: &Press) -> String {
    format!("{}{CAN_BE_PRESSED}", pressing(press))
}

/// Whether a file in this folder is just being written.
fn half_written(folder: &Path) -> Outcome<bool> {
    let mut found = false;
    for entry in fs::read_dir(folder)? {
        found |= entry?.file_name().to_string_lossy().starts_with(".half-done-");
    }
    Ok(found)
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
