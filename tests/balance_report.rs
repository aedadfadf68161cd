//! 水平衡测试报表, the sheets of a plant's period on paper: what stands in them, in both languages.

use water_ledger::evaluate::plant;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{Edit, Example, Ledger, PERIODS, PlantEntry, RowId};
use water_ledger::show::paper::{Block, Report};
use water_ledger::show::plant::balance_report;
use water_ledger::text::{Key, Language};

fn last(ledger: &Ledger) -> RowId {
    ledger.sheets(&PERIODS).last().expect("a period").id
}

fn report(ledger: &Ledger, chosen: Derivations, language: Language) -> Report {
    balance_report(ledger, &plant(ledger, None), last(ledger), chosen, language).expect("the period is there")
}

fn derived(report: &Report) -> usize {
    let blocks = report.all_sections().into_iter().flat_map(|section| &section.blocks);
    blocks.filter(|block| matches!(block, Block::Derived(_))).count()
}

#[test]
fn every_sheet_of_the_test_is_on_paper_in_both_languages() {
    for example in [Example::Works, Example::Smelter] {
        for language in Language::ALL {
            let report = report(&example.ledger(language), Derivations::Main, language);
            let titles: Vec<&str> = report.sections.iter().map(|section| section.title.as_str()).collect();
            for key in [
                Key::ResultsTitle,
                Key::SuppliesTitle,
                Key::ProductsTitle,
                Key::MetersTitle,
                Key::ChartFlowsTitle,
                Key::StatisticsTitle,
                Key::AnalysisTitle,
                Key::PrerequisitesTitle,
                Key::SectionCooling,
                Key::SectionBalance,
                Key::SectionCosts,
                Key::ReportTyped,
                Key::ReportProblems,
                Key::ReportDerivations,
                Key::ReportSources,
            ] {
                assert!(titles.contains(&key.say(language)), "{example:?} {}: {titles:?}", key.say(language));
            }
            let text = report.text();
            assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{example:?}");
        }
    }
}

#[test]
fn derivations_are_chosen_and_no_number_leads_nowhere() {
    let ledger = Example::Works.ledger(Language::Chinese);
    let of = |chosen| report(&ledger, chosen, Language::Chinese);
    let (main, all) = (of(Derivations::Main), of(Derivations::All));
    assert!(derived(&main) > 5 && derived(&main) < derived(&all), "{} {}", derived(&main), derived(&all));
    let none = of(Derivations::None);
    assert_eq!(derived(&none), 0);
    assert!(!none.text().contains("[1]"));
    // What is counted by level carries the level's name, not the number of its row.
    assert!(!all.text().contains("#1"), "{}", all.text());
}

#[test]
fn the_cover_names_the_plant_and_who_was_typed() {
    let ledger = Example::Works.ledger(Language::Chinese);
    let place = PERIODS.at(&[]);
    let tester = Edit::set(place, last(&ledger), PlantEntry::Tester, "李工");
    let ledger = ledger.after(tester).expect("an entry");
    let report = report(&ledger, Derivations::Main, Language::Chinese);
    assert_eq!(report.subject, "示例机械厂");
    let lines: Vec<(&str, &str)> =
        report.cover.lines.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let expected = [("测试时段", "2024"), ("测试单位", ""), ("测试人", "李工"), ("测试日期", "")];
    assert_eq!(lines, expected);
    assert_eq!(report.cover.signatures, ["测试人（签字）", "审核（签字）", "单位（盖章）"]);
}
