//! The お薬手帳 QR: reading it, what it says, what of it is taken, and showing our own.

use super::{Text, t};

// On the medication sheet.
pub const DOORS: Text = t("お薬手帳のQR", "おくすりてちょうの QR", "Pharmacy QR codes");
pub const READ: Text = t(
    "お薬手帳のQRを読む",
    "おくすりてちょうの QRを よむ",
    "Read a pharmacy QR code",
);
pub const READ_SUB: Text = t(
    "薬局の紙のQRから、薬の名前や量を入れます",
    "やっきょくの かみの QRで、くすりを いれます",
    "Fills in medicines and doses from the pharmacy's paper",
);
pub const SHOW: Text = t("薬局に見せる", "やっきょくに みせる", "Show to a pharmacy");
pub const SHOW_SUB: Text = t(
    "この記録を、お薬手帳のQRやファイルにします",
    "この きろくを、QRや ファイルに します",
    "Makes a pharmacy QR code or a file of this sheet",
);

// Reading.
pub const LEAD: Text = t(
    "薬局でもらった紙のQRを読みとります。何枚あっても、どの順でもかまいません。",
    "やっきょくの かみの QRを よみます。なんまいでも、どの じゅんでも いいです。",
    "Read the codes on the pharmacy's paper. Any number, in any order.",
);
pub const KEPT_HERE: Text = t(
    "読みとったことは、この端末の外に出ません。写真も映像も残しません。",
    "よんだ ことは、この きかいから でません。しゃしんも のこりません。",
    "What is read does not leave this device. No picture is kept.",
);
pub const HINT: Text = t(
    "QRを1つずつ、枠いっぱいに",
    "QRを ひとつずつ、おおきく",
    "One code at a time, as large as the frame",
);
pub const STALLED: Text = t(
    "読みとれないときは、明るい所で、紙を平らにして近づけてください。",
    "よめない ときは、あかるい ところで、ちかくに して ください。",
    "If nothing is read: more light, flat paper, a little closer.",
);
pub const PICTURES: Text = t(
    "QRの写真を選ぶ",
    "QRの しゃしんを えらぶ",
    "Choose pictures of the codes",
);
pub const READING: Text = t("読みとっています", "よんで います", "Reading");
pub const GOES_ON: Text = t(
    "続きのQRがあります。のこりも読みとってください。",
    "つづきの QRが あります。のこりも よんで ください。",
    "There are more codes of this set. Please read them, too.",
);
pub const ONE_WHOLE: Text = t(
    "お薬手帳を読みとりました",
    "おくすりてちょうを よみました",
    "A medication notebook was read",
);
pub const SEE: Text = t(
    "読めたものを見る",
    "よめた ものを みる",
    "See what was read",
);
pub const TIPS: Text = t(
    "うまく読めないとき",
    "うまく よめない とき",
    "When it does not work",
);
pub const TIP_LIGHT: Text = t(
    "明るい所で、紙を平らに置いてください。",
    "あかるい ところで、かみを たいらに おいて ください。",
    "Put the paper flat, in good light.",
);
pub const TIP_PHOTO: Text = t(
    "QRが細かいときは、近くから写真にとり、「QRの写真を選ぶ」をおしてください。",
    "QRが こまかい ときは、ちかくで しゃしんを とって、えらんで ください。",
    "If the code is very fine, take a close photo and choose it here.",
);
pub const TIP_APP: Text = t(
    "お薬手帳アプリのファイル（.txt）も、同じように選べます。",
    "アプリの ファイル（.txt）も、えらべます。",
    "A file (.txt) of a notebook app can be chosen the same way.",
);
pub const TIP_HAND: Text = t(
    "どうしても読めないQRは、紙を見て手で書けます。",
    "よめない ときは、かみを みて かいて ください。",
    "What cannot be read can be written by hand from the paper.",
);

