//! 受け取り用QR: the key of an office, shown, read and compared.

use super::{Text, t};

pub const CARD: Text = t("受け取り用QR", "うけとりの QR", "Receiving code");
pub const PICTURE: Text = t("読みとるQR", "よむ QR", "Code to scan");
pub const OFFER: Text = t(
    "受け取り用QRを出す",
    "うけとりの QRを だす",
    "Show a receiving code",
);
pub const OFFER_SUB: Text = t(
    "番号を聞かずに受け取れます。この画面だけがひらけます。",
    "ばんごうを きかないで うけとれます。",
    "No number has to be said: only this screen opens what comes.",
);
pub const OFFER_AGAIN: Text = t(
    "新しい受け取り用QRを出す",
    "あたらしい QRを だす",
    "Show a new receiving code",
);
pub const MAKING: Text = t(
    "受け取り用QRをつくっています。",
    "うけとりの QRを つくって います。",
    "Making a receiving code.",
);
pub const SHOW: Text = t(
    "わたす人に、このQRを読んでもらってください。1回だけ使えます。",
    "わたす ひとに よんで もらって ください。1かいだけ つかえます。",
    "Let the other person scan this. It is good for one hand-over.",
);
pub const DIGITS: Text = t("見くらべる数字", "みくらべる すうじ", "Digits to compare");
pub const COMPARE: Text = t(
    "わたす人の画面に、同じ数字が出ます。同じなら、その人の画面のQRを、下のカメラで読みとってください。",
    "あいての がめんと おなじ すうじか みます。おなじなら、したの カメラで よみます。",
    "Their screen shows the same digits. If so, read their codes with the camera below.",
);
pub const LABEL: Text = t(
    "窓口の名前を付ける",
    "まどぐちの なまえ",
    "Add the name of the office",
);
pub const LABEL_HINT: Text = t(
    "わたす人の画面に出ます。20字まで。",
    "あいての がめんに でます。20じ まで。",
    "Shown to the other person. Up to 20 characters.",
);
pub const WITH_LABEL: Text = t(
    "この名前で出しなおす",
    "この なまえで だす",
    "Show it with this name",
);
pub const CLOSE: Text = t(
    "受け取り用QRを閉じる",
    "うけとりの QRを とじる",
    "Close the receiving code",
);
pub const OVER: Text = t(
    "10分たったので、受け取り用QRを閉じました。",
    "10ぷん たったので、とじました。",
    "Ten minutes are over, so the receiving code was closed.",
);
pub const USED: Text = t(
    "この受け取り用QRは、使い終わっています",
    "この QRは つかいおわりました",
    "This receiving code was used already",
);
pub const LATE: Text = t(
    "前の受け取り用QRにあてたものです",
    "まえの QRに あてた ものです",
    "Meant for an earlier receiving code",
);
pub const AGAIN: Text = t(
    "いま出ている受け取り用QRで、もう一度わたしてもらってください。",
    "あたらしい QRで、もう いちど わたして もらって ください。",
    "Please let them hand it over again, with the code that is shown now.",
);
pub const IS_CARD_TITLE: Text = t(
    "窓口の受け取り用QRです",
    "まどぐちの QRです",
    "A receiving code of an office",
);
pub const IS_CARD: Text = t(
    "わたすときに使うQRです。中身をえらんだあと、数字を見くらべます。",
    "わたす ときに つかう QRです。あとで すうじを みくらべます。",
    "It is used when you hand something over. You compare its digits after choosing.",
);
pub const TO_GIVE: Text = t(
    "わたすものを用意する",
    "わたす よういを する",
    "Prepare what to hand over",
);

