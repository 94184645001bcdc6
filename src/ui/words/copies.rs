//! Backups, the way back from them, taking another note in, and how long a browser keeps things.

use super::{Text, t};

/// 控え
pub mod backup {
    use super::{Text, t};
    pub const TITLE: Text = t("控え（バックアップ）", "ひかえ（バックアップ）", "Backup");
    pub const LEAD: Text = t(
        "端末がこわれたとき、なくしたとき、買いかえたときに、ここから元にもどせます。",
        "きかいが こわれた とき、なくした とき、ここから もどせます。",
        "If this device breaks, is lost or is replaced, a backup brings everything back.",
    );
    pub const FILE: Text = t("ファイルにする", "ファイルに する", "As a file");
    pub const FILE_LEAD: Text = t(
        "すべてのお子さんのノートと、写真・PDFが入ります。ひらくには、いまのパスフレーズか回復コードがいります。",
        "みんなの ノートと しゃしんが はいります。ひらく ときは、いまの あいことばか かいふくコードを つかいます。",
        "All children’s notes, photos and PDFs. The passphrase or recovery code of today opens it.",
    );
    pub const MAKE: Text = t(
        "控えのファイルをつくる",
        "ひかえの ファイルを つくる",
        "Make a backup file",
    );
    pub const MAKING: Text = t("つくっています。", "つくって います。", "Making it.");
    pub const MADE: Text = t(
        "控えができました",
        "ひかえが できました",
        "The backup is made",
    );
    pub const MADE_NEXT: Text = t(
        "この端末とは別のところ（パソコン、USBメモリーなど）に しまってください。",
        "この きかいとは べつの ところに しまって ください。",
        "Keep it somewhere other than on this device: a computer, a USB stick.",
    );
    pub const AGAIN: Text = t(
        "もう一度 保存する",
        "もう いちど ほぞんする",
        "Save it once more",
    );
    pub const PLACE: Text = t(
        "場所をえらんで しまう",
        "ばしょを えらんで しまう",
        "Choose where to keep it",
    );
    pub const PLACE_SUB: Text = t(
        "USBメモリーなど。前の控えをえらぶと、新しいものに かわります。",
        "USBメモリーなど。まえの ひかえを えらぶと、あたらしい ものに かわります。",
        "A USB stick, for example. If you choose an earlier backup, this one takes its place.",
    );
    pub const PLACED: Text = t(
        "えらんだ場所に しまいました。",
        "えらんだ ばしょに しまいました。",
        "It is kept where you chose.",
    );
    pub const NOT_PLACED: Text = t(
        "そこには しまえませんでした。ほかの場所をえらぶか、「もう一度 保存する」をおしてください。",
        "そこには しまえませんでした。ほかの ばしょを えらんで ください。「もう いちど ほぞんする」も つかえます。",
        "It could not be kept there. Choose another place, or press “Save it once more”.",
    );
    pub const NOTES: Text = t("ノート", "ノート", "Notes");
    pub const PAPERS: Text = t("写真・PDF", "しゃしん・PDF", "Photos and PDFs");
    pub const SIZE: Text = t("大きさ", "おおきさ", "Size");
    pub const MISSING: Text = t(
        "この端末に見つからない写真・PDFがあります。それは入っていません。",
        "みつからない しゃしんが あります。それは はいって いません。",
        "Some photos or PDFs were not found on this device; they are not in it.",
    );
    pub const CLOSED: Text = t(
        "ひらけないノートがあります。それは入っていません。",
        "ひらけない ノートが あります。それは はいって いません。",
        "A note that does not open is not in it.",
    );
    pub const FAILED: Text = t(
        "控えをつくれませんでした",
        "ひかえを つくれませんでした",
        "The backup was not made",
    );
    pub const FAILED_NEXT: Text = t(
        "ノートはそのままです。ほかの画面を閉じて、もう一度ためしてください。",
        "ノートは そのままです。ほかの がめんを とじて、もう いちど ためして ください。",
        "Your notes are as before. Close other screens and try once more.",
    );
    pub const PAPER: Text = t("紙にする", "かみに する", "On paper");
    pub const PAPER_LEAD: Text = t(
        "文字の部分を、QRの紙に印刷します。写真とPDFは入りません。水にぬれないところに しまってください。",
        "もじの ところを、QRの かみに いんさつします。しゃしんは はいりません。",
        "The text as QR codes on paper, without photos and PDFs. Keep it dry.",
    );
    pub const PAPER_MAKE: Text = t(
        "紙の控えを見る",
        "かみの ひかえを みる",
        "Show the paper backup",
    );
    pub const PAPER_PRINT: Text = t(
        "紙の控えを印刷する",
        "かみの ひかえを いんさつする",
        "Print the paper backup",
    );
    pub const PAPER_HOW: Text = t(
        "もどすときは、このQRを写真にとるか、カメラで読みます。ひらくには、つくった日のパスフレーズか回復コードがいります。1枚読めなくても、「おぎない」で足ります。",
        "もどす ときは、この QRを しゃしんに とるか、カメラで よみます。つくった ひの あいことばか、かいふくコードを つかいます。",
        "To bring it back, take pictures of these codes or hold them to the camera. The passphrase or recovery code of that day opens it. A spare code stands in for one that cannot be read.",
    );
    pub const TOO_LONG: Text = t(
        "文字が多くて、紙の控えには入りません",
        "もじが おおくて、かみには はいりません",
        "The text is too long for paper",
    );
    pub const TOO_LONG_NEXT: Text = t(
        "ファイルの控えには、ぜんぶ入ります。",
        "ファイルなら、ぜんぶ はいります。",
        "The backup file holds everything.",
    );
    pub const BACK: Text = t(
        "控えからもどす・取り入れる",
        "ひかえから もどす",
        "Bring a backup in",
    );
    pub const NEVER: Text = t(
        "控えは まだありません",
        "ひかえは まだ ありません",
        "No backup yet",
    );
    pub const TODAY: Text = t(
        "最終バックアップ 今日",
        "ひかえは きょう",
        "Last backup today",
    );
    pub const YESTERDAY: Text = t(
        "最終バックアップ {0}日前",
        "ひかえは {0}にち まえ",
        "Last backup yesterday",
    );
    pub const DAYS_AGO: Text = t(
        "最終バックアップ {0}日前",
        "ひかえは {0}にち まえ",
        "Last backup {0} days ago",
    );
    pub const SINCE_ONE: Text = t(
        "{0}（そのあと{1}回の書きかえ）",
        "{0}（そのあと {1}かい かきました）",
        "{0} (1 change since)",
    );
    pub const SINCE: Text = t(
        "{0}（そのあと{1}回の書きかえ）",
        "{0}（そのあと {1}かい かきました）",
        "{0} ({1} changes since)",
    );
    pub const DUE: Text = t(
        "新しい控えをつくっておくと安心です。",
        "あたらしい ひかえを つくると あんしんです。",
        "A new backup would be wise.",
    );
}

