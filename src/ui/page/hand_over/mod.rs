//! わたす: to whom, what of the note, see exactly what goes and agree to it, hand it over.

mod agree;
mod card;
mod check;
mod enclose;
mod inside;
mod pause;
mod what;
mod whom;

pub use enclose::named;
use leptos::prelude::*;
pub use pause::above;

use crate::{
    answer::Attachment,
    browser::{
        clock,
        el::{El, el},
        page,
    },
    consent::{Agreed, to_office},
    form::Form,
    forms::{self, ACTIONS, PURPOSES, SLIP},
    job::Card,
    record::{Note, Record},
    share::{Bundle, Carrier, Going, Made, Picked, Secrets, Withhold},
    store::{Session, city::city_now},
    ui::{
        page::give::give,
        part::{Finding, lang_now},
    },
};

/// Where we are in handing over. What was chosen outlives the steps, so that going back finds it.
#[derive(Clone, Copy)]
struct Handing {
    step: RwSignal<Step>,
    to: RwSignal<To>,
    /// Who it is for, where that was typed.
    typed: StoredValue<String>,
    /// The code of what it is for, or "".
    purpose: RwSignal<&'static str>,
    picks: RwSignal<Vec<Picked>>,
    /// The ids of the photos and PDFs that go along.
    papers: RwSignal<Vec<String>>,
    /// The office and the purpose for which sheets were offered last.
    offered: StoredValue<Option<(String, &'static str)>>,
    withhold: RwSignal<bool>,
    places: RwSignal<bool>,
    says: RwSignal<bool>,
    /// The consent as far as it is written.
    consent: StoredValue<Option<Record>>,
    /// Under which id it is kept.
    id: StoredValue<String>,
    /// The slip from which the parent came, by its id.
    slip: StoredValue<Option<String>>,
    /// What the code of an office said, where that was read before.
    card: StoredValue<Option<String>>,
}

/// Who it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum To {
    Nobody,
    /// 自分用の控え
    Own,
    /// An office of the directory, by its id.
    Office(String),
    Typed,
}

#[derive(Clone)]
enum Step {
    Whom,
    What,
    Check,
    /// Whose key it is sealed to.
    Card(Packed),
    Give(Packed),
}

/// What was chosen, as it goes in a file, and in QR codes where that is less.
#[derive(Clone)]
pub struct Packed {
    /// As a file.
    pub file: Bundle,
    /// As codes, where that is less.
    pub codes: Option<Bundle>,
    /// What goes, in words, one thing a line.
    pub what: String,
    /// The same of what goes as codes; "" where nothing does.
    pub what_in_codes: String,
    /// The photos and PDFs of the file, which are put in when it is sealed.
    pub papers: Vec<Attachment>,
    /// The id of the slip that goes along, or "".
    pub slip: String,
    /// The tables of who does what that go along, by the numbers of their cases.
    pub tables: Vec<String>,
    /// To whom, and the consent under which it goes, with its id; `None` for 自分用の控え.
    pub consent: Option<(String, Agreed)>,
    /// The id of the office, where the directory has it.
    pub office: Option<String>,
    /// The id of a consent in whose place this one comes.
    pub instead: Option<String>,
    /// The key of the office that opens it; without one a code does.
    pub card: Option<Card>,
}

/// The steps of handing over.
pub fn hand_over() -> El {
    let session = expect_context::<Session>();
    let finding = use_context::<Finding>();
    let slip = finding.and_then(Finding::take_slip);
    let named = slip.as_ref().map(|id| {
        let slip = session.note().one_of(&SLIP, id);
        slip.answers.text("to_office").trim().to_owned()
    });
    let bound_for = finding.and_then(Finding::take_office);
    let handing = Handing {
        step: RwSignal::new(Step::Whom),
        to: RwSignal::new(bound_for.map_or_else(|| to_named(named.as_deref()), To::Office)),
        typed: StoredValue::new(named.unwrap_or_default()),
        purpose: RwSignal::new(""),
        picks: RwSignal::new(Vec::new()),
        papers: RwSignal::new(Vec::new()),
        offered: StoredValue::new(None),
        withhold: RwSignal::new(false),
        places: RwSignal::new(false),
        says: RwSignal::new(false),
        consent: StoredValue::new(None),
        id: StoredValue::new(new_id(session)),
        slip: StoredValue::new(slip),
        card: StoredValue::new(finding.and_then(Finding::take_card)),
    };
    if let Some(finding) = finding {
        // Whoever comes with an office or a slip begins anew.
        if handing.to.get_untracked() == To::Nobody && handing.card.with_value(Option::is_none) {
            handing.resume(finding);
        } else {
            finding.resume();
        }
    }
    Effect::new(move |before: Option<()>| {
        handing.step.track();
        if before.is_some() {
            page::to_title();
        }
    });
    el("div")
        .class("ks-screen")
        .part(move || match handing.step.get() {
            Step::Whom => whom::whom(handing),
            Step::What => what::what(handing),
            Step::Check => check::check(handing),
            Step::Card(packed) => card::card(handing, packed),
            Step::Give(packed) => give(packed, Box::new(move || handing.step.set(Step::Check))),
        })
}

