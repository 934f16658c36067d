//! A table of what people paste, and properties that hold for any text.

use proptest::prelude::*;

use super::*;
use crate::l10n::bare;
use crate::lang::Lang;

const API: &str = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
const SECRET: &str = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/// The result expected of a paste, in short.
#[derive(Debug, PartialEq)]
enum Given {
    One(&'static str),
    Other(&'static str),
    Both,
    Doubtful(usize),
    Refused(PasteProblem),
}
use Given::{Both, Doubtful, One, Other, Refused};

fn given(reading: &Reading) -> Given {
    let known = |cleaned: &Cleaned| [API, SECRET].into_iter().find(|known| *known == cleaned.value.as_str());
    match reading {
        Reading::Refused(problem) => Refused(*problem),
        Reading::Both { api_key, secret_key } => {
            assert_eq!(
                (known(api_key), known(secret_key)),
                (Some(API), Some(SECRET)),
                "the two values are in their fields"
            );
            Both
        }
        Reading::One(cleaned) => match (known(cleaned), cleaned.doubt) {
            (Some(value), None) => One(value),
            (_, Some(_)) => Doubtful(cleaned.value.len()),
            (None, None) => panic!("a value that nobody pasted"),
        },
        Reading::Other(cleaned) => Other(known(cleaned).expect("the value")),
    }
}

/// `{A}` and `{S}` in a line stand for the two values.
fn check(part: Part, pasted: &str, expected: &Given) {
    let text = pasted.replace("{A}", API).replace("{S}", SECRET);
    assert_eq!(&given(&read(&text, part)), expected, "{part:?} {pasted:?}");
}

#[test]
fn what_comes_along_with_a_value_is_taken_off() {
    for pasted in [
        "{A}",
        " {A}",
        "{A}\n",
        "\r\n\t{A}\r\n",
        "\u{A0}{A}\u{202F}",
        "\u{FEFF}{A}",
        "\u{200B}{A}\u{200B}\u{2060}",
        "\u{202A}{A}\u{202C}",
        "{A}\0",
        "\"{A}\"",
        "'{A}'",
        "`{A}`",
        "**{A}**",
        "***{A}***",
        "{A}...",
        "{A}…",
        "“{A}”",
        "« {A} »",
        "«\u{A0}{A}\u{A0}»",
        "({A})",
        "<{A}>",
        "{A},",
        "{A}.",
        "- {A}",
        "• {A}",
        "=> {A}",
        "API Key: {A}",
        "API Key\n{A}",
        "API Key\n{A}\nCopy",
        "api key = {A}",
        "Clé API : {A}",
        "Clé API\u{A0}: {A}",
        "CLE API: {A}",
        "Clef publique : {A}",
        "Clé API Publique pour BOT BTC spot {A}",
        "BINANCE_API_KEY={A}",
        "export BINANCE_API_KEY=\"{A}\"",
        "X-MBX-APIKEY: {A}",
        "\"apiKey\": \"{A}\"",
        "{\"apiKey\":\"{A}\"}",
        "{\\\"apiKey\\\":\\\"{A}\\\"}",
        "Voici ma clé : {A}. Merci !",
        "SmartradeX BTC Spot\n{A}",
        "{A}{A}",
        "{A}\n{A}",
        "{A} {A} {A}",
        "API Key: {A}\nAPI Key: {A}",
        "API Key\n{A}\nSecret Key\n****",
        "smartradexbtc_virtual@u3eip0ucnoemail.com\nHMAC SmartradeX BTC Spot\nClé API\n{A}\nCopy\nClé secrète\n********\nRestrictions API",
        "https://www.binance.com/fr/my/settings/api-management\nClé API : {A}",
    ] {
        check(Part::ApiKey, pasted, &One(API));
    }
    for pasted in [
        "{S}",
        "Secret: {S}",
        "Clé secrète : {S}",
        "Cle\u{301} secrète : {S}",
        "API secret: {S}",
        "API key secret: {S}",
        "Key: {S}",
        "secret_key={S}",
    ] {
        check(Part::SecretKey, pasted, &One(SECRET));
    }
}

#[test]
fn a_value_that_was_broken_is_put_together() {
    let (start, end) = API.split_at(31);
    let (front, middle) = start.split_at(11);
    let wide: String =
        API.chars().filter_map(|sign| char::from_u32(u32::from(sign) - 0x21 + 0xFF01)).collect();
    let soft: String = API.chars().flat_map(|sign| [sign, '\u{AD}', '\u{200D}']).collect();
    let spaced: String = API.chars().flat_map(|sign| [sign, ' ']).collect();
    for pasted in [
        format!("{start}\n{end}"),
        format!("{start} {end}"),
        format!("{start}\r\n    {end}"),
        format!("API Key: {start}\n{end}"),
        format!("{}\n{}\nCopier", &API[..32], &API[32..]),
        format!("\"{front} {middle}\n{end}\""),
        wide,
        soft,
        spaced,
    ] {
        check(Part::ApiKey, &pasted, &One(API));
    }
    check(Part::ApiKey, &format!("Clé API : {start}\n{end}\nClé secrète : {{S}}"), &Both);
}

#[test]
fn both_values_fill_both_fields() {
    for pasted in [
        "{A}\n{S}",
        "{A} {S}",
        "{A}\t{S}",
        "{A};{S}",
        "{A}{S}",
        "{A}-{S}",
        "{A} / {S}",
        "{A}/{S}",
        "API Key: {A}\nSecret Key: {S}",
        "API Key {A} Secret Key {S}",
        "Secret Key: {S}\nAPI Key: {A}",
        "Clé API : {A}\nClé secrète : {S}",
        "Clé secrète : {S}\n\nClé API : {A}",
        "API Key\n{A}\nCopy\nSecret Key\n{S}\nCopy",
        "API Key\tSecret Key\n{A}\t{S}",
        "| Secret key | API key |\n| {S} | {A} |",
        "API Key Secret Key\n{A} {S}",
        "clé API et clé secrète : {A} {S}",
        "{A} (API key)\n{S} (secret key)",
        "{S} <- secret\n{A} <- api key",
        "key: {A}, secret: {S}",
        "{\"apiKey\":\"{A}\",\"secretKey\":\"{S}\"}",
        "{\"secretKey\":\"{S}\",\"apiKey\":\"{A}\"}",
        "{\n  \"api_key\": \"{A}\",\n  \"api_secret\": \"{S}\"\n}",
        "{\"binance\":{\"live\":{\"key\":\"{A}\",\"secret\":\"{S}\"}}}",
        "[{\"name\":\"secretKey\",\"value\":\"{S}\"},{\"name\":\"apiKey\",\"value\":\"{A}\"}]",
        "{\"url\":\"http://127.0.0.1:8080\",\"api_key\":\"{A}\",\"secret_key\":\"{S}\"}",
        "apiKey={A}&secretKey={S}",
        "Clé API\n{A}\nClé API\n{A}\nClé secrète\n{S}",
        "Your secret keys: {A} {S}",
    ] {
        check(Part::ApiKey, pasted, &Both);
        check(Part::SecretKey, pasted, &Both);
    }
}

#[test]
fn a_value_goes_where_its_label_says() {
    check(Part::SecretKey, "API Key: {A}", &Other(API));
    check(Part::SecretKey, "Clé API : {A}", &Other(API));
    check(Part::ApiKey, "Clé secrète : {S}", &Other(SECRET));
    check(Part::ApiKey, "API_SECRET={S}", &Other(SECRET));
    check(Part::ApiKey, "API Key:\nSecret Key: {S}", &Other(SECRET));
    check(Part::ApiKey, "{\"apiKey\":\"****\",\"secretKey\":\"{S}\"}", &Other(SECRET));
}

#[test]
fn a_secret_is_never_taken_for_an_api_key_because_of_words_nearby() {
    for pasted in [
        // Dragged from the first value to below the second.
        "{A}\nCopier\nClé secrète\n{S}\nCopier\nRestrictions API",
        "{A}\nCopy\nSecret Key\n{S}\nCopy\nIP access restrictions",
        "{A}\n{S}\nAPI Binance",
        "{A} Clé secrète\n{S} Restrictions API",
        "{A} Clé secrète {S}",
        "{A} (API key), {S} (secret key)",
        "{A}\tAPI key\n{S}\tSecret key",
        "Secret Key\tAPI Key\n{S}\t{A}",
        // Sentences that mention one of them.
        "Ne communiquez jamais votre clé secrète.\n{A}\n{S}",
        "Keep your secret key safe!\n{A}\n{S}",
        "À garder secret, s’il vous plaît :\n{A}\n{S}",
        "Ne communiquez jamais votre clé secrète.\nClé API : {A}\n{S}",
        "Ne communiquez jamais votre clé secrète.\nClé API\n{A}\n{S}",
        // Apostrophes within a label.
        "{A}\nClé secrète de l'API : {S}",
        "Clé d’API : {A}\nClé secrète d’API : {S}",
        "Clé : {A}\nClé secrète d'API : {S}",
        "Clé d'API\n{A}\nClé secrète d'API\n{S}",
    ] {
        check(Part::ApiKey, pasted, &Both);
        check(Part::SecretKey, pasted, &Both);
    }
    // These may be meant either way: nothing is filled in.
    for pasted in [
        "Clé secrète : {S}\n{A}",
        "Secret: {A} {S}",
        "{S}\nAPI Key: {A}",
        "Voici ma clé secrète et ma clé API : {S} {A}",
        "Secret Key\nAPI Key\n{S}\n{A}",
    ] {
        for part in Part::ALL {
            check(part, pasted, &Refused(PasteProblem::SeveralKeys(2)));
        }
    }
    check(Part::SecretKey, "{S}\nRestrictions API", &One(SECRET));
    check(Part::SecretKey, "Clé secrète de l'API : {S}", &One(SECRET));
    check(Part::SecretKey, "Ne montrez pas non plus votre clé API.\n{S}", &One(SECRET));
    check(Part::ApiKey, "{A}\nClé secrète", &One(API));
    for pasted in
        ["{S} est ma clé secrète", "{S} this is the secret key", "{S}\tSecret Key", "{S}  Clé secrète"]
    {
        check(Part::ApiKey, pasted, &Other(SECRET));
    }
    check(Part::ApiKey, "Gardez bien cette clé secrète\n{S}", &Other(SECRET));
}

#[test]
fn an_unusual_value_is_told_and_taken() {
    check(Part::ApiKey, &API[..63], &Doubtful(63));
    check(Part::ApiKey, &API[1..], &Doubtful(63));
    check(Part::ApiKey, &format!("{API}X"), &Doubtful(65));
    check(Part::ApiKey, &API[..40], &Doubtful(40));
    check(Part::ApiKey, &API.replace('k', "-"), &Doubtful(64));
}

#[test]
fn what_is_no_key_has_a_sentence_of_its_own() {
    let accented = API.replacen('E', "É", 1);
    let emoji = format!("{}🙂{}", &API[..32], &API[33..]);
    let third = "Z".repeat(60) + "1aB4";
    for (pasted, problem) in [
        ("", PasteProblem::Empty),
        (" \n\u{200B}\u{FEFF}", PasteProblem::Empty),
        ("\"\"", PasteProblem::Empty),
        ("****", PasteProblem::Masked),
        ("••••••••••••", PasteProblem::Masked),
        ("Secret Key: ********************", PasteProblem::Masked),
        ("vmPU…Eh8A", PasteProblem::Masked),
        ("vmPU...Eh8A", PasteProblem::Masked),
        ("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0M****", PasteProblem::Masked),
        ("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0M…", PasteProblem::Masked),
        ("a1", PasteProblem::TooShort(2)),
        (&API[..31], PasteProblem::TooShort(31)),
        (&format!("API Key: {}", &API[..20]), PasteProblem::TooShort(20)),
        (&format!("{API}{SECRET}{}", &API[..40]), PasteProblem::TooLong(168)),
        (
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAAA\n-----END PRIVATE KEY-----",
            PasteProblem::OwnKey { private: true },
        ),
        ("-----BEGIN RSA PRIVATE KEY-----", PasteProblem::OwnKey { private: true }),
        ("-----BEGIN OPENSSH PRIVATE KEY-----", PasteProblem::OwnKey { private: true }),
        ("-----BEGIN PUBLIC KEY-----\nMCow", PasteProblem::OwnKey { private: false }),
        (
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v0VpgeoRc0q4gLJ4nOIY0sBW1eGmXC6d5vtVm",
            PasteProblem::OwnKey { private: true },
        ),
        (
            "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
            PasteProblem::OwnKey { private: false },
        ),
        (
            "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
            PasteProblem::OwnKey { private: true },
        ),
        (
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGb9ECWmEzf6FQbr user@host",
            PasteProblem::OwnKey { private: false },
        ),
        ("someone@example.com", PasteProblem::Email),
        ("smartradexbtc_virtual@u3eip0ucnoemail.com", PasteProblem::Email),
        ("https://www.binance.com/fr/my/settings/api-management", PasteProblem::Url),
        ("www.binance.com", PasteProblem::Url),
        ("Clé API", PasteProblem::Words),
        ("bonjour", PasteProblem::Words),
        ("MonTrading", PasteProblem::Words),
        (&SECRET[..10], PasteProblem::TooShort(10)),
        ("Créez une API dans l’onglet « Sous compte ».", PasteProblem::Words),
        ("{\"enableReading\":true,\"enableWithdrawals\":false}", PasteProblem::Words),
        ("/usr/share/applications/some-very-long-name/of/a/file", PasteProblem::Words),
        (
            "请在此处粘贴您的密钥请在此处粘贴您的密钥请在此处粘贴您的密钥请在此处粘贴您的密钥",
            PasteProblem::Words,
        ),
        ("123456", PasteProblem::VerificationCode),
        ("123 456", PasteProblem::VerificationCode),
        ("SmartradeX BTC Spot", PasteProblem::KeyLabel),
        ("SmartradeX ETH", PasteProblem::KeyLabel),
        (&accented, PasteProblem::OddCharacters { count: 1, kind: OddKind::Letters }),
        (&emoji, PasteProblem::OddCharacters { count: 1, kind: OddKind::Signs }),
        (&format!("{API}\n{SECRET}\n{third}"), PasteProblem::SeveralKeys(3)),
        (&format!("API key: {API}\nAPI key: {SECRET}"), PasteProblem::SeveralKeys(2)),
        (&format!("API key: {API}\nSecret key: {API}"), PasteProblem::SameInBoth),
        (&"word ".repeat(200_000), PasteProblem::TooLarge),
        (&API.repeat(20_000), PasteProblem::TooLarge),
    ] {
        check(Part::ApiKey, pasted, &Refused(problem));
        check(Part::SecretKey, pasted, &Refused(problem));
    }
}

#[test]
fn the_same_value_in_both_fields_is_told() {
    assert_eq!(pair(API, SECRET), None);
    assert_eq!(pair(API, API), Some(PasteProblem::SameInBoth));
}

#[test]
fn every_problem_has_its_own_name_and_sentences() {
    let mut names: Vec<_> = PasteProblem::SAMPLES.iter().map(|problem| problem.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), PasteProblem::SAMPLES.len());
    for lang in Lang::ALL {
        let words = Words { lang, binance: lang };
        let mut sentences: Vec<_> =
            PasteProblem::SAMPLES.iter().map(|problem| bare(&problem.text(words))).collect();
        sentences.sort_unstable();
        sentences.dedup();
        assert_eq!(sentences.len(), PasteProblem::SAMPLES.len(), "no two problems say the same in {lang:?}");
        assert!(PasteProblem::SAMPLES.iter().all(|problem| !bare(&problem.todo(words)).is_empty()));
        assert!(bare(&Doubt::Length(63).text(words)).contains("63"));
        assert!(!bare(&Doubt::Character.text(words)).is_empty());
    }
}

#[test]
fn nothing_of_a_value_is_in_debug() {
    let shown = format!("{:?} {:?}", read(API, Part::ApiKey), read(&format!("{API} {SECRET}"), Part::ApiKey));
    assert!(!shown.contains(&API[..6]) && !shown.contains(&SECRET[..6]), "{shown}");
}

/// What may stand around a value without changing it.
const AROUND: [(&str, &str); 18] = [
    ("", ""),
    (" ", "\n"),
    ("\u{A0}", "\u{202F}"),
    ("\u{200B}\u{FEFF}", "\u{2060}"),
    ("\"", "\""),
    ("“", "”"),
    ("« ", " »"),
    ("'", "',"),
    ("\r\n\t", "\r\n"),
    ("`", "`"),
    ("API Key: ", ""),
    ("Clé API : ", " "),
    ("Clé API\u{A0}:\u{A0}", "."),
    ("\"apiKey\": \"", "\","),
    ("Secret Key: ", ""),
    ("Clé secrète : ", ""),
    ("clé secrète =", "\0"),
    ("Copiez ceci : ", " (merci)"),
];

fn decorated(key: &str, around: usize, way: usize) -> String {
    let inside: String = match way {
        0 => key.to_owned(),
        1 => format!("{key}{key}"),
        2 => format!("{key}\n{key}"),
        3 => key.chars().filter_map(|sign| char::from_u32(u32::from(sign) - 0x21 + 0xFF01)).collect(),
        4 => key.chars().flat_map(|sign| [sign, '\u{200B}']).collect(),
        5 => format!("{}\n{}", &key[..40], &key[40..]),
        _ => format!("{} {}\u{A0}{}", &key[..20], &key[20..41], &key[41..]),
    };
    let (before, after) = AROUND[around];
    format!("{before}{inside}{after}")
}

#[test]
fn words_in_another_script_are_no_pieces_of_a_value() {
    // Few enough characters for a word, but many bytes.
    let (one, other) = ("ключ".repeat(4), "слово".repeat(4));
    for part in Part::ALL {
        assert!(matches!(read(&format!("{one}/{other}"), part), Reading::Refused(_)));
        assert!(matches!(read(&format!("{one} {other}"), part), Reading::Refused(_)));
    }
}

proptest! {
    #[test]
    fn any_text_gives_a_clean_value_or_a_problem(text in "\\PC*|[ -~\\n]{0,300}|.{0,300}") {
        for part in Part::ALL {
            let values = match read(&text, part) {
                Reading::One(value) | Reading::Other(value) => vec![value],
                Reading::Both { api_key, secret_key } => vec![api_key, secret_key],
                Reading::Refused(_) => vec![],
            };
            for value in values {
                prop_assert!(value.value.bytes().all(|byte| byte.is_ascii_graphic()));
                prop_assert!((LEAST_CHARS..=MOST_CHARS).contains(&value.value.len()));
                prop_assert_eq!(value.doubt.is_none(), value.value.len() == 64 && value.value.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            }
        }
    }

    #[test]
    fn a_key_survives_every_decoration(key in "[A-Za-z0-9]{61}aZ3", around in 0..AROUND.len(), way in 0..7_usize) {
        let text = decorated(&key, around, way);
        for part in Part::ALL {
            match read(&text, part) {
                Reading::One(value) | Reading::Other(value) => {
                    prop_assert_eq!(value.value.as_str(), key.as_str(), "{:?}", AROUND[around]);
                    prop_assert_eq!(value.doubt, None);
                }
                Reading::Both { .. } | Reading::Refused(_) => prop_assert!(false, "{:?} {way}", AROUND[around]),
            }
        }
    }

    #[test]
    fn both_values_survive_every_decoration(
        api_key in "[A-Za-z0-9]{61}aZ3", secret_key in "[A-Za-z0-9]{61}bY4", way in 0..7_usize, first in any::<bool>(),
        labels in prop::sample::select(vec![("API Key: ", "Secret Key: "), ("Clé API : ", "Clé secrète : "), ("apiKey=", "apiSecret=")]),
    ) {
        let one = format!("{}{}", labels.0, decorated(&api_key, 0, way));
        let other = format!("{}{}", labels.1, decorated(&secret_key, 0, way));
        let text = if first { format!("{one}\n{other}") } else { format!("{other}\n{one}") };
        let Reading::Both { api_key: read_api, secret_key: read_secret } = read(&text, Part::ApiKey) else {
            return Err(TestCaseError::fail("not both"));
        };
        prop_assert_eq!((read_api.value.as_str(), read_secret.value.as_str()), (api_key.as_str(), secret_key.as_str()));
    }
}
