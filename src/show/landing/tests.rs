use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::*;
use crate::catalog::{NATIONAL_COEFFICIENT, NATIONAL_COEFFICIENT_TARGET};
use crate::evaluate::irrigation;

fn pages() -> [(Language, String); 2] {
    Language::ALL.map(|language| (language, format!("<body>{}</body>", Landing { language }.page())))
}

fn elements<'a>(document: &'a Document) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(Node::is_element)
}

fn with_class<'a>(within: Node<'a, 'a>, class: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    within.descendants().filter(move |node| {
        node.attribute("class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
    })
}

fn words(node: Node) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

#[test]
fn the_page_is_well_formed_and_holds_no_code_and_no_style_of_its_own() {
    for (language, page) in pages() {
        let document = Document::parse(&page).expect("well-formed");
        for element in elements(&document) {
            assert!(!["script", "style"].contains(&element.tag_name().name()), "{language:?}");
            for attribute in element.attributes() {
                assert!(attribute.name() != "style" && !attribute.name().starts_with("on"), "{attribute:?}");
            }
        }
    }
}

#[test]
fn what_refers_to_another_element_finds_it_and_no_name_stands_twice() {
    for (_, page) in pages() {
        let document = Document::parse(&page).expect("well-formed");
        let names: Vec<&str> = elements(&document).filter_map(|element| element.attribute("id")).collect();
        let set: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), set.len(), "{names:?}");
        let references = elements(&document).flat_map(|element| {
            ["aria-labelledby", "aria-describedby"].map(|name| element.attribute(name).unwrap_or_default())
        });
        let referred: BTreeSet<&str> = references.flat_map(str::split_whitespace).collect();
        assert!(referred.len() >= 7 && referred.is_subset(&set), "{referred:?}");
    }
}

#[test]
fn the_figures_are_those_of_the_example_and_of_the_catalogue() {
    for (language, page) in pages() {
        let document = Document::parse(&page).expect("well-formed");
        let results = irrigation(&Example::City.ledger(language), None);
        let years = results.in_order();
        let (_, last) = years.last().expect("a year");
        let shown = last.coefficient.as_ref().expect("a coefficient").shown();
        let numbers: Vec<String> = with_class(document.root(), "number").map(words).collect();
        assert_eq!(numbers, [shown]);

        let rows: Vec<Vec<String>> = elements(&document)
            .filter(|element| element.has_tag_name("tr"))
            .map(|row| row.children().filter(Node::is_element).map(words).collect())
            .collect();
        let own = |year: i32| {
            let (_, figures) = years.iter().find(|(known, _)| *known == year)?;
            Some(figures.coefficient.as_ref()?.shown())
        };
        for (year, _) in &years {
            let row = rows.iter().find(|row| row[0] == year.to_string()).expect("a row of the year");
            let national = NATIONAL_COEFFICIENT.at(*year).expect("a published value").printed;
            assert_eq!(row[1..3], [own(*year).expect("a coefficient"), national.to_string()]);
        }
        for target in NATIONAL_COEFFICIENT_TARGET.values.iter().filter(|target| target.year > 2019) {
            let row = rows.iter().find(|row| row[0] == target.year.to_string()).expect("a row of the target");
            assert_eq!(row[3].trim_end_matches('*'), target.printed);
        }
    }
}

#[test]
fn every_number_has_its_derivation_down_to_what_was_typed() {
    for (language, page) in pages() {
        let document = Document::parse(&page).expect("well-formed");
        let dialogs: Vec<Node> =
            elements(&document).filter(|element| element.has_tag_name("dialog")).collect();
        let figures: Vec<Node> = with_class(document.root(), "figure").collect();
        assert_eq!((figures.len(), dialogs.len()), (1, 1));
        for (figure, dialog) in figures.into_iter().zip(&dialogs) {
            assert!(figure.descendants().any(|node| node.attribute("data-does") == Some("explain")));
            let number = words(with_class(figure, "number").next().expect("a number"));
            let formulas: Vec<String> =
                dialog.descendants().filter(|node| node.has_tag_name("dd")).map(words).collect();
            assert!(formulas[1].ends_with(&number), "{}", formulas[1]);
            // A typed number says so, and any other unfolds into a formula or a source of its own.
            let typed = Key::DerivationTyped.say(language).replace("{label}", "");
            let (mut leaves, mut unfolding) = (0, 0);
            for input in
                with_class(*dialog, "inputs").flat_map(|list| list.children().filter(Node::is_element))
            {
                match input.first_element_child().filter(|child| child.has_tag_name("details")) {
                    None => {
                        assert!(words(input).contains(&typed), "{}", words(input));
                        leaves += 1;
                    }
                    Some(details) => {
                        assert!(with_class(details, "source").next().is_some(), "{}", words(details));
                        unfolding += 1;
                    }
                }
            }
            // Net and gross water of each of the eight districts; the region takes its gross water once more.
            assert_eq!((leaves, unfolding), (24, 8));
        }
    }
}

#[test]
fn each_language_has_all_its_words_and_none_of_the_other() {
    for (language, page) in pages() {
        let document = Document::parse(&page).expect("well-formed");
        let said = words(document.root());
        let links = |route: Route| {
            let leads_there = |link: &Node| link.attribute("href") == Some(route.to_hash().as_str());
            elements(&document).filter(leads_there).count()
        };
        for (name, route) in PARTS {
            assert!(said.contains(name.say(language)) && links(route) >= 1);
        }
        for door in DOORS {
            assert!(door.own.is_none_or(|own| links(own) >= 2), "{:?}", door.name);
            assert!(door.example.is_none_or(|example| links(example) >= 1), "{:?}", door.name);
            assert!(said.contains(door.bring.say(language)) && said.contains(door.take.say(language)));
        }
        for key in [Key::HomeSample, Key::OpenExample, Key::HomeDoors, Key::AppPurpose, Key::HomeGreeting] {
            assert!(said.contains(key.say(language)) && !said.contains(key.say(language.other())), "{key:?}");
        }
    }
}

#[test]
fn the_page_names_every_file_that_it_offers_and_each_is_what_it_says() {
    let page = landing_page();
    let files = landing_files();
    assert_eq!(files.len(), 4);
    for (name, content) in files {
        assert!(page.contains(&format!("href=\"./{name}\"")), "{name}");
        if name.ends_with(".svg") {
            let picture = Document::parse(&content).expect("well-formed");
            assert!(picture.root_element().has_tag_name(("http://www.w3.org/2000/svg", "svg")), "{name}");
        } else {
            let lines: Vec<&str> = content.trim_start_matches('\u{feff}').lines().collect();
            assert!(lines.len() > 5 && lines.iter().any(|line| line.contains("0.5900")), "{content}");
        }
    }
}

#[test]
fn one_language_stands_in_the_document_and_the_other_in_a_template() {
    let page = format!("<body>{}</body>", landing_page());
    let document = Document::parse(&page).expect("well-formed");
    let parts: Vec<(&str, Option<&str>)> = document
        .root_element()
        .children()
        .filter(Node::is_element)
        .map(|part| (part.tag_name().name(), part.attribute("lang")))
        .collect();
    assert_eq!(parts, [("div", Some("zh-CN")), ("template", Some("en"))]);
}
