//! できるようになったこと: the first steps, each at its age on one line of months. How old others were
//! is shown only to whoever asks for it, and never beside what has no age.

use leptos::prelude::*;

use crate::{
    answer::Age,
    browser::el::{El, el, ticked},
    form::Form,
    record::Record,
    sheet::age_in_words,
    timeline::{Step, steps},
    ui::{
        part::{Say, group, lang_now, span, words},
        words::{sheet, timeline as w},
    },
};

/// The strip of first steps; nothing where no sheet tells of any.
pub(super) fn milestones(records: &[(&'static Form, Record)]) -> El {
    let mut steps = steps(records, lang_now());
    steps.retain(|step| !step.answer.is_empty());
    let title = el("h2").class("ks-h2").id("steps").say(w::STEPS);
    let section = el("section")
        .class("ks-stack ms")
        .attr("aria-labelledby", "steps")
        .add(title);
    if steps.is_empty() {
        return section.add(el("p").class("ks-small").say(w::STEPS_EMPTY));
    }
    let norms = RwSignal::new(false);
    let last = steps
        .iter()
        .filter_map(|step| step.ages.map(|ages| months(ages.to)));
    let years = (last.max().unwrap_or_default() / 12 + 1).max(2);
    let rows = steps.iter().map(|step| row(step, years, norms)).collect();
    let switch = el("label").class("ks-switch").add(span(w::NORMS)).add(
        el("input")
            .attr("type", "checkbox")
            .attr("role", "switch")
            .on("change", move |event| norms.set(ticked(&event))),
    );
    let source = group("ks-slot", Vec::new())
        .attr("role", "status")
        .when(move || {
            let source = el("p").class("ks-small").say(w::NORMS_SOURCE);
            let note = el("p").class("ks-small").say(w::NORMS_NOTE);
            norms.get().then(|| group("ks-stack-2", vec![source, note]))
        });
    let list = el("ul").class("ms__all").all(rows).add(axis(years));
    section.add(group("ks-card ms__card", vec![list, switch, source]))
}

fn months(age: Age) -> u16 {
    age.years
        .saturating_mul(12)
        .saturating_add(u16::from(age.months))
}

/// The line of months: a mark for every so many years.
fn axis(years: u16) -> El {
    let every = usize::from(years.div_ceil(5));
    let tick = |year: u16| {
        el("span")
            .style("left", &share(year * 12, years))
            .text(&year.to_string())
            .say(sheet::YEARS)
    };
    el("li")
        .class("ms__axis ks-num")
        .attr("aria-hidden", "true")
        .all((0..years).step_by(every).map(tick).collect())
}

/// How far along the line a month is.
fn share(month: u16, years: u16) -> String {
    let share = f64::from(month) / f64::from(years * 12) * 100.0;
    share.to_string() + "%"
}

fn row(step: &Step, years: u16, norms: RwSignal<bool>) -> El {
    let name = el("span").class("ms__name").say(step.question.label);
    let told = step.ages.map(|ages| ages.words(lang_now()));
    let said = el("span")
        .class("ks-num")
        .text(told.as_ref().unwrap_or(&step.answer));
    let line = el("li").class("ms__row").add(name).add(said);
    let Some(ages) = step.ages else { return line };
    let span_of = move |class: &str, from: u16, before: u16| {
        el("span")
            .class(class)
            .style("left", &share(from, years))
            .style("width", &share(before.saturating_sub(from), years))
    };
    let (from, to) = (months(ages.from), months(ages.to));
    let mark = span_of("ms__mark", from, to + 1);
    let usual = step.usual;
    let band = move || {
        let (from, before) = usual.filter(|_| norms.get())?;
        Some(span_of("ms__band", from, before))
    };
    let words_of = move || {
        let (from, before) = usual.filter(|_| norms.get())?;
        let age = |months: u16| {
            let age = Age {
                years: months / 12,
                months: (months % 12) as u8,
            };
            age_in_words(age, lang_now())
        };
        let said = [
            words(w::USUAL),
            &age(from),
            "〜",
            &age(before),
            words(w::BEFORE),
        ]
        .concat();
        Some(el("span").class("ks-small ks-num ms__usual").text(&said))
    };
    let track = el("span")
        .class("ms__track")
        .attr("aria-hidden", "true")
        .when(band)
        .add(mark);
    line.add(track).when(words_of)
}
