//! ふりがな, overheard while a name is typed through an input method.
//!
//! Before it shows 武蔵, an input method shows むさし: the last kana of a composition is how the name is
//! read. That is true of many input methods and not of all, so what does not fit together is no
//! reading: a guess from the middle of a word, a conversion that runs ahead of the typing, a name that
//! was pasted or spoken. No reading is better than a wrong one.

use super::hiragana;

/// Kanji that names read as a single kana. Any other takes two at least, so that 田中 picked from
/// the guesses after たな is not taken to be read so.
const SHORT: &str = "亜阿愛亞彩明安衣伊井依維以偉唯一五羽宇卯有江恵絵枝英重衛得生映緒雄央夫男小織\
加可香嘉花華夏佳叶禾鹿門日霞貴紀希季木樹喜輝基毅生己吉来記岐城黄久玖空来九紅\
家古湖子心児己胡虎琴恋小左佐沙紗早砂彩咲桜朔颯狭志司史士始枝詩紫四梓次治二児寺慈路寿須珠素栖津州\
世瀬勢星聖千星晴想曽苑蘇十壮田太多汰大泰乃手知智茅千地治茶鶴都津月通鶴天手照堤戸斗人十都登翔飛仁\
土杜音叶兎利奈那菜名南七和凪愛並仁二丹似虹新音寧根祢野乃之埜能望希葉羽波八芭晴陽花春華遥\
妃比飛日陽緋灯一斐妃氷光風布芙富扶冬歩史文吹美辺戸部帆穂保歩甫真麻茉舞万摩磨間満馬未実三美巳海光\
武務夢睦芽女愛明萌恵目茂百萌桃望杏雲也矢弥哉屋耶椰八夜谷由優結友柚悠夕祐裕弓唯湯代世与夜依良\
楽羅蘭来理里梨莉李璃凛律利吏鈴留瑠琉流月礼玲令怜麗伶路呂朗郎露輪和羽我賀芽雅伽牙鹿具\
花後吾護悟座沙蛇渡土努度登杜葉場馬羽美弥部辺朋歩々";

/// The longest reading of one kanji: 志 is こころざし.
const MOST: usize = 5;

/// What stands in a name field, and how it is read as far as that was overheard.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pieces: Vec<Piece>,
    composing: Option<Composing>,
    /// The piece confirmed last, while nothing else has happened.
    last: Option<usize>,
}

/// A piece of the name. What was confirmed at once is one piece: which kana belongs to which kanji of
/// it nobody says.
#[derive(Debug, Clone)]
struct Piece {
    text: String,
    kana: Option<String>,
}

/// A composition that goes on.
#[derive(Debug, Clone, Default)]
struct Composing {
    begun: bool,
    /// What was typed, in hiragana; `None` where it is not known.
    typed: Option<String>,
    /// Something was shown since that cannot come from what was typed.
    odd: bool,
}

/// What an input method shows.
enum Shown {
    /// What is being typed, in hiragana; `None` while a letter waits for its vowel.
    Typing(Option<String>),
    /// What it makes of it.
    Converted,
    /// Letters among the candidates.
    Letters,
}

impl Reading {
    /// A field in which this stands already. Kana is read as it is; kanji nobody has heard.
    pub fn of(value: &str) -> Reading {
        let mut reading = Reading::default();
        reading.becomes(value);
        reading
    }

    /// A composition begins.
    pub fn begins(&mut self) {
        self.composing = Some(Composing::default());
    }

    /// The composition shows this.
    pub fn shows(&mut self, shown: &str) {
        let Some(mut composing) = self.composing.take() else {
            return;
        };
        match what(shown) {
            Shown::Typing(typed) => {
                let first = !composing.begun && !shown.is_empty();
                if let Some(kana) = typed.as_deref().filter(|_| first) {
                    self.give_back(kana);
                }
                composing.typed = typed;
                composing.odd = false;
            }
            Shown::Converted => {
                let typed = composing.typed.as_deref().unwrap_or_default();
                composing.odd |= !fits(shown, typed, |_| 1);
            }
            Shown::Letters => {}
        }
        composing.begun |= !shown.is_empty();
        self.composing = Some(composing);
    }

    /// The composition ends with `confirmed`, and now `value` stands in the field.
    pub fn ends(&mut self, confirmed: &str, value: &str) {
        let composing = self.composing.take().unwrap_or_default();
        let kana = composing
            .typed
            .filter(|kana| !composing.odd && fits(confirmed, kana, least));
        self.change(value, confirmed, kana);
    }

    /// Something was typed, pasted, spoken or taken away. While a composition goes on, its end tells.
    pub fn becomes(&mut self, value: &str) {
        if self.composing.is_none() {
            self.change(value, "", None);
        }
    }

    /// How all of it is read, in hiragana, spaces as in the name; "" where nothing stands there.
    /// `None` where that is not certain.
    pub fn kana(&self) -> Option<String> {
        let kana: Option<String> = self
            .pieces
            .iter()
            .map(|piece| piece.kana.as_deref())
            .collect();
        let kana = hiragana(&kana?);
        Some(if kana.trim().is_empty() {
            String::new()
        } else {
            kana
        })
    }

