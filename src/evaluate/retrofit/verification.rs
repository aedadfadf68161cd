//! 节水量核验: what readings before and after the measures say was saved, and how sure that is.
//!
//! The months of the base period give a line, the use that comes anyway and the use that goes with a driver. What the months of the
//! report period would have taken by that line, less what they took, is the saving; how far months usually are from the line is its ±.

use crate::evaluate::cells::{Cells, filled};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{RETROFIT_READINGS, RETROFITS, RetrofitEntry, RetrofitReadingColumn, Row, RowId};
use crate::metric::{AnyMetric, Citation, Fault, Figure, Input, InputQuantity, Metric, PartialMetric};
use crate::numeric::in_order;
use crate::quantity::{Period, Quantity, Unit, read_period};
use crate::retrofit::{
    BaselineFit, BaselineFixed, BaselineMonth, BaselineMonths, BaselineScatter, BaselineSlope,
    BaselineVariation, ExpectedUse, ExpectedUseDoubt, LineAndFitted, LineAndReportPeriod,
    MeanAndReportPeriod, MeanUseDoubt, MeasuredSaving, MonthsAndLine, MonthsAndReportPeriod,
    MonthsAndScatter, MonthsAndSlope, ReadingPhase, ReportPeriod,
};
use crate::text::Words;
use crate::water;

/// What readings say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verified {
    /// Use of a month that comes anyway.
    pub fixed: Option<Figure>,
    /// Use by the unit of what drives it; none where no driver was typed.
    pub slope: Option<Figure>,
    /// How much of the ups and downs goes with the driver.
    pub fit: Option<Figure>,
    /// How far a month usually is from the line, by the mean month.
    pub variation: Option<Figure>,
    /// What the report period would have taken.
    pub expected: Option<Figure>,
    /// What it took.
    pub used: Option<Figure>,
    /// What was saved.
    pub saving: Option<Figure>,
    /// What was saved in each year of the report period, where there are several.
    pub by_year: Vec<(i32, Figure)>,
    /// Each month, in the order of time.
    pub months: Vec<ReadingMonth>,
}

/// A month of readings.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingMonth {
    /// Its row.
    pub row: RowId,
    /// The month.
    pub month: Period,
    /// What it belongs to.
    pub phase: ReadingPhase,
    /// What was used.
    pub used: Figure,
    /// What there would have been by the line of the base period.
    pub expected: Option<Figure>,
    driver: Option<Figure>,
    adjustment: Option<Figure>,
}

/// The line through the base period.
struct Line {
    months: Vec<BaselineMonth<Figure>>,
    fixed: Figure,
    slope: Option<Figure>,
    scatter: Figure,
}

/// What the readings of a plan say.
pub(super) fn verify(sheet: &Row, problems: &mut Vec<Problem>) -> Verified {
    let (mut months, lacks) = read_months(sheet, problems);
    let base: Vec<&ReadingMonth> = months.iter().filter(|one| one.phase == ReadingPhase::Base).collect();
    if months.is_empty() {
        return Verified::default();
    }
    let line = match line_through(&base) {
        Ok(line) => line,
        Err((fault, inputs)) => {
            let place = RETROFIT_READINGS.at(&[sheet.id]).cell(months[0].row, RetrofitReadingColumn::Used);
            refuse(problems, place, &fault, inputs);
            return Verified { months, ..Verified::default() };
        }
    };
    for one in &mut months {
        one.expected = line.expected(&[one]);
    }
    let report: Vec<&ReadingMonth> = months.iter().filter(|one| one.phase == ReadingPhase::Report).collect();
    let doubt_of = RETROFITS.entry(sheet.id, RetrofitEntry::Driver).input_id();
    let (expected, used, saving) = line.saving(&report, doubt_of, lacks);
    let mut years: Vec<i32> = report.iter().map(|one| one.month.year).collect();
    years.dedup();
    let of_year = |year: &i32| {
        let months: Vec<&ReadingMonth> =
            report.iter().copied().filter(|one| one.month.year == *year).collect();
        Some((*year, line.saving(&months, doubt_of, lacks).2?))
    };
    let by_year = if years.len() > 1 { years.iter().filter_map(of_year).collect() } else { Vec::new() };
    let of_line = |of: &dyn Fn() -> Option<Figure>| of().map(|figure| figure.incomplete_if(lacks));
    Verified {
        fit: of_line(&|| line.fit()),
        variation: of_line(&|| line.variation()),
        slope: of_line(&|| line.slope.clone()),
        fixed: of_line(&|| Some(line.fixed.clone())),
        expected,
        used,
        saving,
        by_year,
        months,
    }
}

