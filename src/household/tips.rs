//! 节水办法, what could be done: each is a change of the answers, so that what it saves is the difference of two evaluations.

use super::{Answers, Field};
use crate::text::Key;

/// Something that saves water.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tip {
    /// A shower one minute shorter.
    ShorterShower,
    /// A shower head of grade 1.
    ShowerHead,
    /// The tap off while soaping and brushing.
    TapOff,
    /// Taps of grade 1.
    Taps,
    /// A toilet of grade 1.
    Toilet,
    /// Dishes in a basin.
    DishBasin,
    /// Full loads.
    FullLoads,
    /// The leak mended.
    Mend,
    /// A washing machine of grade 1.
    Washer,
}

impl Tip {
    /// Every one of them.
    pub const ALL: [Tip; 9] = [
        Tip::ShorterShower,
        Tip::ShowerHead,
        Tip::TapOff,
        Tip::Taps,
        Tip::Toilet,
        Tip::DishBasin,
        Tip::FullLoads,
        Tip::Mend,
        Tip::Washer,
    ];

    /// Those that change what is installed and leave habits alone: what makes a home an efficient one.
    pub const FIXTURES: [Tip; 5] = [Tip::ShowerHead, Tip::Taps, Tip::Toilet, Tip::Mend, Tip::Washer];

    /// What is to be done.
    pub fn name(self) -> Key {
        match self {
            Tip::ShorterShower => Key::HouseholdTipShower,
            Tip::ShowerHead => Key::HouseholdTipHead,
            Tip::TapOff => Key::HouseholdTipTapOff,
            Tip::Taps => Key::HouseholdTipTaps,
            Tip::Toilet => Key::HouseholdTipToilet,
            Tip::DishBasin => Key::HouseholdTipBasin,
            Tip::FullLoads => Key::HouseholdTipLoads,
            Tip::Mend => Key::HouseholdTipMend,
            Tip::Washer => Key::HouseholdTipWasher,
        }
    }

    /// The answers as they would be with it. Numbers that were not answered are those that `known` gives.
    pub fn applied(self, answers: &Answers, known: &dyn Fn(Field) -> f64) -> Answers {
        let set =
            |field: Field, value: f64| answers.with(field, Some(value)).unwrap_or_else(|_| answers.clone());
        match self {
            Tip::ShorterShower => set(Field::ShowerMinutes, known(Field::ShowerMinutes) - 1.0),
            Tip::ShowerHead => answers.choosing(Field::ShowerHead, "grade_1"),
            Tip::TapOff => answers.choosing(Field::Basin, "off"),
            Tip::Taps => answers.choosing(Field::Tap, "grade_1"),
            Tip::Toilet => answers.choosing(Field::Toilet, "grade_1"),
            Tip::DishBasin if answers.choice(Field::Dishes) == "running" => {
                answers.choosing(Field::Dishes, "basin")
            }
            Tip::FullLoads if answers.choice(Field::Fill) == "half" => {
                set(Field::WasherTimes, known(Field::WasherTimes) / 2.0).choosing(Field::Fill, "full")
            }
            Tip::DishBasin | Tip::FullLoads => answers.clone(),
            Tip::Mend => answers.choosing(Field::Leak, "none"),
            Tip::Washer => match answers.choice(Field::Washer) {
                "drum" => answers.choosing(Field::Washer, "drum_1"),
                "impeller" => answers.choosing(Field::Washer, "impeller_1"),
                _ => answers.clone(),
            },
        }
    }
}
