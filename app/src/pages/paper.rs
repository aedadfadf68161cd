//! A report as a page to print: sections of plain data as semantic markup.

use leptos::prelude::*;

use crate::state::State;
use crate::widgets::{self, ChartFrame, DataColumn, data_table, drawn_chart};
use water_ledger::chart::Chart;
use water_ledger::exchange::{Derivations, Route};
use water_ledger::metric::{Figure, Flag};
use water_ledger::show::paper::{Block, Cell, Derived, Heading, Input, Report, Section, Table};
use water_ledger::show::{FlagMark, flag_marks};
use water_ledger::text::{Coded, Key, Message};

/// Where blocks stand.
#[derive(Clone, Copy)]
struct Place {
    state: State,
    /// Whether a figure opens its basis; a report has its derivations at its end instead.
    explains: bool,
    /// Makes the frame of a chart: a paper has its charts at once, a page when they have come.
    chart: fn(State, Signal<Chart>) -> AnyView,
}

/// What is done with a paper: the way back to the entries, printing and what is offered beside it, the choice of derivations. It stays when the paper is made
/// anew, and the keyboard with it.
pub fn tools(
    state: State,
    back: impl Fn() -> Route + Send + 'static,
    (chosen, with): (Signal<Derivations>, impl Fn(Derivations) -> Route + Copy + Send + 'static),
    button: AnyView,
) -> AnyView {
    // A window always prints, or has nothing to print with and then does nothing.
    let print = move |_| {
        let _ = window().print();
    };
    let language = state.language.get_untracked();
    let choice = |one: &Derivations| {
        let one = *one;
        let current = move || (chosen.get() == one).then_some("true");
        view! { <li><a href=move || with(one).to_hash() aria-current=current>{one.name().get(language)}</a></li> }
            .into_any()
    };
    view! {
        <div class="paper-tools">
            <p class="buttons">
                <a class="button" href=move || back().to_hash()>{state.say(Key::ReportBack)}</a>
                <button class="primary" on:click=print>{state.say(Key::ReportPrint)}</button>
                {button}
            </p>
            <nav class="tabs" aria-label=state.say(Key::ReportDerivationsChoice)>
                <span aria-hidden="true">{state.say(Key::ReportDerivationsChoice)}</span>
                <ul>{Derivations::ALL.iter().map(choice).collect_view()}</ul>
            </nav>
        </div>
    }
    .into_any()
}

/// A report behind its cover; without one, the title and that there is nothing yet.
pub fn page(state: State, title: Key, report: Option<Report>) -> AnyView {
    match report {
        Some(report) => view! {
            {cover(state, &report)}
            {sections(Place { state, explains: false, chart: |state, chart| drawn_chart(*state, chart) }, &report)}
        }
        .into_any(),
        None => view! {
            <h1 tabindex="-1">{state.say(title)}</h1>
            <p>{state.say(Key::Empty)}</p>
        }
        .into_any(),
    }
}

/// The first page: title, what was typed of it, what stands in the report, and who signs.
fn cover(state: State, report: &Report) -> AnyView {
    let Report { title, subject, cover, sections } = report;
    let line = |(name, text): &(String, String)| {
        view! { <div><dt>{name.clone()}</dt><dd class:blank=text.is_empty()>{text.clone()}</dd></div> }
            .into_any()
    };
    let is_blank = cover.lines.iter().any(|(_, text)| text.is_empty());
    let entry = |section: &Section| view! { <li>{section.title.clone()}</li> }.into_any();
    let lines = (!cover.lines.is_empty())
        .then(|| view! { <dl class="cover-lines">{cover.lines.iter().map(line).collect_view()}</dl> });
    view! {
        <header class="report-cover">
            {(!subject.is_empty()).then(|| view! { <p class="report-subject">{subject.clone()}</p> })}
            <h1 tabindex="-1">{title.clone()}</h1>
            {widgets::unverified_line(*state)}
            {lines}
            {is_blank.then(|| view! { <p class="cover-hint quiet">{state.say(Key::CoverHint)}</p> })}
            <div class="cover-contents">
                <p>{state.say(Key::CoverContents)}</p>
                <ol>{sections.iter().map(entry).collect_view()}</ol>
            </div>
            {(!cover.signatures.is_empty()).then(|| signatures(&cover.signatures))}
        </header>
    }
    .into_any()
}

fn signatures(lines: &[String]) -> AnyView {
    let line = |line: &String| view! { <li>{line.clone()}</li> }.into_any();
    view! { <ul class="report-signatures">{lines.iter().map(line).collect_view()}</ul> }.into_any()
}

fn sections(place: Place, report: &Report) -> Vec<AnyView> {
    let section = |(number, section): (usize, &Section)| {
        let id = format!("report-{}", number + 1);
        let class = match (section.is_wide, section.begins_page) {
            (true, _) => "report-section begins-page wide",
            (false, true) => "report-section begins-page",
            (false, false) => "report-section",
        };
        let says_title = match section.blocks.first() {
            Some(Block::Table(table)) => table.caption == section.title,
            Some(Block::Chart(chart)) => chart.title == section.title,
            _ => false,
        };
        // What the section begins with is then the region of that name, and there must not be two.
        let named = (!says_title).then(|| id.clone());
        let parts: Vec<AnyView> = section.parts.iter().map(|part| self::part(place, part)).collect();
        view! {
            <section class=class class:says-title=says_title aria-labelledby=named>
                <h2 id=id.clone()>{section.title.clone()}</h2>
                {blocks(place, "", &section.blocks)}
                {parts}
            </section>
        }
        .into_any()
    };
    report.sections.iter().enumerate().map(section).collect()
}

fn part(place: Place, part: &Section) -> AnyView {
    let is_derived = part.blocks.iter().any(|block| matches!(block, Block::Derived(_)));
    view! {
        <div class="report-part">
            <h3>{part.title.clone()}</h3>
            <div class="report-blocks" class:derivations=is_derived>{blocks(place, &part.title, &part.blocks)}</div>
        </div>
    }
    .into_any()
}

/// Blocks on a page of their own kind, where each figure opens its basis.
pub fn on_page(state: State, blocks: &[Block]) -> Vec<AnyView> {
    self::blocks(
        Place { state, explains: true, chart: |_, chart| view! { <ChartFrame chart/> }.into_any() },
        "",
        blocks,
    )
}

/// Blocks, as they stand under a heading; `part` is what it says where other parts hold the same tables.
fn blocks(place: Place, part: &str, blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(|block| self::block(place, part, block)).collect()
}

fn block(place: Place, part: &str, block: &Block) -> AnyView {
    match block {
        Block::Text(text, marks) => {
            let mark =
                |mark: &String| view! { " " <span class="mark unverified">{mark.clone()}</span> }.into_any();
            view! { <p>{text.clone()} {marks.iter().map(mark).collect_view()}</p> }.into_any()
        }
        Block::Warning(text) => view! { <p class="report-warning">{text.clone()}</p> }.into_any(),
        Block::Values(values) => {
            let value = |(name, cell): &(String, Cell)| {
                view! { <div><dt>{name.clone()}</dt><dd>{standing(place, cell)}</dd></div> }.into_any()
            };
            view! { <dl class="report-values">{values.iter().map(value).collect_view()}</dl> }.into_any()
        }
        Block::Table(table) => self::table(place, part, table),
        Block::Chart(chart) => (place.chart)(place.state, Signal::stored(chart.as_ref().clone())),
        Block::List(list) => {
            let item = |text: &String| view! { <li>{text.clone()}</li> }.into_any();
            view! { <ul class="report-list">{list.iter().map(item).collect_view()}</ul> }.into_any()
        }
        Block::Derived(derived) => self::derived(place, derived),
        Block::Signatures(lines) => signatures(lines),
    }
}

/// A figure by itself: value, uncertainty, unit, marks in words, the number of its derivation.
fn standing(place: Place, cell: &Cell) -> AnyView {
    let mark = |one: &FlagMark| {
        let mark = match one.flag {
            Flag::Unverified => widgets::unverified_mark(*place.state, name_of(place, cell)),
            _ => widgets::mark(*place.state, one.mark),
        };
        view! { " " {mark} }.into_any()
    };
    view! {
        {quantity(place, cell)}
        {flag_marks(&cell.flags).map(mark).collect_view()}
        {number(cell)}
    }
    .into_any()
}

/// What a figure is called.
fn name_of(place: Place, cell: &Cell) -> String {
    let name = |figure: &Figure| figure.name().get(place.state.language.get_untracked()).to_string();
    cell.figure.as_ref().map(name).unwrap_or_default()
}

fn quantity(place: Place, cell: &Cell) -> AnyView {
    let unit = (!cell.unit.is_empty()).then(|| view! { " " <span class="unit">{cell.unit.clone()}</span> });
    let u = if cell.u.is_empty() { String::new() } else { format!(" ± {}", cell.u) };
    match cell.figure.clone().filter(|_| place.explains) {
        Some(figure) => {
            let basis = Message::new(Key::BasisOf).with_words("name", figure.name());
            let label = format!("{}{u}, {}", cell.text, place.state.tell(&basis));
            let explain = move |_| place.state.explained.set(Some(figure.clone()));
            view! {
                <button class="number-button" aria-label=label on:click=explain>{cell.text.clone()}{u}</button>
                {unit}
            }
            .into_any()
        }
        None => view! { <span class="report-number">{cell.text.clone()}{u}</span>{unit} }.into_any(),
    }
}

fn number(cell: &Cell) -> Option<AnyView> {
    cell.number.map(|number| view! { " " <span class="report-ref">{format!("[{number}]")}</span> }.into_any())
}

fn table(place: Place, part: &str, table: &Table) -> AnyView {
    let column = |heading: &Heading| {
        let unit = (!heading.unit.is_empty())
            .then(|| view! { " " <span class="unit">{heading.unit.clone()}</span> });
        let column = DataColumn::new(view! { {heading.text.clone()}{unit} });
        if heading.is_number { column.all("number") } else { column }
    };
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| self::cell(place, cell)).collect());
    let label = if part.is_empty() { table.caption.clone() } else { format!("{} · {part}", table.caption) };
    let caption = view! { <caption>{table.caption.clone()}</caption> }.into_any();
    let note = |note: &String| view! { <p class="report-note">{note.clone()}</p> }.into_any();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            {data_table("data", Some(caption), table.head.iter().map(column).collect(), rows)}
        </div>
        {table.notes.iter().map(note).collect_view()}
    }
    .into_any()
}

