//! 样点灌区测算, a district from its sample fields: readings → fields → crops → net water; sources → gross water.

pub use super::fieldwork_model::*;
use super::sources::ARITHMETIC;
use super::terms::{FieldMethod, ReadingKind, SourceKind};
use super::{
    DistrictGrossWater, DistrictNetWater, DryCropSeason, ElectricityWater, EqualFields, FieldMean,
    FieldMeanPlain, GravimetricLayer, Inflow, InflowPerMu, Irrigations, NeedAndInflow, NetWaterBalanceDry,
    NetWaterBalancePaddy, NetWaterGiven, NetWaterGravimetric, NetWaterPaddy, NetWaterVolumetric, PaddySeason,
    PondWater, Ponds, Pumping, SampleField, SampleFields, SeasonNetWater, VolumetricLayer, WaterLayer,
    WaterSources,
};
use crate::metric::{Figure, Workings};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;
use crate::water::{Amounts, Total, known};

/// Works a district's fieldwork out. What one row lacks never stops the others.
pub fn compute_fieldwork(fieldwork: &Fieldwork) -> FieldworkFigures {
    let mut work = Workings::default();
    let fields: Vec<FieldFigures> =
        fieldwork.fields.iter().map(|field| field_figures(&mut work, field, &fieldwork.mu)).collect();
    let crops: Vec<CropFigures> = fieldwork
        .crops
        .iter()
        .map(|crop| crop_figures(&mut work, crop, &fieldwork.fields, &fields))
        .collect();
    let net = net_of_crops(&mut work, fieldwork, &crops);
    let (sources, gross) = gross_of_sources(&mut work, &fieldwork.sources);
    FieldworkFigures { fields, crops, sources, net, gross, refusals: work.refusals }
}

fn field_figures(work: &mut Workings<FieldworkAt>, field: &Field, mu: &Figure) -> FieldFigures {
    let readings: Vec<ReadingFigures> = field
        .readings
        .iter()
        .map(|reading| ReadingFigures { key: reading.key, net: reading_net(work, field, reading, mu) })
        .collect();
    let steps: Vec<BalanceStepFigures> = field
        .steps
        .iter()
        .map(|step| BalanceStepFigures { key: step.key, need: step_need(work, field, step, mu) })
        .collect();
    let net = match (&field.net, field.method) {
        (Some(typed), _) => Some(typed.clone()),
        (None, Some(FieldMethod::Readings) | None) => {
            season(work, field, readings.iter().map(|reading| reading.net.clone()))
        }
        (None, Some(_)) => balance(work, field, &steps),
    };
    FieldFigures { key: field.key, net, readings, steps }
}

/// The sum of the parts that could be computed, which says where others could not; none of none.
fn season(
    work: &mut Workings<FieldworkAt>,
    field: &Field,
    parts: impl Iterator<Item = Option<Figure>>,
) -> Option<Figure> {
    let (irrigations_m3_mu, lacks) = known(parts);
    if irrigations_m3_mu.is_empty() {
        return None;
    }
    let inputs = Irrigations { irrigations_m3_mu };
    Some(work.compute(FieldworkAt::Field(field.key), &SeasonNetWater, inputs)?.incomplete_if(lacks))
}

/// What the crop needed, or what it was given where that was less (非充分灌溉).
fn balance(work: &mut Workings<FieldworkAt>, field: &Field, steps: &[BalanceStepFigures]) -> Option<Figure> {
    let requirement_m3_mu = season(work, field, steps.iter().map(|step| step.need.clone()))?;
    match season(work, field, field.steps.iter().map(|step| step.inflow.clone())) {
        None => Some(requirement_m3_mu),
        Some(inflow_m3_mu) => {
            let inputs = NeedAndInflow { requirement_m3_mu, inflow_m3_mu };
            work.compute(FieldworkAt::Field(field.key), &NetWaterGiven, inputs)
        }
    }
}

