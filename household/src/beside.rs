//! What stands beside the result: amounts and money, a bill, food, the fittings by another method, how it is worked out.

use leptos::prelude::*;

use crate::basis;
use crate::fields;
use crate::live::{live, live_if};
use crate::page::{FRAMED, Page};
use water_ledger::evaluate::household::{Cost, bill, cost, food, part_g, part_g_limit, reads_price};
use water_ledger::exchange::frame_markup;
use water_ledger::household::{Field, FieldSpec, SPECS};
use water_ledger::metric::Figure;
use water_ledger::quantity::Unit;
use water_ledger::show::household::litres;
use water_ledger::text::{Key, Message};

/// The days of a month and of a year.
const PERIODS: (f64, f64) = (30.0, 365.0);

/// The home's water and money by the month and the year, with the tariff.
pub fn amounts(page: Page) -> AnyView {
    let volume =
        move |days: f64| page.home.with(|home| home.as_ref().and_then(|home| home.volume(days).ok()));
    let money = move || {
        let home = page.home.get()?;
        page.answers.with(|answers| cost(answers, &home).ok().flatten())
    };
    let of_money = move |of: fn(&Cost) -> &Figure| money().map(|money| of(&money).clone());
    let price = move || {
        page.answers.with(reads_price).then(|| {
            let spec = Field::OwnPrice.spec();
            fields::typed_line(page, spec, spec.unit.symbol(page.language.get_untracked()))
        })
    };
    view! {
        <section>
            <dl class="amounts">
                {amount(page, Key::HouseholdMonth, move || volume(PERIODS.0))}
                {amount(page, Key::HouseholdCostMonth, move || of_money(|cost| &cost.month))}
                {amount(page, Key::HouseholdYear, move || volume(PERIODS.1))}
                {amount(page, Key::HouseholdCostYear, move || of_money(|cost| &cost.year))}
            </dl>
            {fields::select(page, Field::Tariff.spec())}
            {live_if(price)}
        </section>
    }
    .into_any()
}

fn amount(page: Page, name: Key, figure: impl Fn() -> Option<Figure> + Send + 'static) -> AnyView {
    let shown = move || match figure() {
        Some(figure) => {
            let unit = figure.quantity().unit.symbol(page.language.get_untracked());
            view! { {basis::number(page, "number-button", figure.shown(), figure)} " " <span class="unit">{unit}</span> }
                .into_any()
        }
        None => view! { <span class="quiet">{"–"}</span> }.into_any(),
    };
    view! {
        <div>
            <dt class="quiet">{page.say(name)}</dt>
            <dd>{live(shown)}</dd>
        </div>
    }
    .into_any()
}

/// A part that is folded until it is asked for.
fn folded(page: Page, title: Key, lead: String, content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| open.set(true)>
            <summary>{page.say(title)}</summary>
            <p class="quiet">{lead}</p>
            {live_if(move || open.get().then(&content))}
        </details>
    }
    .into_any()
}

/// A bill beside the answers.
pub fn bill_check(page: Page) -> AnyView {
    let content = move || {
        let language = page.language.get_untracked();
        let line = |field: Field| fields::typed_line(page, field.spec(), field.spec().unit.symbol(language));
        let said = move || {
            let bill = page.answers.with(|answers| bill(answers).ok().flatten())?;
            let home = page.home.get()?;
            let message = Message::new(Key::HouseholdBillIs)
                .with("meter", litres(&bill.figure))
                .with("answers", litres(&home.total));
            let shown = format!("{} L", litres(&bill.figure));
            Some(view! {
                <p class="line"><span>{page.tell(&message)}</span> {basis::number(page, "number-button", shown, bill.figure)}</p>
            }.into_any())
        };
        view! {
            {line(Field::BillVolume)}
            {line(Field::BillDays)}
            <div role="status">{live_if(said)}</div>
        }
        .into_any()
    };
    folded(page, Key::HouseholdBill, page.say(Key::HouseholdBillLead).to_string(), content)
}

/// Virtual water of food, apart from the tap's.
pub fn diet(page: Page) -> AnyView {
    let content = move || {
        let is_food = |spec: &&'static FieldSpec| spec.unit == Unit::Kilogram && spec.question.is_none();
        let unit = page.say(Key::HouseholdKgWeek);
        let lines: Vec<AnyView> =
            SPECS.iter().filter(is_food).map(|spec| fields::typed_line(page, spec, unit)).collect();
        let found = move || {
            let food = page.answers.with(|answers| food(answers).ok().flatten())?;
            let row = |(field, figure): (Field, Figure)| {
                let shown = format!("{} L", litres(&figure));
                let name = page.say(field.spec().label);
                view! { <li><span>{name}</span> {basis::number(page, "number-button", shown, figure)}</li> }
                    .into_any()
            };
            let rows: Vec<AnyView> = food.each.into_iter().map(row).collect();
            let shown = format!("{} L", litres(&food.total));
            Some(
                view! {
                    <ul class="tips">
                        {rows}
                        <li class="sum-row">
                            <span>{page.say(Key::HouseholdDietIs)}</span>
                            {basis::number(page, "number-button", shown, food.total)}
                        </li>
                    </ul>
                }
                .into_any(),
            )
        };
        view! {
            {lines}
            {live_if(found)}
            <p class="quiet">{page.say(Key::HouseholdDietNote)}</p>
        }
        .into_any()
    };
    folded(page, Key::HouseholdDiet, page.say(Key::HouseholdDietLead).to_string(), content)
}

/// The fittings alone, by the method of Part G.
pub fn fittings(page: Page) -> AnyView {
    let content = move || {
        let found = move || {
            page.answers.with(part_g).ok().map(|figure| {
                let shown = format!("{} L", figure.shown());
                view! {
                    <p class="line"><span>{page.say(Key::HouseholdPerPerson)}</span> {basis::number(page, "number-button", shown, figure)}</p>
                }
                .into_any()
            })
        };
        view! { <div>{live_if(found)}</div> }.into_any()
    };
    let limit = part_g_limit().map(|limit| limit.shown()).unwrap_or_default();
    let lead = page.tell(&Message::new(Key::HouseholdPartGLead).with("limit", limit));
    folded(page, Key::HouseholdPartG, lead, content)
}

/// How it is worked out.
pub fn method(page: Page) -> AnyView {
    folded(page, Key::HouseholdMethod, page.say(Key::HouseholdMethodWords).to_string(), || ().into_any())
}

/// The calculator for a page of somebody else.
pub fn embed(page: Page) -> AnyView {
    let content = move || {
        let here = page.address();
        let site = here.split('#').next().unwrap_or_default();
        let title = page.say(Key::HouseholdTitle);
        let address = format!("{site}{FRAMED}?lang={}", page.language.get_untracked().tag());
        // Of its own origin, which is none of the page around it, it may load its code.
        let code = frame_markup(&address, title, 720, "allow-same-origin allow-downloads");
        view! { <textarea readonly=true rows="4" spellcheck="false" aria-label=page.say(Key::HouseholdEmbed) prop:value=code></textarea> }
            .into_any()
    };
    folded(page, Key::HouseholdEmbed, page.say(Key::HouseholdEmbedLead).to_string(), content)
}
