//! 区域测算, a region's year: districts, size classes, the region itself.

use super::{
    Amounts, EffectiveUse, EffectiveUseCoefficient, GrossAndArea, GrossFromNet, NetAndCoefficient, Part,
    Parts, RegionalCoefficient, SizeClass, Total, WaterPerMu,
};
use crate::metric::{Fault, Figure};
use crate::text::Coded;

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
        .iter()
        .copied()
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
