//! Water from elsewhere: what a unit or a use takes is served by another's water, or by rain, as far as that goes.

use super::source::Source;
use super::subject::Subject;
use super::target::Target;
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::{share, text_of};
use crate::evaluate::problem::ProblemKind;
use crate::industry::SupplyKind;
use crate::ledger::{ColumnSpec, Place, Row};
use crate::quantity::{Quantity, Unit};
use crate::text::Coded;

/// What serves, and how much of it can.
#[derive(Clone, Debug)]
pub(super) struct Served {
    /// Where the water comes from.
    pub source: Source,
    most: Most,
}

/// How much can be served.
#[derive(Clone, Copy, Debug)]
enum Most {
    /// This share of the source.
    Share(f64),
    /// This amount, m³, and no more than the source has.
    Volume(f64),
}

/// What cannot be read of a change by water from elsewhere.
pub(super) enum Unread {
    /// Where the water comes from.
    Source,
    /// How much of it.
    Amount,
}

impl Served {
    /// What was typed as the source, and how much of it: a share of it or an amount; all of it where nothing was typed. With the
    /// standard uncertainty of the share or amount.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(source: &str, amount: &str, known: &[Target]) -> Result<(Served, f64), Unread> {
        let typed = known.iter().find(|target| target.is_called(source) && is_water(target.column));
        let source = match (typed, SupplyKind::from_typed(source)) {
            (Some(target), _) => Source::Typed(target.place),
            (None, Some(kind)) => Source::New(kind, source.to_string()),
            (None, None) => return Err(Unread::Source),
        };
        let (most, u) = match amount {
            "" => (Most::Share(1.0), 0.0),
            amount if amount.contains(['%', '％']) && !amount.contains('m') => {
                let (share, u) = share(amount).ok_or(Unread::Amount)?;
                (Most::Share(share), u)
            }
            amount => {
                let typed = typed_number(amount, Unit::CubicMetre).ok().flatten();
                let (volume, u) = typed.ok_or(Unread::Amount)?;
                (Most::Volume(volume.to(Unit::CubicMetre).ok_or(Unread::Amount)?.value), u)
            }
        };
        let is_possible = match most {
            // Of a supply that is not there yet no share is known.
            Most::Share(share) => (0.0..=1.0).contains(&share) && matches!(source, Source::Typed(_)),
            Most::Volume(volume) => volume >= 0.0,
        };
        if is_possible { Ok((Served { source, most }, u)) } else { Err(Unread::Amount) }
    }

    /// The same, so much more of it as is in doubt of it.
    pub fn shifted(&self, u: f64) -> Served {
        let most = match self.most {
            Most::Share(share) => Most::Share(share + u),
            Most::Volume(volume) => Most::Volume(volume + u),
        };
        Served { most, source: self.source.clone() }
    }

    /// Lets the source serve what is taken at a place, as far as it goes and no more than is taken, and gives how much less that leaves
    /// there, in its unit. `before` is the sheet before any water came from elsewhere, and `given` what each source gave since.
    ///
    /// # Errors
    /// Why nothing is served.
    pub fn serve(
        &self,
        subject: &dyn Subject,
        sheet: &mut Row,
        to: Place,
        before: &Row,
        given: &mut Vec<(Place, f64)>,
    ) -> Result<f64, ProblemKind> {
        let needed = typed_at(sheet, to).ok_or(ProblemKind::NotServed)?.max(0.0);
        let available = match &self.source {
            // What a meter of another supply shows is what is drawn now, not what could be.
            Source::Typed(place) if !subject.is_main_meter(*place) => {
                let has = typed_at(before, *place).unwrap_or(0.0);
                let gave: f64 = given.iter().filter(|(of, _)| of == place).map(|(_, gave)| gave).sum();
                let most = match self.most {
                    Most::Share(share) => has * share,
                    Most::Volume(volume) => volume,
                };
                most.min(has - gave)
            }
            Source::Typed(_) | Source::New(..) => match self.most {
                Most::Share(_) => 0.0,
                Most::Volume(volume) => volume,
            },
        };
        let served = needed.min(available);
        if served <= 0.0 {
            return Err(ProblemKind::NoWaterToServe);
        }
        let amount = Quantity::new(served, Unit::CubicMetre);
        if !subject.serve(sheet, &self.source, to, amount) {
            return Err(ProblemKind::NotServed);
        }
        if let Source::Typed(place) = self.source {
            given.push((place, served));
        }
        Ok(moved(sheet, to, Quantity::new(-served, Unit::CubicMetre)))
    }
}

/// The water typed at a place, m³; none where no water was.
fn typed_at(sheet: &Row, place: Place) -> Option<f64> {
    let column = place.column.filter(|column| is_water(column))?;
    let (typed, _) = typed_number(sheet.text_at(place).trim(), column.unit()?).ok().flatten()?;
    Some(typed.to(Unit::CubicMetre)?.value)
}

/// Whether a column holds amounts of water.
fn is_water(column: &ColumnSpec) -> bool {
    column.unit().is_some_and(|unit| Quantity::new(1.0, unit).to(Unit::CubicMetre).is_some())
}

/// Lets an amount of water that was typed be so much more, or less, and gives how much less it is then; what was not typed counts as
/// nothing.
pub(super) fn moved(sheet: &mut Row, place: Place, by: Quantity) -> f64 {
    let unit = place.column.and_then(ColumnSpec::unit).unwrap_or(Unit::CubicMetre);
    let typed = typed_number(sheet.text_at(place).trim(), unit).ok().flatten();
    let (was, u) = typed.unwrap_or((Quantity::new(0.0, unit), 0.0));
    let Some(by) = by.to(was.unit) else { return 0.0 };
    let value = (was.value + by.value).max(0.0);
    sheet.set_at(place, text_of(value, u, was.unit));
    was.value - value
}
