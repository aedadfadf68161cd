//! What a metric says of itself: everything about it that is not the formula.

use crate::numeric::significant;
use crate::quantity::Unit;
use crate::text::{Key, Words, grouped, number};

/// What a metric is called, what it yields and where it comes from.
pub struct MetricInfo {
    /// Stable name for programs, such as `irrigation.water_per_mu`.
    pub id: &'static str,
    /// The term of the field.
    pub name: Words,
    /// What comes out.
    pub output: Output,
    /// Pairs of inputs of which one may not exceed the other.
    pub upper_bounds: &'static [UpperBound],
    /// Where the formula stands.
    pub source: Citation,
}

/// The result of a metric.
pub struct Output {
    /// The symbol of the standard.
    pub symbol: &'static str,
    /// What it is measured in.
    pub measure: Measure,
    /// How many digits are shown.
    pub digits: Digits,
    /// Published values lie here; outside is a hint to look again, never an error.
    pub plausible: Option<(f64, f64)>,
}

/// How many digits of a result are shown. Rounding is for the eye only; nothing is computed with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// So many decimals, for figures whose size is known: a coefficient has four.
    Decimals(usize),
    /// So many significant digits, for figures in whatever unit was typed.
    Significant(u32),
    /// As fine as the finest of its parts, for sums, which may stand below them; so many significant digits where they are not known.
    OfParts(u32),
}

impl Digits {
    /// The number as people read it.
    pub fn show(self, value: f64) -> String {
        match self {
            Digits::Decimals(decimals) => number(value, decimals),
            Digits::Significant(digits) | Digits::OfParts(digits) => grouped(significant(value, digits)),
        }
    }

    /// The same of a number whose parts are shown so; none of one that measures something else.
    pub(super) fn show_with_parts(self, value: f64, parts: impl Iterator<Item = Option<String>>) -> String {
        /// What is finer says nothing to the eye.
        const MOST: usize = 6;
        let Digits::OfParts(_) = self else { return self.show(value) };
        let decimals = |shown: Option<String>| {
            Some(shown?.split_once('.').map_or(0, |(_, fraction)| fraction.len().min(MOST)))
        };
        let finest = parts.map(decimals).try_fold(0, |most, decimals| Some(most.max(decimals?)));
        let shown = finest.map_or_else(|| self.show(value), |finest| number(value, finest));
        // A whole number needs no zeros behind the point.
        let whole = shown.split_once('.').filter(|(_, fraction)| fraction.bytes().all(|digit| digit == b'0'));
        whole.map(|(whole, _)| whole.to_string()).unwrap_or(shown)
    }
}

/// The unit of an input or result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Always this unit.
    In(Unit),
    /// Any unit, the same for every shared number of the metric; a shared result comes out in it.
    Shared,
    /// The unit of the shared inputs, by the year.
    SharedPerYear,
}

/// `lesser` may not exceed `greater`.
pub struct UpperBound {
    /// Key of the input that is at most the other.
    pub lesser: &'static str,
    /// Key of the input that is at least the other.
    pub greater: &'static str,
    /// Stable name of the fault.
    pub code: &'static str,
    /// What to say when it is broken.
    pub says: Key,
}

/// What one number of the input must be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// Its unit.
    pub measure: Measure,
    /// Its valid range.
    pub range: Range,
    /// The value taken when it is not given; without one it must be given.
    pub default: Option<f64>,
    /// What its values 0, 1, 2 … are called by programs, where it is a choice and no number.
    pub names: &'static [&'static str],
}

/// A valid range; an open end excludes its number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lower end and whether the number itself is allowed.
    pub low: Option<(f64, bool)>,
    /// Upper end and whether the number itself is allowed.
    pub high: Option<(f64, bool)>,
}

/// An input in a fixed unit.
pub const fn in_unit(unit: Unit) -> Spec {
    Spec { measure: Measure::In(unit), range: Range { low: None, high: None }, default: None, names: &[] }
}

/// An input in any unit, as long as all shared inputs have the same.
pub const fn shared() -> Spec {
    Spec { measure: Measure::Shared, range: Range { low: None, high: None }, default: None, names: &[] }
}

