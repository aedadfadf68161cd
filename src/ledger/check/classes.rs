//! A year's classes: the gross water of whole classes of which the districts are samples.

use super::cells::{Allowed, Cells};
use super::{Problem, ProblemKind};
use crate::irrigation::{ClassTotal, District, MuConvention, SizeClass};
use crate::ledger::{ClassColumn, Entry, Place, TableAt, TypedRow, YearSheet};
use crate::metric::{Figure, Source, Status};
use crate::quantity::{Quantity, Unit};
use crate::text::{Coded, Words};

/// The classes as the domain takes them, with everything that is wrong or odd.
pub(in crate::ledger) fn check_classes(
    sheet: &YearSheet,
    districts: &[District],
) -> (Vec<ClassTotal>, Vec<Problem>) {
    let table = TableAt::Classes(sheet.id);
    let mut problems = Vec::new();
    let mut totals: Vec<ClassTotal> = Vec::new();
    for row in sheet.classes.iter().filter(|row| !row.is_blank()) {
        let mut cells = Cells::new(table, row, String::new(), &mut problems);
        let class = cells.choice::<SizeClass>(ClassColumn::Class.index());
        if class.is_none() {
            cells.ask(ClassColumn::Class.index(), ProblemKind::NoKind);
        }
        cells.ask(ClassColumn::Gross.index(), ProblemKind::Blank);
        let gross = cells.number(ClassColumn::Gross.index(), Allowed::Positive);
        let (Some(class), Some(gross)) = (class, gross) else { continue };
        if totals.iter().any(|total| total.class == class) {
            cells.report(ClassColumn::Class.index(), ProblemKind::Repeated);
            continue;
        }
        let of_class = || districts.iter().filter(|district| district.class == Some(class));
        if !of_class().any(District::has_coefficient) {
            cells.report(ClassColumn::Class.index(), ProblemKind::NoSamples);
        }
        let samples: f64 = of_class().filter_map(|district| district.gross()).map(Figure::value).sum();
        if samples > gross.value() * (1.0 + 1e-9) {
            cells.report(ClassColumn::Gross.index(), ProblemKind::ClassBelowSamples);
        }
        totals.push(ClassTotal { class, gross });
    }
    (totals, problems)
}

/// m² in a mu as the year takes it: exact unless the guideline's rounded figure was chosen.
pub(in crate::ledger) fn mu(sheet: &YearSheet) -> (Figure, Vec<Problem>) {
    let chosen = MuConvention::from_typed(&sheet.mu);
    let mut problems = Vec::new();
    if chosen.is_none() && !sheet.mu.trim().is_empty() {
        problems.push(Problem { place: Place::Entry(Entry::Mu(sheet.id)), kind: ProblemKind::UnknownChoice });
    }
    let (square_metres, document, status) = match chosen.unwrap_or(MuConvention::Exact) {
        MuConvention::Exact => {
            (crate::irrigation::MU_M2, Words::new("1 亩 = 1/15 hm²", "1 mu = 1/15 hm²"), Status::Verified)
        }
        MuConvention::Guideline => (
            667.0,
            Words::new("测算分析技术指导细则的取值", "The guideline's rounded figure"),
            Status::UnverifiedTextbook,
        ),
    };
    let name = Words::new("每亩平方米数", "Square metres in a mu");
    let source = Source { document, clause: "", edition: "", status };
    (Figure::reference(Quantity::new(square_metres, Unit::SquareMetre), name, source), problems)
}
