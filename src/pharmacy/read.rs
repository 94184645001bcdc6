//! Text to [`Notebook`].

use super::{
    Bought, Coded, Creator, Day, Direction, Dispensing, Doctor, DosageForm, Facility,
    FamilyPharmacist, Ingredient, Kind, MAX_BYTES, Meaning, Medicine, Memo, Note, Notebook,
    Patient, Rp, Sex, Special, SpecialNote, Table, Told, Trouble, Usage, What, kind,
    kind::{beginning, is_utf8_japanese},
    line::columns,
    rows::meaning,
};
use crate::answer::narrow;

/// Why there is no notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Another code: say which.
    #[error("no medication notebook")]
    Foreign(Kind),
    /// Longer than [`MAX_BYTES`].
    #[error("too long")]
    TooLong,
}

/// Reads a whole, joined message. `decode` is CP932 to text, with U+FFFD for what is none: in the
/// browser `TextDecoder("shift_jis")`. An app's file that is UTF-8 after all is read as such.
pub fn parse(joined: &[u8], decode: &dyn Fn(&[u8]) -> String) -> Result<Notebook, Refused> {
    if joined.len() > MAX_BYTES {
        return Err(Refused::TooLong);
    }
    match std::str::from_utf8(joined) {
        Ok(text) if is_utf8_japanese(joined) => parse_text(text),
        _ => parse_text(&decode(beginning(joined))),
    }
}

/// As [`parse`], for a text that is decoded already.
pub fn parse_text(text: &str) -> Result<Notebook, Refused> {
    // Three bytes of UTF-8 for every two of CP932, or for one of a half-width kana.
    if text.len() > 3 * MAX_BYTES {
        return Err(Refused::TooLong);
    }
    match kind(text.as_bytes()) {
        Kind::Notebook => {}
        other => return Err(Refused::Foreign(other)),
    }
    let mut reader = Reader::default();
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    if lost > 0 {
        reader.trouble(0, None, What::Characters(lost as u32));
    }
    let text = text.replace("\r\n", "\n");
    for (at, line) in text.split(['\r', '\n', '\u{1A}', '\0']).enumerate() {
        reader.line(at as u32 + 1, line);
    }
    reader.finish();
    Ok(reader.notebook)
}

/// More columns than any record has.
const MAX_COLUMNS: usize = 12;

/// One record, its fields read by index.
struct Line<'a> {
    at: u32,
    number: u16,
    fields: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn get(&self, index: usize) -> &'a str {
        self.fields.get(index).copied().unwrap_or("")
    }

    fn text(&self, index: usize) -> String {
        self.get(index).to_owned()
    }

    fn number_at(&self, index: usize) -> Option<u16> {
        super::line::number(narrow(self.get(index)).as_bytes())
    }

    fn by(&self, index: usize) -> Option<Creator> {
        Creator::of(&narrow(self.get(index)))
    }

    fn coded(&self, index: usize) -> Coded {
        Coded {
            kind: narrow(self.get(index)),
            code: self.text(index + 1),
        }
    }

    fn note(&self, text: usize, by: usize) -> Note {
        Note {
            text: self.text(text),
            kind: None,
            by: self.by(by),
        }
    }

    fn facility(&self, by: usize) -> Facility {
        // Record 51 ends where record 11 goes on with an address.
        let here = |index: usize| {
            if index < by {
                self.text(index)
            } else {
                String::new()
            }
        };
        Facility {
            name: self.text(1),
            prefecture: narrow(self.get(2)),
            table: Table::of(&narrow(self.get(3))),
            code: narrow(self.get(4)),
            postcode: here(5),
            address: here(6),
            phone: here(7),
            by: self.by(by),
        }
    }

    fn doctor(&self) -> Doctor {
        Doctor {
            name: self.text(1),
            department: self.text(2),
            by: self.by(3),
        }
    }
}

