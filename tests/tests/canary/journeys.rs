//! What a user does with one key: brings it, has it examined, and whatever comes next.

use fastrand::Rng;
use serde_json::json;
use smartradex_practice::{Account, Exchange, Scenario};
use smartradex_tests::computer::{Clipboard, Computer};
use smartradex_tests::walk::{ANNOUNCED, copy_row, taken};
use smartradex_tests::window::{Window, able};
use smartradex_tests::{Failure, Outcome};
use smartradex_wizard::{Bot, FormField, Input, Lang, Overlay, Part, Press};

/// Problems with which Binance, or something on the way, may answer. None takes more than a moment to be reported.
const PROBLEMS: [Scenario; 16] = [
    Scenario::KeyNotRecognised,
    Scenario::OtherSite,
    Scenario::SelfGenerated,
    Scenario::IpRestricted,
    Scenario::TradingOff,
    Scenario::TooManyBoxes,
    Scenario::UnknownPermission,
    Scenario::MainAccount,
    Scenario::Firewall,
    Scenario::Country,
    Scenario::TooManyRequests,
    Scenario::Maintenance,
    Scenario::BinanceFault,
    Scenario::Redirect,
    Scenario::Html200,
    Scenario::WrongJson,
];

/// How often a button is pressed before giving up.
const PRESSES: usize = 4;

/// Where a journey ends. Whatever comes next, another journey or the end of the program, finds it in that state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum End {
    /// The values are in the fields, and nothing has been asked.
    Pasted,
    /// Binance is being asked and does not answer.
    Examining,
    /// Binance, or something on the way, has given an unwanted answer.
    Refused,
    /// Nobody can be reached.
    Unreachable,
    /// The key is right. It is kept if the keyring accepts it; otherwise the user has not decided yet.
    Accepted,
    /// The fields were the other way round; they were swapped, and the key is right.
    Swapped,
    /// Both values were copied for the form, from the keyring or without having been kept; the secret is on the clipboard.
    Copied,
    /// The bot is configured, and its key was examined again.
    Home,
    /// The key was removed from the computer.
    Removed,
}

impl End {
    pub(crate) const ALL: [Self; 9] = [
        Self::Pasted,
        Self::Examining,
        Self::Refused,
        Self::Unreachable,
        Self::Accepted,
        Self::Swapped,
        Self::Copied,
        Self::Home,
        Self::Removed,
    ];

    /// How the exchange behaves during the journey.
    pub(crate) fn scenario(self, rng: &mut Rng) -> Scenario {
        match self {
            Self::Examining => Scenario::Stalled,
            Self::Refused => PROBLEMS[rng.usize(..PROBLEMS.len())],
            Self::Pasted
            | Self::Unreachable
            | Self::Accepted
            | Self::Swapped
            | Self::Copied
            | Self::Home
            | Self::Removed => Scenario::Good,
        }
    }
}

/// A key that exists nowhere else.
pub(crate) struct Key {
    account: Account,
    pub(crate) api_key: String,
    pub(crate) secret_key: String,
}

impl Key {
    /// The key derived from this seed.
    pub(crate) fn of(seed: [u8; 16]) -> Outcome<Self> {
        use smartradex_practice::{Bot, Bots};

        let account = Account::finished(seed, Bots::Bitcoin, Bot::Bitcoin);
        let values = account
            .keys()
            .first()
            .and_then(|key| Some((account.api_key(key.number)?, account.secret_key(key.number)?)));
        let (api_key, secret_key) = values.ok_or_else(|| Failure::new("no values shown"))?;
        Ok(Self { account, api_key, secret_key })
    }

    /// From now on the exchange knows only this key.
    pub(crate) fn publish(&self, exchange: &Exchange, scenario: Scenario) {
        exchange.publish(&self.account);
        exchange.set_scenario(scenario);
    }

    fn value(&self, part: Part) -> &str {
        match part {
            Part::ApiKey => &self.api_key,
            Part::SecretKey => &self.secret_key,
        }
    }
}

/// The user, at the window.
pub(crate) struct User<'a> {
    pub(crate) computer: &'a mut Computer,
    pub(crate) window: &'a Window,
    pub(crate) rng: &'a mut Rng,
    /// What the program produced for others to read.
    pub(crate) told: Vec<String>,
    /// The exchange tells whoever asks it to wait. The program then asks nothing more, so the doctor must not be the one who asked.
    pub(crate) waits: bool,
}

