//! The way back from a backup: a file, or QR codes on paper. Nothing here changes before it was read
//! through and seen.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{
    door, receive,
    receive::Gathering,
    take::{Incoming, about, take, to_note},
};
use crate::{
    answer::Typed,
    attachment,
    backup::Refused,
    browser::{
        blob::Content,
        clock,
        el::{El, el, value_of},
        files::{self, Picked},
        page, picture,
    },
    route::Route,
    sheet::date_in_words,
    store::{
        Door, Session, Unsaved, papers, remains,
        restore::{self, Brought, Closed, Opened, Papers},
    },
    ui::{
        part::{
            COLUMN, Lead, PASSPHRASE, Say, Trouble, Trying, busy_while, button, derive, find,
            frame, group, icon, lang_now, lead, link, passphrase_form, progress, quiet, row, span,
            title, trouble_box, words as say,
        },
        words::{child as c, door as d, receive as received, recover as code, restore as w},
    },
    vault::{Kek, RecoveryCode, SlotKind, Way},
};

/// How far the person is.
#[derive(Clone)]
enum Step {
    /// The note of this device is opened first.
    Unlock,
    /// Something is chosen.
    Choose,
    /// It is a backup: what opens it is asked for.
    Key(Rc<Closed>),
    /// It is being read.
    Reading,
    /// It is being put down here.
    Bringing,
    /// It was read through.
    See(Rc<Opened>),
    /// Everything is back.
    Done(Papers),
}

#[derive(Clone, Copy)]
struct Restoring {
    session: Session,
    step: RwSignal<Step, LocalStorage>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
    share: RwSignal<u32>,
    gathering: Gathering,
}

/// The way back.
pub fn restore() -> Vec<El> {
    let session = expect_context::<Session>();
    let first = match session.door_untracked() {
        Door::Locked => Step::Unlock,
        _ => Step::Choose,
    };
    let restoring = Restoring {
        session,
        step: RwSignal::new_local(first),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
        share: RwSignal::new(0),
        gathering: Gathering::of_anything(),
    };
    // A set of codes that is whole is a file like any other.
    Effect::new(move |_| {
        if let Some((_, bytes)) = restoring.gathering.sealed.get() {
            restoring.gathering.clear();
            match restore::of_codes(&bytes) {
                Some(file) => restoring.look(file, true),
                None => restoring.stop(refused(Refused::Empty)),
            }
        }
    });
    vec![
        el("div")
            .class("ks-screen")
            .part(move || match restoring.step.get() {
                Step::Unlock => restoring.unlock(),
                Step::Choose => restoring.choose(),
                Step::Key(closed) => restoring.key(closed),
                Step::Reading => {
                    framed(vec![title(w::TITLE), progress(w::READING, restoring.share)])
                }
                Step::Bringing => framed(vec![
                    title(w::TITLE),
                    progress(w::BRINGING, restoring.share),
                ]),
                Step::See(opened) => restoring.see(opened),
                Step::Done(papers) => framed(vec![
                    title(w::DONE),
                    el("div").maybe(about(papers)),
                    to_note(),
                ]),
            }),
    ]
}

fn framed(content: Vec<El>) -> Vec<El> {
    frame(Lead::Brand, w::TITLE, COLUMN, content)
}

impl Restoring {
    fn go(self, step: Step) {
        if self.step.try_set(step).is_none() {
            page::to_title();
        }
    }

    fn stop(self, trouble: Trouble) {
        let _ = self.trouble.try_set(Some(trouble));
    }

    fn again(self) {
        self.trouble.set(None);
        self.go(Step::Choose);
    }

    fn unlock(self) -> Vec<El> {
        let trying = Trying::new();
        let session = self.session;
        let submit = move || {
            let Some(passphrase) = trying.passphrase() else {
                return;
            };
            trying.with(Box::pin(async move {
                door::open(session, passphrase).await?;
                self.go(Step::Choose);
                Ok(())
            }));
        };
        let forgotten = link("ks-link-row", &Route::Recover.fragment());
        let content = vec![
            trouble_box(move || trying.trouble()),
            group("", vec![title(w::UNLOCK), lead(w::UNLOCK_LEAD)]),
            passphrase_form(trying, d::OPEN, submit),
            el("nav").called(d::OTHERWISE).add(row(
                forgotten,
                "key",
                d::RECOVER,
                Some(d::RECOVER_SUB),
            )),
        ];
        frame(Lead::Back("#/"), w::TITLE, COLUMN, content)
    }

