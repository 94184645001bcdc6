//! Rows of the medication sheet as JAHISTC08, written by the patient for a facility (出力区分 2).
//!
//! A line of the shape [`super::dose_in_words`] writes becomes figures again; any other becomes a
//! name without a dose. A row without an exact day or without a medicine is a memo (record 4): the
//! format has no date that is only a year.

use std::collections::BTreeSet;

use super::{
    Child, Cp932, Meaning, Sex,
    rows::{CLINIC, DIAGNOSIS, MEDICINE, REMARKS, WHEN, decimal, label},
};
use crate::{
    answer::{Answer, PartialDate, Period, Typed, narrow},
    record::Entry,
};

/// Bytes for one symbol: version 20-M holds 666, which a phone reads from another's screen.
pub const PART_BYTES: usize = 660;
/// 16 are what anybody shows and anybody scans.
const MAX_PARTS: usize = 16;

/// What goes out beside dates and medicines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct With {
    /// 診断名.
    pub diagnosis: bool,
    /// 医療機関名.
    pub clinic: bool,
    /// 備考, the usage among it.
    pub remarks: bool,
}

impl Default for With {
    /// All but the diagnosis.
    fn default() -> Self {
        With {
            diagnosis: false,
            clinic: true,
            remarks: true,
        }
    }
}

impl With {
    /// A row without what does not go.
    fn of(self, row: &Entry) -> Entry {
        let mut row = row.clone();
        let stays = [
            (DIAGNOSIS, self.diagnosis),
            (CLINIC, self.clinic),
            (REMARKS, self.remarks),
        ];
        for (id, goes) in stays {
            if !goes {
                row.put(id, Answer::Text(String::new()));
            }
        }
        row
    }
}

/// An exported notebook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The records after the version, CP932, without line breaks.
    records: Vec<Vec<u8>>,
    /// How many rows became memos.
    pub memos: usize,
    /// Characters the format cannot hold; 〓 stands for each. For the screen only.
    pub unencodable: BTreeSet<char>,
    /// How many names and clinics were cut to the length of their field.
    pub shortened: usize,
}

/// It does not fit into symbols: hand over the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too long for codes")]
pub struct TooLong;

const HEAD: &[u8] = b"JAHISTC08,2";

/// Writes rows, the newest first. A sex the format does not know stays blank.
pub fn export(
    child: &Child,
    sex: Option<Sex>,
    rows: &[Entry],
    with: With,
    cp932: &Cp932,
) -> Written {
    let mut writer = Writer {
        cp932,
        out: Written::default(),
    };
    let birth = child.birth.and_then(digits).unwrap_or_default();
    let sex = sex.map_or("", Sex::code);
    let name = writer.short(&child.name, 40);
    let kana = writer.short(&child.kana, 40);
    let blanks = [&b""[..]; 6];
    let mut fields = vec![&b"1"[..], &name, sex.as_bytes(), birth.as_bytes()];
    fields.extend(blanks);
    fields.push(&kana);
    writer.record(&fields);

    let day = |row: &Entry| {
        let from = row.get(WHEN).map(Answer::period).unwrap_or_default().from;
        let day = from.understood().ok().filter(|date| date.day.is_some());
        day.filter(|_| !row.text(MEDICINE).trim().is_empty())
    };
    let rows: Vec<Entry> = rows.iter().map(|row| with.of(row)).collect();
    let mut dated: Vec<(PartialDate, &Entry)> = Vec::new();
    for row in &rows {
        match day(row) {
            Some(day) => dated.push((day, row)),
            None => writer.memo(row),
        }
    }
    dated.sort_by(|(a, _), (b, _)| b.cmp(a));
    for (day, row) in dated {
        writer.row(day, row);
    }
    writer.out
}

impl Written {
    /// The file: CP932, CR LF after every record but the last.
    pub fn file(&self) -> Vec<u8> {
        assemble(&self.records, None)
    }