    /// Some input methods confirm the beginning of what was typed and go on with the rest of it:
    /// the rest is no part of how the beginning is read.
    fn give_back(&mut self, rest: &str) {
        let Some(piece) = self.last.take().and_then(|at| self.pieces.get_mut(at)) else {
            return;
        };
        let kana = piece
            .kana
            .as_deref()
            .and_then(|kana| kana.strip_suffix(rest));
        let kana = kana.filter(|kana| fits(&piece.text, kana, least));
        if let Some(kana) = kana {
            // One kana may also be the first of a word that is typed now.
            let certain = rest.chars().count() > 1;
            piece.kana = certain.then(|| kana.to_owned());
        }
    }

    fn change(&mut self, value: &str, confirmed: &str, kana: Option<String>) {
        let old: Vec<char> = self
            .pieces
            .iter()
            .flat_map(|piece| piece.text.chars())
            .collect();
        let new: Vec<char> = value.chars().collect();
        if old == new {
            return;
        }
        let (start, end) = changed(&old, &new, confirmed);
        let inserted: String = new[start..new.len() - (old.len() - end)].iter().collect();
        let mut pieces = Vec::new();
        let mut at = 0;
        let mut tail = Vec::new();
        for piece in self.pieces.drain(..) {
            let length = piece.text.chars().count();
            let (from, to) = (at, at + length);
            at = to;
            if to <= start {
                pieces.push(piece);
            } else if from >= end {
                tail.push(piece);
            } else {
                // Cut through: what is left of it nobody has heard alone.
                let part = |from: usize, to: usize| old[from..to.max(from)].iter().collect();
                push(&mut pieces, part(from, start), None);
                push(&mut tail, part(end.max(from), to), None);
            }
        }
        self.last = None;
        if inserted == confirmed && !all_kana(confirmed) {
            self.last = Some(pieces.len());
            push(&mut pieces, inserted, kana);
        } else {
            for c in inserted.chars() {
                let text = c.to_string();
                let kana = all_kana(&text).then(|| text.clone());
                push(&mut pieces, text, kana);
            }
        }
        pieces.append(&mut tail);
        self.pieces = pieces;
    }
}

fn push(pieces: &mut Vec<Piece>, text: String, kana: Option<String>) {
    if !text.is_empty() {
        pieces.push(Piece { text, kana });
    }
}

/// Where the old characters gave way to new ones: from, and until (of the old). The same letters may
/// have come in several places; then it is where `confirmed` came.
fn changed(old: &[char], new: &[char], confirmed: &str) -> (usize, usize) {
    let same = |a: &[char], b: &[char]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let before = same(old, new);
    let turned = |all: &[char]| all[before..].iter().rev().copied().collect::<Vec<_>>();
    let after = same(&turned(old), &turned(new));
    let confirmed: Vec<char> = confirmed.chars().collect();
    if new.len() == old.len() + confirmed.len() {
        for at in (0..=before).rev() {
            if new[at..].starts_with(&confirmed) && new[at + confirmed.len()..] == old[at..] {
                return (at, at);
            }
        }
    }
    (before, old.len() - after)
}

fn what(shown: &str) -> Shown {
    let kana = hiragana(shown);
    let letters = kana.trim_start_matches(is_kana);
    let typed = &kana[..kana.len() - letters.len()];
    let waits = letters.chars().all(is_letter);
    match letters.chars().count() {
        0 => Shown::Typing(Some(kana)),
        // An n at the end is ん once it is converted.
        1 if matches!(letters, "n" | "ｎ") => Shown::Typing(Some(format!("{typed}ん"))),
        1..=3 if waits => Shown::Typing(None),
        _ if waits => Shown::Letters,
        _ => Shown::Converted,
    }
}

/// Whether a text can be read so, if every kanji takes at least so many kana.
fn fits(text: &str, kana: &str, least: fn(char) -> usize) -> bool {
    let kana: Vec<char> = kana.chars().collect();
    let mut reached = vec![false; kana.len() + 1];
    reached[0] = true;
    for c in hiragana(text).chars() {
        let mut next = vec![false; kana.len() + 1];
        for at in (0..=kana.len()).filter(|at| reached[*at]) {
            if is_kana(c) {
                if kana.get(at) == Some(&c) {
                    next[at + 1] = true;
                }
            } else if !is_letter(c) && !c.is_numeric() {
                let ends = at + least(c)..=kana.len().min(at + MOST);
                ends.for_each(|end| next[end] = true);
            }
        }
        reached = next;
    }
    reached[kana.len()]
}

fn least(kanji: char) -> usize {
    if SHORT.contains(kanji) || matches!(kanji, 'ゕ' | 'ゖ') {
        1
    } else {
        2
    }
}

fn all_kana(text: &str) -> bool {
    hiragana(text).chars().all(is_kana)
}

/// Kana, and what stands among it unchanged. ヶ between kanji is no kana: it is read が.
fn is_kana(c: char) -> bool {
    matches!(
        c,
        'ぁ'..='ゔ' | 'ゝ' | 'ゞ' | 'ー' | '・' | 'ﾞ' | 'ﾟ' | ' ' | '\u{3000}'
    )
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'ａ'..='ｚ' | 'Ａ'..='Ｚ')
}
