//! Keeping the note for life: the key, what was there before, comparing, deleting.

use super::{Text, t};

/// かぎ
pub mod keys {
    use super::{Text, t};
    pub const TITLE: Text = t("かぎ", "かぎ", "Keys");
    pub const LEAD: Text = t(
        "ノートをひらく方法を、ここで増やしたり 変えたりします。",
        "ノートの ひらきかたを ふやしたり、かえたり します。",
        "Add or change the ways to open your note.",
    );
    pub const CODE: Text = t("回復コード", "かいふくコード", "Recovery code");
    pub const CODE_LEAD: Text = t(
        "パスフレーズを忘れたときに、紙のコードでひらけます。印刷して、家の大切なところに しまってください。",
        "あいことばを わすれた ときに、かみの コードで ひらけます。いんさつして、いえの たいせつな ところに しまって ください。",
        "If you forget the passphrase, the code on paper opens the note. Print it and keep it safe at home.",
    );
    pub const CODE_NONE: Text = t(
        "まだ つくっていません。",
        "まだ つくって いません。",
        "There is none yet.",
    );
    pub const CODE_THERE: Text = t(
        "つくってあります。なくしたときは、新しくつくれます。前のコードは使えなくなります。",
        "つくって あります。なくしたら、あたらしく つくれます。まえの コードは つかえなく なります。",
        "There is one. If it is lost, make another; the one before stops working.",
    );
    pub const CODE_MAKE: Text = t(
        "回復コードをつくる",
        "かいふくコードを つくる",
        "Make a recovery code",
    );
    pub const CODE_AGAIN: Text = t(
        "新しい回復コードをつくる",
        "あたらしい かいふくコードを つくる",
        "Make a new recovery code",
    );
    pub const CODE_NOW: Text = t(
        "このコードは、いましか見られません。印刷するか、紙に書き写してください。",
        "この コードは、いましか みられません。いんさつするか、かみに かいて ください。",
        "This code is shown only now. Print it or copy it on paper.",
    );
    pub const CODE_PRINT: Text = t(
        "回復コードを印刷する",
        "いんさつする",
        "Print the recovery code",
    );
    pub const CODE_DONE: Text = t(
        "紙に写しました",
        "かみに うつしました",
        "I have it on paper",
    );
    pub const CODE_QR: Text = t(
        "このQRにも、同じコードが入っています。",
        "この QRにも、おなじ コードが はいって います。",
        "The same code as a QR code.",
    );
    pub const CODE_SHEET: Text = t(
        "このコードがあれば、だれでも この端末のノートをひらけます。人に見せないでください。",
        "この コードが あれば、だれでも ノートを ひらけます。ひとに みせないで ください。",
        "Whoever has this code can open the note on this device. Do not show it to anybody.",
    );
    pub const MADE_ON: Text = t("つくった日", "つくった ひ", "Made on");
    pub const CHANGE: Text = t(
        "パスフレーズを変える",
        "あいことばを かえる",
        "Change the passphrase",
    );
    pub const CHANGE_LEAD: Text = t(
        "すぐに変わります。前のパスフレーズでは ひらけなくなります。",
        "すぐに かわります。まえの あいことばでは ひらけません。",
        "It changes at once. The one before will not open the note any more.",
    );
    pub const NOW: Text = t(
        "いまのパスフレーズ（合言葉）",
        "いまの あいことば（パスフレーズ）",
        "Your passphrase today",
    );
    pub const CHANGE_GO: Text = t("つぎへ", "つぎへ", "Next");
    pub const NEW: Text = t(
        "新しいパスフレーズを決める",
        "あたらしい あいことばを きめる",
        "Choose a new passphrase",
    );
    pub const CHANGED: Text = t(
        "パスフレーズが変わりました。つぎからは、新しいほうで ひらきます。",
        "あいことばが かわりました。つぎは あたらしい あいことばで ひらきます。",
        "The passphrase has changed. Use the new one from now on.",
    );
    pub const KNOWN: Text = t(
        "だれかに知られたかもしれない",
        "だれかに しられたかも しれない",
        "Somebody may know it",
    );
    pub const KNOWN_LEAD: Text = t(
        "かぎを全部つくりなおし、しまったものを新しいかぎで しまいなおします。写真とPDFは、新しいパスフレーズでひらいたときに しまいなおします。いまの回復コードとパスキーは使えなくなります。途中で止まっても、なくなりません。",
        "かぎを ぜんぶ つくりなおします。しゃしんと PDFも、あたらしい かぎに します。いまの かいふくコードと パスキーは つかえなく なります。とちゅうで とまっても、なくなりません。",
        "Every key is made anew and everything is locked again; photos and PDFs as soon as you open the note with the new passphrase. The recovery code and passkey of today stop working. Nothing is lost if it is interrupted.",
    );
    pub const KNOWN_LIMIT: Text = t(
        "だれかが前に取った写しや、わたしたファイルは、そのままです。取りもどすことはできません。",
        "だれかが まえに とった うつしや、わたした ファイルは、とりもどせません。",
        "Copies somebody has already taken, and files handed over, stay readable. They cannot be called back.",
    );
    pub const KNOWN_GO: Text = t(
        "かぎを全部つくりなおす",
        "かぎを ぜんぶ つくりなおす",
        "Make every key anew",
    );
    pub const PASSKEY: Text = t("パスキー", "パスキー", "Passkey");
    pub const PASSKEY_LEAD: Text = t(
        "指紋や顔で ひらけるようにします。パスフレーズも のこります。パスキーは消えることがあるので、パスフレーズも忘れないでください。",
        "ゆびや かおで ひらけます。あいことばも のこります。わすれないで ください。",
        "Open with your finger or face. The passphrase stays: passkeys can get lost, so remember it too.",
    );
    pub const PASSKEY_ADD: Text = t("パスキーをたす", "パスキーを たす", "Add a passkey");
    pub const PASSKEY_DROP: Text = t(
        "パスキーをやめる",
        "パスキーを やめる",
        "Remove the passkey",
    );
    pub const PASSKEY_THERE: Text = t(
        "パスキーで ひらけます。",
        "パスキーで ひらけます。",
        "A passkey opens the note.",
    );
    pub const PASSKEY_NOT: Text = t(
        "パスキーは つくられませんでした",
        "パスキーは つくれませんでした",
        "No passkey was made",
    );
    pub const PASSKEY_NOT_NEXT: Text = t(
        "この端末のパスキーは、かぎには使えないようです。いままでどおり パスフレーズでひらけます。",
        "この きかいの パスキーは、かぎに つかえません。あいことばで ひらいて ください。",
        "The passkeys of this device cannot serve as a key. The passphrase opens the note as before.",
    );
    pub const PASSKEY_MAKE_LEAD: Text = t(
        "つぎの画面で、この端末が 指紋や顔をたしかめます。指紋や顔は、だれにも送られません。",
        "つぎの がめんで、ゆびや かおを たしかめます。だれにも おくりません。",
        "Next this device checks your finger or face. Nothing of it is sent to anybody.",
    );
    pub const USE: Text = t("使いかた", "つかいかた", "How to use it");
    pub const USE_1: Text = t(
        "ステップノートをひらき、「パスフレーズを忘れた」をおします。",
        "ステップノートを ひらいて、「あいことばを わすれた」を おします。",
        "Open Step Note and press “I forgot the passphrase”.",
    );
    pub const USE_2: Text = t(
        "この数字を入れるか、下のQRの写真をえらびます。",
        "この すうじを いれるか、したの QRの しゃしんを えらびます。",
        "Type these digits, or choose a picture of the QR code below.",
    );
    pub const USE_3: Text = t(
        "お子さんの呼び名をたしかめて、新しいパスフレーズを決めます。",
        "こどもの よびなを たしかめて、あたらしい あいことばを きめます。",
        "See that it is your child’s note, and choose a new passphrase.",
    );
    pub const MORE: Text = t(
        "ほかに できること",
        "ほかに できる こと",
        "What else you can do",
    );
    pub const ROW: Text = t("かぎと控え", "かぎと ひかえ", "Keys and backup");
    pub const ROW_SUB: Text = t(
        "回復コード、パスフレーズ、バックアップ",
        "かいふくコード、あいことば、バックアップ",
        "Recovery code, passphrase, backup",
    );
    pub const REFUSED: Text = t(
        "かぎを変えられませんでした",
        "かぎを かえられませんでした",
        "The key was not changed",
    );
    pub const REFUSED_NEXT: Text = t(
        "前のかぎのままです。別の画面を閉じてから、もう一度ためしてください。",
        "まえの かぎの ままです。べつの がめんを とじて、もう いちど ためして ください。",
        "The key is as before. Close other screens and try once more.",
    );
    pub const MAKE_ONE: Text = t(
        "回復コードを つくっておくと、パスフレーズを忘れてもひらけます。",
        "かいふくコードを つくると、あいことばを わすれても ひらけます。",
        "With a recovery code you can open the note even if you forget the passphrase.",
    );
}

