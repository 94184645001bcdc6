//! 回答: what the office answers to a slip. Half a page to tear off, or the same as data.

use crate::form::{
    Cell, Choice, Form, Paper, Question, Role, date, line, lines, one, phone, section,
};
use crate::text::t;

/// 回答欄. Kept under the id of the slip it answers.
pub const REPLY: Form = Form {
    id: "reply",
    version: 1,
    title: t("回答欄", "こたえ", "Answer"),
    lead: t(
        "受け取った窓口が書いて、保護者に返します。",
        "うけとった ところが かいて、かえします。",
        "Filled in by the office that received it.",
    ),
    sections: &[
        section(
            "head",
            t("回答", "こたえに ついて", "About this answer"),
            &[
                date("replied_on", t("回答日", "こたえた ひ", "Answered on")).role(Role::WrittenOn),
                line("slip_no", t("連絡票番号", "ばんごう", "Slip number")),
            ],
        )
        .paper(Paper::Head),
        section("answer", t("回答欄", "こたえ", "Answer"), ANSWER).paper(Paper::Grid {
            title_above: true,
            widths: &[28, 0, 26, 46],
            rows: &[
                &[
                    Cell::label("office"),
                    Cell::answer(&["office", "staff"]),
                    Cell::label("tel"),
                    Cell::answer(&["tel"]),
                ],
                &[
                    Cell::label("result"),
                    Cell::answer(&["result", "other_office"])
                        .span(3, 1)
                        .preprinted(&[
                            "担当します　・　お話を聞きました　・　まだ連絡がとれません　・　終わりました",
                            "別の窓口がよい（　　　　　　　　　　　　　　　）",
                        ]),
                ],
                &[
                    Cell::label("next_on"),
                    Cell::answer(&["next_on"]),
                    Cell::label("next_place"),
                    Cell::answer(&["next_place", "next_bring"]),
                ],
                &[
                    Cell::label("will_do"),
                    Cell::answer(&["will_do"]).span(3, 1).tall(13),
                ],
                &[
                    Cell::label("ask_back"),
                    Cell::answer(&["ask_back"]).span(3, 1).tall(13),
                ],
                &[
                    Cell::label("received_on"),
                    Cell::answer(&["received_on"]),
                    Cell::label("parent_told"),
                    Cell::answer(&["parent_told"]),
                ],
            ],
        }),
    ],
}
.checked();

/// What came of a slip, in the order of the number codec: new ones go behind.
pub const RESULTS: &[Choice] = &[
    Choice::new("taken", t("担当します", "たんとう します", "We take it on")),
    Choice::new(
        "heard",
        t(
            "お話を聞きました",
            "はなしを ききました",
            "We have listened",
        ),
    ),
    Choice::new(
        "elsewhere",
        t(
            "別の窓口がよい",
            "ほかの まどぐちが いい",
            "Another office is better",
        ),
    ),
    Choice::new(
        "unreached",
        t(
            "まだ連絡がとれません",
            "まだ れんらく できません",
            "Not reached yet",
        ),
    ),
    Choice::new("ended", t("終わりました", "おわりました", "It is finished")),
];

const ANSWER: &[Question] = &[
    line(
        "office",
        t("回答した窓口", "こたえた ところ", "Answered by"),
    )
    .role(Role::RowTitle),
    line("staff", t("担当者", "たんとう", "Staff")).folded(),
    phone("tel", t("電話", "でんわ", "Telephone")).role(Role::Office),
    one("result", t("回答", "こたえ", "Answer"), RESULTS),
    line(
        "other_office",
        t("どの窓口", "どの まどぐち", "Which office"),
    )
    .folded(),
    date("next_on", t("次の日", "つぎの ひ", "Next date")),
    line("next_place", t("場所", "ばしょ", "Place")),
    line("next_bring", t("持ち物", "もちもの", "Please bring")).folded(),
    lines(
        "will_do",
        t("これからすること", "これから する こと", "What we will do"),
    ),
    lines(
        "ask_back",
        t(
            "連絡元へのお願い",
            "もとの ところへの おねがい",
            "Asked of the first office",
        ),
    ),
    date(
        "received_on",
        t("受け取った日", "うけとった ひ", "Received on"),
    ),
    one(
        "parent_told",
        t("保護者へ", "ほごしゃへ", "The parent was told"),
        &[
            Choice::new("yes", t("伝えた", "つたえた", "Yes")),
            Choice::new("not_yet", t("まだ", "まだ", "Not yet")),
        ],
    ),
];
