//! Contracts as the page shows them: what each side has in hand, and what is odd about the terms.

use super::amount::{in_unit, told, unit_of};
use crate::chart::{Axis, Chart, Point, Role, Series};
use crate::evaluate::{ContractFigures, ContractYear};
use crate::metric::Figure;
use crate::quantity::Quantity;
use crate::show::finding::is_sound;
use crate::text::{Key, Language, Message};

/// What there is to say of a contract's terms.
pub fn contract_notes(found: &ContractFigures) -> Vec<Message> {
    let loses =
        |value: &Option<Figure>| value.as_ref().is_some_and(|value| is_sound(value) && value.value() < 0.0);
    let owed = found.years.iter().filter(|year| year.owed.as_ref().is_some_and(|owed| owed.value() > 0.0));
    let owed: Vec<String> = owed.map(|year| year.year.to_string()).collect();
    let notes = [
        (!owed.is_empty()).then(|| Message::new(Key::ContractOwed).with("years", owed.join(", "))),
        loses(&found.company_value).then(|| Message::new(Key::ContractCompanyLoses)),
        loses(&found.user_value).then(|| Message::new(Key::ContractUserLoses)),
    ];
    notes.into_iter().flatten().collect()
}

/// The flow of one side in a year.
type FlowOf = fn(&ContractYear) -> &Figure;

/// What each side has in hand after each year, without interest.
pub fn sides_chart(found: &ContractFigures, language: Language) -> Option<Chart> {
    let say = |key: Key| key.say(language).to_string();
    let sides: [(Key, Role, FlowOf); 3] = [
        (Key::ColumnProject, Role::Reference, |year| &year.project),
        (Key::ColumnCompany, Role::Own, |year| &year.company),
        (Key::ColumnUser, Role::Own, |year| &year.user),
    ];
    let in_hand = |of: FlowOf| {
        let so_far = |sum: &mut f64, year: &ContractYear| {
            *sum += of(year).value();
            Some(Quantity::new(*sum, of(year).quantity().unit))
        };
        found.years.iter().scan(0.0, so_far).collect::<Vec<_>>()
    };
    let all: Vec<_> = sides.iter().map(|(_, _, of)| in_hand(*of)).collect();
    let unit = unit_of(&all.iter().filter_map(|side| side.last().copied()).collect::<Vec<_>>());
    let series = |((name, role, _), amounts): (&(Key, Role, FlowOf), &Vec<Quantity>)| Series {
        name: say(*name),
        role: *role,
        points: found
            .years
            .iter()
            .zip(amounts)
            .filter_map(|(year, amount)| {
                let value = in_unit(*amount, unit)?;
                let point = Point::new(f64::from(year.year), value, told(value));
                Some(Point {
                    is_incomplete: year.project.is_incomplete() || year.company.is_incomplete(),
                    ..point
                })
            })
            .collect(),
        ..Series::default()
    };
    let (company, user) = (found.company_value.as_ref()?, found.user_value.as_ref()?);
    let worth = |figure: &Figure| in_unit(figure.quantity(), unit).map(told);
    let symbol = unit.symbol(language);
    let drawn = Message::new(Key::ChartSidesTitle).with("unit", symbol).say(language);
    let title = match is_sound(company) && is_sound(user) {
        true => Message::new(Key::ChartSidesFinding)
            .with("company", worth(company)?)
            .with("user", worth(user)?)
            .with("unit", symbol)
            .say(language),
        false => say(Key::ContractSidesTitle),
    };
    Some(Chart {
        id: "contract-sides".to_string(),
        title,
        subtitle: drawn,
        description: say(Key::ContractSidesNote),
        unit: symbol.to_string(),
        x_title: say(Key::ChartYearsOn),
        x: Axis::Numbers,
        decimals: 1,
        series: sides.iter().zip(&all).map(series).collect(),
        source: say(Key::ChartSourceOwn),
        no_data: say(Key::ChartNoData),
        ..Chart::default()
    })
}