impl Verified {
    /// Whether the saving is greater than what is in doubt of it, twice its standard uncertainty; none where that is not known.
    pub fn is_proven(&self) -> Option<bool> {
        let saving = self.saving.as_ref()?;
        (saving.u() > 0.0).then(|| saving.value() > COVERAGE * saving.u())
    }
}

/// What lies within so many standard uncertainties holds for about 95 of a hundred.
const COVERAGE: f64 = 2.0;

/// The months that can be read, in the order of time, and whether something was left out.
fn read_months(sheet: &Row, problems: &mut Vec<Problem>) -> (Vec<ReadingMonth>, bool) {
    use RetrofitReadingColumn as At;
    let (mut months, mut lacks): (Vec<ReadingMonth>, bool) = (Vec::new(), false);
    let has_driver = sheet.rows(&RETROFIT_READINGS).iter().any(|row| !row[At::Driver].trim().is_empty());
    for (_, row) in filled(sheet.rows(&RETROFIT_READINGS)) {
        let mut cells =
            Cells::apart(RETROFIT_READINGS.at(&[sheet.id]), row, row[At::Month].trim().to_string(), problems);
        let month = read_period(cells.text(At::Month));
        if month.is_none() {
            let is_blank = cells.text(At::Month).is_empty();
            cells.report(At::Month, if is_blank { ProblemKind::Blank } else { ProblemKind::NotAPeriod });
        }
        let phase = cells.choice::<ReadingPhase>(At::Phase);
        cells.ask(At::Phase, ProblemKind::NoKind);
        let (used, driver) = (cells.number(At::Used), cells.number(At::Driver));
        cells.ask(At::Used, ProblemKind::Blank);
        if has_driver {
            cells.ask(At::Driver, ProblemKind::Blank);
        }
        let adjustment = cells.number(At::Adjustment);
        let lacks_driver = has_driver && driver.is_none();
        match (month, phase, used) {
            (Some(month), Some(phase), Some(used)) if !lacks_driver && !cells.lacks() => {
                if months.iter().any(|other| other.month == month) {
                    cells.report(At::Month, ProblemKind::Repeated);
                    continue;
                }
                months.push(ReadingMonth {
                    row: row.id,
                    month,
                    phase,
                    used,
                    expected: None,
                    driver,
                    adjustment,
                });
            }
            _ => lacks = true,
        }
    }
    let at = |one: &ReadingMonth| (one.month.year, one.month.month);
    (in_order(months, |one, other| at(one).cmp(&at(other))), lacks)
}

/// The line through the base period, or what stands in its way.
fn line_through(base: &[&ReadingMonth]) -> Result<Line, (Fault, &'static [Input])> {
    let has_driver = base.iter().any(|one| one.driver.is_some());
    let month = |one: &&ReadingMonth| BaselineMonth {
        driver: one.driver.clone().unwrap_or_else(no_driver),
        used: one.used.clone(),
    };
    let months: Vec<BaselineMonth<Figure>> = base.iter().map(month).collect();
    let slope = match has_driver {
        true => {
            let months = BaselineMonths { months: months.clone() };
            Some(computed(&BaselineSlope, months)?)
        }
        false => None,
    };
    let through = slope.clone().unwrap_or_else(|| given(NO_SLOPE, 0.0, Unit::CubicMetre));
    let fixed = MonthsAndSlope { months: months.clone(), slope: through.clone() };
    let fixed = computed(&BaselineFixed, fixed)?;
    let fitted = LineAndFitted {
        months: months.clone(),
        slope: through,
        fixed: fixed.clone(),
        fitted: given(
            Words::new("拟合的参数个数", "numbers that were fitted"),
            if has_driver { 2.0 } else { 1.0 },
            Unit::One,
        ),
    };
    let scatter = computed(&BaselineScatter, fitted)?;
    Ok(Line { months, fixed, slope, scatter })
}

