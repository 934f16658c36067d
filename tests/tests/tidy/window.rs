//! What the window is made without, where no test of the window itself could tell.

use super::{files, lines, none};

#[test]
fn the_window_lets_the_page_do_nothing_beyond_showing_itself() {
    let window = files(|file| file.path == "src-tauri/src/window.rs");
    let [window] = window.as_slice() else { panic!("the window is not where it is looked for") };
    for refusal in [
        // The tests run the debug build, in which the web inspector is wanted.
        ".devtools(cfg!(debug_assertions))",
        ".on_navigation(is_own_page)",
        // On Linux the rule of navigation stops the page's downloads before this one is asked.
        ".on_download(|_, _| false)",
        ".on_new_window(|_, _| NewWindowResponse::Deny)",
        ".on_permission_request(|_, _| PermissionResponse::Deny)",
    ] {
        let times = window.text.lines().filter(|line| line.trim() == refusal).count();
        assert_eq!(times, 1, "{refusal}");
    }
    // With this feature of the toolkit a release would have the inspector, too.
    let manifests = files(|file| file.path.ends_with("Cargo.toml"));
    assert!(manifests.len() > 5, "the manifests are not where they are looked for");
    none(lines(&manifests, |line| line.contains("\"devtools\"")));
}
