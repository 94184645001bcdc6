//! Where to turn and when: the directory, the turning points, the guide, the practice mode.

use super::{Text, t};

/// そうだん先
pub mod offices {
    use super::{Text, t};
    pub const TITLE: Text = t("そうだん先", "そうだんする ところ", "Where to turn");
    pub const LEAD: Text = t(
        "迷ったときは、いちばん上の窓口へ。つぎの窓口につないでくれます。",
        "わからない ときは、いちばん うえの ところへ。",
        "When unsure, begin with the first one: they will lead you on.",
    );
    pub const ROW: Text = t(
        "そうだん先をさがす",
        "そうだんする ところを さがす",
        "Find where to turn",
    );
    pub const ROW_SUB: Text = t(
        "電話、あいている時間",
        "でんわ、あいて いる じかん",
        "Telephones and opening hours",
    );
    pub const SEEK: Text = t(
        "名前やことばでさがす",
        "ことばで さがす",
        "Search by a name or a word",
    );
    pub const STAGE: Text = t("お子さんの時期", "こどもの とし", "Age of the child");
    pub const TOPIC: Text = t("話題", "なんの こと", "Topic");
    pub const ANY: Text = t("すべて", "ぜんぶ", "All");
    pub const FIRST: Text = t("迷ったときは", "わからない ときは", "When unsure");
    pub const FOR_NOW: Text = t("いまのお子さんに", "いまの こどもに", "For the child now");
    pub const LIST: Text = t("窓口", "まどぐち", "Offices");
    pub const NONE: Text = t(
        "あてはまる窓口は、この一覧にありません。市にお確かめください。",
        "この なかには ありません。しに きいて ください。",
        "None in this list. Please ask the city.",
    );
    pub const OPEN: Text = t("いま あいています", "いま あいて います", "Open now");
    pub const UNTIL: [Text; 2] = [t("（", "（", " (until "), t("まで）", "まで）", ")")];
    pub const CLOSED: Text = t(
        "いまは しまっています",
        "いまは しまって います",
        "Closed now",
    );
    pub const NEXT: [Text; 2] = [
        t("。つぎは ", "。つぎは ", ". Opens "),
        t("から", "から", ""),
    ];
    pub const ASK_TODAY: Text = t(
        "年末年始です。あいているかは、市にお確かめください",
        "おしょうがつの ころです。しに きいて ください",
        "New Year: please ask the city whether it is open",
    );
    pub const PERHAPS: Text = t(
        "（年末年始の日にちは、お確かめください）",
        "（おしょうがつの ころは、きいて ください）",
        " (perhaps earlier: ask about the New Year days)",
    );
    pub const HOURS_UNKNOWN: Text = t(
        "時間は、市にお確かめください",
        "じかんは、しに きいて ください",
        "Hours: please ask the city",
    );
    pub const PHONE: Text = t("電話", "でんわ", "Telephone");
    pub const HOURS: Text = t("時間", "じかん", "Hours");
    pub const SHUT: Text = t("休み", "やすみ", "Closed");
    pub const ADDRESS: Text = t("場所", "ばしょ", "Address");
    pub const TOPICS: Text = t("話題", "なんの こと", "Topics");
    pub const GIVES: Text = t(
        "紙のステップノートを配っています",
        "かみの ステップノートを もらえます",
        "Hands out the paper step note",
    );
    pub const CHECKED: [Text; 2] = [
        t("", "", "As of "),
        t(
            "の資料です。変わっていることがあります。出かける前に、市にお確かめください。",
            "の しりょうです。かわって いる ことが あります。しに きいて ください。",
            ". It may have changed: please ask the city before you go.",
        ),
    ];
    pub const GIVE: Text = t(
        "わたすものを用意する",
        "わたす ものを つくる",
        "Prepare what to hand over",
    );
    pub const BROKEN: Text = t(
        "この市の窓口の一覧（directory.json）が読めませんでした",
        "しの まどぐちの ファイルが よめませんでした",
        "The city’s list of offices (directory.json) could not be read",
    );
    pub const BROKEN_NEXT: Text = t(
        "はじめから入っている一覧を出しています。ファイルをなおす人に、つぎのことばを伝えてください。",
        "はじめの まどぐちを だして います。つぎの ことばを しの ひとに いって ください。",
        "The built-in list is shown. Whoever mends the file needs these words:",
    );
    pub const TOO_LARGE: Text = t(
        "長すぎます（256 KiB まで）",
        "ながすぎます",
        "Longer than 256 KiB",
    );
    pub const NOT_JSON: Text = t(
        "JSON ではありません。行 ",
        "JSON では ありません。ぎょう ",
        "Not JSON, in line ",
    );
    pub const OTHER: Text = t(
        "窓口の一覧ではありません",
        "まどぐちの ファイルでは ありません",
        "Not a directory",
    );
    pub const NEWER: Text = t(
        "新しい版のファイルです。アプリも新しくしてください",
        "あたらしい ファイルです。アプリも あたらしく して ください",
        "Of a newer version: the app must be renewed as well",
    );
    pub const AT: Text = t(
        "読めないところ: ",
        "よめない ところ: ",
        "Cannot be read at ",
    );
    pub const GONE: Text = t(
        "この窓口は、いまの一覧にありません",
        "この まどぐちは、いまは ありません",
        "This office is not in the list",
    );
}