/// What others still have.
pub mod held {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "ほかの人が まだ持っているもの",
        "ほかの ひとが まだ もって いる もの",
        "What others still have",
    );
    pub const SUB: Text = t(
        "わたしたもの、控え、紙、相手の端末",
        "わたした もの、ひかえ、かみ",
        "What was handed over, backups, paper, their device",
    );
    pub const AFTER: Text = t(
        "かぎが新しくなりました",
        "かぎが あたらしく なりました",
        "The keys are new",
    );
    pub const NEW: Text = t(
        "この端末のノートは、新しいパスフレーズでだけ ひらきます。前のパスフレーズと回復コードとパスキーは、もう使えません。",
        "この きかいの ノートは、あたらしい あいことばで ひらきます。まえの あいことばと コードと パスキーは つかえません。",
        "The note on this device opens with the new passphrase only. The passphrase, recovery code and passkeys of before open nothing here.",
    );
    pub const LEAD: Text = t(
        "前にわたしたものや写したものは、ここからは消せません。何が外にあるかを、たしかめておきましょう。",
        "まえに わたした ものは、ここから けせません。なにが あるか、みて おきましょう。",
        "What was handed over or copied before cannot be deleted from here. Here is what is out there.",
    );
    pub const HANDED: Text = t(
        "ここから わたしたもの",
        "ここから わたした もの",
        "Handed over from here",
    );
    pub const HANDED_NONE: Text = t(
        "この端末の記録では、まだ何もわたしていません。",
        "まだ なにも わたして いません。",
        "Nothing has been handed over, as far as this device knows.",
    );
    pub const HANDED_STAYS: Text = t(
        "受け取った人は、そのときの内容を読めます。同意を取り消して、消してもらうように頼めます。",
        "うけとった ひとは、よめます。けして もらうように たのめます。",
        "Whoever got it can read what was in it. You can withdraw the consent and ask them to delete it.",
    );
    pub const HANDED_ALL: Text = t(
        "ぜんぶ見る、同意を取り消す",
        "ぜんぶ みる、とりけす",
        "See all of it, withdraw a consent",
    );
    pub const MORE: Text = t("ほかに", "ほかに", "More:");
    pub const BACKUP: Text = t("控えのファイル", "ひかえの ファイル", "Backup files");
    pub const BACKUP_LAST: Text = t("最後につくった日", "さいごに つくった ひ", "Last made on");
    pub const BACKUP_NONE: Text = t(
        "この端末の記録では、控えはつくっていません。",
        "ひかえは つくって いません。",
        "None was made, as far as this device knows.",
    );
    pub const BACKUP_OPENS: Text = t(
        "前につくった控えは、つくったときのパスフレーズと回復コードで、いまでもひらけます。どこにあるかを思い出し、いらないものは消してください。そのあとで、新しい控えをつくりましょう。",
        "まえの ひかえは、まえの あいことばで ひらけます。いらない ものは けして、あたらしく つくって ください。",
        "Backups made before still open with the passphrase and recovery code of their time. Think of where they are, delete those you do not need, then make a new one.",
    );
    pub const PAPER: Text = t("紙", "かみ", "Paper");
    pub const PAPER_CODE: Text = t(
        "前の回復コードの紙では、この端末のノートは もうひらけません。前の控えは、その紙でひらけます。",
        "まえの かいふくコードの かみで、この ノートは ひらけません。まえの ひかえは ひらけます。",
        "A recovery code printed before does not open the note here any more. It does open backups of its time.",
    );
    pub const PAPER_PRINTS: Text = t(
        "印刷したシートと、控えのQRの紙は、持っている人のところに のこります。",
        "いんさつした かみは、もって いる ひとの ところに のこります。",
        "Printed sheets and backup codes on paper stay with whoever has them.",
    );
    pub const DEVICE: Text = t("相手の端末", "あいての きかい", "Their own device");
    pub const DEVICE_STAYS: Text = t(
        "相手が自分の端末にノートを持っていれば、そこまでの内容は相手のところに のこります。ここから消すことは できません。",
        "あいての きかいの ノートは のこります。ここから けせません。",
        "If they have the note on their own device, what it holds so far stays with them. It cannot be deleted from here.",
    );
    pub const DEVICE_KEY: Text = t(
        "相手のパスキーが のこっていても、この端末のノートはひらけません。",
        "あいての パスキーでは、この ノートは ひらけません。",
        "A passkey of theirs that is left somewhere does not open the note here.",
    );
    pub const NOT: Text = t(
        "相手にはわからないこと",
        "あいてには わからない こと",
        "What they do not see",
    );
    pub const NOT_NEW: Text = t(
        "これから ここに書くことは、あなたがわたさないかぎり、だれにも見えません。",
        "これから かく ことは、わたさなければ、だれにも みえません。",
        "What you write here from now on is seen by nobody, unless you hand it over.",
    );
    pub const NOT_OPEN: Text = t(
        "ノートをいつひらいたか、どこにいるかは、だれにも伝わりません。",
        "いつ ひらいたか、どこに いるかは、つたわりません。",
        "When you open the note, and where you are, is told to nobody.",
    );
    pub const SAFER: Text = t("安全のために", "あんぜんの ために", "For your safety");
    pub const ON: Text = t("ノートへすすむ", "ノートへ すすむ", "Go on to the note");
}

