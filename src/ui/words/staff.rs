//! スタッフ: what holds on a shared machine.

use crate::{
    machine::{Way, wipe::Place},
    text::{Text, t},
};

pub const TITLE: Text = t("スタッフのページ", "スタッフの ページ", "For staff");
pub const STAFF: Text = t("スタッフ", "スタッフ", "Staff");
pub const LEAD: Text = t(
    "この端末の決まりをかえます。かえたことは、すぐに使われます。",
    "この きかいの きまりを かえます。すぐに かわります。",
    "Change what holds on this machine. Changes take effect at once.",
);
pub const PIN: Text = t("暗証番号", "あんしょう ばんごう", "PIN");
pub const PIN_HINT: Text = t(
    "数字6けたから12けた",
    "すうじ 6こから 12こ",
    "6 to 12 digits",
);
pub const PIN_FIRST: Text = t(
    "はじめに、暗証番号を決めてください。",
    "はじめに、ばんごうを きめて ください。",
    "First choose a PIN.",
);
pub const PIN_FIRST_SUB: Text = t(
    "忘れると、ブラウザーのサイトデータを消して、はじめから決めなおします。",
    "わすれたら、ブラウザーの データを けして、きめなおします。",
    "If it is forgotten, erase the browser’s site data and set the machine up again.",
);
pub const PIN_AGAIN: Text = t(
    "もう一度 同じ番号",
    "もういちど おなじ ばんごう",
    "The same PIN again",
);
pub const PIN_SET: Text = t("これに決める", "これに きめる", "Set the PIN");
pub const PIN_OPEN: Text = t("ひらく", "ひらく", "Open");
pub const PIN_WORKING: Text = t(
    "番号をたしかめています。",
    "ばんごうを たしかめて います。",
    "Checking the PIN.",
);
pub const PIN_WRONG: Text = t(
    "暗証番号が違います",
    "ばんごうが ちがいます",
    "That is not the PIN",
);
pub const PIN_WRONG_NEXT: Text = t(
    "もう一度 入れてください。まちがいが続くと、待つ時間が長くなります。",
    "もういちど いれて ください。まちがうと、まつ じかんが のびます。",
    "Please try again. After several wrong tries you have to wait longer.",
);
pub const PIN_SHAPE: Text = t(
    "数字だけで、6けたから12けたにしてください",
    "すうじだけで、6こから 12こに して ください",
    "Use 6 to 12 digits and nothing else",
);
pub const PIN_SHAPE_NEXT: Text = t(
    "もう一度 入れてください。",
    "もういちど いれて ください。",
    "Please type it again.",
);
pub const PIN_DIFFERS: Text = t(
    "2つの番号が違っています",
    "2つの ばんごうが ちがいます",
    "The two are not the same",
);
pub const PIN_CHANGE: Text = t("暗証番号をかえる", "ばんごうを かえる", "Change the PIN");
pub const KEPT: Text = t("決めました。", "きめました。", "Set.");
pub const UNKEPT: Text = t(
    "この端末は、決めたことを しまえませんでした",
    "きめた ことを しまえませんでした",
    "This machine could not keep what you set",
);
pub const UNKEPT_NEXT: Text = t(
    "いまは使われますが、ブラウザーを閉じると もとにもどります。ブラウザーの設定をみてください。",
    "いまは つかえます。とじると もとに もどります。",
    "It holds for now, and is lost when the browser closes. Please check the browser’s settings.",
);
pub const OUT: Text = t(
    "持って帰りかた",
    "もって かえりかた",
    "Ways to take it home",
);
pub const OUT_SUB: Text = t(
    "えらばなかったものは、画面に出ません。",
    "えらばない ものは、がめんに でません。",
    "What is not chosen is not on screen.",
);
pub const NONE_LEFT: Text = t(
    "いまは、何も持って帰れません。",
    "いまは、なにも もって かえれません。",
    "At the moment nothing can be taken home.",
);
pub const IDLE: Text = t(
    "さわらないと たずねるまで",
    "きくまでの じかん",
    "Without a touch, ask after",
);
pub const IDLE_SUB: Text = t(
    "たずねてから40秒 待って、消します。",
    "きいてから 40びょう まって、けします。",
    "40 seconds after that question everything is erased.",
);
pub const SECONDS: Text = t("秒", "びょう", "seconds");
pub const NIGHT: Text = t("夜", "よる", "At night");
pub const DIMS: Text = t(
    "夜8時から朝7時まで、はじめの画面を暗くする",
    "よる 8じから あさ 7じまで くらくする",
    "Darken the first screen from 8 p.m. to 7 a.m.",
);
pub const LANG: Text = t("はじめのことば", "はじめの ことば", "First language");
pub const LANG_BROWSER: Text = t(
    "ブラウザーと同じ",
    "ブラウザーと おなじ",
    "As the browser’s",
);
pub const ONCE: Text = t(
    "いまの人に 一度だけ",
    "いまの ひとに いちどだけ",
    "Once, for the person here now",
);
pub const ONCE_SUB: Text = t(
    "使うか、「おわる」と、またできなくなります。",
    "つかうか おわると、もう できません。",
    "It ends when it is used, or when the person finishes.",
);
pub const ONCE_DONE: Text = t(
    "一度だけ できるようにしました。",
    "いちどだけ できます。",
    "Allowed once.",
);
pub const ALL_ALLOWED: Text = t(
    "ぜんぶ いつでもできます。",
    "ぜんぶ いつでも できます。",
    "Everything is always allowed.",
);
pub const ASK: Text = t(
    "紙やファイルで持って帰りたいときは、スタッフに言ってください。",
    "かみや ファイルが ほしい ときは、スタッフに いって ください。",
    "If you would like paper or a file, please ask the staff.",
);

