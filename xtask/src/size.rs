//! The size gate: what a visitor downloads until a page is usable, page by page.

use std::fs;
use std::path::Path;

use crate::compress::{ENCODINGS, twin};
use crate::names::{PAGE, Site, is_page, mentions, read};
use crate::offline::WORKER;
use crate::page::FRAMED;
use crate::project::Project;
use crate::site;
use crate::split::pages;

/// What a page may weigh, in bytes after brotli compression, which static hosts use.
struct Budget<'a> {
    /// The page, by the name of its part.
    page: &'a str,
    /// The most that may travel until it is usable. It is a ratchet: it may sink, and rises only with a reason.
    limit: usize,
    /// What it should come down to.
    aim: usize,
}

/// The first view of a new visitor: what stands in the document, without the app; half a kilobyte of it leads to the city's page and to frames.
const LANDING: Budget<'_> = Budget { page: "landing", limit: 21_500, aim: 15_000 };

/// The pages that have a budget of their own. Every page knows what a ledger may hold: a vertical more in it, as regions are, is 4 to 5 kB
/// of columns on each.
const BUDGETS: &[Budget<'_>] = &[
    Budget { page: "irrigation", limit: 484_500, aim: 350_000 },
    Budget { page: "industry", limit: 507_500, aim: 380_000 },
    Budget { page: "certification", limit: 604_000, aim: 420_000 },
    // Its first step comes with the page; this is what all its steps take together.
    Budget { page: "steps", limit: 786_000, aim: 600_000 },
    // The picture of a plant's water, with the page.
    Budget { page: "picture", limit: 580_000, aim: 420_000 },
    // The tabs beside a plant's first, with the page.
    Budget { page: "analyses", limit: 608_000, aim: 480_000 },
    Budget { page: "details", limit: 539_000, aim: 420_000 },
    Budget { page: "region_glance", limit: 547_000, aim: 400_000 },
    // What other verticals come to is worked out for a region's plan, its rubrics' numbers and its assessments when a ledger first asks for it.
    Budget { page: "region_tabs", limit: 569_500, aim: 420_000 },
    Budget { page: "region_flows", limit: 549_000, aim: 420_000 },
    Budget { page: "region_units", limit: 634_000, aim: 480_000 },
    Budget { page: "region_numbers", limit: 677_500, aim: 500_000 },
    Budget { page: "region_scores", limit: 753_500, aim: 600_000 },
    Budget { page: "year_report", limit: 603_500, aim: 480_000 },
    Budget { page: "report", limit: 550_500, aim: 420_000 },
    // Papers are opened from their pages, whose files are there by then: chunks are joined so that those are light.
    Budget { page: "form", limit: 696_000, aim: 420_000 },
    // What packs a self-assessment, with the form that offers it; the files that are attached, with the tabs that show them.
    Budget { page: "pack", limit: 722_000, aim: 480_000 },
    Budget { page: "attached", limit: 550_500, aim: 420_000 },
    Budget { page: "sheets", limit: 587_000, aim: 420_000 },
    Budget { page: "retrofit", limit: 354_500, aim: 350_000 },
    // What a plan is about is evaluated with it: a plant, a year of irrigation, an institution with its rubrics.
    Budget { page: "plant_plans", limit: 557_000, aim: 400_000 },
    Budget { page: "irrigation_plans", limit: 540_000, aim: 400_000 },
    Budget { page: "institution_plans", limit: 711_000, aim: 550_000 },
    // All tabs of a plan beside its first, with its paper, the library of measures and the searches among sets of them.
    Budget { page: "plan_tabs", limit: 616_000, aim: 450_000 },
    // The ways to a pass line: a rubric's planner and all that plans for institutions evaluate, with the page that asks for it.
    Budget { page: "pass_line", limit: 709_000, aim: 600_000 },
    // Chunks are joined so that the pages where people begin stay light; these load more in vain. The table of a rubric comes with the first.
    Budget { page: "rubric_table", limit: 620_500, aim: 450_000 },
    Budget { page: "rubrics", limit: 592_000, aim: 450_000 },
    Budget { page: "trends", limit: 518_500, aim: 450_000 },
    // A workbook rests on every figure of the ledger; its code comes when one is asked for.
    Budget { page: "workbook_out", limit: 981_500, aim: 600_000 },
    // It lists every formula.
    Budget { page: "methods", limit: 466_500, aim: 300_000 },
];

/// The calculator of homes, a module of its own with none of the app.
const HOUSEHOLD: Budget<'_> = Budget { page: "household", limit: 188_000, aim: 130_000 };

/// The page of a city in each language, and what may weigh a piece of it with all that it loads.
const CITY: [Budget<'_>; 2] = [
    Budget { page: "city", limit: 30_000, aim: 20_000 },
    Budget { page: "city-en", limit: 30_000, aim: 20_000 },
];
const PIECE: Budget<'_> = Budget { page: "the largest piece", limit: 20_000, aim: 12_000 };

