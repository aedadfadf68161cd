//! Reading a scoring rule: the fields of all kinds as one form, of which each kind takes its own.
//!
//! The derived reader of an enumeration with a tag first keeps the whole rule as it came and reads it a second time from there, by
//! a second reader of everything that stands in a rule. All of that would come with every page.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::scoring::{Condition, CountOption, Direction, Measured, PointsOption, Scoring, Step};
use super::{Points, Wording};

/// The kinds as they are written.
const KINDS: &[&str] =
    &["all_or_nothing", "yes_no", "choice", "steps", "linear", "deduct", "count", "manual"];

/// What stands in a rule of any kind.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Form {
    kind: Given<String>,
    conditions: Given<Vec<Condition>>,
    any: Given<bool>,
    options: Given<Vec<AnyOption>>,
    metric: Given<Measured>,
    direction: Given<Direction>,
    steps: Given<Vec<Step>>,
    otherwise: Given<Points>,
    zero_at: Given<f64>,
    full_at: Given<f64>,
    step: Given<Option<f64>>,
    start: Given<Points>,
    limit: Given<f64>,
    strict: Given<bool>,
    lose: Given<Points>,
    floor: Given<Points>,
    not_beyond: Given<Option<f64>>,
    per: Given<Points>,
    cap: Given<Points>,
}

/// A field that may be left out, but is not `null`.
struct Given<T>(Option<T>);

impl<T> Default for Given<T> {
    fn default() -> Self {
        Given(None)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        T::deserialize(from).map(|value| Given(Some(value)))
    }
}

impl<T> Given<T> {
    /// The value, which must be there.
    fn needed<E: Error>(&mut self, name: &'static str) -> Result<T, E> {
        self.0.take().ok_or_else(|| E::missing_field(name))
    }

    /// The value, if it is there.
    fn or_default(&mut self) -> T
    where
        T: Default,
    {
        self.0.take().unwrap_or_default()
    }
}

/// An option of a kind that gives points for each, or of one that counts them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnyOption {
    id: String,
    #[serde(default)]
    points: Given<Points>,
    label: Wording,
}

impl AnyOption {
    fn with_points<E: Error>(mut self) -> Result<PointsOption, E> {
        Ok(PointsOption { points: self.points.needed("points")?, id: self.id, label: self.label })
    }

    fn counted<E: Error>(self) -> Result<CountOption, E> {
        match self.points.0 {
            Some(_) => Err(unknown("points")),
            None => Ok(CountOption { id: self.id, label: self.label }),
        }
    }
}

fn unknown<E: Error>(field: &str) -> E {
    E::custom(format_args!("unknown field `{field}`"))
}

impl<'de> Deserialize<'de> for Scoring {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut form = Form::deserialize(from)?;
        let scoring = form.taken()?;
        match form.left() {
            Some(field) => Err(unknown(field)),
            None => Ok(scoring),
        }
    }
}

impl Form {
    /// The rule, its fields taken out.
    fn taken<E: Error>(&mut self) -> Result<Scoring, E> {
        let kind: String = self.kind.needed("kind")?;
        Ok(match kind.as_str() {
            "all_or_nothing" => Scoring::AllOrNothing {
                conditions: self.conditions.needed("conditions")?,
                any: self.any.or_default(),
            },
            "yes_no" => Scoring::YesNo {},
            "choice" => Scoring::Choice {
                options: self.options()?.into_iter().map(AnyOption::with_points).collect::<Result<_, E>>()?,
            },
            "steps" => Scoring::Steps {
                metric: self.metric.needed("metric")?,
                direction: self.direction.needed("direction")?,
                steps: self.steps.needed("steps")?,
                otherwise: self.otherwise.needed("otherwise")?,
            },
            "linear" => Scoring::Linear {
                metric: self.metric.needed("metric")?,
                zero_at: self.zero_at.needed("zero_at")?,
                full_at: self.full_at.needed("full_at")?,
                step: self.step.or_default(),
            },
            "deduct" => Scoring::Deduct {
                metric: self.metric.needed("metric")?,
                direction: self.direction.needed("direction")?,
                start: self.start.needed("start")?,
                limit: self.limit.needed("limit")?,
                strict: self.strict.or_default(),
                step: self.step.or_default().ok_or_else(|| E::missing_field("step"))?,
                lose: self.lose.needed("lose")?,
                floor: self.floor.needed("floor")?,
                not_beyond: self.not_beyond.or_default(),
            },
            "count" => Scoring::Count {
                per: self.per.needed("per")?,
                cap: self.cap.needed("cap")?,
                options: self.options()?.into_iter().map(AnyOption::counted).collect::<Result<_, E>>()?,
            },
            "manual" => Scoring::Manual {},
            other => return Err(E::unknown_variant(other, KINDS)),
        })
    }

