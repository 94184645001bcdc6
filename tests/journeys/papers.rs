//! Papers: a photo and a PDF are kept beside a row, found again, looked at and deleted.

use crate::{
    household::{PASSPHRASE, parent_beginning, unlocks},
    person::Person,
    photo::{self, DESCRIPTION},
    world::World,
};
use serde_json::json;
use std::{fs, path::PathBuf};

pub const CHOOSE: &str = "写真・PDFをえらぶ";
const PHOTO_NAME: &str = "Haru-no-kensa";
/// What the row is called.
pub const TITLE: &str = "発達の記録";
pub const PDF_NAME: &str = "しんりけんさのけっか";

fn a_photo_and_a_pdf_are_kept_and_found_again(world: &World) {
    let mother = at_the_row(world);
    mother.chooses_file(CHOOSE, &[&photo(&mother)]);
    mother.sees("写真 ");
    mother.chooses_file(CHOOSE, &[&pdf(&mother)]);
    mother.sees(PDF_NAME);
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    assert_eq!(mother.barriers(), [""; 0]);
    keeps_nothing_readable(&mother);

    mother.presses("かぎをかける");
    unlocks(&mother);
    opens_the_row(&mother);
    sees_small_pictures(&mother, 1);
    mother.presses("写真 ");
    let upright = mother.until("sees the photo", async || {
        let sides = "const i = document.querySelector('dialog img'); return i?.naturalWidth ? [i.naturalWidth, i.naturalHeight] : null";
        let sides = mother.tries(sides, Vec::new()).await?;
        if sides.is_null() { Err("it is not there yet".into()) } else { Ok(sides) }
    });
    assert_eq!(upright, json!([300, 400]));
    assert_eq!(mother.barriers(), [""; 0]);
    mother.rewrites("なまえ", "うら面");
    mother.presses("とじる");
    mother.sees("うら面");
    mother.presses(PDF_NAME);
    mother.opens_a_tab_by("PDFをひらく", "blob:");
    mother.presses("とじる");
    mother.until("has papers in use", async || {
        let held = "return navigator.locks.query().then(locks => locks.held.some(lock => lock.name === 'stepnote:papers'))";
        if mother.tries(held, Vec::new()).await? == json!(true) {
            Ok(())
        } else {
            Err("another tab could tidy them up".into())
        }
    });
    world.kept_private(&[PHOTO_NAME, PDF_NAME, DESCRIPTION]);
}

fn a_deleted_photo_can_be_put_back_and_leaves_once_it_cannot(world: &World) {
    let mother = at_the_row(world);
    mother.chooses_file(CHOOSE, &[&photo(&mother)]);
    sees_small_pictures(&mother, 1);
    mother.presses("写真 ");
    mother.sees("とじる");
    mother.presses("けす");
    mother.sees("けしました");
    mother.presses("もとにもどす");
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    assert!(papers_kept(&mother) > 0);

    mother.presses("写真 ");
    mother.sees("とじる");
    mother.presses("けす");
    mother.sees("ほぞんしています");
    mother.sees("ほぞんしました");
    // The copy before the last change can still be brought back.
    mother.types("紙を置いている場所", "引き出し");
    mother.sees("ほぞんしています");
    mother.sees("ほぞんしました");
    assert!(papers_kept(&mother) > 0, "it could be put back until here");
    mother.presses("かぎをかける");
    unlocks(&mother);
    mother.until("finds nothing of it left", async || {
        match mother
            .kept()
            .await?
            .iter()
            .filter(|(name, _)| name.starts_with("database:stepnote:"))
            .count()
        {
            0 => Ok(()),
            some => Err(format!("{some} pieces").into()),
        }
    });
}

fn what_is_no_picture_is_told_so_and_the_rest_goes_on(world: &World) {
    let mother = at_the_row(world);
    let text = mother.new_name("text").with_extension("txt");
    fs::write(&text, "no picture").unwrap();
    mother.chooses_file(CHOOSE, &[&text]);
    mother.sees("写真でもPDFでもありません");
    mother.types("紙を置いている場所", "引き出し");
    mother.sees("ほぞんしました");
    mother.chooses_file(CHOOSE, &[&photo(&mother)]);
    sees_small_pictures(&mother, 1);
    mother.does_not_see("写真でもPDFでもありません");
}

/// The places at which papers lie.
fn places(person: &Person) -> Vec<String> {
    let names = person.stored().into_iter().map(|(name, _)| name);
    names
        .filter(|name| name.starts_with("database:stepnote:"))
        .collect()
}

