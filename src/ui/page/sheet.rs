//! One sheet being written.

use leptos::prelude::*;

use crate::{
    browser::{
        el::{El, el, ticked},
        page,
    },
    draft::{Draft, EntryDraft, Keeper, Saved},
    form::{Form, Kind, Role, Section},
    record::{Answers, State},
    route::Route,
    sheet::{Facts, in_words},
    store::{Session, Unsaved},
    ui::{
        part::{
            COLUMN, Lead, Say, Trouble, art, button, frame, group, icon, lang_now, lead, link,
            span, title, trouble_box, words,
        },
        question::{Asked, field},
        words::{home, sheet as w},
    },
};

/// A sheet being written.
pub fn sheet(form: &'static Form, who: &str) -> Vec<El> {
    let session = expect_context::<Session>();
    let keeper = expect_context::<Keeper>();
    let note = session.note();
    let draft = Draft::of(form, &note.record(form));
    keeper.write(draft.clone());
    let elsewhere = super::home::facts_of(&note);
    // The date of birth may be on this very sheet, changing as it is typed.
    let here = form.with_role(Role::Birth).map(|id| draft.once.signal(id));
    let facts = Signal::derive(move || match &here {
        Some(birth) => Facts {
            birth: birth.get().date().understood().ok(),
        },
        None => elsewhere,
    });
    let place = crate::forms::ALL
        .iter()
        .position(|other| other.id == form.id)
        .unwrap_or(0);
    let drawing = ["dr-murasaki", "dr-kobushi", "dr-keyaki"][place % 3];
    let names = vec![
        el("p")
            .class("ks-head__who")
            .attr("translate", "no")
            .text(who),
        title(form.title),
    ];
    let head = el("header")
        .class("ks-head")
        .add(group("", names))
        .add(art(drawing, "ks-head__art"));
    let opening = lead(form.lead).class("ks-lead ks-lead--head");
    let switch = el("input")
        .attr("type", "checkbox")
        .attr("role", "switch")
        .ticked_while({
            let written = note.state(form) == State::Written;
            move || written
        })
        .on("change", move |event| {
            keeper.set_written(form, ticked(&event));
        });
    let marked = el("span")
        .add(el("b").say(w::WRITTEN))
        .add(span(w::WRITTEN_SUB).class("ks-pick__sub"));
    let mut content = vec![
        trouble_box(move || keeper.trouble().map(trouble_of)),
        group("", vec![head, opening]),
    ];
    content.extend(
        form.sections
            .iter()
            .map(|section| part(section, &draft, facts)),
    );
    content.push(
        el("label")
            .class("ks-card ks-switch")
            .add(marked)
            .add(switch),
    );
    content.push(saved_line(keeper));
    let done = link(
        "ks-btn ks-btn--main ks-btn--lg ks-btn--wide",
        &Route::Home.fragment(),
    );
    content.push(done.say(w::DONE));
    frame(Lead::Back("#/"), form.title, COLUMN, content)
}

fn part(section: &'static Section, draft: &Draft, facts: Signal<Facts>) -> El {
    if section.repeat.is_some() {
        return entries(section, draft, facts);
    }
    let question = |question: &'static crate::form::Question| {
        field(Asked {
            question,
            fields: draft.once.clone(),
            draft: draft.clone(),
            facts,
            id: format!("q-{}", question.id),
        })
    };
    el("section")
        .class("ks-stack-5")
        .called(section.title)
        .all(section.asked().map(question).collect())
}

/// What the rows of a part share.
#[derive(Clone)]
struct Rows {
    section: &'static Section,
    draft: Draft,
    entries: ArcRwSignal<Vec<EntryDraft>>,
    facts: Signal<Facts>,
    /// The row that was added last stands open.
    opened: RwSignal<Option<u32>>,
    removed: RwSignal<Option<(usize, EntryDraft)>>,
}

/// A part with any number of entries.
fn entries(section: &'static Section, draft: &Draft, facts: Signal<Facts>) -> El {
    let rows = Rows {
        section,
        draft: draft.clone(),
        entries: draft.entries(section),
        facts,
        opened: RwSignal::new(None),
        removed: RwSignal::new(None),
    };
    let heading = format!("h-{}", section.id);
    let head = el("div")
        .add(el("h2").class("ks-h2").id(&heading).say(section.title))
        .maybe(section.note.map(|note| el("p").class("ks-small").say(note)));
    let (listed, undoing, adding) = (rows.clone(), rows.clone(), rows.clone());
    let list = el("div").class("ks-stack-2").each(
        move || rows.entries.get().iter().map(|entry| entry.key).collect(),
        move |key| row(&listed, key),
    );
    let undo = el("div")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || {
            undoing.removed.get()?;
            let rows = undoing.clone();
            let undo = button("ks-btn ks-btn--sm", move || rows.undo()).say(w::UNDO);
            Some(
                el("p")
                    .class("ks-row ks-undo")
                    .add(span(w::REMOVED))
                    .add(undo),
            )
        });
    let add = section.repeat.map(|repeat| {
        button("ks-btn ks-btn--line", move || adding.add())
            .add(icon("plus"))
            .add(span(repeat.add))
    });
    let part = el("section")
        .class("ks-stack")
        .attr("aria-labelledby", &heading);
    part.add(head).add(list).add(undo).maybe(add)
}

