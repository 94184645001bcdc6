//! Dates and periods: three fields, any of which may stay empty.

use std::rc::Rc;

use leptos::prelude::*;

use super::{Asked, private, several};
use crate::{
    answer::{Answer, Period, Typed, wareki},
    browser::{
        clock,
        el::{El, el, value_of},
        page,
    },
    draft::Draft,
    form::Role,
    text::Text,
    ui::{
        part::{Say, button, pick, span, words},
        words::sheet as w,
    },
};

/// A date that is written: where it is, how it is changed.
#[derive(Clone)]
struct Written {
    id: String,
    /// Which end of a period.
    which: Option<Text>,
    get: Rc<dyn Fn() -> Typed>,
    set: Rc<dyn Fn(Typed)>,
    draft: Draft,
}

pub(super) fn date(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let read = signal.clone();
    let written = Written {
        id: asked.id.clone(),
        which: None,
        get: Rc::new(move || read.get().date()),
        set: Rc::new(move |typed| signal.set(Answer::Date(typed))),
        draft: asked.draft.clone(),
    };
    let field = parts(
        several(&asked),
        &written,
        asked.question.role == Some(Role::Birth),
    );
    if asked.question.role != Some(Role::WrittenOn) {
        return field;
    }
    field.when(move || {
        let blank = (written.get)().is_blank();
        let written = written.clone();
        let put_in = move || {
            let today = Typed::from(clock::today());
            written.show(&today);
            (written.set)(today);
            written.draft.touch();
        };
        blank.then(|| button("ks-btn ks-btn--text ks-btn--sm", put_in).say(w::TODAY))
    })
}

pub(super) fn period(asked: Asked) -> El {
    let signal = asked.fields.signal(asked.question.id);
    let end = |which: Text, name: &str, part: fn(&mut Period) -> &mut Typed| {
        let (read, write) = (signal.clone(), signal.clone());
        Written {
            id: format!("{}-{name}", asked.id),
            which: Some(which),
            get: Rc::new(move || part(&mut read.get().period()).clone()),
            set: Rc::new(move |typed| {
                let mut period = write.get_untracked().period();
                *part(&mut period) = typed;
                write.set(Answer::Period(period));
            }),
            draft: asked.draft.clone(),
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
    parts(several(&asked), &from, false)
        .add(ongoing)
        .add(parts(ends, &until, false))
}

/// Year, month and day. Only leaving a field makes 令和6 to 2024.
fn parts(into: El, written: &Written, is_birth: bool) -> El {
    let first = untrack(|| (written.get)());
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
    let unclear = move || {
        let typed = get();
        // A year that is still being typed is not yet unclear.
        let begun = typed.year.trim().chars().count() < 4 && typed.month.is_empty();
        let unclear = !typed.is_blank() && !begun && typed.understood().is_err();
        unclear.then(|| el("span").class("ks-hint").say(w::UNCLEAR))
    };
    let units = [
        (w::YEAR, first.year),
        (w::MONTH, first.month),
        (w::DAY, first.day),
    ];
    let row = el("div").class("ks-date").maybe(heading);
    let row = units
        .into_iter()
        .enumerate()
        .fold(row, |row, (index, (unit, first))| {
            let unit_words = el("span").attr("aria-hidden", "true").say(unit);
            row.add(part(written, index, unit, &first, is_birth))
                .add(unit_words)
        });
    into.add(row.when(era))
        .add(el("div").attr("role", "status").when(unclear))
}

fn part(written: &Written, index: usize, unit: Text, first: &str, is_birth: bool) -> El {
    let name = format!("{}{}", written.which.map_or("", words), words(unit));
    // Eras are words, months and days are not.
    let (class, inputmode) = if index == 0 {
        ("", "text")
    } else {
        ("s", "numeric")
    };
    let (typing, leaving) = (written.clone(), written.clone());
    let input = el("input")
        .id(&format!("{}-{index}", written.id))
        .class(class)
        .attr("type", "text")
        .attr("inputmode", inputmode)
        .attr("aria-label", &name)
        .value(first)
        .on("input", move |event| {
            let mut typed = untrack(|| (typing.get)());
            let part = match index {
                0 => &mut typed.year,
                1 => &mut typed.month,
                _ => &mut typed.day,
            };
            *part = value_of(&event);
            (typing.set)(typed);
            typing.draft.touch();
        })
        .on("change", move |_| {
            let typed = untrack(|| (leaving.get)());
            let tidy = typed.tidy();
            if tidy != typed {
                leaving.show(&tidy);
                (leaving.set)(tidy);
                leaving.draft.touch();
            }
            if is_birth {
                leaving.draft.follow_the_child();
            }
        });
    private(input)
}

impl Written {
    /// Puts a date into its three fields.
    fn show(&self, typed: &Typed) {
        for (index, part) in [&typed.year, &typed.month, &typed.day]
            .into_iter()
            .enumerate()
        {
            page::set_value(&format!("{}-{index}", self.id), part);
        }
    }
}
