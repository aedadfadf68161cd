use std::collections::HashSet;

use super::*;
use crate::evaluate::irrigation;
use crate::irrigation::SizeClass;
use crate::ledger::{
    Column, DISTRICTS, DistrictColumn, Edit, Example, LedgerEntry, Row, RowId, YEARS, YearEntry,
};
use crate::show::paper::{Cell, Derived};
use crate::text::Coded;

/// Everything that stands on the paper, line by line.
fn lines(report: &Report) -> Vec<String> {
    let mut lines = vec![report.title.clone(), report.subject.clone()];
    lines.extend(report.cover.lines.iter().map(|(name, text)| format!("{name} {text}")));
    lines.extend(report.cover.signatures.iter().cloned());
    for section in report.all_sections() {
        lines.push(section.title.clone());
        section.blocks.iter().for_each(|block| lines_of(block, &mut lines));
    }
    lines
}

fn lines_of(block: &Block, lines: &mut Vec<String>) {
    let shown = |cell: &Cell| format!("{} {} {}", cell.text, cell.unit, cell.u);
    match block {
        Block::Text(text, marks) => lines.extend(std::iter::once(text).chain(marks).cloned()),
        Block::Warning(text) => lines.push(text.clone()),
        Block::Values(values) => {
            lines.extend(values.iter().map(|(name, cell)| format!("{name} {}", shown(cell))));
        }
        Block::Table(table) => {
            lines.push(table.caption.clone());
            lines.extend(table.head.iter().map(|head| format!("{} {}", head.text, head.unit)));
            lines.extend(table.rows.iter().flatten().map(shown));
            lines.extend(table.notes.iter().cloned());
        }
        Block::Chart(chart) => lines.extend([chart.title.clone(), chart.source.clone()]),
        Block::List(list) | Block::Signatures(list) => lines.extend(list.iter().cloned()),
        Block::Derived(derived) => {
            lines.push(format!("[{}] {} {}", derived.number, derived.name, derived.subject));
            lines.extend([derived.symbols.clone(), derived.numbers.clone(), shown(&derived.result)]);
            lines.extend(derived.inputs.iter().map(|input| {
                format!("{} {} {} {}", input.symbol, input.name, shown(&input.value), input.from)
            }));
            lines.extend([derived.more.clone(), derived.source.clone()]);
        }
    }
}

fn report_with(ledger: &Ledger, chosen: Derivations, language: Language) -> Report {
    let id = ledger.sheets(&YEARS).last().expect("a year").id;
    coefficient_report(ledger, &irrigation(ledger, None), id, chosen, language).expect("the year is there")
}

fn report_of(ledger: &Ledger, language: Language) -> Report {
    report_with(ledger, Derivations::All, language)
}

fn derivations(report: &Report) -> Vec<Derived> {
    let blocks = report.all_sections().into_iter().flat_map(|section| section.blocks.clone());
    blocks
        .filter_map(|block| match block {
            Block::Derived(derived) => Some(*derived),
            _ => None,
        })
        .collect()
}

#[test]
fn the_example_has_every_section_and_every_figure_in_both_languages() {
    for language in Language::ALL {
        let ledger = Example::City.ledger(language);
        let report = report_of(&ledger, language);
        let titles: Vec<&str> = report.sections.iter().map(|section| section.title.as_str()).collect();
        let expected = [
            Key::ResultsTitle,
            Key::ReportYears,
            Key::ResultClasses,
            Key::TableUntitled,
            Key::ReportDetails,
            Key::SectionWaterNeed,
            Key::ReportTyped,
            Key::ReportProblems,
            Key::ReportDerivations,
            Key::ReportSources,
        ];
        assert_eq!(titles, expected.map(|key| key.say(language)));
        let text = lines(&report).join("\n");
        assert!(text.contains("2023") && text.contains("0.5900") && text.contains("0.576"), "{text}");
        let results = irrigation(&ledger, None);
        let (sheet, year) = ledger.sheets(&YEARS).iter().zip(&results.years).next_back().expect("a year");
        let results = year.every_figure(sheet);
        assert!(results.len() > 80, "{}", results.len());
        for figure in results.into_iter().map(|result| result.figure) {
            assert!(text.contains(&figure.shown()), "{figure:?} {}", figure.shown());
        }
        assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
    }
}