// Pieces without a place.
pub const LOOSE: Text = t(
    "順番の書かれていないQRがあります",
    "じゅんばんの わからない QRが あります",
    "Some codes do not say their order",
);
pub const LOOSE_NEXT: Text = t(
    "紙にならんでいる順（左から右、上から下）にして、つないでください。",
    "かみに ならんで いる じゅんに して、つないで ください。",
    "Put them in the order of the paper, left to right, and join them.",
);
pub const LOOSE_FIRST: Text = t(
    "先頭のQRも読みとってください。紙のいちばん左か上にあります。",
    "さいしょの QRも よんで ください。ひだりか うえに あります。",
    "Please read the first code, too: leftmost or topmost on the paper.",
);
pub const JOIN: Text = t(
    "この順につなぐ",
    "この じゅんに つなぐ",
    "Join in this order",
);
pub const EARLIER: Text = t("前へ", "まえへ", "Earlier");

// What is no notebook.
pub const PRESCRIPTION: Text = t(
    "処方箋のQRです",
    "しょほうせんの QRです",
    "This is a prescription code",
);
pub const PRESCRIPTION_NEXT: Text = t(
    "薬を受け取るときに、薬局で「お薬手帳」のQRがもらえます。それを読みとってください。",
    "くすりを もらう ときに、「おくすりてちょう」の QRが もらえます。それを よんで ください。",
    "The pharmacy gives you a notebook code with the medicine. Read that one.",
);
pub const COPY: Text = t(
    "電子処方箋の控えのQRのようです",
    "でんし しょほうせんの QRの ようです",
    "This seems to be a copy of an electronic prescription",
);
pub const OURS: Text = t(
    "ステップノートの「わたす」のQRです",
    "ステップノートの「わたす」の QRです",
    "This is a hand-over code of Step Note",
);
pub const OURS_NEXT: Text = t(
    "ホームの「受け取る」で読みとってください。",
    "ホームの「うけとる」で よんで ください。",
    "Read it under Receive, on the first screen.",
);
pub const HEALTH_CARD: Text = t(
    "健康の証明書（SMART Health Cards）のQRです",
    "けんこうの しょうめいしょの QRです",
    "This is a SMART Health Card",
);
pub const WIFI: Text = t(
    "Wi-Fi（無線）のQRです",
    "Wi-Fiの QRです",
    "This is a Wi-Fi code",
);
pub const LINK: Text = t(
    "ウェブページのQRです",
    "ウェブページの QRです",
    "This is the address of a web page",
);
pub const OTHER: Text = t(
    "お薬手帳のQRではありません",
    "おくすりてちょうの QRでは ありません",
    "This is not a pharmacy code",
);
pub const OTHER_NEXT: Text = t(
    "薬の説明の紙や領収書にある「お薬手帳」のQRを読みとってください。",
    "くすりの かみに ある「おくすりてちょう」の QRを よんで ください。",
    "Read the notebook code on the medicine sheet or the receipt.",
);
pub const FULL: Text = t(
    "一度に読める分をこえました",
    "いちどに よめる ぶんを こえました",
    "That is as much as can be read at once",
);
pub const FULL_NEXT: Text = t(
    "ここまでの薬を記録に入れてから、続きを読みとってください。",
    "ここまでの くすりを いれてから、つづきを よんで ください。",
    "Take what was read so far, then read on.",
);

