//! The fields of a rubric as data: where each stands, what it is called, how it is filled.

use crate::text::{Key, Language, Message};

/// A field.
#[derive(Debug)]
pub struct FieldSpec {
    /// Its pointer, from what it is a field of.
    pub at: &'static str,
    /// What it is called.
    pub name: Key,
    /// How it is filled.
    pub kind: FieldKind,
}

/// How a field is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A short text.
    Text,
    /// A text in both languages.
    Words,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// One of several.
    Choice(ChoiceOf),
}

/// What is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceOf {
    /// 核实情况
    Status,
    /// 核实情况, which may be the same as of the whole.
    OwnStatus,
    /// What a date is.
    Meaning,
    /// How a rubric judges.
    Mode,
    /// What a star means.
    StarRule,
    /// What becomes of items that do not apply.
    Policy,
    /// How an incomplete step counts.
    Partly,
    /// The documents of the rubric.
    Source,
    /// The kinds of document.
    SourceKind,
    /// The groups of the rubric.
    Group,
    /// The answers to its questions.
    When,
    /// The kinds of rule.
    Rule,
    /// The metrics of the register.
    Metric,
    /// The levels of meters.
    Level,
    /// How a number stands to a limit.
    Relation,
    /// Which way is better.
    Direction,
}

/// What has fields: the rubric, or an element of one of its lists.
#[derive(Debug)]
pub struct NodeSpec {
    /// The fields.
    pub fields: &'static [FieldSpec],
    /// The pointer of its rule, where it has one.
    pub rule: Option<&'static str>,
    /// Its lists.
    pub lists: &'static [ListSpec],
}

/// A list.
#[derive(Debug)]
pub struct ListSpec {
    /// Its pointer, from what it is a list of.
    pub at: &'static str,
    /// What it is called.
    pub name: Key,
    /// What adds an element.
    pub add: Key,
    /// What an element is.
    pub element: &'static NodeSpec,
    /// Whether elements fold, for they are long.
    pub folds: bool,
    /// What a new element is made after.
    pub template: Template,
}

/// What a new element is made after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "they are called after the elements")]
pub enum Template {
    Grade,
    Group,
    Question,
    QuestionOption,
    Prerequisite,
    Section,
    Item,
    Source,
    Evidence,
    Variant,
    Condition,
    PointsOption,
    CountOption,
    Step,
}

pub(super) const fn field(at: &'static str, name: Key, kind: FieldKind) -> FieldSpec {
    FieldSpec { at, name, kind }
}

pub(super) const fn leaf(fields: &'static [FieldSpec]) -> NodeSpec {
    NodeSpec { fields, rule: None, lists: &[] }
}

use ChoiceOf as Of;
use FieldKind::{Choice, Flag, Number, Text, Words};

/// What holds for the whole rubric.
pub static GENERAL: &[FieldSpec] = &[
    field("/title", Key::FieldTitle, Words),
    field("/region", Key::RubricRegion, Words),
    field("/edition", Key::FieldEdition, Text),
    field("/effective/date", Key::FieldDate, Text),
    field("/effective/meaning", Key::FieldMeaning, Choice(Of::Meaning)),
    field("/effective/status", Key::FieldDateStatus, Choice(Of::Status)),
    field("/mode", Key::FieldMode, Choice(Of::Mode)),
    field("/total", Key::RubricTotal, Number),
    field("/pass/min_score", Key::RubricPassLine, Number),
    field("/pass/status", Key::FieldLineStatus, Choice(Of::Status)),
    field("/pass/note", Key::FieldLineNote, Words),
    field("/star_rule", Key::FieldStarRule, Choice(Of::StarRule)),
    field("/not_applicable/policy", Key::FieldPolicy, Choice(Of::Policy)),
    field("/not_applicable/status", Key::FieldPolicyStatus, Choice(Of::Status)),
    field("/partial_steps/policy", Key::FieldPartly, Choice(Of::Partly)),
    field("/partial_steps/status", Key::FieldPartlyStatus, Choice(Of::Status)),
    field("/people_count/text", Key::FieldPeople, Words),
    field("/people_count/weights/resident", Key::FieldWeightResident, Number),
    field("/people_count/weights/nonresident", Key::FieldWeightNonResident, Number),
    field("/people_count/weights/staff", Key::FieldWeightStaff, Number),
    field("/people_count/weights/visitor", Key::FieldWeightVisitor, Number),
];

/// The lists of a rubric, in the order in which they are edited.
pub static LISTS: &[ListSpec] = &[
    ListSpec {
        at: "/prerequisite",
        name: Key::ListGates,
        add: Key::AddGate,
        element: &GATE,
        folds: true,
        template: Template::Prerequisite,
    },
    ListSpec {
        at: "/question",
        name: Key::QuestionsTitle,
        add: Key::AddQuestion,
        element: &QUESTION,
        folds: true,
        template: Template::Question,
    },
    ListSpec {
        at: "/section",
        name: Key::ListSections,
        add: Key::AddSection,
        element: &SECTION,
        folds: true,
        template: Template::Section,
    },
    ListSpec {
        at: "/group",
        name: Key::ListGroups,
        add: Key::AddGroup,
        element: &GROUP,
        folds: false,
        template: Template::Group,
    },
    ListSpec {
        at: "/grade",
        name: Key::ListGrades,
        add: Key::AddGrade,
        element: &GRADE,
        folds: false,
        template: Template::Grade,
    },
    ListSpec {
        at: "/sources",
        name: Key::ListSources,
        add: Key::AddSource,
        element: &SOURCE,
        folds: true,
        template: Template::Source,
    },
];

