//! The one register of metrics. The command line, the methods page and the tests go over this list.

use crate::metric::{AnyCalculation, AnyMetric, Input, InputSet, Metric};
use crate::{household, industry, institution, irrigation, metering, plant, region, retrofit, trend, water};

/// The name of a metric with those of its inputs.
macro_rules! named {
    ($metric:path) => {{
        const INPUTS: &[Input] = <<$metric as Metric>::Inputs<f64> as InputSet<f64>>::INPUTS;
        const NAMES: [&str; INPUTS.len()] = names(INPUTS);
        (<$metric as Metric>::INFO.id, &NAMES)
    }};
}

/// Makes the register of its two lists.
macro_rules! register {
    (measured { $($measured:path,)* } others { $($other:path,)* }) => {
        /// The metrics that a rubric can measure by. A page of rubrics carries these formulas and no others.
        pub static MEASURED: &[&dyn AnyMetric] = &[$(&$measured),*];

        /// Every metric of the product.
        pub static METRICS: &[&dyn AnyMetric] = &[$(&$measured,)* $(&$other),*];

        /// The name of every metric with those of its inputs.
        pub(super) static INPUT_NAMES: &[(&str, &[&str])] = &[$(named!($measured),)* $(named!($other)),*];
    };
}

/// The names of inputs.
const fn names<const COUNT: usize>(inputs: &[Input]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut place = 0;
    while place < COUNT {
        names[place] = inputs[place].key;
        place += 1;
    }
    names
}

