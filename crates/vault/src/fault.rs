//! What the keyring's errors mean to the user.

use keyring::Error;
use smartradex_wizard::VaultFault;
use zeroize::Zeroize;

/// The fault if the keyring itself could not be opened.
pub(crate) fn opening_fault(error: Error) -> VaultFault {
    fault_or(error, VaultFault::NoService)
}

/// The fault if writing failed: a keyring that answers but accepts nothing new is read-only.
pub(crate) fn writing_fault(error: Error) -> VaultFault {
    fault_or(error, VaultFault::ReadOnly)
}

/// `otherwise`: the fault if the error says nothing more specific.
fn fault_or(error: Error, otherwise: VaultFault) -> VaultFault {
    let fault = fault(error);
    if fault == VaultFault::Failed { otherwise } else { fault }
}

/// The fault if the keyring was opened and nothing else is known.
pub(crate) fn fault(error: Error) -> VaultFault {
    match error {
        Error::NoEntry => VaultFault::Gone,
        Error::NoDefaultStore => VaultFault::NoService,
        Error::TooLong(..) => VaultFault::TooLong,
        Error::NoStorageAccess(cause) => cause_of(cause.as_ref()).unwrap_or(VaultFault::Locked),
        Error::PlatformFailure(cause) => cause_of(cause.as_ref()).unwrap_or(VaultFault::Failed),
        // What could not be decoded may be half a key.
        Error::BadEncoding(mut bytes) | Error::BadDataFormat(mut bytes, _) => {
            bytes.zeroize();
            VaultFault::Failed
        }
        Error::BadStoreFormat(_)
        | Error::Invalid(..)
        | Error::Ambiguous(_)
        | Error::NotSupportedByStore(_)
        | _ => VaultFault::Failed,
    }
}

/// Whether the keyring did nothing because it grants no access, for instance because it is locked: another attempt would only prompt the
/// user again.
pub(crate) fn is_shut(error: &Error) -> bool {
    match error {
        Error::NoStorageAccess(_) => true,
        Error::PlatformFailure(cause) => {
            matches!(cause_of(cause.as_ref()), Some(VaultFault::Locked | VaultFault::Dismissed))
        }
        Error::NoEntry
        | Error::NoDefaultStore
        | Error::TooLong(..)
        | Error::BadEncoding(_)
        | Error::BadDataFormat(..)
        | Error::BadStoreFormat(_)
        | Error::Invalid(..)
        | Error::Ambiguous(_)
        | Error::NotSupportedByStore(_)
        | _ => false,
    }
}