static GRADE: NodeSpec = leaf(&[
    field("/title", Key::FieldTitle, Words),
    field("/min", Key::FieldMin, Number),
    field("/status", Key::FieldStatus, Choice(Of::Status)),
]);

static GROUP: NodeSpec =
    leaf(&[field("/title", Key::FieldTitle, Words), field("/max", Key::FieldMax, Number)]);

static SOURCE: NodeSpec = leaf(&[
    field("/text", Key::FieldDocument, Text),
    field("/text_en", Key::FieldDocumentEnglish, Text),
    field("/kind", Key::FieldDocumentKind, Choice(Of::SourceKind)),
]);

static QUESTION: NodeSpec = NodeSpec {
    fields: &[
        field("/title", Key::FieldQuestion, Words),
        field("/applies_when", Key::FieldAppliesWhen, Choice(Of::When)),
    ],
    rule: None,
    lists: &[ListSpec {
        at: "/options",
        name: Key::ListOptions,
        add: Key::AddOption,
        element: &TITLED,
        folds: false,
        template: Template::QuestionOption,
    }],
};

static TITLED: NodeSpec = leaf(&[field("/title", Key::FieldTitle, Words)]);

/// A text in both languages that is an element by itself.
static WORDS: NodeSpec = leaf(&[field("", Key::FieldWords, Words)]);

const EVIDENCE: ListSpec = ListSpec {
    at: "/evidence",
    name: Key::EvidenceTitle,
    add: Key::AddEvidence,
    element: &WORDS,
    folds: false,
    template: Template::Evidence,
};

static GATE: NodeSpec = NodeSpec {
    fields: &[
        field("/title", Key::FieldCondition, Words),
        field("/not_applicable_when", Key::FieldNotApplicableWhen, Words),
        field("/note", Key::ColumnNote, Words),
        field("/status", Key::FieldStatus, Choice(Of::Status)),
        field("/source", Key::FieldSource, Choice(Of::Source)),
    ],
    rule: None,
    lists: &[EVIDENCE],
};

static SECTION: NodeSpec = NodeSpec {
    fields: &[
        field("/title", Key::FieldTitle, Words),
        field("/max", Key::FieldMax, Number),
        field("/bonus", Key::FieldBonus, Flag),
        field("/group", Key::FieldGroup, Choice(Of::Group)),
        field("/applies_when", Key::FieldAppliesWhen, Choice(Of::When)),
        field("/status", Key::FieldStatus, Choice(Of::Status)),
        field("/points_status", Key::FieldPointsStatus, Choice(Of::OwnStatus)),
        field("/source", Key::FieldSource, Choice(Of::Source)),
    ],
    rule: None,
    lists: &[ListSpec {
        at: "/item",
        name: Key::ListItems,
        add: Key::AddItem,
        element: &ITEM,
        folds: true,
        template: Template::Item,
    }],
};

static ITEM: NodeSpec = NodeSpec {
    fields: &[
        field("/no", Key::FieldNumber, Text),
        field("/title", Key::FieldTitle, Words),
        field("/max", Key::FieldMax, Number),
        field("/star", Key::FieldStar, Flag),
        field("/not_applicable_when", Key::FieldNotApplicableWhen, Words),
        field("/applies_when", Key::FieldAppliesWhen, Choice(Of::When)),
        field("/note", Key::ColumnNote, Words),
        field("/status", Key::FieldStatus, Choice(Of::Status)),
        field("/points_status", Key::FieldPointsStatus, Choice(Of::OwnStatus)),
        field("/rule_status", Key::FieldRuleStatus, Choice(Of::OwnStatus)),
        field("/source", Key::FieldSource, Choice(Of::Source)),
    ],
    rule: Some("/scoring"),
    lists: &[
        ListSpec {
            at: "/variant",
            name: Key::ListVariants,
            add: Key::AddVariant,
            element: &VARIANT,
            folds: false,
            template: Template::Variant,
        },
        EVIDENCE,
    ],
};

static VARIANT: NodeSpec =
    NodeSpec { fields: &[field("/when", Key::FieldCondition, Words)], rule: Some("/scoring"), lists: &[] };

/// The label of a field; of a text in both languages, `of` says which.
pub fn label(spec: &FieldSpec, of: Option<Language>, language: Language) -> String {
    let key = match of {
        None => return spec.name.say(language).to_string(),
        Some(Language::Chinese) => Key::EditorChinese,
        Some(Language::English) => Key::EditorEnglish,
    };
    Message::new(key).with_words("name", spec.name.words()).say(language)
}
