//! Plans for a year of irrigation: its districts, their canals and fields.

use std::sync::Arc;

use super::plans_of;
use super::results::RetrofitResults;
use super::subject::Subject;
use super::target::{Target, WITHIN};
use crate::evaluate::cells::typed_number;
use crate::evaluate::change::text_of;
use crate::evaluate::irrigation::{evaluate_year, factor_of_lining};
use crate::evaluate::sheet_figures::{FigureOf, SheetFigure};
use crate::evaluate::{Before, DistrictDetail, IrrigationResults, Problem, YearResults};
use crate::irrigation::fieldwork::SourceFigures;
use crate::irrigation::{Before as GrossBefore, SavingConstantNet, SourceKind, Water};
use crate::ledger::{
    CANALS, Called, CanalColumn, Column, ColumnSpec, DISTRICTS, DistrictColumn, IRRIGATION_CALLED, Ledger,
    Place, Row, RowId, SOURCES, SourceColumn, TableSpec,
};
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit};
use crate::retrofit::SubjectKind;
use crate::text::Coded;
use crate::water;

/// What the plans for years of irrigation come to. One rests on its sheet and on the year's, and is taken over while both are the
/// same.
pub fn retrofits_of_irrigation(
    ledger: &Ledger,
    irrigation: &IrrigationResults,
    before: Before<'_, RetrofitResults>,
) -> RetrofitResults {
    let make = |sheet: &Arc<Row>| -> Option<Arc<dyn Subject>> {
        let found = irrigation.year(sheet.id)?.clone();
        Some(Arc::new(IrrigationYear { sheet: sheet.clone(), found, lacks: false }))
    };
    plans_of(SubjectKind::Irrigation, ledger, before, &make)
}

/// A year of irrigation.
struct IrrigationYear {
    sheet: Arc<Row>,
    found: Arc<YearResults>,
    /// Whether canals that were changed cannot be worked out as a whole, so that what follows them is not known.
    lacks: bool,
}

impl Subject for IrrigationYear {
    fn sheet(&self) -> &Arc<Row> {
        &self.sheet
    }

    /// Where the coefficient of a district's canals is another one, its gross water follows: the fields get what they got.
    fn again(&self, changed: Arc<Row>) -> Arc<dyn Subject> {
        let changed = self.as_lined(changed);
        let evaluated = |sheet: &Row| evaluate_year(sheet, self.found.year, Some((&self.sheet, &self.found)));
        let found = evaluated(&changed);
        let lacks = self.changed_canals_lack(&changed, &found);
        let mut following = Row::clone(&changed);
        for row in changed.rows(&DISTRICTS) {
            if let Some(follow) = self.gross_after(row, &found) {
                follow.write(&mut following, row);
            }
        }
        if following == *changed {
            return Arc::new(IrrigationYear { sheet: changed, found: Arc::new(found), lacks });
        }
        let found = Arc::new(evaluated(&following));
        Arc::new(IrrigationYear { sheet: Arc::new(following), found, lacks })
    }

    fn taken(&self) -> Option<Figure> {
        Some(self.found.figures.gross.clone()?.incomplete_if(self.lacks))
    }

    /// Net water: what the crops take up does not come back.
    fn consumed(&self) -> Option<Figure> {
        let net = |water: &Water| match water {
            Water::NetAndGross { net, .. } | Water::NetAndCoefficient { net, .. } => Some(net.clone()),
            _ => None,
        };
        water::total_of(self.found.waters().map(net))
    }

    fn called(&self) -> &'static Called {
        &IRRIGATION_CALLED
    }

    fn figures(&self) -> Vec<(String, SheetFigure<'_>)> {
        let region = self.found.region_figures().into_iter();
        let mut all: Vec<_> = region.map(|one| (String::new(), one)).collect();
        let named = |id: RowId| {
            let row = self.sheet.row(&DISTRICTS, id);
            row.map_or_else(String::new, |row| row[DistrictColumn::Name].trim().to_string())
        };
        let districts = self.found.district_figures().into_iter();
        all.extend(districts.filter_map(|one| match one.of {
            FigureOf::Row(_, id) => Some((named(id), one)),
            _ => None,
        }));
        for (row, detail) in self.sheet.rows(&DISTRICTS).iter().zip(&self.found.details) {
            let of = FigureOf::Row(DISTRICTS.at(&[self.sheet.id]), row.id);
            let own = detail.every_figure(self.sheet.id, row.id).into_iter().filter(|one| one.of == of);
            all.extend(own.map(|one| (named(row.id), one)));
        }
        all
    }

    fn tables_of_choices(&self) -> &'static [&'static TableSpec] {
        static TABLES: [&TableSpec; 1] = [&CANALS];
        &TABLES
    }

    /// The β of canals without one: that of their lining, or that of bare earth.
    fn other_targets(&self) -> Vec<Target> {
        let target = |(district, canal): CanalOf<'_>| {
            let names = [district[DistrictColumn::Name].trim(), canal[CanalColumn::Name].trim()];
            let factor = CanalColumn::LiningFactor;
            let is_open = canal[factor].trim().is_empty() && names.iter().all(|name| !name.is_empty());
            is_open.then(|| Target {
                place: CANALS.at(&[self.sheet.id, district.id]).cell(canal.id, factor),
                column: factor.spec(),
                row: names.join(WITHIN),
                called: &[],
                title: None,
                unit: Unit::One,
                while_blank: Some((Quantity::new(factor_of_lining(canal), Unit::One), 0.0)),
            })
        };
        canals(&self.sheet).filter_map(target).collect()
    }

    fn results_at(&self) -> usize {
        Arc::as_ptr(&self.found) as usize
    }
}