/// The limit of every other page, and what it should come down to.
const OTHERS: (usize, usize) = (545_000, 420_000);

/// What may travel until the site needs no network any more, in bytes after compression; a fifth of it is the module of workbooks, and some
/// 80 kB are the page of a city with its pieces and pictures, in two languages.
const OFFLINE: usize = 2_645_000;

/// What a limit leaves open, as a part of it: code is divided into files by what joins best, and two machines divide the same code so
/// that it packs up to 0.4 % differently.
const PACKING: usize = 200;

/// Prints the size of every file, of all that a page needs, and of the whole site, and fails where that is too much.
pub fn check(project: &Project) -> Result<(), String> {
    let dist = site::dist(project);
    let site = read(&dist)?;
    if !site.contains_key(PAGE) {
        return Err("there is no built site: run `cargo xtask build`".to_owned());
    }
    println!("{:<44} {:>9} {:>9}", "file", "bytes", "brotli");
    for (address, content) in &site {
        println!("{address:<44} {:>9} {:>9}", content.len(), packed_size(&dist, &site, address)?);
    }
    println!("\n{:<44} {:>9} {:>9}", "page, with all that it needs", "files", "brotli");
    let mut failures = Vec::new();
    let weight = |needed: &[&String]| {
        needed.iter().try_fold(0, |sum, address| Ok::<_, String>(sum + packed_size(&dist, &site, address)?))
    };
    let mut pieces = Vec::new();
    // The calculator of homes stands there too, and is weighed by itself.
    let is_piece = |address: &str| address.starts_with("embed/") && address != FRAMED;
    for (address, _) in site.iter().filter(|(address, _)| is_piece(address)) {
        let needed = needed_by(&site, address);
        pieces.push((weight(&needed)?, needed));
    }
    let largest = pieces.into_iter().max_by_key(|(weight, _)| *weight).map(|(_, needed)| (PIECE, needed));
    for (budget, needed) in views(&site)?.into_iter().chain(largest) {
        let packed = weight(&needed)?;
        let Budget { page, limit, aim } = budget;
        println!("{page:<44} {:>9} {packed:>9}  limit {limit}, aim {aim}", needed.len());
        failures.extend(beyond(page, packed, limit));
    }
    let mut whole = 0;
    for address in site.keys() {
        whole += packed_size(&dist, &site, address)?;
    }
    println!("{:<44} {:>9} {whole:>9}  limit {OFFLINE}, aim 1300000", "everything, offline", site.len());
    failures.extend(beyond("the site", whole, OFFLINE));
    if failures.is_empty() { Ok(()) } else { Err(failures.join("; ")) }
}

/// What to say of a weight that is above its limit by more than packing may make.
fn beyond(what: &str, packed: usize, limit: usize) -> Option<String> {
    (packed > limit + limit / PACKING)
        .then(|| format!("{what} needs {packed} bytes, {} more than its limit", packed - limit))
}

/// The views with their budgets and the addresses that each needs.
fn views(site: &Site) -> Result<Vec<(Budget<'_>, Vec<&String>)>, String> {
    let mut views =
        vec![(LANDING, needed(site, None, &[])), (HOUSEHOLD, needed(site, Some(HOUSEHOLD.page), &[]))];
    for budget in CITY {
        let page = format!("{}.html", budget.page);
        if let Some((page, _)) = site.get_key_value(&page) {
            views.push((budget, needed_by(site, page)));
        }
    }
    let loaded = pages(site)?;
    for Budget { page, .. } in BUDGETS {
        if !loaded.contains_key(*page) {
            return Err(format!("no part of the site is called {page}, which has a budget"));
        }
    }
    for (page, files) in loaded {
        let budget = BUDGETS.iter().find(|budget| budget.page == page);
        let (limit, aim) = budget.map_or(OTHERS, |budget| (budget.limit, budget.aim));
        views.push((Budget { page, limit, aim }, needed(site, Some("app"), &files)));
    }
    Ok(views)
}

/// A page that stands by itself and the files that its head names. The picture beside its link is loaded by those who share that.
fn needed_by<'a>(site: &'a Site, page: &'a str) -> Vec<&'a String> {
    let head = head_of(&site[page]);
    let is_needed = |address: &&String| {
        *address == page || (!is_page(address) && !address.starts_with(PREVIEW) && mentions(head, address))
    };
    site.keys().filter(is_needed).collect()
}

/// What the name of the picture begins with that stands beside shared links.
const PREVIEW: &str = "preview-";

/// The head of a page.
fn head_of(page: &[u8]) -> &[u8] {
    page.windows(7).position(|part| part == b"</head>").map_or(page, |end| &page[..end])
}

