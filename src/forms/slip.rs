//! 子ども相談連絡票: what the next office needs to take over, in the parent's words.
//!
//! One slip goes to one office with one or a few topics. Every box may be answered by
//! 「詳しくは電話で」 or 「一緒に行って」: the slip carries a call or a visit, it does not replace
//! it. There is no field that the parent does not see, and none for what staff think of her.
//! Consent, answer and who does what stand in sheets of their own (`consent`, `reply`, `actions`).

use crate::form::{
    Cell, Choice, Column, Edge, Form, Offer, Paper, Question, Reach, Role, Section, age, date,
    kana, line, lines, many, one, period, phone, repeat, section,
};
use crate::text::{Text, t};

/// 子ども相談連絡票. A note may hold any number of them, each under an id of its own.
pub const SLIP: Form = Form {
    id: "slip",
    version: 1,
    title: t(
        "子ども相談連絡票",
        "そうだんの れんらくひょう",
        "Referral slip",
    ),
    lead: t(
        "ひとつの窓口に、ひとつの連絡票です。書けるところだけで渡せます。",
        "ひとつの まどぐちに 1まいです。かける ところだけで いいです。",
        "One slip for one office. Fill in only what you can.",
    ),
    sections: &[
        section(
            "head",
            t("作成", "つくった とき", "Made"),
            &[
                date("made_on", t("作成日", "つくった ひ", "Made on")).role(Role::WrittenOn),
                line("slip_no", t("連絡票番号", "ばんごう", "Slip number")),
            ],
        )
        .paper(Paper::Head),
        section("state", t("急ぎ具合", "いそぎかた", "How urgent"), STATE).paper(Paper::Grid {
            title_above: false,
            widths: &[22, 0, 26, 42],
            rows: &[
                &[
                    Cell::label("urgency"),
                    Cell::answer(&["urgency"]),
                    Cell::label("urgency_by"),
                    Cell::answer(&["urgency_by"]),
                ],
                &[
                    Cell::label("status"),
                    Cell::answer(&["status"]),
                    Cell::label("reply_by"),
                    Cell::answer(&["reply_by"]),
                ],
            ],
        }),
        section("from", t("連絡元", "どこから", "From"), FROM).paper(Paper::Elsewhere),
        section("to", t("連絡先", "どこへ", "To"), TO).paper(Paper::Grid {
            title_above: false,
            widths: &[22, 0, 22, 64],
            rows: &[
                &[
                    Cell::label("from_office"),
                    Cell::answer(&["from_office", "from_unit"]),
                    Cell::label("to_office"),
                    Cell::answer(&["to_office", "to_unit"]),
                ],
                &[
                    Cell::label("from_staff"),
                    Cell::answer(&["from_staff"]),
                    Cell::label("to_staff"),
                    Cell::answer(&["to_staff"]),
                ],
                &[
                    Cell::label("from_tel"),
                    Cell::answer(&["from_tel", "from_hours"]),
                    Cell::label("to_tel"),
                    Cell::answer(&["to_tel"]),
                ],
                &[
                    Cell::label("method"),
                    Cell::answer(&["method", "method_note"]).span(3, 1),
                ],
                &[
                    Cell::label("called"),
                    Cell::answer(&["called"]),
                    Cell::label("case_no"),
                    Cell::answer(&["case_no", "key_person"]),
                ],
            ],
        }),
        section("child", t("お子さん", "こども", "The child"), CHILD).paper(Paper::Elsewhere),
        section("parent", t("保護者", "ほごしゃ", "Parent or carer"), PARENT).paper(Paper::Grid {
            title_above: false,
            widths: &[26, 0, 26, 50],
            rows: &[
                &[
                    Cell::label("child_name"),
                    Cell::answer(&["child_kana", "child_name"]),
                    Cell::label("child_birth"),
                    Cell::answer(&["child_birth", "child_age"]),
                ],
                &[
                    Cell::label("parent_name"),
                    Cell::answer(&["parent_name"]),
                    Cell::label("relation"),
                    Cell::answer(&["relation"]),
                ],
                &[
                    Cell::label("language"),
                    Cell::answer(&["language", "language_other"]),
                    Cell::label("reading_help"),
                    Cell::answer(&["reading_help"]),
                ],
                &[
                    Cell::label("contact_phone"),
                    Cell::answer(&["contact_phone"]),
                    Cell::label("contact_when"),
                    Cell::answer(&["contact_when"]),
                ],
                &[
                    Cell::label("voicemail"),
                    Cell::answer(&["voicemail"]),
                    Cell::label("call_as"),
                    Cell::answer(&["call_as"]),
                ],
                &[
                    Cell::label("never_call"),
                    Cell::answer(&["never_call"]),
                    Cell::label("person_by"),
                    Cell::answer(&["person_by"]),
                ],
                &[
                    Cell::label("address"),
                    Cell::answer(&["address"]).span(3, 1),
                ],
            ],
        }),
        section(
            "complaint",
            t("相談したいこと", "そうだんしたい こと", "What it is about"),
            COMPLAINT,
        )
        .paper(Paper::Grid {
            title_above: false,
            widths: &[30, 0],
            rows: &[
                &[
                    Cell::label("complaint"),
                    Cell::answer(&["complaint", "complaint_by"]).tall(18),
                ],
                &[
                    Cell::label("topics"),
                    Cell::answer(&["topics", "topics_by"]),
                ],
                &[Cell::label("topic_most"), Cell::answer(&["topic_most"])],
            ],
        }),
        repeat(
            "history",
            t("これまでの経過", "いままでの こと", "What happened so far"),
            6,
            t("できごとをたす", "できごとを たす", "Add an event"),
            t("経過", "できごと", "Event"),
            &[
                period("when", t("日・時期", "いつ", "When")),
                line("place", t("どこで", "どこで", "Where"))
                    .role(Role::Place)
                    .offer(Offer::Place),
                line("what", t("何をした", "なにを した", "What was done")).role(Role::RowTitle),
                line("result", t("どうだった", "どう だった", "How it went")),
            ],
        )
        .paper(Paper::Table {
            columns: &[
                Column::of(&["when"], 42),
                Column::of(&["place"], 34),
                Column::of(&["what"], 0),
                Column::of(&["result"], 42),
            ],
            edge: Edge::Upright,
            height: 7,
            note_head: None,
        }),
        boxes(
            "history_more",
            t(
                "経過について",
                "いままでの ことに ついて",
                "About what happened",
            ),
            &[by(
                "history_by",
                t("経過のくわしい話", "くわしい はなし", "More about it"),
            )],
            &[&[Cell::label("history_by"), Cell::answer(&["history_by"])]],
        ),
        boxes(
            "wishes",
            t("希望", "してほしい こと", "Wishes"),
            WISHES,
            &[
                &[
                    Cell::label("parent_wish"),
                    Cell::answer(&["parent_wish", "parent_wish_by"]).tall(12),
                ],
                &[
                    Cell::label("child_wish"),
                    Cell::answer(&["child_wish", "child_wish_by"]).tall(12),
                ],
                &[
                    Cell::label("considerations"),
                    Cell::answer(&["considerations", "considerations_by"]).tall(12),
                ],
            ],
        ),
        boxes(
            "asks",
            t("つなぐ理由", "どうして つなぐか", "Why it is handed over"),
            ASKS,
            &[
                &[
                    Cell::label("reason"),
                    Cell::answer(&["reason", "reason_by"]).tall(12),
                ],
                &[
                    Cell::label("ask"),
                    Cell::answer(&["ask", "ask_by"]).tall(12),
                ],
            ],
        ),
        boxes(
            "attached",
            t(
                "一緒に渡すもの",
                "いっしょに わたす もの",
                "What goes along",
            ),
            &[lines(
                "attach",
                t(
                    "一緒に渡すもの",
                    "いっしょに わたす もの",
                    "What goes along",
                ),
            )],
            &[&[Cell::label("attach"), Cell::answer(&["attach"]).tall(9)]],
        ),
        boxes(
            "silence",
            t("知らせないこと", "しらせない こと", "Not to be told"),
            &[lines(
                "do_not_share",
                t(
                    "知らせないでほしい人・ところ",
                    "しらせないで ほしい ひと",
                    "Who must not be told",
                ),
            )],
            &[&[
                Cell::label("do_not_share"),
                Cell::answer(&["do_not_share"]).tall(9),
            ]],
        )
        .note(t(
            "この連絡票は、判定や診断をするものではありません。",
            "これは、しんだんを する ものでは ありません。",
            "This slip judges and diagnoses nothing.",
        )),
    ],
}
.checked();

