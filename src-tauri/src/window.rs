//! The window: what it is not allowed to do, where it stands, and the narrow panel.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use smartradex_wizard::Lang;
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{
    App, LogicalSize, Manager, PhysicalPosition, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};
use tempfile::TempDir;

use crate::bounds::{Bounds, Margins, Place, Screen};
use crate::closing::{Asking, Closing};
use crate::pixels::{given, measured, screen, unit};
use crate::runtime::Shown;
use crate::start::{IDENTIFIER, system_language};
use crate::{menu, whole_file};

/// The file in the program's folder that says where the window stood.
pub(crate) const STATE_FILE: &str = "window.json";

/// The webview's folder in the program's folder. The page keeps nothing in it.
pub(crate) const WEBVIEW_FOLDER: &str = "webview";

const SIZE: LogicalSize<f64> = LogicalSize::new(1120.0, 760.0);
const MIN_SIZE: LogicalSize<f64> = LogicalSize::new(320.0, 480.0);

/// The program's one window.
pub(crate) struct Frame {
    window: WebviewWindow,
    /// Where the state is written; `None` after everything was forgotten, when nothing is written any more.
    file: Mutex<Option<PathBuf>>,
    state: Mutex<State>,
    closing: Mutex<Asking>,
}

/// Where the window stood in each of its two forms.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct State {
    wide: Option<Place>,
    panel: Option<Place>,
    maximized: bool,
    /// The form that it has now; it always starts wide.
    #[serde(skip)]
    is_panel: bool,
}

