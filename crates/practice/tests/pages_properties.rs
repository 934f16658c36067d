//! The pages under any acts in any order.

use proptest::prelude::*;
use smartradex_practice::{
    Account, Act, Bot, Bots, IpChoice, KeyBox, KeyNumber, KeyType, MAX_KEYS, Page, Restrictions, SubAccount,
};

fn key_number() -> impl Strategy<Value = KeyNumber> {
    (0_u32..4).prop_map(KeyNumber)
}

fn page() -> impl Strategy<Value = Page> {
    prop_oneof![Just(Page::AccountApi), Just(Page::SubAccountApi), key_number().prop_map(Page::Key)]
}

fn sub_account() -> impl Strategy<Value = SubAccount> {
    prop_oneof![
        Just(SubAccount::ForBot(Bot::Bitcoin)),
        Just(SubAccount::ForBot(Bot::Ether)),
        Just(SubAccount::Unrelated)
    ]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => page().prop_map(Act::Open),
        1 => Just(Act::Reload),
        2 => Just(Act::ScrollDown),
        3 => Just(Act::ToggleControls),
        2 => Just(Act::Accept),
        3 => Just(Act::CreateApi),
        3 => prop_oneof![Just(KeyType::SystemGenerated), Just(KeyType::SelfGenerated)].prop_map(Act::ChooseType),
        3 => sub_account().prop_map(Act::ChooseSubAccount),
        3 => "\\PC{0,40}".prop_map(Act::Label),
        6 => Just(Act::Next),
        6 => prop_oneof![3 => "[0-9]{6}", 1 => any::<String>()].prop_map(Act::EnterCode),
        4 => Just(Act::EditRestrictions),
        6 => proptest::sample::select(KeyBox::ALL.to_vec()).prop_map(Act::ToggleBox),
        2 => prop_oneof![Just(IpChoice::Unrestricted), Just(IpChoice::TrustedOnly)].prop_map(Act::ChooseIp),
        3 => Just(Act::Save),
        1 => key_number().prop_map(Act::Delete),
        1 => Just(Act::Cancel),
    ]
}

fn start() -> impl Strategy<Value = Account> {
    let bots = prop_oneof![Just(Bots::Bitcoin), Just(Bots::Ether), Just(Bots::Both)];
    (any::<[u8; 16]>(), bots, any::<bool>()).prop_map(|(seed, bots, finished)| {
        if finished { Account::finished(seed, bots, Bot::Bitcoin) } else { Account::new(seed, bots) }
    })
}

/// Whether these restrictions are what the box of step 1 forbids.
fn too_open(account: &Account, restrictions: &Restrictions) -> bool {
    account.controls_ticked()
        && restrictions.ip == IpChoice::Unrestricted
        && restrictions.ticked.iter().any(|&ticked| ticked != KeyBox::Reading)
}

proptest! {
    #[test]
    fn the_rules_hold_whatever_is_done(mut account in start(), acts in prop::collection::vec(act(), 0..120)) {
        let mut secrets: Vec<String> = Vec::new();
        for act in acts {
            let before = account.clone();
            if account.act(act).is_err() {
                prop_assert_eq!(&account, &before, "a refused act changes nothing");
            }
            prop_assert!(account.keys().len() <= MAX_KEYS);
            for key in account.keys() {
                prop_assert!(!too_open(&account, &key.restrictions));
                secrets.extend(account.api_key(key.number));
                secrets.extend(account.private_key(key.number));
                if let Some(secret) = account.secret_key(key.number) {
                    prop_assert_eq!(account.page(), Page::Key(key.number));
                    secrets.push(secret);
                }
            }
            if let Some(restrictions) = account.restrictions() {
                prop_assert!(!too_open(&account, restrictions));
                for key_box in KeyBox::ALL {
                    prop_assert!(account.editing() || account.can_tick(key_box).is_err());
                }
            }
        }
        let json = serde_json::to_string(&account).unwrap();
        let debug = format!("{account:?}");
        for secret in &secrets {
            // The middle, for a PEM's sake: its first and last lines are public.
            let part = &secret[secret.len() / 2 - 8..secret.len() / 2 + 8];
            prop_assert!(!json.contains(part) && !debug.contains(part));
        }
        prop_assert_eq!(serde_json::from_str::<Account>(&json).unwrap(), account);
    }

    #[test]
    fn any_saved_state_is_refused_or_usable(edits in prop::collection::vec((any::<prop::sample::Index>(), "[0-9a-z\"\\[\\]{},:]"), 0..4), acts in prop::collection::vec(act(), 0..20)) {
        let json = serde_json::to_string(&Account::finished([1; 16], Bots::Both, Bot::Bitcoin)).unwrap();
        let mut letters: Vec<char> = json.chars().collect();
        for (at, letter) in edits {
            let at = at.index(letters.len());
            letters[at] = letter.chars().next().unwrap();
        }
        if let Ok(mut account) = serde_json::from_str::<Account>(&letters.into_iter().collect::<String>()) {
            for act in acts {
                let _ = account.act(act);
            }
            let _ = (account.restrictions().cloned(), account.open_key().cloned(), account.listed_keys().count());
        }
    }
}