fn reading_net(
    work: &mut Workings<FieldworkAt>,
    field: &Field,
    reading: &Reading,
    mu: &Figure,
) -> Option<Figure> {
    let at = FieldworkAt::Reading(field.key, reading.key);
    let Reading { depth, density, before, after, volume, .. } = reading.clone();
    let mu_m2 = Some(mu.clone());
    match reading.kind? {
        ReadingKind::Gravimetric => {
            let inputs = GravimetricLayer {
                layer_depth_m: depth,
                bulk_density_t_m3: density,
                moisture_before: before,
                moisture_after: after,
                mu_m2,
            };
            work.require(at, &NetWaterGravimetric, inputs)
        }
        ReadingKind::Volumetric => {
            let inputs = VolumetricLayer {
                layer_depth_m: depth,
                moisture_before: before,
                moisture_after: after,
                mu_m2,
            };
            work.require(at, &NetWaterVolumetric, inputs)
        }
        ReadingKind::Paddy => work.require(
            at,
            &NetWaterPaddy,
            WaterLayer { depth_before_mm: before, depth_after_mm: after, mu_m2 },
        ),
        ReadingKind::Inflow => {
            // The area is no column of the readings: it is missing in the field.
            let lacks_area = volume.is_some() && field.area.is_none();
            let at = if lacks_area { FieldworkAt::Field(field.key) } else { at };
            work.require(at, &InflowPerMu, Inflow { volume_m3: volume, area_mu: field.area.clone() })
        }
    }
}

fn step_need(
    work: &mut Workings<FieldworkAt>,
    field: &Field,
    step: &BalanceStep,
    mu: &Figure,
) -> Option<Figure> {
    let at = FieldworkAt::BalanceStep(field.key, step.key);
    let BalanceStep {
        evapotranspiration, rain, groundwater, percolation, soaking, depth, start, end, ..
    } = step.clone();
    let mu_m2 = Some(mu.clone());
    match field.method? {
        FieldMethod::Readings => None,
        FieldMethod::DryBalance => {
            let inputs = DryCropSeason {
                crop_evapotranspiration_mm: evapotranspiration,
                effective_rain_mm: rain,
                groundwater_mm: or_none(groundwater, Unit::Millimetre),
                root_depth_m: depth,
                moisture_start: start,
                moisture_end: end,
                mu_m2,
            };
            work.require(at, &NetWaterBalanceDry, inputs)
        }
        FieldMethod::PaddyBalance => {
            let inputs = PaddySeason {
                soaking_m3_mu: or_none(soaking, Unit::CubicMetrePerMu),
                crop_evapotranspiration_mm: evapotranspiration,
                percolation_mm: percolation,
                effective_rain_mm: rain,
                depth_start_mm: or_none(start, Unit::Millimetre),
                depth_end_mm: or_none(end, Unit::Millimetre),
                mu_m2,
            };
            work.require(at, &NetWaterBalancePaddy, inputs)
        }
    }
}

/// A crop's net water per mu: as entered, or the mean of its fields, weighted by area where every field has one.
fn crop_figures(
    work: &mut Workings<FieldworkAt>,
    crop: &Crop,
    fields: &[Field],
    figures: &[FieldFigures],
) -> CropFigures {
    if let Some(net) = &crop.net {
        return CropFigures { key: crop.key, net: Some(net.clone()), fields: 0 };
    }
    let at = FieldworkAt::Crop(crop.key);
    let of_crop = fields
        .iter()
        .zip(figures)
        .filter(|(field, _)| !crop.name.is_empty() && field.crop == crop.name)
        .map(|(field, figures)| Some((figures.net.clone()?, field.area.clone())));
    let (found, mut lacks) = known(of_crop);
    let count = found.len();
    let areas: Option<Vec<SampleField<Figure>>> = found
        .iter()
        .map(|(net, area)| Some(SampleField { net_m3_mu: net.clone(), area_mu: area.clone()? }))
        .collect();
    // With some of the areas the mean would be weighted, but for those that are missing.
    lacks |= count > 1 && areas.is_none() && found.iter().any(|(_, area)| area.is_some());
    let net = match (count, areas) {
        (0, _) => None,
        (1, _) => found.into_iter().next().map(|(net, _)| net),
        (_, Some(fields)) => work.compute(at, &FieldMean, SampleFields { fields }),
        (_, None) => {
            let fields_m3_mu = found.into_iter().map(|(net, _)| net).collect();
            work.compute(at, &FieldMeanPlain, EqualFields { fields_m3_mu })
        }
    };
    CropFigures { key: crop.key, net: net.map(|net| net.incomplete_if(lacks)), fields: count }
}

