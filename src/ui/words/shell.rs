//! What stands around the note: new versions, the device, leaving at once.

use crate::text::{Text, t};

pub const NOTICE: Text = t("お知らせ", "おしらせ", "Notice");
pub const LATER: Text = t("あとで", "あとで", "Later");
pub const KNOWN: Text = t("わかりました", "わかりました", "I see");
pub const LEAVE: Text = t("すぐに閉じる", "すぐに とじる", "Leave now");

/// A new version.
pub mod new {
    use super::{Text, t};
    pub const WAITS: Text = t(
        "新しい版があります",
        "あたらしい ものが あります",
        "A new version is ready",
    );
    pub const WAITS_SUB: Text = t(
        "書いたものは、そのままです。ノートはいったん閉じて、もう一度ひらきます。",
        "かいた ものは なくなりません。ノートを いちど とじて、また ひらきます。",
        "What you wrote stays. The note is closed once, and you open it again.",
    );
    pub const TAKE: Text = t("新しくする", "あたらしく する", "Update");
    pub const OTHERS: Text = t(
        "ほかのタブでも使っています",
        "ほかの がめんでも つかって います",
        "It is in use in another tab",
    );
    pub const OTHERS_SUB: Text = t(
        "ほかのタブのステップノートを閉じてから、もう一度おしてください。",
        "ほかの がめんを とじて、もういちど おして ください。",
        "Close Step Note in the other tabs, then press again.",
    );
}

/// Inside another app, or in a tab that forgets.
pub mod place {
    use super::{Text, t};
    pub const INSIDE: Text = t(
        "いつものブラウザーで ひらいてください",
        "いつもの ブラウザーで ひらいて ください",
        "Please open this in your usual browser",
    );
    pub const INSIDE_SUB: Text = t(
        "いまは、ほかのアプリの中でひらいています。ここで書くと、あとで見つからないことがあります。画面の「…」から「ブラウザで開く」をえらんでください。",
        "いまは、ほかの アプリの なかです。ここで かくと、なくなる ことが あります。がめんの 「…」から 「ブラウザで開く」を えらんで ください。",
        "You are inside another app. What you write here may not be found later. Choose “Open in browser” from the “…” menu.",
    );
    pub const OUT: Text = t(
        "ブラウザーでひらく",
        "ブラウザーで ひらく",
        "Open in the browser",
    );
    pub const APPLE: Text = t(
        "書くまえに、ホーム画面に入れてください",
        "かく まえに、ホームがめんに いれて ください",
        "Before you write, add it to your home screen",
    );
    pub const APPLE_SUB: Text = t(
        "iPhoneやiPadでは、7日ひらかないと、書いたものが消えることがあります。ホーム画面に入れると、消えにくくなります。",
        "iPhoneや iPadでは、7にち ひらかないと、きえる ことが あります。ホームがめんに いれると、きえにくく なります。",
        "On an iPhone or iPad, what you wrote may be erased after 7 days without a visit. On the home screen it stays longer.",
    );
    pub const APPLE_STEPS: [Text; 3] = [
        t(
            "画面の「共有」（四角と上向きの矢印）をおします",
            "がめんの 「共有」（しかくと うえの やじるし）を おします",
            "Press Share (a square with an arrow up)",
        ),
        t(
            "「ホーム画面に追加」をおします",
            "「ホーム画面に追加」を おします",
            "Press “Add to Home Screen”",
        ),
        t(
            "ホーム画面の「ノート」からひらいて、書きはじめます",
            "ホームがめんの 「ノート」を ひらいて、かきます",
            "Open “ノート” from the home screen and start to write",
        ),
    ];
    pub const APPLE_KEPT: Text = t(
        "7日に一度は ひらいてください",
        "7にちに いちどは ひらいて ください",
        "Open it at least once in 7 days",
    );
    pub const APPLE_KEPT_SUB: Text = t(
        "iPhoneやiPadのブラウザーでは、7日ひらかないと、ノートが消えることがあります。ホーム画面のノートは、ここのノートとは別になります。うつすときは、さきに控えをつくってください。",
        "iPhoneや iPadでは、ノートが きえる ことが あります。7にち ひらかない ときです。ホームがめんの ノートは、ここの ノートとは べつです。さきに ひかえを つくって ください。",
        "In a browser on iPhone or iPad the note may be erased after 7 days without a visit. A note on the home screen is separate from this one: make a copy first if you move.",
    );
}

