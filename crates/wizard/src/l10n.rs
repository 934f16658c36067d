//! Words: Fluent messages in, spans out. The only file that knows Fluent.
//!
//! Messages carry a light markup, so that a sentence can name a control of Binance's page in the language of the user's Binance, which is
//! not always the language of the sentence:
//!
//! | written | becomes |
//! |---|---|
//! | `*words*` | strong words |
//! | `[edit]` | the control `binance-edit`, in the language of the user's Binance, the other language's label beside |
//! | `<sub-account\|sous-compte>` | the words `sous-compte`, which open the meaning `glossary-sub-account` |
//! | `` `value` `` | a value to be read exactly |
//!
//! Variables are taken literally: markup in them has no effect.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};

use crate::lang::Lang;
use crate::screen::{Span, Text};

mod files;

static FRENCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::Fr));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::En));

/// A named value for a message's variable.
pub(crate) type Arg<'a> = (&'a str, FluentValue<'a>);

/// Named values for a message's variables.
pub(crate) type Args<'a> = [Arg<'a>];

/// The words of one user: the language of the program, and that of their Binance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Language of the sentences.
    pub lang: Lang,
    /// Language of the labels on Binance's pages.
    pub binance: Lang,
}

impl Words {
    /// A message without variables, as spans.
    #[must_use]
    pub fn text(self, id: &str) -> Text {
        self.text_with(id, &[])
    }

    /// A message, as spans.
    #[must_use]
    pub(crate) fn text_with(self, id: &str, args: &Args<'_>) -> Text {
        self.spans(&format(self.lang, id, None, args))
    }

    /// An attribute of a message, as spans.
    #[must_use]
    pub(crate) fn attribute(self, id: &str, attribute: &str, args: &Args<'_>) -> Text {
        self.spans(&format(self.lang, id, Some(attribute), args))
    }

    /// A message without variables, as plain text.
    #[must_use]
    pub fn string(self, id: &str) -> String {
        self.string_with(id, &[])
    }

    /// A name and its value on one line, with the colon written as the language does.
    #[must_use]
    pub fn named(self, name: &str, value: impl std::fmt::Display) -> String {
        match self.lang {
            Lang::Fr => format!("{name}\u{a0}: {value}"),
            Lang::En => format!("{name}: {value}"),
        }
    }

    /// A message, as plain text.
    #[must_use]
    pub(crate) fn string_with(self, id: &str, args: &Args<'_>) -> String {
        bare(&self.text_with(id, args))
    }

    /// A label of Binance's pages in the language of the user's Binance.
    #[must_use]
    pub fn label(self, id: &str) -> String {
        label(self.binance, id)
    }

    /// The label's own language, if it differs from its page's: some labels have only been seen in English.
    #[must_use]
    pub fn label_lang(self, id: &str) -> Option<Lang> {
        let named = attribute_of_label(self.binance, id, "lang")?;
        Lang::ALL.into_iter().find(|lang| lang.tag() == named && *lang != self.binance)
    }

    /// The same label in the other language, if it reads differently there.
    #[must_use]
    pub fn other_label(self, id: &str) -> Option<String> {
        let other = label(self.binance.other(), id);
        (other != label(self.binance, id)).then_some(other)
    }

    fn spans(self, marked: &str) -> Text {
        let mut spans = Text::new();
        let mut plain = String::new();
        let mut rest = marked;
        while let Some(start) = rest.find(['*', '[', '<', '`']) {
            let (before, marked) = rest.split_at(start);
            let Some((span, after)) = self.span(marked) else {
                // A sign that begins no markup stands for itself.
                let sign = marked.chars().next().map_or(0, char::len_utf8);
                plain.push_str(before);
                plain.push_str(&marked[..sign]);
                rest = &marked[sign..];
                continue;
            };
            plain.push_str(before);
            push_plain(&mut spans, &mut plain);
            spans.push(span);
            rest = after;
        }
        plain.push_str(rest);
        push_plain(&mut spans, &mut plain);
        spans
    }

    /// The span at the start of `marked`, and the rest after it.
    fn span(self, marked: &str) -> Option<(Span, &str)> {
        let (open, inside) = (marked.chars().next()?, &marked[1..]);
        let close = match open {
            '[' => ']',
            '<' => '>',
            sign => sign,
        };
        let end = inside.find(close)?;
        let (content, after) = (&inside[..end], &inside[end + 1..]);
        let span = match open {
            '[' => self.control(content),
            '<' => {
                let (term, words) = content.split_once('|')?;
                let meaning =
                    bare(&Self::spans(self, &format(self.lang, &format!("glossary-{term}"), None, &[])));
                Span::Term { text: restore(words), meaning }
            }
            '`' => Span::Code { text: restore(content) },
            _ => Span::Strong { text: restore(content) },
        };
        Some((span, after))
    }

