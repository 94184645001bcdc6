//! From a notebook to rows of the medication sheet: what a parent picked, and nothing else.
//!
//! A row holds the medicines of one RP, a line each. Every line says by itself what its figure
//! means (`1日量 0.3 g／5日分`): a daily amount read as a single one is a threefold overdose.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Bought, Dispensing, DosageForm, Facility, Meaning, Medicine, Note, Notebook, Rp, Table, after,
};
use crate::{
    answer::{Answer, PartialDate, Period, Typed, hiragana, narrow},
    record::Entry,
};

/// The questions of a row of the medication sheet.
pub(super) const WHEN: &str = "when";
pub(super) const DIAGNOSIS: &str = "diagnosis";
pub(super) const CLINIC: &str = "clinic";
pub(super) const MEDICINE: &str = "medicine";
pub(super) const REMARKS: &str = "remarks";

/// One medicine of a notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// One that was dispensed: the places of its dispensing, RP and line.
    Dispensed(usize, usize, usize),
    /// One that was bought: its place.
    Bought(usize),
}

/// What of a medicine goes into a row, beside its name and dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a box to tick")]
pub struct Fields {
    /// 医療機関名.
    pub clinic: bool,
    /// 用法.
    pub usage: bool,
    /// 用法補足 and 薬品補足.
    pub notes: bool,
    /// 服用注意 of the medicine and of the RP.
    pub cautions: bool,
    /// The name of the doctor, with the department.
    pub doctor: bool,
    /// 備考 and 服用注意 of the whole dispensing, and what the patient wrote.
    pub remarks: bool,
    /// Until when the days last, counted from the day of dispensing; else only that day. A guess:
    /// nobody wrote on which day it was begun.
    pub until: bool,
}

impl Default for Fields {
    /// What the columns of the paper ask for.
    fn default() -> Self {
        Fields {
            clinic: true,
            usage: true,
            notes: true,
            cautions: true,
            doctor: false,
            remarks: false,
            until: false,
        }
    }
}

/// What the doses of an RP mean. Where 剤形 and unit contradict each other, nothing is certain.
pub fn meaning(rp: &Rp) -> Meaning {
    let Some(usage) = &rp.usage else {
        return Meaning::Unknown;
    };
    let meaning = usage.form.map_or(Meaning::Unknown, DosageForm::meaning);
    match (meaning, usage.unit.as_str()) {
        (Meaning::Day, "回分" | "回") | (Meaning::Time, "日分" | "日") => Meaning::Unknown,
        _ => meaning,
    }
}

/// All medicines of a notebook, in its order.
pub fn picks(notebook: &Notebook) -> Vec<Pick> {
    let mut all = Vec::new();
    for (d, dispensing) in notebook.dispensings.iter().enumerate() {
        for (r, rp) in dispensing.rps.iter().enumerate() {
            all.extend((0..rp.medicines.len()).map(|m| Pick::Dispensed(d, r, m)));
        }
    }
    all.extend((0..notebook.bought.len()).map(Pick::Bought));
    all
}

/// The words before the figure of a dose.
pub(super) fn label(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Day => "1日量",
        Meaning::Time => "1回量",
        Meaning::Whole => "全量",
        Meaning::Unknown => "記載の量",
    }
}

/// A dispensed medicine in one line: name, dose with its meaning, for how long or how often.
pub fn dose_in_words(rp: &Rp, medicine: &Medicine) -> String {
    let mut out = medicine.name.clone();
    let dose = narrow(&medicine.dose);
    if !dose.is_empty() {
        for word in [label(meaning(rp)), &dose, &medicine.unit] {
            if !word.is_empty() {
                out.push(' ');
                out.push_str(word);
            }
        }
    }
    if let Some(usage) = &rp.usage
        && !usage.quantity.is_empty()
    {
        let quantity = narrow(&usage.quantity);
        // 1調剤 only says that it is the whole amount.
        if (quantity.as_str(), usage.unit.as_str()) != ("1", "調剤") {
            out.push_str(if dose.is_empty() { " " } else { "／" });
            out.push_str(&quantity);
            out.push_str(&usage.unit);
        }
    }
    out
}

/// Rows for what was picked: one for every RP, one for every product bought.
pub fn rows(notebook: &Notebook, picked: &[Pick], fields: Fields) -> Vec<Entry> {
    let picked: BTreeSet<Pick> = picked.iter().copied().collect();
    let mut rows = Vec::new();
    for (d, dispensing) in notebook.dispensings.iter().enumerate() {
        for (r, rp) in dispensing.rps.iter().enumerate() {
            let chosen = rp.medicines.iter().enumerate();
            let chosen = chosen.filter(|(m, _)| picked.contains(&Pick::Dispensed(d, r, *m)));
            let chosen: Vec<&Medicine> = chosen.map(|(_, medicine)| medicine).collect();
            if !chosen.is_empty() {
                rows.push(row(dispensing, rp, &chosen, fields));
            }
        }
    }
    for (at, bought) in notebook.bought.iter().enumerate() {
        if picked.contains(&Pick::Bought(at)) {
            rows.push(bought_row(bought, fields));
        }
    }
    rows
}

