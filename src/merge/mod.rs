//! Two notes of one child made one: another parent's, an old telephone's, another tab's.
//!
//! What only one side has is taken. What both changed is a [`Difference`]: until somebody chooses,
//! our answer stays in its place, and nothing is overwritten in silence. Where it is known from what
//! both came ([`Merge::since`]), what only one side changed is taken, and what one side took away
//! stays away; otherwise ([`Merge::of`]) nothing is ever taken away.
//!
//! Everything is compared as JSON, so that what this version does not know takes part as well.

mod rows;

use serde_json::{Map, Value};

use crate::form::{Form, Kind, Question, Role, Section};
use crate::record::Note;

/// Which answer is to stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// The one that is here.
    Ours,
    /// The one that came.
    Theirs,
    /// Both, one behind the other. Where that cannot be, it is ours.
    Both,
}

/// One question that was answered differently.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The id of its form; "" for a member of the note itself that we do not know.
    pub form: String,
    /// The repeated part it stands in, and what its row is called there.
    pub row: Option<(String, String)>,
    /// Its id.
    pub question: String,
    /// What stands here; `None` where it was taken away.
    pub ours: Option<Value>,
    /// What came; `None` where it was taken away.
    pub theirs: Option<Value>,
    /// Whether both can be kept.
    pub both: bool,
    /// Between two answers kept behind one another; "" for lists.
    joint: &'static str,
    place: Vec<Step>,
}

/// One step from the root of a note to an answer.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Member(String),
    Row(usize),
}

/// What came of comparing two notes.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// What is to be chosen, in the order of the forms.
    pub differences: Vec<Difference>,
    /// Sheets in which the other side had something that was not here, by form id.
    pub richer: Vec<String>,
    note: Map<String, Value>,
}

/// From what both sides came.
#[derive(Clone, Copy)]
enum Base<'a> {
    Unknown,
    Known(Option<&'a Value>),
}

impl<'a> Base<'a> {
    fn member(self, name: &str) -> Self {
        match self {
            Base::Unknown => Base::Unknown,
            Base::Known(base) => Base::Known(base.and_then(|base| base.get(name))),
        }
    }

    fn list(self) -> Option<&'a [Value]> {
        match self {
            Base::Unknown => None,
            Base::Known(base) => Some(base.and_then(Value::as_array).map_or(&[], Vec::as_slice)),
        }
    }
}

/// What is known of the place that is compared.
#[derive(Clone, Copy, Default)]
struct About<'a> {
    form: &'a str,
    row: Option<(&'a str, &'a str)>,
    question: Option<&'static Question>,
}

impl Merge {
    /// Compares two notes of which nothing earlier is known.
    pub fn of(forms: &'static [Form], ours: &Note, theirs: &Note) -> Merge {
        Self::compare(forms, Base::Unknown, ours, theirs)
    }

    /// Compares two notes that both came from a third.
    pub fn since(forms: &'static [Form], base: &Note, ours: &Note, theirs: &Note) -> Merge {
        let base = Value::Object(base.json().clone());
        Self::compare(forms, Base::Known(Some(&base)), ours, theirs)
    }

    fn compare(forms: &'static [Form], base: Base<'_>, ours: &Note, theirs: &Note) -> Merge {
        let mut merge = Merge {
            differences: Vec::new(),
            richer: Vec::new(),
            note: Map::new(),
        };
        let mut note = Map::new();
        let (ours, theirs) = (ours.json(), theirs.json());
        for name in names(ours, theirs) {
            let (base, o, t) = (base.member(name), ours.get(name), theirs.get(name));
            let at = vec![Step::Member(name.to_owned())];
            let merged = match name {
                "sheets" => Some(merge.sheets(forms, base, o, t)),
                "states" => merge.members(base, o, t, About::default(), &at),
                "edited" => Some(later(o, t)),
                _ => merge.one(base, o, t, About::default(), name, at),
            };
            if let Some(merged) = merged {
                note.insert(name.to_owned(), merged);
            }
        }
        merge.note = note;
        let order = |id: &str| forms.iter().position(|form| form.id == id);
        let key = |form: &str| order(form).unwrap_or(usize::MAX);
        merge
            .differences
            .sort_by_key(|difference| key(&difference.form));
        merge.richer.sort_by_key(|form| key(form));
        merge
    }

    /// The note, once it is chosen what stays: one choice for each difference, in their order.
    /// Where a choice is missing, it is ours.
    pub fn settle(self, keep: &[Keep]) -> Note {
        let mut note = Value::Object(self.note);
        for (difference, keep) in self.differences.into_iter().zip(keep) {
            let chosen = match keep {
                Keep::Theirs => difference.theirs,
                Keep::Both if difference.both => {
                    joined(difference.ours, difference.theirs, difference.joint)
                }
                Keep::Ours | Keep::Both => continue,
            };
            put(&mut note, &difference.place, chosen);
        }
        match note {
            Value::Object(note) => Note::from_json(note),
            _ => Note::default(),
        }
    }