/// 節目
pub mod turns {
    use super::{Text, t};
    pub const TITLE: Text = t("節目", "だいじな とき", "Turning points");
    pub const LEAD: Text = t(
        "ノートを新しい人に見せるときの目安です。生年月日から出しています。",
        "ノートを みせる ころが わかります。うまれた ひから だして います。",
        "When the note is shown to new people; reckoned from the date of birth.",
    );
    pub const ROW: Text = t("節目のよてい", "だいじな ときの よてい", "Turning points");
    pub const NO_BIRTH: Text = t(
        "生年月日を書くと、入園や入学の目安が出ます。",
        "うまれた ひを かくと、いつごろか わかります。",
        "With a date of birth, the times of kindergarten and school stand here.",
    );
    pub const WRITE_BIRTH: Text = t(
        "生年月日を書く",
        "うまれた ひを かく",
        "Write the date of birth",
    );
    pub const NEXT: Text = t("つぎの節目", "つぎの だいじな とき", "Next turning point");
    pub const UNTIL: [Text; 2] = [t("まで ", "まで ", " in "), t("", "", "")];
    pub const NOTHING_YET: Text = t(
        "いま、することはありません。",
        "いま、する ことは ありません。",
        "There is nothing to do now.",
    );
    pub const NOW: Text = t("いまごろ", "いまごろ", "Now");
    pub const PAST: Text = t("すぎました", "おわりました", "Past");
    pub const ICS: Text = t(
        "カレンダーに入れる（.ics）",
        "カレンダーに いれる",
        "Add to a calendar (.ics)",
    );
    pub const ICS_SUB: Text = t(
        "名前は入りません。お知らせも鳴りません。",
        "なまえは はいりません。おとも なりません。",
        "Without the name, and nothing rings.",
    );
    pub const MOVING: Text = t("転居", "ひっこし", "Moving house");
    pub const MOVING_SUB: [Text; 4] = [
        t(
            "ノートは、どの市でもそのまま使えます。",
            "ノートは、どの まちでも つかえます。",
            "The note works the same in every city.",
        ),
        t(
            "出る前に、控えのファイルと紙をつくっておきましょう。",
            "でる まえに、ひかえの ファイルと かみを つくりましょう。",
            "Before you leave, make a backup file and a print.",
        ),
        t(
            "いまの窓口に、つぎの市のどこへ行けばよいか聞けます。",
            "つぎの まちで どこへ いくか、いまの ところに きけます。",
            "The offices here can tell you where to turn there.",
        ),
        t(
            "住所を書きなおします。これまでの記録は、そのまま残ります。",
            "じゅうしょを かきなおします。きろくは のこります。",
            "Write the new address. What was recorded stays.",
        ),
    ];
    pub const SCHOOL_PAGE: Text = t(
        "就学のページをつくる",
        "しゅうがくの ページを つくる",
        "Make the page for school",
    );
    pub const OWN_PAGE: Text = t(
        "本人のページを書く",
        "ほんにんの ページを かく",
        "Write the young person’s page",
    );
    pub const SLIP: Text = t("連絡票をつくる", "れんらくひょうを つくる", "Make a slip");
    pub const HISTORY: Text = t(
        "これまでの記録を紙にする",
        "これまでの きろくを かみに する",
        "Print the story so far",
    );
    pub const BACKUP: Text = t(
        "控えのファイルをつくる",
        "ひかえの ファイルを つくる",
        "Make a backup file",
    );
    pub const LEAVE: Text = t(
        "本人に引き継ぐ",
        "ほんにんに わたす",
        "Pass the note on for good",
    );
    pub const WORK: Text = t(
        "8月は、児童扶養手当の現況届のころです。就労相談記録票を見なおせます。",
        "8がつは てあての とどけの ころです。しごとの きろくを みなおせます。",
        "August is when the allowance is renewed: look over the employment sheet.",
    );
    pub const WORK_OPEN: Text = t("記録票をひらく", "きろくを ひらく", "Open the sheet");
}