pub const BY_CARD: Text = t(
    "窓口の受け取り用QRへわたす",
    "まどぐちの QRへ わたす",
    "Hand over to an office’s receiving code",
);
pub const BY_CARD_SUB: Text = t(
    "番号を言わずにわたせます。窓口の画面のQRを読みます。",
    "ばんごうを いわないで わたせます。",
    "No number has to be said. You scan the code on their screen.",
);
pub const READ: Text = t(
    "受け取り用QRを読みます",
    "うけとりの QRを よみます",
    "Read the receiving code",
);
pub const READ_LEAD: Text = t(
    "窓口の画面や紙の「受け取り用QR」を、カメラか写真で読みとってください。",
    "まどぐちの「うけとりの QR」を よんで ください。",
    "Read the receiving code on the screen or the paper of the office.",
);
pub const CAMERA_HINT: Text = t(
    "枠の中に、受け取り用QRを入れてください",
    "わくの なかに、QRを いれて ください",
    "Hold the receiving code inside the frame",
);
pub const STALLED: Text = t(
    "読みとれないときは、少し近づけるか、画面を明るくしてもらってください。",
    "よめない ときは、ちかづけるか、あかるく して もらって ください。",
    "If it is not read, come closer or ask for a brighter screen.",
);
pub const SAME: Text = t(
    "窓口の画面と、同じ数字ですか",
    "まどぐちと おなじ すうじですか",
    "Are the digits the same?",
);
pub const SAYS: Text = t("QRにある名前：", "QRに ある なまえ：", "The code says: ");
pub const SAME_NEXT: Text = t(
    "窓口の画面の「見くらべる数字」を見てください。同じなら、その窓口だけがひらけます。",
    "まどぐちの すうじを みて ください。おなじなら、その まどぐちだけが ひらけます。",
    "Look at the digits on their screen. If they are the same, only that office can open it.",
);
pub const IS_SAME: Text = t(
    "同じ数字です。わたす",
    "おなじです。わたす",
    "The same: hand over",
);
pub const NOT_SAME: Text = t("違う数字です", "ちがう すうじです", "Not the same");
pub const DIFFERS: Text = t(
    "数字が違うので、わたしていません",
    "すうじが ちがうので、わたして いません",
    "The digits differ, so nothing was handed over",
);
pub const DIFFERS_NEXT: Text = t(
    "ほかのところのQRかもしれません。窓口の人に、新しいQRを出してもらってください。",
    "ほかの QRかもしれません。あたらしい QRを だして もらって ください。",
    "It may be the code of somebody else. Ask the office to show a new one.",
);
pub const NO_CARD: Text = t(
    "受け取り用QRではありません",
    "うけとりの QRでは ありません",
    "Not a receiving code",
);
pub const NO_CARD_NEXT: Text = t(
    "窓口の「受け取る」の画面で「受け取り用QRを出す」を押してもらってください。",
    "「うけとる」で「うけとりの QRを だす」を おして もらって ください。",
    "Ask the office to press “Show a receiving code” under Receive.",
);
pub const OLD: Text = t(
    "この受け取り用QRは、時間が過ぎています",
    "この QRは じかんが すぎました",
    "This receiving code has expired",
);
pub const WAS_USED: Text = t(
    "この受け取り用QRには、もうわたしました",
    "この QRには もう わたしました",
    "Something was handed to this code already",
);
pub const ASK_NEW: Text = t(
    "窓口の人に、新しい受け取り用QRを出してもらってください。",
    "あたらしい QRを だして もらって ください。",
    "Ask the office to show a new receiving code.",
);
pub const AHEAD: Text = t(
    "時計が合っていません",
    "とけいが あって いません",
    "One of the two clocks is wrong",
);
pub const AHEAD_NEXT: Text = t(
    "この端末か、窓口の機器の時計が違います。合わせてから、もう一度読んでください。",
    "とけいを あわせてから、もう いちど よんで ください。",
    "Set the clock of this device or of theirs, then read it again.",
);
pub const NUMBER: Text = t(
    "窓口のかぎの番号（16けた）",
    "まどぐちの かぎの ばんごう（16けた）",
    "Number of the office’s key (16 digits)",
);
pub const NUMBER_HINT: Text = t(
    "窓口の紙を見るか、電話で聞いて、16けたを入れてください。",
    "まどぐちの かみか でんわで きいて、16けたを いれて ください。",
    "Take the 16 digits from the office’s paper, or ask by telephone.",
);
pub const NUMBER_SHORT: Text = t(
    "番号は16けたです",
    "ばんごうは 16けたです",
    "The number has 16 digits",
);
pub const NUMBER_DIFFERS: Text = t(
    "打ち間違いでなければ、ほかのところのかぎです。窓口に電話でたしかめてください。",
    "まちがいで なければ、ほかの かぎです。でんわで きいて ください。",
    "Unless it is mistyped, this is somebody else’s key. Call the office.",
);
pub const CHECK_NUMBER: Text = t(
    "番号をたしかめて、わたす",
    "ばんごうを たしかめて わたす",
    "Check the number and hand over",
);
pub const NO_CODE: Text = t(
    "番号はいりません。受け取り用QRを出した画面だけが、1回だけひらけます。",
    "ばんごうは いりません。まどぐちの がめんだけが ひらけます。",
    "No number is needed. Only the screen that showed the receiving code opens it, once.",
);
pub const NO_CODE_STANDING: Text = t(
    "番号はいりません。この窓口のかぎだけでひらけます。ファイルをメールで送れます。",
    "ばんごうは いりません。まどぐちの かぎで ひらきます。",
    "No number is needed: the office’s key opens it. The file can be sent by mail.",
);
