//! 在籍園・在籍校の記録: three rows for each of four stages, by year and month.

use crate::form::{
    Column, Form, Lane, Offer, Paper, Question, Role, Section, line, lines, months, repeat, section,
};
use crate::text::{Text, t};

/// 在籍園・在籍校の記録. The heading 幼稚園・保育園等 is cut off in the text we have of the paper.
pub const ENROLMENT: Form = Form {
    id: "enrolment",
    version: 1,
    title: t(
        "在籍園・在籍校の記録",
        "かよった えん・がっこうの きろく",
        "Nurseries and schools",
    ),
    lead: t(
        "年と月だけで だいじょうぶです。",
        "ねんと つきだけで いいです。",
        "Year and month are enough.",
    ),
    sections: &[
        stage(
            "nursery",
            t(
                "幼稚園・保育園等",
                "ようちえん・ほいくえん など",
                "Nursery or kindergarten",
            ),
            t("園をたす", "えんを たす", "Add a nursery"),
            t("園", "えん", "Nursery"),
            NURSERY,
        )
        .note(t(
            "医療や療育機関、通所施設（児童発達支援・放課後等デイサービスなど）、特別支援教育などの利用がある場合は、別紙「医療・療育機関・通所施設・特別支援教育などの記録」にも記載していきましょう。",
            "びょういんや りょういく などを つかって いますか。「いりょう・りょういく などの きろく」にも かきましょう。",
            "If you use clinics, therapy, day services or special education, write them on their own sheet too.",
        )),
        stage(
            "primary",
            t("小学校", "しょうがっこう", "Primary school"),
            SCHOOL_ADD,
            SCHOOL_ENTRY,
            SCHOOL,
        ),
        stage(
            "junior_high",
            t("中学校", "ちゅうがっこう", "Junior high school"),
            SCHOOL_ADD,
            SCHOOL_ENTRY,
            SCHOOL,
        ),
        stage(
            "high",
            t("高等学校等", "こうこう など", "High school and the like"),
            SCHOOL_ADD,
            SCHOOL_ENTRY,
            SCHOOL,
        ),
        section(
            "rest",
            t("その他", "そのほか", "Anything else"),
            &[lines("other", t("その他", "そのほか", "Anything else"))],
        )
        .paper(Paper::Boxes(1)),
    ],
}
.checked();

const SCHOOL_ADD: Text = t("学校をたす", "がっこうを たす", "Add a school");
const SCHOOL_ENTRY: Text = t("学校", "がっこう", "School");

const NURSERY: &[Question] = &[
    line("name", t("園名", "えんの なまえ", "Name"))
        .role(Role::Place)
        .offer(Offer::Place),
    months(
        "when",
        t("在園期間", "いつから いつまで", "From when until when"),
    ),
];

const SCHOOL: &[Question] = &[
    line("name", t("学校名", "がっこうの なまえ", "Name"))
        .role(Role::Place)
        .offer(Offer::Place),
    months(
        "when",
        t("在校期間", "いつから いつまで", "From when until when"),
    ),
];

const COLUMNS: &[Column] = &[Column::of(&["name"], 0), Column::of(&["when"], 84)];

const fn stage(
    id: &'static str,
    title: Text,
    add: Text,
    entry: Text,
    questions: &'static [Question],
) -> Section {
    repeat(id, title, 3, add, entry, questions)
        .lane(Lane::School)
        .paper(Paper::Bracketed {
            columns: COLUMNS,
            height: 11,
        })
}