    fn choose(self) -> Vec<El> {
        let take = move |picked: Vec<Picked>| {
            self.trouble.set(None);
            self.busy.set(true);
            spawn_local(async move {
                for file in picked {
                    self.take_file(file).await;
                }
                let _ = self.busy.try_set(false);
            });
        };
        files::dropped(take);
        let pick = move |event| take(files::picked(&event));
        // No `accept`: iOS greys out what it does not know, and the content decides anyway.
        let input = el("input")
            .class("ks-hide")
            .attr("type", "file")
            .attr("multiple", "")
            .on("change", pick);
        let file = el("label")
            .class("ks-btn ks-btn--main ks-btn--lg ks-btn--wide ks-file")
            .add(icon("file"))
            .add(span(w::FILE))
            .add(input);
        let trouble = move || self.trouble.get().or_else(|| self.gathering.trouble.get());
        let content = vec![
            trouble_box(trouble),
            group("", vec![title(w::TITLE), lead(w::LEAD)]),
            file,
            el("p").class("ks-hint ks-mouse").say(received::DRAG),
            busy_while(self.busy, w::READING),
        ];
        let content = content
            .into_iter()
            .chain(self.gathering.watched())
            .collect();
        let back = if self.session.is_open_untracked() {
            "#/backup"
        } else {
            "#/"
        };
        frame(Lead::Back(back), w::TITLE, COLUMN, content)
    }

    /// A picture of codes, or the file itself.
    async fn take_file(self, file: Picked) {
        if !file.is_picture() {
            return self.look(file.content(), false);
        }
        let codes = match picture::of_file(&file).await {
            Some(picture) => find(picture, true).await,
            None => Vec::new(),
        };
        if codes.is_empty() {
            self.stop(receive::no_code());
        }
        for code in codes {
            self.gathering.take(&code.bytes);
        }
    }

    fn look(self, file: Content, of_codes: bool) {
        spawn_local(async move {
            match restore::look(file).await {
                Ok(closed) => self.go(Step::Key(Rc::new(closed))),
                Err(Refused::NotOurs) if of_codes => {
                    self.stop(Trouble::new(w::HAND_OFF, w::HAND_OFF_NEXT));
                }
                Err(why) => self.stop(refused(why)),
            }
        });
    }

    fn key(self, closed: Rc<Closed>) -> Vec<El> {
        let trying = Trying::new();
        let with = Rc::clone(&closed);
        let submit = move || {
            let Some(passphrase) = trying.passphrase() else {
                return;
            };
            let closed = Rc::clone(&with);
            trying.with(Box::pin(async move {
                let mut why = refused(Refused::WrongPassphrase).at(PASSPHRASE);
                for way in closed.ways(SlotKind::Passphrase) {
                    let Way::Passphrase(params) = way else {
                        continue;
                    };
                    let kek = derive(passphrase.clone(), params).await?;
                    match closed.tries(SlotKind::Passphrase, &kek) {
                        Ok(()) => {
                            self.read(closed, SlotKind::Passphrase, kek);
                            return Ok(());
                        }
                        Err(error) => why = refused(error).at(PASSPHRASE),
                    }
                }
                Err(why)
            }));
        };
        let has_code = !closed.ways(SlotKind::Recovery).is_empty();
        let code = has_code.then(|| self.code_form(closed, trying));
        let content = vec![
            trouble_box(move || trying.trouble().or_else(|| self.trouble.get())),
            group("", vec![title(w::KEY), lead(w::KEY_LEAD)]),
            passphrase_form(trying, d::OPEN, submit),
        ];
        let content = content.into_iter().chain(code).collect();
        let back = move || self.again();
        frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
    }

    fn code_form(self, closed: Rc<Closed>, trying: Trying) -> El {
        let typed = StoredValue::new(String::new());
        let open = move || {
            let code = match RecoveryCode::parse(&typed.get_value()) {
                Ok(code) => code,
                Err(why) => return trying.stopped(super::recover::mistyped(why)),
            };
            for way in closed.ways(SlotKind::Recovery) {
                let Way::Recovery { salt } = way else {
                    continue;
                };
                let kek = code.kek(&salt);
                match closed.tries(SlotKind::Recovery, &kek) {
                    Ok(()) => return self.read(Rc::clone(&closed), SlotKind::Recovery, kek),
                    Err(why) => trying.stopped(refused(why).at("code")),
                }
            }
        };
        let input = el("textarea")
            .class("ks-input kc__typed ks-num")
            .id("code")
            .attr("rows", "3")
            .attr("inputmode", "numeric")
            .kept_here()
            .on("input", move |event| typed.set_value(value_of(&event)));
        let label = el("label")
            .class("ks-label")
            .attr("for", "code")
            .say(code::CODE);
        let name = span(w::CODE).class("ks-rowcard__t");
        el("details")
            .class("ks-rowcard")
            .add(el("summary").add(icon("key")).add(name).add(icon("down")))
            .add(group(
                "ks-rowcard__body ks-stack",
                vec![
                    el("div").class("ks-field").add(label).add(input),
                    button("ks-btn ks-btn--line", open).say(code::GO),
                ],
            ))
    }

