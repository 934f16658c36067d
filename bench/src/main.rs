//! `smartradex-bench TARGET [PART…]`: measures the programs of a target folder beside others and writes `TARGET/bench/report.json` and
//! `TARGET/bench/report.md`. `cargo xtask bench` builds what it needs. The parts are `refusals`, `start`, `paint`, `verify` and `far`;
//! without any, all are done. With some, the reports keep what they say about the others.

#[cfg(target_os = "linux")]
mod authority;
#[cfg(target_os = "linux")]
mod exchange;
#[cfg(target_os = "linux")]
mod eyes;
#[cfg(target_os = "linux")]
mod far;
#[cfg(target_os = "linux")]
mod paint;
#[cfg(target_os = "linux")]
mod peers;
#[cfg(target_os = "linux")]
mod places;
#[cfg(target_os = "linux")]
mod report;
#[cfg(target_os = "linux")]
mod running;
#[cfg(target_os = "linux")]
mod start;
#[cfg(target_os = "linux")]
mod verify;

/// What can be measured; `refusals` only checks whether other libraries understand the practice exchange.
#[cfg(target_os = "linux")]
const PARTS: [&str; 5] = ["refusals", "start", "paint", "verify", "far"];

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> smartradex_tests::Outcome {
    let places = places::Places::given()?;
    let parts: Vec<String> = std::env::args().skip(2).collect();
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(&part.as_str())) {
        let words = format!("there is no part {unknown}, only {}", PARTS.join(", "));
        return Err(smartradex_tests::Failure::new(words));
    }
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|named| named == part);
    let mut report =
        if parts.is_empty() { report::Report::default() } else { report::Report::of_before(&places)? };
    report.sizes(&places);
    if wanted("refusals") {
        peers::report_what_is_refused(&places)?;
    }
    if wanted("start") {
        start::measure(&places, &mut report).await?;
        report.write(&places)?;
    }
    if wanted("paint") {
        paint::measure(&places, &mut report).await?;
        report.write(&places)?;
    }
    if wanted("verify") {
        verify::measure(&places, &mut report)?;
        report.write(&places)?;
    }
    if wanted("far") {
        far::measure(&places, &mut report).await?;
    }
    report.write(&places)
}

#[cfg(not(target_os = "linux"))]
fn main() -> Result<(), &'static str> {
    Err("it measures windows on an X screen, and memory by /proc, so that it needs Linux")
}
