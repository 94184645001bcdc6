//! Photos and PDFs: taken or chosen, looked at, named, deleted and put back.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::*, task::spawn_local};

use super::{Asked, several};
use crate::{
    answer::{Answer, Attachment},
    attachment::Media,
    browser::{
        el::{El, el},
        files::{Picked, picked},
        page,
    },
    draft::Keeper,
    store::{
        Child, Session,
        papers::{self, Detail, Unkept},
    },
    text::Text,
    ui::{
        part::{Say, Trouble, button, icon, pick, quiet, span, words},
        words::{papers as w, sheet},
    },
};

/// What the parts of the question share.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) asked: Asked,
    answer: ArcRwSignal<Answer>,
    session: Session,
    /// Whose sheet it is.
    child: Option<Child>,
    keeper: Keeper,
    fine: RwSignal<bool>,
    /// How many files are being put away.
    busy: RwSignal<u32>,
    trouble: RwSignal<Option<Trouble>>,
    /// Which paper lies open, by its key.
    pub(super) open: RwSignal<Option<u32>>,
    /// How much lies on this device, in words.
    total: RwSignal<Option<String>>,
    removed: Rc<RefCell<Option<(usize, Attachment)>>>,
    undoable: RwSignal<bool>,
}

pub(super) fn files(asked: Asked) -> El {
    let field = several(&asked);
    if asked.fields.is_newer(asked.question.id) {
        return field.add(el("p").class("ks-hint").say(w::NEWER));
    }
    let desk = Desk {
        answer: asked.fields.signal(asked.question.id),
        session: expect_context::<Session>(),
        child: expect_context::<Session>().child_untracked(),
        keeper: expect_context::<Keeper>(),
        fine: RwSignal::new(false),
        busy: RwSignal::new(0),
        trouble: RwSignal::new(None),
        open: RwSignal::new(None),
        total: RwSignal::new(None),
        removed: Rc::default(),
        undoable: RwSignal::new(false),
        asked,
    };
    spawn_local(desk.clone().weigh());
    let (listed, tiled, busy) = (desk.clone(), desk.clone(), desk.busy);
    let list = el("ul")
        .class("ks-papers")
        .called(desk.asked.question.label)
        .each(
            move || listed.all().iter().map(key).collect(),
            move |key| tile(&tiled, key),
        );
    let working = el("p")
        .class("ks-papers__busy")
        .attr("role", "status")
        .when(move || (busy.get() > 0).then(|| span(w::KEEPING)));
    let (undone, shown, total) = (desk.clone(), desk.clone(), desk.total);
    let weight = el("p")
        .class("ks-small ks-num")
        .words(move || match total.get() {
            Some(size) => [words(w::TOTAL), &size, words(w::TOTAL_END)].concat(),
            None => String::new(),
        });
    field
        .add(list)
        .add(working)
        .add(el("div").class("ks-slot").when(move || undo(&undone)))
        .add(stopped(desk.trouble))
        .add(doors(&desk))
        .add(details(desk.fine))
        .add(quiet("ks-quiet", "lock", w::ABOUT))
        .add(weight)
        .add(el("div").class("ks-slot").when(move || {
            let key = shown.open.get()?;
            super::viewer::viewer(&shown, key)
        }))
}

/// Names a paper on this screen.
pub(super) fn key(paper: &Attachment) -> u32 {
    // FNV-1a; the first 32 bits of an id would do, but it need not be one of ours.
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    paper.id.bytes().fold(2_166_136_261, step)
}

/// What a paper is called: by the parent, or by what it is.
pub(super) fn called(paper: &Attachment) -> String {
    match paper.name.trim() {
        "" => words(kind(paper)).to_owned(),
        name => name.to_owned(),
    }
}

fn kind(paper: &Attachment) -> Text {
    match Media::of(paper) {
        Some(Media::Pdf) => w::PDF,
        _ => w::PHOTO,
    }
}

