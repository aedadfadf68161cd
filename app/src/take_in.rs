//! A file with tables of elsewhere for a sheet: which of its worksheets goes where is shown before anything is taken.

use std::sync::Arc;

use leptos::prelude::*;

use super::address;
use super::part::{Part, part};
use super::state::{Notice, State};
use super::storage;
use super::widgets::{DataColumn, data_table};
use water_ledger::exchange::{
    FILLED, ForeignColumn, Homeless, KnownColumns, MatchedSheet, PAGES, Route, Worksheet, best_list,
    in_order_of_depth, matched_sheets, tables_of, year_of_file,
};
use water_ledger::ledger::{Edit, Ledger, Place, Row, RowId, TableSpec, sheet_of};
use water_ledger::text::{Key, Message};

/// Under this name the browser keeps where columns of files go.
const KNOWN: &str = "water-ledger/columns";

/// A file that is offered to a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// Its name.
    pub name: String,
    /// Its worksheets.
    pub sheets: Vec<Worksheet>,
}

/// The question where its worksheets go, whose code comes with the first such file.
pub static TAKE_IN: &Part<(State, Arc<Offered>)> = part!(take_in, of: (State, Arc<Offered>), {
    let (state, file) = of;
    question(state, file)
});

/// Where columns of files go, as people said before.
pub fn known_columns() -> KnownColumns {
    storage::read(KNOWN).ok().flatten().map(|text| KnownColumns::of_text(&text)).unwrap_or_default()
}

/// Keeps where columns of files go; a browser that keeps nothing asks again.
pub fn keep_columns(known: &KnownColumns) {
    let _ = storage::write(KNOWN, &known.to_text());
}

/// A sheet that the file can go into: one that is there, or a new one of a list.
#[derive(Clone, Debug, PartialEq)]
struct Aim {
    list: &'static TableSpec,
    sheet: Option<RowId>,
    name: String,
}

/// The sheets of the ledger, and a new one of each list.
fn aims(state: State) -> Vec<Aim> {
    let of_list = |list: &'static TableSpec| {
        let page = PAGES.iter().find(|page| page.sheets == Some(list)).and_then(|page| page.title);
        let kind = page.map_or("", |title| state.say(title));
        let new = state.tell(&Message::new(Key::FileNewSheet).with("kind", kind));
        let there = state.ledger.with_untracked(|ledger| {
            let sheets = ledger.sheets(list).iter();
            let named = |sheet: &Arc<Row>| Aim {
                list,
                sheet: Some(sheet.id),
                name: [kind, &name_of(list, sheet)].join(" · "),
            };
            sheets.map(named).collect::<Vec<_>>()
        });
        there.into_iter().chain([Aim { list, sheet: None, name: new }]).collect::<Vec<_>>()
    };
    FILLED.into_iter().flat_map(of_list).collect()
}

/// Whose a sheet is and of which period, as typed.
fn name_of(list: &'static TableSpec, sheet: &Row) -> String {
    let Some(spec) = sheet_of(list) else { return String::new() };
    let columns = spec.unit.map(|unit| unit()).into_iter().chain([(spec.period)()]);
    columns.map(|column| sheet.text(column).trim()).collect::<Vec<_>>().join(" ").trim().to_string()
}

/// The sheet that is meant where nobody says another: of the list that the file fits, the one of its year, else the open one.
fn usual(state: State, aims: &[Aim], file: &Offered) -> usize {
    let route = state.route.get_untracked();
    let fits = |list: &'static TableSpec| {
        matched_sheets(&file.sheets, list, &KnownColumns::default()).iter().any(|one| one.table.is_some())
    };
    let open = route.page.sheets.filter(|list| FILLED.contains(list) && fits(list));
    let Some(list) = open.or_else(|| best_list(&file.sheets)) else { return 0 };
    let year = year_of_file(&file.name, &file.sheets);
    let of_year = |aim: &Aim| {
        let (spec, sheet, year) = (sheet_of(list)?, aim.sheet?, year.as_ref()?);
        state.ledger.with_untracked(|ledger| {
            let period = ledger.sheet(list, sheet)?.text((spec.period)()).trim().to_string();
            Some(period == *year)
        })
    };
    let is_open = |aim: &Aim| aim.sheet.is_some_and(|sheet| route.sheet == Some(sheet.0));
    let find = |is_it: &dyn Fn(&Aim) -> bool| aims.iter().position(|aim| aim.list == list && is_it(aim));
    let known = find(&|aim| of_year(aim) == Some(true));
    // A year that is not there yet begins a new sheet.
    let open = if year.is_some() { None } else { find(&is_open) };
    known.or(open).or_else(|| find(&|aim| aim.sheet.is_none())).unwrap_or(0)
}

