//! Documents of older versions: each version has a function that makes the next one's form of it.
//!
//! Only the form is changed here. What the newest form does not know is left where it is, and refused when it is read.

use serde_json::{Map, Value, json};

use super::strict::read_strictly;
use super::{Damaged, answer_name};
use crate::text::Damage;

/// The version this program writes.
pub const SCHEMA: u32 = 14;

/// A document of some version as the text of the newest.
///
/// # Errors
/// What is not as it must be in that version.
pub(super) fn to_newest(text: &str, schema: u32) -> Result<String, Damaged> {
    let first = usize::try_from(schema).ok().and_then(|schema| schema.checked_sub(1));
    let steps = first.and_then(|first| STEPS.get(first..));
    let steps = steps.ok_or_else(|| Damaged::somewhere(Damage::Unknown(format!("schema {schema}"))))?;
    let mut document = read_strictly(text).map_err(|error| Damaged::of(&error))?;
    let ledger = document.get_mut("ledger").ok_or_else(|| Damaged::somewhere(missing("ledger")))?;
    for step in steps {
        step(ledger).map_err(Damaged::somewhere)?;
    }
    document["schema"] = json!(SCHEMA);
    Ok(document.to_string())
}

/// Makes of a ledger of a version the next one's form of it, or says what is not as it must be.
type Step = fn(&mut Value) -> Result<(), Damage>;

/// What makes version 2 of version 1, and so on.
const STEPS: [Step; SCHEMA as usize - 1] = [
    from_1, from_2, from_3, from_4, from_5, from_6, from_7, from_8, from_9, from_10, from_11, from_12,
    from_13,
];

/// Version 2 brought the tables of a district, classes, water need: all may be absent.
fn from_1(ledger: &mut Value) -> Result<(), Damage> {
    field(object(ledger)?, "title").map(|_| ())
}

