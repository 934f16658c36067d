//! The menu bar, which only macOS has. The system routes the shortcuts for copying, pasting and the like through it: without it they do
//! nothing.

use tauri::AppHandle;

use smartradex_wizard::Lang;

/// Puts the menu bar in this language.
#[cfg(target_os = "macos")]
pub(crate) fn speak(app: &AppHandle, lang: Lang) {
    use std::sync::{Mutex, PoisonError};

    /// The language that it is in now.
    static SPOKEN: Mutex<Option<Lang>> = Mutex::new(None);

    if SPOKEN.lock().unwrap_or_else(PoisonError::into_inner).replace(lang) == Some(lang) {
        return;
    }
    let its_app = app.clone();
    // A window without its menu bar is better than none.
    let _ = app.run_on_main_thread(move || {
        let _ = bar(&its_app, lang).and_then(|bar| its_app.set_menu(bar));
    });
}

#[cfg(not(target_os = "macos"))]
pub(crate) fn speak(_: &AppHandle, _: Lang) {}

/// Only the system's usual items are in it: the page has its own menu, the same on all three systems.
#[cfg(target_os = "macos")]
fn bar(app: &AppHandle, lang: Lang) -> tauri::Result<tauri::menu::Menu<tauri::Wry>> {
    use smartradex_wizard::Words;
    use tauri::menu::{AboutMetadata, Menu, PredefinedMenuItem as Item, Submenu, WINDOW_SUBMENU_ID};

    let words = Words { lang, binance: lang };
    let says = |id: &str| words.string(id);
    let line = || Item::separator(app);
    let about = AboutMetadata {
        name: Some(says("app-product")),
        version: Some(app.package_info().version.to_string()),
        copyright: app.config().bundle.copyright.clone(),
        ..AboutMetadata::default()
    };
    let program = Submenu::with_items(
        app,
        says("app-product"),
        true,
        &[
            &Item::about(app, Some(&says("app-bar-about")), Some(about))?,
            &line()?,
            &Item::hide(app, Some(&says("app-bar-hide")))?,
            &Item::hide_others(app, Some(&says("app-bar-hide-others")))?,
            &Item::show_all(app, Some(&says("app-bar-show-all")))?,
            &line()?,
            &Item::quit(app, Some(&says("app-bar-quit")))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        says("app-bar-edit"),
        true,
        &[
            &Item::undo(app, Some(&says("app-bar-undo")))?,
            &Item::redo(app, Some(&says("app-bar-redo")))?,
            &line()?,
            &Item::cut(app, Some(&says("app-bar-cut")))?,
            &Item::copy(app, Some(&says("app-copy")))?,
            &Item::paste(app, Some(&says("app-bar-paste")))?,
            &Item::select_all(app, Some(&says("app-bar-select-all")))?,
        ],
    )?;
    // By this id the system knows where its own items belong.
    let window = Submenu::with_id_and_items(
        app,
        WINDOW_SUBMENU_ID,
        says("app-bar-window"),
        true,
        &[
            &Item::minimize(app, Some(&says("app-bar-minimize")))?,
            &Item::maximize(app, Some(&says("app-bar-zoom")))?,
            &line()?,
            &Item::close_window(app, Some(&says("app-close")))?,
        ],
    )?;
    Menu::with_items(app, &[&program, &edit, &window])
}