/// The two answers that every box takes.
pub const INSTEAD: &[Choice] = &[
    Choice::new(
        "phone",
        t("詳しくは電話で", "くわしくは でんわで", "More by telephone"),
    ),
    Choice::new(
        "together",
        t(
            "一緒に行って",
            "いっしょに いって",
            "More when we come along",
        ),
    ),
];

const fn by(id: &'static str, label: Text) -> Question {
    many(id, label, INSTEAD)
}

/// A box's other answer.
const MORE: Text = t("くわしくは", "くわしくは", "More");

const fn boxes(
    id: &'static str,
    title: Text,
    questions: &'static [Question],
    rows: &'static [&'static [Cell]],
) -> Section {
    section(id, title, questions).paper(Paper::Grid {
        title_above: false,
        widths: &[30, 0],
        rows,
    })
}

const STATE: &[Question] = &[
    one(
        "urgency",
        t("急ぎ具合", "いそぎかた", "How urgent"),
        &[
            Choice::new("usual", t("ふつう", "ふつう", "Usual")),
            Choice::new("by", t("日までに", "ひまでに", "By a day")),
            Choice::new("today", t("今日中", "きょうの うち", "Today")),
        ],
    ),
    date("urgency_by", t("いつまでに", "いつまでに", "By which day")),
    one(
        "status",
        t("状態", "いま", "Where it stands"),
        &[
            Choice::new("draft", t("下書き", "かいて いる ところ", "Draft")),
            Choice::new("agreed", t("同意済", "どうい した", "Agreed")),
            Choice::new("handed", t("渡した", "わたした", "Handed over")),
            Choice::new("arrived", t("受け取り確認", "とどいた", "Arrived")),
            Choice::new("answered", t("回答あり", "こたえが きた", "Answered")),
            Choice::new("done", t("終了", "おわり", "Done")),
            Choice::new("withdrawn", t("取り消し", "とりけし", "Withdrawn")),
        ],
    ),
    date(
        "reply_by",
        t(
            "回答がほしい日",
            "こたえが ほしい ひ",
            "Answer hoped for by",
        ),
    ),
];

