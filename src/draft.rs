//! A sheet being filled in: one signal for every answer, made from the form table.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    answer::Answer,
    browser::clock,
    form::{Form, Kind, Role, Section},
    record::{Answers, Record},
    store::{Session, Unsaved},
};

/// Answers being written.
#[derive(Clone)]
pub struct Fields {
    signals: Arc<[(&'static str, ArcRwSignal<Answer>)]>,
    kept: Arc<Answers>,
}

/// One entry of a repeated part being written.
#[derive(Clone)]
pub struct EntryDraft {
    /// Names the entry on this screen only.
    pub key: u32,
    /// Its answers.
    pub fields: Fields,
}

/// The entries of a repeated part.
type Entries = ArcRwSignal<Vec<EntryDraft>>;

/// A sheet being filled in.
#[derive(Clone)]
pub struct Draft {
    /// What is asked.
    pub form: &'static Form,
    /// What is answered once.
    pub once: Fields,
    /// Entries of the repeated parts, by part id.
    groups: Arc<[(&'static str, Entries)]>,
    /// Counts what the parent did, so that saving can follow.
    pub touched: ArcRwSignal<u32>,
    /// What the child's own row of the family was given last.
    followed: ArcRwSignal<Answers>,
    kept: Arc<Record>,
}

/// The child's own row in the family, as the paper asks for it.
const SELF: &str = "本人";

impl Fields {
    fn of(
        section_questions: impl Iterator<Item = &'static crate::form::Question>,
        answers: &Answers,
    ) -> Fields {
        let signals = section_questions
            .filter(|question| !matches!(question.kind, Kind::Age(_)))
            .map(|question| {
                let answer = answers.get(question.id).cloned();
                let answer = answer.unwrap_or_else(|| Answer::Text(String::new()));
                (question.id, ArcRwSignal::new(answer))
            });
        Fields {
            signals: signals.collect(),
            kept: Arc::new(answers.clone()),
        }
    }

    /// The answer to a question. Every question of the form has one, but a computed age.
    pub fn signal(&self, id: &str) -> ArcRwSignal<Answer> {
        let asked = self.signals.iter().find(|(asked, _)| *asked == id);
        asked.map_or_else(
            || ArcRwSignal::new(Answer::Text(String::new())),
            |(_, signal)| signal.clone(),
        )
    }

    /// The answers as they are now, with those kept that this version does not ask for.
    pub fn answers(&self) -> Answers {
        let mut answers = (*self.kept).clone();
        for (id, signal) in self.signals.iter() {
            answers.put(id, signal.get_untracked());
        }
        answers
    }
}

impl EntryDraft {
    /// An entry of a part, written or blank.
    pub fn of(part: &'static Section, answers: &Answers) -> EntryDraft {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let fields = Fields::of(part.questions.iter(), answers);
        EntryDraft {
            key: NEXT.fetch_add(1, Ordering::Relaxed),
            fields,
        }
    }
}

impl Draft {
    /// Opens a record for writing.
    pub fn of(form: &'static Form, record: &Record) -> Draft {
        let groups = form.groups().map(|part| {
            let entries = record
                .entries(part)
                .iter()
                .map(|entry| EntryDraft::of(part, entry));
            (part.id, ArcRwSignal::new(entries.collect::<Vec<_>>()))
        });
        let draft = Draft {
            form,
            once: Fields::of(form.once(), &record.answers),
            groups: groups.collect(),
            touched: ArcRwSignal::new(0),
            followed: ArcRwSignal::new(Answers::default()),
            kept: Arc::new(record.clone()),
        };
        draft.seat_the_child();
        draft
    }

    /// The record as it is now.
    pub fn record(&self) -> Record {
        let mut record = (*self.kept).clone();
        record.answers = self.once.answers();
        for (id, entries) in self.groups.iter() {
            let entries = entries.get_untracked();
            let entries = entries.iter().map(|entry| entry.fields.answers());
            record.groups.insert((*id).to_owned(), entries.collect());
        }
        record
    }

    /// Says that the parent did something.
    pub fn touch(&self) {
        self.touched.update(|count| *count = count.wrapping_add(1));
    }

    /// The entries of a repeated part.
    pub fn entries(&self, part: &Section) -> Entries {
        let group = self.groups.iter().find(|(id, _)| *id == part.id);
        group.map_or_else(ArcRwSignal::default, |(_, entries)| entries.clone())
    }

    /// Writes the child's own row of the family from what stands above it. What the parent wrote
    /// there herself stays.
    pub fn follow_the_child(&self) {
        let Some((part, entries)) = self.family() else {
            return;
        };
        let answer = |role| {
            let id = self.form.with_role(role)?;
            Some(self.once.signal(id).get_untracked()).filter(|answer| !answer.is_blank())
        };
        let sources = [
            (answer(Role::Name), part.title()),
            (
                answer(Role::NameKana),
                part.questions
                    .iter()
                    .find(|q| matches!(q.kind, Kind::Kana(_))),
            ),
            (
                answer(Role::Birth),
                part.questions.iter().find(|q| matches!(q.kind, Kind::Date)),
            ),
        ];
        let list = entries.get_untracked();
        let is_child = |entry: &&EntryDraft| {
            let relation = part
                .questions
                .iter()
                .find(|q| q.role == Some(Role::Relation));
            relation.is_some_and(|q| entry.fields.signal(q.id).get_untracked().text() == SELF)
        };
        let Some(child) = list.iter().find(is_child) else {
            return;
        };
        let mut answers = child.fields.answers();
        let before = answers.clone();
        let mut followed = self.followed.get_untracked();
        for (answer, question) in sources {
            let (Some(answer), Some(question)) = (answer, question) else {
                continue;
            };
            let theirs = answers.get(question.id);
            if theirs.is_none() || theirs == followed.get(question.id) {
                answers.put(question.id, answer.clone());
                followed.put(question.id, answer);
            }
        }
        self.followed.set(followed);
        if answers != before {
            let key = child.key;
            // A new entry in its place: fields never echo what is set behind their back.
            entries.update(|list| {
                for entry in list.iter_mut().filter(|entry| entry.key == key) {
                    *entry = EntryDraft::of(part, &answers);
                }
            });
        }
    }

    fn family(&self) -> Option<(&'static Section, ArcRwSignal<Vec<EntryDraft>>)> {
        self.form.with_role(Role::Name)?;
        let part = self.form.groups().next()?;
        Some((part, self.entries(part)))
    }

    /// The paper counts the child among the family, so its row is there from the start.
    fn seat_the_child(&self) {
        let Some((part, entries)) = self.family() else {
            return;
        };
        if entries.with_untracked(Vec::is_empty)
            && let Some(relation) = part
                .questions
                .iter()
                .find(|q| q.role == Some(Role::Relation))
        {
            let mut answers = Answers::default();
            answers.put(relation.id, Answer::Text(SELF.to_owned()));
            entries.set(vec![EntryDraft::of(part, &answers)]);
            self.follow_the_child();
        }
    }
}

/// A pause in typing after which what was written is saved.
const PAUSE: Duration = Duration::from_millis(600);

/// What is known about saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was written yet.
    Nothing,
    /// It will be saved at the next pause.
    Soon,
    /// It was saved, and read back, at this time of day.
    At(String),
}

/// Saves the sheet that is open: at every pause, and at once when the page is hidden or left.
/// Typing itself never waits for it.
#[derive(Clone, Copy)]
pub struct Keeper {
    session: Session,
    draft: StoredValue<Option<Draft>, LocalStorage>,
    saved: RwSignal<Saved>,
    trouble: RwSignal<Option<Unsaved>>,
    pause: StoredValue<Option<TimeoutHandle>>,
}

impl Keeper {
    /// Keeps what is written in a session.
    pub fn new(session: Session) -> Keeper {
        Keeper {
            session,
            draft: StoredValue::new_local(None),
            saved: RwSignal::new(Saved::Nothing),
            trouble: RwSignal::new(None),
            pause: StoredValue::new(None),
        }
    }

    /// What is known about saving.
    pub fn saved(self) -> Saved {
        self.saved.get()
    }

    /// What stands in the way of saving.
    pub fn trouble(self) -> Option<Unsaved> {
        self.trouble.get()
    }

    /// Watches over a sheet from now on, until the screen that calls this is left.
    pub fn write(self, draft: Draft) {
        self.keep_now();
        self.saved.set(Saved::Nothing);
        self.trouble.set(None);
        let touched = draft.touched.clone();
        self.draft.set_value(Some(draft));
        Effect::new(move |before: Option<u32>| {
            let now = touched.get();
            if before.is_some_and(|before| before != now) {
                self.saved.set(Saved::Soon);
                self.wait();
            }
            now
        });
        on_cleanup(move || {
            self.keep_now();
            self.draft.set_value(None);
        });
    }

    /// Saves at once what is not saved yet.
    pub fn keep_now(self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
        if self.saved.get_untracked() != Saved::Soon {
            return;
        }
        let record = self
            .draft
            .with_value(|draft| draft.as_ref().map(|d| (d.form, d.record())));
        if let Some((form, record)) = record {
            self.report(self.session.save(|note| note.put(form, &record)));
        }
    }

    /// Sets whether the parent sees a sheet as written.
    pub fn set_written(self, form: &'static Form, written: bool) {
        self.keep_now();
        self.report(self.session.save(|note| note.set_written(form, written)));
    }

    fn wait(self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
        let pause = set_timeout_with_handle(move || self.keep_now(), PAUSE);
        self.pause.set_value(pause.ok());
    }

    fn report(self, outcome: Result<(), Unsaved>) {
        match outcome {
            Ok(()) => {
                self.saved.set(Saved::At(clock::time_of_day()));
                self.trouble.set(None);
            }
            // It stays "soon": the next pause, or leaving the page, tries again.
            Err(why) => self.trouble.set(Some(why)),
        }
    }
}
