//! One sheet being written.

use leptos::prelude::*;

use crate::{
    draft::{Draft, EntryDraft, Keeper, Saved},
    form::{Form, Kind, Role, Section},
    record::{Answers, State},
    route::Route,
    sheet::{Facts, in_words},
    store::{Session, Unsaved},
    ui::{
        part::{Frame, Lead, Trouble, TroubleBox, art, icon, lang, say},
        question::{Asked, field},
        words::{home, sheet as w},
    },
};

/// A sheet being written.
#[component]
pub fn SheetPage(form: &'static Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let keeper = expect_context::<Keeper>();
    let note = session.note();
    let draft = Draft::of(form, &note.record(form));
    keeper.write(draft.clone());
    let other_birth = super::home::facts_of(&note);
    // The date of birth may be on this very sheet, changing as it is typed.
    let here = form.with_role(Role::Birth).map(|id| draft.once.signal(id));
    let facts = Signal::derive(move || {
        let birth = here
            .as_ref()
            .map(|signal| signal.get().date().understood().ok());
        Facts {
            birth: birth.unwrap_or(other_birth.birth),
        }
    });
    let written = RwSignal::new(note.state(form) == State::Written);
    let set_written = move |event| {
        written.set(event_target_checked(&event));
        keeper.set_written(form, written.get_untracked());
    };
    let who = session
        .child_untracked()
        .map(|child| child.name)
        .unwrap_or_default();
    let art_name = match forms_index(form) % 3 {
        0 => "dr-murasaki",
        1 => "dr-kobushi",
        _ => "dr-keyaki",
    };
    let sections = form.sections.iter().map(move |section| {
        let draft = draft.clone();
        if section.repeat.is_some() {
            view! { <Group section draft facts/> }.into_any()
        } else {
            once(section, &draft, facts).into_any()
        }
    });
    view! {
        <Frame lead=Lead::Back("#/") title=form.title>
            <TroubleBox trouble=Signal::derive(move || keeper.trouble().map(trouble_of))/>
            <div>
                <header class="ks-head">
                    <div>
                        <p class="ks-head__who" translate="no">{who}</p>
                        <h1 class="ks-h1" id="title" tabindex="-1">{say(form.title)}</h1>
                    </div>
                    {art(art_name, "ks-head__art")}
                </header>
                <p class="ks-lead ks-lead--head">{say(form.lead)}</p>
            </div>
            {sections.collect_view()}
            <label class="ks-card ks-switch">
                <span>
                    <b>{say(w::WRITTEN)}</b>
                    <span class="ks-pick__sub">{say(w::WRITTEN_SUB)}</span>
                </span>
                <input type="checkbox" role="switch" prop:checked=written on:change=set_written/>
            </label>
            <SavedLine keeper/>
            <a class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" href=Route::Home.fragment()>{say(w::DONE)}</a>
        </Frame>
    }
}

fn forms_index(form: &Form) -> usize {
    crate::forms::ALL
        .iter()
        .position(|other| other.id == form.id)
        .unwrap_or(0)
}

fn once(section: &'static Section, draft: &Draft, facts: Signal<Facts>) -> impl IntoView {
    let questions = section.asked().map(|question| {
        field(Asked {
            question,
            fields: draft.once.clone(),
            draft: draft.clone(),
            facts,
            id: format!("q-{}", question.id),
        })
    });
    view! {
        <section class="ks-stack-5" aria-label=say(section.title)>
            {questions.collect_view()}
        </section>
    }
}

/// A part with any number of entries.
#[component]
fn Group(section: &'static Section, draft: Draft, facts: Signal<Facts>) -> impl IntoView {
    let entries = draft.entries(section);
    let opened = RwSignal::new(None::<u32>);
    let removed = RwSignal::new(None::<(usize, EntryDraft)>);
    let Some(repeat) = section.repeat else {
        return ().into_any();
    };
    let add = {
        let (entries, draft) = (entries.clone(), draft.clone());
        move |_| {
            let entry = EntryDraft::of(section, &Answers::default());
            let key = entry.key;
            entries.update(|list| list.push(entry));
            opened.set(Some(key));
            draft.touch();
            // The first field of what was just added.
            if let Some(first) = section.questions.first() {
                let part = if matches!(first.kind, Kind::Period) {
                    "-from-0"
                } else {
                    ""
                };
                let id = format!("q-{}-{key}-{}{part}", section.id, first.id);
                request_animation_frame(move || crate::browser::page::focus(&id));
            }
        }
    };
    let undo = {
        let (entries, draft) = (entries.clone(), draft.clone());
        move |_| {
            if let Some((at, entry)) = removed.get_untracked() {
                entries.update(|list| list.insert(at.min(list.len()), entry));
                removed.set(None);
                draft.touch();
            }
        }
    };
    let each = {
        let entries = entries.clone();
        move || entries.get()
    };
    let row = move |entry: EntryDraft| {
        let (entries, draft) = (entries.clone(), draft.clone());
        view! { <Row section entry entries draft facts opened removed/> }
    };
    view! {
        <section class="ks-stack" aria-labelledby=format!("h-{}", section.id)>
            <div>
                <h2 class="ks-h2" id=format!("h-{}", section.id)>{say(section.title)}</h2>
                {section.note.map(|note| view! { <p class="ks-small">{say(note)}</p> })}
            </div>
            <div class="ks-stack-2"><For each key=|entry| entry.key children=row/></div>
            <div role="status">
                {move || removed.get().map(|_| view! {
                    <p class="ks-row ks-undo"><span>{say(w::REMOVED)}</span>
                        <button class="ks-btn ks-btn--sm" type="button" on:click=undo.clone()>{say(w::UNDO)}</button>
                    </p>
                })}
            </div>
            <button class="ks-btn ks-btn--line" type="button" on:click=add>{icon("plus")}<span>{say(repeat.add)}</span></button>
        </section>
    }
    .into_any()
}

