//! 同意: what the parent agreed to before something went to an office.
//!
//! Never for ever, and never for every office: one office, one purpose, one day on which it ends.
//! The wording shown is version [`WORDING`]; a changed wording is a new version.

use crate::form::{
    Cell, Choice, Form, Offer, Paper, Question, Role, date, drawn, line, lines, many, one, section,
};
use crate::text::t;

/// The version of the sentences below.
pub const WORDING: &str = "1";

/// 同意.
pub const CONSENT: Form = Form {
    id: "consent",
    version: 1,
    title: t("同意書", "どういの かみ", "Consent"),
    lead: t(
        "同意しなくても、相談は続けられます。あとで、やめることもできます。",
        "どうい しなくても、そうだん できます。あとで やめられます。",
        "You can go on without agreeing, and stop at any time.",
    ),
    sections: &[
        section(
            "head",
            t("記入", "かいた とき", "Written"),
            &[date("signed_on", t("同意した日", "どうい した ひ", "Agreed on")).role(Role::WrittenOn)],
        )
        .paper(Paper::Head),
        section("terms", t("同意すること", "どうい する こと", "What is agreed to"), TERMS)
            .note(t(
                "見せるのは、ここに書いてあることだけです。ほかのところへ渡すときは、もう一度お聞きします。やめたあとは新しく見せません。もう読んだことを消すことはできませんが、返すこと・消すことをお願いできます。",
                "ここに かいて ある ことだけを みせます。ほかへ わたす ときは、もう いちど ききます。やめた あとは みせません。もう よんだ ことは けせません。",
                "Only what stands here is shown. Before it goes anywhere else you are asked again. What was read already cannot be unread.",
            ))
            .paper(Paper::Grid {
                title_above: false,
                widths: &[30, 0, 24, 46],
                rows: &[
                    &[
                        Cell::label("to"),
                        Cell::answer(&["to"]),
                        Cell::label("until"),
                        Cell::answer(&["until"]),
                    ],
                    &[Cell::label("purpose"), Cell::answer(&["purpose"]).span(3, 1)],
                    &[Cell::label("what"), Cell::answer(&["what"]).span(3, 1).tall(14)],
                    &[
                        Cell::label("method"),
                        Cell::answer(&["method"]),
                        Cell::label("onward"),
                        Cell::answer(&["onward"]),
                    ],
                    &[
                        Cell::label("answer_to"),
                        Cell::answer(&["answer_to"]).span(3, 1),
                    ],
                ],
            }),
        section("people", t("だれが", "だれが", "Who"), PEOPLE).paper(Paper::Grid {
            title_above: false,
            widths: &[30, 0, 30, 46],
            rows: &[
                &[
                    Cell::label("who"),
                    Cell::answer(&["who"]),
                    Cell::label("relation"),
                    Cell::answer(&["relation", "may_agree"]),
                ],
                &[
                    Cell::label("child_assent"),
                    Cell::answer(&["child_assent"]),
                    Cell::label("explained_by"),
                    Cell::answer(&["explained_by", "explained_language", "read_aloud"]),
                ],
                &[
                    Cell::label("sign"),
                    Cell::answer(&["sign", "sign_drawn"]).tall(9),
                    Cell::label("text_version"),
                    Cell::answer(&["text_version"]),
                ],
            ],
        })
        .note(t(
            "署名は話し合いの記録で、本人確認ではありません。",
            "なまえは、はなしあいの きろくです。",
            "A signature records a conversation; it proves no identity.",
        )),
        section(
            "withdrawal",
            t("取り消し", "とりけし", "Withdrawal"),
            &[
                date("withdrawn_on", t("取り消した日", "とりけした ひ", "Withdrawn on")).folded(),
                lines("withdraw_note", t("取り消しのこと", "とりけしの こと", "About the withdrawal"))
                    .folded(),
                line("replaced_by", t("置き換えた同意", "あたらしい どうい", "Replaced by")).folded(),
            ],
        )
        .paper(Paper::Plain),
    ],
}
.checked();

const TERMS: &[Question] = &[
    line("to", t("渡す相手", "わたす ところ", "To whom")).role(Role::RowTitle),
    date("until", t("いつまで", "いつまで", "Until")),
    lines("purpose", t("目的", "なんの ため", "What for")),
    lines("what", t("渡すもの", "わたす もの", "What goes")),
    many(
        "method",
        t("渡し方", "わたしかた", "How it goes"),
        &[
            Choice::new("file", t("ファイル", "ファイル", "File")),
            Choice::new("codes", t("二次元コード", "コード", "QR codes")),
            Choice::new("paper", t("紙", "かみ", "Paper")),
            Choice::new("phone", t("電話", "でんわ", "Telephone")),
            Choice::new("together", t("同行", "いっしょに いく", "Going along")),
        ],
    ),
    one(
        "onward",
        t(
            "渡した先から別のところへ",
            "ほかへ わたす こと",
            "Onward to others",
        ),
        &[
            Choice::new(
                "ask",
                t(
                    "しない・もう一度きく",
                    "しない・もう いちど きく",
                    "No, ask again",
                ),
            ),
            Choice::new(
                "here",
                t(
                    "この機関までよい",
                    "この ところまで いい",
                    "Within this office",
                ),
            ),
        ],
    ),
    one(
        "answer_to",
        t(
            "回答を連絡元にも",
            "こたえを もとの ところにも",
            "Answer also to the first office",
        ),
        &[
            Choice::new("yes", t("知らせてよい", "しらせて いい", "May be told")),
            Choice::new("no", t("知らせない", "しらせない", "Not told")),
        ],
    ),
];

const PEOPLE: &[Question] = &[
    line("who", t("同意した人", "どうい した ひと", "Who agrees"))
        .role(Role::Person)
        .offer(Offer::Person),
    line(
        "relation",
        t("続柄", "こどもとの かんけい", "Related to the child as"),
    ),
    one(
        "may_agree",
        t(
            "同意できる立場ですか",
            "どうい できる ひとですか",
            "Entitled to agree?",
        ),
        &[
            Choice::new("yes", t("はい", "はい", "Yes")),
            Choice::new("unsure", t("わからない", "わからない", "Not sure")),
        ],
    ),
    one(
        "child_assent",
        t(
            "お子さんに聞きましたか",
            "こどもに ききましたか",
            "Was the child asked?",
        ),
        &[
            Choice::new("asked", t("聞いた", "きいた", "Asked")),
            Choice::new("not_yet", t("まだ", "まだ", "Not yet")),
            Choice::new(
                "small",
                t("小さいので聞いていない", "まだ ちいさい", "Too small"),
            ),
        ],
    ),
    line(
        "explained_by",
        t("説明した人", "せつめい した ひと", "Explained by"),
    ),
    line(
        "explained_language",
        t("説明のことば", "せつめいの ことば", "In which language"),
    )
    .folded(),
    one(
        "read_aloud",
        t("読み上げ", "よみあげ", "Read aloud"),
        &[
            Choice::new("yes", t("読み上げた", "よんで もらった", "Yes")),
            Choice::new("no", t("自分で読んだ", "じぶんで よんだ", "No")),
        ],
    ),
    line("sign", t("署名", "なまえを かく", "Signature")),
    drawn(
        "sign_drawn",
        t("手書きの署名", "てで かく なまえ", "Signature by hand"),
    ),
    line(
        "text_version",
        t("文面の版", "ぶんの ばん", "Wording version"),
    ),
];
