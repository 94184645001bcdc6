//! What was read: whose, from where, which medicines; and what of it is taken.

use std::rc::Rc;

use leptos::prelude::*;

use super::{
    SHEET, child,
    scan::{Scan, Step, fact},
    sheet,
    take::take,
};
use crate::{
    answer::Typed,
    browser::{
        el::{El, el},
        text::shift_jis,
    },
    form::Section,
    pharmacy::{
        Child, Day, Dispensing, Facility, Fields, Meaning, Medicine, Note, Notebook, Pick, Refused,
        Review, Rp, Special, Standing, What, Who, by_day, dose_in_words, meaning, review, rows,
    },
    record::{Entry, Record},
    sheet::date_in_words,
    store::Session,
    text::Text,
    ui::{
        part::{
            COLUMN, Lead, Say, button, frame, group, icon, lang_now, lead, pick, quiet, reader,
            span, title, trouble_box, words, written,
        },
        words::pharmacy as w,
    },
};

/// What was read, to be looked at and chosen from.
#[derive(Clone)]
struct Seen {
    scan: Scan,
    looked: Rc<Vec<Result<Review, Refused>>>,
    child: Rc<Child>,
}

impl Seen {
    /// Whether a medicine is chosen.
    fn chosen(&self, at: usize, pick: Pick) -> bool {
        let Some(Ok(review)) = self.looked.get(at) else {
            return false;
        };
        let turned = |turned: &Vec<(usize, Pick)>| turned.contains(&(at, pick));
        review.open(pick) && review.offered(pick) != self.scan.turned.with(turned)
    }

    fn choose(&self, at: usize, picks: &[Pick], on: bool) {
        let turn: Vec<Pick> = picks
            .iter()
            .copied()
            .filter(|pick| untrack(|| self.chosen(at, *pick)) != on)
            .collect();
        self.scan.turned.update(|turned| {
            for pick in turn {
                let before = turned.len();
                turned.retain(|known| *known != (at, pick));
                if turned.len() == before {
                    turned.push((at, pick));
                }
            }
        });
    }

    /// The rows of what is chosen, in the order of their days, and of how many medicines.
    fn rows(&self) -> (usize, Vec<Entry>) {
        let fields = self.scan.fields.get();
        let (mut count, mut all) = (0, Vec::new());
        for (at, review) in self.looked.iter().enumerate() {
            let Ok(review) = review else { continue };
            let chosen: Vec<Pick> = review
                .medicines()
                .iter()
                .map(|(pick, _)| *pick)
                .filter(|pick| self.chosen(at, *pick))
                .collect();
            count += chosen.len();
            all.extend(rows(&review.notebook, &chosen, fields));
        }
        by_day(&mut all);
        (count, all)
    }
}

/// The part of the sheet that has the rows.
pub(super) fn part() -> Option<&'static Section> {
    sheet().groups().next()
}

/// A sheet of these rows alone.
pub(super) fn only(rows: Vec<Entry>) -> Record {
    let mut record = Record::default();
    if let Some(part) = part() {
        record.groups.insert(part.id.to_owned(), rows);
    }
    record
}

