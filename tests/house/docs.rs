//! What the doc comment of a metric says, beside what the metric itself does.

use water_ledger::catalog::{ALIASES, Entry, entry};
use water_ledger::metric::{AnyMetric, Citation, Operation, Path, Range, Shape};
use water_ledger::text::Language;

use super::files::File;
use super::formula::{Formula, Numbers};

/// A metric or a calculation as the source defines it: `Name("room.id", …`.
pub struct Defined<'t> {
    pub name: &'t str,
    pub id: &'t str,
}

/// What `metric!` and `calculation!` define, alone among the lines that are not comments.
pub fn defined_in(text: &str) -> Vec<Defined<'_>> {
    let defined = text.lines().filter_map(|line| {
        let (name, rest) = line.trim_start().split_once("(\"")?;
        let (id, _) = rest.split_once("\", \"")?;
        let is_name = name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric);
        let is_id =
            id.contains('.') && id.chars().all(|c| c.is_ascii_lowercase() || ".0123456789_".contains(c));
        (is_name && is_id).then_some(Defined { name, id })
    });
    defined.collect()
}

/// The lines of the doc comment right above a definition.
pub fn doc_comment<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let declaration = format!("{name}(\"");
    let Some(at) = lines.iter().position(|line| line.starts_with(&declaration)) else {
        return Vec::new();
    };
    let mut doc: Vec<&str> =
        lines[..at].iter().rev().map_while(|line| line.strip_prefix("///")).map(str::trim).collect();
    doc.reverse();
    doc
}

/// The metrics of a file that programs know by another name than the source does. The last part of an id is the name of the
/// type, or all of it is; a published id of another name has an alias.
pub fn misnamed(file: &File) -> Vec<String> {
    let is_named = |name: &str, id: &str| {
        let plain = |text: &str| text.replace(['_', '.'], "");
        let last = id.split('.').next_back().unwrap_or(id);
        [plain(last), plain(id)].contains(&name.to_lowercase())
    };
    let complain = |defined: Defined| {
        let Defined { name, id } = defined;
        let mut ids =
            ALIASES.iter().filter(|(_, published)| *published == id).map(|(alias, _)| *alias).chain([id]);
        (!ids.any(|id| is_named(name, id))).then(|| format!("{name} is not {id}"))
    };
    defined_in(&file.text).into_iter().filter_map(complain).collect()
}

/// Where formula or source of a doc comment are not those of the metric.
pub fn untrue_docs(file: &File) -> Vec<String> {
    let defined = defined_in(&file.text).into_iter();
    let complaints = defined.flat_map(|Defined { name, id }| {
        let doc = doc_comment(&file.text, name);
        let found = entry(id);
        let formula = match found {
            Some(Entry::Metric(metric)) => untrue_formula(metric, &paragraph(&doc, "# Formula")),
            _ => None,
        };
        let source =
            found.and_then(|found| untrue_source(&found.info().source, &paragraph(&doc, "# Source")));
        [formula, source].into_iter().flatten().map(move |why| format!("{name}: {why}")).collect::<Vec<_>>()
    });
    complaints.collect()
}

/// The paragraph below a heading, as one line.
fn paragraph(doc: &[&str], heading: &str) -> String {
    let below = doc.iter().skip_while(|line| **line != heading).skip(1);
    below.take_while(|line| !line.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// The source is told by its line, its status behind it; remarks may follow.
fn untrue_source(source: &Citation, told: &str) -> Option<String> {
    let expected = format!("{}; {}.", source.line(Language::English), source.status.code());
    (!told.starts_with(&expected))
        .then(|| format!("its source is {expected:?}, the doc comment has {told:?}"))
}

/// The formula is told in any form that comes to the same numbers.
pub fn untrue_formula(metric: &dyn AnyMetric, told: &str) -> Option<String> {
    let formula = match Formula::read(told) {
        Ok(formula) => formula,
        Err(why) => return Some(format!("{told:?}: {why}")),
    };
    if formula.result != metric.info().output.symbol {
        return Some(format!("{told:?}: the result is {}", metric.info().output.symbol));
    }
    let mut compared = 0;
    for draw in 0..DRAWS {
        let numbers = numbers(metric, draw);
        let (steps, result) = metric.steps(&numbers);
        let Some(value) = result.map(|at| steps[at].value).filter(|value| value.is_finite()) else {
            continue;
        };
        let told_values = match formula.values(&by_symbol(metric, &numbers)) {
            Ok(values) => values,
            Err(why) => return Some(format!("{told:?}: {why}")),
        };
        let agrees = |told: &f64| (told - value).abs() <= 1e-9 * value.abs().max(1e-9);
        if !told_values.iter().all(agrees) {
            let written = metric.written(&numbers, &|_| "0".to_string()).symbols;
            return Some(format!("{told:?} is {told_values:?}, {written:?} is {value} of {numbers:?}"));
        }
        // Numbers that the formula does not depend on would prove nothing.
        compared += usize::from(steps.iter().any(|step| matches!(step.operation, Operation::Input(_))));
    }
    (compared == 0).then(|| format!("{told:?} was compared at no numbers"))
}

/// How often a formula is compared, each time with numbers of another size.
const DRAWS: usize = 12;

/// Numbers in their ranges, lists of four items and three rows.
fn numbers(metric: &dyn AnyMetric, draw: usize) -> Vec<(Path, f64)> {
    let paths = metric.inputs().iter().flat_map(|input| match input.shape {
        Shape::Number(_) | Shape::Optional(_) => vec![Path::to(input.key)],
        Shape::List(_) => (0..4).map(|index| Path::item(input.key, index)).collect(),
        Shape::Rows(fields) => {
            let row = |index| {
                move |field: &'static str| Path { key: input.key, index: Some(index), field: Some(field) }
            };
            (0..3).flat_map(|index| fields.iter().map(|field| field.key).map(row(index))).collect()
        }
    });
    let size = [0.3, 1.0, 4.0, 20.0, 90.0, 400.0][draw % 6];
    let number = |(count, path): (usize, Path)| {
        // Multiples of the golden ratio lie evenly and never twice in the same place.
        let share = (0.618_033_988_749_895 * (3 * count + 1) as f64 + 0.37 * draw as f64).fract();
        let range = metric.spec(path).map_or(Range { low: None, high: None }, |spec| spec.range);
        let value = match (range.low, range.high) {
            (Some((low, _)), Some((high, _))) => low + (high - low) * (0.05 + 0.9 * share),
            (Some((low, _)), None) => low + size * (0.1 + share),
            (None, Some((high, _))) => high - size * (0.1 + share),
            (None, None) => size * (share - 0.3),
        };
        (path, value)
    };
    paths.enumerate().map(number).collect()
}

/// The same numbers as a formula names them.
fn by_symbol(metric: &dyn AnyMetric, numbers: &[(Path, f64)]) -> Numbers {
    let mut found = Numbers::default();
    for (path, value) in numbers {
        let whole = Path { index: None, ..*path };
        match path.index {
            None => {
                found.single.insert(metric.symbol(whole), *value);
            }
            Some(_) => found.lists.entry(metric.symbol(whole)).or_default().push(*value),
        }
    }
    found
}
