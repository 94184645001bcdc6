//! What a notebook says, as it says it. Every text is as it stood, without blanks around it.

use super::{Creator, Day, Direction, DosageForm, Sex, Special, Table, Told};

/// A parsed notebook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notebook {
    /// The number behind `JAHISTC`.
    pub version: Option<u8>,
    /// 出力区分; absent in old files.
    pub direction: Option<Direction>,
    /// Record 1.
    pub patient: Patient,
    /// Records 2.
    pub special: Vec<SpecialNote>,
    /// Records 3: medicines bought without a prescription.
    pub bought: Vec<Bought>,
    /// Records 4.
    pub memos: Vec<Memo>,
    /// Records 5 and what follows each, in their order: mostly the newest first.
    pub dispensings: Vec<Dispensing>,
    /// Records 701.
    pub family_pharmacists: Vec<FamilyPharmacist>,
    /// What could not be read, in the order of the lines.
    pub troubles: Vec<Trouble>,
}

/// Record 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patient {
    /// 氏名.
    pub name: String,
    /// 性別.
    pub sex: Option<Sex>,
    /// 生年月日.
    pub birth: Day,
    /// 郵便番号.
    pub postcode: String,
    /// 住所.
    pub address: String,
    /// 電話.
    pub phone: String,
    /// 緊急連絡先.
    pub emergency: String,
    /// 血液型.
    pub blood: String,
    /// 体重, kg.
    pub weight: String,
    /// 氏名カナ.
    pub kana: String,
}

/// Record 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialNote {
    /// 種別.
    pub kind: Option<Special>,
    /// 内容.
    pub text: String,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Record 3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bought {
    /// 名称.
    pub name: String,
    /// 開始日.
    pub from: Day,
    /// 終了日.
    pub until: Day,
    /// 作成者.
    pub by: Option<Creator>,
    /// 通番, which its ingredients name.
    pub serial: Option<u16>,
    /// JAN, 13 digits.
    pub jan: String,
    /// Records 31.
    pub ingredients: Vec<Ingredient>,
}

/// Record 31.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingredient {
    /// 成分名.
    pub name: String,
    /// Code.
    pub code: Coded,
    /// 作成者.
    pub by: Option<Creator>,
}

/// A code and the number of its table, both as they stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded {
    /// Of medicines 1 none, 2 レセプト電算, 3 厚労省, 4 YJ, 6 HOT; of 用法 1 none, 2 JAMI; of
    /// 一般名 1 none, 2 厚労省; of ingredients 1 none, 2 成分名コード.
    pub kind: String,
    /// The code.
    pub code: String,
}

/// Record 4 or 601.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memo {
    /// 内容.
    pub text: String,
    /// 入力日.
    pub written: Day,
    /// 作成者; record 601 has none.
    pub by: Option<Creator>,
}

/// A text and who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// 内容.
    pub text: String,
    /// 提供情報 種別, of record 411 only.
    pub kind: Option<Told>,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Record 5 and what follows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dispensing {
    /// 調剤等年月日. Not the day on which it was first taken.
    pub date: Day,
    /// 作成者.
    pub by: Option<Creator>,
    /// Record 11: who dispensed.
    pub dispensed_at: Option<Facility>,
    /// Record 15.
    pub dispensed_by: Option<Doctor>,
    /// Records 51: who prescribed, where it was not who dispensed.
    pub prescribed_at: Vec<Facility>,
    /// Records 55.
    pub doctors: Vec<Doctor>,
    /// The RPs, in the order in which they were first named.
    pub rps: Vec<Rp>,
    /// Records 401.
    pub cautions: Vec<Note>,
    /// Records 411.
    pub told: Vec<Note>,
    /// Records 421: 残薬確認.
    pub leftovers: Vec<Note>,
    /// Records 501: 備考.
    pub remarks: Vec<Note>,
    /// Records 601: 患者等記入.
    pub written_by_patient: Vec<Memo>,
}

/// Record 11 or 51.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facility {
    /// 名称.
    pub name: String,
    /// 都道府県, JIS X 0401: [`super::prefecture`].
    pub prefecture: String,
    /// 点数表.
    pub table: Option<Table>,
    /// 機関コード, leading zeros kept.
    pub code: String,
    /// 郵便番号; record 11 only.
    pub postcode: String,
    /// 住所; record 11 only.
    pub address: String,
    /// 電話; record 11 only.
    pub phone: String,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Record 15 or 55.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doctor {
    /// 氏名.
    pub name: String,
    /// 診療科名 of record 55, 連絡先 of record 15.
    pub department: String,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Medicines that share one usage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rp {
    /// RP番号; `None` where it could not be read.
    pub number: Option<u16>,
    /// Which of [`Dispensing::prescribed_at`].
    pub facility: Option<usize>,
    /// Which of [`Dispensing::doctors`].
    pub doctor: Option<usize>,
    /// Records 201.
    pub medicines: Vec<Medicine>,
    /// Record 301.
    pub usage: Option<Usage>,
    /// Records 311.
    pub notes: Vec<Note>,
    /// Records 391.
    pub cautions: Vec<Note>,
}

/// Record 201.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medicine {
    /// 薬品名称, with whatever marks stand before it.
    pub name: String,
    /// 用量. What it means depends on the 剤形: [`super::meaning`].
    pub dose: String,
    /// 単位名; there is no closed table of them.
    pub unit: String,
    /// 薬品コード.
    pub code: Coded,
    /// 作成者.
    pub by: Option<Creator>,
    /// 一般名.
    pub generic: String,
    /// 一般名コード.
    pub generic_code: Coded,
    /// Records 281.
    pub notes: Vec<Note>,
    /// Records 291.
    pub cautions: Vec<Note>,
}

/// Record 301.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// 用法名称.
    pub text: String,
    /// 調剤数量.
    pub quantity: String,
    /// 調剤単位: 日分, 回分, 調剤.
    pub unit: String,
    /// 剤形.
    pub form: Option<DosageForm>,
    /// 用法コード.
    pub code: Coded,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Record 701.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPharmacist {
    /// 氏名.
    pub name: String,
    /// 薬局名.
    pub pharmacy: String,
    /// 連絡先.
    pub contact: String,
    /// 開始日.
    pub from: Day,
    /// 終了日.
    pub until: Day,
    /// 作成者.
    pub by: Option<Creator>,
}

/// Something that could not be read. Holds nothing of what stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trouble {
    /// The line, from 1; 0 for the whole.
    pub line: u32,
    /// The record.
    pub record: Option<u16>,
    /// What.
    pub what: What,
}

/// What could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Characters that are none in CP932; so many.
    Characters(u32),
    /// A version newer than 08.
    Newer,
    /// A line that begins with no record number.
    NoRecord,
    /// A record nobody has described.
    Unknown,
    /// Something stands beyond the last column: perhaps two lines that lost the break between them.
    Surplus,
    /// No such day.
    Date,
    /// Medicines without a record 5 before them.
    NoDispensing,
    /// A medicine without a name: it is left out.
    NoName,
    /// A dose that is no number.
    Dose,
    /// What the dose means is not certain.
    Meaning,
    /// Medicines without a usage.
    NoUsage,
    /// A usage without medicines.
    NoMedicine,
    /// A second usage for the same medicines: the first is kept.
    SecondUsage,
    /// A note to a medicine or product that is not there.
    Orphan,
    /// A second, different patient.
    SecondPatient,
}
