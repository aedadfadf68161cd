//! Splitting a module into the code that every page needs and parts that are loaded with the pages that need them.
//!
//! `#[wasm_split]` marks the functions, one for each page, whose code may come later. The splitter takes that code out of the
//! linked module, by the relocations that the linker left, and makes a chunk of whatever the same set of pages shares. Those
//! are over a hundred small files, so chunks that about the same pages load are joined (wasm-merge).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload, TypeRef};

use crate::modules::FEATURES;
use crate::names::{Site, mentions};
use crate::parallel;
use crate::project::{Project, run_quietly};

/// The script that loads the parts.
pub const LOADER: &str = "parts.js";

/// The name under which the main module imports the functions of the loader. It stands in the module's code, where no name with
/// a hash could be written.
const LINK: &str = "__wasm_split_loader";

/// How many files the parts may be.
const MOST_PARTS: usize = 140;

/// How often it counts what a page loads in vain when chunks are joined, where it counts more than once: most where people
/// begin, with the chart that the first of these shows before anything is typed.
const WEIGHTS: [(&str, u64); 17] = [
    ("irrigation", 8),
    ("industry", 4),
    ("certification", 8),
    ("plant_plans", 9),
    ("trends", 5),
    ("irrigation_plans", 3),
    ("institution_plans", 3),
    ("rubrics", 3),
    ("ledgers", 3),
    ("methods", 4),
    ("sheets", 3),
    ("form", 2),
    ("plan_tabs", 2),
    ("region", 4),
    ("region_glance", 3),
    ("region_tabs", 3),
    ("year_report", 2),
];

/// The part that is loaded with every page.
const WITH_EVERY_PAGE: &str = "keeper";

/// Parts that are opened within other pages only, each with those pages. What all of them need is there by then and costs
/// nothing more.
const OPENED_WITHIN: [(&str, &[&str]); 32] = [
    ("filled", &["irrigation", "industry", "certification"]),
    ("older", &["irrigation"]),
    ("older_journal", &["irrigation"]),
    ("keeper", &["irrigation", "industry", "certification"]),
    ("trends", &["irrigation"]),
    ("picture", &["industry"]),
    ("details", &["irrigation"]),
    ("analyses", &["industry"]),
    ("steps", &["certification"]),
    ("attached", &["steps", "analyses"]),
    ("pack", &["form"]),
    ("plant_plans", &["retrofit"]),
    ("irrigation_plans", &["retrofit"]),
    ("institution_plans", &["retrofit"]),
    ("plan_tabs", &["retrofit"]),
    ("plan_flows", &["retrofit"]),
    ("plan_years", &["retrofit"]),
    ("pass_line", &["certification", "retrofit"]),
    ("region_glance", &["region"]),
    ("region_tabs", &["region"]),
    ("region_flows", &["region"]),
    ("region_scores", &["region"]),
    ("region_units", &["region"]),
    ("region_numbers", &["certification"]),
    ("basis", &["irrigation", "industry", "steps"]),
    ("drawing", &["irrigation", "industry", "steps"]),
    ("embedding", &["irrigation", "industry", "steps"]),
    ("workbook_in", &["irrigation", "industry", "steps"]),
    ("matching", &["irrigation", "industry", "steps"]),
    ("take_in", &["irrigation", "industry", "certification"]),
    ("rubric_table", &["rubrics"]),
    ("sentences", &["irrigation", "industry", "steps"]),
];

/// A part that works out every figure of a ledger, which is asked for now and then, and the pages whose code it may load in full: by itself
/// it would cut the code of each of them in two, and every visitor would pay for that.
const SWEEPING: (&str, [&str; 6]) = (
    "workbook_out",
    ["irrigation", "industry", "certification", "plant_plans", "irrigation_plans", "institution_plans"],
);

/// What the splitter wrote.
pub struct Split {
    /// The module that every page needs, for wasm-bindgen.
    pub main: PathBuf,
    /// Chunks of code, each with the pages that need it.
    chunks: Vec<Chunk>,
}

/// Code that is needed by the same pages.
#[derive(Clone)]
struct Chunk {
    files: Vec<PathBuf>,
    bytes: u64,
    pages: BTreeSet<String>,
}

