//! A plant in a period, as figures: its places, and the water between them.

use crate::industry::{
    CirculationKind, CoolingConvention, CostItem, IntakeConvention, SupplyClass, WaterUnitKind,
};
use crate::metering::{MeterLevel, RecordKind};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::text::Key;

/// The unit in which volumes are summed.
pub(super) const VOLUME: Unit = Unit::CubicMetre;

/// A plant in a period. Volumes are of the period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plant {
    /// Places that water comes from, is used at or passes through.
    pub places: Vec<PlantPlace>,
    /// Water between places, and between them and the outside.
    pub flows: Vec<PlantFlow>,
    /// Units that stand for others: their figures are checked against those and take no part in the balance.
    pub levels: Vec<SummaryUnit>,
    /// Which water counts as intake; none where that cannot be read.
    pub convention: Option<IntakeConvention>,
    /// How far a balance may be open, in %.
    pub tolerance: Option<Figure>,
    /// Relative standard uncertainty of amounts of which none was typed, in the order of the kinds of record.
    pub usual: [f64; 3],
    /// What was made, and what else rates relate to.
    pub production: Production,
    /// 循环冷却水系统.
    pub cooling: Vec<CoolingSystem>,
    /// 成本.
    pub costs: Costs,
}

impl Plant {
    /// Whether it has the same places and the same flows between them as another, whatever their amounts.
    pub(super) fn is_built_like(&self, other: &Plant) -> bool {
        let kinds = |plant: &Plant| plant.places.iter().map(|place| place.kind).collect::<Vec<_>>();
        let ends = |plant: &Plant| plant.flows.iter().map(|flow| (flow.from, flow.to)).collect::<Vec<_>>();
        kinds(self) == kinds(other) && ends(self) == ends(other)
    }

    /// Takes over figures that another has alike, so that whoever compares finds them the same at once.
    pub fn share_with(&mut self, other: &Plant) {
        for (flow, known) in self.flows.iter_mut().zip(&other.flows) {
            if flow.amount == known.amount {
                flow.amount.clone_from(&known.amount);
            }
        }
        for (place, known) in self.places.iter_mut().zip(&other.places) {
            if place.circulation == known.circulation {
                place.circulation.clone_from(&known.circulation);
            }
        }
    }
}

/// A place of the plant.
#[derive(Clone, Debug, PartialEq)]
pub struct PlantPlace {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// 循环水量, water that goes round in it, with what it does there.
    pub circulation: Option<(Figure, CirculationKind)>,
    /// Whether it belongs to a unit that stands for several.
    pub is_part: bool,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A source, or all sources of a class.
    Supply(SupplyClass),
    /// A unit.
    Unit(WaterUnitKind),
}

/// Where a flow begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowEnd {
    /// At a place, by its number in [`Plant::places`].
    Place(usize),
    /// Outside the plant.
    Outside(BoundaryFlow),
}

/// What crosses the plant's border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundaryFlow {
    /// 取水, by a main meter.
    Intake,
    /// 外供, sold on before it was used.
    Sold,
    /// 耗水.
    Consumption,
    /// 排水.
    Discharge,
    /// 漏失.
    Leakage,
}

impl BoundaryFlow {
    /// What it is called.
    pub fn name(self) -> Key {
        match self {
            BoundaryFlow::Intake => Key::OutsideIntake,
            BoundaryFlow::Sold => Key::ColumnSold,
            BoundaryFlow::Consumption => Key::ColumnConsumption,
            BoundaryFlow::Discharge => Key::NodeDischarge,
            BoundaryFlow::Leakage => Key::ColumnLeakage,
        }
    }
}

/// Water from one place to another.
#[derive(Clone, Debug, PartialEq)]
pub struct PlantFlow {
    /// Where it comes from.
    pub from: FlowEnd,
    /// Where it goes.
    pub to: FlowEnd,
    /// How much; none when it is to be found from the balance.
    pub amount: Option<Figure>,
    /// How it is known.
    pub record: RecordKind,
}

/// A unit of the summary: its own meter is checked against the units that it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryUnit {
    /// What it is called.
    pub name: String,
    /// The water that enters by its own meter.
    pub metered: Option<Figure>,
    /// Its units, by their numbers in [`Plant::places`].
    pub parts: Vec<usize>,
}

