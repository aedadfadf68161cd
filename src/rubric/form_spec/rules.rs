//! The fields of each kind of rule.

use super::spec::{ChoiceOf as Of, FieldKind, FieldSpec, ListSpec, NodeSpec, Template, field, leaf};
use crate::text::Key;
use FieldKind::{Choice, Flag, Number, Words};

const METRIC: FieldSpec = field("/metric/id", Key::FieldMetric, Choice(Of::Metric));
const LEVEL: FieldSpec = field("/metric/level", Key::FieldLevel, Choice(Of::Level));
const MEASURED: FieldSpec = field("/metric/label", Key::FieldMeasured, Words);
const DIRECTION: FieldSpec = field("/direction", Key::FieldDirection, Choice(Of::Direction));

/// The fields of a kind of rule; none of one that has none, or that is not known.
pub fn rule_fields(kind: &str) -> &'static NodeSpec {
    match kind {
        "all_or_nothing" => &ALL_OR_NOTHING,
        "choice" => &CHOICE,
        "steps" => &STEPS,
        "linear" => &LINEAR,
        "deduct" => &DEDUCT,
        "count" => &COUNT,
        _ => &NOTHING,
    }
}

static NOTHING: NodeSpec = leaf(&[]);

static ALL_OR_NOTHING: NodeSpec = NodeSpec {
    fields: &[field("/any", Key::FieldAny, Flag)],
    rule: None,
    lists: &[ListSpec {
        at: "/conditions",
        name: Key::ListConditions,
        add: Key::AddCondition,
        element: &CONDITION,
        folds: false,
        template: Template::Condition,
    }],
};

static CONDITION: NodeSpec = leaf(&[
    METRIC,
    LEVEL,
    MEASURED,
    field("/op", Key::FieldRelation, Choice(Of::Relation)),
    field("/value", Key::FieldValue, Number),
]);

static CHOICE: NodeSpec = NodeSpec {
    fields: &[],
    rule: None,
    lists: &[ListSpec {
        at: "/options",
        name: Key::ListOptions,
        add: Key::AddOption,
        element: &POINTS_OPTION,
        folds: false,
        template: Template::PointsOption,
    }],
};

static POINTS_OPTION: NodeSpec =
    leaf(&[field("/label", Key::FieldTitle, Words), field("/points", Key::FieldPoints, Number)]);

static STEPS: NodeSpec = NodeSpec {
    fields: &[METRIC, LEVEL, MEASURED, DIRECTION, field("/otherwise", Key::FieldOtherwise, Number)],
    rule: None,
    lists: &[ListSpec {
        at: "/steps",
        name: Key::ListSteps,
        add: Key::AddStep,
        element: &STEP,
        folds: false,
        template: Template::Step,
    }],
};

static STEP: NodeSpec =
    leaf(&[field("/at", Key::FieldAt, Number), field("/points", Key::FieldPoints, Number)]);

static LINEAR: NodeSpec = leaf(&[
    METRIC,
    LEVEL,
    MEASURED,
    field("/zero_at", Key::FieldZeroAt, Number),
    field("/full_at", Key::FieldFullAt, Number),
    field("/step", Key::FieldStep, Number),
]);

static DEDUCT: NodeSpec = leaf(&[
    METRIC,
    LEVEL,
    MEASURED,
    DIRECTION,
    field("/limit", Key::FieldValue, Number),
    field("/start", Key::FieldStart, Number),
    field("/step", Key::FieldStep, Number),
    field("/lose", Key::FieldLose, Number),
    field("/floor", Key::FieldFloor, Number),
    field("/strict", Key::FieldStrict, Flag),
    field("/not_beyond", Key::FieldNotBeyond, Number),
]);

static COUNT: NodeSpec = NodeSpec {
    fields: &[field("/per", Key::FieldPer, Number), field("/cap", Key::FieldCap, Number)],
    rule: None,
    lists: &[ListSpec {
        at: "/options",
        name: Key::ListOptions,
        add: Key::AddOption,
        element: &COUNT_OPTION,
        folds: false,
        template: Template::CountOption,
    }],
};

static COUNT_OPTION: NodeSpec = leaf(&[field("/label", Key::FieldTitle, Words)]);
