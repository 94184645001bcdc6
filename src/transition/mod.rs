//! 節目: the turning points of a child's life, from the date of birth (学校教育法 17条). Everything is a
//! guide: whoever started later, or went to school elsewhere, is in another year, and the days are the
//! city's and the school's to say.

mod ics;

pub use ics::{Event, calendar};

use crate::{
    answer::{PartialDate, Pupil, school_entry},
    text::{Lang, Text, t},
};

/// A turning point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transition {
    /// 入園
    Nursery,
    /// 小学校入学
    School,
    /// 中学校卒業
    Graduation,
    /// 18歳
    Adulthood,
}

/// Something that is due around a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Permanent name.
    pub code: &'static str,
    /// The month, or the day.
    pub when: PartialDate,
    /// What is due.
    pub what: Text,
    /// What helps then.
    pub help: Text,
}

impl Transition {
    /// All of them, in order.
    pub const ALL: [Transition; 4] = [
        Transition::Nursery,
        Transition::School,
        Transition::Graduation,
        Transition::Adulthood,
    ];

    /// In words.
    pub const fn words(self) -> Text {
        match self {
            Transition::Nursery => t("入園", "えんに はいる とき", "Starting kindergarten"),
            Transition::School => t(
                "小学校入学",
                "しょうがっこうに はいる とき",
                "Starting school",
            ),
            Transition::Graduation => t(
                "中学校卒業",
                "ちゅうがっこうを でる とき",
                "Leaving junior high school",
            ),
            Transition::Adulthood => t("18歳", "18さい", "Turning 18"),
        }
    }

    /// What is due when, in order. Empty where the date of birth does not say.
    pub fn steps(self, child: Pupil) -> Vec<Step> {
        match self {
            Transition::Nursery => by_month(child, -3, &NURSERY),
            Transition::School => by_month(child, 0, &SCHOOL),
            Transition::Graduation => by_month(child, 9, &GRADUATION),
            Transition::Adulthood => adulthood(child.birth).unwrap_or_default(),
        }
    }

    /// The first and the last month in which it is worth a quiet line, as `(year, month)`.
    fn season(self, child: Pupil) -> Option<(Month, Month)> {
        let steps = self.steps(child);
        let month = |step: &Step| Some(Month::of(step.when.year, step.when.month?));
        let (first, last) = (month(steps.first()?)?, month(steps.last()?)?);
        let after = match self {
            // The 18th birthday is not over in a month.
            Transition::Adulthood => 6,
            _ => 0,
        };
        Some((first, last.plus(after)))
    }
}

/// Months counted from the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Month(i32);

impl Month {
    fn of(year: u16, month: u8) -> Month {
        Month(i32::from(year) * 12 + i32::from(month) - 1)
    }