    fn read(self, closed: Rc<Closed>, kind: SlotKind, kek: Kek) {
        self.share.set(0);
        self.go(Step::Reading);
        spawn_local(async move {
            let told = |done| {
                let _ = self.share.try_set(done);
            };
            match restore::read(closed, kind, kek, &told).await {
                Ok(opened) => self.go(Step::See(Rc::new(opened))),
                Err(why) => {
                    self.stop(refused(why));
                    self.go(Step::Choose);
                }
            }
        });
    }

    fn see(self, opened: Rc<Opened>) -> Vec<El> {
        if self.session.is_open_untracked() {
            let made = day_of(opened.made_ms);
            let incoming = |note| incoming(note, made.clone());
            let incoming = opened.notes.iter().map(incoming).collect();
            let back = Rc::new(move || self.again());
            return vec![take(incoming, Some(opened), back)];
        }
        let names = opened.notes.iter().map(|note| {
            let name = match note.name() {
                "" => say(c::NAMELESS),
                name => name,
            };
            el("li")
                .add(icon("note"))
                .add(el("span").attr("translate", "no").text(name))
        });
        let names = el("ul").class("ks-consent").all(names.collect());
        let made = day_of(opened.made_ms);
        let fact = |name, value: &str| {
            el("div")
                .add(el("dt").say(name))
                .add(el("dd").class("ks-num").text(value))
        };
        let facts = el("dl")
            .class("ks-kv")
            .add(fact(w::MADE_ON, &made))
            .add(fact(w::PAPERS, &opened.papers.to_string()));
        let none = (!opened.with_papers).then(|| quiet("ks-quiet", "info", w::NO_PAPERS));
        let damaged = self.session.door_untracked() == Door::Damaged;
        let damaged =
            damaged.then(|| quiet("ks-card ks-card--sun ks-quiet", "info", w::GO_DAMAGED));
        let go = button("ks-btn ks-btn--main ks-btn--lg ks-btn--wide", move || {
            self.bring(Rc::clone(&opened));
        });
        let content = vec![
            trouble_box(move || self.trouble.get()),
            group("", vec![title(w::SEEN), lead(w::GO_LEAD)]),
            el("section")
                .class("ks-card ks-stack")
                .add(names)
                .add(facts)
                .maybe(none),
            el("div").class("ks-slot").maybe(damaged),
            go.add(icon("box")).add(span(w::GO)),
        ];
        let back = move || self.again();
        frame(Lead::Step(Box::new(back)), w::TITLE, COLUMN, content)
    }

    /// Into a device that has no note.
    fn bring(self, opened: Rc<Opened>) {
        self.trouble.set(None);
        self.share.set(0);
        self.go(Step::Bringing);
        spawn_local(async move {
            let session = self.session;
            let damaged = session.door_untracked() == Door::Damaged;
            if damaged {
                files::save(door::REMAINS, remains().as_bytes());
                restore::clear_remains();
            }
            let notes = opened.notes.iter().filter_map(Brought::note);
            let wanted: Vec<String> = notes
                .flat_map(|note| attachment::named_in(note.json()))
                .collect();
            let told = |done| {
                let _ = self.share.try_set(done);
            };
            let vault = opened.vault_name();
            let papers = opened.bring_papers(&wanted, &vault, &told).await;
            match opened.begin(session) {
                Ok(()) => self.go(Step::Done(papers)),
                Err(why) => {
                    if !damaged && why != Unsaved::Changed {
                        let _ = papers::forget_all().await;
                    }
                    self.stop(Trouble::new(w::FULL, w::FULL_NEXT));
                    self.go(Step::See(opened));
                }
            }
        });
    }
}

/// The day of a moment, in words.
fn day_of(ms: u64) -> String {
    let made = clock::day_and_time(ms as f64);
    match made.split_once(' ').map(|(day, _)| Typed::from_iso(day)) {
        Some(Some(day)) => date_in_words(&day, lang_now()),
        _ => made,
    }
}

fn incoming(note: &Brought, made: String) -> Incoming {
    Incoming {
        id: Some(note.id.clone()),
        name: note.name().to_owned(),
        label: note.label.clone(),
        bytes: note.bytes.to_vec(),
        made,
    }
}

/// What happened and what to do next, for every way in which a backup does not open.
fn refused(why: Refused) -> Trouble {
    let (what, next) = match why {
        Refused::Empty => (w::EMPTY, w::EMPTY_NEXT),
        Refused::NotOurs => (w::NOT_OURS, w::NOT_OURS_NEXT),
        Refused::CutShort => (w::CUT_SHORT, w::CUT_SHORT_NEXT),
        Refused::Damaged => (w::DAMAGED, w::DAMAGED_NEXT),
        Refused::TooNew => (w::TOO_NEW, w::TOO_NEW_NEXT),
        Refused::WrongPassphrase => (w::WRONG, w::WRONG_NEXT),
        Refused::OtherVault => (w::OTHER, w::OTHER_NEXT),
    };
    Trouble::new(what, next)
}
