//! Another note taken in: whose it is, what differs side by side, and only then it is kept.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use serde_json::{Value, json};

use crate::{
    attachment,
    browser::{
        el::{El, el},
        page, place,
    },
    forms,
    merge::{Keep, Merge},
    record::Note,
    store::{
        Child, Session, Unsaved,
        restore::{self, Opened, Papers},
    },
    ui::{
        page::{home::full_name, sheet::trouble_of},
        part::{
            COLUMN, Lead, Say, Side, Trouble, button, compare, frame, group, heading, icon, lead,
            progress, quiet, span, title, trouble_box, words as say,
        },
        words::{child as c, restore as r, take as w},
    },
    vault::ChildId,
};

/// A note that came.
#[derive(Clone)]
pub struct Incoming {
    /// The child's name in the vault it came from, if it has one.
    pub id: Option<ChildId>,
    /// What the child is called.
    pub name: String,
    /// The cover; `Null` where none came.
    pub label: Value,
    /// The note as it is written; as a new child it comes in so.
    pub bytes: Vec<u8>,
    /// The day it was put together, in words; "" where nobody knows.
    pub made: String,
}

/// What is to happen with one.
#[derive(Clone)]
struct Plan {
    incoming: Incoming,
    note: Option<Note>,
    into: Into,
    /// How the two compare; `None` until they were, or where ours does not open.
    compared: Option<Compared>,
}

#[derive(Clone, PartialEq)]
enum Into {
    Nobody,
    New,
    Child(Child),
}

#[derive(Clone)]
struct Compared {
    ours: Note,
    merge: Merge,
    keep: Vec<Keep>,
}

/// Where the person is.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Choose,
    Compare(usize),
    Taking,
    Done { papers: Papers, same: bool },
}

#[derive(Clone, Copy)]
struct Taking {
    plans: StoredValue<Vec<Plan>, LocalStorage>,
    /// The backup that the photos are in.
    backup: StoredValue<Option<Rc<Opened>>, LocalStorage>,
    step: RwSignal<Step>,
    trouble: RwSignal<Option<Trouble>>,
    share: RwSignal<u32>,
    session: Session,
}

/// Takes notes into the open vault. `backup`: where their photos are.
pub fn take(incoming: Vec<Incoming>, backup: Option<Rc<Opened>>, back: Rc<dyn Fn()>) -> El {
    let session = expect_context::<Session>();
    let plan = |incoming: Incoming| {
        let note = Note::from_bytes(&incoming.bytes).ok();
        Plan {
            into: guess(session, &incoming, note.as_ref()),
            compared: None,
            note,
            incoming,
        }
    };
    let taking = Taking {
        plans: StoredValue::new_local(incoming.into_iter().map(plan).collect()),
        backup: StoredValue::new_local(backup),
        step: RwSignal::new(Step::Choose),
        trouble: RwSignal::new(None),
        share: RwSignal::new(0),
        session,
    };
    el("div").class("ks-screen").part(move || {
        let back = Rc::clone(&back);
        match taking.step.get() {
            Step::Choose => taking.choose(back),
            Step::Compare(at) => taking.compare(at),
            Step::Taking => frame(
                Lead::Wait,
                w::TITLE,
                COLUMN,
                vec![title(w::TITLE), progress(w::TAKING, taking.share)],
            ),
            Step::Done { papers, same } => done(papers, same),
        }
    })
}

/// The same child, as far as can be told: by its name in the vault, on the cover or on the sheets;
/// else the only one, unless the sheets call it otherwise.
fn guess(session: Session, incoming: &Incoming, note: Option<&Note>) -> Into {
    let children = children_of(session);
    let whole = note.map(full_name).unwrap_or_default();
    let of = |child: &Child| session.note_of(child).as_ref().map(full_name);
    let same = |child: &&Child| Some(child.id()) == incoming.id.as_ref();
    let called = |child: &&Child| !child.name.is_empty() && child.name == incoming.name;
    let written = |child: &&Child| !whole.is_empty() && of(child).as_ref() == Some(&whole);
    let found = children.iter().find(same);
    let found = found.or_else(|| children.iter().find(called));
    let found = found.or_else(|| children.iter().find(written));
    let found = found.or_else(|| match children.as_slice() {
        [only] if whole.is_empty() || of(only).is_none_or(|name| name.is_empty()) => Some(only),
        _ => None,
    });
    match found {
        Some(child) if note.is_some() => Into::Child(child.clone()),
        _ => Into::New,
    }
}

/// The children into whose note something can be taken.
fn children_of(session: Session) -> Vec<Child> {
    let mut children = session.children();
    children.retain(|child| !session.is_newer(child));
    children
}