// What it says.
pub const SAYS: Text = t(
    "QRに書いてあること",
    "QRに かいて ある こと",
    "What the code says",
);
pub const SAYS_LEAD: Text = t(
    "記録に入れる薬を選んでください。まだ何も入っていません。",
    "いれる くすりを えらんで ください。まだ はいって いません。",
    "Choose the medicines to take. Nothing has been taken yet.",
);
pub const MISSING: Text = t(
    "まだ読んでいないQRがあります",
    "まだ よんで いない QRが あります",
    "Some codes have not been read yet",
);
pub const MISSING_NEXT: Text = t(
    "ぜんぶ読みとるまで、その紙の薬は入れられません。",
    "ぜんぶ よむまで、その かみの くすりは はいりません。",
    "Until all are read, the medicines of that paper cannot be taken.",
);
pub const READ_ON: Text = t("続けて読みとる", "つづけて よむ", "Read on");
pub const READ_MORE: Text = t("ほかのQRも読む", "ほかの QRも よむ", "Read another code");
pub const BORN: Text = t("生年月日", "うまれた ひ", "Date of birth");
pub const NOT_SAID: Text = t("書かれていません", "かいて ありません", "Not stated");
pub const PHARMACY: Text = t("薬局", "やっきょく", "Pharmacy");
pub const CLINIC: Text = t("医療機関", "びょういん", "Clinic");
pub const NO_DATE: Text = t(
    "日付が読めない薬",
    "ひづけが よめない くすり",
    "Without a date that can be read",
);
pub const BOUGHT: Text = t(
    "市販の薬",
    "おみせで かった くすり",
    "Bought without a prescription",
);
pub const DOSE_DAY: Text = t("1日に飲む量", "1にちに のむ りょう", "amount for one day");
pub const DOSE_TIME: Text = t(
    "1回に使う量",
    "1かいに つかう りょう",
    "amount for one time",
);
pub const DOSE_WHOLE: Text = t(
    "出た薬ぜんぶの量",
    "ぜんぶの りょう",
    "whole amount given out",
);
pub const DOSE_UNKNOWN: Text = t(
    "1日の量か1回の量か分かりません。紙を見てください。",
    "1にちの りょうか わかりません。かみを みて ください。",
    "Unclear whether for one day or one time: see the paper.",
);
pub const WRITTEN: Text = t(
    "もう記録にあります",
    "もう きろくに あります",
    "Already in the record",
);
pub const ABOVE: Text = t(
    "読みとった別のQRにもあります",
    "ほかの QRにも あります",
    "Another code that was read has it, too",
);
pub const SIMILAR: Text = t(
    "同じ日に、同じ名前の薬が書いてあります",
    "おなじ ひに、おなじ なまえの くすりが あります",
    "A medicine of this name is written for this day",
);
pub const ALL: Text = t("ぜんぶ選ぶ", "ぜんぶ えらぶ", "Choose all");
pub const NONE: Text = t("ぜんぶはずす", "ぜんぶ はずす", "Choose none");
pub const NO_MEDICINE: Text = t(
    "読める薬がありませんでした",
    "よめる くすりが ありません",
    "No medicine could be read",
);
pub const NO_MEDICINE_NEXT: Text = t(
    "紙を見て、服薬の記録に手で書いてください。",
    "かみを みて、きろくに かいて ください。",
    "Please write it by hand, from the paper.",
);

// Whose it is.
pub const WHOSE: Text = t(
    "このお子さんのものですか",
    "この こどもの ものですか",
    "Is this your child's?",
);
pub const NAME_DIFFERS: Text = t(
    "お名前が、このノートとちがいます。",
    "なまえが、この ノートと ちがいます。",
    "The name is not the one in this note.",
);
pub const BIRTH_DIFFERS: Text = t(
    "生年月日が、このノートとちがいます。",
    "うまれた ひが、この ノートと ちがいます。",
    "The date of birth is not the one in this note.",
);
pub const BOTH_DIFFER: Text = t(
    "お名前と生年月日が、このノートとちがいます。",
    "なまえと うまれた ひが、この ノートと ちがいます。",
    "Name and date of birth are not those in this note.",
);
pub const WHOSE_NEXT: Text = t(
    "ごきょうだいのものかもしれません。このお子さんの薬なら、下で選んでください。",
    "きょうだいの ものかも しれません。この こどもの くすりなら、したで えらんで ください。",
    "It may be a sibling's. If it is this child's, choose the medicines below.",
);
pub const WHO_UNKNOWN: Text = t(
    "お名前をくらべられませんでした。お子さんの薬か、見てください。",
    "なまえを くらべられません。こどもの くすりか、みて ください。",
    "The names could not be compared. Please see whether it is your child's.",
);
pub const IN_NOTE: Text = t("このノート", "この ノート", "This note");
pub const IN_CODE: Text = t("QR", "QR", "The code");

