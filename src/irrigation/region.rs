//! 区域测算, a region's year: districts, size classes, the region itself.

use super::{
    Amounts, EffectiveUse, EffectiveUseCoefficient, GrossAndArea, GrossFromNet, NetAndCoefficient, Part,
    Parts, RegionalCoefficient, Total, WaterPerMu,
};
use crate::metric::{Fault, Figure};
use crate::text::Words;

/// 灌区规模与类型, how districts are grouped: by irrigable area (万亩), wells by how they convey water.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// 大型, 30 万亩 and more.
    Large,
    /// 中型 1–5 万亩.
    Medium1To5,
    /// 中型 5–15 万亩.
    Medium5To15,
    /// 中型 15–30 万亩.
    Medium15To30,
    /// 小型, below 1 万亩.
    Small,
    /// 纯井 土质渠道.
    WellEarthCanal,
    /// 纯井 防渗渠道.
    WellLinedCanal,
    /// 纯井 管道输水.
    WellPipe,
    /// 纯井 喷灌.
    WellSprinkler,
    /// 纯井 微灌.
    WellMicro,
}

impl SizeClass {
    /// Every class, as reports list them.
    pub const ALL: [SizeClass; 10] = [
        SizeClass::Large,
        SizeClass::Medium15To30,
        SizeClass::Medium5To15,
        SizeClass::Medium1To5,
        SizeClass::Small,
        SizeClass::WellEarthCanal,
        SizeClass::WellLinedCanal,
        SizeClass::WellPipe,
        SizeClass::WellSprinkler,
        SizeClass::WellMicro,
    ];

    /// The name that saved ledgers use.
    pub fn code(self) -> &'static str {
        match self {
            SizeClass::Large => "large",
            SizeClass::Medium1To5 => "medium_1_5",
            SizeClass::Medium5To15 => "medium_5_15",
            SizeClass::Medium15To30 => "medium_15_30",
            SizeClass::Small => "small",
            SizeClass::WellEarthCanal => "well_earth_canal",
            SizeClass::WellLinedCanal => "well_lined_canal",
            SizeClass::WellPipe => "well_pipe",
            SizeClass::WellSprinkler => "well_sprinkler",
            SizeClass::WellMicro => "well_micro",
        }
    }

    /// The term of the field.
    pub const fn name(self) -> Words {
        match self {
            SizeClass::Large => Words::new("大型（≥30万亩）", "Large, ≥300k mu"),
            SizeClass::Medium1To5 => Words::new("中型（1–5万亩）", "Medium, 10k–50k mu"),
            SizeClass::Medium5To15 => Words::new("中型（5–15万亩）", "Medium, 50k–150k mu"),
            SizeClass::Medium15To30 => Words::new("中型（15–30万亩）", "Medium, 150k–300k mu"),
            SizeClass::Small => Words::new("小型（<1万亩）", "Small, <10k mu"),
            SizeClass::WellEarthCanal => Words::new("纯井·土质渠道", "Wells, earth canal"),
            SizeClass::WellLinedCanal => Words::new("纯井·防渗渠道", "Wells, lined canal"),
            SizeClass::WellPipe => Words::new("纯井·管道输水", "Wells, pipe"),
            SizeClass::WellSprinkler => Words::new("纯井·喷灌", "Wells, sprinkler"),
            SizeClass::WellMicro => Words::new("纯井·微灌", "Wells, micro-irrigation"),
        }
    }

    /// The class that a typed or pasted text means: its code, its name, or its name cut short without ambiguity.
    pub fn from_typed(text: &str) -> Option<SizeClass> {
        let plain = |text: &str| {
            let kept = text.chars().filter(|c| !c.is_whitespace() && !"（）()·,，".contains(*c));
            kept.collect::<String>()
                .replace(['-', '~', '～', '—'], "–")
                .replace("灌区", "")
                .to_ascii_lowercase()
        };
        let wanted = plain(text);
        let exactly = |class: &&SizeClass| {
            let name = class.name();
            text.trim() == class.code() || [name.zh, name.en].iter().any(|name| plain(name) == wanted)
        };
        let begins = |class: &SizeClass| {
            let name = class.name();
            [name.zh, name.en].iter().any(|name| plain(name).starts_with(&wanted))
                || plain(name.zh.trim_start_matches("纯井·")) == wanted
        };
        if let Some(class) = SizeClass::ALL.iter().find(exactly) {
            return Some(*class);
        }
        let mut candidates = SizeClass::ALL.into_iter().filter(begins);
        match (wanted.is_empty(), candidates.next(), candidates.next()) {
            (false, Some(only), None) => Some(only),
            _ => None,
        }
    }
}