/// Version 6 brought the organisation and the note of a ledger.
fn from_5(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 7 brought retrofits.
fn from_6(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 8 brought what a retrofit is about, its budget and the saving asked for.
fn from_7(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 9 brought contracts, years that differ, and readings of a retrofit.
fn from_8(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 10 brought water that serves in place of other water.
fn from_9(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 11 has the measures of an institution's year as a plan like any other, after the plans that were there.
fn from_10(ledger: &mut Value) -> Result<(), Damage> {
    let ledger = object(ledger)?;
    let mut plans = Vec::new();
    for review in rows(ledger, "institution")? {
        plans.extend(plan_from_10(object(review)?)?);
    }
    add_plans(ledger, plans)
}

/// Adds plans after those that are there.
fn add_plans(ledger: &mut Map<String, Value>, plans: Vec<Value>) -> Result<(), Damage> {
    if plans.is_empty() {
        return Ok(());
    }
    let known = ledger.entry("retrofit").or_insert_with(|| json!([]));
    let known = known.as_array_mut().ok_or(Damage::OtherType)?;
    let last = known.iter().filter_map(|plan| plan["id"].as_u64()).max().unwrap_or_default();
    for (mut plan, id) in plans.into_iter().zip(last + 1..) {
        plan["id"] = json!(id);
        known.push(plan);
    }
    Ok(())
}

/// Version 12 has what was planned of canals and of cooling water as plans like any other, after the plans that were there.
fn from_11(ledger: &mut Value) -> Result<(), Damage> {
    let ledger = object(ledger)?;
    let mut plans = Vec::new();
    for period in rows(ledger, "plant")? {
        let period = object(period)?;
        let mut planned = Vec::new();
        for system in rows(period, "cooling")? {
            planned.extend(planned_from_11(object(system)?, "", "浓缩倍数")?);
        }
        let [of, period] = ["plant", "period"].map(|entry| text_of(period.get(entry)).trim());
        // A plan is about a year, of which a month was a part.
        let year = period.get(..4).filter(|_| period.get(4..5) == Some("-")).unwrap_or(period);
        plan_from_11(&mut plans, "plant", [of, year], planned);
    }
    for year in rows(ledger, "irrigation")? {
        let year = object(year)?;
        let mut planned = Vec::new();
        for district in rows(year, "districts")? {
            let district = object(district)?;
            let within = text_of(district.get("name")).trim().to_string() + " / ";
            for canal in rows(district, "canals")? {
                planned.extend(planned_from_11(object(canal)?, &within, "β")?);
            }
        }
        plan_from_11(&mut plans, "irrigation", ["", text_of(year.get("year")).trim()], planned);
    }
    let plan = |(about, [of, year], planned): PlanFrom11| {
        let (mut measures, mut changes) = (Vec::new(), Vec::new());
        for (id, [target, change]) in (1..).zip(planned) {
            measures.push(json!({"id": id, "name": target, "standing": "in_plan"}));
            changes.push(json!({"id": id, "measure": target, "target": target, "change": change}));
        }
        let name = [of.as_str(), &year].join(" ").trim().to_string();
        json!({"id": 0, "name": name, "about": about, "of": of, "year": year, "measures": measures, "changes": changes})
    };
    add_plans(ledger, plans.into_iter().map(plan).collect())
}

/// What a plan is about, whose and of which year that is, and what was planned: what changes, and what it is to be.
type PlanFrom11 = (&'static str, [String; 2], Vec<[String; 2]>);

/// What was planned of a row: what that is a change of, and what it is to be.
fn planned_from_11(
    row: &mut Map<String, Value>,
    within: &str,
    column: &str,
) -> Result<Option<[String; 2]>, Damage> {
    let Some(planned) = row.remove("planned") else { return Ok(None) };
    let planned = planned.as_str().ok_or(Damage::OtherType)?.trim().to_string();
    let target = [within, text_of(row.get("name")).trim(), " · ", column].concat();
    Ok((!planned.is_empty()).then_some([target, planned]))
}

/// Adds what was planned on a sheet to the plan of its year; of two plans for the same the later counts.
fn plan_from_11(plans: &mut Vec<PlanFrom11>, about: &'static str, of: [&str; 2], planned: Vec<[String; 2]>) {
    for one in planned {
        let at = plans.iter().position(|plan| plan.0 == about && plan.1 == of);
        let at = at.unwrap_or_else(|| {
            plans.push((about, of.map(str::to_string), Vec::new()));
            plans.len() - 1
        });
        let known = &mut plans[at].2;
        known.retain(|other| other[0] != one[0]);
        known.push(one);
    }
}

fn text_of(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

/// The plan of an institution's year, called as the year is; none without measures. What they brought in a year is what they bring
/// besides water.
fn plan_from_10(review: &mut Map<String, Value>) -> Result<Option<Value>, Damage> {
    let (mut measures, changes) = (review.remove("measures"), review.remove("effects"));
    if measures.is_none() && changes.is_none() {
        return Ok(None);
    }
    let mut groups = Vec::new();
    let rows = measures.as_mut().map(|all| all.as_array_mut().ok_or(Damage::OtherType)).transpose()?;
    for row in rows.into_iter().flatten() {
        let row = object(row)?;
        rename(row, "cost", "investment")?;
        rename(row, "saving", "benefit")?;
        // They were a list to choose from; of those that exclude each other only one can be in a plan.
        let group = row.get("group").and_then(Value::as_str).unwrap_or_default().trim().to_string();
        if groups.contains(&group) {
            row.insert("standing".to_string(), json!("left_out"));
        } else if !group.is_empty() {
            groups.push(group);
        }
    }
    let text = |entry: &str| review.get(entry).and_then(Value::as_str).unwrap_or_default().trim();
    let name = [text("unit"), text("year")].join(" ");
    let mut plan = json!({"id": 0, "name": name.trim(), "about": "institution"});
    let of = [("of", review.get("unit")), ("year", review.get("year"))];
    let cells = of.into_iter().map(|(entry, value)| (entry, value.cloned()));
    for (entry, value) in cells.chain([("measures", measures), ("changes", changes)]) {
        if let Some(value) = value {
            plan[entry] = value;
        }
    }
    Ok(Some(plan))
}

/// Version 3 brought plants.
fn from_2(ledger: &mut Value) -> Result<(), Damage> {
    from_1(ledger)
}

/// Version 4 brought institutions' years and rubrics of one's own.
fn from_3(ledger: &mut Value) -> Result<(), Damage> {
    from_1(ledger)
}

/// Version 5 has every list of sheets beside the title, and on a sheet nothing but cells and tables.
fn from_4(ledger: &mut Value) -> Result<(), Damage> {
    let ledger = object(ledger)?;
    field(ledger, "title")?;
    field(ledger, "irrigation")?;
    let years = sheets(ledger, "irrigation", "years")?;
    let periods = sheets(ledger, "industry", "periods")?;
    let rubrics = sheets(ledger, "certification", "rubrics")?;
    let reviews = sheets(ledger, "certification", "reviews")?;
    for part in ["irrigation", "industry", "certification"] {
        let rest = ledger
            .remove(part)
            .and_then(|part| part.as_object().and_then(|part| part.keys().next().cloned()));
        if let Some(rest) = rest {
            return Err(Damage::Unknown(rest));
        }
    }
    let years = each(years, year_from_4)?;
    let periods = each(periods, period_from_4)?;
    let reviews = each(reviews, |review| review_from_4(review, &rubrics))?;
    for (list, sheets) in
        [("irrigation", years), ("plant", periods), ("institution", reviews), ("rubrics", rubrics)]
    {
        if !sheets.is_empty() {
            ledger.insert(list.to_string(), Value::Array(sheets));
        }
    }
    Ok(())
}

/// What water need is worked out from stood in a part of its own; a field's balance had periods.
fn year_from_4(year: &mut Map<String, Value>) -> Result<(), Damage> {
    if let Some(mut need) = year.remove("water_need") {
        for (name, value) in object(&mut need)? {
            let name = if name == "crops" { "seasons" } else { name };
            if year.insert(name.to_string(), value.take()).is_some() {
                return Err(Damage::Twice(name.to_string()));
            }
        }
    }
    for district in rows(year, "districts")? {
        for field in rows(object(district)?, "fields")? {
            rename(object(field)?, "periods", "steps")?;
        }
    }
    Ok(())
}

/// Basic requirements stood by their names, and not in a table.
fn period_from_4(period: &mut Map<String, Value>) -> Result<(), Damage> {
    let Some(mut met) = period.remove("prerequisites") else { return Ok(()) };
    let met = object(&mut met)?;
    let row = |(id, (of, state)): (u32, (&String, &Value))| json!({"id": id, "of": of, "state": state});
    let met: Vec<Value> = (1..).zip(met.iter()).map(row).collect();
    period.insert("requirements".to_string(), Value::Array(met));
    Ok(())
}

/// The rubrics that came with the program while version 4 was written; each is named by its id.
const SHIPPED_IN_4: [&str; 8] = [
    "city-national",
    "county-2017",
    "enterprise-gbt-7119",
    "public-institution-2013",
    "residential-changzhi",
    "school-jiangsu-db32-2946",
    "university-tches-32-2019",
    "water-saving-authority-2019",
];

/// Prerequisites of a rubric were gates, and answers could be without the rubric that they are for: they are the chosen one's.
fn review_from_4(review: &mut Map<String, Value>, rubrics: &[Value]) -> Result<(), Damage> {
    rename(review, "gates", "prerequisites")?;
    let chosen = review.get("rubric").and_then(Value::as_str).unwrap_or_default().trim().to_string();
    let own = rubrics.iter().find(|own| own["id"].as_u64().is_some_and(|id| chosen == format!("own-{id}")));
    let own = own.and_then(|own| own["rubric"]["id"].as_str());
    let shipped = SHIPPED_IN_4.iter().find(|id| **id == chosen).map(|id| (*id).to_string());
    let Some(rubric) = own.map(str::to_string).or(shipped) else {
        return Ok(());
    };
    for table in ["questions", "prerequisites", "answers", "evidence"] {
        for row in rows(review, table)? {
            if let Some(Value::String(of)) =
                row.get_mut("of").filter(|of| of.as_str().is_some_and(|of| !of.contains(':')))
            {
                *of = answer_name(&rubric, of);
            }
        }
    }
    Ok(())
}

/// Version 13 brought regions.
fn from_12(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// Version 14 brought issues of a region's plan, formulas of indicators, prices above plan, quarters, and where water goes.
fn from_13(ledger: &mut Value) -> Result<(), Damage> {
    object(ledger).map(|_| ())
}

/// The sheets of a list within a part, taken out of it; none where the part or the list is not there.
fn sheets(ledger: &mut Map<String, Value>, part: &str, list: &str) -> Result<Vec<Value>, Damage> {
    let Some(part) = ledger.get_mut(part) else { return Ok(Vec::new()) };
    match object(part)?.remove(list) {
        None if list == "years" => Err(missing(list)),
        None => Ok(Vec::new()),
        Some(Value::Array(sheets)) => Ok(sheets),
        Some(_) => Err(Damage::OtherType),
    }
}

fn each(
    mut sheets: Vec<Value>,
    change: impl Fn(&mut Map<String, Value>) -> Result<(), Damage>,
) -> Result<Vec<Value>, Damage> {
    for sheet in &mut sheets {
        change(object(sheet)?)?;
    }
    Ok(sheets)
}

/// The rows of a table; none where it is not there.
fn rows<'v>(row: &'v mut Map<String, Value>, table: &str) -> Result<&'v mut [Value], Damage> {
    match row.get_mut(table) {
        None => Ok(&mut []),
        Some(Value::Array(rows)) => Ok(rows),
        Some(_) => Err(Damage::OtherType),
    }
}

fn rename(row: &mut Map<String, Value>, from: &str, to: &str) -> Result<(), Damage> {
    let Some(value) = row.remove(from) else { return Ok(()) };
    if row.insert(to.to_string(), value).is_some() { Err(Damage::Unknown(to.to_string())) } else { Ok(()) }
}

fn object(value: &mut Value) -> Result<&mut Map<String, Value>, Damage> {
    value.as_object_mut().ok_or(Damage::OtherType)
}

fn field<'v>(object: &'v Map<String, Value>, name: &str) -> Result<&'v Value, Damage> {
    object.get(name).ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Damage {
    Damage::Missing(name.to_string())
}
