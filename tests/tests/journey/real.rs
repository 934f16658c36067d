//! The journey for real, from the first screen to the second bot: against an exchange over HTTP that stands in for Binance, with a real
//! keyring, and with the program killed again and again on the way.

use std::ops::RangeInclusive;

use smartradex_practice::KeyBox;
use smartradex_tests::Outcome;
use smartradex_tests::computer::{Computer, Language, Setup};
use smartradex_tests::outside::{Outside, Values};
use smartradex_tests::walk::{ANNOUNCED, copy_row, taken};
use smartradex_tests::window::{Window, able};
use smartradex_wizard::{Bot, Bots, FormField, Input, Link, Part, Press};

use crate::steps::{TRADING, assert_kept, paste_both};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn from_welcome_to_the_second_bot_in_french() -> Outcome {
    Journey::from_start_to_end(Language::French, "Permet les transferts universels").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn from_welcome_to_the_second_bot_in_english() -> Outcome {
    Journey::from_start_to_end(Language::English, "Permits Universal Transfer").await
}

struct Journey {
    language: Language,
    computer: Computer,
    outside: Outside,
}

impl Journey {
    async fn from_start_to_end(language: Language, transfers: &str) -> Outcome {
        let mut computer = Computer::start(Setup::light(language)).await?;
        computer.keyring.start_unlocked().await?;
        let mut journey = Self { language, computer, outside: Outside::start().await? };
        journey.steps_1_to_3().await?;
        let bitcoin = journey.step_4(transfers).await?;
        journey.hand_over(&bitcoin).await?;
        let ether = journey.second_bot().await?;
        journey.assert_nothing_leaked(&[bitcoin, ether])
    }

    /// Opens the window where it was, in the system's language.
    async fn open(&self, place: &str) -> Outcome<Window> {
        let window = Window::open(&self.computer, &self.outside.arguments()).await?;
        window.wait_for_place(place).await?;
        assert_eq!(window.language().await?, self.language.tag());
        Ok(window)
    }

    async fn steps_1_to_3(&mut self) -> Outcome {
        let window = self.open("welcome").await?;
        window.press(&Press::Bots { bots: Bots::Both }).await?;
        window.press(&Press::Start).await?;
        window.wait_for_place("step-1").await?;
        window.press(&Press::Open { link: Link::ApiManagement }).await?;
        let page = format!("https://www.binance.com/{}/my/settings/api-management", self.language.tag());
        assert_eq!(self.computer.browser.next().await?, page);
        tick(&window, 1..=2).await?;
        window.kill()?;

        let window = self.open("step-1").await?;
        assert_eq!(
            window.count("[data-instruction][data-state=done]").await?,
            2,
            "what was done is not lost"
        );
        window.press(&Press::Next).await?;
        window.wait_for_place("step-2").await?;
        window.press(&Press::Open { link: Link::SubAccounts }).await?;
        let page = format!("https://www.binance.com/{}/my/sub-account/management", self.language.tag());
        assert_eq!(self.computer.browser.next().await?, page);
        self.copy_label(&window, "SmartradeX BTC Spot").await?;
        window.kill()?;

        let window = self.open("step-2").await?;
        window.press(&Press::Next).await?;
        window.wait_for_place("step-3").await?;
        tick(&window, 1..=1).await?;
        window.kill()?;

        let window = self.open("step-3").await?;
        assert_eq!(window.count("[data-instruction][data-state=done]").await?, 1);
        window.press(&Press::Next).await?;
        window.wait_for_place("step-4").await
    }

    /// A key with one box too many, which is corrected while the program watches.
    async fn step_4(&mut self, transfers: &str) -> Outcome<Values> {
        let values = self.outside.create_key(Bot::Bitcoin)?;
        self.outside.toggle(&values, &[TRADING, KeyBox::UniversalTransfer])?;
        let window = self.open("step-4").await?;
        paste_both(&window, &mut self.computer.clipboard, &values).await?;
        window.kill()?;

        let window = self.open("step-4").await?;
        for part in Part::ALL {
            assert_eq!(window.count(&taken(part)).await?, 0, "what was not kept is asked for again");
        }
        assert_eq!(self.outside.requests(), 0, "nothing was asked before the user wished it");
        paste_both(&window, &mut self.computer.clipboard, &values).await?;
        window.press(&Press::Check).await?;
        window.wait_for_place("step-4-verdict").await?;
        assert!(self.outside.requests() > 0);
        assert!(window.count("[data-check][data-state=wrong]").await? > 0);
        window.wait_for_text("[data-picture]", transfers).await?;
        assert_eq!(self.computer.keyring.kept().await?, [], "a key that is not right is not kept");
        window.kill()?;

        let window = self.open("step-4").await?;
        paste_both(&window, &mut self.computer.clipboard, &values).await?;
        window.press(&Press::Check).await?;
        window.wait_for_place("step-4-verdict").await?;
        self.outside.toggle(&values, &[KeyBox::UniversalTransfer])?;
        // Nothing is pressed: it examines the key again by itself.
        window.wait_for_place("step-4-accepted").await?;
        window.wait_for(&able(&Press::Next)).await?;
        assert_kept(&self.computer.keyring.kept().await?, "btc-spot", &values);
        window.kill()?;

        // What is kept is not asked for again.
        let window = Window::open(&self.computer, &self.outside.arguments()).await?;
        if window.place().await? == "step-4-accepted" {
            window.press(&Press::Next).await?;
        }
        window.wait_for_place("hand-over").await?;
        window.kill()?;
        Ok(values)
    }

    async fn hand_over(&mut self, values: &Values) -> Outcome {
        let window = self.open("hand-over").await?;
        window.press(&Press::Open { link: Link::KeyForm }).await?;
        assert_eq!(self.computer.browser.next().await?, "https://smartradex.fr/cle-api-2/");
        self.copy_key(&window, 1, Bot::Bitcoin, values).await?;
        window.kill()?;

        let window = self.open("hand-over").await?;
        assert_eq!(window.count("[data-row][data-state=done]").await?, 2, "what was handed over is not lost");
        window.click(&format!("[data-input={}]", serde_json::to_string(&Input::Email)?)).await?;
        window.type_text("user@example.com").await?;
        self.copy(&window, 3, FormField::Email, "user@example.com").await?;
        window.press(&Press::HandedOver).await?;
        window.wait_for_place("configured").await?;
        window.kill()
    }

    /// Step 1 is done only once; the rest is done again, with the other sub-account.
    async fn second_bot(&mut self) -> Outcome<Values> {
        let window = self.open("home").await?;
        window.wait_for("[data-card][data-tone=success]").await?;
        window.press(&Press::SetUp { bot: Bot::Ether }).await?;
        window.wait_for_place("step-2").await?;
        self.copy_label(&window, "SmartradeX ETH").await?;
        window.press(&Press::Next).await?;
        window.wait_for_place("step-3").await?;
        window.press(&Press::Next).await?;
        window.wait_for_place("step-4").await?;
        let values = self.outside.create_key(Bot::Ether)?;
        self.outside.toggle(&values, &[TRADING])?;
        paste_both(&window, &mut self.computer.clipboard, &values).await?;
        window.press(&Press::Check).await?;
        window.wait_for_place("step-4-accepted").await?;
        window.wait_for(&able(&Press::Next)).await?;
        assert_kept(&self.computer.keyring.kept().await?, "eth-spot", &values);
        window.press(&Press::Next).await?;
        window.wait_for_place("hand-over").await?;
        self.copy_key(&window, 3, Bot::Ether, &values).await?;
        window.press(&Press::HandedOver).await?;
        window.wait_for_place("configured").await?;
        window.press(&Press::Home).await?;
        window.wait_for_place("home").await?;
        window.kill()?;

        let window = self.open("home").await?;
        for label in ["SmartradeX BTC Spot", "SmartradeX ETH"] {
            window.wait_for_text("[data-block=cards]", label).await?;
        }
        assert_eq!(self.computer.keyring.kept().await?.len(), 2);
        Ok(values)
    }

    /// The button for the label is in the instruction that asks for it, once that instruction's turn has come.
    async fn copy_label(&self, window: &Window, label: &str) -> Outcome {
        tick(window, 1..=4).await?;
        window.press(&Press::CopyLabel).await?;
        window.wait_for(ANNOUNCED).await?;
        assert_eq!(self.computer.clipboard.text()?.as_deref(), Some(label));
        Ok(())
    }

    async fn copy_key(&self, window: &Window, first_row: u8, bot: Bot, values: &Values) -> Outcome {
        let api_key = FormField::Key { bot, part: Part::ApiKey };
        self.copy(window, first_row, api_key, &values.api_key).await?;
        let secret_key = FormField::Key { bot, part: Part::SecretKey };
        self.copy(window, first_row + 1, secret_key, &values.secret_key).await
    }

    async fn copy(&self, window: &Window, row: u8, field: FormField, value: &str) -> Outcome {
        copy_row(window, row, async || window.press(&Press::CopyField { field }).await).await?;
        assert_eq!(self.computer.clipboard.text()?.as_deref(), Some(value));
        Ok(())
    }

    fn assert_nothing_leaked(&self, keys: &[Values]) -> Outcome {
        assert!(
            !self.computer.home.files_with(b"\"verified_at\"")?.is_empty(),
            "the session file is searched"
        );
        for key in keys {
            for value in [&key.api_key, &key.secret_key] {
                let found = self.computer.home.files_with(value.as_bytes())?;
                assert!(found.is_empty(), "a value of the key is in {found:?}");
            }
        }
        Ok(())
    }
}

async fn tick(window: &Window, instructions: RangeInclusive<u8>) -> Outcome {
    for instruction in instructions {
        window.press(&Press::Tick { instruction }).await?;
        window.wait_for(&format!("[data-instruction='{instruction}'][data-state=done]")).await?;
    }
    Ok(())
}