impl Taking {
    fn go(self, step: Step) {
        self.step.set(step);
        page::to_title();
    }

    fn choose(self, back: Rc<dyn Fn()>) -> Vec<El> {
        let plans = self.plans.get_value();
        let cards = plans
            .iter()
            .enumerate()
            .map(|(at, plan)| self.card(at, plan));
        let content = vec![
            trouble_box(move || self.trouble.get()),
            group("", vec![title(w::TITLE), lead(w::LEAD)]),
            group("ks-stack", cards.collect()),
            button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
                self.trouble.set(None);
                self.next(0);
            })
            .say(w::NEXT),
        ];
        frame(
            Lead::Step(Box::new(move || back())),
            w::TITLE,
            COLUMN,
            content,
        )
    }

    /// Whose note one belongs to.
    fn card(self, at: usize, plan: &Plan) -> El {
        let name = ["into", &at.to_string()].concat();
        let option = |into: Into, words: Vec<El>| {
            let now = plan.into == into;
            let input = el("input")
                .attr("type", "radio")
                .attr("name", &name)
                .attr_if("checked", now.then_some(""))
                .on("change", move |_| {
                    self.plans
                        .update_value(|plans| plans[at].into = into.clone());
                });
            el("label")
                .class("ks-pick")
                .add(input)
                .add(el("span").all(words))
        };
        let mut options = Vec::new();
        if plan.note.is_some() {
            for child in children_of(self.session) {
                let name = el("span")
                    .attr("translate", "no")
                    .text(called(&child.name))
                    .text("  ");
                options.push(option(Into::Child(child), vec![name, span(w::INTO)]));
            }
        }
        let there = |child: &Child| Some(child.id()) == plan.incoming.id.as_ref();
        // Under the same name there can be only one.
        if !self.session.children().iter().any(there) {
            options.push(option(Into::New, vec![span(w::NEW)]));
        }
        options.push(option(Into::Nobody, vec![span(w::NOT)]));
        let newer = plan
            .note
            .is_none()
            .then(|| quiet("ks-quiet", "info", w::TOO_NEW));
        let name = el("legend")
            .class("ks-h3")
            .attr("translate", "no")
            .text(called(&plan.incoming.name));
        el("fieldset")
            .class("ks-card ks-stack-2")
            .add(name)
            .maybe(newer)
            .all(options)
    }

    /// Goes to the next that is to be compared, from this one on; after the last, keeps all.
    fn next(self, from: usize) {
        let count = self.plans.with_value(Vec::len);
        for at in from..count {
            let plan = self.plans.with_value(|plans| plans[at].clone());
            let (Into::Child(child), Some(theirs)) = (&plan.into, &plan.note) else {
                continue;
            };
            let compared = self.session.note_of(child).map(|ours| {
                let merge = Merge::of(forms::EVERY, &ours, theirs);
                Compared {
                    keep: Vec::new(),
                    merge,
                    ours,
                }
            });
            let differs = compared
                .as_ref()
                .is_some_and(|compared| !compared.merge.differences.is_empty());
            self.plans
                .update_value(|plans| plans[at].compared = compared);
            if differs {
                return self.go(Step::Compare(at));
            }
        }
        self.keep();
    }

    fn compare(self, at: usize) -> Vec<El> {
        let plan = self.plans.with_value(|plans| plans.get(at).cloned());
        let Some((plan, compared)) = plan.and_then(|plan| {
            let compared = plan.compared.clone()?;
            Some((plan, compared))
        }) else {
            return Vec::new();
        };
        let their_name = if self.backup.with_value(Option::is_some) {
            w::BACKUP
        } else {
            w::CAME
        };
        let writer = match &plan.into {
            Into::Child(child) => child.writer.clone(),
            Into::New | Into::Nobody => String::new(),
        };
        let theirs = plan.incoming.label.get("writer").and_then(Value::as_str);
        let sides = [
            Side {
                name: w::HERE,
                made: String::new(),
                writer,
                note: compared.ours,
            },
            Side {
                name: their_name,
                made: plan.incoming.made,
                writer: theirs.unwrap_or_default().to_owned(),
                note: plan.note.unwrap_or_default(),
            },
        ];
        let settle = move |keep: Vec<Keep>| {
            self.plans.update_value(|plans| {
                if let Some(compared) = &mut plans[at].compared {
                    compared.keep = keep;
                }
            });
            self.next(at + 1);
        };
        let name = match &plan.into {
            Into::Child(child) => child.name.as_str(),
            Into::New | Into::Nobody => "",
        };
        let who = heading("ks-h1").attr("translate", "no").text(called(name));
        let content = vec![
            group("", vec![who, lead(w::COMPARE)]),
            compare(&compared.merge, &sides, settle),
        ];
        let back = move || self.go(Step::Choose);
        frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
    }

    /// Keeps everything that was chosen: photos first, so that no note names what is not here.
    fn keep(self) {
        self.go(Step::Taking);
        spawn_local(async move {
            let papers = self.bring_papers().await;
            let step = match self.write() {
                Ok(same) => Step::Done { papers, same },
                Err(why) => {
                    let trouble = match why {
                        Unsaved::Changed => Trouble::new(w::CHANGED, w::CHANGED_NEXT),
                        why => trouble_of(why),
                    };
                    let _ = self.trouble.try_set(Some(trouble));
                    Step::Choose
                }
            };
            if self.step.try_set(step).is_none() {
                page::to_title();
            }
        });
    }

    async fn bring_papers(self) -> Papers {
        let backup = self.backup.get_value();
        let (Some(backup), Some(vault)) = (backup, self.session.vault_name()) else {
            return Papers::default();
        };
        let plans = self.plans.get_value();
        let taken = plans.iter().filter(|plan| plan.into != Into::Nobody);
        let notes = taken.filter_map(|plan| plan.note.as_ref());
        let wanted: Vec<String> = notes
            .flat_map(|note| attachment::named_in(note.json()))
            .collect();
        restore::hold_papers(self.session).await;
        let told = |done| {
            let _ = self.share.try_set(done);
        };
        backup.bring_papers(&wanted, &vault, &told).await
    }

    /// Writes the notes; whether nothing had to be written.
    fn write(self) -> Result<bool, Unsaved> {
        let before = self.session.child_untracked();
        let mut last = None;
        let mut same = true;
        let plans = self.plans.try_get_value().unwrap_or_default();
        let done = plans.into_iter().try_for_each(|plan| {
            if let Some((child, changed)) = self.write_one(plan)? {
                same &= !changed;
                last = Some(child);
            }
            Ok(())
        });
        self.session.choose(last.or(before));
        done.map(|()| same)
    }

    fn write_one(self, plan: Plan) -> Result<Option<(Child, bool)>, Unsaved> {
        let Plan {
            incoming,
            note,
            into,
            compared,
        } = plan;
        match (into, note, compared) {
            (Into::Nobody, ..) | (Into::Child(_), None, _) => Ok(None),
            (Into::New, ..) => {
                let label = match incoming.label {
                    Value::Null => json!({"name": incoming.name, "colour": c::COLOURS[0].0}),
                    mut label => {
                        // Who wrote there does not write here.
                        if let Some(label) = label.as_object_mut() {
                            label.remove("writer");
                        }
                        label
                    }
                };
                let brought = self
                    .session
                    .bring_child(incoming.id, &label, &incoming.bytes)?;
                Ok(Some((brought, true)))
            }
            (Into::Child(child), Some(theirs), None) => {
                self.session.take_in(&child, None, &theirs)?;
                Ok(Some((child, true)))
            }
            (Into::Child(child), Some(_), Some(compared)) => {
                let merged = compared.merge.settle(&compared.keep);
                let changed = merged != compared.ours;
                if changed {
                    let ours = Some(&compared.ours);
                    self.session.take_in(&child, ours, &merged)?;
                }
                Ok(Some((child, changed)))
            }
        }
    }
}

fn called(name: &str) -> &str {
    if name.is_empty() {
        say(c::NAMELESS)
    } else {
        name
    }
}

fn done(papers: Papers, same: bool) -> Vec<El> {
    let (what, next) = if same {
        (w::DONE, w::SAME)
    } else {
        (w::DONE, w::DONE_NEXT)
    };
    let content = vec![
        group("", vec![title(what), lead(next)]),
        el("div").class("ks-stack-2").maybe(about(papers)),
        to_note(),
    ];
    frame(Lead::Brand, w::TITLE, COLUMN, content)
}

/// What came of photos and PDFs, if there were any.
pub fn about(papers: Papers) -> Option<El> {
    let (glyph, text) = match papers {
        Papers {
            left: 0, here: 0, ..
        } => return None,
        Papers { left: 0, .. } => ("check", r::PAPERS_HERE),
        Papers { full: true, .. } => ("warn", r::PAPERS_FULL),
        Papers { .. } => ("warn", r::PAPERS_LEFT),
    };
    Some(quiet("ks-card ks-quiet", glyph, text).attr("role", "status"))
}

/// The way to the note.
pub fn to_note() -> El {
    button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", || {
        place::go("#/");
    })
    .add(icon("note"))
    .add(span(r::SEE))
}
