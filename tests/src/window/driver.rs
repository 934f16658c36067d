//! WebKitWebDriver, one for each window: the program's environment can only be set through it, and it drives a single
//! program.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::Pid;
use serde_json::{Map, json};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::computer::Computer;
use crate::process::Process;
use crate::{Failure, Outcome};

/// How long it may take to start, and then to open the window.
const LIMIT: Duration = Duration::from_secs(30);
/// How long a script may wait for what it looks for.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Debug)]
pub(super) struct Driver {
    process: Process,
    address: SocketAddr,
}

impl Driver {
    /// Starts it on a free port. Everything it starts ends with it, the program first.
    pub(super) fn start(computer: &Computer) -> Outcome<Self> {
        // It cannot be told to pick any free port, so one is taken for it and released again.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let mut command = computer.command("WebKitWebDriver");
        command.arg(format!("--port={}", address.port()));
        // Without this the program cannot be driven, and nothing would say so.
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        let process = Process::start_logged(&command, computer.home.log().path())?;
        Ok(Self { process, address })
    }

    /// Opens the program.
    pub(super) async fn open(&self, program: &Path, arguments: &[String]) -> Outcome<Client> {
        timeout(LIMIT, self.listening())
            .await
            .map_err(|_| Failure::new("WebKitWebDriver does not listen"))?;
        let mut capabilities = Map::new();
        capabilities
            .insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": arguments }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let url = format!("http://{}", self.address);
        let session = builder.capabilities(capabilities).connect(&url);
        let client =
            timeout(LIMIT, session).await.map_err(|_| Failure::new("the window does not open"))??;
        let timeouts = TimeoutConfiguration::new(Some(PATIENCE), None, None);
        client.update_timeouts(timeouts).await?;
        Ok(client)
    }

    pub(super) fn group(&self) -> Pid {
        self.process.group()
    }

    /// The only sign that it is ready is that it accepts connections.
    async fn listening(&self) {
        while TcpStream::connect(self.address).await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    }
}
