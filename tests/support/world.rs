//! The world of one journey: an app on a plain host, people with browsers, and what must hold whatever they do.

use crate::{
    engine::{Engine, Wishes},
    household::secrets,
    person::Person,
    site::Site,
};
use std::{cell::RefCell, path::PathBuf};

/// One journey's world.
pub struct World {
    engine: Engine,
    site: Site,
    people: RefCell<Vec<Person>>,
}

impl World {
    /// A world around a site.
    pub fn around(engine: Engine, site: Site) -> Self {
        Self {
            engine,
            site,
            people: RefCell::default(),
        }
    }

    /// Goes on a journey in an engine, unless `STEPNOTE_ENGINES` leaves it out, and checks afterwards that no
    /// browser asked anybody but the app's own host for anything, and that nothing of the family came out.
    pub fn run(engine: Engine, journey: fn(&Self)) {
        if !engine.asked_for() {
            println!("not asked for: {}", engine.name());
            return;
        }
        let world = Self::around(engine, Site::of_the_app());
        journey(&world);
        world.nothing_left_the_origin();
        world.the_policy_stopped_nothing_of_ours();
        world.kept_private(&secrets());
    }

    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Somebody with a phone and a clean profile.
    pub fn person(&self) -> Person {
        self.person_with(Wishes::default())
    }

    /// Somebody at a window of this inner size.
    pub fn person_at(&self, width: u32, height: u32) -> Person {
        self.person_with(Wishes {
            window: (width, height),
            ..Wishes::default()
        })
    }

    /// Somebody whose camera sees this film; Chromium only.
    pub fn person_filming(&self, film: PathBuf) -> Person {
        self.person_with(Wishes {
            camera: Some(film),
            ..Wishes::default()
        })
    }

    /// Somebody whose browser says that it is another; Chromium only.
    pub fn person_in(&self, called: &'static str) -> Person {
        self.person_with(Wishes {
            called: Some(called),
            ..Wishes::default()
        })
    }

    /// Somebody whose browser gives a program so many MiB and no more; Chromium only.
    pub fn person_with_memory(&self, mib: u32) -> Person {
        self.person_with(Wishes {
            memory: Some(mib),
            ..Wishes::default()
        })
    }

    /// Somebody whose page the browser kept aside while she was on another, and brought back as it was.
    #[track_caller]
    pub fn who_was_kept_aside(begins: impl Fn() -> Person) -> Person {
        let mut tries = (0..5).map(|_| begins());
        let kept = tries.find(Person::comes_back_to_the_same_page);
        kept.expect("the browser keeps no page aside")
    }

    /// Somebody who reaches the app by a name instead of a number, as everybody does outside of tests.
    pub fn person_by_name(&self) -> Person {
        self.person_at_address(Wishes::default(), named(&self.site.address()))
    }

    fn person_with(&self, wishes: Wishes) -> Person {
        self.person_at_address(wishes, self.site.address())
    }

    fn person_at_address(&self, wishes: Wishes, address: String) -> Person {
        let person = Person::new(self.engine, wishes, address, self.site.elsewhere());
        self.people.borrow_mut().push(person.clone());
        person
    }

    fn nothing_left_the_origin(&self) {
        assert_eq!(self.site.requests_elsewhere(), []);
        let ours = self.site.origin() + "/";
        for person in self.people.borrow().iter() {
            let strange: Vec<_> = person
                .requested()
                .into_iter()
                .filter(|address| {
                    !address.starts_with(&ours)
                        && !address.starts_with(&named(&ours))
                        && !address.starts_with("blob:")
                        && !address.starts_with("data:")
                        // Chromium's own reader of PDFs; it has no other extension here.
                        && !address.starts_with("chrome-extension:")
                })
                .collect();
            assert!(strange.is_empty(), "asked for {strange:?}");
        }
    }

    /// That the page never tried to make a program from text, which its own policy refuses.
    fn the_policy_stopped_nothing_of_ours(&self) {
        for person in self.people.borrow().iter() {
            for said in person.shown_outside() {
                let stopped = ["EvalError", "TrustedScript", "unsafe-eval"];
                let stopped = stopped.iter().find(|word| said.contains(**word));
                assert_eq!(stopped, None, "{said}");
            }
        }
    }

    /// That none of these words came into an address, a title or a console.
    pub fn kept_private(&self, words: &[impl AsRef<str>]) {
        let mut public: Vec<String> = self
            .site
            .requests()
            .into_iter()
            .map(|request| request.target)
            .collect();
        for person in self.people.borrow().iter() {
            public.extend(person.shown_outside());
            public.extend(person.requested());
        }
        for text in &public {
            let plain = unescaped(text);
            for word in words.iter().map(AsRef::as_ref) {
                assert!(
                    !text.contains(word) && !plain.contains(word),
                    "「{word}」 in {text}"
                );
            }
        }
    }
}

/// The same address by name.
fn named(address: &str) -> String {
    address.replace("127.0.0.1", "localhost")
}

/// Percent signs of addresses undone, and the `\u` with which Firefox writes its console.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match *first {
            b'%' if let Some(byte) = hex(after, 2) => {
                bytes.push(byte as u8);
                rest = &after[2..];
            }
            b'\\'
                if let (Some(b'u'), Some(unit)) =
                    (after.first(), hex(after.get(1..).unwrap_or_default(), 4)) =>
            {
                let letter = char::from_u32(unit).unwrap_or('?');
                bytes.extend(letter.encode_utf8(&mut [0; 4]).bytes());
                rest = &after[5..];
            }
            byte => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(text: &[u8], digits: usize) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(text.get(..digits)?).ok()?, 16).ok()
}

/// A test of each sentence in one engine, in a module of the given name.
macro_rules! in_engine {
    ($module:ident, $engine:ident: $($journey:ident),+ $(,)?) => {
        mod $module {
            $(
                #[test]
                fn $journey() {
                    $crate::world::World::run($crate::engine::Engine::$engine, super::$journey);
                }
            )+
        }
    };
}

/// A test of each sentence in each engine: `in_chromium::…`, `in_firefox::…`, `in_webkit::…`.
macro_rules! in_every_engine {
    ($($journey:ident),+ $(,)?) => {
        in_engine!(in_chromium, Chromium: $($journey),+);
        in_engine!(in_firefox, Firefox: $($journey),+);
        in_engine!(in_webkit, WebKit: $($journey),+);
    };
}
