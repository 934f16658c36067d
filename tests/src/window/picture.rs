//! Pictures of the window.

use std::fs;
use std::path::Path;

use super::Window;
use crate::Outcome;

/// A picture is taken with the next frame, and a page in which nothing changes has none. So a barely visible dot keeps changing.
const BLINK: &str = "
    const dot = document.createElement('i');
    dot.id = 'blinking';
    dot.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 1px; block-size: 1px';
    document.documentElement.append(dot);
    let percent = 1;
    const blink = () => {
        percent = 3 - percent;
        dot.style.background = `rgb(128 128 128 / ${percent}%)`;
        if (dot.isConnected) requestAnimationFrame(blink);
    };
    blink();";

impl Window {
    /// Saves a picture of the window's contents.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub async fn save_picture(&self, path: &Path) -> Outcome {
        self.settle().await?;
        self.run(BLINK, vec![]).await?;
        let picture = self.client.screenshot().await;
        self.run("document.querySelector('#blinking').remove()", vec![]).await?;
        let picture = picture?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, picture)?)
    }
}
