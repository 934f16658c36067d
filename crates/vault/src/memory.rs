//! What of the program's memory may reach the disk: nothing.

/// Has a crash write nothing of the memory to the disk: a key may be in it. What this program starts, the page's processes
/// above all, is held to it too.
#[cfg(unix)]
pub fn leave_no_core_dump() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    // Linux hands the memory of a crashed program to one that gathers crashes whatever the limit is, but for this one.
    let bytes = if cfg!(target_os = "linux") { 1 } else { 0 };
    // A lower limit than the present one is never refused; were it so, the program would be no worse than others.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(bytes), maximum: Some(bytes) });
}

/// On Windows the system's error reports are for the user to allow or not.
#[cfg(not(unix))]
pub fn leave_no_core_dump() {}