// What could not be read.
pub const TROUBLES: Text = t(
    "読めなかったところがあります",
    "よめない ところが ありました",
    "Some of it could not be read",
);
pub const TROUBLES_NEXT: Text = t(
    "読めた分は下にあります。紙と見くらべてください。",
    "よめた ぶんは したに あります。かみと みくらべて ください。",
    "What could be read is below. Please compare it with the paper.",
);
pub const PARITY: Text = t(
    "QRどうしの組み合わせが合わないかもしれません。",
    "QRの くみあわせが あわないかも しれません。",
    "The codes may not belong together.",
);
pub const T_CHARACTERS: Text = t(
    "文字がこわれているところがあります。",
    "もじが こわれて いる ところが あります。",
    "Some letters are broken.",
);
pub const T_NEWER: Text = t(
    "新しい形のQRなので、読めない項目があるかもしれません。",
    "あたらしい かたちの QRです。よめない ところが あるかも しれません。",
    "The code is of a newer kind; some of it may not be understood.",
);
pub const T_LINES: Text = t(
    "読めない行がありました。",
    "よめない ぎょうが ありました。",
    "Some lines could not be read.",
);
pub const T_SURPLUS: Text = t(
    "行がつながっていて、後ろが読めないところがあります。",
    "ぎょうが つながって いて、よめない ところが あります。",
    "Some lines run together; their ends could not be read.",
);
pub const T_DATE: Text = t(
    "読めない日付があります。",
    "よめない ひづけが あります。",
    "A date could not be read.",
);
pub const T_NO_DISPENSING: Text = t(
    "いつ出たか分からない薬があります。",
    "いつの くすりか わからない ものが あります。",
    "For some medicines it is not stated when they were given out.",
);
pub const T_NO_NAME: Text = t(
    "名前の読めない薬があり、入れられません。",
    "なまえの よめない くすりが あります。いれられません。",
    "A medicine without a readable name cannot be taken.",
);
pub const T_DOSE: Text = t(
    "量が数字でない薬があります。",
    "りょうが すうじで ない くすりが あります。",
    "A dose is not a number.",
);
pub const T_MEANING: Text = t(
    "1日の量か1回の量か、分からない薬があります。",
    "1にちの りょうか 1かいの りょうか、わからない くすりが あります。",
    "For some medicines it is unclear whether the dose is for a day or a time.",
);
pub const T_NO_USAGE: Text = t(
    "飲み方の書かれていない薬があります。",
    "のみかたが ない くすりが あります。",
    "For some medicines it is not stated how to take them.",
);
pub const T_SECOND_USAGE: Text = t(
    "飲み方が2つ書かれた薬があります。先のほうを出しています。",
    "のみかたが 2つ ある くすりが あります。さきの ほうです。",
    "Some medicines have two directions; the first is shown.",
);
pub const T_SECOND_PATIENT: Text = t(
    "2人分のお名前が書かれています。",
    "ふたりの なまえが かいて あります。",
    "It names two persons.",
);
pub const UNREADABLE: Text = t(
    "このQRの中身は読めませんでした",
    "この QRの なかみは よめませんでした",
    "This code could not be understood",
);

