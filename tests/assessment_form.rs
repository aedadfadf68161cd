//! 自评表, the self-assessment form on paper: what stands in it, in both languages.

use water_ledger::evaluate::everything;
use water_ledger::ledger::{
    AnswerColumn, Edit, Entry, EvidenceColumn, Ledger, ReviewEntry, ReviewId, ReviewTable, RubricEdit,
    RubricId, TableAt, TableEdit, UnitExample,
};
use water_ledger::show::certification::assessment_form;
use water_ledger::show::paper::{Block, Cell, Report, Section, Table};
use water_ledger::text::Language;

fn example(which: UnitExample, language: Language) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.certification.reviews = which.reviews(language);
    ledger
}

fn form(ledger: &Ledger, id: u32, language: Language) -> Report {
    assessment_form(ledger, &everything(ledger).certification, ReviewId(id), language)
        .expect("the year is there")
}

fn section<'r>(form: &'r Report, title: &str) -> &'r Section {
    let titles: Vec<&str> = form.sections.iter().map(|section| section.title.as_str()).collect();
    form.sections
        .iter()
        .find(|section| section.title == title)
        .unwrap_or_else(|| panic!("{title}: {titles:?}"))
}

fn table<'r>(form: &'r Report, title: &str) -> &'r Table {
    let table = section(form, title).blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    table.unwrap_or_else(|| panic!("{title} has no table"))
}

fn texts(cells: &[Cell]) -> Vec<&str> {
    cells.iter().map(|cell| cell.text.as_str()).collect()
}

#[test]
fn the_form_of_an_institution_says_score_basis_and_evidence() {
    let ledger = example(UnitExample::Institution, Language::Chinese);
    let form = form(&ledger, 1, Language::Chinese);
    assert!(form.title.ends_with("自评表"), "{}", form.title);
    let sum = table(&form, "自评汇总");
    assert_eq!(texts(sum.rows.last().expect("a total")), ["合计", "100", "81", ""]);
    let technical = table(&form, "节水技术标准");
    let heads: Vec<&str> = technical.head.iter().map(|head| head.text.as_str()).collect();
    assert_eq!(heads, ["编号", "评分项与办法", "满分", "自查分", "得分依据", "佐证材料", "核定分", "责任人"]);
    let fixtures =
        technical.rows.iter().find(|row| row[1].text.contains("节水器具普及率")).expect("the item");
    assert!(fixtures[1].text.starts_with("★ ") && fixtures[1].text.contains("每 1 % 计一档"), "{fixtures:?}");
    assert!(
        fixtures[4].text.contains("节水器具普及率：") && fixtures[4].text.contains(" % ["),
        "{fixtures:?}"
    );
    assert!(fixtures[5].text.contains("用水器具台账（"), "{fixtures:?}");
    // Numbers in brackets lead to derivations that are there.
    let all = form.text();
    let number =
        fixtures[4].text.split('[').nth(1).and_then(|rest| rest.split(']').next()).expect("a number");
    assert!(all.contains(&format!("\n[{number}]\t")), "{number}");
    assert!(
        matches!(section(&form, "签字与盖章").blocks[..], [Block::Signatures(ref lines)] if lines.len() == 6)
    );
    assert!(!section(&form, "待核实的条文").blocks.is_empty());
}

#[test]
fn every_example_has_a_form_in_each_language_and_no_blank_in_a_sentence() {
    for which in UnitExample::ALL {
        for language in Language::ALL {
            let ledger = example(which, language);
            for sheet in &ledger.certification.reviews {
                let form = form(&ledger, sheet.id.0, language);
                let all = form.text();
                assert!(!all.contains(['{', '}']) && !all.contains("NaN"), "{which:?}");
                let mut words = all.split(|c: char| !c.is_alphanumeric());
                assert!(words.all(|word| word != "inf"), "{which:?}");
                let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
                if language == Language::English {
                    let said = [&form.title, &form.sections[1].title];
                    assert!(said.iter().all(|text| !text.contains(is_chinese)), "{said:?}");
                }
            }
        }
    }
}

