//! Physical pixels, in which Tauri tells of windows and screens, and those that the desktop is measured in.

use tauri::{LogicalPosition, LogicalSize, Monitor, PhysicalPosition, PhysicalSize, Position, Size};

use crate::bounds::{Bounds, Screen};

/// A screen, as the system tells of it.
pub(crate) fn screen(monitor: &Monitor) -> Screen {
    let (area, scale) = (monitor.work_area(), monitor.scale_factor());
    Screen { area: measured(area.position, area.size, scale), scale: scale / unit(scale) }
}

/// How many physical pixels make one of those that the desktop is measured in. macOS lays its screens out in logical pixels, so that physical
/// ones of two screens say nothing of how they lie to each other.
pub(crate) fn unit(scale: f64) -> f64 {
    if cfg!(target_os = "macos") { scale } else { 1.0 }
}

/// What is told in physical pixels, as the desktop measures it.
pub(crate) fn measured(position: PhysicalPosition<i32>, size: PhysicalSize<u32>, scale: f64) -> Bounds {
    let position: LogicalPosition<i32> = position.to_logical(unit(scale));
    let size: LogicalSize<u32> = size.to_logical(unit(scale));
    Bounds { x: position.x, y: position.y, width: size.width, height: size.height }
}

/// The other way round, as the system takes it.
pub(crate) fn given(bounds: Bounds) -> (Position, Size) {
    let Bounds { x, y, width, height } = bounds;
    if cfg!(target_os = "macos") {
        (LogicalPosition::new(x, y).into(), LogicalSize::new(width, height).into())
    } else {
        (PhysicalPosition::new(x, y).into(), PhysicalSize::new(width, height).into())
    }
}
