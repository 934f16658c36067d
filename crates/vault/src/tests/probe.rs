//! What a keyring does with the probe, and what another program may do to it meanwhile.

use super::*;

fn opened(script: Vec<Play>) -> Result<(), VaultFault> {
    scripted(vec![], script).0.open_keyring()
}

/// What happens at every try.
fn always(script: fn() -> Vec<Play>) -> Vec<Play> {
    (0..TRIES).flat_map(|_| script()).collect()
}

#[test]
fn a_keyring_that_only_reads_and_one_that_loses_what_it_took_are_told_apart() {
    assert_eq!(opened(always(|| vec![Play::Fail(broken())])), Err(VaultFault::ReadOnly));
    let lost = always(|| vec![Play::Well, Play::Fail(Error::NoEntry), Play::Well]);
    assert_eq!(opened(lost), Err(VaultFault::ReadBackDiffers));
    assert_eq!(
        opened(always(|| vec![Play::Well, Play::Fail(broken()), Play::Well])),
        Err(VaultFault::Failed)
    );
    assert_eq!(
        opened(always(|| vec![Play::Well, Play::Well, Play::Fail(broken())])),
        Err(VaultFault::Failed)
    );
    // Nothing of the probe is left.
    let (place, _) = scripted(vec![], vec![]);
    assert_eq!(place.open_keyring(), Ok(()));
    assert!(matches!(place.probe.get_password(), Err(Error::NoEntry)));
}

#[test]
fn a_keyring_that_grants_no_access_is_tried_once() {
    let denied = || Error::NoStorageAccess(Box::new(std::io::Error::other("no")));
    for before in [vec![], vec![Play::Well]] {
        let mut script = before;
        script.extend([Play::Fail(denied()), Play::Fail(broken())]);
        let (place, _) = scripted(vec![], script);
        assert_eq!(place.open_keyring(), Err(VaultFault::Locked));
        // The last play is still to come: another use would have prompted the user again.
        assert!(place.probe.get_password().is_err_and(|error| !is_shut(&error)));
    }
}

/// The window and `smartradex-verify doctor` use the same entry.
#[test]
fn a_probe_that_another_program_deletes_meanwhile_is_no_fault_of_the_keyring() {
    let scripts: [fn() -> Vec<Play>; 4] = [
        // Deleted between finding and writing it.
        || vec![Play::Fail(broken())],
        // Between writing and reading it, or finding and reading it.
        || vec![Play::Well, Play::Fail(Error::NoEntry)],
        || vec![Play::Well, Play::Fail(broken())],
        // Between reading and deleting it.
        || vec![Play::Well, Play::Well, Play::Fail(Error::NoEntry)],
    ];
    for script in scripts {
        let (place, _) = scripted(vec![], script());
        assert_eq!(place.open_keyring(), Ok(()));
        // What this use wrote last, it also deleted. (The other program's deletion is only played.)
        if script().len() < 3 {
            assert!(matches!(place.probe.get_password(), Err(Error::NoEntry)));
        }
    }
}
