//! The file is read (`FORMAT.md`). Whoever changed it is told where it cannot be read, and the app goes
//! on with the one it was built with.

use serde_json::{Map, Value};

use super::{
    Directory, LifeStage, Line, Office, Topic, Words,
    hours::{Hours, Season, Times, YearEnd, Yearly},
    week::CODES,
};
use crate::answer::{PartialDate, Towns, Typed};

/// No file is longer, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;
/// No list is longer.
const MOST: usize = 300;
/// No text is longer, in characters.
const LONGEST: usize = 400;

/// Why a file is not used. Says where in the file, never what stands there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryError {
    /// Longer than [`MOST_BYTES`].
    #[error("longer than 256 KiB")]
    TooLarge,
    /// Not JSON; the line, from 1.
    #[error("not JSON, in line {0}")]
    NotJson(usize),
    /// Not a directory at all: another kind of file.
    #[error("not a directory")]
    Other,
    /// Of a newer version than this app knows.
    #[error("of a newer version")]
    TooNew,
    /// Something is missing there, or is not what is expected there: `offices[3].lines[0].phones`.
    #[error("cannot be read at {0}")]
    At(String),
}

type Read<T> = Result<T, DirectoryError>;

impl Directory {
    /// Reads a file. What is not known is left out; what is known must be right.
    pub fn read(text: &str) -> Read<Directory> {
        if text.len() > MOST_BYTES {
            return Err(DirectoryError::TooLarge);
        }
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| DirectoryError::NotJson(error.line()))?;
        let file = Place::root(&value);
        if value.get("kind").and_then(Value::as_str) != Some("directory") {
            return Err(DirectoryError::Other);
        }
        match value.get("v").and_then(Value::as_u64) {
            Some(1) => {}
            Some(2..) => return Err(DirectoryError::TooNew),
            _ => return Err(file.under("v").wrong()),
        }
        let city = file.under("city");
        let directory = Directory {
            city: city.under("name").words()?,
            printed: city.under("printed").strings()?,
            towns: towns(&city)?,
            as_of: file.under("as_of").checked_on()?,
            topics_note: file.under("topics_note").maybe(Place::words)?,
            topics: file.under("topics").list(topic)?,
            offices: file.under("offices").list(office)?,
            first: file.under("first").strings()?,
            suggest: suggest(&file.under("suggest"))?,
        };
        directory.hold_together(&file)?;
        Ok(directory)
    }

    /// Every name refers to something, and to one thing.
    fn hold_together(&self, file: &Place<'_>) -> Read<()> {
        let offices: Vec<&String> = self.offices.iter().map(|office| &office.id).collect();
        let topics: Vec<&String> = self.topics.iter().map(|topic| &topic.id).collect();
        file.under("offices").once_each(&offices)?;
        file.under("topics").once_each(&topics)?;
        for (at, id) in self.first.iter().enumerate() {
            file.under("first").entry(at).among(id, &offices)?;
        }
        for (stage, ids) in &self.suggest {
            for (at, id) in ids.iter().enumerate() {
                let place = file.under("suggest").under(stage.code());
                place.entry(at).among(id, &offices)?;
            }
        }
        for (at, office) in self.offices.iter().enumerate() {
            for (i, topic) in office.topics.iter().enumerate() {
                let place = file.under("offices").entry(at).under("topics");
                place.entry(i).among(topic, &topics)?;
            }
        }
        Ok(())
    }
}

/// A value, and where it stands.
struct Place<'a> {
    value: Option<&'a Value>,
    at: String,
}

impl<'a> Place<'a> {
    fn root(value: &'a Value) -> Place<'a> {
        Place {
            value: Some(value),
            at: String::new(),
        }
    }

    fn under(&self, key: &str) -> Place<'a> {
        let dot = if self.at.is_empty() { "" } else { "." };
        Place {
            value: self.value.and_then(|value| value.get(key)),
            at: [&self.at, dot, key].concat(),
        }
    }

