//! 窓口のかぎ: a key that stands for months, for files that come by mail.

use super::{Text, t};

pub const TITLE: Text = t("窓口のかぎ", "まどぐちの かぎ", "Key of the office");
pub const ROW_SUB: Text = t(
    "メールで届くファイルを、番号なしで受け取るとき",
    "メールで もらう ファイルの ため",
    "To receive files by mail without a number",
);
pub const LEAD: Text = t(
    "保護者が、この窓口だけがひらけるファイルをメールで送れるようになります。13か月使えます。",
    "この まどぐちだけが ひらける ファイルを おくって もらえます。13かげつ つかえます。",
    "Parents can mail files that only this office opens. It is good for 13 months.",
);
pub const STAYS: Text = t(
    "かぎは、パスフレーズで包んで、この端末のこのブラウザーに置きます。ほかの人も使う端末では、つくらないでください。",
    "かぎは この きかいに のこります。みんなの きかいでは つくらないで ください。",
    "The key stays in this browser, under a passphrase. Do not make one on a shared machine.",
);
pub const NAME: Text = t("窓口の名前", "まどぐちの なまえ", "Name of the office");
pub const MAKE: Text = t("かぎをつくる", "かぎを つくる", "Make the key");
pub const BRING: Text = t(
    "かぎのファイルを入れる",
    "かぎの ファイルを いれる",
    "Bring a key from its file",
);
pub const NO_KEY: Text = t(
    "かぎのファイルではありません",
    "かぎの ファイルでは ありません",
    "Not the file of a key",
);
pub const NO_KEY_NEXT: Text = t(
    "「かぎを控えにしまう」でしまったファイルを選んでください。",
    "「かぎを しまう」で しまった ファイルを えらんで ください。",
    "Choose the file that was saved with “Save a copy of the key”.",
);
pub const KEPT: Text = t(
    "この端末に、かぎがあります。届いたファイルは「受け取る」でひらきます。",
    "かぎが あります。ファイルは「うけとる」で ひらきます。",
    "The key is on this device. Open files that arrive under Receive.",
);
pub const DRAWING: Text = t(
    "QRと番号をつくっています。",
    "QRを つくって います。",
    "Drawing the code.",
);
pub const CARD: Text = t(
    "この窓口の受け取り用QR",
    "この まどぐちの QR",
    "Receiving code of this office",
);
pub const HOW: Text = t(
    "「わたす」の「窓口の受け取り用QRへわたす」で読み、番号16けたを打つと、この窓口だけがひらけるファイルになります。",
    "「わたす」で この QRを よみ、16けたの ばんごうを うって ください。",
    "Scan it under Hand over and type the 16 digits: then only this office opens the file.",
);
pub const OVER: Text = t(
    "13か月がすぎました。新しいかぎをつくってください。",
    "13かげつ すぎました。あたらしい かぎを つくって ください。",
    "The 13 months are over. Please make a new key.",
);
pub const PUBLIC: Text = t(
    "受け取り用QRをファイルにする",
    "QRを ファイルに する",
    "Save the receiving code as a file",
);
pub const PUBLIC_SUB: Text = t(
    "保護者に送れます。番号は、電話や紙で伝えてください。",
    "おくって いいです。ばんごうは でんわか かみで。",
    "For parents. Tell the number by telephone or on paper.",
);
pub const PRIVATE: Text = t(
    "かぎを控えにしまう",
    "かぎを しまう",
    "Save a copy of the key",
);
pub const PRIVATE_SUB: Text = t(
    "パスフレーズで包んだファイル。端末が変わるときに使います。",
    "パスフレーズで ひらく ファイルです。",
    "A file under the passphrase, for another machine.",
);
pub const FORGET: Text = t("このかぎを消す", "この かぎを けす", "Delete this key");
pub const FORGET_SUB: Text = t(
    "消すと、このかぎにあてたファイルは、控えがなければもうひらけません。",
    "けすと、この かぎの ファイルは もう ひらけません。",
    "What was sealed to this key can then be opened only with its saved copy.",
);
pub const KEEP: Text = t("消さない", "けさない", "Keep it");
pub const SAVED: Text = t(
    "ファイルをつくりました。",
    "ファイルを つくりました。",
    "The file was made.",
);
pub const NOT_SAVED: Text = t(
    "ファイルをつくれませんでした。",
    "つくれませんでした。",
    "The file could not be made.",
);
pub const ADDRESSED: Text = t("あて先のかぎ", "あてさきの かぎ", "The key it is for");
pub const ARRIVED: Text = t("届いたもの", "とどいた もの", "What arrived");
pub const SHOWN: Text = t("いま出ているQR", "いま でて いる QR", "The code shown here");
pub const NOT_HERE: Text = t("ありません", "ありません", "none");
pub const CALLED: Text = t("かぎの記号", "かぎの きごう", "Name of the key");
pub const MADE_AT: Text = t("{0}につくりました", "{0}に つくりました", "made {0}");
pub const WHO_OPENS: Text = t(
    "同じ記号のかぎがある端末で、ひらけます。そのかぎの控えのファイルでも、ひらけます。",
    "おなじ きごうの かぎで ひらけます。",
    "A machine that has the key of this name opens it; the saved file of that key does, too.",
);
pub const OPENS: Text = t(
    "窓口のかぎでひらきます",
    "まどぐちの かぎで ひらきます",
    "Open it with the office’s key",
);
pub const OPENS_LEAD: Text = t(
    "この窓口のかぎにあてたファイルです。かぎのパスフレーズを入れてください。",
    "かぎの パスフレーズを いれて ください。",
    "It is sealed to this office’s key. Type the key’s passphrase.",
);
