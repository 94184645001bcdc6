//! Every word on screen that does not belong to a form.
//!
//! です・ます; one idea a sentence; say what to do next; buttons are verbs of the parent.

pub mod card;
mod city;
mod copies;
mod giving;
mod keeping;
pub mod office;
pub mod office_key;

use crate::text::{Text, t};
pub use city::{guide, offices, practice, school, tour, turns};
pub use copies::{backup, lasting, restore, take};
pub use giving::{agree, enclosed, gift, given};
pub use keeping::{closed, compare, hand_on, held, keys, leave, past, recover, renewal};

pub const APP: Text = t("ステップノート", "ステップノート", "Step Note");
pub const TAGLINE: Text = t(
    "子どもの育ちと支えを、つぎの人へ。",
    "こどもの そだちを、つぎの ひとへ。",
    "A child’s story, carried on to the next person.",
);
pub const LANGUAGE: Text = t("ことば", "ことば", "Language");
pub const NO_WORDS: Text = t(
    "このことばを読みこめませんでした。ネットにつないで、もういちど選んでください。",
    "この ことばを よめませんでした。ネットに つないで、もういちど えらんで ください。",
    "The words of this language did not come. Connect to the network and choose it again.",
);
pub const BACK: Text = t("もどる", "もどる", "Back");
pub const LOCK: Text = t("かぎをかける", "かぎを かける", "Lock");
/// Stands before the title of the window.
pub const TROUBLE_SIGN: Text = t("エラー：", "エラー：", "Error: ");
pub const HELP: Text = t("相談", "そうだん", "Help");
pub const WORKING: Text = t(
    "しばらくお待ちください。",
    "すこし まって ください。",
    "One moment, please.",
);

/// Until the second part of the program is here.
pub mod later {
    use super::{Text, t};
    pub const COMING: Text = t(
        "つづきを読み込んでいます。",
        "つづきを よみこんで います。",
        "Loading the rest.",
    );
    pub const MISSING: Text = t(
        "つづきを読み込めませんでした",
        "つづきを よみこめませんでした",
        "The rest could not be loaded",
    );
    pub const MISSING_NEXT: Text = t(
        "電波のよい所で、もう一度お試しください。しまってある記録は、そのままです。",
        "でんぱの よい ところで、もういちど して ください。しまって ある ものは なくなりません。",
        "Please try again with a better connection. What you have kept is not lost.",
    );
    pub const AGAIN: Text = t("もう一度読み込む", "もういちど よみこむ", "Load again");
}

/// The doors.
pub mod door {
    use super::{Text, t};
    pub const PASSKEY: Text = t(
        "パスキーでひらく",
        "パスキーで ひらく",
        "Open with a passkey",
    );
    pub const PASSKEY_NOT: Text = t(
        "パスキーでは ひらけませんでした",
        "パスキーで ひらけませんでした",
        "The passkey did not open it",
    );
    pub const PASSKEY_NOT_NEXT: Text = t(
        "もう一度ためすか、パスフレーズでひらいてください。",
        "もう いちど ためすか、あいことばで ひらいて ください。",
        "Try once more, or use the passphrase.",
    );
    pub const FIRST: Text = t("はじめて使う", "はじめて つかう", "Start a note");
    pub const FIRST_SUB: Text = t(
        "あたらしいノートをつくります",
        "あたらしい ノートを つくります",
        "Make a new note",
    );
    pub const RECEIVE_SUB: Text = t(
        "QRやファイルをひらきます",
        "QRや ファイルを ひらきます",
        "Open a QR code or a file",
    );
    pub const NEW_KEYS: Text = t(
        "かぎが全部新しくなりました。新しいパスフレーズで ひらいてください。回復コードも、つくりなおしてください。",
        "かぎが ぜんぶ あたらしく なりました。あたらしい あいことばで ひらいて ください。",
        "Every key is new. Open the note with the new passphrase, and make a new recovery code.",
    );
    pub const BEFORE: Text = t(
        "以前使っていた",
        "まえに つかって いた",
        "I had a note before",
    );
    pub const BEFORE_SUB: Text = t(
        "控え（バックアップ）から もどします",
        "ひかえ（バックアップ）から もどします",
        "Bring it back from a backup",
    );
    pub const FORGETFUL: Text = t(
        "ブラウザーは、しばらく使わないでいると、しまったものを消すことがあります。控えがあれば もどせます。",
        "ブラウザーは、ながく つかわないと、しまった ものを けす ことが あります。ひかえが あれば、もどせます。",
        "A browser may delete what it keeps when it is not used for a while. With a backup you can bring it back.",
    );
    pub const OTHERWISE: Text = t("ほかのひらき方", "ほかの ひらきかた", "Other ways");
    pub const RECOVER: Text = t(
        "パスフレーズを忘れた",
        "あいことばを わすれた",
        "I forgot my passphrase",
    );
    pub const RECOVER_SUB: Text = t(
        "紙に書いた 回復コードで ひらきます",
        "かみに かいた かいふくコードで ひらきます",
        "Open with the recovery code on paper",
    );
    pub const RESTORE: Text = t(
        "控えから もどす",
        "ひかえから もどす",
        "Bring back a backup",
    );
    pub const RESTORE_SUB: Text = t(
        "ファイルか、印刷したQRを読みます",
        "ファイルか、いんさつした QRを よみます",
        "Read a file or printed QR codes",
    );
    pub const REMAINS: Text = t(
        "のこっているものを取っておく",
        "のこって いる ものを とって おく",
        "Keep what is left",
    );
    pub const REMAINS_SUB: Text = t(
        "かぎのかかったまま、ファイルにします",
        "かぎを かけた まま、ファイルに します",
        "As a file, locked as it is",
    );
    pub const GIVE: Text = t("考えてもらう", "かんがえて もらう", "Suggest one");
    pub const KANA: Text = t(
        "かなや漢字は、ほかの端末では入れにくいことがあります。ローマ字か数字が安心です。",
        "かなや かんじは、ほかの きかいで いれにくい ことが あります。ローマじか すうじが あんしんです。",
        "Kana and kanji can be hard to type on another device. Plain letters or digits are safer.",
    );
    pub const PROMISE: Text = t(
        "書いたことは、この端末の中だけに、かぎをかけて しまっておきます。",
        "かいた ことは、この きかいの なかだけに、かぎを かけて しまいます。",
        "What you write stays on this device only, under lock and key.",
    );
    pub const AVENUE: Text = t(
        "けやき並木の下に、飛び石の道がつづいています",
        "けやきの きの したに、いしの みちが つづいて います",
        "A path of stepping stones under keyaki trees",
    );
    pub const MAKE: Text = t("かぎを決める", "かぎを きめる", "Choose your key");
    pub const MAKE_LEAD: Text = t(
        "このノートをひらくときのパスフレーズ（合言葉）を決めます。",
        "ノートを ひらく ときの あいことばを きめます。",
        "Choose the passphrase that opens this note.",
    );
    pub const PASSPHRASE: Text = t(
        "パスフレーズ（合言葉）",
        "あいことば（パスフレーズ）",
        "Passphrase",
    );
    pub const PASSPHRASE_HINT: Text = t(
        "8文字以上。好きなことばを2つ3つ つなげると、おぼえやすいです。",
        "8もじ いじょうに して ください。すきな ことばを 2つ 3つ つなげると いいです。",
        "At least 8 characters. Two or three words you like are easy to remember.",
    );
    pub const FORGOTTEN: Text = t(
        "忘れると、わたしたちにも ひらけません。紙に書いて、大切なところに しまってください。",
        "わすれると、だれも ひらけません。かみに かいて、たいせつに しまって ください。",
        "If you forget it, nobody can open the note, not even we. Write it on paper and keep it safe.",
    );
    pub const SHOW: Text = t("文字を見る", "もじを みる", "Show what I type");
    pub const DECIDE: Text = t("これに決める", "これに きめる", "Use this one");
    pub const OPEN_TITLE: Text = t("ノートをひらく", "ノートを ひらく", "Open the note");
    pub const OPEN: Text = t("ひらく", "ひらく", "Open");
    pub const OPENING: Text = t(
        "かぎをあけています。",
        "かぎを あけて います。",
        "Unlocking.",
    );
    pub const LOCKING: Text = t(
        "かぎをつくっています。",
        "かぎを つくって います。",
        "Making the key.",
    );
    pub const TOO_SHORT: Text = t(
        "もう少し長くしてください。8文字以上あると、ほかの人に見つけられにくくなります。",
        "もう すこし ながく して ください。8もじ いじょうに します。",
        "Please make it longer: at least 8 characters make it harder for others to find.",
    );
    pub const SHORT: Text = t("まだ短いです。", "まだ みじかいです。", "Still short.");
    pub const PLAIN: Text = t(
        "数字だけや、同じ文字のくり返しは、ほかの人に当てられやすいです。ことばをたすと安心です。",
        "すうじだけや、おなじ もじだけだと、あてられやすいです。ことばを たして ください。",
        "Digits alone, or the same letters over and over, are easy for others to guess. Add a word.",
    );
    pub const FAIR: Text = t(
        "このまま使えます。ことばをもう1つたすと、当てられにくくなります。",
        "これで つかえます。ことばを もう 1つ たすと、あてられにくく なります。",
        "You can use this. One more word makes it harder to guess.",
    );
    pub const LONG: Text = t(
        "長いパスフレーズです。誕生日や名前だけでなければ、当てられにくいです。",
        "ながい あいことばです。たんじょうびや なまえだけだと、あてられます。",
        "Long. It is hard to guess unless it is only a birthday or a name.",
    );
    pub const CAPITALS: Text = t(
        "Caps Lock（大文字の入力）が入っています。",
        "Caps Lock が ついて います。おおもじに なります。",
        "Caps Lock is on.",
    );
    pub const EMPTY: Text = t(
        "パスフレーズを入れてください。",
        "あいことばを いれて ください。",
        "Please type your passphrase.",
    );
    pub const WRONG: Text = t(
        "パスフレーズが違います",
        "あいことばが ちがいます",
        "That is another passphrase",
    );
    pub const WRONG_NEXT: Text = t(
        "しまったものは そのままです。文字を見ながら、もう一度入れてください。",
        "しまった ものは そのままです。もじを みながら、もう いちど いれて ください。",
        "Nothing is lost. Show what you type, and try once more.",
    );
    pub const DAMAGED: Text = t(
        "しまったものが壊れています",
        "しまった ものが こわれて います",
        "What was kept is damaged",
    );
    pub const DAMAGED_NEXT: Text = t(
        "パスフレーズの まちがいではありません。ブラウザーが記録の一部をなくしたようです。消さずに、このままで相談してください。",
        "あいことばの まちがいでは ありません。ブラウザーが きろくを なくしました。けさないで、そうだんして ください。",
        "Your passphrase is not the cause. The browser has lost a part of the data. Please do not delete anything, and ask for help.",
    );
    pub const TOO_NEW: Text = t(
        "新しい版でしまわれています",
        "あたらしい アプリで しまって います",
        "Kept by a newer version",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおして、新しくしてください。しまったものは そのままです。",
        "ページを よみなおして、あたらしく して ください。しまった ものは そのままです。",
        "Please reload this page to update it. Nothing is lost.",
    );
    pub const NO_STORE: Text = t(
        "このブラウザーには しまえません",
        "この ブラウザーには しまえません",
        "This browser cannot keep anything",
    );
    pub const NO_STORE_NEXT: Text = t(
        "プライベートブラウズをやめるか、設定でサイトのデータを許してください。受け取って読むことは、いまでもできます。",
        "プライベートモードを やめて ください。うけとって よむ ことは できます。",
        "Leave private browsing, or allow site data in the settings. Receiving and reading works even now.",
    );
    pub const NO_WORKER: Text = t(
        "計算の部品を読み込めませんでした",
        "アプリの いちぶを よめませんでした",
        "A part of the app could not be loaded",
    );
    pub const NO_WORKER_NEXT: Text = t(
        "電波のよい所で、このページを読み込みなおしてください。しまったものは そのままです。",
        "でんぱの よい ところで、ページを よみなおして ください。",
        "Please reload this page where the connection is better. Nothing is lost.",
    );
    pub const NO_MEMORY: Text = t(
        "メモリーが足りません",
        "メモリーが たりません",
        "Not enough memory",
    );
    pub const NO_MEMORY_NEXT: Text = t(
        "ほかのアプリやタブを閉じて、もう一度ためしてください。パスフレーズの まちがいではありません。",
        "ほかの アプリを とじて、もう いちど ためして ください。",
        "Close other apps or tabs and try again. Your passphrase is not the cause.",
    );
}

