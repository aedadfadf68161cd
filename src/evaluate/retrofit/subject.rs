//! What a plan is about: a sheet, what it comes to, and the same evaluation of the sheet as it would be.

use std::fmt;
use std::sync::Arc;

use super::asked::AnswerChange;
use super::source::Source;
use super::target::Target;
use crate::evaluate::problem::ProblemKind;
use crate::evaluate::sheet_figures::SheetFigure;
use crate::evaluate::{PeriodResults, ReviewResults};
use crate::ledger::{Called, Place, Row, TableSpec};
use crate::metric::Figure;
use crate::quantity::Quantity;
use crate::retrofit::{VolumeSaving, VolumesBeforeAndAfter};

/// A sheet with what it comes to. What it would come to is the same kind of thing, made of a changed sheet.
pub trait Subject: Send + Sync {
    /// The sheet.
    fn sheet(&self) -> &Arc<Row>;

    /// The sheet changed, evaluated as this one was.
    fn again(&self, changed: Arc<Row>) -> Arc<dyn Subject>;

    /// The water taken in the year.
    fn taken(&self) -> Option<Figure>;

    /// The water that does not come back, where it is known.
    fn consumed(&self) -> Option<Figure> {
        None
    }

    /// What a m³ costs on average, where the sheet says so.
    fn price(&self) -> Option<Figure> {
        None
    }

    /// What all water costs, where some of it is paid by the m³.
    fn cost(&self) -> Option<Figure> {
        None
    }

    /// The figures that people compare, each with the row that it is of; nothing for the sheet and for groups.
    fn figures(&self) -> Vec<(String, SheetFigure<'_>)>;

    /// The rows whose water does not close.
    fn open(&self) -> Vec<Place> {
        Vec::new()
    }

    /// What else people call the columns of its tables.
    fn called(&self) -> &'static Called;

    /// The tables in which a choice can be changed too, such as how a canal is lined.
    fn tables_of_choices(&self) -> &'static [&'static TableSpec] {
        &[]
    }

    /// Whether a number is what a main meter shows: who changes that needs no meter to follow.
    fn is_main_meter(&self, _: Place) -> bool {
        false
    }

    /// Lets the main meters of a sheet show less by what is taken less at a place.
    fn follow(&self, _sheet: &mut Row, _place: Place, _less: f64) {}

    /// Lets a sheet say that so much of the water taken at a place comes from elsewhere; what is taken there stays as it is. False
    /// where that cannot be.
    fn serve(&self, _sheet: &mut Row, _source: &Source, _to: Place, _amount: Quantity) -> bool {
        false
    }

    /// What can be changed beside the numbers that were typed: what a rubric asks of it, what is known where nothing was typed.
    fn other_targets(&self) -> Vec<Target> {
        Vec::new()
    }

    /// Lets the water of a sheet follow a number at a place that is no water itself, and gives what is taken less at which places;
    /// `before` is the sheet without the change.
    ///
    /// # Errors
    /// Why it cannot.
    fn carry(
        &self,
        _before: &Row,
        _sheet: &mut Row,
        _place: Place,
    ) -> Result<Vec<(Place, f64)>, ProblemKind> {
        Ok(Vec::new())
    }

    /// A change of an answer to a rubric, as typed; none where it cannot be read.
    fn read_answer(&self, _: Place, _typed: &str) -> Option<AnswerChange> {
        None
    }

    /// Lets a sheet answer as changes make it.
    fn answer(&self, _sheet: &mut Row, _changes: &[(Place, &AnswerChange)]) {}

    /// Of a plant, what its year comes to.
    fn plant(&self) -> Option<&Arc<PeriodResults>> {
        None
    }

    /// Of an institution, what its year comes to.
    fn review(&self) -> Option<&Arc<ReviewResults>> {
        None
    }

    /// Where its results lie: as long as that is the same, so are they.
    fn results_at(&self) -> usize;
}

/// Nothing of it is told: through the table of its methods a page would load how every figure of it is told to programmers.
impl fmt::Debug for dyn Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subject").finish_non_exhaustive()
    }
}

/// What sheets come to is the same where the sheets and the water taken are.
impl PartialEq for dyn Subject {
    fn eq(&self, other: &dyn Subject) -> bool {
        self.sheet() == other.sheet() && self.taken() == other.taken()
    }
}

/// What is taken less than before.
pub(super) fn saving(before: &dyn Subject, after: &dyn Subject, lacks: bool) -> Option<Figure> {
    less(before.taken(), after.taken(), lacks)
}

pub(super) fn less(before: Option<Figure>, after: Option<Figure>, lacks: bool) -> Option<Figure> {
    let volumes = VolumesBeforeAndAfter { before: before?, after: after? };
    Some(Figure::computed(&VolumeSaving, volumes).ok()?.incomplete_if(lacks))
}
