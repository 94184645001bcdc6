//! だれが・いつまでに・何を: one table for everybody who helps, the parent's own copy of it.

use crate::form::{
    Cell, Choice, Column, Edge, Form, Offer, Paper, Role, date, line, lines, one, repeat, section,
};
use crate::text::t;

/// だれが・いつまでに・何を. Kept under the case number that its slips name; no row is hidden.
pub const ACTIONS: Form = Form {
    id: "actions",
    version: 1,
    title: t(
        "だれが・いつまでに・何を",
        "だれが・いつまでに・なにを",
        "Who does what by when",
    ),
    lead: t(
        "決まったことを、みんなで同じ表に書きます。",
        "きまった ことを、おなじ ひょうに かきます。",
        "What was settled, in one table for everybody.",
    ),
    sections: &[
        section(
            "conference",
            t("話し合い", "はなしあい", "Conference"),
            &[
                line(
                    "case_no",
                    t("まとめの番号", "まとめの ばんごう", "Case number"),
                ),
                date("held_on", t("話し合った日", "はなしあった ひ", "Held on"))
                    .role(Role::WrittenOn),
                line("key_person", t("まとめ役", "まとめる ひと", "Key person"))
                    .role(Role::Supporter)
                    .offer(Offer::Supporter),
                lines("members", t("参加した人", "いた ひと", "Who was there")),
                date(
                    "next_on",
                    t("次の話し合い", "つぎの はなしあい", "Next time"),
                ),
            ],
        )
        .paper(Paper::Grid {
            title_above: false,
            widths: &[30, 0, 30, 46],
            rows: &[
                &[
                    Cell::label("held_on"),
                    Cell::answer(&["held_on"]),
                    Cell::label("case_no"),
                    Cell::answer(&["case_no"]),
                ],
                &[
                    Cell::label("key_person"),
                    Cell::answer(&["key_person"]),
                    Cell::label("next_on"),
                    Cell::answer(&["next_on"]),
                ],
                &[
                    Cell::label("members"),
                    Cell::answer(&["members"]).span(3, 1),
                ],
            ],
        }),
        repeat(
            "rows",
            t("すること", "する こと", "Steps"),
            10,
            t("することをたす", "する ことを たす", "Add a step"),
            t("すること", "する こと", "Step"),
            &[
                one(
                    "side",
                    t("だれ", "だれ", "Side"),
                    &[
                        Choice::new("parent", t("保護者", "ほごしゃ", "Parent")),
                        Choice::new("child", t("本人", "ほんにん", "The child")),
                        Choice::new("office", t("窓口・機関", "まどぐち", "An office")),
                    ],
                ),
                line("who", t("名前・役割", "なまえ・やくわり", "Name and role")),
                line("what", t("何を", "なにを", "What")).role(Role::RowTitle),
                date("due", t("いつまでに", "いつまでに", "By when")),
                one(
                    "status",
                    t("状況", "いま", "Status"),
                    &[
                        Choice::new("open", t("未", "まだ", "Open")),
                        Choice::new("doing", t("中", "して いる", "In progress")),
                        Choice::new("done", t("済", "おわり", "Done")),
                        Choice::new("dropped", t("中止", "やめた", "Dropped")),
                    ],
                ),
                date("done_on", t("済んだ日", "おわった ひ", "Done on")).folded(),
                line("memo", t("メモ", "メモ", "Memo")).folded(),
            ],
        )
        .paper(Paper::Table {
            columns: &[
                Column::of(&["side", "who"], 40).headed("だれが"),
                Column::of(&["what", "memo"], 0).headed("何を"),
                Column::of(&["due"], 37),
                Column::of(&["status", "done_on"], 28).headed("状況"),
            ],
            edge: Edge::Bare,
            height: 10,
            note_head: None,
        }),
    ],
}
.checked();
