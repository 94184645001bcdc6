//! Two pages that are never longer than one: a card about the child in the parent's words, and
//! what somebody who meets the child must know first, read in ninety seconds.
//!
//! Both are folds over whatever is known, by roles and lanes: they know no sheet. Rows for the
//! family only are in neither, whatever else is asked for.

use super::{Area, Line, Size, ink};
use crate::{
    answer::{Answer, PartialDate, age},
    form::{Form, Kind, Lane, Question, Role, Section},
    record::{Answers, Record},
    sheet::{Facts, in_words},
    text::Lang,
};

/// Characters of one long answer on the first page: six hundred are read in a minute.
const LONG: usize = 100;
/// Characters of one row.
const ROW: usize = 40;

/// A page that is told from whatever is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brief {
    /// What to know first.
    FirstLook,
    /// The child in the parent's words.
    Card,
    /// What a school is told before it begins.
    School,
}

impl Brief {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Brief; 3] = [Brief::FirstLook, Brief::Card, Brief::School];

    /// The title.
    pub const fn title(self) -> &'static str {
        match self {
            Brief::FirstLook => "はじめに読むページ",
            Brief::Card => "私の紹介カード",
            Brief::School => "就学のページ",
        }
    }
}

/// What the pages are told from.
pub(super) struct Known<'a> {
    /// What of each sheet may be told.
    pub sheets: Vec<(&'a Form, Record)>,
    pub facts: Facts,
    pub today: Option<PartialDate>,
}

