//! Canals and what flows in them, in the words of the caller.

/// Canals, each with the canal it leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CanalTree {
    /// Heads of the table: canal, the canal it leaves, inflow, outflow, share lost. The last three
    /// also introduce the figures of a canal for the pointer, and the last one the classes.
    pub head: [String; 5],
    /// Shares lost from which the second, third and fourth class begin.
    pub limits: [f64; 3],
    /// What the classes are called in the legend, from the least loss on.
    pub classes: [String; 4],
    /// The canals, each after the canal it leaves. Their places here are the `data-index` of their bands.
    pub canals: Vec<Canal>,
}

/// One canal of the schematic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Canal {
    /// Its name.
    pub name: String,
    /// The place of the canal it leaves; none where water enters the system. A place that does not
    /// come before its own counts as none.
    pub parent: Option<usize>,
    /// What flows in at its head; a flow that is negative or not finite is drawn as none.
    pub inflow: f64,
    /// What is left at its end.
    pub outflow: f64,
    /// The share lost between the two, which decides the class; none if it is unknown.
    pub loss: Option<f64>,
    /// Inflow, outflow and loss as rounded and written by the caller.
    pub labels: [String; 3],
}