/// A child.
pub mod child {
    use super::{Text, t};
    pub const TITLE: Text = t("お子さんのノート", "こどもの ノート", "Your child’s note");
    pub const LEAD: Text = t(
        "ノートの表紙に書く呼び名を決めます。あとから なおせます。",
        "ノートの ひょうしの なまえを きめます。あとで かえられます。",
        "Choose the name on the cover. You can change it later.",
    );
    pub const NAME: Text = t("呼び名", "よびな", "What you call your child");
    pub const COLOUR: Text = t("表紙の色", "ひょうしの いろ", "Colour of the cover");
    pub const WRITER: Text = t(
        "この端末で書く人",
        "この きかいで かく ひと",
        "Who writes on this device",
    );
    pub const WRITER_HINT: Text = t(
        "書かなくてもかまいません。母、父、祖母など。ほかの人のノートとくらべるときに、だれが書いたかを示します。",
        "かかなくても いいです。おかあさん、おとうさんなど。くらべる ときに つかいます。",
        "You may leave it empty. Mother, father, grandmother: it says who wrote what when two notes are compared.",
    );
    pub const MAKE: Text = t("ノートをつくる", "ノートを つくる", "Make the note");
    pub const COVER: Text = t("表紙をなおす", "ひょうしを なおす", "Change the cover");
    pub const CHANGE: Text = t("この表紙にする", "この ひょうしに する", "Keep this cover");
    pub const CHANGE_COVER: Text = t("表紙をなおす", "ひょうしを なおす", "Cover");
    pub const NAMELESS: Text = t("わたしのノート", "わたしの ノート", "My note");
    pub const SWAP: Text = t("お子さんをかえる", "こどもを かえる", "Another child");
    pub const ADD: Text = t("お子さんをたす", "こどもを たす", "Add a child");
    /// The six colours, by their permanent names.
    pub const COLOURS: [(&str, Text); 6] = [
        ("murasaki", t("紫", "むらさき", "Purple")),
        ("ai", t("藍", "あお", "Indigo")),
        ("koke", t("苔", "みどり", "Moss")),
        ("kaki", t("柿", "だいだい", "Persimmon")),
        ("ume", t("梅", "あか", "Plum")),
        ("sumi", t("墨", "くろ", "Ink")),
    ];
}

/// Home.
pub mod home {
    use super::{Text, t};
    pub const KEPT: Text = t(
        "この端末の中だけに、かぎをかけて しまっています。",
        "この きかいの なかだけに、かぎを かけて しまって います。",
        "Kept on this device only, under lock and key.",
    );
    pub const SHEETS: Text = t("シート", "シート", "Sheets");
    pub const NOT_ALL: Text = t(
        "ぜんぶ書かなくて だいじょうぶです。",
        "ぜんぶ かかなくて いいです。",
        "You need not fill in everything.",
    );
    pub const BLANK: Text = t("まだ", "まだ", "Not yet");
    pub const BEGUN: Text = t("とちゅう", "とちゅう", "Begun");
    pub const WRITTEN: Text = t("書きました", "かきました", "Written");
    pub const NOTE: Text = t("ノート", "ノート", "Note");
    pub const TIMELINE: Text = t("あゆみ", "あゆみ", "Story");
    pub const SUPPORTERS: Text = t("つながり", "つながり", "People");
    pub const SEARCH: Text = t("さがす", "さがす", "Search");
    pub const HAND_OVER: Text = t("わたす", "わたす", "Hand over");
    pub const PRINT: Text = t("紙に印刷する", "かみに いんさつする", "Print on paper");
    pub const PRINT_SUB: Text = t(
        "書いたシートも、白いシートも",
        "かいた シートも、しろい シートも",
        "Written sheets, or blank ones",
    );
    pub const RECEIVE: Text = t("受け取る", "うけとる", "Receive");
    pub const OTHER: Text = t("ほかのこと", "ほかの こと", "More");
    pub const PLACES: Text = t("ノートの中", "ノートの なか", "In this note");
    pub const OLDER: Text = t(
        "いちばん新しい保存が読めなかったので、その前のものをひらきました。最後に書いたところを たしかめてください。",
        "あたらしい きろくが よめませんでした。ひとつ まえの きろくです。さいごに かいた ところを みて ください。",
        "The last save could not be read, so the one before is shown. Please look at what you wrote last.",
    );
}

