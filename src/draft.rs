//! A sheet being filled in: one signal for every answer, made from the form table.

use std::{
    rc::Rc,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use crate::{
    answer::Answer,
    browser::{clock, turn},
    form::{Form, Kind, Question, Role, Section},
    record::{Answers, Note, Record, State},
    sheet::{Facts, later},
    store::{Session, Unsaved, twin},
};

/// A question and its answer, made when somebody looks: of three hundred rows most stay folded.
type Asked = (&'static str, OnceLock<ArcRwSignal<Answer>>);

/// Answers being written.
#[derive(Clone)]
pub struct Fields {
    signals: Arc<[Asked]>,
    kept: Arc<Answers>,
    /// Counts what was written by somebody else than the person in the field.
    filled: ArcRwSignal<u32>,
    /// What was put in as a suggestion last.
    suggested: ArcRwSignal<Answers>,
    /// Whether the parent has been where it stands, and left it so.
    accepted: ArcRwSignal<bool>,
}

/// One entry of a repeated part being written.
#[derive(Clone)]
pub struct EntryDraft {
    /// Names the entry on this screen only.
    pub key: u32,
    /// Its answers.
    pub fields: Fields,
    /// Where it stands among the others, from 1.
    pub place: ArcRwSignal<u32>,
    /// Whether it stands open on the screen.
    pub open: ArcRwSignal<bool>,
}

/// The entries of a repeated part.
type Entries = ArcRwSignal<Vec<EntryDraft>>;

/// A sheet being filled in.
#[derive(Clone)]
pub struct Draft {
    /// What is asked.
    pub form: &'static Form,
    /// Which of several records of the form it is; "" where there is only one.
    one: Arc<str>,
    /// What is answered once.
    pub once: Fields,
    /// Entries of the repeated parts, by part id.
    groups: Arc<[(&'static str, Entries)]>,
    /// Counts what the parent did, so that saving can follow.
    pub touched: ArcRwSignal<u32>,
    /// What the child's own row of the family was given last.
    followed: ArcRwSignal<Answers>,
}

/// The child's own row in the family, as the paper asks for it.
const SELF: &str = "本人";

impl Fields {
    fn of(questions: impl Iterator<Item = &'static Question>, answers: &Answers) -> Fields {
        let signals = questions
            .filter(|question| !matches!(question.kind, Kind::Age(_)))
            .map(|question| (question.id, OnceLock::new()));
        Fields {
            signals: signals.collect(),
            kept: Arc::new(answers.clone()),
            filled: ArcRwSignal::new(0),
            suggested: ArcRwSignal::new(Answers::default()),
            accepted: ArcRwSignal::new(false),
        }
    }

    /// The answer to a question. Every question of the form has one, but a computed age.
    pub fn signal(&self, id: &str) -> ArcRwSignal<Answer> {
        let make = || {
            let answer = self.kept.get(id).cloned();
            ArcRwSignal::new(answer.unwrap_or_else(|| Answer::Text(String::new())))
        };
        let asked = self.signals.iter().find(|(asked, _)| *asked == id);
        asked.map_or_else(make, |(_, signal)| signal.get_or_init(make).clone())
    }

    /// Whether a newer version wrote an answer here that we cannot read.
    pub fn is_newer(&self, id: &str) -> bool {
        self.kept.unknown.contains_key(id)
    }

    /// The answers as they are now, with those kept that this version does not ask for.
    pub fn answers(&self) -> Answers {
        let mut answers = (*self.kept).clone();
        for (id, signal) in self.signals.iter() {
            let Some(signal) = signal.get() else { continue };
            signal.with_untracked(|answer| {
                // What was not written on stays a copy of what was kept: by that a save knows what to leave.
                if self.kept.get(id) != Some(answer) {
                    answers.put(id, answer.clone());
                }
            });
        }
        answers
    }

    /// Writes an answer from elsewhere: its field shows it. What a person types never comes this way.
    pub fn fill(&self, id: &str, answer: Answer) {
        self.signal(id).set(answer);
        self.show();
    }

    /// Lets every field show its answer again.
    pub fn show(&self) {
        self.filled.update(|count| *count = count.wrapping_add(1));
    }

    /// Follows what is written from elsewhere.
    pub fn follow_filling(&self) {
        self.filled.track();
    }

    /// Puts a suggestion where nothing is written or the suggestion before it stands; `None` takes
    /// that away. What the parent wrote stays. Whether anything has changed.
    pub fn suggest(&self, id: &str, suggestion: Option<String>) -> bool {
        let written = self.signal(id).get_untracked();
        let before = self.suggested.get_untracked();
        let suggestion = suggestion.unwrap_or_default();
        let seen = written.text() != before.text(id) || self.accepted.get_untracked();
        let changes = (written.is_blank() || !seen) && written.text() != suggestion;
        if changes {
            let answer = Answer::Text(suggestion);
            self.suggested
                .update(|suggested| suggested.put(id, answer.clone()));
            self.accepted.set(false);
            self.fill(id, answer);
        }
        changes
    }

    /// Whether a suggestion stands there. Followed.
    pub fn is_suggested(&self, id: &str) -> bool {
        let suggested = self.suggested.get();
        suggested.get(id) == Some(&self.signal(id).get())
    }

    /// Takes the suggestion that stands there for the parent's own: she has been there.
    pub fn accept(&self) {
        self.accepted.set(true);
    }
}

impl EntryDraft {
    /// An entry of a part, written or blank.
    pub fn of(part: &'static Section, answers: &Answers) -> EntryDraft {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        EntryDraft {
            key: NEXT.fetch_add(1, Ordering::Relaxed),
            fields: Fields::of(part.questions.iter(), answers),
            place: ArcRwSignal::new(0),
            open: ArcRwSignal::new(false),
        }
    }

    /// The same answers once more. Papers stay with the entry they belong to, and so does what only
    /// a newer version knows.
    fn copy(&self, part: &'static Section) -> EntryDraft {
        let mut answers = self.fields.answers();
        answers.unknown.clear();
        let known = Arc::make_mut(&mut answers.known);
        known.retain(|_, answer| !matches!(answer, Answer::Files(_)));
        EntryDraft::of(part, &answers)
    }
}

/// Says to each entry where it stands.
fn number(list: &[EntryDraft]) {
    for (place, entry) in (1..).zip(list) {
        if entry.place.get_untracked() != place {
            entry.place.set(place);
        }
    }
}

impl Draft {
    /// Opens a record for writing.
    pub fn of(form: &'static Form, record: &Record) -> Draft {
        Draft::one_of(form, "", record)
    }

    /// Opens one of several records of a form for writing: a slip, an answer.
    pub fn one_of(form: &'static Form, one: &str, record: &Record) -> Draft {
        let groups = form.groups().map(|part| {
            let entries = record
                .entries(part)
                .iter()
                .map(|entry| EntryDraft::of(part, entry));
            let entries: Vec<_> = entries.collect();
            number(&entries);
            (part.id, ArcRwSignal::new(entries))
        });
        let draft = Draft {
            form,
            one: one.into(),
            once: Fields::of(form.once(), &record.answers),
            groups: groups.collect(),
            touched: ArcRwSignal::new(0),
            followed: ArcRwSignal::new(Answers::default()),
        };
        draft.seat_the_child();
        draft
    }

    /// The record as it is now.
    pub fn record(&self) -> Record {
        let groups = self.groups.iter().map(|(id, entries)| {
            let answers = |entry: &EntryDraft| entry.fields.answers();
            let entries = entries.with_untracked(|list| list.iter().map(answers).collect());
            ((*id).to_owned(), entries)
        });
        Record {
            answers: self.once.answers(),
            groups: groups.collect(),
        }
    }

    /// The record as a note has it.
    fn kept_in(&self, note: &Note) -> Record {
        match &*self.one {
            "" => note.record(self.form),
            one => note.one_of(self.form, one),
        }
    }

    /// Writes the record as it is now into a note.
    fn put_in(&self, note: &mut Note) {
        match &*self.one {
            "" => note.put(self.form, &self.record()),
            one => note.put_one(self.form, one, &self.record()),
        }
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

    fn change(&self, part: &Section, change: impl FnOnce(&mut Vec<EntryDraft>)) {
        self.entries(part).update(|list| {
            change(list);
            number(list);
        });
        self.touch();
    }

    /// Puts an entry at a place, from 0.
    pub fn insert(&self, part: &Section, at: usize, entry: EntryDraft) {
        self.change(part, |list| list.insert(at.min(list.len()), entry));
    }

    /// Takes an entry away; where it stood, from 0.
    pub fn remove(&self, part: &Section, key: u32) -> Option<(usize, EntryDraft)> {
        let mut removed = None;
        self.change(part, |list| {
            let at = list.iter().position(|entry| entry.key == key);
            removed = at.map(|at| (at, list.remove(at)));
        });
        removed
    }

    /// Puts the same answers once more below an entry.
    pub fn duplicate(&self, part: &'static Section, key: u32) -> Option<EntryDraft> {
        let list = self.entries(part).get_untracked();
        let at = list.iter().position(|entry| entry.key == key)?;
        let copy = list[at].copy(part);
        self.insert(part, at + 1, copy.clone());
        Some(copy)
    }

    /// Lets an entry change places with the one before or after it.
    pub fn shift(&self, part: &Section, key: u32, up: bool) {
        self.change(part, |list| {
            let at = list.iter().position(|entry| entry.key == key);
            let first = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at) });
            if let Some(first) = first.filter(|first| first + 1 < list.len()) {
                list.swap(first, first + 1);
            }
        });
    }

    /// What other sheets say, and over it what stands on this very sheet, changing as it is typed.
    pub fn facts(&self, elsewhere: Facts) -> Signal<Facts> {
        let here = |role| Some(self.once.signal(self.form.with_role(role)?));
        let (birth, entry) = (here(Role::Birth), here(Role::SchoolEntry));
        Signal::derive(move || Facts {
            birth: match &birth {
                Some(birth) => birth.get().date().understood().ok(),
                None => elsewhere.birth,
            },
            later: match &entry {
                Some(entry) => later(entry.get().text()),
                None => elsewhere.later,
            },
        })
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
        let mut followed = self.followed.get_untracked();
        for (answer, question) in sources {
            let (Some(answer), Some(question)) = (answer, question) else {
                continue;
            };
            let theirs = child.fields.signal(question.id).get_untracked();
            let ours = followed.get(question.id) == Some(&theirs);
            if theirs != answer && (theirs.is_blank() || ours) {
                child.fields.fill(question.id, answer.clone());
                followed.put(question.id, answer);
            }
        }
        self.followed.set(followed);
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
            let child = vec![EntryDraft::of(part, &answers)];
            number(&child);
            entries.set(child);
            self.follow_the_child();
        }
    }
}