/// One entry: its title and time when folded, its questions when open.
#[component]
fn Row(
    section: &'static Section,
    entry: EntryDraft,
    entries: ArcRwSignal<Vec<EntryDraft>>,
    draft: Draft,
    facts: Signal<Facts>,
    opened: RwSignal<Option<u32>>,
    removed: RwSignal<Option<(usize, EntryDraft)>>,
) -> impl IntoView {
    let key = entry.key;
    let lang = lang();
    let place = {
        let entries = entries.clone();
        move || {
            entries
                .with(|list| list.iter().position(|entry| entry.key == key))
                .unwrap_or(0)
        }
    };
    let number = place.clone();
    let number_label = place.clone();
    let entry_name = say(section.repeat.map_or(section.title, |repeat| repeat.entry));
    let summary = {
        let fields = entry.fields.clone();
        move |title: bool| {
            let lang = lang.get();
            // Reading every signal makes the summary follow what is typed.
            let mut answers = Answers::default();
            for question in section.questions {
                answers.put(question.id, fields.signal(question.id).get());
            }
            let words = section
                .questions
                .iter()
                .filter(|question| match question.role {
                    Some(Role::RowTitle) => title,
                    Some(Role::Relation) => !title,
                    _ => !title && matches!(question.kind, Kind::Period | Kind::Phone),
                });
            let words =
                words.filter_map(|question| in_words(question, &answers, Facts::default(), lang));
            words.collect::<Vec<_>>().join("・")
        }
    };
    let (title, detail) = (summary.clone(), summary);
    let heading = move || match title(true) {
        words if words.is_empty() => format!("{} {}", entry_name(), number_label() + 1),
        words => words.lines().next().unwrap_or_default().to_owned(),
    };
    let remove = {
        let (entries, entry, draft) = (entries, entry.clone(), draft.clone());
        move |_| {
            let at = entries.with_untracked(|list| list.iter().position(|other| other.key == key));
            if let Some(at) = at {
                entries.update(|list| {
                    list.remove(at);
                });
                removed.set(Some((at, entry.clone())));
                draft.touch();
            }
        }
    };
    let questions = section.asked().map(|question| {
        field(Asked {
            question,
            fields: entry.fields.clone(),
            draft: draft.clone(),
            facts,
            id: format!("q-{}-{key}-{}", section.id, question.id),
        })
    });
    let group_label = {
        let place = place;
        move || format!("{} {}", entry_name(), place() + 1)
    };
    view! {
        <details class="ks-rowcard" prop:open=move || opened.get() == Some(key)>
            <summary>
                <span class="ks-rowcard__n">{move || number() + 1}</span>
                <span>
                    <span class="ks-rowcard__t" translate="no">{heading}</span>
                    <span class="ks-rowcard__d ks-num" translate="no">{move || detail(false)}</span>
                </span>
                {icon("down")}
            </summary>
            <div class="ks-rowcard__body ks-stack-5" role="group" aria-label=group_label>
                {questions.collect_view()}
                <div class="ks-row ks-rowcard__acts">
                    <button class="ks-btn ks-btn--sm" type="button" on:click=remove>{icon("trash")}<span>{say(w::REMOVE)}</span></button>
                </div>
            </div>
        </details>
    }
}

#[component]
fn SavedLine(keeper: Keeper) -> impl IntoView {
    let lang = lang();
    let words = move || match keeper.saved() {
        Saved::Nothing => String::new(),
        Saved::Soon => w::SAVING.to(lang.get()).to_owned(),
        Saved::At(time) => format!("{} {time}", w::SAVED.to(lang.get())),
    };
    view! {
        <p class="ks-saved" role="status">
            {move || matches!(keeper.saved(), Saved::At(_)).then(|| icon("check"))}
            <span class="ks-num">{words}</span>
        </p>
    }
}

/// The words for what was not saved.
pub fn trouble_of(unsaved: Unsaved) -> Trouble {
    match unsaved {
        Unsaved::Full => Trouble::new(w::FULL, w::FULL_NEXT),
        Unsaved::Changed => Trouble::new(w::CHANGED, w::CHANGED_NEXT),
        Unsaved::Locked => Trouble::new(home::KEPT, w::FULL_NEXT),
    }
}
