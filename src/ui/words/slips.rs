//! The words of 連絡票: the list, one slip, its answer, and who does what by when.

use crate::text::{Text, t};

pub const TITLE: Text = t("連絡票", "れんらくひょう", "Referral slips");
pub const LEAD: Text = t(
    "ひとつの窓口に、ひとつの連絡票です。",
    "まどぐち ひとつに、1まい つくります。",
    "One slip for one office.",
);
pub const ROW_SUB: Text = t(
    "窓口に、相談をつなぎます",
    "まどぐちに、そうだんを つなぎます",
    "Hand a question on to an office",
);
pub const NONE: Text = t(
    "まだ ありません。ノートに書いたことが、はじめから入ります。",
    "まだ ありません。ノートに かいた ことが、はいります。",
    "None yet. What your note says is filled in for you.",
);
pub const NEW: Text = t(
    "あたらしい連絡票をつくる",
    "あたらしい れんらくひょうを つくる",
    "Make a new slip",
);
pub const NO_OFFICE: Text = t(
    "窓口は まだ決めていません",
    "まどぐちは まだ きめて いません",
    "No office chosen yet",
);
pub const TO: [Text; 2] = [t("", "", "To "), t("へ", "へ", "")];
pub const NUMBER: Text = t("番号 ", "ばんごう ", "No. ");
pub const TODAY: Text = t("今日中", "きょうの うち", "Today");
pub const TOPICS: Text = t("お困りごと", "こまって いる こと", "Topics");
pub const SAID: Text = t("相談したいこと", "そうだんしたい こと", "What it is about");
pub const MADE: Text = t("つくった日", "つくった ひ", "Made on");

/// What is waited for.
pub const UNTIL: [Text; 2] = [
    t("", "", "An answer is hoped for by "),
    t(
        "までに、回答をまっています",
        "までに、こたえを まって います",
        "",
    ),
];
pub const LATE: [Text; 2] = [
    t(
        "回答が まだです。ほしい日から ",
        "こたえが まだです。ほしい ひから ",
        "No answer yet: ",
    ),
    t(
        "日たちました",
        "にち すぎました",
        " days past the day you hoped",
    ),
];
pub const LATE_NEXT: Text = t(
    "窓口に電話して、きいてみましょう。",
    "まどぐちに でんわして、きいて みましょう。",
    "You could call the office and ask.",
);
pub const OPEN: Text = t(
    "回答をまっています",
    "こたえを まって います",
    "Waiting for an answer",
);

/// Numbers first.
pub const CALL_NOW: Text = t(
    "今日中なら、まず電話を",
    "きょうの うちなら、まず でんわを",
    "If it must be today, call first",
);
pub const CALL_NOW_SUB: Text = t(
    "連絡票は あとからでも書けます。",
    "れんらくひょうは あとで かけます。",
    "The slip can be written afterwards.",
);
pub const NO_NUMBER: Text = t(
    "電話番号がわからないときは、そうだん先からさがせます。",
    "でんわが わからない ときは、そうだんさきで さがせます。",
    "If you do not know the number, look it up among the offices.",
);
pub const OFFICES: Text = t(
    "そうだん先をさがす",
    "そうだんする ところを さがす",
    "Find an office",
);