impl Spec {
    /// A choice, by the names of its values 0, 1, 2 …
    pub const fn named(mut self, names: &'static [&'static str]) -> Spec {
        self.names = names;
        self
    }

    /// `limit` or more.
    pub const fn at_least(mut self, limit: f64) -> Spec {
        self.range.low = Some((limit, true));
        self
    }

    /// More than `limit`.
    pub const fn above(mut self, limit: f64) -> Spec {
        self.range.low = Some((limit, false));
        self
    }

    /// `limit` or less.
    pub const fn at_most(mut self, limit: f64) -> Spec {
        self.range.high = Some((limit, true));
        self
    }

    /// Less than `limit`.
    pub const fn below(mut self, limit: f64) -> Spec {
        self.range.high = Some((limit, false));
        self
    }

    /// The value when none is given.
    pub const fn or(mut self, value: f64) -> Spec {
        self.default = Some(value);
        self
    }
}

/// Where a formula or a number stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Citation {
    /// The document.
    pub document: Words,
    /// Clause, table or page within it; empty when not known.
    pub clause: &'static str,
    /// Where a copy of it was read, an address or a repository; empty where the document itself was at hand.
    pub copy: &'static str,
    /// Edition or date; empty when not known.
    pub edition: &'static str,
    /// How far it has been confirmed.
    pub status: Status,
}

impl Citation {
    /// What is defined by itself and needs no document.
    pub const BY_DEFINITION: Citation = Citation {
        document: Words::new("按定义计算", "By definition"),
        clause: "",
        copy: "",
        edition: "",
        status: Status::Verified,
    };

    /// The same, read in a copy.
    pub const fn read_at(mut self, copy: &'static str) -> Citation {
        self.copy = copy;
        self
    }

    /// Document, edition and clause in one line of a language. A copy is not cited: what is printed or handed in names the
    /// document alone.
    pub fn line(&self, language: crate::text::Language) -> String {
        [self.document.get(language), self.edition, self.clause]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// How far a statement has been confirmed. A status is never raised without its source in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Status {
    /// Read in the named source.
    #[serde(rename = "verified")]
    Verified,
    /// Read in a text that quotes the source.
    #[serde(rename = "verified (secondary)")]
    VerifiedSecondary,
    /// Computed from verified numbers.
    #[serde(rename = "derived")]
    Derived,
    /// Standard practice, the clause still to be confirmed.
    #[serde(rename = "unverified (textbook)")]
    UnverifiedTextbook,
    /// Read in a text that quotes a text that quotes the source.
    #[serde(rename = "unverified (quoted second-hand)")]
    UnverifiedQuoted,
    /// A placeholder.
    #[serde(rename = "unverified (weak)")]
    UnverifiedWeak,
}

impl Status {
    /// Every status, the best confirmed first.
    pub const ALL: [Status; 6] = [
        Status::Verified,
        Status::VerifiedSecondary,
        Status::Derived,
        Status::UnverifiedTextbook,
        Status::UnverifiedQuoted,
        Status::UnverifiedWeak,
    ];

    /// What it means to a reader.
    pub fn name(self) -> Key {
        match self {
            Status::Verified => Key::StatusVerified,
            Status::VerifiedSecondary => Key::StatusSecondary,
            Status::Derived => Key::StatusDerived,
            Status::UnverifiedTextbook => Key::StatusTextbook,
            Status::UnverifiedQuoted => Key::StatusQuoted,
            Status::UnverifiedWeak => Key::StatusWeak,
        }
    }

    /// The status as data files and programs write it.
    pub fn code(self) -> &'static str {
        match self {
            Status::Verified => "verified",
            Status::VerifiedSecondary => "verified (secondary)",
            Status::Derived => "derived",
            Status::UnverifiedTextbook => "unverified (textbook)",
            Status::UnverifiedQuoted => "unverified (quoted second-hand)",
            Status::UnverifiedWeak => "unverified (weak)",
        }
    }

    /// Whether it needs no 待核实 mark.
    pub fn is_verified(self) -> bool {
        matches!(self, Status::Verified | Status::VerifiedSecondary)
    }
}
