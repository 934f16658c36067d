//! A Tauri window with next to nothing in it: one page, one command.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// What the page asks for when it is clicked.
#[tauri::command]
fn answer() -> &'static str {
    "answered"
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default().invoke_handler(tauri::generate_handler![answer]).run(tauri::generate_context!())
}