/// 就学のページ
pub mod school {
    use super::{Text, t};
    pub const TITLE: Text = t("就学のページ", "しゅうがくの ページ", "Page for school");
    pub const LEAD: Text = t(
        "これまでに書いたことから、学校に伝えることをまとめました。なおすときは、シートの方をなおします。",
        "かいた ことから まとめました。なおす ときは シートを なおします。",
        "Gathered from what you have written. To change it, change the sheets.",
    );
    pub const EACH: Text = t(
        "学校にも、放課後の場所にも、それぞれにわたします。",
        "がっこうと、ほうかごの ところに、それぞれ わたします。",
        "School and each after-school place get their own copy.",
    );
    pub const AGAIN: Text = t(
        "4月は先生が入れかわります。担任が決まったら、もう一度わたしましょう。",
        "4がつは せんせいが かわります。もういちど わたしましょう。",
        "Teachers change in April: hand it over once more when it is known who it is.",
    );
    pub const TO: Text = t("だれに わたしますか", "だれに わたしますか", "To whom?");
    pub const PRINT: Text = t("印刷する", "いんさつする", "Print");
    pub const EMPTY: Text = t(
        "まだ何も書いてありません。「私の紹介」から書いてみましょう。",
        "まだ なにも ありません。「わたしの しょうかい」から かきましょう。",
        "Nothing is written yet. “About me” is a good beginning.",
    );
    pub const WRITE: Text = t(
        "私の紹介を書く",
        "わたしの しょうかいを かく",
        "Write “About me”",
    );
}