fn row(dispensing: &Dispensing, rp: &Rp, chosen: &[&Medicine], fields: Fields) -> Entry {
    let mut row = Entry::default();
    let mut period = single(dispensing.date.day);
    if fields.until && meaning(rp) == Meaning::Day {
        period.until = last_day(dispensing, rp)
            .map(Typed::from)
            .unwrap_or_default();
    }
    row.put(WHEN, Answer::Period(period));
    if fields.clinic
        && let Some(clinic) = clinic(dispensing, rp)
    {
        row.put(CLINIC, Answer::Text(clinic.name.clone()));
    }
    let lines: Vec<String> = chosen.iter().map(|m| dose_in_words(rp, m)).collect();
    row.put(MEDICINE, Answer::Text(lines.join("\n")));
    let lines = remarks(dispensing, rp, chosen, fields);
    row.put(REMARKS, Answer::Text(lines.join("\n")));
    row
}

fn remarks(dispensing: &Dispensing, rp: &Rp, chosen: &[&Medicine], fields: Fields) -> Vec<String> {
    let mut out = Vec::new();
    let add = |notes: &[Note], out: &mut Vec<String>| {
        out.extend(notes.iter().map(|note| note.text.clone()));
    };
    if fields.usage
        && let Some(usage) = &rp.usage
    {
        out.extend((!usage.text.is_empty()).then(|| usage.text.clone()));
    }
    if fields.notes {
        add(&rp.notes, &mut out);
    }
    if fields.cautions {
        add(&rp.cautions, &mut out);
    }
    for medicine in chosen {
        let mut own = Vec::new();
        if fields.notes {
            add(&medicine.notes, &mut own);
        }
        if fields.cautions {
            add(&medicine.cautions, &mut own);
        }
        // Which of several it is about has to be said.
        let about = |text: String| {
            if rp.medicines.len() > 1 {
                [medicine.name.as_str(), "：", &text].concat()
            } else {
                text
            }
        };
        out.extend(own.into_iter().map(about));
    }
    if fields.doctor
        && let Some(doctor) = rp.doctor.and_then(|at| dispensing.doctors.get(at))
    {
        let parts = [doctor.department.as_str(), doctor.name.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        out.push(parts.join(" "));
    }
    if fields.remarks {
        add(&dispensing.cautions, &mut out);
        add(&dispensing.remarks, &mut out);
        let written = dispensing.written_by_patient.iter();
        out.extend(written.map(|memo| memo.text.clone()));
    }
    out
}

fn bought_row(bought: &Bought, fields: Fields) -> Entry {
    let mut row = Entry::default();
    let mut period = single(bought.from.day);
    period.until = bought.until.day.map(Typed::from).unwrap_or_default();
    row.put(WHEN, Answer::Period(period));
    row.put(MEDICINE, Answer::Text(bought.name.clone()));
    let mut remarks = "市販の薬".to_owned();
    if fields.notes {
        for ingredient in &bought.ingredients {
            remarks.push('\n');
            remarks.push_str(&ingredient.name);
        }
    }
    row.put(REMARKS, Answer::Text(remarks));
    row
}

/// Who prescribed; where nobody says so, the hospital that dispensed. Never a pharmacy.
fn clinic<'a>(dispensing: &'a Dispensing, rp: &Rp) -> Option<&'a Facility> {
    let prescribed = rp.facility.and_then(|at| dispensing.prescribed_at.get(at));
    let hospital = |place: &&Facility| place.table != Some(Table::Pharmacy);
    prescribed.or(dispensing.dispensed_at.as_ref().filter(hospital))
}

fn single(day: Option<PartialDate>) -> Period {
    Period {
        from: day.map(Typed::from).unwrap_or_default(),
        ..Period::default()
    }
}

fn last_day(dispensing: &Dispensing, rp: &Rp) -> Option<PartialDate> {
    let usage = rp.usage.as_ref().filter(|usage| usage.unit == "日分")?;
    let days: u16 = narrow(&usage.quantity).parse().ok()?;
    let days = days.checked_sub(1).filter(|days| *days < 1000)?;
    after(dispensing.date.day?, days)
}