/// さがす
pub mod search {
    use super::{Text, t};
    pub const HINT: Text = t(
        "名前、病院、薬、日付など。ことばの一部でも さがせます。",
        "なまえ、びょういん、くすりなど。すこしの ことばで いいです。",
        "Names, clinics, medicines, dates. A part of a word is enough.",
    );
    pub const PRIVATE: Text = t(
        "さがしたことばは、どこにも残りません。",
        "さがした ことばは、のこりません。",
        "What you search for is not kept.",
    );
    pub const NOTHING: Text = t(
        "見つかりませんでした。ことばを短くしたり、ひらがなにしたりして みてください。",
        "みつかりませんでした。みじかい ことばで さがして ください。",
        "Nothing was found. Try a shorter word, or another spelling.",
    );
    pub const FOUND_BEFORE: Text = t("", "", "");
    pub const FOUND: Text = t("件 見つかりました", "こ みつかりました", " found");
    pub const MORE_BEFORE: Text = t("ほかに ", "ほかに ", "and ");
    pub const MORE: Text = t("件", "こ", " more");
}

/// あゆみ
pub mod timeline {
    use super::{Text, t};
    use crate::form::Lane;
    /// The lanes, each with its drawing.
    pub const LANES: [(Lane, &str, Text); 4] = [
        (
            Lane::School,
            "school",
            t("園・学校", "えん・がっこう", "Nursery, school"),
        ),
        (
            Lane::Care,
            "hospital",
            t("医療・療育・相談", "いりょう・そうだん", "Care, advice"),
        ),
        (Lane::Medicine, "pill", t("服薬", "くすり", "Medicine")),
        (Lane::Event, "sprout", t("できごと", "できごと", "Events")),
    ];
    pub const WHICH: Text = t("見るもの", "みる もの", "Shown");
    pub const YEAR: Text = t("年", "ねん", "");
    pub const BORN: Text = t("生まれた年", "うまれた とし", "the year of birth");
    pub const TURNS_BEFORE: Text = t("", "", "turns ");
    pub const TURNS: Text = t("歳になる年", "さいに なる とし", "");
    pub const FROM_APRIL: Text = t("4月から ", "4がつから ", "from April: ");
    /// 年少, 年中, 年長
    pub const KINDERGARTEN: [Text; 3] = [
        t("年少", "ねんしょう", "kindergarten year 1"),
        t("年中", "ねんちゅう", "kindergarten year 2"),
        t("年長", "ねんちょう", "kindergarten year 3"),
    ];
    pub const LINES: Text = t(
        "左の線は、そのころ続いていたことです。",
        "ひだりの せんは、つづいて いた ことです。",
        "The lines on the left are what was going on then.",
    );
    pub const TODAY: Text = t("きょう", "きょう", "Today");
    pub const AHEAD: Text = t("これから", "これから", "to come");
    pub const UNKNOWN: Text = t("わからない", "わからない", "unknown");
    pub const UNDATED: Text = t(
        "いつか わからないこと",
        "いつか わからない こと",
        "Without a date",
    );
    pub const EMPTY: Text = t(
        "はじめて歩いたころ、園に入った月。シートに書いたことが、ここで一本の道になります。",
        "あるいた ひ、えんに はいった つき。シートに かくと、ここで みちに なります。",
        "The first steps, the first day at nursery: what you write on the sheets becomes one path here.",
    );
    pub const WHICH_YEAR: Text = t("見る年", "みる とし", "Year");
    pub const ALL_YEARS: Text = t("ぜんぶの年", "ぜんぶの とし", "All years");
    pub const TABLE: Text = t("表で見る", "ひょうで みる", "Show as a table");
    pub const PICTURE: Text = t("道で見る", "みちで みる", "Show as a path");
    pub const WHEN: Text = t("いつ", "いつ", "When");
    pub const AGE: Text = t("年齢", "とし", "Age");
    pub const WHAT: Text = t("こと", "こと", "What");
    pub const STEPS: Text = t(
        "できるようになったこと",
        "できるように なった こと",
        "First steps",
    );
    pub const STEPS_EMPTY: Text = t(
        "乳幼児期のことを書くと、ここに並びます。",
        "ちいさい ときの ことを かくと、ここに ならびます。",
        "What you write of the early years is shown here.",
    );
    pub const NORMS: Text = t("めやすを表示する", "めやすを みる", "Show usual ages");
    pub const NORMS_SOURCE: Text = t(
        "帯は、10人に9人以上の子が できるようになっていた月齢です（令和5年 乳幼児身体発育調査）。",
        "おびは、10にんに 9にんの こが できた ころです（2023ねんの ちょうさ）。",
        "The bands show the age at which nine children in ten could do it (national survey of 2023).",
    );
    pub const NORMS_NOTE: Text = t(
        "育ちの早さは、ひとりひとり ちがいます。予定日より早く生まれたお子さんは、予定日から数えた月齢（修正月齢）で見ます。",
        "そだちは ひとりひとり ちがいます。はやく うまれた こは、よていびから かぞえます。",
        "Every child has its own pace. If yours was born early, count from the due date.",
    );
    pub const USUAL: Text = t("めやす ", "めやす ", "usually ");
    pub const BEFORE: Text = t("未満", "まえ", "");
}

/// つながり
pub mod supporters {
    use super::{Text, t};
    /// The kinds of support that have a drawing; the words of the others come from their sheet.
    pub const KINDS: [(&str, &str); 10] = [
        ("medical", "hospital"),
        ("therapy", "sprout"),
        ("day_service", "together"),
        ("special_education", "note"),
        ("consultation", "talk"),
        ("health", "heart"),
        ("welfare", "handover"),
        ("school", "school"),
        ("family", "family"),
        ("other", "pin"),
    ];
    pub const MAP: Text = t(
        "を いま支えている人たち",
        "を ささえて いる ひとたち",
        ": the people who are there now",
    );
    pub const LEAD: Text = t(
        "いま、お子さんを支えている人たちです。",
        "いま、こどもを ささえて いる ひとたちです。",
        "The people who are there for your child now.",
    );
    pub const NOW: Text = t("いま", "いま", "Now");
    pub const AHEAD: Text = t("これから", "これから", "To come");
    pub const PAST: Text = t("まえ", "まえ", "Before");
    pub const UNSAID: Text = t(
        "時期を書いていないところ",
        "いつか かいて いない ところ",
        "Without a time",
    );
    pub const NOT_NOW: Text = t(
        "これから・時期なし",
        "これから・いつか なし",
        "To come, or no time",
    );
    pub const OTHERS_BEFORE: Text = t("ほかに ", "ほかに ", "and ");
    pub const OTHERS: Text = t("か所", "かしょ", " more");
    pub const PLACES: Text = t("か所", "かしょ", "");
    pub const CALL: Text = t("電話", "でんわ", "Call");
    pub const EMPTY: Text = t(
        "園や病院、相談したところ。シートに書くと、お子さんのまわりに並びます。",
        "えん、びょういん、そうだん。シートに かくと、こどもの まわりに ならびます。",
        "Nursery, clinics, people you talk to: what you write on the sheets gathers around your child here.",
    );
    pub const ADD: Text = t("つながりをたす", "つながりを たす", "Add somebody");
}

