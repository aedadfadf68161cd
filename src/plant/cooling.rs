//! 循环冷却水, what a circulating cooling water system evaporates, blows down and takes in.

use super::{CoolingSystem, Refused};
use crate::industry::*;
use crate::metric::{Figure, Workings};
use crate::quantity::{Quantity, Unit};

/// What a system comes to; flows in m³/h.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoolingFigures {
    /// The mark of its row.
    pub key: u32,
    /// 浓缩倍数 that is computed with: as typed, else from the salts.
    pub cycles: Option<Figure>,
    /// 浓缩倍数 from the salts, whether or not another was typed.
    pub measured_cycles: Option<Figure>,
    /// 蒸发.
    pub evaporation: Option<Figure>,
    /// 风吹.
    pub drift: Option<Figure>,
    /// 排污.
    pub blowdown: Option<Figure>,
    /// 补水.
    pub makeup: Option<Figure>,
    /// The most cycles that drift allows.
    pub most_cycles: Option<Figure>,
    /// Whether drift alone already carries off more salt than the cycles allow.
    pub is_drift_limited: bool,
    /// What was refused.
    pub refused: Vec<Refused>,
}

/// Works a system out.
pub fn compute_cooling(system: &CoolingSystem) -> CoolingFigures {
    let mut work = Workings::default();
    let measured_cycles = work.compute(None, &CoolingCyclesConductivity, salts(system));
    let cycles = system.cycles.clone().or_else(|| measured_cycles.clone());
    let evaporation = work.compute(None, &CoolingEvaporation, load(system));
    let lost = work.compute(None, &CoolingDrift, drift(system));
    let plain = evaporation.clone().zip(cycles.clone());
    let plain = plain.map(|(evaporation, cycles)| EvaporationAndCycles { evaporation, cycles });
    let drift = lost.clone().unwrap_or_else(no_drift);
    let whole = || {
        let EvaporationAndCycles { evaporation, cycles } = plain.clone()?;
        Some(EvaporationDriftAndCycles { evaporation, drift: drift.clone(), cycles })
    };
    let (blowdown, makeup) = match system.convention {
        CoolingConvention::SaltBalance => (
            work.compute(None, &CoolingBlowdown, whole()),
            work.compute(None, &CoolingMakeupLimited, whole()),
        ),
        CoolingConvention::DriftAdded => (
            work.compute(None, &CoolingBlowdownDriftAdded, plain.clone()),
            work.compute(None, &CoolingMakeupDriftAdded, whole()),
        ),
    };
    let both = evaporation.clone().zip(lost.clone().filter(|drift| drift.value() > 0.0));
    let both = both.map(|(evaporation, drift)| EvaporationAndDrift { evaporation, drift });
    let most_cycles = work.compute(None, &CoolingMaximumCycles, both);
    let exceeds = |(cycles, most): (&Figure, &Figure)| cycles.value() > most.value();
    let is_drift_limited = system.convention == CoolingConvention::SaltBalance
        && cycles.as_ref().zip(most_cycles.as_ref()).is_some_and(exceeds);
    CoolingFigures {
        key: system.key,
        cycles,
        measured_cycles,
        evaporation,
        drift: lost,
        blowdown,
        makeup,
        most_cycles,
        is_drift_limited,
        refused: each_fault_once(work.refusals),
    }
}

/// Several figures refuse the same number, which is said once.
fn each_fault_once(refusals: Vec<Refused>) -> Vec<Refused> {
    let mut once: Vec<Refused> = Vec::new();
    for refusal in refusals {
        if once.iter().all(|known| known.fault != refusal.fault) {
            once.push(refusal);
        }
    }
    once
}

fn no_drift() -> Figure {
    super::formulas::nothing_of(Quantity::new(0.0, Unit::CubicMetrePerHour))
}

fn salts(system: &CoolingSystem) -> Option<Conductivities<Figure>> {
    Some(Conductivities {
        makeup_conductivity: system.makeup_salt.clone()?,
        blowdown_conductivity: system.circulating_salt.clone()?,
    })
}

fn load(system: &CoolingSystem) -> Option<CoolingLoad<Figure>> {
    Some(CoolingLoad {
        coefficient_per_c: system.coefficient.clone()?,
        delta_t_c: system.drop.clone()?,
        circulation: system.circulation.clone()?,
    })
}

fn drift(system: &CoolingSystem) -> Option<CirculationAndDrift<Figure>> {
    Some(CirculationAndDrift { circulation: system.circulation.clone()?, drift: system.drift.clone()? })
}