/// New keys for photos and PDFs.
pub mod renewal {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "写真とPDFのかぎを新しくしています",
        "しゃしんと PDFの かぎを あたらしく して います",
        "New keys for photos and PDFs",
    );
    pub const LEAD: Text = t(
        "ノートは、もう新しいかぎで しまってあります。のこりの写真とPDFも しまいなおします。",
        "ノートは もう あたらしい かぎです。しゃしんと PDFも あたらしく します。",
        "The note has its new keys already. Photos and PDFs now get theirs.",
    );
    pub const DOING: Text = t(
        "写真とPDFを しまいなおしています",
        "しゃしんと PDFを しまいなおして います",
        "Locking photos and PDFs again",
    );
    pub const SAFE: Text = t(
        "途中でとじても、なくなりません。つぎにひらいたとき、つづきをします。",
        "とちゅうで とじても、なくなりません。つぎに ひらいた とき、つづけます。",
        "Nothing is lost if you close this. It goes on when you open the note again.",
    );
    pub const LATER: Text = t(
        "あとにして、ノートをひらく",
        "あとに して、ノートを ひらく",
        "Later; open the note now",
    );
    pub const AGAIN: Text = t("もう一度ためす", "もう いちど ためす", "Try again");
    pub const FULL: Text = t(
        "空きがたりません",
        "あきが たりません",
        "There is not enough room",
    );
    pub const FULL_NEXT: Text = t(
        "写真は、前のかぎのまま のこっています。端末の空きをふやしてから、もう一度ためしてください。",
        "しゃしんは まえの かぎの ままです。きかいの あきを ふやして、もう いちど ためして ください。",
        "The photos are still there, with the key of before. Make room on this device and try again.",
    );
    pub const TOO_NEW: Text = t(
        "新しい版で しまわれた写真があります",
        "あたらしい アプリの しゃしんが あります",
        "A newer version kept some of them",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおして、新しくしてください。",
        "ページを よみなおして ください。",
        "Please reload this page to update it.",
    );
    pub const FAILED: Text = t(
        "写真を しまいなおせませんでした",
        "しゃしんを しまいなおせませんでした",
        "The photos did not get their new keys",
    );
    pub const FAILED_NEXT: Text = t(
        "写真は、前のかぎのまま のこっています。別の画面を閉じてから、もう一度ためしてください。",
        "しゃしんは まえの かぎの ままです。べつの がめんを とじて、もう いちど ためして ください。",
        "The photos are still there, with the key of before. Close other screens and try again.",
    );
    pub const WAITING: Text = t(
        "写真とPDFが、まだ前のかぎです",
        "しゃしんと PDFが、まだ まえの かぎです",
        "Photos and PDFs still have the old keys",
    );
    pub const WAITING_LEAD: Text = t(
        "前のかぎを知っている人が この端末をさわると、ひらけるかもしれません。",
        "まえの かぎを しって いる ひとが、ひらけるかも しれません。",
        "Somebody who knows the old keys and gets hold of this device may open them.",
    );
    pub const GO_ON: Text = t("つづきをする", "つづける", "Go on");
}

