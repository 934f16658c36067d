//! A keyring that holds one entry several times over, as after two keyrings were merged.

use super::*;

/// What each of the entries holds.
type Held = Arc<Mutex<Vec<Option<Vec<u8>>>>>;

/// One of them or, as the program finds them, whichever there is. The Linux store says so if there are several.
struct Copied {
    held: Held,
    which: Option<usize>,
}

impl Copied {
    fn place(values: &[&str]) -> (Place, Held) {
        let held = values.iter().map(|value| Some(value.as_bytes().to_vec())).collect();
        let held: Held = Arc::new(Mutex::new(held));
        let (place, _) = scripted(vec![], vec![]);
        (Place { entry: Self::entry(&held, None), ..place }, held)
    }

    fn entry(held: &Held, which: Option<usize>) -> Entry {
        Entry::new_with_credential(Arc::new(Self { held: Arc::clone(held), which }))
    }

    fn there(&self) -> Vec<usize> {
        let held = self.held.lock().unwrap();
        (0..held.len()).filter(|at| held[*at].is_some()).collect()
    }

    fn at(&self) -> keyring::Result<usize> {
        match (self.which, &self.there()[..]) {
            (Some(at), there) if there.contains(&at) => Ok(at),
            (Some(_), _) | (None, []) => Err(Error::NoEntry),
            (None, [at]) => Ok(*at),
            (None, there) => {
                Err(Error::Ambiguous(there.iter().map(|at| Self::entry(&self.held, Some(*at))).collect()))
            }
        }
    }
}

impl CredentialApi for Copied {
    fn set_secret(&self, secret: &[u8]) -> keyring::Result<()> {
        let at = match self.at() {
            Err(Error::NoEntry) => 0,
            at => at?,
        };
        self.held.lock().unwrap()[at] = Some(secret.to_vec());
        Ok(())
    }

    fn get_secret(&self) -> keyring::Result<Vec<u8>> {
        let at = self.at()?;
        Ok(self.held.lock().unwrap()[at].clone().unwrap())
    }

    fn delete_credential(&self) -> keyring::Result<()> {
        let at = self.at()?;
        self.held.lock().unwrap()[at] = None;
        Ok(())
    }

    fn get_credential(&self) -> keyring::Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn left(held: &Held) -> Vec<String> {
    held.lock().unwrap().iter().flatten().map(|value| String::from_utf8(value.clone()).unwrap()).collect()
}

fn value(letter: &str) -> String {
    write(&key(letter)).unwrap().to_string()
}

#[test]
fn a_key_that_is_there_twice_is_read_and_one_of_two_keys_is_not_chosen() {
    let (place, _) = Copied::place(&[&value("A"), &value("A")]);
    assert_eq!(place.read(), Ok(key("A")));
    let (place, held) = Copied::place(&[&value("A"), &value("B")]);
    assert_eq!(place.read(), Err(VaultFault::Failed));
    assert_eq!(left(&held).len(), 2, "and both are left alone");
}

#[test]
fn all_of_several_entries_are_removed() {
    for values in [[value("A"), value("A")], [value("A"), value("B")]] {
        let (place, held) = Copied::place(&values.each_ref().map(String::as_str));
        assert_eq!(place.remove(&Turn::default()), Ok(()));
        assert_eq!(left(&held), Vec::<String>::new());
    }
}

#[test]
fn a_new_key_takes_the_place_of_several_entries() {
    for values in [[value("A"), value("A")], [value("A"), value("B")]] {
        let (place, held) = Copied::place(&values.each_ref().map(String::as_str));
        assert_eq!(place.store(&key("C"), &Turn::default()), Ok(()));
        assert_eq!(left(&held), [value("C")]);
        assert_eq!(place.read(), Ok(key("C")));
    }
}

#[test]
fn of_several_entries_only_what_all_hold_is_put_back() {
    for (values, back) in
        [([value("A"), value("A")], vec![value("A")]), ([value("A"), value("B")], Vec::new())]
    {
        let (place, held) = Copied::place(&values.each_ref().map(String::as_str));
        let turn = Arc::new(Turn::default());
        let place = giving_up(place, &turn);
        assert_eq!(place.store(&key("C"), &turn), Err(VaultFault::NoAnswer));
        assert_eq!(left(&held), back);
    }
}

#[test]
fn nothing_is_written_or_deleted_among_several_entries_once_the_user_was_told() {
    let turn = Turn::default();
    turn.abandon();
    let (place, held) = Copied::place(&[&value("A"), &value("B")]);
    assert_eq!(place.store(&key("C"), &turn), Err(VaultFault::NoAnswer));
    assert_eq!(place.remove(&turn), Err(VaultFault::NoAnswer));
    assert_eq!(left(&held), [value("A"), value("B")]);
}