    fn entry(&self, at: usize) -> Place<'a> {
        Place {
            value: self.value.and_then(|value| value.get(at)),
            at: format!("{}[{at}]", self.at),
        }
    }

    fn wrong(&self) -> DirectoryError {
        DirectoryError::At(self.at.clone())
    }

    fn among(&self, id: &String, known: &[&String]) -> Read<()> {
        known
            .contains(&id)
            .then_some(())
            .ok_or_else(|| self.wrong())
    }

    fn once_each(&self, ids: &[&String]) -> Read<()> {
        for (at, id) in ids.iter().enumerate() {
            if ids[..at].contains(id) {
                return Err(self.entry(at).under("id").wrong());
            }
        }
        Ok(())
    }

    /// Nothing where nothing stands, or `null`.
    fn maybe<T>(&self, read: impl Fn(&Place<'a>) -> Read<T>) -> Read<Option<T>> {
        match self.value {
            None | Some(Value::Null) => Ok(None),
            Some(_) => read(self).map(Some),
        }
    }

    fn list<T>(&self, read: impl Fn(&Place<'a>) -> Read<T>) -> Read<Vec<T>> {
        match self.value {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(all)) if all.len() <= MOST => {
                (0..all.len()).map(|at| read(&self.entry(at))).collect()
            }
            Some(_) => Err(self.wrong()),
        }
    }

    fn map(&self) -> Read<Option<&'a Map<String, Value>>> {
        match self.value {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(map)) if map.len() <= MOST => Ok(Some(map)),
            Some(_) => Err(self.wrong()),
        }
    }

    fn text(&self) -> Read<&'a str> {
        let text = self.value.and_then(Value::as_str);
        let fits = |text: &&str| {
            !text.is_empty() && text.chars().count() <= LONGEST && !text.contains(char::is_control)
        };
        text.filter(fits).ok_or_else(|| self.wrong())
    }

    fn string(&self) -> Read<String> {
        self.text().map(str::to_owned)
    }

    fn strings(&self) -> Read<Vec<String>> {
        self.list(Place::string)
    }

    fn flag(&self, else_: bool) -> Read<bool> {
        let flag = self.maybe(|place| {
            let flag = place.value.and_then(Value::as_bool);
            flag.ok_or_else(|| place.wrong())
        })?;
        Ok(flag.unwrap_or(else_))
    }

    /// The name of something: `a-z`, `0-9` and `_`. It may stand in an address.
    fn id(&self) -> Read<String> {
        let id = self.text()?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let fits = id.len() <= 32 && id.bytes().all(plain);
        fits.then(|| id.to_owned()).ok_or_else(|| self.wrong())
    }

    /// Text in one language or several.
    fn words(&self) -> Read<Words> {
        if self.value.is_some_and(Value::is_string) {
            return Ok(Words {
                ja: self.string()?,
                ..Words::default()
            });
        }
        let other = |lang| Ok(self.under(lang).maybe(Place::string)?.unwrap_or_default());
        Ok(Words {
            ja: self.under("ja").string()?,
            easy: other("easy")?,
            en: other("en")?,
        })
    }

    /// A number that can be dialled.
    fn phone(&self) -> Read<String> {
        let phone = self.text()?;
        let dials = |b: u8| b.is_ascii_digit() || b == b'-';
        let fits = phone.len() <= 20
            && phone.bytes().all(dials)
            && phone.bytes().any(|b| b.is_ascii_digit());
        fits.then(|| phone.to_owned()).ok_or_else(|| self.wrong())
    }

    fn checked_on(&self) -> Read<String> {
        let text = self.text()?;
        let date = Typed::from_iso(text);
        date.map(|_| text.to_owned()).ok_or_else(|| self.wrong())
    }

    /// `04-01`
    fn yearly(&self) -> Read<Yearly> {
        let yearly = |text: &str| {
            // A leap year, so that every day of a year is one.
            let date = Typed::from_iso(&["2024-", text].concat())?
                .understood()
                .ok()?;
            Some((date.month?, date.day?))
        };
        yearly(self.text()?).ok_or_else(|| self.wrong())
    }

    /// `09:00-16:00`
    fn times(&self) -> Read<Times> {
        let minute = |text: &str| {
            let (hours, minutes) = text.split_once(':')?;
            let two = |text: &str| {
                let digits = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
                digits.then(|| text.parse::<u16>().ok()).flatten()
            };
            let (hours, minutes) = (two(hours)?, two(minutes)?);
            (minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(hours * 60 + minutes)
        };
        let times = |text: &str| {
            let (from, until) = text.split_once('-')?;
            Some((minute(from)?, minute(until)?)).filter(|(from, until)| from < until)
        };
        times(self.text()?).ok_or_else(|| self.wrong())
    }

    fn span(&self) -> Read<(Yearly, Yearly)> {
        Ok((self.under("from").yearly()?, self.under("until").yearly()?))
    }
}

