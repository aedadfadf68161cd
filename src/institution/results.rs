//! What an institution's year comes to, as a list of figures. What rubrics may ask for stands in [`InstitutionFigures::offers`].

use super::InstitutionFigures;
use crate::metric::{ResultSpec as Spec, Results};
use crate::quantity::Unit;
use crate::text::Key;

impl Results for InstitutionFigures {
    const RESULTS: &'static [Spec<Self>] = &[
        Spec::apart(Spec::beside("people", Key::PeopleTitle, Unit::Person, |institution| {
            institution.people.as_ref()
        })),
        Spec::beside("standard_people", Key::ResultStandardPeople, Unit::Person, |institution| {
            institution.standard_people.as_ref()
        }),
        Spec::apart(Spec::beside(
            "night_leak_of_all",
            Key::ResultNightLeak,
            Unit::CubicMetrePerHour,
            |institution| institution.night_leak.as_ref(),
        )),
        Spec::apart(Spec::beside(
            "network_leak_by_night",
            Key::ResultLeakByNight,
            Unit::Percent,
            |institution| institution.leak_by_night.as_ref()?.figure.as_ref()?.as_ref().ok(),
        )),
    ];
}
