//! The pages, gone through as by hand: the right way, and the mistakes that must be possible.
#![expect(clippy::panic, reason = "`all` is for these tests alone")]

use smartradex_practice::{
    Account, Act, Bot, Bots, Dialog, Greyed, IpChoice, KeyBox, KeyNumber, KeyType, LABEL_MAX_CHARS, MAX_KEYS,
    Owner, Page, Refusal, Restrictions, SubAccount,
};

const SEED: [u8; 16] = *b"pages test seed.";
const FIRST: KeyNumber = KeyNumber(0);

fn code() -> Act {
    Act::EnterCode("123456".to_owned())
}

fn all(account: &mut Account, acts: impl IntoIterator<Item = Act>) {
    for act in acts {
        account.act(act.clone()).unwrap_or_else(|refusal| panic!("{act:?} was refused: {refusal:?}"));
    }
}

fn step_1() -> [Act; 4] {
    [Act::ScrollDown, Act::ToggleControls, Act::Accept, code()]
}

fn step_2(key_type: KeyType, sub_account: SubAccount, label: &str) -> [Act; 8] {
    [
        Act::Open(Page::SubAccountApi),
        Act::CreateApi,
        Act::ChooseType(key_type),
        Act::Next,
        Act::ChooseSubAccount(sub_account),
        Act::Label(label.to_owned()),
        Act::Next,
        code(),
    ]
}

fn step_2_right() -> [Act; 8] {
    step_2(KeyType::SystemGenerated, SubAccount::ForBot(Bot::Bitcoin), "SmartradeX BTC Spot")
}

fn step_3() -> [Act; 4] {
    [Act::EditRestrictions, Act::ToggleBox(KeyBox::SpotAndMarginTrading), Act::Save, code()]
}

fn new() -> Account {
    Account::new(SEED, Bots::Bitcoin)
}

fn after_steps_1_and_2() -> Account {
    let mut account = new();
    all(&mut account, step_1().into_iter().chain(step_2_right()));
    account
}

#[test]
fn the_right_way_ends_like_skipping_ahead() {
    let mut account = after_steps_1_and_2();
    assert!(account.secret_key(FIRST).is_some_and(|secret| secret.len() == 64));
    all(&mut account, step_3());
    // As on the real page, the secret stays until the page is left: step 4 copies it, after step 3.
    assert!(account.secret_key(FIRST).is_some());
    let skipped = Account::finished(SEED, Bots::Bitcoin, Bot::Bitcoin);
    assert_eq!(account.keys(), skipped.keys());
    assert_eq!(account.page(), skipped.page());
    assert_eq!(account.controls_ticked(), skipped.controls_ticked());
    assert_eq!(account.secret_key(FIRST), skipped.secret_key(FIRST));
    assert_eq!(account.keys()[0].restrictions, Restrictions::for_smartradex());
}

#[test]
fn the_box_of_step_1_is_down_the_page_and_asks_twice() {
    let mut account = new();
    assert_eq!(account.act(Act::ToggleControls), Err(Refusal::NotInView));
    all(&mut account, [Act::ScrollDown, Act::ToggleControls]);
    assert_eq!(account.dialog(), Some(&Dialog::ConfirmUntick));
    assert_eq!(account.act(Act::ToggleControls), Err(Refusal::DialogOpen));
    all(&mut account, [Act::Cancel]);
    assert!(account.controls_ticked());
    all(&mut account, [Act::ToggleControls, Act::Accept]);
    for wrong in ["", "12345", "1234567", "12a456", "１２３４５６"] {
        assert_eq!(account.act(Act::EnterCode(wrong.to_owned())), Err(Refusal::WrongCode), "{wrong:?}");
    }
    assert!(account.controls_ticked());
    let shown = account.verification_code();
    all(&mut account, [Act::EnterCode(shown.clone())]);
    assert!(!account.controls_ticked());
    assert_ne!(account.verification_code(), shown, "a code serves once");
    // The box is not on the sub-accounts' page, however far one scrolls.
    all(&mut account, [Act::Open(Page::SubAccountApi), Act::ScrollDown]);
    assert_eq!(account.act(Act::ToggleControls), Err(Refusal::NotHere));
}

