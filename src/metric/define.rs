//! The form in which a metric or a calculation is written down.

/// Defines a metric: its name, its inputs, its result, its source, its formula.
///
/// ```text
/// metric! {
///     /// 农田灌溉水有效利用系数, irrigation water effective utilization coefficient. (Formula, Symbols, Source, Example.)
///     EffectiveUseCoefficient("irrigation.effective_use_coefficient", "农田灌溉水有效利用系数", "Effective utilization coefficient")
///     from EffectiveUse {
///         number net "W净" "净灌溉用水量" "net irrigation water" = shared().at_least(0.0);
///         number gross "W毛" "毛灌溉用水量" "gross irrigation water" = shared().above(0.0);
///     }
///     gives "η" in One, 4 decimals;
///     plausible PLAUSIBLE_COEFFICIENT;
///     order net <= gross, "net_above_gross", Key::FaultNetAboveGross;
///     source sources::HEAD_TAIL;
///     formula |x, n| x.net / x.gross
/// }
/// ```
///
/// `n(2.0)` is a number that stands in the formula itself. A result is `in` a unit, `shared`, that of the shared inputs,
/// or `shared per year`; it is shown with so many `decimals` or `significant` digits, or of a sum as its `parts` are. `plausible`, `order` and `check` may be left
/// out, and `from Set;` takes inputs that are defined elsewhere.
macro_rules! metric {
    ($(#[$doc:meta])* $metric:ident($id:literal, $zh:literal, $en:literal)
     from $set:ident {
        $($shape:ident $(<$row:ident>)? $field:ident $sign:literal $term:literal $word:literal $(= $spec:expr)?;)*
     } $($rest:tt)*) => {
        $crate::metric::inputs! {
            #[doc = concat!("What goes into [`", stringify!($metric), "`].")]
            pub struct $set {
                $($shape $(<$row>)? $field $sign $term $word $(= $spec)?;)*
            }
        }
        $crate::metric::metric! {
            $(#[$doc])*
            ///
            /// # Inputs
            $(#[doc = concat!("- ", $sign, " ", $term, ", ", $word, $(": `", stringify!($spec), "`")?)])*
            $metric($id, $zh, $en) from $set; $($rest)*
        }
    };
    ($(#[$doc:meta])* $metric:ident($id:literal, $zh:literal, $en:literal)
     from $set:ident;
     gives $symbol:literal $(in $unit:ident)? $(shared)? $(per $year:ident)?, $digits:literal $kind:ident;
     $(plausible $plausible:expr;)?
     $(order $lesser:ident <= $greater:ident, $code:literal, $says:expr;)*
     source $source:expr;
     $(check |$checked:ident| $check:expr;)?
     formula |$x:ident, $n:ident| $formula:expr) => {
        $(#[$doc])*
        pub struct $metric;

        impl $crate::metric::Metric for $metric {
            type Inputs<N> = $set<N>;

            const INFO: $crate::metric::MetricInfo = $crate::metric::MetricInfo {
                id: $id,
                name: $crate::text::Words::new($zh, $en),
                output: $crate::metric::Output {
                    symbol: $symbol,
                    measure: $crate::metric::metric!(@measure $($unit)? $(per $year)?),
                    digits: $crate::metric::metric!(@digits $digits $kind),
                    plausible: $crate::metric::metric!(@plausible $($plausible)?),
                },
                upper_bounds: &[$($crate::metric::UpperBound {
                    lesser: stringify!($lesser),
                    greater: stringify!($greater),
                    code: $code,
                    says: $says,
                }),*],
                source: $source,
            };

            fn formula<N: $crate::metric::Number>($x: &$set<N>) -> N {
                #[allow(unused_variables, reason = "a formula without numbers of its own does not ask for it")]
                let $n = |literal: f64| N::from(literal);
                $formula
            }

            $(const CHECK: Option<$crate::metric::Check<$set<f64>>> = Some(|$checked| $check);)?
        }
    };
    (@measure $unit:ident) => { $crate::metric::Measure::In($crate::quantity::Unit::$unit) };
    (@measure per year) => { $crate::metric::Measure::SharedPerYear };
    (@measure) => { $crate::metric::Measure::Shared };
    (@digits $digits:literal decimals) => { $crate::metric::Digits::Decimals($digits) };
    (@digits $digits:literal significant) => { $crate::metric::Digits::Significant($digits) };
    (@digits $digits:literal parts) => { $crate::metric::Digits::OfParts($digits) };
    (@plausible $plausible:expr) => { Some($plausible) };
    (@plausible) => { None };
}
pub(crate) use metric;

/// Defines a calculation: its name, its inputs, its source, its way.
macro_rules! calculation {
    ($(#[$doc:meta])* $calculation:ident($id:literal, $zh:literal, $en:literal)
     from $set:ident { $($inputs:tt)* } $($rest:tt)*) => {
        $crate::metric::inputs! {
            #[doc = concat!("What goes into [`", stringify!($calculation), "`].")]
            pub struct $set { $($inputs)* }
        }
        $crate::metric::calculation! { $(#[$doc])* $calculation($id, $zh, $en) from $set; $($rest)* }
    };
    ($(#[$doc:meta])* $calculation:ident($id:literal, $zh:literal, $en:literal)
     from $set:ident;
     source $source:expr;
     compute |$x:ident| $way:expr) => {
        $(#[$doc])*
        pub struct $calculation;

        impl $crate::metric::Calculation for $calculation {
            type Inputs<N> = $set<N>;

            const INFO: $crate::metric::CalculationInfo = $crate::metric::CalculationInfo {
                id: $id,
                name: $crate::text::Words::new($zh, $en),
                source: $source,
            };

            fn compute(
                $x: &$set<$crate::metric::Figure>,
            ) -> Result<$crate::metric::Outcome, $crate::metric::Fault> {
                $way
            }
        }
    };
}
pub(crate) use calculation;
