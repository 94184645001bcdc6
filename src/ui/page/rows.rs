//! A part with any number of rows: added, copied, moved, deleted and put back.

use leptos::prelude::*;

use super::fold::{fold, questions};
use crate::{
    browser::{
        el::{El, el},
        page,
    },
    draft::{Draft, EntryDraft},
    form::{Kind, Question, Role, Section},
    record::Answers,
    sheet::{Facts, in_words},
    text::Text,
    ui::{
        part::{Finding, Say, button, group, icon, lang_now, span, words},
        question::{Asked, field},
        words::sheet as w,
    },
};

/// Marks the key of what stands where a row was deleted.
const GONE: u32 = 1 << 31;

/// What the rows of a part share.
#[derive(Clone)]
struct Rows {
    section: &'static Section,
    draft: Draft,
    entries: ArcRwSignal<Vec<EntryDraft>>,
    facts: Signal<Facts>,
    /// The row that was deleted last, and where it stood.
    removed: RwSignal<Option<(usize, EntryDraft)>>,
    /// What is said of the deed done last.
    said: RwSignal<String>,
}

/// A part with any number of entries.
pub(super) fn entries(section: &'static Section, draft: &Draft, facts: Signal<Facts>) -> El {
    let rows = Rows {
        section,
        draft: draft.clone(),
        entries: draft.entries(section),
        facts,
        removed: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    if let Some(row) = Finding::now().and_then(|spot| spot.row_of(section))
        && let Some(entry) = rows.entries.with_untracked(|list| list.get(row).cloned())
    {
        entry.open.set(true);
        page::to_spot(&rows.id(entry.key, "head"));
    }
    let heading = format!("h-{}", section.id);
    let title = el("h2").class("ks-h2").id(&heading).attr("tabindex", "-1");
    let head = el("div")
        .add(title.label(section.title))
        .maybe(section.note.map(|note| el("p").class("ks-small").say(note)));
    let (listed, built, adding, said) = (rows.clone(), rows.clone(), rows.clone(), rows.said);
    let list = el("div")
        .class("ks-stack-2")
        .each(move || listed.keys(), move |key| row(&built, key));
    let status = el("p").class("ks-hide").attr("role", "status");
    let add = section.repeat.map(|repeat| {
        button("ks-btn ks-btn--line", move || adding.add())
            .add(icon("plus"))
            .add(span(repeat.add))
    });
    el("section")
        .class("ks-stack")
        .attr("aria-labelledby", &heading)
        .add(head)
        .add(list)
        .add(status.words(move || said.get()))
        .maybe(add)
}

impl Rows {
    fn keys(&self) -> Vec<u32> {
        let keys = |list: &Vec<EntryDraft>| list.iter().map(|entry| entry.key).collect();
        let mut keys: Vec<u32> = self.entries.with(keys);
        self.removed.with(|removed| {
            if let Some((at, entry)) = removed {
                keys.insert((*at).min(keys.len()), entry.key | GONE);
            }
        });
        keys
    }

    fn id(&self, key: u32, part: &str) -> String {
        format!("q-{}-{key}-{part}", self.section.id)
    }

    /// Says what was done, to whoever does not see it; twice the same is said twice.
    fn say(&self, done: Text, what: &str) {
        let mut said = words(done).to_owned();
        if !what.is_empty() {
            said.push(' ');
            said.push_str(what);
        }
        if self.said.with_untracked(|before| *before == said) {
            said.push('\u{200B}');
        }
        self.said.set(said);
    }

    /// One open row is enough to read.
    fn fold_others(&self) {
        for entry in self.entries.get_untracked() {
            if entry.open.get_untracked() {
                entry.open.set(false);
            }
        }
    }

    fn add(&self) {
        self.fold_others();
        self.removed.set(None);
        let entry = EntryDraft::of(self.section, &Answers::default());
        entry.open.set(true);
        let key = entry.key;
        self.draft.insert(self.section, usize::MAX, entry);
        self.say(w::ADDED, "");
        let first = self.section.asked().find(|question| !question.folded);
        if let Some(first) = first {
            page::focus(&(self.id(key, first.id) + first_field(first)));
        }
    }

    fn duplicate(&self, key: u32) {
        self.fold_others();
        self.removed.set(None);
        if let Some(copy) = self.draft.duplicate(self.section, key) {
            copy.open.set(true);
            self.say(w::COPIED, &copy.place.get_untracked().to_string());
            page::focus(&self.id(copy.key, "head"));
        }
    }

    fn shift(&self, entry: &EntryDraft, up: bool) {
        self.removed.set(None);
        self.draft.shift(self.section, entry.key, up);
        let place = entry.place.get_untracked();
        self.say(w::MOVED, &place.to_string());
        // At either end the button that was pressed is gone.
        let last = self.entries.with_untracked(Vec::len);
        let up = (up && place > 1) || place as usize == last;
        page::focus(&self.id(entry.key, if up { "up" } else { "down" }));
    }

    fn remove(&self, key: u32) {
        self.removed.set(self.draft.remove(self.section, key));
        self.say(w::REMOVED, "");
        page::focus(&self.id(key, "undo"));
    }

    fn undo(&self) {
        if let Some((at, entry)) = self.removed.get_untracked() {
            let head = self.id(entry.key, "head");
            self.removed.set(None);
            entry.open.set(false);
            self.draft.insert(self.section, at, entry);
            self.say(w::BACK_AGAIN, "");
            page::focus(&head);
        }
    }

    /// What a folded row says: its title, or what else tells it apart. Follows what is typed.
    fn summary(&self, entry: &EntryDraft, title: bool) -> String {
        let related = |question: &Question| question.role == Some(Role::Relation);
        let family = self.section.questions.iter().any(related);
        let titled = self.section.title();
        let mut all = String::new();
        for question in self.section.questions {
            let tells = match question.role {
                _ if titled.is_some_and(|titled| titled.id == question.id) => title,
                Some(Role::Relation) => !title,
                _ if title => false,
                _ => match question.kind {
                    Kind::Period | Kind::Months | Kind::Phone => true,
                    // Among people a date is a birthday.
                    Kind::Date => !family,
                    _ => false,
                },
            };
            if !tells {
                continue;
            }
            let mut answers = Answers::default();
            answers.put(question.id, entry.fields.signal(question.id).get());
            if let Some(words) = in_words(question, &answers, Facts::default(), lang_now()) {
                if !all.is_empty() {
                    all.push('・');
                }
                all.push_str(&words);
            }
        }
        all
    }
}

/// What stands behind the id of a question in the id of its first field.
pub(super) fn first_field(question: &Question) -> &'static str {
    match question.kind {
        Kind::Period | Kind::Months => "-from-0",
        Kind::Date | Kind::Milestone | Kind::One(_) | Kind::Many(_) => "-0",
        _ => "",
    }
}