/// What was made in the period, and what else rates relate to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Production {
    /// 产品.
    pub products: Vec<Product>,
    /// 工业产值, 万元.
    pub output_value: Option<Figure>,
    /// 工业增加值, 万元.
    pub value_added: Option<Figure>,
    /// 职工人数.
    pub staff: Option<Figure>,
    /// 天数.
    pub days: Option<Figure>,
    /// 职工生活用水量, m³.
    pub staff_water: Option<Figure>,
    /// 达标排水量, m³.
    pub compliant: Option<Figure>,
    /// 蒸汽与冷凝水.
    pub steam: Vec<Steam>,
    /// 计量器具.
    pub meters: Vec<Meters>,
}

/// A product of the period.
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// What it is called.
    pub name: String,
    /// How much of it was made.
    pub output: Option<Figure>,
    /// The intake it took; none when it is the plant's only product.
    pub intake: Option<Figure>,
    /// The quotas it is held to: the user's own first, then those chosen.
    pub quotas: Vec<ProductQuota>,
}

/// A quota of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductQuota {
    /// 通用值.
    pub general: Option<Figure>,
    /// 先进值.
    pub advanced: Option<Figure>,
}

/// Steam and the condensate that comes back.
#[derive(Clone, Debug, PartialEq)]
pub struct Steam {
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// 蒸汽量, t.
    pub steam: Option<Figure>,
    /// 冷凝水回收量, m³.
    pub condensate: Option<Figure>,
    /// t/m³.
    pub density: Option<Figure>,
}

/// The meters of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct Meters {
    /// Which level.
    pub level: MeterLevel,
    /// 应配.
    pub required: Option<Figure>,
    /// 实配.
    pub installed: Option<Figure>,
    /// 完好.
    pub working: Option<Figure>,
}

/// A circulating cooling water system.
#[derive(Clone, Debug, PartialEq)]
pub struct CoolingSystem {
    /// The caller's own mark, handed back with the figures.
    pub key: u32,
    /// 循环水量, m³/h.
    pub circulation: Option<Figure>,
    /// Δt, °C.
    pub drop: Option<Figure>,
    /// 蒸发系数 at the temperature of its air, 1/°C.
    pub coefficient: Option<Figure>,
    /// 风吹损失率, %.
    pub drift: Option<Figure>,
    /// Conductivity or chloride of make-up, any unit.
    pub makeup_salt: Option<Figure>,
    /// The same of the circulating water, in the same unit.
    pub circulating_salt: Option<Figure>,
    /// 浓缩倍数 as typed.
    pub cycles: Option<Figure>,
    /// Hours that it runs in the period.
    pub hours: Option<Figure>,
    /// How drift is taken.
    pub convention: CoolingConvention,
}

/// What water costs in the period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Costs {
    /// What places cost.
    pub charges: Vec<Cost>,
    /// Steps of supplies' prices.
    pub tiers: Vec<Tier>,
    /// Whether something that was said of costs cannot be read.
    pub lacks: bool,
}

/// What a place costs under one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// Where.
    pub place: CostPlace,
    /// What for.
    pub item: CostItem,
    /// How much.
    pub charges: Vec<Charge>,
}

/// What a cost stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostPlace {
    /// A place, by its number in [`Plant::places`].
    At(usize),
    /// Every source.
    EverySupply,
    /// All water that is discharged from the plant.
    EveryDischarge,
}

/// How a cost is counted.
#[derive(Clone, Debug, PartialEq)]
pub enum Charge {
    /// 元/m³ of the water that enters the place, or that is discharged.
    PerVolume(Figure),
    /// 元 in the period.
    Sum(Figure),
}

/// A step of a supply's price.
#[derive(Clone, Debug, PartialEq)]
pub struct Tier {
    /// The supply, by its number in [`Plant::places`].
    pub place: usize,
    /// Where the step ends, m³; the last has no end.
    pub upto: Option<Figure>,
    /// What the supply's price is multiplied with.
    pub multiplier: Figure,
}