register! {
    measured {
        irrigation::EffectiveUseCoefficient,
        irrigation::GrossFromNet,
        irrigation::ProductCoefficient,
        irrigation::RegionalCoefficient,
        irrigation::ClassMean,
        irrigation::ImpliedGrossShare,
        irrigation::RemoteSensingCoefficient,
        irrigation::CoefficientRelativeUncertainty,
        irrigation::GravimetricMoisture,
        irrigation::VolumetricMoisture,
        irrigation::NetWaterGravimetric,
        irrigation::NetWaterVolumetric,
        irrigation::NetWaterLayered,
        irrigation::NetWaterPaddy,
        irrigation::NetWaterPaddyMoist,
        irrigation::NetWaterSoaking,
        irrigation::InflowPerMu,
        irrigation::SeasonNetWater,
        irrigation::NetWaterBalanceDry,
        irrigation::NetWaterBalancePaddy,
        irrigation::NetWaterGiven,
        irrigation::FieldMean,
        irrigation::FieldMeanPlain,
        irrigation::WaterBalanceResidual,
        irrigation::ApplicationEfficiency,
        irrigation::DistrictNetWater,
        irrigation::DistrictGrossWater,
        irrigation::PondWater,
        irrigation::ElectricityWater,
        irrigation::WaterPerMu,
        water::Total,
        irrigation::SavingConstantNet,
        irrigation::SavingConstantGross,
        irrigation::SavingRateConstantNet,
        irrigation::SavingQuotaChange,
        irrigation::SavingConversion,
        irrigation::CanalSeepageRate,
        irrigation::CanalGrossFlow,
        irrigation::CanalLossFlow,
        irrigation::CanalEfficiency,
        irrigation::MeasuredEfficiency,
        irrigation::ParallelEfficiency,
        irrigation::SystemTimesField,
        irrigation::SeepageSavedByLining,
        irrigation::SeepageSaved,
        irrigation::LiningFactor,
        irrigation::FarmCanalNetFlow,
        irrigation::FeedingFlow,
        irrigation::MeanTemperature,
        irrigation::AtmosphericPressure,
        irrigation::PsychrometricConstant,
        irrigation::SaturationVapourPressure,
        irrigation::MeanSaturationVapourPressure,
        irrigation::VapourPressureSlope,
        irrigation::VapourPressurePsychrometer,
        irrigation::VapourPressureRhMaxMin,
        irrigation::VapourPressureRhMax,
        irrigation::VapourPressureRhMean,
        irrigation::VapourPressureTmin,
        irrigation::InverseDistance,
        irrigation::SolarDeclination,
        irrigation::SunsetHourAngle,
        irrigation::DaylightHours,
        irrigation::ExtraterrestrialRadiation,
        irrigation::SolarRadiationSunshine,
        irrigation::SolarRadiationTemperature,
        irrigation::ClearSkyRadiation,
        irrigation::NetShortwave,
        irrigation::NetLongwave,
        irrigation::NetRadiation,
        irrigation::SoilHeatFluxMonth,
        irrigation::SoilHeatFluxSinceMonth,
        irrigation::EvaporationEquivalent,
        irrigation::WindSpeed2m,
        irrigation::PenmanMonteith,
        irrigation::ReferenceEt0Hargreaves,
        irrigation::CropEvapotranspiration,
        irrigation::CropCoefficientInStage,
        irrigation::CropCoefficientAdjusted,
        irrigation::NetRequirementDry,
        irrigation::NetRequirementPaddy,
        irrigation::LeachingRequirement,
        irrigation::AppliedWater,
        irrigation::IrrigationModulus,
        irrigation::HeadFlow,
        irrigation::EffectiveRainUsda,
        irrigation::EffectiveRainUsdaDecade,
        irrigation::EffectiveRainFaoDependable,
        irrigation::EffectiveRainFaoManual,
        irrigation::EffectiveRainEvent,
        irrigation::ThresholdCombined,
        irrigation::CanalSystemEfficiency,
        irrigation::WaterOfFlow,
        irrigation::DepthOfDays,
        irrigation::PartOfMonth,
        irrigation::OverAllCrops,
        industry::ReuseRate,
        industry::ProcessReuseRate,
        industry::IndirectCoolingRate,
        industry::DirectCoolingRate,
        industry::WastewaterReuseRate,
        industry::NonconventionalRate,
        industry::CondensateRate,
        industry::CondensateRateByHours,
        industry::CondensateRecoveryRate,
        industry::StrippedWaterReuseRate,
        industry::IntakePerProduct,
        industry::FreshWaterPerProduct,
        industry::TotalUsePerProduct,
        industry::NonconventionalPerProduct,
        industry::IntakePerOutputValue,
        industry::IntakePerValueAdded,
        industry::DeclineRate,
        industry::QuotaRatio,
        industry::TreatedWaterRatio,
        industry::UnitWaterPowerPlant,
        industry::ReusedWater,
        industry::TotalUse,
        industry::BalanceResidual,
        industry::BalanceClosure,
        industry::LeakageRate,
        industry::FittingLeakageRate,
        industry::CompliantDischargeRate,
        industry::DischargeRate,
        industry::FreshWaterUtilisation,
        industry::AirConditioningMakeupRate,
        industry::StaffDailyWater,
        metering::MeteringRate,
        metering::MeterFittingRate,
        metering::MeterWorkingRate,
        industry::CoolingEvaporationCoefficientBetween,
        industry::CoolingEvaporationCoefficientHandbook,
        industry::CoolingEvaporation,
        industry::CoolingDrift,
        industry::CoolingBlowdown,
        industry::CoolingMakeup,
        industry::CoolingMakeupLimited,
        industry::CoolingBlowdownDriftAdded,
        industry::CoolingMakeupDriftAdded,
        industry::CoolingMakeupSum,
        industry::CoolingCycles,
        industry::CoolingCyclesConductivity,
        industry::CoolingCyclesChloride,
        industry::CoolingMaximumCycles,
        industry::CoolingRetention,
        industry::CoolingMakeupSaving,
        industry::CoolingBlowdownSaving,
        industry::CoolingEvaporationUs,
        industry::TowerWaterUs,
        industry::TowerGrossUs,
        industry::TowerEvaporationUs,
        industry::BoilerGross,
        industry::BoilerMakeup,
        industry::BoilerBlowdown,
        industry::BoilerMakeupFraction,
        industry::SteamAsWaterUs,
        industry::HeatInDischarge,
        industry::AddedMotorEnergy,
        industry::ProcessRecirculated,
        industry::KitchenRestroomWater,
        industry::LandscapeWater,
        industry::FlowVolume,
        industry::MeteredVolumeRate,
        industry::BucketVolume,
        industry::WaterPriceTotal,
        industry::TieredCost,
        industry::OverPlanCost,
        industry::TrueCostRatio,
        industry::ParkReuseScore,
        plant::TracedPart,
        plant::VolumeCost,
        plant::CostPerVolume,
        institution::StandardPeople,
        institution::WaterPerPersonDay,
        institution::WaterPerPersonYear,
        institution::PerPersonRatio,
        institution::PersonQuotaRatio,
        institution::BaseFromSaving,
        institution::CostPerM3,
        institution::WaterSavingFixtureRate,
        institution::FixtureLeakRate,
        institution::MeterInstallationRate,
        institution::VisitorPeople,
        institution::WeightedPeople,
        institution::QuotaPlace,
        institution::UsedByNightFlow,
        institution::MeterGoodRate,
        institution::HouseholdMeterRate,
        institution::OutdoorMeterRate,
        institution::SubMeterRate,
        institution::NetworkLeakRate,
        institution::NightLeakFlow,
        retrofit::SimplePayback,
        retrofit::NetPresentValue,
        retrofit::InternalRateOfReturn,
        retrofit::UnitCost,
        retrofit::InvestmentPerAnnualM3,
        retrofit::ReuseRateSaving,
        retrofit::UnitProductSaving,
        retrofit::VolumeSaving,
        retrofit::MarginalPrice,
        region::AnnualDeclineRate,
        region::SoilConservationRate,
        region::RatioToNational,
        region::CarrierRate,
        region::CarrierCoverage,
        region::HouseholdRatio,
        region::LeakMargin,
        region::ReclaimedRate,
        region::RegionNonconventionalRate,
        region::SewageTreatmentRate,
        region::SavingBudgetShare,
        trend::SenSlope,
        trend::SenProjection,
        trend::NeededPerYear,
        trend::MannKendallS,
        trend::EqualValues,
        trend::MannKendallVariance,
        trend::MannKendallZ,
        trend::MannKendallP,
    }
    others {
        industry::WaterTax,
        institution::OverQuotaRate,
        institution::FixtureUseDay,
        retrofit::CombinedSavingRate,
        retrofit::AdjustedBaseline,
        retrofit::WaterHeatingEnergy,
        retrofit::AvoidedEmissions,
        retrofit::AnnualBenefit,
        retrofit::NetUnitCost,
        retrofit::CompanyFlow,
        retrofit::UserFlow,
        retrofit::BillAfter,
        retrofit::SavingOfYear,
        retrofit::PriceOfYear,
        retrofit::NetFlow,
        retrofit::FlowsNpv,
        retrofit::FlowsIrr,
        retrofit::FlowsPayback,
        retrofit::BaselineSlope,
        retrofit::BaselineFixed,
        retrofit::BaselineFit,
        retrofit::BaselineScatter,
        retrofit::BaselineVariation,
        retrofit::ExpectedUse,
        retrofit::ExpectedUseDoubt,
        retrofit::MeanUseDoubt,
        retrofit::MeasuredSaving,
        retrofit::OwnInvestment,
        retrofit::ReturnOnInvestment,
        retrofit::NetPayback,
        retrofit::DynamicPayback,
        retrofit::CapitalRecoveryFactor,
        retrofit::DiscountedFlow,
        retrofit::SavingsToInvestment,
        retrofit::SharedCompanyNpv,
        retrofit::SharedUserNpv,
        retrofit::BreakevenShare,
        retrofit::GuaranteeCompensation,
        region::RealDeclineRate,
        region::GrowthRate,
        region::WaterPerGdp,
        region::WaterPerCapita,
        region::ShareOfTotal,
        region::UnitFromHistory,
        region::Share,
        region::RoundedShare,
        region::StorageAfterMonth,
        region::ReservoirClosure,
        region::ExtraEvaporation,
        household::FlowUse,
        household::VolumeUse,
        household::PartGTotal,
        household::VirtualWater,
    }
}