/// What the Secret Service says more precisely than [`Error`] does.
#[cfg(target_os = "linux")]
fn cause_of(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<VaultFault> {
    use secret_service::Error as Cause;

    match cause.downcast_ref()? {
        Cause::Prompt => Some(VaultFault::Dismissed),
        Cause::Locked | Cause::PromptDisconnected => Some(VaultFault::Locked),
        Cause::NoResult => Some(VaultFault::NoCollection),
        Cause::Unavailable => Some(VaultFault::NoService),
        Cause::Crypto(_) | Cause::Zbus(_) | Cause::ZbusFdo(_) | Cause::Zvariant(_) | _ => None,
    }
}

/// What macOS says more precisely than [`Error`] does, which lumps most of its codes together.
#[cfg(target_os = "macos")]
fn cause_of(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<VaultFault> {
    let cause: &security_framework::base::Error = cause.downcast_ref()?;
    of_status(cause.code())
}

/// Windows' credential manager is open whenever the user is logged in, and its store already tells its errors apart.
#[cfg(windows)]
fn cause_of(_: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<VaultFault> {
    None
}

/// What a status code of the macOS keychain means. The names are those in Apple's `SecBase.h` and `MacErrors.h`.
#[cfg(any(target_os = "macos", test))]
fn of_status(status: i32) -> Option<VaultFault> {
    match status {
        // At the prompt for the password, or for permission to use the entry: userCanceledErr; errSecAuthFailed (a wrong password, or
        // "deny"); errSecDuplicateItem ("deny" when a value is replaced: the store then finds no entry that it may change, adds one,
        // and the keychain already has it)
        -128 | -25293 | -25299 => Some(VaultFault::Dismissed),
        // errSecInteractionNotAllowed (locked, and nobody may be asked, as over ssh), errSecInteractionRequired, errSecPassphraseRequired,
        // errSecNoAccessForItem, errSecInDarkWake
        -25308 | -25315 | -25260 | -25243 | -25320 => Some(VaultFault::Locked),
        // errSecNoDefaultKeychain, errSecNoSuchKeychain
        -25307 | -25294 => Some(VaultFault::NoCollection),
        // errSecNotAvailable, errSecServiceNotAvailable
        -25291 | -67585 => Some(VaultFault::NoService),
        // wrPermErr, errSecInvalidOwnerEdit, errSecReadOnly, dskFulErr
        -61 | -25244 | -25292 | -34 => Some(VaultFault::ReadOnly),
        // errSecDataTooLarge
        -25302 => Some(VaultFault::TooLong),
        // errSecInvalidKeychain: it is damaged, not locked.
        -25295 => Some(VaultFault::Failed),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn platform(cause: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::PlatformFailure(Box::new(cause))
    }

    fn other() -> std::io::Error {
        std::io::Error::other("x")
    }

    #[test]
    fn every_other_error_is_a_fault_of_its_own() {
        assert_eq!(fault(Error::NoEntry), VaultFault::Gone);
        assert_eq!(fault(Error::NoDefaultStore), VaultFault::NoService);
        assert_eq!(fault(Error::TooLong(String::new(), 1)), VaultFault::TooLong);
        assert_eq!(fault(Error::NoStorageAccess(Box::new(other()))), VaultFault::Locked);
        assert_eq!(fault(Error::Ambiguous(vec![])), VaultFault::Failed);
        assert_eq!(fault(Error::NotSupportedByStore(String::new())), VaultFault::Failed);
        assert_eq!(fault(Error::BadStoreFormat(String::new())), VaultFault::Failed);
        assert_eq!(fault(platform(other())), VaultFault::Failed);
        assert_eq!(opening_fault(platform(other())), VaultFault::NoService);
    }

    #[test]
    fn only_what_a_further_try_would_prompt_for_again_counts_as_shut() {
        assert!(is_shut(&Error::NoStorageAccess(Box::new(other()))));
        assert!(!is_shut(&platform(other())));
        assert!(!is_shut(&Error::NoEntry));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_secret_service_tells_its_faults_apart() {
        use secret_service::Error as Cause;

        let denied = |cause: Cause| fault(Error::NoStorageAccess(Box::new(cause)));
        assert_eq!(denied(Cause::NoResult), VaultFault::NoCollection);
        assert_eq!(denied(Cause::Prompt), VaultFault::Dismissed);
        assert_eq!(denied(Cause::Locked), VaultFault::Locked);
        assert_eq!(fault(platform(Cause::Unavailable)), VaultFault::NoService);
        assert_eq!(fault(platform(Cause::PromptDisconnected)), VaultFault::Locked);
        assert_eq!(fault(platform(Cause::Crypto("x"))), VaultFault::Failed);
    }

    /// With errors as the macOS store passes them on.
    #[cfg(target_os = "macos")]
    #[test]
    fn the_keychain_tells_its_faults_apart() {
        use security_framework::base::Error as Cause;

        let platform = |status| platform(Cause::from_code(status));
        assert_eq!(fault(platform(-128)), VaultFault::Dismissed);
        assert_eq!(fault(platform(-25308)), VaultFault::Locked);
        assert_eq!(fault(platform(-50)), VaultFault::Failed);
        assert!(is_shut(&platform(-128)));
        assert!(!is_shut(&platform(-50)));
        let denied = |status| fault(Error::NoStorageAccess(Box::new(Cause::from_code(status))));
        assert_eq!(denied(-25292), VaultFault::ReadOnly);
        assert_eq!(denied(-25295), VaultFault::Failed);
    }

    #[test]
    fn a_number_of_the_keychain_is_the_fault_that_the_user_can_do_something_about() {
        for (status, fault) in [
            (-128, Some(VaultFault::Dismissed)),
            (-25293, Some(VaultFault::Dismissed)),
            (-25299, Some(VaultFault::Dismissed)),
            (-25308, Some(VaultFault::Locked)),
            (-25307, Some(VaultFault::NoCollection)),
            (-25291, Some(VaultFault::NoService)),
            (-61, Some(VaultFault::ReadOnly)),
            (-25295, Some(VaultFault::Failed)),
            // errSecItemNotFound is handled by the store itself; errSecParam would be a bug of the program.
            (-25300, None),
            (-50, None),
        ] {
            assert_eq!(of_status(status), fault, "{status}");
        }
    }
}
