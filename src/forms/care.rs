//! 医療・療育機関・通所施設・特別支援教育などの記録: one row for every visit, course or service.
//!
//! The paper note names this 別紙 but the city does not publish it, so the model is ours: the same
//! four columns as 服薬の記録. Four questions show first; the others wait under もっと書く.
//! 検査 and 手帳・受給者証 are parts of their own, because neither belongs to one visit: a test is
//! read again years later, and a certificate outlives the office that issued it. Papers received
//! have a sheet of their own too.

use crate::form::{
    Choice, Column, Edge, Form, Lane, Offer, Paper, Question, Reach, Role, date, line, lines, many,
    one, period, phone, repeat,
};
use crate::text::t;

/// 医療・療育機関・通所施設・特別支援教育などの記録.
pub const CARE: Form = Form {
    id: "care",
    version: 1,
    title: t(
        "医療・療育機関・通所施設・特別支援教育などの記録",
        "いりょう・りょういく などの きろく",
        "Clinics, therapy, day services, special education",
    ),
    lead: t(
        "別紙です。市の様式は公開されていないため、市の原本がわかりしだい、あわせて直します。",
        "しの シートは まだ みられません。わかったら、おなじ かたちに なおします。",
        "The city's own sheet is not public. This one will follow it once it is.",
    ),
    sections: &[
        repeat(
            "rows",
            t("記録", "きろく", "Records"),
            8,
            t("記録をたす", "きろくを たす", "Add a record"),
            t("記録", "きろく", "Record"),
            ROWS,
        )
        .note(t(
            "全部を書く必要はありません。受け取った書類は「受け取った書類」のシートに書けます。",
            "かける ところだけで いいです。しょるいは「もらった しょるい」に かけます。",
            "Fill in only what you can. Papers have a sheet of their own.",
        ))
        .lane(Lane::Care)
        .paper(Paper::Table {
            columns: &[
                Column::of(&["kind", "when"], 44).headed("区分・時期または期間"),
                Column::of(&["place", "unit", "person", "phone", "frequency"], 48)
                    .headed("機関名・担当者など"),
                Column::of(
                    &[
                        "content",
                        "reason",
                        "finding",
                        "worked",
                        "diagnosis",
                        "school_class",
                        "school_plan",
                        "school_care",
                    ],
                    0,
                )
                .headed("内容"),
                Column::of(&["papers", "note", "written_on", "writer"], 30).headed("備考"),
            ],
            edge: Edge::Bare,
            height: 15,
            note_head: None,
        }),
        repeat(
            "tests",
            t("検査", "けんさ", "Tests"),
            3,
            t("検査をたす", "けんさを たす", "Add a test"),
            t("検査", "けんさ", "Test"),
            TESTS,
        )
        .lane(Lane::Care)
        .paper(Paper::Table {
            columns: &[
                Column::of(&["name"], 26),
                Column::of(&["date"], 36),
                Column::of(&["place"], 30).headed("機関名"),
                Column::of(&["result"], 0),
                Column::of(&["paper"], 27),
            ],
            edge: Edge::Across,
            height: 9,
            note_head: None,
        }),
        repeat(
            "certificates",
            t(
                "手帳・受給者証",
                "てちょう・じゅきゅうしゃしょう",
                "Handbooks and certificates",
            ),
            3,
            t(
                "手帳・受給者証をたす",
                "てちょう などを たす",
                "Add a certificate",
            ),
            t("手帳・受給者証", "てちょう など", "Certificate"),
            CERTIFICATES,
        )
        .lane(Lane::Event)
        .paper(Paper::Table {
            columns: &[
                Column::of(&["kind"], 0),
                Column::of(&["grade"], 22),
                Column::of(&["issued"], 36),
                Column::of(&["until"], 36),
                Column::of(&["number"], 26),
            ],
            edge: Edge::Across,
            height: 9,
            note_head: None,
        }),
    ],
}
.checked();

