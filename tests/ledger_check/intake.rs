//! What counts as intake: one convention for all rates of a sheet, told wherever they are, and no ratio to it without meaning.

use water_ledger::evaluate::{PeriodResults, everything};
use water_ledger::exchange::Derivations;
use water_ledger::exchange::evaluate_ledger;
use water_ledger::ledger::{
    Column, Edit, Example, Ledger, PERIODS, PlantEntry, SUPPLIES, SupplyColumn as Supply, TableSpec,
    WATER_UNITS, WaterUnitColumn as Unit,
};
use water_ledger::show;
use water_ledger::text::Language;

use crate::ledger_check::{added, entered, typed, value};

const ALL_SOURCES: &str = "all";

/// The small works in its last year, where the grounds take so much water of a kind of source.
fn works_with(kind: &str, amount: &str) -> Ledger {
    let works = Example::Works.ledger(Language::Chinese);
    let last = works.sheets(&PERIODS)[2..].to_vec();
    let works = works.with_sheets(&PERIODS, last);
    let at = |table: &'static TableSpec| table.at(&[works.sheets(&PERIODS)[0].id]);
    let supplied = added(&works, at(&SUPPLIES), &["第三水源", kind, amount]);
    typed(&supplied, at(&WATER_UNITS), 6, Unit::NonConventional.spec(), amount)
}

fn by(ledger: &Ledger, convention: &str) -> Ledger {
    entered(ledger, PERIODS.entry(ledger.sheets(&PERIODS)[0].id, PlantEntry::Convention), convention)
}

fn found(ledger: &Ledger) -> PeriodResults {
    PeriodResults::clone(&everything(ledger).plant.periods[0])
}

fn rate(found: &PeriodResults, id: &str) -> Option<f64> {
    found.figures.rate(id).map(water_ledger::metric::Figure::value)
}

fn near(one: Option<f64>, other: f64, case: &str) {
    let one = one.unwrap_or_else(|| panic!("{case}: no number"));
    assert!((one - other).abs() <= 1e-9 * other.abs().max(1.0), "{case}: {one}, {other}");
}

#[test]
fn every_rate_of_a_sheet_takes_intake_by_one_convention() {
    let (town_and_well, output, value_added) = (77_600.0, 4_520.0, 5_200.0);
    for kind in ["reclaimed", "rain", "mine", "desalinated", "brackish"] {
        for (convention, intake) in
            [("", town_and_well), ("conventional", town_and_well), (ALL_SOURCES, town_and_well + 12_000.0)]
        {
            let case = format!("{kind}, {convention:?}");
            let found = found(&by(&works_with(kind, "12000"), convention));
            let totals = &found.figures.totals;
            near(value(&totals.intake), intake, &case);
            near(value(&totals.fresh), town_and_well + 12_000.0, &case);
            near(value(&totals.nonconventional), 12_000.0, &case);
            // What the sheet shows comes to the rate that it shows.
            let (reused, all) =
                (value(&totals.water.reused).expect("reused water"), value(&totals.total_use));
            near(all, intake + reused, &case);
            near(rate(&found, "industry.reuse_rate"), 100.0 * reused / (intake + reused), &case);
            near(rate(&found, "industry.intake_per_value_added"), intake / value_added, &case);
            near(value(&found.figures.products[0].intake), intake / output, &case);
            near(rate(&found, "industry.total_use_per_product"), (intake + reused) / output, &case);
            let leaked = value(&totals.water.leaked).expect("leakage");
            near(rate(&found, "industry.leakage_rate"), 100.0 * leaked / intake, &case);
            let discharged = value(&totals.water.discharged).expect("discharge");
            near(rate(&found, "industry.discharge_rate"), 100.0 * discharged / intake, &case);
            let cost = value(&found.figures.costs.total).expect("a cost");
            near(value(&found.figures.costs.per_intake), cost / intake, &case);
            // These are of fresh water and of non-conventional water by definition.
            near(
                rate(&found, "industry.fresh_water_per_product"),
                (town_and_well + 12_000.0) / output,
                &case,
            );
            let share = 100.0 * 12_000.0 / (town_and_well + 12_000.0);
            near(rate(&found, "industry.nonconventional_rate"), share, &case);
        }
    }
    // Bought water products are intake by either.
    for convention in ["", ALL_SOURCES] {
        let works = works_with("steam", "12000");
        let table = WATER_UNITS.at(&[works.sheets(&PERIODS)[0].id]);
        let moved = typed(&works, table, 6, Unit::NonConventional.spec(), "");
        let moved = typed(&moved, table, 6, Unit::Other.spec(), "12000");
        near(value(&found(&by(&moved, convention)).figures.totals.intake), 89_600.0, convention);
    }
}

