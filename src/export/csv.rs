//! CSV (RFC 4180) that spreadsheets open without harm: CR LF between records, LF inside of cells,
//! nothing that is computed, no number that loses its zeros.

use super::Sheets;
use crate::{
    answer::{Answer, PartialDate, Period, Typed, era_year},
    form::{Form, Kind, Question, Section},
    pharmacy::Cp932,
    record::{Answers, Record},
    sheet::{Facts, in_words},
    text::Lang,
};

/// Characters a cell may have; spreadsheets have 32 767.
const LONGEST: usize = 32_000;
/// Stands where a character cannot be written in CP932: the printers' 下駄.
const GETA: char = '〓';

/// A table under its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is of, in ASCII: the id of a form, or of a form and a part.
    pub name: String,
    /// The rows; the first is the head.
    pub rows: Vec<Vec<String>>,
}

/// Bytes in CP932, and what they could not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCp932 {
    /// The bytes; 〓 stands for what could not be written.
    pub bytes: Vec<u8>,
    /// The characters that could not be written, each once, as they are met.
    pub lost: Vec<char>,
}

/// One key and value a row: シート, まとまり, 番号, 項目, 内容, 日付, 項目の名前.
pub fn key_value(sheets: &Sheets, lang: Lang) -> Table {
    let head = [
        "シート",
        "項目のまとまり",
        "番号",
        "項目",
        "内容",
        "日付（西暦）",
        "項目ID",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    let consent = sheets
        .consent
        .as_ref()
        .map(|record| (&crate::forms::CONSENT, record));
    let leaves = sheets
        .leaves
        .iter()
        .map(|(form, _, record)| (*form, record));
    for (form, record) in leaves.chain(consent) {
        each(form, record, &mut |part, number, question, answers| {
            let Some(words) = in_words(question, answers, sheets.facts, lang) else {
                return;
            };
            let date = answers.get(question.id).map_or_else(String::new, iso);
            // What no cell holds goes on in the next row, under the same name.
            for piece in pieces(&words) {
                rows.push(vec![
                    form.title.ja.to_owned(),
                    part.title.ja.to_owned(),
                    number.map_or_else(String::new, |number| number.to_string()),
                    question.label.to(lang).to_owned(),
                    piece.to_owned(),
                    date.clone(),
                    [form.id, ".", part.id, ".", question.id].concat(),
                ]);
            }
        });
    }
    Table {
        name: "items".to_owned(),
        rows,
    }
}

/// One row a record: a table for what each form asks once, and one for each of its lists. A date
/// has two columns, ISO 8601 and the year of its era.
pub fn records(sheets: &Sheets, lang: Lang) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (form, _, record) in &sheets.leaves {
        let once: Vec<&'static Question> = form.once().collect();
        if !once.is_empty() && !record.answers.is_blank() {
            let name = form.id.to_owned();
            add(
                &mut tables,
                name,
                &once,
                &record.answers,
                sheets.facts,
                lang,
            );
        }
        for part in form.groups() {
            let asked: Vec<&'static Question> = part.questions.iter().collect();
            for row in record.entries(part) {
                let name = [form.id, "-", part.id].concat();
                add(&mut tables, name, &asked, row, sheets.facts, lang);
            }
        }
    }
    tables
}