/// The page that the host shows and the files that its head names; with a module its files, what the script that starts the
/// page names for it, and parts of it.
fn needed<'a>(site: &'a Site, module: Option<&str>, parts: &[&String]) -> Vec<&'a String> {
    let page = &site[PAGE];
    // What the body names is fetched by whoever asks for it.
    let head = head_of(page);
    let of_module = module.map(|name| [format!("{name}-"), format!("{name}_bg-"), "snippets/".to_owned()]);
    let start = site.iter().find(|(address, _)| module.is_some() && address.starts_with("boot-"));
    // The script that starts the page names the files of both modules, of which one is loaded.
    let is_of_other = |address: &str| address.starts_with(HOUSEHOLD.page) != (module == Some(HOUSEHOLD.page));
    let is_common = |address: &str| address.starts_with("offline-");
    let is_loaded = |address: &String| {
        let is_named = start.is_some_and(|(_, script)| mentions(script, address));
        // It leads to other pages and loads none of them.
        is_named && !is_page(address) && (is_common(address) || !is_of_other(address))
    };
    let is_needed = |address: &&String| {
        *address == PAGE
            || mentions(head, address)
            || is_loaded(address)
            || of_module.iter().flatten().any(|start| address.starts_with(start.as_str()))
            || parts.contains(address)
    };
    // The worker for later visits comes when all else is there.
    let is_for_others = |address: &&String| **address == WORKER || address.starts_with(PREVIEW);
    site.keys().filter(is_needed).filter(|address| !is_for_others(address)).collect()
}

/// The size of a file's brotli twin; a file without one travels as it is.
fn packed_size(dist: &Path, site: &Site, address: &str) -> Result<usize, String> {
    match fs::metadata(twin(&dist.join(address), &ENCODINGS[0])) {
        Ok(twin) => usize::try_from(twin.len()).map_err(|error| format!("{address}: {error}")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(site[address].len()),
        Err(error) => Err(format!("cannot read the twin of {address}: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_holds_but_for_what_packing_makes() {
        assert_eq!(beyond("methods", 464_500 + 2_322, 464_500), None);
        let said = beyond("methods", 467_000, 464_500);
        assert_eq!(said.as_deref(), Some("methods needs 467000 bytes, 2500 more than its limit"));
    }

    #[test]
    fn a_page_by_itself_needs_what_its_head_names() {
        let site: Site = [
            ("city.html", "<head><link href=./city-1.css><link href=./city-en.html><meta content=./preview-1.png></head><a href=./city-1.svg>"),
            ("city-1.css", ""),
            ("city-1.svg", ""),
            ("city-en.html", ""),
            ("preview-1.png", ""),
        ]
        .map(|(address, text)| (address.to_owned(), text.as_bytes().to_vec()))
        .into();
        assert_eq!(needed_by(&site, "city.html"), ["city-1.css", "city.html"]);
    }

    #[test]
    fn a_page_needs_its_module_and_its_parts() {
        let files_of = |page: &str| match page {
            "irrigation" => "'./part_1-1.wasm', './part_2-1.wasm'",
            "industry" => "'./part_2-1.wasm'",
            _ => "",
        };
        let line =
            |page: &str| format!("export const __wasm_split_load_{page} = load([{}]);\n", files_of(page));
        let loader: String = BUDGETS.iter().map(|budget| line(budget.page)).collect();
        let files = [
            ("index.html", "<head><script src=./boot-1.js></script></head><a href=./sample-1.svg download>"),
            ("sample-1.svg", ""),
            (
                "boot-1.js",
                "load('./app-1.js', './app-1.css', './parts-1.js'); load('./household-1.js', './household-1.css')",
            ),
            ("household-1.css", ""),
            ("household-1.js", ""),
            ("household_bg-1.wasm", ""),
            ("app-1.css", ""),
            ("app-1.js", ""),
            ("app_bg-1.wasm", ""),
            ("parts-1.js", &loader),
            ("part_1-1.wasm", ""),
            ("part_2-1.wasm", ""),
            ("engine-1.js", ""),
        ];
        let site: Site =
            files.iter().map(|(address, text)| (address.to_string(), text.as_bytes().to_vec())).collect();
        let views = views(&site).unwrap();
        let of = |page: &str| &views.iter().find(|(budget, _)| budget.page == page).unwrap().1;
        assert_eq!(*of("landing"), ["boot-1.js", "index.html"]);
        assert_eq!(
            *of("household"),
            ["boot-1.js", "household-1.css", "household-1.js", "household_bg-1.wasm", "index.html"]
        );
        assert_eq!(
            *of("industry"),
            [
                "app-1.css",
                "app-1.js",
                "app_bg-1.wasm",
                "boot-1.js",
                "index.html",
                "part_2-1.wasm",
                "parts-1.js",
            ]
        );
        assert!(of("irrigation").contains(&&"part_1-1.wasm".to_owned()));
    }
}