#[test]
fn a_ratio_to_intake_that_is_mostly_of_other_water_has_no_meaning() {
    let meaningless = |found: &PeriodResults| {
        let not_of_intake = found.figures.refused.iter().filter(|one| one.fault.code() == "not_of_intake");
        not_of_intake.map(|one| one.name.zh).collect::<Vec<_>>()
    };
    let of_intake = ["用水综合漏失率", "排水率", "单位用水成本"];
    // As much as all other water has a meaning yet.
    for (amount, expected) in
        [("77600", &of_intake[..0]), ("77700", &of_intake[..]), ("900000", &of_intake[..])]
    {
        let ledger = works_with("reclaimed", amount);
        let by_quota = found(&ledger);
        assert_eq!(meaningless(&by_quota), expected, "{amount}");
        let is_there = expected.is_empty();
        for id in ["industry.leakage_rate", "industry.discharge_rate"] {
            assert_eq!(rate(&by_quota, id).is_some(), is_there, "{id} {amount}");
        }
        assert_eq!(by_quota.figures.costs.per_intake.is_some(), is_there, "{amount}");
        let place = PERIODS.entry(ledger.sheets(&PERIODS)[0].id, PlantEntry::Convention);
        let said = by_quota.problems.iter().filter(|problem| problem.kind.code() == "not_of_intake");
        assert_eq!(
            said.map(|problem| problem.place).collect::<Vec<_>>(),
            vec![place; usize::from(!is_there)]
        );
        for language in Language::ALL {
            let note = show::plant::rates_without_meaning(&by_quota, language).map(|note| note.say(language));
            assert_eq!(note.is_some(), !is_there);
            assert!(note.is_none_or(|note| {
                note.contains(match language {
                    Language::Chinese => "用水综合漏失率、排水率、单位用水成本",
                    Language::English => "Leakage rate, Discharge rate, Cost of a cubic metre",
                })
            }));
        }
        // Of all water they have one.
        let by_all = found(&by(&ledger, ALL_SOURCES));
        assert_eq!(meaningless(&by_all), [""; 0], "{amount}");
        for id in ["industry.leakage_rate", "industry.discharge_rate"] {
            assert!(rate(&by_all, id).is_some_and(|rate| rate <= 100.0), "{id} {amount}");
        }
    }
}

#[test]
fn a_discharge_beyond_the_intake_is_no_share_of_it() {
    let works = works_with("reclaimed", "50000");
    let table = WATER_UNITS.at(&[works.sheets(&PERIODS)[0].id]);
    let discharging = typed(&works, table, 7, Unit::Discharge.spec(), "80000");
    let found = found(&discharging);
    assert_eq!(rate(&found, "industry.discharge_rate"), None);
    assert!(found.problems.iter().any(|problem| problem.kind.code() == "not_of_intake"));
    assert!(rate(&found, "industry.leakage_rate").is_some());
}

#[test]
fn without_conventional_water_there_is_no_reuse_rate_by_quota() {
    let works = works_with("reclaimed", "20000");
    let id = works.sheets(&PERIODS)[0].id;
    let (supplies, units) = (SUPPLIES.at(&[id]), WATER_UNITS.at(&[id]));
    let mut reclaimed = works;
    for row in [1, 2] {
        reclaimed = typed(&reclaimed, supplies, row, Supply::Kind.spec(), "reclaimed");
    }
    for row in 1..=6 {
        reclaimed = typed(&reclaimed, units, row, Unit::Town.spec(), "");
        reclaimed = typed(&reclaimed, units, row, Unit::Ground.spec(), "");
        reclaimed = typed(&reclaimed, units, row, Unit::NonConventional.spec(), "16266");
    }
    let by_quota = found(&reclaimed);
    assert_eq!(by_quota.figures.totals.intake, None);
    assert_eq!(rate(&by_quota, "industry.reuse_rate"), None);
    assert!(by_quota.problems.iter().any(|problem| problem.kind.code() == "not_of_intake"));
    assert!(
        rate(&found(&by(&reclaimed, ALL_SOURCES)), "industry.reuse_rate").is_some_and(|rate| rate < 100.0)
    );
}

