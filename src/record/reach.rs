//! How far answers may go.

use super::{Answers, Record};
use crate::form::{Form, Question, Reach, Role, Section};

impl Record {
    /// What goes with the sheet when that is handed over: without rows for the family only, and
    /// without answers that go only when they are chosen by themselves. They are taken out by their
    /// ids, so that one which is written in a shape we do not know is absent too.
    #[must_use]
    pub fn with_its_sheet(mut self, form: &Form) -> Record {
        for question in form.once().filter(stays) {
            leave_out(question, &mut self.answers);
        }
        for part in form.groups() {
            let questions = || part.questions.iter().filter(stays);
            if questions().next().is_some() {
                // Rows of a shape we do not know may hold any of it.
                self.answers.unknown.remove(part.id);
            }
            if let Some(entries) = self.groups.get_mut(part.id) {
                entries.retain(|entry| may_go(part, entry));
                for entry in entries {
                    questions().for_each(|question| leave_out(question, entry));
                }
            }
        }
        self
    }
}

fn stays(question: &&'static Question) -> bool {
    question.reach != Reach::Sheet
}

fn leave_out(question: &Question, answers: &mut Answers) {
    answers.known.remove(question.id);
    answers.unknown.remove(question.id);
}

/// Whether a row may go: not one for the family only, nor one of which something is said that
/// this version does not know.
fn may_go(part: &Section, entry: &Answers) -> bool {
    let mut reach = part.questions.iter();
    let reach = reach.find(|question| question.role == Some(Role::RowReach));
    reach.is_none_or(|question| {
        let said = matches!(entry.text(question.id), "" | "ask" | "always");
        said && !entry.unknown.contains_key(question.id)
    })
}
