//! The child's note: a cover, and the sheets as a path of stepping stones.

use leptos::prelude::*;

use crate::{
    answer::age,
    browser::{
        clock,
        el::{El, el, value_of},
        page, place,
    },
    form::{Form, Role},
    forms,
    record::{Note, Record, State},
    route::Route,
    sheet::{Facts, age_in_words},
    store::{Child, Fare, Session, practice::practising},
    text::Text,
    ui::{
        page::{places::places, sheet::trouble_of, slips, state, transitions},
        part::{
            COLUMN, Lead, Say, art, asking, backup_row, button, frame, group, heading, icon,
            lang_now, lead, link, private, quiet, row, span, title, trouble_box, words as say,
        },
        words::{self, child as c, home as w},
    },
    vault::SlotKind,
};

/// The note of a child.
pub fn home(child: &Child) -> Vec<El> {
    let session = expect_context::<Session>();
    let note = session.note();
    let name = if child.name.is_empty() {
        say(c::NAMELESS)
    } else {
        &child.name
    };
    let age = facts_of(&note)
        .birth
        .and_then(|birth| age(birth, clock::today()));
    let age = age.map_or_else(String::new, |age| age_in_words(age, lang_now()));
    let several = session.children().len() > 1;
    let swap = several.then(|| button("ks-cover__swap", move || session.choose(None)).say(c::SWAP));
    let who = vec![
        heading("ks-cover__name").attr("translate", "no").text(name),
        el("p")
            .class("ks-cover__full")
            .attr("translate", "no")
            .text(&full_name(&note)),
    ];
    let change = link("ks-cover__swap", &Route::Cover.fragment()).say(c::CHANGE_COVER);
    let when = el("div")
        .add(el("p").class("ks-cover__age ks-num").text(&age))
        .add(change)
        .maybe(swap);
    let slip = el("div")
        .class("ks-cover__slip")
        .attr("lang", "ja")
        .attr("aria-hidden", "true");
    let cover = el("section")
        .class("ks-cover")
        .attr("aria-labelledby", "title")
        .add(art("cover-stitch", "ks-cover__stitch"))
        .add(slip.text(words::APP.ja))
        .add(group("ks-cover__body", vec![group("", who), when]));
    let older = el("div").class("ks-slot").when(move || {
        let older =
            || quiet("ks-card ks-card--sun ks-quiet", "info", w::OLDER).attr("role", "status");
        (session.fare() == Fare::Older).then(older)
    });
    let seek = link("ks-btn ks-btn--sm", &Route::Search.fragment())
        .add(icon("search"))
        .add(span(w::SEARCH));
    let sheets = el("section")
        .add(group(
            "ks-between",
            vec![el("h2").class("ks-h2").say(w::SHEETS), seek],
        ))
        .add(lead(w::NOT_ALL).class("ks-lead ks-lead--near"))
        .add(path(&note));
    // Nothing outlives the page of a shared machine, and nobody knows a passphrase for it.
    let stays = !page::kiosk();
    let print = link("ks-link-row", &Route::Print.fragment());
    let given = link("ks-link-row", &Route::Given.fragment());
    let receive = link("ks-link-row", &Route::Receive.fragment());
    let keys = link("ks-link-row", &Route::Keys.fragment());
    let display = link("ks-link-row", &Route::Display.fragment());
    let another = button("ks-link-row", move || session.choose(None));
    let backup = link("ks-link-row", &Route::Backup.fragment());
    let more = el("nav")
        .called(w::OTHER)
        .add(slips::home_row())
        .maybe(stays.then(|| backup_row(backup)))
        .add(row(print, "print", w::PRINT, Some(w::PRINT_SUB)))
        .maybe(stays.then(|| {
            row(
                given,
                "handover",
                words::gift::LOG,
                Some(words::gift::LOG_SUB),
            )
        }))
        .add(row(
            receive,
            "receive",
            w::RECEIVE,
            Some(words::door::RECEIVE_SUB),
        ))
        .maybe(stays.then(|| row(keys, "key", words::keys::ROW, Some(words::keys::ROW_SUB))))
        .all(transitions::rows().into())
        .add(row(
            display,
            "eye",
            words::display::TITLE,
            Some(words::display::SUB),
        ))
        .add(row(another, "child", c::ADD, None));
    // Offered until there is one.
    let code = (stays && session.ways(SlotKind::Recovery).is_empty()).then(|| {
        let make = link("ks-btn ks-btn--sm", &Route::Keys.fragment());
        group(
            "ks-card ks-stack",
            vec![
                quiet("ks-quiet", "key", words::keys::MAKE_ONE),
                make.say(words::keys::CODE_MAKE),
            ],
        )
    });
    let mut content = vec![cover, older, differs(), private(false)];
    // What is practised with is kept nowhere.
    if stays && !practising() {
        content.push(quiet("ks-quiet", "lock", w::KEPT));
    }
    content.extend(slips::waited_for(&note));
    content.extend(transitions::next(&note));
    content.extend(transitions::work(&note));
    content.push(sheets);
    content.extend(code);
    let written = forms::ALL
        .iter()
        .any(|form| note.state(form) != State::Blank);
    content.extend((stays && written).then(|| asking(true)));
    content.push(more);
    let mut screen = frame(Lead::Brand, w::NOTE, COLUMN, content);
    screen.push(places(&Route::Home));
    screen
}

/// Another screen wrote something different: where to compare it.
pub fn differs() -> El {
    let session = expect_context::<Session>();
    el("div").class("ks-slot").when(move || {
        let compare = || {
            let go = link("ks-btn ks-btn--sm", &Route::Compare.fragment());
            group(
                "ks-card ks-card--sun ks-stack",
                vec![
                    quiet("ks-quiet", "info", words::compare::NOTICE).attr("role", "status"),
                    go.say(words::compare::GO),
                ],
            )
        };
        session.differs().then(compare)
    })
}

