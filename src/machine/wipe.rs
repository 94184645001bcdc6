//! The order in which a shared machine forgets, and how it looks whether it has.
//!
//! Every place is emptied, also when one before it refused; then every place is looked at. What is
//! not empty goes through it once more, and what is left after that is said. Where the places are,
//! is an argument: so the tests can break any of them.

use std::pin::Pin;

/// Where something of a person could lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The shelf in memory, on which the note itself lies.
    Memory,
    /// The camera, while it looks.
    Camera,
    /// Addresses of photos and files in memory (`blob:`).
    Addresses,
    /// IndexedDB.
    Databases,
    /// Cache Storage, but for the files of the app.
    Caches,
    /// `sessionStorage`.
    Session,
    /// `localStorage`, but for what the staff decided.
    Local,
    /// Cookies.
    Cookies,
}

impl Place {
    /// Every place, in the order in which they are emptied (ux.md K04).
    pub const ALL: [Place; 8] = [
        Place::Memory,
        Place::Camera,
        Place::Addresses,
        Place::Databases,
        Place::Caches,
        Place::Session,
        Place::Local,
        Place::Cookies,
    ];

    /// Whether nothing is there any more once the page itself has gone.
    pub const fn goes_with_the_page(self) -> bool {
        matches!(self, Place::Memory | Place::Camera | Place::Addresses)
    }

    /// The permanent word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Place::Memory => "memory",
            Place::Camera => "camera",
            Place::Addresses => "addresses",
            Place::Databases => "databases",
            Place::Caches => "caches",
            Place::Session => "session",
            Place::Local => "local",
            Place::Cookies => "cookies",
        }
    }
}

/// What is done in a place takes its time.
pub type Doing<T> = Pin<Box<dyn Future<Output = T>>>;

/// The places themselves.
pub trait Places {
    /// Empties one; it may fail, or only say that it did not.
    fn empty(&self, place: Place) -> Doing<()>;
    /// Whether nothing is there; `false` also where it cannot be looked at.
    fn is_empty(&self, place: Place) -> Doing<bool>;
}

/// Empties every place in its order, looks, and once more tries those that are not empty. What is
/// left then.
pub async fn wipe(places: &dyn Places) -> Vec<Place> {
    for place in Place::ALL {
        places.empty(place).await;
    }
    let left = look(places).await;
    for place in &left {
        places.empty(*place).await;
    }
    if left.is_empty() {
        return left;
    }
    look(places).await
}

/// Where something is.
pub async fn look(places: &dyn Places) -> Vec<Place> {
    let mut left = Vec::new();
    for place in Place::ALL {
        if !places.is_empty(place).await {
            left.push(place);
        }
    }
    left
}