/// The way back.
pub mod restore {
    use super::{Text, t};
    pub const TITLE: Text = t("控えからもどす", "ひかえから もどす", "Bring back a backup");
    pub const LEAD: Text = t(
        "控えのファイル、または紙の控えのQRからもどします。中身をたしかめるまで、この端末は何も変わりません。",
        "ひかえの ファイルか、かみの QRから もどします。たしかめるまで、なにも かわりません。",
        "From a backup file, or from the QR codes on paper. Nothing on this device changes until you have seen what is in it.",
    );
    pub const FILE: Text = t(
        "ファイルや写真をえらぶ",
        "ファイルや しゃしんを えらぶ",
        "Choose the file, or pictures",
    );
    pub const UNLOCK: Text = t(
        "先に、この端末のノートをひらきます",
        "さきに、この きかいの ノートを ひらきます",
        "First open the note on this device",
    );
    pub const UNLOCK_LEAD: Text = t(
        "この端末には、もうノートがあります。控えは、そのノートをひらいてから取り入れます。",
        "この きかいには もう ノートが あります。ひらいてから とりいれます。",
        "There is a note here already. It is opened first, then the backup is taken in.",
    );
    pub const KEY: Text = t(
        "控えのかぎをあける",
        "ひかえの かぎを あける",
        "Unlock the backup",
    );
    pub const KEY_LEAD: Text = t(
        "控えをつくったときのパスフレーズ（合言葉）を入れてください。",
        "ひかえを つくった ときの あいことばを いれて ください。",
        "Type the passphrase of the time when the backup was made.",
    );
    pub const CODE: Text = t(
        "回復コードでひらく",
        "かいふくコードで ひらく",
        "Open with the recovery code",
    );
    pub const READING: Text = t("読んでいます。", "よんで います。", "Reading it.");
    pub const SEEN: Text = t("控えの中身", "ひかえの なかみ", "What is in the backup");
    pub const MADE_ON: Text = t("つくった日", "つくった ひ", "Made on");
    pub const PAPERS: Text = t("写真・PDF", "しゃしん・PDF", "Photos and PDFs");
    pub const NO_PAPERS: Text = t(
        "紙の控えなので、写真・PDFは入っていません。",
        "かみの ひかえなので、しゃしんは ありません。",
        "It was made for paper, so there are no photos or PDFs in it.",
    );
    pub const GO: Text = t(
        "この端末にもどす",
        "この きかいに もどす",
        "Bring it to this device",
    );
    pub const GO_LEAD: Text = t(
        "もどしたあとは、この控えのパスフレーズでひらきます。",
        "もどした あとは、この ひかえの あいことばで ひらきます。",
        "From then on the passphrase of this backup opens it.",
    );
    pub const GO_DAMAGED: Text = t(
        "この端末に残っている 壊れた記録は、ファイルにとってから取りのぞきます。",
        "こわれた きろくは、ファイルに とってから とりのぞきます。",
        "The damaged records on this device are first saved as a file, then removed.",
    );
    pub const BRINGING: Text = t("もどしています。", "もどして います。", "Bringing it back.");
    pub const DONE: Text = t("もどしました", "もどしました", "It is back");
    pub const SEE: Text = t("ノートを見る", "ノートを みる", "See the note");
    pub const PAPERS_HERE: Text = t(
        "写真・PDFももどりました。",
        "しゃしんも もどりました。",
        "Photos and PDFs are back, too.",
    );
    pub const PAPERS_FULL: Text = t(
        "文字はぜんぶもどりました。写真・PDFの一部は、この端末に空きがなくて入りませんでした。空きをつくり、同じ控えをもう一度取り入れてください。",
        "もじは ぜんぶ もどりました。しゃしんの いちぶは、あきが なくて はいりませんでした。あきを つくって、もう いちど とりいれて ください。",
        "All text is back. Some photos or PDFs did not fit on this device. Make room and bring the same backup in once more.",
    );
    pub const PAPERS_LEFT: Text = t(
        "文字はぜんぶもどりました。写真・PDFの一部は、このブラウザーにしまえませんでした。同じ控えを、別のブラウザーで もう一度ためしてください。",
        "もじは ぜんぶ もどりました。しゃしんの いちぶは、しまえませんでした。べつの ブラウザーで ためして ください。",
        "All text is back. This browser could not keep some photos or PDFs. Try the same backup in another browser.",
    );
    pub const EMPTY: Text = t(
        "ファイルが空か、読めません",
        "ファイルが からか、よめません",
        "The file is empty or cannot be read",
    );
    pub const EMPTY_NEXT: Text = t(
        "もう一度コピーするか、別の控えをえらんでください。",
        "もう いちど コピーするか、べつの ひかえを えらんで ください。",
        "Copy it once more, or choose another backup.",
    );
    pub const NOT_OURS: Text = t(
        "これは控えのファイルではありません",
        "これは ひかえの ファイルでは ありません",
        "This is not a backup",
    );
    pub const NOT_OURS_NEXT: Text = t(
        "名前が「stepnote-backup」で始まるファイルをえらんでください。わたされたファイルは「受け取る」でひらけます。",
        "「stepnote-backup」で はじまる ファイルを えらびます。",
        "Choose the file whose name begins with “stepnote-backup”. A file that was handed over opens under “Receive”.",
    );
    pub const CUT_SHORT: Text = t(
        "控えが途中で切れています",
        "ひかえが とちゅうで きれて います",
        "The backup is cut short",
    );
    pub const CUT_SHORT_NEXT: Text = t(
        "コピーが途中で止まったようです。もう一度コピーしてください。この端末は何も変わっていません。",
        "コピーが とちゅうで とまったようです。もう いちど コピーして ください。なにも かわって いません。",
        "Copying seems to have stopped midway. Copy it again. Nothing on this device has changed.",
    );
    pub const DAMAGED: Text = t(
        "控えが壊れています",
        "ひかえが こわれて います",
        "The backup is damaged",
    );
    pub const DAMAGED_NEXT: Text = t(
        "ほかの場所にある控えや、その前の控えをためしてください。この端末は何も変わっていません。",
        "ほかの ひかえを ためして ください。なにも かわって いません。",
        "Try another copy of it, or the backup before. Nothing on this device has changed.",
    );
    pub const TOO_NEW: Text = t(
        "この控えは、新しい版でつくられています",
        "この ひかえは、あたらしい アプリで つくりました",
        "This backup was made by a newer version",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおして、新しくしてください。控えはそのまま使えます。",
        "ページを よみなおして、あたらしく して ください。",
        "Reload this page to update it. The backup is fine.",
    );
    pub const WRONG: Text = t(
        "パスフレーズが違います",
        "あいことばが ちがいます",
        "The passphrase is not right",
    );
    pub const WRONG_NEXT: Text = t(
        "控えは壊れていません。つくったときのパスフレーズを、もう一度入れてください。",
        "ひかえは こわれて いません。つくった ときの あいことばを いれて ください。",
        "The backup is fine. Type the passphrase of the time when it was made.",
    );
    pub const OTHER: Text = t(
        "この回復コードは、別のノートのものです",
        "この かいふくコードは、べつの ノートの ものです",
        "This recovery code belongs to another note",
    );
    pub const OTHER_NEXT: Text = t(
        "打ちまちがいではありません。控えをつくったころの紙をさがしてください。",
        "うちまちがいでは ありません。ひかえを つくった ころの かみを さがして ください。",
        "It is typed correctly. Look for the sheet of the time of the backup.",
    );
    pub const FULL: Text = t(
        "この端末に、空きがありません",
        "この きかいに、あきが ありません",
        "There is no room on this device",
    );
    pub const FULL_NEXT: Text = t(
        "もどせませんでした。この端末は前のままです。空きをつくるか、別の端末でためしてください。",
        "もどせませんでした。なにも かわって いません。あきを つくるか、べつの きかいで ためして ください。",
        "It was not brought back; this device is as before. Make room, or use another device.",
    );
    pub const IS_BACKUP: Text = t(
        "これは控え（バックアップ）です",
        "これは ひかえ（バックアップ）です",
        "This is a backup",
    );
    pub const IS_BACKUP_NEXT: Text = t(
        "はじめの画面の「以前使っていた」か、「かぎと控え」から もどしてください。",
        "「まえに つかって いた」から もどして ください。",
        "Bring it back from the first screen, or under “Keys and backup”.",
    );
    pub const HAND_OFF: Text = t(
        "これは、わたすためのQRです",
        "これは、わたす ための QRです",
        "These codes are a hand-over",
    );
    pub const HAND_OFF_NEXT: Text = t(
        "「受け取る」でひらいてください。",
        "「うけとる」で ひらいて ください。",
        "Open them under “Receive”.",
    );
}