    /// The same as messages for one symbol each, of at most [`PART_BYTES`]: cut between records,
    /// each with its record 911. `id` names the set: the time of export as `YYYYMMDDhhmmss`.
    pub fn parts(&self, id: &str) -> Result<Vec<Vec<u8>>, TooLong> {
        let whole = self.file();
        if whole.len() <= PART_BYTES {
            return Ok(vec![whole]);
        }
        let id: String = id.chars().filter(char::is_ascii_digit).take(14).collect();
        let room = PART_BYTES - HEAD.len() - b"\r\n\r\n911,,16,16".len() - id.len();
        let mut groups: Vec<Vec<&[u8]>> = vec![Vec::new()];
        let mut used = 0;
        for record in &self.records {
            // No record is longer than a symbol: its longest field has 400 bytes.
            let cost = record.len() + 2;
            if used + cost > room {
                groups.push(Vec::new());
                used = 0;
            }
            used += cost;
            if let Some(group) = groups.last_mut() {
                group.push(record);
            }
        }
        if groups.len() > MAX_PARTS {
            return Err(TooLong);
        }
        let total = groups.len();
        let part = |(at, group): (usize, &Vec<&[u8]>)| {
            let control = format!("911,{id},{total},{}", at + 1);
            assemble(group, Some(control.as_bytes()))
        };
        Ok(groups.iter().enumerate().map(part).collect())
    }
}

fn assemble<R: AsRef<[u8]>>(records: &[R], control: Option<&[u8]>) -> Vec<u8> {
    let mut out = HEAD.to_vec();
    for record in records.iter().map(AsRef::as_ref).chain(control) {
        out.extend(b"\r\n");
        out.extend(record);
    }
    out
}

/// A line of a row, taken apart.
struct Dose<'a> {
    name: &'a str,
    figure: &'a str,
    unit: &'a str,
    meaning: Meaning,
    quantity: &'a str,
    quantity_unit: &'a str,
}

struct Writer<'a> {
    cp932: &'a Cp932,
    out: Written,
}

impl Writer<'_> {
    fn record(&mut self, fields: &[&[u8]]) {
        self.out.records.push(fields.join(&b','));
    }

    fn row(&mut self, day: PartialDate, row: &Entry) {
        let date = digits(day).unwrap_or_default();
        self.record(&[b"5", date.as_bytes(), b"2"]);
        let clinic = self.short(row.text(CLINIC), 120);
        if !clinic.is_empty() {
            self.record(&[b"51", &clinic, b"", b"", b"", b"2"]);
        }
        let lines = row.text(MEDICINE).lines().map(str::trim);
        let doses: Vec<Dose> = lines.filter(|line| !line.is_empty()).map(dose).collect();
        let mut remarks = row
            .text(REMARKS)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let usage = remarks.next().unwrap_or("");
        let notes: Vec<&str> = remarks.collect();
        let alike = |a: &Dose, b: &Dose| {
            (a.meaning, a.quantity, a.quantity_unit) == (b.meaning, b.quantity, b.quantity_unit)
        };
        for (at, group) in doses.chunk_by(alike).enumerate() {
            let rp = (at + 1).to_string();
            self.rp(rp.as_bytes(), group, usage, &notes);
        }
        self.long(b"501", &[], row.text(DIAGNOSIS), 400, &[b"2"]);
        let period = row.get(WHEN).map(Answer::period).unwrap_or_default();
        if !period.until.is_blank() || period.ongoing {
            self.long(b"601", &[], &in_words(&period), 400, &[b""]);
        }
    }

    fn rp(&mut self, rp: &[u8], group: &[Dose], usage: &str, notes: &[&str]) {
        for dose in group {
            // Names may have 120, but what does not fit goes on in notes of 100.
            let mut names = self.pieces(dose.name, 100).into_iter();
            let name = names.next().unwrap_or_default();
            let mut unit = self.short(dose.unit, 12);
            let figure = narrow(dose.figure);
            if figure.is_empty() {
                unit.clear();
            }
            self.record(&[
                b"201",
                rp,
                &name,
                figure.as_bytes(),
                &unit,
                b"1",
                b"",
                b"2",
                b"",
                b"",
                b"",
            ]);
            for more in names {
                self.record(&[b"281", rp, &more, b"2"]);
            }
        }
        let Some(first) = group.first() else { return };
        let (form, quantity, unit) = match (first.meaning, first.quantity) {
            (Meaning::Day, quantity) => ("1", quantity, first.quantity_unit),
            (Meaning::Time, quantity) => ("3", quantity, first.quantity_unit),
            (Meaning::Whole, "") => ("10", "1", "調剤"),
            (Meaning::Whole, quantity) => ("10", quantity, first.quantity_unit),
            (Meaning::Unknown, quantity) => ("", quantity, first.quantity_unit),
        };
        let quantity = narrow(quantity);
        let unit = self.short(unit, 100);
        let mut usages = self.pieces(usage, 100).into_iter();
        let usage = usages.next().unwrap_or_default();
        self.record(&[
            b"301",
            rp,
            &usage,
            quantity.as_bytes(),
            &unit,
            form.as_bytes(),
            b"1",
            b"",
            b"2",
        ]);
        for more in usages {
            self.record(&[b"311", rp, &more, b"2"]);
        }
        for note in notes {
            self.long(b"311", &[rp], note, 100, &[b"2"]);
        }
    }

    fn memo(&mut self, row: &Entry) {
        let period = row.get(WHEN).map(Answer::period).unwrap_or_default();
        let when = in_words(&period);
        let parts = [
            &when,
            row.text(DIAGNOSIS),
            row.text(CLINIC),
            row.text(MEDICINE),
            row.text(REMARKS),
        ];
        let parts: Vec<&str> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        if !parts.is_empty() {
            self.out.memos += 1;
            self.long(b"4", &[], &parts.join(" "), 400, &[b"", b"2"]);
        }
    }

    /// A text in as many records as it takes.
    fn long(&mut self, number: &[u8], before: &[&[u8]], text: &str, most: usize, after: &[&[u8]]) {
        for piece in self.pieces(text, most) {
            let mut fields = vec![number];
            fields.extend(before);
            fields.push(&piece);
            fields.extend(after);
            self.record(&fields);
        }
    }

    /// A text that has one field and no other place to go on.
    fn short(&mut self, text: &str, most: usize) -> Vec<u8> {
        let mut pieces = self.pieces(text, most).into_iter();
        let first = pieces.next().unwrap_or_default();
        self.out.shortened += usize::from(pieces.next().is_some());
        first
    }

    /// A text as fields of at most `most` bytes, cut between characters. None where it is blank.
    fn pieces(&mut self, text: &str, most: usize) -> Vec<Vec<u8>> {
        let mut pieces: Vec<Vec<u8>> = Vec::new();
        let mut one = Vec::with_capacity(2);
        for c in text.trim().chars() {
            let c = match c {
                ',' => '，',
                c if c.is_control() => ' ',
                c => c,
            };
            one.clear();
            if !self.cp932.push(c, &mut one) {
                self.out.unencodable.insert(c);
                self.cp932.push('〓', &mut one);
            }
            match pieces.last_mut() {
                Some(last) if last.len() + one.len() <= most => last.extend(&one),
                _ => pieces.push(one.clone()),
            }
        }
        pieces
    }
}