/// A length as people say it.
pub fn weight(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths < 10 {
        return format!("{}KB", bytes.div_ceil(1_000));
    }
    format!("{}.{}MB", tenths / 10, tenths % 10)
}

impl Desk {
    /// The papers, followed.
    fn all(&self) -> Vec<Attachment> {
        self.answer.with(|answer| answer.files().to_vec())
    }

    /// A paper by its key, followed.
    pub(super) fn paper(&self, with: u32) -> Option<Attachment> {
        self.all().into_iter().find(|paper| key(paper) == with)
    }

    fn change(&self, act: impl FnOnce(&mut Vec<Attachment>)) {
        let mut all = untrack(|| self.all());
        act(&mut all);
        self.answer.set(Answer::Files(all));
        self.asked.draft.touch();
    }

    /// Calls a paper something else.
    pub(super) fn rename(&self, with: u32, name: String) {
        self.change(|all| {
            if let Some(paper) = all.iter_mut().find(|paper| key(paper) == with) {
                paper.name = name;
            }
        });
    }

    /// Takes a paper out. Its bytes stay until nothing can bring it back.
    pub(super) fn remove(&self, with: u32) {
        self.change(|all| {
            if let Some(at) = all.iter().position(|paper| key(paper) == with) {
                self.removed.replace(Some((at, all.remove(at))));
            }
        });
        self.undoable.set(true);
        page::focus(&self.id("undo"));
    }

    fn undo(&self) {
        if let Some((at, paper)) = self.removed.take() {
            let tile = self.id(&key(&paper).to_string());
            self.change(|all| all.insert(at.min(all.len()), paper));
            page::focus(&tile);
        }
        self.undoable.set(false);
    }

    fn id(&self, part: &str) -> String {
        let mut id = self.asked.id.clone();
        id.push('-');
        id.push_str(part);
        id
    }

    /// Puts picked files away, one after the other. Nothing here may be gone when it is done: the
    /// answer and the sheet outlive the screen.
    async fn keep(self, files: Vec<Picked>) {
        self.trouble.set(None);
        self.busy.update(|count| *count += 1);
        let detail = if self.fine.get_untracked() {
            Detail::Fine
        } else {
            Detail::Plain
        };
        for file in &files {
            match papers::keep(self.session, file, detail).await {
                Ok(paper) => {
                    let before = self.asked.draft.record();
                    self.change(|all| all.push(paper));
                    if self.session.child_untracked() == self.child {
                        self.keeper.take_late(&self.asked.draft, &before);
                    }
                }
                Err(why) => {
                    let _ = self.trouble.try_set(Some(trouble(why)));
                }
            }
        }
        self.busy.try_update(|count| *count -= 1);
        self.weigh().await;
    }

    async fn weigh(self) {
        let all = papers::total().await;
        // Said once the screen is still there.
        if all.is_none() {
            let _ = self.trouble.try_set(Some(trouble(Unkept::NoStore)));
        }
        let _ = self.total.try_set(all.filter(|all| *all > 0).map(weight));
    }
}

fn tile(desk: &Desk, key: u32) -> El {
    let Some(paper) = untrack(|| desk.paper(key)) else {
        return el("li");
    };
    let picture = el("span").class("ks-papers__pic");
    let picture = match Media::of(&paper) {
        Some(Media::Photo) => {
            let image = el("img").attr("alt", "").attr("hidden", "");
            let address = StoredValue::new_local(None);
            let (shown, paper) = (image.clone(), paper.clone());
            spawn_local(async move {
                if let Some(thumb) = papers::thumb(&paper).await {
                    shown.attr("src", thumb.text()).attr_if("hidden", None);
                    let _ = address.try_set_value(Some(thumb));
                }
            });
            picture.add(icon("camera")).add(image)
        }
        _ => picture.add(icon("file")),
    };
    let named = desk.clone();
    let name = el("span")
        .class("ks-papers__name")
        .attr("translate", "no")
        .words(move || named.paper(key).as_ref().map(called).unwrap_or_default());
    let size = el("span")
        .class("ks-small ks-num")
        .text(&weight(paper.size));
    let open = desk.open;
    let tile = button("ks-papers__tile", move || open.set(Some(key)))
        .id(&desk.id(&key.to_string()))
        .add(picture)
        .add(name)
        .add(size);
    el("li").add(tile)
}

