//! "I don't see this": a short tree of questions for each step and for SmartradeX's form, in plain words. Every answer offers a way on.

use smartradex_practice::{Account, Act, Page};

use crate::domain::{Bot, Step};
use crate::step::{self, Control};
use crate::support::Spot;

/// What the questions are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tree {
    /// A step at Binance.
    Step(Step),
    /// SmartradeX's form, into which the keys go.
    Form,
}

/// A question or an answer.
#[derive(Debug)]
pub(crate) enum Node {
    /// A question: its message, and the possible answers, each with its message and the node it leads to.
    Question { id: &'static str, answers: &'static [(&'static str, &'static Node)] },
    /// An answer, where the tree ends.
    Answer { id: &'static str, sight: Option<Sight>, way: Way },
}

/// What the picture of an answer shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// The page at an instruction of a step.
    Instruction(Step, u8),
    /// The box of step 1, already unticked.
    Unticked,
    /// The restrictions with Binance's red text, below the choice that brings it.
    RedText,
    /// The list of keys, where the one whose secret is lost can be deleted.
    LostKey,
    /// The restrictions with the trading box grey, because step 1 was not done.
    GreyBox,
}

/// What an answer leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Back to the instructions.
    Instructions,
    /// To step 2, for another key.
    NewKey,
    /// To step 1, whose box was left ticked.
    SecurityControls,
    /// On to the next step.
    Next,
    /// Shows the labels in the other language.
    BinanceLanguage,
    /// To SmartradeX's site, for its guide.
    Site,
    /// Nothing helps here: ask support.
    Support,
}

impl Tree {
    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Step::ALL.into_iter().map(Self::Step).chain([Self::Form])
    }

    /// The one for this screen of the journey, if there is one. Practice has no form to get lost in.
    pub(crate) fn at(spot: Spot, practice: bool) -> Option<Self> {
        if spot == Spot::HandOver {
            return (!practice).then_some(Self::Form);
        }
        spot.step().map(Self::Step)
    }

    /// The first question.
    pub(crate) fn root(self) -> &'static Node {
        match self {
            Self::Step(Step::SecurityControls) => &STEP_1,
            Self::Step(Step::CreateKey) => &STEP_2,
            Self::Step(Step::Restrictions) => &STEP_3,
            Self::Step(Step::PasteKeys) => &STEP_4,
            Self::Form => &FORM,
        }
    }

    /// The node that these answers lead to, one after the other; `None` if there is no such path.
    pub(crate) fn follow(self, path: &[u8]) -> Option<&'static Node> {
        path.iter().try_fold(self.root(), |node, answer| match node {
            Node::Question { answers, .. } => answers.get(usize::from(*answer)).map(|(_, next)| *next),
            Node::Answer { .. } => None,
        })
    }
}

impl Sight {
    /// Whether it shows what has been done, rather than what to do.
    pub(crate) fn is_done(self) -> bool {
        self == Self::Unticked
    }

    /// The account whose page to draw, and the control to look at.
    pub(crate) fn scene(self, bot: Bot) -> (Account, Option<Control>) {
        match self {
            Self::Instruction(step, number) => {
                let control =
                    step::instructions(step).get(usize::from(number) - 1).and_then(|found| found.control);
                (step::scene(step, number, bot), control)
            }
            Self::Unticked => {
                let mut account = step::scene(Step::SecurityControls, 1, bot);
                account.skip_step_1();
                step::do_quietly(&mut account, vec![Act::ScrollDown]);
                (account, Some(Control::ControlsBox))
            }
            Self::RedText => (step::scene(Step::Restrictions, 5, bot), Some(Control::Unrestricted)),
            Self::LostKey => {
                let mut account = step::scene(Step::PasteKeys, 1, bot);
                step::do_quietly(&mut account, vec![Act::Open(Page::SubAccountApi)]);
                (account, Some(Control::Delete))
            }
            Self::GreyBox => {
                let mut account = Account::new([1; 16], smartradex_practice::Bots::Both);
                account.skip_step_2(bot.into());
                step::do_quietly(&mut account, vec![Act::EditRestrictions]);
                (account, Some(Control::Box(smartradex_practice::KeyBox::SpotAndMarginTrading)))
            }
        }
    }
}