const FROM: &[Question] = &[
    line("from_office", t("連絡元", "どこから", "From")),
    line("from_unit", t("連絡元の係", "かかり", "Their section")).folded(),
    line("from_staff", t("連絡元の担当", "たんとう", "Their staff")),
    phone("from_tel", t("連絡元の電話", "でんわ", "Their telephone")).role(Role::Office),
    line(
        "from_hours",
        t("つながる時間", "でられる じかん", "Their hours"),
    )
    .folded(),
];

const TO: &[Question] = &[
    line("to_office", t("連絡先", "どこへ", "To")).role(Role::RowTitle),
    line("to_unit", t("連絡先の係", "かかり", "Their section")).folded(),
    line("to_staff", t("連絡先の担当", "たんとう", "Their staff")),
    phone("to_tel", t("連絡先の電話", "でんわ", "Their telephone")).role(Role::Office),
    many(
        "method",
        t("つなぎ方", "つなぎかた", "How it is handed over"),
        &[
            Choice::new("phone", t("電話した", "でんわ した", "By telephone")),
            Choice::new(
                "together",
                t("一緒に行く", "いっしょに いく", "Going along"),
            ),
            Choice::new(
                "carry",
                t(
                    "保護者が持っていく",
                    "じぶんで もって いく",
                    "The parent takes it",
                ),
            ),
            Choice::new("file", t("ファイル", "ファイル", "File")),
            Choice::new("codes", t("二次元コード", "コード", "QR codes")),
            Choice::new("paper", t("紙", "かみ", "Paper")),
        ],
    ),
    line(
        "method_note",
        t("日時・相手・場所", "いつ・だれ・どこ", "When, whom, where"),
    )
    .folded(),
    one(
        "called",
        t(
            "相手に電話しましたか",
            "でんわ しましたか",
            "Have they been called?",
        ),
        &[
            Choice::new("yes", t("はい", "はい", "Yes")),
            Choice::new(
                "together",
                t("一緒に行った", "いっしょに いった", "Went along"),
            ),
            Choice::new("not_yet", t("まだ", "まだ", "Not yet")),
        ],
    ),
    line(
        "case_no",
        t("まとめの番号", "まとめの ばんごう", "Case number"),
    )
    .hint(t(
        "いくつかの連絡票をひとつにまとめる番号",
        "れんらくひょうを まとめる ばんごう",
        "Keeps several slips together",
    )),
    line("key_person", t("まとめ役", "まとめる ひと", "Key person")).folded(),
];