const ROWS: &[Question] = &[
    one(
        "kind",
        t("区分", "しゅるい", "Kind"),
        &[
            Choice::new("medical", t("医療", "いりょう", "Clinic or hospital")),
            Choice::new("therapy", t("療育", "りょういく", "Therapy")),
            Choice::new(
                "day_service",
                t("通所施設", "つうしょ しせつ", "Day service"),
            ),
            Choice::new(
                "special_education",
                t(
                    "特別支援教育",
                    "とくべつ しえん きょういく",
                    "Special education",
                ),
            ),
            Choice::new("consultation", t("相談", "そうだん", "Consultation")),
            Choice::new(
                "health",
                t(
                    "保健（健診など）",
                    "ほけん（けんしん など）",
                    "Health check",
                ),
            ),
            Choice::new(
                "welfare",
                t("福祉サービス", "ふくし サービス", "Welfare service"),
            ),
            Choice::new("other", t("その他", "そのほか", "Other")),
        ],
    )
    .hint(t(
        "通所施設は、児童発達支援・放課後等デイサービスなど",
        "ほうかごデイサービスは「つうしょ しせつ」です。",
        "Day services: child development support, after-school day service",
    ))
    .role(Role::SupportKind),
    period(
        "when",
        t(
            "時期または期間",
            "いつ・いつまで",
            "When, or from when until when",
        ),
    )
    .hint(t(
        "年だけ、年と月だけでも けっこうです。",
        "ねんだけ、ねんと つきだけでも いいです。",
        "The year alone, or year and month, is enough.",
    )),
    line("place", t("機関名", "ところの なまえ", "Name of the place"))
        .role(Role::Place)
        .offer(Offer::Place),
    lines("content", t("内容", "した こと", "What was done")).hint(t(
        "診察・検査・訓練・支援・指導など",
        "しんさつ・けんさ・くんれん・しえん など",
        "Examination, test, training, support, advice",
    )),
    line(
        "unit",
        t(
            "診療科・学級・事業所名",
            "なにか・なに がっきゅう",
            "Department, class or office",
        ),
    )
    .folded(),
    line(
        "person",
        t("担当者・主治医", "たんとうの ひと", "Person in charge"),
    )
    .role(Role::Supporter)
    .offer(Offer::Supporter)
    .reach(Reach::Asked)
    .folded(),
    phone("phone", t("電話", "でんわ", "Telephone"))
        .offer(Offer::Phone)
        .folded(),
    line("frequency", t("回数・頻度", "なんかい", "How often"))
        .hint(t("月2回など", "つきに 2かい など", "Twice a month"))
        .folded(),
    lines(
        "reason",
        t(
            "きっかけ・相談したこと",
            "そうだんした こと",
            "Why we went, what we asked",
        ),
    )
    .folded(),
    lines(
        "finding",
        t(
            "わかったこと・助言",
            "わかった こと・アドバイス",
            "What we learned, advice",
        ),
    )
    .folded(),
    lines(
        "worked",
        t(
            "うまくいったこと・続けてほしいこと",
            "うまく いった こと・つづけて ほしい こと",
            "What worked, what should go on",
        ),
    )
    .role(Role::Help)
    .folded(),
    line(
        "diagnosis",
        t(
            "診断名（言われたことば）",
            "びょうきの なまえ（いわれた ことば）",
            "Diagnosis (in the words used)",
        ),
    )
    .role(Role::Diagnosis)
    .offer(Offer::Diagnosis)
    .reach(Reach::Asked)
    .folded(),
    many(
        "school_class",
        t(
            "特別支援教育の形",
            "とくべつ しえん きょういくの かたち",
            "Form of special education",
        ),
        &[
            Choice::new(
                "regular",
                t("通常学級", "ふつうの がっきゅう", "Regular class"),
            ),
            Choice::new("resource", t("通級", "つうきゅう", "Resource room")),
            Choice::new(
                "special_class",
                t(
                    "特別支援学級",
                    "とくべつ しえん がっきゅう",
                    "Special needs class",
                ),
            ),
            Choice::new(
                "special_school",
                t(
                    "特別支援学校",
                    "とくべつ しえん がっこう",
                    "Special needs school",
                ),
            ),
        ],
    )
    .folded(),
    one(
        "school_plan",
        t(
            "個別の教育支援計画",
            "ひとりひとりの けいかく",
            "Individual support plan",
        ),
        &[
            Choice::new("yes", t("あり", "ある", "Yes")),
            Choice::new("no", t("なし", "ない", "No")),
        ],
    )
    .folded(),
    lines(
        "school_care",
        t("合理的配慮", "がっこうの くふう", "Adjustments made"),
    )
    .hint(t(
        "席の位置、休む場所、プリントの字の大きさなど",
        "せきの ばしょ、やすむ ばしょ など",
        "Seat, a place to rest, larger print",
    ))
    .folded(),
    lines(
        "papers",
        t("受け取った書類", "もらった しょるい", "Papers received"),
    )
    .hint(t(
        "名前、受け取った日、置き場所。写真は「受け取った書類」のシートに残せます。",
        "なまえ、もらった ひ、おいて いる ところ。",
        "Name, day, where it is kept. Photos go on a sheet of their own.",
    ))
    .folded(),
    lines("note", t("備考", "そのほか", "Remarks")).folded(),
    date("written_on", t("記入日", "かいた ひ", "Written on"))
        .role(Role::WrittenOn)
        .folded(),
    line("writer", t("記入者", "かいた ひと", "Written by"))
        .offer(Offer::Person)
        .folded(),
    one(
        "share",
        t("見せてよい範囲", "だれに みせて いいか", "Who may see it"),
        &[
            Choice::new("family", t("家族だけ", "かぞくだけ", "The family only")),
            Choice::new(
                "ask",
                t(
                    "渡すとき選ぶ",
                    "わたす とき えらぶ",
                    "Chosen when handed over",
                ),
            ),
            Choice::new(
                "always",
                t(
                    "いつも入れてよい",
                    "いつも いれて いい",
                    "May always go along",
                ),
            ),
        ],
    )
    .hint(t(
        "「家族だけ」の記録は、渡すものに入りません。",
        "「かぞくだけ」は、わたす ものに はいりません。",
        "What is for the family only is never handed over.",
    ))
    .role(Role::RowReach)
    .reach(Reach::Stays)
    .folded(),
];

