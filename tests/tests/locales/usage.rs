//! Which messages the code uses.

use std::collections::BTreeSet;

/// The string literals of Rust code, without those in its tests and comments.
#[derive(Debug, Default)]
pub(crate) struct Literals(BTreeSet<String>);

impl Literals {
    pub(crate) fn read(&mut self, code: &str) {
        // Tests are at the end of a file, or in a file of their own.
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let mut signs = code.char_indices().peekable();
        while let Some((at, sign)) = signs.next() {
            let rest = &code[at..];
            let end = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
                rest[1..].find('"').map_or(0, |quote| quote + 3)
            } else if sign == '"' {
                let end = string_end(rest);
                self.0.insert(rest[1..end].to_owned());
                end + 1
            } else {
                continue;
            };
            while signs.next_if(|(next, _)| *next < at + end).is_some() {}
        }
    }

    /// Whether the code names this id: whole, or as a frame such as `binance-{label}` whose gap is filled by another literal,
    /// a number, or one of `fillings`.
    pub(crate) fn name(&self, id: &str, fillings: &BTreeSet<String>) -> bool {
        self.0.contains(id)
            || self
                .frames()
                .filter(|frame| !frame.starts_with('{'))
                .any(|frame| self.fits(frame, id, fillings))
    }

    /// Whether the code names this attribute or file: in the same ways as an id, except that a frame may begin with its gap.
    pub(crate) fn name_part(&self, part: &str) -> bool {
        self.0.contains(part) || self.frames().any(|frame| self.fits(frame, part, &BTreeSet::new()))
    }

    /// The literals that look like words for people: three words in a row, or an accented letter.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|literal| {
            let is_word = |word: &&str| {
                word.len() > 1 && word.trim_end_matches([',', '.', ':']).chars().all(char::is_alphabetic)
            };
            let words: Vec<&str> = literal.split_whitespace().collect();
            let accented = literal.chars().any(|sign| sign.is_alphabetic() && !sign.is_ascii());
            accented || words.windows(3).any(|three| three.iter().all(is_word))
        })
    }

    /// The literals that have the form of an id of one of these `files`.
    pub(crate) fn ids<'a>(&'a self, files: &'a BTreeSet<&str>) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(String::as_str).filter(move |literal| {
            let known =
                literal.split_once('-').is_some_and(|(file, rest)| files.contains(file) && !rest.is_empty());
            known
                && literal
                    .chars()
                    .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-')
        })
    }

    fn frames(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str).filter(|literal| {
            literal.contains('{')
                && literal.contains('-')
                && literal.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_{}".contains(sign))
        })
    }

    fn fits(&self, frame: &str, id: &str, fillings: &BTreeSet<String>) -> bool {
        let Some((before, from)) = frame.split_once('{') else {
            return frame == id;
        };
        let Some((_, frame)) = from.split_once('}') else {
            return false;
        };
        let Some(id) = id.strip_prefix(before) else {
            return false;
        };
        (1..=id.len()).any(|end| {
            let (filling, rest) = id.split_at(end);
            let known = self.0.contains(filling)
                || fillings.contains(filling)
                || filling.chars().all(|sign| sign.is_ascii_digit());
            known && self.fits(frame, rest, fillings)
        })
    }
}

/// Where the string that begins `rest` ends.
fn string_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(code: &str) -> Literals {
        let mut literals = Literals::default();
        literals.read(code);
        literals
    }

    #[test]
    fn literals_are_found_outside_of_comments_and_tests() {
        let code = "// \"no\"\nfn a<'a>() { b(\"one\", '\"', \"t\\\"wo\"); } // \"no\"\n\"three\"\n#[cfg(test)]\nmod tests { \"no\" }";
        let found: Vec<String> = literals(code).0.into_iter().collect();
        assert_eq!(found, ["one", "t\\\"wo", "three"]);
    }

    #[test]
    fn an_id_is_named_whole_or_by_a_frame_whose_gap_is_filled() {
        let literals = literals(
            r#"text("home-title"); format!("binance-{id}"); label("edit"); format!("step{n}-{part}"); "why""#,
        );
        let fillings = BTreeSet::from(["accept".to_owned()]);
        for named in ["home-title", "binance-edit", "binance-accept", "step3-why"] {
            assert!(literals.name(named, &fillings), "{named}");
        }
        for other in ["home-text", "binance-other", "step-why", "step3-how", "binance-"] {
            assert!(!literals.name(other, &fillings), "{other}");
        }
    }

    #[test]
    fn sentences_are_told_from_names_and_formats() {
        let literals = literals(
            r#""Open your account." "déjà" "home-title" "uid of account" "{count} boxes are on" "no x of {y}""#,
        );
        assert_eq!(
            literals.sentences().collect::<Vec<_>>(),
            ["Open your account.", "déjà", "uid of account", "{count} boxes are on"]
        );
    }

    #[test]
    fn literals_in_the_form_of_an_id_are_known_by_their_file() {
        let literals = literals(r#""home-title" "other-title" "home" "home-{x}" "home-Title" "home-""#);
        let files = BTreeSet::from(["home"]);
        assert_eq!(literals.ids(&files).collect::<Vec<_>>(), ["home-title"]);
    }
}