const fn answer(id: &'static str, sight: Option<Sight>, way: Way) -> Node {
    Node::Answer { id, sight, way }
}

static APP: Node = answer("help-app", None, Way::Instructions);
static OTHER_NAME: Node = answer("help-other-name", None, Way::Support);
static NOT_VERIFIED: Node = answer("help-not-verified", None, Way::Support);
static SECRET_LOST: Node = answer("help-secret-lost", Some(Sight::LostKey), Way::NewKey);

static LANGUAGE: Node = Node::Question {
    id: "help-language-question",
    answers: &[
        ("help-language-other", &answer("help-language", None, Way::BinanceLanguage)),
        ("help-language-name", &OTHER_NAME),
        ("help-language-third", &answer("help-third-language", None, Way::Instructions)),
    ],
};

static VERIFICATION: Node = Node::Question {
    id: "help-verification-question",
    answers: &[
        ("help-verification-where", &answer("help-code-where", None, Way::Instructions)),
        ("help-verification-passkey", &answer("help-passkey", None, Way::Instructions)),
        ("help-verification-identity", &NOT_VERIFIED),
        ("help-verification-none", &answer("help-no-two-factor", None, Way::Instructions)),
        (
            "help-verification-refused",
            &Node::Question {
                id: "help-refused-question",
                answers: &[
                    ("help-refused-app", &answer("help-code-refused", None, Way::Instructions)),
                    ("help-refused-email", &answer("help-email-code-refused", None, Way::Instructions)),
                ],
            },
        ),
    ],
};

static STEP_1: Node = Node::Question {
    id: "help-step1-question",
    answers: &[
        (
            "help-step1-menu",
            &Node::Question {
                id: "help-device-question",
                answers: &[
                    ("help-device-phone", &APP),
                    (
                        "help-device-computer",
                        &answer(
                            "help-account-menu",
                            Some(Sight::Instruction(Step::SecurityControls, 1)),
                            Way::Instructions,
                        ),
                    ),
                ],
            },
        ),
        (
            "help-step1-box",
            &Node::Question {
                id: "help-box-question",
                answers: &[
                    (
                        "help-box-not-down",
                        &answer(
                            "help-scroll",
                            Some(Sight::Instruction(Step::SecurityControls, 3)),
                            Way::Instructions,
                        ),
                    ),
                    ("help-box-unticked", &answer("help-unticked", Some(Sight::Unticked), Way::Next)),
                    (
                        "help-box-nowhere",
                        &answer(
                            "help-wrong-account",
                            Some(Sight::Instruction(Step::SecurityControls, 1)),
                            Way::Support,
                        ),
                    ),
                ],
            },
        ),
        ("help-step1-closed", &answer("help-no-page", None, Way::Instructions)),
        ("help-asks-verification", &VERIFICATION),
        ("help-reads-otherwise", &LANGUAGE),
    ],
};

static STEP_2: Node = Node::Question {
    id: "help-step2-question",
    answers: &[
        (
            "help-step2-menu",
            &Node::Question {
                id: "help-menu-question",
                answers: &[
                    ("help-menu-identity", &NOT_VERIFIED),
                    ("help-menu-phone", &APP),
                    (
                        "help-menu-tab",
                        &answer("help-tab", Some(Sight::Instruction(Step::CreateKey, 1)), Way::Instructions),
                    ),
                    ("help-menu-none", &answer("help-chapter", None, Way::Site)),
                ],
            },
        ),
        (
            "help-step2-create",
            &Node::Question {
                id: "help-create-question",
                answers: &[
                    ("help-create-many", &answer("help-too-many", None, Way::Support)),
                    (
                        "help-create-list",
                        &answer("help-not-in-list", Some(Sight::Instruction(Step::CreateKey, 4)), Way::Site),
                    ),
                ],
            },
        ),
        ("help-asks-verification", &VERIFICATION),
        ("help-stars", &SECRET_LOST),
        ("help-reads-otherwise", &LANGUAGE),
    ],
};

