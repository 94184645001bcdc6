//! Words of the office that receives: what it reads, takes away and answers.

use super::{Text, t};
use crate::text::Lang;

pub const TONGUE: Text = t(
    "保護者のアプリの ことば：",
    "おやの アプリの ことば：",
    "Language of the parent’s app: ",
);
pub const MARKED: Text = t(
    "ふつうは見えない印が、文の中にあります。ある所を、わくで示しました。文は変えていません。",
    "みえない しるしが あります。わくで みせて います。ぶんは そのままです。",
    "The text holds marks that nobody sees. Boxes show where; nothing was changed.",
);
pub const HIDES: Text = t("見えない印", "みえない しるし", "unseen mark");
pub const TURNS: Text = t("向きを変える印", "むきを かえる しるし", "turning mark");
pub const VERY_LONG: Text = t(
    "長い文です。ぜんぶで{0}字あります。",
    "ながい ぶんです。ぜんぶで {0}じ あります。",
    "A long text: {0} characters.",
);
pub const TERMS: Text = t("同意", "どうい", "Consent");
pub const VALID: Text = t("有効", "つかえます", "Valid");
pub const EXPIRED: Text = t("期限切れ", "おわりました", "Expired");
pub const WITHDRAWN: Text = t("取り消し", "とりけし", "Withdrawn");
pub const REPLACED: Text = t(
    "新しい同意があります",
    "あたらしい どういが あります",
    "Replaced by another",
);
pub const DRAFT: Text = t(
    "そろっていません",
    "たりない ところが あります",
    "Incomplete",
);
pub const EXPIRED_NEXT: Text = t(
    "期限を過ぎています。使う前に、保護者にもう一度聞いてください。",
    "きげんが すぎました。つかう まえに、もう いちど きいて ください。",
    "It has expired. Ask the parent again before you use it.",
);
pub const WITHDRAWN_NEXT: Text = t(
    "保護者が同意を取り消しました。紙やデータを返すか、消してください。",
    "どういを とりけしました。かみや データを かえすか、けして ください。",
    "The parent has withdrawn. Please return or delete paper and data.",
);
pub const DRAFT_NEXT: Text = t(
    "同意の記入がそろっていません。保護者に聞いてください。",
    "どういの かみが たりません。きいて ください。",
    "The consent is incomplete. Please ask the parent.",
);
pub const OWN_COPY: Text = t(
    "保護者の控えです。窓口に渡すための同意は入っていません。",
    "じぶんの ひかえです。わたす どういは はいって いません。",
    "This is the parent’s own copy. It carries no consent for an office.",
);
pub const NO_CONSENT: Text = t(
    "同意の記録は入っていません。見る前に、保護者にたしかめてください。",
    "どういの きろくは ありません。みる まえに きいて ください。",
    "It carries no consent. Check with the parent before reading.",
);
pub const ASK_ON: Text = t(
    "ほかのところへ渡すときは、もう一度 保護者に聞いてください。",
    "ほかへ わたす ときは、もう いちど きいて ください。",
    "Before it goes anywhere else, ask the parent again.",
);
pub const OTHER_WORDING: Text = t(
    "同意の文面は、別の版です。",
    "どういの ぶんは、べつの ばんです。",
    "The wording was of another version.",
);
pub const REST: Text = t(
    "同意書のほかの項目",
    "どういの かみの ほかの こと",
    "The rest of the consent",
);
pub const ADDRESS: Text = t(
    "住所・連絡先は本人に直接聞いてください。",
    "じゅうしょや でんわは、ほんにんに きいて ください。",
    "Ask the person directly for address and telephone.",
);
pub const SILENCE: Text = t(
    "知らせないでほしい人・ところ",
    "しらせないで ほしい ひと・ところ",
    "Not to be told",
);
pub const LEFT_OUT: Text = t(
    "渡していない項目があります。必要なときは、保護者に聞いてください。",
    "わたして いない ものが あります。いる ときは きいて ください。",
    "Some things were left out. Ask the parent if you need them.",
);
pub const TODAY: Text = t(
    "きょうのうちに、電話がほしい連絡です。",
    "きょうの うちに、でんわして ください。",
    "Please telephone today.",
);
pub const RECEIPT: Text = t("受領番号", "うけとりの ばんごう", "Receipt number");
pub const RECEIPT_NEXT: Text = t(
    "保護者の画面と同じ番号なら、ぜんぶ正しく届いています。",
    "あいての がめんと おなじなら、ぜんぶ とどいて います。",
    "If the other screen shows the same number, all of it has arrived.",
);
pub const NO_RECEIPT: Text = t(
    "前の形のファイルなので、受領番号はありません。",
    "まえの かたちなので、ばんごうは ありません。",
    "An older kind of file: it has no receipt number.",
);
pub const WHAT: Text = t("入っているもの", "はいって いる もの", "What is inside");
pub const ESC: Text = t(
    "Esc（エスケープ）キーでも、すぐに消えます。",
    "Esc キーでも、すぐに きえます。",
    "The Esc key erases it at once, too.",
);
pub const ENDED: Text = t(
    "期限が過ぎています",
    "きげんが すぎて います",
    "It has expired",
);
pub const ENDED_LEAD: Text = t(
    "同意の期限が過ぎたので、まだ表示していません。保護者に、見てよいか聞いてください。",
    "きげんが すぎたので、まだ みせて いません。みて いいか きいて ください。",
    "The consent has ended, so nothing is shown yet. Ask the parent first.",
);
pub const ENDED_CLOCK: Text = t(
    "この端末の日付が違うこともあります。きょうの日付をたしかめてください。",
    "ひづけが ちがう ことも あります。きょうの ひを みて ください。",
    "The date of this device may be wrong. Check it.",
);
pub const DEVICE_DAY: Text = t(
    "この端末の日付：",
    "この きかいの ひづけ：",
    "Date of this device: ",
);
pub const SHOW: Text = t(
    "保護者の了解を得たので見る",
    "きいたので みる",
    "The parent agrees: show it",
);

