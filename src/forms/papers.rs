//! 受け取った書類: what was received, where the paper lies, and photos of it.
//!
//! The paper note tells parents to bind such papers behind the sheets; this is their list.

use crate::form::{
    Choice, Column, Edge, Form, Lane, Offer, Paper, Role, date, files, line, one, repeat,
};
use crate::text::t;

/// 受け取った書類.
pub const PAPERS: Form = Form {
    id: "papers",
    version: 1,
    title: t("受け取った書類", "もらった しょるい", "Papers received"),
    lead: t(
        "紙のありかを書いておくと、あとで見つけられます。",
        "かみが どこに あるか、かいて おきましょう。",
        "Note where each paper is, to find it again.",
    ),
    sections: &[repeat(
        "rows",
        t("受け取った書類", "もらった しょるい", "Papers received"),
        15,
        t("書類をたす", "しょるいを たす", "Add a paper"),
        t("書類", "しょるい", "Paper"),
        &[
            line(
                "title",
                t("書類の名前", "しょるいの なまえ", "What it is called"),
            )
            .role(Role::RowTitle),
            date("date", t("受け取った日", "もらった ひ", "Received on")),
            line(
                "from",
                t("受け取ったところ", "もらった ところ", "Received from"),
            )
            .role(Role::Place)
            .offer(Offer::Place),
            line(
                "kept",
                t(
                    "紙を置いている場所",
                    "かみを おいて いる ところ",
                    "Where the paper is kept",
                ),
            )
            .hint(t(
                "ファイルの何番目、引き出しなど",
                "ファイルの なんばんめ、ひきだし など",
                "Which folder, which drawer",
            )),
            one(
                "copy",
                t("控え", "コピー", "A copy of my own"),
                &[
                    Choice::new("yes", t("あり", "ある", "Yes")),
                    Choice::new("no", t("なし", "ない", "No")),
                ],
            )
            .hint(t(
                "提出する前にとったコピー",
                "だす まえに とった コピー",
                "Copied before handing it in",
            )),
            files("files", t("写真・PDF", "しゃしん・PDF", "Photos and PDFs")).hint(t(
                "この端末だけに、暗号にして残します。",
                "この きかいだけに のこります。",
                "Kept encrypted, on this device only.",
            )),
        ],
    )
    .note(t(
        "関係機関で受け取った書類をファイルにとじたり、母子健康手帳と一緒に保管しましょう。",
        "もらった しょるいは、ぼしけんこうてちょうと いっしょに おきましょう。",
        "Bind the papers you receive, and keep them with the mother and child handbook.",
    ))
    .lane(Lane::Event)
    .paper(Paper::Table {
        columns: &[
            Column::of(&["title"], 0),
            Column::of(&["date"], 37),
            Column::of(&["from"], 38),
            Column::of(&["kept"], 35).headed("紙の置き場所"),
            Column::of(&["copy", "files"], 24).headed("控え"),
        ],
        edge: Edge::Bare,
        height: 14,
        note_head: Some("【保護者の方へ】"),
    })],
}
.checked();
