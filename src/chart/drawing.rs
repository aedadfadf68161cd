//! The document and what is drawn into it, from back to front.

use std::fmt::Write;

use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{
    ChartBuilder, Circle, DrawingArea, IntoDrawingArea, IntoFont, LineSeries, PathElement, PointSeries,
    Polygon, Rectangle, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, ShapeStyle};

use super::ink::{self, Ink};
use super::labels::{self, Wish};
use super::layout::{EDGE, Layout, SOURCE_ROW, TICK_GAP, TITLE_ROW, TITLE_TYPE, TYPE, Use};
use super::legend;
use super::model::{Chart, Point, Role, Size};
use super::scale;
use super::svg::{FINE, SvgBackend, escape, px};
use super::text_width;

const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
/// With more series than this, figures in the picture would only be clutter.
const MOST_LABELLED: usize = 8;
/// More points than this on one line, and markers would hide it.
const MOST_MARKERS: usize = 60;
/// So many values of a target are written beside it; of more, only the last one.
const MOST_TARGET_LABELS: usize = 4;

type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

/// Writes the whole SVG element.
pub(super) fn document(chart: &Chart, size: Size, purpose: Use) -> String {
    let pens = ink::pens(&chart.series);
    let layout = Layout::new(chart, size.drawable(), purpose);
    let mut out = head(chart, &layout);
    {
        let size = (layout.width.unsigned_abs(), layout.height.unsigned_abs());
        let area = SvgBackend { out: &mut out, size, pens: &pens }.into_drawing_area();
        // The backend cannot fail, and plotters only when two borrow the area at once. Should it
        // fail all the same, the document is closed after the last whole element.
        let _ = draw(chart, &layout, &area);
    }
    out.push_str("</svg>\n");
    out
}

