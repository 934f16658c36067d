//! The session's screen.

use smartradex_wizard::Display;

/// The screen that a window would open on.
pub(crate) fn present() -> Display {
    if !cfg!(target_os = "linux") {
        return Display::Native;
    }
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    of(named("WAYLAND_DISPLAY"), named("DISPLAY"))
}

fn of(wayland: bool, x11: bool) -> Display {
    match (wayland, x11) {
        (true, _) => Display::Wayland,
        (false, true) => Display::X11,
        (false, false) => Display::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_of_wayland_has_x11_beside() {
        assert_eq!(of(true, true), Display::Wayland);
        assert_eq!(of(true, false), Display::Wayland);
        assert_eq!(of(false, true), Display::X11);
        assert_eq!(of(false, false), Display::None);
    }
}