    fn sheets(
        &mut self,
        forms: &'static [Form],
        base: Base<'_>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Value {
        let empty = Map::new();
        let sheets = |value: Option<&'_ Value>| value.and_then(Value::as_object).cloned();
        let (ours_, theirs_) = (sheets(ours), sheets(theirs));
        let (ours, theirs) = (
            ours_.as_ref().unwrap_or(&empty),
            theirs_.as_ref().unwrap_or(&empty),
        );
        let mut merged = Map::new();
        for id in names(ours, theirs) {
            // A form of which there may be several stands there as `slip:<id>`.
            let of = id.split(':').next().unwrap_or(id);
            let form = forms.iter().find(|form| form.id == of);
            let (base, o, t) = (base.member(id), ours.get(id), theirs.get(id));
            if let Some(sheet) = self.sheet(form, id, base, o, t) {
                if o != Some(&sheet) {
                    self.richer.push(id.to_owned());
                }
                merged.insert(id.to_owned(), sheet);
            }
        }
        Value::Object(merged)
    }

    fn sheet(
        &mut self,
        form: Option<&'static Form>,
        id: &str,
        base: Base<'_>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        let at = vec![Step::Member("sheets".into()), Step::Member(id.into())];
        let empty = Map::new();
        let about = About {
            form: id,
            ..About::default()
        };
        let object = |value: Option<&'_ Value>| match value {
            None => Some(empty.clone()),
            Some(value) => value.as_object().cloned(),
        };
        let (Some(o), Some(t)) = (object(ours), object(theirs)) else {
            return self.one(base, ours, theirs, about, id, at);
        };
        let mut merged = Map::new();
        for name in names(&o, &t) {
            let mut at = at.clone();
            at.push(Step::Member(name.into()));
            let (base, o, t) = (base.member(name), o.get(name), t.get(name));
            let part = form.and_then(|form| form.groups().find(|part| part.id == name));
            let value = match (rows_of(o), rows_of(t)) {
                (Some(o), Some(t))
                    if part.is_some() || form.is_none() && !(o.is_empty() && t.is_empty()) =>
                {
                    self.rows(part, about, name, base, o, t, &at)
                }
                _ => {
                    let question = form.and_then(|form| form.question(name));
                    let about = About { question, ..about };
                    self.one(base, o, t, about, name, at)
                }
            };
            if let Some(value) = value {
                merged.insert(name.to_owned(), value);
            }
        }
        (!merged.is_empty() || ours.is_some()).then_some(Value::Object(merged))
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "three sides, their place and what is known of it"
    )]
    fn rows(
        &mut self,
        part: Option<&'static Section>,
        about: About<'_>,
        name: &str,
        base: Base<'_>,
        ours: &[Value],
        theirs: &[Value],
        at: &[Step],
    ) -> Option<Value> {
        let title = part.and_then(|part| {
            let titled = |q: &&Question| q.role == Some(Role::RowTitle);
            part.questions.iter().find(titled).map(|q| q.id)
        });
        let mut merged = Vec::new();
        for row in rows::pair(title, base.list(), ours, theirs) {
            let rows::Row { base, ours, theirs } = row;
            let value = match (ours, theirs) {
                (Some(ours), Some(theirs)) => {
                    let called = title
                        .and_then(|title| ours.get(title))
                        .and_then(Value::as_str);
                    let about = About {
                        row: Some((name, called.unwrap_or_default())),
                        ..about
                    };
                    let base = base.map_or(Base::Unknown, |base| Base::Known(Some(base)));
                    let mut at = at.to_vec();
                    at.push(Step::Row(merged.len()));
                    self.row(part, base, ours, theirs, about, &at)
                }
                (Some(only), None) | (None, Some(only)) => only.clone(),
                (None, None) => continue,
            };
            merged.push(value);
        }
        (!merged.is_empty()).then_some(Value::Array(merged))
    }

    fn row(
        &mut self,
        part: Option<&'static Section>,
        base: Base<'_>,
        ours: &Value,
        theirs: &Value,
        about: About<'_>,
        at: &[Step],
    ) -> Value {
        let (Some(o), Some(t)) = (ours.as_object(), theirs.as_object()) else {
            return ours.clone();
        };
        let mut merged = Map::new();
        for name in names(o, t) {
            let mut at = at.to_vec();
            at.push(Step::Member(name.into()));
            let question = part.and_then(|part| part.question(name));
            let about = About { question, ..about };
            let value = self.one(base.member(name), o.get(name), t.get(name), about, name, at);
            if let Some(value) = value {
                merged.insert(name.to_owned(), value);
            }
        }
        Value::Object(merged)
    }

    /// An object of members none of which is a question.
    fn members(
        &mut self,
        base: Base<'_>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
        about: About<'_>,
        at: &[Step],
    ) -> Option<Value> {
        let ours_or_theirs = ours.or(theirs)?;
        let (Some(o), Some(t)) = (
            ours.unwrap_or(ours_or_theirs).as_object(),
            theirs.unwrap_or(ours_or_theirs).as_object(),
        ) else {
            return Some(ours_or_theirs.clone());
        };
        let mut merged = Map::new();
        for name in names(o, t) {
            let mut at = at.to_vec();
            at.push(Step::Member(name.into()));
            let value = self.one(base.member(name), o.get(name), t.get(name), about, name, at);
            if let Some(value) = value {
                merged.insert(name.to_owned(), value);
            }
        }
        Some(Value::Object(merged))
    }

    /// One answer of each side; where they differ, ours, and a difference.
    fn one(
        &mut self,
        base: Base<'_>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
        about: About<'_>,
        name: &str,
        place: Vec<Step>,
    ) -> Option<Value> {
        if ours == theirs {
            return ours.cloned();
        }
        match (base, ours, theirs) {
            (Base::Known(base), ours, theirs) if base == ours => return theirs.cloned(),
            (Base::Known(base), ours, theirs) if base == theirs => return ours.cloned(),
            (Base::Unknown, None, only) | (Base::Unknown, only, None) => return only.cloned(),
            _ => (),
        }
        let (both, joint) = match (about.question.map(|q| q.kind), ours, theirs) {
            (Some(Kind::Lines), Some(o), Some(t)) => (o.is_string() && t.is_string(), "\n"),
            (Some(Kind::Line), Some(o), Some(t)) => (o.is_string() && t.is_string(), " / "),
            (Some(Kind::Many(_) | Kind::Files) | None, Some(o), Some(t)) => {
                (o.is_array() && t.is_array(), "")
            }
            _ => (false, ""),
        };
        self.differences.push(Difference {
            form: about.form.to_owned(),
            row: about
                .row
                .map(|(part, row)| (part.to_owned(), row.to_owned())),
            question: name.to_owned(),
            ours: ours.cloned(),
            theirs: theirs.cloned(),
            both,
            joint,
            place,
        });
        ours.cloned()
    }
}

