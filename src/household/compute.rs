//! 算一个家, a home as figures: each use by person and day, and what they come to.

use super::uses::*;
use crate::metric::{Citation, Fault, Figure};
use crate::quantity::{Quantity, Unit};
use crate::text::Words;

/// How dishes are washed.
#[derive(Clone)]
pub enum Dishes {
    /// So much water each time.
    Filled(Figure),
    /// So many minutes of the kitchen tap each time.
    Running(Figure),
}

/// What a home is worked out from; each number says whether it was answered or taken from the catalogue.
#[derive(Clone)]
pub struct HomeInputs {
    /// How many live there.
    pub people: Figure,
    /// Showers: how many a week, how long, what the head lets through.
    pub shower: OpenedWater<Figure>,
    /// The toilet.
    pub flushes: Flushes<Figure>,
    /// Teeth, hands and face, of a day.
    pub washing: OpenedWater<Figure>,
    /// How dishes are washed.
    pub dishes: Dishes,
    /// How often a day.
    pub dish_times: Figure,
    /// What cooking and drinking take, by person and day.
    pub drinking: Figure,
    /// Laundry of a week.
    pub laundry: Loads<Figure>,
    /// What leaks, where something does.
    pub leak: Option<Figure>,
    /// What cleaning takes: water each time, how often, in how many days.
    pub cleaning: Vec<(Figure, Figure, f64)>,
}

/// A home as figures.
#[derive(Clone, PartialEq)]
pub struct Home {
    /// Each use by person and day, in the order of [`super::USES`].
    pub uses: Vec<Figure>,
    /// All of them together.
    pub total: Figure,
    /// How many live there.
    pub people: Figure,
}

/// The figures of a home.
///
/// # Errors
/// The first number that a formula refuses.
pub fn compute(inputs: &HomeInputs) -> Result<Home, Fault> {
    let HomeInputs {
        people,
        shower,
        flushes,
        washing,
        dishes,
        dish_times,
        drinking,
        laundry,
        leak,
        cleaning,
    } = inputs;
    let by_person = |litres: Figure, days: f64| person_day(litres, given(1.0, Unit::Person), days);
    let by_home = |litres: Figure, days: f64| person_day(litres, people.clone(), days);
    let times = |litres: &Figure, times: &Figure| {
        Figure::computed(&VolumeUse, Uses { litres: litres.clone(), times: times.clone() })
    };
    let dishes = match dishes {
        Dishes::Filled(litres) => times(litres, dish_times)?,
        Dishes::Running(minutes) => {
            let flow_l_min = washing.flow_l_min.clone();
            Figure::computed(
                &FlowUse,
                RunningWater { minutes: minutes.clone(), flow_l_min, times: dish_times.clone() },
            )?
        }
    };
    let leaked = match leak {
        Some(flow) => Figure::computed(&LeakDay, LeakFlow { flow_l_min: flow.clone() })?,
        None => given(0.0, Unit::Litre),
    };
    let mut cleaned = Vec::new();
    for (litres, often, days) in cleaning {
        cleaned.push(by_home(times(litres, often)?, *days)?);
    }
    let sum = |uses: Vec<Figure>| Figure::computed(&DirectUse, UsesOfHome { uses });
    let uses = vec![
        by_person(Figure::computed(&OpenedUse, shower.clone())?, 7.0)?,
        Figure::computed(&FlushDay, flushes.clone())?,
        by_person(Figure::computed(&OpenedUse, washing.clone())?, 1.0)?,
        sum(vec![by_home(dishes, 1.0)?, drinking.clone()])?,
        by_home(Figure::computed(&LaundryUse, laundry.clone())?, 7.0)?,
        by_home(leaked, 1.0)?,
        sum(cleaned)?,
    ];
    let total = sum(uses.clone())?;
    Ok(Home { uses, total, people: people.clone() })
}

impl Home {
    /// Some of the uses together; none where there are none of them.
    pub fn together(&self, counts: impl Fn(usize) -> bool) -> Option<Figure> {
        let uses: Vec<Figure> = self
            .uses
            .iter()
            .enumerate()
            .filter(|(place, _)| counts(*place))
            .map(|(_, one)| one.clone())
            .collect();
        if uses.is_empty() { None } else { Figure::computed(&DirectUse, UsesOfHome { uses }).ok() }
    }

    /// What the home takes in so many days.
    ///
    /// # Errors
    /// What the formula refuses.
    pub fn volume(&self, days: f64) -> Result<Figure, Fault> {
        let per_person_day = self.total.clone();
        Figure::computed(
            &HomeVolume,
            PeopleOfHome { per_person_day, people: self.people.clone(), days: given(days, Unit::Day) },
        )
    }
}

fn person_day(litres: Figure, people: Figure, days: f64) -> Result<Figure, Fault> {
    Figure::computed(&PersonDay, SharedWater { litres, people, days: given(days, Unit::Day) })
}

/// A number that needs no source, such as the days of a week.
pub fn given(value: f64, unit: Unit) -> Figure {
    Figure::reference(
        Quantity::new(value, unit),
        Words::new("按定义", "by definition"),
        Citation::BY_DEFINITION,
    )
}
