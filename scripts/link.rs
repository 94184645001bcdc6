//! The page is cut in two after linking (see `src/main.rs`), for which its relocations must be kept.

fn main() {
    println!("cargo::rerun-if-changed=scripts/link.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
