//! 就労相談記録票: what a parent tells once when looking for work (川越市's sheet, 2015).
//!
//! Labels are the paper's, so that it prints as the office knows it. The screen assumes neither a
//! divorce nor who the parent is. The two most sensitive answers travel in a file only.

use crate::form::{
    Cell, Choice, Column, Edge, Form, Offer, Paper, Question, Reach, Role, date, line, lines, many,
    months, phone, repeat, section,
};
use crate::text::t;

/// 就労相談記録票.
pub const EMPLOYMENT: Form = Form {
    id: "employment",
    version: 1,
    title: t(
        "就労相談記録票",
        "しごとの そうだんの きろく",
        "Employment consultation",
    ),
    lead: t(
        "仕事の相談に行く前に、書けるところだけ書いておけます。",
        "しごとの そうだんの まえに、かける ところだけ かきます。",
        "Fill in what you can before you go to talk about work.",
    ),
    sections: &[
        section(
            "head",
            t("相談日", "そうだんの ひ", "Date of the consultation"),
            &[date(
                "date",
                t("相談日", "そうだんの ひ", "Date of the consultation"),
            )
            .role(Role::WrittenOn)],
        )
        .paper(Paper::Head),
        section("person", t("ご本人", "あなたの こと", "About you"), PERSON).paper(Paper::Grid {
            title_above: false,
            widths: &[24, 0, 27, 56],
            rows: &[
                &[
                    Cell::label("name"),
                    Cell::answer(&["name"]).tall(9),
                    Cell::label("supporter"),
                    Cell::answer(&["supporter"]),
                ],
                &[
                    Cell::label("birth"),
                    Cell::answer(&["birth"]).span(3, 1).tall(9).age_on("date"),
                ],
                &[
                    Cell::label("address").span(1, 2),
                    Cell::answer(&["address"]).span(1, 2).tall(9),
                    Cell::label("tel_home"),
                    Cell::answer(&["tel_home"]),
                ],
                &[
                    Cell::label("tel_mobile"),
                    Cell::answer(&["tel_mobile"]).tall(9),
                ],
            ],
        }),
        repeat(
            "children",
            t(
                "子供の名前、年齢、通学先、保育園等",
                "こどもの なまえ・ねんれい・がっこう",
                "Children: name, age, school or nursery",
            ),
            3,
            t("お子さんをたす", "こどもを たす", "Add a child"),
            t("お子さん", "こども", "Child"),
            &[
                line("name", t("名前", "なまえ", "Name"))
                    .role(Role::Person)
                    .offer(Offer::Child),
                line("age", t("年齢", "ねんれい", "Age")),
                line(
                    "place",
                    t(
                        "通学先、保育園等",
                        "がっこう・ほいくえん",
                        "School or nursery",
                    ),
                )
                .role(Role::Place)
                .offer(Offer::Place),
            ],
        )
        .paper(Paper::Grid {
            title_above: true,
            widths: &[16, 0, 16, 18, 38, 46],
            rows: &[&[
                Cell::label("name"),
                Cell::answer(&["name"]),
                Cell::label("age"),
                Cell::answer(&["age"]),
                Cell::label("place"),
                Cell::answer(&["place"]),
            ]],
        }),
        section("family", t("ご家族", "かぞく", "Family"), FAMILY).paper(Paper::Grid {
            title_above: false,
            widths: &[36, 0],
            rows: &[
                &[Cell::label("allowance_no"), Cell::answer(&["allowance_no"])],
                &[Cell::label("divorce"), Cell::answer(&["divorce"])],
                &[Cell::label("kin"), Cell::answer(&["kin"])],
            ],
        }),
        section(
            "skills",
            t(
                "学歴・資格など",
                "がくれき・しかく など",
                "Education and skills",
            ),
            SKILLS,
        )
        .paper(Paper::Grid {
            title_above: false,
            widths: &[36, 0, 20, 70],
            rows: &[
                &[
                    Cell::label("education"),
                    Cell::answer(&["education"]).span(3, 1),
                ],
                &[
                    Cell::label("licences"),
                    Cell::answer(&["licences"]),
                    Cell::label("pc"),
                    Cell::answer(&["pc"]),
                ],
                &[
                    Cell::label("commute"),
                    Cell::answer(&["commute", "commute_other"]).span(3, 1),
                ],
                &[
                    Cell::label("current_job"),
                    Cell::answer(&["current_job"]).span(3, 1),
                ],
            ],
        }),
        repeat(
            "career",
            t("キャリア", "いままでの しごと", "Work so far"),
            3,
            t("仕事をたす", "しごとを たす", "Add a job"),
            t("仕事", "しごと", "Job"),
            &[
                months(
                    "when",
                    t("期間", "いつから いつまで", "From when until when"),
                ),
                line("job", t("仕事", "しごと", "Work")).role(Role::RowTitle),
                line(
                    "contract",
                    t("雇用形態", "はたらきかた", "Kind of employment"),
                )
                .hint(t(
                    "正社員、パートなど",
                    "せいしゃいん、パート など",
                    "Full time, part time",
                )),
            ],
        )
        .paper(Paper::Table {
            columns: &[
                Column::of(&["when"], 60),
                Column::of(&["job"], 0),
                Column::of(&["contract"], 40),
            ],
            edge: Edge::Across,
            height: 8,
            note_head: None,
        }),
        section(
            "wish",
            t("求職希望", "ほしい しごと", "The work you want"),
            WISH,
        )
        .paper(Paper::Grid {
            title_above: false,
            widths: &[22, 22, 0, 26, 50],
            rows: &[
                &[
                    Cell::head("求職希望", 1).span(1, 3),
                    Cell::label("wish_job"),
                    Cell::answer(&["wish_job"]),
                    Cell::label("wish_area"),
                    Cell::answer(&["wish_area"]),
                ],
                &[
                    Cell::label("wish_income"),
                    Cell::answer(&["wish_income"]),
                    Cell::label("wish_days_off"),
                    Cell::answer(&["wish_days_off"]),
                ],
                &[
                    Cell::label("wish_hours"),
                    Cell::answer(&["wish_hours"]),
                    Cell::label("wish_other"),
                    Cell::answer(&["wish_other"]),
                ],
            ],
        }),
        repeat(
            "actions",
            t("次回アクション", "つぎに する こと", "Next steps"),
            3,
            t("することをたす", "する ことを たす", "Add a step"),
            t("すること", "する こと", "Step"),
            &[
                line("who", t("だれが", "だれが", "Who")).offer(Offer::Supporter),
                line("what", t("何をする", "なにを する", "Does what")).role(Role::RowTitle),
                date("due", t("いつまでに", "いつまでに", "By when")),
            ],
        )
        .paper(Paper::Table {
            columns: &[
                Column::of(&["who"], 40),
                Column::of(&["what"], 0),
                Column::of(&["due"], 38),
            ],
            edge: Edge::Across,
            height: 8,
            note_head: None,
        }),
    ],
}
.checked();

