//! 区域测算, a region's year: districts, size classes, the region itself.

use super::{
    ClassMean, ClassSamples, EffectiveUse, EffectiveUseCoefficient, GrossAndArea, GrossFromNet,
    NetAndCoefficient, Part, Parts, RegionalCoefficient, SizeClass, WaterPerMu,
};
use crate::metric::{Fault, Figure, Workings};
use crate::text::Coded;
use crate::water::{Amounts, Total, known};

/// A district with what is known of its water.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// 规模与类型; without one the district counts in the region but in no class.
    pub class: Option<SizeClass>,
    /// 实灌面积.
    pub area: Option<Figure>,
    /// Net, gross, coefficient.
    pub water: Water,
    /// Whether nothing was said of it, so that nothing is missing from it.
    pub is_blank: bool,
}

impl District {
    /// Whether its coefficient is known or can be found.
    pub fn has_coefficient(&self) -> bool {
        !matches!(self.water, Water::Gross { .. } | Water::Unknown)
    }

    /// Its gross water, where it is known.
    pub fn gross(&self) -> Option<&Figure> {
        match &self.water {
            Water::NetAndGross { gross, .. }
            | Water::GrossAndCoefficient { gross, .. }
            | Water::Gross { gross } => Some(gross),
            _ => None,
        }
    }
}

/// What is known of a district's water. Two of net, gross and coefficient determine the third.
#[derive(Clone, Debug, PartialEq)]
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
    /// Water per irrigated area of the districts given. Of a class whose whole gross water is given nobody knows the area.
    pub per_mu: Option<Figure>,
    /// The region's gross water: of the districts that have a coefficient, or of the whole classes that were given.
    pub gross: Option<Figure>,
    /// Whether that is of whole classes, of which the districts are samples.
    pub is_by_class: bool,
    /// Where it is, the gross water of the districts that the water per area is of.
    pub gross_of_samples: Option<Figure>,
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

/// A class of which the districts are only samples: its gross water as a whole.
#[derive(Clone, Debug)]
pub struct ClassTotal {
    /// The class; nobody knows yet where it was not said.
    pub class: Option<SizeClass>,
    /// 全类毛灌溉用水量.
    pub gross: Option<Figure>,
}

/// Works a year out. What one district lacks never stops the others.
///
/// Districts count with their own gross water. Where the gross water of a whole class is given, its districts are
/// samples of it: the class has the plain mean of their coefficients (large districts, all of which are measured, the
/// mean weighted by gross water) and counts with that total. `figures` are those of the districts, in their order.
pub fn compute_year(
    districts: &[District],
    figures: Vec<DistrictFigures>,
    totals: &[ClassTotal],
) -> YearFigures {
    let classes: Vec<ClassFigures> = SizeClass::ALL
        .iter()
        .copied()
        .filter(|class| {
            districts.iter().any(|district| district.class == Some(*class))
                || totals.iter().any(|total| total.class == Some(*class))
        })
        .map(|class| compute_class(class, districts, &figures, totals))
        .collect();
    let weighted: Vec<&DistrictFigures> = figures.iter().filter(|f| f.part().is_some()).collect();
    let counted = || districts.iter().zip(&figures).filter(|(district, _)| !district.is_blank);
    let parts: Vec<Option<Part<Figure>>> = if totals.is_empty() {
        counted().map(|(_, figures)| figures.part()).collect()
    } else {
        let unclassed = counted().filter(|(district, _)| district.class.is_none());
        let of_classes = classes.iter().map(ClassFigures::part);
        of_classes.chain(unclassed.map(|(_, figures)| figures.part())).collect()
    };
    let is_whole = |total: &ClassTotal| total.class.is_some() && total.gross.is_some();
    let (parts, lacks_part) = known(parts);
    let lacks = lacks_part || !totals.iter().all(is_whole);
    let mut work = Workings::default();
    let gross = total(&mut work, parts.iter().map(|part| part.gross.clone()));
    let gross = gross.map(|gross| gross.incomplete_if(lacks));
    let coefficient = region_of(&mut work, parts).map(|figure| figure.incomplete_if(lacks));
    let (per_mu, gross_of_samples) = per_mu_of(&mut work, districts, &figures).unzip();
    let is_by_class = !totals.is_empty();
    YearFigures {
        count: weighted.len(),
        classes,
        coefficient,
        per_mu,
        gross,
        is_by_class,
        gross_of_samples: gross_of_samples.filter(|_| is_by_class),
        faults: faults(work),
        districts: figures,
    }
}

