//! What a reader should know beside a figure.

use super::MetricInfo;

/// What a reader should know beside the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// A formula or number it rests on is still to be confirmed (待核实).
    Unverified,
    /// Outside the range of published values.
    Implausible,
    /// 不完整, something that should have gone in is missing or cannot be read.
    Incomplete,
}

/// The flags of a computed value: what its metric says of it, and what the inputs carry.
pub(super) fn flags(
    info: &MetricInfo,
    value: f64,
    of_inputs: impl Iterator<Item = Flag> + Clone,
) -> Vec<Flag> {
    let has = |flag: Flag| of_inputs.clone().any(|other| other == flag);
    let is_implausible = info.output.plausible.is_some_and(|(low, high)| value < low || value > high);
    let all = [
        (Flag::Unverified, !info.source.status.is_verified() || has(Flag::Unverified)),
        (Flag::Implausible, is_implausible),
        (Flag::Incomplete, has(Flag::Incomplete)),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect()
}
