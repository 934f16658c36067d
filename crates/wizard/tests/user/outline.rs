//! A screen as lines of text, for people to review.

use serde_json::Value;
use smartradex_wizard::Screen;

/// Every word, control and state of a screen, but not what its buttons send, nor which of them are not the next thing to do.
pub(crate) fn outline(screen: &Screen) -> String {
    let mut lines = String::new();
    write(&serde_json::to_value(screen).unwrap(), 0, "", &mut lines);
    lines
}

fn write(value: &Value, depth: usize, name: &str, lines: &mut String) {
    match value {
        Value::Null => {}
        Value::Array(items) if is_text(items) => line(depth, name, &spans(items), lines),
        Value::Array(items) if items.is_empty() => {}
        Value::Array(items) => {
            line(depth, name, "", lines);
            items.iter().for_each(|item| write(item, depth + 1, "-", lines));
        }
        Value::Object(fields) => {
            let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default();
            line(depth, name, kind, lines);
            for (name, value) in fields {
                if name != "press" && name != "type" && !(name == "next" && *value == false) {
                    write(value, depth + 1, name, lines);
                }
            }
        }
        Value::String(text) => line(depth, name, text, lines),
        other => line(depth, name, &other.to_string(), lines),
    }
}

fn line(depth: usize, name: &str, text: &str, lines: &mut String) {
    lines.push_str(&"  ".repeat(depth));
    lines.push_str(name);
    if !text.is_empty() {
        lines.push_str(": ");
        lines.push_str(text);
    }
    lines.push('\n');
}

fn is_text(items: &[Value]) -> bool {
    let span = |item: &Value| {
        matches!(item["type"].as_str(), Some("plain" | "foreign" | "strong" | "control" | "term" | "code"))
    };
    !items.is_empty() && items.iter().all(span)
}

/// Controls in brackets, strong words in asterisks, values in backquotes, terms in angle brackets.
fn spans(items: &[Value]) -> String {
    let span = |item: &Value| {
        let text = item["text"].as_str().unwrap_or_default();
        match item["type"].as_str().unwrap_or_default() {
            "strong" => format!("*{text}*"),
            "code" => format!("`{text}`"),
            "term" => format!("<{text}>"),
            "control" => match item["other"].as_str() {
                Some(other) => format!("[{text} | {other}]"),
                None => format!("[{text}]"),
            },
            _ => text.to_owned(),
        }
    };
    items.iter().map(span).collect()
}
