//! What people do with the app, in three engines; one file for each thing a person does.
//!
//! `cargo test --test journeys -- --test-threads=2`, with `dist/` built. `STEPNOTE_ENGINES=chromium` narrows,
//! `DIST=folder` serves another build. Pictures, also of every failure, come to `out/shots/`.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/browser.rs"]
mod browser;
#[path = "../support/camera.rs"]
mod camera;
#[path = "../support/engine.rs"]
mod engine;
#[path = "../support/family.rs"]
mod family;
#[path = "../support/handed.rs"]
mod handed;
#[path = "../support/heap.rs"]
mod heap;
#[path = "../support/heard.rs"]
mod heard;
#[path = "../support/home.rs"]
mod home;
#[path = "../support/household.rs"]
mod household;
#[path = "../support/keyboard.rs"]
mod keyboard;
#[path = "../support/ours.rs"]
mod ours;
#[path = "../support/paper.rs"]
mod paper;
#[path = "../support/person.rs"]
mod person;
#[path = "../support/photo.rs"]
mod photo;
#[path = "../support/pictures.rs"]
mod pictures;
#[path = "../support/place.rs"]
mod place;
#[path = "../support/post.rs"]
mod post;
#[path = "../support/process.rs"]
mod process;
#[path = "../support/routes.rs"]
mod routes;
#[path = "../support/said.rs"]
mod said;
#[path = "../support/site.rs"]
mod site;
#[path = "../support/source.rs"]
mod source;
#[path = "../support/tongue.rs"]
mod tongue;
#[path = "../support/walk.rs"]
mod walk;
#[macro_use]
#[path = "../support/world.rs"]
mod world;
#[path = "../support/writing.rs"]
mod writing;

mod absence;
mod access;
mod arriving;
mod backups;
mod by_keys;
mod cards;
mod codes;
mod elsewhere;
mod ending;
mod finding;
mod giving;
mod handing_over;
mod keeping;
mod keys;
mod language;
mod leaving;
mod names;
mod office;
mod offline;
mod papers;
mod pharmacy;
mod preferences;
mod printing;
mod reflow;
mod shared_machine;
mod slips;
mod staff;
mod targets;
mod traces;
mod turning;
mod typing;
mod watch;