/// Splits a linked module into files in a folder.
pub fn split(linked: &Path, folder: &Path) -> Result<Split, String> {
    let input = fs::read(linked).map_err(|error| format!("cannot read {}: {error}", linked.display()))?;
    let main = folder.join(linked.file_name().unwrap_or_default());
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let output = transform(options).map_err(|error| format!("splitting {}: {error:#}", linked.display()))?;
    let mut pages_of: HashMap<String, BTreeSet<String>> = HashMap::new();
    for (page, stems) in output.prefetch_map {
        for stem in stems {
            pages_of.entry(stem).or_default().insert(page.clone());
        }
    }
    let mut chunks = Vec::new();
    for file in output.split_modules {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // A file of no page is an empty one.
        let Some(mut pages) = pages_of.remove(&stem) else { continue };
        for (part, openers) in OPENED_WITHIN {
            if openers.iter().all(|page| pages.contains(*page)) {
                pages.insert(part.to_owned());
            }
        }
        let (sweeping, swept) = SWEEPING;
        if swept.iter().any(|page| pages.contains(*page)) {
            pages.insert(sweeping.to_owned());
        }
        let bytes = code_size(&file)?;
        chunks.push(Chunk { files: vec![file], bytes, pages });
    }
    if chunks.is_empty() {
        return Err(format!("{} marks no page as loadable", linked.display()));
    }
    // The splitter gives no order.
    chunks.sort_by(|a, b| (&a.pages, &a.files).cmp(&(&b.pages, &b.files)));
    Ok(Split { main, chunks })
}

/// The bytes of code and data in a file. Names and types, which are most of a small one, are gone once files are joined.
fn code_size(file: &Path) -> Result<u64, String> {
    let words = |error: &dyn std::fmt::Display| format!("cannot read {}: {error}", file.display());
    let bytes = fs::read(file).map_err(|error| words(&error))?;
    let mut size = 0;
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload.map_err(|error| words(&error))? {
            Payload::CodeSectionStart { range, .. } => size += range.end - range.start,
            Payload::DataSection(data) => size += data.range().end - data.range().start,
            _ => {}
        }
    }
    Ok(size)
}