/// 使い方
pub mod guide {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "ノートの使い方",
        "ノートの つかいかた",
        "How to use the note",
    );
    pub const LEAD: Text = t(
        "お子さんの成長や支援のことを、ひとつにまとめるノートです。",
        "こどもの そだちと たすけを、ひとつに まとめる ノートです。",
        "One place for how your child grows and what helps.",
    );
    pub const ROW: Text = t(
        "ノートの使い方",
        "ノートの つかいかた",
        "How to use the note",
    );
    pub const ROW_SUB: Text = t(
        "いつ、何と一緒に持っていくか",
        "いつ、なにと もって いくか",
        "When to bring it, and with what",
    );
    pub const DICTATION: Text = t(
        "長い文は、キーボードのマイクを押して、話して入れることもできます。声は、キーボードをつくる会社に送られることがあります。",
        "ながい ぶんは、キーボードの マイクで はなして いれられます。こえは、キーボードの かいしゃに おくられる ことが あります。",
        "Long texts can be spoken: press the microphone of your keyboard. The company that makes the keyboard may get your voice.",
    );
    pub const PARTS: [(Text, [Text; 3]); 4] = [
        (
            t(
                "何に役立ちますか",
                "なんの やくに たちますか",
                "What is it good for?",
            ),
            [
                t(
                    "窓口にわかりやすく伝わり、伝え忘れを防げます。",
                    "よく つたわります。わすれません。",
                    "It tells clearly, and nothing is forgotten.",
                ),
                t(
                    "同じことを何度も話す負担が少なくなります。",
                    "おなじ ことを なんども いわなくて いいです。",
                    "You need not say the same again and again.",
                ),
                t(
                    "これまでの育ちと支えを、ふりかえれます。",
                    "これまでの ことを ふりかえれます。",
                    "You can look back on how it went.",
                ),
            ],
        ),
        (
            t(
                "いつ持っていきますか",
                "いつ もって いきますか",
                "When to bring it?",
            ),
            [
                t(
                    "入園、入学のとき。",
                    "えんや がっこうに はいる とき。",
                    "When kindergarten or school begins.",
                ),
                t(
                    "サービスの利用や相談をはじめるとき。",
                    "サービスや そうだんを はじめる とき。",
                    "When a service or a consultation begins.",
                ),
                t(
                    "担当の人がかわったとき。",
                    "たんとうの ひとが かわった とき。",
                    "When somebody new is in charge.",
                ),
            ],
        ),
        (
            t(
                "何と一緒に持っていきますか",
                "なにと もって いきますか",
                "What to bring with it?",
            ),
            [
                t(
                    "母子健康手帳。",
                    "ぼしてちょう。",
                    "The mother and child handbook.",
                ),
                t(
                    "窓口に言われた書類。出す前に、写しをとっておきましょう。",
                    "いわれた かみ。だす まえに、コピーしましょう。",
                    "The papers you were asked for. Copy them before you hand them in.",
                ),
                t(
                    "この端末か、印刷した紙。",
                    "この きかいか、いんさつした かみ。",
                    "This device, or a print.",
                ),
            ],
        ),
        (
            t("どう見せますか", "どう みせますか", "How to show it?"),
            [
                t(
                    "窓口の人と、一緒に見ながら話しましょう。",
                    "まどぐちの ひとと いっしょに みましょう。",
                    "Look at it together while you talk.",
                ),
                t(
                    "わたすものは、話してから選びます。全部わたさなくて だいじょうぶです。",
                    "わたす ものは えらべます。ぜんぶで なくて いいです。",
                    "Choose what to hand over after talking. It need not be everything.",
                ),
                t(
                    "大切な個人情報です。保護者が持ち、使い方を決めます。",
                    "たいせつな じょうほうです。おやが もって、きめます。",
                    "It is personal: the parent keeps it and decides.",
                ),
            ],
        ),
    ];
    pub const WHERE: Text = t(
        "紙のノートを配っているところ",
        "かみの ノートを もらえる ところ",
        "Where the paper note is handed out",
    );
    pub const TOUR: Text = t("3分で見てまわる", "3ぷんで みる", "A three-minute tour");
    pub const PRACTISE: Text = t(
        "見本の家族で練習する",
        "みほんの かぞくで れんしゅうする",
        "Practise with a sample family",
    );
}

