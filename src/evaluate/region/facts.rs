//! Indicators in the reader's own words: typed, or worked out by a formula of one's own from other indicators.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::results::{RegionFact, RegionFactFigures};
use super::years::Read;
use crate::evaluate::cells::{Cells, filled, label};
use crate::evaluate::problem::{Problem, ProblemKind, refuse};
use crate::ledger::{
    Column, ColumnSpec, REGION_FACTS, RegionEconomyColumn as Economy, RegionFactColumn as Fact,
    RegionYearColumn as Year, Row, RowId,
};
use crate::metric::{Citation, Figure, Results, Workings};
use crate::numeric::DETAIL_AGREEMENT;
use crate::quantity::{Quantity, Unit, read_year};
use crate::region::{
    GrowthRate, OwnFormula, OwnFormulaFault, RegionYear, RegionYearFigures, TwoYears, Wanted, number_in,
};
use crate::text::{Key, Language};

/// Indicators of the sheet, as far as their rows say of which year and what they are.
pub(super) fn facts(
    sheet: &Row,
    year: Option<i32>,
    read: Read<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<RegionFact> {
    let mut facts = read_facts(sheet, year, problems);
    work_out(sheet, &mut facts, read, problems);
    let growths: Vec<Option<Figure>> = facts.iter().map(|fact| growth_of(&facts, fact)).collect();
    for (fact, growth) in facts.iter_mut().zip(growths) {
        fact.figures.growth = growth;
        let Some((target, (value, wanted))) =
            fact.target.as_mut().zip(fact.figures.value.as_ref().zip(fact.wanted))
        else {
            continue;
        };
        target.1 = Some(match wanted {
            Wanted::AtLeast => value.value() >= target.0.value(),
            Wanted::AtMost => value.value() <= target.0.value(),
        });
    }
    facts
}

fn read_facts(sheet: &Row, year: Option<i32>, problems: &mut Vec<Problem>) -> Vec<RegionFact> {
    let at = REGION_FACTS.at(&[sheet.id]);
    let mut facts: Vec<RegionFact> = Vec::new();
    for (index, row) in filled(sheet.rows(&REGION_FACTS)) {
        let mut cells = Cells::new(at, row, label(&row[Fact::Name], index), problems);
        if cells.text(Fact::Name).is_empty() {
            cells.report(Fact::Name, ProblemKind::NoName);
        }
        // An indicator without a year is of the year that is looked at.
        let typed_year = cells.text(Fact::Year);
        let of_year = match typed_year {
            "" => year,
            typed => {
                let typed = read_year(typed);
                if typed.is_none() {
                    cells.report(Fact::Year, ProblemKind::NotAYear);
                }
                typed
            }
        };
        let name = cells.text(Fact::Name).to_string();
        if of_year.is_some()
            && facts.iter().any(|one| one.name == name && one.year == of_year && !name.is_empty())
        {
            cells.report(Fact::Name, ProblemKind::Repeated);
            continue;
        }
        let has_formula = !cells.text(Fact::Formula).is_empty();
        if !has_formula {
            cells.ask(Fact::Value, ProblemKind::Blank);
        }
        let value = cells.number(Fact::Value);
        let target = cells.number(Fact::Target);
        let wanted = cells.choice::<Wanted>(Fact::Wanted);
        if target.is_some() && wanted.is_none() {
            cells.ask(Fact::Wanted, ProblemKind::NoKind);
        }
        facts.push(RegionFact {
            key: row.id.0,
            name,
            unit: cells.text(Fact::Unit).to_string(),
            year: of_year,
            is_of_all_years: typed_year.is_empty() && has_formula,
            wanted,
            figures: RegionFactFigures { key: row.id.0, value, ..RegionFactFigures::default() },
            others: Vec::new(),
            target: target.map(|target| (target, None)),
        });
    }
    facts
}

/// What a name in a formula stands for.
enum Named {
    Fact,
    Typed(fn(&RegionYear) -> &Option<Figure>, Unit),
    Found(fn(&RegionYearFigures) -> Option<&Figure>, Unit),
}

/// What was typed of a year into a column.
type TypedOfYear = (&'static ColumnSpec, fn(&RegionYear) -> &Option<Figure>);

/// What formulas may name beside the indicators of the table: what was typed of a year, by the heading of its column.
fn typed_of_a_year() -> [TypedOfYear; 17] {
    [
        (Year::Agriculture.spec(), |year| &year.uses[0]),
        (Year::Industry.spec(), |year| &year.uses[1]),
        (Year::Domestic.spec(), |year| &year.uses[2]),
        (Year::Ecology.spec(), |year| &year.uses[3]),
        (Year::Surface.spec(), |year| &year.sources[0]),
        (Year::Ground.spec(), |year| &year.sources[1]),
        (Year::Other.spec(), |year| &year.sources[2]),
        (Year::OnceThrough.spec(), |year| &year.once_through),
        (Year::Consumed.spec(), |year| &year.consumed),
        (Year::Returned.spec(), |year| &year.returned),
        (Year::Reclaimed.spec(), |year| &year.reclaimed),
        (Economy::Gdp.spec(), |year| &year.gdp),
        (Economy::ValueAdded.spec(), |year| &year.value_added),
        (Economy::Population.spec(), |year| &year.population),
        (Economy::IrrigatedArea.spec(), |year| &year.irrigated_area),
        (Economy::IrrigationUse.spec(), |year| &year.irrigation_use),
        (Economy::GdpGrowth.spec(), |year| &year.gdp_growth),
    ]
}

/// Every name that a formula may use, each once.
fn names_of(facts: &[RegionFact]) -> Vec<(String, Named)> {
    let own = facts.iter().filter(|fact| !fact.name.is_empty()).map(|fact| (fact.name.clone(), Named::Fact));
    let both = |heading: Key| Language::ALL.map(|language| heading.say(language).to_string());
    let typed = typed_of_a_year().into_iter().flat_map(|(column, of)| {
        let unit = column.unit().unwrap_or(Unit::One);
        both(column.heading).map(|name| (name, Named::Typed(of, unit)))
    });
    let found = RegionYearFigures::RESULTS
        .iter()
        .flat_map(|spec| both(spec.heading).map(|name| (name, Named::Found(spec.get, spec.unit))));
    let mut seen = HashSet::new();
    own.chain(typed).chain(found).filter(|(name, _)| seen.insert(name.clone())).collect()
}

/// A formula with the row that it stands in.
struct Own {
    fact: usize,
    formula: OwnFormula,
}

/// Works out what has a formula, in each year of which all is known that it names.
fn work_out(sheet: &Row, facts: &mut [RegionFact], read: Read<'_>, problems: &mut Vec<Problem>) {
    if sheet.rows(&REGION_FACTS).iter().all(|row| row[Fact::Formula].trim().is_empty()) {
        return;
    }
    let at = REGION_FACTS.at(&[sheet.id]);
    let names = names_of(facts);
    let own = read_formulas(sheet, facts, &names, problems);
    let mut known: HashMap<(String, i32), Figure> = HashMap::new();
    for fact in facts.iter() {
        if let Some((year, value)) = fact.year.zip(fact.figures.value.clone()) {
            known.insert((fact.name.clone(), year), value);
        }
    }
    let of_facts = facts.iter().filter_map(|fact| fact.year);
    let years: BTreeSet<i32> = read.figures.iter().map(|year| year.year).chain(of_facts).collect();
    let (order, circular) = in_order(&own, facts, &names);
    for own in order {
        let (key, of_year) = (facts[own.fact].key, facts[own.fact].year);
        let place = at.cell(RowId(key), Fact::Formula);
        let is_asked = |year: &i32| facts[own.fact].is_of_all_years || of_year == Some(*year);
        for year in years.iter().copied().filter(is_asked).collect::<Vec<_>>() {
            let mut work = Workings::default();
            let value = |place: usize| value_in(&names[place], year, read, &known, key);
            let lacking = own.formula.indicators().find(|place| value(*place).is_none());
            let found = own.formula.figure(key, value, number, &mut work);
            if of_year == Some(year) {
                for refusal in &work.refusals {
                    refuse(problems, place, &refusal.fault, refusal.inputs);
                }
                if let Some(lacking) = lacking.filter(|_| facts[own.fact].figures.value.is_none()) {
                    let name = names[lacking].0.clone();
                    problems.push(Problem { place, kind: ProblemKind::FormulaLacks { name } });
                }
            }
            let Some(found) = found else { continue };
            let fact = &mut facts[own.fact];
            if of_year == Some(year) {
                if fact.figures.value.as_ref().is_some_and(|typed| differ(typed, &found)) {
                    let kind = ProblemKind::DetailDisagrees { computed: found.value() };
                    problems.push(Problem { place: at.cell(RowId(key), Fact::Value), kind });
                }
                fact.figures.by_formula = Some(found.clone());
                fact.figures.value.get_or_insert_with(|| found.clone());
            } else {
                fact.others.push((year, found.clone()));
            }
            known.entry((fact.name.clone(), year)).or_insert(found);
        }
    }
    for own in circular {
        let place = at.cell(RowId(facts[own.fact].key), Fact::Formula);
        problems.push(Problem { place, kind: ProblemKind::FormulaCircle });
    }
}

/// The formulas that can be read; what is wrong with the others is said.
fn read_formulas(
    sheet: &Row,
    facts: &[RegionFact],
    names: &[(String, Named)],
    problems: &mut Vec<Problem>,
) -> Vec<Own> {
    let at = REGION_FACTS.at(&[sheet.id]);
    let texts: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let mut own = Vec::new();
    for (place, fact) in facts.iter().enumerate() {
        let typed = sheet.row(&REGION_FACTS, RowId(fact.key)).map_or("", |row| row[Fact::Formula].trim());
        if typed.is_empty() {
            continue;
        }
        let kind = match OwnFormula::read(typed, &texts) {
            Ok(formula) => {
                own.push(Own { fact: place, formula });
                continue;
            }
            Err(OwnFormulaFault::NoIndicator(name)) => ProblemKind::FormulaName { name },
            Err(OwnFormulaFault::Broken) => ProblemKind::FormulaBroken,
        };
        problems.push(Problem { place: at.cell(RowId(fact.key), Fact::Formula), kind });
    }
    own
}

/// Formulas in an order in which each stands after those that it uses; those that lead back to themselves apart.
fn in_order<'o>(
    own: &'o [Own],
    facts: &[RegionFact],
    names: &[(String, Named)],
) -> (Vec<&'o Own>, Vec<&'o Own>) {
    let mut rows: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, one) in own.iter().enumerate() {
        rows.entry(&facts[one.fact].name).or_default().push(place);
    }
    let used = |one: &Own| -> BTreeSet<usize> {
        one.formula
            .indicators()
            .flat_map(|place| rows.get(names[place].0.as_str()).into_iter().flatten())
            .copied()
            .collect()
    };
    let uses: Vec<BTreeSet<usize>> = own.iter().map(used).collect();
    let mut used_by = vec![Vec::new(); own.len()];
    for (place, used) in uses.iter().enumerate() {
        used.iter().for_each(|used| used_by[*used].push(place));
    }
    let uses: Vec<Vec<usize>> = uses.into_iter().map(|used| used.into_iter().collect()).collect();
    let everything: Vec<usize> = (0..own.len()).collect();
    let (order, left) = taken_off(&everything, &uses, &used_by);
    // What only stands behind a circle is none itself.
    let (behind, circular) = taken_off(&left, &used_by, &uses);
    let of = |places: Vec<usize>| places.into_iter().map(|place| &own[place]);
    (of(order).chain(of(behind).collect::<Vec<_>>().into_iter().rev()).collect(), of(circular).collect())
}

