//! 灌溉参数的查取, what is looked up in the tables for irrigation: the factor of groundwater, the limit of a class.

use super::{
    CANAL_GROUNDWATER, Constant, GBT50363_2006_CANAL_SYSTEM, GBT50363_2006_IRRIGATION,
    GBT50363_2018_CANAL_SYSTEM, GBT50363_2018_IRRIGATION, Table,
};
use crate::irrigation::{SizeClass, Standing};
use crate::numeric::{Judging, parse};

/// Up to this depth, m, the table has one value for all depths.
const SHALLOW: f64 = 3.0;

/// 地下水顶托修正系数, γ: what groundwater so many metres below the bed leaves of the seepage of a canal with a flow in m³/s.
///
/// Above 3 m the table has one column; from 3 m on it is read in straight lines between depths, and between flows; an
/// empty cell and whatever is deeper than the table stand for 1.
/// A flow below 1 or above 100 m³/s is read in the first or last row.
/// `None` for a flow or a depth that is negative or no number.
///
/// ```
/// use water_ledger::catalog::groundwater_factor;
/// assert_eq!(groundwater_factor(10.0, 2.0), Some(0.41));
/// assert_eq!(groundwater_factor(10.0, 3.0), Some(0.50));
/// assert_eq!(groundwater_factor(10.0, 4.0), Some(0.575));
/// assert_eq!(groundwater_factor(0.5, 30.0), Some(1.0));
/// ```
pub fn groundwater_factor(flow_m3_s: f64, depth_m: f64) -> Option<f64> {
    if !(flow_m3_s >= 0.0 && depth_m >= 0.0) {
        return None;
    }
    let factors = &CANAL_GROUNDWATER;
    let rows: Vec<(f64, f64)> = (0..factors.rows.len())
        .map(|row| Some((parse(factors.rows[row].id)?, at_depth(factors, row, depth_m)?)))
        .collect::<Option<_>>()?;
    between(&rows, flow_m3_s)
}

/// γ of one row of the table at a depth.
fn at_depth(factors: &Table, row: usize, depth: f64) -> Option<f64> {
    let factor = |cell: &Option<Constant>| cell.as_ref().map_or(1.0, |constant| constant.value);
    let depths = factors.columns.iter().map(|id| parse(id)).collect::<Option<Vec<f64>>>()?;
    let cells: Vec<(f64, f64)> =
        depths.into_iter().zip(factors.rows.get(row)?.cells.iter().map(factor)).collect();
    match cells.as_slice() {
        [(_, shallow), ..] if depth < SHALLOW => Some(*shallow),
        [.., (deepest, _)] if depth > *deepest => Some(1.0),
        [_, rest @ ..] => between(rest, depth),
        [] => None,
    }
}

/// The value at `x` in straight lines between points in order; before the first and after the last the value stays.
fn between(points: &[(f64, f64)], x: f64) -> Option<f64> {
    let after = points.iter().position(|(at, _)| x <= *at);
    match after {
        Some(0) => points.first().map(|(_, value)| *value),
        Some(next) => {
            let ((x0, y0), (x1, y1)) = (points[next - 1], points[next]);
            Some(y0 + (y1 - y0) * ((x - x0) / (x1 - x0)))
        }
        None => points.last().map(|(_, value)| *value),
    }
}

/// An edition of GB/T 50363.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// 节水灌溉工程技术规范 GB/T 50363-2006.
    Of2006,
    /// 节水灌溉工程技术标准 GB/T 50363-2018.
    Of2018,
}

/// 灌溉水利用系数下限, the lower limit of the irrigation coefficient for a class of districts.
///
/// Micro-irrigation has two limits, for micro-spray and for drip; the class is judged by the lower, which both must reach.
pub fn coefficient_limit(edition: Edition, class: SizeClass) -> Option<&'static Constant> {
    let limits = match edition {
        Edition::Of2006 => &GBT50363_2006_IRRIGATION,
        Edition::Of2018 => &GBT50363_2018_IRRIGATION,
    };
    let row = match class {
        SizeClass::Large => "large",
        SizeClass::Medium1To5 | SizeClass::Medium5To15 | SizeClass::Medium15To30 => "medium",
        SizeClass::Small => "small",
        SizeClass::WellEarthCanal | SizeClass::WellLinedCanal | SizeClass::WellPipe => "well",
        SizeClass::WellSprinkler => "sprinkler",
        SizeClass::WellMicro => "micro_spray",
        SizeClass::Subregion => return None,
    };
    limits.at(row, "minimum")
}

