//! The runtime in which the program talks to the network.

/// Runs `work` to its end on this thread. What it leaves running on other threads is not waited for: resolving a name or
/// asking the keyring may hang beyond every limit. `None` if the system has no handles left.
pub(crate) fn run<Found>(work: impl Future<Output = Found>) -> Option<Found> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    let found = runtime.block_on(work);
    runtime.shutdown_background();
    Some(found)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use tokio::task::spawn_blocking;

    use super::*;

    #[test]
    fn what_hangs_on_another_thread_is_not_waited_for() {
        let (begin, begun) = mpsc::channel();
        let (end, ended) = mpsc::channel::<()>();
        let found = run(async move {
            drop(spawn_blocking(move || {
                begin.send(()).unwrap();
                ended.recv()
            }));
            // A task that has not begun would not be waited for in any case.
            begun.recv().unwrap();
            7
        });
        assert_eq!(found, Some(7));
        drop(end);
    }
}
