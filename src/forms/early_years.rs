//! 乳幼児期のお子さんの様子: fourteen milestones, each as it is remembered.

use crate::form::{Cell, Form, Lane, Paper, milestone, section};
use crate::text::t;

/// 乳幼児期のお子さんの様子.
pub const EARLY_YEARS: Form = Form {
    id: "early_years",
    version: 1,
    title: t(
        "乳幼児期のお子さんの様子",
        "ちいさい ころの ようす",
        "The early years",
    ),
    lead: t(
        "何歳何ヶ月でも、日付でも書けます。「まだ」「おぼえていない」もえらべます。",
        "なんさい なんかげつでも、ひづけでも いいです。「まだ」「おぼえていない」も えらべます。",
        "Write an age or a date. 'Not yet' and 'I do not remember' are answers too.",
    ),
    sections: &[
        section(
            "body",
            t("からだのそだち", "からだの そだち", "Body"),
            &[
                milestone("neck", t("首すわり", "くびが すわる", "Holds up the head")),
                milestone("roll", t("寝返り", "ねがえり", "Rolls over")),
                milestone("sit", t("おすわり", "おすわり", "Sits")),
                milestone("creep", t("ずり這い", "ずりばい", "Creeps")).hint(t(
                    "おなかを床につけたまま進むこと",
                    "おなかを ゆかに つけて すすみます。",
                    "Moves along on the belly",
                )),
                milestone("crawl", t("はいはい", "はいはい", "Crawls")),
                milestone(
                    "pull_up",
                    t("つかまり立ち", "つかまって たつ", "Pulls up to stand"),
                ),
                milestone(
                    "cruise",
                    t("つたい歩き", "つたって あるく", "Walks along furniture"),
                ),
                milestone("walk", t("独り歩き", "ひとりで あるく", "Walks alone")),
            ],
        )
        .lane(Lane::Event)
        .paper(Paper::Grid {
            title_above: false,
            widths: &[40, 0, 40, 46],
            rows: &[
                &[Cell::head("【からだのそだち】", 4)],
                &[
                    Cell::label("neck"),
                    Cell::answer(&["neck"]).tall(18),
                    Cell::label("crawl"),
                    Cell::answer(&["crawl"]),
                ],
                &[
                    Cell::label("roll"),
                    Cell::answer(&["roll"]).tall(18),
                    Cell::label("pull_up"),
                    Cell::answer(&["pull_up"]),
                ],
                &[
                    Cell::label("sit"),
                    Cell::answer(&["sit"]).tall(18),
                    Cell::label("cruise"),
                    Cell::answer(&["cruise"]),
                ],
                &[
                    Cell::label("creep"),
                    Cell::answer(&["creep"]).tall(18),
                    Cell::label("walk"),
                    Cell::answer(&["walk"]),
                ],
                &[
                    Cell::head("【情緒面のそだち】", 2),
                    Cell::head("【ことばのそだち】", 2),
                ],
                &[
                    Cell::label("smile"),
                    Cell::answer(&["smile"]).tall(18),
                    Cell::label("babble"),
                    Cell::answer(&["babble"]),
                ],
                &[
                    Cell::label("strangers"),
                    Cell::answer(&["strangers"]).tall(18),
                    Cell::label("first_word"),
                    Cell::answer(&["first_word"]),
                ],
                &[
                    Cell::label("follow"),
                    Cell::answer(&["follow"]).tall(18),
                    Cell::label("two_words"),
                    Cell::answer(&["two_words"]),
                ],
            ],
        }),
        section(
            "feelings",
            t("情緒面のそだち", "こころの そだち", "Feelings"),
            &[
                milestone(
                    "smile",
                    t("あやすと笑う", "あやすと わらう", "Smiles when played with"),
                ),
                milestone(
                    "strangers",
                    t("人見知り", "ひとみしり", "Is shy of strangers"),
                ),
                milestone("follow", t("後追い", "あとおい", "Follows you about")).hint(t(
                    "はなれると泣いてついてくること",
                    "はなれると ないて ついて きます。",
                    "Cries and comes after you when you leave",
                )),
            ],
        )
        .lane(Lane::Event)
        .paper(Paper::Elsewhere),
        section(
            "words",
            t("ことばのそだち", "ことばの そだち", "Words"),
            &[
                milestone("babble", t("喃語", "なんご", "Babbles")).hint(t(
                    "「ばばば」「あうあう」など",
                    "「ばばば」「あうあう」など",
                    "'Ba-ba-ba' and the like",
                )),
                milestone("first_word", t("始語", "はじめての ことば", "First word")).hint(t(
                    "「まんま」「わんわん」など、意味のあることば",
                    "「まんま」「わんわん」など",
                    "A word that means something",
                )),
                milestone(
                    "two_words",
                    t("二語文", "2つの ことば", "Two words together"),
                )
                .hint(t(
                    "「わんわん きた」など",
                    "「わんわん きた」など",
                    "'Doggy come' and the like",
                )),
            ],
        )
        .lane(Lane::Event)
        .paper(Paper::Elsewhere),
    ],
}
.checked();
