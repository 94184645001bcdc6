//! Photos and PDFs that go along, each chosen by itself, and only in a file: as codes they would be
//! hundreds, which whoever sees the screen may film.
//!
//! They lie in the bundle as `"attachments": [{"name": …, "media": …, "size": …, "data": b64u}]`.
//! What opens them on the device of the parent, id and key, stays there.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{Bundle, Carrier, Going};
use crate::{
    answer::Attachment,
    attachment::{self, Media},
    form::{Form, Kind, Role, Section},
    record::{Answers, Note, may_go},
};

/// How many go along at most, and how many are read.
const MOST: usize = 16;
/// How much goes along at most, bytes: what stays below the length of a file, in base64 twice.
const ROOM: u64 = 2_000_000;
/// A name is cut behind so many characters when it is read.
const LONGEST: usize = 100;

/// A photo or a PDF in a hand-off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// What the parent calls it; may be "".
    pub name: String,
    /// Photo or PDF; `None` where a newer version encloses others.
    pub media: Option<Media>,
    /// Its length, bytes.
    pub size: u64,
}

/// What of a note may go along, by the name under which it would: its own, or that of its row.
/// Nothing of a row for the family only.
pub fn enclosable(forms: &[Form], note: &Note) -> Vec<Attachment> {
    let mut all: Vec<Attachment> = Vec::new();
    for form in forms {
        let record = note.record(form);
        for part in form.sections {
            let once = std::slice::from_ref(&record.answers);
            let rows = part.repeat.map_or(once, |_| record.entries(part));
            for row in rows.iter().filter(|row| may_go(part, row)) {
                for paper in papers_of(part, row) {
                    if !all.iter().any(|other| other.id == paper.id) {
                        all.push(paper);
                    }
                }
            }
        }
    }
    all
}

fn papers_of(part: &Section, row: &Answers) -> Vec<Attachment> {
    let title = part
        .questions
        .iter()
        .find(|question| question.role == Some(Role::RowTitle));
    let title = title.map_or("", |title| row.text(title.id)).trim();
    let kept = part
        .questions
        .iter()
        .filter(|q| matches!(q.kind, Kind::Files));
    let papers = kept.filter_map(|question| Some(row.get(question.id)?.files()));
    let known = papers.flatten().filter(|paper| Media::of(paper).is_some());
    let named = known.map(|paper| Attachment {
        name: match paper.name.trim() {
            "" => title.to_owned(),
            name => name.to_owned(),
        },
        ..paper.clone()
    });
    named.collect()
}

/// Whether these are more than go along.
pub fn too_much(papers: &[Attachment]) -> bool {
    // A note may come from anybody, and say sizes of which no number holds the sum.
    let sum = papers
        .iter()
        .fold(0_u64, |sum, paper| sum.saturating_add(paper.size));
    papers.len() > MOST || sum > ROOM
}

impl Going {
    /// The same, with the photos and PDFs of these ids: in a file, and not with 住所を出さない.
    #[must_use]
    pub fn enclosing(
        mut self,
        forms: &[Form],
        note: &Note,
        chosen: &[String],
        carrier: Carrier,
    ) -> Going {
        if carrier == Carrier::File && !self.withheld && !chosen.is_empty() {
            self.papers = enclosable(forms, note);
            self.papers.retain(|paper| chosen.contains(&paper.id));
        }
        self
    }

    /// Whether nothing goes.
    pub fn is_empty(&self) -> bool {
        self.leaves.is_empty() && self.papers.is_empty()
    }
}

/// The list of what goes along, without what is in it.
pub(super) fn listed(papers: &[Attachment]) -> Value {
    let one =
        |paper: &Attachment| json!({"name": paper.name, "media": paper.media, "size": paper.size});
    papers.iter().map(one).collect()
}

impl Bundle {
    /// Puts what is in the photos and PDFs beside their names, in the order of the list; `false`
    /// where that is not what the list says, and then nothing may be sealed.
    #[must_use]
    pub fn enclose(&mut self, papers: &[Vec<u8>]) -> bool {
        let fits = |(one, paper): (&Enclosed, &Vec<u8>)| one.size == paper.len() as u64;
        let listed = self.enclosed();
        if listed.len() != papers.len() || !listed.iter().zip(papers).all(fits) {
            return false;
        }
        let list = self.attachments_mut().into_iter().flatten();
        for (one, paper) in list.zip(papers) {
            if let Some(one) = one.as_object_mut() {
                one.insert("data".into(), URL_SAFE_NO_PAD.encode(paper).into());
            }
        }
        true
    }

    /// The photos and PDFs that came along; of a list that is too long only the first.
    pub fn enclosed(&self) -> Vec<Enclosed> {
        let one = |one: &Value| {
            let text = |member: &str| one.get(member).and_then(Value::as_str).unwrap_or_default();
            Enclosed {
                name: text("name").chars().take(LONGEST).collect(),
                media: Media::named(text("media")),
                size: one.get("size").and_then(Value::as_u64).unwrap_or(0),
            }
        };
        self.attachments().iter().take(MOST).map(one).collect()
    }

    /// What is in one of them; `None` where it is not what the list says, or nothing that is shown.
    pub fn paper(&self, at: usize) -> Option<Vec<u8>> {
        let Enclosed { media, size, .. } = self.enclosed().into_iter().nth(at)?;
        let data = self.attachments().get(at)?.get("data")?.as_str()?;
        // Bounded before it is decoded.
        let fits = size <= attachment::MOST && data.len() as u64 == (size * 4).div_ceil(3);
        let bytes = URL_SAFE_NO_PAD.decode(fits.then_some(data)?).ok()?;
        let is = match media? {
            Media::Photo => bytes.starts_with(b"\xff\xd8\xff"),
            Media::Pdf => attachment::is_pdf(&bytes),
        };
        is.then_some(bytes)
    }
}