pub const TEST: Text = t("自己点検", "じこ てんけん", "Self-test");
pub const TEST_GO: Text = t("もう一度しらべる", "もういちど しらべる", "Check again");
pub const TESTING: Text = t("しらべています。", "しらべて います。", "Checking.");
pub const GOOD: Text = t("よい", "よい", "good");
pub const LOOK_AT: Text = t("見てください", "みて ください", "please look");
pub const BUILD: Text = t("版", "ばん", "Version");
pub const NOT_TOLD: Text = t(
    "ブラウザーが教えません",
    "わかりません",
    "the browser does not say",
);
pub const LAST: Text = t(
    "さいごに消して たしかめたとき",
    "さいごに けした とき",
    "Last erased and checked",
);
pub const NEVER: Text = t("まだありません", "まだ ありません", "not yet");
pub const EMPTY: Text = t(
    "何ものこっていません",
    "なにも のこって いません",
    "nothing is left",
);
pub const PLACES: Text = t("のこっているもの", "のこって いる もの", "What is left");
pub const OFFLINE: Text = t(
    "電波がなくても使う用意",
    "でんぱが なくても つかう ようい",
    "Ready without a network",
);
pub const OFFLINE_NOT: Text = t(
    "まだです。電波のあるところで、もう一度ひらいてください",
    "まだです。でんぱの ある ところで ひらいて ください",
    "not yet; open it once more with a network",
);
pub const CAMERA: Text = t("カメラ", "カメラ", "Camera");
pub const IS_THERE: Text = t("あります", "あります", "there");
pub const NOT_THERE: Text = t(
    "見つかりません。受け取りは できません",
    "みつかりません",
    "none found: nothing can be received",
);
pub const SCREEN: Text = t("画面の大きさ", "がめんの おおきさ", "Screen");
pub const SMALL: Text = t(
    "小さめです。横768以上をすすめます",
    "ちいさいです",
    "small; a width of 768 or more is better",
);
pub const CLOCK: Text = t("時計", "とけい", "Clock");
pub const CLOCK_WRONG: Text = t(
    "合っていないようです。端末の設定で合わせてください",
    "あって いません。なおして ください",
    "seems wrong; please set it on the device",
);
pub const PRINTER: Text = t("印刷", "いんさつ", "Printing");
pub const PRINTER_OFF: Text = t(
    "できないようにしてあります",
    "できません",
    "switched off here",
);
pub const PRINTER_ON: Text = t(
    "できるようにしてあります。下のボタンでためせます",
    "できます。したの ボタンで ためせます",
    "switched on; try it with the button below",
);
pub const PRINTER_TRY: Text = t(
    "この紙をためしに印刷する",
    "ためしに いんさつする",
    "Print this page as a test",
);
pub const ERASE: Text = t(
    "のこっているものを消す",
    "のこって いる ものを けす",
    "Erase what is left",
);
pub const ERASE_SURE: Text = t(
    "だれかが ここにしまったノートも、消えます。もとにもどせません。",
    "ここに しまった ノートも きえます。もどせません。",
    "A note that somebody keeps here is erased too. This cannot be undone.",
);
pub const ERASE_GO: Text = t("ぜんぶ消す", "ぜんぶ けす", "Erase everything");
pub const ERASE_NOT: Text = t("消さない", "けさない", "Do not erase");
pub const STILL: Text = t(
    "まだ のこっています",
    "まだ のこって います",
    "Something is still there",
);
pub const STILL_NEXT: Text = t(
    "ほかのタブを閉じて、もう一度消してください。それでもだめなら、ブラウザーのサイトデータを消します。",
    "ほかの がめんを とじて、もういちど けして ください。",
    "Close the other tabs and erase again. If that does not help, clear the browser’s site data.",
);

