//! ステップノート
pub mod carrier;
pub mod envelope;
