//! 评分标准的表格, a rubric as provinces print it: a table of items with points, standards and evidence, which becomes a draft.

use super::block::ForeignBlock;
use crate::ledger::{Column, RUBRIC_TABLE, RubricTableColumn as At};
use crate::metric::Status;
use crate::quantity::read_number;
use crate::rubric::{
    Document, Effective, FORM, Item, Mode, NotApplicable, PartialSteps, Partly, Pass, Points, Policy,
    Prerequisite, Rubric, Scoring, Section, StarRule, Wording,
};

/// How far all of a draft is confirmed: nobody has compared it yet.
const DRAFT: Status = Status::UnverifiedWeak;
/// Under this name the document is cited that it was read from.
const SOURCE: &str = "table";

/// A rubric read of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct RubricDraft {
    /// The rubric; points that could not be read are zero.
    pub rubric: Rubric,
    /// What could not be read, as it stands in the table, by the pointers of the fields that it is for.
    pub unread: Vec<(String, String)>,
}

/// The rubric of a table that is called so; none where it has no items with points.
///
/// ```
/// use water_ledger::exchange::{pasted, rubric_of_table};
/// let table = pasted("一级指标\t二级指标\t分值\t评分标准\n制度管理\t节水制度\t5\t有制度得5分\n\t用水计量\t十\t查台账");
/// let draft = rubric_of_table(&table, "某省节水型高校").expect("a rubric");
/// assert_eq!(draft.rubric.sections[0].items.len(), 2);
/// assert_eq!(draft.unread, [("/section/0/item/1/max".to_string(), "十".to_string())]);
/// ```
pub fn rubric_of_table(rows: &[Vec<String>], name: &str) -> Option<RubricDraft> {
    let block = ForeignBlock::read(rows.to_vec(), &RUBRIC_TABLE, &RUBRIC_TABLE.columns[0]);
    let has = |column: At| block.columns.iter().any(|one| one.to == Some(column.spec()));
    if !block.has_headings || !has(At::Points) || !(has(At::Title) || has(At::Standard)) {
        return None;
    }
    let mut reading = Reading::default();
    for row in &block.rows {
        let cell = |column: At| {
            let place = block.columns.iter().position(|one| one.to == Some(column.spec()));
            place.and_then(|place| row.get(place)).map_or("", |text| text.trim())
        };
        let own: Vec<&str> = row.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        reading.row(Cells {
            section: cell(At::Section),
            number: cell(At::Number),
            title: cell(At::Title),
            points: cell(At::Points),
            standard: cell(At::Standard),
            evidence: cell(At::Evidence),
            only: if let [only] = own[..] { only } else { "" },
        });
    }
    reading.draft(name.trim())
}

/// The cells of a row.
struct Cells<'r> {
    section: &'r str,
    number: &'r str,
    title: &'r str,
    points: &'r str,
    standard: &'r str,
    evidence: &'r str,
    /// The only text of the row, where it has but one.
    only: &'r str,
}

/// A table read row by row.
#[derive(Default)]
struct Reading {
    sections: Vec<Section>,
    prerequisites: Vec<Prerequisite>,
    unread: Vec<(String, String)>,
    has_stars: bool,
    /// Whether what comes next must be met and gives no points.
    is_required: bool,
}

impl Reading {
    fn row(&mut self, cells: Cells<'_>) {
        // A row of one text that is no points begins a section, as 一、节水管理（40 分）.
        let is_heading = !cells.only.is_empty() && cells.points.is_empty() && cells.standard.is_empty();
        // What must be met often stands alone too.
        let (plain, max) = split_points(cells.only);
        let is_heading = is_heading && (!self.is_required || max.is_some() || plain != cells.only);
        let heading = if is_heading { cells.only } else { cells.section };
        if !heading.is_empty() {
            self.begin(heading);
        }
        if is_heading {
            return;
        }
        if self.is_required && cells.points.is_empty() {
            return self.require(&cells);
        }
        match (cells.title.is_empty(), cells.points.is_empty()) {
            // Standards without a title of their own go on with the item before.
            (true, true) => self.go_on(&cells),
            _ => self.item(&cells),
        }
    }

    fn begin(&mut self, heading: &str) {
        let (title, max) = split_points(heading);
        self.is_required =
            ["基本条件", "前置条件", "否决", "必备条件"].iter().any(|word| title.contains(word));
        if self.is_required || self.sections.last().is_some_and(|last| last.title.zh == title) {
            return;
        }
        self.sections.push(Section {
            id: format!("s{}", self.sections.len() + 1),
            group: None,
            bonus: title.contains("加分"),
            title: chinese(title),
            max: max.unwrap_or(Points::ZERO),
            applies_when: None,
            status: DRAFT,
            points_status: None,
            source: SOURCE.to_string(),
            items: Vec::new(),
        });
    }

    fn require(&mut self, cells: &Cells<'_>) {
        let title = [cells.title, cells.standard].into_iter().find(|text| !text.is_empty());
        let Some(title) = title else { return };
        self.prerequisites.push(Prerequisite {
            id: format!("p{}", self.prerequisites.len() + 1),
            title: chinese(title),
            not_applicable_when: None,
            not_applicable_status: None,
            evidence: (!cells.evidence.is_empty()).then(|| chinese(cells.evidence)).into_iter().collect(),
            status: DRAFT,
            source: SOURCE.to_string(),
            also: Vec::new(),
            note: None,
        });
    }