/// The names of both, ours first, each once.
fn names<'a>(ours: &'a Map<String, Value>, theirs: &'a Map<String, Value>) -> Vec<&'a str> {
    let more = theirs.keys().filter(|name| !ours.contains_key(*name));
    ours.keys().chain(more).map(String::as_str).collect()
}

/// The rows of a repeated part; none where nothing stands there, `None` where something else does.
fn rows_of(value: Option<&Value>) -> Option<&[Value]> {
    match value {
        None => Some(&[]),
        Some(Value::Array(rows)) if rows.iter().all(Value::is_object) => Some(rows),
        Some(_) => None,
    }
}

/// For each sheet the later day.
fn later(ours: Option<&Value>, theirs: Option<&Value>) -> Value {
    let days = |value: Option<&Value>| value.and_then(Value::as_object).cloned();
    let mut merged = days(ours).unwrap_or_default();
    for (form, day) in days(theirs).unwrap_or_default() {
        let ours = merged.get(&form).and_then(Value::as_str);
        if ours.is_none() || ours < day.as_str() {
            merged.insert(form, day);
        }
    }
    Value::Object(merged)
}

fn joined(ours: Option<Value>, theirs: Option<Value>, joint: &str) -> Option<Value> {
    match (ours, theirs) {
        (Some(Value::String(ours)), Some(Value::String(theirs))) => {
            Some(if ours.contains(&theirs) {
                ours.into()
            } else if theirs.contains(&ours) {
                theirs.into()
            } else {
                [ours, theirs].join(joint).into()
            })
        }
        (Some(Value::Array(mut ours)), Some(Value::Array(theirs))) => {
            for one in theirs {
                if !ours.contains(&one) {
                    ours.push(one);
                }
            }
            Some(ours.into())
        }
        (ours, _) => ours,
    }
}

fn put(root: &mut Value, place: &[Step], value: Option<Value>) {
    let Some((last, way)) = place.split_last() else {
        return;
    };
    let mut at = root;
    for step in way {
        let next = match step {
            Step::Member(name) => at.get_mut(name),
            Step::Row(row) => at.get_mut(*row),
        };
        let Some(next) = next else {
            return;
        };
        at = next;
    }
    if let (Step::Member(name), Value::Object(object)) = (last, at) {
        match value {
            Some(value) => object.insert(name.clone(), value),
            None => object.remove(name),
        };
    }
}