/// What is done with a slip.
pub const WRITE: Text = t("連絡票を書く", "れんらくひょうを かく", "Write on the slip");
pub const PRINT: Text = t("紙に印刷する", "かみに いんさつする", "Print it");
pub const PRINT_SUB: Text = t(
    "A4に、回答欄をつけて",
    "A4に、こたえの らんも",
    "On A4, with room for the answer",
);
pub const DELETE: Text = t(
    "この連絡票をけす",
    "この れんらくひょうを けす",
    "Delete this slip",
);
pub const DELETED: Text = t(
    "連絡票をけしました",
    "れんらくひょうを けしました",
    "The slip was deleted",
);
pub const DELETE_SUB: Text = t(
    "同意と渡した記録は のこります。",
    "どういと、わたした きろくは のこります。",
    "Consent and the list of what was handed over stay.",
);
pub const UNDO: Text = t("もとにもどす", "もとに もどす", "Undo");
pub const LIST: Text = t(
    "連絡票の一覧へ",
    "ぜんぶの れんらくひょうへ",
    "To all slips",
);
pub const GONE: Text = t(
    "この連絡票は ありません",
    "この れんらくひょうは ありません",
    "There is no such slip",
);
pub const DONE: Text = t("しまう", "しまう", "Put away");
pub const PICK_OFFICE: Text = t(
    "窓口を一覧からえらぶ",
    "まどぐちを えらぶ",
    "Choose an office from the list",
);
pub const PICK_NONE: Text = t("ここにはない", "ここには ない", "Not on this list");
pub const PICK_SUB: Text = t(
    "下に じぶんで書いても かまいません。",
    "したに じぶんで かいても いいです。",
    "Or write it yourself below.",
);
pub const TOO_LONG: [Text; 2] = [
    t(
        "紙のらんより ",
        "かみの らんより ",
        "Longer than the box on paper by ",
    ),
    t(
        "字ほど長いです。このままでも渡せます。",
        "じ ながいです。このままでも いいです。",
        " characters. It can go as it is.",
    ),
];
pub const MORE_WAYS: Text = t(
    "書ききれないことは「くわしくは」で 電話や同行をえらべます。",
    "かけない ことは、でんわや いっしょに いって はなせます。",
    "What does not fit can be told by telephone, or when you go along.",
);
pub const FILLED: Text = t(
    "ノートから入れておきました。なおしてかまいません。",
    "ノートから いれました。なおして いいです。",
    "Filled in from your note. Change whatever you like.",
);

/// Where it stands, set by the parent.
pub const CHANGE: Text = t(
    "状態をかえる",
    "いまの ようすを かえる",
    "Change where it stands",
);
pub const SET: [Text; 2] = [t("「", "「", "Set to “"), t("」にする", "」に する", "”")];
pub const WAS_SET: [Text; 2] = [
    t("「", "「", "It is now “"),
    t("」にしました", "」に しました", "”"),
];
pub const CALLED: Text = t(
    "おわりにする前に：相手に電話しましたか",
    "おわる まえに：でんわ しましたか",
    "Before it is closed: have they been called?",
);
pub const CALLED_YES: Text = t("電話しました", "でんわ しました", "Yes, by telephone");
pub const CALLED_TOGETHER: Text = t("一緒に行きました", "いっしょに いきました", "We went along");
pub const CALLED_NOT: Text = t("まだです", "まだです", "Not yet");
pub const CALL_FIRST: Text = t(
    "電話で話してから おわりにしましょう。",
    "でんわで はなしてから おわりに しましょう。",
    "Please talk to them before you close it.",
);

/// Several slips of one case.
pub const ANOTHER: Text = t(
    "別の窓口にも つくる",
    "ほかの まどぐちにも つくる",
    "Make one for another office too",
);
pub const ANOTHER_SUB: Text = t(
    "お子さんのことと これまでの経過は、そのまま入ります。",
    "こどもの ことと いままでの ことが、はいります。",
    "The child and what happened so far are filled in.",
);
pub const CASE: Text = t(
    "いっしょに進める連絡票",
    "いっしょに すすめる れんらくひょう",
    "Slips that belong together",
);
pub const KEY_PERSON: Text = t("まとめ役", "まとめる ひと", "Key person");
pub const KEY_PERSON_SUB: Text = t(
    "窓口のあいだを つないでくれる人です。",
    "まどぐちの あいだを つなぐ ひとです。",
    "Who keeps the offices together.",
);

/// Who does what by when.
pub const STEPS: Text = t(
    "だれが・いつまでに・何を",
    "だれが・いつまでに・なにを",
    "Who does what by when",
);
pub const STEPS_SUB: Text = t(
    "みんなで同じ表を見ます",
    "みんなで おなじ ひょうを みます",
    "One table for everybody",
);
pub const STEPS_NONE: Text = t(
    "まだ 何も書いていません。話し合いで決まったことを書きます。",
    "まだ ありません。はなしあいで きめた ことを かきます。",
    "Nothing yet. Write what was settled when you talked.",
);
pub const STEPS_MINE: Text = t("あなたのすること", "あなたが する こと", "What you do");
pub const STEPS_ALL: Text = t(
    "みんなのすること",
    "みんなが する こと",
    "What the others do",
);
pub const STEPS_WRITE: Text = t("表に書く", "ひょうに かく", "Write in the table");
pub const UNDECIDED: Text = t(
    "まだ決まっていません",
    "まだ きまって いません",
    "Not settled yet",
);
pub const NO_WHAT: Text = t(
    "（何をするか まだ）",
    "（する こと まだ）",
    "(what, not settled)",
);
pub const BY: [Text; 2] = [t("", "", "by "), t("まで", "まで", "")];
pub const ICS: Text = t(
    "カレンダーに入れる（.ics）",
    "カレンダーに いれる（.ics）",
    "Add to calendar (.ics)",
);
pub const ICS_SUB: Text = t(
    "書いた「何を」が カレンダーに入ります。",
    "「なにを」が カレンダーに はいります。",
    "What you wrote under “what” goes into the calendar.",
);

