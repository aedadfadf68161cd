//! From answers to what a home is worked out from.

use crate::catalog::{self, Constant, Table};
use crate::household::{
    Answers, Dishes, Field, Flushes, Home, HomeInputs, Loads, OpenedWater, Question, compute, given,
};
use crate::metric::{Fault, Figure, InputQuantity, Origin};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// The figures of a home.
///
/// # Errors
/// The first number that a formula refuses.
pub fn home(answers: &Answers) -> Result<Home, Fault> {
    compute(&inputs(answers))
}

fn inputs(answers: &Answers) -> HomeInputs {
    let number = |field| number(answers, field);
    let toilet = |column, place| chosen(answers, Field::Toilet, column, Unit::Litre, place);
    let flow = |field| chosen(answers, field, "flow", Unit::LitrePerMinute, 1);
    let of_week =
        |code: &'static str, place, field| (of_default(code, Unit::Litre, place), number(field), 7.0);
    let of_month = (of_default("car_litres", Unit::Litre, 103), number(Field::CarTimes), MONTH);
    HomeInputs {
        people: number(Field::People),
        shower: OpenedWater {
            times: number(Field::ShowerTimes),
            minutes: number(Field::ShowerMinutes),
            flow_l_min: flow(Field::ShowerHead),
            open_share: given(1.0, Unit::One),
        },
        flushes: Flushes {
            visits_full: number(Field::VisitsFull),
            full_l: toilet("full", 1),
            visits_part: number(Field::VisitsPart),
            part_l: toilet("part", 2),
        },
        washing: OpenedWater {
            times: given(1.0, Unit::One),
            minutes: number(Field::WashMinutes),
            flow_l_min: flow(Field::Tap),
            open_share: chosen(answers, Field::Basin, "share", Unit::One, 1),
        },
        dishes: match answers.choice(Field::Dishes) {
            "running" => Dishes::Running(chosen(answers, Field::Dishes, "minutes", Unit::Minute, 1)),
            _ => Dishes::Filled(chosen(answers, Field::Dishes, "litres", Unit::Litre, 2)),
        },
        dish_times: number(Field::DishTimes),
        drinking: cooking_and_drinking(),
        laundry: Loads {
            times: number(Field::WasherTimes),
            kg: number(Field::WasherKg),
            litre_per_kg: chosen(answers, Field::Washer, "litre_per_kg", Unit::LitrePerKilogram, 1),
        },
        leak: (answers.choice(Field::Leak) != "none").then(|| flow(Field::Leak)),
        cleaning: vec![
            of_week("floor_litres", 101, Field::FloorTimes),
            of_week("plant_litres", 102, Field::PlantTimes),
            of_month,
        ],
    }
}

/// The days of a month.
pub(super) const MONTH: f64 = 30.0;

/// What cooking and drinking take, by person and day.
pub fn cooking_and_drinking() -> Figure {
    of_default("drinking", Unit::LitrePerPersonDay, 104)
}

/// The number that counts: the one that was answered, else the default; none of what has no default.
pub fn in_effect(answers: &Answers, field: Field) -> f64 {
    number(answers, field).value()
}

/// A number that was answered, else the default; nothing where there is none.
pub(super) fn number(answers: &Answers, field: Field) -> Figure {
    let spec = field.spec();
    let (table, id) = (&catalog::HOUSEHOLD_DEFAULT, input_id(field, 0));
    let width = |column| table.at(spec.code, column).map_or(0.0, |half| half.value);
    let row = table.rows.iter().find(|row| row.id == spec.code);
    let name = row.map_or(spec.label.words(), |row| row.name);
    match (answers.number(field), table.at(spec.code, "value")) {
        (Some(value), _) => Figure::typed(
            Quantity::new(value, spec.unit),
            even(width("half_given")),
            InputQuantity { id, label: String::new(), name },
        ),
        (None, Some(constant)) => estimate(constant, spec.unit, name, (id, width("half"))),
        (None, None) => given(0.0, spec.unit),
    }
}

/// A number of the choice that was made.
pub(super) fn chosen(answers: &Answers, field: Field, column: &str, unit: Unit, place: u64) -> Figure {
    let (table, code) = (table_of(field), answers.choice(field));
    let half = table.and_then(|table| table.at(code, "half")).map_or(0.0, |half| half.value);
    match table.and_then(|table| table.at(code, column)) {
        Some(constant) => estimate(constant, unit, constant.name, (input_id(field, place), half)),
        None => given(0.0, unit),
    }
}

