//! What is copied for the form and what is typed beside it: in order, one at a time, and never a key where none belongs.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a failed test says so by panicking"
)]

mod user;

use smartradex_wizard::{
    Block, Bot, CopySource, Effect, FormField, Input, Lang, Link, Outcome, Overlay, Part, Press, Request,
    Slot, Target, Wipe,
};
use user::{API_KEY, SECRET_KEY, User};

#[test]
fn the_form_is_filled_in_its_order_and_the_secret_leaves_the_clipboard() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    let slot = Slot { target: Target::Binance, bot: Bot::Bitcoin };
    for part in Part::ALL {
        user.press(Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part } });
        assert!(
            matches!(user.effects.last(), Some(Effect::Copy(_, CopySource::Kept(from, of))) if from.slot == slot && *of == part)
        );
        let request = user.copy_request();
        user.learn(Outcome::Copied(request, Ok(())));
    }
    for _ in 0..59 {
        let tick = user.wait_request();
        user.wait(1).learn(Outcome::Elapsed(tick));
    }
    let clears =
        |user: &User| user.effects.iter().any(|effect| matches!(effect, Effect::WipeCopiedSecret(_)));
    assert!(!clears(&user), "not before the minute is over");
    let tick = user.wait_request();
    user.wait(1).learn(Outcome::Elapsed(tick));
    let Some(Effect::WipeCopiedSecret(request)) = user.effects.last().cloned() else {
        panic!("the clipboard is to be cleared, not {:?}", user.effects.last());
    };
    // The user is told what became of it, once, when it is known.
    let told = |user: &User| user.screen().announcement.map(|announcement| announcement.text);
    assert_eq!(told(&user).as_deref(), Some("Copied."));
    for (wipe, said) in [
        (Wipe::Failed, Some("could not be removed")),
        (Wipe::Wiped, Some("has been removed")),
        (Wipe::NotThere, None),
    ] {
        let mut later = User::resuming(Lang::En, user.wizard.session().clone());
        later.press(Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey } });
        let copied = later.copy_request();
        later.learn(Outcome::Copied(copied, Ok(()))).press(Press::Panel).wait(61);
        let tick = later.wait_request();
        later.learn(Outcome::Elapsed(tick));
        let Some(Effect::WipeCopiedSecret(request)) = later.effects.last().cloned() else {
            panic!("{:?}", later.effects.last());
        };
        later.learn(Outcome::ClipboardWiped(request, wipe));
        let told = later.screen().announcement.map(|announcement| announcement.text);
        assert!(
            told.is_some() == said.is_some() && told.unwrap_or_default().contains(said.unwrap_or_default())
        );
    }
    user.learn(Outcome::ClipboardWiped(Request(request.0 + 1), Wipe::Wiped));
    assert_eq!(told(&user).as_deref(), Some("Copied."), "another one's answer is dropped");
}

/// The button that is filled, and the field of the form that is pointed at.
fn pointed(user: &User) -> (Option<Press>, Option<u8>) {
    let screen = user.screen();
    let of_block = |block: &Block| match block {
        Block::CopyRows { rows, .. } => rows.iter().filter_map(|row| row.copy.clone()).collect(),
        Block::Buttons { buttons, .. } => buttons.clone(),
        _ => Vec::new(),
    };
    let buttons = screen.blocks.iter().flat_map(of_block).chain(screen.main.clone());
    let filled: Vec<_> = buttons.filter(|button| button.next).map(|button| button.press).collect();
    assert!(filled.len() <= 1, "{filled:?}");
    (filled.first().cloned(), screen.picture.unwrap().current)
}

#[test]
fn the_form_is_opened_first_then_each_value_is_copied_and_pasted() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    let key = |part| FormField::Key { bot: Bot::Bitcoin, part };
    let copy = |user: &mut User, field| {
        user.press(Press::CopyField { field });
        let request = user.copy_request();
        user.learn(Outcome::Copied(request, Ok(())));
    };
    assert_eq!(pointed(&user), (Some(Press::Open { link: Link::KeyForm }), Some(1)));
    // First the secret key, then the API key: what was copied is to be pasted before anything else is copied.
    copy(&mut user, key(Part::SecretKey));
    assert_eq!(pointed(&user), (None, Some(2)));
    user.learn(Outcome::Focused);
    assert_eq!(pointed(&user), (Some(Press::CopyField { field: key(Part::ApiKey) }), Some(1)));
    copy(&mut user, key(Part::ApiKey));
    assert_eq!(pointed(&user), (None, Some(1)));
    user.learn(Outcome::Focused);
    // The user may type the address into the form itself, so no button is the next one.
    assert_eq!(pointed(&user), (None, Some(3)));
    copy(&mut user, key(Part::SecretKey));
    assert_eq!(pointed(&user).1, Some(2));
    // Once it has left the clipboard, it can no longer be pasted.
    let tick = user.wait_request();
    user.wait(61).learn(Outcome::Elapsed(tick));
    assert_eq!(pointed(&user).1, Some(3), "the address comes next");
    user.event(smartradex_wizard::Event::Action(smartradex_wizard::Action::Type {
        input: Input::Email,
        text: "someone@example.org".into(),
    }));
    assert_eq!(pointed(&user).0, Some(Press::CopyField { field: FormField::Email }));
    copy(&mut user, FormField::Email);
    assert_eq!(pointed(&user), (None, Some(3)));
    user.press(Press::Back).press(Press::Next);
    assert_eq!(pointed(&user), (Some(Press::HandedOver), Some(4)), "nothing is left but to save");
}

