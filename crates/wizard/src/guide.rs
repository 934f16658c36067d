//! The guide to print: the four steps for one bot, in one language, as one HTML file, made from the same messages and drawings.

mod html;

use html::{picture, text};

use crate::domain::{Bot, Step};
use crate::l10n::Words;
use crate::step;
use crate::view::{Pages, bot_name};

/// The whole file. It loads nothing and runs nothing.
pub(crate) fn page(bot: Bot, words: Words) -> String {
    let name = bot_name(words, bot);
    let title = words.string_with("guide-title", &[("bot", name.as_str().into())]);
    let mut body =
        format!("<h1>{}</h1>\n<p>{}</p>\n", html::escaped(&title), text(&words.text("guide-lead")));
    body += &points(words, &["welcome-needs-account", "welcome-needs-sub-account", "welcome-needs-phone"]);
    for step in Step::ALL {
        body += &section(step, bot, words);
    }
    body += &format!("<h2>{}</h2>\n", text(&words.text("handover-heading")));
    let last = ["handover-lead", "handover-only-there-text", "handover-save", "guide-address"];
    let after = ["guide-expiry", "handover-subscription", "handover-second-text"];
    for id in last.into_iter().chain(after) {
        body += &format!("<p>{}</p>\n", text(&words.text(id)));
    }
    body += &format!("<p><strong>{}</strong></p>\n", text(&words.text("support-never-1")));
    let (lang, title) = (words.lang.tag(), html::escaped(&title));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

fn section(step: Step, bot: Bot, words: Words) -> String {
    let (heading, notes): (&str, &[&str]) = match step {
        Step::SecurityControls => ("step1-heading", &["step1-main-account-text", "step1-why-1"]),
        Step::CreateKey => ("step2-heading", &["step2-once-text"]),
        Step::Restrictions => {
            ("step3-heading", &["step3-only-1", "step3-only-2", "step3-red", "step3-red-1", "step3-red-2"])
        }
        Step::PasteKeys => {
            ("step4-heading", &["step4-safe", "step4-safe-1", "step4-lost", "step4-lost-1", "step4-lost-2"])
        }
    };
    let mut section =
        format!("<section>\n<h2>{}. {}</h2>\n<ol>\n", step.number(), text(&words.text(heading)));
    for instruction in step::instructions(step) {
        section += &format!("<li>{}", text(&instruction.text(bot, words)));
        if let Some(detail) = instruction.detail_text(bot, words) {
            section += &format!(" <small>{}</small>", text(&detail));
        }
        section += "</li>\n";
    }
    section += "</ol>\n";
    section += &points(words, notes);
    for shown in pictures(step) {
        let account = step::scene(step, *shown, bot);
        let marks = step::marks(step);
        section += &picture(
            &Pages { words, account: &account, bot, marks, current: None, done: Vec::new(), live: false }
                .picture(),
        );
    }
    section + "</section>\n"
}

/// The instructions whose pages are worth printing.
fn pictures(step: Step) -> &'static [u8] {
    match step {
        Step::SecurityControls => &[3],
        Step::CreateKey => &[2, 3, 5],
        Step::Restrictions => &[3],
        Step::PasteKeys => &[],
    }
}

fn points(words: Words, ids: &[&str]) -> String {
    let items: String = ids.iter().map(|id| format!("<li>{}</li>\n", text(&words.text(id)))).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// Black on white, A4, nothing cut by a page break.
const STYLE: &str = "@page{size:A4;margin:18mm}body{font:11pt/1.45 sans-serif;color:#000;background:#fff;max-width:174mm;margin:auto;padding:4mm}h1{font-size:20pt}h2{font-size:14pt;border-bottom:1px solid #000;break-after:avoid}li{margin:.25em 0}small{color:#333}kbd{border:1px solid #000;border-radius:3px;padding:0 .3em;font:inherit;white-space:nowrap}.other{font-size:.85em;color:#333}figure{border:1px solid #000;border-radius:6px;margin:1em 0;padding:3mm;break-inside:avoid}figcaption{font-size:9pt}.address{border-bottom:1px solid #000;padding-bottom:2mm;margin-bottom:2mm;font-size:9pt}.panel{border:1px solid #777;padding:2mm;margin:1mm 0}.row{display:flex;gap:3mm;flex-wrap:wrap;align-items:center}.item{margin:1mm 0}.mark{display:inline-block;min-width:1.4em;text-align:center;border:1.5px solid #000;border-radius:1em;font-weight:bold;margin-right:.4em}.bar{height:2mm;background:#ccc;margin:1.5mm 0}";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn the_guide_holds_every_instruction_and_runs_nothing() {
        for lang in Lang::ALL {
            let words = Words { lang, binance: lang };
            for bot in Bot::ALL {
                let page = page(bot, words);
                for step in Step::ALL {
                    for instruction in step::instructions(step) {
                        let first = crate::bare(&instruction.text(bot, words));
                        let start: String = first.chars().take_while(|sign| sign.is_alphabetic()).collect();
                        assert!(page.contains(&start), "{}", instruction.id);
                    }
                }
                assert!(page.contains(bot.key_label()));
                for forbidden in ["<script", "http:", "https:", "javascript:", "onclick", "<img", "<link"] {
                    assert!(!page.contains(forbidden), "{forbidden}");
                }
                assert_eq!(page.matches("<figure").count(), page.matches("</figure>").count());
                assert!(page.matches("<figure").count() >= 5);
            }
        }
    }
}