fn net_of_crops(
    work: &mut Workings<FieldworkAt>,
    fieldwork: &Fieldwork,
    figures: &[CropFigures],
) -> Option<Figure> {
    let parts = fieldwork.crops.iter().zip(figures).map(|(crop, figures)| {
        Some(super::Crop { net_m3_mu: figures.net.clone()?, area_10k_mu: crop.area.clone()? })
    });
    let (crops, lacks_part) = known(parts);
    let is_known = |field: &Field| fieldwork.crops.iter().any(|crop| crop.name == field.crop);
    let lacks = lacks_part || !fieldwork.fields.iter().all(is_known);
    if crops.is_empty() {
        return None;
    }
    let leaching_m3_mu = none_of(Unit::CubicMetrePerMu);
    let leaching_area_10k_mu = none_of(Unit::TenThousandMu);
    let inputs = super::Crops { crops, leaching_m3_mu, leaching_area_10k_mu };
    Some(work.compute(FieldworkAt::Crops, &DistrictNetWater, inputs)?.incomplete_if(lacks))
}

/// The water of each source, and what they come to together once something flows in.
fn gross_of_sources(
    work: &mut Workings<FieldworkAt>,
    sources: &[WaterSource],
) -> (Vec<SourceFigures>, Option<Figure>) {
    let amounts: Vec<SourceFigures> = sources
        .iter()
        .map(|source| SourceFigures { key: source.key, amount: source_water(work, source) })
        .collect();
    let mut of_kind = |kind: SourceKind| {
        let amounts: Vec<Figure> = sources
            .iter()
            .zip(&amounts)
            .filter(|(source, _)| source.kind == Some(kind))
            .filter_map(|(_, figures)| figures.amount.clone())
            .collect();
        match amounts.as_slice() {
            [] => Some(none_of(Unit::TenThousandCubicMetres)),
            [only] => Some(only.clone()),
            _ => work.compute(FieldworkAt::Sources, &Total, Amounts { amounts }),
        }
    };
    let inputs = (|| {
        Some(WaterSources {
            head: of_kind(SourceKind::Head)?,
            ponds: of_kind(SourceKind::Pond)?,
            wells: of_kind(SourceKind::Well)?,
            other: of_kind(SourceKind::Other)?,
            spilled: of_kind(SourceKind::Spill)?,
            returned: of_kind(SourceKind::Return)?,
            non_irrigation: of_kind(SourceKind::NonIrrigation)?,
        })
    })();
    // A source of no kind may be water that flows in or that is taken off.
    let lacks = sources
        .iter()
        .zip(&amounts)
        .any(|(source, figures)| source.kind.is_none() || figures.amount.is_none());
    let flows_in = |(source, figures): (&WaterSource, &SourceFigures)| {
        figures.amount.is_some() && source.kind.is_some_and(|kind| !kind.is_taken_off())
    };
    let gross = inputs
        .filter(|_| sources.iter().zip(&amounts).any(flows_in))
        .and_then(|inputs| work.compute(FieldworkAt::Sources, &DistrictGrossWater, inputs));
    let gross = gross.map(|gross| gross.incomplete_if(lacks));
    (amounts, gross)
}

/// Metered, or from the electricity of the pumps, or a pond's storage times how often it was filled.
fn source_water(work: &mut Workings<FieldworkAt>, source: &WaterSource) -> Option<Figure> {
    let at = FieldworkAt::Source(source.key);
    let WaterSource { kind, amount, refills, energy, factor, .. } = source.clone();
    match (amount, energy, factor) {
        (Some(storage), ..) if kind == Some(SourceKind::Pond) && refills.is_some() => {
            work.require(at, &PondWater, Ponds { storage: Some(storage), refills })
        }
        (Some(amount), ..) => Some(amount),
        (None, energy @ Some(_), water_m3_per_kwh) => {
            let pumping = Pumping { electricity_kwh: energy, water_m3_per_kwh };
            work.require(at, &ElectricityWater, pumping)
        }
        (None, None, _) => None,
    }
}

fn or_none(amount: Option<Figure>, unit: Unit) -> Option<Figure> {
    amount.or_else(|| Some(none_of(unit)))
}

/// What does not occur counts as zero, and the derivation says so.
fn none_of(unit: Unit) -> Figure {
    Figure::reference(Quantity::new(0.0, unit), Words::new("没有此项", "None of it"), ARITHMETIC)
}