pub const AWAY: Text = t("もっていく", "もって いく", "Take it over");
pub const AWAY_LEAD: Text = t(
    "ほかのソフトで使うファイルです。かぎは かかりません。窓口の決まりどおりに置いてください。",
    "ほかの ソフトで つかう ファイルです。かぎは ありません。",
    "Files for other software. They are not locked: keep them as your office does.",
);
pub const AWAY_SAVED: Text = t(
    "ファイルをつくりました。",
    "ファイルを つくりました。",
    "The file was made.",
);
pub const AWAY_FAILED: Text = t(
    "ファイルをつくれませんでした。印刷してください。",
    "つくれませんでした。いんさつして ください。",
    "The file could not be made. Please print instead.",
);
pub const OLD_EXCEL: Text = t(
    "CSVを古いソフト用（CP932）にする",
    "CSVを ふるい ソフトように する（CP932）",
    "CSV for old software (CP932)",
);
pub const LOST: Text = t(
    "CP932に ない字です。〓（げた）にします。",
    "かけない じです。〓に します。",
    "Characters CP932 does not have; 〓 stands for them.",
);
pub const NONE_LOST: Text = t(
    "ぜんぶの字が書けます。",
    "ぜんぶの じが かけます。",
    "Every character can be written.",
);
pub const ITEMS: Text = t(
    "CSV：1行に1項目",
    "CSV：1ぎょうに 1つ",
    "CSV: one item a row",
);
pub const ITEMS_SUB: Text = t(
    "ぜんぶのシートを1つのファイルに",
    "ぜんぶを 1つに",
    "Every sheet in one file",
);
pub const TABLE: Text = t("CSV", "CSV", "CSV");
pub const TABLE_SUB: Text = t("1行に1件", "1ぎょうに 1けん", "One entry a row");
pub const JSON: Text = t("JSON", "JSON", "JSON");
pub const JSON_SUB: Text = t(
    "ことばで読める形。個人の項目名はGIF",
    "よめる かたち",
    "Readable, with the names of the GIF",
);
pub const FHIR: Text = t("FHIR R4", "FHIR R4", "FHIR R4");
pub const FHIR_SUB: Text = t(
    "医療のソフト用",
    "びょういんの ソフトよう",
    "For medical software",
);
pub const ICS: Text = t(
    "カレンダー（.ics）",
    "カレンダー（.ics）",
    "Calendar (.ics)",
);
pub const ICS_SUB: Text = t(
    "これからの期限と次の日",
    "これからの ひづけ",
    "What is due, and the next dates",
);
pub const MONTHLY: Text = t(
    "就労相談の月の一覧",
    "しごとの そうだんの いちらん",
    "Employment consultations of the month",
);
pub const MONTHLY_SUB: Text = t(
    "CSV。1行に1回の相談。変わったところに●",
    "CSV。1ぎょうに 1かい。かわった ところに ●",
    "CSV, one consultation a row, ● where something changed",
);
pub const MONTHLY_BEFORE: Text = t(
    "前の相談のJSONをたす",
    "まえの JSONを たす",
    "Add JSON of earlier ones",
);
pub const MONTHLY_UNREAD: Text = t(
    "読めないファイルがありました。ここでつくったJSONを選んでください。",
    "よめない ファイルが ありました。ここの JSONを えらんで ください。",
    "A file could not be read. Choose JSON that was made here.",
);
pub const WITHOUT_US: Text = t(
    "このアプリなしでひらくページをしまう",
    "アプリなしで ひらく ページ",
    "Keep a page that opens files without this app",
);
pub const WITHOUT_US_SUB: Text = t(
    "1つのファイル。インターネットなしで使えます",
    "ファイル 1つ。ネットなしで つかえます",
    "One file, works without the internet",
);

