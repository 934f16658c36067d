//! Rules about the visible words: every language complete, every message used, everything written as French and
//! English should be.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use std::collections::{BTreeMap, BTreeSet};

use catalogue::Message;
use smartradex_tests::tree::{self, File};
use smartradex_wizard::Lang;
use usage::Literals;

mod catalogue;
mod text;
mod usage;

/// Labels on Binance's pages and on SmartradeX's form: copied verbatim, so not ours to improve.
const COPIED: [&str; 1] = ["binance"];

/// Messages laid out in lines rather than sentences.
const TABLES: [&str; 2] = ["app-usage", "verify-help"];

/// Names in the code that look like message ids but are not: this one is a cause of failure.
const NOT_IDS: [&str; 1] = ["binance-fault"];

/// The code that uses messages.
const CODE: [&str; 3] = ["crates/verify/src", "crates/wizard/src", "src-tauri/src"];

#[test]
fn all_languages_say_the_same() {
    let french = catalogue::load("fr");
    for language in languages() {
        none(different(&french, &catalogue::load(language), language));
    }
}

#[test]
fn ids_begin_with_the_name_of_their_file_and_stand_once() {
    none(languages().flat_map(|language| misnamed(&catalogue::load(language))));
}

#[test]
fn variables_are_explained_where_they_are_used() {
    for language in languages() {
        none(unexplained(&catalogue::load(language)).into_iter().map(|what| format!("{language}: {what}")));
    }
}

#[test]
fn markup_is_closed() {
    for language in languages() {
        none(own_texts(&catalogue::load(language)).filter_map(|(id, text)| {
            text::unmark(text).err().map(|wrong| format!("{language}: {id}: {wrong}"))
        }));
    }
}

#[test]
fn sentences_are_short() {
    for language in languages() {
        none(own_texts(&catalogue::load(language)).flat_map(|(id, text)| {
            let long = if TABLES.contains(&id) { Vec::new() } else { text::long_sentences(&readable(text)) };
            long.into_iter().map(move |wrong| format!("{language}: {id}: {wrong}"))
        }));
    }
}

#[test]
fn french_is_written_as_french_is() {
    none(own_texts(&catalogue::load("fr")).flat_map(|(id, text)| {
        text::unlike_french(&readable(text)).into_iter().map(move |wrong| format!("{id}: {wrong}"))
    }));
}

#[test]
fn every_message_is_used() {
    let (messages, code) = (catalogue::load("fr"), literals());
    none(unused(&messages, &code));
}

#[test]
fn every_file_is_carried_inside_the_program() {
    let code = literals();
    let files: BTreeSet<String> = catalogue::load("fr").into_iter().map(|message| message.file).collect();
    none(
        files
            .into_iter()
            .filter(|file| !code.name_part(file))
            .map(|file| format!("the code never names {file}.ftl")),
    );
}

#[test]
fn every_message_that_is_asked_for_exists() {
    let (messages, code) = (catalogue::load("fr"), literals());
    none(undefined(&messages, &code));
}

#[test]
fn no_sentence_stands_in_the_code() {
    // Reasons given to lints are for programmers, and the labels are those that users are asked to type.
    let (reason, labels) = ("reason = \"", ["SmartradeX BTC Spot", "SmartradeX ETH"]);
    for folder in ["crates/verify/src", "crates/wizard/src"] {
        for file in code(folder) {
            let code: String = file
                .text
                .lines()
                .filter(|line| !line.contains(reason))
                .map(|line| format!("{line}\n"))
                .collect();
            let mut literals = Literals::default();
            literals.read(&code);
            let sentences = literals.sentences().filter(|sentence| !labels.contains(sentence));
            none(sentences.map(|sentence| format!("{}: “{sentence}”", file.path)));
        }
    }
}

/// What French has and the other language lacks, or the other way round.
fn different(french: &[Message], other: &[Message], language: &str) -> Vec<String> {
    let [french, other] = [french, other].map(|messages| {
        messages.iter().map(|message| (message.id.as_str(), message)).collect::<BTreeMap<_, _>>()
    });
    let mut found = Vec::new();
    for id in french.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        match (french.get(id), other.get(id)) {
            (Some(french), Some(other)) => {
                if french.file != other.file {
                    found.push(format!(
                        "{id}: in {}.ftl in French, in {}.ftl in {language}",
                        french.file, other.file
                    ));
                }
                if french.variables != other.variables {
                    found.push(format!(
                        "{id}: variables {:?} in French, {:?} in {language}",
                        french.variables, other.variables
                    ));
                }
                if pointed_at(french) != pointed_at(other) {
                    found.push(format!(
                        "{id}: points at {:?} in French, {:?} in {language}",
                        pointed_at(french),
                        pointed_at(other)
                    ));
                }
            }
            (None, _) => found.push(format!("{id}: not in French")),
            (_, None) => found.push(format!("{id}: not in {language}")),
        }
    }
    found
}