/// The way in with the code on paper.
pub mod recover {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "回復コードでひらく",
        "かいふくコードで ひらく",
        "Open with the recovery code",
    );
    pub const LEAD: Text = t(
        "紙に書いてある48けたの数字を入れるか、QRを読みます。",
        "かみの 48けたの すうじを いれるか、QRを よみます。",
        "Type the 48 digits on the paper, or read its QR code.",
    );
    pub const CODE: Text = t("回復コード", "かいふくコード", "Recovery code");
    pub const HINT: Text = t(
        "間の「-」や空白は、あってもなくても かまいません。",
        "「-」や くうはくは なくても いいです。",
        "Hyphens and spaces do not matter.",
    );
    pub const GO: Text = t("ひらく", "ひらく", "Open");
    pub const PICTURE: Text = t(
        "QRの写真をえらぶ",
        "QRの しゃしんを えらぶ",
        "Choose a picture of the QR code",
    );
    pub const NO_QR: Text = t(
        "写真の中に、回復コードのQRが見つかりません",
        "しゃしんに かいふくコードの QRが ありません",
        "There is no recovery code in the picture",
    );
    pub const NO_QR_NEXT: Text = t(
        "QRを明るいところで大きく写すか、数字を入れてください。",
        "QRを おおきく うつすか、すうじを いれて ください。",
        "Take the picture closer and in good light, or type the digits.",
    );
    pub const EMPTY: Text = t(
        "回復コードを入れてください",
        "かいふくコードを いれて ください",
        "Please type the recovery code",
    );
    pub const LENGTH: Text = t(
        "数字の数が違います",
        "すうじの かずが ちがいます",
        "The number of digits does not fit",
    );
    pub const LENGTH_NEXT: Text = t(
        "6けたの数字が 8つあります。抜けているところがないか、見てください。",
        "6けたの すうじが 8つ あります。ぬけて いないか みて ください。",
        "There are eight groups of six digits. Look for one that is missing.",
    );
    pub const CHARACTERS: Text = t(
        "数字でない文字があります",
        "すうじで ない もじが あります",
        "There is something that is not a digit",
    );
    pub const CHARACTERS_NEXT: Text = t(
        "コードは数字だけです。Oは0、lは1かもしれません。",
        "コードは すうじだけです。",
        "The code has digits only. An O may be a 0, an l a 1.",
    );
    pub const GROUP: Text = t(
        "数字の打ちまちがいがあります",
        "すうじの うちまちがいが あります",
        "A digit is mistyped",
    );
    pub const GROUP_NEXT: [Text; 8] = [
        t(
            "1つ目の6けたを、紙と くらべてください。",
            "1つめの 6けたを みて ください。",
            "Compare the first group with the paper.",
        ),
        t(
            "2つ目の6けたを、紙と くらべてください。",
            "2つめの 6けたを みて ください。",
            "Compare the second group with the paper.",
        ),
        t(
            "3つ目の6けたを、紙と くらべてください。",
            "3つめの 6けたを みて ください。",
            "Compare the third group with the paper.",
        ),
        t(
            "4つ目の6けたを、紙と くらべてください。",
            "4つめの 6けたを みて ください。",
            "Compare the fourth group with the paper.",
        ),
        t(
            "5つ目の6けたを、紙と くらべてください。",
            "5つめの 6けたを みて ください。",
            "Compare the fifth group with the paper.",
        ),
        t(
            "6つ目の6けたを、紙と くらべてください。",
            "6つめの 6けたを みて ください。",
            "Compare the sixth group with the paper.",
        ),
        t(
            "7つ目の6けたを、紙と くらべてください。",
            "7つめの 6けたを みて ください。",
            "Compare the seventh group with the paper.",
        ),
        t(
            "8つ目の6けたを、紙と くらべてください。",
            "8つめの 6けたを みて ください。",
            "Compare the last group with the paper.",
        ),
    ];
    pub const OTHER: Text = t(
        "この回復コードは、別のノートのものです",
        "この かいふくコードは、べつの ノートの ものです",
        "This recovery code belongs to another note",
    );
    pub const OTHER_NEXT: Text = t(
        "打ちまちがいではありません。新しくつくったコードの紙がないか、さがしてください。何も変わっていません。",
        "うちまちがいでは ありません。あたらしい かみを さがして ください。なにも かわって いません。",
        "It is typed correctly. Look for a sheet made later. Nothing was changed.",
    );
    pub const NONE: Text = t(
        "この端末には、回復コードがつくられていません",
        "この きかいには、かいふくコードが ありません",
        "No recovery code was made on this device",
    );
    pub const NONE_NEXT: Text = t(
        "パスフレーズでひらくか、控えからもどしてください。",
        "あいことばで ひらくか、ひかえから もどして ください。",
        "Open with the passphrase, or bring back a backup.",
    );
    pub const FOUND: Text = t(
        "ノートが見つかりました",
        "ノートが みつかりました",
        "Here is the note",
    );
    pub const FOUND_LEAD: Text = t(
        "このお子さんのノートで まちがいなければ、新しいパスフレーズを決めてください。",
        "この こどもの ノートなら、あたらしい あいことばを きめて ください。",
        "If these are your children, choose a new passphrase.",
    );
    pub const NOBODY: Text = t(
        "まだ お子さんのノートはありません。",
        "まだ ノートは ありません。",
        "There is no child’s note in it yet.",
    );
    pub const AS_IT_IS: Text = t(
        "パスフレーズを変えずにひらく",
        "あいことばを かえずに ひらく",
        "Open without changing the passphrase",
    );
}