// What else it says.
pub const ELSE: Text = t(
    "ほかに書いてあること（入れません）",
    "ほかに かいて ある こと（いれません）",
    "What else it says (not taken)",
);
pub const ALLERGY: Text = t("アレルギー", "アレルギー", "Allergy");
pub const SIDE_EFFECT: Text = t("副作用", "ふくさよう", "Side effect");
pub const HISTORY: Text = t("これまでの病気", "いままでの びょうき", "Past illness");
pub const NOTE: Text = t("メモ", "メモ", "Note");
pub const TOLD: Text = t("医療機関などから", "びょういん などから", "From the clinic");
pub const LEFTOVERS: Text = t("残っている薬", "のこって いる くすり", "Medicine left over");
pub const FAMILY_PHARMACIST: Text = t(
    "かかりつけ薬剤師",
    "かかりつけの やくざいし",
    "Family pharmacist",
);
pub const ADDRESS_TOO: Text = t(
    "住所や電話番号などもQRに書いてあります。記録には入れません。",
    "じゅうしょや でんわも QRに あります。きろくには いれません。",
    "The code also holds address, telephone or the like. They are not taken.",
);

// What is taken.
pub const FIELDS: Text = t(
    "薬といっしょに入れること",
    "くすりと いっしょに いれる こと",
    "What to take with the medicines",
);
pub const F_CLINIC: Text = t(
    "医療機関の名前",
    "びょういんの なまえ",
    "Name of the clinic",
);
pub const F_USAGE: Text = t("飲み方（用法）", "のみかた", "How it is taken");
pub const F_NOTES: Text = t("補足（混合など）", "ほそく", "Notes (mixed, and so on)");
pub const F_CAUTIONS: Text = t("飲むときの注意", "のむ ときの ちゅうい", "Cautions");
pub const F_DOCTOR: Text = t(
    "医師の名前と診療科",
    "いしゃの なまえと か",
    "Doctor and department",
);
pub const F_REMARKS: Text = t("全体の備考", "ぜんたいの びこう", "Remarks on the whole");
pub const F_UNTIL: Text = t(
    "いつまでの薬か",
    "いつまでの くすりか",
    "Until when it lasts",
);
pub const F_UNTIL_SUB: Text = t(
    "出た日に飲みはじめたとして数えます",
    "でた ひから かぞえます",
    "Counted as if begun on the day it was given out",
);
pub const PREVIEW: Text = t(
    "服薬の記録には、こう入ります",
    "きろくには、こう はいります",
    "So it will stand in the record",
);
pub const TAKE: Text = t("記録に入れる", "きろくに いれる", "Take into the record");
pub const CHOOSE: Text = t(
    "入れる薬を選ぶと、ここに出ます。",
    "くすりを えらぶと、ここに でます。",
    "What you choose is shown here.",
);
pub const ALL_WRITTEN: Text = t(
    "このQRの薬は、ぜんぶ記録にあります。",
    "この QRの くすりは、ぜんぶ きろくに あります。",
    "All medicines of this code are in the record.",
);
pub const TAKEN: Text = t(
    "服薬の記録に入れました",
    "きろくに いれました",
    "Taken into the record",
);
pub const TAKEN_LEAD: Text = t(
    "あとから直すことも、消すこともできます。",
    "あとで なおす ことも、けす ことも できます。",
    "You can change or delete it later.",
);
pub const UNDO: Text = t("入れるのをやめる", "いれるのを やめる", "Take it back");
pub const UNDONE: Text = t(
    "入れる前にもどしました。",
    "いれる まえに もどしました。",
    "It is as before.",
);
pub const OPEN_SHEET: Text = t(
    "服薬の記録をひらく",
    "くすりの きろくを ひらく",
    "Open the medication sheet",
);