/// Where the next record belongs.
#[derive(Default)]
struct Reader {
    notebook: Notebook,
    begun: bool,
    /// RP and medicine of the last record 201 of this dispensing.
    last: Option<(usize, usize)>,
    /// For every RP of this dispensing, how many medicines it had when its usage came.
    settled: Vec<usize>,
}

impl Reader {
    fn trouble(&mut self, line: u32, record: Option<u16>, what: What) {
        self.notebook.troubles.push(Trouble { line, record, what });
    }

    fn say(&mut self, line: &Line, what: What) {
        self.trouble(line.at, Some(line.number), what);
    }

    fn line(&mut self, at: u32, line: &str) {
        let line = trim(line);
        if line.is_empty() {
            return;
        }
        let mut all = line.split(',').map(trim);
        let mut fields: Vec<&str> = all.by_ref().take(MAX_COLUMNS).collect();
        let beyond = all.any(|field| !field.is_empty());
        let first = narrow(fields.first().copied().unwrap_or(""));
        if first
            .get(..7)
            .is_some_and(|head| head.eq_ignore_ascii_case("JAHISTC"))
        {
            return self.version(at, first.get(7..).unwrap_or(""), fields.get(1).copied());
        }
        let Some(number) = super::line::number(first.as_bytes()) else {
            return self.trouble(at, None, What::NoRecord);
        };
        let Some(columns) = columns(number) else {
            return self.trouble(at, Some(number), What::Unknown);
        };
        let surplus = fields.iter().skip(columns).any(|field| !field.is_empty());
        fields.truncate(columns);
        let line = Line { at, number, fields };
        if surplus || beyond {
            self.say(&line, What::Surplus);
        }
        self.record(&line);
    }

    fn version(&mut self, at: u32, version: &str, direction: Option<&str>) {
        // A merged or exported file may hold several; the first speaks for all.
        if self.begun {
            return;
        }
        self.begun = true;
        self.notebook.version = version.parse().ok();
        self.notebook.direction = direction.and_then(|code| Direction::of(&narrow(code)));
        if self.notebook.version.is_some_and(|version| version > 8) {
            self.trouble(at, None, What::Newer);
        }
    }

    fn record(&mut self, line: &Line) {
        match line.number {
            1 => self.patient(line),
            // Without its text or its name it is not kept.
            2 | 31 if line.get(2).is_empty() => {}
            2 => self.notebook.special.push(SpecialNote {
                kind: Special::of(&narrow(line.get(1))),
                text: line.text(2),
                by: line.by(3),
            }),
            3 if !line.get(1).is_empty() => self.bought(line),
            31 => self.ingredient(line),
            4 if !line.get(1).is_empty() => {
                let memo = self.memo(line, line.by(3));
                self.notebook.memos.push(memo);
            }
            5 => {
                let date = self.day(line, 1);
                let by = line.by(2);
                self.close();
                self.notebook.dispensings.push(Dispensing {
                    date,
                    by,
                    ..Dispensing::default()
                });
            }
            701 if !line.get(1).is_empty() || !line.get(2).is_empty() => {
                let pharmacist = FamilyPharmacist {
                    name: line.text(1),
                    pharmacy: line.text(2),
                    contact: line.text(3),
                    from: self.day(line, 4),
                    until: self.day(line, 5),
                    by: line.by(6),
                };
                self.notebook.family_pharmacists.push(pharmacist);
            }
            // Joining was the business of `Gather`.
            911 => {}
            201 | 281 | 291 | 301 | 311 | 391 => self.of_rp(line),
            _ => self.of_dispensing(line),
        }
    }

    fn patient(&mut self, line: &Line) {
        let patient = Patient {
            name: line.text(1),
            sex: Sex::of(&narrow(line.get(2))),
            birth: self.day(line, 3),
            postcode: line.text(4),
            address: line.text(5),
            phone: line.text(6),
            emergency: line.text(7),
            blood: line.text(8),
            weight: line.text(9),
            kana: line.text(10),
        };
        let known = &mut self.notebook.patient;
        if *known == Patient::default() {
            *known = patient;
        } else if (&known.name, known.birth.day) != (&patient.name, patient.birth.day) {
            self.say(line, What::SecondPatient);
        }
    }

