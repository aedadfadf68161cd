//! The document and what is drawn into it, from back to front.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{ChartBuilder, IntoDrawingArea, IntoFont};
use plotters::style::FontFamily;
use plotters::style::text_anchor::HPos;

use super::bars;
use super::ink::{self, Ink};
use super::labels::{self, Wish};
use super::layout::{EDGE, Layout, SOURCE_ROW, TICK_GAP, TITLE_ROW, TITLE_TYPE, TYPE, Use};
use super::legend::{self, Sample};
use super::model::{Axis, Chart, Form, Kind, Point, Role, Size};
use super::scale;
use super::svg::{Canvas, FINE, Spot, escape, px};
use super::text_width;

const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
/// With more series than this, figures in the picture would only be clutter.
const MOST_LABELLED: usize = 8;
/// Markers that have less room than this on average would hide their line.
const MARKER_ROOM: i32 = 11 * FINE;
/// So many values of a target are written beside it; of more, only the last one.
const MOST_TARGET_LABELS: usize = 4;

/// Writes the whole SVG element.
pub(super) fn document(chart: &Chart, size: Size, purpose: Use) -> String {
    let pens = ink::pens(&chart.series);
    let layout = Layout::new(chart, size.drawable(), purpose);
    let mut out = head(chart, &layout);
    let size = (layout.width.unsigned_abs(), layout.height.unsigned_abs());
    draw(chart, &layout, &mut Canvas { out: &mut out, size, pens: &pens });
    out.push_str("</svg>\n");
    out
}

/// The opening tag, and title and description for those who hear the chart.
fn head(chart: &Chart, layout: &Layout) -> String {
    let (width, height) = (px(layout.width), px(layout.height));
    let id: String =
        chart.id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let id = if id.is_empty() { "chart" } else { &id };
    // Of an image only its name is heard; of a group also what it holds.
    let (class, role) = match &layout.plan {
        Some(plan) => (format!("chart {}", plan.class()), "group"),
        None => ("chart".to_string(), "img"),
    };
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="{class}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}" aria-labelledby="{id}-title {id}-desc" font-family="{FONTS}">"#
    );
    let _ = writeln!(out);
    let _ = writeln!(out, r#"<title id="{id}-title">{}</title>"#, escape(&chart.title));
    let _ = writeln!(out, r#"<desc id="{id}-desc">{}</desc>"#, escape(&chart.description));
    out
}

fn draw(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    canvas.rect(Ink::Paper, (0, 0), (layout.width, layout.height));
    draw_words(chart, layout, canvas);
    if layout.plan.is_none() && layout.lines.iter().all(Vec::is_empty) {
        return draw_empty(chart, layout, canvas);
    }
    draw_legend(chart, layout, canvas);
    if let Some(plan) = &layout.plan {
        return plan.draw(canvas, layout);
    }
    if layout.rows.is_none() {
        let (left, _, right, _) = layout.plot;
        let title = text_width::shorten(&chart.x_title, TYPE, right - left);
        let at = ((left + right) / 2, layout.height - layout.foot - TYPE * 58 / 100);
        canvas.words(Ink::XTitle, &title, TYPE, HPos::Center, at);
    }
    // The canvas cannot fail, and plotters only when two borrow it at once. Should it fail all the
    // same, the axes are missing.
    let _ = draw_axes(layout, canvas);
    if let Some(rows) = &layout.rows {
        return bars::draw_rows(chart, layout, rows, canvas);
    }
    bars::draw_columns(chart, layout, canvas);
    draw_lines(chart, layout, canvas);
}

/// Title and source, if the picture stands on its own, and the unit.
fn draw_words(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    let room = layout.width - 2 * EDGE;
    if layout.purpose == Use::OnItsOwn {
        let title = text_width::shorten(&chart.title, TITLE_TYPE, room);
        canvas.words(Ink::Title, &title, TITLE_TYPE, HPos::Left, (EDGE, EDGE / 2 + TITLE_ROW / 2));
        let source = text_width::shorten(&chart.source, TYPE, room);
        let at = (EDGE, layout.height - EDGE / 2 - SOURCE_ROW / 2);
        canvas.words(Ink::Source, &source, TYPE, HPos::Left, at);
    }
    let unit = text_width::shorten(&chart.unit, TYPE, room);
    canvas.words(Ink::Unit, &unit, TYPE, HPos::Left, (EDGE, layout.head.unit_y));
}

fn draw_empty(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    let (_, top, _, bottom) = layout.plot;
    canvas.rect(Ink::Frame, (EDGE, top), (layout.width - EDGE, bottom));
    let no_data = text_width::shorten(&chart.no_data, TYPE, layout.width - 4 * EDGE);
    canvas.words(Ink::NoData, &no_data, TYPE, HPos::Center, (layout.width / 2, (top + bottom) / 2));
}

fn draw_legend(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    for entry in &layout.head.legend.entries {
        let (x, y) = layout.head.place(entry);
        let end = x + legend::SAMPLE;
        let (above, below) = (y - bars::SAMPLE, y + bars::SAMPLE);
        match entry.sample {
            Sample::Series(place) => {
                let (series, ink) = (&chart.series[place], Ink::Series(place));
                if matches!(chart.kind, Kind::Bars) && series.role == Role::Target {
                    bars::draw_mark(canvas, ink, (end - bars::SAMPLE, y), bars::SAMPLE);
                } else if scale::from_zero(chart, series) {
                    canvas.rect(ink, (end - 3 * bars::SAMPLE, above), (end, below));
                } else {
                    canvas.path(ink, &[(x, y), (end, y)]);
                    canvas.marker(ink, (x + legend::SAMPLE / 2, y));
                }
            }
            Sample::Interval(place) if scale::from_zero(chart, &chart.series[place]) => {
                bars::draw_whisker(canvas, [(x, y), (end, y)], false);
            }
            Sample::Interval(place) => {
                canvas.band(Ink::Series(place), &[(x, above), (end, above), (end, below), (x, below)]);
            }
            Sample::Own(class, thickness) => {
                if let Some(plan) = &layout.plan {
                    plan.draw_sample(canvas, (class, thickness), (x, end, y));
                }
            }
            Sample::None => {}
        }
        let name_x = if entry.sample == Sample::None { x } else { end + legend::GAP };
        canvas.words(Ink::Legend, &entry.text, legend::TYPE, HPos::Left, (name_x, y));
    }
}

/// Axes, grid and their labels.
fn draw_axes(layout: &Layout, canvas: &mut Canvas) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let (left, top, right, bottom) = layout.plot;
    let canvas = Canvas { out: canvas.out, size: canvas.size, pens: canvas.pens };
    let mut plot = ChartBuilder::on(&canvas.into_drawing_area())
        .margin_top(top)
        .margin_right(layout.width - right)
        .margin_bottom(layout.foot)
        .y_label_area_size(left)
        .x_label_area_size(layout.height - layout.foot - bottom)
        .build_cartesian_2d(layout.x.clone(), layout.y.clone())?;
    let lying = layout.rows.is_some();
    let mut mesh = plot.configure_mesh();
    if lying { mesh.disable_y_mesh() } else { mesh.disable_x_mesh() }
        .bold_line_style(Ink::Grid)
        .axis_style(Ink::Axis)
        .set_all_tick_mark_size(TICK_GAP)
        .label_style((FontFamily::SansSerif, TYPE).into_font().color(&Ink::Tick))
        .draw()
}