/// The program's languages, which are the folders of `locales/`.
fn languages() -> impl Iterator<Item = &'static str> {
    Lang::ALL.into_iter().map(Lang::tag)
}

/// Ids that do not begin with the name of their file, and ids that occur twice.
fn misnamed(messages: &[Message]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for message in messages {
        if !message.id.trim_start_matches('-').starts_with(&format!("{}-", message.file)) {
            found.push(format!("{}.ftl: {} does not begin with {}-", message.file, message.id, message.file));
        }
        if !seen.insert(&message.id) {
            found.push(format!("{}.ftl: {} stands twice", message.file, message.id));
        }
    }
    found
}

/// Variables that no comment explains, and explanations of variables that do not exist.
fn unexplained(messages: &[Message]) -> Vec<String> {
    let mut found = Vec::new();
    // A comment precedes a message and its attributes, and explains the variables of all of them.
    let mut explained_here = BTreeMap::<&str, BTreeSet<&str>>::new();
    for message in messages {
        let own = explained_here.entry(whole(&message.id)).or_default();
        own.extend(message.variables.iter().map(String::as_str));
        let comments = format!("{}\n{}", message.comments_above, message.comment);
        for variable in &message.variables {
            if !explained(&comments).contains(variable.as_str()) {
                found.push(format!("{}: no comment says what ${variable} is", message.id));
            }
        }
    }
    for message in messages {
        for variable in explained(&message.comment) {
            if !explained_here[whole(&message.id)].contains(variable) {
                found.push(format!("{}: the comment explains ${variable}, which is not there", message.id));
            }
        }
    }
    found
}

/// Messages that neither the code nor another message names.
fn unused(messages: &[Message], code: &Literals) -> Vec<String> {
    let references: BTreeSet<&str> =
        messages.iter().flat_map(|message| &message.references).map(String::as_str).collect();
    let pointed_at: BTreeSet<String> = messages.iter().flat_map(pointed_at).collect();
    let is_used = |id: &str| references.contains(id) || code.name(id, &pointed_at);
    let unused = messages.iter().filter(|message| match message.id.split_once('.') {
        Some((whole, attribute)) => {
            !(references.contains(message.id.as_str()) || is_used(whole) && code.name_part(attribute))
        }
        None => !is_used(&message.id),
    });
    unused.map(|message| format!("{}.ftl: {} is never used", message.file, message.id)).collect()
}

/// What the code or a message names but no file defines.
fn undefined(messages: &[Message], code: &Literals) -> Vec<String> {
    let ids: BTreeSet<&str> =
        messages.iter().flat_map(|message| [message.id.as_str(), whole(&message.id)]).collect();
    let files: BTreeSet<&str> = messages.iter().map(|message| message.file.as_str()).collect();
    let asked_for = code
        .ids(&files)
        .filter(|id| !ids.contains(id) && !NOT_IDS.contains(id))
        .map(|id| format!("the code names {id}"));
    let pointed_at = messages.iter().flat_map(|message| {
        let marks = marks(message);
        let controls =
            marks.iter().flat_map(|marked| &marked.controls).map(|control| format!("binance-{control}"));
        let terms = marks.iter().flat_map(|marked| &marked.terms).map(|term| format!("glossary-{term}"));
        let named = message.references.iter().cloned().chain(controls).chain(terms).collect::<Vec<_>>();
        named
            .into_iter()
            .filter(|id| !ids.contains(id.as_str()))
            .map(|id| format!("{} names {id}", message.id))
    });
    asked_for.chain(pointed_at).collect()
}

fn literals() -> Literals {
    let mut literals = Literals::default();
    for file in CODE.iter().flat_map(|folder| code(folder)) {
        literals.read(&file.text);
    }
    literals
}

/// The Rust files of a folder, except those of tests.
fn code(folder: &str) -> Vec<File> {
    let mut files = tree::files(folder).unwrap();
    files.retain(|file| file.is("rs") && !file.path.contains("/tests"));
    assert!(!files.is_empty(), "{folder} has no code");
    files
}

/// The texts that are ours, with their ids.
fn own_texts(messages: &[Message]) -> impl Iterator<Item = (&str, &str)> {
    let own = messages.iter().filter(|message| !COPIED.contains(&message.file.as_str()));
    own.flat_map(|message| message.texts.iter().map(|text| (message.id.as_str(), text.as_str())))
}

/// The text as a reader sees it; faulty markup is another test's concern.
fn readable(text: &str) -> String {
    text::unmark(text).map_or_else(|_| text.to_owned(), |marked| marked.text)
}

fn marks(message: &Message) -> Vec<text::Marked> {
    // A label has no markup: the signs in it are Binance's.
    let texts = message.texts.iter().filter(|_| !COPIED.contains(&message.file.as_str()));
    texts.filter_map(|text| text::unmark(text).ok()).collect()
}

/// The controls and terms to which a message points.
fn pointed_at(message: &Message) -> BTreeSet<String> {
    marks(message).into_iter().flat_map(|marked| marked.controls.into_iter().chain(marked.terms)).collect()
}

