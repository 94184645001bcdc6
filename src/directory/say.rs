//! Hours in words.

use super::{
    hours::{Hours, Next, Times, Yearly},
    week::{Moment, time, weekday},
};
use crate::text::Lang;

const DAYS: [[&str; 7]; 3] = [
    ["日", "月", "火", "水", "木", "金", "土"],
    ["にち", "げつ", "か", "すい", "もく", "きん", "ど"],
    ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
];

const fn column(lang: Lang) -> usize {
    match lang {
        Lang::Ja => 0,
        Lang::Easy => 1,
        Lang::En => 2,
    }
}

/// 11月24日（火）
pub fn day_in_words(at: Moment, lang: Lang) -> String {
    let week = weekday(at.day).map_or("", |day| DAYS[column(lang)][usize::from(day)]);
    let (month, day) = (at.day.month.unwrap_or(1), at.day.day.unwrap_or(1));
    match lang {
        Lang::Ja => format!("{month}月{day}日（{week}）"),
        Lang::Easy => format!("{month}がつ {day}にち（{week}）"),
        Lang::En => format!("{week} {day}/{month}"),
    }
}

/// When it opens next: きょう 9:00, あす 9:00, 11月24日（火）9:00
pub fn next_in_words(next: Next, now: Moment, lang: Lang) -> String {
    let at = time(next.at.minute);
    let today = [
        ["きょう ", "きょう ", "today at "],
        ["あす ", "あした ", "tomorrow at "],
    ];
    let days = (0..2).find(|days| now.day.plus_days(*days) == Some(next.at.day));
    match days {
        Some(days) => today[days as usize][column(lang)].to_owned() + &at,
        None => day_in_words(next.at, lang) + " " + &at,
    }
}

impl Hours {
    /// The hours, season by season, as the leaflet prints them.
    pub fn open_in_words(&self, lang: Lang) -> Vec<String> {
        let seasons = self.seasons.iter();
        seasons
            .map(|season| {
                let all_year = season.when == ((1, 1), (12, 31));
                let when = if all_year {
                    String::new()
                } else {
                    span(season.when, lang) + " "
                };
                when + &season
                    .times
                    .iter()
                    .map(range)
                    .collect::<Vec<_>>()
                    .join("、")
            })
            .collect()
    }

    /// The closed days, as the leaflet prints them.
    pub fn closed_in_words(&self, lang: Lang) -> String {
        let mut closed: Vec<String> = (0..7_usize)
            .filter(|day| self.closed >> day & 1 == 1)
            .map(|day| DAYS[column(lang)][day].to_owned())
            .collect();
        if self.holidays_closed {
            let open: Vec<String> = self.open_on.iter().map(|day| date(*day, lang)).collect();
            let open = open.join("、");
            let but = match lang {
                _ if open.is_empty() => String::new(),
                Lang::Ja => format!("（{open}は開きます）"),
                Lang::Easy => format!("（{open}は あいて います）"),
                Lang::En => format!(" (open on {open})"),
            };
            let holidays = ["祝", "しゅくじつ", "national holidays"][column(lang)];
            closed.push(holidays.to_owned() + &but);
        }
        if let Some(end) = self.year_end {
            let days = if end.sure {
                format!("（{}）", span(end.when, lang))
            } else {
                String::new()
            };
            closed.push(
                ["年末年始", "おしょうがつの ころ", "New Year"][column(lang)].to_owned() + &days,
            );
        }
        closed.join(if lang == Lang::En { ", " } else { "・" })
    }
}

fn range((from, until): &Times) -> String {
    time(*from) + "〜" + &time(*until)
}

/// 4〜9月 where whole months are meant, else 12月29日〜1月3日
fn span((from, until): (Yearly, Yearly), lang: Lang) -> String {
    let whole = from.1 == 1 && until.1 >= 28;
    match lang {
        Lang::Ja if whole => format!("{}〜{}月", from.0, until.0),
        Lang::Easy if whole => format!("{}がつ〜{}がつ", from.0, until.0),
        _ => date(from, lang) + "〜" + &date(until, lang),
    }
}

fn date((month, day): Yearly, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{month}月{day}日"),
        Lang::Easy => format!("{month}がつ{day}にち"),
        Lang::En => format!("{day}/{month}"),
    }
}
