//! What readings before and after say was saved.

use leptos::prelude::*;

use super::charts::charts;
use super::view::AfterView;
use crate::state::State;
use crate::widgets::{figure_view, rate_cell};
use water_ledger::evaluate::{Afterwards, Verified};
use water_ledger::ledger::{RETROFIT_READINGS, RetrofitEntry};
use water_ledger::metric::Figure;
use water_ledger::show;
use water_ledger::text::{Key, Message};

/// The tab.
pub fn tab(state: State, view: AfterView) -> AnyView {
    let language = state.language.get_untracked();
    let entries = [RetrofitEntry::Boundary, RetrofitEntry::Driver].map(|entry| view.text_entry(state, entry));
    let drawn = move || {
        let chart = view.with(|_, found| show::retrofit::verified_chart(&found.verified, language));
        chart.flatten().into_iter().collect()
    };
    view! {
        <div class="work">
            <div class="entry-side">
                <div class="verification-entries">{entries.into_iter().collect_view()}</div>
                <p class="quiet">{state.say(Key::ReadingsLead)}</p>
                {view.table(state, &RETROFIT_READINGS)}
                {charts(drawn)}
            </div>
            {view.results(state, move |_, found| facts(state, &found.verified), move |_, found| more(state, found))}
        </div>
    }
    .into_any()
}

fn facts(state: State, found: &Verified) -> AnyView {
    let fact =
        |id: &'static str, name: Key, figure: &Option<Figure>| figure_view(*state, id, name, figure.clone());
    view! {
        {fact("measured-saving", Key::ResultMeasuredSaving, &found.saving)}
        {fact("expected-use", Key::ResultExpectedUse, &found.expected)}
        {fact("report-use", Key::ResultReportUse, &found.used)}
    }
    .into_any()
}

fn more(state: State, found: &Afterwards) -> AnyView {
    let verified = &found.verified;
    if verified.months.is_empty() {
        return view! { <p class="quiet">{state.say(Key::ReadingsNone)}</p> }.into_any();
    }
    let fact =
        |id: &'static str, name: Key, figure: &Option<Figure>| figure_view(*state, id, name, figure.clone());
    let notes = show::retrofit::verified_notes(found, state.language.get_untracked()).into_iter();
    let notes = notes.map(|(is_good, note)| {
        let class = if is_good { "notice" } else { "notice caution" };
        view! { <p class=class>{state.tell(&note)}</p> }
    });
    let years = verified.by_year.iter().map(|(year, saving)| {
        let name = Message::new(Key::VerifiedYear).with("year", year.to_string());
        view! {
            <div class="fact">
                <p class="quiet">{state.tell(&name)}</p>
                {rate_cell(*state, saving)}
            </div>
        }
    });
    view! {
        {notes.collect_view()}
        {years.collect_view()}
        {fact("fixed-use", Key::ResultFixedUse, &verified.fixed)}
        {fact("use-by-driver", Key::ResultUseByDriver, &verified.slope)}
        {fact("fit", Key::ResultFit, &verified.fit)}
        {fact("variation", Key::ResultVariation, &verified.variation)}
    }
    .into_any()
}