const PERSON: &[Question] = &[
    line("name", t("氏名", "なまえ", "Full name"))
        .role(Role::Person)
        .offer(Offer::Person),
    line(
        "supporter",
        t("自立支援員", "じりつ しえんいん", "Support worker"),
    )
    .role(Role::Supporter)
    .offer(Offer::Supporter),
    date("birth", t("生年月日", "うまれた ひ", "Date of birth")),
    line("address", t("住所", "じゅうしょ", "Address"))
        .role(Role::Address)
        .offer(Offer::Address),
    phone(
        "tel_home",
        t("TEL・自宅", "いえの でんわ", "Telephone at home"),
    )
    .offer(Offer::Phone),
    phone(
        "tel_mobile",
        t("TEL・携帯", "けいたい でんわ", "Mobile telephone"),
    )
    .offer(Offer::Phone),
];

const FAMILY: &[Question] = &[
    line("allowance_no", t("児童扶養手当No.", "じどう ふよう てあての ばんごう", "Child rearing allowance no."))
        .hint(t(
            "渡すときは、選んだときだけファイルに入ります。",
            "えらんだ ときだけ、ファイルに はいります。",
            "Goes along only when chosen, and only in a file.",
        ))
        .reach(Reach::File),
    lines("divorce", t("離婚時期、状況", "ひとりおやに なった とき", "How you came to raise the family alone"))
        .hint(t(
            "ひとり親になった時期・状況です。離婚のほかでも書けます。渡すときは、選んだときだけファイルに入ります。",
            "りこんで なくても かけます。えらんだ ときだけ、ファイルに はいります。",
            "When and how; not only after a divorce. Goes along only when chosen, and only in a file.",
        ))
        .reach(Reach::File),
    lines("kin", t("親里、父母兄弟", "じっか・きょうだい", "Parental home, relatives"))
        .role(Role::Whereabouts)
        .hint(t(
            "手伝ってくれる実家や家族など",
            "てつだって くれる ひと など",
            "Who can help",
        )),
];

const SKILLS: &[Question] = &[
    lines("education", t("学歴", "がくれき", "Education")).hint(t(
        "中学・高校・大学、履修科目、専門学校",
        "そつぎょうした がっこう・べんきょうした こと",
        "Schools, subjects, vocational training",
    )),
    lines(
        "licences",
        t(
            "免許、資格",
            "めんきょ・しかく",
            "Licences and qualifications",
        ),
    ),
    many(
        "pc",
        t("PC", "パソコン", "Computer"),
        &[
            Choice::new("word", t("Word（ワード）", "ワード", "Word")),
            Choice::new("excel", t("Excel（エクセル）", "エクセル", "Excel")),
            Choice::new("at_home", t("自宅所持", "いえに ある", "Have one at home")),
        ],
    ),
    many(
        "commute",
        t("通勤手段", "しごとへの いきかた", "Way to work"),
        &[
            Choice::new("car", t("車通勤", "くるま", "Car")),
            Choice::new("bicycle", t("自転車", "じてんしゃ", "Bicycle")),
            Choice::new("train", t("電車・バス", "でんしゃ・バス", "Train or bus")),
            Choice::new("foot", t("徒歩", "あるいて", "On foot")),
        ],
    )
    .role(Role::Whereabouts),
    line(
        "commute_other",
        t(
            "通勤手段（その他）",
            "いきかた（そのほか）",
            "Way to work (other)",
        ),
    )
    .role(Role::Whereabouts)
    .folded(),
    lines(
        "current_job",
        t("現業の状況", "いまの しごと", "Work today"),
    ),
];

const WISH: &[Question] = &[
    line("wish_job", t("職種", "しごとの しゅるい", "Kind of work")),
    line("wish_area", t("地域", "ばしょ", "Area")).role(Role::Whereabouts),
    line("wish_income", t("収入", "おかね", "Income")),
    line("wish_days_off", t("休日", "やすみの ひ", "Days off")),
    line(
        "wish_hours",
        t("勤務時間", "はたらく じかん", "Working hours"),
    ),
    lines(
        "wish_other",
        t("その他の希望", "そのほかの きぼう", "Other wishes"),
    ),
];
