//! 问题, what a person is asked about his home.

use crate::quantity::Unit;
use crate::text::Key;

/// A question, on a screen of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How many people.
    People,
    /// Showers.
    Shower,
    /// The toilet.
    Toilet,
    /// Teeth, hands, face.
    Washing,
    /// Washing up, cooking and drinking.
    Kitchen,
    /// Laundry.
    Laundry,
    /// What drips or runs on.
    Leak,
    /// Floors, plants, a car.
    Cleaning,
}

/// The questions in their order.
pub const QUESTIONS: [Question; 8] = [
    Question::People,
    Question::Shower,
    Question::Toilet,
    Question::Washing,
    Question::Kitchen,
    Question::Laundry,
    Question::Leak,
    Question::Cleaning,
];

impl Question {
    /// Its place among the questions.
    pub fn place(self) -> usize {
        QUESTIONS.iter().position(|one| *one == self).unwrap_or(0)
    }

    /// What it asks.
    pub fn title(self) -> Key {
        match self {
            Question::People => Key::HouseholdAskPeople,
            Question::Shower => Key::HouseholdAskShower,
            Question::Toilet => Key::HouseholdAskToilet,
            Question::Washing => Key::HouseholdAskWashing,
            Question::Kitchen => Key::HouseholdAskKitchen,
            Question::Laundry => Key::HouseholdAskLaundry,
            Question::Leak => Key::HouseholdAskLeak,
            Question::Cleaning => Key::HouseholdAskCleaning,
        }
    }

    /// What is meant by it.
    pub fn note(self) -> Key {
        match self {
            Question::People => Key::HouseholdNotePeople,
            Question::Shower => Key::HouseholdNoteShower,
            Question::Toilet => Key::HouseholdNoteToilet,
            Question::Washing => Key::HouseholdNoteWashing,
            Question::Kitchen => Key::HouseholdNoteKitchen,
            Question::Laundry => Key::HouseholdNoteLaundry,
            Question::Leak => Key::HouseholdNoteLeak,
            Question::Cleaning => Key::HouseholdNoteCleaning,
        }
    }

    /// The use of water that it is about; people are none.
    pub fn about(self) -> Option<&'static Use> {
        USES.iter().find(|one| one.question == self)
    }

    /// What is asked in it.
    pub fn fields(self) -> impl Iterator<Item = &'static FieldSpec> {
        SPECS.iter().filter(move |spec| spec.question == Some(self))
    }
}

/// A use of water.
#[derive(Debug)]
pub struct Use {
    /// The question that asks for it.
    pub question: Question,
    /// What it is called.
    pub name: Key,
}

/// The uses, in the order of a home's figures.
pub static USES: [Use; 7] = [
    Use { question: Question::Shower, name: Key::HouseholdUseShower },
    Use { question: Question::Toilet, name: Key::HouseholdUseToilet },
    Use { question: Question::Washing, name: Key::HouseholdUseWashing },
    Use { question: Question::Kitchen, name: Key::HouseholdUseKitchen },
    Use { question: Question::Laundry, name: Key::HouseholdUseLaundry },
    Use { question: Question::Leak, name: Key::HouseholdUseLeak },
    Use { question: Question::Cleaning, name: Key::HouseholdUseCleaning },
];

/// What is known of one thing that is asked.
#[derive(Debug)]
pub struct FieldSpec {
    /// Which one.
    pub field: Field,
    /// Its name in the catalogue.
    pub code: &'static str,
    /// What it is called.
    pub label: Key,
    /// The question that it belongs to; none where it is asked beside the result.
    pub question: Option<Question>,
    /// What its number counts.
    pub unit: Unit,
    /// The least step between two answers.
    pub step: f64,
    /// The least answer, in steps.
    pub least: u16,
    /// The greatest answer, in steps.
    pub most: u16,
    /// Answers that are offered at once.
    pub offered: &'static [f64],
    /// The names of its answers 0, 1, 2 … in the catalogue, where it is a choice and no number. New ones are added at the end: links
    /// hold their places.
    pub choices: &'static [&'static str],
}

