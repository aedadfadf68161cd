//! 自评材料包, what goes into the pack of a self-assessment: which file where, and the list of it.

use crate::evaluate::ReviewResults;
use crate::exchange::FileNames;
use crate::ledger::{
    ANSWERS, Attachment, EVIDENCE, EvidenceColumn, INSTITUTION_METERS, InstitutionMeterColumn, PREREQUISITES,
    READY, ReviewEntry, Row, TableSpec, answer_row, carrier, evidence_row, of_sheet,
};
use crate::metering::MeterLevel;
use crate::rubric::{ItemScore, ItemStanding, Rubric, Wording};
use crate::text::{Coded, Key, Language, Message};

/// How long the words of a folder's name are, in letters.
const LETTERS: usize = 30;

/// The pack of an institution's year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// The names of the pack itself, the form, the workbook and the list.
    pub names: PackNames,
    /// The files that are attached, by their places in the list that was given, each with its path.
    pub files: Vec<(usize, String)>,
    /// How many pieces of evidence have no file.
    pub missing: usize,
    /// What is asked, one below the other.
    lines: Vec<PackLine>,
}

/// What the files are called that no one attached.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PackNames {
    /// The pack.
    pub pack: String,
    /// The form.
    pub form: String,
    /// The workbook.
    pub book: String,
    /// The list.
    pub list: String,
}

/// Something that files are asked for, or attached to.
#[derive(Clone, Debug, PartialEq)]
struct PackLine {
    number: String,
    item: String,
    evidence: String,
    /// What was typed of it: whether it is ready, a file's name, a note.
    typed: [String; 3],
    is_ready: bool,
    /// Whether a file is asked for.
    is_asked: bool,
    /// Its files, by their places in the list that was given.
    files: Vec<usize>,
}

/// Something that carries files, as the rubric goes through it.
struct Asked<'a> {
    line: PackLine,
    carrier: Option<String>,
    row: Option<&'a Row>,
    folder: String,
}

/// The pack of a sheet with the files that are attached in the ledger.
pub fn pack(sheet: &Row, found: &ReviewResults, attached: &[Attachment], language: Language) -> Pack {
    let mut names = FileNames::default();
    let mut beside = |key: Key, ending: &str| names.give("", &format!("{}{ending}", key.say(language)));
    let own = PackNames {
        pack: FileNames::default().give("", &format!("{}.zip", name(sheet, language))),
        form: beside(Key::PackForm, ".html"),
        book: beside(Key::PackBook, ".xlsx"),
        list: beside(Key::PackList, ".csv"),
    };
    let mut pack = Pack { names: own, ..Pack::default() };
    let here = of_sheet(&EVIDENCE, sheet.id);
    let is_here = |one: &Attachment| one.removed_ms.is_none() && one.carrier.starts_with(&here);
    let mut left: Vec<usize> = (0..attached.len()).filter(|at| is_here(&attached[*at])).collect();
    for Asked { mut line, carrier, row, folder } in asked(sheet, found, language) {
        let (own, others) = left.into_iter().partition(|at| Some(&attached[*at].carrier) == carrier.as_ref());
        (line.files, left) = (own, others);
        if let Some(row) = row {
            add_typed(&mut line, row, language);
        }
        pack.missing += usize::from(line.is_asked && line.files.is_empty());
        for at in &line.files {
            pack.files.push((*at, names.give(&folder, &attached[*at].name)));
        }
        if line.is_asked || !line.files.is_empty() {
            pack.lines.push(line);
        }
    }
    // What another rubric asked for, or a row that is gone, is in it all the same.
    let other = Key::PackOther.say(language);
    for at in &left {
        pack.files.push((*at, names.give(other, &attached[*at].name)));
    }
    if !left.is_empty() {
        pack.lines
            .push(PackLine { files: left, ..line(String::new(), other.to_string(), String::new(), false) });
    }
    pack
}

impl Pack {
    /// The list as a table: what is asked, what was typed of it, its files, what is missing. Of the files at the places of `lost` there
    /// is nothing to be had.
    pub fn list(&self, lost: &[usize], language: Language) -> Vec<Vec<String>> {
        let heads = [
            Key::FieldNumber,
            Key::FormItem,
            Key::FormEvidence,
            Key::ColumnEvidenceState,
            Key::ColumnFile,
            Key::ColumnNote,
            Key::PackColumnMissing,
            Key::PackColumnFiles,
        ];
        let path = |at: &usize| self.files.iter().find(|(one, _)| one == at).map(|(_, path)| path.as_str());
        let row = |line: &PackLine| {
            let there: Vec<&str> =
                line.files.iter().filter(|at| !lost.contains(at)).filter_map(path).collect();
            let key = match (line.files.len() - there.len(), there.is_empty()) {
                (1.., _) => Key::PackUnreadable,
                (0, false) => Key::PackHas,
                (0, true) if line.is_ready => Key::PackReadyLacks,
                (0, true) => Key::PackLacks,
            };
            let [state, file, note] = line.typed.clone();
            let first = [line.number.clone(), line.item.clone(), line.evidence.clone(), state, file, note];
            first.into_iter().chain([key.say(language).to_string(), there.join("; ")]).collect()
        };
        let head = heads.map(|key| key.say(language).to_string()).into();
        std::iter::once(head).chain(self.lines.iter().map(row)).collect()
    }
}