impl IrrigationYear {
    /// What was typed of a canal as it was says nothing of it once it is lined otherwise: its flows measured, and the β of its former
    /// lining.
    fn as_lined(&self, changed: Arc<Row>) -> Arc<Row> {
        use CanalColumn::{Inflow, Lining, LiningFactor, Outflow};
        let mut cleared = Vec::new();
        for (district, canal) in canals(&changed) {
            let is_it = |one: &CanalOf<'_>| one.0.id == district.id && one.1.id == canal.id;
            let Some((_, was)) = canals(&self.sheet).find(is_it) else { continue };
            let is_same = |column: CanalColumn| was[column] == canal[column];
            let stale: &[CanalColumn] = match (is_same(Lining), is_same(LiningFactor)) {
                (true, true) => &[],
                (false, true) => &[LiningFactor, Inflow, Outflow],
                (_, false) => &[Inflow, Outflow],
            };
            let table = CANALS.at(&[changed.id, district.id]);
            let stale = stale.iter().filter(|column| is_same(**column) && !canal[**column].trim().is_empty());
            cleared.extend(stale.map(|column| table.cell(canal.id, *column)));
        }
        if cleared.is_empty() {
            return changed;
        }
        let mut lined = Row::clone(&changed);
        for place in cleared {
            lined.set_at(place, String::new());
        }
        Arc::new(lined)
    }

    /// Whether something of the canals of a district is left out that a measure changes.
    fn changed_canals_lack(&self, changed: &Row, after: &YearResults) -> bool {
        let before = self.sheet.rows(&DISTRICTS);
        let rows = changed.rows(&DISTRICTS).iter().zip(&after.details);
        let lacks = |(row, detail): (&Arc<Row>, &Arc<DistrictDetail>)| {
            let was = before.iter().find(|one| one.id == row.id);
            let is_changed = was.is_some_and(|was| was.rows(&CANALS) != row.rows(&CANALS));
            let is_whole = detail.canals.system.as_ref().is_some_and(|system| !system.is_incomplete());
            is_changed && (!is_whole || detail.problems.iter().any(Problem::leaves_out))
        };
        rows.into_iter().any(lacks)
    }

    /// The gross water of a district after its canals changed; none where they did not, and where its water was changed itself.
    fn gross_after(&self, row: &Row, after: &YearResults) -> Option<GrossAfter> {
        let rows = self.sheet.rows(&DISTRICTS);
        let was_at = rows.iter().position(|one| one.id == row.id)?;
        let at = after.figures.districts.iter().position(|one| one.key == row.id.0)?;
        let (was, is) = (self.found.details.get(was_at)?, after.details.get(at)?);
        let is_same = rows[was_at][DistrictColumn::Gross] == row[DistrictColumn::Gross]
            && rows[was_at].rows(&SOURCES) == row.rows(&SOURCES);
        if !is_same || was.canals.system == is.canals.system {
            return None;
        }
        let gross = after.figures.districts.get(at)?.gross.clone()?;
        let inputs = GrossBefore {
            gross: gross.clone(),
            before: was.canals.system.clone()?,
            after: is.canals.system.clone()?,
        };
        let saved = Figure::computed(&SavingConstantNet, inputs).ok()?.value();
        let is_supply = |source: &&SourceFigures| {
            let kind = row
                .row(&SOURCES, RowId(source.key))
                .and_then(|row| SourceKind::from_typed(&row[SourceColumn::Kind]));
            kind.is_some_and(|kind| !kind.is_taken_off())
        };
        let supplies: Vec<&SourceFigures> = is.fieldwork.sources.iter().filter(is_supply).collect();
        let amounts = supplies.iter().filter_map(|source| source.amount.as_ref());
        let taken: f64 =
            amounts.filter_map(|amount| Some(amount.quantity().to(gross.quantity().unit)?.value)).sum();
        Some(GrossAfter {
            share: 1.0 - saved / gross.value(),
            supplies: supplies.iter().map(|source| RowId(source.key)).collect(),
            share_of_supplies: 1.0 - saved / taken,
        })
    }
}

/// A district and one of its canals.
type CanalOf<'s> = (&'s Row, &'s Row);

/// Every canal of a year.
fn canals(sheet: &Row) -> impl Iterator<Item = CanalOf<'_>> {
    let districts = sheet.rows(&DISTRICTS).iter();
    districts.flat_map(|district| district.rows(&CANALS).iter().map(move |canal| (&**district, &**canal)))
}

/// What of a district's gross water is left: of the total as typed, and of what its sources supply.
struct GrossAfter {
    share: f64,
    supplies: Vec<RowId>,
    share_of_supplies: f64,
}

impl GrossAfter {
    fn write(&self, sheet: &mut Row, district: &Row) {
        let gross = DISTRICTS.at(&[sheet.id]).cell(district.id, DistrictColumn::Gross);
        scale(sheet, gross, self.share);
        let sources = SOURCES.at(&[sheet.id, district.id]);
        for source in &self.supplies {
            for column in [SourceColumn::Amount, SourceColumn::Energy] {
                scale(sheet, sources.cell(*source, column), self.share_of_supplies);
            }
        }
    }
}

/// Makes a share of a number that is typed at a place.
fn scale(sheet: &mut Row, place: Place, share: f64) {
    let unit = place.column.and_then(ColumnSpec::unit).unwrap_or(Unit::One);
    let typed = typed_number(sheet.text_at(place).trim(), unit).ok().flatten();
    if let Some((number, u)) = typed.filter(|_| share.is_finite() && share >= 0.0) {
        sheet.set_at(place, text_of(number.value * share, u * share, unit));
    }
}
