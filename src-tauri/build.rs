//! Tells Tauri which commands the page may call: without this list every command is open to every window.

fn main() {
    let attributes = tauri_build::Attributes::new()
        .app_manifest(tauri_build::AppManifest::new().commands(&["subscribe", "dispatch"]));
    if let Err(error) = tauri_build::try_build(attributes) {
        // The error's own text names the configuration file that is wrong.
        println!("cargo::error={error:#}");
    }
}