fn no_driver() -> Figure {
    given(Words::new("无驱动量", "no driver"), 0.0, Unit::One)
}

const NO_SLOPE: Words = Words::new("无驱动量时的斜率", "slope without a driver");

fn computed<M: Metric>(
    metric: &'static M,
    inputs: M::Inputs<Figure>,
) -> Result<Figure, (Fault, &'static [Input])> {
    Figure::computed(metric, inputs).map_err(|fault| (fault, AnyMetric::inputs(metric)))
}

fn given(name: Words, value: f64, unit: Unit) -> Figure {
    Figure::reference(Quantity::new(value, unit), name, Citation::BY_DEFINITION)
}

impl Line {
    fn through(&self) -> Figure {
        self.slope.clone().unwrap_or_else(|| given(NO_SLOPE, 0.0, Unit::CubicMetre))
    }

    fn fit(&self) -> Option<Figure> {
        let slope = self.slope.clone()?;
        let line = MonthsAndLine { months: self.months.clone(), slope, fixed: self.fixed.clone() };
        Figure::computed(&BaselineFit, line).ok()
    }

    fn variation(&self) -> Option<Figure> {
        let scatter = self.scatter.clone();
        Figure::computed(&BaselineVariation, MonthsAndScatter { months: self.months.clone(), scatter }).ok()
    }

    fn drivers(months: &[&ReadingMonth]) -> Figure {
        water::total(months.iter().filter_map(|one| one.driver.clone())).unwrap_or_else(no_driver)
    }

    fn count(months: &[&ReadingMonth]) -> Figure {
        given(Words::new("报告期月数", "months of the report period"), months.len() as f64, Unit::One)
    }

    /// What months would have taken.
    fn expected(&self, months: &[&ReadingMonth]) -> Option<Figure> {
        let period = LineAndReportPeriod {
            months: Line::count(months),
            fixed: self.fixed.clone(),
            slope: self.through(),
            drivers: Line::drivers(months),
        };
        Figure::computed(&ExpectedUse, period).ok()
    }

    /// How much that is in doubt.
    fn doubt(&self, months: &[&ReadingMonth]) -> Option<Figure> {
        let scatter = self.scatter.clone();
        if self.slope.is_some() {
            let period = MonthsAndReportPeriod {
                base: self.months.clone(),
                scatter,
                months: Line::count(months),
                drivers: Line::drivers(months),
            };
            return Figure::computed(&ExpectedUseDoubt, period).ok();
        }
        let base_months =
            given(Words::new("基期月数", "months of the base period"), self.months.len() as f64, Unit::One);
        let period = MeanAndReportPeriod { scatter, base_months, months: Line::count(months) };
        Figure::computed(&MeanUseDoubt, period).ok()
    }

    /// What months would have taken, took, and saved.
    fn saving(
        &self,
        months: &[&ReadingMonth],
        doubt_of: u64,
        lacks: bool,
    ) -> (Option<Figure>, Option<Figure>, Option<Figure>) {
        let Some(used) = water::total(months.iter().map(|one| one.used.clone())) else {
            return (None, None, None);
        };
        let expected = self.expected(months).map(|expected| {
            let name = Words::new("回归的不确定度", "doubt of the line");
            let doubt = self.doubt(months).filter(|doubt| doubt.value() > 0.0).map(|doubt| {
                let typed = InputQuantity { id: doubt_of, label: String::new(), name };
                Figure::typed(Quantity::new(0.0, expected.quantity().unit), doubt.value(), typed)
            });
            water::total([expected.clone()].into_iter().chain(doubt)).unwrap_or(expected)
        });
        let period = ReportPeriod {
            expected: expected.clone(),
            adjustment: water::total(months.iter().filter_map(|one| one.adjustment.clone())),
            used: Some(used.clone()),
        };
        let saving = PartialMetric::of(&MeasuredSaving, period).value();
        let told = |figure: Option<Figure>| figure.map(|figure| figure.incomplete_if(lacks));
        (told(expected), told(Some(used)), told(saving))
    }
}