/// A pause in typing after which what was written is saved.
const PAUSE: Duration = Duration::from_millis(600);

/// The name under which screens save one after the other.
const WRITING: &str = "stepnote:writing";

/// What is known about saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was written yet.
    Nothing,
    /// It will be saved at the next pause.
    Soon,
    /// It was saved, and read back, at this time of day, and is on the disk.
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
    /// What was written when it was saved last.
    written: StoredValue<u32>,
}

impl Keeper {
    /// Keeps what is written in a session, also when that is locked.
    pub fn new(session: Session) -> Keeper {
        let keeper = Keeper {
            session,
            draft: StoredValue::new_local(None),
            saved: RwSignal::new(Saved::Nothing),
            trouble: RwSignal::new(None),
            pause: StoredValue::new(None),
            written: StoredValue::new(0),
        };
        session.set_last_word(move || keeper.keep_now());
        keeper
    }

    /// What is known about saving.
    pub fn saved(self) -> Saved {
        match self.saved.get() {
            // Said only when it would still be there if the browser were ended now.
            Saved::At(_) if !twin::is_on_disk(self.written.get_value()) => Saved::Soon,
            saved => saved,
        }
    }

    /// What stands in the way of saving.
    pub fn trouble(self) -> Option<Unsaved> {
        let trouble = self.trouble.get();
        trouble.or_else(|| twin::is_full().then_some(Unsaved::Full))
    }

