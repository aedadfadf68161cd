//! Something that a measure can change, and what it is called.

use crate::ledger::{ANSWERS, ColumnSpec, PREREQUISITES, Place};
use crate::quantity::{Quantity, Unit};
use crate::rubric::Wording;
use crate::text::Language;

/// What stands between the name of a row and that of a column.
const BETWEEN: &str = " · ";
/// What stands between the names of something and of what is within it.
pub(super) const WITHIN: &str = " / ";

/// Something typed that a measure can change, or something that a rubric asks, answered or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where it stands.
    pub place: Place,
    /// Its column.
    pub column: &'static ColumnSpec,
    /// What else people call that.
    pub called: &'static [&'static str],
    /// What its row is called; nothing where it is an entry of the sheet. Of what a rubric asks its name there.
    pub row: String,
    /// How what a rubric asks is called for people.
    pub title: Option<Wording>,
    /// The unit that its number has, where none was typed.
    pub unit: Unit,
    /// The number that holds while none is typed.
    pub while_blank: Option<(Quantity, f64)>,
}

impl Target {
    /// How it is called in a language: `冷却塔 · 自来水`; an entry of the sheet by its name alone, what a rubric asks as the rubric says it:
    /// `t2 器具漏损率 · 自查`.
    pub fn name(&self, language: Language) -> String {
        let column = self.column.heading.say(language);
        let row = self.title.as_ref().map_or(self.row.as_str(), |title| title.get(language));
        if row.is_empty() { column.to_string() } else { [row, column].join(BETWEEN) }
    }

    /// Whether what becomes of it is an answer to a rubric, not a number.
    pub(super) fn is_answer(&self) -> bool {
        let table = self.place.table.spec;
        table == &ANSWERS || table == &PREREQUISITES
    }

    /// Whether a text means it, in whatever language the column is called.
    pub(super) fn is_called(&self, text: &str) -> bool {
        // What a rubric asks has a name of its own, which may hold a stroke.
        let is_name = |language: Language| text.trim() == self.name(language);
        if self.title.is_some() && (text.trim() == self.row || Language::ALL.into_iter().any(is_name)) {
            return true;
        }
        // What was typed by hand may have other blanks, or a stop where the point is.
        let (row, column) = match text.rsplit_once(['·', '/', '|']) {
            Some((row, column)) => (row, column.trim()),
            None => ("", text.trim()),
        };
        let is_column = |language: Language| column == self.column.heading.say(language);
        let plain = |name: &str| name.replace("->", "→").split_whitespace().collect::<String>();
        plain(row) == plain(&self.row)
            && (column == self.column.name
                || self.called.contains(&column)
                || Language::ALL.into_iter().any(is_column))
    }
}
