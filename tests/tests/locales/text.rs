//! Rules about a message's text: its markup, its sentences, French typography.

use crate::catalogue::VALUE;

/// The longest a sentence may be, in words.
const LONGEST: usize = 20;

/// What a text's markup points at, and the text that remains without it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The `[controls]` of Binance's pages.
    pub(crate) controls: Vec<String>,
    /// The `<terms|words>` of the glossary.
    pub(crate) terms: Vec<String>,
    /// The text as a reader sees it, with controls and codes, which are not ours to write, as [`VALUE`].
    pub(crate) text: String,
}

/// Removes the markup from a text, as l10n does; an unclosed mark is an error.
pub(crate) fn unmark(text: &str) -> Result<Marked, String> {
    let mut marked = Marked::default();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[', ']', '<', '>', '`']) {
        marked.text.push_str(&rest[..at]);
        let close = match &rest[at..=at] {
            "[" => "]",
            "<" => ">",
            "*" => "*",
            "`" => "`",
            sign => return Err(format!("{sign} closes nothing in “{text}”")),
        };
        let Some((inside, after)) = rest[at + 1..].split_once(close) else {
            return Err(format!("{} is not closed in “{text}”", &rest[at..=at]));
        };
        // A code is taken literally and may contain any sign.
        if inside.is_empty() || close != "`" && inside.contains(['*', '[', ']', '<', '>', '`']) {
            return Err(format!("{}{inside}{close} is empty or nested in “{text}”", &rest[at..=at]));
        }
        match (close, inside.split_once('|')) {
            ("]", _) => marked.controls.push(inside.to_owned()),
            (">", Some((term, words))) => {
                marked.terms.push(term.to_owned());
                marked.text.push_str(words);
            }
            (">", None) => return Err(format!("<{inside}> has no words in “{text}”")),
            _ => {}
        }
        match close {
            "]" | "`" => marked.text.push(VALUE),
            "*" => marked.text.push_str(inside),
            _ => {}
        }
        rest = after;
    }
    marked.text.push_str(rest);
    Ok(marked)
}

/// The sentences with too many words. A value counts as a word; punctuation on its own does not.
pub(crate) fn long_sentences(text: &str) -> Vec<String> {
    sentences(text)
        .into_iter()
        .map(|sentence| (sentence.split_whitespace().filter(|word| is_word(word)).count(), sentence))
        .filter(|(count, _)| *count > LONGEST)
        .map(|(count, sentence)| format!("{count} words, at most {LONGEST}: “{}”", sentence.trim()))
        .collect()
}

/// What breaks the rules of French typography.
pub(crate) fn unlike_french(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| signs.get(before)).copied();
        let after = signs.get(at + 1).copied();
        let wrong = match sign {
            '\'' => Some("the apostrophe is ’"),
            '"' | '“' | '”' => Some("quotation marks are « and »"),
            '«' if !after.is_some_and(is_fixed_space) => Some("a no-break space follows «"),
            '?' | '!' if before.is_some_and(|before| "?!".contains(before)) => None,
            ':' | ';' | '?' | '!' | '»'
                if !before.is_some_and(is_fixed_space) && !is_inside_address(&signs, at) =>
            {
                Some("a no-break space comes before : ; ? ! and »")
            }
            _ => None,
        };
        if let Some(wrong) = wrong {
            let around: String = signs[at.saturating_sub(12)..(at + 12).min(signs.len())].iter().collect();
            found.push(format!("{wrong}: “…{around}…”"));
        }
    }
    found
}

/// A sentence ends at a full stop, `!`, `?` or `…` before a space or the end, and at an empty line.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.char_indices() {
        let after = &text[at + sign.len_utf8()..];
        let ends = ".!?…".contains(sign) && after.chars().next().is_none_or(char::is_whitespace);
        if ends || (sign == '\n' && after.starts_with('\n')) {
            found.push(&text[start..at]);
            start = at + sign.len_utf8();
        }
    }
    found.push(&text[start..]);
    found
}

fn is_word(word: &str) -> bool {
    word.contains(|sign: char| sign.is_alphanumeric() || sign == VALUE)
}

fn is_fixed_space(sign: char) -> bool {
    matches!(sign, '\u{A0}' | '\u{202F}')
}

/// Whether the sign is between two digits (a time, a port) or inside a web address.
fn is_inside_address(signs: &[char], at: usize) -> bool {
    let is_digit = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let start = signs[..at].iter().rposition(|sign| sign.is_whitespace()).map_or(0, |space| space + 1);
    let end =
        signs[at..].iter().position(|sign| sign.is_whitespace()).map_or(signs.len(), |space| at + space);
    let word: String = signs[start..end].iter().collect();
    (at > 0 && is_digit(at - 1) && is_digit(at + 1)) || (word.contains("://") && at + 1 < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_out_and_told() {
        let marked = unmark("Cliquez sur [edit], *puis* sur le <sub-account|sous-compte> `a*c`.").unwrap();
        assert_eq!(marked.controls, ["edit"]);
        assert_eq!(marked.terms, ["sub-account"]);
        assert_eq!(marked.text, "Cliquez sur \u{FFFC}, puis sur le sous-compte \u{FFFC}.");
        for open in ["a * b", "[edit", "edit]", "<term>", "<a|b", "**", "`x", "*[edit]*"] {
            assert!(unmark(open).is_err(), "{open}");
        }
    }

    #[test]
    fn words_are_counted_by_the_sentence() {
        let twenty = vec!["mot"; 20].join(" ");
        assert_eq!(
            long_sentences(&format!("{twenty}. {twenty}\u{A0}! {twenty}\u{A0}: \u{2013}")),
            Vec::<String>::new()
        );
        assert_eq!(long_sentences(&format!("{twenty}\n\n{twenty}")), Vec::<String>::new());
        assert_eq!(long_sentences(&format!("Un. {twenty} api.binance.com.")).len(), 1);
        assert_eq!(long_sentences(&format!("{twenty}\n{VALUE}")).len(), 1);
    }

    #[test]
    fn french_typography_is_told_from_what_is_not() {
        for good in [
            "Prêt\u{A0}? Oui\u{202F}! Voici\u{A0}: l’API «\u{A0}BTC\u{A0}»\u{A0}; fin.",
            "Vraiment\u{202F}?!",
            "à 10:30, http://127.0.0.1:8080/a?b=1 et https://smartradex.fr/cle-api-2/",
        ] {
            assert_eq!(unlike_french(good), Vec::<String>::new(), "{good}");
        }
        for bad in [
            "Prêt ?",
            "Prêt?",
            "Voici: x",
            "a ; b",
            "«BTC\u{A0}»",
            "« BTC\u{A0}»",
            "«\u{A0}BTC»",
            "l'API",
            "dit \"x",
            "\u{FFFC}:",
        ] {
            assert_eq!(unlike_french(bad).len(), 1, "{bad}");
        }
    }
}
