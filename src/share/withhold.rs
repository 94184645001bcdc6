//! 住所を出さない: where the family lives, goes and can be called is taken out of everything that
//! leaves, wherever it was written; and counted where it stays in.

use std::sync::Arc;

use super::fold::fold;
use crate::{
    answer::{Answer, Milestone, Period, Signature, Typed},
    form::{Form, Kind, Question, Role, Section},
    record::{Answers, Note, Record},
};

/// Stands where a sentence was taken out.
pub const LEFT_OUT: &str = "（省きました）";
/// Characters of which a piece has to have this many to be looked for, once folded.
const SHORTEST: usize = 3;

/// How far 住所を出さない goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withhold {
    /// Names of nurseries, schools, clinics and other places too.
    pub places: bool,
}

/// Where a family lives, goes and can be called, as it is looked for in every text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Secrets {
    addresses: Vec<String>,
    phones: Vec<String>,
    places: Vec<String>,
}

/// How often something tells where somebody is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tells {
    /// Addresses and postal codes.
    pub addresses: usize,
    /// Telephone numbers.
    pub phones: usize,
    /// Names of nurseries, schools and other places.
    pub places: usize,
}

impl Tells {
    /// この中に住所・電話・学校名が ○ か所あります
    pub fn all(self) -> usize {
        self.addresses + self.phones + self.places
    }
}

/// What a question tells by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Address,
    Phone,
    Place,
    Photos,
    Nothing,
}

fn about(question: &Question) -> About {
    match (question.kind, question.role) {
        (_, Some(Role::Address | Role::Whereabouts)) | (Kind::Postcode, _) => About::Address,
        (_, Some(Role::Office)) => About::Nothing,
        (Kind::Phone, _) => About::Phone,
        (_, Some(Role::Place)) => About::Place,
        (Kind::Files, _) => About::Photos,
        _ => About::Nothing,
    }
}

impl Secrets {
    /// What a note knows, on whatever sheet it stands, handed over or not.
    pub fn of(forms: &[&Form], note: &Note) -> Secrets {
        let mut secrets = Secrets::default();
        for form in forms {
            secrets.take(form, &note.record(form));
            for id in note.several(form) {
                secrets.take(form, &note.one_of(form, &id));
            }
        }
        for known in [
            &mut secrets.addresses,
            &mut secrets.phones,
            &mut secrets.places,
        ] {
            known.sort_unstable();
            known.dedup();
        }
        secrets
    }

    /// What one record tells.
    pub fn take(&mut self, form: &Form, record: &Record) {
        each(
            form,
            record,
            &mut |question, answer| match about(question) {
                About::Address if question.role != Some(Role::Whereabouts) => {
                    self.address(answer.text());
                }
                About::Phone => {
                    let digits = digits(answer.text());
                    if digits.len() >= 6 {
                        self.phones.push(digits);
                    }
                }
                About::Place => {
                    for line in answer.text().lines() {
                        push(&mut self.places, &fold(line));
                    }
                }
                _ => {}
            },
        );
    }

    fn address(&mut self, address: &str) {
        let number = digits(address);
        if number.len() == 7 && fold(address).trim_start_matches('〒').len() == 7 {
            self.addresses.push(number);
            return;
        }
        for piece in address.split(char::is_whitespace) {
            let whole = fold(piece);
            let local = behind_the_city(&whole);
            push(&mut self.addresses, local);
            // The town by itself tells where somebody lives.
            let town: String = local.chars().take_while(|c| !c.is_ascii_digit()).collect();
            if town != local && town.chars().count() > 1 {
                self.addresses.push(town);
            }
        }
    }

    /// What a text tells, judged by what is known and by what any address or number looks like.
    fn tells(&self, text: &str) -> Tells {
        let folded = fold(text);
        let has = |secrets: &[String]| {
            secrets
                .iter()
                .any(|secret| folded.contains(secret.as_str()))
        };
        let runs = runs(text);
        let number = |run: &String| {
            let known = self.phones.iter().any(|phone| run.contains(phone.as_str()));
            known || (matches!(run.len(), 10 | 11) && run.starts_with('0'))
        };
        let post = |run: &String| run.len() == 7 && (text.contains('〒') || run.starts_with("180"));
        Tells {
            addresses: usize::from(has(&self.addresses) || runs.iter().any(post)),
            phones: usize::from(has(&self.phones) || runs.iter().any(number)),
            places: usize::from(has(&self.places)),
        }
    }

    fn hides(&self, text: &str, withhold: Withhold) -> bool {
        let tells = self.tells(text);
        tells.addresses + tells.phones > 0 || withhold.places && tells.places > 0
    }

    /// A text without the sentences that tell; without anything where even that tells.
    fn cleaned(&self, text: &str, withhold: Withhold) -> String {
        if !self.hides(text, withhold) {
            return text.to_owned();
        }
        let mut kept = String::with_capacity(text.len());
        for sentence in text.split_inclusive(['。', '\n']) {
            if self.hides(sentence, withhold) {
                if !kept.ends_with(LEFT_OUT) {
                    kept.push_str(LEFT_OUT);
                }
            } else {
                kept.push_str(sentence);
            }
        }
        if self.hides(&kept, withhold) {
            LEFT_OUT.clone_into(&mut kept);
        }
        kept
    }
}

/// A record without what tells where somebody is. What this version does not know goes too: it may
/// hold any of it.
#[must_use]
pub fn withheld(form: &Form, mut record: Record, secrets: &Secrets, withhold: Withhold) -> Record {
    let once: Vec<&'static Question> = form.once().collect();
    hide(&once, &mut record.answers, secrets, withhold);
    record
        .groups
        .retain(|id, _| form.groups().any(|part| part.id == id));
    for part in form.groups() {
        let asked: Vec<&'static Question> = part.questions.iter().collect();
        if let Some(rows) = record.groups.get_mut(part.id) {
            for row in &mut *rows {
                hide(&asked, row, secrets, withhold);
            }
            rows.retain(|row| !row.is_blank());
        }
    }
    record.groups.retain(|_, rows| !rows.is_empty());
    record
}