/// Another note taken in.
pub mod take {
    use super::{Text, t};
    pub const TITLE: Text = t("取り入れる", "とりいれる", "Take it in");
    pub const GO: Text = t(
        "このノートに取り入れる",
        "この ノートに とりいれる",
        "Take it into my note",
    );
    pub const LOCKED: Text = t(
        "自分のノートに取り入れるときは、先にノートをひらいてから、もう一度受け取ってください。",
        "じぶんの ノートに いれる ときは、さきに ノートを ひらいて ください。",
        "To take this into your own note, open your note first, then receive it again.",
    );
    pub const LEAD: Text = t(
        "だれのノートに入れるかを えらびます。違うところは、つぎの画面でくらべます。だまって書きかわることは ありません。",
        "どの ノートに いれるかを えらびます。ちがう ところは、つぎに くらべます。",
        "Choose whose note it belongs to. What differs is compared on the next screen; nothing is overwritten silently.",
    );
    pub const INTO: Text = t(
        "このノートに入れる",
        "この ノートに いれる",
        "Into this note",
    );
    pub const NEW: Text = t(
        "新しいお子さんとして入れる",
        "あたらしい こどもとして いれる",
        "As a new child",
    );
    pub const NOT: Text = t("入れない", "いれない", "Leave it out");
    pub const NEXT: Text = t("つぎへ", "つぎへ", "Next");
    pub const HERE: Text = t(
        "この端末のノート",
        "この きかいの ノート",
        "The note on this device",
    );
    pub const BACKUP: Text = t("控え", "ひかえ", "The backup");
    pub const CAME: Text = t("とどいたもの", "とどいた もの", "What came");
    pub const COMPARE: Text = t(
        "2つのノートで違うところです。のこすほうを えらんでください。片方にだけあるものは、そのまま入ります。",
        "ちがう ところです。のこす ほうを えらんで ください。かたほうだけの ものは、そのまま はいります。",
        "These answers differ. Choose which to keep. What only one side has is taken as it is.",
    );
    pub const TAKING: Text = t("しまっています。", "しまって います。", "Keeping it.");
    pub const DONE: Text = t("取り入れました", "とりいれました", "It is taken in");
    pub const DONE_NEXT: Text = t(
        "前のノートは「かぎと控え」の「前のノートにもどす」から もどせます。",
        "まえの ノートにも もどせます。",
        "The note before can be brought back under “Earlier copies”.",
    );
    pub const SAME: Text = t(
        "いまのノートのままです。何も変わっていません。",
        "いまの ノートの ままです。",
        "Your note is as it was. Nothing has changed.",
    );
    pub const CHANGED: Text = t(
        "そのあいだに、別の画面で書きかえられました",
        "べつの がめんで かきかえられました",
        "Another screen wrote in the note meanwhile",
    );
    pub const CHANGED_NEXT: Text = t(
        "まだ入れていません。もう一度くらべてください。",
        "まだ いれて いません。もう いちど くらべて ください。",
        "Nothing was taken in yet. Please compare once more.",
    );
    pub const TOO_NEW: Text = t(
        "新しい版で書かれたノートは、新しいお子さんとしてだけ入れられます。",
        "あたらしい アプリで かいた ノートです。",
        "A note of a newer version can only come in as a new child.",
    );
}

