//! axe-core, the accessibility checker, run in the page.

use std::fs;

use super::Window;
use crate::{Failure, Outcome, tree};

impl Window {
    /// What axe-core finds wrong with the screen: one line for each rule and element; none if all is well.
    ///
    /// # Errors
    /// When the page's tools are not installed, or the check itself fails.
    pub async fn axe_violations(&self) -> Outcome<Vec<String>> {
        if self.run("return typeof axe", vec![]).await? == "undefined" {
            let path = tree::root().join("ui/node_modules/axe-core/axe.min.js");
            let script = fs::read_to_string(&path).map_err(|error| {
                Failure::from(error).during(format_args!("{} (cargo xtask test installs it)", path.display()))
            })?;
            self.run(&format!("{script}\nwindow.axe = axe;"), vec![]).await?;
        }
        // A colour in transition to another has the contrast of neither.
        self.settle().await?;
        let found = self.client.execute_async(RUN, vec![]).await?;
        if let Some(fault) = found.as_str() {
            return Err(Failure::new(format!("axe-core: {fault}")));
        }
        Ok(serde_json::from_value(found)?)
    }
}

/// The minimum size of things to press is a rule of WCAG 2.2 (2.5.8) that axe-core checks only when told to.
const RUN: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }).then(
        ({ violations }) => done(violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, html, failureSummary }) => `${id} (${help}): ${target} ${html.slice(0, 200)} ${failureSummary}`))),
        (fault) => done(String(fault)),
    );"#;