impl User<'_> {
    /// Takes the key, whose scenario the exchange already plays, to this end. Begins at step 4.
    pub(crate) async fn bring(&mut self, key: &Key, end: End) -> Outcome {
        self.aside().await?;
        self.paste(key, end == End::Swapped).await?;
        self.aside().await?;
        match end {
            End::Pasted => {
                if self.rng.bool() {
                    self.go_by(&Press::Back).await?;
                }
                return Ok(());
            }
            End::Examining => return self.check("step-4-examining").await,
            End::Refused | End::Unreachable => return self.check("step-4-verdict").await,
            End::Swapped => {
                self.check("step-4-verdict").await?;
                self.click(&Press::Swap).await?;
                self.window.wait_for_place("step-4-accepted").await?;
            }
            End::Accepted | End::Copied | End::Home | End::Removed => self.check("step-4-accepted").await?,
        }
        self.window.wait_for(DECIDED).await?;
        if end == End::Accepted || end == End::Swapped {
            return Ok(());
        }
        let kept = self.window.can_press(&Press::Next).await?;
        if !kept {
            self.click(&Press::Keep).await?;
            let (next, without) = (able(&Press::Next), able(&Press::WithoutKeeping));
            self.window.wait("the key not kept", DECLINE, vec![json!(next), json!(without)]).await?;
        }
        self.go_by(&Press::Next).await?;
        self.mislay(key).await?;
        self.copy_for_the_form(key).await?;
        if end == End::Copied {
            return Ok(());
        }
        self.go_by(&Press::HandedOver).await?;
        self.go_by(&Press::Home).await?;
        let bot = Bot::Bitcoin;
        if kept {
            self.window.wait_for(&able(&Press::CheckAgain { bot })).await?;
            self.click(&Press::CheckAgain { bot }).await?;
        }
        if end == End::Removed {
            self.click(&Press::Remove { bot }).await?;
            self.window.wait_for_place("removal").await?;
            self.click(&Press::ReallyRemove { bot }).await?;
            // If the keyring is locked, the key stays, and the user stays at home.
            self.window.wait_for(ANSWERED).await?;
        }
        Ok(())
    }

    /// Pastes the key with the buttons.
    pub(crate) async fn paste_by_buttons(&mut self, key: &Key) -> Outcome {
        for part in Part::ALL {
            self.put_by_button(part, key.value(part), Taken::Here).await?;
            self.window.wait_for(&taken(part)).await?;
        }
        Ok(())
    }

    /// Has what was pasted examined and kept.
    pub(crate) async fn have_it_kept(&self) -> Outcome {
        self.check("step-4-accepted").await?;
        self.window.wait_for(&able(&Press::Next)).await
    }

    /// Goes from wherever the last journey ended, or the program opened, to empty fields.
    pub(crate) async fn go_to_step_4(&mut self) -> Outcome {
        loop {
            let place = self.window.place().await?;
            let press = match place.as_str() {
                "welcome" => Press::Start,
                "step-1" | "step-2" | "step-3" => Press::Next,
                "step-4" => break,
                "step-4-examining" => Press::Cancel,
                "step-4-accepted" | "step-4-verdict" | "hand-over" => Press::Back,
                "configured" => Press::Home,
                "home" => Press::SetUp { bot: Bot::Bitcoin },
                other => return Err(Failure::new(format!("no way on from {other}"))),
            };
            self.click(&press).await?;
            // An examination under way may change the place once more by itself.
            self.window.wait_for(&format!("main:not([data-place='{place}'])")).await?;
        }
        for part in Part::ALL {
            if self.window.count(&taken(part)).await? > 0 {
                self.click(&Press::Clear { part }).await?;
                self.window.wait_for_no(&taken(part)).await?;
            }
        }
        Ok(())
    }

    /// Everything in the page, visible or not.
    pub(crate) async fn page(&self) -> Outcome<String> {
        let page = self.window.run(PAGE, vec![]).await?;
        page.as_str().map(str::to_owned).ok_or_else(|| Failure::new("no page"))
    }

    /// Clicks with a script: most of what is done here is tested with the mouse elsewhere.
    pub(crate) async fn click(&self, press: &Press) -> Outcome {
        let css = able(press);
        self.window.wait(&css, CLICK, vec![json!(css)]).await?;
        Ok(())
    }

    async fn go_by(&self, press: &Press) -> Outcome {
        let place = self.window.place().await?;
        self.click(press).await?;
        self.window.wait_for(&format!("main:not([data-place='{place}'])")).await
    }

    async fn check(&self, place: &str) -> Outcome {
        self.click(&Press::Check).await?;
        self.window.wait_for_place(place).await
    }

    /// Does something unrelated to any key, or nothing.
    async fn aside(&mut self) -> Outcome {
        match self.rng.u8(..7) {
            0 | 1 => {
                let lang = if self.window.language().await? == "fr" { Lang::En } else { Lang::Fr };
                self.click(&Press::Language { lang }).await?;
                self.window.wait_for(&format!("html[lang={}]", lang.tag())).await
            }
            2 => {
                self.click(&Press::SaveGuide).await?;
                let opened = self.computer.browser.next().await?;
                assert!(opened.ends_with(".html"), "the guide is opened: {opened}");
                Ok(())
            }
            3 => self.ask_for_support().await,
            _ => Ok(()),
        }
    }

    /// Copies the code, then copies and saves the report.
    async fn ask_for_support(&mut self) -> Outcome {
        let place = self.window.place().await?;
        self.click(&Press::Show { overlay: Overlay::Phone }).await?;
        self.window.wait_for_place("phone").await?;
        self.click(&Press::CopyCode).await?;
        self.window.wait_for(ANNOUNCED).await?;
        self.told.extend(self.computer.clipboard.text()?);
        // The doctor's findings are part of the report.
        if self.rng.u8(..4) == 0 && !self.waits {
            self.click(&Press::Show { overlay: Overlay::Doctor }).await?;
            self.window.wait_for_place("doctor").await?;
            self.window.wait_for_no("[data-state=waiting]").await?;
            self.go_by(&Press::Close).await?;
        }
        self.click(&Press::Show { overlay: Overlay::Report }).await?;
        self.window.wait_for_place("report").await?;
        self.click(&Press::ReportKey).await?;
        self.window.wait_for("[data-press='{\"type\":\"reportKey\"}']").await?;
        self.click(&Press::CopyShown).await?;
        self.window.wait_for(ANNOUNCED).await?;
        let report = self.computer.clipboard.text()?.unwrap_or_default();
        assert!(report.contains("SmartradeX"), "the report was copied: {report}");
        self.told.extend([report, self.page().await?]);
        self.click(&Press::SaveReport).await?;
        let opened = self.computer.browser.next().await?;
        assert!(opened.contains("smartradex-report"), "the report is opened: {opened}");
        for _ in ["report", "phone"] {
            self.go_by(&Press::Close).await?;
        }
        self.window.wait_for_place(&place).await
    }

    /// Pastes both values, in one of the ways people do it.
    async fn paste(&mut self, key: &Key, swapped: bool) -> Outcome {
        if swapped {
            self.put(Part::ApiKey, &key.secret_key, Taken::Here).await?;
            return self.put(Part::SecretKey, &key.api_key, Taken::Here).await;
        }
        match self.rng.u8(..8) {
            0 => {
                let both = format!("API Key: {}\nSecret Key: {}\n", key.api_key, key.secret_key);
                self.put(Part::ApiKey, &both, Taken::Everywhere).await
            }
            // Into the wrong field, noticed, cleared, and pasted once more.
            1 => {
                self.put(Part::ApiKey, &key.secret_key, Taken::Here).await?;
                self.click(&Press::Clear { part: Part::ApiKey }).await?;
                self.window.wait_for_no(&taken(Part::ApiKey)).await?;
                self.put_both(key).await
            }
            // Only a part of it at first.
            2 => {
                self.put(Part::SecretKey, &key.secret_key[..20], Taken::Nowhere).await?;
                self.put_both(key).await
            }
            3 => {
                self.put(Part::ApiKey, &format!(" \"{}\"\r\n", key.api_key), Taken::Here).await?;
                self.put(Part::SecretKey, &format!("\u{200b}{}\t", key.secret_key), Taken::Here).await
            }
            _ => self.put_both(key).await,
        }
    }

    async fn put_both(&mut self, key: &Key) -> Outcome {
        for part in Part::ALL {
            self.put(part, key.value(part), Taken::Here).await?;
        }
        Ok(())
    }

    /// Puts a text into a field: with the button, by pasting into the page, or by typing, which ends with the last letter.
    async fn put(&mut self, part: Part, text: &str, then: Taken) -> Outcome {
        match self.rng.u8(..4) {
            0 | 1 => self.put_by_button(part, text, then).await?,
            // A line break cannot be typed.
            2 if !text.contains('\n') => self.put_by_event(part, text, TYPE).await?,
            _ => self.put_by_event(part, text, PASTE).await?,
        }
        match then {
            Taken::Here => self.window.wait_for(&taken(part)).await,
            Taken::Everywhere => {
                self.window.wait_for(&taken(Part::ApiKey)).await?;
                self.window.wait_for(&taken(Part::SecretKey)).await
            }
            Taken::Nowhere => self.window.wait_for(&invalid(part)?).await,
        }
    }

    async fn put_by_button(&mut self, part: Part, text: &str, then: Taken) -> Outcome {
        self.computer.clipboard.copy(text)?;
        let problem = invalid(part)?;
        let answered = format!("{}, {problem}", taken(part));
        for _ in 0..PRESSES {
            self.click(&Press::Paste { part }).await?;
            self.window.wait_for(&answered).await?;
            if then == Taken::Nowhere || self.window.count(&problem).await? == 0 {
                break;
            }
            // `xclip` mixes up its answers if the window's toolkit asks it at the same moment, and the program then says that
            // it cannot read the clipboard. A user presses again.
        }
        Ok(())
    }

    async fn put_by_event(&self, part: Part, text: &str, script: &str) -> Outcome {
        let field = json!(format!("[data-part={}]", serde_json::to_string(&part)?));
        let emptied = self.window.run(script, vec![field, json!(text)]).await?;
        if emptied == true { Ok(()) } else { Err(Failure::new("the page keeps what was pasted")) }
    }

    /// Puts the secret where an e-mail address belongs: it is refused, and the field is cleared.
    async fn mislay(&self, key: &Key) -> Outcome {
        let field = format!("[data-input={}]", serde_json::to_string(&Input::Email)?);
        self.window.run(TYPE, vec![json!(field), json!(key.secret_key)]).await?;
        self.window.wait("a refusal", REFUSED, vec![json!(field), json!(ANNOUNCED)]).await.map(drop)
    }

    async fn copy_for_the_form(&self, key: &Key) -> Outcome {
        for (row, part) in [(1, Part::ApiKey), (2, Part::SecretKey)] {
            let copy = Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part } };
            copy_row(self.window, row, async || self.click(&copy).await).await?;
            assert_is(&self.computer.clipboard, key.value(part))?;
        }
        Ok(())
    }
}