/// What was there before.
pub mod past {
    use super::{Text, t};
    pub const TITLE: Text = t(
        "前のノートにもどす",
        "まえの ノートに もどす",
        "Earlier copies",
    );
    pub const LEAD: Text = t(
        "まちがえて消したときに、少し前のノートにもどせます。もどしたあとで、またもどすこともできます。",
        "まちがえた とき、すこし まえの ノートに もどせます。また もどす ことも できます。",
        "Go back to an earlier copy if something was deleted by mistake. You can undo that too.",
    );
    pub const NONE: Text = t(
        "前のノートは、まだありません。",
        "まえの ノートは、まだ ありません。",
        "There are no earlier copies yet.",
    );
    pub const BRING: Text = t(
        "このときにもどす",
        "この ときに もどす",
        "Go back to this one",
    );
    pub const DIFFERS: Text = t(
        "いまと違うシート",
        "いまと ちがう シート",
        "Sheets that differ from now",
    );
    pub const SAME: Text = t("いまと同じです", "いまと おなじです", "The same as now");
    pub const DONE: Text = t("もどしました。", "もどしました。", "It is back.");
}

/// A child's note that does not open.
pub mod closed {
    use super::{Text, t};
    pub const DAMAGED: Text = t(
        "このノートが壊れています",
        "この ノートが こわれて います",
        "This note is damaged",
    );
    pub const MISSING: Text = t(
        "このノートの中身がなくなっています",
        "この ノートの なかみが ありません",
        "The content of this note is gone",
    );
    pub const TOO_NEW: Text = t(
        "このノートは、新しい版で書かれています",
        "この ノートは、あたらしい アプリで かきました",
        "This note was written by a newer version",
    );
    pub const NEXT: Text = t(
        "ブラウザーが記録の一部をなくしたようです。ほかのお子さんのノートはひらけます。消さずに、下のどれかをためしてください。",
        "ブラウザーが きろくを なくしました。ほかの こどもの ノートは ひらけます。けさないで、したの どれかを ためして ください。",
        "The browser seems to have lost a part. The other children’s notes open. Please delete nothing, and try one of these.",
    );
    pub const TOO_NEW_NEXT: Text = t(
        "このページを読み込みなおして、新しくしてください。しまったものは そのままです。",
        "ページを よみなおして、あたらしく して ください。",
        "Please reload this page to update it. Nothing is lost.",
    );
    pub const PAST: Text = t(
        "前のノートにもどす",
        "まえの ノートに もどす",
        "Go back to an earlier copy",
    );
    pub const OTHERS: Text = t(
        "ほかのお子さんのノート",
        "ほかの こどもの ノート",
        "The other children’s notes",
    );
}

