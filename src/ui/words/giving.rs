//! Handing over: to whom, what of it, the consent, and what went.

use super::{Text, t};

/// だれに・なにを
pub mod gift {
    use super::{Text, t};
    pub const WHOM: Text = t("あいて", "あいて", "To whom");
    pub const TITLE: Text = t(
        "だれに わたしますか",
        "だれに わたしますか",
        "Who is it for?",
    );
    pub const LEAD: Text = t(
        "相手と目的に合わせて、少なめに用意します。",
        "あいてに あわせて、すくなめに よういします。",
        "A small selection is prepared for them.",
    );
    pub const TO: Text = t("わたす相手", "わたす あいて", "For");
    pub const OWN: Text = t(
        "自分用の控え・自分で持っていく",
        "じぶんで もって いく",
        "A copy for myself",
    );
    pub const OWN_SUB: Text = t(
        "窓口の名前を書かずに つくります。同意書は付きません。",
        "どういの かみは つきません。",
        "Addressed to no office, and without a consent.",
    );
    pub const OTHERS: Text = t("ほかの窓口", "ほかの まどぐち", "Other offices");
    pub const TYPED: Text = t("ここにない相手", "ここに ない あいて", "Somebody else");
    pub const TYPED_LABEL: Text = t("相手の名前", "あいての なまえ", "Their name");
    pub const TYPED_HINT: Text = t(
        "園・学校・病院など",
        "えん・がっこう・びょういん など",
        "A nursery, a school, a clinic",
    );
    pub const PURPOSE: Text = t("何のために", "なんの ために", "What for");
    pub const TO_WHAT: Text = t(
        "わたすものをえらぶ",
        "わたす ものを えらぶ",
        "Choose what goes",
    );
    pub const NOBODY: Text = t(
        "わたす相手をえらんでください。",
        "わたす あいてを えらんで ください。",
        "Please choose who it is for.",
    );
    pub const NOBODY_NEXT: Text = t(
        "迷うときは「自分用の控え」で、見せてから決められます。",
        "まよったら「じぶんで もって いく」で いいです。",
        "If in doubt, make a copy for yourself first.",
    );
    pub const OFFERED: Text = t(
        "この相手と目的によく使うものを、えらんであります。足したり へらしたりできます。",
        "よく つかう ものを えらんで あります。たしたり へらしたり できます。",
        "What such an office usually needs is ticked. Add or take away.",
    );
    pub const INSIDE: Text = t("中身をえらぶ", "なかみを えらぶ", "Choose what of it");
    pub const ROWS: Text = t("どの記録", "どの きろく", "Which entries");
    pub const COLUMNS: Text = t("どの項目", "どの こうもく", "Which answers");
    pub const WITHHOLD: Text = t(
        "住所を出さない",
        "じゅうしょを ださない",
        "Leave out where we live",
    );
    pub const WITHHOLD_SUB: Text = t(
        "住所・電話・写真を、すべてから省きます。文の中に書いたものも省きます。",
        "じゅうしょ・でんわ・しゃしんを はぶきます。",
        "Addresses, telephone numbers and photos are taken out, also from what you wrote.",
    );
    pub const PLACES: Text = t(
        "園・学校・病院の名前も省く",
        "えん・がっこう・びょういんの なまえも はぶく",
        "Leave out nurseries, schools and clinics too",
    );
    pub const SAYS: Text = t(
        "省いたところがあると、相手に伝える",
        "はぶいた ことを つたえる",
        "Tell them that something was left out",
    );
    pub const EMPTY: Text = t(
        "わたすものが残っていません。",
        "わたす ものが ありません。",
        "Nothing is left to hand over.",
    );
    pub const EMPTY_NEXT: Text = t(
        "シートか項目を1つ以上えらんでください。",
        "シートを えらんで ください。",
        "Please choose at least one sheet or answer.",
    );
    pub const NO_PLACE: Text = t(
        "この中に、住所・電話・園や学校の名前はありません。",
        "じゅうしょ・でんわ・がっこうの なまえは ありません。",
        "No address, telephone number or school is in it.",
    );
    /// Before and behind the number of places.
    pub const PLACES_ARE: (Text, Text) = (
        t(
            "この中に、住所・電話・園や学校の名前が ",
            "じゅうしょ・でんわ・がっこうの なまえが ",
            "Addresses, telephone numbers or schools stand in ",
        ),
        t(" か所あります。", "こ あります。", " places."),
    );
    pub const CHANGE: Text = t("直す", "なおす", "Change");
    pub const LEAVE_OUT: Text = t("省く", "はぶく", "Leave out");
    pub const OUT: Text = t("省きました", "はぶきました", "Left out");
    pub const UNDO: Text = t("もとにもどす", "もとに もどす", "Undo");
    pub const GO_ON: Text = t(
        "わたすつづきにもどる",
        "わたす つづきに もどる",
        "Back to handing over",
    );
    pub const GO_ON_SUB: Text = t(
        "えらんだものは、そのままです。",
        "えらんだ ものは、そのままです。",
        "What you chose is as it was.",
    );
    pub const LOG: Text = t("わたしたもの", "わたした もの", "What went to whom");
    pub const LOG_SUB: Text = t(
        "いつ・どこへ・何を。同意の取り消しも",
        "いつ・どこへ・なにを",
        "When, to whom, what; withdrawing a consent",
    );
    pub const RECEIPT: Text = t("受領番号", "うけとりの ばんごう", "Receipt number");
    pub const RECEIPT_SUB: Text = t(
        "ひらいた人の画面にも、同じ番号が出ます。同じなら、ぜんぶ届いています。",
        "ひらいた ひとにも おなじ ばんごうが でます。",
        "Whoever opens it sees the same number: then all of it has arrived.",
    );
    pub const RECEIPT_FILE: Text = t(
        "ファイルのときの番号",
        "ファイルの ときの ばんごう",
        "Number for the file",
    );
    pub const ROWS_COUNTED: Text = t("件", "こ", " entries");
    pub const AFTER: Text = t("このあと", "この あと", "What comes next");
    pub const NEXT: Text = t(
        "つぎは窓口の番です。返事や予約のことは、窓口に聞いてください。",
        "つぎは まどぐちの ばんです。わからない ときは きいて ください。",
        "It is the office’s turn now. Ask them about an answer or an appointment.",
    );
    pub const NEXT_SLIP: Text = t(
        "つぎは窓口の番です。返事が来たら「連絡票」に入れます。期日をすぎたら、ホームでお知らせします。",
        "つぎは まどぐちの ばんです。こたえが おそい ときは おしらせします。",
        "It is the office’s turn now. If the answer is late, the home screen says so.",
    );
    /// Before and behind the last day.
    pub const STOP: (Text, Text) = (
        t("同意は、", "どういは ", "The consent ends on "),
        t(
            "までです。それまでも「わたしたもの」から、いつでも取り消せます。",
            "までです。いつでも とりけせます。",
            ". You can withdraw it before, under “What went to whom”.",
        ),
    );
    pub const COPY: Text = t("控えを印刷する", "ひかえを いんさつする", "Print a copy");
    pub const COPY_SUB: Text = t(
        "わたした内容と同意書を、自分の手元に",
        "わたした ものと どういを かみに",
        "What went, and the consent, for yourself",
    );
    pub const SHARE: Text = t(
        "ほかのアプリで送る",
        "ほかの アプリで おくる",
        "Send with another app",
    );
    pub const SHARE_SUB: Text = t(
        "送り先はこの端末のアプリが決めます。番号は別に伝えてください。",
        "ばんごうは べつに つたえて ください。",
        "Mail, AirDrop and others. Tell the code in another way.",
    );
    pub const SHARED: Text = t(
        "ほかのアプリにわたしました。番号は、別の方法で伝えてください。",
        "アプリに わたしました。ばんごうは べつに つたえて ください。",
        "The other app has it. Tell the code in another way.",
    );
    pub const SHARE_FAILED: Text = t(
        "送れませんでした。「ファイルでわたす」も使えます。",
        "おくれませんでした。ファイルでも わたせます。",
        "It was not sent. You can save it as a file.",
    );
}

