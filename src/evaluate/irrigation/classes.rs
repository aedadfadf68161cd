//! A year's classes: the gross water of whole classes of which the districts are samples.

use crate::catalog::MU_GUIDELINE;
use crate::evaluate::cells::Cells;
use crate::evaluate::problem::{Problem, ProblemKind};
use crate::irrigation::{ClassTotal, District, MU_M2, MuConvention, SizeClass};
use crate::ledger::{CLASSES, ClassColumn, Row, YEARS, YearEntry};
use crate::metric::{Citation, Figure, Status};
use crate::quantity::{Quantity, Unit};
use crate::text::{Coded, Words};

/// The classes as the domain takes them, with everything that is wrong or odd.
pub(super) fn read_classes(sheet: &Row, districts: &[District]) -> (Vec<ClassTotal>, Vec<Problem>) {
    let table = CLASSES.at(&[sheet.id]);
    let mut problems = Vec::new();
    let mut totals: Vec<ClassTotal> = Vec::new();
    for row in sheet.rows(&CLASSES).iter().filter(|row| !row.is_blank()) {
        let mut cells = Cells::new(table, row, String::new(), &mut problems);
        let class = cells.choice::<SizeClass>(ClassColumn::Class);
        if class.is_none() {
            cells.ask(ClassColumn::Class, ProblemKind::NoKind);
        }
        cells.ask(ClassColumn::Gross, ProblemKind::Blank);
        let gross = cells.number(ClassColumn::Gross);
        let (Some(known), Some(amount)) = (class, &gross) else {
            totals.push(ClassTotal { class, gross });
            continue;
        };
        if totals.iter().any(|total| total.class == class) {
            cells.report(ClassColumn::Class, ProblemKind::Repeated);
            continue;
        }
        let of_class = || districts.iter().filter(|district| district.class == Some(known));
        if !of_class().any(District::has_coefficient) {
            cells.report(ClassColumn::Class, ProblemKind::NoSamples);
        }
        let samples: f64 = of_class().filter_map(|district| district.gross()).map(Figure::value).sum();
        if samples > amount.value() * (1.0 + 1e-9) {
            cells.report(ClassColumn::Gross, ProblemKind::ClassBelowSamples);
        }
        totals.push(ClassTotal { class, gross });
    }
    (totals, problems)
}

/// The definition of the mu, which no document needs to confirm.
const EXACT_MU: Citation = Citation {
    document: Words::new("1 亩 = 1/15 hm²", "1 mu = 1/15 hm²"),
    clause: "",
    copy: "",
    edition: "",
    status: Status::Verified,
};

/// m² in a mu as the year takes it: exact unless the guideline's rounded figure was chosen.
pub(super) fn read_mu(sheet: &Row) -> (Figure, Vec<Problem>) {
    let chosen = MuConvention::from_typed(&sheet[YearEntry::Mu]);
    let mut problems = Vec::new();
    if chosen.is_none() && !sheet[YearEntry::Mu].trim().is_empty() {
        problems
            .push(Problem { place: YEARS.entry(sheet.id, YearEntry::Mu), kind: ProblemKind::UnknownChoice });
    }
    let guideline = MU_GUIDELINE.at("mu", "square_metres");
    let (square_metres, source) = match (chosen, guideline) {
        (Some(MuConvention::Guideline), Some(guideline)) => (guideline.value, guideline.source),
        _ => (MU_M2, EXACT_MU),
    };
    let name = Words::new("每亩平方米数", "Square metres in a mu");
    let mu = Figure::reference(Quantity::new(square_metres, Unit::SquareMetre), name, source);
    (mu.incomplete_if(!problems.is_empty()), problems)
}