#[test]
fn every_derivation_stands_once_and_every_number_leads_to_one() {
    let report = report_of(&Example::City.ledger(Language::English), Language::English);
    let derived = derivations(&report);
    let numbers: Vec<usize> = derived.iter().map(|derived| derived.number).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
    let mut seen = HashSet::new();
    for derived in &derived {
        let inputs: Vec<String> = derived.inputs.iter().map(|input| input.from.clone()).collect();
        let what = (
            derived.symbols.clone(),
            derived.numbers.clone(),
            derived.name.clone(),
            derived.subject.clone(),
            inputs,
        );
        assert!(seen.insert(what), "{} {} twice", derived.name, derived.subject);
        assert!(!derived.source.is_empty() && !derived.symbols.is_empty());
        for input in &derived.inputs {
            let is_leaf = input.from.contains("as entered") || input.from.starts_with("source S");
            assert!(is_leaf || input.value.number.is_some_and(|n| numbers.contains(&n)), "{input:?}");
        }
    }
    assert_eq!(derived[0].result.text, "0.5900");
}

#[test]
fn an_empty_year_gives_a_short_honest_report() {
    for language in Language::ALL {
        let ledger = Ledger::default().with_sheets(&YEARS, [Row::blank(&YEARS, RowId(7))]);
        let report = report_of(&ledger, language);
        assert_eq!(report.sections.len(), 2);
        let text = lines(&report).join("\n");
        assert!(text.contains(Key::ReportNothing.say(language)));
        assert!(text.contains(Key::ProblemNotAYear.say(language)), "{text}");
        assert!(
            coefficient_report(&ledger, &irrigation(&ledger, None), RowId(8), Derivations::All, language)
                .is_none()
        );
    }
}

#[test]
fn hostile_names_stay_text() {
    let hostile = "<img src=x onerror=alert(1)> {label} {number}";
    let mut ledger = Example::City.ledger(Language::English);
    ledger = ledger.after(Edit::title(hostile)).expect("a title");
    let year = ledger.sheets(&YEARS).last().expect("a year").clone();
    for row in year.rows(&DISTRICTS) {
        let name = Edit::set(DISTRICTS.at(&[year.id]), row.id, DistrictColumn::Name, hostile);
        ledger = ledger.after(name).expect("the district is there");
    }
    let report = report_of(&ledger, Language::English);
    assert_eq!(report.subject, hostile);
    let text = lines(&report).join("\n");
    assert!(text.contains(&format!("{hostile}, as entered")), "{text}");
}

fn district(id: u32) -> Row {
    Row::blank(&DISTRICTS, RowId(id))
        .with(DistrictColumn::Name, format!("D{id}"))
        .with(DistrictColumn::Class, SizeClass::Small.code())
        .with(DistrictColumn::Area, "1")
        .with(DistrictColumn::Net, format!("{}", 50 + id % 7))
        .with(DistrictColumn::Gross, "100")
}

#[test]
fn a_long_ledger_names_the_districts_whose_derivations_are_not_printed() {
    let sheet = Row::blank(&YEARS, RowId(1)).with(YearEntry::Year, "2023");
    let sheet = sheet.holding(&DISTRICTS, (1..=150).map(district));
    let ledger = Ledger::default().with_sheets(&YEARS, [sheet]);
    let report = report_of(&ledger, Language::English);
    let subjects: HashSet<String> = derivations(&report).into_iter().map(|derived| derived.subject).collect();
    assert!(subjects.contains("D60") && !subjects.contains("D61"), "{subjects:?}");
    let text = lines(&report).join("\n");
    assert!(text.contains("\nD61\n") && text.contains("\nD150\n"));
    assert!(text.contains("180 more are not listed"), "{text}");
}

