//! What the words around a value say about it.

use zeroize::Zeroizing;

use crate::domain::Part;

/// Words that join two labels: « clé API et clé secrète ».
const JOINING: [&str; 6] = ["and", "et", "puis", "then", "ou", "or"];

/// Which value a phrase announces, if it says. "Key" alone does not say, and "keys" announces more than one.
pub(super) fn announced(phrase: &[&str]) -> Option<Part> {
    let words: Vec<_> = phrase.iter().map(|word| folded(word)).collect();
    let any = |test: fn(&str) -> bool| words.iter().any(|word| test(word));
    if any(is_plural) {
        None
    } else if any(is_secret) {
        Some(Part::SecretKey)
    } else {
        any(is_api).then_some(Part::ApiKey)
    }
}

/// Whether this word joins two labels, so that the phrase before it ends.
pub(super) fn joins(word: &str) -> bool {
    JOINING.contains(&folded(word).as_str())
}

/// Whether this word begins a phrase, as in French: « Clé API Clé secrète ».
pub(super) fn begins(word: &str) -> bool {
    ["cle", "clef"].contains(&folded(word).as_str())
}

/// Whether this word ends a phrase, as in English: "API Key Secret Key".
pub(super) fn ends(word: &str) -> bool {
    folded(word).as_str() == "key"
}

/// Whether this word belongs to the usual labels, so that it is not a piece of a value.
pub(super) fn is_label(word: &str) -> bool {
    let word = folded(word);
    is_secret(&word) || is_api(&word) || is_plural(&word) || begins(&word) || ends(&word) || joins(&word)
}

/// Whether this word belongs to the label that the program gives to a key.
pub(super) fn is_key_label(word: &str) -> bool {
    folded(word).starts_with("smartradex")
}

fn is_secret(word: &str) -> bool {
    word.contains("secret") || ["privee", "private"].contains(&word)
}

fn is_api(word: &str) -> bool {
    let short_api = word.starts_with("api") && word.len() <= "apiclef".len();
    short_api
        || ["apikey", "cleapi", "clefapi", "publickey", "accesskey", "clepubli"]
            .iter()
            .any(|part| word.contains(part))
        || ["public", "publique", "access"].contains(&word)
}

fn is_plural(word: &str) -> bool {
    ["keys", "cles", "clefs", "secrets", "secretes", "apikeys"].contains(&word)
}

/// Only small letters and digits, without accents: `API_KEY` and `apiKey` become the same word.
///
/// Wiped when dropped, for the word may be a piece of a value.
fn folded(word: &str) -> Zeroizing<String> {
    let folded = word
        .chars()
        .flat_map(char::to_lowercase)
        .filter_map(|sign| match sign {
            'à' | 'â' | 'ä' => Some('a'),
            'ç' => Some('c'),
            'è' | 'é' | 'ê' | 'ë' => Some('e'),
            'î' | 'ï' => Some('i'),
            'ô' | 'ö' => Some('o'),
            'ù' | 'û' | 'ü' => Some('u'),
            _ => sign.is_ascii_alphanumeric().then_some(sign),
        })
        .collect();
    Zeroizing::new(folded)
}
