//! What the desk shows of any caller: at every place, behind every screen in front, with every cause.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_wizard::{Block, Cause, Finding, Findings, Lang, Situation, Spot, ToldOverlay, Words, bare};
use user::User;

/// A situation of a caller, the desk in the other language, and what the agent says to the caller.
struct Call {
    situation: Situation,
    agent: Words,
    caller: Words,
    shown: String,
    /// Sentence by sentence, from the first one about the matter on: what precedes it is the same in each call.
    said: Vec<String>,
}

impl Call {
    fn about(situation: Situation) -> Self {
        let caller = Words { lang: situation.language, binance: situation.binance };
        let agent = Words { lang: caller.lang.other(), ..caller };
        let mut desk = User::new(agent.lang);
        desk.open_desk(Some(&situation.code().to_string()));
        let blocks = desk.screen().blocks;
        let heading =
            |block: &Block| matches!(block, Block::Heading { text } if *text == agent.text("desk-say"));
        let start = blocks.iter().position(heading).expect("there is something to say");
        let pairs = blocks[start + 1..].iter().map_while(|block| match block {
            Block::Group { blocks, .. } => match blocks.as_slice() {
                [Block::Paragraph { text, lang: Some(lang), .. }, _] if *lang == caller.lang => {
                    Some(bare(text))
                }
                other => panic!("a sentence in two languages, not {other:?}"),
            },
            _ => None,
        });
        let mut said: Vec<String> = pairs.collect();
        let never = bare(&caller.text("desk-say-never"));
        let opening = said.iter().position(|one| *one == never).expect("what support never asks for");
        // At home there may be two bots, so the next sentence names the one that is spoken of.
        let bot = situation.spot == Spot::Home && situation.overlay != Some(ToldOverlay::UnexpectedCall);
        said.drain(..=opening + usize::from(bot));
        Self { situation, agent, caller, shown: desk.screen_words(), said }
    }

    fn place(&self) -> String {
        let Situation { spot, overlay, cause, language, .. } = self.situation;
        let cause = cause.map_or("no cause", Cause::name);
        format!("{cause} at {spot:?} behind {overlay:?} in {language:?}: {:#?}", self.said)
    }

    fn says(&self, words: &str) -> bool {
        self.said.join(" ").contains(words)
    }

    fn begins_with(&self, words: &str) -> bool {
        self.said.join(" ").starts_with(words)
    }

    /// The agent is told the cause, whatever is said first.
    fn assert_cause_is_named(&self, cause: Cause) {
        let spoken = serde_json::to_string(&cause.spoken(self.agent)).unwrap();
        assert!(self.shown.contains(spoken.trim_matches('"')), "{}", self.place());
    }

    /// The caller is told what happened, before anything else, and what to do.
    fn assert_cause_is_explained(&self, cause: Cause) {
        let explanation = cause.explain(self.caller, cause.details());
        assert!(self.begins_with(&bare(&explanation.happened)), "{}", self.place());
        assert!(self.says(&bare(&explanation.todo)), "{}", self.place());
    }

    /// Between the button that lets boxes be changed and the one that saves them, each of these labels is in one sentence, which begins
    /// with this verb: a box must not be ticked that should be unticked.
    fn assert_boxes_are_gone_through(&self, (verb, labels): (&str, Vec<&str>)) {
        let at = |id| self.said.iter().position(|one| *one == bare(&self.caller.text(id)));
        let (edit, save) = (at("step3-edit"), at("step3-save"));
        let (Some(edit), Some(save)) = (edit, save) else { panic!("no way to the boxes: {}", self.place()) };
        for label in labels {
            let label = self.caller.label(label);
            let named: Vec<&String> =
                self.said[edit + 1..save].iter().filter(|one| one.contains(&label)).collect();
            assert!(matches!(named.as_slice(), [one] if one.starts_with(verb)), "{label} {}", self.place());
        }
    }
}

/// What the caller is told to do with which boxes; `None` if the cause is not about boxes.
fn boxes(cause: Cause, lang: Lang) -> Option<(&'static str, Vec<&'static str>)> {
    let [tick, untick, select] = match lang {
        Lang::Fr => ["Cochez ", "Décochez ", "Sélectionnez "],
        Lang::En => ["Tick ", "Untick ", "Select "],
    };
    match cause {
        Cause::TooManyBoxes => Some((
            untick,
            vec![
                "withdrawals",
                "internal-transfer",
                "universal-transfer",
                "margin",
                "futures",
                "european-options",
                "portfolio-margin-trading",
                "fix-api-trade",
            ],
        )),
        // Nobody knows its label, so the two that stay are named.
        Cause::UnknownPermission => Some((untick, vec!["reading", "spot-and-margin-trading"])),
        Cause::IpRestricted => Some((select, vec!["ip-unrestricted"])),
        Cause::TradingOff => Some((tick, vec!["spot-and-margin-trading"])),
        Cause::ReadingOff => Some((tick, vec!["reading"])),
        Cause::SymbolWhitelist => Some((untick, vec!["symbol-whitelist"])),
        _ => None,
    }
}

/// What the code says of the boxes besides the cause: with too many of them, which.
fn findings(cause: Cause) -> Findings {
    let too_many = cause == Cause::TooManyBoxes;
    Finding::ALL.into_iter().filter(|finding| too_many && matches!(finding, Finding::On(_))).collect()
}

/// At every place, behind every screen in front of it, and with every cause. Only with a verdict in view are screens in front tried with each
/// cause, because elsewhere nothing would be said of it that is not said without them.
fn situations(lang: Lang) -> impl Iterator<Item = Situation> {
    let start = User::new(lang).wizard.situation();
    Spot::ALL.into_iter().flat_map(move |spot| {
        ToldOverlay::ALL.into_iter().map(Some).chain([None]).flat_map(move |overlay| {
            let all = overlay.is_none() || spot == Spot::Judged;
            let causes = Cause::ALL.into_iter().filter(move |_| all);
            let with = move |cause| Situation {
                spot,
                overlay,
                cause: Some(cause),
                findings: findings(cause),
                ..start
            };
            causes.map(with).chain([Situation { spot, overlay, ..start }])
        })
    })
}

#[test]
fn the_desk_shows_every_place_and_every_cause_in_both_languages() {
    for situation in Lang::ALL.into_iter().flat_map(situations) {
        let call = Call::about(situation);
        if let Some(cause) = situation.cause {
            call.assert_cause_is_named(cause);
        }
        let todo = situation.cause.map(|cause| bare(&cause.explain(call.caller, cause.details()).todo));
        let told = todo.is_some_and(|todo| call.says(&todo));
        if situation.overlay == Some(ToldOverlay::UnexpectedCall) {
            // Somebody may have the keys, so nothing else counts.
            assert!(call.begins_with(&bare(&call.caller.text("desk-suspicious-ask"))), "{}", call.place());
            assert!(!told, "{}", call.place());
        } else if situation.spot == Spot::Examining {
            // The answer that is awaited will replace the cause.
            assert!(call.begins_with(&bare(&call.caller.text("desk-say-examining"))), "{}", call.place());
            assert!(!told, "{}", call.place());
        } else if let Some(cause) = situation.cause {
            match boxes(cause, call.caller.lang) {
                // One by one, and not all in the one sentence that a reader is told.
                Some(boxes) => call.assert_boxes_are_gone_through(boxes),
                None => call.assert_cause_is_explained(cause),
            }
        } else {
            assert!(!call.said.is_empty(), "{}", call.place());
        }
    }
}
