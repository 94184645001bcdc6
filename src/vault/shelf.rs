//! Where sealed text is put: the browser's storage, or memory alone.

use core::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a shelf did not take something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// No room left.
    #[error("no room left")]
    Full,
    /// Storage is switched off or not allowed here.
    #[error("storage refused")]
    Refused,
}

/// A map from short names to texts, as `localStorage` is one. Only sealed text is put on it.
pub trait Shelf {
    /// The text under `key`.
    fn get(&self, key: &str) -> Option<String>;
    /// Whether anything stands under `key`; a shelf may know without handing it out.
    fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
    /// Whether exactly `value` stands under `key`; a shelf may know without handing it out. Who asks for
    /// the same value again asks with the same `Rc`.
    fn holds(&self, key: &str, value: &Rc<str>) -> bool {
        self.get(key).is_some_and(|text| *text == **value)
    }
    /// Puts `value` under `key`; on failure the old text is still there. Success is no proof:
    /// browsers have lost writes that they had accepted, so the vault reads everything back.
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError>;
    /// Takes away what is under `key`, if anything.
    fn remove(&self, key: &str);
    /// Every key that starts with `prefix`.
    fn keys(&self, prefix: &str) -> Vec<String>;
}

macro_rules! borrowed_shelf {
    ($($pointer:ty),*) => {$(
        impl<S: Shelf + ?Sized> Shelf for $pointer {
            fn get(&self, key: &str) -> Option<String> {
                (**self).get(key)
            }
            fn has(&self, key: &str) -> bool {
                (**self).has(key)
            }
            fn holds(&self, key: &str, value: &Rc<str>) -> bool {
                (**self).holds(key, value)
            }
            fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
                (**self).set(key, value)
            }
            fn remove(&self, key: &str) {
                (**self).remove(key);
            }
            fn keys(&self, prefix: &str) -> Vec<String> {
                (**self).keys(prefix)
            }
        }
    )*};
}
borrowed_shelf!(&S, Rc<S>);

/// A shelf that is gone when it is dropped: for the kiosk and for tests.
#[derive(Debug, Default)]
pub struct MemoryShelf(RefCell<BTreeMap<String, String>>);

impl Shelf for MemoryShelf {
    fn get(&self, key: &str) -> Option<String> {
        self.0.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.0.borrow_mut().remove(key);
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        let map = self.0.borrow();
        let keys = map.keys().filter(|key| key.starts_with(prefix));
        keys.cloned().collect()
    }
}
