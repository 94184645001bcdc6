//! はじめに: where the note came from. The office that hands it over writes here.

use crate::form::{Form, Lane, Offer, Role, date, line, section};
use crate::text::t;

/// はじめに.
pub const HAJIMENI: Form = Form {
    id: "hajimeni",
    version: 1,
    title: t("はじめに", "はじめに", "To begin with"),
    lead: t(
        "このノートを渡した窓口の人が書くところです。",
        "ノートを わたした まどぐちの ひとが かく ところです。",
        "For the office that handed you this note.",
    ),
    sections: &[section(
        "handed",
        t(
            "ノートのお渡し",
            "ノートを もらった とき",
            "Where the note came from",
        ),
        &[
            date(
                "handed_on",
                t(
                    "ノートをお渡しした日",
                    "ノートを もらった ひ",
                    "Day the note was handed over",
                ),
            ),
            line(
                "handed_by",
                t("関係機関名", "まどぐちの なまえ", "Name of the office"),
            )
            .role(Role::Place)
            .offer(Offer::Place),
        ],
    )
    .lane(Lane::Event)],
}
.checked();