/// A sheet being written.
pub mod sheet {
    use super::{Text, t};
    pub const SAVED: Text = t("ほぞんしました", "しまいました", "Saved");
    pub const SAVING: Text = t("ほぞんしています", "しまって います", "Saving");
    pub const DONE: Text = t("しまう", "しまう", "Put away");
    pub const STATE: Text = t("このシートは", "この シートは", "This sheet is");
    pub const STATE_SUB: Text = t(
        "しるしです。あとから なおせます。",
        "しるしです。あとで かえられます。",
        "Only a mark. You can still change everything.",
    );
    pub const YEAR: Text = t("年", "ねん", "Year");
    pub const MONTH: Text = t("月", "がつ", "Month");
    pub const DAY: Text = t("日", "にち", "Day");
    pub const FROM: Text = t("はじまり", "はじまり", "Begins");
    pub const UNTIL: Text = t("おわり", "おわり", "Ends");
    pub const ONGOING: Text = t("いまも続いている", "いまも つづいて いる", "Still going on");
    pub const UNCLEAR: Text = t(
        "この日付は読み取れません。このままでも しまえます。",
        "この ひづけは わかりません。このままでも しまえます。",
        "This is not a date yet. It is kept as you typed it.",
    );
    pub const NO_AGE: Text = t(
        "生年月日と記入日が入ると、ここに出ます。",
        "うまれた ひと かいた ひを いれると、ここに でます。",
        "Shown here once the date of birth and this date are filled in.",
    );
    pub const UNCHOOSE: Text = t("えらびなおす", "えらびなおす", "Clear");
    pub const MORE: Text = t("もっと書く", "もっと かく", "Write more");
    pub const SUGGESTED: Text = t(
        "入れておきました。ちがうときは なおしてください。",
        "いれて おきました。ちがう ときは なおして ください。",
        "Filled in for you. Please correct it if it is wrong.",
    );
    pub const TO_ADDRESS: Text = t(
        "を住所に書く",
        "を じゅうしょに かく",
        ": write it as the address",
    );
    pub const KNOWN: Text = t(
        "前に書いたものから",
        "まえに かいた ものから",
        "Written before",
    );
    pub const SCHOOL_YEAR: Text = t("学年のめやす ", "がくねんの めやす ", "As a rule: ");
    pub const YEARS: Text = t("歳", "さい", "years");
    pub const MONTHS: Text = t("ヶ月", "かげつ", "months");
    pub const OTHER_WAYS: Text = t(
        "書き方をえらぶ",
        "かきかたを えらぶ",
        "Other ways to write it",
    );
    pub const BY_AGE: Text = t("歳・ヶ月で書く", "さい・かげつで かく", "By age");
    pub const BY_DATE: Text = t("年月日で書く", "ねんがっぴで かく", "By date");
    pub const NOT_YET: Text = t("まだ", "まだ", "Not yet");
    pub const FORGOTTEN: Text = t("おぼえていない", "おぼえて いない", "I do not remember");
    pub const NO_SUCH_AGE: Text = t(
        "この年齢は読み取れません。このままでも しまえます。",
        "この ねんれいは わかりません。このままでも しまえます。",
        "This is not an age yet. It is kept as you typed it.",
    );
    pub const COPY: Text = t("写しをつくる", "おなじ ものを つくる", "Duplicate");
    pub const COPIED: Text = t(
        "写しをつくりました",
        "おなじ ものを つくりました",
        "Duplicated",
    );
    pub const UP: Text = t("1つ上へ", "ひとつ うえへ", "Move up");
    pub const DOWN: Text = t("1つ下へ", "ひとつ したへ", "Move down");
    pub const MOVED: Text = t(
        "うごかしました。いまの番号は",
        "うごかしました。いまの ばんごうは",
        "Moved. Its number is now",
    );
    pub const ADDED: Text = t("たしました", "たしました", "Added");
    pub const BACK_AGAIN: Text = t("もとにもどしました", "もとに もどしました", "Put back");
    pub const REMOVE: Text = t("けす", "けす", "Delete");
    pub const REMOVED: Text = t("けしました", "けしました", "Deleted");
    pub const UNDO: Text = t("もとにもどす", "もとに もどす", "Undo");
    pub const TODAY: Text = t(
        "きょうの日付を入れる",
        "きょうの ひを いれる",
        "Put in today",
    );
    pub const FULL: Text = t(
        "しまう場所が いっぱいです",
        "しまう ばしょが いっぱいです",
        "There is no room left to keep this",
    );
    pub const FULL_NEXT: Text = t(
        "前にほぞんしたものは そのままです。このページを閉じずに、紙に印刷するか、わたすで ファイルにしてください。",
        "まえの ものは そのままです。ページを とじないで、いんさつするか、ファイルに して ください。",
        "What was saved before is intact. Do not close this page: print it, or make a file with Hand over.",
    );
    pub const LOST: Text = t(
        "ブラウザーが、しまったはずのものを なくしました",
        "ブラウザーが、しまった ものを なくしました",
        "The browser lost what it had just been given",
    );
    pub const LOST_NEXT: Text = t(
        "前にほぞんしたものは そのままです。もう一度しまいます。つづくときは、このページを閉じずに、わたすで ファイルにしてください。",
        "まえの ものは そのままです。もう いちど しまいます。なおらない ときは、ファイルに して ください。",
        "What was saved before is intact, and it will be tried again. If this goes on, do not close the page: make a file with Hand over.",
    );
    pub const CHANGED: Text = t(
        "別の画面で書きかえられています",
        "べつの がめんで かきかえて います",
        "Changed on another screen",
    );
    pub const CHANGED_NEXT: Text = t(
        "上書きはしていません。別の画面を閉じて、このページを読み込みなおしてください。",
        "うわがき して いません。べつの がめんを とじて、この ページを よみなおして ください。",
        "Nothing was overwritten. Close the other screen and reload this page.",
    );
    pub const GONE: Text = t(
        "別の画面で、このノートが消されたか、かぎが新しくなりました",
        "べつの がめんで、ノートを けしたか、かぎを かえました",
        "On another screen this note was deleted, or got new keys",
    );
    pub const GONE_NEXT: Text = t(
        "ここに書いたことは、まだしまっていません。大切なことは紙に写してから、このページを読み込みなおしてください。",
        "ここに かいた ことは、しまって いません。かみに うつして から、ページを よみなおして ください。",
        "What you wrote here is not saved. Copy on paper what matters, then reload this page.",
    );
    pub const IDLE: Text = t(
        "まもなく かぎをかけます。つづけるときは、画面にさわってください。",
        "もうすぐ かぎを かけます。つづける ときは、がめんに さわって ください。",
        "This note will lock soon. Touch the screen to go on.",
    );
}

