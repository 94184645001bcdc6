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
            "Whoever watches the network or the server",
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
            "Whoever finds this device",
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
            "5分さわらないと、ノートは閉じます。それまでは、画面を見られます。ブラウザーの履歴には、ひらいたことが残ります。",
            "5ふん さわらないと、ノートは とじます。それまでは、みられます。りれきには、ひらいた ことが のこります。",
            "The note closes after five minutes without a touch. Until then the screen can be read. The browser’s history still shows that it was opened.",
        ),
    ),
    (
        t(
            "前のパスフレーズを知っている人",
            "まえの あいことばを しる ひと",
            "Whoever knows an earlier passphrase",
        ),
        t(
            "「かぎを全部つくりなおす」をおすと、前のパスフレーズではひらけなくなります。前にとられた写しは、読めるままです。",
            "かぎを ぜんぶ つくりなおすと、まえの あいことばでは ひらけません。まえに とられた うつしは、よめる ままです。",
            "After “Make every key anew” the earlier passphrase opens nothing here. A copy taken before stays readable.",
        ),
    ),
    (
        t(
            "わたしたファイルを拾った人",
            "ファイルを ひろった ひと",
            "Whoever finds a file you handed over",
        ),
        t(
            "20けたの番号がないと ひらけません。番号は、ファイルと別にわたしてください。受け取り用QRへわたしたものは、番号がなく、その窓口だけがひらけます。",
            "20けたの ばんごうが ないと ひらけません。ばんごうは べつに わたして ください。うけとりようQRへ わたすと、その まどぐちだけが ひらけます。",
            "Without the 20-digit code it does not open. Give the code separately from the file. What went to an office’s receiving code needs no number; only that office can open it.",
        ),
    ),
    (
        t(
            "受け取り用のQRを、にせものにかえる人",
            "QRを かえる ひと",
            "Whoever swaps an office’s receiving code",
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
            "Whoever uses a shared machine next",
        ),
        t(
            "「おわる（けします）」で、書いたものは消えます。つぎの画面が、残っていないことを調べます。",
            "「おわる」を おすと、きえます。のこって いないか しらべます。",
            "“Finish (erase)” erases what you wrote, and the next screen checks that nothing is left.",
        ),
    ),
    (
        t(
            "受け取った窓口",
            "うけとった まどぐち",
            "The office that received it",
        ),
        t(
            "読む、写す、ほかへわたすことを、しくみでは止められません。同意書がいっしょに行き、何に同意したかを伝えます。",
            "よむ ことや うつす ことは、とめられません。どういの かみが いっしょに いき、どうい した ことを つたえます。",
            "Reading, copying and passing on cannot be prevented by technology. Your consent goes along, and says what you agreed to.",
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
        "わたした あとの うつし。とりけしても、よまれた ことは きえません。",
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
        "きかいの メモリー。つかった かぎは けします。ブラウザーの うつしは けせません。",
        "The device’s memory: keys are wiped after use, but not what the browser has copied.",
    ),
    t(
        "ファイルの大きさ。写真が入っているかどうかは わかります。",
        "ファイルの おおきさ。しゃしんが あるかは わかります。",
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
        "この端末のノート：パスフレーズから Argon2id（ふつう64 MiB）で鍵をつくります。ノートごとに AES-256-GCM で封をします。",
        "ノート：Argon2id と AES-256-GCM",
        "Notes here: a key from the passphrase by Argon2id (64 MiB as a rule), each note sealed with AES-256-GCM.",
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
    "同じ版なら、どの端末でも同じ文字になります。配っている人が知らせる文字と、くらべられます。にせのページは、同じ文字を出すことができます。",
    "おなじ ばんなら、おなじ もじです。くばる ひとが しらせる もじと、くらべられます。この もじだけでは、にせの ページは わかりません。",
    "Every device with this version shows the same letters. Compare them with those that whoever serves the app publishes. A false page can show the same letters.",
);