/// How long this browser keeps what is written.
pub mod lasting {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "ブラウザーが消さないように",
        "ブラウザーが けさないように",
        "So that the browser does not delete it",
    );
    pub const LEAD: Text = t(
        "ブラウザーは、空きが足りないときなどに、しまったものを消すことがあります。消さないように頼めます。",
        "ブラウザーは、しまった ものを けす ことが あります。けさないように たのめます。",
        "A browser may delete what is kept here when room is short. You can ask it not to.",
    );
    pub const ASK: Text = t(
        "消さないように頼む",
        "けさないように たのむ",
        "Ask it not to",
    );
    pub const ASKING: Text = t(
        "ブラウザーに聞いています。",
        "ブラウザーに きいて います。",
        "Asking the browser.",
    );
    pub const YES: Text = t(
        "このブラウザーは、かってに消さないと答えました。端末をなくすときのために、控えもつくってください。",
        "ブラウザーは、かってに けさないと こたえました。ひかえも つくって ください。",
        "This browser has agreed not to delete it by itself. A backup still helps if the device is lost.",
    );
    pub const NO: Text = t(
        "このブラウザーは、約束しませんでした。控えをつくっておくと、消えてももどせます。",
        "ブラウザーは、やくそくしませんでした。ひかえを つくると、もどせます。",
        "This browser did not agree. With a backup you can bring everything back.",
    );
    pub const PRIVATE: Text = t(
        "プライベートブラウズのようです。このウィンドウを閉じると、書いたことはすべて消えます。",
        "プライベートの がめんの ようです。とじると、かいた ことは ぜんぶ きえます。",
        "This seems to be a private window. When it is closed, everything written in it is gone.",
    );
    pub const PRIVATE_NEXT: Text = t(
        "とっておくときは、ふつうのウィンドウでひらいてください。一度だけ使うなら、書いて、わたして、閉じれば、何も残りません。",
        "とって おくなら、ふつうの がめんで ひらいて ください。いちどだけなら、かいて、わたして、とじると、なにも のこりません。",
        "To keep a note, use an ordinary window. For one use, write, hand over and close: nothing is left behind.",
    );
    pub const PRIVATE_HOME: Text = t(
        "プライベートブラウズのようです。閉じる前に、わたすか、控えのファイルをつくってください。",
        "プライベートの がめんの ようです。とじる まえに、わたすか、ひかえを つくって ください。",
        "This seems to be a private window. Hand it over or make a backup before you close it.",
    );
}
