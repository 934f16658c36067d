//! A Tauri window with next to nothing in it: one page, one command. With the argument `tuned`, it has the same web engine settings
//! as the program it is compared with.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// The same settings as in the program's `platform.rs`.
const TUNED: [(&str, &str); 3] =
    [("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("JSC_useDFGJIT", "0"), ("JSC_useConcurrentJIT", "0")];

/// What the page asks for when it is clicked.
#[tauri::command]
fn answer() -> &'static str {
    "answered"
}

fn main() -> tauri::Result<()> {
    if std::env::args().any(|argument| argument == "tuned") {
        for (name, value) in TUNED {
            #[allow(unsafe_code, reason = "WebKit reads it from the environment only; no other thread runs yet")]
            unsafe {
                std::env::set_var(name, value);
            }
        }
    }
    tauri::Builder::default().invoke_handler(tauri::generate_handler![answer]).run(tauri::generate_context!())
}
