//! Rules about the tree, each a test. A broken rule names the places.

#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

mod dependencies;
mod versions;

use smartradex_tests::tree::{self, File};

/// A longer file holds more than one thing.
const LONGEST: usize = 449;

/// Names what it looks for.
const THIS: &str = "tests/tests/tidy/main.rs";

/// Made by a test from the Rust types, and not to be edited.
const BINDINGS: &str = "ui/src/bindings/";

#[test]
fn only_the_shell_names_tauri() {
    // The empty window is a shell with nothing in it.
    let shells = ["src-tauri/", "bench/empty-window/"];
    none(crate_named("tauri", |path| shells.iter().any(|shell| path.starts_with(shell))));
    let manifests = files(|file| file.path.starts_with("crates/") && file.is("toml"));
    none(lines(&manifests, |line| line.contains("tauri")));
}

#[test]
fn only_the_vault_names_the_keyring() {
    for name in ["keyring", "keyring_core"] {
        none(crate_named(name, |path| path.starts_with("crates/vault/src/")));
    }
}

#[test]
fn only_l10n_names_fluent() {
    let allowed =
        |path: &str| path.starts_with("crates/wizard/src/l10n") || path.starts_with("tests/tests/locales/");
    for name in ["fluent", "fluent_bundle", "fluent_syntax"] {
        none(crate_named(name, allowed));
    }
}

#[test]
fn only_ipc_names_tauri_in_the_page() {
    let page = files(|file| file.path.starts_with("ui/src/") && file.path != "ui/src/ipc.ts");
    assert!(!page.is_empty(), "the page is not where it is looked for");
    none(lines(&page, |line| line.contains("@tauri-apps") || line.contains("__TAURI")));
}

#[test]
fn files_are_short_enough_to_hold_one_thing() {
    let long = files(|file| {
        ["rs", "svelte", "ts"].iter().any(|extension| file.is(extension)) && !file.path.starts_with(BINDINGS)
    });
    none(
        long.iter()
            .map(|file| (file.text.lines().count(), file))
            .filter(|(count, _)| *count > LONGEST)
            .map(|(count, file)| format!("{}: {count} lines, at most {LONGEST}", file.path)),
    );
}

#[test]
fn line_ends_are_line_feeds() {
    none(lines(&files(|_| true), |line| line.ends_with('\r')));
}

#[test]
fn the_page_never_inserts_html() {
    let page = files(|file| file.path.starts_with("ui/src/"));
    let ways = ["{@html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"];
    none(lines(&page, |line| ways.iter().any(|way| line.contains(way))));
}

#[test]
fn no_word_is_visible_in_a_component_outside_of_an_expression() {
    let components = files(|file| file.is("svelte"));
    assert!(!components.is_empty(), "the components are not where they are looked for");
    none(
        components
            .iter()
            .flat_map(|file| words(&file.text).into_iter().map(|word| format!("{}: {word}", file.path))),
    );
}

