//! Hours in words.

use super::{
    hours::{Hours, Next, Times, Yearly},
    week::{Moment, time, weekday},
};
use crate::{
    answer::PartialDate,
    text::{Lang, Text, t},
};

const DAYS: [Text; 7] = [
    t("日", "にち", "Sun"),
    t("月", "げつ", "Mon"),
    t("火", "か", "Tue"),
    t("水", "すい", "Wed"),
    t("木", "もく", "Thu"),
    t("金", "きん", "Fri"),
    t("土", "ど", "Sat"),
];
const DAY: Text = t("{0}月{1}日（{2}）", "{0}がつ {1}にち（{2}）", "{2} {1}/{0}");
const NEAR: [Text; 2] = [
    t("きょう {0}", "きょう {0}", "today at {0}"),
    t("あす {0}", "あした {0}", "tomorrow at {0}"),
];
const OPEN_ON: Text = t(
    "（{0}は開きます）",
    "（{0}は あいて います）",
    " (open on {0})",
);
const HOLIDAYS: Text = t("祝", "しゅくじつ", "national holidays");
const NEW_YEAR: Text = t("年末年始", "おしょうがつの ころ", "New Year");
const MONTHS: Text = t("{0}〜{1}月", "{0}がつ〜{1}がつ", "1/{0}〜{2}/{1}");
const DATE: Text = t("{0}月{1}日", "{0}がつ{1}にち", "{1}/{0}");

/// 11月24日（火）
pub fn day_in_words(at: Moment, lang: Lang) -> String {
    let week = weekday(at.day).map_or("", |day| DAYS[usize::from(day)].to(lang));
    let [month, day] = [at.day.month, at.day.day].map(|part| part.unwrap_or(1).to_string());
    DAY.with(lang, &[&month, &day, week])
}

/// A date in words, with its day of the week: 2026年12月4日（金・令和8年）, Fri 4 December 2026.
pub fn with_weekday(day: PartialDate, said: &str, lang: Lang) -> String {
    let Some(week) = weekday(day).map(|week| DAYS[usize::from(week)].to(lang)) else {
        return said.to_owned();
    };
    match lang.built_in() {
        Lang::En => [week, " ", said].concat(),
        _ => said.replacen('（', &["（", week, "・"].concat(), 1),
    }
}

/// When it opens next: きょう 9:00, あす 9:00, 11月24日（火）9:00
pub fn next_in_words(next: Next, now: Moment, lang: Lang) -> String {
    let at = time(next.at.minute);
    let days = (0..2).find(|days| now.day.plus_days(*days) == Some(next.at.day));
    match days {
        Some(days) => NEAR[days as usize].with(lang, &[&at]),
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
            .map(|day| DAYS[day].to(lang).to_owned())
            .collect();
        if self.holidays_closed {
            let open: Vec<String> = self.open_on.iter().map(|day| date(*day, lang)).collect();
            let open = open.join("、");
            let but = if open.is_empty() {
                String::new()
            } else {
                OPEN_ON.with(lang, &[&open])
            };
            closed.push(HOLIDAYS.to(lang).to_owned() + &but);
        }
        if let Some(end) = self.year_end {
            let days = if end.sure {
                format!("（{}）", span(end.when, lang))
            } else {
                String::new()
            };
            closed.push(NEW_YEAR.to(lang).to_owned() + &days);
        }
        closed.join(if lang.built_in() == Lang::En {
            ", "
        } else {
            "・"
        })
    }
}

fn range((from, until): &Times) -> String {
    time(*from) + "〜" + &time(*until)
}

/// 4〜9月 where whole months are meant, else 12月29日〜1月3日
fn span((from, until): (Yearly, Yearly), lang: Lang) -> String {
    let whole = from.1 == 1 && until.1 >= 28;
    if whole {
        let [from, until, last] = [from.0, until.0, until.1].map(|part| part.to_string());
        return MONTHS.with(lang, &[&from, &until, &last]);
    }
    date(from, lang) + "〜" + &date(until, lang)
}

fn date((month, day): Yearly, lang: Lang) -> String {
    DATE.with(lang, &[&month.to_string(), &day.to_string()])
}