/// 3分で見てまわる
pub mod tour {
    use super::{Text, t};
    pub const TITLE: Text = t("3分で見てまわる", "3ぷんで みる", "A three-minute tour");
    pub const STOPS: [(&str, Text, [Text; 2]); 6] = [
        (
            "key",
            t(
                "かぎをかけて しまいます",
                "かぎを かけて しまいます",
                "Kept under lock and key",
            ),
            [
                t(
                    "書いたことは、この端末の中だけにあります。",
                    "かいた ことは、この きかいの なかだけです。",
                    "What you write is on this device only.",
                ),
                t(
                    "パスフレーズを忘れると、だれにもひらけません。紙に書いて家にしまいましょう。",
                    "あいことばを わすれると、だれも ひらけません。かみに かいて しまいましょう。",
                    "A forgotten passphrase opens for nobody: write it down and keep it at home.",
                ),
            ],
        ),
        (
            "pen",
            t(
                "書けるところだけ書きます",
                "かける ところだけ かきます",
                "Write only what you can",
            ),
            [
                t(
                    "ひとつも必須ではありません。名前だけでも始められます。",
                    "かかなくても いいです。なまえだけでも いいです。",
                    "Nothing is required. A name is enough to begin.",
                ),
                t(
                    "途中で閉じても、書いたところまで しまってあります。",
                    "とちゅうで とじても、のこって います。",
                    "Close it at any time: what you wrote is kept.",
                ),
            ],
        ),
        (
            "eye",
            t("見なおします", "みなおします", "Look it over"),
            [
                t(
                    "「あゆみ」に、いつ何があったかが並びます。",
                    "「あゆみ」に いつ なにが あったか でます。",
                    "“Story” shows what happened when.",
                ),
                t(
                    "「つながり」に、いま支えてくれる人が並びます。",
                    "「つながり」に たすけて くれる ひとが でます。",
                    "“People” shows who is with the child now.",
                ),
            ],
        ),
        (
            "handover",
            t(
                "選んで わたします",
                "えらんで わたします",
                "Choose, and hand over",
            ),
            [
                t(
                    "わたすシートを選び、相手に見える通りに確かめてから わたします。",
                    "わたす シートを えらんで、みてから わたします。",
                    "Choose the sheets, see them as the office will, then hand over.",
                ),
                t(
                    "ファイルかQRです。番号は、声で伝えます。",
                    "ファイルか QRです。ばんごうは こえで いいます。",
                    "As a file or QR codes; the code is said aloud.",
                ),
            ],
        ),
        (
            "print",
            t("紙にもできます", "かみにも できます", "On paper, too"),
            [
                t(
                    "市のシートと同じ形で印刷できます。白いままでも。",
                    "しの シートと おなじ かたちです。しろい ままでも。",
                    "It prints like the city’s sheets, filled or blank.",
                ),
                t(
                    "紙のノートと一緒に使えます。",
                    "かみの ノートと いっしょに つかえます。",
                    "Paper and screen can be used together.",
                ),
            ],
        ),
        (
            "talk",
            t(
                "困ったら、聞けます",
                "こまったら、きけます",
                "When in doubt, ask",
            ),
            [
                t(
                    "右上の「相談」に、電話番号があります。",
                    "みぎうえの「そうだん」に でんわが あります。",
                    "“Help” at the top has the telephone numbers.",
                ),
                t(
                    "窓口で、スタッフと一緒に書くこともできます。",
                    "まどぐちで いっしょに かく ことも できます。",
                    "The staff of an office can write it with you.",
                ),
            ],
        ),
    ];
    pub const NEXT: Text = t("つぎへ", "つぎへ", "Next");
    pub const BEFORE: Text = t("前へ", "まえへ", "Back");
    pub const DONE: Text = t("はじめる", "はじめる", "Begin");
    pub const OF: Text = t(" / ", " / ", " of ");
}

/// 練習
pub mod practice {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "見本の家族で練習する",
        "みほんの かぞくで れんしゅうする",
        "Practise with a sample family",
    );
    pub const LEAD: Text = t(
        "窓口のスタッフが、書くところから わたすところまで試せます。",
        "まどぐちの ひとが ためす ことが できます。",
        "For the staff of an office: try everything, from writing to handing over.",
    );
    pub const POINTS: [Text; 4] = [
        t(
            "見本の家族は、本当の人ではありません。",
            "みほんの かぞくは、ほんとうの ひとでは ありません。",
            "The sample family does not exist.",
        ),
        t(
            "書いたことは、どこにもしまいません。終えると消えます。",
            "かいた ことは のこりません。おわると きえます。",
            "Nothing is kept. When practice ends, it is gone.",
        ),
        t(
            "この端末にしまってあるノートは、見えず、変わりません。",
            "この きかいの ほんとうの ノートは、みえません。かわりません。",
            "A note that is kept on this device is neither seen nor changed.",
        ),
        t(
            "画面にも紙にも「練習」と出ます。本当のことは書かないでください。",
            "がめんと かみに「れんしゅう」と でます。ほんとうの ことは かかないで ください。",
            "Every screen and print says so. Please write nothing real.",
        ),
    ];
    pub const START: Text = t(
        "練習をはじめる",
        "れんしゅうを はじめる",
        "Begin to practise",
    );
    pub const BAND: Text = t(
        "練習です。本当のことは書かないでください",
        "れんしゅうです。ほんとうの ことは かかないで",
        "Practice: write nothing real",
    );
    pub const END: Text = t("練習を終える", "れんしゅうを おわる", "End practice");
    pub const NOT_HERE: Text = t(
        "練習では使えません",
        "れんしゅうでは つかえません",
        "Not in practice",
    );
    pub const NOT_HERE_LEAD: Text = t(
        "かぎ、控え、消すことは、本当のノートのための画面です。",
        "かぎ、ひかえ、けす ことは、ほんとうの ノートの がめんです。",
        "Keys, backups and deleting are for real notes.",
    );
    pub const BACK: Text = t("練習にもどる", "れんしゅうに もどる", "Back to practice");
}
