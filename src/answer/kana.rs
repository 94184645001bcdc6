//! Readings: whatever kana was typed, as hiragana. Anything that is no kana stays.

/// Half-width katakana U+FF66–U+FF9D in order, as hiragana.
const HALF: &str = "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// `ﾑｻｼ`, `ムサシ` and `むさし` as `むさし`.
pub fn hiragana(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            // The two blocks stand 0x60 apart; ヷ–ヺ have no hiragana.
            'ァ'..='ヶ' | 'ヽ' | 'ヾ' => out.extend(char::from_u32(c as u32 - 0x60)),
            'ｦ'..='ﾝ' => out.extend(HALF.chars().nth(c as usize - 'ｦ' as usize)),
            'ﾞ' => mark(&mut out, &[('う', 'ゔ')], 1, c),
            'ﾟ' => mark(&mut out, &[], 2, c),
            _ => out.push(c),
        }
    }
    out
}

/// Puts a half-width (semi-)voiced sound mark onto the kana before it.
fn mark(out: &mut String, special: &[(char, char)], step: u32, alone: char) {
    let Some(last) = out.pop() else {
        return out.push(alone);
    };
    let takes = match step {
        1 => "かきくけこさしすせそたちつてとはひふへほ".contains(last),
        _ => "はひふへほ".contains(last),
    };
    let voiced = special
        .iter()
        .find(|(plain, _)| *plain == last)
        .map(|(_, voiced)| *voiced);
    match voiced.or_else(|| takes.then(|| char::from_u32(last as u32 + step)).flatten()) {
        Some(voiced) => out.push(voiced),
        None => out.extend([last, alone]),
    }
}