/// 同意
pub mod agree {
    use super::{Text, t};
    pub const TITLE: Text = t("同意", "どうい", "Consent");
    pub const LEAD: Text = t(
        "上に見えていることだけを、この相手に見せます。ほかのところへ渡すときは、もう一度お聞きします。",
        "うえに みえる ことだけを みせます。ほかへ わたす ときは もう いちど ききます。",
        "They see only what stands above. Before it goes anywhere else, you are asked again.",
    );
    pub const FREE: Text = t(
        "同意しなくても、相談は続けられます。あとで、やめることもできます。",
        "どうい しなくても そうだん できます。あとで やめられます。",
        "You can go on without agreeing, and stop at any time.",
    );
    pub const NOT_PROOF: Text = t(
        "署名は話し合いの記録です。本人確認ではありません。",
        "なまえは はなしあいの きろくです。",
        "A signature records a conversation; it proves no identity.",
    );
    pub const REPLACES: Text = t(
        "前の同意の代わりにする",
        "まえの どういの かわりに する",
        "In place of the consent before",
    );
    pub const REPLACES_SUB: Text = t(
        "この相手には、まだ続いている同意があります。",
        "この あいてに まえの どういが あります。",
        "A consent for this office is still in force.",
    );
    pub const MAKE: Text = t(
        "同意して、わたす用意をする",
        "どうい して、よういを する",
        "Agree, and get it ready",
    );
    pub const LACKS: Text = t(
        "同意にたりないところがあります",
        "どういに たりない ところが あります",
        "The consent is not complete",
    );
    pub const LACKS_TO: Text = t(
        "「もどる」から、わたす相手をえらんでください。",
        "もどって、あいてを えらんで ください。",
        "Go back and choose who it is for.",
    );
    pub const LACKS_PURPOSE: Text = t(
        "目的を書いてください。",
        "なんの ためか かいて ください。",
        "Please write what it is for.",
    );
    pub const LACKS_UNTIL: Text = t(
        "いつまで見せてよいか、年・月・日を書いてください。",
        "いつまでか かいて ください。",
        "Please write until when.",
    );
    pub const LACKS_LONG: Text = t(
        "期限は、今日から400日のあいだの日にしてください。",
        "きょうから 400にちの あいだに して ください。",
        "Please choose a day within 400 days from today.",
    );
    pub const LACKS_WHO: Text = t(
        "同意する人の名前を書いてください。",
        "どうい する ひとの なまえを かいて ください。",
        "Please write who agrees.",
    );
    pub const LACKS_SIGN: Text = t(
        "署名のところに、名前を書いてください。",
        "しょめいに なまえを かいて ください。",
        "Please sign with your name.",
    );
    pub const PAD: Text = t("署名を書くところ", "なまえを かく ところ", "Sign here");
    pub const PAD_HINT: Text = t(
        "指やペンで書けます。上に名前を打つだけでもかまいません。",
        "ゆびや ペンで かけます。なまえを うつだけでも いいです。",
        "Use a finger or a pen. Typing your name above is enough too.",
    );
    pub const PAD_UNDO: Text = t("1つもどす", "ひとつ もどす", "Take back a stroke");
    pub const PAD_CLEAR: Text = t("書きなおす", "かきなおす", "Begin anew");
    pub const ENDED: Text = t(
        "期限が過ぎた日になっています。",
        "きげんが すぎて います。",
        "That day is over.",
    );
}

