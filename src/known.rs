//! What a note knows already: names, numbers, places, written once and asked again elsewhere.

use crate::{
    answer::phone,
    form::{Form, Kind, Offer, Question, Reach, Role, Section},
    record::{Answers, Note},
};

/// So many are offered; more would have to be read through.
const MOST: usize = 5;

/// How the relation of a sister or brother begins, as seen from the child.
const SIBLINGS: [&str; 9] = [
    "兄",
    "姉",
    "弟",
    "妹",
    "あに",
    "あね",
    "おとうと",
    "いもうと",
    "きょうだい",
];

/// What was written of a kind, each once, where it was written last: in the order of the sheets, the
/// sheet `here` behind all others. Where there is too much, the last are the nearest and the newest.
/// What never leaves this device is not carried into another field.
pub fn known(forms: &[Form], note: &Note, offer: Offer, here: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let (own, others): (Vec<&Form>, Vec<&Form>) = forms.iter().partition(|form| form.id == here);
    for form in others.into_iter().chain(own) {
        let record = note.record(form);
        for section in form.sections {
            let once = std::slice::from_ref(&record.answers);
            let entries = if section.repeat.is_some() {
                record.entries(section)
            } else {
                once
            };
            for entry in entries {
                let sibling = offer == Offer::Child && is_sibling(section, entry);
                let asks = |q: &&Question| tells(q, offer) || (sibling && tells(q, Offer::Person));
                for question in section.questions.iter().filter(asks) {
                    let text = entry.text(question.id).trim();
                    if !text.is_empty() && !text.contains('\n') {
                        all.retain(|known| alike(known) != alike(text));
                        all.push(text.to_owned());
                    }
                }
            }
        }
    }
    all.split_off(all.len().saturating_sub(MOST))
}

/// Numbers that differ only in how they are grouped are one, and so are spaces of any width.
fn alike(text: &str) -> String {
    let number = phone(text);
    number.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a row is about a sister or brother of the child.
fn is_sibling(section: &Section, entry: &Answers) -> bool {
    let mut asked = section.questions.iter();
    let relation = asked.find(|question| question.role == Some(Role::Relation));
    let relation = relation.map_or("", |question| entry.text(question.id).trim());
    SIBLINGS.iter().any(|word| relation.starts_with(word))
}

/// Whether what is written there is of a kind.
fn tells(question: &Question, offer: Offer) -> bool {
    let fits = match question.kind {
        Kind::Line | Kind::Lines => offer != Offer::Phone,
        Kind::Phone => offer == Offer::Phone,
        _ => false,
    };
    if question.reach == Reach::Stays || !fits {
        return false;
    }
    let role = |roles: &[Role]| question.role.is_some_and(|role| roles.contains(&role));
    let by_role = match offer {
        Offer::Person => role(&[Role::Person, Role::Name]),
        Offer::Child => role(&[Role::Name]),
        Offer::Phone => true,
        Offer::Address => role(&[Role::Address]),
        Offer::Place => role(&[Role::Place]),
        Offer::Supporter => role(&[Role::Supporter]),
        Offer::Diagnosis => role(&[Role::Diagnosis]),
    };
    by_role || question.offer == Some(offer)
}