fn hide(asked: &[&'static Question], answers: &mut Answers, secrets: &Secrets, withhold: Withhold) {
    answers.unknown.clear();
    let known = Arc::unwrap_or_clone(std::mem::take(&mut answers.known));
    for (id, answer) in known {
        let Some(question) = asked.iter().find(|question| question.id == id) else {
            continue;
        };
        let gone = match about(question) {
            About::Address | About::Phone | About::Photos => true,
            About::Place => withhold.places,
            About::Nothing => false,
        };
        // The number of an office is known to everybody; but one's own may stand there.
        let office = question.role == Some(Role::Office);
        if office && public(&answer, secrets) {
            answers.put(&id, answer);
        } else if matches!(question.kind, Kind::Drawn) {
            // Its letters are no words; and what is no drawing could be anything.
            if Signature::parse(answer.text()).is_some() {
                answers.put(&id, answer);
            }
        } else if !gone {
            answers.put(&id, clean(answer, secrets, withhold));
        }
    }
}

/// Whether a number is nobody's of the family.
fn public(answer: &Answer, secrets: &Secrets) -> bool {
    let digits = digits(answer.text());
    let own = |phone: &String| digits.contains(phone.as_str());
    !digits.is_empty() && !secrets.phones.iter().any(own) && !secrets.addresses.contains(&digits)
}

fn clean(answer: Answer, secrets: &Secrets, withhold: Withhold) -> Answer {
    let text = |text: &str| secrets.cleaned(text, withhold);
    let date = |date: &Typed| {
        if date.understood().is_ok() {
            return date.clone();
        }
        Typed {
            year: text(&date.year),
            month: text(&date.month),
            day: text(&date.day),
        }
    };
    match answer {
        Answer::Text(words) => Answer::Text(text(&words)),
        Answer::Date(typed) => Answer::Date(date(&typed)),
        Answer::Period(period) => Answer::Period(Period {
            from: date(&period.from),
            until: date(&period.until),
            ongoing: period.ongoing,
        }),
        Answer::Choices(codes) => {
            let hides = |code: &String| secrets.hides(code, withhold);
            Answer::Choices(codes.into_iter().filter(|code| !hides(code)).collect())
        }
        Answer::Milestone(Milestone::At { years, months }) => Answer::Milestone(Milestone::At {
            years: text(&years),
            months: text(&months),
        }),
        Answer::Milestone(Milestone::On(on)) => Answer::Milestone(Milestone::On(date(&on))),
        Answer::Milestone(other) => Answer::Milestone(other),
        Answer::Files(_) => Answer::Files(Vec::new()),
    }
}

/// How often records tell where somebody is: each answer that is an address, a number or a name of
/// a place, and each sentence in which one stands.
pub fn tells(sheets: &[(&Form, &Record)], secrets: &Secrets) -> Tells {
    let mut all = Tells::default();
    for (form, record) in sheets {
        each(
            form,
            record,
            &mut |question, answer| match about(question) {
                About::Address => all.addresses += 1,
                About::Phone => all.phones += 1,
                About::Place => all.places += 1,
                About::Photos => {}
                About::Nothing if question.role == Some(Role::Office) => {}
                About::Nothing if matches!(question.kind, Kind::Drawn) => {}
                About::Nothing => {
                    for sentence in answer.text().split_inclusive(['。', '\n']) {
                        let one = secrets.tells(sentence);
                        all.addresses += one.addresses;
                        all.phones += one.phones;
                        all.places += one.places;
                    }
                }
            },
        );
    }
    all
}

fn each(form: &Form, record: &Record, take: &mut dyn FnMut(&Question, &Answer)) {
    for part in form.sections {
        let rows: &[Answers] = match part.repeat {
            None => std::slice::from_ref(&record.answers),
            Some(_) => record.entries(part),
        };
        for row in rows {
            row_of(part, row, take);
        }
    }
}

fn row_of(part: &Section, row: &Answers, take: &mut dyn FnMut(&Question, &Answer)) {
    for question in part.questions {
        if let Some(answer) = row.get(question.id) {
            take(question, answer);
        }
    }
}

fn push(secrets: &mut Vec<String>, folded: &str) {
    if folded.chars().count() >= SHORTEST {
        secrets.push(folded.to_owned());
    }
}

/// All digits of a text, in plain form.
fn digits(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_digit).collect()
}

/// The runs of digits in a text, whatever stands between the digits that people write in a number.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut gap = 0;
    for c in crate::answer::narrow(text).chars() {
        match c {
            '0'..='9' => {
                run.push(c);
                gap = 0;
            }
            '-' | ' ' | '(' | ')' | '.' | '‐'..='―' | '−' | 'ー' | '~' | '〜' | '・' | 'の'
                if gap < 2 =>
            {
                gap += 1;
            }
            _ => {
                runs.push(std::mem::take(&mut run));
                gap = 0;
            }
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() >= 6);
    runs
}

/// What stands behind the name of a city or a ward, whichever it is: 武蔵野市緑町 → 緑町.
fn behind_the_city(address: &str) -> &str {
    let address = address.strip_prefix("東京都").unwrap_or(address);
    let mut named = address.char_indices().skip(1);
    let end = named.find(|(_, c)| matches!(c, '市' | '区'));
    end.map_or(address, |(at, c)| &address[at + c.len_utf8()..])
}
