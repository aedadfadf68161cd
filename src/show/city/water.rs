//! Screens of the water of the years: how much, where it goes, where it comes from, and how that went on.

use super::screens::{Picture, Screen};
use super::year::City;
use crate::chart::{Axis, Bullet, Chart, Kind, Point, Role, Series, Table, table};
use crate::ledger::{Column, REGION_TARGETS, RegionEntry, RegionTargetColumn, RegionYearColumn as At};
use crate::metric::Figure;
use crate::quantity::{Quantity, Unit, read};
use crate::region::{Controlled, PartAndSum, RegionYearFigures, ShareOfSum};
use crate::show::few_points::judged_bullet;
use crate::show::region::{indicator_trends, since_base_chart, target_lines, with_unit};
use crate::text::{Coded, Key, Message, grouped, number};

const UNIT: Unit = Unit::TenThousandCubicMetres;

/// A change that might come about by chance more often than once in twenty is none to rely on.
const RELIED_ON: f64 = 0.05;

/// A change of the total by less than so many % is told as none.
const LEVEL: f64 = 0.5;

impl City<'_> {
    /// 定总量, the water of the year beside its target.
    pub(super) fn total(&self) -> Option<Screen> {
        let year = self.found.this_year()?;
        let figure = year.total.clone()?;
        let line = target_lines(self.sheet, self.found, self.language)
            .into_iter()
            .find(|line| line.of == Controlled::Total);
        let limit = line.as_ref().and_then(|_| self.limit());
        let mut words = vec![
            self.tell(Message::new(Key::CityTotalWords).with("value", with_unit(&figure, self.language))),
        ];
        if let Some(((until, _), line)) = limit.as_ref().zip(line.as_ref()) {
            let of =
                Message::new(Key::CityTotalTarget).with("year", until).with("target", line.target.as_str());
            words.push(self.tell(of));
            words.extend(line.said.as_ref().map(|said| self.tell(said.clone())));
        }
        let title = self.say(match limit {
            Some(_) => Key::CityTotalTitle,
            None => Key::CityTotalTitleFree,
        });
        let drawn = match limit {
            Some(_) => Key::CityTotalDrawn,
            None => Key::CityTotalDrawnFree,
        };
        let value = figure.quantity().to(UNIT)?.value;
        let point = Point {
            is_incomplete: figure.is_incomplete(),
            ..Point::new(f64::from(year.year), value, figure.shown())
        };
        let bullet = Bullet {
            name: year.year.to_string(),
            asked: limit.as_ref().map_or_else(String::new, |(until, limit)| {
                let asked = Message::new(Key::CityTotalAsked).with("year", until);
                self.tell(asked.with("target", grouped(limit.value)))
            }),
            limit: limit.as_ref().map(|(_, limit)| limit.value),
            ..judged_bullet(&point, line.and_then(|line| line.mark), self.language)
        };
        let own = self.series(Key::ResultRegionUse, Role::Own, vec![point]);
        let target = limit.map(|(_, limit)| {
            let point = Point::new(f64::from(year.year), limit.value, grouped(limit.value));
            self.series(Key::CityTarget, Role::Target, vec![point])
        });
        let chart = Chart {
            kind: Kind::Bullets(vec![bullet]),
            x: Axis::Years,
            series: std::iter::once(own).chain(target).collect(),
            ..self.chart("city-total", title.clone(), drawn)
        };
        Some(self.of_years(
            "total",
            title,
            self.of_year(Key::ResultRegionUse, Some(year.year)),
            figure,
            words,
            chart,
        ))
    }

    /// The target of the total: its year and the amount.
    fn limit(&self) -> Option<(String, Quantity)> {
        use RegionTargetColumn as Target;
        let of_total = |row: &&std::sync::Arc<crate::ledger::Row>| {
            Controlled::from_typed(&row[Target::Of]) == Some(Controlled::Total)
        };
        let row = self.sheet.rows(&REGION_TARGETS).iter().find(of_total)?;
        let typed = read(&row[Target::Target], UNIT).ok().flatten()?.to(UNIT)?;
        Some((row[Target::TargetYear].trim().to_string(), typed))
    }

    /// Where the water goes.
    pub(super) fn uses(&self) -> Option<Screen> {
        let year = self.found.this_year()?;
        let typed = self.found.typed_year(year.year)?;
        let columns = [At::Agriculture, At::Industry, At::Domestic, At::Ecology];
        let parts = self.parts(columns.into_iter().zip(&typed.uses), year.total.as_ref()?)?;
        let largest = parts.largest();
        let tell = |key: Key| {
            self.tell(
                Message::new(key)
                    .with("name", self.within(&largest.name))
                    .with("share", plain(&largest.share)),
            )
        };
        let title = tell(Key::CityUsesTitle);
        let label = self.year_after(
            self.tell(Message::new(Key::CityUsesLabel).with("name", largest.name.as_str())),
            Some(year.year),
        );
        let words = vec![
            self.tell(
                Message::new(Key::CityUsesWords)
                    .with("name", self.within(&largest.name))
                    .with("share", plain(&largest.share)),
            ),
        ];
        let chart = self.bars("city-uses", title.clone(), Key::CityUsesDrawn, &parts);
        let figure = largest.share.clone();
        let screen = self.of_years("uses", title, label, figure, words, chart);
        Some(Screen { table: self.table_of_parts(Key::CityUsesDrawn, &parts), ..screen })
    }

    /// Where it comes from.
    pub(super) fn sources(&self) -> Option<Screen> {
        let year = self.found.this_year()?;
        let typed = self.found.typed_year(year.year)?;
        let columns = [At::Surface, At::Ground, At::Other];
        let parts = self.parts(columns.into_iter().zip(&typed.sources), year.supply.as_ref()?)?;
        let largest = parts.largest();
        let title = self.say(Key::CitySourcesTitle);
        let label = self.year_after(
            self.tell(Message::new(Key::CitySourcesLabel).with("name", largest.name.as_str())),
            Some(year.year),
        );
        let said = Message::new(Key::CitySourcesWords)
            .with("name", self.within(&largest.name))
            .with("share", plain(&largest.share));
        let mut words = vec![self.tell(said)];
        if let Some(other) = year.other_share.as_ref().filter(|share| share.value() > 0.0) {
            words.push(self.tell(Message::new(Key::CitySourcesOther).with("share", plain(other))));
        }
        let chart = self.bars("city-sources", title.clone(), Key::CitySourcesDrawn, &parts);
        let figure = largest.share.clone();
        let screen = self.of_years("sources", title, label, figure, words, chart);
        Some(Screen { table: self.table_of_parts(Key::CitySourcesDrawn, &parts), ..screen })
    }

    /// Total and intensity against the base year.
    pub(super) fn economy(&self) -> Option<Screen> {
        let chart = since_base_chart(self.found, self.language)?;
        let (base, last) = (self.found.since_base.first()?, self.found.since_base.last()?);
        let (growth, decline) = (last.growth.as_ref()?, last.decline.clone()?);
        let (rise, spared) = (growth.value(), decline.value());
        let is_level = rise.abs() < LEVEL;
        let key = match spared >= 0.0 {
            false => Key::CityEconomyWorse,
            true if is_level => Key::CityEconomyLevel,
            true if rise < 0.0 => Key::CityEconomyFell,
            true => Key::CityEconomyRose,
        };
        let written = |value: f64| number(value, 2);
        let said = Message::new(key)
            .with("base", base.year.to_string())
            .with("growth", written(if is_level { rise } else { rise.abs() }))
            .with("decline", written(spared.abs()));
        // Where water by output fell by more than the total, output grew.
        let title = self.say(match spared > -rise {
            true if is_level => Key::CityEconomyTitleLevel,
            true if rise < 0.0 => Key::CityEconomyTitleFell,
            _ => Key::CityEconomyTitle,
        });
        let label = self.year_after(
            self.tell(Message::new(Key::CityEconomyLabel).with("base", base.year.to_string())),
            Some(last.year),
        );
        let chart = Chart { id: "city-economy".to_string(), ..chart };
        Some(self.of_years("economy", title, label, decline, vec![self.tell(said)], chart))
    }

    /// The years so far.
    pub(super) fn trend(&self) -> Option<Screen> {
        let name = self.say(Key::ResultRegionUse);
        let trend = indicator_trends(self.sheet, self.found, self.language)
            .into_iter()
            .find(|one| one.name == name)?;
        let slope = trend.slope?;
        let years = self.found.in_order();
        let totals: Vec<(i32, &Figure)> =
            years.iter().filter_map(|year| Some((year.year, year.total.as_ref()?))).collect();
        let [(first, _), .., (last, _)] = totals[..] else { return None };
        let is_level = slope.shown().chars().all(|letter| !('1'..='9').contains(&letter));
        let is_weak = trend.p.is_none_or(|p| p.value() > RELIED_ON);
        let (title, said) = match slope.value() {
            _ if is_level => (Key::CityTrendTitleLevel, Key::CityTrendLevel),
            fell if fell < 0.0 => (Key::CityTrendTitleFell, Key::CityTrendFell),
            _ => (Key::CityTrendTitleRose, Key::CityTrendRose),
        };
        // What may be chance is told as a number, and not in the title.
        let title = if is_weak { Key::CityTrendTitleLevel } else { title };
        let by = with_unit(&slope, self.language);
        let per_year = slope.quantity().unit.symbol(self.language);
        let by = by.trim_start_matches(['-', '\u{2212}']).replace(per_year, UNIT.symbol(self.language));
        let said =
            Message::new(said).with("first", first.to_string()).with("last", last.to_string()).with("by", by);
        let mut words = vec![self.tell(said)];
        if is_weak && !is_level {
            words.push(self.say(Key::CityTrendWeak));
        }
        let label = self.tell(Message::new(Key::CityTrendLabel));
        let point = |(at, (_, total)): (usize, &(i32, &Figure))| {
            let value = total.quantity().to(UNIT)?.value;
            Some(Point {
                is_incomplete: total.is_incomplete(),
                ..Point::new(at as f64, value, total.shown())
            })
        };
        let own = totals.iter().enumerate().filter_map(point).collect();
        let chart = Chart {
            kind: Kind::Bars,
            x: Axis::Named(totals.iter().map(|(year, _)| year.to_string()).collect()),
            series: vec![self.series(Key::ResultRegionUse, Role::Own, own)],
            ..self.chart("city-trend", self.say(title), Key::ResultRegionUse)
        };
        Some(self.of_years("trend", self.say(title), label, slope, words, chart))
    }

    /// A screen of the tables of years, which have one source together.
    fn of_years(
        &self,
        name: &'static str,
        title: String,
        label: String,
        figure: Figure,
        words: Vec<String>,
        chart: Chart,
    ) -> Screen {
        let unit = match figure.quantity().unit {
            Unit::One => String::new(),
            unit => unit.symbol(self.language).to_string(),
        };
        let sources = self.sources_of_years();
        let chart = Chart { source: sources.join(" "), ..chart };
        let table = table(&chart);
        Screen {
            name,
            title,
            label,
            figure,
            unit,
            words,
            picture: Some(Picture::Chart(Box::new(chart))),
            sources,
            table,
        }
    }

    /// What the ledger says of its tables of years.
    fn sources_of_years(&self) -> Vec<String> {
        let years = self.found.in_order();
        let years: Vec<&&RegionYearFigures> = years.iter().filter(|year| year.total.is_some()).collect();
        let range = match years[..] {
            [first, .., last] => format!("{}–{}", first.year, last.year),
            [only] => only.year.to_string(),
            [] => String::new(),
        };
        let by = match self.sheet[RegionEntry::Organisation].trim() {
            "" => self.name(),
            organisation => organisation,
        };
        let mut sources =
            vec![self.tell(Message::new(Key::CitySourceYears).with("by", by).with("years", range))];
        let note = self.sheet[RegionEntry::Note].trim();
        if !note.is_empty() {
            sources.push(self.tell(Message::new(Key::CityNote).with("note", note)));
        }
        sources
    }

    fn chart(&self, id: &str, title: String, drawn: Key) -> Chart {
        Chart {
            id: id.to_string(),
            title,
            subtitle: format!("{} ({})", self.say(drawn), UNIT.symbol(self.language)),
            description: self.say(drawn),
            unit: UNIT.symbol(self.language).to_string(),
            x_title: self.say(Key::ChartYear),
            no_data: self.say(Key::ChartNoData),
            ..Chart::default()
        }
    }

    fn series(&self, name: Key, role: Role, points: Vec<Point>) -> Series {
        Series { name: self.say(name), role, points, ..Series::default() }
    }

    /// A name as it stands within a sentence.
    fn within(&self, name: &str) -> String {
        name.to_lowercase()
    }

    /// The parts of a sum that are known, with the share of each.
    fn parts<'p>(
        &self,
        parts: impl Iterator<Item = (At, &'p Option<Figure>)>,
        sum: &Figure,
    ) -> Option<Parts> {
        let part = |(column, part): (At, &Option<Figure>)| {
            let amount = part.clone()?;
            let share =
                Figure::computed(&ShareOfSum, PartAndSum { part: amount.clone(), sum: sum.clone() }).ok()?;
            Some(Part { name: self.say(column.spec().heading), amount, share })
        };
        let all: Vec<Part> = parts.filter_map(part).collect();
        (!all.is_empty()).then_some(Parts(all))
    }

    fn bars(&self, id: &str, title: String, drawn: Key, parts: &Parts) -> Chart {
        let point = |(at, part): (usize, &Part)| Point {
            is_incomplete: part.share.is_incomplete(),
            ..Point::new(at as f64, part.share.value(), format!("{} %", plain(&part.share)))
        };
        let percent = Unit::Percent.symbol(self.language).to_string();
        Chart {
            kind: Kind::Bars,
            x: Axis::Named(parts.0.iter().map(|part| part.name.clone()).collect()),
            series: vec![Series {
                name: self.say(drawn),
                points: parts.0.iter().enumerate().map(point).collect(),
                ..Series::default()
            }],
            subtitle: format!("{} ({percent})", self.say(drawn)),
            unit: percent,
            ..self.chart(id, title, drawn)
        }
    }

    fn table_of_parts(&self, drawn: Key, parts: &Parts) -> Table {
        let amount = format!("{} ({})", self.say(Key::CityColumnValue), UNIT.symbol(self.language));
        let row = |part: &Part| {
            let amount = part.amount.quantity().to(UNIT).map(|amount| grouped(amount.value));
            vec![part.name.clone(), amount.unwrap_or_default(), part.share.shown()]
        };
        Table {
            head: vec![self.say(drawn), amount, "%".to_string()],
            rows: parts.0.iter().map(row).collect(),
        }
    }
}

/// The parts of a sum, at least one.
struct Parts(Vec<Part>);

/// A part of a sum.
struct Part {
    name: String,
    amount: Figure,
    share: Figure,
}

impl Parts {
    /// The largest; of several the first.
    fn largest(&self) -> &Part {
        self.0
            .iter()
            .fold(&self.0[0], |most, part| if part.share.value() > most.share.value() { part } else { most })
    }
}

/// A share as readers count: without decimals where it has ten or more, else with one.
fn plain(share: &Figure) -> String {
    let decimals = usize::from(share.value() < 10.0);
    number(share.value(), decimals)
}
