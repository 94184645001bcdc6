//! What of a sheet: its rows and its single answers, folded until somebody wants to choose.

use leptos::prelude::*;

use super::{Handing, whom::picked};
use crate::{
    browser::el::{El, el},
    form::{Form, Question, Reach, Section},
    record::{Answers, Record},
    share::Picked,
    sheet::row_title,
    ui::{
        page::fold::fold,
        part::{Say, icon, lang_now, pick, span},
        words::gift as w,
    },
};

/// The fold below a sheet.
pub(super) fn inside(handing: Handing, form: &'static Form, record: Record) -> El {
    let summary = el("summary").add(span(w::INSIDE)).add(icon("down"));
    fold("ks-more", summary, ArcRwSignal::new(false), move || {
        let parts = form.sections.iter();
        parts
            .filter_map(|part| part_of(handing, form, part, &record))
            .collect()
    })
}

/// A part: its rows, where there are several, and what is written in it.
fn part_of(
    handing: Handing,
    form: &'static Form,
    part: &'static Section,
    record: &Record,
) -> Option<El> {
    let once = std::slice::from_ref(&record.answers);
    let entries = match part.repeat {
        None => once,
        Some(_) => record.entries(part),
    };
    let written = |question: &&'static Question| {
        question.reach == Reach::Sheet
            && entries.iter().any(|entry| {
                entry.get(question.id).is_some() || entry.unknown.contains_key(question.id)
            })
    };
    let answers: Vec<_> = part.questions.iter().filter(written).collect();
    if answers.is_empty() {
        return None;
    }
    let ticks = |asked: Vec<&'static Question>| {
        let tick = |question| answer(handing, form, part, question);
        asked.into_iter().map(tick).collect::<Vec<El>>()
    };
    let legend = el("legend").class("ks-label ks-legend").say(part.title);
    let whole = el("fieldset").class("ks-field").add(legend);
    if part.repeat.is_none() {
        return Some(whole.all(ticks(answers)));
    }
    let rows = entries.iter().enumerate();
    let rows = rows.filter(|(_, entry)| goes(form, part, entry));
    let count = entries.len();
    let rows = rows.map(|(at, entry)| row(handing, form, part, (at, count), entry));
    Some(
        whole
            .add(el("p").class("ks-hint").say(w::ROWS))
            .all(rows.collect())
            .add(el("p").class("ks-hint").say(w::COLUMNS))
            .all(ticks(answers)),
    )
}

/// Whether a row may go at all.
pub(super) fn goes(form: &Form, part: &Section, entry: &Answers) -> bool {
    let mut alone = Record::default();
    alone.groups.insert(part.id.to_owned(), vec![entry.clone()]);
    let going = alone.going(form, &|_, _| true);
    going.entries(part).iter().any(|entry| !entry.is_blank())
}

fn row(
    handing: Handing,
    form: &'static Form,
    part: &'static Section,
    (at, count): (usize, usize),
    entry: &Answers,
) -> El {
    let title = row_title(part, entry, lang_now());
    let number = [&(at + 1).to_string(), "　", &title].concat();
    let name = el("span").attr("translate", "no").text(&number);
    let out = (part.id, at);
    let picks = handing.picks;
    let on = move || {
        let stays = |pick: &Picked| any_of(pick, part) && !pick.without.contains(&out);
        picks.with(|picks| picked(picks, form.id, "").is_some_and(stays))
    };
    pick("checkbox", vec![name], on, move |on| {
        change(picks, form, &|pick| {
            // Of a part of which nothing goes, one row is taken and the others stay.
            if on && !any_of(pick, part) {
                pick.without.retain(|(id, _)| *id != part.id);
                pick.without.extend((0..count).map(|row| (part.id, row)));
                let whole = all(form).into_iter().filter(|(id, _)| *id == part.id);
                pick.only.get_or_insert_default().extend(whole);
            }
            pick.without.retain(|other| *other != out);
            if !on {
                pick.without.push(out);
            }
        });
    })
}

/// Whether any answer of a part goes.
fn any_of(pick: &Picked, part: &Section) -> bool {
    let only = pick.only.as_ref();
    only.is_none_or(|only| only.iter().any(|(id, _)| *id == part.id))
}

fn answer(
    handing: Handing,
    form: &'static Form,
    part: &'static Section,
    question: &'static Question,
) -> El {
    let one = (part.id, question.id);
    let picks = handing.picks;
    let on = move || {
        let goes = |pick: &Picked| pick.only.as_ref().is_none_or(|only| only.contains(&one));
        picks.with(|picks| picked(picks, form.id, "").is_some_and(goes))
    };
    pick("checkbox", vec![span(question.label)], on, move |on| {
        change(picks, form, &|pick| {
            let only = pick.only.get_or_insert_with(|| all(form));
            only.retain(|other| *other != one);
            if on {
                only.push(one);
            }
        });
    })
}

fn change(picks: RwSignal<Vec<Picked>>, form: &Form, change: &dyn Fn(&mut Picked)) {
    picks.update(|picks| {
        let of_form = |pick: &&mut Picked| pick.form.id == form.id && pick.one.is_empty();
        picks.iter_mut().filter(of_form).for_each(change);
    });
}

/// Every answer that goes with a sheet.
pub(super) fn all(form: &'static Form) -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    for part in form.sections {
        let goes = part.questions.iter().filter(|q| q.reach == Reach::Sheet);
        all.extend(goes.map(|question| (part.id, question.id)));
    }
    all
}
