//! What a chart says in its title: the change over its years, what it comes to beside a limit. A figure that lacks something
//! or can hardly be says nothing, nor does a comparison of which a side is still to be verified. That the clause of a formula is to
//! be confirmed is told once a page, and takes nothing from the change of what that formula came to each year.

use crate::metric::{Figure, Flag};
use crate::quantity::{Unit, read_number};
use crate::text::{Key, Language, Message, number};

/// Whether a title may tell of the figure beside others of its kind: it is whole and plausible.
pub(super) fn is_sound(figure: &Figure) -> bool {
    !figure.flags().iter().any(|flag| matches!(flag, Flag::Incomplete | Flag::Implausible))
}

/// Whether a title may hold the figure to a limit: it is verified as well.
pub(super) fn is_verified(figure: &Figure) -> bool {
    is_sound(figure) && !figure.flags().contains(&Flag::Unverified)
}

/// How far one number lies above another, both as they are written, so that a reader finds the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The difference; its sign is that of the change.
    pub by: f64,
    /// The difference as written, without its sign.
    pub shown: String,
}

impl Change {
    /// From one written number to another; none where one of them is no number.
    pub(super) fn between(from: &str, to: &str) -> Option<Change> {
        let [from, to] = [from, to].map(|text| text.trim_end_matches('*'));
        let decimals = |text: &str| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let decimals = decimals(from).max(decimals(to));
        let read = |text: &str| read_number(text).ok().flatten();
        let by = read(to)? - read(from)?;
        let shown = number(by.abs(), decimals);
        let is_nothing = shown.chars().all(|letter| matches!(letter, '0' | '.'));
        Some(Change { by: if is_nothing { 0.0 } else { by }, shown })
    }

    /// Between two figures that may stand in a title.
    pub(super) fn of(from: &Figure, to: &Figure) -> Option<Change> {
        let is_told = is_sound(from) && is_sound(to) && from.quantity().unit == to.quantity().unit;
        Change::between(&from.shown(), &to.shown()).filter(|_| is_told)
    }

    /// The change with its unit, as it stands in a sentence: of shares in percentage points.
    pub(super) fn amount(&self, unit: Unit, language: Language) -> Message {
        self.in_unit(unit.symbol(language))
    }

    /// The same with a unit that is known by its symbol alone.
    pub(super) fn in_unit(&self, symbol: &str) -> Message {
        let key = match symbol {
            "%" => Key::FindingPoints,
            _ => Key::FindingAmount,
        };
        Message::new(key).with("by", self.shown.clone()).with("unit", symbol)
    }
}

/// The change from the year before, else since the first year, of figures in their order.
pub(super) fn change_over(years: &[(i32, &Figure)], language: Language) -> Option<Message> {
    let (last_year, last) = years.last()?;
    let (before_year, before) = years[..years.len() - 1].last()?;
    let is_year_before = before_year + 1 == *last_year;
    let (from_year, from) =
        if is_year_before { (before_year, before) } else { years.first().map(|one| (&one.0, &one.1))? };
    let change = Change::of(from, last)?;
    let key = match (change.by.total_cmp(&0.0), is_year_before) {
        _ if change.by == 0.0 => Key::FindingLevel,
        (std::cmp::Ordering::Greater, true) => Key::FindingRiseOnYear,
        (_, true) => Key::FindingFallOnYear,
        (std::cmp::Ordering::Greater, false) => Key::FindingRise,
        (_, false) => Key::FindingFall,
    };
    let amount = change.amount(last.quantity().unit, language);
    Some(Message::new(key).with("first", from_year.to_string()).with_clause("by", amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_the_difference_of_what_is_written() {
        let change =
            |from: &str, to: &str| Change::between(from, to).map(|change| (change.by > 0.0, change.shown));
        assert_eq!(change("0.5609", "0.5900"), Some((true, "0.0291".to_string())));
        assert_eq!(change("1,204.5", "1,203"), Some((false, "1.5".to_string())));
        assert_eq!(change("97*", "88.02"), Some((false, "8.98".to_string())));
        assert_eq!(Change::between("3.10", "3.1").map(|change| change.by), Some(0.0));
        assert_eq!(change("–", "1"), None);
    }

    #[test]
    fn shares_change_by_points_and_amounts_by_their_unit() {
        let change = Change { by: 1.2, shown: "1.2".to_string() };
        assert_eq!(change.in_unit("%").say(Language::Chinese), "1.2 个百分点");
        assert_eq!(change.in_unit("m³/t").say(Language::English), "1.2 m³/t");
    }
}
