//! Units and the water between them, in the words of the caller.

/// Units of a plant, town or campus and the water between them, loops included.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowNet {
    /// What legend, table and boxes say beside names and figures.
    pub words: FlowWords,
    /// The units. Their places here are the `data-node` of what is drawn of them.
    pub nodes: Vec<FlowNode>,
    /// The flows between units. Their places here are the `data-flow` of what is drawn of them. One that
    /// begins or ends at no unit is left out; one that ends where it begins is drawn as a circulation.
    pub flows: Vec<Flow>,
    /// Flows below this share of the largest intake are not drawn as ribbons but only counted, 0 … 1.
    pub least: f64,
}

/// The words of a net of flows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowWords {
    /// Heads of the table: from, to, kind of water, amount.
    pub head: [String; 4],
    /// What each kind of water is called, in the order of [`Water::ALL`].
    pub waters: [String; 7],
    /// What reused and reclaimed water are called together.
    pub again: String,
    /// What water that goes round inside a unit is called.
    pub circulation: String,
    /// What the key of the flow diagram says the plant comes to, as rounded and written by the caller: fresh,
    /// non-conventional, used again, discharged, consumed, leaked, going round. May be empty.
    pub totals: [String; 7],
    /// What introduces the sums of a unit: what comes in, what goes out.
    pub sums: [String; 2],
    /// What a residual is called, and what is said of one that is allowed and of one that is not.
    pub residual: [String; 3],
    /// What stands before the residual beside a unit that misses by more than is allowed.
    pub off: String,
    /// What is said of an amount that is not known.
    pub unknown: String,
    /// What introduces the number of flows that are not drawn.
    pub hidden: String,
}

/// A unit, a source, or a place where water leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowNode {
    /// Its name.
    pub name: String,
    /// What it is for the water.
    pub role: NodeRole,
    /// What it belongs to, such as main production; units of one group stand together. May be empty.
    pub group: String,
    /// What comes in and what goes out, as summed up, rounded and written by the caller. May be empty.
    pub sums: [String; 2],
    /// Water that goes round inside the unit, as rounded and written by the caller. May be empty.
    pub circulation: String,
    /// What is left when all that goes out is taken from what comes in, as rounded and written by the caller.
    pub residual: String,
    /// What is to be said of the residual.
    pub severity: Severity,
    /// Whether its box stands on another sheet: arrows name it, and that is all.
    pub is_elsewhere: bool,
}

/// What a node is for the water.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeRole {
    /// Where water enters.
    Source,
    /// A unit that uses water.
    #[default]
    Use,
    /// Water is treated before it is used.
    Treatment,
    /// Water is treated after it was used.
    WastewaterTreatment,
    /// A main, a tank: water only passes.
    Junction,
    /// Where water leaves as a discharge.
    Discharge,
    /// Where water leaves as evaporation or in products. It has no box of its own.
    Consumption,
    /// Where water leaves unseen. It has no box of its own.
    Leakage,
}

/// Whether a unit's balance closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// It closes, or nothing is known; the residual is not shown.
    #[default]
    None,
    /// It does not close, within what is allowed.
    Within,
    /// It misses by more than is allowed.
    Exceeds,
}

/// Water from one node to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    /// The place of the node it leaves.
    pub from: usize,
    /// The place of the node it reaches.
    pub to: usize,
    /// How much it is; none if it is not known, which is how an amount that is negative or not finite counts.
    pub amount: Option<f64>,
    /// The amount as rounded and written by the caller.
    pub label: String,
    /// What kind of water it is.
    pub water: Water,
    /// Whether the picture is about others, so that it steps back.
    pub is_quiet: bool,
}

/// Kinds of water, as a balance tells them apart, in the order of [`Water::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Water {
    /// 新水: taken from a source for the first time.
    #[default]
    Fresh,
    /// 非常规水: rain, sea or mine water, reclaimed water from outside.
    NonConventional,
    /// 串联水: discharge of one unit that another uses as it is.
    Reused,
    /// 回用水: treated and used again.
    Reclaimed,
    /// 排水: leaves a unit for treatment or for good.
    Discharge,
    /// 耗水: evaporated, or in products.
    Consumption,
    /// 漏失: lost from pipes and equipment.
    Leakage,
}

impl Water {
    /// All kinds, in the order of the legend.
    pub const ALL: [Water; 7] = [
        Water::Fresh,
        Water::NonConventional,
        Water::Reused,
        Water::Reclaimed,
        Water::Discharge,
        Water::Consumption,
        Water::Leakage,
    ];
}
