//! The program under test.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};

use crate::{Failure, Outcome};

const NAME: &str = "smartradex-setup";
/// How long the system may take to end a program that was killed.
const LIMIT: Duration = Duration::from_secs(10);

/// Where it is: at `SMARTRADEX_PROGRAM`, if that is set, or else where cargo puts it, beside the folder of this test.
pub(super) fn path() -> Outcome<PathBuf> {
    let path = match env::var_os("SMARTRADEX_PROGRAM") {
        Some(path) => PathBuf::from(path),
        None => {
            let test = env::current_exe()?;
            let folder = test.parent().and_then(Path::parent).unwrap_or(&test);
            folder.join(NAME)
        }
    };
    path.canonicalize().map_err(|error| {
        Failure::from(error).during(format_args!("{} (cargo xtask test builds it)", path.display()))
    })
}

/// Kills the program, which is a member of the process group, and waits until it has gone, with all its locks.
pub(super) fn kill(group: Pid, program: &Path) -> Outcome {
    let process = find(group, program)?;
    let handle = pidfd_open(process, PidfdFlags::empty())?;
    kill_process(process, Signal::KILL)?;
    let limit = Timespec::try_from(LIMIT)?;
    if poll(&mut [PollFd::new(&handle, PollFlags::IN)], Some(&limit))? == 0 {
        return Err(Failure::new("the program outlives its being killed"));
    }
    Ok(())
}

fn find(group: Pid, program: &Path) -> Outcome<Pid> {
    for entry in fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse().ok()).and_then(Pid::from_raw) else {
            continue;
        };
        let its_program = fs::read_link(format!("/proc/{process}/exe"));
        if its_program.is_ok_and(|its_program| its_program == program) && group_of(process) == Some(group) {
            return Ok(process);
        }
    }
    Err(Failure::new("the program is not running any more"))
}

/// The process group, read from /proc: the system call for it fails without an error for a process that began outside a
/// container.
fn group_of(process: Pid) -> Option<Pid> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name, in parentheses, may contain spaces.
    let (_, after_name) = line.rsplit_once(')')?;
    Pid::from_raw(after_name.split_whitespace().nth(2)?.parse().ok()?)
}