/// A way, as it is asked about.
pub fn way(way: Way) -> Text {
    match way {
        Way::Codes => t(
            "QRコード（保護者のスマホで読みとる）",
            "QRコード（じぶんの スマホで よむ）",
            "QR codes (read with the parent’s own phone)",
        ),
        Way::Paper => t("紙（印刷）", "かみ（いんさつ）", "Paper (printing)"),
        Way::File => t(
            "ファイル（この端末に保存）",
            "ファイル（この きかいに のこる）",
            "A file (saved on this machine)",
        ),
        Way::Pick => t(
            "この端末のファイルや写真を読みこむ",
            "この きかいの ファイルを よむ",
            "Reading a file or photo from this machine",
        ),
    }
}

/// A way that is allowed once.
pub fn once(way: Way) -> Text {
    match way {
        Way::Codes => t(
            "QRコードを一度だけ",
            "QRコードを いちどだけ",
            "QR codes once",
        ),
        Way::Paper => t("印刷を一度だけ", "いんさつを いちどだけ", "Print once"),
        Way::File => t(
            "ファイルの保存を一度だけ",
            "ファイルを いちどだけ",
            "Save a file once",
        ),
        Way::Pick => t(
            "ファイルの読みこみを一度だけ",
            "ファイルを よむのを いちどだけ",
            "Read a file once",
        ),
    }
}

/// A place, in words for the staff.
pub fn place(place: Place) -> Text {
    match place {
        Place::Memory => t("メモリーのノート", "メモリーの ノート", "a note in memory"),
        Place::Camera => t(
            "カメラがついたまま",
            "カメラが ついて います",
            "the camera is on",
        ),
        Place::Addresses => t(
            "メモリーの写真やファイル",
            "メモリーの しゃしん",
            "photos or files in memory",
        ),
        Place::Databases => t(
            "データベース（IndexedDB）",
            "データベース（IndexedDB）",
            "databases (IndexedDB)",
        ),
        Place::Caches => t(
            "アプリのものでないキャッシュ",
            "ほかの キャッシュ",
            "caches that are not the app’s",
        ),
        Place::Session => t(
            "タブの保管場所（sessionStorage）",
            "タブの ほかん（sessionStorage）",
            "the tab’s storage (sessionStorage)",
        ),
        Place::Local => t(
            "ブラウザーの保管場所（localStorage）",
            "ブラウザーの ほかん（localStorage）",
            "the browser’s storage (localStorage)",
        ),
        Place::Cookies => t("クッキー", "クッキー", "cookies"),
    }
}