#[test]
fn trading_is_grey_while_step_1_is_not_done() {
    let mut account = new();
    all(&mut account, step_2_right());
    assert_eq!(account.can_tick(KeyBox::SpotAndMarginTrading), Err(Greyed::NotEditing));
    all(&mut account, [Act::EditRestrictions]);
    assert_eq!(account.can_tick(KeyBox::SpotAndMarginTrading), Err(Greyed::ControlsTicked));
    let tick = Act::ToggleBox(KeyBox::SpotAndMarginTrading);
    assert_eq!(account.act(tick.clone()), Err(Refusal::Greyed(Greyed::ControlsTicked)));
    // With trusted addresses it can be ticked; going back to "unrestricted" unticks it again.
    all(&mut account, [Act::ChooseIp(IpChoice::TrustedOnly), tick]);
    assert!(account.restrictions().unwrap().is_ticked(KeyBox::SpotAndMarginTrading));
    all(&mut account, [Act::ChooseIp(IpChoice::Unrestricted)]);
    assert_eq!(account.restrictions(), Some(&Restrictions::fresh()));
}

#[test]
fn ticking_the_box_of_step_1_again_takes_trading_away() {
    let mut account = Account::finished(SEED, Bots::Bitcoin, Bot::Bitcoin);
    all(&mut account, [Act::Open(Page::AccountApi), Act::ScrollDown, Act::ToggleControls]);
    assert!(!account.controls_ticked());
    all(&mut account, [code()]);
    assert!(account.controls_ticked());
    assert_eq!(account.key(FIRST).unwrap().restrictions, Restrictions::fresh());
}

#[test]
fn leaving_or_reloading_the_page_hides_the_secret_for_good() {
    for leave in [vec![Act::Reload], vec![Act::Open(Page::SubAccountApi), Act::Open(Page::Key(FIRST))]] {
        let mut account = after_steps_1_and_2();
        let api_key = account.api_key(FIRST);
        all(&mut account, [Act::EditRestrictions]);
        all(&mut account, leave);
        assert_eq!(account.page(), Page::Key(FIRST));
        assert_eq!(account.secret_key(FIRST), None);
        assert!(!account.editing(), "what was being edited is lost as well");
        assert_eq!(account.api_key(FIRST), api_key, "the public value stays");
    }
}

#[test]
fn the_red_text_comes_with_trading_from_any_address() {
    let mut account = after_steps_1_and_2();
    assert!(!account.restrictions().unwrap().warned_about());
    all(&mut account, [Act::EditRestrictions, Act::ToggleBox(KeyBox::SpotAndMarginTrading)]);
    assert!(account.restrictions().unwrap().warned_about());
    all(&mut account, [Act::ChooseIp(IpChoice::TrustedOnly)]);
    assert!(!account.restrictions().unwrap().warned_about());
}

#[test]
fn every_mistake_can_be_made() {
    let mut account = new();
    all(&mut account, step_1());
    // A key of the main account, for which there is no list of sub-accounts.
    all(
        &mut account,
        [Act::Open(Page::AccountApi), Act::CreateApi, Act::ChooseType(KeyType::SystemGenerated), Act::Next],
    );
    assert_eq!(account.act(Act::ChooseSubAccount(SubAccount::Unrelated)), Err(Refusal::NotHere));
    all(&mut account, [Act::Label("mistake".to_owned()), Act::Next, code()]);
    assert_eq!(account.open_key().unwrap().owner, Owner::Main);
    // A key of the wrong sub-account.
    all(&mut account, step_2(KeyType::SystemGenerated, SubAccount::Unrelated, "mistake"));
    assert_eq!(account.open_key().unwrap().owner, Owner::Sub(SubAccount::Unrelated));
    // A self-generated key, which comes with a file instead of a secret.
    all(&mut account, step_2(KeyType::SelfGenerated, SubAccount::ForBot(Bot::Bitcoin), "mistake"));
    let number = account.open_key().unwrap().number;
    assert_eq!(account.secret_key(number), None);
    assert!(account.private_key(number).unwrap().starts_with("-----BEGIN PRIVATE KEY-----"));
    assert_eq!(account.private_key(FIRST), None);
    // Every box, and trusted addresses.
    all(&mut account, [Act::EditRestrictions, Act::ChooseIp(IpChoice::TrustedOnly)]);
    all(&mut account, KeyBox::ALL.into_iter().filter(|&one| one != KeyBox::Reading).map(Act::ToggleBox));
    all(&mut account, [Act::Save, code()]);
    let saved = &account.open_key().unwrap().restrictions;
    assert_eq!(saved.ticked.len(), KeyBox::ALL.len());
    assert_eq!(saved.ip, IpChoice::TrustedOnly);
    // No box at all.
    all(&mut account, [Act::EditRestrictions]);
    all(&mut account, [KeyBox::Reading, KeyBox::SpotAndMarginTrading].map(Act::ToggleBox));
    assert!(!account.restrictions().unwrap().is_ticked(KeyBox::SymbolWhitelist), "it goes with trading");
    assert_eq!(account.can_tick(KeyBox::SymbolWhitelist), Err(Greyed::NeedsTrading));
}

