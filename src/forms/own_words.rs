//! 本人のページ: the young person's own words, and the say in what is told. Not a sheet of the paper note.

use crate::form::{Choice, Form, Offer, Paper, Reach, Role, date, line, lines, one, section};
use crate::text::t;

/// 本人のページ.
pub const OWN_WORDS: Form = Form {
    id: "own_words",
    version: 1,
    title: t("本人のページ", "ほんにんの ページ", "In my own words"),
    lead: t(
        "本人が、自分のことばで書くページです。",
        "じぶんで、じぶんの ことばで かく ページです。",
        "For the young person to write.",
    ),
    sections: &[
        section(
            "head",
            t("記入", "かいた とき", "Written"),
            &[
                date("date", t("記入日", "かいた ひ", "Written on")).role(Role::WrittenOn),
                line(
                    "writer",
                    t(
                        "一緒に書いた人",
                        "いっしょに かいた ひと",
                        "Written together with",
                    ),
                )
                .offer(Offer::Person),
            ],
        )
        .paper(Paper::Head),
        section(
            "words",
            t("わたしのこと", "わたしの こと", "About me"),
            &[
                lines(
                    "me",
                    t(
                        "わたしはこんな人です",
                        "わたしは こんな ひとです",
                        "This is me",
                    ),
                ),
                lines(
                    "easy",
                    t(
                        "こうしてもらえると、やりやすい",
                        "こう して もらえると、やりやすい",
                        "What makes things easier for me",
                    ),
                ),
                lines(
                    "next",
                    t(
                        "これからやってみたいこと",
                        "これから やって みたい こと",
                        "What I want to try next",
                    ),
                ),
                lines(
                    "told",
                    t(
                        "伝えてほしいこと",
                        "いって ほしい こと",
                        "What I want to be told",
                    ),
                ),
                lines(
                    "untold",
                    t(
                        "伝えてほしくないこと",
                        "いって ほしくない こと",
                        "What I do not want to be told",
                    ),
                )
                .reach(Reach::Stays)
                .hint(t(
                    "ここに書いたことは、わたすものに入りません。",
                    "ここに かいた ことは、わたしません。",
                    "What is written here is never handed over.",
                )),
            ],
        )
        .paper(Paper::Boxes(36)),
        section(
            "consent",
            t("わたすこと", "わたす こと", "Handing over"),
            &[one(
                "agrees",
                t(
                    "このノートをつぎの場所にわたすこと",
                    "ノートを つぎの ところに わたす こと",
                    "Handing this note to the next place",
                ),
                &[
                    Choice::new("yes", t("いいです", "いいです", "I agree")),
                    Choice::new(
                        "partly",
                        t("一部ならいいです", "すこしなら いいです", "Some of it"),
                    ),
                    Choice::new(
                        "no",
                        t(
                            "わたしたくないです",
                            "わたしたくないです",
                            "I do not want it",
                        ),
                    ),
                    Choice::new(
                        "talk",
                        t(
                            "もう少し話したい",
                            "もう すこし はなしたい",
                            "I want to talk more",
                        ),
                    ),
                ],
            )],
        ),
    ],
}
.checked();