/// What was read.
pub(super) fn see(scan: Scan) -> Vec<El> {
    let note = expect_context::<Session>().note();
    let record = note.record(sheet());
    let written = part().map(|part| record.entries(part)).unwrap_or_default();
    let child = child(&note);
    let looked = scan
        .gather
        .with_value(|gather| review(gather.whole(), &shift_jis, &child, written));
    let seen = Seen {
        scan,
        looked: Rc::new(looked),
        child: Rc::new(child),
    };
    let missing = scan.gather.with_value(|gather| {
        let sets = gather.progress();
        (!sets.is_empty() || !gather.loose().is_empty()).then(|| {
            let on = button("ks-btn ks-btn--line", move || scan.go(Step::Read));
            let told = vec![
                el("h2").class("ks-h3").say(w::MISSING),
                el("p").say(w::MISSING_NEXT),
                on.say(w::READ_ON),
            ];
            group("ks-card ks-card--sun ks-stack-2", told)
        })
    });
    let undone = el("p")
        .class("ks-slot")
        .attr("role", "status")
        .when(move || scan.undone.get().then(|| span(w::UNDONE)));
    let any = seen
        .looked
        .iter()
        .flatten()
        .any(|review| !review.medicines().is_empty());
    let open = seen.looked.iter().flatten().any(|review| {
        let mut all = review.medicines().iter();
        all.any(|(pick, _)| review.open(*pick))
    });
    let mut content = vec![
        trouble_box(move || scan.trouble.get()),
        el("div")
            .add(title(w::SAYS))
            .maybe(open.then(|| lead(w::SAYS_LEAD))),
        undone,
    ];
    content.extend(missing);
    for (at, review) in seen.looked.iter().enumerate() {
        content.push(match review {
            Ok(review) => paper(&seen, at, review),
            Err(_) => nothing(w::UNREADABLE),
        });
    }
    if open {
        content.push(fields(scan));
        content.push(preview(&seen, record.clone()));
    } else if any {
        content.push(quiet(
            "ks-card ks-card--tint ks-quiet",
            "check",
            w::ALL_WRITTEN,
        ));
    }
    let more = button("ks-btn ks-btn--line ks-btn--wide", move || {
        scan.go(Step::Read);
    });
    content.push(more.add(icon("qr")).add(span(w::READ_MORE)));
    frame(Lead::Away(SHEET), w::READ, COLUMN, content)
}

fn nothing(what: Text) -> El {
    let told = vec![
        el("h2").class("ks-h3").say(what),
        el("p").say(w::NO_MEDICINE_NEXT),
    ];
    group("ks-card ks-stack-2", told)
}

/// One message: whose it is, what could not be read, and its medicines.
fn paper(seen: &Seen, at: usize, review: &Review) -> El {
    let notebook = &review.notebook;
    let patient = &notebook.patient;
    let id = format!("paper-{at}");
    let name = match patient.name.as_str() {
        "" => el("h2").class("ks-h2").say(w::NOT_SAID),
        name => el("h2").class("ks-h2").attr("translate", "no").text(name),
    };
    let person = el("dl")
        .class("ks-kv")
        .add(fact(w::BORN, &or_not_said(&day_in_words(&patient.birth))));
    let mut content = vec![name.id(&id)];
    match whose(review, &seen.child) {
        Some(asked) if review.who != Who::Unknown => content.push(asked),
        asked => {
            content.push(person);
            content.extend(asked);
        }
    }
    content.extend(troubles(review));
    let open: Vec<Pick> = review
        .medicines()
        .iter()
        .map(|(pick, _)| *pick)
        .filter(|pick| review.open(*pick))
        .collect();
    if open.len() > 1 {
        content.push(all_or_none(seen, at, open));
    }
    for (d, dispensing) in notebook.dispensings.iter().enumerate() {
        if !dispensing.rps.is_empty() {
            content.push(dispensed(seen, at, review, d, dispensing));
        }
    }
    content.extend(bought(seen, at, review));
    if review.medicines().is_empty() {
        content.push(nothing(w::NO_MEDICINE));
    }
    content.extend(other(notebook));
    el("section")
        .class("ks-card ks-stack")
        .attr("aria-labelledby", &id)
        .all(content)
}

fn all_or_none(seen: &Seen, at: usize, open: Vec<Pick>) -> El {
    let open = Rc::new(open);
    let turn = |on: bool, text: Text| {
        let (seen, open) = (seen.clone(), open.clone());
        button("ks-btn ks-btn--sm", move || seen.choose(at, &open, on)).say(text)
    };
    group("ks-row", vec![turn(true, w::ALL), turn(false, w::NONE)])
}