    /// The control with this label.
    pub(crate) fn control(self, id: &str) -> Span {
        let other = self.other_label(id);
        Span::Control {
            text: self.label(id),
            lang: Some(self.label_lang(id).unwrap_or(self.binance)).filter(|lang| *lang != self.lang),
            other_lang: other.is_some().then_some(self.binance.other()),
            other,
        }
    }
}

/// The text without its markup.
#[must_use]
pub fn bare(text: &Text) -> String {
    text.iter()
        .map(|span| match span {
            Span::Plain { text }
            | Span::Strong { text }
            | Span::Foreign { text, .. }
            | Span::Control { text, .. }
            | Span::Term { text, .. }
            | Span::Code { text } => text.as_str(),
        })
        .collect()
}

fn push_plain(spans: &mut Text, plain: &mut String) {
    if !plain.is_empty() {
        spans.push(Span::Plain { text: restore(plain) });
        plain.clear();
    }
}

fn label(lang: Lang, id: &str) -> String {
    restore(&format(lang, &format!("binance-{id}"), None, &[]))
}

/// The value of an attribute that only some labels have.
fn attribute_of_label(lang: Lang, id: &str, attribute: &str) -> Option<String> {
    let id = format!("binance-{id}");
    let has = bundle_of(lang).get_message(&id)?.get_attribute(attribute).is_some();
    has.then(|| format(lang, &id, Some(attribute), &[]))
}

/// While a message is parsed, markup characters in its variables are replaced by private-use characters.
const SHIELDED: [(char, char); 6] = [
    ('*', '\u{F0001}'),
    ('[', '\u{F0002}'),
    (']', '\u{F0003}'),
    ('<', '\u{F0004}'),
    ('>', '\u{F0005}'),
    ('`', '\u{F0006}'),
];

fn shield(value: &str) -> String {
    value
        .chars()
        .map(|sign| SHIELDED.iter().find(|(plain, _)| *plain == sign).map_or(sign, |pair| pair.1))
        .collect()
}

fn restore(text: &str) -> String {
    text.chars()
        .map(|sign| SHIELDED.iter().find(|(_, hidden)| *hidden == sign).map_or(sign, |pair| pair.0))
        .collect()
}

/// Formats a message. A missing one gives its own id: the tests keep that from happening, and an id is better than a panic.
fn format(lang: Lang, id: &str, attribute: Option<&str>, args: &Args<'_>) -> String {
    let bundle = bundle_of(lang);
    let message = bundle.get_message(id);
    let pattern = message.and_then(|message| match attribute {
        Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else {
        debug_assert!(false, "no message {id} {attribute:?} in {}", lang.tag());
        return id.to_owned();
    };
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        let value = match value {
            FluentValue::String(text) => FluentValue::String(Cow::Owned(shield(text))),
            FluentValue::Number(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => {
                value.clone()
            }
        };
        values.set(*name, value);
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "message {id} in {}: {errors:?}", lang.tag());
    text
}

fn bundle_of(lang: Lang) -> &'static FluentBundle<FluentResource> {
    match lang {
        Lang::Fr => &FRENCH,
        Lang::En => &ENGLISH,
    }
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
    // Isolation marks would end up in the values that people copy.
    bundle.set_use_isolating(false);
    for source in files::sources(lang) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                debug_assert!(false, "{}: {errors:?}", lang.tag());
                resource
            }
        };
        let added = bundle.add_resource(resource);
        debug_assert!(added.is_ok(), "{}: {added:?}", lang.tag());
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Words = Words { lang: Lang::Fr, binance: Lang::En };

    #[test]
    fn markup_becomes_spans() {
        let spans = WORDS.spans("Cliquez sur [edit], *puis* lisez `abc`.");
        assert_eq!(
            spans,
            vec![
                Span::Plain { text: "Cliquez sur ".into() },
                Span::Control {
                    text: label(Lang::En, "edit"),
                    lang: Some(Lang::En),
                    other: Some(label(Lang::Fr, "edit")),
                    other_lang: Some(Lang::Fr)
                },
                Span::Plain { text: ", ".into() },
                Span::Strong { text: "puis".into() },
                Span::Plain { text: " lisez ".into() },
                Span::Code { text: "abc".into() },
                Span::Plain { text: ".".into() },
            ]
        );
    }

    #[test]
    fn markup_in_a_variable_has_no_effect() {
        for hostile in ["*bold*", "[edit]", "<api-key|x>", "`x`", "a [ b * c"] {
            assert_eq!(bare(&WORDS.spans(&shield(hostile))), hostile);
            assert_eq!(WORDS.spans(&shield(hostile)).len(), 1, "{hostile}");
        }
    }

    #[test]
    fn a_lone_sign_is_a_sign() {
        assert_eq!(bare(&WORDS.spans("2 * 3, a < b")), "2 * 3, a < b");
    }
}