/// A district with what is known of its water.
#[derive(Clone, Debug)]
pub struct District {
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// 规模与类型; without one the district counts in the region but in no class.
    pub class: Option<SizeClass>,
    /// 实灌面积.
    pub area: Option<Figure>,
    /// Net, gross, coefficient.
    pub water: Water,
}

/// What is known of a district's water. Two of net, gross and coefficient determine the third.
#[derive(Clone, Debug)]
pub enum Water {
    /// 净 and 毛.
    NetAndGross {
        /// W净
        net: Figure,
        /// W毛
        gross: Figure,
    },
    /// 毛 and η, as measured elsewhere.
    GrossAndCoefficient {
        /// W毛
        gross: Figure,
        /// η
        coefficient: Figure,
    },
    /// 净 and η, as measured elsewhere.
    NetAndCoefficient {
        /// W净
        net: Figure,
        /// η
        coefficient: Figure,
    },
    /// 毛 only: enough for water per area.
    Gross {
        /// W毛
        gross: Figure,
    },
    /// η only: it has no weight in the region.
    Coefficient {
        /// η
        coefficient: Figure,
    },
    /// Not enough.
    Unknown,
}

/// The figures of a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearFigures {
    /// Each district, in the order given.
    pub districts: Vec<DistrictFigures>,
    /// The classes that have districts, as reports list them.
    pub classes: Vec<ClassFigures>,
    /// The region's coefficient.
    pub coefficient: Option<Figure>,
    /// How many districts the coefficient comes from.
    pub count: usize,
    /// The region's water per irrigated area.
    pub per_mu: Option<Figure>,
    /// The region's gross water, of the districts that have a coefficient.
    pub gross: Option<Figure>,
    /// What could not be computed for the region as a whole.
    pub faults: Vec<Fault>,
}

/// The figures of a district.
#[derive(Clone, Debug, PartialEq)]
pub struct DistrictFigures {
    /// The caller's mark.
    pub key: u32,
    /// η
    pub coefficient: Option<Figure>,
    /// Gross water, typed or found from net water and coefficient.
    pub gross: Option<Figure>,
    /// Gross water per irrigated area.
    pub per_mu: Option<Figure>,
    /// What was refused.
    pub faults: Vec<Fault>,
}

/// The figures of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassFigures {
    /// The class.
    pub class: SizeClass,
    /// How many districts are in its coefficient.
    pub count: usize,
    /// η, weighted by gross water.
    pub coefficient: Option<Figure>,
    /// Gross water.
    pub gross: Option<Figure>,
}

/// Works a year out. What one district lacks never stops the others.
pub fn assess(districts: &[District]) -> YearFigures {
    let figures: Vec<DistrictFigures> = districts.iter().map(assess_district).collect();
    let mut faults = Vec::new();
    let mut keep = |result: Result<Figure, Fault>| result.map_err(|fault| faults.push(fault)).ok();

    let weighted: Vec<&DistrictFigures> = figures.iter().filter(|f| f.part().is_some()).collect();
    let coefficient = region_of(&weighted).and_then(&mut keep);
    let gross = total(weighted.iter().filter_map(|f| f.gross.clone())).and_then(&mut keep);
    let per_mu = per_mu_of(districts, &figures).and_then(&mut keep);
    let classes = SizeClass::ALL
        .into_iter()
        .filter(|class| districts.iter().any(|district| district.class == Some(*class)))
        .map(|class| assess_class(class, districts, &figures))
        .collect();
    YearFigures { count: weighted.len(), districts: figures, classes, coefficient, per_mu, gross, faults }
}