/// Said kindly: mostly it is a sibling's, and sometimes it is right.
fn whose(review: &Review, child: &Child) -> Option<El> {
    let patient = &review.notebook.patient;
    let (name, birth) = match review.who {
        Who::Same => return None,
        Who::Unknown => return Some(quiet("ks-quiet", "info", w::WHO_UNKNOWN)),
        Who::Other { name, birth } => (name, birth),
    };
    let what = match (name, birth) {
        (true, true) => w::BOTH_DIFFER,
        (true, false) => w::NAME_DIFFERS,
        _ => w::BIRTH_DIFFERS,
    };
    let born = child.birth.map(Typed::from).unwrap_or_default();
    let called = if child.name.is_empty() {
        &child.kana
    } else {
        &child.name
    };
    let side = |whose: Text, called: &str, born: String| {
        let mut says = called.to_owned();
        if birth {
            says.push('\n');
            says.push_str(&born);
        }
        fact(whose, &says)
    };
    let compared = [
        side(w::IN_CODE, &patient.name, day_in_words(&patient.birth)),
        side(w::IN_NOTE, called, date_in_words(&born, lang_now())),
    ];
    let told = vec![
        el("h3")
            .class("ks-h3 ks-med__head")
            .add(icon("child"))
            .add(span(w::WHOSE)),
        el("p").say(what),
        el("dl").class("ks-kv ks-med__who").all(compared.into()),
        el("p").say(w::WHOSE_NEXT),
    ];
    Some(group("ks-card ks-card--sun ks-stack-2", told))
}

/// What could not be read, each thing once.
fn troubles(review: &Review) -> Option<El> {
    let mut told: Vec<Text> = Vec::new();
    if review.parity_differs {
        told.push(w::PARITY);
    }
    for trouble in &review.notebook.troubles {
        let text = match trouble.what {
            What::Characters(_) => w::T_CHARACTERS,
            What::Newer => w::T_NEWER,
            What::NoRecord | What::Unknown | What::Orphan | What::NoMedicine => w::T_LINES,
            What::Surplus => w::T_SURPLUS,
            What::Date => w::T_DATE,
            What::NoDispensing => w::T_NO_DISPENSING,
            What::NoName => w::T_NO_NAME,
            What::Dose => w::T_DOSE,
            What::Meaning => w::T_MEANING,
            What::NoUsage => w::T_NO_USAGE,
            What::SecondUsage => w::T_SECOND_USAGE,
            What::SecondPatient => w::T_SECOND_PATIENT,
        };
        if !told.contains(&text) {
            told.push(text);
        }
    }
    let line = |text: Text| el("li").say(text);
    (!told.is_empty()).then(|| {
        let all = vec![
            el("h3")
                .class("ks-h3 ks-med__head")
                .add(icon("info"))
                .add(span(w::TROUBLES)),
            el("ul")
                .class("ks-bullets")
                .all(told.into_iter().map(line).collect()),
            el("p").say(w::TROUBLES_NEXT),
        ];
        group("ks-card ks-card--sun ks-stack-2", all)
    })
}

/// One visit to the pharmacy.
fn dispensed(seen: &Seen, at: usize, review: &Review, d: usize, dispensing: &Dispensing) -> El {
    let date = match dispensing.date.day {
        Some(_) => el("h3")
            .class("ks-h3 ks-num")
            .text(&day_in_words(&dispensing.date)),
        None => el("h3").class("ks-h3").say(w::NO_DATE),
    };
    let names = |places: &[Facility]| {
        let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
        names.join("、")
    };
    let pharmacy = dispensing.dispensed_at.as_ref();
    let from = pharmacy.map_or_else(String::new, |place| place.name.clone());
    let by = names(&dispensing.prescribed_at);
    let said = |(name, says): (Text, String)| (!says.is_empty()).then(|| fact(name, &says));
    let places = [(w::PHARMACY, from), (w::CLINIC, by)];
    let places: Vec<El> = places.into_iter().filter_map(said).collect();
    let places = (!places.is_empty()).then(|| el("dl").class("ks-kv").all(places));
    let mut section = el("section").class("ks-med").add(date).maybe(places);
    for (r, rp) in dispensing.rps.iter().enumerate() {
        let line = |(m, medicine): (usize, &Medicine)| {
            let dose = dose_in_words(rp, medicine);
            let dose = dose.strip_prefix(&medicine.name).unwrap_or(&dose);
            let notes = medicine.notes.iter().chain(&medicine.cautions);
            let pick = Pick::Dispensed(d, r, m);
            choice(seen, at, review, pick, &medicine.name, dose.trim(), notes)
        };
        let medicines = rp.medicines.iter().enumerate().map(line).collect();
        section = section.add(el("div").class("ks-med__rp").all(medicines).add(usage(rp)));
    }
    section
}