impl Split {
    /// Joins the chunks into few files and writes them with their loader into a folder; returns the files of code.
    pub fn join(self, project: &Project, folder: &Path) -> Result<Vec<PathBuf>, String> {
        let groups = grouped(self.chunks, MOST_PARTS);
        let stub = folder.join("stub.wat");
        let words = |error: std::io::Error| format!("cannot write into {}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(words)?;
        fs::write(&stub, stub_text(&groups)?).map_err(words)?;
        let files = write_parts(&groups, folder, |group, file| {
            let mut merge = project.command("wasm-merge");
            merge.args(FEATURES).arg("-g").arg(&stub).arg(SHARED);
            for (chunk, path) in (1..).zip(&group.files) {
                merge.arg(path).arg(format!("chunk_{chunk}"));
            }
            run_quietly(merge.arg("-o").arg(file))
        })?;
        fs::remove_file(stub).map_err(words)?;
        Ok(files)
    }

    /// Writes the chunks as they are, over a hundred of them, with their loader into a folder, without wasm-merge.
    pub fn copy(self, folder: &Path) -> Result<Vec<PathBuf>, String> {
        fs::create_dir_all(folder).map_err(|error| format!("cannot write {}: {error}", folder.display()))?;
        write_parts(&self.chunks, folder, |chunk, file| {
            let result = chunk.files.iter().try_for_each(|from| fs::copy(from, file).map(|_| ()));
            result.map_err(|error| format!("cannot write {}: {error}", file.display()))
        })
    }
}

/// The script of the main module, as wasm-bindgen wrote it, with imports from the loader's file.
pub fn with_loader(script: &str) -> Result<String, String> {
    let from = format!(" from \"{LINK}\"");
    if !script.contains(&from) {
        return Err(format!("the script of wasm-bindgen imports nothing{from}: is it of another version?"));
    }
    Ok(script.replace(&from, &format!(" from \"./{LOADER}\"")))
}

/// Writes each group to a file of its own, by the function that is given, and the loader beside.
fn write_parts(
    groups: &[Chunk],
    folder: &Path,
    write: impl Fn(&Chunk, &Path) -> Result<(), String> + Sync,
) -> Result<Vec<PathBuf>, String> {
    let names: Vec<_> = (1..=groups.len()).map(|number| format!("part_{number}.wasm")).collect();
    let files: Vec<_> = names.iter().map(|name| folder.join(name)).collect();
    let tasks: Vec<_> = groups.iter().zip(&files).collect();
    parallel::for_each(&tasks, |(group, file)| write(group, file))?;
    let mut loaded = BTreeMap::<&str, Vec<String>>::new();
    for (group, name) in groups.iter().zip(names) {
        for page in &group.pages {
            loaded.entry(page).or_default().push(name.clone());
        }
    }
    let loader = folder.join(LOADER);
    fs::write(&loader, loader_text(&loaded))
        .map_err(|error| format!("cannot write {}: {error}", loader.display()))?;
    Ok(files)
}

/// Joins the two groups again and again whose joining makes visits load the fewest bytes that they do not need, until
/// so many groups are left.
fn grouped(chunks: Vec<Chunk>, most: usize) -> Vec<Chunk> {
    // What the same pages need is one group in any case.
    let mut by_pages = BTreeMap::<BTreeSet<String>, Chunk>::new();
    for chunk in chunks {
        match by_pages.get_mut(&chunk.pages) {
            Some(group) => join(group, chunk),
            None => {
                by_pages.insert(chunk.pages.clone(), chunk);
            }
        }
    }
    let mut groups: Vec<_> = by_pages.into_values().collect();
    let pages: BTreeSet<String> = groups.iter().flat_map(|group| &group.pages).cloned().collect();
    let visits: Vec<_> = pages.iter().flat_map(|page| visits_of(page)).collect();
    let is_loaded = |group: &Chunk, visit: &Visit| visit.parts.iter().any(|part| group.pages.contains(*part));
    let mut loaded: Vec<Vec<bool>> =
        groups.iter().map(|group| visits.iter().map(|visit| is_loaded(group, visit)).collect()).collect();
    while groups.len() > most {
        let pairs = (0..groups.len()).flat_map(|a| (a + 1..groups.len()).map(move |b| (a, b)));
        let wasted = |(a, b): &(usize, usize)| -> u64 {
            let of_visit = |(at, visit): (usize, &Visit)| match (loaded[*a][at], loaded[*b][at]) {
                (true, false) => visit.weight * groups[*b].bytes,
                (false, true) => visit.weight * groups[*a].bytes,
                _ => 0,
            };
            visits.iter().enumerate().map(of_visit).sum()
        };
        let Some((a, b)) = pairs.min_by_key(wasted) else { break };
        let (other, other_loaded) = (groups.remove(b), loaded.remove(b));
        join(&mut groups[a], other);
        loaded[a].iter_mut().zip(other_loaded).for_each(|(is_loaded, too)| *is_loaded |= too);
    }
    groups
}

/// What is loaded together to show a page, and how often it counts.
struct Visit<'p> {
    parts: Vec<&'p str>,
    weight: u64,
}

/// A page by itself; a part that is opened within pages with each of them.
fn visits_of(page: &str) -> Vec<Visit<'_>> {
    let weight = WEIGHTS.iter().find(|(name, _)| *name == page).map_or(1, |(_, weight)| *weight);
    let within = OPENED_WITHIN.iter().find(|(name, _)| *name == page && page != WITH_EVERY_PAGE);
    let Some((_, openers)) = within else {
        return vec![Visit { parts: vec![page, WITH_EVERY_PAGE], weight }];
    };
    let opened = openers.iter().flat_map(|opener| visits_of(opener));
    opened.map(|visit| Visit { parts: [visit.parts.as_slice(), &[page]].concat(), weight }).collect()
}

fn join(group: &mut Chunk, other: Chunk) {
    group.files.extend(other.files);
    group.bytes += other.bytes;
    group.pages.extend(other.pages);
}

/// The module from which the splitter's chunks import what they share with the main one.
const SHARED: &str = "__wasm_split";

/// A module by the name of [`SHARED`] that hands on what it imports from `shared`, for all chunks of a file at once:
/// otherwise each would keep an import of the memory of its own, and a file of two memories is not valid.
fn stub_text(groups: &[Chunk]) -> Result<String, String> {
    let mut lines = BTreeMap::new();
    for file in groups.iter().flat_map(|group| &group.files) {
        let words = |error: &dyn std::fmt::Display| format!("cannot read {}: {error}", file.display());
        let bytes = fs::read(file).map_err(|error| words(&error))?;
        for payload in Parser::new(0).parse_all(&bytes) {
            let Payload::ImportSection(imports) = payload.map_err(|error| words(&error))? else { continue };
            for import in imports.into_imports() {
                let import = import.map_err(|error| words(&error))?;
                let (kind, form) = match import.ty {
                    TypeRef::Memory(memory) => ("memory", format!("{}", memory.initial)),
                    TypeRef::Table(table) => ("table", format!("{} funcref", table.initial)),
                    TypeRef::Global(global) if global.mutable => ("global", "(mut i32)".to_owned()),
                    _ => return Err(words(&format!("it imports {}, which parts do not share", import.name))),
                };
                lines.insert(import.name.to_owned(), (kind, form));
            }
        }
    }
    let imports = lines
        .iter()
        .map(|(name, (kind, form))| format!("(import \"shared\" \"{name}\" ({kind} ${name} {form}))\n"));
    let exports = lines.iter().map(|(name, (kind, _))| format!("(export \"{name}\" ({kind} ${name}))\n"));
    Ok(format!("(module\n{}{})\n", imports.collect::<String>(), exports.collect::<String>()))
}