/// この端末で使う.
pub mod device {
    use super::{Text, t};
    pub const TITLE: Text = t("この端末で使う", "この きかいで つかう", "On this device");
    pub const LEAD: Text = t(
        "電波がなくても使えるように、長く残るようにします。",
        "でんぱが なくても つかえるように します。",
        "So that it works without a network, and stays.",
    );
    pub const SUB: Text = t(
        "電波のないとき、ホーム画面、消えにくくする",
        "でんぱが ない とき、ホームがめん",
        "Without a network, home screen, keeping",
    );
    pub const OFFLINE: Text = t("電波のないとき", "でんぱが ない とき", "Without a network");
    pub const READY: Text = t(
        "電波がなくても使えます。アプリのすべてが、この端末にあります。",
        "でんぱが なくても つかえます。",
        "It works without a network. All of the app is on this device.",
    );
    pub const NOT_READY: Text = t(
        "まだ、電波がないとひらけないことがあります。プライベートウィンドウでは、ずっとそうです。",
        "まだ、でんぱが ないと ひらけない ことが あります。",
        "It may not open without a network yet. In a private window it never does.",
    );
    pub const HOME_SCREEN: Text = t(
        "ホーム画面に入れる",
        "ホームがめんに いれる",
        "On the home screen",
    );
    pub const INSTALL: Text = t(
        "この端末に入れる",
        "この きかいに いれる",
        "Add to this device",
    );
    pub const INSTALL_SUB: Text = t(
        "アプリのように、ひとつの窓でひらきます。",
        "アプリのように ひらきます。",
        "It opens in a window of its own, like an app.",
    );
    pub const BY_MENU: Text = t(
        "ブラウザーのメニューに「ホーム画面に追加」や「インストール」があれば、そこから入れられます。",
        "メニューの 「ホーム画面に追加」か 「インストール」で いれます。",
        "If the browser’s menu has “Add to Home Screen” or “Install”, you can add it there.",
    );
    pub const BUILD: Text = t("アプリの版", "アプリの ばん", "Version");
}

/// すぐに閉じる, and what it can and cannot do.
pub mod safety {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "あなたの安全のために",
        "あんぜんの ために",
        "For your safety",
    );
    pub const SUB: Text = t(
        "すぐに閉じる、見られたくないとき",
        "すぐに とじる、みられたくない とき",
        "Leaving at once, when somebody looks",
    );
    pub const LEAD: Text = t(
        "だれかに見られたくないときのために、できることと、できないことを書いておきます。",
        "だれかに みられたく ない ときの ことを かきます。",
        "What you can do when somebody must not see, and what cannot be done.",
    );
    pub const LEAVE: Text = t("「すぐに閉じる」", "「すぐに とじる」", "“Leave now”");
    pub const LEAVE_DOES: [Text; 4] = [
        t(
            "画面が、すぐにカレンダーに変わります。",
            "がめんが、すぐに カレンダーに なります。",
            "The screen turns into a calendar at once.",
        ),
        t(
            "ノートにかぎをかけます。書きかけのものも、しまってあります。",
            "ノートに かぎを かけます。かきかけの ものも しまいます。",
            "The note is locked. What you were writing is kept.",
        ),
        t(
            "「もどる」をおしても、ノートは出てきません。",
            "「もどる」を おしても、ノートは でません。",
            "Going back does not show the note.",
        ),
        t(
            "キーボードでは、Shiftキーを続けて3回おしても同じです。",
            "キーボードの Shiftを 3かい おしても おなじです。",
            "On a keyboard, pressing Shift three times does the same.",
        ),
    ];
    pub const CANNOT: Text = t("できないこと", "できない こと", "What it cannot do");
    pub const CANNOT_DO: [Text; 4] = [
        t(
            "ブラウザーの履歴には、ここをひらいたことが残ります。履歴は、ブラウザーで消せます。",
            "ブラウザーの 「りれき」には のこります。りれきは じぶんで けせます。",
            "The browser’s history still shows that this page was opened. You can erase it in the browser.",
        ),
        t(
            "この端末にノートがあることは、かくせません。",
            "ノートが ある ことは、かくせません。",
            "It cannot hide that there is a note on this device.",
        ),
        t(
            "パスフレーズを知っている人や、見はるアプリが入った端末からは守れません。",
            "あいことばを しって いる ひとからは まもれません。",
            "It cannot protect you from somebody who knows your passphrase, or from spying apps on the device.",
        ),
        t(
            "ほかのタブやウィンドウは閉じません。",
            "ほかの がめんは とじません。",
            "It does not close other tabs or windows.",
        ),
    ];
    pub const SHARED: Text = t(
        "端末をいっしょに使っているとき",
        "きかいを いっしょに つかう とき",
        "When you share the device",
    );
    pub const SHARED_DO: [Text; 3] = [
        t(
            "ほかの人が知らないパスフレーズにしてください。",
            "ほかの ひとが しらない あいことばに して ください。",
            "Choose a passphrase that nobody else knows.",
        ),
        t(
            "心配なときは、ここに書かず、窓口で話すだけでもだいじょうぶです。",
            "しんぱいな ときは、かかずに はなすだけでも いいです。",
            "If you worry, you need not write anything here: talking at an office is enough.",
        ),
        t(
            "いますぐ あぶないときは、110番に電話してください。",
            "いま あぶない ときは、110ばんに でんわして ください。",
            "If you are in danger now, call 110.",
        ),
    ];
    pub const CALL: Text = t(
        "話を聞いてくれるところ",
        "はなしを きいて くれる ところ",
        "Who listens",
    );
    pub const LINE_DV: Text = t(
        "DV相談ナビ（近くの相談先につながります）",
        "DVの そうだん（ちかくの そうだんへ つながります）",
        "Domestic violence hotline (connects to an office near you)",
    );
    pub const LINE_CHILD: Text = t(
        "児童相談所（虐待かもと思ったら）",
        "じどう そうだんじょ",
        "Child guidance centre (if a child may be harmed)",
    );
    pub const ONCE: Text = t(
        "見られたくないときは「すぐに閉じる」",
        "みられたく ない ときは 「すぐに とじる」",
        "When somebody must not see: “Leave now”",
    );
    pub const ONCE_SUB: Text = t(
        "右上のボタンをおすと、かぎをかけて、カレンダーに変わります。履歴までは消せません。",
        "みぎうえの ボタンで、かぎを かけて、カレンダーに なります。りれきは きえません。",
        "The button at the top right locks the note and turns into a calendar. It does not erase the history.",
    );
    pub const READ: Text = t("くわしく読む", "くわしく よむ", "Read more");
}