/// わたす
pub mod hand_over {
    use super::{Text, t};
    pub const STEPS: Text = t(
        "わたすまでの4つの手順",
        "わたすまでの 4つの こと",
        "Four steps to hand over",
    );
    pub const CHOOSE: Text = t("えらぶ", "えらぶ", "Choose");
    pub const CHECK: Text = t("たしかめる", "たしかめる", "Check");
    pub const GIVE: Text = t("わたす", "わたす", "Hand over");
    pub const WHAT: Text = t(
        "なにをわたしますか",
        "なにを わたしますか",
        "What will you hand over?",
    );
    pub const ABSENT: Text = t(
        "選ばないものは、わたすデータの中にも入りません。",
        "えらばない ものは、わたす データに はいりません。",
        "What you do not choose is not in the data at all.",
    );
    pub const NOTHING_WRITTEN: Text = t(
        "まだ何も書いていません",
        "まだ なにも かいて いません",
        "Nothing is written here yet",
    );
    pub const ALSO: Text = t(
        "いっしょに渡すか、えらべること",
        "いっしょに わたすか えらべる こと",
        "Yours to add",
    );
    pub const ALSO_HINT: Text = t(
        "えらばなければ、渡すものに入りません。",
        "えらばないと、わたす ものに はいりません。",
        "What you do not tick is not in it.",
    );
    pub const ONLY_FILE: Text = t(
        "ファイルだけ。QRコードには入りません。",
        "ファイルだけ。QRコードには はいりません。",
        "In the file only, never in QR codes",
    );
    pub const LESS_IN_CODES: Text = t(
        "「ファイルだけ」のものは、QRコードには入りません。見せたいときは、ファイルでわたしてください。",
        "「ファイルだけ」は、QRコードに はいりません。みせたい ときは、ファイルで わたして ください。",
        "What goes in the file only is not in the QR codes. To show it, hand over the file.",
    );
    pub const CHOOSE_ONE: Text = t(
        "わたすシートを1つ以上えらんでください。",
        "わたす シートを えらんで ください。",
        "Please choose at least one sheet.",
    );
    pub const TO_CHECK: Text = t(
        "見える内容をたしかめる",
        "みえる ものを たしかめる",
        "See what they will see",
    );
    pub const SEEN: Text = t("見える内容", "みえる もの", "What they will see");
    pub const SEEN_LEAD: Text = t(
        "受け取る人には、このとおりに見えます。ここにないものは、わたすデータの中にも入っていません。",
        "うけとる ひとには、このとおりに みえます。ここに ない ものは、データに はいって いません。",
        "The other person sees exactly this. What is not here is not in the data.",
    );
    pub const NOT_BACK: Text = t(
        "もう読まれたことを、消すことはできません。",
        "よまれた ことは、けせません。",
        "What has been read cannot be taken back.",
    );
    pub const MAKE: Text = t("わたす用意をする", "わたす よういを する", "Get it ready");
    pub const SEALING: Text = t(
        "かぎをかけています。",
        "かぎを かけて います。",
        "Sealing it.",
    );
    pub const SHOW: Text = t(
        "窓口のカメラに見せてください",
        "カメラに みせて ください",
        "Show this to the camera at the counter",
    );
    pub const CODE: Text = t("合い言葉の番号", "あいことばの ばんごう", "Code number");
    pub const CODE_NEXT: Text = t(
        "受け取る人に読みあげてください。番号はQRやファイルの中には入っていません。",
        "うけとる ひとに よんで ください。ばんごうは QRや ファイルに はいって いません。",
        "Read it out to the other person. It is not inside the codes or the file.",
    );
    pub const PAUSE: Text = t("とめる", "とめる", "Pause");
    pub const PLAY: Text = t("うごかす", "うごかす", "Play");
    pub const PREVIOUS: Text = t("前の1枚", "まえの 1まい", "Previous code");
    pub const NEXT: Text = t("次の1枚", "つぎの 1まい", "Next code");
    pub const STILL: Text = t("ぜんぶならべる", "ぜんぶ ならべる", "Show all at once");
    pub const MOVING: Text = t("1枚ずつ見せる", "1まいずつ みせる", "One at a time");
    pub const HARD: Text = t(
        "読みとりにくいとき",
        "よみにくい とき",
        "If it is hard to read",
    );
    pub const DENSITY: Text = t("QRのこまかさ", "QRの こまかさ", "How fine the codes are");
    pub const COARSE: Text = t("あらい", "あらい", "Coarse");
    pub const NORMAL: Text = t("ふつう", "ふつう", "Normal");
    pub const FINE: Text = t("こまかい", "こまかい", "Fine");
    pub const BRIGHT: Text = t(
        "画面を明るくすると読みやすくなります。",
        "がめんを あかるく すると よみやすいです。",
        "A brighter screen is easier to read.",
    );
    pub const FRONT: Text = t(
        "相手の画面に はじめのページが出たら、「受け取る」を押して、そこで読んでもらってください。",
        "はじめの がめんが でたら、「うけとる」で よんで もらいます。",
        "If their screen shows the first page, let them press Receive and scan there.",
    );
    pub const TOO_LONG: Text = t(
        "書いたことが長いので、QRには入りません。ファイルでわたしてください。",
        "ながいので、QRに はいりません。ファイルで わたして ください。",
        "This is too long for QR codes. Please hand over the file.",
    );
    pub const OTHER: Text = t("ほかのわたし方", "ほかの わたしかた", "Other ways");
    pub const FILE: Text = t("ファイルでわたす", "ファイルで わたす", "Save as a file");
    pub const FILE_SUB: Text = t(
        "かぎのかかったファイルをしまいます",
        "かぎの かかった ファイルを しまいます",
        "Saves a sealed file",
    );
    pub const FILE_SAVED: Text = t(
        "ファイルをしまいました。番号は、ファイルとは別の方法で伝えてください。",
        "ファイルを しまいました。ばんごうは べつの ほうほうで つたえて ください。",
        "The file is saved. Tell the code in another way than the file.",
    );
    pub const FILE_FAILED: Text = t(
        "ファイルにできませんでした。もう一度おしてください。",
        "ファイルに できませんでした。もう いちど おして ください。",
        "The file could not be made. Please press again.",
    );
    pub const PHONE: Text = t(
        "電話でつなぐ、いっしょに行く、という方法もあります。",
        "でんわで つなぐ、いっしょに いく ことも できます。",
        "You can also call ahead, or go together.",
    );
    pub const END: Text = t(
        "わたしおわりました",
        "わたしました",
        "I have handed it over",
    );
}