impl Known<'_> {
    /// The boxes of a page.
    pub fn areas(&self, brief: Brief) -> Vec<Area> {
        match brief {
            Brief::Card => vec![
                area("呼び方", 12, Size::Big, self.told(Role::Nickname)),
                area(
                    "好きなこと・得意なこと",
                    50,
                    Size::Long,
                    self.told(Role::Likes),
                ),
                area(
                    "嫌いなこと・苦手なこと",
                    50,
                    Size::Long,
                    self.told(Role::Dislikes),
                ),
                area(
                    "こうすると助かります",
                    50,
                    Size::Long,
                    self.told(Role::Help),
                ),
            ],
            Brief::FirstLook => self.first_look(),
            Brief::School => self.school(),
        }
    }

    /// Who it is is never cut; the last box is left to be written in by hand.
    fn school(&self) -> Vec<Area> {
        let told = |role| self.told(role);
        let here = most_of(self.going_on(&[Lane::School, Lane::Care]), 5, ROW);
        let all = [
            ("だれ", 0, self.who()),
            ("家庭での様子", 30, told(Role::Story)),
            ("好きなこと・得意なこと", 30, told(Role::Likes)),
            ("嫌いなこと・苦手なこと", 30, told(Role::Dislikes)),
            ("うまくいった工夫・続けてほしいこと", 30, told(Role::Help)),
            ("いま通っているところ・支援", 20, here),
            ("学校へのお願い（手で書くところ）", 20, Vec::new()),
        ];
        let areas = all.into_iter();
        areas
            .map(|(label, share, words)| area(label, share, Size::Long, words))
            .collect()
    }

    fn first_look(&self) -> Vec<Area> {
        let brief = |words: Vec<String>, most, each| most_of(words, most, each);
        let long = |role| brief(self.told(role), 1, LONG);
        let all = [
            ("だれ", self.who()),
            ("好きなこと・得意なこと", long(Role::Likes)),
            ("嫌いなこと・苦手なこと", long(Role::Dislikes)),
            ("こうすると助かります", long(Role::Help)),
            ("いまの薬", brief(self.going_on(&[Lane::Medicine]), 4, ROW)),
            (
                "いま通っているところ・支援",
                brief(self.going_on(&[Lane::School, Lane::Care]), 5, ROW),
            ),
            ("連絡先", brief(self.contacts(), 3, ROW)),
        ];
        let told = all.into_iter().filter(|(_, words)| !words.is_empty());
        // Who it is and whom to call is never cut.
        let share = |label| u8::from(!matches!(label, "だれ" | "連絡先"));
        told.map(|(label, words)| area(label, share(label), Size::Long, words))
            .collect()
    }

    /// Name, what to call the child, and the age today.
    fn who(&self) -> Vec<String> {
        let one = |role| self.told(role).into_iter().next();
        let mut who = Vec::new();
        if let Some(name) = one(Role::Name) {
            let kana =
                one(Role::NameKana).map_or_else(String::new, |kana| ["（", &kana, "）"].concat());
            who.push([name, kana].concat());
        }
        who.extend(one(Role::Nickname));
        if let Some(birth) = self.facts.birth {
            let age = self.today.and_then(|today| age(birth, today));
            let age = age.map_or_else(String::new, |age| ["（", &age.ja(), "）"].concat());
            who.push([birth.ja(), "生まれ".to_owned(), age].concat());
        }
        most_of(who, 3, ROW)
    }

    /// Everything written by somebody asked in a role.
    fn told(&self, role: Role) -> Vec<String> {
        let mut told = Vec::new();
        self.each(&mut |_, part, answers| {
            let asked = part.questions.iter().filter(|q| q.role == Some(role));
            told.extend(asked.filter_map(|question| self.words(question, answers)));
        });
        told
    }

    /// The rows on some lanes that go on today.
    fn going_on(&self, lanes: &[Lane]) -> Vec<String> {
        let mut rows = Vec::new();
        self.each(&mut |_, part, answers| {
            let ongoing = part.questions.iter().any(|question| {
                let period = answers.get(question.id).map(Answer::period);
                period.is_some_and(|period| period.ongoing)
            });
            if ongoing && part.lane.is_some_and(|lane| lanes.contains(&lane)) {
                rows.extend(self.row(part, answers));
            }
        });
        rows
    }

    /// A row in a line: what names it, and behind it where, what and with whom.
    fn row(&self, part: &Section, answers: &Answers) -> Option<String> {
        let title = part.title()?;
        let named = self.words(title, answers)?;
        let roles = [Role::SupportKind, Role::Place, Role::Supporter];
        let more = part.questions.iter().filter(|question| {
            question.id != title.id && question.role.is_some_and(|role| roles.contains(&role))
        });
        let more: Vec<_> = more.filter_map(|q| self.words(q, answers)).collect();
        let first = named.lines().next().unwrap_or_default();
        let more = match &more[..] {
            [] => String::new(),
            more => ["（", &more.join("、"), "）"].concat(),
        };
        Some([first, &more].concat())
    }

    /// Who can be called: rows that ask for somebody and for a telephone number.
    fn contacts(&self) -> Vec<String> {
        let mut all = Vec::new();
        self.each(&mut |form, part, answers| {
            let asks = |role| part.questions.iter().find(|q| q.role == Some(role));
            let phone = part
                .questions
                .iter()
                .find(|q| matches!(q.kind, Kind::Phone));
            let (Some(person), Some(phone)) = (asks(Role::Person), phone) else {
                return;
            };
            // Of the sheet about the child: another is about somebody else.
            if part.repeat.is_none() || form.with_role(Role::Birth).is_none() {
                return;
            }
            let Some(number) = self.words(phone, answers) else {
                return;
            };
            let who = [asks(Role::Relation), Some(person)].into_iter().flatten();
            let who: Vec<_> = who.filter_map(|q| self.words(q, answers)).collect();
            all.push([who.join("　"), "　".to_owned(), number].concat());
        });
        all
    }

    fn each(&self, see: &mut dyn FnMut(&Form, &'static Section, &Answers)) {
        for (form, record) in &self.sheets {
            for part in form.sections {
                let once = std::slice::from_ref(&record.answers);
                let entries = match part.repeat {
                    None => once,
                    Some(_) => record.entries(part),
                };
                for answers in entries {
                    see(form, part, answers);
                }
            }
        }
    }

    fn words(&self, question: &Question, answers: &Answers) -> Option<String> {
        in_words(question, answers, self.facts, Lang::Ja)
    }
}

fn area(label: &str, share: u8, size: Size, words: Vec<String>) -> Area {
    let lines = words.iter();
    Area {
        label: label.to_owned(),
        hint: None,
        lines: lines
            .map(|words| Line::new(size, ink::written(words.trim())))
            .collect(),
        share,
    }
}

/// The first few, each no longer than so many characters; how many more there are.
fn most_of(mut words: Vec<String>, most: usize, each: usize) -> Vec<String> {
    let more = words.len().saturating_sub(most);
    words.truncate(most);
    for text in &mut words {
        let line = text.lines().collect::<Vec<_>>().join(" ");
        *text = match line.char_indices().nth(each) {
            None => line,
            Some((end, _)) => shorter(&line[..end]),
        };
    }
    if more > 0 {
        words.push(format!("ほか{more}件"));
    }
    words
}

/// Up to the last sentence that ends in it, where one does in its second half.
fn shorter(text: &str) -> String {
    let end = text.rfind('。').map(|at| at + '。'.len_utf8());
    match end.filter(|end| *end > text.len() / 2) {
        Some(end) => [&text[..end], "…"].concat(),
        None => [text, "…"].concat(),
    }
}