/// The id of the message to which an id belongs: itself, or the one that has the attribute.
fn whole(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}

/// The `$variables` that a comment names.
fn explained(comment: &str) -> BTreeSet<&str> {
    comment
        .split('$')
        .skip(1)
        .map(|after| {
            after
                .split(|sign: char| !sign.is_ascii_alphanumeric() && !"-_".contains(sign))
                .next()
                .unwrap_or_default()
        })
        .collect()
}

fn none(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

mod samples {
    //! Each rule finds what breaks it, and nothing else.

    use super::*;

    fn messages(text: &str) -> Vec<Message> {
        catalogue::parse("home", text).unwrap()
    }

    #[test]
    fn what_does_not_parse_is_an_error() {
        assert!(catalogue::parse("home", "home-a = x\nhome b = y\n").is_err());
        assert!(catalogue::parse("home", "home-a = { $x\n").is_err());
    }

    #[test]
    fn every_way_through_a_message_is_read() {
        let all = messages(
            "home-a = { $n ->\n    [one] un\n   *[other] { $m } fois { home-b }\n } ou { \"\\u00A0\" }!\n    .title = { -home-c }\n",
        );
        assert_eq!(all[0].texts, ["un ou \u{A0}!", "\u{FFFC} fois \u{FFFC} ou \u{A0}!"]);
        assert_eq!(all[0].variables, BTreeSet::from(["m".to_owned(), "n".to_owned()]));
        assert_eq!(all[0].references, BTreeSet::from(["home-b".to_owned()]));
        assert_eq!((all[1].id.as_str(), all[1].references.contains("-home-c")), ("home-a.title", true));
    }

    #[test]
    fn differences_between_languages_are_found() {
        let english = messages("home-a = A { $x }\n    .title = T\nhome-b = Click [edit].\n");
        assert_eq!(
            different(
                &messages("home-b = Cliquez [edit].\nhome-a = B { $x }\n    .title = U\n"),
                &english,
                "en"
            ),
            [""; 0]
        );
        for other in [
            "home-a = A { $y }\n    .title = T\nhome-b = Click [edit].\n",
            "home-a = A { $x }\nhome-b = Click [edit].\n",
            "home-a = A { $x }\n    .title = T\nhome-b = Click [save].\n",
            "home-a = A { $x }\n    .title = T\n",
            "home-a = A { $x }\n    .title = T\nhome-b = Click [edit].\nhome-c = C\n",
        ] {
            assert_eq!(different(&messages(other), &english, "en").len(), 1, "{other}");
            assert_eq!(different(&english, &messages(other), "en").len(), 1, "{other}");
        }
    }

    #[test]
    fn ids_of_another_file_and_ids_that_stand_twice_are_found() {
        assert_eq!(misnamed(&messages("home-a = A\n    .title = B\n-home-b = B\n")), [""; 0]);
        for bad in ["homea = A\n", "step1-a = A\n", "-b = B\n", "home-a = A\nhome-a = B\n"] {
            assert_eq!(misnamed(&messages(bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn variables_without_a_comment_and_comments_without_a_variable_are_found() {
        for good in [
            "# $bot (String): its name\nhome-a = { $bot }\n",
            "# $bot: its name\nhome-a = A\n    .title = { $bot }\n",
            "## $bot: its name\n\nhome-a = { $bot }\nhome-b = { $bot }\n",
            "### $bot: its name\n\nhome-a = { $bot }\n",
        ] {
            assert_eq!(unexplained(&messages(good)), [""; 0], "{good}");
        }
        for bad in [
            "home-a = { $bot }\n",
            "# its name\nhome-a = { $bot }\n",
            "# $both: two\nhome-a = { $both }{ $bot }\n",
            "# $bot: its name\nhome-a = A\n",
            "## $bot: its name\n\n##\n\nhome-a = { $bot }\n",
        ] {
            assert_eq!(unexplained(&messages(bad)).len(), 1, "{bad}");
        }
    }

    #[test]
    fn unused_and_undefined_messages_are_found() {
        let mut code = Literals::default();
        code.read(r#"text("home-a"); attribute("home-b", "title"); format!("home-{step}");"#);
        let all = messages("home-a = { home-c } [d]\nhome-b =\n    .title = B\nhome-c = C\nhome-d = D\n");
        assert_eq!(unused(&all, &code), [""; 0]);
        // The control [d] is looked for in binance.ftl.
        assert_eq!(undefined(&all, &code), ["home-a names binance-d"]);

        let all = messages("home-a = { home-x } <y|y>\n    .title = T\n    .hint = H\nhome-e = E\n");
        let unused = unused(&all, &code);
        assert_eq!(unused, ["home.ftl: home-a.hint is never used", "home.ftl: home-e is never used"]);
        let undefined = undefined(&all, &code);
        assert_eq!(undefined, ["the code names home-b", "home-a names home-x", "home-a names glossary-y"]);
    }
}
