//! さがす: one field; what is found stands below it at every pause in typing.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{home::records_of, places::places};
use crate::{
    browser::el::{El, el, value_of},
    form::Kind,
    route::Route,
    search::{Book, Found, Hit, Marked},
    store::Session,
    ui::{
        part::{
            COLUMN, Finding, Lead, Say, Spot, frame, group, icon, lang_now, link, quiet, span,
            words,
        },
        words::{home, search as w},
    },
};

/// A pause in typing after which the note is searched: typing itself never waits for it, and
/// whoever listens is told once.
const PAUSE: Duration = Duration::from_millis(150);

/// The field, and what is found.
pub fn search() -> Vec<El> {
    let session = expect_context::<Session>();
    let finding = expect_context::<Finding>();
    let book = Book::of(&records_of(&session.note()), lang_now());
    let typed = RwSignal::new(finding.sought());
    let pause = StoredValue::new(None::<TimeoutHandle>);
    // The field is what the screen opens at, so it has the id of a title; its label is the heading.
    let field = el("input")
        .class("ks-input ks-seek__field")
        .id("title")
        .attr("type", "search")
        .kept_here()
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "seek-hint")
        .showing(move || typed.get_untracked())
        .on("input", move |event| {
            let words = value_of(&event);
            finding.seek(&words);
            if let Some(before) = pause.try_update_value(Option::take).flatten() {
                before.clear();
            }
            // Whoever has left by then finds nothing any more.
            let search = move || drop(typed.try_set(words.clone()));
            pause.set_value(set_timeout_with_handle(search, PAUSE).ok());
        });
    let name = el("label").attr("for", "title").say(home::SEARCH);
    let hint = el("p").class("ks-hint").id("seek-hint").say(w::HINT);
    let seek = el("div")
        .attr("role", "search")
        .add(el("h1").class("ks-h1").add(name))
        .add(hint)
        .add(group("ks-seek", vec![icon("search"), field]));
    let found = Memo::new(move |_| typed.get().trim().to_owned());
    let results = RwSignal::new(0_usize);
    let list = group("ks-stack-6", Vec::new()).part(move || {
        let sought = found.get();
        if sought.is_empty() {
            results.set(usize::MAX);
            return Vec::new();
        }
        let all = book.find(&sought);
        results.set(all.iter().map(|one| one.hits.len().max(1) + one.more).sum());
        all.into_iter().map(sheet).collect()
    });
    let said = move || match results.get() {
        usize::MAX => String::new(),
        0 => words(w::NOTHING).to_owned(),
        count => [words(w::FOUND_BEFORE), &count.to_string(), words(w::FOUND)].concat(),
    };
    let status = el("p").class("ks-small ks-num").attr("role", "status");
    let private = quiet("ks-quiet", "lock", w::PRIVATE);
    let content = vec![
        seek,
        group("ks-stack", vec![status.words(said), list]),
        private.hidden_while(move || !found.get().is_empty()),
    ];
    let mut screen = frame(Lead::Back("#/"), home::SEARCH, COLUMN, content);
    screen.push(places(&Route::Search));
    screen
}

/// What was found on a sheet.
fn sheet(found: Found) -> El {
    let to = Route::Sheet(found.form.id.to_owned()).fragment();
    let name = marked(link("ks-found__sheet", &to), &found.title);
    let hits: Vec<El> = found
        .hits
        .iter()
        .map(|one| hit(found.form.id, one))
        .collect();
    let more = (found.more > 0).then(|| {
        let count = found.more.to_string();
        let said = [words(w::MORE_BEFORE), &count, words(w::MORE)].concat();
        el("p").class("ks-small ks-num").text(&said)
    });
    let list = (!hits.is_empty()).then(|| el("ul").class("ks-found").all(hits));
    el("section")
        .add(el("h2").class("ks-h3").add(name.add(icon("next"))))
        .maybe(list)
        .maybe(more)
}

/// A row, a question or a part: all of it leads there.
fn hit(form: &'static str, hit: &Hit) -> El {
    let asked = hit.lines.first().filter(|_| hit.row.is_none());
    // An age is worked out: there is nothing to write there.
    let question = asked.filter(|line| !matches!(line.question.kind, Kind::Age(_)));
    let spot = Spot {
        form,
        section: hit.section.id,
        row: hit.row,
        question: question.map(|line| line.question.id),
    };
    let mut to = spot.link("ks-found__a");
    if !hit.title.text.is_empty() {
        let title = el("b").attr("translate", "no");
        to = to.add(marked(title, &hit.title));
    }
    for line in &hit.lines {
        // The title of a row says it already.
        if hit.row.is_some() && line.answer.text == hit.title.text {
            continue;
        }
        let label = marked(el("span").class("ks-small"), &line.label);
        let answer = if line.answer.text.is_empty() {
            span(home::BLANK).class("ks-small")
        } else {
            marked(el("span").attr("translate", "no"), &line.answer)
        };
        to = to.add(el("span").class("ks-found__line").add(label).add(answer));
    }
    el("li").add(to)
}

/// A text with what was found marked in it.
fn marked(into: El, text: &Marked) -> El {
    let mut into = into;
    let mut at = 0;
    for mark in &text.marks {
        into = into
            .text(&text.text[at..mark.start])
            .add(el("mark").text(&text.text[mark.clone()]));
        at = mark.end;
    }
    into.text(&text.text[at..])
}