fn add(
    tables: &mut Vec<Table>,
    name: String,
    asked: &[&'static Question],
    answers: &Answers,
    facts: Facts,
    lang: Lang,
) {
    let mut row = Vec::new();
    for question in asked {
        let answer = answers.get(question.id);
        if dated(question) {
            row.push(answer.map_or_else(String::new, iso));
            row.push(answer.map_or_else(String::new, era));
        } else {
            row.push(in_words(question, answers, facts, lang).unwrap_or_default());
        }
    }
    if let Some(table) = tables.iter_mut().find(|table| table.name == name) {
        table.rows.push(row);
        return;
    }
    let mut head = Vec::new();
    for question in asked {
        let label = question.label.to(lang);
        head.push(label.to_owned());
        if dated(question) {
            head.push(format!("{label}（和暦）"));
        }
    }
    tables.push(Table {
        name,
        rows: vec![head, row],
    });
}

fn dated(question: &Question) -> bool {
    matches!(question.kind, Kind::Date | Kind::Period | Kind::Months)
}

/// Takes a part, the number of a row where it repeats, a question and the answers it is among.
type Take<'a> = dyn FnMut(&'static Section, Option<usize>, &'static Question, &Answers) + 'a;

/// Every question of a record with the number of its row, where the part repeats.
fn each(form: &Form, record: &Record, take: &mut Take<'_>) {
    for part in form.sections {
        if part.repeat.is_none() {
            for question in part.questions {
                take(part, None, question, &record.answers);
            }
            continue;
        }
        for (row, number) in record.entries(part).iter().zip(1..) {
            for question in part.questions {
                take(part, Some(number), question, row);
            }
        }
    }
}

/// A date as ISO 8601, a period as ISO 8601 with a stroke; "" where it is no date.
fn iso(answer: &Answer) -> String {
    let date = |typed: &Typed| {
        typed
            .understood()
            .map_or_else(|_| String::new(), PartialDate::iso)
    };
    match answer {
        Answer::Date(typed) => date(typed),
        Answer::Period(period) => span(period, &date),
        _ => String::new(),
    }
}

/// The same in the years of an era; what is no date yet, as it was typed.
fn era(answer: &Answer) -> String {
    let date = |typed: &Typed| match typed.understood() {
        Ok(date) => {
            let day = date.ja();
            let year = day.split('年').next().unwrap_or_default().len() + "年".len();
            [era_year(date).as_str(), day.get(year..).unwrap_or_default()].concat()
        }
        Err(_) => [typed.year.as_str(), &typed.month, &typed.day]
            .join(" ")
            .trim()
            .to_owned(),
    };
    match answer {
        Answer::Date(typed) => date(typed),
        Answer::Period(period) => span(period, &date),
        _ => String::new(),
    }
}

fn span(period: &Period, date: &dyn Fn(&Typed) -> String) -> String {
    let (from, until) = (date(&period.from), date(&period.until));
    match (
        from.is_empty() && until.is_empty(),
        period.ongoing || !until.is_empty(),
    ) {
        (true, _) => String::new(),
        (false, false) => from,
        (false, true) => [from, until].join("/"),
    }
}

impl Table {
    /// The text of the file, without a byte order mark.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                cell(value, &mut text);
            }
            text.push_str("\r\n");
        }
        text
    }

    /// The file in UTF-8 with a byte order mark, without which Excel reads Shift_JIS.
    pub fn utf8(&self) -> Vec<u8> {
        ["\u{FEFF}", &self.text()].concat().into_bytes()
    }

    /// The file in CP932, and every character that it cannot hold.
    pub fn cp932(&self, cp932: &Cp932) -> InCp932 {
        let mut out = InCp932 {
            bytes: Vec::new(),
            lost: Vec::new(),
        };
        for c in self.text().chars() {
            if cp932.push(c, &mut out.bytes) {
                continue;
            }
            cp932.push(GETA, &mut out.bytes);
            if !out.lost.contains(&c) {
                out.lost.push(c);
            }
        }
        out
    }
}

/// One cell. A spreadsheet would compute what begins with one of these signs, and would shorten a
/// number that begins with 0 or is longer than it can count: an apostrophe in front makes it text.
fn cell(value: &str, out: &mut String) {
    let mut text: String = value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "");
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    let first = text.chars().next();
    let computed = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    let number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let shortened = number && (text.len() > 1 && text.starts_with('0') || text.len() > 11);
    out.push('"');
    if computed || shortened {
        out.push('\'');
    }
    out.push_str(&text.replace('"', "\"\""));
    out.push('"');
}

/// A text in pieces that a cell holds.
fn pieces(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some((end, _)) = rest.char_indices().nth(LONGEST) {
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
