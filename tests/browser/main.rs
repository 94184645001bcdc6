//! The browser ring: what only a browser can answer.

fn main() {}
