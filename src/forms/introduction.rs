//! 私の紹介: the child in the parent's words.

use crate::form::{Form, Offer, Paper, Role, age, date, line, lines, section};
use crate::text::t;

/// 私の紹介. The age is computed from the date of birth on 私のプロフィール.
pub const INTRODUCTION: Form = Form {
    id: "introduction",
    version: 1,
    title: t("私の紹介", "わたしの しょうかい", "About me"),
    lead: t(
        "思いつくことから、どうぞ。",
        "おもいつく ことから かいて ください。",
        "Start with whatever comes to mind.",
    ),
    sections: &[
        section(
            "head",
            t("記入", "かいた とき", "Written"),
            &[
                date("date", t("記入日", "かいた ひ", "Written on")).role(Role::WrittenOn),
                age(
                    "age",
                    t(
                        "記入日現在の年齢",
                        "かいた ひの ねんれい",
                        "Age when written",
                    ),
                    "date",
                ),
                line("writer", t("記入者", "かいた ひと", "Written by")).offer(Offer::Person),
            ],
        )
        .paper(Paper::Head),
        section(
            "self",
            t("私のこと", "わたしの こと", "About me"),
            &[line(
                "nickname",
                t(
                    "お名前の呼び方・愛称など",
                    "よびかた・あいしょう など",
                    "What to call me",
                ),
            )
            .role(Role::Nickname)],
        )
        .paper(Paper::Boxes(12)),
        section(
            "words",
            t(
                "好きなこと、苦手なこと",
                "すきな こと、にがてな こと",
                "Likes and dislikes",
            ),
            &[
                lines(
                    "likes",
                    t(
                        "好きなこと・得意なこと",
                        "すきな こと・とくいな こと",
                        "What I like, what I am good at",
                    ),
                )
                .role(Role::Likes)
                .hint(t(
                    "物・遊び・過ごしかたなど",
                    "もの・あそび・すごしかた など",
                    "Things, games, ways to spend time",
                )),
                lines(
                    "dislikes",
                    t(
                        "嫌いなこと・苦手なこと",
                        "きらいな こと・にがてな こと",
                        "What I dislike, what is hard for me",
                    ),
                )
                .role(Role::Dislikes)
                .hint(t(
                    "音・物・場所・感触など",
                    "おと・もの・ばしょ・さわった かんじ など",
                    "Sounds, things, places, textures",
                )),
                lines(
                    "episode",
                    t(
                        "特徴的なエピソードなど",
                        "こどもらしい できごと など",
                        "A story that shows who I am",
                    ),
                )
                .role(Role::Story),
            ],
        )
        .paper(Paper::Boxes(58)),
    ],
}
.checked();