/// 受け取る
pub mod receive {
    use super::{Text, t};
    pub const TITLE: Text = t("受け取る", "うけとる", "Receive");
    pub const LEAD: Text = t(
        "QRを読みとるか、ファイルを選んでください。この端末には何も残りません。",
        "QRを よむか、ファイルを えらんで ください。この きかいに なにも のこりません。",
        "Read the QR codes, or choose the file. Nothing stays on this device.",
    );
    pub const CAMERA: Text = t("カメラで読みとる", "カメラで よむ", "Read with the camera");
    pub const CAMERA_STOP: Text = t("カメラをとめる", "カメラを とめる", "Stop the camera");
    pub const CAMERA_VIEW: Text = t("カメラの映像", "カメラの えいぞう", "Camera picture");
    pub const CAMERA_HINT: Text = t(
        "枠の中に、相手の画面を入れてください",
        "わくの なかに、あいての がめんを いれて ください",
        "Hold the other screen inside the frame",
    );
    pub const FILE: Text = t(
        "ファイルや写真を選ぶ",
        "ファイルや しゃしんを えらぶ",
        "Choose a file or pictures",
    );
    pub const DRAG: Text = t(
        "ファイルを、この画面の上まで引っぱってきて はなしても、読みこめます。",
        "ファイルを ひっぱって きて、ここで はなしても いいです。",
        "You can also drag a file onto this page.",
    );
    pub const PASTE: Text = t("文字を貼る", "もじを はる", "Paste text");
    pub const PASTE_HINT: Text = t(
        "QRから読みとった文字や、ファイルの中身を貼ってください。",
        "QRの もじや、ファイルの なかみを はって ください。",
        "Paste what a scanner read, or the content of the file.",
    );
    pub const PASTE_READ: Text = t("この文字を読む", "この もじを よむ", "Read this text");
    pub const DENIED: Text = t(
        "カメラが許可されていません",
        "カメラが つかえません",
        "The camera is not allowed",
    );
    pub const DENIED_NEXT: Text = t(
        "ブラウザーの設定でカメラを許可するか、QRの写真を選んでください。",
        "せっていで カメラを ゆるすか、QRの しゃしんを えらんで ください。",
        "Allow the camera in the browser settings, or choose pictures of the codes.",
    );
    pub const NO_CAMERA: Text = t(
        "カメラが見つかりません",
        "カメラが ありません",
        "No camera was found",
    );
    pub const NO_CAMERA_NEXT: Text = t(
        "QRの写真を選ぶか、ファイルを受け取ってください。",
        "QRの しゃしんを えらぶか、ファイルを うけとって ください。",
        "Choose pictures of the codes, or ask for the file.",
    );
    pub const BUSY: Text = t(
        "カメラが使われています",
        "カメラが つかわれて います",
        "The camera is in use",
    );
    pub const BUSY_NEXT: Text = t(
        "カメラを使っているほかのアプリを閉じて、もう一度おしてください。",
        "ほかの アプリを とじて、もう いちど おして ください。",
        "Close the other app that uses the camera, and press again.",
    );
    pub const READ_OK: Text = t("読めました", "よめました", "Read");
    pub const NOT_YET: Text = t("まだ", "まだ", "Not yet");
    pub const CELLS: Text = t("読みとった枚数", "よんだ まいすう", "Codes read");
    pub const STALLED: Text = t(
        "読みとれないときは、QRを「あらい」にするか、画面を明るくしてもらってください。",
        "よめない ときは、QRを「あらい」に します。がめんも あかるく します。",
        "If it does not go on, ask for coarse codes or a brighter screen.",
    );
    pub const NO_CODE: Text = t(
        "QRが見つかりません",
        "QRが みつかりません",
        "No QR code was found",
    );
    pub const NO_CODE_NEXT: Text = t(
        "QRの全体が大きく写った写真を選んでください。",
        "QRが おおきく うつった しゃしんを えらんで ください。",
        "Choose a picture that shows the whole code, large.",
    );
    pub const OTHER_SET: Text = t(
        "別の書類のQRです",
        "べつの しょるいの QRです",
        "A code of another document",
    );
    pub const OTHER_SET_NEXT: Text = t(
        "いままでの分は とってあります。こちらを読むときは、はじめからにしてください。",
        "いままでの ぶんは あります。こちらを よむ ときは、はじめから して ください。",
        "What was read so far is kept. To read this one instead, start again.",
    );
    pub const RESTART: Text = t("はじめから読む", "はじめから よむ", "Start again");
    pub const OTHER_DENSITY: Text = t(
        "QRのこまかさが変わったので、はじめから読みなおします。",
        "QRの こまかさが かわりました。はじめから よみます。",
        "The codes changed their size, so reading starts again.",
    );
    pub const FOREIGN: Text = t(
        "ステップノートのQRではありません",
        "ステップノートの QRでは ありません",
        "Not a Step Note code",
    );
    pub const FOREIGN_NEXT: Text = t(
        "ステップノートの「わたす」で出したQRを読みとってください。",
        "ステップノートの「わたす」の QRを よんで ください。",
        "Read the codes that Step Note shows under Hand over.",
    );
    pub const FOREIGN_JAHIS: Text = t(
        "お薬手帳のQRです。ノートの「服薬の記録」をひらいて、そこで読みとってください。",
        "おくすりてちょうの QRです。ノートの「くすりの きろく」で よんで ください。",
        "This is a pharmacy code. Open the Medication sheet of your note and read it there.",
    );
    pub const BROKEN_SET: Text = t(
        "QRの中身が合いません",
        "QRの なかみが あいません",
        "The codes do not fit together",
    );
    pub const BROKEN_SET_NEXT: Text = t(
        "読みなおしてください。続くときは、ファイルでもらってください。",
        "よみなおして ください。だめな ときは、ファイルを もらって ください。",
        "Please read them again. If it goes on, ask for the file.",
    );
    pub const GOT: Text = t(
        "ぜんぶ届きました",
        "ぜんぶ とどきました",
        "Everything has arrived",
    );
    pub const CODE_LABEL: Text = t("合い言葉の番号", "あいことばの ばんごう", "Code number");
    pub const CODE_HINT: Text = t(
        "4けたずつ、5つ。全角でも、続けて打っても だいじょうぶです。",
        "4つずつ、5かい。つづけて うっても いいです。",
        "Five groups of four digits. Any spacing will do.",
    );
    pub const OPEN: Text = t("ひらく", "ひらく", "Open");
    pub const OPENING: Text = t("ひらいています。", "ひらいて います。", "Opening.");
    pub const CLOSE: Text = t("閉じて消す", "とじて けす", "Close and erase");
    pub const NOT_KEPT: Text = t("保存していません", "しまって いません", "Not saved");
    pub const PRINT: Text = t("印刷する", "いんさつする", "Print");
    pub const ISSUED: Text = t("用意した日", "よういした ひ", "Prepared on");
    pub const UNKNOWN: Text = t(
        "この版では表示できない項目があります。新しい版でひらくと見られます。",
        "この アプリでは みられない ものが あります。",
        "Some answers can only be shown by a newer version.",
    );
    pub const EMPTY_CODE: Text = t(
        "番号を入れてください。",
        "ばんごうを いれて ください。",
        "Please type the code.",
    );
    pub const CODE_LENGTH: Text = t(
        "数字は20けたです。足りないか、多いようです。",
        "すうじは 20こです。かずが ちがいます。",
        "The code has 20 digits. There are too few or too many.",
    );
    pub const CODE_CHARACTERS: Text = t(
        "数字ではない文字があります。数字20けただけを入れてください。",
        "すうじでは ない もじが あります。",
        "There are characters that are no digits. Type only the 20 digits.",
    );
    pub const CODE_MISTYPED: Text = t(
        "番号の打ち間違いがあります",
        "ばんごうが まちがって います",
        "The code is mistyped",
    );
    pub const CODE_MISTYPED_NEXT: Text = t(
        "数字が1つ違うか、となりと入れ替わっているようです。1組ずつ見くらべてください。",
        "すうじが 1つ ちがうか、いれかわって います。もう いちど みて ください。",
        "One digit is wrong, or two are swapped. Compare group by group.",
    );
    pub const WRONG_CODE: Text = t(
        "番号が違います",
        "ばんごうが ちがいます",
        "That is another code",
    );
    pub const WRONG_CODE_NEXT: Text = t(
        "中身は壊れていません。この書類の番号を、渡した人に聞いてください。",
        "なかみは こわれて いません。ばんごうを もう いちど きいて ください。",
        "The content is intact. Ask the sender for the code of this document.",
    );
    pub const DAMAGED: Text = t("壊れています", "こわれて います", "It is damaged");
    pub const DAMAGED_NEXT: Text = t(
        "送るとちゅうで変わってしまったようです。もう一度もらってください。",
        "とちゅうで こわれました。もう いちど もらって ください。",
        "It was damaged on the way. Please ask for it once more.",
    );
    pub const CUT_SHORT: Text = t(
        "とちゅうで切れています",
        "とちゅうで きれて います",
        "It ends too early",
    );
    pub const CUT_SHORT_NEXT: Text = t(
        "番号の間違いではありません。もう一度もらってください。",
        "ばんごうの まちがいでは ありません。もう いちど もらって ください。",
        "The code is not the cause. Please ask for it once more.",
    );
    pub const ALTERED: Text = t(
        "とちゅうで書きかえられています",
        "だれかが かきかえて います",
        "It was altered on the way",
    );
    pub const ALTERED_NEXT: Text = t(
        "開かずに、渡した人に電話で聞いてください。",
        "ひらかないで、わたした ひとに でんわで きいて ください。",
        "Do not use it. Call the person who gave it to you.",
    );
    pub const TOO_NEW: Text = t(
        "新しい版でつくられています",
        "あたらしい アプリで つくって います",
        "Made by a newer version",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおして、新しくしてください。そのあと、もう一度ひらいてください。",
        "ページを よみなおして、あたらしく して ください。",
        "Reload this page to update it, then open the document again.",
    );
    pub const OTHER_OFFICE: Text = t(
        "ほかの窓口あてです",
        "ほかの まどぐちの ものです",
        "Meant for another office",
    );
    pub const OTHER_OFFICE_NEXT: Text = t(
        "番号では開きません。渡した人に、あて先をたしかめてください。",
        "ばんごうでは ひらけません。わたした ひとに きいて ください。",
        "A code does not open it. Ask the sender whom it is for.",
    );
    pub const EMPTY: Text = t(
        "空のファイルです",
        "からの ファイルです",
        "The file is empty",
    );
    pub const EMPTY_NEXT: Text = t(
        "ファイルをもう一度もらってください。",
        "ファイルを もう いちど もらって ください。",
        "Please ask for the file once more.",
    );
    pub const NOT_OURS: Text = t(
        "ステップノートのファイルではありません",
        "ステップノートの ファイルでは ありません",
        "Not a Step Note file",
    );
    pub const NOT_OURS_NEXT: Text = t(
        "名前のおわりが .stepnote のファイルを選んでください。",
        "「.stepnote」の ファイルを えらんで ください。",
        "Choose a file whose name ends in .stepnote.",
    );
    pub const IS_PDF: Text = t(
        "PDFのファイルです。名前のおわりが .stepnote のファイルを選んでください。",
        "PDFの ファイルです。「.stepnote」の ファイルを えらんで ください。",
        "It is a PDF. Choose a file whose name ends in .stepnote.",
    );
    pub const IS_ZIP: Text = t(
        "ZIPかワード・エクセルのファイルです。名前のおわりが .stepnote のファイルを選んでください。",
        "ZIPか ワードか エクセルの ファイルです。「.stepnote」の ファイルを えらんで ください。",
        "It is a ZIP, Word or Excel file. Choose a file whose name ends in .stepnote.",
    );
    pub const TOO_LARGE: Text = t(
        "大きすぎて読めません",
        "おおきすぎて よめません",
        "It is too large to read",
    );
    pub const UNSUPPORTED: Text = t(
        "この方式のかぎには対応していません",
        "この かぎは ひらけません",
        "This kind of lock is not supported",
    );
    pub const UNSUPPORTED_NEXT: Text = t(
        "ステップノートでつくったファイルをもらってください。",
        "ステップノートの ファイルを もらって ください。",
        "Please ask for a file made with Step Note.",
    );
    pub const NO_NOTE: Text = t(
        "中身が読めません",
        "なかみが よめません",
        "The content cannot be read",
    );
    pub const NO_NOTE_NEXT: Text = t(
        "ひらきましたが、ステップノートの内容ではありませんでした。渡した人に聞いてください。",
        "ひらきましたが、ステップノートでは ありません。わたした ひとに きいて ください。",
        "It opened, but it is no step note. Please ask the sender.",
    );
}