fn question(state: State, file: Arc<Offered>) -> AnyView {
    let all = aims(state);
    let first = usual(state, &all, &file);
    let aim = RwSignal::new(first);
    let matched = RwSignal::new(matched_sheets(&file.sheets, all[first].list, &known_columns()));
    let options = all.iter().enumerate().map(|(number, one)| {
        view! { <option value=number.to_string() prop:selected=number == first>{one.name.clone()}</option> }.into_any()
    });
    let options: Vec<AnyView> = options.collect();
    let name = file.name.clone();
    let (all, file) = (StoredValue::new(all), StoredValue::new(file));
    let list_of = move |number: usize| all.with_value(|all| all.get(number).map(|aim| aim.list));
    let choose = move |event: leptos::ev::Event| {
        let number = event_target_value(&event).parse::<usize>().ok();
        let Some((number, now)) = number.and_then(|number| Some((number, list_of(number)?))) else { return };
        let before = list_of(aim.get_untracked());
        aim.set(number);
        if before != Some(now) {
            matched.set(file.with_value(|file| matched_sheets(&file.sheets, now, &known_columns())));
        }
    };
    let take = move |_| {
        let aim = all.with_value(|all| all[aim.get_untracked()].clone());
        take(state, &aim, &matched.get_untracked(), &file.get_value());
    };
    request_animation_frame(|| {
        address::focus("take-in-title");
    });
    view! {
        <section class="take-in" aria-labelledby="take-in-title">
            <h2 id="take-in-title" tabindex="-1">{state.tell(&Message::new(Key::FileTitle).with("name", name))}</h2>
            <p><label>{state.say(Key::FileInto)} " " <select on:change=choose>{options}</select></label></p>
            {move || list_of(aim.get()).map(|list| lines(state, list, matched))}
            <p class="quiet">{state.say(Key::FileHint)}</p>
            <p class="buttons">
                <button class="primary" on:click=take>{state.say(Key::FileTake)}</button>
                <button class="plain" on:click=move |_| state.offered.set(None)>{state.say(Key::BlockLeave)}</button>
            </p>
        </section>
    }
    .into_any()
}

/// A line for each worksheet: where it goes, how many rows, which columns are not understood.
fn lines(state: State, list: &'static TableSpec, matched: RwSignal<Vec<MatchedSheet>>) -> AnyView {
    let columns = vec![
        DataColumn::new(state.say(Key::WorkbookSheet)),
        DataColumn::new(state.say(Key::BlockInto)),
        DataColumn::new(state.say(Key::FileRows)).all("number"),
        DataColumn::new(state.say(Key::FileColumns)),
        DataColumn::new(state.say(Key::FileUnmatched)),
    ];
    let line = |(place, one): (usize, &MatchedSheet)| {
        let tables: Vec<&'static TableSpec> = tables_of(list).collect();
        let option = |(number, table): (usize, &&'static TableSpec)| {
            view! { <option value=number.to_string() prop:selected=one.table == Some(*table)>{state.say(table.title)}</option> }
                .into_any()
        };
        let options: Vec<AnyView> = tables.iter().enumerate().map(option).collect();
        let choose = move |event: leptos::ev::Event| {
            let table =
                event_target_value(&event).parse::<usize>().ok().and_then(|at| tables_of(list).nth(at));
            matched.update(|all| all[place].put(table, &known_columns()));
        };
        let into = view! {
            <select aria-label=one.name.clone() on:change=choose>
                <option value="" prop:selected=one.table.is_none()>{state.say(Key::BlockNowhere)}</option>
                {options}
            </select>
        };
        let headings = |is_meant: &dyn Fn(&ForeignColumn) -> bool| -> String {
            let meant = one.block.columns.iter().filter(|column| !column.is_counter && is_meant(column));
            meant
                .map(|column| column.heading.trim())
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("; ")
        };
        let (rows, found, left) = match one.table {
            Some(_) => (
                one.block.rows.len().to_string(),
                headings(&|column| column.to.is_some() || column.names.is_some()),
                headings(&|column| column.to.is_none() && column.names.is_none()),
            ),
            None => Default::default(),
        };
        vec![one.name.clone().into_any(), into.into_any(), rows.into_any(), found.into_any(), left.into_any()]
    };
    let lines: Vec<Vec<AnyView>> = matched.with(|all| all.iter().enumerate().map(line).collect());
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=state.say(Key::FileInto)>
            {data_table("data", None, columns, lines)}
        </div>
    }
    .into_any()
}

/// Takes the worksheets into a sheet, a new one where that is meant, and goes there.
fn take(state: State, aim: &Aim, matched: &[MatchedSheet], file: &Offered) {
    let Some(sheet) = aim.sheet.or_else(|| new_sheet(state, aim.list, file)) else { return };
    let (mut tables, mut rows, mut homeless) = (0, 0, Homeless::default());
    for one in in_order_of_depth(matched) {
        let (edits, without) = state.ledger.with_untracked(|ledger: &Arc<Ledger>| one.edits(ledger, sheet));
        let count = one.block.rows.len() - without.rows;
        homeless.extend(without);
        if !edits.is_empty() && edits.into_iter().all(|edit| state.try_edit(edit)) {
            tables += 1;
            rows += count;
        }
    }
    state.offered.set(None);
    let said = match (homeless.rows, homeless.names.is_empty()) {
        (0, _) => Message::new(Key::FileTaken),
        (_, true) => Message::new(Key::FileTakenUnnamed),
        _ => Message::new(Key::FileTakenSome).with("names", homeless.names.join("; ")),
    };
    let said = said
        .with("tables", tables.to_string())
        .with("rows", rows.to_string())
        .with("count", homeless.rows.to_string());
    state.notify(if homeless.rows == 0 { Notice::quiet(said) } else { Notice::grave(said) });
    if let Some(page) = PAGES.iter().find(|page| page.sheets == Some(aim.list)) {
        address::go(Route::sheet(page, sheet.0));
    }
}

fn new_sheet(state: State, list: &'static TableSpec, file: &Offered) -> Option<RowId> {
    if !state.try_edit(Edit::AddBlankSheet(list)) {
        return None;
    }
    let sheet = state.ledger.with_untracked(|ledger| ledger.sheets(list).last().map(|sheet| sheet.id))?;
    let period = sheet_of(list).map(|spec| (spec.period)());
    if let Some((period, year)) = period.zip(year_of_file(&file.name, &file.sheets)) {
        let place = Place { table: list.at(&[]), row: sheet, column: Some(period) };
        Edit::at(place, year).into_iter().for_each(|edit| state.edit(edit));
    }
    Some(sheet)
}
