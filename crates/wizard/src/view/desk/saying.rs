//! What the agent says next, and what probably comes after.

use crate::cause::{Cause, WayOn};
use crate::l10n::{Words, bare};
use crate::screen::{Block, Span, Text, plain};
use crate::step;
use crate::support::{Situation, Spot, exemplar};
use crate::view::parts::paragraph;
use crate::wizard::Wizard;

/// Each sentence in the caller's language, with the agent's beside it where that is another.
pub(super) fn pairs(twin: &Wizard, situation: &Situation, theirs: Words, words: Words) -> Vec<Block> {
    let said = |words| said(twin, situation, words);
    if theirs.lang == words.lang {
        return said(theirs).iter().flat_map(sentences).map(|one| paragraph(plain(one))).collect();
    }
    let mut blocks = Vec::new();
    for (their, ours) in said(theirs).iter().zip(said(words)) {
        let (mut one, mut other) = (sentences(their), sentences(&ours));
        // A thought may take another number of sentences in another language.
        if one.len() != other.len() {
            (one, other) = (vec![bare(their)], vec![bare(&ours)]);
        }
        blocks.extend(one.into_iter().zip(other).map(|(their, ours)| {
            let strong = vec![Span::Strong { text: their }];
            let their = Block::Paragraph { text: strong, lead: false, lang: Some(theirs.lang) };
            Block::Group { title: None, lang: None, blocks: vec![their, paragraph(plain(ours))] }
        }));
    }
    blocks
}

/// What to say, thought by thought.
fn said(twin: &Wizard, situation: &Situation, words: Words) -> Vec<Text> {
    let place = twin.place_to_say(words);
    let mut said =
        vec![words.text_with("desk-say-place", &[("place", place.into())]), words.text("desk-say-never")];
    if situation.cause.is_some() {
        said.extend(exemplar::verdict(situation).explanation(words));
    }
    match situation.spot.step().filter(|_| instructed(situation.spot)) {
        Some(step) => {
            let bot = situation.bot;
            let next = (1..).zip(step::instructions(step)).find(|(number, _)| !situation.ticks.has(*number));
            match next {
                Some((number, instruction)) => {
                    said.push(words.text_with("desk-say-instruction", &[("number", number.into())]));
                    said.push(instruction.text(bot, words));
                    said.extend(instruction.detail_text(bot, words));
                }
                None => said.push(words.text("desk-say-all-ticked")),
            }
        }
        None if situation.cause.is_none() => said.push(words.text(spot_id(situation.spot))),
        None => {}
    }
    said.push(words.text("desk-say-tell"));
    said
}

/// Instructions are ticked off there.
fn instructed(spot: Spot) -> bool {
    matches!(spot, Spot::SecurityControls | Spot::CreateKey | Spot::Restrictions)
}

fn spot_id(spot: Spot) -> &'static str {
    match spot {
        Spot::Welcome => "desk-say-welcome",
        Spot::SecurityControls | Spot::CreateKey | Spot::Restrictions => "desk-say-all-ticked",
        Spot::Entering => "desk-say-entering",
        Spot::Examining => "desk-say-examining",
        Spot::Judged => "desk-say-judged",
        Spot::Accepted => "desk-say-accepted",
        Spot::HandOver => "desk-say-hand-over",
        Spot::Configured => "desk-say-configured",
        Spot::Home => "desk-say-home",
    }
}

/// The troubles that probably come next, each by its spoken name and what happens.
pub(super) fn likely(situation: &Situation, words: Words) -> Vec<Text> {
    let causes: &[Cause] = match situation.cause.map(Cause::way_on) {
        Some(WayOn::GoTo(_)) => &[Cause::NotActiveYet, Cause::TooManyBoxes, Cause::TradingOff],
        Some(WayOn::Swap | WayOn::PasteAgain) => &[Cause::WrongSecret, Cause::KeyNotRecognised],
        Some(WayOn::TryAgain | WayOn::LookAgain | WayOn::Wait(_)) => {
            &[Cause::KeyNotRecognised, Cause::NotActiveYet]
        }
        None => match situation.spot {
            Spot::Welcome | Spot::SecurityControls => &[Cause::TradingOff, Cause::MainAccount],
            Spot::CreateKey => &[Cause::MainAccount, Cause::OtherBot, Cause::SelfGenerated],
            Spot::Restrictions => &[Cause::TradingOff, Cause::TooManyBoxes, Cause::IpRestricted],
            Spot::Entering | Spot::Examining | Spot::Judged => {
                &[Cause::Swapped, Cause::WrongSecret, Cause::NotActiveYet]
            }
            Spot::Accepted | Spot::HandOver | Spot::Configured | Spot::Home => {
                &[Cause::KeyNotRecognised, Cause::IpRestricted]
            }
        },
    };
    let line = |cause: Cause| {
        let mut line =
            vec![Span::Strong { text: cause.spoken(words) }, Span::Plain { text: " – ".to_owned() }];
        line.extend(cause.explain(words, cause.details()).happened);
        line
    };
    causes.iter().filter(|cause| Some(**cause) != situation.cause).map(|cause| line(*cause)).collect()
}

/// The sentences of a text, to be said one by one.
pub(super) fn sentences(text: &Text) -> Vec<String> {
    let text = bare(text);
    let mut sentences = Vec::new();
    let mut rest = text.as_str();
    while let Some(end) = rest
        .char_indices()
        .zip(rest.chars().skip(1))
        .find(|((_, sign), next)| matches!(sign, '.' | '?' | '!') && next.is_whitespace())
        .map(|((at, sign), _)| at + sign.len_utf8())
    {
        sentences.push(rest[..end].trim().to_owned());
        rest = &rest[end..];
    }
    sentences.extend(Some(rest.trim().to_owned()).filter(|last| !last.is_empty()));
    sentences
}