impl Frame {
    /// Makes the window where it last stood, but does not show it yet, because it would be empty. `webview_folder` comes from the function
    /// of this name.
    ///
    /// # Errors
    /// If the system gives no window.
    pub(crate) fn build(
        app: &App,
        folder: &Path,
        webview_folder: PathBuf,
        first: Option<&Shown>,
    ) -> tauri::Result<Self> {
        let title = first.map_or(&app.package_info().name, |shown| &shown.screen.title);
        let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
            .title(title)
            .initialization_script(script(first))
            .inner_size(SIZE.width, SIZE.height)
            .min_inner_size(MIN_SIZE.width, MIN_SIZE.height)
            .visible(false)
            .center()
            .devtools(cfg!(debug_assertions))
            // Tauri's own takes only files: on Windows and macOS no text could be dropped into a field.
            .disable_drag_drop_handler()
            .general_autofill_enabled(false)
            .data_directory(webview_folder)
            .on_navigation(is_own_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .on_download(|_, _| false)
            .on_permission_request(|_, _| PermissionResponse::Deny)
            .build()?;
        leave_out_what_is_not_used(&window);
        menu::speak(app.handle(), first.map_or_else(system_language, |shown| shown.screen.lang));
        let file = folder.join(STATE_FILE);
        let state = fs::read(&file).ok().and_then(|text| serde_json::from_slice::<State>(&text).ok());
        let frame = Self {
            window,
            file: Mutex::new(Some(file)),
            state: Mutex::new(state.unwrap_or_default()),
            closing: Mutex::default(),
        };
        let state = *frame.state();
        if let Some(bounds) = frame.fitted(state.wide).or_else(|| frame.centred()) {
            frame.place(bounds);
        }
        if state.maximized {
            let _ = frame.window.maximize();
        }
        lay_out(&frame.window);
        Ok(frame)
    }

    // A window system that cannot do one of the following, as Wayland cannot place windows, is no reason to stop.

    /// Shows the window, now that there is something in it.
    pub(crate) fn show(&self) {
        let _ = self.window.show();
    }

    /// Shows the window if it is still hidden. Waits for the window's thread.
    pub(crate) fn show_at_last(&self) {
        if !self.window.is_visible().unwrap_or(false) {
            self.show();
        }
    }

    /// Puts the window in front of the others.
    pub(crate) fn come_forward(&self) {
        let _ = self.window.unminimize();
        let _ = self.window.show();
        let _ = self.window.set_focus();
    }

    /// Shows everything in the window at this many percent of its normal size.
    pub(crate) fn zoom(&self, percent: u16) {
        let _ = self.window.set_zoom(f64::from(percent) / 100.0);
    }

    /// Changes the title, and the language of the menu bar with it.
    pub(crate) fn set_title(&self, title: &str, lang: Lang) {
        let _ = self.window.set_title(title);
        menu::speak(self.window.app_handle(), lang);
    }

    /// Makes the window a narrow panel that stays on top, where it last stood as one or else at the right edge of its screen; or wide
    /// again.
    pub(crate) fn set_panel(&self, panel: bool) {
        if self.state().is_panel == panel {
            return;
        }
        self.note();
        // A fullscreen or maximized window cannot be moved.
        let _ = self.window.set_fullscreen(false);
        let _ = self.window.unmaximize();
        let state = {
            let mut state = self.state();
            state.is_panel = panel;
            *state
        };
        let _ = self.window.set_always_on_top(panel);
        let bounds = if panel {
            self.fitted(state.panel).or_else(|| self.docked())
        } else {
            self.fitted(state.wide).or_else(|| self.centred())
        };
        if let Some(bounds) = bounds {
            self.place(bounds);
        } else if !panel {
            let _ = self.window.set_size(SIZE);
            let _ = self.window.center();
        }
        if !panel && state.maximized {
            let _ = self.window.maximize();
        }
        self.write();
    }

    /// Writes down where the window stands.
    pub(crate) fn remember(&self) {
        self.note();
        self.write();
    }

    /// Determines whether the user is asked before the window closes.
    pub(crate) fn ask_before_closing(&self, asks: bool) {
        self.asking().determine(asks);
    }

    /// What is to become of the window, which was told to close.
    pub(crate) fn closing(&self) -> Closing {
        self.asking().told_to_close(Instant::now())
    }

    fn asking(&self) -> MutexGuard<'_, Asking> {
        self.closing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the window without asking.
    pub(crate) fn leave(&self) {
        let _ = self.window.destroy();
    }

    /// Writes nothing down from now on.
    pub(crate) fn forget(&self) {
        *self.file() = None;
    }

    /// Whether everything was forgotten.
    pub(crate) fn is_forgotten(&self) -> bool {
        self.file().is_none()
    }

    /// Whether there still is a window.
    pub(crate) fn is_open(&self) -> bool {
        self.window.is_visible().is_ok()
    }

    /// Notes where the window stands, unless it is minimized or fullscreen at the moment, or was not shown yet: on Linux a window knows its
    /// place only then.
    fn note(&self) {
        let hidden = cfg!(target_os = "linux") && !self.window.is_visible().unwrap_or(false);
        if hidden
            || self.window.is_minimized().unwrap_or(false)
            || self.window.is_fullscreen().unwrap_or(false)
        {
            return;
        }
        let maximized = self.window.is_maximized().unwrap_or(false);
        let (Ok(position), Ok(size)) = (self.window.outer_position(), self.window.inner_size()) else {
            return;
        };
        let scale = self.window.scale_factor().unwrap_or(1.0);
        let place = Place { bounds: measured(position, size, scale), scale: Some(scale / unit(scale)) };
        let mut state = self.state();
        if !state.is_panel {
            state.maximized = maximized;
        }
        // The place to come back to is the one before it was maximized.
        if maximized {
            return;
        }
        if state.is_panel {
            state.panel = Some(place);
        } else {
            state.wide = Some(place);
        }
    }

    fn write(&self) {
        let state = *self.state();
        // If this fails, it is not worth telling the user.
        if let (Some(file), Ok(text)) = (&*self.file(), serde_json::to_vec(&state)) {
            let _ = whole_file::write(file, &text);
        }
    }

    fn place(&self, bounds: Bounds) {
        let (position, size) = given(bounds);
        // Windows resizes a window that moves to a screen of another scale, so the size has to be set after the move.
        let _ = self.window.set_position(position);
        let _ = self.window.set_size(size);
        // A window manager may have refused this place to a wide window although a narrow one fits there.
        let _ = self.window.set_position(position);
    }

    fn fitted(&self, place: Option<Place>) -> Option<Bounds> {
        let monitors = self.window.available_monitors().unwrap_or_default();
        let screens: Vec<Screen> = monitors.iter().map(screen).collect();
        place?.fitted(&screens, self.margins())
    }

    fn centred(&self) -> Option<Bounds> {
        Some(Bounds::centred((SIZE.width, SIZE.height), self.screen()?, self.margins()))
    }

    fn docked(&self) -> Option<Bounds> {
        Some(Bounds::docked(self.screen()?, self.margins()))
    }

    /// The screen that the window is on. Before the window is shown that may be unknown, and not every system has a main screen; then any
    /// screen will do.
    fn screen(&self) -> Option<Screen> {
        let window = &self.window;
        let monitor =
            window.current_monitor().ok().flatten().or_else(|| window.primary_monitor().ok().flatten());
        let monitor = monitor.or_else(|| window.available_monitors().ok()?.into_iter().next())?;
        Some(screen(&monitor))
    }

    /// The size of the frame. On Linux it is unknown until the window is shown: what the system reports before then means nothing.
    fn margins(&self) -> Margins {
        if cfg!(target_os = "linux") && !self.window.is_visible().unwrap_or(false) {
            return (0, 0);
        }
        let (Ok(outer), Ok(inner)) = (self.window.outer_size(), self.window.inner_size()) else {
            return (0, 0);
        };
        let origin = PhysicalPosition::new(0, 0);
        let scale = self.window.scale_factor().unwrap_or(1.0);
        let [outer, inner] = [outer, inner].map(|size| measured(origin, size, scale));
        (outer.width.saturating_sub(inner.width), outer.height.saturating_sub(inner.height))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn file(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where the webview keeps its files. It does not start without a folder: if the one in the program's folder cannot be created, it gets a
/// temporary one, which is removed when the second value is dropped.
pub(crate) fn webview_folder(folder: &Path) -> (PathBuf, Option<TempDir>) {
    let own = folder.join(WEBVIEW_FOLDER);
    if whole_file::make_folder(&own).is_ok() {
        return (own, None);
    }
    let elsewhere = tempfile::Builder::new().prefix(IDENTIFIER).tempdir().ok();
    (elsewhere.as_ref().map_or(own, |folder| folder.path().to_owned()), elsewhere)
}

/// Switches off the parts of the web engine that no screen uses. The graphics card is switched off in `platform.rs`.
#[cfg(target_os = "linux")]
fn leave_out_what_is_not_used(window: &WebviewWindow) {
    use webkit2gtk::{SettingsExt, WebViewExt};

    // A window that has just been made is there.
    let _ = window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_enable_media(false);
            settings.set_enable_page_cache(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_webgl(false);
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn leave_out_what_is_not_used(_: &WebviewWindow) {}

/// Tells the page its size. GTK does so only when the window is shown, and until then the page would be laid out for no room at all.
#[cfg(target_os = "linux")]
fn lay_out(window: &WebviewWindow) {
    use gtk::prelude::WidgetExt;

    let (Ok(size), Ok(scale)) = (window.inner_size(), window.scale_factor()) else { return };
    let size = size.to_logical(scale);
    let _ = window.with_webview(move |webview| {
        webview.inner().size_allocate(&gtk::Allocation::new(0, 0, size.width, size.height));
    });
}

#[cfg(not(target_os = "linux"))]
fn lay_out(_: &WebviewWindow) {}

/// The script that gives the page its first screen, so that it need not ask for one. JSON is valid JavaScript.
fn script(first: Option<&Shown>) -> String {
    let json = first.and_then(|shown| serde_json::to_string(shown).ok());
    format!("window.firstScreen = {};", json.as_deref().unwrap_or("null"))
}

/// Whether this is a page of the program itself. On Windows its address begins with `http` or `https`.
fn is_own_page(url: &Url) -> bool {
    matches!(
        (url.scheme(), url.host_str()),
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_programs_own_pages_are_gone_to() {
        for own in ["tauri://localhost/", "tauri://localhost/index.html", "http://tauri.localhost/index.html"]
        {
            assert!(is_own_page(&Url::parse(own).unwrap()), "{own}");
        }
        for other in [
            "https://www.binance.com/",
            "http://localhost/",
            "http://127.0.0.1:1420/",
            "https://tauri.localhost.example.com/",
            "tauri://example.com/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
            "javascript:alert(1)",
        ] {
            assert!(!is_own_page(&Url::parse(other).unwrap()), "{other}");
        }
    }

    #[test]
    fn the_webview_has_a_folder_where_the_program_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        let (own, elsewhere) = webview_folder(&program);
        assert!(own.starts_with(&program) && own.is_dir());
        assert!(elsewhere.is_none());
        let file = folder.path().join("file");
        fs::write(&file, b"x").unwrap();
        let (other, elsewhere) = webview_folder(&file);
        assert!(!other.starts_with(&file) && other.is_dir());
        drop(elsewhere);
        assert!(!other.exists(), "nothing of it is left");
    }

    #[test]
    fn a_damaged_state_is_no_state() {
        assert!(serde_json::from_slice::<State>(b"{\"wide\": 5}").is_err());
        assert_eq!(serde_json::from_slice::<State>(b"{}").unwrap(), State::default());
    }

    #[test]
    fn the_form_is_not_kept_because_the_session_says_it() {
        let place = Place { bounds: Bounds { x: 1, y: 2, width: 3, height: 4 }, scale: Some(1.5) };
        let state = State { wide: Some(place), panel: Some(place), maximized: true, is_panel: true };
        let again: State = serde_json::from_slice(&serde_json::to_vec(&state).unwrap()).unwrap();
        assert_eq!(again, State { is_panel: false, ..state });
    }
}
