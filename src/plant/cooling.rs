//! 循环冷却水, what a circulating cooling water system evaporates, blows down and takes in.

use super::{CoolingSystem, Refused};
use crate::industry::*;
use crate::metric::{Figure, Metric};
use crate::quantity::{Quantity, Unit};

/// What a system comes to; flows in m³/h.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoolingFigures {
    /// 浓缩倍数 that is computed with: as typed, else from the salts.
    pub cycles: Option<Figure>,
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
    /// 补水节约率 of the planned cycles.
    pub saving: Option<Figure>,
    /// What was refused.
    pub refused: Vec<Refused>,
}

/// Works a system out.
pub(super) fn system(system: &CoolingSystem) -> CoolingFigures {
    let mut found = CoolingFigures::default();
    found.cycles =
        system.cycles.clone().or_else(|| found.computed(&CoolingCyclesConductivity, salts(system)));
    found.evaporation = found.computed(&CoolingEvaporation, load(system));
    found.drift = found.computed(&CoolingDrift, drift(system));
    let (evaporation, cycles) = (found.evaporation.clone(), found.cycles.clone());
    let plain = evaporation.clone().zip(cycles.clone());
    let plain = plain.map(|(evaporation, cycles)| EvaporationAndCycles { evaporation, cycles });
    let drift = found.drift.clone().unwrap_or_else(no_drift);
    let whole = || {
        let EvaporationAndCycles { evaporation, cycles } = plain.clone()?;
        Some(EvaporationDriftAndCycles { evaporation, drift: drift.clone(), cycles })
    };
    (found.blowdown, found.makeup) = match system.convention {
        CoolingConvention::SaltBalance => {
            (found.computed(&CoolingBlowdown, whole()), found.computed(&CoolingMakeupLimited, whole()))
        }
        CoolingConvention::DriftAdded => (
            found.computed(&CoolingBlowdownDriftAdded, plain.clone()),
            found.computed(&CoolingMakeupDriftAdded, whole()),
        ),
    };
    let both = evaporation.zip(found.drift.clone().filter(|drift| drift.value() > 0.0));
    found.most_cycles = found.computed(
        &CoolingMaximumCycles,
        both.map(|(evaporation, drift)| EvaporationAndDrift { evaporation, drift }),
    );
    found.is_drift_limited = system.convention == CoolingConvention::SaltBalance
        && cycles
            .as_ref()
            .zip(found.most_cycles.as_ref())
            .is_some_and(|(cycles, most)| cycles.value() > most.value());
    let planned = cycles.zip(system.planned.clone());
    found.saving = found.computed(
        &CoolingMakeupSaving,
        planned.map(|(cycles_before, cycles_after)| CyclesBeforeAndAfter { cycles_before, cycles_after }),
    );
    found
}

impl CoolingFigures {
    /// A figure of which everything is there; what is refused is noted once.
    fn computed<M: Metric>(
        &mut self,
        metric: &'static M,
        inputs: Option<M::Inputs<Figure>>,
    ) -> Option<Figure> {
        match Figure::computed(metric, inputs?) {
            Ok(figure) => Some(figure),
            Err(fault) => {
                let refused = Refused::of::<M>(fault);
                if self.refused.iter().all(|known| known.fault != refused.fault) {
                    self.refused.push(refused);
                }
                None
            }
        }
    }
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
