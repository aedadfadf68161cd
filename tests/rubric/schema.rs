//! The published JSON Schema against what is opened, and the page that documents the form.

use serde_json::{Map, Value, json};
use water_ledger::catalog::{RUBRICS, rubric_problems};
use water_ledger::rubric::open_rubric;

use crate::rubric::mutations::{changed, places, with};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/rubric.schema.json")).expect("JSON")
}

/// Words of a schema that demand nothing.
const REMARKS: [&str; 7] = ["$schema", "$defs", "title", "description", "default", "format", "$comment"];

/// What is wrong with a value after a schema; only what the published schema demands is known.
fn complaint(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    let Value::Object(words) = schema else { return None };
    let fits = |one: &Value| complaint(value, one, root, at).is_none();
    let all = |list: &Value| list.as_array().expect("a list").clone();
    words.iter().find_map(|(word, demand)| {
        let holds = match word.as_str() {
            "$ref" => {
                let place = demand.as_str().and_then(|place| place.strip_prefix('#')).expect("a place");
                return complaint(value, root.pointer(place).expect("a definition"), root, at);
            }
            "properties" | "additionalProperties" => return fields(value, words, root, at),
            "items" => {
                let mut items = value.as_array()?.iter().enumerate();
                return items.find_map(|(nth, one)| complaint(one, demand, root, &format!("{at}/{nth}")));
            }
            "type" => match demand {
                Value::Array(types) => types.iter().any(|one| is_of(value, one)),
                one => is_of(value, one),
            },
            "required" => {
                let has = |field: &Value| value.get(field.as_str().expect("a name")).is_some();
                !value.is_object() || all(demand).iter().all(has)
            }
            "const" => value == demand,
            "enum" => all(demand).contains(value),
            "anyOf" => all(demand).iter().any(fits),
            "oneOf" => all(demand).iter().filter(|one| fits(one)).count() == 1,
            "minimum" => value.as_f64().is_none_or(|number| number >= demand.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|number| number <= demand.as_f64().expect("a number")),
            remark => {
                assert!(REMARKS.contains(&remark), "{remark} is not known here");
                true
            }
        };
        (!holds).then(|| format!("{at}: {word} {demand}"))
    })
}

fn fields(value: &Value, words: &Map<String, Value>, root: &Value, at: &str) -> Option<String> {
    value.as_object()?.iter().find_map(|(key, one)| {
        let known = words.get("properties").and_then(|properties| properties.get(key));
        let at = format!("{at}/{key}");
        match known.or(words.get("additionalProperties")) {
            Some(Value::Bool(false)) => Some(format!("{at} is not known")),
            Some(schema) => complaint(one, schema, root, &at),
            None => None,
        }
    })
}

fn is_of(value: &Value, kind: &Value) -> bool {
    match kind.as_str().expect("a name") {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    }
}

fn shipped() -> impl Iterator<Item = (&'static str, Value)> {
    RUBRICS.iter().map(|one| (one.id, serde_json::from_str(one.json).expect("JSON")))
}

#[test]
fn each_shipped_rubric_is_valid_by_the_schema() {
    let schema = schema();
    for (id, json) in shipped() {
        assert_eq!(complaint(&json, &schema, &schema, id), None);
    }
}

#[test]
fn what_the_schema_allows_is_what_is_opened() {
    let schema = schema();
    let (mut opened, mut refused) = (0, 0);
    for (id, json) in shipped() {
        let mut every = Vec::new();
        places(&json, "", &mut every);
        // Every place would take a minute; one in so many is another one in each rubric.
        for place in every.iter().skip(1 + id.len()).step_by(61) {
            let value = json.pointer(place).expect("a place");
            let mut ways = changed(value);
            ways.extend([json!({}), json!("other"), json!(true), json!({"surprise": 1}), json!(2_000_000)]);
            if let Value::Object(fields) = value {
                let mut more = fields.clone();
                more.insert("surprise".to_string(), json!(1));
                ways.push(Value::Object(more));
            } else {
                // In place of an object the reader takes a list of its fields too, which nobody should write.
                ways.push(json!([]));
            }
            for way in ways {
                let spoilt = with(&json, place, way);
                let allowed = complaint(&spoilt, &schema, &schema, "");
                let open = open_rubric(&spoilt.to_string());
                assert_eq!(allowed.is_none(), open.is_ok(), "{id}{place}: {allowed:?} {:?}", open.err());
                *if open.is_ok() { &mut opened } else { &mut refused } += 1;
            }
        }
    }
    assert!(opened > 100 && refused > 300, "{opened} {refused}");
}

/// The page of the form.
const PAGE: &str = include_str!("../../docs/rubric-form.md");

#[test]
fn the_page_names_every_field_and_word_of_the_form() {
    let schema = schema();
    let mut words = Vec::new();
    names(&schema, &mut words);
    assert!(words.len() > 100, "{words:?}");
    let unnamed: Vec<&String> = words.iter().filter(|word| !PAGE.contains(&format!("`{word}`"))).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

/// Fields, and words that stand for one of several.
fn names(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(words) => {
            if let Some(Value::Object(fields)) = words.get("properties") {
                found.extend(fields.keys().cloned());
            }
            found.extend(words.get("const").and_then(Value::as_str).map(str::to_string));
            words.values().for_each(|word| names(word, found));
        }
        Value::Array(words) => words.iter().for_each(|word| names(word, found)),
        _ => {}
    }
}

#[test]
fn the_example_of_the_page_is_a_sound_rubric() {
    let example =
        PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let rubric = open_rubric(example).expect("of the form");
    assert_eq!(rubric_problems(&rubric), Vec::new());
    assert!(example.lines().count() <= 30, "short enough to be read");
}
