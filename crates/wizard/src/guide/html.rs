//! Spans and drawings as HTML for paper.

use crate::screen::{Item, Picture, Span, Tab, Text};

/// A text: controls are drawn as keys, terms are plain words.
pub(super) fn text(text: &Text) -> String {
    text.iter()
        .map(|span| match span {
            Span::Plain { text } | Span::Foreign { text, .. } | Span::Term { text, .. } => escaped(text),
            Span::Strong { text } => format!("<strong>{}</strong>", escaped(text)),
            Span::Code { text } => format!("<code>{}</code>", escaped(text)),
            Span::Control { text, other, .. } => {
                let other =
                    other.as_ref().map(|other| format!(" <span class=\"other\">({})</span>", escaped(other)));
                format!("<kbd>{}</kbd>{}", escaped(text), other.unwrap_or_default())
            }
        })
        .collect()
}

/// A drawn page.
pub(super) fn picture(picture: &Picture) -> String {
    let content = picture.dialog.as_ref().unwrap_or(&picture.items);
    format!(
        "<figure>\n<div class=\"address\">{}</div>\n{}<figcaption>{}</figcaption>\n</figure>\n",
        escaped(&picture.address),
        items(content),
        escaped(&picture.description)
    )
}

/// Escapes what HTML would not take literally.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn items(list: &[Item]) -> String {
    list.iter().map(item).collect()
}

fn item(item: &Item) -> String {
    match item {
        Item::Heading { text } => line(None, &format!("<strong>{}</strong>", escaped(text))),
        Item::Text { text, .. } => line(None, &escaped(text)),
        Item::Remark { text: words } => line(None, &format!("<em>{}</em>", text(words))),
        Item::Bars { count } => "<div class=\"bar\"></div>\n".repeat(usize::from(*count)),
        Item::Tabs { tabs } | Item::Menu { entries: tabs } => {
            format!("<div class=\"row\">{}</div>\n", tabs.iter().map(tab).collect::<String>())
        }
        Item::Checkbox { label, checked, mark, .. } => {
            line(*mark, &format!("{} {}", if *checked { "☑" } else { "☐" }, escaped(label)))
        }
        Item::Radio { label, checked, mark, .. } => {
            line(*mark, &format!("{} {}", if *checked { "◉" } else { "○" }, escaped(label)))
        }
        Item::Button { label, mark, .. } => line(*mark, &format!("<kbd>{}</kbd>", escaped(label))),
        Item::Value { label, value, mark, .. }
        | Item::Field { label, value, mark, .. }
        | Item::Select { label, value, mark, .. } => {
            line(*mark, &format!("{} <code>{}</code>", escaped(label), escaped(value)))
        }
        Item::Panel { title, mark, items: inside } => {
            let title = title.as_ref().map(|title| format!("<strong>{}</strong>", escaped(title)));
            format!(
                "<div class=\"panel\">{}{}{}</div>\n",
                badge(*mark),
                title.unwrap_or_default(),
                items(inside)
            )
        }
        Item::Row { items: inside } => format!("<div class=\"row\">{}</div>\n", items(inside)),
        Item::Facts { facts } => facts
            .iter()
            .map(|fact| {
                line(None, &format!("{} <strong>{}</strong>", escaped(&fact.name), text(&fact.value)))
            })
            .collect(),
        Item::Scroll { items: inside, .. } => items(inside),
        Item::Below { label, mark, .. } => line(*mark, &format!("↓ <em>{}</em>", escaped(label))),
    }
}

fn tab(tab: &Tab) -> String {
    let label = escaped(&tab.label);
    let label = if tab.selected { format!("<strong>{label}</strong>") } else { label };
    format!("<span>{}{label}</span>", badge(tab.mark))
}

fn line(mark: Option<u8>, content: &str) -> String {
    format!("<div class=\"item\">{}{content}</div>\n", badge(mark))
}

fn badge(mark: Option<u8>) -> String {
    mark.map(|number| format!("<span class=\"mark\">{number}</span>")).unwrap_or_default()
}