fn cell(place: Place, cell: &Cell) -> AnyView {
    if cell.flags.contains(&Flag::Unverified) {
        widgets::note_unverified(*place.state, name_of(place, cell), None);
    }
    // The sign is for the eye; the words say the same to who listens.
    let sign = |one: &FlagMark| {
        view! {
            <span class="report-sign" aria-hidden="true">{one.sign}</span>
            <span class="visually-hidden">{place.state.say(one.mark.name)}</span>
        }
        .into_any()
    };
    view! { {quantity(place, cell)}{flag_marks(&cell.flags).map(sign).collect_view()}{number(cell)} }
        .into_any()
}

fn derived(place: Place, derived: &Derived) -> AnyView {
    let subject = (!derived.subject.is_empty()).then(|| {
        view! { " " <span class="report-of">{derived.subject.clone()}</span> }
    });
    let result = standing(place, &Cell { number: None, ..derived.result.clone() });
    view! {
        <div class="report-derived">
            <h4><span class="report-ref">{format!("[{}]", derived.number)}</span> " " {derived.name.clone()} {subject}</h4>
            <p class="formula">{derived.symbols.clone()}</p>
            <p class="formula">{derived.numbers.clone()} " = " {result}</p>
            <ul class="report-inputs">{derived.inputs.iter().map(|input| self::input(place, input)).collect_view()}</ul>
            {(!derived.more.is_empty()).then(|| view! { <p>{derived.more.clone()}</p> })}
            <p class="report-source">{derived.source.clone()}</p>
        </div>
    }
    .into_any()
}

fn input(place: Place, input: &Input) -> AnyView {
    let signs: String = flag_marks(&input.value.flags).map(|one| one.sign).collect();
    view! {
        <li>
            <span class="formula">{input.symbol.clone()}</span>
            " "
            <span>{input.name.clone()}</span>
            " "
            {quantity(place, &input.value)}
            {signs}
            " "
            <span class="report-of">{input.from.clone()}</span>
        </li>
    }
    .into_any()
}
