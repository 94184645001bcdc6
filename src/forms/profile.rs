//! 私のプロフィール: the child, the family, two contacts.

use crate::form::{
    Cell, Choice, Column, Edge, Form, Offer, Paper, Reach, Role, age, date, kana, line, one, phone,
    postcode, repeat, section,
};
use crate::text::t;

/// 私のプロフィール.
pub const PROFILE: Form = Form {
    id: "profile",
    version: 1,
    title: t("私のプロフィール", "わたしの プロフィール", "My profile"),
    lead: t(
        "書けるところだけで だいじょうぶです。",
        "かける ところだけで いいです。",
        "Fill in only what you can.",
    ),
    sections: &[
        section(
            "head",
            t("記入日", "かいた ひ", "Written on"),
            &[date("date", t("記入日", "かいた ひ", "Written on")).role(Role::WrittenOn)],
        )
        .paper(Paper::Head),
        section(
            "child",
            t("お子さん", "こども", "The child"),
            &[
                kana("kana", t("ふりがな", "ふりがな", "Name in kana"), "name")
                    .role(Role::NameKana),
                line("name", t("氏名", "なまえ", "Full name")).role(Role::Name),
                line("sex", t("性別", "せいべつ", "Gender")).hint(t(
                    "書き方は自由です。書かなくても だいじょうぶです。",
                    "どう かいても いいです。かかなくても いいです。",
                    "In your own words, or leave it empty.",
                )),
                date("birth", t("生年月日", "うまれた ひ", "Date of birth")).role(Role::Birth),
                age(
                    "age",
                    t(
                        "記入日現在の年齢",
                        "かいた ひの ねんれい",
                        "Age when written",
                    ),
                    "date",
                ),
                one(
                    "school_entry",
                    t(
                        "学年が、生年月日とちがうとき",
                        "がくねんが ほかの こと ちがう とき",
                        "When the school year is another one",
                    ),
                    &[
                        Choice::new(
                            "later",
                            t(
                                "1年おそく入学（就学猶予など）",
                                "1ねん おそく にゅうがく",
                                "School began a year later",
                            ),
                        ),
                        Choice::new(
                            "earlier",
                            t(
                                "1年はやく入学（海外など）",
                                "1ねん はやく にゅうがく（がいこく など）",
                                "School began a year earlier (as abroad)",
                            ),
                        ),
                    ],
                )
                .hint(t(
                    "このアプリが出す学年と予定が、これに合います。紙や、わたすものには出ません。",
                    "アプリの がくねんと よていが かわります。かみには でません。",
                    "School years and dates in this app follow it. It is not printed or handed over.",
                ))
                .role(Role::SchoolEntry)
                .reach(Reach::Stays)
                .folded(),
                postcode("postcode", t("郵便番号", "ゆうびんばんごう", "Postal code"))
                    .role(Role::Address),
                line("address", t("住所", "じゅうしょ", "Address")).role(Role::Address),
            ],
        )
        .paper(Paper::Grid {
            title_above: false,
            widths: &[19, 0, 17, 62],
            rows: &[
                &[
                    Cell::label("kana"),
                    Cell::answer(&["kana"]),
                    Cell::label("sex"),
                    Cell::label("birth"),
                ],
                &[
                    Cell::label("name"),
                    Cell::answer(&["name"]).tall(16),
                    Cell::answer(&["sex"]),
                    Cell::answer(&["birth", "age"]),
                ],
                &[
                    Cell::label("address"),
                    Cell::answer(&["postcode", "address"])
                        .span(3, 1)
                        .tall(20)
                        .of_the_city(),
                ],
            ],
        }),
        repeat(
            "family",
            t(
                "家族構成（本人含む）",
                "かぞく（本人も いれます）",
                "Family (including the child)",
            ),
            8,
            t("家族をたす", "かぞくを たす", "Add a family member"),
            t("家族", "かぞく", "Family member"),
            &[
                line("relation", t("続柄（※）", "つながり（※）", "Relation (※)"))
                    .hint(t(
                        "お子さんからみた続柄です。父、母、祖母、同居人など。",
                        "こどもから みた つながりです。ちち、はは、そぼ など。",
                        "As seen from the child: father, mother, grandmother and so on.",
                    ))
                    .role(Role::Relation),
                kana("kana", t("ふりがな", "ふりがな", "Name in kana"), "name"),
                line("name", t("氏名", "なまえ", "Full name"))
                    .role(Role::Person)
                    .offer(Offer::Person),
                date("birth", t("生年月日", "うまれた ひ", "Date of birth")),
                one(
                    "living",
                    t(
                        "同居・別居",
                        "いっしょに すんで いますか",
                        "Living together or apart",
                    ),
                    &[
                        Choice::new("together", t("同居", "いっしょに すんで いる", "Together")),
                        Choice::new("apart", t("別居", "べつに すんで いる", "Apart")),
                    ],
                ),
            ],
        )
        .note(t(
            "※…本人からみた続柄",
            "※… こどもから みた つながり",
            "※ as seen from the child",
        ))
        .paper(Paper::Table {
            columns: &[
                Column::of(&["relation"], 20),
                Column::of(&["kana", "name"], 0),
                Column::of(&["birth"], 48),
                Column::of(&["living"], 27).headed("同居・別居（○で囲む）"),
            ],
            edge: Edge::Upright,
            height: 16,
            note_head: None,
        }),
        repeat(
            "contacts",
            t("連絡先", "れんらくさき", "Contacts"),
            2,
            t("連絡先をたす", "れんらくさきを たす", "Add a contact"),
            t("連絡先", "れんらくさき", "Contact"),
            &[
                line("relation", t("続柄", "つながり", "Relation")).role(Role::Relation),
                kana("kana", t("ふりがな", "ふりがな", "Name in kana"), "name"),
                line("name", t("氏名", "なまえ", "Full name"))
                    .role(Role::Person)
                    .offer(Offer::Person),
                phone("phone", t("電話番号", "でんわ ばんごう", "Telephone")).offer(Offer::Phone),
            ],
        )
        .paper(Paper::Grid {
            title_above: true,
            widths: &[9, 14, 17, 18, 0, 20, 46],
            rows: &[
                &[
                    Cell::number().span(1, 2),
                    Cell::label("relation").span(1, 2),
                    Cell::answer(&["relation"]).span(1, 2),
                    Cell::label("kana"),
                    Cell::answer(&["kana"]),
                    Cell::label("phone").span(1, 2),
                    Cell::answer(&["phone"]).span(1, 2),
                ],
                &[Cell::label("name"), Cell::answer(&["name"]).tall(11)],
            ],
        }),
    ],
}
.checked();
