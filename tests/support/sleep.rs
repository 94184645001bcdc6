//! A sheet that no source file names: how a child sleeps.

use stepnote::{
    form::{
        Choice, Form, Lane, Reach, Role, date, line, lines, many, milestone, months, one, repeat,
        section,
    },
    text::t,
};

/// ねむりの記録.
pub const SLEEP: Form = Form {
    id: "sleep",
    version: 1,
    title: t("ねむりの記録", "ねむりの きろく", "Sleep"),
    lead: t(
        "気になる日だけで だいじょうぶです。",
        "きに なる ひだけで いいです。",
        "Only the days that matter.",
    ),
    sections: &[
        section(
            "usual",
            t("ふだん", "いつも", "Usually"),
            &[
                date("date", t("記入日", "かいた ひ", "Written on")).role(Role::WrittenOn),
                one(
                    "nap",
                    t("昼寝", "ひるね", "Nap"),
                    &[
                        Choice::new("yes", t("する", "する", "Yes")),
                        Choice::new("no", t("しない", "しない", "No")),
                    ],
                ),
                many(
                    "helps",
                    t("ねむるときの助け", "ねる ときの たすけ", "What helps"),
                    &[
                        Choice::new("book", t("絵本", "えほん", "A book")),
                        Choice::new("towel", t("タオル", "タオル", "A towel")),
                    ],
                ),
                milestone(
                    "alone",
                    t("ひとりでねむる", "ひとりで ねる", "Sleeps alone"),
                ),
                months(
                    "crib",
                    t("ベビーベッドの期間", "ベビーベッドの きかん", "In a cot"),
                ),
                line("worry", t("心配なこと", "しんぱいな こと", "Worries")).reach(Reach::Asked),
            ],
        ),
        repeat(
            "nights",
            t("気になった夜", "きに なった よる", "Nights"),
            3,
            t("夜をたす", "よるを たす", "Add a night"),
            t("夜", "よる", "Night"),
            &[
                date("day", t("日", "ひ", "Day")),
                lines("what", t("ようす", "ようす", "What happened")).role(Role::RowTitle),
            ],
        )
        .lane(Lane::Event),
    ],
}
.checked();