/// Every calculation of the product.
pub static CALCULATIONS: &[&dyn AnyCalculation] = &[
    &irrigation::FieldWaterBalance,
    &irrigation::LiningSaving,
    &irrigation::CanalChain,
    &irrigation::ReferenceEt0,
    &irrigation::ReferenceEt0Terms,
    &irrigation::ReferenceEt0Estimated,
    &super::CoolingEvaporationCoefficient,
    &industry::TowerLossIdeal,
    &industry::BoilerWater,
    &industry::ProcessWaterUse,
    &retrofit::TowerSavingUs,
    &region::Shares,
    &region::Split,
    &region::MonthEndStorage,
    &trend::MannKendall,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{ALIASES, Entry, entry};
    use crate::metric::{Path, RawInputs, Shape};
    use std::collections::HashSet;

    /// Numbers to write a formula with; their values do not show, and the golden cases try the ranges.
    fn sample(metric: &dyn AnyMetric) -> Vec<(Path, f64)> {
        let row = |key, index, fields: &'static [Input]| {
            fields.iter().map(move |field| Path { key, index: Some(index), field: Some(field.key) })
        };
        let paths = metric.inputs().iter().flat_map(|input| match input.shape {
            Shape::Number(_) | Shape::Optional(_) => vec![Path::to(input.key)],
            Shape::List(_) => (0..4).map(|index| Path::item(input.key, index)).collect(),
            Shape::Rows(fields) => (0..3).flat_map(|index| row(input.key, index, fields)).collect(),
        });
        let low = |path| metric.spec(path).and_then(|spec| spec.range.low).map_or(0.0, |(low, _)| low);
        paths.enumerate().map(|(count, path)| (path, low(path) + 0.5 + 0.1 * (count as f64).sqrt())).collect()
    }

    /// A symbol is read in every language: of Chinese only 净 and 毛 of the guideline stand in one.
    fn is_symbol(symbol: &str) -> bool {
        !symbol.is_empty() && !symbol.contains(|c: char| is_chinese(c) && !"净毛".contains(c))
    }

    fn is_chinese(c: char) -> bool {
        ('\u{3000}'..='\u{9fff}').contains(&c)
    }

    fn entries() -> impl Iterator<Item = Entry> {
        let metrics = METRICS.iter().copied().map(Entry::Metric);
        metrics.chain(CALCULATIONS.iter().copied().map(Entry::Calculation))
    }

    #[test]
    fn names_are_unique_and_cards_complete() {
        let mut ids = HashSet::new();
        for entry in entries() {
            let info = entry.info();
            assert!(ids.insert(info.id), "{} twice", info.id);
            for words in [info.name, info.source.document] {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", info.id);
            }
            assert!(!info.source.clause.contains(is_chinese), "{}: {}", info.id, info.source.clause);
        }
    }

    #[test]
    fn an_alias_is_no_name_itself_and_means_a_metric() {
        for (alias, id) in ALIASES {
            assert!(entries().all(|entry| entry.info().id != *alias), "{alias}");
            assert_eq!(entry(alias).map(|entry| entry.info().id), Some(*id));
        }
    }

    #[test]
    fn every_input_is_named_once_and_in_both_languages() {
        for entry in entries() {
            let id = entry.info().id;
            let mut keys = HashSet::new();
            for input in entry.inputs() {
                assert!(keys.insert(input.key), "{id}: {} twice", input.key);
                assert!(is_symbol(input.symbol), "{id}: {}", input.symbol);
                assert!(!input.name.zh.is_empty() && !input.name.en.is_empty(), "{id}: {}", input.key);
            }
        }
    }

    #[test]
    fn a_result_has_a_symbol_and_an_order_two_inputs() {
        for metric in METRICS {
            let symbol = metric.info().output.symbol;
            assert!(is_symbol(symbol), "{}: {symbol}", metric.info().id);
            for order in metric.info().upper_bounds {
                for key in [order.lesser, order.greater] {
                    let known = metric.inputs().iter().any(|input| input.key == key);
                    assert!(known, "{}: {key}", metric.info().id);
                }
            }
        }
    }

    #[test]
    fn every_formula_writes_itself_in_symbols_and_in_numbers() {
        for metric in METRICS {
            let id = metric.info().id;
            let numbers = sample(*metric);
            let written = metric.written(&numbers, &|_| "0.5".to_string());
            let symbols = numbers.iter().map(|(path, _)| metric.symbol(*path));
            assert!(symbols.into_iter().any(|symbol| written.symbols.contains(&symbol)), "{id}: {written:?}");
            assert!(written.numbers.contains("0.5"), "{id}: {written:?}");
            // A literal that is no number is written as a dash.
            assert!(!written.symbols.contains('–'), "{id}: {written:?}");
        }
    }

    #[test]
    fn nothing_given_is_refused_as_missing() {
        for entry in entries() {
            let fault = RawInputs::Row(Vec::new()).lay_out(entry.inputs()).expect_err("nothing was given");
            assert_eq!(fault.code(), "missing_input", "{}", entry.info().id);
        }
    }
}