fn of_default(code: &'static str, unit: Unit, place: u64) -> Figure {
    let table = &catalog::HOUSEHOLD_DEFAULT;
    let half = table.at(code, "half").map_or(0.0, |half| half.value);
    let row = table.rows.iter().find(|row| row.id == code);
    match (table.at(code, "value"), row) {
        (Some(constant), Some(row)) => estimate(constant, unit, row.name, (place, half)),
        _ => given(0.0, unit),
    }
}

fn estimate(constant: &Constant, unit: Unit, name: Words, (id, half): (u64, f64)) -> Figure {
    Figure::estimate(Quantity::new(constant.value, unit), (id, even(half)), name, constant.source)
}

/// The standard uncertainty of what lies evenly between two limits, by half of their distance.
fn even(half: f64) -> f64 {
    half / 3_f64.sqrt()
}

/// The identity of a number of a field, of which it may have several.
fn input_id(field: Field, place: u64) -> u64 {
    1000 + 10 * (field as u64) + place
}

/// The table of a choice's answers.
fn table_of(field: Field) -> Option<&'static Table> {
    Some(match field {
        Field::ShowerHead => &catalog::HOUSEHOLD_SHOWER,
        Field::Toilet => &catalog::HOUSEHOLD_TOILET,
        Field::Basin => &catalog::HOUSEHOLD_BASIN,
        Field::Tap => &catalog::HOUSEHOLD_TAP,
        Field::Dishes => &catalog::HOUSEHOLD_DISHES,
        Field::Washer => &catalog::HOUSEHOLD_WASHER,
        Field::Leak => &catalog::HOUSEHOLD_LEAK,
        Field::Region => &catalog::HOUSEHOLD_MEAN,
        Field::Tariff => &catalog::HOUSEHOLD_TARIFF,
        _ => return None,
    })
}

/// The answers of a choice: the catalogue's name of each, and its flow where that tells it from the others; none of what the catalogue does
/// not know, such as that nothing leaks.
pub fn options(field: Field) -> Vec<(&'static str, Option<Words>, Option<&'static str>)> {
    let table = table_of(field);
    let of = |code: &&'static str| {
        let row = table.and_then(|table| table.rows.iter().find(|row| row.id == *code));
        let flow = table.and_then(|table| table.at(code, "flow").or(table.at(code, "litre_per_kg")));
        (*code, row.map(|row| row.name), flow.map(|flow| flow.printed))
    };
    field.spec().choices.iter().map(of).collect()
}

/// Whether an answer counts for a home with these answers: nobody who washes by hand fills a machine.
fn counts(answers: &Answers, field: Field) -> bool {
    match field {
        Field::Fill => answers.choice(Field::Washer) != "hand",
        _ => true,
    }
}

/// What is taken by default in a question.
pub fn assumed(answers: &Answers, question: Question) -> usize {
    let is_assumed = |field: Field| answers.steps(field).is_none() && counts(answers, field);
    question.fields().filter(|spec| is_assumed(spec.field)).count()
}

/// Every number of the catalogue below a figure that was not compared with its source, each once.
pub fn unverified(figure: &Figure) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    find_unverified(figure, &mut found);
    found
}

fn find_unverified(figure: &Figure, found: &mut Vec<Figure>) {
    match figure.origin() {
        Origin::Typed(_) => {}
        Origin::Reference { source, .. } if source.status.is_verified() => {}
        Origin::Reference { .. } => {
            if found.iter().all(|other| other != figure) {
                found.push(figure.clone());
            }
        }
        Origin::Computed { inputs, .. } => inputs.iter().for_each(|(_, input)| find_unverified(input, found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::household::SPECS;

    #[test]
    fn the_catalogue_knows_every_answer_of_a_choice() {
        for spec in SPECS.iter().filter(|spec| !spec.choices.is_empty()) {
            for (code, name, _) in options(spec.field) {
                let is_plain = ["none", "own", "full", "half"].contains(&code);
                assert!(name.is_some() || is_plain, "{} {code}", spec.code);
            }
        }
    }

    #[test]
    fn a_home_of_which_nothing_is_known_is_a_home_by_default() {
        let home = home(&Answers::default()).expect("a home");
        let shown: Vec<String> = home.uses.iter().map(Figure::shown).collect();
        assert_eq!(shown, ["64.3", "21.0", "18.0", "16.7", "9.1", "0.0", "1.0"]);
        assert_eq!(home.total.shown(), "130.0");
        assert!(home.total.u() > 10.0 && home.total.u() < 40.0, "{}", home.total.u());
        assert!(!unverified(&home.total).is_empty());
    }
}