#[test]
fn what_counts_as_intake_is_told_on_page_paper_and_to_programs() {
    for (convention, code, said) in [
        ("", "conventional", ["取水定额 GB/T 18916 系列", "Norms of water intake, series GB/T 18916"]),
        (
            ALL_SOURCES,
            "all",
            ["新水量的定义 GB/T 12452、CJ 42", "Fresh water as defined by GB/T 12452 and CJ 42"],
        ),
    ] {
        let ledger = by(&works_with("reclaimed", "900000"), convention);
        let results = everything(&ledger);
        let period = &results.plant.periods[0];
        for (language, source) in Language::ALL.iter().zip(said) {
            let note = show::plant::intake_note(period, *language).expect("a convention").say(*language);
            assert!(note.contains(source), "{note}");
            let paper =
                show::plant::balance_report(&ledger, &results.plant, period.id, Derivations::All, *language);
            assert!(format!("{paper:?}").contains(&note), "{note}");
            let answers = evaluate_ledger(&ledger, *language).answers;
            let answers = answers.as_array().expect("an array");
            let reuse = answers.iter().find(|answer| {
                answer["metric"] == "industry.reuse_rate"
                    && answer["place"].as_array().is_some_and(|p| p.len() == 1)
            });
            let told = &reuse.expect("a reuse rate")["intake_convention"];
            assert_eq!(told["code"], code);
            assert_eq!(told["source"], source);
            assert_eq!(told["status"], "unverified (textbook)");
            for name in ["conventional", "fresh", "intake_and_reused"] {
                assert!(answers.iter().any(|answer| answer["place"][1] == name), "{name}");
            }
        }
    }
}

#[test]
fn a_convention_that_cannot_be_read_leaves_the_intake_incomplete() {
    let ledger = by(&works_with("reclaimed", "12000"), "某种");
    let found = found(&ledger);
    let place = PERIODS.entry(found.id, PlantEntry::Convention);
    assert!(found.problems.iter().any(|one| one.place == place && one.kind.code() == "unknown_class"));
    assert!(found.figures.totals.intake.as_ref().is_some_and(|intake| intake.is_incomplete()));
    assert!(found.figures.rate("industry.reuse_rate").is_some_and(|rate| rate.is_incomplete()));
}

#[test]
fn periods_that_count_intake_in_two_ways_are_told_apart() {
    let works = Example::Works.ledger(Language::Chinese);
    let ids: Vec<_> = works.sheets(&PERIODS).iter().map(|sheet| sheet.id).collect();
    let place = |at: usize| PERIODS.entry(ids[at], PlantEntry::Convention);
    for (chosen, expected) in [
        (["", "", ""], vec![]),
        (["", "conventional", ""], vec![]),
        ([ALL_SOURCES; 3], vec![]),
        (["", ALL_SOURCES, ALL_SOURCES], vec![place(1)]),
        (["", ALL_SOURCES, ""], vec![place(1), place(2)]),
    ] {
        let ledger = (0..3).fold(works.clone(), |ledger, at| entered(&ledger, place(at), chosen[at]));
        let problems = everything(&ledger).plant.problems;
        let said = problems.iter().filter(|problem| problem.kind.code() == "other_convention");
        assert_eq!(said.map(|problem| problem.place).collect::<Vec<_>>(), expected, "{chosen:?}");
    }
    // The next sheet takes intake as the one before.
    let all = entered(&works, place(2), ALL_SOURCES);
    let next = all.after(Edit::AddSheet(&PERIODS, None)).expect("a period");
    assert_eq!(&next.sheets(&PERIODS)[3][PlantEntry::Convention], ALL_SOURCES);
}
