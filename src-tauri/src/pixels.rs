//! Converts between physical pixels, in which Tauri reports windows and screens, and those in which the desktop is measured.

use tauri::{LogicalPosition, LogicalSize, Monitor, PhysicalPosition, PhysicalSize, Position, Size};

use crate::bounds::{Bounds, Screen};

/// A screen as the system reports it.
pub(crate) fn screen(monitor: &Monitor) -> Screen {
    let (area, scale) = (monitor.work_area(), monitor.scale_factor());
    Screen { area: measured(area.position, area.size, scale), scale: scale / unit(scale) }
}

/// How many physical pixels make one of those in which the desktop is measured. macOS lays out its screens in logical pixels, so physical
/// ones do not say how two screens lie to each other.
pub(crate) fn unit(scale: f64) -> f64 {
    if cfg!(target_os = "macos") { scale } else { 1.0 }
}

/// Bounds reported in physical pixels, as the desktop measures them.
pub(crate) fn measured(position: PhysicalPosition<i32>, size: PhysicalSize<u32>, scale: f64) -> Bounds {
    let position: LogicalPosition<i32> = position.to_logical(unit(scale));
    let size: LogicalSize<u32> = size.to_logical(unit(scale));
    Bounds { x: position.x, y: position.y, width: size.width, height: size.height }
}

/// Bounds in the desktop's pixels, as Tauri takes them.
pub(crate) fn given(bounds: Bounds) -> (Position, Size) {
    let Bounds { x, y, width, height } = bounds;
    if cfg!(target_os = "macos") {
        (LogicalPosition::new(x, y).into(), LogicalSize::new(width, height).into())
    } else {
        (PhysicalPosition::new(x, y).into(), PhysicalSize::new(width, height).into())
    }
}
