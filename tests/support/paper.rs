//! What came out of the printer, read with poppler's tools.

use crate::process::tool;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use unicode_normalization::UnicodeNormalization;

/// A printed document.
#[derive(Debug)]
pub struct Paper {
    file: PathBuf,
    text: String,
}

impl Paper {
    pub fn new(file: &Path, pdf: &[u8]) -> Self {
        fs::write(file, pdf).unwrap();
        let mut paper = Self {
            file: file.to_owned(),
            text: String::new(),
        };
        paper.text = bare(&paper.told("pdftotext", &["-raw"], &["-"]));
        paper
    }

    /// Whether these words stand on it, whatever the line breaks and spaces. Both sides are put into NFKC, because
    /// Firefox writes some kanji as the radicals that look like them.
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(&bare(words))
    }

    /// How many sheets.
    pub fn pages(&self) -> usize {
        self.fact("Pages").parse().unwrap()
    }

    /// Whether it is A4 upright, to the millimetre.
    pub fn is_a4(&self) -> bool {
        let size = self.fact("Page size");
        let points: Vec<f64> = size
            .split_whitespace()
            .filter_map(|word| word.parse().ok())
            .collect();
        points.len() == 2 && (points[0] - 595.28).abs() < 2.9 && (points[1] - 841.89).abs() < 2.9
    }

    /// Its pages as grey pictures, `out/shots/<name>-1.png` and so on; the first, of fewer than ten.
    pub fn keep_pictures(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out/shots");
        fs::create_dir_all(&folder).unwrap();
        self.told(
            "pdftoppm",
            &["-png", "-gray", "-r", "75"],
            &[&folder.join(name).display().to_string()],
        );
        folder.join([name, "-1.png"].concat())
    }

    fn fact(&self, name: &str) -> String {
        let facts = self.told("pdfinfo", &[], &[]);
        let line = facts
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_else(|| panic!("no {name} in {facts}"))
            .trim()
            .to_owned()
    }

    fn told(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let output = Command::new(tool(program))
            .args(before)
            .arg(&self.file)
            .args(after)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

fn bare(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}
