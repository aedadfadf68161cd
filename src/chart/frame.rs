//! The frame: title, unit, legend and source around a picture, and the document that holds both.

use std::fmt::Write;

use plotters::style::text_anchor::HPos;

use super::legend::{self, Legend};
use super::picture::{Area, EDGE, Picture, Placed, TYPE, Use, Values};
use super::style::Style;
use super::svg::{Canvas, FINE, GridPoint, escape, px};
use super::text_width::{self, shorten};

const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const TITLE_TYPE: i32 = 16 * FINE;
const TITLE_ROW: i32 = 28 * FINE;
const SUBTITLE_ROW: i32 = 18 * FINE;
const SOURCE_ROW: i32 = 20 * FINE;
/// A picture that is wider than its room by no more than one part in so many is shown smaller.
const CLOSE: i32 = 12;

/// The words of the frame.
pub(super) struct Frame<'a> {
    pub id: &'a str,
    /// What is heard for it.
    pub name: String,
    pub title: &'a str,
    pub subtitle: &'a str,
    pub description: &'a str,
    pub values: Values<'a>,
    /// Height that an axis of the picture takes below it.
    pub below: i32,
    pub source: &'a str,
    pub no_data: &'a str,
}

/// Writes the whole SVG element. `size` is in pixels; a picture may need a larger one.
pub(super) fn document(
    frame: &Frame,
    picture: &dyn Picture,
    (width, height): (u32, u32),
    purpose: Use,
) -> String {
    let room = width as i32 * FINE;
    let placed = (!picture.is_empty()).then(|| picture.lay_out(frame.values, room));
    let foot = purpose.row(SOURCE_ROW) + EDGE / 2;
    let given = height as i32 * FINE + frame.title_rows(purpose) + purpose.row(SOURCE_ROW);
    let (width, taken) = placed.as_ref().map_or((room, None), |placed| placed.size());
    // What is hardly wider than its room is drawn a little smaller, so that nothing needs to scroll.
    let is_close = width > room && width - room <= room / CLOSE;
    let laid_out = |is_named: bool| {
        let names = placed.as_ref().map_or_else(Vec::new, |placed| placed.legend(is_named));
        let head = Head::new(frame, names, room, purpose);
        let height = taken.map_or(given, |taken| head.bottom + taken + foot);
        let shown = if is_close { (room, scaled(height, room, width)) } else { (width, height) };
        let area = Area { width, height, shown, top: head.bottom, foot, purpose, is_named };
        (head, area)
    };
    let (mut head, mut area) = laid_out(true);
    // A legend takes room that the picture then lacks, so it comes only where names find none beside what they name.
    if placed.as_ref().is_some_and(|placed| !placed.names_itself(&area)) {
        (head, area) = laid_out(false);
    }
    let (width, height) = (area.width, area.height);

    let mut out = opening(frame, placed.as_ref().and_then(|placed| placed.class()), &area);
    let canvas = &mut Canvas { out: &mut out, size: (width.unsigned_abs(), height.unsigned_abs()) };
    canvas.rect(Style::Paper, (0, 0), (width, height));
    draw_words(frame, &head, &area, canvas);
    match placed {
        Some(placed) => {
            draw_legend(&head, &*placed, canvas);
            placed.draw(canvas, &area);
        }
        None => draw_empty(frame, &area, canvas),
    }
    out.push_str("</svg>\n");
    out
}

impl Frame<'_> {
    /// Height of title and subtitle, which stand in the picture only where no page shows them.
    fn title_rows(&self, purpose: Use) -> i32 {
        let subtitle = if self.subtitle.is_empty() { 0 } else { SUBTITLE_ROW };
        purpose.row(TITLE_ROW + subtitle)
    }

    /// The unit, where no subtitle says it.
    fn unit(&self) -> &str {
        if self.subtitle.is_empty() { self.values.unit } else { "" }
    }
}

/// A length, times a share.
fn scaled(length: i32, by: i32, of: i32) -> i32 {
    (i64::from(length) * i64::from(by) / i64::from(of.max(1))) as i32
}

impl Use {
    /// The height of a row that only a chart on its own has.
    fn row(self, height: i32) -> i32 {
        if self == Use::OnItsOwn { height } else { 0 }
    }
}

/// What stands above the picture.
struct Head {
    legend: Legend,
    /// Left end and first row of the legend.
    legend_at: GridPoint,
    /// Middle of the row of the unit.
    unit_y: i32,
    bottom: i32,
}