/// わたしたもの
pub mod given {
    use super::{Text, t};
    pub const TITLE: Text = t("わたしたもの", "わたした もの", "What went to whom");
    pub const LEAD: Text = t(
        "この端末だけの記録です。どこにも送りません。",
        "この きかいだけの きろくです。",
        "A list for you, on this device only.",
    );
    pub const NONE: Text = t(
        "まだ何もわたしていません。",
        "まだ なにも わたして いません。",
        "Nothing has gone yet.",
    );
    pub const LOG: Text = t(
        "いつ・どこへ・何を",
        "いつ・どこへ・なにを",
        "When, to whom, what",
    );
    pub const CONSENTS: Text = t("同意", "どうい", "Consents");
    pub const UNTIL: Text = t("いつまで", "いつまで", "Until");
    pub const SEE: Text = t("同意の内容を見る", "どういを みる", "See the consent");
    pub const WITHDRAW: Text = t(
        "この同意を取り消す",
        "どういを とりけす",
        "Withdraw this consent",
    );
    pub const WITHDRAW_TITLE: Text = t(
        "同意を取り消しますか",
        "どういを とりけしますか",
        "Withdraw the consent?",
    );
    pub const CAN: Text = t(
        "取り消すと、この相手には新しく見せません。",
        "あたらしく みせません。",
        "Nothing new is shown to them.",
    );
    pub const CANNOT: Text = t(
        "もう読まれたことは消せません。相手の紙やファイルも、この端末からは消せません。",
        "よまれた ことは けせません。あいての かみも けせません。",
        "What was read cannot be unread, and their papers and files cannot be deleted from here.",
    );
    pub const ASK: Text = t(
        "返すこと・消すことを、お知らせの紙でお願いできます。",
        "かえして ください、けして くださいと おねがい できます。",
        "A notice on paper asks them to return or delete it.",
    );
    pub const NOTE: Text = t("取り消しのこと", "とりけしの こと", "About the withdrawal");
    pub const NOTE_HINT: Text = t(
        "自分のためのメモです。書かなくてもかまいません。",
        "じぶんの メモです。かかなくても いいです。",
        "A note to yourself. It may stay empty.",
    );
    pub const SURE: Text = t("取り消す", "とりけす", "Withdraw");
    pub const KEEP: Text = t("取り消さない", "とりけさない", "Keep it");
    pub const NOTICE: Text = t(
        "取り消しのお知らせ",
        "とりけしの おしらせ",
        "Notice of the withdrawal",
    );
    pub const NOTICE_LEAD: Text = t(
        "印刷して渡すか、電話で読みあげてください。この端末からは送られません。",
        "いんさつして わたすか、でんわで よんで ください。",
        "Print it, or read it out by telephone. Nothing is sent from here.",
    );
    pub const NOTICE_SEE: Text = t(
        "お知らせを見る・印刷する",
        "おしらせを みる・いんさつする",
        "See and print the notice",
    );
    pub const PRINT: Text = t("印刷する", "いんさつする", "Print");
    pub const CALL: Text = t("この相手の電話", "あいての でんわ", "Their telephone");
    pub const DRAFT: Text = t("下書き", "したがき", "Draft");
    pub const VALID: Text = t("有効", "つづいて います", "In force");
    pub const EXPIRED: Text = t("期限切れ", "おわりました", "Ended");
    pub const WITHDRAWN: Text = t("取り消し", "とりけしました", "Withdrawn");
    pub const REPLACED: Text = t("置き換え", "あたらしく しました", "Replaced");
    pub const FILE: Text = t("ファイル", "ファイル", "File");
    pub const CODES: Text = t("QRコード", "QRコード", "QR codes");
    pub const PAPER: Text = t("紙", "かみ", "Paper");
    pub const OWN: Text = t("自分用の控え", "じぶんの ひかえ", "Copy for myself");
    pub const GIVE: Text = t("わたす", "わたす", "Hand something over");
}

