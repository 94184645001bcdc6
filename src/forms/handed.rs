//! 渡した記録: what went to whom, on which day, under which consent. It never leaves this device.

use crate::form::{Choice, Column, Edge, Form, Paper, Reach, Role, date, line, lines, one, repeat};
use crate::text::t;

/// 渡した記録.
pub const HANDED: Form = Form {
    id: "handed",
    version: 1,
    title: t("渡した記録", "わたした きろく", "What was handed over"),
    lead: t(
        "いつ、どこへ、何を渡したか。この端末だけに残ります。",
        "いつ、どこへ、なにを わたしたか。この きかいだけに のこります。",
        "When, to whom and what. Kept on this device only.",
    ),
    sections: &[repeat(
        "rows",
        t("渡した記録", "わたした きろく", "What was handed over"),
        12,
        t("記録をたす", "きろくを たす", "Add an entry"),
        t("記録", "きろく", "Entry"),
        &[
            date("on", t("渡した日", "わたした ひ", "On")).reach(Reach::Stays),
            line("to", t("渡した相手", "わたした ところ", "To")).reach(Reach::Stays),
            lines("what", t("渡したもの", "わたした もの", "What went")).reach(Reach::Stays),
            one(
                "carrier",
                t("渡し方", "わたしかた", "How"),
                &[
                    Choice::new("file", t("ファイル", "ファイル", "File")),
                    Choice::new("codes", t("二次元コード", "コード", "QR codes")),
                    Choice::new("paper", t("紙", "かみ", "Paper")),
                ],
            )
            .reach(Reach::Stays),
            line(
                "receipt",
                t("受領番号", "うけとりの ばんごう", "Receipt number"),
            )
            .role(Role::RowTitle)
            .reach(Reach::Stays),
            line("consent", t("同意", "どうい", "Consent")).reach(Reach::Stays),
            line("slip", t("連絡票", "れんらくひょう", "Slip")).reach(Reach::Stays),
        ],
    )
    .paper(Paper::Table {
        columns: &[
            Column::of(&["on"], 34),
            Column::of(&["to"], 36),
            Column::of(&["what", "carrier"], 0).headed("渡したもの"),
            Column::of(&["receipt"], 24),
            Column::of(&["consent", "slip"], 28).headed("同意・連絡票"),
        ],
        edge: Edge::Bare,
        height: 12,
        note_head: None,
    })],
}
.checked();
