//! The program that opens links.

use smartradex_wizard::Browser;

/// The longest name that is believed, in characters: no program has a longer one.
#[cfg(any(target_os = "linux", windows, test))]
const MOST_CHARS: usize = 60;

/// The browser with which the system would open a link. Blocks while the system is asked.
#[cfg(target_os = "linux")]
pub(crate) fn default() -> Browser {
    use crate::command::said_by;

    // The first reports the desktop's setting, the second the plain list of programs by type.
    let ways: [(&str, &[&str]); 2] = [
        ("xdg-settings", &["get", "default-web-browser"]),
        ("xdg-mime", &["query", "default", "x-scheme-handler/https"]),
    ];
    let answers: Vec<String> =
        ways.into_iter().filter_map(|(program, words)| said_by(program, words)).collect();
    of_desktop(&answers)
}

/// The same on Windows, from the user's choice in the registry.
#[cfg(windows)]
pub(crate) fn default() -> Browser {
    const CHOICE: &str =
        r"HKCU\Software\Microsoft\Windows\Shell\Associations\UrlAssociations\https\UserChoice";
    let said =
        crate::command::said_by(crate::command::of_windows("reg.exe"), &["query", CHOICE, "/v", "ProgId"]);
    of_registry(said.as_deref())
}

/// macOS has no command that tells.
#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) fn default() -> Browser {
    Browser::Unknown
}

/// Reads the desktop's answers: the name of a program's file, or an empty line if there is none.
#[cfg(any(target_os = "linux", test))]
fn of_desktop(answers: &[String]) -> Browser {
    let named = answers.iter().find_map(|said| name(said.trim()));
    let nothing = !answers.is_empty() && answers.iter().all(|said| said.trim().is_empty());
    match named {
        Some(name) => Browser::Opens(name),
        None if nothing => Browser::None,
        // Nothing answered, or there is a browser whose name cannot be shown.
        None => Browser::Unknown,
    }
}

/// Reads what `reg query` prints: `    ProgId    REG_SZ    FirefoxURL-308046B0AF4A39CB`.
#[cfg(any(windows, test))]
fn of_registry(said: Option<&str>) -> Browser {
    let value = said.and_then(|said| said.split_once("REG_SZ")).map(|(_, value)| value.trim());
    // What follows the hyphen is a hash of the folder.
    let known = value.and_then(|value| value.split('-').next());
    match known.and_then(name) {
        Some(name) => Browser::Opens(name),
        None => Browser::Unknown,
    }
}

/// A name that is fit to be shown; what comes from outside may be anything.
#[cfg(any(target_os = "linux", windows, test))]
fn name(said: &str) -> Option<String> {
    let first = said.split(';').next().unwrap_or_default().trim_end_matches(".desktop");
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || "._- ".contains(sign);
    let fits = !first.is_empty() && first.len() <= MOST_CHARS && first.chars().all(is_sign);
    fits.then(|| first.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opens(name: &str) -> Browser {
        Browser::Opens(name.to_owned())
    }

    #[test]
    fn the_desktop_names_a_file_or_an_empty_line_or_does_not_answer() {
        let desktop =
            |said: &[&str]| of_desktop(&said.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>());
        assert_eq!(desktop(&["firefox-esr.desktop\n"]), opens("firefox-esr"));
        assert_eq!(desktop(&["\n", "org.gnome.Epiphany.desktop\n"]), opens("org.gnome.Epiphany"));
        assert_eq!(desktop(&["firefox.desktop;chromium.desktop\n"]), opens("firefox"));
        assert_eq!(desktop(&["\n", "\n"]), Browser::None);
        assert_eq!(desktop(&[]), Browser::Unknown);
        assert_eq!(desktop(&["<script>\n"]), Browser::Unknown, "there is one, with no name to show");
        assert_eq!(desktop(&["\n", "Навигатор.desktop\n"]), Browser::Unknown);
    }

    #[test]
    fn the_registry_names_a_class_of_programs() {
        let said = "\r\nHKEY_CURRENT_USER\\Software\\UserChoice\r\n    ProgId    REG_SZ    FirefoxURL-308046B0AF4A39CB\r\n\r\n";
        assert_eq!(of_registry(Some(said)), opens("FirefoxURL"));
        assert_eq!(of_registry(Some("    ProgId    REG_SZ    ChromeHTML\r\n")), opens("ChromeHTML"));
        assert_eq!(of_registry(Some("ERROR")), Browser::Unknown);
        assert_eq!(of_registry(None), Browser::Unknown);
    }
}
