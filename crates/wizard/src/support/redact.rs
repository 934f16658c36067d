//! Takes out of a text what must not leave the computer, and marks where it was.

use std::net::IpAddr;

use crate::l10n::Words;

/// A run of letters and digits this long, with a digit among them, may be a piece of a key.
const LEAST_MIXED_CHARS: usize = 20;
/// The same without a digit, which could also be a long word.
const LEAST_CHARS: usize = 40;
/// A shorter name occurs inside too many words to be hidden.
const LEAST_NAME_CHARS: usize = 3;
/// Where users' home folders are.
const HOMES: [&str; 4] = ["/home/", "/Users/", "\\Users\\", "/root"];

/// Hides keys, signatures, e-mail addresses, network addresses, home folders, and the names it is told.
#[derive(Debug, Clone)]
pub struct Redactor {
    words: Words,
    names: Vec<String>,
}

impl Redactor {
    /// Hides these names too, such as the user's and the computer's.
    #[must_use]
    pub fn new(words: Words, names: Vec<String>) -> Self {
        let long = |name: &String| name.chars().count() >= LEAST_NAME_CHARS;
        Self { words, names: names.into_iter().filter(long).collect() }
    }

    /// The text, with marks in place of what is hidden.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        let mut text = self.without_homes(text);
        for name in &self.names {
            text = without(&text, name, &self.mark("report-hidden-name"));
        }
        let mut redacted = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let end = rest.find(is_between).unwrap_or(rest.len());
            let (token, after) = rest.split_at(end);
            redacted.push_str(&self.token(token));
            let between = after.chars().next().map_or(0, char::len_utf8);
            redacted.push_str(&after[..between]);
            rest = &after[between..];
        }
        redacted
    }

    /// The mark that stands for something hidden.
    #[must_use]
    pub fn mark(&self, id: &str) -> String {
        format!("[{}]", self.words.string(id))
    }

    fn token(&self, token: &str) -> String {
        if token.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty()) {
            return self.mark("report-hidden-email");
        }
        if is_address(token) {
            return self.mark("report-hidden-address");
        }
        if is_base64(token) {
            return self.mark("report-hidden-key");
        }
        let mut redacted = String::new();
        let mut rest = token;
        while !rest.is_empty() {
            let start = rest.find(|sign: char| sign.is_ascii_alphanumeric()).unwrap_or(rest.len());
            let run = &rest[start..];
            let length = run.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(run.len());
            redacted.push_str(&rest[..start]);
            let run = &run[..length];
            let mixed = run.bytes().any(|byte| byte.is_ascii_digit()) && length >= LEAST_MIXED_CHARS;
            if mixed || length >= LEAST_CHARS {
                redacted.push_str(&self.mark("report-hidden-key"));
            } else {
                redacted.push_str(run);
            }
            rest = &rest[start + length..];
        }
        redacted
    }

    /// The path of a home folder contains the user's name, which may contain spaces.
    fn without_homes(&self, text: &str) -> String {
        let mut redacted = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((start, home)) =
            HOMES.iter().filter_map(|home| rest.find(home).map(|start| (start, *home))).min()
        {
            redacted.push_str(&rest[..start]);
            redacted.push_str(&self.mark("report-hidden-folder"));
            let folder = &rest[start + home.len()..];
            let line = folder.find(['\n', '\r', '"', '\'', '<', '>', '|']).unwrap_or(folder.len());
            let end = if home == "/root" {
                0
            } else {
                let slash = folder[..line].find(['/', '\\']);
                slash.or_else(|| folder[..line].find(char::is_whitespace)).unwrap_or(line)
            };
            rest = &folder[end..];
        }
        redacted.push_str(rest);
        redacted
    }
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || "\"'`<>(){}[],;|=&?".contains(sign)
}

/// An IPv4 or IPv6 address, perhaps followed by a port, a zone or punctuation.
fn is_address(token: &str) -> bool {
    let token = token.rsplit("//").next().unwrap_or(token).trim_matches(['.', ':', '!', '/']);
    let token = token.split(['%', '/']).next().unwrap_or(token);
    let without_port = token.rsplit_once(':').map_or(token, |(host, _)| host);
    [token, without_port].iter().any(|host| host.parse::<IpAddr>().is_ok()) || token.starts_with("::")
}

