//! The code tables of the format. An unknown code is `None`: the raw field is kept beside it.

/// 出力区分: who wrote the file for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// 1: a facility for the patient.
    ToPatient,
    /// 2: the patient for a facility.
    ToFacility,
}

/// 性別. No other value is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// 1 男.
    Male,
    /// 2 女.
    Female,
}

/// 作成者: who wrote a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creator {
    /// 1 医療関係者.
    Staff,
    /// 2 患者等.
    Patient,
    /// 8 その他.
    Other,
    /// 9 不明.
    Unknown,
}

/// 患者特記 種別.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Special {
    /// 1 アレルギー歴.
    Allergy,
    /// 2 副作用歴.
    SideEffect,
    /// 3 既往歴.
    History,
    /// 9 その他.
    Other,
}

/// 点数表.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// 1 医科.
    Medical,
    /// 3 歯科.
    Dental,
    /// 4 調剤.
    Pharmacy,
}

/// 提供情報 種別 (record 411).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// 30 入院中の副作用.
    InHospital,
    /// 31 退院後の療養に要る服薬情報.
    AfterHospital,
    /// 99 その他.
    Other,
}

/// 剤形コード. 8 is not assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DosageForm {
    /// 1 内服.
    Internal,
    /// 2 内滴.
    InternalDrops,
    /// 3 屯服.
    AsNeeded,
    /// 4 注射.
    Injection,
    /// 5 外用.
    External,
    /// 6 浸煎.
    Infusion,
    /// 7 湯.
    Decoction,
    /// 9 材料.
    Material,
    /// 10 その他.
    Other,
}

/// What the figure of a dose says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The amount for one day.
    Day,
    /// The amount for one time.
    Time,
    /// All that was dispensed.
    Whole,
    /// Not certain: show the figure, claim nothing.
    Unknown,
}

impl Direction {
    pub(super) fn of(code: &str) -> Option<Self> {
        find(code, &[("1", Self::ToPatient), ("2", Self::ToFacility)])
    }
}

impl Sex {
    pub(super) fn of(code: &str) -> Option<Self> {
        find(code, &[("1", Self::Male), ("2", Self::Female)])
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Male => "1",
            Self::Female => "2",
        }
    }
}

impl Creator {
    pub(super) fn of(code: &str) -> Option<Self> {
        let table = [
            ("1", Self::Staff),
            ("2", Self::Patient),
            ("8", Self::Other),
            ("9", Self::Unknown),
        ];
        find(code, &table)
    }
}

impl Special {
    pub(super) fn of(code: &str) -> Option<Self> {
        let table = [
            ("1", Self::Allergy),
            ("2", Self::SideEffect),
            ("3", Self::History),
            ("9", Self::Other),
        ];
        find(code, &table)
    }
}

impl Table {
    pub(super) fn of(code: &str) -> Option<Self> {
        let table = [
            ("1", Self::Medical),
            ("3", Self::Dental),
            ("4", Self::Pharmacy),
        ];
        find(code, &table)
    }
}

impl Told {
    pub(super) fn of(code: &str) -> Option<Self> {
        let table = [
            ("30", Self::InHospital),
            ("31", Self::AfterHospital),
            ("99", Self::Other),
        ];
        find(code, &table)
    }
}

impl DosageForm {
    pub(super) fn of(code: &str) -> Option<Self> {
        let table = [
            ("1", Self::Internal),
            ("2", Self::InternalDrops),
            ("3", Self::AsNeeded),
            ("4", Self::Injection),
            ("5", Self::External),
            ("6", Self::Infusion),
            ("7", Self::Decoction),
            ("9", Self::Material),
            ("10", Self::Other),
        ];
        find(code, &table)
    }

    /// What a dose of this form means.
    pub fn meaning(self) -> Meaning {
        match self {
            Self::Internal | Self::Infusion | Self::Decoction => Meaning::Day,
            Self::AsNeeded => Meaning::Time,
            Self::InternalDrops
            | Self::Injection
            | Self::External
            | Self::Material
            | Self::Other => Meaning::Whole,
        }
    }
}

/// JIS X 0401, 01 to 47.
const PREFECTURES: [&str; 47] = [
    "北海道",
    "青森県",
    "岩手県",
    "宮城県",
    "秋田県",
    "山形県",
    "福島県",
    "茨城県",
    "栃木県",
    "群馬県",
    "埼玉県",
    "千葉県",
    "東京都",
    "神奈川県",
    "新潟県",
    "富山県",
    "石川県",
    "福井県",
    "山梨県",
    "長野県",
    "岐阜県",
    "静岡県",
    "愛知県",
    "三重県",
    "滋賀県",
    "京都府",
    "大阪府",
    "兵庫県",
    "奈良県",
    "和歌山県",
    "鳥取県",
    "島根県",
    "岡山県",
    "広島県",
    "山口県",
    "徳島県",
    "香川県",
    "愛媛県",
    "高知県",
    "福岡県",
    "佐賀県",
    "長崎県",
    "熊本県",
    "大分県",
    "宮崎県",
    "鹿児島県",
    "沖縄県",
];

/// The name of a prefecture by its JIS X 0401 code.
pub fn prefecture(code: &str) -> Option<&'static str> {
    let number: usize = plain(code).parse().ok()?;
    PREFECTURES.get(number.checked_sub(1)?).copied()
}

fn find<T: Copy>(code: &str, table: &[(&str, T)]) -> Option<T> {
    let code = plain(code);
    table
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, value)| *value)
}

/// Digits without leading zeros; `"01"` is written as often as `"1"`. Anything else is "".
fn plain(code: &str) -> &str {
    let digits = code.bytes().all(|b| b.is_ascii_digit());
    if digits {
        code.trim_start_matches('0')
    } else {
        ""
    }
}