#[test]
fn what_assessors_gave_and_what_was_noted_stands_beside() {
    let ledger = example(UnitExample::Institution, Language::English);
    let sheet = &ledger.certification.reviews[0];
    let rubric = ledger.certification.rubric(&sheet.rubric).expect("a rubric");
    let row = sheet.answer(&rubric, "t2").expect("a row").id;
    let proof = sheet.evidence(&rubric, "t2", 0).expect("a row").id;
    let set = |ledger: Ledger, table: ReviewTable, row, column: usize, text: &str| {
        let edit = TableEdit::Set(row, column, text.to_string());
        ledger.after(Edit::Table(TableAt::Review(ReviewId(1), table), edit)).expect("a cell")
    };
    let given = set(ledger.clone(), ReviewTable::Answers, row, AnswerColumn::Assessed.index(), "3.5");
    let given = set(given, ReviewTable::Answers, row, AnswerColumn::Person.index(), "Li <b>");
    let given = set(given, ReviewTable::Answers, row, AnswerColumn::Note.index(), "two taps replaced");
    let given = set(given, ReviewTable::Evidence, proof, EvidenceColumn::State.index(), "partial");
    let given = set(given, ReviewTable::Evidence, proof, EvidenceColumn::File.index(), "taps.pdf");
    let form = form(&given, 1, Language::English);
    let technical = table(&form, "Technical standard");
    let row = technical.rows.iter().find(|row| row[0].text == "2").expect("the item");
    assert_eq!((row[6].text.as_str(), row[7].text.as_str()), ("3.5", "Li <b>"));
    assert!(row[4].text.ends_with("\ntwo taps replaced"), "{row:?}");
    assert!(row[5].text.contains("fixture inventory (in part, taps.pdf)"), "{row:?}");
    let sum = table(&form, "Summary").rows.last().expect("a total").clone();
    assert_ne!(sum[3].text, "");
    assert!(form.text().contains("Verdict of the assessors"));
}

#[test]
fn a_year_without_rubric_says_so_and_every_shipped_rubric_makes_a_form() {
    let ledger = Ledger::default().after(Edit::AddReview(None)).expect("a year");
    let nothing = form(&ledger, 1, Language::Chinese);
    assert_eq!(nothing.sections.len(), 1);
    for shipped in water_ledger::catalog::RUBRICS {
        let rubric = Edit::Set(Entry::Review(ReviewId(1), ReviewEntry::Rubric), shipped.id.to_string());
        let chosen = ledger.after(rubric).expect("an entry");
        let form = form(&chosen, 1, Language::English);
        let open = water_ledger::catalog::rubric(shipped.id).expect("shipped");
        let rows: usize = open.sections.iter().map(|section| section.items.len()).sum();
        let tables = form.sections.iter().flat_map(|section| &section.blocks);
        let shown = tables.filter_map(|block| match block {
            Block::Table(table) => Some(table.rows.len()),
            _ => None,
        });
        // A section that a question rules out has no table; none is answered here.
        assert!(shown.sum::<usize>() >= rows, "{}", shipped.id);
        assert!(form.title.starts_with("Self-assessment form: "), "{}", form.title);
    }
    assert!(
        assessment_form(&ledger, &everything(&ledger).certification, ReviewId(9), Language::Chinese)
            .is_none()
    );
}

#[test]
fn items_that_do_not_apply_are_said_to_and_the_scale_is_told() {
    let ledger = example(UnitExample::Institution, Language::Chinese);
    let copy = water_ledger::catalog::rubric("public-institution-2013").expect("shipped");
    let ledger = ledger.after(Edit::AddRubric(Box::new((*copy).clone()))).expect("a copy");
    let when = RubricEdit::Text("/section/0/item/1/not_applicable_when/zh".to_string(), "无器具".to_string());
    let ledger = ledger.after(Edit::Rubric(RubricId(1), when)).expect("a field");
    let own = Edit::Set(Entry::Review(ReviewId(1), ReviewEntry::Rubric), "own-1".to_string());
    let ledger = ledger.after(own).expect("an entry");
    let row = ledger.certification.reviews[0].answer(&copy, "t2").expect("a row").id;
    let edit = TableEdit::Set(row, AnswerColumn::Answer.index(), "na".to_string());
    let ledger =
        ledger.after(Edit::Table(TableAt::Review(ReviewId(1), ReviewTable::Answers), edit)).expect("a cell");
    let form = form(&ledger, 1, Language::Chinese);
    let row = table(&form, "节水技术标准").rows[1].clone();
    assert_eq!(row[3].text, "不适用");
    assert!(form.text().contains("适用各项满分 92 分"), "{:?}", section(&form, "自评汇总"));
}

#[test]
fn where_everything_must_hold_the_rules_to_be_verified_are_named_without_points() {
    let ledger = example(UnitExample::Institution, Language::Chinese);
    let entry = Edit::Set(Entry::Review(ReviewId(1), ReviewEntry::Rubric), "enterprise-gbt-7119".to_string());
    let form = form(&ledger.after(entry).expect("an entry"), 1, Language::Chinese);
    let open = section(&form, "待核实的条文").text();
    assert!(open.contains("佐证材料清单待核实"), "{open}");
    assert!(open.contains("以下条文待核实") && open.contains("管理制度") && !open.contains(" 分"), "{open}");
}