const CHILD: &[Question] = &[
    kana(
        "child_kana",
        t("ふりがな", "ふりがな", "Name in kana"),
        "child_name",
    )
    .role(Role::NameKana),
    line(
        "child_name",
        t("お子さんの氏名", "こどもの なまえ", "Child's name"),
    )
    .role(Role::Name),
    date("child_birth", t("生年月日", "うまれた ひ", "Date of birth"))
        .role(Role::Birth)
        .hint(t(
            "年齢だけでもかまいません。",
            "ねんれいだけでも いいです。",
            "The age alone will do.",
        )),
    age("child_age", t("年齢", "ねんれい", "Age"), "made_on"),
];

const PARENT: &[Question] = &[
    line("parent_name", t("保護者", "ほごしゃ", "Parent or carer"))
        .role(Role::Person)
        .offer(Offer::Person),
    line(
        "relation",
        t("続柄", "こどもとの かんけい", "Related to the child as"),
    ),
    one(
        "language",
        t("使うことば", "つかう ことば", "Language"),
        &[
            Choice::new("ja", t("日本語", "にほんご", "Japanese")),
            Choice::new(
                "easy",
                t("やさしい日本語", "やさしい にほんご", "Easy Japanese"),
            ),
            Choice::new(
                "interpreter",
                t(
                    "通訳がほしい",
                    "つうやくが ほしい",
                    "An interpreter, please",
                ),
            ),
        ],
    ),
    line("language_other", t("何語", "なにご", "Which language")).folded(),
    one(
        "reading_help",
        t(
            "読み書きの手助け",
            "よみかきの てつだい",
            "Help with reading",
        ),
        &[
            Choice::new("no", t("いらない", "いらない", "Not needed")),
            Choice::new("yes", t("ほしい", "ほしい", "Yes, please")),
        ],
    ),
    phone(
        "contact_phone",
        t("連絡してよい電話", "かけて いい でんわ", "Number to call"),
    )
    .offer(Offer::Phone),
    line(
        "contact_when",
        t("時間帯", "かけて いい じかん", "When to call"),
    ),
    one(
        "voicemail",
        t("留守番電話", "るすばん でんわ", "Voicemail"),
        &[
            Choice::new("yes", t("残してよい", "いれて いい", "May be left")),
            Choice::new("no", t("残さない", "いれない", "Please do not")),
        ],
    ),
    one(
        "call_as",
        t("名乗り方", "なのりかた", "How to say who calls"),
        &[
            Choice::new(
                "office",
                t(
                    "窓口の名前でよい",
                    "まどぐちの なまえで いい",
                    "By the office's name",
                ),
            ),
            Choice::new(
                "person",
                t("個人名だけ", "ひとの なまえだけ", "By a person's name only"),
            ),
        ],
    ),
    phone(
        "never_call",
        t(
            "かけてはいけない番号",
            "かけては いけない ばんごう",
            "Never call this number",
        ),
    ),
    by("person_by", MORE),
    line("address", t("住所", "じゅうしょ", "Address"))
        .role(Role::Address)
        .offer(Offer::Address)
        .reach(Reach::Asked)
        .hint(t(
            "選んだときだけ入ります。町名まででもかまいません。",
            "えらんだ ときだけ はいります。まちの なまえだけでも いいです。",
            "Goes along only when chosen. The town alone will do.",
        )),
];