#[test]
fn what_was_left_out_is_listed() {
    let ledger = Example::City.ledger(Language::English);
    let year = ledger.sheets(&YEARS).last().expect("a year").id;
    let gross = Edit::set(DISTRICTS.at(&[year]), RowId(1), DistrictColumn::Gross, "abc");
    let ledger = ledger.after(gross).expect("the district is there");
    let text = lines(&report_of(&ledger, Language::English)).join("\n");
    assert!(text.contains(Key::TypedNotANumber.say(Language::English)), "{text}");
    assert!(text.contains("abc"), "what was typed is shown as it is");
}

#[test]
fn derivations_are_chosen_and_their_numbers_follow() {
    for language in Language::ALL {
        let ledger = Example::City.ledger(language);
        let of = |chosen| derivations(&report_with(&ledger, chosen, language));
        let (main, all) = (of(Derivations::Main), of(Derivations::All));
        assert!(main.len() * 5 < all.len(), "{} of {}", main.len(), all.len());
        assert_eq!(main[0].result, all[0].result);
        let numbers: Vec<usize> = main.iter().map(|derived| derived.number).collect();
        assert_eq!(numbers, (1..=main.len()).collect::<Vec<_>>());
        let inputs = || main.iter().flat_map(|derived| &derived.inputs);
        assert!(inputs().all(|input| input.value.number.is_none_or(|number| number <= main.len())));
        let none = report_with(&ledger, Derivations::None, language);
        assert!(derivations(&none).is_empty());
        assert!(!none.text().contains("[1]"), "a number leads nowhere");
        assert!(none.sections.iter().all(|section| section.title != Key::ReportDerivations.say(language)));
    }
}

#[test]
fn the_cover_names_who_was_typed_and_leaves_a_line_for_who_was_not() {
    let ledger = Example::City.ledger(Language::Chinese);
    let id = ledger.sheets(&YEARS).last().expect("a year").id;
    let typed = |ledger: Ledger, entry: YearEntry, text: &str| {
        ledger.after(Edit::set(YEARS.at(&[]), id, entry, text)).expect("an entry")
    };
    let ledger = typed(ledger, YearEntry::Region, "甲县");
    let ledger = typed(ledger, YearEntry::Organisation, "甲县水利局");
    let ledger = typed(ledger, YearEntry::Note, "样点灌区更换一处。");
    let report = report_of(&ledger, Language::Chinese);
    assert_eq!(report.subject, "甲县");
    let lines: Vec<(&str, &str)> =
        report.cover.lines.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let own_name = ("账本名称", "示例城市（灌区与数值均为虚构）");
    let expected =
        [("测算年份", "2023"), ("编制单位", "甲县水利局"), ("编制人", ""), ("编制日期", ""), own_name];
    assert_eq!(lines, expected);
    let of_ledger = |entry: LedgerEntry, text: &str| Edit::Document(entry.spec(), text.to_string());
    let filled = Example::City.ledger(Language::Chinese);
    let filled = filled.after(of_ledger(LedgerEntry::Organisation, "某市水利局")).expect("an entry");
    let filled = filled.after(of_ledger(LedgerEntry::Note, "第二次修订")).expect("an entry");
    let text = report_of(&filled, Language::Chinese).text();
    assert!(text.contains("编制单位\t某市水利局") && text.contains("账本备注\t第二次修订"), "{text}");
    let nameless = Ledger::default().with_sheets(&YEARS, [Row::blank(&YEARS, RowId(7))]);
    let nameless = report_of(&nameless, Language::Chinese);
    assert_eq!(nameless.cover.lines[0], ("地区名称".to_string(), String::new()));
    assert_eq!(report.cover.signatures, ["编制", "审核", "批准"]);
    assert!(report.text().contains("说明\n样点灌区更换一处。"));
}
