//! What is looked for: every secret, in every form in which something might have written it, and in pieces.

use std::collections::BTreeSet;
use std::fmt::Write;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use smartradex_tests::Outcome;

/// The length of a piece, in characters. Shorter ones would occur in texts that have nothing to do with the
/// secret.
const PIECE: usize = 12;
/// The distance from one piece to the next, in characters: anything that contains 15 consecutive characters of a
/// secret contains a whole piece.
const STEP: usize = 4;
/// The length of a piece of base64, in characters: nine bytes, which any twelve consecutive bytes contain as whole
/// groups of three.
const BASE64_PIECE: usize = 12;

/// How a secret may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// As it is; letters and digits stay the same in an address.
    Plain,
    /// Hexadecimal, in lower case.
    Hex,
    /// Hexadecimal, in upper case.
    LargeHex,
    /// Base64, beginning at any of the three positions within a group.
    Base64,
    /// Every character as `%4a`.
    Percent,
    /// Every character as `%4A`.
    LargePercent,
    /// Two bytes per character, the low byte first.
    Utf16,
}

impl Form {
    pub(crate) const ALL: [Self; 7] = [
        Self::Plain,
        Self::Hex,
        Self::LargeHex,
        Self::Base64,
        Self::Percent,
        Self::LargePercent,
        Self::Utf16,
    ];

    /// A text in this form.
    pub(crate) fn write(self, text: &str) -> Vec<u8> {
        match self {
            Self::Plain => text.into(),
            Self::Hex => each_byte(text, |hex, byte| write!(hex, "{byte:02x}")),
            Self::LargeHex => each_byte(text, |hex, byte| write!(hex, "{byte:02X}")),
            Self::Base64 => STANDARD_NO_PAD.encode(text).into(),
            Self::Percent => each_byte(text, |hex, byte| write!(hex, "%{byte:02x}")),
            Self::LargePercent => each_byte(text, |hex, byte| write!(hex, "%{byte:02X}")),
            Self::Utf16 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        }
    }

    /// Everything to look for in order to find a secret in this form.
    fn pieces(self, secret: &str) -> Vec<Vec<u8>> {
        if self == Self::Base64 {
            let groups = (0..3).map(|skipped| {
                let whole = (secret.len() - skipped) / 3 * 3;
                self.write(&secret[skipped..skipped + whole])
            });
            return groups.flat_map(|text| windows(&text, BASE64_PIECE, 4)).collect();
        }
        let pieces = windows(secret.as_bytes(), PIECE, STEP);
        pieces.iter().map(|piece| self.write(&String::from_utf8_lossy(piece))).collect()
    }
}

/// A secret that was found where it must not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// The number of the secret.
    pub(crate) secret: usize,
    /// The form in which it was found.
    pub(crate) form: Form,
}

/// Many secrets, looked for at once.
pub(crate) struct Needles {
    automaton: AhoCorasick,
    hits: Vec<Hit>,
}

impl Needles {
    /// Needles for these secrets, which are numbered in this order. Each has at least twelve characters, all of
    /// them ASCII.
    pub(crate) fn of<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Outcome<Self> {
        let (mut pieces, mut hits) = (Vec::new(), Vec::new());
        for (secret, text) in secrets.into_iter().enumerate() {
            for form in Form::ALL {
                let its_pieces = form.pieces(text);
                hits.extend(its_pieces.iter().map(|_| Hit { secret, form }));
                pieces.extend(its_pieces);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&pieces)?;
        Ok(Self { automaton, hits })
    }

    /// The secrets found in these bytes.
    pub(crate) fn find(&self, bytes: &[u8]) -> BTreeSet<Hit> {
        self.find_at(bytes).map(|(_, hit)| hit).collect()
    }

    /// The secrets found in these bytes, piece by piece, each with its offset.
    pub(crate) fn find_at(&self, bytes: &[u8]) -> impl Iterator<Item = (usize, Hit)> {
        let found = self.automaton.find_overlapping_iter(bytes);
        found.map(|found| (found.start(), self.hits[found.pattern().as_usize()]))
    }
}

fn windows(text: &[u8], length: usize, step: usize) -> Vec<Vec<u8>> {
    text.windows(length).step_by(step).map(<[u8]>::to_vec).collect()
}

fn each_byte(text: &str, write: impl Fn(&mut String, u8) -> std::fmt::Result) -> Vec<u8> {
    let mut written = String::new();
    for byte in text.bytes() {
        // Writing into a String cannot fail.
        let _ = write(&mut written, byte);
    }
    written.into()
}
