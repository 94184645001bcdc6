//! あゆみ: what happened when, and at which age, read from every part of the note that has a lane.
//!
//! Nothing is completed by invention. A year alone stays a year; an age is said as exactly as the
//! dates allow; what has no date stands last; the parent's own words (春ごろ) are the date.

use std::cmp::Reverse;

use crate::{
    answer::{
        Age, Answer, Milestone, PartialDate, Period, Typed, age, school_entry, year_from_era,
    },
    form::{Form, Kind, Lane, Question, Role, Section},
    record::{Answers, Record},
    sheet::{
        Facts, age_in_words, date_in_words, date_plainly, in_words, milestone_in_words,
        period_in_words, period_of, row_title,
    },
    text::{Lang, Text, t},
};

/// All that happened, the newest first.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The years in which something happened.
    pub years: Vec<Year>,
    /// What has no date.
    pub undated: Vec<Event>,
}

/// A calendar year.
#[derive(Debug, Clone)]
pub struct Year {
    /// Western year.
    pub year: u16,
    /// How old the child becomes in it.
    pub turns: Option<u16>,
    /// The school year that begins in its April, counted from elementary school: 0 is 小学1年生,
    /// -1 is 年長.
    pub grade: Option<i32>,
    /// The lanes in which something goes on from this year into what stands above it.
    pub running: Vec<Lane>,
    /// What happened in it.
    pub events: Vec<Event>,
}

/// Something that happened, or began.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its lane.
    pub lane: Lane,
    /// The sheet on which it is written.
    pub form: &'static Form,
    /// The part of the sheet.
    pub section: &'static Section,
    /// The row, where the part repeats, from 0.
    pub row: Option<usize>,
    /// The question that says when.
    pub question: &'static Question,
    /// What it was.
    pub title: String,
    /// What else tells it apart; may be "".
    pub detail: String,
    /// When, in words; "" where only an age is known.
    pub when: String,
    /// When, as it is said below the heading of its year.
    pub near: String,
    /// Whether it is still to come.
    pub ahead: bool,
    /// How exactly its beginning is known.
    pub known: Known,
    /// How old the child was, as far as the dates say.
    pub ages: Option<Ages>,
    /// いまも続いている
    pub ongoing: bool,
    /// The lanes in which something goes on beside it.
    pub running: Vec<Lane>,
}

/// How exactly something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// From an age, or in the parent's own words.
    About,
    /// Not at all.
    Never,
}

/// An age as far as it is known: the youngest and the oldest it can have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// At least.
    pub from: Age,
    /// At most.
    pub to: Age,
}

/// A milestone, as it was answered or not.
#[derive(Debug, Clone)]
pub struct Step {
    /// The sheet on which it is asked.
    pub form: &'static Form,
    /// What is asked.
    pub question: &'static Question,
    /// The answer in words; "" where there is none.
    pub answer: String,
    /// The age, where one was answered.
    pub ages: Option<Ages>,
    /// The months of age by which nine children in ten could do it: from, and before.
    pub usual: Option<(u16, u16)>,
}

/// 令和5年 乳幼児身体発育調査: the months of age in which at least 90 % of children could do it.
const USUAL: [(&str, u16, u16); 6] = [
    ("neck", 4, 5),
    ("roll", 6, 7),
    ("sit", 9, 10),
    ("crawl", 10, 11),
    ("pull_up", 11, 12),
    ("walk", 16, 17),
];

/// Year, month and day; of a date that is not exact the first or the last it can be.
type Day = (u16, u8, u8);

/// Where an event stands in time.
#[derive(Clone, Copy)]
struct Span {
    first: Day,
    /// The last day on which it can have begun.
    last: Day,
    /// The last day on which it can have ended; after all days where it goes on.
    end: Day,
}

const ALWAYS: Day = (u16::MAX, 12, 31);

