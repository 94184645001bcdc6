//! An invented family, written as a tired parent writes: every sheet full, with the names that
//! break software. Nobody here exists; the street numbers and the telephone numbers cannot.
#![allow(dead_code)] // Each test file takes what it needs.

use stepnote::{
    answer::{Answer, Attachment, Milestone, Period, Typed},
    form::{Form, Kind, Question},
    forms::{
        CARE, EARLY_YEARS, EMPLOYMENT, ENROLMENT, HAJIMENI, INTRODUCTION, MEDICATION, PAPERS,
        PROFILE,
    },
    record::{Answers, Note, Record, State},
};

/// The child's name. 髙 and 﨑 look like 高 and 崎 and are not; between the names stands U+3000.
pub const CHILD: &str = "\u{9AD9}\u{FA11}\u{3000}陽向";

/// The mother, who writes.
pub const MOTHER: &str = "\u{9AD9}\u{FA11}\u{3000}美咲";

/// The grandmother: 𠮷 is outside the basic plane, and is not 吉.
pub const GRANDMOTHER: &str = "\u{20BB7}田\u{3000}和子";

/// The aunt: compatibility ideographs (神 as U+FA19, 祥 as U+FA1A), which NFC would exchange.
pub const AUNT: &str = "\u{FA19}谷\u{3000}\u{FA1A}子";

/// A name of sixty characters, as some of us have.
pub const LONG_NAME: &str = "マリア・イザベル・アレハンドラ・デ・ラ・クルス・サントス・フェルナンデス・\u{9AD9}\u{FA11}・オリヴェイラ・陽向・ロサリア\u{3000}ヴァレリア";

const LIKES: &str = "電車とバスが大好きで、中央線の駅の名前を端から順に言えます。絵をかくときは、まず線路から。\
ブランコは「空が近くなるから」と、何十回でもこいでいます。小さい子にやさしく、妹が泣くと、だまってタオルを持ってきてくれます。\
数字を覚えるのも得意で、家族の誕生日はぜんぶ陽向が教えてくれます。ひとつのことに集中しているときの横顔が、私はいちばん好きです。";

const DISLIKES: &str = "大きな音（そうじ機、運動会のピストル、トイレの手をかわかす機械）が苦手で、耳をふさいで動けなくなります。\
イヤーマフがあれば、たいてい乗りこえられます。\n予定が急にかわると泣いてしまうので、前の日に紙にかいて見せてください。\
のりや絵の具が手につくのも嫌がりますが、ぬれタオルがそばにあると安心してさわれることがあります。\
給食は白いごはんだけの日もあります。しからずに見守ってもらえると、とても助かります。";

const EPISODE: &str = "三歳の冬、公園で知らない子がころんだとき、陽向は自分の手ぶくろをぬいで、その子の手にはめてあげていました。\
まだ言葉が出ないころのことで、私は泣いてしまいました。話しはじめたのは四歳になる少し前、最初の言葉は「でんしゃ、きた」です。\
いまは一日じゅうしゃべっています。うまくいかない日もありますが、寝る前に「きょうの いいこと」をひとつ言いあうのが、うちの習慣です。\n\
こまったときは、まず電車の話をしてみてください。";

/// The key of the one photo she keeps. It must never leave the device.
pub const PHOTO_KEY: &str = "6f0c1d5a9b27e84330d1f7c2a86b5e4993d20f61c7ab84e5721d9c3f60b8a4e2";

/// The sheets of the first hand-off ever written.
pub const FIRST: [Form; 3] = [PROFILE, INTRODUCTION, MEDICATION];

/// Every sheet, full: 髙﨑 陽向, six years old, starting school next April.
pub fn note() -> Note {
    let mut note = Note::default();
    note.put(&HAJIMENI, &hajimeni());
    note.put(&PROFILE, &profile(CHILD));
    note.put(&INTRODUCTION, &introduction());
    note.put(&EARLY_YEARS, &early_years());
    note.put(&ENROLMENT, &enrolment());
    note.put(&CARE, &care());
    note.put(&MEDICATION, &medication());
    note.put(&PAPERS, &papers());
    note.put(&EMPLOYMENT, &employment());
    note.set_state(&PROFILE, State::Written);
    note.set_state(&INTRODUCTION, State::Written);
    note
}

/// The same child under a name of sixty characters.
pub fn note_with_a_long_name() -> Note {
    let mut note = note();
    note.put(&PROFILE, &profile(LONG_NAME));
    note
}

