//! What the postal codes of a city say. They stand in the city's file (`directory`): without asking
//! anybody, a code begins the address. The codes of offices are no homes and are not in it.

/// The towns of a city by their postal codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Towns {
    prefecture: String,
    city: String,
    /// A code `180-0012` and its town; "" is what has no code of its own.
    by_code: Vec<(String, String)>,
}

impl Towns {
    /// The towns of a city.
    pub fn new(prefecture: String, city: String, towns: Vec<(String, String)>) -> Towns {
        Towns {
            prefecture,
            city,
            by_code: towns,
        }
    }

    /// The town of a postal code `180-0012`, "" where the city is all it says. `None` for a code of
    /// elsewhere.
    pub fn town(&self, postcode: &str) -> Option<&str> {
        let town = self.by_code.iter().find(|(code, _)| code == postcode);
        town.map(|(_, town)| town.as_str())
    }

    /// The address a postal code begins, where that says more than what is written: all of it where
    /// nothing is, and another town where the address begins with a different one of the city. What
    /// stands behind the town stays. `None` where there is nothing to say.
    pub fn address_from(&self, postcode: &str, written: &str) -> Option<String> {
        let town = self.town(postcode)?;
        let trimmed = written.trim();
        let local = trimmed.strip_prefix(&*self.prefecture).unwrap_or(trimmed);
        let local = local.strip_prefix(&*self.city).unwrap_or(local);
        let prefix = trimmed.strip_suffix(local).unwrap_or_default();
        let named = self.by_code.iter().map(|(_, name)| name.as_str());
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
        let city = if rest.is_empty() && !prefix.ends_with(&*self.city) {
            &self.city
        } else {
            ""
        };
        let address = [prefix, city, town, rest].concat();
        (address != trimmed).then_some(address)
    }
}