    /// What stands in the way of saving now.
    pub fn trouble_untracked(self) -> Option<Unsaved> {
        self.trouble.get_untracked()
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
        if self.saved.try_get_untracked() != Some(Saved::Soon) {
            return;
        }
        let draft = self.draft.with_value(Clone::clone);
        if let Some(draft) = draft {
            let today = clock::today().iso();
            self.report(self.session.save(|note| {
                draft.put_in(note);
                if draft.one.is_empty() {
                    note.set_edited(draft.form, &today);
                }
            }));
        }
    }

    /// Saves what came into a sheet after it was left: what is slow to put away arrives when the
    /// parent has gone on. `before` is the sheet without it; one that was changed or opened since
    /// stays as it is.
    pub fn take_late(self, draft: &Draft, before: &Record) {
        let open = self.draft.try_with_value(|now| {
            let now = now.as_ref()?;
            let same = now.form.id == draft.form.id && now.one == draft.one;
            Some((same, now.touched == draft.touched))
        });
        match open.flatten() {
            // It is watched over, or stands open anew.
            Some((_, true) | (true, false)) => {}
            _ => {
                let now = draft.kept_in(&self.session.note());
                if now.to_json() == before.to_json() {
                    self.report(self.session.save(|note| draft.put_in(note)));
                }
            }
        }
    }

    /// Saves what is not saved yet, and looks at what another screen wrote.
    pub fn renew(self) {
        self.keep_now();
        if let Err(why) = self.session.renew() {
            self.trouble.set(Some(why));
        }
    }

    /// Sets how the parent sees a sheet.
    pub fn set_state(self, form: &'static Form, state: State) {
        self.keep_now();
        self.report(self.session.save(|note| note.set_state(form, state)));
    }

    fn wait(self) {
        if let Some(pause) = self.pause.try_update_value(Option::take).flatten() {
            pause.clear();
        }
        // Two screens that save in the same moment do it one after the other. When the page is left
        // there is no time for that, and some browsers cannot tell: then what was written is compared.
        let keep: Rc<dyn Fn()> = Rc::new(move || self.keep_now());
        let pause = set_timeout_with_handle(move || turn::in_turn(WRITING, &keep), PAUSE);
        self.pause.set_value(pause.ok());
    }

    fn report(self, outcome: Result<(), Unsaved>) {
        match outcome {
            Ok(()) => {
                self.written.set_value(twin::written());
                self.saved.set(Saved::At(clock::time_of_day()));
                self.trouble.set(None);
            }
            // It stays "soon": the next pause, or leaving the page, tries again.
            Err(why) => self.trouble.set(Some(why)),
        }
    }
}
