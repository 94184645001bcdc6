//! The stages of a child's life, as far as whom to turn to depends on them.

use crate::{
    answer::{PartialDate, Pupil, Stage, age, school_year},
    text::{Text, t},
};

/// A stage of life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeStage {
    /// 妊娠中から2歳まで
    Infant,
    /// 3歳から、年長になるまで
    Preschool,
    /// 年長
    Entry,
    /// 小学生
    Elementary,
    /// 中学1・2年生
    JuniorHigh,
    /// 中学3年生
    Graduating,
    /// 高校生の年ごろ
    Youth,
    /// 18歳から
    Adult,
    /// 保護者のこと: at any age of the child.
    Parent,
}

impl LifeStage {
    /// Every stage, in order.
    pub const ALL: [LifeStage; 9] = [
        LifeStage::Infant,
        LifeStage::Preschool,
        LifeStage::Entry,
        LifeStage::Elementary,
        LifeStage::JuniorHigh,
        LifeStage::Graduating,
        LifeStage::Youth,
        LifeStage::Adult,
        LifeStage::Parent,
    ];

    /// The permanent name.
    pub const fn code(self) -> &'static str {
        match self {
            LifeStage::Infant => "infant",
            LifeStage::Preschool => "preschool",
            LifeStage::Entry => "entry",
            LifeStage::Elementary => "elementary",
            LifeStage::JuniorHigh => "junior_high",
            LifeStage::Graduating => "graduating",
            LifeStage::Youth => "youth",
            LifeStage::Adult => "adult",
            LifeStage::Parent => "parent",
        }
    }

    /// The stage of a code.
    pub fn from_code(code: &str) -> Option<LifeStage> {
        LifeStage::ALL.into_iter().find(|one| one.code() == code)
    }

    /// In words.
    pub const fn words(self) -> Text {
        match self {
            LifeStage::Infant => t("妊娠中〜2歳", "おなかの なか〜2さい", "Before birth to 2"),
            LifeStage::Preschool => t("3〜5歳", "3〜5さい", "3 to 5"),
            LifeStage::Entry => t(
                "年長（入学の前の年）",
                "ねんちょう",
                "The year before school",
            ),
            LifeStage::Elementary => t("小学生", "しょうがくせい", "Primary school"),
            LifeStage::JuniorHigh => t("中学生", "ちゅうがくせい", "Junior high school"),
            LifeStage::Graduating => t(
                "中学3年生",
                "ちゅうがく 3ねんせい",
                "Last year of junior high",
            ),
            LifeStage::Youth => t("15歳から", "15さいから", "From 15"),
            LifeStage::Adult => t("18歳から", "18さいから", "From 18"),
            LifeStage::Parent => t("保護者のこと", "おやの こと", "For the parent"),
        }
    }

    /// The stage on a whole day. `None` where the date of birth does not say, or before it.
    pub fn of(child: Pupil, on: PartialDate) -> Option<LifeStage> {
        let (birth, year) = (child.birth, school_year(child, on)?);
        // Somebody whose day of birth is not known is taken for the older one of the month.
        let first = PartialDate {
            day: birth.day.or(Some(1)),
            ..birth
        };
        let years = age(first, on).map_or(0, |age| age.years);
        Some(match year.stage {
            _ if years >= 18 => LifeStage::Adult,
            Stage::Before | Stage::Kindergarten(1 | 2) if years < 3 => LifeStage::Infant,
            Stage::Before | Stage::Kindergarten(1 | 2) => LifeStage::Preschool,
            Stage::Kindergarten(_) => LifeStage::Entry,
            Stage::Elementary(_) => LifeStage::Elementary,
            Stage::JuniorHigh(3) => LifeStage::Graduating,
            Stage::JuniorHigh(_) => LifeStage::JuniorHigh,
            Stage::HighSchool(_) => LifeStage::Youth,
            Stage::After => LifeStage::Adult,
        })
    }
}