/// The answer.
pub const ANSWER_TAKE: Text = t("回答を入れる", "こたえを いれる", "Take in the answer");
pub const ANSWER_LEAD: Text = t(
    "窓口からの回答を、連絡票にのこします。",
    "まどぐちの こたえを、のこします。",
    "Keep what the office answered with the slip.",
);
pub const DIGITS: Text = t(
    "電話で聞いた 8けたの数字",
    "でんわで きいた 8つの すうじ",
    "Eight digits told by telephone",
);
pub const DIGITS_READ: Text = t("数字を読みとる", "すうじを よむ", "Read the digits");
pub const DIGITS_SHORT: Text = t(
    "8けたではありません",
    "すうじが 8つ ありません",
    "Not eight digits",
);
pub const DIGITS_SHORT_NEXT: Text = t(
    "もう一度、聞いた数字をたしかめてください。",
    "もういちど、すうじを みて ください。",
    "Please check the digits you were told.",
);
pub const DIGITS_WRONG: Text = t(
    "この連絡票の数字ではありません",
    "この れんらくひょうの すうじでは ありません",
    "These digits are not for this slip",
);
pub const DIGITS_WRONG_NEXT: Text = t(
    "聞きちがいかもしれません。窓口にもう一度きいてください。",
    "ききまちがいかも しれません。もういちど きいて ください。",
    "You may have misheard. Please ask the office again.",
);
pub const HEARD: Text = t(
    "この回答で いいですか",
    "この こたえで いいですか",
    "Is this the answer?",
);
pub const TAKE: Text = t(
    "この回答を入れる",
    "この こたえを いれる",
    "Take in this answer",
);
pub const NOT_MINE: Text = t(
    "この回答の連絡票は、いまのノートにありません",
    "この こたえの れんらくひょうが ありません",
    "This note has no slip for this answer",
);
pub const NOT_MINE_NEXT: Text = t(
    "ほかのお子さんのノートも見てみてください。",
    "ほかの こどもの ノートも みて ください。",
    "Please look in the note of another child too.",
);
pub const DIFFERS: Text = t(
    "前の回答と ちがうところがあります",
    "まえの こたえと ちがいます",
    "It differs from the answer before",
);
pub const BEFORE: Text = t("前からの回答", "まえの こたえ", "The answer before");
pub const CAME: Text = t("今度の回答", "こんどの こたえ", "The new answer");
pub const BY_HAND: Text = t(
    "紙や電話の回答を書く",
    "こたえを じぶんで かく",
    "Write down an answer",
);
pub const BY_HAND_SUB: Text = t(
    "切り取った回答欄や、電話で聞いたことを書きます。",
    "かみの こたえや、でんわで きいた ことを かきます。",
    "From the torn-off half page, or what you were told.",
);
pub const BY_FILE: Text = t(
    "QRやファイルの回答は「受け取る」で読みとります。",
    "QRや ファイルの こたえは「うけとる」で よみます。",
    "Answers as QR codes or files are read under “Receive”.",
);

/// On paper.
pub const PAPER_LEAD: Text = t(
    "下の回答欄を切り取って、返してもらいます。",
    "したの こたえの らんを、きって かえして もらいます。",
    "The part below is torn off and comes back to you.",
);
pub const WITH_CONSENT: Text = t(
    "同意書もつける",
    "どういの かみも つける",
    "With the consent",
);
pub const WITH_ADDRESS: Text = t("住所も入れる", "じゅうしょも いれる", "With the address");
pub const PRINT_GO: Text = t("印刷する", "いんさつする", "Print");
