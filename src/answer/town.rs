//! The postal codes of 武蔵野市. All of 180-00xx is Musashino, so that fourteen lines say what a postal
//! code means here without asking anybody (日本郵便, checked against two data sets in November 2026).
//! The codes of offices (180-85xx and others) are no homes and are left alone.

/// The city.
const CITY: &str = "武蔵野市";

/// The towns by the last four digits. 0000 is what has no code of its own.
const TOWNS: [(&str, &str); 14] = [
    ("0000", ""),
    ("0001", "吉祥寺北町"),
    ("0002", "吉祥寺東町"),
    ("0003", "吉祥寺南町"),
    ("0004", "吉祥寺本町"),
    ("0005", "御殿山"),
    ("0006", "中町"),
    ("0011", "八幡町"),
    ("0012", "緑町"),
    ("0013", "西久保"),
    ("0014", "関前"),
    ("0021", "桜堤"),
    ("0022", "境"),
    ("0023", "境南町"),
];

/// The town of a postal code `180-0012`, "" where the city is all it says. `None` for a code of elsewhere.
pub fn town(postcode: &str) -> Option<&'static str> {
    let last = postcode.strip_prefix("180-")?;
    let town = TOWNS.iter().find(|(code, _)| *code == last);
    town.map(|(_, town)| *town)
}

/// The address a postal code begins, where that says more than what is written: all of it where nothing
/// is, and another town where the address begins with a different one of the city. What stands behind
/// the town stays. `None` where there is nothing to say.
pub fn address_from(postcode: &str, written: &str) -> Option<String> {
    let town = town(postcode)?;
    let trimmed = written.trim();
    let local = trimmed.strip_prefix("東京都").unwrap_or(trimmed);
    let local = local.strip_prefix(CITY).unwrap_or(local);
    let prefix = trimmed.strip_suffix(local).unwrap_or_default();
    let named = TOWNS.iter().map(|(_, name)| *name);
    // 境南町 begins with 境: the longest name is the one that stands there.
    let named = named
        .filter(|name| !name.is_empty() && local.starts_with(name))
        .max_by_key(|name| name.len());
    let rest = match named {
        Some(named) if town.is_empty() || named == town => return None,
        Some(named) => local.strip_prefix(named)?,
        None if local.is_empty() => "",
        None => return None,
    };
    let city = if rest.is_empty() && !prefix.ends_with(CITY) {
        CITY
    } else {
        ""
    };
    let address = [prefix, city, town, rest].concat();
    (address != trimmed).then_some(address)
}
