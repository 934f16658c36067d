//! What the two fields of step 4 hold, as far as support is told: nothing of what was pasted.

use crate::domain::Part;
use crate::paste::{OddKind, PasteProblem};

/// What is wrong with a paste, without any numbers, such as how many characters it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToldProblem(PasteProblem);

impl ToldProblem {
    /// All that can be told. The code's first format depends on the order, which never changes.
    pub const ALL: [Self; 20] = [
        Self(PasteProblem::Empty),
        Self(PasteProblem::Masked),
        Self(PasteProblem::TooShort(0)),
        Self(PasteProblem::TooLong(0)),
        Self(PasteProblem::OwnKey { private: true }),
        Self(PasteProblem::OwnKey { private: false }),
        Self(PasteProblem::Email),
        Self(PasteProblem::Url),
        Self(PasteProblem::Words),
        Self(PasteProblem::VerificationCode),
        Self(PasteProblem::KeyLabel),
        Self(PasteProblem::OddCharacters { count: 0, kind: OddKind::Letters }),
        Self(PasteProblem::OddCharacters { count: 0, kind: OddKind::Signs }),
        Self(PasteProblem::SeveralKeys(0)),
        Self(PasteProblem::SameInBoth),
        Self(PasteProblem::TooLarge),
        Self(PasteProblem::ClipboardEmpty),
        Self(PasteProblem::ClipboardNotText),
        Self(PasteProblem::ClipboardUnavailable),
        Self(PasteProblem::OtherTaken),
    ];

    /// What support is told of a problem.
    #[must_use]
    pub fn of(problem: PasteProblem) -> Self {
        Self(problem.uncounted())
    }

    /// The problem, with 0 for every number.
    #[must_use]
    pub fn problem(self) -> PasteProblem {
        self.0
    }
}

/// How many problems there were when the code's first format was made; what came later comes after all of theirs.
const FIRST_PROBLEMS: usize = 19;

/// What the two fields hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fields {
    /// Nothing.
    #[default]
    Empty,
    /// No value: what was pasted into this field is not one. If that is true of both fields, the first is told.
    Refused(Part, ToldProblem),
    /// Only this value.
    One(Part),
    /// This value; what was pasted into the other field is not one.
    OneRefused(Part, ToldProblem),
    /// Both values.
    Both,
}

impl Fields {
    /// All that they can hold. The code's first format depends on the order, which never changes.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let (first, later) = ToldProblem::ALL.split_at(FIRST_PROBLEMS);
        let refused = |part, problems: &[ToldProblem]| {
            let one = problems.iter().map(|problem| Self::OneRefused(part, *problem));
            one.chain(problems.iter().map(|problem| Self::Refused(part, *problem))).collect::<Vec<_>>()
        };
        let mut all = vec![Self::Empty, Self::Both];
        for part in Part::ALL {
            all.push(Self::One(part));
            all.extend(refused(part, first));
        }
        all.extend(Part::ALL.into_iter().flat_map(|part| refused(part, later)));
        all
    }

    /// Whether this value is there.
    #[must_use]
    pub fn has(self, part: Part) -> bool {
        match self {
            Self::Empty | Self::Refused(..) => false,
            Self::One(taken) | Self::OneRefused(taken, _) => taken == part,
            Self::Both => true,
        }
    }

    /// The field whose paste is not a value, and what is wrong with it.
    #[must_use]
    pub fn refused(self) -> Option<(Part, PasteProblem)> {
        match self {
            Self::Refused(part, told) => Some((part, told.problem())),
            Self::OneRefused(taken, told) => Some((taken.other(), told.problem())),
            Self::Empty | Self::One(_) | Self::Both => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_is_told_by_its_name_and_without_its_number() {
        let told = PasteProblem::SAMPLES.map(ToldProblem::of);
        assert_eq!(told, ToldProblem::ALL, "a new problem comes last: codes depend on the order");
        for (sample, told) in PasteProblem::SAMPLES.into_iter().zip(told) {
            assert_eq!(told.problem().name(), sample.name());
        }
        assert_eq!(
            ToldProblem::of(PasteProblem::TooShort(12)),
            ToldProblem::of(PasteProblem::TooShort(31)),
            "how many is not told"
        );
    }

    #[test]
    fn a_field_that_is_refused_is_not_one_that_is_taken() {
        for fields in Fields::all() {
            if let Some((part, _)) = fields.refused() {
                assert!(!fields.has(part), "{fields:?}");
            }
        }
    }
}