/// The opening tag, and title and description for those who hear the chart.
fn head(chart: &Chart, layout: &Layout) -> String {
    let (width, height) = (px(layout.width), px(layout.height));
    let id: String =
        chart.id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let id = if id.is_empty() { "chart" } else { &id };
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="{id}-title {id}-desc" font-family="{FONTS}">"#
    );
    let _ = writeln!(out);
    let _ = writeln!(out, r#"<title id="{id}-title">{}</title>"#, escape(&chart.title));
    let _ = writeln!(out, r#"<desc id="{id}-desc">{}</desc>"#, escape(&chart.description));
    out
}

fn draw(chart: &Chart, layout: &Layout, area: &Area) -> Drawn {
    let ground = ShapeStyle::from(Ink::Paper).filled();
    area.draw(&Rectangle::new([(0, 0), (layout.width, layout.height)], ground))?;
    draw_words(chart, layout, area)?;
    if layout.lines.iter().all(Vec::is_empty) {
        return draw_empty(chart, layout, area);
    }
    draw_legend(layout, area)?;
    draw_plot(chart, layout, area)
}

/// Title and source, if the picture stands on its own, and the unit.
fn draw_words(chart: &Chart, layout: &Layout, area: &Area) -> Drawn {
    let room = layout.width - 2 * EDGE;
    if layout.purpose == Use::OnItsOwn {
        let title = text_width::shorten(&chart.title, TITLE_TYPE, room);
        let style = text(Ink::Title, TITLE_TYPE, HPos::Left, VPos::Center);
        let bold = TextStyle { font: style.font.style(FontStyle::Bold), ..style };
        area.draw_text(&title, &bold, (EDGE, EDGE / 2 + TITLE_ROW / 2))?;
        let source = text_width::shorten(&chart.source, TYPE, room);
        let at = (EDGE, layout.height - EDGE / 2 - SOURCE_ROW / 2);
        area.draw_text(&source, &text(Ink::Source, TYPE, HPos::Left, VPos::Center), at)?;
    }
    let unit = text_width::shorten(&chart.unit, TYPE, room);
    area.draw_text(&unit, &text(Ink::Unit, TYPE, HPos::Left, VPos::Center), (EDGE, layout.unit_y))
}

fn draw_empty(chart: &Chart, layout: &Layout, area: &Area) -> Drawn {
    let (_, top, _, bottom) = layout.plot;
    let frame = [(EDGE, top), (layout.width - EDGE, bottom)];
    area.draw(&Rectangle::new(frame, Ink::Frame))?;
    let no_data = text_width::shorten(&chart.no_data, TYPE, layout.width - 4 * EDGE);
    let middle = (layout.width / 2, (top + bottom) / 2);
    area.draw_text(&no_data, &text(Ink::NoData, TYPE, HPos::Center, VPos::Center), middle)
}

fn draw_legend(layout: &Layout, area: &Area) -> Drawn {
    let style = text(Ink::Legend, legend::TYPE, HPos::Left, VPos::Center);
    for entry in &layout.legend.entries {
        let (x, y) = (layout.legend_at.0 + entry.x, layout.legend_at.1 + entry.row as i32 * legend::ROW);
        let mut name_x = x;
        if let Some(series) = entry.series {
            let ink = Ink::Series(series);
            area.draw(&PathElement::new(vec![(x, y), (x + legend::SAMPLE, y)], ink))?;
            area.draw(&Circle::new((x + legend::SAMPLE / 2, y), FINE, ink))?;
            name_x += legend::SAMPLE + legend::GAP;
        }
        area.draw_text(&entry.text, &style, (name_x, y))?;
    }
    Ok(())
}

/// Axes, grid, bands, lines, markers and figures, in this order from back to front.
fn draw_plot(chart: &Chart, layout: &Layout, area: &Area) -> Drawn {
    let (x, y) = (&layout.x, &layout.y);
    let (left, top, right, bottom) = layout.plot;
    let mut plot = ChartBuilder::on(area)
        .margin_top(top)
        .margin_right(layout.width - right)
        .margin_bottom(layout.foot)
        .y_label_area_size(left)
        .x_label_area_size(layout.height - layout.foot - bottom)
        .build_cartesian_2d(x.clone(), y.clone())?;
    let y_label = |tick: &f64| {
        let place = y.ticks.iter().position(|other| other == tick);
        place.and_then(|place| layout.y_labels.get(place)).cloned().unwrap_or_default()
    };
    plot.configure_mesh()
        .x_desc(text_width::shorten(&chart.x_title, TYPE, right - left))
        .axis_desc_style(text(Ink::XTitle, TYPE, HPos::Center, VPos::Center))
        .disable_x_mesh()
        .bold_line_style(Ink::Grid)
        .axis_style(Ink::Axis)
        .set_all_tick_mark_size(TICK_GAP)
        .label_style(text(Ink::Tick, TYPE, HPos::Center, VPos::Center))
        .x_label_formatter(&|year| (*year as i32).to_string().replace('-', "−"))
        .y_label_formatter(&y_label)
        .draw()?;

    for (place, line) in layout.lines.iter().enumerate() {
        plot.draw_series(bands(line).into_iter().map(|band| Polygon::new(band, Ink::Series(place))))?;
    }
    // What matters most is drawn last, on top.
    let order = [Role::Reference, Role::Target, Role::Own];
    for (place, line) in order.iter().flat_map(|role| layout.of_role(chart, *role)) {
        let points = line.iter().map(|point| (point.x, point.y));
        if line.len() > 1 {
            plot.draw_series(LineSeries::new(points.clone(), Ink::Series(place)))?;
        }
        if line.len() <= MOST_MARKERS {
            plot.draw_series(PointSeries::<_, _, Circle<_, _>, _>::new(points, FINE, Ink::Series(place)))?;
        }
    }

    let spots: Vec<Vec<(i32, i32)>> = layout
        .lines
        .iter()
        .map(|line| line.iter().map(|point| plot.backend_coord(&(point.x, point.y))).collect())
        .collect();
    let field = ((left, top - EDGE), (layout.width, bottom - FINE));
    for label in labels::place(wishes(chart, layout, &spots), &spots, field) {
        let style = text(Ink::Series(label.series), labels::TYPE, HPos::Center, VPos::Center);
        area.draw_text(&label.text, &style, label.middle)?;
    }
    Ok(())
}

/// Outlines of the bands of uncertainty: one for each run of neighbours that have both ends.
fn bands(line: &[&Point]) -> Vec<Vec<(f64, f64)>> {
    line.split(|point| scale::band(point).is_none())
        .filter(|run| !run.is_empty())
        .map(|run| {
            let ends =
                run.iter().filter_map(|point| scale::band(point).map(|(low, high)| (point.x, low, high)));
            let above = ends.clone().map(|(x, _, high)| (x, high));
            let below = ends.map(|(x, low, _)| (x, low)).collect::<Vec<_>>();
            above.chain(below.into_iter().rev()).collect()
        })
        .collect()
}

/// The figures worth writing: the last of each line, and every target; the reader's own first.
fn wishes(chart: &Chart, layout: &Layout, spots: &[Vec<(i32, i32)>]) -> Vec<Wish> {
    let mut wishes = Vec::new();
    if chart.series.len() > MOST_LABELLED {
        return wishes;
    }
    for role in [Role::Own, Role::Target, Role::Reference] {
        for (series, line) in layout.of_role(chart, role) {
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

fn text(ink: Ink, size: i32, h: HPos, v: VPos) -> TextStyle<'static> {
    (FontFamily::SansSerif, size).into_font().color(&ink).pos(Pos::new(h, v))
}