fn after_new_keys_photos_have_new_keys_too_and_are_there_whatever_interrupts_it(world: &World) {
    const ANOTHER: &str = "あたらしい くも みっつめの かぎ";
    let mother = at_the_row(world);
    mother.chooses_file(CHOOSE, &[&photo(&mother)]);
    sees_small_pictures(&mother, 1);
    mother.sees("ほぞんしました");
    let before = places(&mother);
    assert!(before.len() >= 3, "{before:?}");
    mother.opens("#/keys");
    mother.presses("かぎを全部つくりなおす");
    mother.sees("いまのパスフレーズ");
    mother.types("パスフレーズ（合言葉）", PASSPHRASE);
    mother.presses("つぎへ");
    mother.sees("新しいパスフレーズを決める");
    mother.types("パスフレーズ（合言葉）", ANOTHER);
    mother.presses("かぎを全部つくりなおす");
    mother.sees("ノートをひらく");
    // Her telephone has no room at first.
    mother.script(
        "window.putAsEver = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('no', 'QuotaExceededError'); }",
        Vec::new(),
    );
    mother.types("パスフレーズ（合言葉）", ANOTHER);
    mother.presses("ひらく");
    mother.sees("空きがたりません");
    assert_eq!(mother.barriers(), [""; 0]);
    mother.screenshot("renewal");
    mother.presses("あとにして、ノートをひらく");
    mother.presses("ノートへすすむ");
    mother.sees("まだ前のかぎです");
    mother.opens("#/");
    opens_the_row(&mother);
    sees_small_pictures(&mother, 1);
    assert_eq!(places(&mother), before, "nothing has gone and nothing come");
    mother.opens("#/keys");
    mother.sees("写真とPDFが、まだ前のかぎです");
    mother.script("IDBObjectStore.prototype.put = putAsEver", Vec::new());
    mother.presses("つづきをする");
    mother.does_not_see("写真とPDFが、まだ前のかぎです");
    mother.sees("回復コード");
    mother.opens("#/");
    opens_the_row(&mother);
    sees_small_pictures(&mother, 1);
    mother.until("finds none of the papers of before", async || {
        let kept = mother.kept().await?;
        let old = kept
            .iter()
            .filter(|(name, _)| before.contains(name))
            .count();
        let papers = kept
            .iter()
            .filter(|(name, _)| name.starts_with("database:stepnote:"));
        match (old, papers.count()) {
            (0, count) if count == before.len() => Ok(()),
            found => Err(format!("{found:?}").into()),
        }
    });
    world.kept_private(&[ANOTHER, PHOTO_NAME]);
}

/// A mother at the first row of 受け取った書類.
pub fn at_the_row(world: &World) -> Person {
    let mother = parent_beginning(world);
    mother.in_group("シート").presses("受け取った書類");
    mother.presses("書類をたす");
    mother.types("書類の名前", TITLE);
    mother
}

fn opens_the_row(mother: &Person) {
    mother.in_group("シート").presses("受け取った書類");
    mother.presses(TITLE);
}

/// A photo of hers, as a file.
pub fn photo(person: &Person) -> PathBuf {
    named(person, PHOTO_NAME, "jpg", &photo::photo())
}

/// A PDF of hers, as a file.
pub fn pdf(person: &Person) -> PathBuf {
    named(person, PDF_NAME, "pdf", &photo::pdf())
}

fn named(person: &Person, name: &str, kind: &str, bytes: &[u8]) -> PathBuf {
    let folder = person.new_name("papers");
    fs::create_dir(&folder).unwrap();
    let file = folder.join(name).with_extension(kind);
    fs::write(&file, bytes).unwrap();
    file
}

/// Waits until so many small pictures are drawn.
pub fn sees_small_pictures(person: &Person, count: usize) {
    person.until(&format!("sees {count} small pictures"), async || {
        let drawn = "return [...document.querySelectorAll('button img')].filter(i => i.naturalWidth && i.checkVisibility()).length";
        let drawn = person.tries(drawn, Vec::new()).await?;
        if drawn == json!(count) { Ok(()) } else { Err(format!("{drawn}").into()) }
    });
}

fn papers_kept(person: &Person) -> usize {
    let names = person.stored().into_iter().map(|(name, _)| name);
    names
        .filter(|name| name.starts_with("database:stepnote:"))
        .count()
}

fn keeps_nothing_readable(person: &Person) {
    assert!(papers_kept(person) >= 5, "two papers are kept");
    for (name, value) in person.stored() {
        for word in [
            PHOTO_NAME,
            PDF_NAME,
            DESCRIPTION,
            "Exif",
            "JFIF",
            "%PDF",
            "Hello paper",
        ] {
            assert!(
                !value.contains(word) && !name.contains(word),
                "「{word}」 in {name}"
            );
        }
    }
}

in_every_engine!(
    a_photo_and_a_pdf_are_kept_and_found_again,
    a_deleted_photo_can_be_put_back_and_leaves_once_it_cannot,
    what_is_no_picture_is_told_so_and_the_rest_goes_on,
    after_new_keys_photos_have_new_keys_too_and_are_there_whatever_interrupts_it,
);
