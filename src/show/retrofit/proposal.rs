//! 改造建议, a plan on paper: one page for the person who pays, and behind it what it rests on.

use std::sync::Arc;

use super::amount::{amount, in_unit, told, unit_of};
use super::charts::{cost_curve, in_hand, shares, swings};
use super::{compared, compared_name};
use crate::chart::Chart;
use crate::evaluate::{BeforeAndAfter, MeasureFigures, RetrofitPlan};
use crate::exchange::Derivations;
use crate::ledger::{
    CHANGES, ChangeColumn, Ledger, RETROFIT_MEASURES, RETROFITS, RetrofitEntry, RetrofitMeasureColumn, Row,
    RowId,
};
use crate::metric::{Figure, Flag, Results, RowResults};
use crate::numeric::significant;
use crate::quantity::{Quantity, Unit};
use crate::show::finding::is_sound;
use crate::show::paper::{
    self, Block, Cell, Column, Cover, Group, Numbering, Report, Section, Writer, row_name,
};
use crate::show::plant::plant_place_name;
use crate::text::{Key, Language, Message, grouped, number};
use crate::water;

/// So many things are said to whoever pays.
const THINGS: usize = 3;
/// From this share of the main meter on a saving shows there, in %.
const SHOWS_AT_METER: f64 = 10.0;

/// The paper of a plan; none where the ledger has no such plan.
pub fn proposal(
    ledger: &Ledger,
    found: &RetrofitPlan,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&RETROFITS, found.id)?;
    let writer = Writer::new(language, Numbering::new(shown(sheet, found, language), &[], chosen));
    let mut sections = vec![what(&writer, sheet, found)];
    sections.extend(chart(in_hand(found, language)));
    sections.push(things(&writer, sheet, found));
    sections.push(next_steps(&writer));
    let mut behind = vec![assumptions(&writer, sheet, found)];
    behind.extend(changes(&writer, sheet));
    behind.extend(before_and_after(&writer, found));
    let charts =
        [cost_curve(sheet, found, language), shares(sheet, found, language), swings(found, language)];
    behind.extend(charts.into_iter().filter_map(chart));
    behind.push(verification(&writer, found));
    behind.extend(paper::note(&writer, &sheet[RetrofitEntry::Note]));
    behind
        .push(paper::problems(&writer, &[], found.problems.iter(), &|place| plant_place_name(sheet, place)));
    behind.extend(paper::derivations(&writer, Vec::new()));
    behind.extend(paper::sources(&writer));
    if let Some(first) = behind.first_mut() {
        first.begins_page = true;
    }
    sections.extend(behind);
    let subject = subject(&writer, ledger, sheet);
    Some(Report { title: title(&writer, found), subject, cover: Cover::default(), sections })
}

