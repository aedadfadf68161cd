//! What a unit's year comes to, as a list of figures. What rubrics may ask for stands in [`UnitFigures::offers`].

use super::UnitFigures;
use crate::metric::{ResultSpec as Spec, Results};
use crate::quantity::Unit;
use crate::text::Key;

impl Results for UnitFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("people", Key::PeopleTitle, Unit::Person, |unit| unit.people.as_ref())),
        Spec::beside("standard_people", Key::ResultStandardPeople, Unit::Person, |unit| {
            unit.standard_people.as_ref()
        }),
        Spec::apart(Spec::beside(
            "night_leak_of_all",
            Key::ResultNightLeak,
            Unit::CubicMetrePerHour,
            |unit| unit.night_leak.as_ref(),
        )),
    ];
}