static STEP_3: Node = Node::Question {
    id: "help-step3-question",
    answers: &[
        (
            "help-step3-grey",
            &Node::Question {
                id: "help-grey-question",
                answers: &[
                    (
                        "help-grey-edit",
                        &answer(
                            "help-edit-first",
                            Some(Sight::Instruction(Step::Restrictions, 1)),
                            Way::Instructions,
                        ),
                    ),
                    ("help-grey-unsure", &answer("help-grey", Some(Sight::GreyBox), Way::SecurityControls)),
                    ("help-grey-done", &answer("help-grey-wait", Some(Sight::Unticked), Way::Instructions)),
                ],
            },
        ),
        (
            "help-step3-edit",
            &answer("help-edit", Some(Sight::Instruction(Step::Restrictions, 1)), Way::Instructions),
        ),
        ("help-step3-red", &answer("help-red", Some(Sight::RedText), Way::Instructions)),
        ("help-asks-verification", &VERIFICATION),
        ("help-reads-otherwise", &LANGUAGE),
    ],
};

static STEP_4: Node = Node::Question {
    id: "help-step4-question",
    answers: &[
        ("help-stars", &SECRET_LOST),
        ("help-step4-closed", &SECRET_LOST),
        (
            "help-step4-copy",
            &answer("help-copy", Some(Sight::Instruction(Step::PasteKeys, 1)), Way::Instructions),
        ),
        ("help-step4-paste", &answer("help-paste", None, Way::Instructions)),
        ("help-reads-otherwise", &LANGUAGE),
    ],
};

static FORM: Node = Node::Question {
    id: "help-form-question",
    answers: &[
        ("help-form-asks-log-in", &answer("help-form-log-in", None, Way::Instructions)),
        ("help-form-nowhere", &answer("help-form-open", None, Way::Instructions)),
        ("help-form-which", &answer("help-form-fields", None, Way::Instructions)),
        ("help-form-empty", &answer("help-form-copy", None, Way::Instructions)),
        ("help-form-error", &answer("help-form-again", None, Way::Instructions)),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(node: &'static Node, depth: usize, found: &mut Vec<(&'static str, usize)>) {
        match node {
            Node::Question { answers, .. } => {
                assert!((2..=5).contains(&answers.len()), "two to five answers");
                answers.iter().for_each(|(_, next)| ends(next, depth + 1, found));
            }
            Node::Answer { id, .. } => found.push((id, depth)),
        }
    }

    fn see(node: &'static Node, found: &mut Vec<Sight>) {
        match node {
            Node::Question { answers, .. } => answers.iter().for_each(|(_, next)| see(next, found)),
            Node::Answer { sight, .. } => found.extend(*sight),
        }
    }

    #[test]
    fn every_tree_is_short_and_ends_in_answers() {
        for tree in Tree::all() {
            let mut found = Vec::new();
            ends(tree.root(), 0, &mut found);
            assert!(found.len() >= 4, "{tree:?}");
            assert!(found.iter().all(|(_, depth)| *depth <= 3), "{found:?}");
        }
    }

    #[test]
    fn every_picture_of_an_answer_can_be_drawn() {
        let mut sights = Vec::new();
        Tree::all().for_each(|tree| see(tree.root(), &mut sights));
        assert!(sights.len() >= 10, "{sights:?}");
        for sight in sights {
            for bot in Bot::ALL {
                assert!(sight.scene(bot).1.is_some(), "{sight:?} points at a control");
            }
        }
        let (lost, _) = Sight::LostKey.scene(Bot::Bitcoin);
        let listed: Vec<_> = lost.listed_keys().map(|key| key.number).collect();
        assert_eq!(listed.len(), 1, "the key to delete stands in the list");
        assert_eq!(lost.secret_key(listed[0]), None, "and its secret is shown nowhere");
        let (grey, _) = Sight::GreyBox.scene(Bot::Bitcoin);
        assert!(grey.can_tick(smartradex_practice::KeyBox::SpotAndMarginTrading).is_err());
    }
}