/// A number that is asked.
const fn number(
    field: Field,
    code: &'static str,
    label: Key,
    question: Option<Question>,
    unit: Unit,
    (step, least, most): (f64, u16, u16),
    offered: &'static [f64],
) -> FieldSpec {
    FieldSpec { field, code, label, question, unit, step, least, most, offered, choices: &[] }
}

/// A choice that is asked.
const fn choice(
    field: Field,
    code: &'static str,
    label: Key,
    question: Option<Question>,
    choices: &'static [&'static str],
) -> FieldSpec {
    let most = choices.len() as u16 - 1;
    FieldSpec {
        field,
        code,
        label,
        question,
        unit: Unit::One,
        step: 1.0,
        least: 0,
        most,
        offered: &[],
        choices,
    }
}

/// One thing that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// How many live there.
    People,
    /// Minutes of a shower.
    ShowerMinutes,
    /// Showers a week.
    ShowerTimes,
    /// The shower head.
    ShowerHead,
    /// The toilet.
    Toilet,
    /// Full flushes a day.
    VisitsFull,
    /// Part flushes a day.
    VisitsPart,
    /// Minutes at the basin a day.
    WashMinutes,
    /// Whether the tap is left open meanwhile.
    Basin,
    /// The taps.
    Tap,
    /// How dishes are washed.
    Dishes,
    /// How often a day.
    DishTimes,
    /// How laundry is done.
    Washer,
    /// Kilograms of a load.
    WasherKg,
    /// Loads a week.
    WasherTimes,
    /// How full the machine is.
    Fill,
    /// What leaks.
    Leak,
    /// Floors mopped a week.
    FloorTimes,
    /// Plants watered a week.
    PlantTimes,
    /// Cars washed a month.
    CarTimes,
    /// The mean to compare with.
    Region,
    /// The tariff.
    Tariff,
    /// A price that is typed.
    OwnPrice,
    /// Water of a bill.
    BillVolume,
    /// Days of the bill.
    BillDays,
    /// Rice a week.
    Rice,
    /// Wheat a week.
    Wheat,
    /// Pork a week.
    Pork,
    /// Beef a week.
    Beef,
    /// Sheep a week.
    Sheep,
    /// Chicken a week.
    Chicken,
    /// Egg a week.
    Egg,
    /// Milk a week.
    Milk,
}

