//! Words as they are compared.

use std::ops::Range;

use crate::answer::hiragana;

/// A text as it is compared.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    each(text, &mut |c, _| folded.push(c));
    folded
}

/// Where folded words stand in a text, as bytes: in order, never touching.
pub(super) fn marks(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    let mut from: Vec<Range<usize>> = Vec::new();
    each(text, &mut |c, place| {
        folded.push(c);
        from.resize(folded.len(), place);
    });
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        for (at, _) in folded.match_indices(word.as_str()) {
            let last = at + word.len() - 1;
            found.push(from[at].start..from[last].end);
        }
    }
    found.sort_unstable_by_key(|mark| mark.start);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for mark in found {
        match marks.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => marks.push(mark),
        }
    }
    marks
}

/// Takes every character that counts, folded, with the bytes it came from.
fn each(text: &str, take: &mut dyn FnMut(char, Range<usize>)) {
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let mut end = at + c.len_utf8();
        let mut folded = plain(c);
        if matches!(c, 'ｦ'..='ﾟ') {
            folded = hiragana(c.encode_utf8(&mut [0; 4]))
                .chars()
                .next()
                .unwrap_or(c);
        }
        // ヶ月, カ月 and か月 are one word.
        if matches!(c, 'ヶ' | 'ケ') && rest.peek().is_some_and(|(_, next)| *next == '月') {
            folded = 'か';
        }
        let silent = match folded {
            // A dash between digits, typed with a Japanese keyboard.
            'ー' => before.is_ascii_digit(),
            _ => is_silent(folded),
        };
        if silent {
            continue;
        }
        if let Some((mark, sign)) = rest.peek()
            && let Some(voiced) = voiced(folded, *sign)
        {
            folded = voiced;
            end = mark + sign.len_utf8();
            rest.next();
        }
        before = folded;
        take(folded, at..end);
    }
}

/// One character without what does not tell words apart.
fn plain(c: char) -> char {
    let shifted = |by: i32| moved(c, by);
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{DE}' => shifted(0x20),
        'Ａ'..='Ｚ' => shifted(0x20 - 0xFEE0),
        '！'..='～' => shifted(-0xFEE0),
        'ヵ' | 'ゕ' => 'か',
        'ヶ' | 'ゖ' => 'け',
        'ァ'..='ヴ' | 'ヽ' | 'ヾ' => shifted(-0x60),
        'ｰ' => 'ー',
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '邊' | '邉' => '辺',
        '齋' | '斎' | '齊' => '斉',
        '濵' | '濱' => '浜',
        '澤' => '沢',
        '嶋' | '嶌' => '島',
        '廣' => '広',
        '國' => '国',
        '櫻' => '桜',
        '\u{20BB7}' => '吉',
        '眞' => '真',
        '惠' => '恵',
        '德' => '徳',
        '瀨' => '瀬',
        '冨' => '富',
        '曾' => '曽',
        '靜' => '静',
        '龍' => '竜',
        '瀧' => '滝',
        '條' => '条',
        '壽' => '寿',
        '榮' => '栄',
        '實' => '実',
        '禮' | '\u{FA18}' => '礼',
        '\u{FA10}' => '塚',
        '\u{FA12}' => '晴',
        '\u{FA16}' => '猪',
        '\u{FA17}' => '益',
        '\u{FA19}' => '神',
        '\u{FA1A}' => '祥',
        '\u{FA1B}' => '福',
        '\u{FA1C}' => '靖',
        '\u{FA1D}' => '精',
        '\u{FA1E}' => '羽',
        '\u{FA26}' => '都',
        _ => c,
    }
}

fn moved(c: char, by: i32) -> char {
    u32::try_from(c as i32 + by)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(c)
}

/// What stands in names and numbers and is left out as often: spaces, hyphens, the dot of a foreign
/// name; and what cannot be seen.
fn is_silent(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '‐'..='―' | '−' | '・' | '･' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'
        )
}

/// A kana with the sound mark that was written behind it.
fn voiced(kana: char, sign: char) -> Option<char> {
    let step = match sign {
        'ﾞ' | '\u{3099}' | '゛' => 1,
        'ﾟ' | '\u{309A}' | '゜' => 2,
        _ => return None,
    };
    let takes = match step {
        1 if kana == 'う' => return Some('ゔ'),
        1 => "かきくけこさしすせそたちつてとはひふへほ",
        _ => "はひふへほ",
    };
    takes.contains(kana).then(|| moved(kana, step))
}
