//! アクセシビリティ: what is aimed at, what was tried and how, and what is not there yet. Nothing stands
//! here that no test shows (`docs/requirements.md`, A01 to A13 and N10).

use crate::text::{Text, t};

pub const TITLE: Text = t("アクセシビリティ", "アクセシビリティ", "Accessibility");
pub const ROW_SUB: Text = t(
    "だれでも使えるように、たしかめたこと",
    "だれでも つかえる ように した こと",
    "What was done so that everybody can use it",
);
pub const LEAD: Text = t(
    "どなたにも使っていただけるように つくっています。目標と、たしかめたこと、まだできていないことを書きます。",
    "だれでも つかえる ように つくって います。できた ことと、まだの ことを かきます。",
    "This app is made to be used by everybody. Here is what is aimed at, what was tried, and what is not there yet.",
);
pub const AIM: Text = t("目標", "めざす もの", "What is aimed at");
pub const AIM_THESE: [Text; 2] = [
    t(
        "JIS X 8341-3:2016 のレベルAAと、WCAG 2.2 のレベルAAです。",
        "JIS X 8341-3:2016 と WCAG 2.2 の レベルAAです。",
        "Level AA of WCAG 2.2, and of the Japanese standard JIS X 8341-3:2016.",
    ),
    t(
        "外の機関による試験は、受けていません。つくった側でたしかめた結果です。",
        "ほかの ところの しけんは、うけて いません。じぶんたちで たしかめました。",
        "Nobody from outside has tested it. These are our own results.",
    ),
];
pub const TRIED: Text = t("たしかめたこと", "たしかめた こと", "What was tried");
pub const TRIED_SUB: Text = t(
    "アプリを変えるたびに、ブラウザー（おもにChromium）を動かして、くりかえし たしかめています。",
    "アプリを かえる たびに、なんども たしかめて います。",
    "Tried again in a browser, mostly Chromium, every time the app is changed.",
);
pub const TRIED_THESE: [Text; 6] = [
    t(
        "すべての画面を、4つのことばで、検査の道具（axe-core）にかけています。白いノート、書いたノート、読みとれない答えのあるノートで、見つかったものはありません。",
        "ぜんぶの がめんを、4つの ことばで しらべて います。みつかった ものは ありません。",
        "Every screen is examined with the tool axe-core in four languages: blank, filled in, and with answers that cannot be read. Nothing is found.",
    ),
    t(
        "おもな画面のボタンや欄の名前が、読み上げに正しく伝わるかを、2つのブラウザーで見ています。",
        "ボタンや らんの なまえが、よみあげに つたわるか、みて います。",
        "On the main screens two browsers are asked what they tell a screen reader of every button and field.",
    ),
    t(
        "キーボードだけで、シートを書いて、わたして、受け取れます。どこにいるかは、枠で見えます。",
        "キーボードだけで、かいて、わたして、うけとれます。",
        "A sheet is written, handed over and received with a keyboard alone. A ring shows where you are.",
    ),
    t(
        "320ピクセルの細い画面でも、2倍の文字でも、字の間を広げても、切れたり横に動かしたりせずに読めます。画面の上のお子さんの名前だけは、短くなることがあります。",
        "ほそい がめんや、2ばいの もじでも、きれずに よめます。うえの なまえだけは、みじかく なる ことが あります。",
        "In a window of 320 pixels, with text of double size or spaced wide, nothing is cut off and nothing is scrolled sideways. Only the child’s name in the bar may be shortened.",
    ),
    t(
        "おもな画面とシートのボタンは、44ピクセル以上の大きさです。共用の端末では、48ピクセル以上です。",
        "おもな がめんの ボタンは、ゆびで おせる おおきさです。",
        "On the main screens and the sheets buttons measure at least 44 pixels, on a shared machine 48.",
    ),
    t(
        "暗い色、白と黒、端末の強い色の設定でも使えます。動きを減らす設定にも合わせます。",
        "くらい いろや、しろと くろでも つかえます。うごきも へらせます。",
        "It works in dark colours, in black and white, and in the strong colours of a device. Where less motion is asked for, there is less.",
    ),
];
pub const NOT_YET: Text = t(
    "まだできていないこと",
    "まだの こと",
    "What is not there yet",
);
pub const NOT_YET_THESE: [Text; 5] = [
    t(
        "検査の道具で見つかるのは、一部です。",
        "しらべる どうぐで みつかるのは、すこしだけです。",
        "Such a tool finds only some of what is wrong.",
    ),
    t(
        "読み上げのソフト（NVDA、VoiceOver、TalkBack）で、はじめから終わりまで聞くことは、まだしていません。",
        "よみあげの ソフトで ぜんぶ きく ことは、まだ して いません。",
        "It has not been heard through with the screen readers NVDA, VoiceOver or TalkBack.",
    ),
    t(
        "障害のある方に使っていただいて、ご意見を聞くことは、まだしていません。",
        "しょうがいの ある ひとに つかって もらう ことは、まだ して いません。",
        "People with disabilities have not yet been asked to try it.",
    ),
    t(
        "お子さんのノートに入れた写真やPDFは、読み上げられるとはかぎりません。名前はつけられます。",
        "しゃしんや PDFは、よみあげが できない ことが あります。",
        "Photos and PDFs that are put into a note may not be readable aloud. They can be given a name.",
    ),
    t(
        "QRコードは、目で見て合わせるものです。かわりに、ファイルでわたせます。共用の端末では、スタッフに聞いてください。",
        "QRコードは、めで みて つかいます。かわりに、ファイルで わたせます。みんなの きかいでは、スタッフに きいて ください。",
        "QR codes have to be aimed at by sight. A file can be handed over in their place. On a shared machine please ask the staff.",
    ),
];
pub const TELL: Text = t(
    "使いにくいとき",
    "つかいにくい とき",
    "When something is in your way",
);
pub const TELL_SUB: Text = t(
    "使えないところ、使いにくいところは、この窓口にお知らせください。",
    "つかえない ところは、ここに おしえて ください。",
    "Please tell this office what you cannot use or find hard to use.",
);
pub const WRITTEN: Text = t(
    "2026年11月21日に書きました。",
    "2026ねん 11がつ 21にちに かきました。",
    "Written on 21 November 2026.",
);
