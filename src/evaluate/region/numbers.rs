//! 考核取数: what a region's year offers to a rubric that is about the region.

use crate::ledger::RowId;
use crate::metric::{AnyMetric, Figure, Measure, Origin};
use crate::quantity::{Quantity, Unit};
use crate::rubric::Rubric;

/// What a region's year offers to rubrics. It is shared as long as it stays the same, so that nothing else of the region works out a
/// self-assessment anew.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionNumbers {
    /// The sheet.
    pub id: RowId,
    /// The year, where it is one.
    pub year: Option<i32>,
    /// What the region is called.
    pub name: String,
    /// Figures of metrics of which a region has one a year.
    pub(super) computed: Vec<Figure>,
    /// Figures of metrics of which it has several: what each is called, in Chinese and in English, says which it is.
    pub(super) named: Vec<([String; 2], Figure)>,
    /// 其他指标 of the year: name, the unit in the reader's own words, value.
    pub(super) facts: Vec<(String, String, Figure)>,
}

/// The words for whom a rubric is ([`Rubric::applies_to`]) which make it one about a region.
const REGIONS: [&str; 3] = ["county", "city", "region"];

/// Whether a rubric is about a county, a city or another region.
pub fn is_about_region(rubric: &Rubric) -> bool {
    rubric.applies_to.iter().any(|kind| REGIONS.contains(&kind.as_str()))
}

impl RegionNumbers {
    /// The number that a rubric measures: the region's figure of the metric, else what is called so, in Chinese or in English.
    pub fn measured(&self, metric: Option<&'static dyn AnyMetric>, called: &[[&str; 2]]) -> Option<Figure> {
        let id = metric.map(|metric| metric.info().id);
        let is_called = |name: &str| called.iter().any(|words| words.contains(&name));
        let computed =
            || self.computed.iter().find(|figure| id.is_some() && figure.metric_id() == id).cloned();
        let named = || {
            let mut named = self.named.iter().filter(|(names, figure)| {
                id.is_some() && figure.metric_id() == id && names.iter().any(|name| is_called(name))
            });
            // Two targets of one indicator that run at once: nobody knows which is meant.
            named.next().filter(|_| named.next().is_none()).map(|(_, figure)| figure.clone())
        };
        let fact = || {
            let mut facts = self.facts.iter().filter(|(name, ..)| is_called(name));
            let (_, unit, figure) = facts.next().filter(|_| facts.next().is_none())?;
            match metric.map(|metric| metric.info().output.measure) {
                Some(Measure::In(wanted)) => in_unit(figure, unit, wanted),
                _ => Some(figure.clone()),
            }
        };
        computed().or_else(named).or_else(fact)
    }
}

/// A number that was typed with its unit beside it, in another; nothing where that is another kind of unit, or none was said of a number
/// that has one.
pub(super) fn in_unit(figure: &Figure, said: &str, wanted: Unit) -> Option<Figure> {
    let own = figure.quantity();
    let Origin::Typed(input_quantity) = figure.origin() else {
        return (own.unit == wanted).then(|| figure.clone());
    };
    let unit = match said.trim() {
        "" | "-" | "–" | "—" | "/" => Unit::One,
        said => Unit::from_typed_for(said, wanted)?,
    };
    if (unit == Unit::One) != (wanted == Unit::One) {
        return None;
    }
    let value = Quantity::new(own.value, unit).to(wanted)?;
    let u = Unit::convert(figure.u(), unit, wanted)?;
    Some(Figure::typed(value, u, input_quantity.clone()).incomplete_if(figure.is_incomplete()))
}
