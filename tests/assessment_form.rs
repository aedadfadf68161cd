//! 自评表, the self-assessment form on paper: what stands in it, in both languages.

use crate::ledger_check::asked;
use water_ledger::evaluate::everything;
use water_ledger::exchange::Derivations;
use water_ledger::ledger::{
    ANSWERS, AnswerColumn, ColumnKind, EVIDENCE, Edit, EvidenceColumn, Example, Ledger, Place, REVIEWS,
    ReviewEntry, RowId, RubricEdit, RubricId, answer_row, evidence_row,
};
use water_ledger::show::certification::assessment_form;
use water_ledger::show::paper::{Block, Cell, Report, Section, Table};
use water_ledger::text::Language;

fn form(ledger: &Ledger, id: u32, language: Language) -> Report {
    assessment_form(ledger, &everything(ledger).certification, RowId(id), Derivations::All, language)
        .expect("the year is there")
}

/// Another rubric for the first year.
fn chosen(rubric: &str) -> Edit {
    Edit::set(REVIEWS.at(&[]), RowId(1), ReviewEntry::Rubric, rubric)
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
    let ledger = asked(Example::Institution.ledger(Language::Chinese));
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
    for which in Example::of(&REVIEWS) {
        for language in Language::ALL {
            let ledger = asked(which.ledger(language));
            for sheet in ledger.sheets(&REVIEWS) {
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
    let ledger = asked(Example::Institution.ledger(Language::English));
    let sheet = &ledger.sheets(&REVIEWS)[0];
    let rubric = ledger.rubric(&sheet[ReviewEntry::Rubric]).expect("a rubric");
    let row = answer_row(sheet, &ANSWERS, &rubric, "t2").expect("a row").id;
    let proof = evidence_row(sheet, &rubric, "t2", 0).expect("a row").id;
    let answered = |ledger: Ledger, column: AnswerColumn, text: &str| {
        ledger.after(Edit::set(ANSWERS.at(&[RowId(1)]), row, column, text)).expect("a cell")
    };
    let proven = |ledger: Ledger, column: EvidenceColumn, text: &str| {
        ledger.after(Edit::set(EVIDENCE.at(&[RowId(1)]), proof, column, text)).expect("a cell")
    };
    let given = answered(ledger.clone(), AnswerColumn::OfficialPoints, "3.5");
    let given = answered(given, AnswerColumn::Person, "Li <b>");
    let given = answered(given, AnswerColumn::Note, "two taps replaced");
    let given = proven(given, EvidenceColumn::State, "partial");
    let given = proven(given, EvidenceColumn::File, "taps.pdf");
    // Longer than any field of the page shows at once.
    let long = "kept in the second cupboard of the boiler house, ".repeat(20);
    let given = proven(given, EvidenceColumn::Note, &long);
    let form = form(&given, 1, Language::English);
    let technical = table(&form, "Technical standard");
    let row = technical.rows.iter().find(|row| row[0].text == "2").expect("the item");
    assert_eq!((row[6].text.as_str(), row[7].text.as_str()), ("3.5", "Li <b>"));
    assert!(row[4].text.ends_with("\ntwo taps replaced"), "{row:?}");
    assert!(row[5].text.contains("fixture inventory (in part, taps.pdf)\n"), "{row:?}");
    assert!(row[5].text.contains(long.trim()), "{row:?}");
    // Of one item alone there is neither sum nor verdict.
    let sum = table(&form, "Summary").rows.last().expect("a total").clone();
    assert_eq!(sum[3].text, "");
    assert!(!form.text().contains("Verdict of the assessors"));
    assert!(form.text().contains("Assessors’ points stand at 1 of "));
}

#[test]
fn whatever_is_typed_as_text_stands_in_the_form_in_full() {
    let ledger = asked(Example::Institution.ledger(Language::Chinese));
    let rubric = ledger.rubric(&ledger.sheets(&REVIEWS)[0][ReviewEntry::Rubric]).expect("a rubric");
    let asks = |of: &str| of.starts_with(&format!("{}:", rubric.id));
    let mut count = 0;
    let of_first = |table: &water_ledger::ledger::TableAt| {
        table.sheet() == Some(RowId(1)) && table.spec.sheets() == &REVIEWS
    };
    for table in ledger.tables().into_iter().filter(of_first) {
        for row in ledger.rows_at(table).expect("a table") {
            let is_asked = table.spec.columns[0].is_key;
            if row.is_blank()
                || (is_asked && !asks(row.cell(0)))
                || matches!(table.spec.row_name, "fact" | "question")
            {
                continue;
            }
            let texts = table.spec.columns.iter().filter(|column| {
                let is_code = column.is_key
                    || ["variant", "answer", "state", "assessed", "record"].contains(&column.name);
                matches!(column.kind, ColumnKind::Text) && !is_code
            });
            for column in texts {
                count += 1;
                let text = format!("第{count}段文字，比格子长：{}完", "甲乙丙丁戊己庚辛".repeat(30));
                let place = Place { column: Some(column), ..table.row(row.id) };
                let typed =
                    asked(ledger.after(Edit::at(place, text.clone()).expect("a cell")).expect("a cell"));
                let form = form(&typed, 1, Language::Chinese);
                assert!(form.text().contains(&text), "{}", place.path());
            }
        }
    }
    assert!(count > 50, "{count}");
}

#[test]
fn a_year_without_rubric_says_so_and_every_shipped_rubric_makes_a_form() {
    let ledger = Ledger::default().after(Edit::AddSheet(&REVIEWS, None)).expect("a year");
    let nothing = form(&ledger, 1, Language::Chinese);
    assert_eq!(nothing.sections.len(), 1);
    for shipped in water_ledger::catalog::RUBRICS {
        let chosen = asked(ledger.after(chosen(shipped.id)).expect("an entry"));
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
        assessment_form(
            &ledger,
            &everything(&ledger).certification,
            RowId(9),
            Derivations::All,
            Language::Chinese
        )
        .is_none()
    );
}

#[test]
fn items_that_do_not_apply_are_said_to_and_the_scale_is_told() {
    let ledger = asked(Example::Institution.ledger(Language::Chinese));
    let copy = water_ledger::catalog::rubric("public-institution-2013").expect("shipped");
    let ledger = asked(ledger.after(Edit::add_rubric(&copy)).expect("a copy"));
    let when = RubricEdit::Text("/section/0/item/1/not_applicable_when/zh".to_string(), "无器具".to_string());
    let ledger = asked(ledger.after(Edit::rubric(RubricId(1), when)).expect("a field"));
    let ledger = asked(ledger.after(chosen("own-1")).expect("an entry"));
    let row = answer_row(&ledger.sheets(&REVIEWS)[0], &ANSWERS, &copy, "t2").expect("a row").id;
    let edit = Edit::set(ANSWERS.at(&[RowId(1)]), row, AnswerColumn::Answer, "na");
    let ledger = asked(ledger.after(edit).expect("a cell"));
    let form = form(&ledger, 1, Language::Chinese);
    let row = table(&form, "节水技术标准").rows[1].clone();
    assert_eq!(row[3].text, "不适用");
    assert!(form.text().contains("适用各项满分 92 分"), "{:?}", section(&form, "自评汇总"));
}

#[test]
fn where_everything_must_hold_the_rules_to_be_verified_are_named_without_points() {
    let ledger = asked(Example::Institution.ledger(Language::Chinese));
    let ledger = asked(ledger.after(chosen("enterprise-gbt-7119")).expect("an entry"));
    let form = form(&ledger, 1, Language::Chinese);
    let open = section(&form, "待核实的条文").text();
    assert!(open.contains("佐证材料清单待核实"), "{open}");
    assert!(open.contains("以下条文待核实") && open.contains("管理制度") && !open.contains(" 分"), "{open}");
}

#[test]
fn the_form_as_a_file_runs_nothing_and_says_all_that_the_paper_says() {
    let hostile = "</style><script>alert(1)</script><img src=x onerror=\"alert(2)\">&'";
    for which in Example::of(&REVIEWS) {
        for language in Language::ALL {
            let edit = Edit::set(REVIEWS.at(&[]), RowId(1), ReviewEntry::Institution, hostile);
            let ledger = asked(which.ledger(language)).after(edit).expect("typed");
            let form = form(&ledger, 1, language);
            let file = form.html(language);
            assert!(file.contains(&format!("<html lang=\"{}\">", language.tag())));
            assert!(!file.to_lowercase().contains("<script") && !file.contains("<img"), "{which:?}");
            assert_eq!(file.matches("</style>").count(), 1);
            assert!(file.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            // A reader of strict markup understands it but for what is never closed.
            let strict = file.replace("<!doctype html>", "").replace("<meta charset=\"utf-8\">", "");
            let strict =
                strict.lines().filter(|line| !line.starts_with("<meta ")).collect::<Vec<_>>().join("\n");
            let page = roxmltree::Document::parse(&strict).expect("well-formed");
            for node in page.descendants().filter(|node| node.is_element()) {
                let strange =
                    node.attributes().find(|one| !["lang", "class", "title", "scope"].contains(&one.name()));
                let is_drawn = node.ancestors().any(|one| one.has_tag_name("svg"));
                assert!(strange.is_none() || is_drawn, "{node:?}");
            }
            let text: String =
                page.descendants().filter_map(|node| node.is_text().then(|| node.text())?).collect();
            for word in form.sections.iter().map(|section| &section.title) {
                assert!(text.contains(word.as_str()), "{word}");
            }
            // A cell of several lines keeps them.
            let tables =
                form.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
                    Block::Table(table) => Some(table),
                    _ => None,
                });
            for cell in
                tables.flat_map(|table| table.rows.iter().flatten()).filter(|cell| cell.text.contains('\n'))
            {
                assert!(text.contains(&cell.text), "{:?}", cell.text);
            }
        }
    }
}