/// The path: a stone for every sheet, with a leaf where something is written. The word stands
/// beside it always.
fn path(note: &Note) -> El {
    let stone = |(i, form): (usize, &'static Form)| {
        let state = note.state(form);
        let stone = state::stone("ks-path__stone", i, state);
        let written = (state != State::Blank).then_some("full");
        let state = span(state::word(state))
            .class("ks-state")
            .attr_if("data-s", written);
        let name = span(form.title).class("ks-path__name");
        let to = link("ks-path__a", &Route::Sheet(form.id.to_owned()).fragment());
        el("li")
            .class("ks-path__row")
            .add(to.add(stone).add(el("span").add(name).add(state)))
    };
    el("ol")
        .class("ks-path")
        .all(forms::ALL.iter().enumerate().map(stone).collect())
}

/// The children in the vault, and a new cover.
pub fn new_child() -> Vec<El> {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    let open = |child: Child| {
        let shown = child.name.clone();
        button("ks-link-row", move || session.choose(Some(child.clone())))
            .attr("translate", "no")
            .add(icon("note"))
            .add(el("span").text(&shown))
            .add(icon("next"))
    };
    let children: Vec<El> = session.children().into_iter().map(open).collect();
    let children = (!children.is_empty()).then(|| el("nav").called(c::SWAP).all(children));
    let form = cover_form(None, c::MAKE, move |name, colour, _| {
        failed.set(session.add_child(name, colour).err().map(trouble_of));
    });
    let content = vec![
        trouble_box(move || failed.get()),
        el("div")
            .add(title(c::TITLE))
            .maybe(children)
            .add(lead(c::LEAD)),
        form,
    ];
    frame(Lead::Brand, c::TITLE, COLUMN, content)
}

/// The cover of a child's note, to be changed.
pub fn cover(child: &Child) -> Vec<El> {
    let session = expect_context::<Session>();
    let failed = RwSignal::new(None);
    let form = cover_form(
        Some(child),
        c::CHANGE,
        move |name, colour, writer| match session.set_cover(name, colour, writer) {
            Ok(()) => place::go("#/"),
            Err(why) => failed.set(Some(trouble_of(why))),
        },
    );
    let content = vec![
        trouble_box(move || failed.get()),
        el("div").add(title(c::COVER)).add(lead(c::LEAD)),
        form,
    ];
    frame(Lead::Back("#/"), c::COVER, COLUMN, content)
}

/// The name and the colour of a cover; of one that is there already, also who writes in the note.
fn cover_form(child: Option<&Child>, act: Text, done: impl Fn(&str, &str, &str) + 'static) -> El {
    let text = |of: fn(&Child) -> &String| child.map(of).cloned().unwrap_or_default();
    let typed = StoredValue::new(text(|child| &child.name));
    let writer = StoredValue::new(text(|child| &child.writer));
    let colour = text(|child| &child.colour);
    let known = c::COLOURS.iter().find(|(code, _)| *code == colour);
    let colour = RwSignal::new(known.unwrap_or(&c::COLOURS[0]).0);
    let swatch = |(code, text): (&'static str, Text)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "colour")
            .ticked_while(move || colour.get() == code)
            .on("change", move |_| colour.set(code));
        el("label")
            .class("ks-swatch")
            .attr("data-child", code)
            .add(input)
            .add(span(text))
    };
    let field = |id: &str, name: Text, typed: StoredValue<String>| {
        let input = el("input")
            .class("ks-input")
            .id(id)
            .kept_here()
            .showing(move || typed.get_value())
            .on("input", move |event| typed.set_value(value_of(&event)));
        let label = el("label").class("ks-label").attr("for", id).say(name);
        (label, input)
    };
    let (label, input) = field("child-name", c::NAME, typed);
    let of_writer = child.map(|_| {
        let (label, input) = field("child-writer", c::WRITER, writer);
        let hint = el("p")
            .class("ks-hint")
            .id("child-writer-hint")
            .say(c::WRITER_HINT);
        let input = input.attr("aria-describedby", "child-writer-hint");
        el("div").class("ks-field").add(label).add(hint).add(input)
    });
    let swatches = group("ks-swatches", c::COLOURS.into_iter().map(swatch).collect());
    let legend = el("legend").class("ks-label").say(c::COLOUR);
    let submit = el("button")
        .attr("type", "submit")
        .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide");
    el("form")
        .class("ks-stack-5")
        .on("submit", move |event| {
            event.prevent_default();
            let (name, writer) = (typed.get_value(), writer.get_value());
            done(name.trim(), colour.get_untracked(), writer.trim());
        })
        .add(el("div").class("ks-field").add(label).add(input))
        .add(el("fieldset").class("ks-field").add(legend).add(swatches))
        .maybe(of_writer)
        .add(submit.say(act))
}

/// What other sheets need to know.
pub fn facts_of(note: &Note) -> Facts {
    let telling = forms::ALL.iter().filter(|form| Facts::are_on(form));
    let records: Vec<_> = telling.map(|form| (form, note.record(form))).collect();
    Facts::of(records.iter().map(|(form, record)| (*form, record)))
}

/// Every sheet of a note.
pub fn records_of(note: &Note) -> Vec<(&'static Form, Record)> {
    let records = forms::ALL.iter();
    records.map(|form| (form, note.record(form))).collect()
}

/// The child's name as it is written on the sheet that asks for it.
pub fn full_name(note: &Note) -> String {
    let name = forms::ALL.iter().find_map(|form| {
        let id = form.with_role(Role::Name)?;
        Some(note.record(form).answers.text(id).to_owned())
    });
    name.unwrap_or_default()
}
