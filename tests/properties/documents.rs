//! Laws of the saved document, and of the check of whatever it holds.

use proptest::prelude::*;
use proptest::sample::Index;
use water_ledger::evaluate::{Problem, Results, everything};
use water_ledger::irrigation::YearFigures;
use water_ledger::ledger::{Example, Ledger, Opened, Place, YEARS, open, save};
use water_ledger::metric::Figure;
use water_ledger::text::Language;

use crate::properties::ledgers::{any_ledger, any_text};

/// A change of the bytes of a saved text.
#[derive(Clone, Debug)]
enum Mutation {
    Set(Index, u8),
    Insert(Index, Vec<u8>),
    Remove(Index),
    Truncate(Index),
    Double(Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    // Bytes that mean something in JSON find more than bytes at random.
    let byte = prop_oneof![prop::sample::select(br#"{}[]",:0123456789-eE\ u"#.to_vec()), any::<u8>()];
    let piece = prop::sample::select(vec![
        "\"id\":1,",
        "null",
        "[",
        "}",
        "\\u0000",
        "1e999",
        "\"schema\":3,",
        "{\"a\":",
    ]);
    prop_oneof![
        4 => (at(), byte).prop_map(|(at, byte)| Mutation::Set(at, byte)),
        2 => (at(), piece).prop_map(|(at, piece)| Mutation::Insert(at, piece.as_bytes().to_vec())),
        2 => at().prop_map(Mutation::Remove),
        1 => at().prop_map(Mutation::Truncate),
        1 => (at(), at()).prop_map(|(from, to)| Mutation::Double(from, to)),
    ]
}

fn mutated(text: &str, mutations: Vec<Mutation>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for mutation in mutations {
        let at = |index: Index| index.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
        match mutation {
            _ if bytes.is_empty() => break,
            Mutation::Set(index, byte) => {
                let at = at(index);
                bytes[at] = byte;
            }
            Mutation::Insert(index, piece) => {
                let at = at(index);
                bytes.splice(at..at, piece);
            }
            Mutation::Remove(index) => {
                let at = at(index);
                bytes.remove(at);
            }
            Mutation::Truncate(index) => {
                let at = at(index);
                bytes.truncate(at);
            }
            Mutation::Double(from, to) => {
                let (from, to) = (at(from).min(at(to)), at(from).max(at(to)));
                let piece = bytes[from..to].to_vec();
                bytes.splice(to..to, piece);
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Two years of the sample are enough to damage.
fn small() -> Ledger {
    let ledger = Example::City.ledger(Language::Chinese);
    let two = ledger.sheets(&YEARS)[..2].to_vec();
    ledger.with_sheets(&YEARS, two)
}

proptest! {
    #[test]
    fn saving_and_opening_is_the_identity(ledger in any_ledger()) {
        prop_assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger));
    }

    #[test]
    fn a_damaged_text_is_refused_or_means_a_ledger_that_saves_as_it_opened(
        mutations in prop::collection::vec(mutation(), 1..6),
        spaced in any::<bool>(),
    ) {
        let text = save(&small());
        let text = if spaced { text } else { text.replace(['\n', ' '], "") };
        check_opening(&mutated(&text, mutations))?;
    }

    #[test]
    fn any_text_is_opened_or_refused(text in any_text()) {
        check_opening(&text)?;
    }

    #[test]
    fn any_ledger_is_worked_out_to_numbers_in_their_ranges(ledger in any_ledger()) {
        let results = everything(&ledger);
        prop_assert_eq!(results.irrigation.years.len(), ledger.sheets(&YEARS).len());
        for year in &results.irrigation.years {
            for (figure, high) in figures(&year.figures) {
                let value = figure.value();
                prop_assert!(value.is_finite() && value >= 0.0 && value <= high, "{figure:?}");
                prop_assert!(figure.u().is_finite());
            }
        }
        let trend: Vec<i32> = results.irrigation.in_order().iter().map(|(year, _)| *year).collect();
        prop_assert!(trend.windows(2).all(|pair| pair[0] < pair[1]), "{trend:?}");
    }

    #[test]
    fn every_problem_has_a_place_that_exists_and_is_said_once(ledger in any_ledger()) {
        let results = everything(&ledger);
        let problems = all_problems(&results);
        for (at, problem) in problems.iter().enumerate() {
            prop_assert!(is_there(&ledger, problem.place), "{problem:?}");
            for language in Language::ALL {
                let said = problem.kind.message().say(language);
                prop_assert!(!said.is_empty() && !said.contains(['{', '}']), "{said}");
            }
            prop_assert!(!problems[..at].contains(problem), "{problem:?} twice");
        }
        // A measure whose name stands twice in an institution's year tells twice what is wrong with its effects.
        for problem in results.certification.reviews.iter().flat_map(|review| &review.problems) {
            prop_assert!(is_there(&ledger, problem.place), "{problem:?}");
        }
    }

    #[test]
    fn problems_of_rows_stand_with_their_own_year(ledger in any_ledger()) {
        let results = everything(&ledger);
        for (sheet, year) in ledger.sheets(&YEARS).iter().zip(&results.irrigation.years) {
            prop_assert_eq!(sheet.id, year.id);
            prop_assert!(year.all_problems().all(|problem| problem.place.is_in(sheet)));
        }
        let is_entry = |place: Place| place.column.is_some_and(|column| column.is_entry);
        prop_assert!(results.sheet_problems().all(|problem| is_entry(problem.place)));
    }
}

fn check_opening(text: &str) -> Result<(), TestCaseError> {
    match open(text) {
        Opened::Ledger(ledger) => prop_assert_eq!(open(&save(&ledger)), Opened::Ledger(ledger)),
        refused => prop_assert!(refused.message().is_some_and(|m| !m.say(Language::Chinese).is_empty())),
    }
    Ok(())
}

/// Every figure of a year with the highest value it may have.
fn figures(year: &YearFigures) -> Vec<(&Figure, f64)> {
    let coefficients = year
        .districts
        .iter()
        .map(|district| &district.coefficient)
        .chain(year.classes.iter().map(|class| &class.coefficient))
        .chain([&year.coefficient]);
    let amounts = year
        .districts
        .iter()
        .flat_map(|district| [&district.gross, &district.per_mu])
        .chain(year.classes.iter().map(|class| &class.gross))
        .chain([&year.gross, &year.per_mu]);
    // A weighted mean of ones may come out a rounding above one.
    let coefficients = coefficients.flatten().map(|figure| (figure, 1.0 + 1e-12));
    coefficients.chain(amounts.flatten().map(|figure| (figure, f64::MAX))).collect()
}

fn is_there(ledger: &Ledger, place: Place) -> bool {
    let has_column = place.column.is_none_or(|column| place.table.spec.columns.contains(column));
    ledger.row_at(place.table, place.row).is_some() && has_column
}

fn all_problems(results: &Results) -> Vec<&Problem> {
    let of_years = results.irrigation.years.iter().flat_map(|year| year.all_problems());
    let of_periods = results.plant.periods.iter().flat_map(|period| &period.problems);
    results.sheet_problems().chain(of_years).chain(of_periods).collect()
}