    fn options<E: Error>(&mut self) -> Result<Vec<AnyOption>, E> {
        self.options.needed("options")
    }

    /// A field that the kind does not have.
    fn left(&self) -> Option<&'static str> {
        let fields = [
            (self.conditions.0.is_some(), "conditions"),
            (self.any.0.is_some(), "any"),
            (self.options.0.is_some(), "options"),
            (self.metric.0.is_some(), "metric"),
            (self.direction.0.is_some(), "direction"),
            (self.steps.0.is_some(), "steps"),
            (self.otherwise.0.is_some(), "otherwise"),
            (self.zero_at.0.is_some(), "zero_at"),
            (self.full_at.0.is_some(), "full_at"),
            (self.step.0.is_some(), "step"),
            (self.start.0.is_some(), "start"),
            (self.limit.0.is_some(), "limit"),
            (self.strict.0.is_some(), "strict"),
            (self.lose.0.is_some(), "lose"),
            (self.floor.0.is_some(), "floor"),
            (self.not_beyond.0.is_some(), "not_beyond"),
            (self.per.0.is_some(), "per"),
            (self.cap.0.is_some(), "cap"),
        ];
        fields.into_iter().find(|(is_left, _)| *is_left).map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Scoring, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_rule_has_the_fields_of_its_kind_and_no_others() {
        let linear = r#"{"metric": {"id": "a"}, "zero_at": 0, "full_at": 1, "kind": "linear"}"#;
        assert!(matches!(read(linear), Ok(Scoring::Linear { step: None, .. })));
        for (from, to, expected) in [
            ("\"zero_at\": 0, ", "", "missing field `zero_at`"),
            ("\"kind\": \"linear\"", "\"step\": 1", "missing field `kind`"),
            ("\"linear\"", "\"dice\"", "unknown variant `dice`"),
            ("{\"metric\"", "{\"any\": false, \"metric\"", "unknown field `any`"),
            ("{\"metric\"", "{\"not_beyond\": null, \"metric\"", "unknown field `not_beyond`"),
            ("{\"metric\"", "{\"more\": 1, \"metric\"", "unknown field `more`"),
            ("{\"metric\"", "{\"zero_at\": 1, \"metric\"", "duplicate field `zero_at`"),
            ("\"full_at\": 1", "\"full_at\": null", "invalid type: null"),
        ] {
            let said = read(&linear.replacen(from, to, 1)).expect_err(expected);
            assert!(said.starts_with(expected), "{said}");
        }
    }

    #[test]
    fn an_option_has_points_where_they_are_not_all_the_same() {
        let option =
            |points: &str| format!("{{\"id\": \"a\", {points}\"label\": {{\"zh\": \"甲\", \"en\": \"a\"}}}}");
        let choice = |points: &str| format!("{{\"kind\": \"choice\", \"options\": [{}]}}", option(points));
        let count = |points: &str| {
            format!("{{\"kind\": \"count\", \"per\": 1, \"cap\": 2, \"options\": [{}]}}", option(points))
        };
        assert!(read(&choice("\"points\": 1, ")).is_ok() && read(&count("")).is_ok());
        assert!(read(&choice("")).expect_err("no points").starts_with("missing field `points`"));
        assert!(read(&count("\"points\": 1, ")).expect_err("points").starts_with("unknown field `points`"));
    }
}
