//! A calendar file (RFC 5545): whole days without a time zone, nothing that rings, nothing personal.

use crate::answer::PartialDate;

/// A whole day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Names it: the same event has the same name in every file.
    pub id: String,
    /// A whole day.
    pub day: PartialDate,
    /// One line.
    pub summary: String,
    /// More of it.
    pub description: String,
}

/// Octets of a line, without its end (3.1).
const LINE: usize = 75;

/// The file. `made`: when, in UTC, as `20261121T101500Z`.
pub fn calendar(events: &[Event], made: &str) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, name, value);
    line("BEGIN:", "VCALENDAR");
    line("VERSION:", "2.0");
    line("PRODID:", "-//Step Note//Turning points//JA");
    for event in events {
        let Some(after) = event.day.plus_days(1) else {
            continue;
        };
        line("BEGIN:", "VEVENT");
        line("UID:", &(escape(&event.id) + "@stepnote.invalid"));
        line("DTSTAMP:", made);
        line("DTSTART;VALUE=DATE:", &basic(event.day));
        line("DTEND;VALUE=DATE:", &basic(after));
        line("SUMMARY:", &escape(&event.summary));
        line("DESCRIPTION:", &escape(&event.description));
        line("TRANSP:", "TRANSPARENT");
        line("END:", "VEVENT");
    }
    line("END:", "VCALENDAR");
    file
}

/// `20270401`
fn basic(day: PartialDate) -> String {
    day.iso().replace('-', "")
}

/// Text as 3.3.11 wants it.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Adds a line, folded so that no part of it is longer than it may be and no character is cut.
fn fold(file: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for c in name.chars().chain(value.chars()) {
        if used + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(c);
        used += c.len_utf8();
    }
    file.push_str("\r\n");
}