impl Head {
    /// Words stay within `room`, also where a picture is wider.
    fn new(frame: &Frame, names: Vec<(Option<usize>, String)>, room: i32, purpose: Use) -> Self {
        let unit = frame.unit();
        let inner = room - 2 * EDGE;
        let legend = legend::lay_out(names, inner);
        let unit_width = text_width::width(unit, TYPE);
        // A short legend shares the row of the unit, at its right end.
        let shared = legend.rows == 1 && unit_width + 3 * EDGE + legend.width <= inner;
        let legend_x = if shared { room - EDGE - legend.width } else { EDGE };
        let legend_y = EDGE + frame.title_rows(purpose) + legend::ROW / 2;
        let rows_above = if shared { 0 } else { legend.rows as i32 };
        let unit_y = legend_y + rows_above * legend::ROW;
        let has_row = shared && legend.rows > 0 || !unit.is_empty();
        let bottom = unit_y + if has_row { legend::ROW / 2 + EDGE } else { 0 };
        Self { legend, legend_at: (legend_x, legend_y), unit_y, bottom }
    }
}

/// The opening tag, and title and description for screen readers.
fn opening(frame: &Frame, class: Option<&str>, area: &Area) -> String {
    let (width, height) = (px(area.width), px(area.height));
    let (shown_width, shown_height) = (px(area.shown.0), px(area.shown.1));
    let id: String =
        frame.id.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let id = if id.is_empty() { "chart" } else { &id };
    // Of an image only its name is heard; of a group also what it holds.
    let (class, role) = match class {
        Some(class) => (format!("chart {class}"), "group"),
        None => ("chart".to_string(), "img"),
    };
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="{class}" viewBox="0 0 {width} {height}" width="{shown_width}" height="{shown_height}" role="{role}" aria-labelledby="{id}-title {id}-desc" font-family="{FONTS}">"#
    );
    let _ = writeln!(out);
    let _ = writeln!(out, r#"<title id="{id}-title">{}</title>"#, escape(&frame.name));
    let _ = writeln!(out, r#"<desc id="{id}-desc">{}</desc>"#, escape(frame.description));
    out
}

/// Title and source, if the chart stands on its own, and the unit.
fn draw_words(frame: &Frame, head: &Head, area: &Area, canvas: &mut Canvas) {
    let room = area.width - 2 * EDGE;
    if area.purpose == Use::OnItsOwn {
        // Bold letters are wider.
        let title = shorten(frame.title, TITLE_TYPE, room * 7 / 8);
        canvas.words(Style::Title, &title, TITLE_TYPE, HPos::Left, (EDGE, EDGE / 2 + TITLE_ROW / 2));
        let subtitle = shorten(frame.subtitle, TYPE, room);
        let at = (EDGE, EDGE / 2 + TITLE_ROW + SUBTITLE_ROW / 2 - FINE);
        canvas.words(Style::Subtitle, &subtitle, TYPE, HPos::Left, at);
        let source = shorten(frame.source, TYPE, room);
        let at = (EDGE, area.height - EDGE / 2 - SOURCE_ROW / 2);
        canvas.words(Style::Source, &source, TYPE, HPos::Left, at);
    }
    let unit = shorten(frame.unit(), TYPE, room);
    canvas.words(Style::Unit, &unit, TYPE, HPos::Left, (EDGE, head.unit_y));
}

fn draw_legend(head: &Head, placed: &dyn Placed, canvas: &mut Canvas) {
    for entry in &head.legend.entries {
        let (x, y) = (head.legend_at.0 + entry.x, head.legend_at.1 + entry.row as i32 * legend::ROW);
        let end = x + legend::SAMPLE;
        if let Some(sample) = entry.sample {
            placed.draw_sample(canvas, sample, (x, end, y));
        }
        let name_x = if entry.sample.is_some() { end + legend::GAP } else { x };
        canvas.words(Style::Legend, &entry.text, legend::TYPE, HPos::Left, (name_x, y));
    }
}

/// An empty frame where the plot would be, with words in it.
fn draw_empty(frame: &Frame, area: &Area, canvas: &mut Canvas) {
    let (top, bottom) = (area.top, area.height - area.foot - frame.below);
    canvas.rect(Style::Frame, (EDGE, top), (area.width - EDGE, bottom));
    let no_data = shorten(frame.no_data, TYPE, area.width - 4 * EDGE);
    canvas.words(Style::NoData, &no_data, TYPE, HPos::Center, (area.width / 2, (top + bottom) / 2));
}
