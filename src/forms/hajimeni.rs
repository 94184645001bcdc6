//! はじめに: where the note came from. The office that hands it over writes here.

use crate::form::{Form, Lane, Offer, Paper, Passage, Role, date, line, section};
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
    .lane(Lane::Event)
    .paper(Paper::Letter(PASSAGES))],
}
.checked();

/// What the paper says of itself, word for word.
const PASSAGES: &[Passage] = &[
    Passage {
        head: "「子どものステップノート」とは",
        points: &[
            "・お子さんの成長や支援に関する情報をひとつにまとめていくためのファイルです。",
            "・成長していく上で、細やかな配慮が必要な子どもたちが、乳幼児期から大人になるまで、ライフステージで途切れることなく一貫した支援とともに地域で生活していけるよう、本人・保護者と関係機関が必要な情報を共有するときの助けとなる、情報整理のためのツールです。",
        ],
    },
    Passage {
        head: "どのように役立ちますか？",
        points: &[
            "・関係機関にお子さんの情報をわかりやすく伝えることができ、伝え忘れも防げます。",
            "・お子さんの成長に応じて関係機関が変わるたびに、保護者が同じことを繰り返し伝える負担が少なくなります。",
            "・関係機関とこれまでの支援の内容を正確に共有することで、適切な支援につながります。",
            "・必要な情報をひとつのファイルにまとめていくため、これまでの成長や支援の整理に役立ちます。",
        ],
    },
    Passage {
        head: "どのように作っていきますか？",
        points: &[
            "・お子さんに関する情報（氏名、家族構成など）や、関係機関との相談支援内容やかかわりの経過など、必要に応じてシートに記入しましょう。",
            "・関係機関で受け取った書類をファイルにとじたり、母子健康手帳と一緒に保管しましょう。",
            "・提出する書類などのうち、ご自身で控えておきたいものはあらかじめコピーをとってこのファイルにとじておきましょう。",
        ],
    },
    Passage {
        head: "どのようなときに活用できますか？",
        points: &[
            "・入園、入学、サービスの利用開始やそれに伴う相談など、新たにお子さんの関係機関と関わるときに、母子健康手帳や必要書類と一緒に、是非このファイルをお持ちください。",
            "・ファイルにつづっている記録や資料を一緒に見ながらこれまでの育ちや支援内容を伝えましょう。",
            "・関係機関と相談の上、必要に応じてファイルの中身をコピーして共有するなど、情報を適切に活用し、お子さんが一貫した支援を受けられるようにしましょう。",
        ],
    },
    Passage {
        head: "ファイルに保管する内容は、大切な個人情報です。",
        points: &["保護者が責任をもってファイルを保管し、必要に応じて活用しましょう。"],
    },
];
