//! One sheet being written.

use leptos::prelude::*;

use super::{
    fold::questions,
    rows::{entries, first_field},
};
use crate::{
    browser::{
        el::{El, el},
        page,
    },
    draft::{Draft, Keeper, Saved},
    form::{Form, Kind, Paper, Question, Section},
    route::Route,
    sheet::Facts,
    store::{Session, Unsaved},
    ui::{
        part::{
            COLUMN, Finding, Lead, Say, Spot, Trouble, art, frame, group, icon, lead, link, title,
            trouble_box, words,
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
    let facts = draft.facts(elsewhere);
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
    let mut content = vec![
        trouble_box(move || keeper.trouble().map(trouble_of)),
        super::home::differs(),
        group("", vec![head, opening]),
    ];
    content.extend(super::pharmacy::doors(form));
    content.extend(
        form.sections
            .iter()
            .map(|section| part(section, form, &draft, facts)),
    );
    content.push(super::state::choice(form, keeper));
    content.push(saved_line(keeper));
    let done = link(
        "ks-btn ks-btn--main ks-btn--lg ks-btn--wide",
        &Route::Home.fragment(),
    );
    content.push(done.say(w::DONE));
    if let Some(spot) = Finding::on(form).filter(|spot| spot.row.is_none()) {
        page::to_spot(&place_of(spot, form));
    }
    frame(Lead::Back("#/"), form.title, COLUMN, content)
}

/// The id of what a spot that is no row leads to.
fn place_of(spot: Spot, form: &Form) -> String {
    let asked = spot.question.and_then(|id| form.question(id));
    let asked = asked.filter(|question| !question.retired);
    match asked {
        Some(question) => ["q-", question.id, first_field(question)].concat(),
        None if form.groups().any(|part| part.id == spot.section) => ["h-", spot.section].concat(),
        None => "title".to_owned(),
    }
}

fn part(section: &'static Section, form: &Form, draft: &Draft, facts: Signal<Facts>) -> El {
    if section.repeat.is_some() {
        return entries(section, draft, facts);
    }
    let asked = draft.clone();
    let ask = move |question: &'static Question| {
        field(Asked {
            question,
            section,
            fields: asked.once.clone(),
            draft: asked.clone(),
            facts,
            id: format!("q-{}", question.id),
        })
    };
    let part = el("section").class("ks-stack-5");
    let fields = questions(section, &draft.once, ask);
    let milestone = |question: &Question| matches!(question.kind, Kind::Milestone);
    let many = form.sections.len() > 3 && !matches!(section.paper, Paper::Head);
    if !many && section.note.is_none() && !section.questions.iter().any(milestone) {
        return part.called(section.title).all(fields);
    }
    let heading = format!("h-{}", section.id);
    let head = el("div")
        .add(el("h2").class("ks-h2").id(&heading).label(section.title))
        .maybe(section.note.map(|note| el("p").class("ks-small").say(note)));
    part.attr("aria-labelledby", &heading).add(head).all(fields)
}

/// What is known about saving, below what is written.
pub(super) fn saved_line(keeper: Keeper) -> El {
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
        Unsaved::Lost => Trouble::new(w::LOST, w::LOST_NEXT),
        Unsaved::Changed => Trouble::new(w::CHANGED, w::CHANGED_NEXT),
        Unsaved::Gone => Trouble::new(w::GONE, w::GONE_NEXT),
        Unsaved::Locked => Trouble::new(home::KEPT, w::FULL_NEXT),
    }
}