pub const WEDGE: Text = t(
    "手に持つ読み取り機は、この画面のまま読ませてください。",
    "てに もつ よみとりきは、このまま つかえます。",
    "A hand-held scanner is heard as it is, on this screen.",
);
pub const LIGHT: Text = t("ライト", "ライト", "Light");
pub const FOREIGN_HEALTH: Text = t(
    "ワクチンや検査の証明書のQRです。ここでは読みません。ステップノートのQRを見せてもらってください。",
    "けんこうの しょうめいしょの QRです。ここでは よみません。",
    "This is a health certificate, which is not read here. Ask for the Step Note codes.",
);
pub const FOREIGN_WIFI: Text = t(
    "Wi-FiのQRです。ここではつなぎません。ステップノートのQRを見せてもらってください。",
    "Wi-Fiの QRです。ここでは つなぎません。",
    "This is a Wi-Fi code; nothing is connected. Ask for the Step Note codes.",
);
pub const FOREIGN_LINK: Text = t(
    "ホームページのQRです。ここではひらきません。ステップノートのQRを見せてもらってください。",
    "ホームページの QRです。ここでは ひらきません。",
    "This is the address of a page; it is not opened. Ask for the Step Note codes.",
);

pub const ANSWER: Text = t("回答を書く", "こたえを かく", "Answer");
pub const ANSWER_LEAD: Text = t(
    "書けるところだけで だいじょうぶです。この端末には残りません。",
    "かける ところだけで いいです。この きかいに のこりません。",
    "Whatever you can say is enough. Nothing stays on this device.",
);
pub const SLIP_NO: Text = t("連絡票番号", "ばんごう", "Slip number");
pub const TO_GIVE: Text = t("返す用意をする", "かえす ようい", "Prepare to give it back");
pub const GIVE_BACK: Text = t("回答を返す", "こたえを かえす", "Give the answer back");
pub const GIVE_BACK_LEAD: Text = t(
    "保護者に合わせて、どれか1つで返してください。",
    "どれか 1つで かえして ください。",
    "Give it back in one of these ways.",
);
pub const DIGITS: Text = t(
    "電話で伝える8けた",
    "でんわで つたえる 8つの すうじ",
    "Eight digits by telephone",
);
pub const DIGITS_NEXT: Text = t(
    "保護者が連絡票に打つと、回答と次の日だけが伝わります。",
    "れんらくひょうに うつと、こたえと つぎの ひが わかります。",
    "Typed into the slip, they tell the answer and the next date.",
);
pub const NO_DIGITS: Text = t(
    "「回答」を選び、次の日が1年あまりの中なら、8けたで伝えられます。",
    "「こたえ」を えらぶと、8つの すうじが でます。",
    "Choose an answer, and a next date within about a year, for eight digits.",
);
pub const CODE_NEXT: Text = t(
    "保護者は「受け取る」でQRかファイルを読み、この番号でひらきます。",
    "「うけとる」で よんで、この ばんごうで ひらきます。",
    "The parent reads it under Receive and opens it with this code.",
);
pub const ANSWER_FILE: Text = t("ファイルで返す", "ファイルで かえす", "Give back as a file");
pub const PRINT_ANSWER: Text = t("紙で返す（印刷する）", "かみで かえす", "On paper (print)");

pub const REPLIED: Text = t(
    "回答が届きました",
    "こたえが とどきました",
    "An answer has arrived",
);
pub const REPLIED_LEAD: Text = t(
    "連絡票への、窓口の回答です。",
    "れんらくひょうの こたえです。",
    "What the office answered to your slip.",
);
pub const REPLIED_ELSEWHERE: Text = t(
    "連絡票を書いた端末でひらくと、連絡票に入れられます。",
    "れんらくひょうを かいた きかいで ひらいて ください。",
    "Open it on the device that has the slip, to put it there.",
);
pub const IN_ALREADY: Text = t(
    "この回答は、連絡票に入っています。",
    "この こたえは、もう はいって います。",
    "This answer is in the slip.",
);

pub const SOON_CLOSED: Text = t(
    "まもなく閉じて消します。つづけるときは、画面にさわってください。",
    "もうすぐ とじて けします。みる ときは、がめんに さわって ください。",
    "This will close soon, and is erased. Touch the screen to go on.",
);

/// So many entries.
pub fn count(rows: usize, lang: Lang) -> String {
    let count = if rows == 1 {
        t("{0}件", "{0}けん", "{0} entry")
    } else {
        t("{0}件", "{0}けん", "{0} entries")
    };
    count.with(lang, &[&rows.to_string()])
}