fn topic(place: &Place<'_>) -> Read<Topic> {
    Ok(Topic {
        id: place.under("id").id()?,
        name: place.under("name").words()?,
    })
}

fn office(place: &Place<'_>) -> Read<Office> {
    let text = |key| Ok(place.under(key).maybe(Place::string)?.unwrap_or_default());
    Ok(Office {
        id: place.under("id").id()?,
        name: place.under("name").words()?,
        kind: place.under("kind").maybe(Place::id)?.unwrap_or_default(),
        about: place.under("about").maybe(Place::words)?,
        postcode: text("postcode")?,
        address: text("address")?,
        lines: place.under("lines").list(line)?,
        topics: place.under("topics").strings()?,
        gives_note: place.under("gives_note").flag(false)?,
        as_of: place.under("as_of").maybe(Place::checked_on)?,
    })
}

fn line(place: &Place<'_>) -> Read<Line> {
    Ok(Line {
        name: place.under("name").maybe(Place::words)?,
        phones: place.under("phones").list(Place::phone)?,
        hours: place.under("hours").maybe(hours)?,
    })
}

fn hours(place: &Place<'_>) -> Read<Hours> {
    let season = |place: &Place<'_>| {
        let when = if place.under("from").value.is_none() && place.under("until").value.is_none() {
            ((1, 1), (12, 31))
        } else {
            place.span()?
        };
        let times = place.under("times").list(Place::times)?;
        Ok(Season { when, times })
    };
    let mut closed = 0;
    let names = place.under("closed");
    for (at, name) in names.strings()?.iter().enumerate() {
        let day = CODES.iter().position(|code| code == name);
        closed |= 1 << day.ok_or_else(|| names.entry(at).wrong())?;
    }
    let holidays = place.under("holidays");
    let year_end = |place: &Place<'_>| {
        Ok(YearEnd {
            when: place.span()?,
            sure: place.under("sure").flag(true)?,
        })
    };
    let seasons = place.under("open").list(season)?;
    if seasons.is_empty() {
        return Err(place.under("open").wrong());
    }
    Ok(Hours {
        seasons,
        closed,
        holidays_closed: holidays.under("closed").flag(true)?,
        open_on: holidays.under("except").list(Place::yearly)?,
        year_end: place.under("year_end").maybe(year_end)?,
        days: single_days(&place.under("days"))?,
    })
}

fn single_days(place: &Place<'_>) -> Read<Vec<(PartialDate, Vec<Times>)>> {
    let Some(map) = place.map()? else {
        return Ok(Vec::new());
    };
    let day = |iso: &String| {
        let place = place.under(iso);
        let day = Typed::from_iso(iso).and_then(|typed| typed.understood().ok());
        let day = day.filter(|day| day.day.is_some());
        Ok((day.ok_or_else(|| place.wrong())?, place.list(Place::times)?))
    };
    map.keys().map(day).collect()
}

fn towns(city: &Place<'_>) -> Read<Towns> {
    let place = city.under("towns");
    let Some(map) = place.map()? else {
        return Ok(Towns::default());
    };
    let town = |code: &String| {
        let place = place.under(code);
        let digits =
            |part: &str, many| part.len() == many && part.bytes().all(|b| b.is_ascii_digit());
        let fits = code
            .split_once('-')
            .is_some_and(|(a, b)| digits(a, 3) && digits(b, 4));
        let name = place.value.and_then(Value::as_str);
        let name = name.filter(|name| fits && name.chars().count() <= LONGEST);
        Ok((code.clone(), name.ok_or_else(|| place.wrong())?.to_owned()))
    };
    let towns = map.keys().map(town).collect::<Read<Vec<_>>>()?;
    let prefecture = city.under("prefecture").maybe(Place::string)?;
    let name = city.under("name").words()?.ja;
    Ok(Towns::new(prefecture.unwrap_or_default(), name, towns))
}

fn suggest(place: &Place<'_>) -> Read<Vec<(LifeStage, Vec<String>)>> {
    let Some(map) = place.map()? else {
        return Ok(Vec::new());
    };
    let stage = |code: &String| {
        let place = place.under(code);
        let stage = LifeStage::from_code(code).ok_or_else(|| place.wrong())?;
        Ok((stage, place.strings()?))
    };
    map.keys().map(stage).collect()
}