/// Works a district out.
pub fn compute_district(district: &District) -> DistrictFigures {
    let mut work = Workings::default();
    let (coefficient, gross) = match district.water.clone() {
        Water::NetAndGross { net, gross } => {
            let water = EffectiveUse { net, gross: gross.clone() };
            (work.compute((), &EffectiveUseCoefficient, water), Some(gross))
        }
        Water::GrossAndCoefficient { gross, coefficient } => (Some(coefficient), Some(gross)),
        Water::NetAndCoefficient { net, coefficient } => {
            let known = NetAndCoefficient { net, coefficient: coefficient.clone() };
            (Some(coefficient), work.compute((), &GrossFromNet, known))
        }
        Water::Gross { gross } => (None, Some(gross)),
        Water::Coefficient { coefficient } => (Some(coefficient), None),
        Water::Unknown => (None, None),
    };
    let per_mu = gross.clone().zip(district.area.clone()).and_then(|(gross_10k_m3, area_10k_mu)| {
        work.compute((), &WaterPerMu, GrossAndArea { gross_10k_m3, area_10k_mu })
    });
    DistrictFigures { key: district.key, coefficient, gross, per_mu, faults: faults(work) }
}

fn faults(work: Workings<()>) -> Vec<Fault> {
    work.refusals.into_iter().map(|refusal| refusal.fault).collect()
}

fn compute_class(
    class: SizeClass,
    districts: &[District],
    figures: &[DistrictFigures],
    totals: &[ClassTotal],
) -> ClassFigures {
    let of_class = || districts.iter().zip(figures).filter(|(district, _)| district.class == Some(class));
    // A district of no class may be one of this.
    let mut lacks = districts.iter().any(|district| district.class.is_none() && !district.is_blank);
    let total_typed = totals.iter().find(|total| total.class == Some(class));
    // A fault here is the region's too, and said there.
    let mut work = Workings::default();
    match total_typed.and_then(|total| total.gross.clone()) {
        Some(gross) if class.is_sampled() => {
            // A sample needs no water of its own: the class has it.
            let (samples, lacks_sample) = known(of_class().map(|(_, figures)| figures.coefficient.clone()));
            lacks |= lacks_sample;
            let (count, mean) = (samples.len(), mean_of(&mut work, samples));
            let coefficient = mean.map(|mean| mean.incomplete_if(lacks));
            ClassFigures { class, count, coefficient, gross: Some(gross) }
        }
        given => {
            let (members, lacks_part) = known(of_class().map(|(_, figures)| figures.part()));
            lacks |= lacks_part;
            let summed = |work: &mut Workings<()>| {
                let sum = total(work, members.iter().map(|part| part.gross.clone()))?;
                Some(sum.incomplete_if(lacks || total_typed.is_some()))
            };
            let gross = given.or_else(|| summed(&mut work));
            let count = members.len();
            let coefficient = region_of(&mut work, members).map(|figure| figure.incomplete_if(lacks));
            ClassFigures { class, count, coefficient, gross }
        }
    }
}

impl ClassFigures {
    /// The class as a part of a region, when it has both a coefficient and a weight.
    fn part(&self) -> Option<Part<Figure>> {
        let (coefficient, gross) = self.coefficient.clone().zip(self.gross.clone())?;
        Some(Part { coefficient, gross })
    }
}

fn mean_of(work: &mut Workings<()>, samples: Vec<Figure>) -> Option<Figure> {
    if samples.is_empty() {
        None
    } else {
        work.compute((), &ClassMean, ClassSamples { coefficients: samples })
    }
}

impl DistrictFigures {
    /// The district as a part of a region, when it has both a coefficient and a weight.
    fn part(&self) -> Option<Part<Figure>> {
        let (coefficient, gross) = self.coefficient.clone().zip(self.gross.clone())?;
        (coefficient.value() > 0.0).then_some(Part { coefficient, gross })
    }
}

fn region_of(work: &mut Workings<()>, parts: Vec<Part<Figure>>) -> Option<Figure> {
    if parts.is_empty() { None } else { work.compute((), &RegionalCoefficient, Parts { parts }) }
}

fn total(work: &mut Workings<()>, amounts: impl Iterator<Item = Figure>) -> Option<Figure> {
    let amounts: Vec<Figure> = amounts.collect();
    if amounts.is_empty() { None } else { work.compute((), &Total, Amounts { amounts }) }
}

/// Only districts with both water and area count: a district without its area would raise the others' figure. Where one lacks
/// either, the figure says so. With it the water that it is of.
fn per_mu_of(
    work: &mut Workings<()>,
    districts: &[District],
    figures: &[DistrictFigures],
) -> Option<(Figure, Figure)> {
    let both = || {
        districts
            .iter()
            .zip(figures)
            .filter(|(_, figures)| figures.per_mu.is_some())
            .filter_map(|(district, figures)| figures.gross.clone().zip(district.area.clone()))
    };
    let gross = total(work, both().map(|(gross, _)| gross))?;
    let area_10k_mu = total(work, both().map(|(_, area)| area))?;
    let lacks = districts.iter().zip(figures).any(|(one, figures)| !one.is_blank && figures.per_mu.is_none());
    let per_mu = GrossAndArea { gross_10k_m3: gross.clone(), area_10k_mu };
    let per_mu = work.compute((), &WaterPerMu, per_mu)?;
    Some((per_mu.incomplete_if(lacks), gross.incomplete_if(lacks)))
}