    fn item(&mut self, cells: &Cells<'_>) {
        if self.sections.is_empty() {
            self.begin("评分");
        }
        let at = self.sections.len() - 1;
        let place = self.sections[at].items.len();
        let stars = ['★', '▲', '*', '＊'];
        // Several lines of points share the title that was merged over them.
        let title = match cells.title {
            "" => self.sections[at].items.last().map_or(cells.standard, |last| &last.title.zh).to_string(),
            title => title.trim_matches(stars).trim().to_string(),
        };
        let star = [cells.title, cells.number].iter().any(|text| text.contains(&stars[..]));
        self.has_stars |= star;
        let max = points(cells.points).unwrap_or_else(|| {
            self.unread.push((format!("/section/{at}/item/{place}/max"), cells.points.to_string()));
            Points::ZERO
        });
        let id = format!("i{}", self.sections.iter().map(|section| section.items.len()).sum::<usize>() + 1);
        let evidence = (!cells.evidence.is_empty()).then(|| chinese(cells.evidence));
        self.sections[at].items.push(Item {
            id,
            no: cells.number.trim_matches(stars).to_string(),
            title: chinese(&title),
            max,
            star,
            star_status: None,
            not_applicable_when: None,
            not_applicable_status: None,
            applies_when: None,
            evidence: evidence.into_iter().collect(),
            status: DRAFT,
            points_status: None,
            rule_status: None,
            source: SOURCE.to_string(),
            note: (!cells.standard.is_empty()).then(|| chinese(cells.standard)),
            scoring: Some(Scoring::Manual {}),
            variants: Vec::new(),
        });
    }

    fn go_on(&mut self, cells: &Cells<'_>) {
        let Some(item) = self.sections.last_mut().and_then(|section| section.items.last_mut()) else {
            return;
        };
        if !cells.standard.is_empty() {
            let note = item.note.get_or_insert_with(Wording::default);
            note.zh = [note.zh.as_str(), cells.standard].join("\n").trim().to_string();
        }
        item.evidence.extend((!cells.evidence.is_empty()).then(|| chinese(cells.evidence)));
    }

    fn draft(mut self, name: &str) -> Option<RubricDraft> {
        // What was named and holds nothing is no section; the places of what could not be read follow.
        let kept: Vec<usize> =
            (0..self.sections.len()).filter(|at| !self.sections[*at].items.is_empty()).collect();
        for (pointer, _) in &mut self.unread {
            let (at, rest) = pointer.trim_start_matches("/section/").split_once('/')?;
            let place = kept.iter().position(|kept| kept.to_string() == at)?;
            *pointer = format!("/section/{place}/{rest}");
        }
        self.sections.retain(|section| !section.items.is_empty());
        if self.sections.is_empty() {
            return None;
        }
        for section in &mut self.sections {
            // What is printed counts; where nothing is, its items do.
            if section.max == Points::ZERO {
                section.max = section.items.iter().map(|item| item.max).sum();
            }
        }
        let total = self.sections.iter().filter(|section| !section.bonus).map(|section| section.max).sum();
        let document =
            Document { kind: "unit-file".to_string(), text: name.to_string(), text_en: String::new() };
        let rubric = Rubric {
            form: FORM,
            id: "draft".to_string(),
            edition: String::new(),
            title: chinese(name),
            region: Wording::default(),
            applies_to: Vec::new(),
            mode: Mode::Points,
            total,
            total_status: None,
            evidence_status: None,
            effective: Effective { date: String::new(), meaning: None, status: DRAFT, source: None },
            sources: [(SOURCE.to_string(), document)].into(),
            pass: Pass { min_score: None, status: DRAFT, source: None, note: None },
            star_rule: self.has_stars.then_some(StarRule { status: DRAFT, source: None, note: None }),
            not_applicable: NotApplicable {
                policy: Policy::DropAndRescale,
                status: DRAFT,
                source: None,
                note: None,
            },
            partial_steps: PartialSteps { policy: Partly::Ignore, status: DRAFT },
            people_count: None,
            grades: Vec::new(),
            groups: Vec::new(),
            questions: Vec::new(),
            prerequisites: self.prerequisites,
            sections: self.sections,
        };
        Some(RubricDraft { rubric, unread: self.unread })
    }
}

fn chinese(text: &str) -> Wording {
    Wording { zh: text.to_string(), en: String::new() }
}

/// A heading without its number and the points in brackets behind it: `一、节水管理（40 分）`.
fn split_points(heading: &str) -> (&str, Option<Points>) {
    let heading = heading.trim();
    let inner = heading.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（']));
    let (title, max) = match inner.map(|(title, inner)| (title, points(inner))) {
        Some((title, Some(max))) => (title.trim(), Some(max)),
        _ => (heading, None),
    };
    let is_number = |text: &str| {
        let text = text.trim().trim_matches(['(', ')', '（', '）']);
        !text.is_empty() && text.chars().all(|c| "一二三四五六七八九十".contains(c) || c.is_ascii_digit())
    };
    let numbered = title.split_once(['、', '.', '．', ' ']).filter(|(number, _)| is_number(number));
    (numbered.map_or(title, |(_, rest)| rest.trim()), max)
}

/// Points as tables write them: `10`, `10 分`, `满分 10`.
fn points(text: &str) -> Option<Points> {
    let text = text.trim().trim_start_matches("满分").trim_matches([':', '：', ' ']);
    let read = read_number(text.trim_end_matches('分').trim()).ok().flatten();
    read.and_then(Points::exactly).filter(|points| *points >= Points::ZERO)
}
