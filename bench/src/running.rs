//! A program that runs while it is looked at.

use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process_group};
use smartradex_tests::Outcome;

/// A program with everything that it starts, in a process group of its own. It ends when this is dropped.
pub(crate) struct Running(Child);

impl Running {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Outcome<Self> {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self(quiet.process_group(0).spawn()?))
    }

    /// The memory of all its processes, in KiB: each one's own, plus its share of what several programs on the computer use
    /// together (PSS).
    pub(crate) fn memory_kib(&self) -> Outcome<f64> {
        let group = self.group().as_raw_nonzero().get();
        let mut total = 0.0;
        for entry in fs::read_dir("/proc")? {
            let place = entry?.path();
            // Not everything listed there is a process, and some have just ended.
            let stat = fs::read_to_string(place.join("stat")).unwrap_or_default();
            if group_in(&stat) == Some(group)
                && let Some(rollup) = still_there(fs::read_to_string(place.join("smaps_rollup")))?
            {
                total += pss_in(&rollup).unwrap_or_default();
            }
        }
        Ok(total)
    }

    fn group(&self) -> Pid {
        Pid::from_child(&self.0)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It is no error if it has already ended.
        let _ = kill_process_group(self.group(), Signal::KILL);
        let _ = self.0.wait();
    }
}

/// A process may have ended since it was listed; one that ends while being read gives a different error.
fn still_there<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Ok(there) => Ok(Some(there)),
        Err(error) if matches!(Errno::from_io_error(&error), Some(Errno::NOENT | Errno::SRCH)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The process group in a line of `/proc/PID/stat`. The name, in parentheses, may contain spaces.
fn group_in(stat: &str) -> Option<i32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(2)?.parse().ok()
}

fn pss_in(rollup: &str) -> Option<f64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_of_a_process_is_read() {
        assert_eq!(group_in("77 (a (b) c) S 1 42 42 0 -1"), Some(42));
        assert_eq!(group_in(""), None);
        assert_eq!(
            pss_in("00-ff [rollup]\nRss:   90 kB\nPss:                1234 kB\nPss_Dirty: 5 kB\n"),
            Some(1234.0)
        );
    }
}