/// How the medicines of one RP are taken, and what their figures mean.
fn usage(rp: &Rp) -> El {
    let (sign, text, class) = match meaning(rp) {
        Meaning::Day => ("clock", w::DOSE_DAY, "ks-tag ks-med__means"),
        Meaning::Time => ("clock", w::DOSE_TIME, "ks-tag ks-med__means"),
        Meaning::Whole => ("box", w::DOSE_WHOLE, "ks-tag ks-med__means"),
        Meaning::Unknown => ("warn", w::DOSE_UNKNOWN, "ks-med__ask"),
    };
    let usage = rp.usage.as_ref().map_or("", |usage| usage.text.as_str());
    let mut lines: Vec<&str> = vec![usage];
    let notes = rp.notes.iter().chain(&rp.cautions);
    lines.extend(notes.map(|note| note.text.as_str()));
    let line = |text: &str| written(el("p").attr("translate", "no"), text);
    let said = lines.into_iter().filter(|text| !text.is_empty()).map(line);
    let dosed = rp.medicines.iter().any(|one| !one.dose.is_empty());
    let tag = dosed.then(|| el("p").class(class).add(icon(sign)).add(span(text)));
    el("div")
        .class("ks-med__use")
        .all(said.collect())
        .maybe(tag)
}

fn bought(seen: &Seen, at: usize, review: &Review) -> Option<El> {
    let all = &review.notebook.bought;
    let line = |(b, bought): (usize, &crate::pharmacy::Bought)| {
        let days = [&bought.from, &bought.until].map(day_in_words);
        let [from, until] = &days;
        let when = match (from.is_empty(), until.is_empty()) {
            (_, true) => from.clone(),
            _ => [from, " 〜 ", until].concat(),
        };
        let pick = Pick::Bought(b);
        choice(seen, at, review, pick, &bought.name, &when, [].iter())
    };
    (!all.is_empty()).then(|| {
        el("section")
            .class("ks-med")
            .add(el("h3").class("ks-h3").say(w::BOUGHT))
            .add(
                el("div")
                    .class("ks-med__rp")
                    .all(all.iter().enumerate().map(line).collect()),
            )
    })
}

/// A medicine to choose, or why there is nothing to choose.
fn choice<'a>(
    seen: &Seen,
    at: usize,
    review: &Review,
    medicine: Pick,
    name: &str,
    dose: &str,
    notes: impl Iterator<Item = &'a Note>,
) -> El {
    let standing = match review.standing(medicine) {
        Standing::New => None,
        Standing::Similar => Some(w::SIMILAR),
        Standing::Written => Some(w::WRITTEN),
        Standing::Above => Some(w::ABOVE),
    };
    let typed =
        |class: &str, text: &str| written(el("span").class(class).attr("translate", "no"), text);
    let mut content = vec![typed("ks-med__name", name)];
    if !dose.is_empty() {
        content.push(typed("ks-med__dose ks-num", dose));
    }
    content.extend(notes.map(|note| typed("ks-pick__sub", &note.text)));
    content.extend(standing.map(|text| span(text).class("ks-med__standing")));
    if !review.open(medicine) {
        let said = el("span").all(content);
        return el("p")
            .class("ks-pick ks-med__there")
            .add(icon("check"))
            .add(said);
    }
    let (shown, acting) = (seen.clone(), seen.clone());
    pick(
        "checkbox",
        content,
        move || shown.chosen(at, medicine),
        move |on| acting.choose(at, &[medicine], on),
    )
}