const TESTS: &[Question] = &[
    line("name", t("検査名", "けんさの なまえ", "Name of the test")).role(Role::RowTitle),
    date("date", t("検査の日", "けんさの ひ", "Tested on")),
    line(
        "place",
        t("検査をしたところ", "けんさを した ところ", "Where"),
    )
    .role(Role::Place)
    .offer(Offer::Place),
    lines(
        "result",
        t(
            "結果の要点",
            "けっかの だいじな ところ",
            "Main points of the result",
        ),
    )
    .hint(t(
        "説明されたことばのままで けっこうです。",
        "せつめいの ことばの ままで いいです。",
        "In the words in which it was explained.",
    )),
    one(
        "paper",
        t("結果の用紙", "けっかの かみ", "Result on paper"),
        &[
            Choice::new("yes", t("あり", "ある", "Yes")),
            Choice::new("no", t("なし", "ない", "No")),
        ],
    ),
];

const CERTIFICATES: &[Question] = &[
    line("kind", t("種類", "しゅるい", "Kind"))
        .hint(t(
            "愛の手帳、身体障害者手帳、通所受給者証など",
            "あいの てちょう、じゅきゅうしゃしょう など",
            "Disability handbook, certificate for day services",
        ))
        .role(Role::RowTitle),
    line("grade", t("程度・区分", "ていど・くぶん", "Grade")),
    date("issued", t("交付日", "もらった ひ", "Issued on")),
    date("until", t("期限", "いつまで", "Valid until")),
    line("number", t("番号", "ばんごう", "Number"))
        .hint(t(
            "渡すときは、選んだときだけファイルに入ります。",
            "えらんだ ときだけ、ファイルに はいります。",
            "Goes along only when chosen, and only in a file.",
        ))
        .reach(Reach::File),
];
