//! How far answers may go.

use super::{Answers, Record};
use crate::form::{Form, Question, Reach, Role, Section};

impl Record {
    /// What goes with the sheet when that is handed over: without rows for the family only, and
    /// without answers that go only when they are chosen by themselves.
    #[must_use]
    pub fn with_its_sheet(self, form: &Form) -> Record {
        self.going(form, &|_, _| false)
    }

    /// What goes with the sheet, and of the answers that do not those that were chosen; what stays
    /// on this device stays whatever was chosen. Answers are taken out by their ids, so that one
    /// which is written in a shape we do not know is absent too.
    #[must_use]
    pub fn going(mut self, form: &Form, chosen: &dyn Fn(&Section, &Question) -> bool) -> Record {
        for part in form.sections {
            let stays = |question: &&Question| match question.reach {
                Reach::Sheet => false,
                Reach::Asked | Reach::File => !chosen(part, question),
                Reach::Stays => true,
            };
            let staying: Vec<_> = part.questions.iter().filter(stays).collect();
            if part.repeat.is_none() {
                leave_out(&staying, &mut self.answers);
                continue;
            }
            if part.questions.iter().any(|q| q.reach != Reach::Sheet) {
                // Rows of a shape we do not know may hold any of it.
                self.answers.unknown.remove(part.id);
            }
            if let Some(entries) = self.groups.get_mut(part.id) {
                entries.retain(|entry| may_go(part, entry));
                for entry in entries {
                    leave_out(&staying, entry);
                }
            }
        }
        self
    }
}

fn leave_out(questions: &[&Question], answers: &mut Answers) {
    for question in questions {
        answers.remove(question.id);
        answers.unknown.remove(question.id);
    }
}

/// Whether a row may go: not one for the family only, nor one of which something is said that
/// this version does not know.
pub(crate) fn may_go(part: &Section, entry: &Answers) -> bool {
    let mut reach = part.questions.iter();
    let reach = reach.find(|question| question.role == Some(Role::RowReach));
    reach.is_none_or(|question| {
        let said = matches!(entry.text(question.id), "" | "ask" | "always");
        said && !entry.unknown.contains_key(question.id)
    })
}