/// Printing.
pub mod print {
    use super::{Text, t};
    pub const TITLE: Text = t("紙に印刷する", "かみに いんさつする", "Print on paper");
    pub const LEAD: Text = t(
        "A4の紙に、市のシートと同じ形で印刷します。",
        "A4の かみに いんさつします。",
        "Prints on A4, like the city’s paper sheets.",
    );
    pub const WHICH: Text = t("印刷するシート", "いんさつする シート", "Sheets to print");
    pub const FILLED: Text = t("書いたとおりに", "かいた とおりに", "As written");
    pub const BLANK: Text = t(
        "手で書く白いシート",
        "てで かく しろい シート",
        "Blank, to write by hand",
    );
    pub const HOW: Text = t("印刷のしかた", "いんさつの しかた", "How to print");
    pub const WITHOUT: Text = t(
        "渡すときに選ぶことは入れない",
        "わたす ときに えらぶ ことは いれない",
        "Leave out what is chosen by itself",
    );
    pub const WITHOUT_SUB: Text = t(
        "診断名・担当者・番号など。「家族だけ」の記録も入りません。",
        "びょうきの なまえ・ばんごう など。「かぞくだけ」も はいりません。",
        "Diagnosis, persons, numbers; and records for the family only",
    );
    pub const LOOK: Text = t("紙の見た目", "かみの みため", "How it looks");
    pub const READINGS: Text = t(
        "ふりがなをつける",
        "ふりがなを つける",
        "Readings over the kanji",
    );
    pub const LARGE: Text = t(
        "大きな字（14ポイント）",
        "おおきな じ",
        "Large print (14 point)",
    );
    pub const PAIRS: Text = t("1枚に2ページ", "1まいに 2ページ", "Two pages on one sheet");
    pub const PAIRS_SUB: Text = t(
        "紙を横にして、半分の大きさで ならべます。字は小さくなります。",
        "かみを よこに して、2ページ ならべます。じは ちいさく なります。",
        "Side by side at half the size, on a sheet turned sideways. The letters become smaller.",
    );
    pub const BESIDE: Text = t(
        "見出しに、いまのことばを小さくそえる",
        "みだしに、いまの ことばを そえる",
        "My language beside the labels",
    );
    pub const BESIDE_SUB: Text = t(
        "正式な日本語の見出しは、そのままです。答えは1行に1つです。",
        "にほんごの みだしは、そのままです。こたえは 1ぎょうに 1つです。",
        "The official Japanese labels stay. Each answer has a row of its own.",
    );
    pub const HOLES: Text = t(
        "左にとじ穴の余白（25ミリ）",
        "ひだりに とじる ばしょ（25ミリ）",
        "Room for holes at the left (25 mm)",
    );
    pub const BRIEFLY: Text = t("まとめる", "まとめる", "Gathered");
    pub const HISTORY: Text = t("これまでの記録", "これまでの きろく", "The story so far");
    pub const HISTORY_SUB: Text = t(
        "手帳・診断・支援などを、はじめから順に。障害年金などの申請のときに。",
        "てちょう・しんだん・しえんを、はじめから じゅんばんに。",
        "Certificates, diagnoses and support from the beginning, for instance when asking for a pension",
    );
    pub const FIRST_LOOK: Text = t(
        "はじめに読むページ",
        "はじめに よむ ページ",
        "Page to read first",
    );
    pub const FIRST_LOOK_SUB: Text = t(
        "いま大事なことだけ。90秒で読めます。",
        "いま だいじな ことだけです。すぐに よめます。",
        "What matters now, read in 90 seconds",
    );
    pub const CARD: Text = t(
        "私の紹介カード",
        "わたしの しょうかい カード",
        "Card about me",
    );
    pub const CARD_SUB: Text = t(
        "呼び方、好きなこと、苦手なこと、助かること。",
        "よびかた、すきな こと、にがてな こと など。",
        "What to call me, likes, dislikes, what helps",
    );
    pub const GO: Text = t("印刷する", "いんさつする", "Print");
    pub const PREVIEW: Text = t("できあがり", "できあがり", "Preview");
    pub const NONE: Text = t(
        "シートを1つ以上えらんでください。",
        "シートを えらんで ください。",
        "Please choose at least one sheet.",
    );
}

/// 相談
pub mod help {
    use super::{Text, t};
    pub const TITLE: Text = t("相談", "そうだん", "Help");
    pub const LEAD: Text = t(
        "書き方に困ったとき、だれに見せるか迷ったときは、電話で聞けます。",
        "こまった ときは、でんわで きけます。",
        "If you are unsure what to write or whom to show it, you can call.",
    );
    pub const CONFIRM: Text = t(
        "番号や時間は変わることがあります。市にお確かめください。",
        "ばんごうや じかんは かわる ことが あります。しに きいて ください。",
        "Numbers and hours may change. Please confirm with the city.",
    );
    pub const SAFETY: Text = t(
        "守れること、守れないこと",
        "まもれる こと、まもれない こと",
        "What is protected, and what is not",
    );
    pub const SAFE: [Text; 3] = [
        t(
            "書いたことは、この端末の中だけにあります。どこにも送りません。",
            "かいた ことは、この きかいの なかだけです。どこにも おくりません。",
            "What you write is on this device only. Nothing is sent anywhere.",
        ),
        t(
            "パスフレーズがないと、だれにも読めません。忘れると、あなたにも読めません。",
            "あいことばが ないと、だれも よめません。わすれると、あなたも よめません。",
            "Without the passphrase nobody can read it. If you forget it, neither can you.",
        ),
        t(
            "この端末やブラウザーのデータが消えると、ノートも消えます。紙やファイルの控えをつくってください。",
            "ブラウザーの データが きえると、ノートも きえます。かみや ファイルの ひかえを つくって ください。",
            "If the browser’s data is deleted, the note is gone. Keep a copy on paper or as a file.",
        ),
    ];
    pub const UNSAFE: [Text; 2] = [
        t(
            "画面をのぞく人や、この端末に入りこんだ悪いソフトからは守れません。",
            "がめんを みる ひとや、わるい ソフトからは まもれません。",
            "It cannot protect you from people looking at the screen, or from harmful software on this device.",
        ),
        t(
            "わたしたあとの写しを、消すことはできません。",
            "わたした あとの ものは、けせません。",
            "Copies you have handed over cannot be erased.",
        ),
    ];
    pub const PROTECTED: Text = t("守れること", "まもれる こと", "Protected");
    pub const NOT_PROTECTED: Text = t("守れないこと", "まもれない こと", "Not protected");
}