/// Whose plan it is, and what it is called.
fn subject(writer: &Writer, ledger: &Ledger, sheet: &Row) -> String {
    let organisation =
        [sheet[RetrofitEntry::Organisation].trim(), sheet[RetrofitEntry::Of].trim(), ledger.title().trim()];
    let organisation = organisation.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
    let parts = [
        writer.say(Key::ProposalTitle),
        organisation.to_string(),
        sheet[RetrofitEntry::Name].trim().to_string(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A figure as it stands above all others: of few digits, money in 万元 where it is much.
fn big(writer: &Writer, figure: &Figure) -> Option<Cell> {
    let is_money = figure.quantity().to(Unit::Yuan).is_some();
    let unit = if is_money { unit_of(&[figure.quantity()]) } else { figure.quantity().unit };
    let value = in_unit(figure.quantity(), unit)?;
    let u = in_unit(Quantity::new(figure.u(), figure.quantity().unit), unit)?;
    Some(Cell {
        text: if is_money { told(value) } else { number(value, 1) },
        unit: writer.unit(unit),
        u: if u > 0.0 { grouped(significant(u, 2)) } else { String::new() },
        flags: figure.flags().iter().copied().filter(|flag| *flag == Flag::Incomplete).collect(),
        number: None,
        figure: figure.metric_id().map(|_| figure.clone()),
    })
}

fn title(writer: &Writer, found: &RetrofitPlan) -> String {
    let plan = &found.plan;
    let all = [&plan.investment, &plan.saving, &plan.benefit, &plan.payback];
    let is_told = all.iter().all(|figure| figure.as_ref().is_some_and(is_sound));
    let told = || {
        let of = |figure: &Option<Figure>| Some(amount(figure.as_ref()?.quantity(), writer.language));
        Some(
            Message::new(Key::FindingProposal)
                .with("investment", of(&plan.investment)?)
                .with("saving", of(&plan.saving)?)
                .with("benefit", of(&plan.benefit)?)
                .with("payback", number(plan.payback.as_ref()?.value(), 1)),
        )
    };
    told().filter(|_| is_told).map_or_else(|| writer.say(Key::ProposalTitle), |told| writer.tell(told))
}

fn shown(sheet: &Row, found: &RetrofitPlan, language: Language) -> Vec<Group> {
    let plan = found.plan.results().map(|(_, figure)| (None, figure.clone())).collect::<Vec<_>>();
    let of_measures = found.measures.iter().filter_map(|one| {
        let row = sheet.row(&RETROFIT_MEASURES, RowId(one.key()))?;
        Some((Some(row[RetrofitMeasureColumn::Name].trim().to_string()), one.benefit.clone()?))
    });
    let group = |title: Key, roots: Vec<(Option<String>, Figure)>| Group {
        title: title.say(language).to_string(),
        main: roots.len(),
        roots,
    };
    vec![group(Key::RetrofitField, plan), group(Key::RetrofitMeasuresTitle, of_measures.collect())]
}

/// What is done, and what that comes to.
fn what(writer: &Writer, sheet: &Row, found: &RetrofitPlan) -> Section {
    let plan = &found.plan;
    let values = [
        (Key::ColumnInvestment, plan.investment.as_ref()),
        (Key::ColumnPayback, plan.payback.as_ref()),
        (Key::ResultNetPresentValue, plan.value.as_ref()),
    ];
    let values: Vec<(String, Cell)> = values
        .into_iter()
        .filter_map(|(name, figure)| Some((writer.say(name), big(writer, figure?)?)))
        .collect();
    let values = (!values.is_empty()).then_some(Block::Values(values));
    let unit = unit_of(&plan.saving.iter().map(Figure::quantity).collect::<Vec<_>>());
    let columns: [Column; 5] = [
        (Key::ColumnMeasure, None),
        (Key::ColumnSavingInPlan, Some(unit)),
        (Key::ColumnInvestment, Some(Unit::Yuan)),
        (Key::ColumnNetBenefit, Some(Unit::Yuan)),
        (Key::ColumnPayback, Some(Unit::Year)),
    ];
    let cells = |name: String, [saving, investment, benefit, payback]: [Option<&Figure>; 4]| {
        let figures =
            [(saving, unit), (investment, Unit::Yuan), (benefit, Unit::Yuan), (payback, Unit::Year)];
        let cell = |(figure, unit)| Cell { number: None, ..writer.figure(figure, unit) };
        std::iter::once(Cell::text(name)).chain(figures.map(cell)).collect::<Vec<_>>()
    };
    let chosen = measures(sheet, found).filter(|(_, one)| one.is_in_plan);
    let mut rows: Vec<Vec<Cell>> = chosen
        .map(|(name, one)| {
            let figures = [&one.in_plan, &one.investment, &one.benefit, &one.payback].map(Option::as_ref);
            cells(name, figures)
        })
        .collect();
    rows.push(cells(
        writer.say(Key::PlanTotal),
        [&plan.saving, &plan.investment, &plan.benefit, &plan.payback].map(Option::as_ref),
    ));
    let table = writer.table(writer.say(Key::RetrofitMeasuresTitle), &columns, rows);
    writer.section(Key::ProposalWhat, values.into_iter().chain([table]).collect())
}

/// Each measure with its name.
fn measures<'p>(
    sheet: &'p Row,
    found: &'p RetrofitPlan,
) -> impl Iterator<Item = (String, &'p MeasureFigures)> {
    let rows = sheet.rows(&RETROFIT_MEASURES).iter().enumerate();
    rows.filter_map(|(place, row)| {
        let one = found.measures.iter().find(|one| one.key() == row.id.0)?;
        Some((row_name(&row[RetrofitMeasureColumn::Name], place), one))
    })
}

fn chart(chart: Option<Chart>) -> Option<Section> {
    let chart = chart?;
    Some(Section {
        title: chart.title.clone(),
        blocks: vec![Block::Chart(Box::new(chart))],
        ..Section::default()
    })
}

/// What whoever pays must know: the gravest first.
fn things(writer: &Writer, sheet: &Row, found: &RetrofitPlan) -> Section {
    let (plan, language) = (&found.plan, writer.language);
    let mut said: Vec<Message> = Vec::new();
    said.extend(
        found.opened.iter().map(|name| Message::new(Key::RetrofitOpenAfter).with("name", name.clone())),
    );
    if plan.benefit.as_ref().or(plan.saving.as_ref()).is_some_and(Figure::is_incomplete) {
        said.push(Message::new(Key::ThingIncomplete));
    }
    let pays = |one: &MeasureFigures| one.net_cost.as_ref().is_some_and(|cost| cost.value() < 0.0);
    let chosen: Vec<&MeasureFigures> =
        measures(sheet, found).map(|(_, one)| one).filter(|one| one.is_in_plan).collect();
    let paying: Vec<&Figure> =
        chosen.iter().filter(|one| pays(one)).filter_map(|one| one.investment.as_ref()).collect();
    if !paying.is_empty() && paying.len() < chosen.len() {
        let together = water::total(paying.iter().map(|figure| (*figure).clone()));
        said.extend(together.map(|together| {
            Message::new(Key::ThingFirst)
                .with("count", paying.len().to_string())
                .with("investment", amount(together.quantity(), language))
        }));
    }
    said.extend(plan.money.as_ref().and_then(|money| money.swings().into_iter().next()).map(|swing| {
        Message::new(Key::ThingSwing)
            .with_words("input", swing.input.words())
            .with("lower", amount(swing.lower, language))
            .with("higher", amount(swing.higher, language))
    }));
    match super::chance(found, language) {
        Some(chance) => said.push(Message::new(Key::ThingChance).with("chance", chance)),
        None => said.push(Message::new(Key::ThingNoDoubt)),
    }
    said.truncate(THINGS);
    writer.section(
        Key::ProposalThings,
        vec![Block::List(said.into_iter().map(|one| writer.tell(one)).collect())],
    )
}

fn next_steps(writer: &Writer) -> Section {
    let steps = [Key::StepQuote, Key::StepMeter, Key::StepBuild, Key::StepVerify].map(|key| writer.say(key));
    let signatures = [Key::SignCompiled, Key::SignReviewed, Key::SignApproved, Key::CompiledOnField]
        .map(|key| writer.say(key));
    writer
        .section(Key::ProposalNext, vec![Block::List(steps.to_vec()), Block::Signatures(signatures.to_vec())])
}

/// What the plan takes for granted.
fn assumptions(writer: &Writer, sheet: &Row, found: &RetrofitPlan) -> Section {
    let money = found.plan.money.as_ref();
    let rate = money.map(|money| &money.rate);
    let years = money.map(|money| &money.years);
    let mut blocks: Vec<Block> = writer
        .values(&[
            (Key::FullPriceField, found.price.as_ref()),
            (Key::DiscountRateField, rate),
            (Key::StudyYearsField, years),
        ])
        .into_iter()
        .collect();
    let text = |sheet: &Row, column: RetrofitMeasureColumn| Cell::text(sheet[column].trim());
    let columns: [Column; 6] = [
        (Key::ColumnMeasure, None),
        (Key::ColumnInvestment, Some(Unit::Yuan)),
        (Key::ColumnSubsidy, Some(Unit::Yuan)),
        (Key::ColumnRunningCost, Some(Unit::Yuan)),
        (Key::ColumnLife, Some(Unit::Year)),
        (Key::ColumnNote, None),
    ];
    use RetrofitMeasureColumn as At;
    let row = |(place, row): (usize, &Arc<Row>)| {
        let amount = |column: At| writer.typed_spread(&row[column], Unit::Yuan);
        vec![
            Cell::text(row_name(&row[At::Name], place)),
            amount(At::Investment),
            amount(At::Subsidy),
            amount(At::Running),
            writer.typed_spread(&row[At::Life], Unit::Year),
            text(row, At::Note),
        ]
    };
    let rows = sheet.rows(&RETROFIT_MEASURES).iter().enumerate().filter(|(_, row)| !row.is_blank()).map(row);
    blocks.push(writer.table(writer.say(Key::RetrofitMeasuresTitle), &columns, rows.collect()));
    writer.section(Key::ProposalAssumptions, blocks)
}

/// Where each measure acts.
fn changes(writer: &Writer, sheet: &Row) -> Option<Section> {
    use ChangeColumn as At;
    let row = |row: &Arc<Row>| {
        [At::Measure, At::Target, At::Change, At::Source]
            .map(|column| Cell::text(row[column].trim()))
            .to_vec()
    };
    let rows: Vec<Vec<Cell>> = sheet.rows(&CHANGES).iter().filter(|row| !row.is_blank()).map(row).collect();
    let columns: [Column; 4] =
        [Key::ColumnMeasure, Key::ColumnChanged, Key::ColumnChange, Key::ColumnServedBy]
            .map(|key| (key, None));
    (!rows.is_empty()).then(|| {
        writer.section(Key::ChangesTitle, vec![writer.table(writer.say(Key::ChangesTitle), &columns, rows)])
    })
}

fn before_and_after(writer: &Writer, found: &RetrofitPlan) -> Option<Section> {
    let row = |one: &BeforeAndAfter| {
        let unit = one.before.quantity().unit;
        let cell = |figure| Cell { number: None, ..writer.figure(Some(figure), unit) };
        let symbol = writer.unit(unit);
        vec![
            Cell::text(compared_name(one, writer.language)),
            cell(&one.before),
            cell(&one.after),
            Cell::text(symbol),
        ]
    };
    let rows: Vec<Vec<Cell>> = compared(found).map(row).collect();
    let columns: [Column; 4] = [
        (Key::RateName, None),
        (Key::ColumnBeforeRetrofit, Some(Unit::One)),
        (Key::ColumnAfterRetrofit, Some(Unit::One)),
        (Key::ColumnUnitOf, None),
    ];
    (!rows.is_empty()).then(|| {
        let table = writer.table(writer.say(Key::RetrofitComparedTitle), &columns, rows);
        writer.section(Key::RetrofitComparedTitle, vec![table])
    })
}

/// How the saving is to be verified, by how much of the main meter it is.
fn verification(writer: &Writer, found: &RetrofitPlan) -> Section {
    let share = || {
        let (saving, taken) = (found.plan.saving.as_ref()?, found.before.as_ref()?.taken()?);
        let taken = taken.quantity().to(saving.quantity().unit)?.value;
        (taken > 0.0).then(|| 100.0 * saving.value() / taken)
    };
    let mut said = vec![writer.say(Key::VerifyBasis)];
    if let Some(share) = share() {
        let key = if share >= SHOWS_AT_METER { Key::VerifyWhole } else { Key::VerifyParts };
        said.push(writer.tell(Message::new(key).with("share", number(share, 1))));
    }
    said.extend([Key::VerifyMonths, Key::VerifyDoubt].map(|key| writer.say(key)));
    writer.section(Key::VerifyTitle, vec![Block::List(said)])
}
