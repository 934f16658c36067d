//! What differs from one operating system to the next and belongs nowhere else.

use std::sync::OnceLock;

/// A variable of the environment, and its value.
type Variable = (&'static str, &'static str);

/// Variables that WebKitGTK reads, to be set first thing in `main`; those that the user has set are left out. They stay the same from the
/// first call on.
///
/// Everywhere, the page is drawn and its layers are put together by the processor: a form needs no graphics card, whose driver takes
/// time at the start and a fifth of the memory. The setting of the same meaning, made once the window is there, leaves the mouse wheel
/// without effect (WebKitGTK 2.50). The page's scripts run for milliseconds: the compiler that makes long ones faster, and threads to
/// compile in, only get in the way of what is to be painted now. With NVIDIA's driver the window can stay white; the way out differs
/// between X11 and Wayland, and is taken as well, should a web engine use the card all the same.
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

/// Those for every computer.
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

/// Whether there is a screen to open a window on. To be asked before the window system is begun with, which ends the program where there is
/// none, and on the same thread.
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
