//! What a district's net and gross water are found from, and what that comes to, as figures.

use super::terms::{FieldMethod, ReadingKind, SourceKind};
use crate::metric::{Figure, Refusal};

/// Everything a district's net and gross water are found from.
#[derive(Clone, Debug)]
pub struct Fieldwork {
    /// m² in a mu.
    pub mu: Figure,
    /// 作物.
    pub crops: Vec<Crop>,
    /// 典型田块.
    pub fields: Vec<Field>,
    /// 水源与出流.
    pub sources: Vec<WaterSource>,
}

/// A crop of the district.
#[derive(Clone, Debug)]
pub struct Crop {
    /// The caller's own mark.
    pub key: u32,
    /// Its name, by which fields belong to it.
    pub name: String,
    /// 实灌面积.
    pub area: Option<Figure>,
    /// 亩均净灌溉用水量, where it was measured elsewhere.
    pub net: Option<Figure>,
}

/// A sample field.
#[derive(Clone, Debug)]
pub struct Field {
    /// The caller's own mark.
    pub key: u32,
    /// The crop on it.
    pub crop: String,
    /// 面积.
    pub area: Option<Figure>,
    /// How its net water is found.
    pub method: Option<FieldMethod>,
    /// 亩均净灌溉用水量, where it was measured elsewhere.
    pub net: Option<Figure>,
    /// Direct readings, layer by layer and irrigation by irrigation.
    pub readings: Vec<Reading>,
    /// Steps of the water balance.
    pub steps: Vec<BalanceStep>,
}

/// A reading in a field; which of its numbers are needed depends on its kind.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The caller's own mark.
    pub key: u32,
    /// What was read.
    pub kind: Option<ReadingKind>,
    /// 土层厚.
    pub depth: Option<Figure>,
    /// 干容重.
    pub density: Option<Figure>,
    /// Moisture or water depth before the irrigation.
    pub before: Option<Figure>,
    /// Moisture or water depth after it.
    pub after: Option<Figure>,
    /// Metered water.
    pub volume: Option<Figure>,
}

/// A step of a field's water balance; what is not there counts as nothing where the formula allows it.
#[derive(Clone, Debug)]
pub struct BalanceStep {
    /// The caller's own mark.
    pub key: u32,
    /// 作物需水量.
    pub evapotranspiration: Option<Figure>,
    /// 有效降雨.
    pub rain: Option<Figure>,
    /// 地下水补给.
    pub groundwater: Option<Figure>,
    /// 稻田渗漏.
    pub percolation: Option<Figure>,
    /// 泡田水量.
    pub soaking: Option<Figure>,
    /// 计划湿润层.
    pub depth: Option<Figure>,
    /// Moisture or water depth at the beginning.
    pub start: Option<Figure>,
    /// Moisture or water depth at the end.
    pub end: Option<Figure>,
    /// 实际灌入.
    pub inflow: Option<Figure>,
}

/// A source of gross water, or an outflow.
#[derive(Clone, Debug)]
pub struct WaterSource {
    /// The caller's own mark.
    pub key: u32,
    /// What it is.
    pub kind: Option<SourceKind>,
    /// 水量.
    pub amount: Option<Figure>,
    /// 复蓄次数, of a pond.
    pub refills: Option<Figure>,
    /// 用电量.
    pub energy: Option<Figure>,
    /// 以电折水系数.
    pub factor: Option<Figure>,
}

/// What a district's fieldwork comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldworkFigures {
    /// Each field.
    pub fields: Vec<FieldFigures>,
    /// Each crop, in the order given: net water per mu, and altogether.
    pub crops: Vec<CropFigures>,
    /// The water of each source, in the order given.
    pub sources: Vec<SourceFigures>,
    /// 净灌溉用水总量.
    pub net: Option<Figure>,
    /// 毛灌溉用水总量.
    pub gross: Option<Figure>,
    /// What was refused, with its place.
    pub refusals: Vec<Refusal<FieldworkAt>>,
}

/// What a field comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldFigures {
    /// The mark of its row.
    pub key: u32,
    /// 亩均净灌溉用水量.
    pub net: Option<Figure>,
    /// Each reading, in the order given.
    pub readings: Vec<ReadingFigures>,
    /// Each step, in the order given.
    pub steps: Vec<BalanceStepFigures>,
}

/// What a reading comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadingFigures {
    /// The mark of its row.
    pub key: u32,
    /// 亩均净灌溉用水量 of it.
    pub net: Option<Figure>,
}

/// What a step of a field's water balance comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BalanceStepFigures {
    /// The mark of its row.
    pub key: u32,
    /// 净灌溉需水量 in it.
    pub need: Option<Figure>,
}

/// What a source comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceFigures {
    /// The mark of its row.
    pub key: u32,
    /// 计入水量.
    pub amount: Option<Figure>,
}

/// What a crop comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CropFigures {
    /// The mark of its row.
    pub key: u32,
    /// 亩均净灌溉用水量.
    pub net: Option<Figure>,
    /// How many fields it comes from; none where it was entered.
    pub fields: usize,
}

/// A place in the fieldwork, by the caller's marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldworkAt {
    /// A reading in a field.
    Reading(u32, u32),
    /// A step of a field.
    BalanceStep(u32, u32),
    /// A field.
    Field(u32),
    /// A crop.
    Crop(u32),
    /// A source.
    Source(u32),
    /// The crops together.
    Crops,
    /// The sources together.
    Sources,
}