/// What else it says: shown, never taken.
fn other(notebook: &Notebook) -> Vec<El> {
    let mut lines: Vec<(Text, &str)> = Vec::new();
    for special in &notebook.special {
        let name = match special.kind {
            Some(Special::Allergy) => w::ALLERGY,
            Some(Special::SideEffect) => w::SIDE_EFFECT,
            Some(Special::History) => w::HISTORY,
            Some(Special::Other) | None => w::NOTE,
        };
        lines.push((name, &special.text));
    }
    lines.extend(notebook.memos.iter().map(|memo| (w::NOTE, &*memo.text)));
    for dispensing in &notebook.dispensings {
        let told = dispensing.told.iter().map(|note| (w::TOLD, &*note.text));
        let left = dispensing.leftovers.iter();
        lines.extend(told.chain(left.map(|note| (w::LEFTOVERS, &*note.text))));
    }
    for pharmacist in &notebook.family_pharmacists {
        let name = if pharmacist.name.is_empty() {
            &pharmacist.pharmacy
        } else {
            &pharmacist.name
        };
        lines.push((w::FAMILY_PHARMACIST, name));
    }
    let patient = &notebook.patient;
    let personal = [
        &patient.postcode,
        &patient.address,
        &patient.phone,
        &patient.emergency,
        &patient.blood,
        &patient.weight,
    ];
    let mut out = Vec::new();
    if !lines.is_empty() {
        let facts = lines.into_iter().map(|(name, says)| fact(name, says));
        let summary = el("summary").add(span(w::ELSE)).add(icon("down"));
        out.push(
            el("details")
                .class("ks-more")
                .add(summary)
                .add(el("dl").class("ks-kv").all(facts.collect())),
        );
    }
    if personal.iter().any(|field| !field.is_empty()) {
        out.push(quiet("ks-quiet", "lock", w::ADDRESS_TOO));
    }
    out
}

/// What goes with the medicines.
fn fields(scan: Scan) -> El {
    type Get = fn(&Fields) -> bool;
    type Set = fn(&mut Fields, bool);
    let all: [(Text, Option<Text>, Get, Set); 7] = [
        (w::F_CLINIC, None, |f| f.clinic, |f, on| f.clinic = on),
        (w::F_USAGE, None, |f| f.usage, |f, on| f.usage = on),
        (w::F_NOTES, None, |f| f.notes, |f, on| f.notes = on),
        (w::F_CAUTIONS, None, |f| f.cautions, |f, on| f.cautions = on),
        (w::F_DOCTOR, None, |f| f.doctor, |f, on| f.doctor = on),
        (w::F_REMARKS, None, |f| f.remarks, |f, on| f.remarks = on),
        (
            w::F_UNTIL,
            Some(w::F_UNTIL_SUB),
            |f| f.until,
            |f, on| {
                f.until = on;
            },
        ),
    ];
    let one = |(text, sub, get, set): (Text, Option<Text>, Get, Set)| {
        let sub = sub.map(|sub| span(sub).class("ks-pick__sub"));
        let content = [span(text)].into_iter().chain(sub).collect();
        let fields = scan.fields;
        pick(
            "checkbox",
            content,
            move || fields.with(get),
            move |on| fields.update(|fields| set(fields, on)),
        )
    };
    el("fieldset")
        .class("ks-card ks-med__fields")
        .add(el("legend").class("ks-label ks-legend").say(w::FIELDS))
        .all(all.into_iter().map(one).collect())
}

/// The rows as they will stand in the record, and the button that takes them.
fn preview(seen: &Seen, before: Record) -> El {
    let seen = seen.clone();
    let heading = el("h2").class("ks-h2").say(w::PREVIEW);
    let shown = el("div").class("ks-stack-5").part(move || {
        let (count, rows) = seen.rows();
        if rows.is_empty() {
            return vec![quiet("ks-quiet", "info", w::CHOOSE)];
        }
        let (scan, before, taking) = (seen.scan, before.clone(), rows.clone());
        let label = [words(w::TAKE), "（", &count.to_string(), "）"].concat();
        let go = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
            take(scan, &before, taking.clone());
        });
        vec![
            reader(&[(sheet(), only(rows))], 0),
            go.add(icon("pen")).text(&label),
        ]
    });
    el("section").class("ks-stack").add(heading).add(shown)
}

fn day_in_words(day: &Day) -> String {
    match day.day {
        Some(date) => date_in_words(&Typed::from(date), lang_now()),
        None => day.raw.clone(),
    }
}

fn or_not_said(words_or_none: &str) -> String {
    match words_or_none {
        "" => words(w::NOT_SAID).to_owned(),
        said => said.to_owned(),
    }
}