/// Takes off, one after the other, what has nothing before it any more: what was taken off in that order, and what is left.
fn taken_off(of: &[usize], before: &[Vec<usize>], after: &[Vec<usize>]) -> (Vec<usize>, Vec<usize>) {
    let mut count: HashMap<usize, usize> = HashMap::new();
    let within: HashSet<usize> = of.iter().copied().collect();
    for place in of {
        count.insert(*place, before[*place].iter().filter(|one| within.contains(one)).count());
    }
    let mut open: Vec<usize> = of.iter().rev().copied().filter(|place| count[place] == 0).collect();
    let mut taken = Vec::new();
    while let Some(place) = open.pop() {
        taken.push(place);
        for next in &after[place] {
            if let Some(left) = count.get_mut(next) {
                *left -= 1;
                if *left == 0 {
                    open.push(*next);
                }
            }
        }
    }
    let left = of.iter().copied().filter(|place| count[place] > 0).collect();
    (taken, left)
}

/// What a name stands for in a year, as a number of the unit of its heading.
fn value_in(
    (name, named): &(String, Named),
    year: i32,
    read: Read<'_>,
    known: &HashMap<(String, i32), Figure>,
    key: u32,
) -> Option<Figure> {
    let (amount, unit) = match named {
        Named::Fact => return known.get(&(name.clone(), year)).cloned(),
        Named::Typed(of, unit) => {
            let year = read.years.years.iter().find(|one| one.year == year)?;
            (of(year).clone()?, *unit)
        }
        Named::Found(of, unit) => {
            let year = read.figures.iter().find(|one| one.year == year)?;
            (of(year)?.clone(), *unit)
        }
    };
    number_in(key, amount, unit, &mut Workings::default())
}

/// A number that stands in a formula.
fn number(value: f64) -> Figure {
    Figure::reference(
        Quantity { value, unit: Unit::One },
        Key::NumberInFormula.words(),
        Citation::BY_DEFINITION,
    )
}

fn differ(typed: &Figure, found: &Figure) -> bool {
    (typed.value() - found.value()).abs() > DETAIL_AGREEMENT * found.value().abs().max(1e-9)
}

/// How far an indicator has risen since the year before.
fn growth_of(facts: &[RegionFact], fact: &RegionFact) -> Option<Figure> {
    let before = fact.year? - 1;
    let same = facts.iter().filter(|one| one.name == fact.name);
    let mut values = same.filter_map(|one| one.value_in(before));
    let base = values.next().cloned().filter(|base| base.value() > 0.0)?;
    let current = fact.figures.value.clone().filter(|current| current.value() >= 0.0)?;
    Figure::computed(&GrowthRate, TwoYears { base, current }).ok()
}
