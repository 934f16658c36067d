//! What the agent says next, and what probably comes after.

use super::matter::Matter;
use crate::cause::{Cause, WayOn};
use crate::l10n::{Words, bare};
use crate::screen::{Block, Span, Text, plain};
use crate::support::{Situation, Spot, ToldOverlay};
use crate::view::parts::{bot_name, paragraph};
use crate::wizard::Wizard;

/// Each sentence in the caller's language, with the agent's beside it if that is a different one. `said` says it thought by thought.
pub(super) fn pairs(said: impl Fn(Words) -> Vec<Text>, theirs: Words, words: Words) -> Vec<Block> {
    if theirs.lang == words.lang {
        return said(theirs).iter().flat_map(sentences).map(|one| paragraph(plain(one))).collect();
    }
    let mut blocks = Vec::new();
    for (their, ours) in said(theirs).iter().zip(said(words)) {
        let (mut one, mut other) = (sentences(their), sentences(&ours));
        // A thought may take a different number of sentences in another language.
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
pub(super) fn said(twin: &Wizard, situation: &Situation, words: Words) -> Vec<Text> {
    let matter = Matter::of(situation);
    let mut said = opening(matter, twin, situation, words);
    said.extend(matter.said(situation, words));
    let waits = matches!(situation.spot, Spot::Examining | Spot::Configured);
    if matter != Matter::SuspiciousCall && !waits {
        said.push(words.text("desk-say-tell"));
    }
    said
}

/// How a call begins: with the screen that the caller sees, and what support never asks for.
fn opening(matter: Matter, twin: &Wizard, situation: &Situation, words: Words) -> Vec<Text> {
    let sees = |place: String| words.text_with("desk-say-place", &[("place", place.into())]);
    let close = |id| words.text_with("desk-say-close", &[("button", words.string(id).into())]);
    // A caller reading the code out has its screen in front.
    let mut said = vec![close("app-close")];
    if matter == Matter::SuspiciousCall {
        said.extend([sees(twin.kicker(words)), words.text("desk-say-never")]);
        return said;
    }
    if let Some(overlay) = situation.overlay {
        said.push(sees(twin.kicker(words)));
        said.push(match overlay {
            ToldOverlay::NotSeen => words.text("desk-say-close-questions"),
            ToldOverlay::Forget => close("app-forget-nothing"),
            ToldOverlay::Removal => close("home-keep"),
            ToldOverlay::UnexpectedCall
            | ToldOverlay::Problems
            | ToldOverlay::About
            | ToldOverlay::Desk
            | ToldOverlay::Doctor => close("app-close"),
        });
    }
    said.push(sees(twin.place_to_say(words)));
    said.extend(situation.practice.then(|| words.text("desk-say-practice")));
    said.push(words.text("desk-say-never"));
    if situation.spot == Spot::Home && matter != Matter::PracticeOver {
        // There may be two bots.
        said.push(words.text_with("desk-say-bot", &[("bot", bot_name(words, situation.bot).into())]));
    }
    said
}

/// The problems likely to come next, each by its spoken name and what happens. Those already spoken of are left out.
pub(super) fn likely(situation: &Situation, words: Words) -> Vec<Text> {
    let matter = Matter::of(situation);
    let causes: &[Cause] = match (matter, situation.cause.map(Cause::way_on)) {
        (Matter::SuspiciousCall | Matter::PracticeOver, _) => &[],
        (_, Some(WayOn::GoTo(_))) => &[Cause::NotActiveYet, Cause::TooManyBoxes, Cause::TradingOff],
        (_, Some(WayOn::Swap | WayOn::PasteAgain)) => &[Cause::WrongSecret, Cause::KeyNotRecognised],
        (_, Some(WayOn::TryAgain | WayOn::LookAgain | WayOn::Wait(_))) => {
            &[Cause::KeyNotRecognised, Cause::NotActiveYet]
        }
        (_, None) => match situation.spot {
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
    let said = matter.causes(situation);
    causes.iter().filter(|cause| !said.contains(cause)).map(|cause| line(*cause)).collect()
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