/// What the pack is called: the institution and its year.
fn name(sheet: &Row, language: Language) -> String {
    let entries = [&sheet[ReviewEntry::Institution], &sheet[ReviewEntry::Year]].map(str::trim);
    let unit = entries.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("_");
    match unit.is_empty() {
        true => Key::Pack.say(language).replace(" .zip", "").replace(" (.zip)", ""),
        false => Message::new(Key::PackName).with("unit", unit).say(language),
    }
}

/// All that carries files, in the order of the form.
fn asked<'a>(sheet: &'a Row, found: &ReviewResults, language: Language) -> Vec<Asked<'a>> {
    let mut all = Vec::new();
    // What does not apply asks for nothing.
    let left_out: Vec<&str> = found
        .score
        .iter()
        .flat_map(|score| score.items())
        .filter(is_left_out)
        .map(|one| one.id.as_str())
        .collect();
    if let Some(rubric) = found.rubric.as_deref() {
        for (place, one) in rubric.prerequisites.iter().enumerate() {
            let number =
                Message::new(Key::PackPrerequisite).with("number", (place + 1).to_string()).say(language);
            let title = one.title.get(language).to_string();
            let of = Item { table: &PREREQUISITES, id: &one.id, number, title, evidence: &one.evidence };
            all.extend(of.asked(sheet, rubric, language));
        }
        for (at, section) in rubric.sections.iter().enumerate() {
            for (place, one) in section.items.iter().enumerate() {
                let counted = format!("{}.{}", at + 1, place + 1);
                let number = if one.no.trim().is_empty() { counted } else { one.no.clone() };
                let title = one.title.get(language).to_string();
                let of = Item { table: &ANSWERS, id: &one.id, number, title, evidence: &one.evidence };
                let applies = !left_out.contains(&one.id.as_str());
                let asked = of.asked(sheet, rubric, language).into_iter();
                all.extend(asked.map(|mut asked| {
                    asked.line.is_asked &= applies;
                    asked
                }));
            }
        }
    }
    let meters = sheet.rows(&INSTITUTION_METERS).iter().map(|row| {
        let level = MeterLevel::from_typed(&row[InstitutionMeterColumn::Level]);
        let level =
            level.map_or_else(|| row.id.0.to_string(), |level| level.name().get(language).to_string());
        let meter = Key::PackMeter.say(language);
        let folder = format!("{meter}_{level}");
        Asked {
            line: line(String::new(), meter.to_string(), level, false),
            folder,
            carrier: carrier(sheet.id, row),
            row: None,
        }
    });
    all.extend(meters);
    all
}

fn is_left_out(item: &&ItemScore) -> bool {
    item.standing == ItemStanding::LeftOut
}

/// An item or a prerequisite.
struct Item<'r> {
    /// Where its answer stands.
    table: &'static TableSpec,
    id: &'r str,
    number: String,
    title: String,
    evidence: &'r [Wording],
}

impl Item<'_> {
    /// Each piece of evidence, and the note of the answer.
    fn asked<'a>(&self, sheet: &'a Row, rubric: &Rubric, language: Language) -> Vec<Asked<'a>> {
        let of = |words: &str, row: Option<&'a Row>, is_asked: bool| Asked {
            line: line(self.number.clone(), self.title.clone(), words.to_string(), is_asked),
            folder: format!("{}_{}", self.number, words.chars().take(LETTERS).collect::<String>()),
            carrier: row.and_then(|row| carrier(sheet.id, row)),
            row: row.filter(|_| is_asked),
        };
        let piece = |(place, words): (usize, &Wording)| {
            let row = evidence_row(sheet, rubric, self.id, place).map(|row| &**row);
            of(words.get(language), row, true)
        };
        let answer = answer_row(sheet, self.table, rubric, self.id).map(|row| &**row);
        let note = Asked {
            folder: format!("{}_{}", self.number, self.title.chars().take(LETTERS).collect::<String>()),
            ..of(Key::ColumnNote.say(language), answer, false)
        };
        self.evidence.iter().enumerate().map(piece).chain([note]).collect()
    }
}

fn line(number: String, item: String, evidence: String, is_asked: bool) -> PackLine {
    let typed = Default::default();
    PackLine { number, item, evidence, typed, is_ready: false, is_asked, files: Vec::new() }
}