fn profile(name: &str) -> Record {
    let mut record = once(
        &PROFILE,
        &[
            ("date", "2026-11-08"),
            ("kana", "たかさき\u{3000}ひなた"),
            ("name", name),
            ("sex", "女"),
            ("birth", "2020-09-03"),
            ("postcode", "180-0014"),
            (
                "address",
                "武蔵野市関前9丁目99番99号\u{3000}こもれびハイツ203",
            ),
        ],
    );
    let family = [
        [
            "本人",
            "たかさき\u{3000}ひなた",
            name,
            "2020-09-03",
            "together",
        ],
        [
            "母",
            "たかさき\u{3000}みさき",
            MOTHER,
            "1988-05-21",
            "together",
        ],
        [
            "父",
            "たかさき\u{3000}けんたろう",
            "\u{9AD9}\u{FA11}\u{3000}健太郎",
            "1986-12-02",
            "together",
        ],
        [
            "妹",
            "たかさき\u{3000}つむぎ",
            "\u{9AD9}\u{FA11}\u{3000}紬",
            "2023-03-30",
            "together",
        ],
        [
            "祖母（母の母）",
            "よしだ\u{3000}かずこ",
            GRANDMOTHER,
            "1955",
            "apart",
        ],
        [
            "おば（母の姉）",
            "かみや\u{3000}さちこ",
            AUNT,
            "1984-07",
            "apart",
        ],
    ];
    let ids = ["relation", "kana", "name", "birth", "living"];
    group(&mut record, &PROFILE, "family", ids, &family);
    let contacts = [
        ["母", "たかさき\u{3000}みさき", MOTHER, "090-0000-1234"],
        [
            "祖母（母の母）",
            "よしだ\u{3000}かずこ",
            GRANDMOTHER,
            "0422-00-0000",
        ],
    ];
    let ids = ["relation", "kana", "name", "phone"];
    group(&mut record, &PROFILE, "contacts", ids, &contacts);
    record
}

fn introduction() -> Record {
    once(
        &INTRODUCTION,
        &[
            ("date", "2026-11-15"),
            ("writer", &format!("母\u{3000}{MOTHER}")),
            ("nickname", "ひなちゃん（自分では「ひな」と言います）"),
            ("likes", LIKES),
            ("dislikes", DISLIKES),
            ("episode", EPISODE),
        ],
    )
}

/// From a year alone to a single day; two go on.
fn medication() -> Record {
    let rows = [
        [
            "2021/..",
            "アトピー性皮膚炎",
            "こもれび坂皮ふ科",
            "保湿剤（ヘパリン類似物質）\n赤いところにだけ、ぬり薬",
            "おふろのあと。べたべたを嫌がるので、手早く。",
        ],
        [
            "2023-11/2026-09",
            "気管支ぜん息",
            "こぶし通りこどもクリニック",
            "モンテルカスト細粒4mg\u{3000}1日1回",
            "寝る前。ヨーグルトにまぜるとのめます。",
        ],
        [
            "2024-02-17",
            "熱性けいれん（2分くらいでおさまった）",
            "はなみずき台病院\u{3000}小児科",
            "坐薬（ジアゼパム6mg）を1回",
            "救急で。そのあとはおきていません。",
        ],
        [
            "2026-09-12/..",
            "気管支ぜん息",
            "こぶし通りこどもクリニック",
            "モンテルカストチュアブル錠5mg\u{3000}1日1回",
            "6歳になったので細粒からかわりました。寝る前。",
        ],
        [
            "2026-10/..",
            "ねつきにくさ",
            "けやき並木発達クリニック",
            "メラトニン顆粒\u{3000}1mg",
            "20時ごろ。様子を見て、量をきめていくところです。",
        ],
    ];
    let ids = ["when", "diagnosis", "clinic", "medicine", "remarks"];
    let mut record = Record::default();
    group(&mut record, &MEDICATION, "rows", ids, &rows);
    record
}

fn hajimeni() -> Record {
    let handed = [
        ("handed_on", "2023-06-21"),
        ("handed_by", "こもれびの丘こども相談室"),
    ];
    once(&HAJIMENI, &handed)
}

/// Ages, a diary's date, one not yet and two forgotten.
fn early_years() -> Record {
    let remembered = [
        ("neck", "0/4"),
        ("roll", "0/7"),
        ("sit", "0/9"),
        ("creep", "forgotten"),
        ("crawl", "0/11"),
        ("pull_up", "1/0"),
        ("cruise", "1/2"),
        ("walk", "2022-02-11"),
        ("smile", "0/3"),
        ("strangers", "not_yet"),
        ("follow", "2/0"),
        ("babble", "forgotten"),
        ("first_word", "2024-07"),
        ("two_words", "4/1"),
    ];
    once(&EARLY_YEARS, &remembered)
}

fn enrolment() -> Record {
    let mut record = once(
        &ENROLMENT,
        &[(
            "other",
            "一歳から二歳まで、月に二回、こもれびの丘の親子ひろばに通いました。\n来年4月に、けやき台第九小学校に入学の予定です。",
        )],
    );
    let nurseries = [
        ["どんぐり坂保育園", "2022-04/2023-03"],
        ["こぶし野こども園", "2023-04/.."],
    ];
    group(
        &mut record,
        &ENROLMENT,
        "nursery",
        ["name", "when"],
        &nurseries,
    );
    record
}

