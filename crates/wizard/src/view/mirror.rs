//! The mirror: Binance's restrictions panel with the user's real boxes, the wrong ones marked with what to do about them.

use smartradex_binance::{Permission, Permissions};

use crate::l10n::Words;
use crate::screen::{Advice, Item, Picture, Span, Text, Tone};
use crate::verdict::{Verdict, box_label};

/// The drawing. `None` if Binance did not say which boxes are ticked, or if all of them are right.
pub(super) fn picture(verdict: &Verdict, practice: bool, words: Words) -> Option<Picture> {
    let permissions = verdict.permissions.as_ref()?;
    let ip_wrong = verdict.ip_restricted == Some(true);
    let wrong = !verdict.boxes_wrong.is_empty()
        || !verdict.boxes_missing.is_empty()
        || !verdict.unknown_permissions.is_empty()
        || ip_wrong;
    if !wrong {
        return None;
    }
    let advice = |wrong: bool, id: &str| {
        let (tone, id) = if wrong { (Tone::Warning, id) } else { (Tone::Success, "picture-right") };
        Some(Advice { tone, text: words.string(id) })
    };
    // In the order of Binance's page, as in the picture of step 3.
    let mut boxes = Permission::ALL;
    boxes
        .sort_by_key(|permission| ON_THE_PAGE.iter().position(|one| one == permission).unwrap_or(usize::MAX));
    let mut items: Vec<Item> = boxes
        .into_iter()
        .filter(|permission| shown(*permission, permissions))
        .map(|permission| {
            let (untick, tick) =
                (verdict.boxes_wrong.contains(&permission), verdict.boxes_missing.contains(&permission));
            checkbox(
                words.label(box_label(permission)),
                words.other_label(box_label(permission)),
                permissions.get(permission) == Ok(true),
                // Where Binance said nothing clear about a box, nothing is said about it here.
                permissions.get(permission).ok().and_then(|_| {
                    advice(untick || tick, if tick { "picture-tick" } else { "picture-untick" })
                }),
            )
        })
        .collect();
    items.extend(
        verdict
            .unknown_permissions
            .iter()
            .map(|name| checkbox(name.clone(), None, true, advice(true, "picture-untick"))),
    );
    items.push(Item::Text { text: words.label("ip-access"), lang: None, tone: None });
    let radio = |id: &str, checked: bool, advice| Item::Radio {
        label: words.label(id),
        other: words.other_label(id),
        checked,
        mark: None,
        advice,
        press: None,
    };
    let to_choose = verdict.ip_restricted.and_then(|wrong| advice(wrong, "picture-choose"));
    items.push(radio("ip-unrestricted", verdict.ip_restricted == Some(false), to_choose));
    items.push(radio("ip-trusted", ip_wrong, None));
    Some(Picture {
        description: words.string("picture-mirror"),
        marked: items.iter().filter_map(|item| spoken(words, item)).collect(),
        address: if practice {
            words.string("picture-practice-address")
        } else {
            format!("www.binance.com/{}/my/sub-account/management", words.binance.tag())
        },
        tab: words.label("api-management"),
        current: None,
        done: Vec::new(),
        lang: words.binance,
        live: false,
        caption: Some(words.text(if practice {
            "practice-mirror-caption"
        } else {
            "picture-mirror-caption"
        })),
        items: vec![Item::Panel { title: Some(words.label("api-restrictions")), mark: None, items }],
        dialog: None,
    })
}

/// The boxes shown on the page of a sub-account's key, from top to bottom.
const ON_THE_PAGE: [Permission; 4] = [
    Permission::Reading,
    Permission::SpotAndMarginTrading,
    Permission::Margin,
    Permission::UniversalTransfer,
];

/// Whether a box is drawn: those shown on the page of a sub-account's key, among them the two that must be on, and any other that is on.
fn shown(permission: Permission, permissions: &Permissions) -> bool {
    ON_THE_PAGE.contains(&permission) || permissions.get(permission) == Ok(true)
}

fn checkbox(label: String, other: Option<String>, checked: bool, advice: Option<Advice>) -> Item {
    Item::Checkbox { label, lang: None, other, checked, enabled: true, mark: None, advice, press: None }
}

/// What to do with a box or a choice, in words.
fn spoken(words: Words, item: &Item) -> Option<Text> {
    if let Item::Checkbox { label, advice: Some(advice), .. }
    | Item::Radio { label, advice: Some(advice), .. } = item
    {
        let label = Span::spoken_in(words.binance, label.clone(), words.lang);
        Some(vec![label, Span::Plain { text: format!(": {}", advice.text) }])
    } else {
        None
    }
}