/// 写真・PDF
pub mod enclosed {
    use super::{Text, t};
    pub const TITLE: Text = t("写真・PDF", "しゃしん・PDF", "Photos and PDFs");
    pub const LEAD: Text = t(
        "えらんだものだけが、ファイルに入ります。QRコードには入りません。あわせて2MBまでです。",
        "えらんだ ものだけ ファイルに はいります。QRコードには はいりません。2MBまでです。",
        "Only what you tick goes, and in the file only, never in QR codes. Up to 2 MB together.",
    );
    pub const AS_THEY_ARE: Text = t(
        "写っている名前や住所は、そのまま見えます。",
        "うつって いる なまえや じゅうしょは みえます。",
        "Names and addresses in a picture can be seen.",
    );
    pub const WITHHELD: Text = t(
        "「住所を出さない」ときは、写真とPDFは入りません。",
        "「じゅうしょを ださない」ときは、しゃしんと PDFは はいりません。",
        "With “Leave out where we live”, no photos or PDFs go.",
    );
    pub const TOO_MUCH: Text = t(
        "写真・PDFが多すぎます",
        "しゃしん・PDFが おおすぎます",
        "Too many photos and PDFs",
    );
    pub const TOO_MUCH_NEXT: Text = t(
        "1回に16個、あわせて2MBまでです。へらすか、何回かに分けてください。",
        "16こ、2MBまでです。へらすか、わけて ください。",
        "Up to 16 and 2 MB at a time. Choose fewer, or hand over more than once.",
    );
    pub const FILE_ONLY: Text = t(
        "写真・PDFは、QRコードには入りません。ファイルでわたしてください。",
        "しゃしん・PDFは、QRコードに はいりません。ファイルで わたして ください。",
        "Photos and PDFs are not in the QR codes. Please hand over the file.",
    );
    pub const LOST: Text = t(
        "写真・PDFをひらけませんでした",
        "しゃしん・PDFを ひらけません",
        "A photo or PDF could not be opened",
    );
    pub const LOST_NEXT: Text = t(
        "何もわたしていません。「もどる」から、写真・PDFをはずしてください。",
        "まだ わたして いません。もどって、はずして ください。",
        "Nothing has gone. Go back and leave the photos and PDFs out.",
    );
    pub const SEE_TAB: Text = t(
        "別のタブでひらく・印刷する",
        "べつの タブで ひらく・いんさつする",
        "Open or print in another tab",
    );
    pub const SEE_SAVED: Text = t(
        "見おわったら、そのタブをとじてください。",
        "みたら タブを とじて ください。",
        "Close that tab when you have looked at it.",
    );
    pub const UNREAD: Text = t(
        "これは、ここではひらけません。わたした人に聞いてください。",
        "これは ひらけません。わたした ひとに きいて ください。",
        "This one cannot be opened here. Please ask whoever gave it.",
    );
    pub const NOT_TAKEN: Text = t(
        "写真・PDFは、ノートには入りません。ここで見てください。",
        "しゃしん・PDFは、ノートに はいりません。ここで みて ください。",
        "Photos and PDFs are not put into your note. Look at them here.",
    );
}
