//! What a column of the document is, as data: what it is called, what belongs into it, which numbers it may hold.

use std::hash::{Hash, Hasher};
use std::ptr;

use crate::quantity::Unit;
use crate::text::{Choice, Key};

/// A column that is typed into. An entry beside the tables of a sheet or row is such a column with a single cell.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Its name in the saved document, in the page and in links; no other column of the table has it.
    pub name: &'static str,
    /// Its heading.
    pub heading: Key,
    /// What it means in a sentence, where its word is not an everyday one.
    pub help: Option<Key>,
    /// What belongs into it.
    pub kind: ColumnKind,
    /// Which numbers it may hold.
    pub limits: Limits,
    /// What is usually typed into it, where that is known.
    pub usual: Option<Usual>,
    /// The names of the metric inputs that it feeds.
    pub feeds: &'static [&'static str],
    /// The rows that it names, where it holds names of others.
    pub names: Option<NamesOf>,
    /// Whether it is taken over into the next sheet: what is built stays, what is measured does not.
    pub is_carried: bool,
    /// Whether it says what the row is of: rows that a rubric asks for are found by it.
    pub is_key: bool,
    /// Whether it stands beside the tables of its row and not under a heading of the table.
    pub is_entry: bool,
    /// Whether its numbers are parts of one amount, so that their sum stands under them.
    pub is_summed: bool,
    /// Whether it says whose the numbers are, or holds a note: nothing is computed from it, and it can be left out of a link.
    pub is_private: bool,
}

/// What belongs into a column.
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// Free text.
    Text,
    /// A number; a bare one counts the unit.
    Number(Unit),
    /// One of a list.
    Choice(fn() -> Vec<Choice>),
}

/// Which numbers a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limits {
    /// Any number.
    Any,
    /// Above zero.
    Positive,
    /// Zero or above.
    NotNegative,
    /// Water or money: zero or above, and not beyond all measure, so that one slip of a finger leaves no sum without a number.
    Amount,
    /// From zero to one.
    Share,
    /// Between two numbers, both allowed.
    Within {
        /// The lowest.
        low: f64,
        /// The highest.
        high: f64,
    },
}

/// What is usually typed into a column: wide enough for all that was published, so that what lies outside is worth a look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// By what a number is multiplied that was typed in another unit by mistake, the likeliest first.
    pub slips: &'static [f64],
}

impl Usual {
    /// Whether a number is usual.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The number that was likely meant by an unusual one.
    pub fn meant(&self, value: f64) -> Option<f64> {
        self.slips.iter().map(|slip| value * slip).find(|meant| self.holds(*meant))
    }
}

/// The rows that the names in a column stand for.
#[derive(Clone, Copy, Debug)]
pub struct NamesOf {
    /// What a row of the tables is called that stand beside the column's own; a row's name is its first cell.
    pub tables: &'static [&'static str],
    /// Whether a cell may hold several names.
    pub is_list: bool,
}

/// What a line of a list of columns says: the column, and what else people call it, which matching alone needs.
#[derive(Debug)]
pub struct Described {
    /// The column.
    pub spec: ColumnSpec,
    /// What else people call it in the headings of their own tables, in any language.
    pub called: &'static [&'static str],
}

impl Described {
    const fn new(name: &'static str, heading: Key, kind: ColumnKind) -> Described {
        let spec = ColumnSpec {
            name,
            heading,
            help: None,
            kind,
            limits: Limits::Any,
            usual: None,
            feeds: &[],
            names: None,
            is_private: false,
            is_carried: false,
            is_key: false,
            is_entry: false,
            is_summed: false,
        };
        Described { spec, called: &[] }
    }

    /// A column of free text.
    pub const fn text(name: &'static str, heading: Key) -> Described {
        Described::new(name, heading, ColumnKind::Text)
    }

    /// A column of numbers in a unit.
    pub const fn number(name: &'static str, heading: Key, unit: Unit) -> Described {
        Described::new(name, heading, ColumnKind::Number(unit))
    }

    /// A column in which one of a list is chosen.
    pub const fn choice(name: &'static str, heading: Key, choices: fn() -> Vec<Choice>) -> Described {
        Described::new(name, heading, ColumnKind::Choice(choices))
    }