/// A shared machine.
pub mod kiosk {
    use super::{Text, t};
    pub const WRITE: Text = t("じぶんで書く", "じぶんで かく", "Write by myself");
    pub const WRITE_SUB: Text = t(
        "画面にさわって書きます",
        "がめんに さわって かきます",
        "Touch the screen and write",
    );
    pub const NOTHING: Text = t(
        "ここには 何も のこりません",
        "ここには なにも のこりません",
        "Nothing stays here",
    );
    pub const REMAINS: Text = t(
        "消えていないものがあります。スタッフに知らせてください。",
        "きえて いない ものが あります。スタッフに いって ください。",
        "Something was not erased. Please tell the staff.",
    );
    pub const SOMEBODY: Text = t(
        "ここには だれかのノートがしまわれています。スタッフに知らせてください。",
        "ここに だれかの ノートが あります。スタッフに いって ください。",
        "Somebody keeps a note here. Please tell the staff.",
    );
    pub const ERASE_AGAIN: Text = t("もう一度 消す", "もういちど けす", "Erase again");
    pub const TAKE_HOME_BEFORE: Text = t("", "", "Take it home as ");
    pub const TAKE_HOME: Text = t("で持って帰れます", "で もって かえれます", "");
    pub const OR: Text = t("・", "・", " or ");
    pub const AS_CODES: Text = t("QRコード", "QRコード", "QR codes");
    pub const AS_PAPER: Text = t("紙", "かみ", "paper");
    pub const AS_FILE: Text = t("ファイル", "ファイル", "a file");
    pub const MACHINE: Text = t("共用の端末", "みんなの きかい", "Shared machine");
    pub const HIDE: Text = t("内容をかくす", "かくす", "Hide");
    pub const SHOW: Text = t("もう一度 見る", "もういちど みる", "Show again");
    pub const END: Text = t("おわる（けします）", "おわる（けします）", "Finish (erase)");
    pub const SURE: Text = t(
        "書いたものは、ぜんぶ消えます。持って帰るものは ありませんか。",
        "かいた ものは、ぜんぶ きえます。もって かえる ものは ありませんか。",
        "Everything you wrote will be erased. Have you taken what you need?",
    );
    pub const DO_END: Text = t("けして おわる", "けして おわる", "Erase and finish");
    pub const GO_ON: Text = t("つづける", "つづける", "Go on");
    pub const THERE: Text = t(
        "まだ お使いですか",
        "まだ つかいますか",
        "Are you still there?",
    );
    pub const THERE_SUB: Text = t(
        "このままだと、書いたものを消して、はじめの画面にもどります。",
        "このままだと、かいた ものを けして、はじめに もどります。",
        "Otherwise what you wrote is erased, and the first screen comes back.",
    );
    pub const ANYWHERE: Text = t(
        "画面のどこをさわっても、つづけられます。",
        "どこを さわっても、つづけられます。",
        "Touch anywhere to go on.",
    );
    pub const SECONDS: Text = t("秒", "びょう", "seconds");
    pub const KEYS: Text = t("数字のキー", "すうじの キー", "Keys for digits");
    pub const RUB_OUT: Text = t("1字消す", "1もじ けす", "Delete");
    pub const NEXT_FIELD: Text = t("つぎへ", "つぎへ", "Next");
    pub const LETTERS: Text = t("文字で書く", "もじで かく", "Letters");
    pub const NO_PAPERS: Text = t(
        "写真やPDFは、この端末にはしまえません。",
        "しゃしんは、この きかいに しまえません。",
        "Photos and PDFs cannot be kept on this machine.",
    );
    pub const REVEAL: Text = t("見る", "みる", "Show");
    pub const CONCEAL: Text = t("かくす", "かくす", "Hide");
}
