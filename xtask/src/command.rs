//! The list of commands.

/// What can be asked for after `cargo xtask`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Run,
    Test,
    Check,
    Tour,
    Fuzz,
    Bench,
    Bundle,
    Windows,
    MacOs,
}

impl Command {
    const ALL: [Command; 9] = [
        Command::Run,
        Command::Test,
        Command::Check,
        Command::Tour,
        Command::Fuzz,
        Command::Bench,
        Command::Bundle,
        Command::Windows,
        Command::MacOs,
    ];

    /// The command called `name`, if there is one.
    pub(crate) fn named(name: &str) -> Option<Command> {
        Command::ALL.into_iter().find(|command| command.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Command::Run => "run",
            Command::Test => "test",
            Command::Check => "check",
            Command::Tour => "tour",
            Command::Fuzz => "fuzz",
            Command::Bench => "bench",
            Command::Bundle => "bundle",
            Command::Windows => "windows",
            Command::MacOs => "macos",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Command::Run => "install what is missing, build everything, open the program",
            Command::Test => "install what is missing, then every check and every test",
            Command::Check => "formatting, lints, types, licences and documentation, without the tests",
            Command::Fuzz => "a million random events through the wizard, and a million support codes",
            Command::Bench => "measure the programs beside others, and write target/bench/report.json",
            Command::Bundle => "make the packages for Linux, install one in a clean root, open it, remove it",
            Command::Windows => "build everything for Windows, and run what Wine can run of it",
            Command::MacOs => "compile and lint the code for macOS, without linking or running it",
            Command::Tour => {
                "go through the program in all its looks on a virtual screen and save a picture of each screen"
            }
        }
    }
}

/// What is shown to someone who typed something else.
pub(crate) fn usage() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND\n");
    for command in Command::ALL {
        text.push_str(&format!("\n  {:<7} {}", command.name(), command.about()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_found_by_its_name_and_shown() {
        for command in Command::ALL {
            assert_eq!(Command::named(command.name()), Some(command));
            assert!(usage().contains(command.name()));
            assert!(usage().contains(command.about()));
        }
        assert_eq!(Command::named("Run"), None);
        assert_eq!(Command::named(""), None);
    }
}
