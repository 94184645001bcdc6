//! What every decoder of Shift_JIS on the Web must say, in one number.

/// Every pair of bytes above ASCII, a line each.
pub fn pairs() -> Vec<u8> {
    let leads = 0x80..=0xFF_u8;
    let line = |lead: u8| (0x30..=0xFF_u8).flat_map(move |trail| [lead, trail, b'\n']);
    leads.flat_map(line).collect()
}

/// FNV-1a of what they were decoded to.
pub fn sum(text: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    text.bytes().fold(2_166_136_261, step)
}

/// Of `encoding_rs`, which is the table of the WHATWG standard.
pub const STANDARD: u32 = 2_063_765_601;