/// Bands, lines, markers and figures, in this order from back to front.
fn draw_lines(chart: &Chart, layout: &Layout, canvas: &mut Canvas) {
    let (left, top, right, bottom) = layout.plot;
    // The places of the points of each line; columns have none.
    let mut spots: Vec<Vec<Spot>> = vec![Vec::new(); chart.series.len()];
    for (place, line) in layout.lines.iter().enumerate() {
        if chart.series[place].form != Form::Columns {
            spots[place] = line.iter().map(|point| (layout.across(point.x), layout.up(point.y))).collect();
            draw_bands(layout, canvas, Ink::Series(place), line);
        }
    }
    // What matters most is drawn last, on top.
    let order = [Role::Reference, Role::Target, Role::Projection, Role::Own];
    for (place, _) in order.iter().flat_map(|role| layout.of_role(chart, *role)) {
        let (ink, spots) = (Ink::Series(place), &spots[place]);
        if spots.len() > 1 {
            canvas.path(ink, spots);
        }
        if spots.len() as i32 <= (right - left) / MARKER_ROOM {
            spots.iter().for_each(|spot| canvas.marker(ink, *spot));
        }
    }
    let field = ((left, top - EDGE), (layout.width, bottom - FINE));
    for label in labels::place(wishes(chart, layout, &spots), &spots, field) {
        canvas.words(Ink::Series(label.series), &label.text, labels::TYPE, HPos::Center, label.middle);
    }
}

/// The bands of uncertainty: one for each run of neighbours that have both ends.
fn draw_bands(layout: &Layout, canvas: &mut Canvas, ink: Ink, line: &[&Point]) {
    for run in line.split(|point| scale::band(point).is_none()).filter(|run| !run.is_empty()) {
        let (mut outline, mut below) = (Vec::new(), Vec::new());
        for point in run {
            let x = layout.across(point.x);
            if let Some((low, high)) = scale::band(point) {
                outline.push((x, layout.up(high)));
                below.push((x, layout.up(low)));
            }
        }
        outline.extend(below.iter().rev());
        canvas.band(ink, &outline);
    }
}

/// The figures worth writing: the last of each line, and every target; the reader's own first.
fn wishes(chart: &Chart, layout: &Layout, spots: &[Vec<Spot>]) -> Vec<Wish> {
    let mut wishes = Vec::new();
    // The last of a row of names is worth no more than the others.
    if chart.series.len() > MOST_LABELLED || matches!(chart.x, Axis::Named(_)) {
        return wishes;
    }
    for role in [Role::Own, Role::Projection, Role::Target, Role::Reference] {
        for (series, line) in layout.of_role(chart, role).filter(|(series, _)| !spots[*series].is_empty()) {
            let all = role == Role::Target && line.len() <= MOST_TARGET_LABELS;
            let from = if all { 0 } else { line.len().saturating_sub(1) };
            wishes.extend(line.iter().zip(&spots[series]).skip(from).map(|(point, at)| {
                let text = text_width::shorten(&point.text(chart.decimals), labels::TYPE, layout.width / 4);
                Wish { series, at: *at, text, most_crossings: usize::from(role != Role::Reference) }
            }));
        }
    }
    wishes
}