/// Two answers side by side.
pub mod compare {
    use super::{Text, t};
    pub const TITLE: Text = t("くらべる", "くらべる", "Compare");
    pub const LEAD: Text = t(
        "2つの画面で、違うことが書かれていました。のこすほうを えらんでください。えらばないほうも、しばらくは「前のノート」にのこります。",
        "2つの がめんで、ちがう ことが かいて ありました。のこす ほうを えらんで ください。",
        "Two screens wrote differently. Choose which to keep; the other stays among the earlier copies for a while.",
    );
    pub const NOTHING: Text = t(
        "くらべることは ありません。",
        "くらべる ことは ありません。",
        "There is nothing to compare.",
    );
    pub const HERE: Text = t(
        "この画面で書いたこと",
        "この がめんで かいた こと",
        "Written on this screen",
    );
    pub const THERE: Text = t(
        "別の画面で書いたこと",
        "べつの がめんで かいた こと",
        "Written on the other screen",
    );
    pub const WRITTEN_ON: Text = t("書いた日", "かいた ひ", "Written on");
    pub const MADE_ON: Text = t("つくった日", "つくった ひ", "Made on");
    pub const BOTH: Text = t("両方のこす", "りょうほう のこす", "Keep both");
    pub const BLANK: Text = t("（書いていません）", "（かいて いません）", "(nothing)");
    pub const SAVE: Text = t("これでしまう", "これで しまう", "Keep it so");
    pub const NOTICE: Text = t(
        "別の画面と、書いたことが違うところがあります。",
        "べつの がめんと、ちがう ところが あります。",
        "Another screen wrote something different.",
    );
    pub const GO: Text = t("くらべる", "くらべる", "Compare");
    pub const OTHER: Text = t("このほかのこと", "この ほかの こと", "Other things");
}

