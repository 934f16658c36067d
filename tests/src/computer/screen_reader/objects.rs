//! AT-SPI: the objects that programs expose to assistive technology, and their events.
//!
//! The interfaces are defined in <https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml>, the numbers in
//! <https://gitlab.gnome.org/GNOME/at-spi2-core/-/blob/main/atspi/atspi-constants.h>.

use std::collections::HashMap;

use futures_util::future::{BoxFuture, FutureExt, try_join_all};
use zbus::proxy::CacheProperties;
use zbus::zvariant::{OwnedObjectPath, Structure};
use zbus::{Connection, Message};

use super::{Role, Thing};
use crate::{Failure, Outcome};

/// The interface for events of objects.
pub(super) const EVENTS: &str = "org.a11y.atspi.Event.Object";
/// Where programs register themselves.
const REGISTRY: &str = "org.a11y.atspi.Registry";
/// Between the registry and the page lie an application, its window and its boxes.
const DEEPEST_PAGE: usize = 12;

/// Bit numbers of states.
const FOCUSABLE: u32 = 11;
const FOCUSED: u32 = 12;
/// Numbers of roles.
const UNKNOWN: u32 = 67;
const HEADING: u32 = 83;
const PAGE: u32 = 95;
const CONTROLS: [(u32, &str); 17] = [
    (7, "a check box"),
    (8, "a check menu item"),
    (11, "a combo box"),
    (35, "a menu item"),
    (37, "a page tab"),
    (40, "a password text"),
    (43, "a push button"),
    (44, "a radio button"),
    (45, "a radio menu item"),
    (51, "a slider"),
    (52, "a spin button"),
    (62, "a toggle button"),
    (79, "an entry"),
    (88, "a link"),
    (91, "a tree item"),
    (129, "a push button menu"),
    (130, "a switch"),
];

/// The bus name that owns an object, and its path there.
pub(super) type Reference = (String, OwnedObjectPath);

#[zbus::proxy(interface = "org.a11y.atspi.Accessible", assume_defaults = false)]
trait Accessible {
    fn get_role(&self) -> zbus::Result<u32>;
    fn get_state(&self) -> zbus::Result<Vec<u32>>;
    fn get_attributes(&self) -> zbus::Result<HashMap<String, String>>;
    fn get_children(&self) -> zbus::Result<Vec<Reference>>;
    fn get_child_at_index(&self, index: i32) -> zbus::Result<Reference>;
    #[zbus(property)]
    fn name(&self) -> zbus::Result<String>;
    #[zbus(property)]
    fn locale(&self) -> zbus::Result<String>;
    #[zbus(property)]
    fn child_count(&self) -> zbus::Result<i32>;
}

#[zbus::proxy(interface = "org.a11y.atspi.Text", assume_defaults = false)]
trait Text {
    fn get_text(&self, start: i32, end: i32) -> zbus::Result<String>;
}

/// An event that a screen reader acts upon.
#[derive(Debug)]
pub(super) enum Event {
    /// This object has been added.
    Added(Reference),
    /// This object has the focus now.
    Focused(Reference),
}

/// Asks about objects.
#[derive(Debug, Clone)]
pub(super) struct Objects(Connection);

impl Event {
    /// `None` for all other events. The fifth field of an event differs between toolkits, so it is ignored.
    pub(super) fn read(message: &Message) -> Option<Self> {
        let (header, body) = (message.header(), message.body());
        let event: Structure<'_> = body.deserialize().ok()?;
        let [kind, number, _, about, ..] = event.fields() else { return None };
        match (header.member()?.as_str(), kind.downcast_ref::<&str>().ok()?) {
            ("ChildrenChanged", "add") => {
                let child = about.downcast_ref::<Structure<'_>>().ok()?;
                let (name, path): (String, OwnedObjectPath) = child.try_into().ok()?;
                Some(Self::Added((name, path)))
            }
            ("StateChanged", "focused") if number.downcast_ref::<i32>() == Ok(1) => {
                Some(Self::Focused((header.sender()?.to_string(), header.path()?.to_owned().into())))
            }
            _ => None,
        }
    }
}