/// What may trouble a family: the list of 岡山市's つなぐシート and of 自立相談支援, the child first.
pub const TOPICS: &[Choice] = &[
    Choice::new(
        "development",
        t("ことば・発達", "ことば・そだち", "Speech and development"),
    ),
    Choice::new("daily", t("生活", "まいにちの くらし", "Daily life")),
    Choice::new(
        "school",
        t("園・学校", "えん・がっこう", "Nursery and school"),
    ),
    Choice::new("friends", t("友だち", "ともだち", "Friends")),
    Choice::new(
        "absence",
        t(
            "不登校・ひきこもり",
            "がっこうに いけない",
            "Not going to school or out",
        ),
    ),
    Choice::new("health", t("からだ・医療", "からだ・びょうき", "Health")),
    Choice::new(
        "tired",
        t("育児の疲れ", "こそだての つかれ", "Tired of caring"),
    ),
    Choice::new("family", t("家族", "かぞく", "Family")),
    Choice::new(
        "single",
        t("ひとり親", "ひとりおや", "Raising a child alone"),
    ),
    Choice::new("money", t("お金・仕事", "おかね・しごと", "Money and work")),
    Choice::new("housing", t("住まい", "すむ ところ", "Housing")),
    Choice::new("safety", t("安全のこと", "あんぜんの こと", "Safety")),
];

const COMPLAINT: &[Question] = &[
    lines(
        "complaint",
        t("相談したいこと", "そうだんしたい こと", "What it is about"),
    )
    .hint(t(
        "保護者のことばで、200字くらいまで",
        "じぶんの ことばで、200じ くらい",
        "In your words, up to some 200 characters",
    )),
    by("complaint_by", MORE),
    many(
        "topics",
        t("お困りごと", "こまって いる こと", "Topics"),
        TOPICS,
    ),
    by("topics_by", MORE),
    one(
        "topic_most",
        t(
            "一番のお困りごと",
            "いちばん こまって いる こと",
            "What matters most",
        ),
        TOPICS,
    ),
];

const SHORT: Text = t(
    "120字くらいまで",
    "120じ くらい まで",
    "Up to some 120 characters",
);

const WISHES: &[Question] = &[
    lines(
        "parent_wish",
        t(
            "保護者の希望",
            "ほごしゃの きぼう",
            "What the parent wishes",
        ),
    )
    .hint(SHORT),
    by("parent_wish_by", MORE),
    lines(
        "child_wish",
        t(
            "お子さんの気持ち",
            "こどもの きもち",
            "What the child feels",
        ),
    )
    .hint(SHORT),
    by("child_wish_by", MORE),
    lines(
        "considerations",
        t(
            "配慮してほしいこと",
            "きを つけて ほしい こと",
            "Please keep in mind",
        ),
    )
    .hint(SHORT),
    by("considerations_by", MORE),
];

const ASKS: &[Question] = &[
    lines(
        "reason",
        t("つなぐ理由", "どうして つなぐか", "Why it is handed over"),
    )
    .hint(SHORT),
    by("reason_by", MORE),
    lines(
        "ask",
        t("お願いしたいこと", "おねがい", "What is asked for"),
    )
    .hint(SHORT),
    by("ask_by", MORE),
];