/// Deleting, and handing on for good.
pub mod leave {
    use super::{Text, t};
    pub const TITLE: Text = t("けす・ゆずる", "けす・ゆずる", "Delete or hand on");
    pub const READABLE: Text = t(
        "読める形で取りだす",
        "よめる かたちで とりだす",
        "Take everything out, readable",
    );
    pub const READABLE_LEAD: Text = t(
        "ノートの中身を、どのパソコンでも読める JSON のファイルにします。かぎは かかりません。",
        "ノートを、どの パソコンでも よめる ファイルに します。かぎは かかりません。",
        "The note as a JSON file that any computer can read. It is not locked.",
    );
    pub const READABLE_GO: Text = t("ファイルにする", "ファイルに する", "Make the file");
    pub const TABLE_GO: Text = t(
        "表にする（CSV）",
        "ひょうに する（CSV）",
        "Make a table (CSV)",
    );
    pub const PRINT: Text = t("紙やPDFにする", "かみや PDFに する", "On paper or as PDF");
    pub const CHILD: Text = t(
        "このお子さんのノートをけす",
        "この こどもの ノートを けす",
        "Delete this child’s note",
    );
    pub const CHILD_LEAD: Text = t(
        "この端末から、すっかりけします。もとにもどすことは できません。ほかのお子さんのノートは のこります。",
        "この きかいから けします。もとに もどせません。ほかの こどもの ノートは のこります。",
        "It leaves this device for good and cannot be brought back. The other children’s notes stay.",
    );
    pub const CHILD_GO: Text = t("このノートをけす", "この ノートを けす", "Delete this note");
    pub const ALL: Text = t("ぜんぶけす", "ぜんぶ けす", "Delete everything");
    pub const ALL_LEAD: Text = t(
        "すべてのお子さんのノートと写真とかぎを、この端末からけします。もとにもどすことは できません。",
        "みんなの ノートと しゃしんと かぎを けします。もとに もどせません。",
        "Every note, photo and key leaves this device for good. It cannot be undone.",
    );
    pub const ALL_GO: Text = t("ぜんぶけす", "ぜんぶ けす", "Delete everything");
    pub const SURE: Text = t(
        "ほんとうにけしますか。控えがなければ、だれにも もどせません。",
        "ほんとうに けしますか。ひかえが ないと、もどせません。",
        "Delete it? Without a backup nobody can bring it back.",
    );
    pub const KEEP: Text = t("けさない", "けさない", "Do not delete");
    pub const COPIES: Text = t(
        "前につくった控えや、わたしたファイルは、そのまま のこります。",
        "まえに つくった ひかえや、わたした ファイルは のこります。",
        "Backups made before and files handed over stay where they are.",
    );
    pub const REMAINS: Text = t(
        "かぎはけしましたが、ブラウザーに一部がのこっています",
        "かぎは けしました。すこし のこって います",
        "The keys are gone, but the browser kept something",
    );
    pub const REMAINS_NEXT: Text = t(
        "のこったものは、だれにも読めません。ブラウザーの設定で、このサイトのデータを消すと なくなります。",
        "のこった ものは、だれも よめません。ブラウザーの せっていで、この サイトの データを けして ください。",
        "Nobody can read it. Delete this site’s data in the browser’s settings.",
    );
    pub const AGAIN: Text = t("けせませんでした", "けせませんでした", "It was not deleted");
    pub const AGAIN_NEXT: Text = t(
        "別の画面で書きかえられています。別の画面を閉じて、もう一度ためしてください。",
        "べつの がめんを とじて、もう いちど ためして ください。",
        "Another screen changed something. Close it and try once more.",
    );
    pub const OWNER: Text = t("本人にゆずる", "ほんにんに ゆずる", "Hand it to its owner");
    pub const OWNER_LEAD: Text = t(
        "18歳になったら、ノートは本人のものです。このお子さんのノートだけのファイルをつくり、本人の端末にもどします。かぎは、本人があたらしく決めます。",
        "18さいに なったら、ノートは ほんにんの ものです。この こどもの ノートだけの ファイルを つくります。",
        "At 18 the note is theirs. Make a file with this note alone; they bring it back on their own device and choose their own key.",
    );
    pub const SEAL_LEAD: Text = t(
        "この端末に のこすときは、封ができます。かぎを全部つくりなおし、新しいパスフレーズは本人だけが知っておきます。ほかのお子さんのノートも、同じかぎになります。",
        "この きかいに のこす ときは、かぎを つくりなおします。あたらしい あいことばは、ほんにんだけが しって います。ほかの こどもの ノートも おなじ かぎに なります。",
        "What stays on this device can be sealed: make every key anew, under a passphrase that only the young adult knows. The other children’s notes come under it too.",
    );
    pub const SEAL_GO: Text = t("かぎで封をする", "かぎで しまう", "Seal it with new keys");
    pub const OWNER_GO: Text = t("本人にゆずる", "ほんにんに ゆずる", "Hand it on");
}

