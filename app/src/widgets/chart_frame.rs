//! A chart on the page: title, picture, source, table twin, downloads.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::data_table::{DataColumn, data_table};
use super::embedding::embedding;
use crate::files;
use crate::page_context::PageContext;
use crate::part::{Part, part};
use crate::trusted;
use water_ledger::chart::{self, Chart, Size};
use water_ledger::exchange::csv;
use water_ledger::text::{Key, Message};

/// Below this width of the window a page is laid out for a phone.
const NARROW: f64 = 760.0;

/// A frame that grows by less than this keeps its picture, so that a scroll bar that comes and goes does not matter.
const SAME: u32 = 16;

static DRAWING: &Part<(PageContext, Signal<Chart>)> = part!(drawing, of: (PageContext, Signal<Chart>), {
    let (context, chart) = of;
    drawn_chart(context, chart)
});

static EMBEDDING: &Part<(PageContext, Signal<Chart>)> = part!(embedding, of: (PageContext, Signal<Chart>), {
    let (context, chart) = of;
    (move || embedding(context, chart.get())).into_any()
});

/// The frame of a chart on a page, whose drawing comes when the page is there: people begin by typing.
#[component]
pub fn ChartFrame(
    /// What is drawn. A frame keeps the kind of its first chart.
    #[prop(into)]
    chart: Signal<Chart>,
) -> impl IntoView {
    let context = PageContext::expect();
    DRAWING.later((context, chart))
}

/// The frame of a chart, drawn at once.
pub fn drawn_chart(context: PageContext, chart: Signal<Chart>) -> AnyView {
    let size = RwSignal::new(if is_narrow() { Size::PHONE } else { Size::WIDE });
    let picture_at = NodeRef::<html::Div>::new();
    draw_for_width(picture_at, size);
    Effect::new(move |_| {
        // The text is our own: every word in it was escaped by the chart room.
        if let Some(frame) = picture_at.get() {
            trusted::show_picture(&frame, &chart.with(|chart| chart::svg(chart, size.get())));
        }
    });
    let frame = NodeRef::<html::Figure>::new();
    let fill_screen = move |_| {
        // A browser that refuses leaves the picture where it is.
        let _ = frame.get_untracked().map(|frame| frame.request_fullscreen());
    };
    let title = move || chart.with(|chart| chart.title.clone());
    // A schematic may be wider than its frame; the keyboard must reach what is scrolled.
    let scrolls = chart.with_untracked(|chart| chart.kind.scrolls());
    let label = scrolls.then(|| chart.with_untracked(|chart| chart.title.clone()));
    // A page may hold several charts; each table is told from the others by its title.
    let table_label =
        move || context.tell(&Message::new(Key::ChartTableOf).with("title", chart.with(Chart::name)));
    // A table of thousands of rows takes longer than everything else at a keystroke, so it is made for whoever looks at it.
    let details = NodeRef::<html::Details>::new();
    let asked = RwSignal::new(false);
    let toggled = Trigger::new();
    let is_unfolded = move || {
        toggled.track();
        details.with(|details| details.as_ref().is_some_and(|details| details.open()))
    };
    let name = move || format!("{}.", chart.with_untracked(|chart| chart.id.clone()));
    let file = move || chart.with_untracked(|chart| chart::svg_file(chart, Size::WIDE));
    let save_png = move || files::download_png(name() + "png", &file());
    let save_svg = move || files::download_text(&(name() + "svg"), "image/svg+xml", &file());
    let save_csv = move || {
        let table = chart.with_untracked(chart::table);
        let rows: Vec<Vec<String>> = std::iter::once(table.head).chain(table.rows).collect();
        files::download_text(&(name() + "csv"), "text/csv;charset=utf-8", &csv(&rows));
    };
    // Seen are three letters, heard is what they do.
    let save = |key: Key, letters: &'static str, save: Box<dyn Fn()>| {
        view! { <button class="plain" aria-label=context.say(key) on:click=move |_| save()>{letters}</button> }
    };
    view! {
        <figure class="chart-frame" node_ref=frame>
            <figcaption>
                <span class="chart-title">{title}</span>
                {move || {
                    let subtitle = chart.with(|chart| chart.subtitle.clone());
                    (!subtitle.is_empty()).then(|| view! { <span class="chart-subtitle">{subtitle}</span> })
                }}
            </figcaption>
            <div
                class="chart-picture"
                node_ref=picture_at
                tabindex=scrolls.then_some("0")
                role=scrolls.then_some("region")
                aria-label=label
            ></div>
            <div class="chart-foot">
                <p class="chart-source">{move || chart.with(|chart| chart.source.clone())}</p>
                <div class="chart-tools">
                    {scrolls.then(|| {
                        view! { <button class="plain" on:click=fill_screen>{context.say(Key::ChartFullScreen)}</button> }
                    })}
                    {save(Key::ChartPng, "PNG", Box::new(save_png))}
                    {save(Key::ChartSvg, "SVG", Box::new(save_svg))}
                    {save(Key::ChartCsv, "CSV", Box::new(save_csv))}
                    <button
                        class="plain"
                        aria-label=context.say(Key::ChartEmbed)
                        aria-expanded=move || asked.get().to_string()
                        on:click=move |_| asked.update(|asked| *asked = !*asked)
                    >
                        {context.say(Key::ChartEmbed)}
                    </button>
                </div>
            </div>
            {move || asked.get().then(|| EMBEDDING.later((context, chart)))}
            <details node_ref=details on:toggle=move |_| toggled.notify()>
                <summary>{context.say(Key::ChartTable)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=table_label>
                    {move || is_unfolded().then(|| twin(chart.with(chart::table)))}
                </div>
            </details>
        </figure>
    }
    .into_any()
}

fn twin(table: chart::Table) -> AnyView {
    let columns = table.head.into_iter().map(DataColumn::new).collect();
    let rows = table.rows.into_iter().map(|cells| cells.into_iter().map(IntoAny::into_any).collect());
    data_table("data", None, columns, rows)
}

/// Sets the size of a picture to the room of its frame, now and whenever that changes.
fn draw_for_width(picture_at: NodeRef<html::Div>, size: RwSignal<Size>) {
    let measured = Closure::<dyn FnMut()>::new(move || {
        let room = picture_at.get_untracked().map_or(0, |frame| frame.client_width().unsigned_abs());
        let now = size.get_untracked().width;
        // A frame that is not shown has no width.
        if room > 0 && (room < now || room >= now + SAME) {
            size.set(Size::across(room));
        }
    });
    let Ok(observer) = ResizeObserver::new(measured.as_ref().unchecked_ref()) else { return };
    let kept = StoredValue::new_local((observer, measured));
    picture_at.on_load(move |frame| {
        kept.try_with_value(|(observer, _)| observer.observe(&frame));
    });
    on_cleanup(move || {
        kept.try_with_value(|(observer, _)| observer.disconnect());
    });
}

/// Whether the window is as narrow as a phone.
pub fn is_narrow() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < NARROW)
}