/// What tells a medicine from all others, whoever scans it again: day, facility, RP, name, dose.
/// Never show it and never keep it unsealed.
pub fn key(notebook: &Notebook, pick: Pick) -> Option<String> {
    let (day, parts) = match pick {
        Pick::Bought(at) => {
            let bought = notebook.bought.get(at)?;
            (&bought.from, vec![fold(&bought.name), fold(&bought.jan)])
        }
        Pick::Dispensed(d, r, m) => {
            let dispensing = notebook.dispensings.get(d)?;
            let rp = dispensing.rps.get(r)?;
            let medicine = rp.medicines.get(m)?;
            let place = dispensing.dispensed_at.as_ref().or(clinic(dispensing, rp));
            let place = place.map(|place| match place.code.as_str() {
                "" => fold(&place.name),
                code => code.to_owned(),
            });
            let dose = narrow(&medicine.dose);
            let dose = decimal(&dose).map_or(dose, |exact| exact.to_string());
            let number = rp.number.unwrap_or_default().to_string();
            let parts = vec![
                place.unwrap_or_default(),
                number,
                fold(&medicine.name),
                dose,
            ];
            (&dispensing.date, parts)
        }
    };
    let day = day.day.map_or_else(|| fold(&day.raw), PartialDate::iso);
    Some([day, parts.join("|")].join("|"))
}

/// Which medicines stand in these rows already: same day, same line. What the parent has since
/// written into the other answers does not matter. Each line of a row stands for one medicine.
pub fn already(notebook: &Notebook, rows: &[Entry]) -> Vec<Pick> {
    let mut there: BTreeMap<(Option<PartialDate>, String), usize> = BTreeMap::new();
    for row in rows {
        let from = row.get(WHEN).map(Answer::period).unwrap_or_default().from;
        let day = from.understood().ok();
        for line in row.text(MEDICINE).lines() {
            *there.entry((day, fold(line))).or_default() += 1;
        }
    }
    let mut found = Vec::new();
    for pick in picks(notebook) {
        let line = match pick {
            Pick::Bought(at) => {
                let bought = notebook.bought.get(at);
                bought.map(|bought| (bought.from.day, fold(&bought.name)))
            }
            Pick::Dispensed(d, r, m) => notebook.dispensings.get(d).and_then(|dispensing| {
                let rp = dispensing.rps.get(r)?;
                let line = dose_in_words(rp, rp.medicines.get(m)?);
                Some((dispensing.date.day, fold(&line)))
            }),
        };
        if let Some(left) = line.and_then(|line| there.get_mut(&line))
            && *left > 0
        {
            *left -= 1;
            found.push(pick);
        }
    }
    found
}

/// Which medicines stand in these rows under their name, on the same day, whatever else the parent
/// has changed in the line. Those of [`already`] are among them.
pub fn similar(notebook: &Notebook, rows: &[Entry]) -> Vec<Pick> {
    let mut there: BTreeMap<PartialDate, Vec<String>> = BTreeMap::new();
    for row in rows {
        let from = row.get(WHEN).map(Answer::period).unwrap_or_default().from;
        if let Ok(day) = from.understood() {
            let lines = row.text(MEDICINE).lines().map(fold);
            there.entry(day).or_default().extend(lines);
        }
    }
    let mut found = already(notebook, rows);
    for pick in picks(notebook) {
        let named = match pick {
            Pick::Bought(at) => notebook
                .bought
                .get(at)
                .map(|bought| (bought.from.day, &bought.name)),
            Pick::Dispensed(d, r, m) => notebook.dispensings.get(d).and_then(|dispensing| {
                let medicine = dispensing.rps.get(r)?.medicines.get(m)?;
                Some((dispensing.date.day, &medicine.name))
            }),
        };
        let Some((Some(day), name)) = named else {
            continue;
        };
        let name = fold(name);
        let lines = there.get(&day).map(Vec::as_slice).unwrap_or_default();
        if lines.iter().any(|line| line.starts_with(&name)) && !found.contains(&pick) {
            found.push(pick);
        }
    }
    found.sort_unstable();
    found
}

/// Puts rows in the order of their days, as a course of medication is read; those without one stay
/// behind.
pub fn by_day(rows: &mut [Entry]) {
    rows.sort_by_cached_key(|row| {
        let from = row.get(WHEN).map(Answer::period).unwrap_or_default().from;
        let day = from.understood().ok();
        (day.is_none(), day)
    });
}

/// For comparing only: one width, one kana, no blanks.
pub(super) fn fold(text: &str) -> String {
    let text = hiragana(&narrow(text));
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A figure of at most 6 and 5 digits, in hundred-thousandths.
pub(super) fn decimal(figure: &str) -> Option<u64> {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let fits = whole.len() <= 6 && part.len() <= 5 && whole.len() + part.len() > 0;
    if !fits || !digits(whole) || !digits(part) {
        return None;
    }
    let mut out: u64 = whole.parse().unwrap_or(0);
    for at in 0..5 {
        let digit = part.as_bytes().get(at).map_or(0, |b| u64::from(b - b'0'));
        out = out * 10 + digit;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn a_figure_has_at_most_six_digits_and_five_behind_the_point() {
        for (figure, exact) in [
            ("1.5", 150_000),
            (".25", 25_000),
            ("7.", 700_000),
            ("123456.54321", 12_345_654_321),
        ] {
            assert_eq!(decimal(figure), Some(exact), "{figure}");
        }
        for figure in ["", ".", "1234567", "1.123456", "-1", "1.5.5", "少々"] {
            assert_eq!(decimal(figure), None, "{figure}");
        }
    }
}
