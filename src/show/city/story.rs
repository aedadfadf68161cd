//! The story: its screens in their order, and what it lacks.

use super::screens::Screen;
use super::year::City;
use crate::text::Key;

impl City<'_> {
    /// The screens that can be told, in their order.
    pub(super) fn screens(&self) -> Vec<Screen> {
        self.told().into_iter().filter_map(|(_, screen)| screen).collect()
    }

    /// What the ledger lacks of a whole story.
    pub(super) fn missing(&self) -> Vec<String> {
        self.told()
            .into_iter()
            .filter(|(_, screen)| screen.is_none())
            .map(|(name, _)| self.say(name))
            .collect()
    }

    /// Every screen by what it is about.
    fn told(&self) -> [(Key, Option<Screen>); 8] {
        [
            (Key::CityCoefficient, self.coefficient()),
            (Key::CityReuse, self.reuse()),
            (Key::CityUnits, self.units()),
            (Key::ResultRegionUse, self.total()),
            (Key::CityUsesDrawn, self.uses()),
            (Key::CitySourcesDrawn, self.sources()),
            (Key::CityEconomyTitle, self.economy()),
            (Key::ChartCompositionTitle, self.trend()),
        ]
    }
}
