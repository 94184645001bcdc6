//! Dates and periods: three fields, any of which may stay empty.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Asked, several};
use crate::{
    answer::{Answer, Period, Typed, wareki},
    browser::{
        clock,
        el::{El, el, value_of},
    },
    form::{Kind, Role},
    text::Text,
    ui::{
        part::{Say, button, pick, span, words},
        words::sheet as w,
    },
};

/// A date that is written: where it is, how it is changed.
#[derive(Clone)]
pub(super) struct Written {
    /// Names its fields on the page.
    pub(super) id: String,
    /// Which end of a period.
    pub(super) which: Option<Text>,
    /// Whether the day is asked for.
    pub(super) day: bool,
    pub(super) get: Rc<dyn Fn() -> Typed>,
    pub(super) set: Rc<dyn Fn(Typed)>,
    pub(super) asked: Asked,
}

pub(super) fn date(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let read = signal.clone();
    let written = Written {
        id: asked.id.clone(),
        which: None,
        day: true,
        get: Rc::new(move || read.get().date()),
        set: Rc::new(move |typed| signal.set(Answer::Date(typed))),
        asked: asked.clone(),
    };
    let field = parts(several(&asked), &written);
    if asked.question.role != Some(Role::WrittenOn) {
        return field;
    }
    field.when(move || {
        let blank = (written.get)().is_blank();
        let written = written.clone();
        let put_in = move || written.put(Typed::from(clock::today()));
        blank.then(|| button("ks-btn ks-btn--text ks-btn--sm", put_in).say(w::TODAY))
    })
}

pub(super) fn period(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let months = matches!(asked.question.kind, Kind::Months);
    let end = |which: Text, name: &str, part: fn(&mut Period) -> &mut Typed| {
        let (read, write) = (signal.clone(), signal.clone());
        Written {
            id: format!("{}-{name}", asked.id),
            which: Some(which),
            // A day that came from elsewhere is not hidden.
            day: !months || !part(&mut signal.get_untracked().period()).day.is_empty(),
            get: Rc::new(move || part(&mut read.get().period()).clone()),
            set: Rc::new(move |typed| {
                let mut period = write.get_untracked().period();
                *part(&mut period) = typed;
                write.set(Answer::Period(period));
            }),
            asked: asked.clone(),
        }
    };
    let from = end(w::FROM, "from", |period| &mut period.from);
    let until = end(w::UNTIL, "until", |period| &mut period.until);
    let (read, write, draft) = (signal.clone(), signal.clone(), asked.draft.clone());
    let ongoing = pick(
        "checkbox",
        vec![span(w::ONGOING)],
        move || read.get().period().ongoing,
        move |on| {
            let mut period = write.get_untracked().period();
            period.ongoing = on;
            write.set(Answer::Period(period));
            draft.touch();
        },
    );
    let ends = el("div").hidden_while(move || {
        let period = signal.get().period();
        period.ongoing && period.until.is_blank()
    });
    parts(several(&asked), &from)
        .add(ongoing)
        .add(parts(ends, &until))
}

/// Year, month and day. Only leaving a field makes 令和6 to 2024.
pub(super) fn parts(into: El, written: &Written) -> El {
    let heading = written.which.map(|which| {
        el("span")
            .class("ks-small ks-date__which")
            .attr("aria-hidden", "true")
            .say(which)
    });
    let get = written.get.clone();
    let era = move || {
        let date = get().understood().ok()?;
        Some(
            el("span")
                .class("ks-date__era ks-num")
                .attr("lang", "ja")
                .text(&wareki(date)),
        )
    };
    let get = written.get.clone();
    // What is still being typed is not yet unclear.
    let left = RwSignal::new(true);
    let unclear = move || {
        let typed = get();
        let unclear = left.get() && !typed.is_blank() && typed.understood().is_err();
        unclear.then(|| el("span").class("ks-hint").say(w::UNCLEAR))
    };
    let units = [w::YEAR, w::MONTH, w::DAY];
    let row = el("div").class("ks-date").maybe(heading);
    let row = units
        .into_iter()
        .enumerate()
        .take(if written.day { 3 } else { 2 })
        .fold(row, |row, (index, unit)| {
            let unit_words = el("span").attr("aria-hidden", "true").say(unit);
            row.add(part(written, index, unit, left)).add(unit_words)
        });
    into.add(row.when(era))
        .add(el("div").attr("role", "status").when(unclear))
}

fn part(written: &Written, index: usize, unit: Text, left: RwSignal<bool>) -> El {
    let name = format!("{}{}", written.which.map_or("", words), words(unit));
    // Eras are words, months and days are not.
    let (class, inputmode) = if index == 0 {
        ("", "text")
    } else {
        ("s", "numeric")
    };
    let (shown, typing, leaving) = (written.clone(), written.clone(), written.clone());
    let input = el("input")
        .id(&format!("{}-{index}", written.id))
        .class(class)
        .attr("type", "text")
        .attr("inputmode", inputmode)
        .attr("aria-label", &name)
        .showing(move || {
            shown.asked.fields.follow_filling();
            let mut typed = untrack(|| (shown.get)());
            std::mem::take(nth(&mut typed, index))
        })
        .on("input", move |event| {
            let mut typed = (typing.get)();
            *nth(&mut typed, index) = value_of(&event);
            left.set(false);
            (typing.set)(typed);
            typing.asked.draft.touch();
        })
        .on("change", move |_| {
            left.set(true);
            let typed = (leaving.get)();
            let tidy = typed.tidy();
            if tidy != typed {
                leaving.put(tidy);
            }
            if leaving.asked.question.role == Some(Role::Birth) {
                leaving.asked.draft.follow_the_child();
            }
        });
    input.kept_here()
}

fn nth(typed: &mut Typed, index: usize) -> &mut String {
    match index {
        0 => &mut typed.year,
        1 => &mut typed.month,
        _ => &mut typed.day,
    }
}

impl Written {
    /// Puts a date into its fields.
    fn put(&self, typed: Typed) {
        (self.set)(typed);
        self.asked.fields.show();
        self.asked.draft.touch();
    }
}