/// One entry: its title and time when folded, its questions when open.
fn row(rows: &Rows, key: u32) -> El {
    if key & GONE != 0 {
        return gone(rows, key & !GONE);
    }
    let entry = rows
        .entries
        .with_untracked(|list| list.iter().find(|entry| entry.key == key).cloned());
    let Some(entry) = entry else { return el("div") };
    let name = words(
        rows.section
            .repeat
            .map_or(rows.section.title, |repeat| repeat.entry),
    );
    let (headed, detailed, whole) = (rows.clone(), rows.clone(), rows.clone());
    let (named, other, inner) = (entry.clone(), entry.clone(), entry.clone());
    let place = entry.place.clone();
    let number = el("span")
        .class("ks-rowcard__n")
        .words(move || place.get().to_string());
    let heading = el("span")
        .class("ks-rowcard__t")
        .attr("translate", "no")
        .words(move || match headed.summary(&named, true) {
            blank if blank.is_empty() => format!("{name} {}", named.place.get()),
            title => title.lines().next().unwrap_or_default().to_owned(),
        });
    let detail = el("span")
        .class("ks-rowcard__d ks-num")
        .attr("translate", "no")
        .words(move || detailed.summary(&other, false));
    let summary = el("summary")
        .id(&rows.id(key, "head"))
        .add(number)
        .add(el("span").add(heading).add(detail))
        .add(icon("down"));
    fold("ks-rowcard", summary, entry.open, move || {
        let place = inner.place.clone();
        let body = el("div")
            .class("ks-rowcard__body ks-stack-5")
            .attr("role", "group")
            .attr_of("aria-label", move || {
                Some(format!("{name} {}", place.get()))
            });
        let (rows, entry) = (whole.clone(), inner.clone());
        let ask = move |question: &'static Question| {
            field(Asked {
                question,
                section: rows.section,
                fields: entry.fields.clone(),
                draft: rows.draft.clone(),
                facts: rows.facts,
                id: rows.id(entry.key, question.id),
            })
        };
        let asked = questions(whole.section, &inner.fields, ask);
        vec![body.all(asked).add(acts(&whole, &inner))]
    })
}

/// What can be done with a row.
fn acts(rows: &Rows, entry: &EntryDraft) -> El {
    let act = |part: &str, glyph: &str, name: Text, act: Box<dyn FnMut()>| {
        button("ks-btn ks-btn--sm", act)
            .id(&rows.id(entry.key, part))
            .add(icon(glyph))
            .add(span(name))
    };
    let (copying, removing) = (rows.clone(), rows.clone());
    let (rising, falling) = ((rows.clone(), entry.clone()), (rows.clone(), entry.clone()));
    let key = entry.key;
    let copy = act(
        "copy",
        "copy",
        w::COPY,
        Box::new(move || copying.duplicate(key)),
    );
    let (first, last, list) = (
        entry.place.clone(),
        entry.place.clone(),
        rows.entries.clone(),
    );
    let up = act(
        "up",
        "up",
        w::UP,
        Box::new(move || rising.0.shift(&rising.1, true)),
    )
    .hidden_while(move || first.get() <= 1);
    let down = act(
        "down",
        "down",
        w::DOWN,
        Box::new(move || falling.0.shift(&falling.1, false)),
    )
    .hidden_while(move || last.get() as usize >= list.with(Vec::len));
    let remove = act(
        "remove",
        "trash",
        w::REMOVE,
        Box::new(move || removing.remove(key)),
    );
    group("ks-row ks-rowcard__acts", vec![copy, up, down, remove])
}

/// Where a row was deleted: the way back.
fn gone(rows: &Rows, key: u32) -> El {
    let undoing = rows.clone();
    let undo = button("ks-btn ks-btn--sm", move || undoing.undo())
        .id(&rows.id(key, "undo"))
        .say(w::UNDO);
    el("p")
        .class("ks-row ks-undo")
        .add(span(w::REMOVED))
        .add(undo)
}