/// A clinic, a therapist, a day service, and a talk that stays in the family.
fn care() -> Record {
    let mut record = Record::default();
    let rows: [&[(&str, &str)]; 4] = [
        &[
            ("kind", "health"),
            ("when", "2023-10-12"),
            ("place", "こもれびの丘保健センター"),
            (
                "content",
                "三歳児健診。ことばがゆっくりなことを相談しました。",
            ),
            ("finding", "聞こえの検査をすすめられました。"),
        ],
        &[
            ("kind", "medical"),
            ("when", "2024-01/.."),
            ("place", "けやき並木発達クリニック"),
            ("content", "半年に一度の診察。家と園での様子を話します。"),
            ("unit", "児童精神科"),
            ("person", "南野\u{3000}みどり先生"),
            ("phone", "0422-00-1111"),
            ("frequency", "半年に1回"),
            (
                "reason",
                "ことばのこと、大きな音をこわがることを相談しました。",
            ),
            ("worked", "イヤーマフをつけると、運動会にも出られました。"),
            ("diagnosis", "自閉スペクトラム症"),
            ("note", "予約は三か月前から。"),
            ("written_on", "2026-11-08"),
            ("writer", "母\u{3000}\u{9AD9}\u{FA11}\u{3000}美咲"),
            ("share", "ask"),
        ],
        &[
            ("kind", "day_service"),
            ("when", "2024-04/.."),
            ("place", "児童発達支援ひだまりの木"),
            ("content", "ことばと手先の訓練、小さな集団での遊び。"),
            ("unit", "らいおん組"),
            ("person", "北原\u{3000}さくらさん（言語聴覚士）"),
            ("phone", "0422-00-2222"),
            ("frequency", "週2回"),
            ("school_class", "regular resource"),
            ("school_plan", "yes"),
            ("school_care", "絵カードで予定を見せてもらっています。"),
            ("share", "always"),
        ],
        &[
            ("kind", "consultation"),
            ("when", "2025-11"),
            ("place", "ひまわり家族相談室"),
            (
                "content",
                "夜ねむれないほど疲れていたときに話を聞いてもらいました。",
            ),
            ("share", "family"),
        ],
    ];
    let part = CARE.groups().find(|part| part.id == "rows").expect("rows");
    let entries = rows.iter().map(|row| {
        let mut entry = Answers::default();
        for (id, words) in *row {
            let question = part.question(id).expect("the part asks it");
            entry.put(id, answer(question, words));
        }
        entry
    });
    record.groups.insert("rows".to_owned(), entries.collect());
    let tests = [
        [
            "聴力検査",
            "2023-11-20",
            "はなみずき台病院\u{3000}耳鼻科",
            "聞こえに問題はないとのことでした。",
            "no",
        ],
        [
            "田中ビネー知能検査",
            "2025-08-05",
            "けやき並木発達クリニック",
            "見て覚えることが得意、と説明されました。",
            "yes",
        ],
    ];
    let ids = ["name", "date", "place", "result", "paper"];
    group(&mut record, &CARE, "tests", ids, &tests);
    let certificates = [
        [
            "通所受給者証",
            "月10日",
            "2026-04-01",
            "2027-03-31",
            "9900000123",
        ],
        ["愛の手帳", "4度", "2025-10", "", "第99999号"],
    ];
    let ids = ["kind", "grade", "issued", "until", "number"];
    group(&mut record, &CARE, "certificates", ids, &certificates);
    record
}

fn papers() -> Record {
    let rows = [
        [
            "就学相談のお知らせ",
            "2026-05-18",
            "教育相談室ひなげし",
            "水色のファイルの1枚目",
            "yes",
            "photo",
        ],
        [
            "発達検査の結果報告書",
            "2025-09-02",
            "けやき並木発達クリニック",
            "居間の引き出しの上から二段目",
            "yes",
            "",
        ],
        [
            "個別支援計画書（令和8年度）",
            "2026-04",
            "児童発達支援ひだまりの木",
            "水色のファイルの2枚目",
            "no",
            "",
        ],
    ];
    let ids = ["title", "date", "from", "kept", "copy", "files"];
    let mut record = Record::default();
    group(&mut record, &PAPERS, "rows", ids, &rows);
    record
}