/// What was typed of a piece of evidence.
fn add_typed(line: &mut PackLine, row: &Row, language: Language) {
    let state = row[EvidenceColumn::State].trim();
    line.is_ready = state == READY;
    let key = match state {
        READY => Key::EvidenceReady,
        "partial" => Key::EvidencePartial,
        "missing" => Key::EvidenceMissing,
        _ => Key::FormUnchecked,
    };
    let text = |column: EvidenceColumn| row[column].trim().to_string();
    line.typed = [key.say(language).to_string(), text(EvidenceColumn::File), text(EvidenceColumn::Note)];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::everything;
    use crate::ledger::{AnswerColumn, Edit, Example, Ledger, NOT_APPLICABLE, REVIEWS, with_asked_rows};

    fn institution() -> Ledger {
        let ledger = Example::Institution.ledger(Language::Chinese);
        with_asked_rows(&ledger).unwrap_or(ledger)
    }

    fn attachment(carrier: &str, name: &str) -> Attachment {
        Attachment {
            id: 1.0,
            carrier: carrier.to_string(),
            name: name.to_string(),
            shown: None,
            bytes: 3.0,
            at_ms: 0.0,
            removed_ms: None,
        }
    }

    #[test]
    fn files_go_by_item_and_the_list_says_what_is_missing() {
        let ledger = institution();
        let found = everything(&ledger).certification;
        let sheet = &ledger.sheets(&REVIEWS)[0];
        let found = found.review(sheet.id).expect("the year");
        let piece = "institution/1/evidence/public-institution-2013:m1a/0";
        let removed = Attachment { removed_ms: Some(1.0), ..attachment(piece, "旧.pdf") };
        let attached = [
            attachment(piece, "发票.pdf"),
            attachment(piece, "发票.pdf"),
            removed,
            attachment("institution/1/answers/public-institution-2013:m1a", "../说明.txt"),
            attachment("institution/1/meters/1", "证书.jpg"),
            attachment("institution/1/evidence/another:x/0", "别的.png"),
            attachment("institution/2/evidence/public-institution-2013:m1a/0", "别的年.png"),
        ];
        let pack = pack(sheet, found, &attached, Language::Chinese);
        let paths: Vec<&str> = pack.files.iter().map(|(_, path)| path.as_str()).collect();
        let (own, rest) = paths.split_at(3);
        assert!(own[0].starts_with("1(1)_制度文件") && own[0].ends_with("/发票.pdf"), "{paths:?}");
        assert!(own[1].ends_with("/发票 (2).pdf") && own[2].ends_with("/_.._说明.txt"), "{paths:?}");
        assert!(rest[0].starts_with("水表_") && rest[1] == "其他/别的.png" && rest.len() == 2, "{paths:?}");
        assert_eq!(pack.names.form, "自评表.html");
        assert!(pack.names.pack.ends_with("_自评材料包.zip"), "{:?}", pack.names);
        let list = pack.list(&[], Language::Chinese);
        assert!(list.iter().all(|row| row.len() == list[0].len()));
        let of =
            |list: &[Vec<String>], word: &str| list.iter().filter(|row| row[6].starts_with(word)).count();
        assert_eq!(pack.missing, of(&list, "缺") + of(&list, "标为齐备"));
        assert!(of(&list, "有") == 4 && pack.missing > 3, "{list:?}");
        assert!(list[1][7].ends_with("发票 (2).pdf") || list.iter().any(|row| row[7].contains("; 1(1)_")));
        // What could not be got is not told as if it were there.
        let lost = pack.list(&[0], Language::Chinese);
        assert_eq!(of(&lost, "取不出来"), 1);
        assert_eq!(lost.iter().filter(|row| row[7].contains("/发票.pdf")).count(), 0);
    }

    #[test]
    fn what_does_not_apply_lacks_nothing() {
        let ledger = institution();
        let row = answer_row(
            &ledger.sheets(&REVIEWS)[0],
            &ANSWERS,
            &crate::catalog::rubric("public-institution-2013").expect("a rubric"),
            "t5",
        );
        let answer = row.expect("an answer").id;
        let at = ANSWERS.at(&[ledger.sheets(&REVIEWS)[0].id]);
        let edit = Edit::set(at, answer, AnswerColumn::Answer, NOT_APPLICABLE);
        let missing = |ledger: &Ledger| {
            let found = everything(ledger).certification;
            let sheet = &ledger.sheets(&REVIEWS)[0];
            pack(sheet, found.review(sheet.id).expect("the year"), &[], Language::English).missing
        };
        let left_out = ledger.after(edit).expect("typed");
        assert!(missing(&left_out) < missing(&ledger));
    }

    #[test]
    fn a_sheet_without_a_rubric_or_a_name_has_a_pack_too() {
        let blank = Ledger::default().after(Edit::AddSheet(&REVIEWS, None)).expect("a sheet");
        let found = everything(&blank).certification;
        let sheet = &blank.sheets(&REVIEWS)[0];
        let found = found.review(sheet.id).expect("the year");
        for language in Language::ALL {
            let pack = pack(sheet, found, &[], language);
            assert_eq!((pack.files.len(), pack.missing), (0, 0));
            assert!(pack.names.pack.ends_with(".zip") && pack.list(&[], language).len() == 1);
        }
    }
}