    fn plus(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    fn date(self) -> Option<PartialDate> {
        let year = u16::try_from(self.0.div_euclid(12)).ok()?;
        let month = Some((self.0.rem_euclid(12) + 1) as u8);
        Some(PartialDate {
            year,
            month,
            day: None,
        })
    }
}

/// What is near on a day: the turning point whose season it is, or none.
pub fn near(child: Pupil, today: PartialDate) -> Option<Transition> {
    let now = Month::of(today.year, today.month?);
    Transition::ALL.into_iter().find(|one| {
        one.season(child)
            .is_some_and(|(first, last)| (first..=last).contains(&now))
    })
}

/// The turning point that comes next after a day, and when.
pub fn coming(child: Pupil, today: PartialDate) -> Option<(Transition, PartialDate)> {
    let now = Month::of(today.year, today.month?);
    Transition::ALL.into_iter().find_map(|one| {
        let steps = one.steps(child);
        let main = match one {
            Transition::Graduation => steps.iter().rev().nth(1),
            _ => steps.last(),
        };
        let when = main?.when;
        (Month::of(when.year, when.month?) > now).then_some((one, when))
    })
}

/// How long it is from one month to a later one: 1年4カ月. `None` where it is not later.
pub fn wait(from: PartialDate, until: PartialDate, lang: Lang) -> Option<String> {
    let months = Month::of(until.year, until.month?).0 - Month::of(from.year, from.month?).0;
    let (years, months) = (months / 12, months % 12);
    let [year, month] =
        [t("年", "ねん", " y "), t("カ月", "かげつ", " m")].map(|unit| unit.to(lang));
    let part = |count: i32, unit: &str| match count {
        0 => String::new(),
        count => count.to_string() + unit,
    };
    let said = [part(years, year), part(months, month)].concat();
    (years >= 0 && months >= 0 && !said.is_empty()).then(|| said.trim_end().to_owned())
}

/// Which of some steps is due on a day: the last that has begun. `None` before the first.
pub fn due(steps: &[Step], today: PartialDate) -> Option<usize> {
    // A month has begun with its first day.
    let begins = |when: PartialDate| (when.year, when.month, when.day.or(Some(1)));
    let now = begins(today);
    steps.iter().rposition(|step| begins(step.when) <= now)
}

/// The steps that are not over, as events of a calendar file. Their names say nothing of the child, and
/// a file that is made again replaces what it said before.
pub fn events(child: Pupil, today: PartialDate, lang: Lang) -> Vec<Event> {
    let steps = Transition::ALL.into_iter().flat_map(|one| one.steps(child));
    let ahead = steps.filter(|step| {
        let now = Month::of(today.year, today.month.unwrap_or(1));
        step.when
            .month
            .is_some_and(|month| Month::of(step.when.year, month) >= now)
    });
    ahead
        .filter_map(|step| {
            let first =
                PartialDate::day(step.when.year, step.when.month?, step.when.day.unwrap_or(1))?;
            Some(Event {
                id: [step.code, "-", &step.when.year.to_string()].concat(),
                day: first,
                summary: step.what.to(lang).to_owned(),
                description: [step.help.to(lang), "\n", CONFIRM.to(lang)].concat(),
            })
        })
        .collect()
}

/// What every date here is.
pub const CONFIRM: Text = t(
    "目安です。日にちは、市や学校にお確かめください。",
    "だいたいの ころです。しや がっこうに きいて ください。",
    "A guide only; please ask the city or the school for the day.",
);

/// A step before it has a year: months before or after the January of the year of the turning point.
type Due = (&'static str, i32, Text, Text);

fn by_month(child: Pupil, years: i32, dues: &[Due]) -> Vec<Step> {
    let Some(entry) = school_entry(child) else {
        return Vec::new();
    };
    let january = Month::of(entry, 1).plus(12 * years);
    let step = |(code, months, what, help): &Due| {
        Some(Step {
            code,
            when: january.plus(*months).date()?,
            what: *what,
            help: *help,
        })
    };
    dues.iter().filter_map(step).collect()
}

/// The day the age of 18 is reached, counted like every age here: who was born on 29 February is 18 on
/// 1 March of a year that has no such day.
fn adulthood(birth: PartialDate) -> Option<Vec<Step>> {
    let year = birth.year.checked_add(18)?;
    let month = birth.month?;
    let when = match birth.day {
        None => PartialDate {
            year,
            month: Some(month),
            day: None,
        },
        Some(day) => PartialDate::day(year, month, day).or_else(|| PartialDate::day(year, 3, 1))?,
    };
    let (code, months, what, help) = ADULTHOOD[0];
    let before = Step {
        code,
        when: Month::of(when.year, when.month?).plus(months).date()?,
        what,
        help,
    };
    let (code, _, what, help) = ADULTHOOD[1];
    Some(vec![
        before,
        Step {
            code,
            when,
            what,
            help,
        },
    ])
}

const NURSERY: [Due; 3] = [
    (
        "nursery-apply",
        -3,
        t(
            "園を決めるころです",
            "えんを きめる ころです",
            "Around now: choosing a kindergarten",
        ),
        t(
            "園に伝えたいことを「私の紹介」に書いておくと、話しやすくなります。",
            "えんに いいたい ことを「わたしの しょうかい」に かきましょう。",
            "What you want the kindergarten to know goes into “About me”.",
        ),
    ),
    (
        "nursery-meet",
        1,
        t(
            "入園前の面談や説明のころです",
            "はいる まえの はなしの ころです",
            "Around now: meetings before starting",
        ),
        t(
            "母子健康手帳とノートを持っていきましょう。",
            "ぼしてちょうと ノートを もって いきましょう。",
            "Bring the mother and child handbook and the note.",
        ),
    ),
    (
        "nursery-start",
        3,
        t(
            "入園のころです",
            "えんに はいる ころです",
            "Starting kindergarten",
        ),
        t(
            "担任の先生と、ノートを一緒に見ながら話しましょう。",
            "せんせいと いっしょに ノートを みましょう。",
            "Look at the note together with the teacher.",
        ),
    ),
];

const SCHOOL: [Due; 5] = [
    (
        "school-consult",
        -8,
        t(
            "就学相談のお知らせのころです",
            "しゅうがく そうだんの ころです",
            "Around now: news of the consultation before school",
        ),
        t(
            "気になることがあれば、市の窓口に早めに相談できます。",
            "しんぱいな ことは はやめに そうだん できます。",
            "Whatever worries you can be asked early.",
        ),
    ),
    (
        "school-check",
        -3,
        t(
            "就学時健診のころです",
            "しゅうがくじ けんしんの ころです",
            "Around now: the health check before school",
        ),
        t(
            "法律では11月末までに行われます。ノートを見ながら答えられます。",
            "11がつの おわりまでに あります。ノートを みながら こたえられます。",
            "By law it takes place by the end of November. The note helps to answer.",
        ),
    ),
    (
        "school-sheet",
        -1,
        t(
            "就学支援シートを書くころです",
            "しゅうがく しえん シートの ころです",
            "Around now: the school support sheet",
        ),
        t(
            "「就学のページ」に、書いたことからまとめます。",
            "「しゅうがくの ページ」に まとめます。",
            "The page for school gathers what you have written.",
        ),
    ),
    (
        "school-notice",
        0,
        t(
            "入学のお知らせが届くころです",
            "にゅうがくの おしらせの ころです",
            "Around now: the notice of the school",
        ),
        t(
            "法律では1月末までに届きます。学校に、会って話す日を相談できます。",
            "1がつの おわりまでに とどきます。がっこうに はなす ひを きけます。",
            "By law it comes by the end of January. You can ask the school for a day to talk.",
        ),
    ),
    (
        "school-start",
        3,
        t(
            "入学です。もう一度、わたしましょう",
            "にゅうがくです。もういちど わたしましょう",
            "School begins: hand it over once more",
        ),
        t(
            "4月は人が入れかわります。担任の先生にも、放課後の場所にも、それぞれわたします。",
            "4がつは ひとが かわります。せんせいと、ほうかごの ところに わたします。",
            "People change in April: hand it to the teacher and to the after-school places, each by itself.",
        ),
    ),
];

const GRADUATION: [Due; 4] = [
    (
        "graduation-talk",
        -4,
        t(
            "本人と話しはじめるころです",
            "ほんにんと はなしはじめる ころです",
            "Around now: begin to talk with the young person",
        ),
        t(
            "本人のページを先に。何を伝えてほしいかを、本人が決めます。",
            "ほんにんの ページが さきです。なにを いうか、ほんにんが きめます。",
            "The young person’s own page comes first, and so does the say in what is told.",
        ),
    ),
    (
        "graduation-choose",
        -1,
        t(
            "つぎの場所に伝えることを選ぶころです",
            "つぎの ところに いう ことを えらぶ ころです",
            "Around now: choose what the next place is told",
        ),
        t(
            "小さいころのシートは、選ばないかぎり わたりません。",
            "ちいさい ころの シートは、えらばないと わたりません。",
            "The early sheets stay at home unless they are chosen.",
        ),
    ),
    (
        "graduation",
        2,
        t(
            "中学校の卒業です",
            "ちゅうがっこうの そつぎょうです",
            "Leaving junior high school",
        ),
        t(
            "学校から受け取った書類を、ノートにしまっておきましょう。",
            "がっこうの かみを ノートに しまいましょう。",
            "Keep the papers from school with the note.",
        ),
    ),
    (
        "graduation-next",
        3,
        t(
            "あたらしい場所に、もう一度わたしましょう",
            "あたらしい ところに もういちど わたしましょう",
            "Hand it to the new place once more",
        ),
        t(
            "担当の人が決まってから、本人と一緒に話せると安心です。",
            "たんとうの ひとが きまってから、いっしょに はなしましょう。",
            "Best together with the young person, once it is known who is in charge.",
        ),
    ),
];

const ADULTHOOD: [Due; 2] = [
    (
        "adult-talk",
        -3,
        t(
            "ノートを本人に引き継ぐ話をはじめるころです",
            "ノートを ほんにんに わたす はなしの ころです",
            "Around now: talk about passing the note on",
        ),
        t(
            "本人が持つのか、続けて一緒に持つのかを、話しましょう。",
            "だれが ノートを もつか、はなしましょう。",
            "Who will keep it: the young adult alone, or both for a while?",
        ),
    ),
    (
        "adult",
        0,
        t("18歳です", "18さいです", "Eighteen"),
        t(
            "控えのファイルで、本人の端末にノートをうつせます。",
            "ひかえの ファイルで、ほんにんの スマホに うつせます。",
            "A backup file carries the note to the young adult’s own device.",
        ),
    ),
];