/// Everything that is asked, in the order of [`Field`], which is that of links: new ones are added at the end.
pub static SPECS: [FieldSpec; 33] = [
    number(
        Field::People,
        "people",
        Key::HouseholdPeople,
        Some(Question::People),
        Unit::Person,
        (1.0, 1, 30),
        &[1.0, 2.0, 3.0, 4.0, 5.0],
    ),
    number(
        Field::ShowerMinutes,
        "shower_minutes",
        Key::HouseholdShowerMinutes,
        Some(Question::Shower),
        Unit::Minute,
        (1.0, 0, 240),
        &[5.0, 10.0, 15.0, 20.0, 30.0],
    ),
    number(
        Field::ShowerTimes,
        "shower_times",
        Key::HouseholdShowerTimes,
        Some(Question::Shower),
        Unit::One,
        (1.0, 0, 70),
        &[],
    ),
    choice(
        Field::ShowerHead,
        "shower",
        Key::HouseholdShowerHead,
        Some(Question::Shower),
        &["ordinary", "grade_3", "grade_2", "grade_1"],
    ),
    choice(
        Field::Toilet,
        "toilet",
        Key::HouseholdToilet,
        Some(Question::Toilet),
        &["dual", "single_9", "single_13", "squat", "grade_1"],
    ),
    number(
        Field::VisitsFull,
        "visits_full",
        Key::HouseholdVisitsFull,
        Some(Question::Toilet),
        Unit::One,
        (1.0, 0, 100),
        &[],
    ),
    number(
        Field::VisitsPart,
        "visits_part",
        Key::HouseholdVisitsPart,
        Some(Question::Toilet),
        Unit::One,
        (1.0, 0, 100),
        &[],
    ),
    number(
        Field::WashMinutes,
        "wash_minutes",
        Key::HouseholdWashMinutes,
        Some(Question::Washing),
        Unit::Minute,
        (0.5, 0, 480),
        &[1.0, 2.0, 3.0, 5.0, 10.0],
    ),
    choice(Field::Basin, "basin", Key::HouseholdBasin, Some(Question::Washing), &["open", "off"]),
    choice(
        Field::Tap,
        "tap",
        Key::HouseholdTap,
        Some(Question::Washing),
        &["grade_2", "old", "grade_3", "grade_1"],
    ),
    choice(
        Field::Dishes,
        "dishes",
        Key::HouseholdDishes,
        Some(Question::Kitchen),
        &["basin", "running", "machine"],
    ),
    number(
        Field::DishTimes,
        "dish_times",
        Key::HouseholdDishTimes,
        Some(Question::Kitchen),
        Unit::One,
        (0.5, 0, 60),
        &[],
    ),
    choice(
        Field::Washer,
        "washer",
        Key::HouseholdWasher,
        Some(Question::Laundry),
        &["drum", "impeller", "hand", "drum_1", "impeller_1"],
    ),
    number(
        Field::WasherKg,
        "washer_kg",
        Key::HouseholdWasherKg,
        Some(Question::Laundry),
        Unit::Kilogram,
        (0.5, 0, 100),
        &[],
    ),
    number(
        Field::WasherTimes,
        "washer_times",
        Key::HouseholdWasherTimes,
        Some(Question::Laundry),
        Unit::One,
        (0.25, 0, 280),
        &[],
    ),
    choice(Field::Fill, "fill", Key::HouseholdFill, Some(Question::Laundry), &["full", "half"]),
    choice(
        Field::Leak,
        "leak",
        Key::HouseholdLeak,
        Some(Question::Leak),
        &["none", "drip", "seep", "running"],
    ),
    number(
        Field::FloorTimes,
        "floor_times",
        Key::HouseholdFloorTimes,
        Some(Question::Cleaning),
        Unit::One,
        (1.0, 0, 70),
        &[],
    ),
    number(
        Field::PlantTimes,
        "plant_times",
        Key::HouseholdPlantTimes,
        Some(Question::Cleaning),
        Unit::One,
        (1.0, 0, 70),
        &[],
    ),
    number(
        Field::CarTimes,
        "car_times",
        Key::HouseholdCarTimes,
        Some(Question::Cleaning),
        Unit::One,
        (1.0, 0, 62),
        &[],
    ),
    choice(
        Field::Region,
        "mean",
        Key::HouseholdRegion,
        None,
        &["national", "south", "middle", "northwest", "northeast", "north"],
    ),
    choice(Field::Tariff, "tariff", Key::HouseholdTariff, None, &["beijing", "wuxi", "own"]),
    number(
        Field::OwnPrice,
        "own_price",
        Key::HouseholdOwnPrice,
        None,
        Unit::YuanPerCubicMetre,
        (0.01, 0, 10_000),
        &[],
    ),
    number(
        Field::BillVolume,
        "bill_volume",
        Key::HouseholdBillVolume,
        None,
        Unit::CubicMetre,
        (0.1, 0, 60_000),
        &[],
    ),
    number(Field::BillDays, "bill_days", Key::HouseholdBillDays, None, Unit::Day, (1.0, 1, 366), &[]),
    number(Field::Rice, "rice", Key::HouseholdRice, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Wheat, "wheat", Key::HouseholdWheat, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Pork, "pork", Key::HouseholdPork, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Beef, "beef", Key::HouseholdBeef, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Sheep, "sheep", Key::HouseholdSheep, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Chicken, "chicken", Key::HouseholdChicken, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Egg, "egg", Key::HouseholdEgg, None, Unit::Kilogram, (0.1, 0, 500), &[]),
    number(Field::Milk, "milk", Key::HouseholdMilk, None, Unit::Kilogram, (0.1, 0, 500), &[]),
];

impl Field {
    /// What is known of it.
    pub fn spec(self) -> &'static FieldSpec {
        &SPECS[self as usize]
    }
}