impl Rows {
    fn id(&self, key: u32, question: &str) -> String {
        format!("q-{}-{key}-{question}", self.section.id)
    }

    fn place(&self, key: u32) -> usize {
        self.entries
            .with(|list| list.iter().position(|entry| entry.key == key))
            .unwrap_or(0)
    }

    fn add(&self) {
        let entry = EntryDraft::of(self.section, &Answers::default());
        let key = entry.key;
        self.opened.set(Some(key));
        self.entries.update(|list| list.push(entry));
        self.draft.touch();
        // The first field of what was just added.
        if let Some(first) = self.section.questions.first() {
            let part = if matches!(first.kind, Kind::Period) {
                "-from-0"
            } else {
                ""
            };
            let id = self.id(key, first.id) + part;
            page::focus(&id);
        }
    }

    fn remove(&self, key: u32) {
        let at = untrack(|| self.place(key));
        let entry = self.entries.try_update(|list| list.remove(at));
        self.removed.set(entry.map(|entry| (at, entry)));
        self.draft.touch();
    }

    fn undo(&self) {
        if let Some((at, entry)) = self.removed.get_untracked() {
            self.entries
                .update(|list| list.insert(at.min(list.len()), entry));
            self.removed.set(None);
            self.draft.touch();
        }
    }

    /// What a folded row says: its title, or what else tells it apart. Follows what is typed.
    fn summary(&self, entry: &EntryDraft, title: bool) -> String {
        let mut answers = Answers::default();
        for question in self.section.questions {
            answers.put(question.id, entry.fields.signal(question.id).get());
        }
        let told = self
            .section
            .questions
            .iter()
            .filter(|question| match question.role {
                _ if self.section.title().is_some_and(|q| q.id == question.id) => title,
                Some(Role::Relation) => !title,
                _ => !title && matches!(question.kind, Kind::Period | Kind::Phone),
            });
        let told =
            told.filter_map(|question| in_words(question, &answers, Facts::default(), lang_now()));
        told.collect::<Vec<_>>().join("・")
    }
}

/// One entry: its title and time when folded, its questions when open.
fn row(rows: &Rows, key: u32) -> El {
    let entry = rows
        .entries
        .with_untracked(|list| list.iter().find(|entry| entry.key == key).cloned());
    let Some(entry) = entry else { return el("div") };
    let name = words(
        rows.section
            .repeat
            .map_or(rows.section.title, |repeat| repeat.entry),
    );
    let question = |question: &'static crate::form::Question| {
        field(Asked {
            question,
            fields: entry.fields.clone(),
            draft: rows.draft.clone(),
            facts: rows.facts,
            id: rows.id(key, question.id),
        })
    };
    let questions: Vec<El> = rows.section.asked().map(question).collect();
    let (numbered, headed, detailed, named, removing) = (
        rows.clone(),
        rows.clone(),
        rows.clone(),
        rows.clone(),
        rows.clone(),
    );
    let other = entry.clone();
    let number = el("span")
        .class("ks-rowcard__n")
        .words(move || (numbered.place(key) + 1).to_string());
    let heading = el("span")
        .class("ks-rowcard__t")
        .attr("translate", "no")
        .words(move || match headed.summary(&entry, true) {
            blank if blank.is_empty() => format!("{name} {}", headed.place(key) + 1),
            title => title.lines().next().unwrap_or_default().to_owned(),
        });
    let detail = el("span")
        .class("ks-rowcard__d ks-num")
        .attr("translate", "no");
    let detail = detail.words(move || detailed.summary(&other, false));
    let remove = button("ks-btn ks-btn--sm", move || removing.remove(key));
    let acts = group(
        "ks-row ks-rowcard__acts",
        vec![remove.add(icon("trash")).add(span(w::REMOVE))],
    );
    let body = el("div")
        .class("ks-rowcard__body ks-stack-5")
        .attr("role", "group")
        .attr_of("aria-label", move || {
            Some(format!("{name} {}", named.place(key) + 1))
        })
        .all(questions)
        .add(acts);
    let opened = rows.opened;
    let summary = el("summary")
        .add(number)
        .add(el("span").add(heading).add(detail))
        .add(icon("down"));
    el("details")
        .class("ks-rowcard")
        .attr_of("open", move || {
            (opened.get() == Some(key)).then(String::new)
        })
        .add(summary)
        .add(body)
}

fn saved_line(keeper: Keeper) -> El {
    let said = move || match keeper.saved() {
        Saved::Nothing => String::new(),
        Saved::Soon => words(w::SAVING).to_owned(),
        Saved::At(time) => format!("{} {time}", words(w::SAVED)),
    };
    let done = move || matches!(keeper.saved(), Saved::At(_)).then(|| icon("check"));
    let line = el("p").class("ks-saved").attr("role", "status").when(done);
    line.add(el("span").class("ks-num").words(said))
}

/// The words for what was not saved.
pub fn trouble_of(unsaved: Unsaved) -> Trouble {
    match unsaved {
        Unsaved::Full => Trouble::new(w::FULL, w::FULL_NEXT),
        Unsaved::Changed => Trouble::new(w::CHANGED, w::CHANGED_NEXT),
        Unsaved::Locked => Trouble::new(home::KEPT, w::FULL_NEXT),
    }
}
