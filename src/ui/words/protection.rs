//! 守れること、守れないこと: what `docs/threats.md` says, in plain words.

use crate::text::{Text, t};

pub const ROW_SUB: Text = t(
    "だれから、どう守るか",
    "だれから、どう まもるか",
    "From whom, and how",
);
pub const LEAD: Text = t(
    "ここに書くのは、お子さんとご家族のことです。だれから守れて、だれからは守れないかを、かくさずに書きます。",
    "おこさんと かぞくの ことを かきます。まもれる ことも、まもれない ことも いいます。",
    "What you write here is about your child and your family. This page says openly from whom it is protected, and from whom it is not.",
);
pub const WHO: Text = t("だれから守るか", "だれから まもるか", "From whom");
/// Who, and what then happens.
pub const PEOPLE: [(Text, Text); 8] = [
    (
        t(
            "通信や、サーバーを見る人",
            "つうしんを みる ひと",
            "Who watches the network or the server",
        ),
        t(
            "このページを読みこんだことは わかります。書いたことは、どこへも送られません。",
            "ページを よんだ ことは わかります。かいた ことは おくりません。",
            "They learn that this page was loaded. What you write is never sent anywhere.",
        ),
    ),
    (
        t(
            "この端末を拾った人",
            "きかいを ひろった ひと",
            "Who finds this device",
        ),
        t(
            "パスフレーズを1つずつ ためすしかありません。1回に時間がかかるようにしてあります。短いパスフレーズは、当てられることがあります。",
            "あいことばを ひとつずつ ためします。みじかい あいことばは、あてられます。",
            "They have to try passphrases one by one, and each try is made slow. A short passphrase can be guessed.",
        ),
    ),
    (
        t(
            "同じ端末を使う家族",
            "おなじ きかいを つかう ひと",
            "Family who use the same device",
        ),
        t(
            "しばらく見ていないと、ノートは閉じます。ブラウザーの履歴には、ひらいたことが残ります。",
            "みて いないと、ノートは とじます。りれきには のこります。",
            "The note closes after a while. The browser’s history still shows that it was opened.",
        ),
    ),
    (
        t(
            "前のパスフレーズを知っている人",
            "まえの あいことばを しる ひと",
            "Who knows an earlier passphrase",
        ),
        t(
            "「かぎを全部つくりなおす」と、ここにあるものはひらけなくなります。前にとられた写しは、読めるままです。",
            "かぎを つくりなおすと、ここの ノートは ひらけません。まえの うつしは よめます。",
            "Making all keys anew closes what is here. A copy taken earlier stays readable.",
        ),
    ),
    (
        t(
            "わたしたファイルを拾った人",
            "ファイルを ひろった ひと",
            "Who finds a file you handed over",
        ),
        t(
            "20けたの番号がないと ひらけません。番号は、ファイルと別にわたしてください。",
            "ばんごうが ないと ひらけません。ばんごうは べつに わたして ください。",
            "Without the 20 digits it does not open. Give the digits separately from the file.",
        ),
    ),
    (
        t(
            "受け取り用のQRを、にせものにかえる人",
            "QRを かえる ひと",
            "Who swaps an office’s receiving code",
        ),
        t(
            "両方の画面の6けたが、ちがう数字になります。かならず見くらべてください。",
            "すうじが ちがいます。かならず みて ください。",
            "The six digits on the two screens differ then. Always compare them.",
        ),
    ),
    (
        t(
            "次に共用の端末を使う人",
            "つぎに つかう ひと",
            "Who uses a shared machine next",
        ),
        t(
            "「おわる（けします）」で、書いたものは消えます。つぎの画面が、残っていないことを調べます。",
            "「おわる」を おすと、きえます。のこって いないか しらべます。",
            "おわる（けします） erases what you wrote, and the next screen checks that nothing is left.",
        ),
    ),
    (
        t(
            "受け取った窓口",
            "うけとった まどぐち",
            "The office that received it",
        ),
        t(
            "読む、写す、ほかへわたすことを、しくみでは止められません。同意の紙がいっしょに行き、約束になります。",
            "よむ ことや うつす ことは、とめられません。やくそくの かみが いっしょに いきます。",
            "Reading, copying and passing on cannot be prevented by technology. Your consent goes along, and binds them.",
        ),
    ),
];
pub const NOT: Text = t("守れないもの", "まもれない もの", "What is not protected");
pub const NOT_THESE: [Text; 8] = [
    t(
        "このページを配る人が悪意をもったとき。",
        "ページを くばる ひとが わるい とき。",
        "If whoever serves this page means harm.",
    ),
    t(
        "端末に入りこんだ悪いソフト、キーボードの記録、のぞく人、端末の管理者、悪い拡張機能。",
        "わるい ソフト、のぞく ひと、きかいの かんりしゃ。",
        "Harmful software, keyloggers, onlookers, administrators and extensions of this device.",
    ),
    t(
        "わたしたあとの写し。取り消しても、読まれたことは消えません。",
        "わたした あとの うつし。",
        "Copies you have handed over. Withdrawing does not undo that they were read.",
    ),
    t(
        "パスフレーズも回復コードもなくしたとき。だれにもひらけません。",
        "あいことばと かいふくコードを なくした とき。",
        "If passphrase and recovery code are both lost: nobody can open it.",
    ),
    t(
        "ブラウザーの履歴と、このアプリがあること。",
        "りれきと、アプリが ある こと。",
        "The browser’s history, and that this app is here.",
    ),
    t(
        "端末のメモリー。使い終わった鍵は消しますが、ブラウザーが写したものまでは消せません。",
        "きかいの メモリー。",
        "The device’s memory: keys are wiped after use, but not what the browser has copied.",
    ),
    t(
        "ファイルの大きさ。写真が入っているかどうかは わかります。",
        "ファイルの おおきさ。",
        "The size of a file: it tells whether photos are inside.",
    ),
    t(
        "お薬手帳のQR。薬局で読めるように、だれでも読める形です。",
        "おくすりてちょうの QR。だれでも よめます。",
        "Pharmacy codes: anybody can read them, so that pharmacies can.",
    ),
];
pub const HOW: Text = t("どんなしくみか", "どんな しくみか", "How it works");
pub const HOW_THESE: [Text; 3] = [
    t(
        "この端末のノート：パスフレーズから Argon2id（64 MiB）で鍵をつくります。ノートごとに AES-256-GCM で封をします。",
        "ノート：Argon2id と AES-256-GCM",
        "Notes here: a key from the passphrase by Argon2id (64 MiB), each note sealed with AES-256-GCM.",
    ),
    t(
        "わたすファイルとQR：JWE（RFC 7516）。番号は人が決めず、アプリがつくります。",
        "ファイルと QR：JWE（RFC 7516）",
        "Files and codes: JWE (RFC 7516). The digits are made by the app, never by a person.",
    ),
    t(
        "自分たちでつくった暗号はありません。公開されている部品を使い、公開されている試験を通しています。",
        "あんごうは、みんなが つかう ものです。",
        "No cryptography of our own: well-known parts, put through published test vectors.",
    ),
];
pub const VERSION: Text = t("この版", "この ばん", "This version");
pub const VERSION_SUB: Text = t(
    "同じ版なら、どの端末でも同じ文字になります。配っている人が知らせる文字と、くらべられます。",
    "おなじ ばんなら、おなじ もじです。",
    "Every device with this version shows the same letters. Compare them with those that whoever serves the app publishes.",
);