/// `NAME 1日量 0.3 g／5日分` as its parts; anything else is a name.
fn dose(line: &str) -> Dose<'_> {
    let plain = Dose {
        name: line,
        figure: "",
        unit: "",
        meaning: Meaning::Unknown,
        quantity: "",
        quantity_unit: "",
    };
    let meanings = [
        Meaning::Day,
        Meaning::Time,
        Meaning::Whole,
        Meaning::Unknown,
    ];
    let found = meanings.into_iter().find_map(|meaning| {
        let (name, rest) = line.rsplit_once(label(meaning))?;
        let (name, rest) = (name.strip_suffix(' ')?, rest.strip_prefix(' ')?);
        (!name.is_empty()).then_some((meaning, name, rest))
    });
    let Some((meaning, name, rest)) = found else {
        return plain;
    };
    let counted = rest.rsplit_once('／').and_then(|(rest, count)| {
        let digits = count.bytes().take_while(u8::is_ascii_digit).count();
        let (quantity, unit) = count.split_at(digits);
        (matches!(digits, 1..=3)).then_some((rest, quantity, unit))
    });
    let (rest, quantity, quantity_unit) = counted.unwrap_or((rest, "", ""));
    let (figure, unit) = rest.split_once(' ').unwrap_or((rest, ""));
    if decimal(figure).is_none() || unit.chars().count() > 6 {
        return plain;
    }
    Dose {
        name,
        figure,
        unit,
        meaning,
        quantity,
        quantity_unit,
    }
}

fn digits(date: PartialDate) -> Option<String> {
    date.day?;
    Some(date.iso().replace('-', ""))
}

/// 2024年4月～2024年6月, as far as it is written.
fn in_words(period: &Period) -> String {
    let side = |typed: &Typed| match typed.understood() {
        Ok(date) => date.ja(),
        Err(_) => {
            let parts = [typed.year.trim(), typed.month.trim(), typed.day.trim()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            parts.join("/")
        }
    };
    let mut out = side(&period.from);
    if !period.until.is_blank() || period.ongoing {
        out.push('～');
        out.push_str(&side(&period.until));
    }
    if period.ongoing {
        out.push_str("続いています");
    }
    out
}
