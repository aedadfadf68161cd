//! What a thing comes to, described by a list: page, paper, tables for spreadsheets and programs walk the same one.

use std::fmt;

use super::Figure;
use crate::quantity::Unit;
use crate::text::Key;

/// One of the figures that a thing comes to, such as the net flow of a canal.
pub struct ResultSpec<F> {
    /// Its name for programs, which stays when the heading changes.
    pub name: &'static str,
    /// What people call it.
    pub heading: Key,
    /// The unit in which a column shows it.
    pub unit: Unit,
    /// Whether the page's table of such things has a column of it. Papers and programs are given every figure.
    pub is_column: bool,
    /// Whether programs find it under its name, for another figure of the thing may be of the same metric.
    pub is_apart: bool,
    /// The figure; none where it could not be computed.
    pub get: fn(&F) -> Option<&Figure>,
}

impl<F> ResultSpec<F> {
    /// A figure that the table of the page has a column of.
    pub const fn column(
        name: &'static str,
        heading: Key,
        unit: Unit,
        get: fn(&F) -> Option<&Figure>,
    ) -> ResultSpec<F> {
        ResultSpec { name, heading, unit, is_column: true, is_apart: false, get }
    }

    /// A figure beside the table.
    pub const fn beside(
        name: &'static str,
        heading: Key,
        unit: Unit,
        get: fn(&F) -> Option<&Figure>,
    ) -> ResultSpec<F> {
        ResultSpec { name, heading, unit, is_column: false, is_apart: false, get }
    }

    /// A figure that programs find under its name.
    pub const fn apart(spec: ResultSpec<F>) -> ResultSpec<F> {
        ResultSpec { is_apart: true, ..spec }
    }
}

impl<F> fmt::Debug for ResultSpec<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

/// What comes to figures.
pub trait Results: Sized + 'static {
    /// Every figure, in the order in which they are told.
    const RESULTS: &'static [ResultSpec<Self>];

    /// The figures that there are, each with what it is.
    fn results(&self) -> impl Iterator<Item = (&'static ResultSpec<Self>, &Figure)> {
        Self::RESULTS.iter().filter_map(|spec| Some((spec, (spec.get)(self)?)))
    }
}

/// What a row of a table comes to.
pub trait RowResults: Results {
    /// The mark of the row, by which it finds its figures.
    fn key(&self) -> u32;
}