fn undo(desk: &Desk) -> Option<El> {
    desk.undoable.get().then(|| {
        let undoing = desk.clone();
        let undo = button("ks-btn ks-btn--sm", move || undoing.undo())
            .id(&desk.id("undo"))
            .say(sheet::UNDO);
        el("p")
            .class("ks-row ks-undo")
            .attr("role", "status")
            .add(span(sheet::REMOVED))
            .add(undo)
    })
}

/// What was not put away, and what to do.
pub(super) fn stopped(trouble: RwSignal<Option<Trouble>>) -> El {
    el("div").attr("role", "alert").when(move || {
        let trouble = trouble.get()?;
        let said = el("span")
            .add(el("b").class("ks-block").say(trouble.what))
            .add(span(trouble.next));
        Some(
            el("p")
                .class("ks-papers__trouble")
                .add(icon("warn"))
                .add(said),
        )
    })
}

/// The two ways in: the camera, where there is a finger to hold it, and the files.
fn doors(desk: &Desk) -> El {
    let door = |class: &str, glyph: &str, name: Text, accept: &str| {
        let (desk, session) = (desk.clone(), desk.session);
        let input = el("input")
            .class("ks-hide")
            .attr("type", "file")
            .attr("accept", accept)
            .on("click", move |_| session.set_awaited(true))
            .on("change", move |event| {
                let files = picked(&event);
                if !files.is_empty() {
                    spawn_local(desk.clone().keep(files));
                }
            });
        let label = el("label").class(class).add(icon(glyph)).add(span(name));
        (label, input)
    };
    let (take, camera) = door(
        "ks-btn ks-btn--line ks-file ks-papers__camera",
        "camera",
        w::TAKE,
        "image/*",
    );
    let (choose, files) = door(
        "ks-btn ks-btn--line ks-file",
        "file",
        w::CHOOSE,
        "image/*,application/pdf",
    );
    let doors = el("div").class("ks-row ks-papers__doors");
    doors
        .add(take.add(camera.attr("capture", "environment")))
        .add(choose.add(files.attr("multiple", "")))
}

fn details(fine: RwSignal<bool>) -> El {
    let choice = |value: bool, name: Text, sub: Text| {
        let words = vec![span(name), span(sub).class("ks-pick__sub")];
        pick(
            "radio",
            words,
            move || fine.get() == value,
            move |on| {
                if on {
                    fine.set(value);
                }
            },
        )
    };
    el("div")
        .class("ks-papers__detail")
        .attr("role", "radiogroup")
        .called(w::DETAIL)
        .add(
            span(w::DETAIL)
                .class("ks-small")
                .attr("aria-hidden", "true"),
        )
        .add(choice(false, w::PLAIN, w::PLAIN_SUB))
        .add(choice(true, w::FINE, w::FINE_SUB))
}

fn trouble(why: Unkept) -> Trouble {
    match why {
        Unkept::Neither => Trouble::new(w::NEITHER, w::NEITHER_NEXT),
        Unkept::Unshown => Trouble::new(w::UNSHOWN, w::UNSHOWN_NEXT),
        Unkept::TooLarge => Trouble::new(w::TOO_LARGE, w::TOO_LARGE_NEXT),
        Unkept::Unreadable => Trouble::new(w::UNREADABLE, w::UNREADABLE_NEXT),
        Unkept::NoStore => Trouble::new(w::NO_STORE, w::NO_STORE_NEXT),
        Unkept::Full => Trouble::new(w::FULL, w::FULL_NEXT),
        Unkept::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
        Unkept::Lost => Trouble::new(w::LOST, w::LOST_NEXT),
    }
}
