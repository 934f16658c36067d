//! Another user's program, as far as a support code describes it; only to be drawn.

use std::iter::once;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use smartradex_practice::{Account, Scenario};

use super::examine::Look;
use super::{CardState, Entry, Field, Keeping, OpenOverlay, System, Wizard, Work};
use crate::action::Overlay;
use crate::cause::Exit;
use crate::domain::{Bots, Part, Step};
use crate::effect::Request;
use crate::help::Tree;
use crate::paste::Cleaned;
use crate::session::{Journey, KeyRecord, Place, Proved, Rehearsal, Session};
use crate::step;
use crate::support::{Fields, KeyringState, Situation, Spot, ToldOverlay, exemplar};
use crate::verdict::{Decision, Verdict};

/// The seed of the pretend account, which is nobody's.
const SEED: [u8; 16] = *b"another computer";

impl Wizard {
    /// The program in this situation. What the code does not say is filled in from an example; no effect is ever run for it.
    pub(crate) fn like(situation: &Situation, now: Timestamp) -> Self {
        let system = System {
            lang: situation.language,
            version: situation.release.version().unwrap_or_default().to_owned(),
            os: String::new(),
            zone: TimeZone::UTC,
            other_address: None,
            seed: SEED,
            session_damaged: false,
            log: String::new(),
            log_left: false,
        };
        let (mut twin, _) = Self::new(system, Session::default(), now);
        twin.session.language = Some(situation.language);
        twin.session.binance_language = Some(situation.binance);
        let journey = journey(situation, now.as_millisecond());
        if situation.practice {
            let account = Account::finished(SEED, journey.bots.into(), situation.bot.into());
            twin.session.rehearsal = Some(Rehearsal { journey, account, scenario: Scenario::Good });
        } else {
            twin.session.real = journey;
        }
        let verdict = exemplar::verdict(situation);
        if let Some(found) = card(situation, &verdict) {
            twin.cards.tell(situation.bot, found);
        }
        twin.work = work(situation, verdict);
        *twin.entry_mut() =
            Entry::of(field(situation.fields, Part::ApiKey), field(situation.fields, Part::SecretKey));
        twin.overlays.extend(situation.overlay.map(|overlay| opened(overlay, situation)));
        twin
    }
}

fn journey(situation: &Situation, now: i64) -> Journey {
    let bot = situation.bot;
    let place = match situation.spot {
        Spot::Welcome => Place::Welcome,
        Spot::SecurityControls => Place::Step(Step::SecurityControls),
        Spot::CreateKey => Place::Step(Step::CreateKey),
        Spot::Restrictions => Place::Step(Step::Restrictions),
        Spot::Entering | Spot::Examining | Spot::Judged | Spot::Accepted => Place::Step(Step::PasteKeys),
        Spot::HandOver => Place::HandOver,
        Spot::Configured => Place::Configured,
        Spot::Home => Place::Home,
    };
    let before = |step: &Step| match place {
        Place::Welcome => false,
        Place::Step(here) => *step < here,
        Place::HandOver | Place::Configured | Place::Home => true,
    };
    let mut journey = Journey {
        bots: Bots::only(bot),
        bot,
        place,
        done: Step::ALL.into_iter().filter(before).map(|step| (step, now)).collect(),
        ..Journey::default()
    };
    for step in Step::ALL {
        let all = 1..=step::instructions(step).len() as u8;
        let here = place == Place::Step(step);
        let ticked = all.filter(|number| before(&step) || here && situation.ticks.has(*number));
        journey.ticks.extend(ticked.map(|number| (step, number)));
    }
    if matches!(place, Place::HandOver | Place::Configured | Place::Home) {
        let refused =
            place == Place::Home && situation.cause.is_some_and(|cause| cause.exit() == Exit::Refused);
        let record = KeyRecord {
            masked: "…".to_owned(),
            kept: situation.keyring != KeyringState::Declined,
            verified_at: now,
            proved: Proved { nothing_else: true, sub_account: true, order: true },
            uid_hash: None,
            refused_at: refused.then_some(now),
            former_left: false,
            // Whoever calls from the hand-over does so before its end, as far as anybody can tell.
            handed_over: place != Place::HandOver,
            expires_at: None,
        };
        journey.keys.extend(once((bot, record)));
    }
    journey
}

/// What the bot's card at home shows.
fn card(situation: &Situation, verdict: &Verdict) -> Option<CardState> {
    match (situation.spot, situation.keyring, situation.cause) {
        (Spot::Home, KeyringState::Fault(fault), _) => Some(CardState::Unreadable(fault)),
        (Spot::Home, _, Some(_)) => Some(CardState::Judged(Box::new(verdict.clone()))),
        (_, _, _) => None,
    }
}

/// A field of step 4. All that is known of a value is that it was taken: the example is as long as any.
fn field(fields: Fields, part: Part) -> Field {
    match fields.refused() {
        Some((refused, problem)) if refused == part => Field::Problem(problem),
        Some(_) | None => {
            if fields.has(part) {
                Field::Taken(Cleaned::example(), None)
            } else {
                Field::Empty
            }
        }
    }
}

fn work(situation: &Situation, verdict: Verdict) -> Work {
    match situation.spot {
        Spot::Examining => Work::Examining { request: Request::default(), examination: Default::default() },
        Spot::Judged if verdict.decision != Decision::Accepted => {
            Work::Judged { verdict: Box::new(verdict), look: Look::over() }
        }
        Spot::Accepted => {
            let keeping = match situation.keyring {
                KeyringState::NotAsked => Keeping::Asked(Request::default()),
                KeyringState::Kept => Keeping::Kept,
                KeyringState::Declined => Keeping::Declined,
                KeyringState::Fault(fault) => Keeping::Fault(fault),
            };
            let accepted =
                exemplar::verdict(&Situation { cause: None, findings: Default::default(), ..*situation });
            Work::Accepted { verdict: Box::new(accepted), keeping }
        }
        Spot::Welcome
        | Spot::SecurityControls
        | Spot::CreateKey
        | Spot::Restrictions
        | Spot::Entering
        | Spot::Judged
        | Spot::HandOver
        | Spot::Configured
        | Spot::Home => Work::Entering,
    }
}

fn opened(overlay: ToldOverlay, situation: &Situation) -> OpenOverlay {
    match (overlay, Tree::at(situation.spot, situation.practice)) {
        (ToldOverlay::NotSeen, Some(tree)) => OpenOverlay::NotSeen(tree, Vec::new()),
        (ToldOverlay::NotSeen, None) => OpenOverlay::Shown(Overlay::NotSeen),
        (ToldOverlay::UnexpectedCall, _) => OpenOverlay::Shown(Overlay::UnexpectedCall),
        (ToldOverlay::Problems, _) => OpenOverlay::Shown(Overlay::Problems),
        (ToldOverlay::Forget, _) => OpenOverlay::Shown(Overlay::Forget),
        (ToldOverlay::About, _) => OpenOverlay::Shown(Overlay::About),
        (ToldOverlay::Removal, _) => OpenOverlay::Removal(situation.bot),
        (ToldOverlay::Desk, _) => OpenOverlay::Shown(Overlay::Desk),
        (ToldOverlay::Doctor, _) => OpenOverlay::Shown(Overlay::Doctor),
    }
}
