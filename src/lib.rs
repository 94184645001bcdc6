//! ステップノート
pub mod carrier;
pub mod envelope;
pub mod vault;