fn assess_district(district: &District) -> DistrictFigures {
    let mut faults = Vec::new();
    let mut keep = |result: Result<Figure, Fault>| result.map_err(|fault| faults.push(fault)).ok();
    let (coefficient, gross) = match district.water.clone() {
        Water::NetAndGross { net, gross } => {
            let water = EffectiveUse { net, gross: gross.clone() };
            (keep(Figure::computed(&EffectiveUseCoefficient, water)), Some(gross))
        }
        Water::GrossAndCoefficient { gross, coefficient } => (Some(coefficient), Some(gross)),
        Water::NetAndCoefficient { net, coefficient } => {
            let known = NetAndCoefficient { net, coefficient: coefficient.clone() };
            (Some(coefficient), keep(Figure::computed(&GrossFromNet, known)))
        }
        Water::Gross { gross } => (None, Some(gross)),
        Water::Coefficient { coefficient } => (Some(coefficient), None),
        Water::Unknown => (None, None),
    };
    let per_mu = gross.clone().zip(district.area.clone()).and_then(|(gross_10k_m3, area_10k_mu)| {
        keep(Figure::computed(&WaterPerMu, GrossAndArea { gross_10k_m3, area_10k_mu }))
    });
    DistrictFigures { key: district.key, coefficient, gross, per_mu, faults }
}

fn assess_class(class: SizeClass, districts: &[District], figures: &[DistrictFigures]) -> ClassFigures {
    let members: Vec<&DistrictFigures> = districts
        .iter()
        .zip(figures)
        .filter(|(district, figures)| district.class == Some(class) && figures.part().is_some())
        .map(|(_, figures)| figures)
        .collect();
    ClassFigures {
        class,
        count: members.len(),
        // A fault here is the region's too, and said there.
        coefficient: region_of(&members).and_then(Result::ok),
        gross: total(members.iter().filter_map(|f| f.gross.clone())).and_then(Result::ok),
    }
}

impl DistrictFigures {
    /// The district as a part of a region, when it has both a coefficient and a weight.
    fn part(&self) -> Option<Part<Figure>> {
        let (coefficient, gross) = self.coefficient.clone().zip(self.gross.clone())?;
        (coefficient.value() > 0.0).then_some(Part { coefficient, gross })
    }
}

fn region_of(members: &[&DistrictFigures]) -> Option<Result<Figure, Fault>> {
    let parts: Vec<Part<Figure>> = members.iter().filter_map(|f| f.part()).collect();
    (!parts.is_empty()).then(|| Figure::computed(&RegionalCoefficient, Parts { parts }))
}

fn total(amounts: impl Iterator<Item = Figure>) -> Option<Result<Figure, Fault>> {
    let amounts: Vec<Figure> = amounts.collect();
    (!amounts.is_empty()).then(|| Figure::computed(&Total, Amounts { amounts }))
}

/// Only districts with both water and area count: a district without its area would raise the others' figure.
fn per_mu_of(districts: &[District], figures: &[DistrictFigures]) -> Option<Result<Figure, Fault>> {
    let both = || {
        districts
            .iter()
            .zip(figures)
            .filter(|(_, figures)| figures.per_mu.is_some())
            .filter_map(|(district, figures)| figures.gross.clone().zip(district.area.clone()))
    };
    let gross_10k_m3 = total(both().map(|(gross, _)| gross))?;
    let area_10k_mu = total(both().map(|(_, area)| area))?;
    Some(gross_10k_m3.and_then(|gross_10k_m3| {
        Figure::computed(&WaterPerMu, GrossAndArea { gross_10k_m3, area_10k_mu: area_10k_mu? })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_understood_as_people_write_it() {
        for (text, class) in [
            ("large", Some(SizeClass::Large)),
            ("大型", Some(SizeClass::Large)),
            ("大型灌区", Some(SizeClass::Large)),
            ("中型(5-15万亩)", Some(SizeClass::Medium5To15)),
            ("中型", None),
            ("小型", Some(SizeClass::Small)),
            ("喷灌", Some(SizeClass::WellSprinkler)),
            ("纯井", None),
            ("", None),
            ("huge", None),
        ] {
            assert_eq!(SizeClass::from_typed(text), class, "{text}");
        }
        for class in SizeClass::ALL {
            for text in [class.code(), class.name().zh, class.name().en] {
                assert_eq!(SizeClass::from_typed(text), Some(class), "{text}");
            }
        }
    }
}