    fn bought(&mut self, line: &Line) {
        let bought = Bought {
            name: line.text(1),
            from: self.day(line, 2),
            until: self.day(line, 3),
            by: line.by(4),
            serial: line.number_at(5),
            jan: line.text(6),
            ingredients: Vec::new(),
        };
        self.notebook.bought.push(bought);
    }

    fn ingredient(&mut self, line: &Line) {
        let ingredient = Ingredient {
            name: line.text(2),
            code: line.coded(3),
            by: line.by(5),
        };
        let serial = line.number_at(1);
        let all = &mut self.notebook.bought;
        let named = all.iter().rposition(|bought| bought.serial == serial);
        match named.and_then(|at| all.get_mut(at)) {
            Some(bought) => bought.ingredients.push(ingredient),
            None => self.say(line, What::Orphan),
        }
    }

    fn memo(&mut self, line: &Line, by: Option<Creator>) -> Memo {
        Memo {
            text: line.text(1),
            written: self.day(line, 2),
            by,
        }
    }

    fn day(&mut self, line: &Line, index: usize) -> Day {
        let day = Day::of(line.get(index));
        if day.is_odd() {
            self.say(line, What::Date);
        }
        day
    }

    /// The dispensing a line belongs to. Without a record 5 before it there is one without a date.
    fn dispensing(&mut self, line: &Line) -> Option<&mut Dispensing> {
        if self.notebook.dispensings.is_empty() {
            self.say(line, What::NoDispensing);
            self.notebook.dispensings.push(Dispensing::default());
        }
        self.notebook.dispensings.last_mut()
    }

    fn of_dispensing(&mut self, line: &Line) {
        if line.get(1).is_empty() {
            return;
        }
        let memo = (line.number == 601).then(|| self.memo(line, None));
        let Some(dispensing) = self.dispensing(line) else {
            return;
        };
        match line.number {
            11 => {
                dispensing.dispensed_at.get_or_insert(line.facility(8));
            }
            15 => {
                dispensing.dispensed_by.get_or_insert(line.doctor());
            }
            51 => dispensing.prescribed_at.push(line.facility(5)),
            55 => dispensing.doctors.push(line.doctor()),
            401 => dispensing.cautions.push(line.note(1, 2)),
            411 => dispensing.told.push(Note {
                kind: Told::of(&narrow(line.get(2))),
                ..line.note(1, 3)
            }),
            421 => dispensing.leftovers.push(line.note(1, 2)),
            501 => dispensing.remarks.push(line.note(1, 2)),
            _ => dispensing.written_by_patient.extend(memo),
        }
    }

