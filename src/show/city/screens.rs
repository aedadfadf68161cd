//! What a screen of the story holds, and those that rest on an indicator that was typed.

use super::drawn::Drawn;
use super::known::{COEFFICIENT, REUSE, UNITS, indicator};
use super::year::City;
use crate::chart::{Chart, Table};
use crate::evaluate::RegionFact;
use crate::industry::{RateOfReuse, TimesUsed};
use crate::ledger::{REGION_FACTS, RegionFactColumn, RowId};
use crate::metric::Figure;
use crate::quantity::Unit;
use crate::show::finding::Change;
use crate::show::region::with_unit;
use crate::text::{Key, Message, number};

/// A screen: one number, what it means, its picture, where it comes from.
pub(super) struct Screen {
    /// Its name in addresses.
    pub name: &'static str,
    /// What it says.
    pub title: String,
    /// What the number is, and of which year.
    pub label: String,
    /// The number.
    pub figure: Figure,
    /// Its unit as written; perhaps none.
    pub unit: String,
    /// What it means.
    pub words: Vec<String>,
    /// What is seen of it; none where it could not be counted.
    pub picture: Option<Picture>,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// The numbers behind it.
    pub table: Table,
}

/// What is seen.
pub(super) enum Picture {
    /// A chart, which is laid out for each width.
    Chart(Box<Chart>),
    /// A picture of its own.
    Drawn(Drawn),
}

impl City<'_> {
    /// 农田灌溉水有效利用系数, of ten buckets so many reach the roots.
    pub(super) fn coefficient(&self) -> Option<Screen> {
        let fact = indicator(self.found, COEFFICIENT)?;
        let figure = fact.value_as(Unit::One).or_else(|| fact.value_as(Unit::Percent))?;
        let share = figure.quantity().to(Unit::One)?.value;
        if !(0.0..=1.0).contains(&share) {
            return None;
        }
        let count = number(10.0 * share, 0);
        let value = with_unit(&figure, self.language);
        let tell =
            |key: Key| self.tell(Message::new(key).with("count", count.clone()).with("value", value.clone()));
        let title = tell(Key::CityCoefficientTitle);
        let words = [title.clone(), self.say(Key::CityCoefficientDrawn)];
        Some(Screen {
            name: "coefficient",
            label: self.of_year(Key::CityCoefficient, fact.year),
            unit: match figure.quantity().unit {
                Unit::One => String::new(),
                unit => unit.symbol(self.language).to_string(),
            },
            words: vec![tell(Key::CityCoefficientWords)],
            picture: Drawn::buckets("city-coefficient", words, share).map(Picture::Drawn),
            sources: self.sources_of(fact),
            table: self.table_of(fact),
            title,
            figure,
        })
    }

    /// 工业用水重复利用率, how often a drop is used.
    pub(super) fn reuse(&self) -> Option<Screen> {
        let fact = indicator(self.found, REUSE)?;
        let figure = fact.value_as(Unit::Percent)?;
        let turns = Figure::computed(&TimesUsed, RateOfReuse { rate_pct: figure.clone() }).ok()?;
        let title = self.tell(Message::new(Key::CityReuseTitle).with("count", number(turns.value(), 0)));
        let said =
            Message::new(Key::CityReuseWords).with("value", figure.shown()).with("turns", plainly(&turns));
        let words = [title.clone(), self.say(Key::CityReuseDrawn)];
        let mut table = self.table_of(fact);
        table.rows.push(vec![self.say(Key::CityTimes), plainly(&turns), String::new()]);
        Some(Screen {
            name: "reuse",
            label: self.of_year(Key::CityReuse, fact.year),
            unit: Unit::Percent.symbol(self.language).to_string(),
            words: vec![self.tell(said)],
            picture: Drawn::drops("city-reuse", words, turns.value()).map(Picture::Drawn),
            sources: self.sources_of(fact),
            table,
            title,
            figure,
        })
    }

    /// 节水型单位, one square for each.
    pub(super) fn units(&self) -> Option<Screen> {
        let fact = indicator(self.found, UNITS)?;
        let figure = fact.figures.value.clone().filter(|figure| figure.value() > 0.0)?;
        let title = self.tell(Message::new(Key::CityUnitsTitle).with("count", figure.shown()));
        let mut said = vec![self.say(Key::CityUnitsWords)];
        let (mut drawn, mut more) = (self.say(Key::CityUnitsDrawn), 0.0);
        let series = self.found.series_of(&fact.name, fact.year);
        if let [.., (before, was), _] = series[..]
            && let Some(change) = Change::of(was, &figure).filter(|change| change.by > 0.0)
        {
            let since = |key: Key| Message::new(key).with("year", before.to_string());
            said.push(self.tell(since(Key::CityUnitsMore).with("by", change.shown)));
            drawn = self.tell(since(Key::CityUnitsDrawnMore));
            more = change.by;
        }
        let words = [title.clone(), drawn];
        Some(Screen {
            name: "units",
            label: self.of_year(Key::CityUnits, fact.year),
            unit: fact.unit.trim().to_string(),
            words: said,
            picture: Drawn::squares("city-units", words, figure.value(), more).map(Picture::Drawn),
            sources: self.sources_of(fact),
            table: self.table_of(fact),
            title,
            figure,
        })
    }

    /// The years of an indicator with what the ledger says of the source of each.
    fn years_of(&self, fact: &RegionFact) -> Vec<(i32, Figure, String)> {
        let of_year = |(year, figure): (i32, &Figure)| {
            let named = |one: &&RegionFact| one.name == fact.name;
            let own = self.found.facts.iter().filter(named).find(|one| one.year == Some(year));
            let key = own.map_or(fact.key, |one| one.key);
            let row = self.sheet.row(&REGION_FACTS, RowId(key));
            let source = row.map_or("", |row| row[RegionFactColumn::Source].trim());
            (year, figure.clone(), source.to_string())
        };
        self.found.series_of(&fact.name, fact.year).into_iter().map(of_year).collect()
    }

    /// Where the years of an indicator come from, the last year first, each source once.
    fn sources_of(&self, fact: &RegionFact) -> Vec<String> {
        let mut sources: Vec<(String, Vec<i32>)> = Vec::new();
        for (year, _, source) in self.years_of(fact).into_iter().rev() {
            match sources.iter_mut().find(|(known, _)| *known == source) {
                Some((_, years)) => years.insert(0, year),
                None => sources.push((source, vec![year])),
            }
        }
        if sources.is_empty() {
            sources.push((String::new(), fact.year.into_iter().collect()));
        }
        let line = |(source, years): (String, Vec<i32>)| {
            let key = if source.is_empty() { Key::CitySourceNone } else { Key::CitySource };
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            let years = years.join(Key::CityAnd.say(self.language));
            self.tell(Message::new(key).with("source", source).with("years", years))
        };
        sources.into_iter().map(line).collect()
    }

    fn table_of(&self, fact: &RegionFact) -> Table {
        let unit = fact.unit.trim();
        let value = match unit {
            "" | "–" | "-" => fact.name.clone(),
            unit => format!("{} ({unit})", fact.name),
        };
        let row =
            |(year, figure, source): (i32, Figure, String)| vec![year.to_string(), figure.shown(), source];
        Table {
            head: vec![self.say(Key::ChartYear), value, self.say(Key::CityColumnSource)],
            rows: self.years_of(fact).into_iter().map(row).collect(),
        }
    }
}

/// A number of times without decimals that say nothing.
fn plainly(turns: &Figure) -> String {
    let shown = turns.shown();
    shown.strip_suffix(".0").map_or(shown.clone(), str::to_string)
}