/// Which fields accept what is put into one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    Here,
    Everywhere,
    Nowhere,
}

/// Does not show the values themselves if they differ.
fn assert_is(clipboard: &Clipboard, value: &str) -> Outcome {
    assert!(clipboard.text()?.is_some_and(|text| text == value), "the value was copied");
    Ok(())
}

/// A field that reports a problem with what was put into it.
fn invalid(part: Part) -> Outcome<String> {
    Ok(format!("[data-part={}][aria-invalid=true]", serde_json::to_string(&part)?))
}

/// What happens to the accepted key has been settled: the user can go on, or is asked.
const DECIDED: &str = r#"main[data-place=step-4-accepted]:has([data-press='{"type":"withoutKeeping"}']),
    main[data-place=step-4-accepted] :is(*, :scope) [data-press='{"type":"next"}']:not([aria-disabled='true'])"#;

/// The question is gone, and its result has been announced.
const ANSWERED: &str = "body:has(main:not([data-place=removal])) [data-announcement] > :not(.unseen)";

const CLICK: &str = "const one = document.querySelector(arguments[0]); one?.click(); return one !== null";
/// Nothing can be declined while the keyring is being asked.
const DECLINE: &str = "if (document.querySelector(arguments[0])) return true;
    document.querySelector(arguments[1])?.click();
    return false";
const PASTE: &str = "const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', arguments[1]);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    const field = document.querySelector(arguments[0]);
    return !field.dispatchEvent(event) && field.value === ''";
const TYPE: &str = "const field = document.querySelector(arguments[0]);
    field.value = arguments[1];
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field.value === ''";
const REFUSED: &str = "const find = (css) => document.querySelector(css); return find(arguments[0]).value === '' && find(arguments[1]) !== null";
const PAGE: &str = "const fields = [...document.querySelectorAll('input, textarea')].map((one) => one.value);
    const stored = [localStorage, sessionStorage].map((one) => JSON.stringify({ ...one }));
    return [document.documentElement.outerHTML, document.title, location.href, ...fields, ...stored].join('\\n')";