fn employment() -> Record {
    let mut record = once(
        &EMPLOYMENT,
        &[
            ("date", "2026-11-10"),
            ("name", MOTHER),
            ("supporter", "東雲\u{3000}ともこさん"),
            ("birth", "1988-05-21"),
            (
                "address",
                "武蔵野市関前9丁目99番99号\u{3000}こもれびハイツ203",
            ),
            ("tel_home", "0422-00-3333"),
            ("tel_mobile", "090-0000-1234"),
            ("allowance_no", "第8800777号"),
            (
                "divorce",
                "2026年の春から、家計をわけて暮らしています。まだ話し合いの途中です。",
            ),
            (
                "kin",
                "母の母が市内に住んでいて、週に二日はむかえを頼めます。",
            ),
            ("education", "短期大学（食物栄養科）を卒業"),
            ("licences", "栄養士\n普通自動車免許"),
            ("pc", "word at_home"),
            ("commute", "bicycle train"),
            ("commute_other", "雨の日だけバスを使います。"),
            ("current_job", "週三日、給食の調理補助をしています。"),
            ("wish_job", "栄養士の仕事、または給食の調理"),
            ("wish_area", "自転車で二十分までのところ"),
            ("wish_income", "手取りで十五万円くらい"),
            ("wish_days_off", "土曜・日曜・祝日"),
            ("wish_hours", "9時から15時半まで"),
            ("wish_other", "学校が休みの日に、休みやすいところ。"),
        ],
    );
    let children = [
        [CHILD, "6歳", "こぶし野こども園"],
        ["\u{9AD9}\u{FA11}\u{3000}紬", "3歳", "どんぐり坂保育園"],
    ];
    let ids = ["name", "age", "place"];
    group(&mut record, &EMPLOYMENT, "children", ids, &children);
    let career = [
        ["2009-04/2019-12", "社員食堂の栄養士", "正社員だった"],
        ["2024-09/..", "給食の調理補助", "週3日のパート"],
    ];
    let ids = ["when", "job", "contract"];
    group(&mut record, &EMPLOYMENT, "career", ids, &career);
    let actions = [
        [
            "東雲\u{3000}ともこさん",
            "求人を三つさがしておく",
            "2026-12-01",
        ],
        [MOTHER, "職務経歴書を書いてみる", "2026-12"],
    ];
    let ids = ["who", "what", "due"];
    group(&mut record, &EMPLOYMENT, "actions", ids, &actions);
    record
}

fn once(form: &Form, written: &[(&str, &str)]) -> Record {
    let mut record = Record::default();
    for (id, words) in written {
        let question = form.question(id).expect("the form asks it");
        record.answers.put(id, answer(question, words));
    }
    record
}

fn group<const N: usize>(
    record: &mut Record,
    form: &Form,
    part: &str,
    ids: [&str; N],
    rows: &[[&str; N]],
) {
    let section = form.groups().find(|section| section.id == part);
    let section = section.expect("the form has this part");
    let entries = rows.iter().map(|row| {
        let mut entry = Answers::default();
        for (id, words) in ids.iter().zip(row) {
            let question = section.question(id).expect("the part asks it");
            entry.put(id, answer(question, words));
        }
        entry
    });
    record.groups.insert(part.to_owned(), entries.collect());
}

/// Dates as ISO 8601; periods as its intervals, `..` for an end that is open; an age as years and
/// months (`0/4`); choices by their codes. What is "" was not answered.
fn answer(question: &Question, words: &str) -> Answer {
    match question.kind {
        Kind::Date => Answer::Date(date(words)),
        Kind::Period | Kind::Months => Answer::Period(match words.split_once('/') {
            None => Period {
                from: date(words),
                ..Period::default()
            },
            Some((from, "..")) => Period {
                from: date(from),
                ongoing: true,
                ..Period::default()
            },
            Some((from, until)) => Period {
                from: date(from),
                until: date(until),
                ongoing: false,
            },
        }),
        Kind::Milestone => Answer::Milestone(match (words, words.split_once('/')) {
            ("not_yet", _) => Milestone::NotYet,
            ("forgotten", _) => Milestone::Forgotten,
            (_, Some((years, months))) => Milestone::At {
                years: years.to_owned(),
                months: months.to_owned(),
            },
            (_, None) => Milestone::On(date(words)),
        }),
        Kind::Many(_) => Answer::Choices(words.split_whitespace().map(str::to_owned).collect()),
        Kind::Files if words.is_empty() => Answer::Files(Vec::new()),
        Kind::Files => Answer::Files(vec![Attachment {
            id: "0d4b8f1c2a7e4953b6c8d0f1e2a3b4c5".to_owned(),
            key: PHOTO_KEY.to_owned(),
            media: "image/jpeg".to_owned(),
            size: 181_733,
            name: "就学相談のお知らせ（おもて）".to_owned(),
        }]),
        _ => Answer::Text(words.to_owned()),
    }
}

fn date(iso: &str) -> Typed {
    if iso.is_empty() {
        return Typed::default();
    }
    Typed::from_iso(iso).expect("a date")
}