#[test]
fn words_in_components_are_found_and_only_those() {
    let good = r#"<script lang="ts">let a = "Words here are code"; if (1 < 2) {}</script>
        <!-- a comment -->
        &nbsp;{#if a > 1}<p class="wide row" aria-label={a} onclick={() => { b("}") }}>{a} · {`x${"}"}`}</p>{:else}—{/if}
        <input type="text" placeholder={screen.hint} /><style>p { color: red }</style>"#;
    assert_eq!(words(good), Vec::<String>::new());
    assert_eq!(words("<p>{a} items</p>"), ["items"]);
    assert_eq!(words("Hello<br/>"), ["Hello"]);
    assert_eq!(words(r#"<img alt="A key" src="key.svg">"#), ["A key"]);
    assert_eq!(words(r#"<button aria-label='Close {name}' title="">"#), ["Close"]);
    assert_eq!(words("<style>p{}</style><b>Ça</b>"), ["Ça"]);
}

#[test]
fn nothing_says_on_which_machine_it_was_written_or_from_where_it_was_installed() {
    // In pieces, so that this file does not name them either.
    let hosts = [["registry", "npmjs"], ["registry", "yarnpkg"], ["index", "crates"], ["static", "crates"]]
        .map(|host| host.join("."));
    let says = |line: &str| hosts.iter().any(|host| line.contains(host)) || home(line).is_some();
    // What hides people's folders must know what they look like.
    let exempt = [THIS, "crates/wizard/src/support/redact.rs"];
    none(lines(&files(|file| !exempt.contains(&file.path.as_str())), says));
}

#[test]
fn paths_of_a_machine_are_told_from_others() {
    for path in
        ["/home/someone/x", "in /root/.cargo", "\"/Users/someone/\"", "C:\\Users\\someone", "file:///root/x"]
    {
        assert!(home(path).is_some(), "{path}");
    }
    for other in
        ["ui/src/home/Screen.svelte", "/usr/bin/env", "https://a.example/root/", "at home/", "/homes/"]
    {
        assert!(home(other).is_none(), "{other}");
    }
}

#[test]
fn nothing_is_left_to_be_done_later() {
    let left = files(|file| file.path != THIS);
    none(lines(&left, |line| ["TODO", "FIXME"].iter().any(|mark| line.contains(mark))));
}

#[test]
fn versions_of_dependencies_are_said_once() {
    // What is no part of the program has a workspace of its own.
    let apart = |file: &File| file.text.contains("\n[workspace]\n");
    let manifests = files(|file| file.path.ends_with("/Cargo.toml") && !apart(file));
    assert!(manifests.len() > 5, "the manifests are not where they are looked for");
    none(manifests.iter().flat_map(own_versions));
}

#[test]
fn a_version_of_its_own_is_found() {
    let manifest = |text: &str| File { path: "a/Cargo.toml".into(), text: text.into() };
    let good = "[package]\nversion = \"1\"\n[dependencies]\n# why\nserde.workspace = true\n\
                tokio = { workspace = true, features = [\n    \"net\",\n] }\n[features]\ndefault = []\n";
    assert_eq!(own_versions(&manifest(good)), Vec::<String>::new());
    for bad in [
        "[dependencies]\nserde = \"1\"",
        "[dev-dependencies.serde]",
        "[target.'cfg(unix)'.dependencies]\na = { path = \"\" }",
    ] {
        assert_eq!(own_versions(&manifest(bad)).len(), 1, "{bad}");
    }
}

/// The dependencies of a manifest that are not taken from the workspace.
fn own_versions(manifest: &File) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in manifest.text.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.ends_with("dependencies]");
            // A section for one dependency has its version on another line than its name.
            if section.contains("dependencies.") {
                found.push(format!("{}: {line}", manifest.path));
            }
        } else if inside && line.contains('=') && !line.starts_with('#') && !line.contains("workspace = true")
        {
            found.push(format!("{}: {line}", manifest.path));
        }
    }
    found
}

/// Where a line names a place of one machine: somebody's folder.
fn home(line: &str) -> Option<usize> {
    ["/home/", "/root/", "/Users/", ":\\Users\\"].iter().find_map(|place| {
        line.match_indices(place).map(|(at, _)| at).find(|at| {
            let before = &line[..*at];
            place.starts_with(':')
                || before.ends_with("file://")
                || !before.ends_with(|sign: char| sign.is_alphanumeric() || "._-/}".contains(sign))
        })
    })
}

/// The words of a component that a reader would see and that stand in the file itself.
fn words(component: &str) -> Vec<String> {
    let mut rest = without(component, "<!--", "-->");
    for element in ["script", "style"] {
        rest = without(&rest, &format!("<{element}"), &format!("</{element}>"));
    }
    // An entity such as a no-break space is a sign, and no word.
    let rest = without(&without_expressions(&rest), "&", ";");
    let mut found = Vec::new();
    let mut keep = |text: &str| {
        let text = text.trim();
        if text.chars().any(char::is_alphabetic) {
            found.push(text.to_owned());
        }
    };
    for piece in rest.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        for attribute in [
            "alt",
            "aria-description",
            "aria-label",
            "aria-roledescription",
            "aria-valuetext",
            "placeholder",
            "title",
        ] {
            let value = tag.split_once(&format!(" {attribute}=")).map(|(_, value)| value);
            if let Some(quoted) = value.filter(|value| value.starts_with(['"', '\''])) {
                keep(quoted[1..].split(&quoted[..1]).next().unwrap_or_default());
            }
        }
        keep(text);
    }
    found
}

/// `text` without what stands between `open` and `close`, these included.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(open) {
        kept.push_str(before);
        rest = from.split_once(close).map_or("", |(_, after)| after);
    }
    kept + rest
}

/// A component without what stands in braces, which may hold strings and braces itself.
fn without_expressions(component: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_usize;
    let mut quote = None;
    for sign in component.chars() {
        match sign {
            _ if quote == Some(sign) => quote = None,
            _ if quote.is_some() => {}
            '"' | '\'' | '`' if depth > 0 => quote = Some(sign),
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    kept
}

/// The lines of Rust code that name the crate `name`, outside of where it is `allowed`. Words alone do not count: a variable or a
/// comment may well say "keyring".
fn crate_named(name: &str, allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let rust = files(|file| file.is("rs") && !allowed(&file.path) && file.path != THIS);
    assert!(rust.len() > 20, "the code is not where it is looked for");
    lines(&rust, |line| {
        let code = line.trim_start();
        let used = code.match_indices(name).any(|(at, _)| {
            let (before, after) = (&code[..at], &code[at + name.len()..]);
            let whole = !before.ends_with(|sign: char| sign.is_alphanumeric() || "_:\"".contains(sign))
                || before.ends_with(" ::");
            whole && (after.starts_with("::") || (before.ends_with("use ") && after.starts_with([';', ' '])))
        });
        used && !code.starts_with("//")
    })
}

/// The files of the tree that are `wanted`.
fn files(wanted: impl Fn(&File) -> bool) -> Vec<File> {
    let mut files = tree::files("").unwrap();
    files.retain(wanted);
    files
}

/// The lines that are `bad`, with their places.
fn lines(files: &[File], bad: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (index, line) in file.text.split('\n').enumerate().filter(|(_, line)| bad(line)) {
            found.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
        }
    }
    found
}

fn none(found: impl IntoIterator<Item = String>) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
