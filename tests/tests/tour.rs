//! Takes a picture of every screen and looks for faults that a program can see: in its layout, in the language of its words, and, by
//! axe-core, in names and roles, contrast, headings and order. The pictures are saved in `target/tour`, in the order of the screens, for
//! people to look at. The ignored tests take the tour in all other looks.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use smartradex_tests::computer::{Computer, Language, Setup, Theme};
use smartradex_tests::outside::Outside;
use smartradex_tests::tour::{Visit, go_on_for_real, go_through};
use smartradex_tests::window::Window;
use smartradex_tests::{Outcome, tree};
use smartradex_wizard::Press;

/// The shape of the window.
#[derive(Clone, Copy)]
enum Shape {
    /// As the window opens.
    Wide,
    /// As a panel beside the browser.
    Narrow,
    /// As narrow as the window can be, or a page must be able to get (WCAG 2.2: 1.4.10), and tall enough for bars that stay.
    Small,
    /// What is left of the window as it opens when everything in it is shown at 200 % (WCAG 2.2: 1.4.4): 560 × 380. The window itself
    /// cannot be made so low, but at its lowest everything already scrolls together. It cannot be zoomed on a tour either: the driver would
    /// click where things are without zoom.
    Zoomed,
    /// As small as the window can be.
    Smallest,
}

impl Shape {
    /// Gives the window this shape.
    async fn give(self, window: &Window) -> Outcome {
        match self {
            Self::Wide => window.set_size(1200, 800).await,
            Self::Narrow => {
                window.press(&Press::Panel).await?;
                window.wait("the panel", "return innerWidth === 400", vec![]).await?;
                Ok(())
            }
            Self::Small => window.set_size(320, 640).await,
            Self::Zoomed => window.set_size(560, 480).await,
            Self::Smallest => window.set_size(320, 480).await,
        }
    }
}

macro_rules! tours {
    ($($(#[$ignored:meta])? $name:ident: $language:ident $theme:ident $shape:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
        $(#[$ignored])?
        async fn $name() -> Outcome {
            Tour::take(Language::$language, Theme::$theme, Shape::$shape).await
        }
    )*};
}

tours! {
    french_light_wide: French Light Wide;
    english_light_wide: English Light Wide;
    french_light_small: French Light Small;
    english_dark_narrow: English Dark Narrow;
    #[ignore] french_light_narrow: French Light Narrow;
    #[ignore] english_light_narrow: English Light Narrow;
    #[ignore] french_dark_wide: French Dark Wide;
    #[ignore] english_dark_wide: English Dark Wide;
    #[ignore] french_dark_narrow: French Dark Narrow;
    #[ignore] english_light_small: English Light Small;
    #[ignore] french_light_zoomed: French Light Zoomed;
    #[ignore] french_light_smallest: French Light Smallest;
}

struct Tour {
    folder: PathBuf,
    language: Language,
    count: u32,
    /// The faults, and on which screens they are.
    faults: BTreeMap<String, Vec<String>>,
}

impl Tour {
    async fn take(language: Language, theme: Theme, shape: Shape) -> Outcome {
        let mut computer = Computer::start(Setup { theme, ..Setup::light(language) }).await?;
        let window = Window::open(&computer, &[]).await?;
        let dark = window.run("return matchMedia('(prefers-color-scheme: dark)').matches", vec![]).await?;
        assert_eq!(dark, theme == Theme::Dark, "the desktop's colours reach the page");
        shape.give(&window).await?;
        let mut tour =
            Self { folder: folder(language, theme, shape)?, language, count: 0, faults: BTreeMap::new() };
        tour.visit(&window, "start").await?;
        go_through(&mut computer, &window, &mut tour).await?;
        window.kill()?;
        let mut outside = Outside::start().await?;
        let window = Window::open(&computer, &outside.arguments()).await?;
        shape.give(&window).await?;
        go_on_for_real(&mut computer, &window, &mut outside, &mut tour).await?;
        let faults =
            tour.faults.iter().map(|(fault, screens)| format!("{fault}\n    on {}", screens.join(", ")));
        assert!(
            tour.faults.is_empty(),
            "{} faults:\n{}",
            tour.faults.len(),
            faults.collect::<Vec<_>>().join("\n")
        );
        Ok(())
    }
}

impl Visit for Tour {
    async fn visit(&mut self, window: &Window, name: &str) -> Outcome {
        self.count += 1;
        let name = format!("{:03}-{name}", self.count);
        window.save_picture(&self.folder.join(format!("{name}.png"))).await?;
        let faults = [
            window.layout_faults().await?,
            window.language_faults(self.language).await?,
            window.axe_violations().await?,
        ]
        .concat();
        for fault in faults {
            self.faults.entry(fault).or_default().push(name.clone());
        }
        Ok(())
    }
}

/// The folder for this tour's pictures, emptied.
fn folder(language: Language, theme: Theme, shape: Shape) -> Outcome<PathBuf> {
    let theme = match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    };
    let shape = match shape {
        Shape::Wide => "wide",
        Shape::Narrow => "narrow",
        Shape::Small => "small",
        Shape::Zoomed => "zoomed",
        Shape::Smallest => "smallest",
    };
    let folder = tree::root().join(format!("target/tour/{}-{theme}-{shape}", language.tag()));
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(folder),
    }
}
