//! The operating system, as people call it. Never the computer's name.

/// The system and, if that takes no time to find out, its version: `Debian GNU/Linux 12 (bookworm)`,
/// `Windows (x86_64)`.
#[must_use]
pub fn system_name() -> String {
    let pretty = std::fs::read_to_string("/etc/os-release").ok().and_then(|text| pretty_name(&text));
    pretty.unwrap_or_else(|| format!("{} ({})", family(), std::env::consts::ARCH))
}

/// The system and its version, even if one of the system's programs has to be asked for it. Blocks meanwhile.
pub(crate) fn system_and_version() -> String {
    version().map_or_else(system_name, |version| format!("{} {version}", family()))
}

/// The build number, which tells Windows 10 and 11 apart.
#[cfg(windows)]
fn version() -> Option<String> {
    const CURRENT: &str = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    let said = crate::command::said_by(
        crate::command::of_windows("reg.exe"),
        &["query", CURRENT, "/v", "CurrentBuild"],
    )?;
    numbers(said.split_once("REG_SZ")?.1)
}

#[cfg(target_os = "macos")]
fn version() -> Option<String> {
    numbers(&crate::command::said_by("sw_vers", &["-productVersion"])?)
}

#[cfg(not(any(windows, target_os = "macos")))]
fn version() -> Option<String> {
    None
}

/// The text, if it is a version and nothing else.
#[cfg(any(windows, target_os = "macos", test))]
fn numbers(said: &str) -> Option<String> {
    let said = said.trim();
    let fits = !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    fits.then(|| said.to_owned())
}

fn family() -> &'static str {
    match std::env::consts::OS {
        "windows" => "Windows",
        "macos" => "macOS",
        "linux" => "Linux",
        other => other,
    }
}

/// `PRETTY_NAME` of an os-release file.
fn pretty_name(os_release: &str) -> Option<String> {
    let value = os_release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_named_as_it_names_itself() {
        let file = "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID=\"12\"\n";
        assert_eq!(pretty_name(file).as_deref(), Some("Debian GNU/Linux 12 (bookworm)"));
        assert_eq!(pretty_name("PRETTY_NAME=Plain\n").as_deref(), Some("Plain"));
        assert_eq!(pretty_name("PRETTY_NAME=\"\"\nID=x\n"), None);
        assert_eq!(pretty_name("ID=x\n"), None);
        assert!(!system_name().is_empty());
    }

    #[test]
    fn a_version_is_made_of_numbers() {
        assert_eq!(numbers("    22631\r\n\r\n").as_deref(), Some("22631"));
        assert_eq!(numbers("15.1.1\n").as_deref(), Some("15.1.1"));
        assert_eq!(numbers("no such key"), None);
        assert_eq!(numbers(""), None);
    }
}