    /// The same column, which people also call so.
    pub const fn called(mut self, names: &'static [&'static str]) -> Described {
        self.called = names;
        self
    }

    /// The same column, explained in a sentence.
    pub const fn explained(mut self, help: Key) -> Described {
        self.spec.help = Some(help);
        self
    }

    /// The same column, holding numbers above zero.
    pub const fn positive(mut self) -> Described {
        self.spec.limits = Limits::Positive;
        self
    }

    /// The same column, holding zero or numbers above it.
    pub const fn not_negative(mut self) -> Described {
        self.spec.limits = Limits::NotNegative;
        self
    }

    /// The same column, holding amounts of water or money.
    pub const fn amount(mut self) -> Described {
        self.spec.limits = Limits::Amount;
        self
    }

    /// The same column, holding shares from zero to one.
    pub const fn share(mut self) -> Described {
        self.spec.limits = Limits::Share;
        self
    }

    /// The same column, holding numbers from `low` to `high`.
    pub const fn within(mut self, low: f64, high: f64) -> Described {
        self.spec.limits = Limits::Within { low, high };
        self
    }

    /// The same column, usually holding numbers from `low` to `high`, and what is multiplied where a slip of unit is likely.
    pub const fn usual(mut self, low: f64, high: f64, slips: &'static [f64]) -> Described {
        self.spec.usual = Some(Usual { low, high, slips });
        self
    }

    /// The same column, feeding the metric inputs of these names.
    pub const fn feeds(mut self, inputs: &'static [&'static str]) -> Described {
        self.spec.feeds = inputs;
        self
    }

    /// The same column, holding names of rows in these tables.
    pub const fn naming(mut self, tables: &'static [&'static str]) -> Described {
        self.spec.names = Some(NamesOf { tables, is_list: false });
        self
    }

    /// The same column, holding names of rows in these tables, several in a cell.
    pub const fn naming_several(mut self, tables: &'static [&'static str]) -> Described {
        self.spec.names = Some(NamesOf { tables, is_list: true });
        self
    }

    /// The same column, taken over into the next sheet.
    pub const fn carried(mut self) -> Described {
        self.spec.is_carried = true;
        self
    }

    /// The same column, saying whose the numbers are, or holding a note.
    pub const fn private(mut self) -> Described {
        self.spec.is_private = true;
        self
    }

    /// The same column, saying what the row is of.
    pub const fn key(mut self) -> Described {
        self.spec.is_key = true;
        self.spec.is_carried = true;
        self
    }

    /// The same column, standing beside the tables of its row.
    pub const fn entry(mut self) -> Described {
        self.spec.is_entry = true;
        self
    }

    /// The same column, with the sum of its numbers under them.
    pub const fn summed(mut self) -> Described {
        self.spec.is_summed = true;
        self
    }
}

impl ColumnSpec {
    /// The unit of a bare number; `None` for text and choices.
    pub fn unit(&self) -> Option<Unit> {
        match self.kind {
            ColumnKind::Number(unit) => Some(unit),
            _ => None,
        }
    }
}

/// A column is known by where it is described.
impl PartialEq for ColumnSpec {
    fn eq(&self, other: &ColumnSpec) -> bool {
        ptr::eq(self, other)
    }
}

impl Eq for ColumnSpec {}

impl Hash for ColumnSpec {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

/// Columns as names in code, by which a row is read: `row[CanalColumn::Length]`.
pub trait Column: Copy + 'static {
    /// All of them, in the order of their table.
    const COLUMNS: &'static [ColumnSpec];

    /// What else people call each of them.
    const CALLED: &'static [&'static [&'static str]];

    /// Its place in the list, counted from 0.
    fn index(self) -> usize;

    /// What is said of it.
    fn spec(self) -> &'static ColumnSpec {
        &Self::COLUMNS[self.index()]
    }
}

/// Names the columns of a table: a name in code, and how the column is described.
macro_rules! columns {
    ($(#[$doc:meta])* $columns:ident {
        $($column:ident: $make:ident($($given:expr),*)$(.$more:ident($($what:expr),*))*,)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the heading is the documentation")]
        pub enum $columns { $($column,)* }

        impl $columns {
            /// Every one, in the order of the table.
            pub const ALL: &'static [$columns] = &[$($columns::$column,)*];
        }

        impl $crate::ledger::Column for $columns {
            const COLUMNS: &'static [$crate::ledger::ColumnSpec] = {
                static SPECS: [$crate::ledger::ColumnSpec; $columns::ALL.len()] =
                    [$($crate::ledger::Described::$make($($given),*)$(.$more($($what),*))*.spec,)*];
                &SPECS
            };
            const CALLED: &'static [&'static [&'static str]] =
                &[$($crate::ledger::Described::$make($($given),*)$(.$more($($what),*))*.called,)*];

            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use columns;
