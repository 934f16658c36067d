//! What differs from one operating system to the next and belongs nowhere else.

use std::sync::OnceLock;

/// An environment variable and its value.
type Variable = (&'static str, &'static str);

/// The variables for WebKitGTK, to be set first thing in `main`, without those that the user has set. They stay the same from the first
/// call on. Other systems than Linux need none.
///
/// The processor draws the page and composites its layers, on every computer: a form needs no graphics card, whose driver takes time at the
/// start and a fifth of the memory. The equivalent setting of the finished window breaks the mouse wheel (WebKitGTK 2.50). The page's
/// scripts run for milliseconds: the compiler that speeds up long ones, and threads to compile on, would only delay what is to be painted
/// now. With NVIDIA's driver the window can stay white. The remedy differs between X11 and Wayland; it is applied too, in case a web engine
/// uses the card all the same.
#[must_use]
pub fn webkit_variables() -> &'static [Variable] {
    static OURS: OnceLock<Vec<Variable>> = OnceLock::new();

    OURS.get_or_init(|| {
        if !cfg!(target_os = "linux") {
            return Vec::new();
        }
        let nvidia = std::path::Path::new("/proc/driver/nvidia/version").exists();
        let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some();
        let unset = |(name, _): &Variable| std::env::var_os(name).is_none();
        EVERYWHERE.into_iter().chain(variable_for(nvidia, wayland)).filter(unset).collect()
    })
}

/// The variables for every computer.
const EVERYWHERE: [Variable; 3] =
    [("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("JSC_useDFGJIT", "0"), ("JSC_useConcurrentJIT", "0")];

fn variable_for(nvidia: bool, wayland: bool) -> Option<Variable> {
    match (nvidia, wayland) {
        (false, _) => None,
        (true, false) => Some(("WEBKIT_DISABLE_DMABUF_RENDERER", "1")),
        (true, true) => Some(("__NV_DISABLE_EXPLICIT_SYNC", "1")),
    }
}

/// Whether there may be a screen to open a window on.
#[must_use]
pub(crate) fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Whether there is a screen to open a window on. To be asked before the window system starts, which ends the program if there is none, and
/// on the same thread.
#[cfg(target_os = "linux")]
#[must_use]
pub(crate) fn reaches_display() -> bool {
    gtk::init().is_ok()
}

#[cfg(not(target_os = "linux"))]
#[must_use]
pub(crate) fn reaches_display() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_nvidia_needs_a_variable_and_which_depends_on_the_display() {
        assert_eq!(variable_for(false, false), None);
        assert_eq!(variable_for(false, true), None);
        assert_eq!(variable_for(true, false), Some(("WEBKIT_DISABLE_DMABUF_RENDERER", "1")));
        assert_eq!(variable_for(true, true), Some(("__NV_DISABLE_EXPLICIT_SYNC", "1")));
    }
}