impl Objects {
    /// Asks on the assistive technology bus.
    pub(super) fn on(bus: Connection) -> Self {
        Self(bus)
    }

    pub(super) fn bus(&self) -> &Connection {
        &self.0
    }

    pub(super) async fn ask_for_events(&self) -> Outcome {
        let (all, no_properties, every_program) = ("object:", Vec::<String>::new(), "");
        let (path, events) = ("/org/a11y/atspi/registry", &(all, no_properties, every_program));
        self.0.call_method(Some(REGISTRY), path, Some(REGISTRY), "RegisterEvent", events).await?;
        Ok(())
    }

    /// Everything in the page of the only window, in reading order.
    pub(super) async fn page(&self) -> Outcome<Vec<Thing>> {
        let root = OwnedObjectPath::try_from("/org/a11y/atspi/accessible/root")?;
        let mut object: Reference = (REGISTRY.to_owned(), root);
        for _ in 0..DEEPEST_PAGE {
            let accessible = self.accessible(&object).await?;
            if accessible.get_role().await? == PAGE {
                return self.things(object).await;
            }
            if accessible.child_count().await? == 0 {
                break;
            }
            // The page belongs to another process; the web view reveals it only when asked for this child.
            object = accessible.get_child_at_index(0).await?;
        }
        Err(Failure::new("the window tells nothing of a page"))
    }

    /// What an object says: its name, or else the text in it.
    pub(super) async fn words_of(&self, object: &Reference) -> Outcome<String> {
        let name = self.accessible(object).await?.name().await?;
        if !name.is_empty() {
            return Ok(name);
        }
        let text = TextProxy::builder(&self.0)
            .destination(object.0.clone())?
            .path(object.1.clone())?
            .cache_properties(CacheProperties::No)
            .build()
            .await?;
        Ok(text.get_text(0, -1).await?)
    }

    /// The words of a new object, if it is in a live region.
    pub(super) async fn new_in_live_region(&self, new: &Reference) -> Outcome<String> {
        let attributes = self.accessible(new).await?.get_attributes().await?;
        if !is_live(&attributes) {
            return Err(Failure::new("not in a live region"));
        }
        self.words_of(new).await
    }

    /// The object and everything in it.
    fn things(&self, object: Reference) -> BoxFuture<'_, Outcome<Vec<Thing>>> {
        async move {
            let accessible = self.accessible(&object).await?;
            let (role, state, attributes, name, language, children) = tokio::try_join!(
                accessible.get_role(),
                accessible.get_state(),
                accessible.get_attributes(),
                accessible.name(),
                accessible.locale(),
                accessible.get_children(),
            )?;
            let is = |bit: u32| state.first().is_some_and(|bits| bits & (1 << bit) != 0);
            let mut things = vec![Thing {
                role: role_of(role, is(FOCUSABLE)),
                name,
                language,
                focused: is(FOCUSED),
                live: is_live(&attributes),
            }];
            let inside = try_join_all(children.into_iter().map(|child| self.things(child))).await?;
            things.extend(inside.into_iter().flatten());
            Ok(things)
        }
        .boxed()
    }

    async fn accessible(&self, object: &Reference) -> Outcome<AccessibleProxy<'static>> {
        Ok(AccessibleProxy::builder(&self.0)
            .destination(object.0.clone())?
            .path(object.1.clone())?
            .cache_properties(CacheProperties::No)
            .build()
            .await?)
    }
}

/// WebKitGTK has no role for the line that unfolds something: it can have the focus, but does not say what it is.
fn role_of(number: u32, focusable: bool) -> Role {
    match (number, focusable) {
        (HEADING, _) => Role::Heading,
        (UNKNOWN, true) => Role::Control("a line that unfolds"),
        _ => CONTROLS
            .iter()
            .find(|(control, _)| *control == number)
            .map_or(Role::Other, |(_, kind)| Role::Control(kind)),
    }
}

fn is_live(attributes: &HashMap<String, String>) -> bool {
    attributes.get("container-live").is_some_and(|how| how == "polite" || how == "assertive")
}