/// Photos and PDFs beside the note.
pub mod papers {
    use super::{Text, t};
    pub const TAKE: Text = t("写真をとる", "しゃしんを とる", "Take a photo");
    pub const CHOOSE: Text = t(
        "写真・PDFをえらぶ",
        "しゃしん・PDFを えらぶ",
        "Choose photos or PDFs",
    );
    pub const PHOTO: Text = t("写真", "しゃしん", "Photo");
    pub const PDF: Text = t("PDF", "PDF", "PDF");
    pub const KEEPING: Text = t("しまっています", "しまって います", "Putting it away");
    pub const DETAIL: Text = t("写真のこまかさ", "しゃしんの こまかさ", "How fine a photo");
    pub const PLAIN: Text = t("ふつう", "ふつう", "Plain");
    pub const PLAIN_SUB: Text = t(
        "A4の文字が読めます",
        "もじが よめます",
        "A page of A4 can be read",
    );
    pub const FINE: Text = t("こまかく", "こまかく", "Fine");
    pub const FINE_SUB: Text = t(
        "小さな文字の書類に",
        "ちいさな もじの しょるいに",
        "For small print",
    );
    pub const ABOUT: Text = t(
        "写真からは、とった場所や日時の記録を消します。PDFは、中の記録もふくめて、そのまましまいます。",
        "しゃしんからは とった ばしょと ひにちを けします。PDFは そのまま しまいます。",
        "Where and when a photo was taken is removed from it. A PDF is kept as it is, with everything inside it.",
    );
    pub const TOTAL: Text = t(
        "この端末にしまった写真・PDFは、あわせて",
        "この きかいの しゃしん・PDFは あわせて ",
        "Photos and PDFs on this device: ",
    );
    pub const TOTAL_END: Text = t(
        "です。けしたものも、もとにもどせるあいだは残ります。",
        "です。けした ものも もとに もどせる あいだは のこります。",
        ". What you delete stays as long as it can be brought back.",
    );
    pub const CLOSE: Text = t("とじる", "とじる", "Close");
    pub const OPENING: Text = t("ひらいています。", "ひらいて います。", "Opening.");
    pub const LARGER: Text = t("おおきく見る", "おおきく みる", "Larger");
    pub const NAME: Text = t("なまえ", "なまえ", "Name");
    pub const OPEN_PDF: Text = t("PDFをひらく", "PDFを ひらく", "Open the PDF");
    pub const OPEN_PDF_NOTE: Text = t(
        "別のタブでひらきます。見おわったら、そのタブをとじてください。",
        "べつの タブで ひらきます。みたら タブを とじて ください。",
        "It opens in another tab. Close that tab when you have looked at it.",
    );
    pub const NEWER: Text = t(
        "新しいバージョンで書かれています。このページを読み込みなおしてください。",
        "あたらしい ばんで かいて あります。この ページを よみなおして ください。",
        "Written by a newer version. Please reload this page.",
    );
    pub const NEITHER: Text = t(
        "写真でもPDFでもありません",
        "しゃしんでも PDFでも ありません",
        "Neither a photo nor a PDF",
    );
    pub const NEITHER_NEXT: Text = t(
        "写真かPDFをえらんでください。ほかの書類は、PDFにするか、写真にとってください。",
        "しゃしんか PDFを えらんで ください。",
        "Please choose a photo or a PDF. Make a PDF of other papers, or take a photo.",
    );
    pub const UNSHOWN: Text = t(
        "この写真は、ここでひらけません",
        "この しゃしんは ひらけません",
        "This photo cannot be opened here",
    );
    pub const UNSHOWN_NEXT: Text = t(
        "HEICの写真は、JPEGにしてからえらぶか、画面の写真（スクリーンショット）をえらんでください。",
        "JPEGの しゃしんか がめんの しゃしんを えらんで ください。",
        "Turn a HEIC photo into a JPEG first, or choose a screenshot of it.",
    );
    pub const TOO_LARGE: Text = t("大きすぎます", "おおきすぎます", "Too large");
    pub const TOO_LARGE_NEXT: Text = t(
        "1つ30MBまでです。何枚かに分けるか、写真でとってください。",
        "ひとつ 30MBまでです。わけるか、しゃしんで とって ください。",
        "Up to 30 MB each. Split it, or take photos of it.",
    );
    pub const UNREADABLE: Text = t(
        "このファイルは読めませんでした",
        "この ファイルは よめません",
        "This file could not be read",
    );
    pub const UNREADABLE_NEXT: Text = t(
        "もう一度えらんでください。クラウドにあるときは、先に端末に入れてください。",
        "もういちど えらんで ください。",
        "Please choose it again. If it is in a cloud, bring it onto this device first.",
    );
    pub const NO_STORE: Text = t(
        "このブラウザーには、写真・PDFをしまえません",
        "この ブラウザーには しゃしん・PDFを しまえません",
        "This browser keeps no photos or PDFs",
    );
    pub const NO_STORE_NEXT: Text = t(
        "シークレットウィンドウのときは、ふつうの画面でひらいてください。ほかのことは書けます。",
        "ふつうの がめんで ひらいて ください。ほかの ことは かけます。",
        "If this is a private window, use an ordinary one. Everything else works.",
    );
    pub const FULL: Text = t(
        "しまう場所が いっぱいです",
        "しまう ばしょが いっぱいです",
        "There is no room left to keep this",
    );
    pub const FULL_NEXT: Text = t(
        "これはしまっていません。ほかの記録はそのままです。端末のいらない写真やアプリを消して、もう一度えらんでください。",
        "これは しまって いません。ほかの ものは そのままです。きかいの いらない ものを けして ください。",
        "This was not kept; everything else is intact. Make room on this device and choose it again.",
    );
    pub const LOST: Text = t(
        "しまえませんでした",
        "しまえませんでした",
        "It could not be put away",
    );
    pub const LOST_NEXT: Text = t(
        "ほかの記録はそのままです。もう一度えらんでください。",
        "ほかの ものは そのままです。もういちど えらんで ください。",
        "Everything else is intact. Please choose it again.",
    );
    pub const TOO_NEW: Text = t(
        "新しいバージョンでしまってあります",
        "あたらしい ばんで しまって あります",
        "Kept by a newer version",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおしてください。",
        "この ページを よみなおして ください。",
        "Please reload this page.",
    );
    pub const MISSING: Text = t(
        "この端末にはありません",
        "この きかいには ありません",
        "It is not on this device",
    );
    pub const MISSING_NEXT: Text = t(
        "写真・PDFは、しまった端末にだけあります。紙があれば、もう一度とってください。",
        "しまった きかいにだけ あります。かみが あれば もういちど とって ください。",
        "Photos and PDFs stay on the device they were kept on. If you have the paper, take it again.",
    );
    pub const DAMAGED: Text = t("こわれています", "こわれて います", "It is damaged");
    pub const DAMAGED_NEXT: Text = t(
        "見せられません。紙があれば、もう一度とってください。",
        "みせられません。かみが あれば もういちど とって ください。",
        "It cannot be shown. If you have the paper, take it again.",
    );
    pub const SILENT: Text = t(
        "いまは取りだせません",
        "いまは だせません",
        "It cannot be taken out now",
    );
    pub const SILENT_NEXT: Text = t(
        "このページを読み込みなおしてください。消えてはいません。",
        "この ページを よみなおして ください。きえて いません。",
        "Please reload this page. It is not lost.",
    );
}

pub mod accessibility;
pub mod display;
pub mod pharmacy;
pub mod protection;
pub mod shell;
pub mod slips;
pub mod staff;
