//! The watch itself: that the other journeys would notice a call to somebody else.

use crate::{engine::Engine, site::Site, world::World};
use std::fs;

fn a_page_that_calls_elsewhere_is_caught(engine: Engine) {
    if !engine.asked_for() {
        return;
    }
    let folder = std::env::temp_dir().join(format!(
        "stepnote-caller-{}-{}",
        engine.name(),
        std::process::id()
    ));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.html"), "<p>…<script>fetch('http://stepnote.example/x').catch(() => 0).then(() => document.body.append('呼んだ'))</script>").unwrap();
    let world = World::around(engine, Site::serving(folder.clone()));
    let somebody = world.person();
    somebody.opens("");
    somebody.sees("呼んだ");
    fs::remove_dir_all(folder).unwrap();
    let called = world.site().requests_elsewhere();
    assert!(
        called
            .iter()
            .any(|request| request.host == "stepnote.example"),
        "heard only {called:?}"
    );
}

#[test]
fn in_chromium_a_page_that_calls_elsewhere_is_caught() {
    a_page_that_calls_elsewhere_is_caught(Engine::Chromium);
}

#[test]
fn in_firefox_a_page_that_calls_elsewhere_is_caught() {
    a_page_that_calls_elsewhere_is_caught(Engine::Firefox);
}

#[test]
fn in_webkit_a_page_that_calls_elsewhere_is_caught() {
    a_page_that_calls_elsewhere_is_caught(Engine::WebKit);
}