// Showing our own.
pub const SHOW_LEAD: Text = t(
    "薬局の人や、ほかのお薬手帳アプリに、服薬の記録を読んでもらえます。",
    "やっきょくや、ほかの アプリで、くすりの きろくを よめます。",
    "A pharmacy or another notebook app can read the medication sheet.",
);
pub const SHOW_OPEN: Text = t(
    "このQRとファイルには、かぎがかかりません。",
    "この QRと ファイルには、かぎが かかりません。",
    "These codes and this file are not locked.",
);
pub const SHOW_OPEN_NEXT: Text = t(
    "見た人はだれでも、中身を読めます。見せたい相手の前でだけ出してください。",
    "みた ひとは だれでも よめます。みせたい ひとの まえで だけ だして ください。",
    "Whoever sees them can read them. Show them only to the one you mean.",
);
pub const WHICH_ROWS: Text = t("見せる薬", "みせる くすり", "Medicines to show");
pub const WHICH_ELSE: Text = t(
    "いっしょに見せること",
    "いっしょに みせる こと",
    "What to show with them",
);
pub const S_NAME: Text = t("お子さんの名前", "こどもの なまえ", "Your child's name");
pub const S_NAME_SUB: Text = t(
    "だれの薬か、相手に分かります",
    "だれの くすりか、わかります",
    "So it is clear whose medicines they are",
);
pub const S_BIRTH: Text = t("生年月日", "うまれた ひ", "Date of birth");
pub const S_DIAGNOSIS: Text = t("診断名", "びょうきの なまえ", "Diagnosis");
pub const S_CLINIC: Text = t(
    "医療機関の名前",
    "びょういんの なまえ",
    "Name of the clinic",
);
pub const S_REMARKS: Text = t("備考", "そのほか", "Remarks");
pub const NO_ADDRESS: Text = t(
    "住所と電話番号は、どこに書いてあっても入りません。",
    "じゅうしょと でんわは、はいりません。",
    "Addresses and telephone numbers are left out, wherever they stand.",
);
pub const NOTHING: Text = t(
    "服薬の記録に、まだ何も書いてありません。",
    "きろくに、まだ なにも ありません。",
    "Nothing is written on the medication sheet yet.",
);
pub const CHOOSE_ROWS: Text = t(
    "見せる薬を選ぶと、QRが出ます。",
    "みせる くすりを えらぶと、QRが でます。",
    "Choose medicines, and the codes are shown.",
);
pub const MAKE: Text = t("QRを出す", "QRを だす", "Show the codes");
pub const MAKING: Text = t(
    "QRを作っています",
    "QRを つくって います",
    "Drawing the codes",
);
pub const CODES: Text = t("お薬手帳のQR", "おくすりてちょうの QR", "Pharmacy QR codes");
pub const CODES_NEXT: Text = t(
    "画面を明るくして、相手のカメラで読んでもらってください。",
    "がめんを あかるく して、あいてに よんで もらって ください。",
    "Turn the screen bright and let the other read it with a camera.",
);
pub const TOO_LONG: Text = t(
    "QRにするには長すぎます。薬をへらすか、ファイルで渡してください。",
    "QRには ながすぎます。くすりを へらすか、ファイルで わたして ください。",
    "It is too long for codes. Choose fewer, or hand over the file.",
);
pub const SAVE: Text = t(
    "ファイルを保存する",
    "ファイルを ほぞんする",
    "Save the file",
);
pub const SAVE_SUB: Text = t(
    "お薬手帳アプリで読みこめます",
    "おくすりてちょうの アプリで よめます",
    "For notebook apps",
);
pub const MEMOS: Text = t(
    "日付が年や月だけの薬は、メモとして入れました。",
    "ひづけが ない くすりは、メモに しました。",
    "Medicines without an exact day are in it as notes.",
);
pub const REPLACED: Text = t(
    "この形に入らない文字を「〓」に変えました。",
    "はいらない もじを「〓」に しました。",
    "Letters this format cannot hold are written as 〓.",
);
pub const SHORTENED: Text = t(
    "長い名前を、入る長さまでにしました。",
    "ながい なまえを、みじかく しました。",
    "A long name was cut to the length of its field.",
);
pub const CHANGE: Text = t("選びなおす", "えらびなおす", "Choose again");
