//! The only doors to cryptography.
