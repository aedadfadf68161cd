//! Named inputs that can hold plain numbers, terms or figures.

use super::{Measure, Spec};
use crate::text::Words;

/// One input of a metric.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// The field's name, which is also the key of the command line.
    pub key: &'static str,
    /// The symbol of the standard.
    pub symbol: &'static str,
    /// The term of the field.
    pub name: Words,
    /// One number, a list of numbers, or a list of rows.
    pub shape: Shape,
}

/// How many numbers an input is.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One number.
    Number(Spec),
    /// One number that may be left out.
    Optional(Spec),
    /// A list of numbers.
    List(Spec),
    /// A list of rows, each with these numbers.
    Rows(&'static [Input]),
}

impl Input {
    /// Whether its unit is the one all shared inputs have.
    pub fn is_shared(&self) -> bool {
        match self.shape {
            Shape::Number(spec) | Shape::Optional(spec) | Shape::List(spec) => {
                spec.measure == Measure::Shared
            }
            Shape::Rows(fields) => fields.iter().any(Input::is_shared),
        }
    }
}

/// Where a number stands among the inputs: `gross`, `levels[2]`, `parts[0].gross`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Path {
    /// The input.
    pub key: &'static str,
    /// Which item of a list, from 0.
    pub index: Option<usize>,
    /// Which number of a row.
    pub field: Option<&'static str>,
}

impl Path {
    /// The path of a whole input.
    pub const fn to(key: &'static str) -> Path {
        Path { key, index: None, field: None }
    }

    /// The path of an item of a list.
    pub const fn item(key: &'static str, index: usize) -> Path {
        Path { key, index: Some(index), field: None }
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        self.field.map_or(Ok(()), |field| write!(f, ".{field}"))
    }
}

/// What the number at a path must be.
pub(super) fn spec(inputs: &[Input], path: Path) -> Option<Spec> {
    let input = inputs.iter().find(|input| input.key == path.key)?;
    match (input.shape, path.field) {
        (Shape::Number(found) | Shape::Optional(found) | Shape::List(found), _) => Some(found),
        (Shape::Rows(fields), Some(field)) => self::spec(fields, Path::to(field)),
        (Shape::Rows(_), None) => None,
    }
}

/// The symbol of the number at a path: `W毛`, or `W₂` for the second item of a list.
pub(super) fn symbol(inputs: &[Input], path: Path) -> String {
    let Some(input) = inputs.iter().find(|input| input.key == path.key) else {
        return path.to_string();
    };
    let symbol = match (input.shape, path.field) {
        (Shape::Rows(fields), Some(field)) => {
            fields.iter().find(|f| f.key == field).map_or(field, |f| f.symbol)
        }
        _ => input.symbol,
    };
    match path.index {
        Some(index) => symbol.to_string() + &subscript(index + 1),
        None => symbol.to_string(),
    }
}

fn subscript(number: usize) -> String {
    number
        .to_string()
        .chars()
        .map(|digit| char::from_u32('₀' as u32 + digit as u32 - '0' as u32).unwrap_or(digit))
        .collect()
}

/// The numbers of an input set laid out in the order of its fields.
pub struct FlatInputs<N> {
    leaves: std::vec::IntoIter<(Path, N)>,
}

impl<N> FlatInputs<N> {
    /// Numbers in the order of the fields.
    pub fn new(leaves: Vec<(Path, N)>) -> FlatInputs<N> {
        FlatInputs { leaves: leaves.into_iter() }
    }

    /// The next number.
    pub fn one(&mut self) -> N {
        let (_, value) =
            self.leaves.next().expect("an input set is read from the numbers it was laid out into");
        value
    }

    /// The next number, when it is the one of the field `key`.
    pub fn optional(&mut self, key: &str) -> Option<N> {
        let (path, _) = self.leaves.as_slice().first()?;
        if path.field.unwrap_or(path.key) == key { Some(self.one()) } else { None }
    }

    /// Whether the next number is item `index` of the list `key`.
    pub fn continues(&self, key: &str, index: usize) -> bool {
        self.leaves.as_slice().first().is_some_and(|(path, _)| path.key == key && path.index == Some(index))
    }
}

/// A set of named inputs holding numbers of type `N`.
pub trait InputSet<N>: Sized {
    /// The fields in order.
    const INPUTS: &'static [Input];