    fn of_rp(&mut self, line: &Line) {
        // Whatever else stands there, nothing is said without these.
        let says = |from: usize| line.fields.iter().skip(from).any(|field| !field.is_empty());
        match line.number {
            201 if line.get(2).is_empty() => {
                if !line.get(3).is_empty() || !line.get(6).is_empty() {
                    self.say(line, What::NoName);
                }
                return;
            }
            301 if line.get(2).is_empty() && line.get(3).is_empty() && line.get(5).is_empty() => {
                return;
            }
            _ if !says(2) || line.get(2).is_empty() && line.number != 301 => return,
            _ => {}
        }
        let dose = narrow(line.get(3));
        if line.number == 201 && !dose.is_empty() && super::rows::decimal(&dose).is_none() {
            self.say(line, What::Dose);
        }
        let number = line.number_at(1);
        let mut last = self.last;
        let mut settled = std::mem::take(&mut self.settled);
        let Some(dispensing) = self.dispensing(line) else {
            return;
        };
        let rp = find_rp(dispensing, number);
        let facility = dispensing.prescribed_at.len().checked_sub(1);
        let doctor = dispensing.doctors.len().checked_sub(1);
        let Some(group) = dispensing.rps.get_mut(rp) else {
            return;
        };
        if group.medicines.is_empty() {
            (group.facility, group.doctor) = (facility, doctor);
        }
        let mut what = None;
        match line.number {
            201 => {
                last = Some((rp, group.medicines.len()));
                group.medicines.push(medicine(line));
            }
            301 => {
                if settled.len() <= rp {
                    settled.resize(rp + 1, 0);
                }
                let before = std::mem::replace(&mut settled[rp], group.medicines.len());
                match &mut group.usage {
                    None => group.usage = Some(usage(line)),
                    Some(first) if before == group.medicines.len() => {
                        // What the dose means is not for us to choose.
                        first.form = first.form.filter(|form| Some(*form) == usage(line).form);
                        what = Some(What::SecondUsage);
                    }
                    // A number that was not counted on: these medicines have their own usage.
                    Some(_) => {
                        settled[rp] = before;
                        let medicines = group.medicines.split_off(before);
                        last = None;
                        dispensing.rps.push(Rp {
                            number,
                            facility,
                            doctor,
                            medicines,
                            usage: Some(usage(line)),
                            ..Rp::default()
                        });
                        settled.resize(dispensing.rps.len() - 1, 0);
                        settled.extend(dispensing.rps.last().map(|rp| rp.medicines.len()));
                    }
                }
            }
            311 => group.notes.push(line.note(2, 3)),
            391 => group.cautions.push(line.note(2, 3)),
            _ => {
                let named = last.filter(|(of, _)| *of == rp).map(|(_, at)| at);
                let at = named.or_else(|| group.medicines.len().checked_sub(1));
                match at.and_then(|at| group.medicines.get_mut(at)) {
                    Some(medicine) if line.number == 281 => medicine.notes.push(line.note(2, 3)),
                    Some(medicine) => medicine.cautions.push(line.note(2, 3)),
                    None => what = Some(What::Orphan),
                }
            }
        }
        (self.last, self.settled) = (last, settled);
        if let Some(what) = what {
            self.say(line, what);
        }
    }

    /// Says what is missing in a dispensing when it ends.
    fn close(&mut self) {
        self.last = None;
        self.settled.clear();
        let Some(dispensing) = self.notebook.dispensings.last_mut() else {
            return;
        };
        let mut whats = Vec::new();
        for rp in &dispensing.rps {
            match (&rp.usage, rp.medicines.is_empty()) {
                (None, false) => whats.push((301, What::NoUsage)),
                (Some(_), true) => whats.push((301, What::NoMedicine)),
                (Some(_), false) if meaning(rp) == Meaning::Unknown => {
                    whats.push((301, What::Meaning));
                }
                _ => {}
            }
        }
        dispensing.rps.retain(|rp| !rp.medicines.is_empty());
        for (record, what) in whats {
            self.trouble(0, Some(record), what);
        }
    }

    fn finish(&mut self) {
        self.close();
    }
}

/// The RP of a number in this dispensing, made where it is new.
fn find_rp(dispensing: &mut Dispensing, number: Option<u16>) -> usize {
    let known = dispensing.rps.iter().rposition(|rp| rp.number == number);
    known.unwrap_or_else(|| {
        dispensing.rps.push(Rp {
            number,
            ..Rp::default()
        });
        dispensing.rps.len() - 1
    })
}

fn medicine(line: &Line) -> Medicine {
    Medicine {
        name: line.text(2),
        dose: line.text(3),
        unit: line.text(4),
        code: line.coded(5),
        by: line.by(7),
        generic: line.text(8),
        generic_code: line.coded(9),
        notes: Vec::new(),
        cautions: Vec::new(),
    }
}

fn usage(line: &Line) -> Usage {
    Usage {
        text: line.text(2),
        quantity: line.text(3),
        unit: line.text(4),
        form: DosageForm::of(&narrow(line.get(5))),
        code: line.coded(6),
        by: line.by(8),
    }
}

/// Without blanks of either width, and without what is no character, around it.
fn trim(field: &str) -> &str {
    field.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{FEFF}')
}