/// 渠系水利用系数下限, the lower limit of the canal system's efficiency for a class of districts fed by canals.
pub fn canal_system_limit(edition: Edition, class: SizeClass) -> Option<&'static Constant> {
    let limits = match edition {
        Edition::Of2006 => &GBT50363_2006_CANAL_SYSTEM,
        Edition::Of2018 => &GBT50363_2018_CANAL_SYSTEM,
    };
    let row = match class {
        SizeClass::Large => "large",
        SizeClass::Medium1To5 | SizeClass::Medium5To15 | SizeClass::Medium15To30 => "medium",
        SizeClass::Small => "small",
        SizeClass::WellLinedCanal => "well_lined_canal",
        SizeClass::WellPipe => "well_pipe",
        SizeClass::WellEarthCanal
        | SizeClass::WellSprinkler
        | SizeClass::WellMicro
        | SizeClass::Subregion => {
            return None;
        }
    };
    limits.at(row, "minimum")
}

/// How a coefficient stands to the limit of its class, judged by the method that is named.
///
/// ```
/// use water_ledger::{catalog::{Edition, standing}, irrigation::{SizeClass, Standing}, numeric::Judging};
/// let large = |coefficient| standing(coefficient, SizeClass::Large, Edition::Of2018, Judging::FullValue);
/// assert_eq!(large(0.5), Some(Standing::Reaches));
/// assert_eq!(large(0.4999), Some(Standing::Below));
/// ```
pub fn standing(coefficient: f64, class: SizeClass, edition: Edition, judging: Judging) -> Option<Standing> {
    coefficient_limit(edition, class).map(|limit| Standing::of(coefficient, limit.limit(judging)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;

    #[test]
    fn every_cell_of_the_groundwater_table_is_read_as_printed() {
        let factors = &CANAL_GROUNDWATER;
        for row in factors.rows {
            for (column, cell) in factors.columns.iter().zip(row.cells) {
                let (flow, depth) = (row.id.parse().expect("a flow"), column.parse().expect("a depth"));
                let printed = cell.as_ref().map_or(1.0, |constant| constant.value);
                assert_eq!(groundwater_factor(flow, depth), Some(printed), "{flow} m³/s, {depth} m");
            }
        }
    }

    #[test]
    fn a_factor_between_printed_ones_lies_between_them() {
        for (flow, depth, expected) in [
            (15.0, 2.9, 0.385),  // halfway from 0.41 to 0.36
            (15.0, 3.0, 0.475),  // halfway from 0.50 to 0.45
            (3.0, 6.25, 0.91),   // halfway from 0.82 to nothing held back
            (0.2, 0.0, 0.63),    // the first row
            (500.0, 25.0, 0.94), // the last row
            (500.0, 25.1, 1.0),  // deeper than the table
        ] {
            let factor = groundwater_factor(flow, depth).expect("a flow and a depth");
            assert!((factor - expected).abs() < 1e-12, "{flow} {depth}: {factor}");
        }
        assert_eq!(groundwater_factor(-1.0, 3.0), None);
        assert_eq!(groundwater_factor(1.0, f64::NAN), None);
    }

    #[test]
    fn every_class_has_its_limit_in_both_editions() {
        // What was aggregated elsewhere is of no class of its own.
        for class in SizeClass::ALL.iter().copied().filter(|class| *class != SizeClass::Subregion) {
            for edition in [Edition::Of2006, Edition::Of2018] {
                let limit = coefficient_limit(edition, class).expect("every class has one");
                assert!((0.5..=0.85).contains(&limit.value), "{class:?}");
                assert_eq!(
                    standing(limit.value, class, edition, Judging::FullValue),
                    Some(Standing::Reaches)
                );
                assert_eq!(
                    standing(limit.value - 0.001, class, edition, Judging::FullValue),
                    Some(Standing::Below)
                );
                assert_eq!(
                    standing(limit.value - 0.001, class, edition, Judging::RoundedValue),
                    Some(Standing::Reaches)
                );
            }
        }
    }
}