    /// Lays every number out with its path, in the order of the fields.
    fn lay_out<'a>(&'a self, each: &mut dyn FnMut(Path, &'a N));

    /// Builds the set from numbers laid out in the same order.
    fn build(values: &mut FlatInputs<N>) -> Self;
}

/// Defines a set of named inputs.
///
/// A line is a field: how many numbers it is (`number`, `optional`, `list`, or `rows` of another set), its name, its
/// symbol, its Chinese and English terms, and what it must be.
///
/// ```text
/// inputs! {
///     /// Net and gross irrigation water of one area over one period.
///     pub struct NetAndGross {
///         number net "W净" "净灌溉用水量" "net irrigation water" = shared().at_least(0.0);
///         number gross "W毛" "毛灌溉用水量" "gross irrigation water" = shared().above(0.0);
///     }
/// }
/// ```
macro_rules! inputs {
    ($(#[$doc:meta])* pub struct $set:ident {
        $($shape:ident $(<$row:ident>)? $field:ident $symbol:literal $zh:literal $en:literal $(= $spec:expr)?;)*
    }) => {
        $(#[$doc])*
        pub struct $set<N> {
            $(
                #[doc = concat!($symbol, " ", $zh, ", ", $en)]
                pub $field: $crate::metric::inputs!(@type $shape $($row)?),
            )*
        }

        // A derive does not look through the macro that makes the fields' types.
        impl<N: Clone> Clone for $set<N> {
            fn clone(&self) -> Self {
                $set { $($field: self.$field.clone(),)* }
            }
        }

        impl<N> $crate::metric::InputSet<N> for $set<N> {
            const INPUTS: &'static [$crate::metric::Input] = &[$(
                $crate::metric::Input {
                    key: stringify!($field),
                    symbol: $symbol,
                    name: $crate::text::Words::new($zh, $en),
                    shape: $crate::metric::inputs!(@shape $shape $($row)? $($spec)?),
                },
            )*];

            fn lay_out<'a>(&'a self, each: &mut dyn FnMut($crate::metric::Path, &'a N)) {
                $($crate::metric::inputs!(@lay_out $shape self $field each);)*
            }

            fn build(values: &mut $crate::metric::FlatInputs<N>) -> Self {
                $set { $($field: $crate::metric::inputs!(@build $shape values $field $($row)?),)* }
            }
        }
    };

    (@type number) => { N };
    (@type optional) => { Option<N> };
    (@type list) => { Vec<N> };
    (@type rows $row:ident) => { Vec<$row<N>> };

    (@shape number $spec:expr) => { $crate::metric::Shape::Number($spec) };
    (@shape optional $spec:expr) => { $crate::metric::Shape::Optional($spec) };
    (@shape list $spec:expr) => { $crate::metric::Shape::List($spec) };
    (@shape rows $row:ident) => { $crate::metric::Shape::Rows(<$row<f64> as $crate::metric::InputSet<f64>>::INPUTS) };

    (@lay_out number $self:ident $field:ident $each:ident) => {
        $each($crate::metric::Path::to(stringify!($field)), &$self.$field)
    };
    (@lay_out optional $self:ident $field:ident $each:ident) => {
        if let Some(value) = &$self.$field {
            $each($crate::metric::Path::to(stringify!($field)), value);
        }
    };
    (@lay_out list $self:ident $field:ident $each:ident) => {
        for (index, value) in $self.$field.iter().enumerate() {
            $each($crate::metric::Path::item(stringify!($field), index), value);
        }
    };
    (@lay_out rows $self:ident $field:ident $each:ident) => {
        for (index, row) in $self.$field.iter().enumerate() {
            $crate::metric::InputSet::lay_out(row, &mut |path: $crate::metric::Path, value| {
                $each($crate::metric::Path { key: stringify!($field), index: Some(index), field: Some(path.key) }, value)
            });
        }
    };

    (@build number $values:ident $field:ident) => { $values.one() };
    (@build optional $values:ident $field:ident) => { $values.optional(stringify!($field)) };
    (@build list $values:ident $field:ident) => {{
        let mut items = Vec::new();
        while $values.continues(stringify!($field), items.len()) {
            items.push($values.one());
        }
        items
    }};
    (@build rows $values:ident $field:ident $row:ident) => {{
        let mut items = Vec::new();
        while $values.continues(stringify!($field), items.len()) {
            items.push(<$row<N> as $crate::metric::InputSet<N>>::build($values));
        }
        items
    }};
}
pub(crate) use inputs;
