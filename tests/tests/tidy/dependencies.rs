//! Every direct dependency has its reason in docs/dependencies.md, and nothing else does.

use std::collections::{BTreeMap, BTreeSet};

use smartradex_tests::tree::File;

use super::{files, none};

const LIST: &str = "docs/dependencies.md";

#[test]
fn every_direct_dependency_has_a_reason_and_nothing_else_has() {
    let reasons = reasons(&file(LIST).text);
    let mut wanted = named_in_workspace(&file("Cargo.toml").text);
    assert!(wanted.len() > 30, "the dependencies are not where they are looked for");
    let packages = files(|file| file.path.ends_with("package.json"));
    assert!(packages.len() > 1, "the page's packages are not where they are looked for");
    wanted.extend(packages.iter().flat_map(|package| named_in_package(&package.text)));

    let listed: BTreeSet<String> = reasons.keys().cloned().collect();
    none(wanted.difference(&listed).map(|name| format!("{name} has no reason in {LIST}")));
    none(listed.difference(&wanted).map(|name| format!("{name} has a reason in {LIST}, and is not used")));
    none(
        reasons
            .iter()
            .filter(|(_, reason)| reason.len() < 4)
            .map(|(name, _)| format!("{name}: its reason in {LIST} is empty")),
    );
}

#[test]
fn what_the_workspace_names_a_member_uses() {
    let members = files(|file| file.path != "Cargo.toml" && file.path.ends_with("/Cargo.toml"));
    let used: BTreeSet<String> = members
        .iter()
        .flat_map(|member| named(&member.text, |section| section.ends_with("dependencies")))
        .collect();
    let offered = named_in_workspace(&file("Cargo.toml").text);
    none(offered.difference(&used).map(|name| format!("{name} is in Cargo.toml, and no member uses it")));
}

#[test]
fn names_are_read_from_manifests_and_from_the_list() {
    let manifest = "[workspace]\nmembers = [\n    \"a\",\n]\n[workspace.dependencies]\n# why\nserde = { version = \"1\", features = [\n    \"derive\",\n] }\n\
                    own = { path = \"own\" }\nurl = \"2\"\n[profile.dev]\ndebug = false\n";
    assert_eq!(named_in_workspace(manifest), BTreeSet::from(["serde", "url"].map(str::to_owned)));
    let package = "{\n  \"name\": \"x\",\n  \"dependencies\": {\n    \"@a/b\": \"1\"\n  },\n  \"devDependencies\": {\n    \"c\": \"2\"\n  }\n}\n";
    assert_eq!(named_in_package(package), BTreeSet::from(["@a/b", "c"].map(str::to_owned)));
    let list = "# D\n\n| crate | reason |\n|---|---|\n| a, b-c | for this; and that |\n\nNot here: x | y\n";
    let reason = || "for this; and that".to_owned();
    assert_eq!(reasons(list), BTreeMap::from([("a".to_owned(), reason()), ("b-c".to_owned(), reason())]));
}

/// The dependencies that the workspace offers its members, without its own packages.
fn named_in_workspace(manifest: &str) -> BTreeSet<String> {
    let own = |name: &String| manifest.lines().any(|line| line.starts_with(&format!("{name} = {{ path = ")));
    named(manifest, |section| section == "workspace.dependencies").filter(|name| !own(name)).collect()
}

/// The names in the `wanted` sections of a manifest.
fn named(manifest: &str, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            inside = wanted(section);
        } else if let Some((name, _)) = line.split_once(['.', ' ', '=']).filter(|_| inside) {
            // Indented lines belong to the one above.
            if name.starts_with(|sign: char| sign.is_ascii_alphanumeric()) {
                found.push(name.to_owned());
            }
        }
    }
    found.into_iter()
}

fn named_in_package(package: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut inside = false;
    for line in package.lines().map(str::trim) {
        if line.ends_with('{') {
            inside = line.contains("ependencies\"");
        } else if line.starts_with('}') {
            inside = false;
        } else if inside && let Some((name, _)) = line.trim_start_matches('"').split_once('"') {
            found.insert(name.to_owned());
        }
    }
    found
}

/// The reason given for each name in the tables of a list.
fn reasons(list: &str) -> BTreeMap<String, String> {
    let rows = list.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.filter(|(_, reason)| *reason != "reason")
        .flat_map(|(names, reason)| names.split(", ").map(|name| (name.to_owned(), reason.to_owned())))
        .collect()
}

fn file(path: &str) -> File {
    let mut found = files(|file| file.path == path);
    assert_eq!(found.len(), 1, "{path} is not there");
    found.remove(0)
}