/// A piece of a private key in base 64, which its slashes would otherwise cut into shorter words.
fn is_base64(token: &str) -> bool {
    let has = |test: fn(&u8) -> bool| token.as_bytes().iter().any(test);
    token.len() >= LEAST_CHARS
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte))
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
}

/// The text with a name replaced, whatever its capitals.
fn without(text: &str, name: &str, mark: &str) -> String {
    let (name, mut redacted, mut rest) = (name.to_lowercase(), String::new(), text);
    while let Some(sign) = rest.chars().next() {
        let mut signs = rest.char_indices();
        let mut lower = String::new();
        let mut end = 0;
        while lower.len() < name.len() {
            let Some((at, sign)) = signs.next() else { break };
            lower.extend(sign.to_lowercase());
            end = at + sign.len_utf8();
        }
        if lower == name {
            redacted.push_str(mark);
            rest = &rest[end..];
        } else {
            redacted.push(sign);
            rest = &rest[sign.len_utf8()..];
        }
    }
    redacted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lang::Lang;

    fn redactor() -> Redactor {
        Redactor::new(Words { lang: Lang::En, binance: Lang::En }, vec!["Zadig".into(), "tour-42".into()])
    }

    #[test]
    fn what_is_hidden_is_marked_in_its_place_and_the_rest_stays() {
        for (text, redacted) in [
            ("asked https://api.binance.com/api/v3/time: 401 -2015", None),
            ("enablePortfolioMarginTrading true, subUserHistory 400 -12022", None),
            ("2026-11-22T12:00:00Z at 12:34:56, version 0.1.0, Ubuntu 24.04.3 LTS", None),
            ("mail to jo.doe+x@example.org.", Some("mail to [e-mail hidden]")),
            ("from 192.168.1.17:8080 and fe80::1%eth0", Some("from [address hidden] and [address hidden]")),
            ("[2001:db8::1]:443", Some("[[address hidden]]:443")),
            ("open /home/someone/.config/x.json", Some("open [folder hidden]/.config/x.json")),
            ("C:\\Users\\Some One\\AppData", Some("C:[folder hidden]\\AppData")),
            ("\"/Users/someone\" and /root/x", Some("\"[folder hidden]\" and [folder hidden]/x")),
            ("ZADIG on Tour-42", Some("[name hidden] on [name hidden]")),
        ] {
            assert_eq!(redactor().redact(text), redacted.unwrap_or(text));
        }
    }

    proptest! {
        #[test]
        fn no_piece_of_a_key_stays(
            key in "[A-Za-z0-9]{64}",
            signature in "[0-9a-f]{64}",
            base64 in "[A-Za-z0-9+/]{64}",
            name in "[a-z]{3,10}",
            before in "\\PC{0,20}",
        ) {
            let log = format!(
                "{before} DEBUG GET /sapi/v1/account/apiRestrictions?timestamp=1790000000000&signature={signature}\n\
                 X-MBX-APIKEY: {key}\n{{\"apiKey\":\"{key}\"}} /home/{name}/.local {name}@example.org\n\
                 -----BEGIN PRIVATE KEY-----\n{base64}\n10.1.2.3 {key}"
            );
            let redacted = redactor().redact(&log);
            for secret in [&key, &signature] {
                for at in 0..=secret.len() - 12 {
                    prop_assert!(!redacted.contains(&secret[at..at + 12]), "{}", redacted);
                }
            }
            let home = format!("/home/{name}");
            let mail = format!("{name}@");
            prop_assert!(!redacted.contains(&home) && !redacted.contains(&mail) && !redacted.contains("10.1.2.3"));
            prop_assert!(redacted.contains("apiRestrictions") && redacted.contains("1790000000000"));
        }

        #[test]
        fn any_text_is_redacted_without_panic(text in "\\PC{0,200}") {
            let once = redactor().redact(&text);
            prop_assert_eq!(redactor().redact(&once), once, "twice is no more than once");
        }
    }
}