/// How a line of the loader begins that loads a page, whose name follows.
const LOAD: &str = "export const __wasm_split_load_";

/// The script that loads parts. The main module calls `__wasm_split_load_PAGE`; each stands on a line of its own with the
/// files it loads, which the size gate reads.
fn loader_text(loaded: &BTreeMap<&str, Vec<String>>) -> String {
    let mut text = include_str!("parts.js").to_owned();
    for (page, files) in loaded {
        let files: Vec<_> = files.iter().map(|file| format!("'./{file}'")).collect();
        text += &format!("{LOAD}{page} = load([{}]);\n", files.join(", "));
    }
    text
}

/// The pages of a built site, each with the files of code that its loader names beside the main module's: the loader itself
/// and the parts.
pub fn pages(site: &Site) -> Result<BTreeMap<&str, Vec<&String>>, String> {
    let stem = LOADER.trim_end_matches("js").replace('.', "-");
    let (loader, text) = site
        .iter()
        .find(|(address, _)| address.starts_with(&stem))
        .ok_or("the site has no loader of parts")?;
    let text = std::str::from_utf8(text).map_err(|error| format!("{loader}: {error}"))?;
    let mut pages = BTreeMap::new();
    for line in text.lines() {
        let Some((page, _)) = line.strip_prefix(LOAD).and_then(|rest| rest.split_once(' ')) else { continue };
        let is_loaded = |address: &&String| *address == loader || mentions(line.as_bytes(), address);
        pages.insert(page, site.keys().filter(is_loaded).collect());
    }
    Ok(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(file: &str, bytes: u64, pages: &[&str]) -> Chunk {
        let pages = pages.iter().map(|page| page.to_string()).collect();
        Chunk { files: vec![file.into()], bytes, pages }
    }

    #[test]
    fn chunks_are_joined_where_pages_load_the_least_in_vain() {
        let chunks = vec![
            chunk("a", 100, &["a"]),
            chunk("b", 100, &["b"]),
            chunk("ab", 50, &["a", "b"]),
            chunk("ab too", 50, &["a", "b"]),
            chunk("c", 3, &["c"]),
            chunk("bc", 2, &["b", "c"]),
        ];
        let files = |groups: Vec<Chunk>| -> Vec<Vec<String>> {
            let name = |file: &PathBuf| file.display().to_string();
            groups.iter().map(|group| group.files.iter().map(name).collect()).collect()
        };
        assert_eq!(
            files(grouped(chunks.clone(), 9)),
            [vec!["a"], vec!["ab", "ab too"], vec!["b"], vec!["bc"], vec!["c"]]
        );
        // Page b loads c's 3 bytes in vain.
        assert_eq!(files(grouped(chunks, 4))[3], ["bc", "c"]);
    }

    #[test]
    fn the_script_imports_from_the_loader_and_keeps_the_name_that_the_code_knows() {
        let script =
            "import * as import1 from \"__wasm_split_loader\"\n({ \"__wasm_split_loader\": import1 })";
        let expected = "import * as import1 from \"./parts.js\"\n({ \"__wasm_split_loader\": import1 })";
        assert_eq!(with_loader(script).as_deref(), Ok(expected));
        assert!(with_loader("let wasm;").is_err());
    }

    #[test]
    fn the_loader_names_the_files_of_each_page_on_a_line() {
        let loaded = BTreeMap::from([("a", vec!["part_1.wasm".to_owned(), "part_2.wasm".to_owned()])]);
        let text = loader_text(&loaded);
        assert!(
            text.ends_with(
                "\nexport const __wasm_split_load_a = load(['./part_1.wasm', './part_2.wasm']);\n"
            )
        );
    }
}
