//! The JSON Schema of the form, made of the types that read it, so that an editor can help whoever writes a rubric.
//!
//! `UPDATE_SCHEMA=1 cargo test --lib schema` writes it to `docs/rubric.schema.json`.

use std::borrow::Cow;
use std::{env, fs};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Points, Rubric};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rubric.schema.json");

impl JsonSchema for Points {
    fn schema_name() -> Cow<'static, str> {
        "Points".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Points, a decimal of three places at most.",
            "type": "number",
            "minimum": -1e6,
            "maximum": 1e6
        })
    }
}

#[test]
fn the_schema_that_is_published_is_that_of_the_form() {
    let schema = schemars::schema_for!(Rubric);
    let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(FILE, &text).expect("the docs are writable");
    }
    let published = fs::read_to_string(FILE).expect("the schema is published");
    assert!(published == text, "the form has changed: run UPDATE_SCHEMA=1 cargo test --lib schema");
}
