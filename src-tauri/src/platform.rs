//! What differs from one operating system to the next and belongs nowhere else.

/// Variables that WebKitGTK reads, to be set first thing in `main`; those that the user has set are left out.
///
/// Everywhere, the page is drawn and its layers are put together by the processor: a form needs no graphics card, whose driver takes
/// time at the start and a fifth of the memory. The setting of the same meaning, made once the window is there, leaves the mouse wheel
/// without effect (WebKitGTK 2.50). The page's scripts run for milliseconds: the compiler that makes long ones faster, and threads to
/// compile in, only get in the way of what is to be painted now. With NVIDIA's driver the window can stay white; the way out differs
/// between X11 and Wayland, and is taken as well, should a web engine use the card all the same.
#[must_use]
pub fn webkit_variables() -> Vec<(&'static str, &'static str)> {
    if !cfg!(target_os = "linux") {
        return Vec::new();
    }
    let nvidia = std::path::Path::new("/proc/driver/nvidia/version").exists();
    let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some();
    let unset = |(name, _): &(&str, &str)| std::env::var_os(name).is_none();
    EVERYWHERE.into_iter().chain(variable_for(nvidia, wayland)).filter(unset).collect()
}

/// Those for every computer.
pub(crate) const EVERYWHERE: [(&str, &str); 3] =
    [("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("JSC_useDFGJIT", "0"), ("JSC_useConcurrentJIT", "0")];

fn variable_for(nvidia: bool, wayland: bool) -> Option<(&'static str, &'static str)> {
    match (nvidia, wayland) {
        (false, _) => None,
        (true, false) => Some(("WEBKIT_DISABLE_DMABUF_RENDERER", "1")),
        (true, true) => Some(("__NV_DISABLE_EXPLICIT_SYNC", "1")),
    }
}

/// Whether there may be a screen to open a window on. Without one GTK does not say so, but ends the program.
#[must_use]
pub(crate) fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
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
