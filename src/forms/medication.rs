//! 服薬の記録: one row for every time or period of medication.

use crate::form::{Column, Edge, Form, Lane, Offer, Paper, Role, line, lines, period, repeat};
use crate::text::t;

/// 服薬の記録.
pub const MEDICATION: Form = Form {
    id: "medication",
    version: 1,
    title: t("服薬の記録", "くすりの きろく", "Medication"),
    lead: t(
        "ぜんぶの経過を書かなくて だいじょうぶです。",
        "ぜんぶ かかなくて いいです。",
        "You need not write down everything.",
    ),
    sections: &[repeat(
        "rows",
        t("服薬の記録", "くすりの きろく", "Medication"),
        15,
        t("薬をたす", "くすりを たす", "Add a medicine"),
        t("薬", "くすり", "Medicine"),
        &[
            period("when", t("時期または期間", "いつ・いつまで", "When, or from when until when")).hint(t(
                "年だけ、年と月だけでも けっこうです。",
                "ねんだけ、ねんと つきだけでも いいです。",
                "The year alone, or year and month, is enough.",
            )),
            line("diagnosis", t("診断名", "びょうきの なまえ", "Diagnosis"))
                .role(Role::Diagnosis)
                .offer(Offer::Diagnosis),
            line("clinic", t("医療機関名", "びょういんの なまえ", "Clinic"))
                .role(Role::Place)
                .offer(Offer::Place),
            lines("medicine", t("薬の種類・量など", "くすりの なまえ・りょう など", "Medicine and dose"))
                .role(Role::RowTitle),
            lines("remarks", t("備考（服薬の時間など）", "そのほか（のむ じかん など）", "Remarks (when taken and so on)")),
        ],
    )
    .note(t(
        "全ての経過を記入する必要はありません。経過を把握していきたいものなど、必要に応じて記入しましょう。",
        "ぜんぶ かかなくて いいです。おぼえて おきたい ものを かきましょう。",
        "There is no need to record everything. Write what you want to keep track of.",
    ))
    .lane(Lane::Medicine)
    .paper(Paper::Table {
        columns: &[
            Column::of(&["when"], 41),
            Column::of(&["diagnosis", "clinic"], 58)
                .headed("診断名・医療機関")
                .labelled(),
            Column::of(&["medicine"], 0),
            Column::of(&["remarks"], 35),
        ],
        edge: Edge::Bare,
        height: 14,
        note_head: Some("【保護者の方へ】"),
    })],
}
.checked();
