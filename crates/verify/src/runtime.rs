//! The runtime in which the network is asked.

/// Runs `work` to its end on this thread. What it left running on others is not waited for: a name that is looked up, or a
/// keyring that is asked, may hang beyond every limit. `None` where the system gives no more handles.
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
            // One that has not begun is not waited for anyway.
            begun.recv().unwrap();
            7
        });
        assert_eq!(found, Some(7));
        drop(end);
    }
}