#[test]
fn who_is_lost_at_the_form_is_asked_and_led_back_to_it() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    for answer in 0..5 {
        user.press(Press::Show { overlay: Overlay::NotSeen }).press(Press::Answer { answer });
        assert_eq!(user.place(), "not-seen-answer", "answer {answer}");
        assert_eq!(user.screen().main.unwrap().press, Press::Answer { answer: 0 });
        assert_eq!(user.press(Press::Answer { answer: 0 }).place(), "hand-over", "answer {answer}");
    }
    let mut rehearsing = User::new(Lang::En);
    rehearsing.press(Press::Practise).press(Press::Next).press(Press::Next).press(Press::Next);
    rehearsing.checking().kept().press(Press::Next);
    assert_eq!(rehearsing.place(), "hand-over");
    assert_eq!(rehearsing.press(Press::Show { overlay: Overlay::NotSeen }).place(), "hand-over");
}

#[test]
fn the_email_is_copied_only_once_it_is_there() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    let before = user.effects.len();
    user.press(Press::CopyField { field: FormField::Email });
    assert_eq!(user.effects.len(), before);
    user.event(smartradex_wizard::Event::Action(smartradex_wizard::Action::Type {
        input: Input::Email,
        text: " someone@example.org ".into(),
    }));
    user.press(Press::CopyField { field: FormField::Email });
    assert!(
        matches!(user.effects.last(), Some(Effect::Copy(_, CopySource::Text(text))) if text == "someone@example.org")
    );
}

#[test]
fn a_key_in_the_field_of_the_email_is_refused_said_and_wiped_and_an_address_is_not() {
    for text in [
        SECRET_KEY.to_owned(),
        format!(" {SECRET_KEY}\t"),
        format!("someone@example.org{SECRET_KEY}"),
        SECRET_KEY[..20].to_owned(),
        SECRET_KEY.to_lowercase(),
        format!("API Key: {API_KEY}"),
    ] {
        let mut user = User::new(Lang::En);
        user.reach_step_4().checking().kept().press(Press::Next).type_in(Input::Email, "someone@");
        user.type_in(Input::Email, &text);
        assert_eq!(user.wizard.session().email, "", "{text}");
        let Some(Effect::WipePastedKey(request, held)) = user.effects.last().cloned() else {
            panic!("the clipboard is to be wiped, not {:?}", user.effects.last());
        };
        assert_eq!(held.expose(), text);
        let told = |user: &User| user.screen().announcement.expect("it is told");
        let first = told(&user);
        assert!(first.emptied && first.text.contains("being emptied"), "{first:?}");
        user.learn(Outcome::ClipboardWiped(request, Wipe::Wiped));
        assert!(told(&user).text.contains("It has been emptied") && told(&user).number > first.number);
        user.type_in(Input::Email, "s");
        assert_eq!(user.wizard.session().email, "s");
    }
    // The text is examined at every keystroke.
    for address in
        ["averylongnameofnobody75@example.org", "a-long.name-with-dashes-and-digits-1965@mail.example.org"]
    {
        let mut user = User::new(Lang::En);
        for end in 1..=address.len() {
            user.type_in(Input::Email, &address[..end]);
            assert_eq!(user.wizard.session().email, address[..end]);
        }
    }
}

#[test]
fn an_implausible_email_is_not_copied_whoever_asks() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    for text in
        ["someone", "someone@", "@example.org", "someone@example", "some one@example.org", "a@b@example.org"]
    {
        user.type_in(Input::Email, text);
        let before = user.effects.len();
        user.press(Press::CopyField { field: FormField::Email });
        assert!(user.effects[before..].iter().all(|effect| !matches!(effect, Effect::Copy(..))), "{text}");
    }
}

#[test]
fn copies_do_not_overtake_each_other() {
    let mut user = User::new(Lang::En);
    user.reach_step_4().checking().kept().press(Press::Next);
    let copies =
        |user: &User| user.effects.iter().filter(|effect| matches!(effect, Effect::Copy(..))).count();
    let secret = FormField::Key { bot: Bot::Bitcoin, part: Part::SecretKey };
    user.press(Press::CopyField { field: secret });
    let late = user.copy_request();
    user.press(Press::CopyField { field: FormField::Key { bot: Bot::Bitcoin, part: Part::ApiKey } });
    user.press(Press::CopyLabel);
    assert_eq!(copies(&user), 1, "the keyring is still being asked for the secret");
    assert!(user.screen().announcement.is_some_and(|said| said.text.contains("not done yet")));
    user.learn(Outcome::Copied(late, Ok(())));
    assert!(user.wizard.session().journey().handed.contains(&secret));
    let tick = user.wait_request();
    user.wait(61).learn(Outcome::Elapsed(tick));
    assert!(matches!(user.effects.last(), Some(Effect::WipeCopiedSecret(_))), "the secret has its minute");
    user.press(Press::CopyLabel);
    assert_eq!(copies(&user), 2);
    let failed = user.copy_request();
    user.learn(Outcome::Copied(failed, Err(None))).press(Press::CopyLabel);
    assert_eq!(copies(&user), 3, "nor does one that failed stand in the way");
}
