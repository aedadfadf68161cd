//! 超计划用水通知, a page for each user who took more than was planned until now.

use super::glance::with_unit;
use crate::evaluate::{RegionResults, RegionSheet};
use crate::exchange::Derivations;
use crate::ledger::{Ledger, PLAN_PLACES, PlanPlaceColumn, REGIONS, RegionEntry, Row, RowId};
use crate::metric::Figure;
use crate::quantity::read_year;
use crate::region::PlaceFigures;
use crate::show::paper::{self, Block, Group, Numbering, Report, Section, Writer};
use crate::show::table_view::filled;
use crate::text::{Key, Language, Message};

/// A user over the plan, with the place of its row.
pub(super) struct Over<'f> {
    pub index: usize,
    pub row: &'f Row,
    pub found: &'f PlaceFigures,
}

/// The users who took more than was planned until now, in the order of the plan.
pub(super) fn users_over_plan<'f>(sheet: &'f Row, found: &'f RegionSheet) -> Vec<Over<'f>> {
    let is_user = |at: usize| !found.plan.within.contains(&Some(at));
    let is_over = |place: &PlaceFigures| place.over.as_ref().is_some_and(|over| over.value() > 0.0);
    let rows = filled(sheet.rows(&PLAN_PLACES), &found.plan.places).enumerate();
    let over = rows.filter_map(|(at, (index, row, place))| {
        let found = place.filter(|place| is_user(at) && is_over(place))?;
        Some(Over { index, row, found })
    });
    over.collect()
}

/// How many users took more than was planned until now.
pub fn over_plan_count(sheet: &Row, found: &RegionSheet) -> usize {
    users_over_plan(sheet, found).len()
}

/// The notices of a region's year; none where nobody is over the plan.
pub fn over_plan_notices(
    ledger: &Ledger,
    results: &RegionResults,
    id: RowId,
    chosen: Derivations,
    language: Language,
) -> Option<Report> {
    let sheet = ledger.sheet(&REGIONS, id)?;
    let found = results.sheet(id)?;
    let users = users_over_plan(sheet, found);
    if users.is_empty() {
        return None;
    }
    let name = |user: &Over<'_>| paper::row_name(&user.row[PlanPlaceColumn::Name], user.index);
    let figures = |user: &Over<'_>| {
        let PlaceFigures { used, planned, execution, over, cost, as_planned, .. } = user.found;
        let all = [used, planned, execution, over, cost, as_planned];
        all.into_iter()
            .flatten()
            .map(|figure| (None, figure.clone()))
            .collect::<Vec<(Option<String>, Figure)>>()
    };
    let groups = users.iter().map(|user| {
        // Who is told wants the numbers; how they came about is printed where it is asked for.
        Group { title: name(user), main: 0, roots: figures(user) }
    });
    let writer = Writer::new(language, Numbering::new(groups.collect(), &[], chosen));
    let mut sections: Vec<Section> =
        users.iter().map(|user| notice(&writer, sheet, user, name(user))).collect();
    sections.extend(paper::derivations(&writer, Vec::new()));
    sections.extend(paper::sources(&writer));
    let region = match sheet[RegionEntry::Name].trim() {
        "" => ledger.title().trim(),
        name => name,
    };
    let [organisation, compiler, compiled_on] =
        [RegionEntry::Organisation, RegionEntry::Compiler, RegionEntry::CompiledOn]
            .map(|entry| paper::entry(sheet, entry));
    let lines = [(Key::YearField, sheet[RegionEntry::Year].trim()), organisation, compiler, compiled_on];
    let cover = paper::cover(
        &writer,
        ledger,
        (Key::RegionField, region),
        &lines,
        &[Key::SignCompiled, Key::SignApproved],
    );
    Some(Report { title: writer.say(Key::NoticeTitle), subject: region.to_string(), cover, sections })
}

/// What one user is told, on a page of its own.
fn notice(writer: &Writer, sheet: &Row, user: &Over<'_>, name: String) -> Section {
    let found = user.found;
    let told = |figure: &Option<Figure>| {
        figure.as_ref().map_or_else(|| "–".to_string(), |figure| with_unit(figure, writer.language))
    };
    let year = read_year(&sheet[RegionEntry::Year]).map_or_else(String::new, |year| year.to_string());
    let said = Message::new(Key::NoticeSentence)
        .with("name", name.as_str())
        .with("year", year)
        .with("used", told(&found.used))
        .with("planned", told(&found.planned))
        .with("over", told(&found.over));
    let text = |message: Message| Block::Text(writer.tell(message), Vec::new());
    let mut blocks = vec![text(said)];
    let [number, date] = [RegionEntry::Document, RegionEntry::IssuedOn].map(|entry| sheet[entry].trim());
    if !number.is_empty() || !date.is_empty() {
        blocks.push(text(Message::new(Key::PlanIssuedBy).with("number", number).with("date", date)));
    }
    blocks.extend(writer.values(&[
        (Key::ResultPlanTotal, found.plan.as_ref()),
        (Key::ColumnPlannedUntilNow, found.planned.as_ref()),
        (Key::ColumnUsedUntilNow, found.used.as_ref()),
        (Key::ColumnExecution, found.execution.as_ref()),
        (Key::ColumnOverPlan, found.over.as_ref()),
        (Key::ColumnOverPlanCost, found.cost.as_ref()),
        (Key::ColumnForecastAsPlanned, found.as_planned.as_ref()),
        (Key::ColumnForecastAsUsed, found.as_used.as_ref()),
    ]));
    blocks.push(text(Message::new(Key::NoticeAsk)));
    Section { title: name, begins_page: true, blocks, ..Section::default() }
}