#[test]
fn a_key_needs_a_type_a_sub_account_and_a_label() {
    let mut account = new();
    all(&mut account, [Act::Open(Page::SubAccountApi), Act::CreateApi]);
    assert_eq!(account.act(Act::Next), Err(Refusal::NothingChosen));
    all(&mut account, [Act::ChooseType(KeyType::SystemGenerated), Act::Next]);
    assert_eq!(account.act(Act::Next), Err(Refusal::NothingChosen));
    let ether = Act::ChooseSubAccount(SubAccount::ForBot(Bot::Ether));
    assert_eq!(account.act(ether.clone()), Err(Refusal::NoSuchSubAccount));
    all(
        &mut account,
        [Act::ChooseSubAccount(SubAccount::ForBot(Bot::Bitcoin)), Act::Label(" \n\t ".to_owned())],
    );
    assert_eq!(account.act(Act::Next), Err(Refusal::LabelMissing));
    assert_eq!(account.act(Act::Label("é".repeat(LABEL_MAX_CHARS + 1))), Err(Refusal::LabelTooLong));
    all(&mut account, [Act::Label(format!(" {}", "é".repeat(LABEL_MAX_CHARS - 1))), Act::Next, code()]);
    assert_eq!(account.open_key().unwrap().label, "é".repeat(LABEL_MAX_CHARS - 1));
    // Once chapter III is done for the other bot, its sub-account can be chosen.
    account.add_sub_account(Bot::Ether);
    all(
        &mut account,
        [Act::Open(Page::SubAccountApi), Act::CreateApi, Act::ChooseType(KeyType::SystemGenerated)],
    );
    all(&mut account, [Act::Next, ether]);
}

#[test]
fn thirty_keys_are_the_most_and_deleting_makes_room() {
    let mut account = new();
    for _ in 0..MAX_KEYS {
        all(&mut account, step_2_right());
    }
    all(&mut account, [Act::Open(Page::SubAccountApi)]);
    assert_eq!(account.act(Act::CreateApi), Err(Refusal::TooManyKeys));
    assert_eq!(account.listed_keys().count(), MAX_KEYS);
    let old = account.api_key(FIRST);
    all(&mut account, [Act::Delete(FIRST), code()]);
    assert_eq!(account.page(), Page::SubAccountApi);
    assert_eq!((account.key(FIRST), account.api_key(FIRST)), (None, None));
    assert_eq!(account.act(Act::Open(Page::Key(FIRST))), Err(Refusal::NoSuchKey));
    all(&mut account, step_2_right());
    let new = account.open_key().unwrap().number;
    assert_ne!(account.api_key(new), old, "a number is not used twice");
    // When a key is deleted from its own page, the browser goes back to the list.
    all(&mut account, [Act::Delete(new), code()]);
    assert_eq!(account.page(), Page::SubAccountApi);
    // A key cannot be deleted from a page that does not show it.
    all(&mut account, [Act::Open(Page::AccountApi)]);
    assert_eq!(account.act(Act::Delete(KeyNumber(1))), Err(Refusal::NotHere));
}

#[test]
fn names_and_numbers_of_accounts_look_real_and_differ() {
    let account = Account::new(SEED, Bots::Both);
    let bitcoin = account.email(SubAccount::ForBot(Bot::Bitcoin));
    assert!(bitcoin.starts_with("smartradexbtc_virtual@") && bitcoin.ends_with("noemail.com"), "{bitcoin}");
    assert_eq!(account.sub_accounts().len(), 3);
    let owners = account.sub_accounts().iter().map(|&sub| Owner::Sub(sub)).chain([Owner::Main]);
    let uids: std::collections::BTreeSet<_> = owners.map(|owner| account.uid(owner)).collect();
    assert_eq!(uids.len(), 4);
}

#[test]
fn cancelling_a_save_goes_back_to_the_editing() {
    let mut account = after_steps_1_and_2();
    all(&mut account, [Act::EditRestrictions, Act::ToggleBox(KeyBox::Futures), Act::Save, Act::Cancel]);
    assert!(account.editing() && account.restrictions().unwrap().is_ticked(KeyBox::Futures));
    all(&mut account, [Act::Cancel]);
    assert_eq!(account.restrictions(), Some(&Restrictions::fresh()));
    assert_eq!(account.act(Act::Cancel), Err(Refusal::NotHere));
}