/// Who has this name; nobody where there is none.
fn to_named(name: Option<&str>) -> To {
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return To::Nobody;
    };
    let city = city_now();
    let called = city.offices.iter().find(|office| office.name.ja == name);
    called.map_or(To::Typed, |office| To::Office(office.id.clone()))
}

/// A name for a consent that nobody can guess and that tells nothing.
fn new_id(session: Session) -> String {
    let mut bytes = [0_u8; 8];
    session.random(&mut bytes);
    let letter = |byte: u8| char::from(b'a' + byte % 26);
    bytes.into_iter().map(letter).collect()
}

impl Handing {
    /// Who it is for, as the consent names them; "" for 自分用の控え.
    fn name(self) -> String {
        match self.to.get_untracked() {
            To::Nobody | To::Own => String::new(),
            To::Typed => self.typed.get_value().trim().to_owned(),
            To::Office(id) => city_now()
                .office(&id)
                .map_or(id, |office| office.name.ja.clone()),
        }
    }

    /// What it is for, in words of the form; "" where that was not chosen.
    fn purpose_in_words(self) -> &'static str {
        let code = self.purpose.get_untracked();
        let purpose = PURPOSES.iter().find(|purpose| purpose.code == code);
        purpose.map_or("", |purpose| purpose.label.ja)
    }

    /// Everything that goes, by each carrier.
    fn going(self, note: &Note, carrier: Carrier) -> Going {
        let mut picks = self.picks.get_untracked();
        picks.sort_by_key(|pick| {
            let place = forms::ALL.iter().position(|form| form.id == pick.form.id);
            place.unwrap_or(forms::ALL.len())
        });
        let hiding = self.withhold.get_untracked().then(|| {
            let places = self.places.get_untracked();
            (secrets(note), Withhold { places })
        });
        let papers = self.papers.get_untracked();
        let mut going = Going::of(note, &picks, carrier, hiding);
        going = going.enclosing(forms::ALL, note, &papers, carrier);
        going.says_left_out = going.withheld && self.says.get_untracked();
        going
    }

    /// What goes, in words, one thing a line.
    fn what_in_words(self) -> String {
        let note = expect_context::<Session>().note();
        in_words(&self.going(&note, Carrier::File)).join("\n")
    }

    /// What goes, sealed for nobody yet.
    fn pack(self, agreed: Option<Agreed>, instead: Option<String>) -> Packed {
        let session = expect_context::<Session>();
        let note = session.note();
        let mut made = Made {
            on: clock::today(),
            lang: lang_now(),
            salt: [0; 16],
        };
        session.random(&mut made.salt);
        let (file, codes) = (
            self.going(&note, Carrier::File),
            self.going(&note, Carrier::Codes),
        );
        let bundle = |going: &Going| match &agreed {
            Some(agreed) => to_office(going, agreed, made),
            None => Bundle::own_copy(going, made),
        };
        let less = codes != file;
        let slip = file.leaves.iter().find(|leaf| leaf.form == SLIP.id);
        Packed {
            file: bundle(&file),
            codes: less.then(|| bundle(&codes)),
            what: in_words(&file).join("\n"),
            what_in_codes: in_words(&codes).join("\n"),
            papers: file.papers.clone(),
            slip: slip.map_or_else(String::new, |leaf| leaf.one.clone()),
            tables: {
                let tables = file.leaves.iter().filter(|leaf| leaf.form == ACTIONS.id);
                tables.map(|leaf| leaf.one.clone()).collect()
            },
            consent: agreed.map(|agreed| (self.id.get_value(), agreed)),
            office: match self.to.get_untracked() {
                To::Office(id) => Some(id),
                To::Nobody | To::Own | To::Typed => None,
            },
            instead,
            card: None,
        }
    }
}

/// Where the family of a note lives, goes and can be called.
fn secrets(note: &Note) -> Secrets {
    let all: Vec<&Form> = forms::ALL.iter().chain(forms::CASE).collect();
    Secrets::of(&all, note)
}

/// What goes, in words of the forms: each sheet, and which parts of it.
fn in_words(going: &Going) -> Vec<String> {
    let line = |leaf: &crate::share::Leaf| {
        let form = forms::any_by_id(leaf.form);
        let parts = form.map_or(&[][..], |form| form.sections).iter();
        let parts = parts.filter(|part| match part.repeat {
            Some(_) => !leaf.record.entries(part).is_empty(),
            None => {
                let mut asked = part.questions.iter();
                asked.any(|question| leaf.record.answers.get(question.id).is_some())
            }
        });
        let parts: Vec<&str> = parts.map(|part| part.title.ja).collect();
        if parts.is_empty() || parts == [leaf.title] {
            return leaf.title.to_owned();
        }
        [leaf.title, "（", &parts.join("、"), "）"].concat()
    };
    let papers = going.papers.iter().map(enclose::in_words);
    going.leaves.iter().map(line).chain(papers).collect()
}

/// The sheets of a bundle that this version knows.
pub fn sheets_of(bundle: &Bundle) -> Vec<(&'static Form, Record)> {
    forms::ALL
        .iter()
        .filter_map(|form| Some((form, bundle.record(form)?)))
        .collect()
}