impl Timeline {
    /// Reads the records of a note, as it stands on a day.
    pub fn of(records: &[(&'static Form, Record)], today: PartialDate, lang: Lang) -> Timeline {
        let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
        let mut reading = Reading {
            facts,
            today: last(today),
            lang,
            dated: Vec::new(),
            undated: Vec::new(),
        };
        for (form, record) in records {
            for section in form.sections {
                reading.read(form, section, record);
            }
        }
        let Reading {
            mut dated, undated, ..
        } = reading;
        dated.sort_by_key(|(span, _)| Reverse((span.first, span.last)));
        Timeline {
            years: years(dated, facts),
            undated,
        }
    }
}

/// The milestones a note asks for, in the order of the sheet.
pub fn steps(records: &[(&'static Form, Record)], lang: Lang) -> Vec<Step> {
    let facts = Facts::of(records.iter().map(|(form, record)| (*form, record)));
    let mut steps = Vec::new();
    for (form, record) in records {
        let asked = form.once().filter(|question| !question.retired);
        for question in asked.filter(|question| matches!(question.kind, Kind::Milestone)) {
            let answer = record.answers.get(question.id);
            let milestone = answer.map(Answer::milestone);
            let usual = USUAL.iter().find(|(id, ..)| *id == question.id);
            steps.push(Step {
                form,
                question,
                answer: milestone
                    .as_ref()
                    .map_or_else(String::new, |m| milestone_in_words(m, facts, lang)),
                ages: milestone.and_then(|m| ages_of(&m, facts.birth)),
                usual: usual.map(|(_, from, before)| (*from, *before)),
            });
        }
    }
    steps
}

struct Reading {
    facts: Facts,
    today: Day,
    lang: Lang,
    dated: Vec<(Span, Event)>,
    undated: Vec<Event>,
}

impl Reading {
    fn read(&mut self, form: &'static Form, section: &'static Section, record: &Record) {
        let repeats = section.repeat.is_some();
        let entries = if repeats {
            record.entries(section)
        } else {
            std::slice::from_ref(&record.answers)
        };
        for (at, answers) in entries.iter().enumerate() {
            for question in section.questions {
                // Birth is the one event of a part without a lane.
                let birth = question.role == Some(Role::Birth);
                let Some(lane) = section.lane.or(birth.then_some(Lane::Event)) else {
                    continue;
                };
                if (section.lane.is_none() && !birth) || question.role == Some(Role::WrittenOn) {
                    continue;
                }
                let Some(answer) = answers.get(question.id) else {
                    continue;
                };
                let Some(time) = self.time(answer) else {
                    continue;
                };
                let row = repeats.then_some(at);
                let event = self.event(form, section, row, question, answers, lane, &time);
                match time.span {
                    Some(span) => self.dated.push((span, event)),
                    None => self.undated.push(event),
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place, called once")]
    fn event(
        &self,
        form: &'static Form,
        section: &'static Section,
        row: Option<usize>,
        question: &'static Question,
        answers: &Answers,
        lane: Lane,
        time: &Time,
    ) -> Event {
        let birth = question.role == Some(Role::Birth);
        let named = if row.is_some() {
            row_title(section, answers, self.lang)
        } else if birth {
            BORN.to(self.lang).to_owned()
        } else {
            question.label.to(self.lang).to_owned()
        };
        let mut details: Vec<String> = Vec::new();
        let times = |q: &&Question| {
            matches!(q.kind, Kind::Date | Kind::Period | Kind::Months)
                && q.role != Some(Role::WrittenOn)
        };
        if row.is_some() && section.questions.iter().filter(times).count() > 1 {
            details.push(question.label.to(self.lang).to_owned());
        }
        for role in [Role::SupportKind, Role::Diagnosis, Role::Place] {
            let plays = |q: &&Question| q.role == Some(role);
            let told = section.questions.iter().find(plays);
            let told = told.and_then(|q| in_words(q, answers, self.facts, self.lang));
            details.extend(told.filter(|told| *told != named));
        }
        details.truncate(2);
        Event {
            lane,
            form,
            section,
            row,
            question,
            title: named,
            detail: details.join("・"),
            when: time.words.clone(),
            near: time.near.clone(),
            ahead: time.span.is_some_and(|span| span.first > self.today),
            known: time.known,
            ages: time.ages.filter(|_| !birth),
            ongoing: time.ongoing,
            running: Vec::new(),
        }
    }

    /// When something was; `None` where the answer tells of nothing that happened.
    fn time(&self, answer: &Answer) -> Option<Time> {
        let birth = self.facts.birth;
        match answer {
            Answer::Date(date) | Answer::Milestone(Milestone::On(date)) => {
                Some(Time::on(date, self.lang, birth))
            }
            Answer::Period(period) => Some(Time::over(period, self.lang, birth)),
            Answer::Milestone(milestone @ Milestone::At { .. }) => {
                let ages = ages_of(milestone, birth);
                let span = ages.and_then(|ages| span_of(ages, birth?));
                let [words, near] = match (span, ages) {
                    (Some(span), _) => [false, true].map(|near| about(span, near, self.lang)),
                    (_, None) => {
                        let said = milestone_in_words(milestone, self.facts, self.lang);
                        [said.clone(), said]
                    }
                    _ => Default::default(),
                };
                Some(Time {
                    words,
                    near,
                    known: span.map_or(Known::Never, |_| Known::About),
                    span,
                    ages,
                    ongoing: false,
                })
            }
            _ => None,
        }
    }
}

struct Time {
    words: String,
    near: String,
    known: Known,
    span: Option<Span>,
    ages: Option<Ages>,
    ongoing: bool,
}

impl Time {
    fn on(typed: &Typed, lang: Lang, birth: Option<PartialDate>) -> Time {
        let understood = typed.understood().ok();
        let (known, date) = match understood {
            Some(date) => (exactly(date), Some(date)),
            // The year may be clear where the rest is the parent's own words.
            None => (Known::About, year_alone(typed)),
        };
        let span = date.map(|date| Span {
            first: first(date),
            last: last(date),
            end: last(date),
        });
        Time {
            words: date_in_words(typed, lang),
            near: date_plainly(typed, date.map(|date| date.year), lang),
            known: if span.is_some() { known } else { Known::Never },
            ages: date.and_then(|date| ages(birth?, date)),
            span,
            ongoing: false,
        }
    }

    fn over(period: &Period, lang: Lang, birth: Option<PartialDate>) -> Time {
        let begun = !period.from.is_blank();
        let at = if begun { &period.from } else { &period.until };
        let mut time = Time::on(at, lang, birth);
        let year = time.span.map(|span| span.first.0);
        time.words = period_in_words(period, lang);
        time.near = period_of(period, lang, &|date| date_plainly(date, year, lang));
        time.ongoing = period.ongoing;
        if let Some(span) = &mut time.span {
            let until = period
                .until
                .understood()
                .ok()
                .or_else(|| year_alone(&period.until));
            span.end = match until {
                _ if period.ongoing => ALWAYS,
                Some(until) => last(until).max(span.last),
                None => span.last,
            };
        }
        time
    }
}

fn year_alone(date: &Typed) -> Option<PartialDate> {
    Some(PartialDate {
        year: year_from_era(&date.year)?,
        month: None,
        day: None,
    })
}

fn exactly(date: PartialDate) -> Known {
    match (date.month, date.day) {
        (Some(_), Some(_)) => Known::Day,
        (Some(_), None) => Known::Month,
        _ => Known::Year,
    }
}

fn first(date: PartialDate) -> Day {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

/// The 31st of any month: no day of it comes after.
fn last(date: PartialDate) -> Day {
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31))
}

/// How old somebody born on one date was on the other, whichever of them is not exact.
pub fn ages(birth: PartialDate, on: PartialDate) -> Option<Ages> {
    let whole = |(year, month, day): Day| PartialDate {
        year,
        month: Some(month),
        day: Some(day),
    };
    let to = age(whole(first(birth)), whole(last(on)))?;
    let newborn = Age {
        years: 0,
        months: 0,
    };
    let from = age(whole(last(birth)), whole(first(on))).unwrap_or(newborn);
    Some(Ages { from, to })
}

/// The age a milestone says. 1歳 alone is the whole year in which the child was one.
fn ages_of(milestone: &Milestone, birth: Option<PartialDate>) -> Option<Ages> {
    match milestone {
        Milestone::At { months, .. } => {
            let from = milestone.age(birth)?;
            let mut to = from;
            if months.trim().is_empty() {
                to.months = 11;
            }
            Some(Ages { from, to })
        }
        Milestone::On(date) => {
            let date = date.understood().ok().or_else(|| year_alone(date))?;
            ages(birth?, date)
        }
        Milestone::NotYet | Milestone::Forgotten => None,
    }
}

/// The days on which somebody was of an age. Only of whose birth the day is known.
fn span_of(ages: Ages, birth: PartialDate) -> Option<Span> {
    let (month, day) = (birth.month?, birth.day?);
    let after = |months: u16, day: u8| -> Option<Day> {
        let months = u16::from(month) - 1 + months;
        let year = birth.year.checked_add(months / 12)?;
        Some((year, (months % 12) as u8 + 1, day))
    };
    let months = |age: Age| age.years * 12 + u16::from(age.months);
    let begins = after(months(ages.from), day)?;
    // Until the day before the next month of age begins; the 0th is the end of the month before.
    let ends = after(months(ages.to) + 1, day - 1)?;
    let ends = if ends.2 == 0 {
        after(months(ages.to), 31)?
    } else {
        ends
    };
    Some(Span {
        first: begins,
        last: ends,
        end: ends,
    })
}

/// Parts what happened by years, and says what goes on beside what.
fn years(dated: Vec<(Span, Event)>, facts: Facts) -> Vec<Year> {
    let spans: Vec<(Span, Lane)> = dated
        .iter()
        .map(|(span, event)| (*span, event.lane))
        .collect();
    // What began at a row, or below it, and had not ended by another row above.
    let over = |from: usize, reaches: &dyn Fn(&Span) -> bool| -> Vec<Lane> {
        let mut lanes: Vec<Lane> = spans[from..]
            .iter()
            .filter(|(span, _)| span.end > span.last && reaches(span))
            .map(|(_, lane)| *lane)
            .collect();
        lanes.sort_unstable();
        lanes.dedup();
        lanes
    };
    let mut years: Vec<Year> = Vec::new();
    for (at, (span, mut event)) in dated.into_iter().enumerate() {
        let year = span.first.0;
        event.running = over(at, &|other| other.end >= span.first);
        if years.last().is_none_or(|last| last.year != year) {
            let above = at
                .checked_sub(1)
                .map_or(ALWAYS, |above| spans[above].0.first);
            years.push(Year {
                year,
                turns: facts.birth.and_then(|birth| year.checked_sub(birth.year)),
                grade: facts
                    .pupil()
                    .and_then(school_entry)
                    .map(|entry| i32::from(year) - i32::from(entry)),
                running: over(at, &|other| other.end >= above),
                events: Vec::new(),
            });
        }
        if let Some(last) = years.last_mut() {
            last.events.push(event);
        }
    }
    years
}

/// About when an age was, to the month where the age is; `near` the heading of its year.
fn about(span: Span, near: bool, lang: Lang) -> String {
    let ((one, from, _), (other, to, _)) = (span.first, span.last);
    let months = u16::from(to) + (other - one) * 12 - u16::from(from);
    let month = |year: u16, month: u8, said: bool| {
        let date = PartialDate {
            year,
            month: (months < 2).then_some(month),
            day: None,
        };
        date_plainly(&date.into(), said.then_some(year), lang)
    };
    let (first, second) = match lang.built_in() {
        // The year is said once: before the first month, behind the last.
        Lang::En => (
            month(one, from, near || one == other),
            month(other, to, near && one == other),
        ),
        _ => (month(one, from, near), month(other, to, one == other)),
    };
    if first == second || (months >= 2 && one == other) {
        AROUND.with(lang, &[&first, &second])
    } else {
        EITHER.with(lang, &[&first, &second])
    }
}

const BORN: Text = t("生まれた日", "うまれた ひ", "Born");
const AROUND: Text = t("{0}ごろ", "{0}ごろ", "around {1}");
const EITHER: Text = t("{0}か{1}", "{0}か{1}", "{0} or {1}");
const AGED: Text = t("{0}歳", "{0}さい", "age {0}");
const AGED_FROM_TO: Text = t("{0}〜{1}歳", "{0}〜{1}さい", "age {0}–{1}");
const AGED_IN_MONTHS: Text = t("{0}歳{1}〜{2}カ月", "{0}さい{1}〜{2}かげつ", "age {0}");

impl Ages {
    /// The age in words, as exactly as it is known: 3歳2カ月, 3歳2〜3カ月, 3歳, 2〜3歳.
    pub fn words(self, lang: Lang) -> String {
        let (from, to) = (self.from.years, self.to.years);
        let (least, most) = (self.from.months, self.to.months);
        let near = most == least + 1;
        let [from_years, to_years] = [from, to].map(|years| years.to_string());
        let [least, most] = [least, most].map(|months| months.to_string());
        match (self.from == self.to, from == to) {
            (true, _) => age_in_words(self.from, lang),
            (_, true) if near => AGED_IN_MONTHS.with(lang, &[&from_years, &least, &most]),
            (_, true) => AGED.with(lang, &[&from_years]),
            _ => AGED_FROM_TO.with(lang, &[&from_years, &to_years]),
        }
    }
}