/// 本人にゆずる
pub mod hand_on {
    use super::{Text, t};
    pub const TITLE: Text = t("本人にゆずる", "ほんにんに ゆずる", "Hand it to its owner");
    pub const LEAD: Text = t(
        "このお子さんのノートだけを、本人にわたします。本人と いっしょに すすめてください。",
        "この こどもの ノートだけを わたします。ほんにんと いっしょに して ください。",
        "This note alone goes to its owner. Do it together.",
    );
    pub const HOW_1: Text = t(
        "このノートだけのファイルと、その合言葉をつくります。",
        "ファイルと あいことばを つくります。",
        "Make a file with this note alone, and a passphrase for it.",
    );
    pub const HOW_2: Text = t(
        "ファイルを本人の端末へうつします。合言葉は、紙か口で伝えます。",
        "ファイルを ほんにんの きかいへ うつします。あいことばは かみで わたします。",
        "Move the file to their device. Give the passphrase on paper or by word of mouth.",
    );
    pub const HOW_3: Text = t(
        "本人がノートをもどし、自分のかぎにかえます。",
        "ほんにんが ノートを もどして、かぎを かえます。",
        "They bring the note back and change the key to their own.",
    );
    pub const HOW_4: Text = t(
        "この端末の写しを、しまうか けすか、二人で決めます。",
        "ここの うつしを、しまうか けすか、ふたりで きめます。",
        "Decide together whether the copy here is put away or deleted.",
    );
    pub const ONLY: Text = t(
        "ほかのお子さんのノートは入りません。あなたのパスフレーズでは、このファイルはひらけません。",
        "ほかの こどもの ノートは はいりません。あなたの あいことばでは ひらけません。",
        "No other child’s note is in it. Your passphrase does not open this file.",
    );
    pub const MAKE: Text = t(
        "本人にわたすファイルをつくる",
        "わたす ファイルを つくる",
        "Make the file for the owner",
    );
    pub const MADE: Text = t(
        "本人にわたすファイルができました",
        "わたす ファイルが できました",
        "The file for the owner is made",
    );
    pub const MADE_LEAD: Text = t(
        "合言葉は、いましか見られません。印刷するか、紙に書き写してください。ファイルとは別に わたしてください。",
        "あいことばは、いましか みられません。かみに かいて ください。ファイルとは べつに わたします。",
        "The passphrase is shown only now. Print it or copy it, and give it separately from the file.",
    );
    pub const SHEET: Text = t(
        "あなたのステップノート",
        "あなたの ステップノート",
        "Your step note",
    );
    pub const PHRASE: Text = t("合言葉", "あいことば", "Passphrase");
    pub const WARN: Text = t(
        "このファイルをひらく合言葉です。自分のかぎにかえたら、この紙は捨ててください。",
        "ファイルを ひらく あいことばです。かぎを かえたら、すてて ください。",
        "This passphrase opens the file. Throw the sheet away once you have changed the key to your own.",
    );
    pub const USE_1: Text = t(
        "自分の端末でステップノートをひらき、「以前使っていた」をおします。",
        "じぶんの きかいで ひらいて、「まえに つかって いた」を おします。",
        "Open Step Note on your own device and press “I used it before”.",
    );
    pub const USE_2: Text = t(
        "もらったファイルをえらび、上の合言葉を入れます。",
        "ファイルを えらんで、うえの あいことばを いれます。",
        "Choose the file you were given and type the passphrase above.",
    );
    pub const USE_3: Text = t(
        "「かぎと控え」で「かぎを全部つくりなおす」をおし、自分だけのパスフレーズを決めます。",
        "「かぎと ひかえ」で「かぎを ぜんぶ つくりなおす」を おします。",
        "Under “Keys and backup” press “Make every key anew” and choose a passphrase of your own.",
    );
    pub const USE_4: Text = t(
        "これで、あなたのほかには だれもひらけません。",
        "これで、あなただけが ひらけます。",
        "From then on nobody but you can open it.",
    );
    pub const PRINT: Text = t(
        "合言葉の紙を印刷する",
        "あいことばの かみを いんさつする",
        "Print the passphrase",
    );
    pub const COPY: Text = t(
        "この端末の写しをどうしますか",
        "ここの うつしを どうしますか",
        "What becomes of the copy here?",
    );
    pub const COPY_LEAD: Text = t(
        "本人の端末でひらけたのを たしかめてから、決めてください。",
        "ほんにんの きかいで ひらいてから、きめて ください。",
        "Decide after you have seen it open on their device.",
    );
    pub const SEAL: Text = t(
        "写しをしまう（ひらかない）",
        "うつしを しまう（ひらかない）",
        "Put the copy away, closed",
    );
    pub const AWAY: Text = t(
        "本人にゆずったノートです",
        "ほんにんに ゆずった ノートです",
        "This note was handed on",
    );
    pub const AWAY_LEAD: Text = t(
        "この端末の写しは、かぎをかけて しまってあります。つづきは、本人のノートに書かれます。",
        "ここの うつしは しまって あります。つづきは、ほんにんの ノートに かきます。",
        "The copy here is put away under its key. What comes next is written in the owner’s note.",
    );
    pub const OPEN: Text = t(
        "写しをもう一度ひらく",
        "うつしを もう いちど ひらく",
        "Open the copy again",
    );
    pub const OPEN_LEAD: Text = t(
        "ひらく前に、本人に聞いてください。",
        "ひらく まえに、ほんにんに きいて ください。",
        "Please ask the owner first.",
    );
}
