//! What only the city of the built-in directory is called, says and has: wherever it stands in another city's app,
//! something else than the directory knew it.

use serde_json::Value;
use stepnote::directory::{BUILT_IN, Directory};

/// The file of an invented city.
pub const ELSEWHERE: &str = include_str!("../golden/directory/v1/elsewhere.json");

/// Names of the city and of its offices in every language, its towns, addresses and telephone numbers.
pub fn ours() -> Vec<String> {
    let city = Directory::built_in();
    let names = city.offices.iter().map(|office| &office.name);
    let named = names.chain([&city.city]);
    let mut all: Vec<String> = named
        .flat_map(|words| [words.ja.clone(), words.easy.clone(), words.en.clone()])
        .collect();
    for office in &city.offices {
        all.extend([office.address.clone(), office.postcode.clone()]);
        all.extend(office.lines.iter().flat_map(|line| line.phones.clone()));
    }
    let file: Value = serde_json::from_str(BUILT_IN).unwrap();
    let towns = file["city"]["towns"].as_object().unwrap().iter();
    all.extend(towns.flat_map(|(code, town)| [code.clone(), town.as_str().unwrap().to_owned()]));
    all.extend(
        [
            "武蔵野",
            "むさしの",
            "Musashino",
            "吉祥寺",
            "はらっぱ",
            "ハビット",
        ]
        .map(str::to_owned),
    );
    // 境 and 学童 are words of everybody's.
    all.retain(|words| words.chars().count() > 2);
    all.sort();
    all.dedup();
    all
}

/// Which of them stand in a text.
pub fn ours_in(text: &str) -> Vec<String> {
    let mut found = ours();
    found.retain(|words| text.contains(words.as_str()));
    found
}
