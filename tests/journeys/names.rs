//! Names: what the browser itself tells a screen reader of what is pressed, written and read (ux.md A05). WebKit's driver
//! is not asked: it knows no roles.

use crate::{
    family,
    household::{parent_at, unlocks},
    person::Person,
    world::World,
};

/// A screen, and what is to be heard on it: role and name; after a name more may be said.
type Screen = (&'static str, &'static [(&'static str, &'static str)]);

/// Above every screen of an open note.
const ABOVE: [(&str, &str); 3] = [
    ("button", "かぎをかける"),
    ("link", "相談"),
    ("button", "すぐに閉じる"),
];

const DOOR: [(&str, &str); 6] = [
    ("heading", "ステップノート"),
    ("button", "はじめて使う"),
    ("link", "以前使っていた"),
    ("group", "ことば"),
    ("button", "English"),
    ("link", "ノートの使い方"),
];

const LOCKED: [(&str, &str); 4] = [
    ("heading", "ノートをひらく"),
    ("password", "パスフレーズ（合言葉）"),
    ("checkbox", "文字を見る"),
    ("button", "ひらく"),
];

const SCREENS: [Screen; 11] = [
    (
        "#/",
        &[
            ("heading", "ひなたん"),
            ("link", "表紙をなおす"),
            ("heading", "シート"),
            ("link", "私のプロフィール 書きました"),
            ("link", "本人のページ まだ"),
            ("link", "連絡票"),
            ("link", "受け取る"),
            ("button", "お子さんをたす"),
            ("link", "あゆみ"),
            ("link", "わたす"),
        ],
    ),
    (
        "#/sheet/profile",
        &[
            ("link", "もどる"),
            ("heading", "私のプロフィール"),
            ("group", "生年月日"),
            ("textbox", "年"),
            ("textbox", "住所"),
            ("summary", "もっと書く"),
            ("summary", "1 髙﨑 陽向 本人"),
            ("group", "同居・別居"),
            ("radio", "同居"),
            ("button", "けす"),
        ],
    ),
    (
        "#/sheet/medication",
        &[
            ("group", "時期または期間"),
            ("textbox", "はじまり年"),
            ("checkbox", "いまも続いている"),
            ("textbox", "薬の種類・量など"),
            ("button", "写しをつくる"),
            ("button", "薬をたす"),
        ],
    ),
    (
        "#/sheet/early_years",
        &[
            ("heading", "からだのそだち"),
            ("group", "首すわり"),
            ("textbox", "歳"),
            ("textbox", "ヶ月"),
            ("button", "書き方をえらぶ"),
            ("radio", "おぼえていない"),
        ],
    ),
    (
        "#/hand-over",
        &[
            ("heading", "だれに わたしますか"),
            ("radio", "自分用の控え・自分で持っていく"),
            ("radio", "児童発達支援センター 相談部ハビット"),
            ("summary", "ほかの窓口"),
            ("button", "わたすものをえらぶ"),
        ],
    ),
    (
        "#/receive",
        &[
            ("heading", "受け取る"),
            ("button", "カメラで読みとる"),
            ("button", "ファイルや写真を選ぶ"),
            ("textbox", "文字を貼る"),
            ("button", "この文字を読む"),
        ],
    ),
    (
        "#/search",
        &[("heading", "さがす"), ("searchbox", "さがす")],
    ),
    (
        "#/timeline",
        &[
            ("checkbox", "園・学校"),
            ("button", "表で見る"),
            ("link", "2月11日 1歳5カ月 できごと 独り歩き"),
            ("switch", "めやすを表示する"),
        ],
    ),
    (
        "#/keys",
        &[
            ("heading", "パスフレーズを変える"),
            ("button", "回復コードをつくる"),
            ("button", "かぎを全部つくりなおす"),
            ("link", "けす・ゆずる"),
        ],
    ),
    (
        "#/display",
        &[
            ("group", "文字の大きさ"),
            ("radio", "2倍"),
            ("group", "ふりがな"),
            ("radio", "つける"),
        ],
    ),
    (
        "#/help",
        &[
            ("heading", "相談"),
            ("link", "そうだん先をさがす"),
            ("link", "あなたの安全のために"),
        ],
    ),
];

/// What of a screen is not heard as it should be.
fn misheard(person: &Person, screen: &str, expected: &[(&str, &str)]) -> Vec<String> {
    let heard = person.hears();
    let nameless = heard.iter().filter(|(role, name)| {
        name.is_empty() || role.is_empty() || ["generic", "none"].contains(&role.as_str())
    });
    let mut wrong: Vec<String> = nameless
        .map(|(role, name)| format!("{screen}: {role} 「{name}」 says too little"))
        .collect();
    for (role, name) in expected {
        let is_it = |(kind, words): &&(String, String)| {
            kind == role
                && words
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        if !heard.iter().any(|one| is_it(&one)) {
            let like = heard
                .iter()
                .filter(|(kind, words)| kind == role || words.contains(name));
            wrong.push(format!(
                "{screen}: no {role} 「{name}」; there are {:?}",
                like.collect::<Vec<_>>()
            ));
        }
    }
    wrong
}

fn the_browser_tells_every_control_by_its_role_and_name(world: &World) {
    let somebody = world.person();
    somebody.opens("");
    somebody.sees("はじめて使う");
    let mut wrong = misheard(&somebody, "door", &DOOR);
    let parent = parent_at(somebody, &family::note());
    for (path, expected) in SCREENS {
        parent.walks_to(path);
        wrong.extend(misheard(&parent, path, expected));
        wrong.extend(misheard(&parent, path, &ABOVE));
    }
    parent.walks_to("#/hand-over");
    parent.picks("自分用の控え");
    parent.presses("わたすものをえらぶ");
    parent.picks("私の紹介");
    wrong.extend(misheard(
        &parent,
        "what",
        &[
            ("checkbox", "私の紹介"),
            ("button", "見える内容をたしかめる"),
        ],
    ));
    parent.presses("見える内容をたしかめる");
    wrong.extend(misheard(
        &parent,
        "seen",
        &[
            ("button", "省く：好きなこと・得意なこと"),
            ("button", "わたす用意をする"),
        ],
    ));
    parent.presses("わたす用意をする");
    parent.code_shown();
    wrong.extend(misheard(
        &parent,
        "code",
        &[
            ("button", "ファイルでわたす"),
            ("link", "わたしおわりました"),
        ],
    ));
    parent.walks_to("#/sheet/papers");
    parent.presses("就学相談のお知らせ（おもて）");
    parent.sees("とじる");
    wrong.extend(misheard(
        &parent,
        "a photo",
        &[
            ("dialog", "就学相談のお知らせ（おもて）"),
            ("button", "とじる"),
            ("textbox", "なまえ"),
        ],
    ));
    parent.presses("とじる");
    parent.presses("かぎをかける");
    parent.sees("ノートをひらく");
    wrong.extend(misheard(&parent, "locked", &LOCKED));
    unlocks(&parent);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

in_engine!(in_chromium, Chromium: the_browser_tells_every_control_by_its_role_and_name);
in_engine!(in_firefox, Firefox: the_browser_tells_every_control_by_its_role_and_name);
