//! The canvas: it writes SVG elements with classes and presentation attributes, and is a backend for plotters.
//!
//! plotters places everything on whole pixels. To let lines run smoothly the canvas pretends to be
//! [`FINE`] times larger than the picture and writes coordinates with one decimal; all arithmetic
//! is on integers, hence the same everywhere.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::style::Style;
use super::text_width;

/// Steps of the drawing grid per pixel.
pub(super) const FINE: i32 = 10;

/// A place on the fine grid.
pub(super) type GridPoint = (i32, i32);

/// A rim of paper around letters.
const HALO: &str = r##" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke""##;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes what is drawn to the end of a text.
pub(super) struct Canvas<'a> {
    pub out: &'a mut String,
    /// Width and height on the fine grid.
    pub size: (u32, u32),
}

/// plotters draws axes, grid and their labels: lines and texts, nothing else.
impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Nothing in this room is made of single pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path(Style::from(style.color()), &[from, to]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let path: Vec<GridPoint> = path.into_iter().collect();
        self.path(Style::from(style.color()), &path);
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size() as i32;
        let anchor = style.anchor();
        let middle = match anchor.v_pos {
            VPos::Top => y + size * 52 / 100,
            VPos::Center => y,
            VPos::Bottom => y - size * 58 / 100,
        };
        self.words(Style::from(style.color()), text, size, anchor.h_pos, (x, middle));
        Ok(())
    }

    /// The size by the table of widths, so that no font and no page is asked.
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as i32;
        Ok((text_width::width(text, size).unsigned_abs(), (size * 6 / 5).unsigned_abs()))
    }
}

impl Canvas<'_> {
    /// A rectangle between two corners: ground or frame.
    pub fn rect(&mut self, style: Style, a: GridPoint, b: GridPoint) {
        let ((class, colour), place) = (style.class_and_colour(), corners(a, b));
        let paint = if style == Style::Frame { r#"fill="none" stroke"# } else { "fill" };
        self.element(format_args!(r#"<rect class="{class}" {place} {paint}="{colour}"/>"#));
    }

    /// A hairline.
    pub fn path(&mut self, style: Style, path: &[GridPoint]) {
        let (class, colour) = style.class_and_colour();
        let path: Vec<GridPoint> = path.iter().map(|grid_point| between_pixels(*grid_point)).collect();
        self.element(format_args!(
            r#"<path class="{class}" d="{}" fill="none" stroke="{colour}" stroke-width="1"/>"#,
            path_data(&path)
        ));
    }

    /// A text that begins, ends or has its middle at `x`.
    pub fn words(&mut self, style: Style, text: &str, size: i32, side: HPos, at: GridPoint) {
        let (class, colour) = style.class_and_colour();
        let bold = if matches!(style, Style::Title | Style::Group | Style::Value) {
            r#" font-weight="600""#
        } else {
            ""
        };
        self.write(text, (size, side, at), (class, colour), (bold, ""));
    }

    /// A figure beside a point of a series, with a rim of paper around it.
    pub fn label(&mut self, class: &str, colour: &str, text: &str, size: i32, side: HPos, at: GridPoint) {
        self.write(text, (size, side, at), (&format!("label {class}"), colour), ("", HALO));
    }

    /// A word of how a value stands, with its shape.
    pub fn verdict(&mut self, class: &str, colour: &str, text: &str, place: (i32, HPos), at: GridPoint) {
        let bold = r#" font-weight="600""#;
        self.write(text, (place.0, place.1, at), (&format!("verdict {class}"), colour), (bold, ""));
    }

    fn write(
        &mut self,
        text: &str,
        (size, side, (x, middle)): (i32, HPos, GridPoint),
        (class, colour): (&str, &str),
        (bold, halo): (&str, &str),
    ) {
        if text.is_empty() {
            return;
        }
        let anchor = match side {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        // Baselines are set by number: `dominant-baseline` means something else in each renderer.
        let (x, y, size, text) = (px(x), px(middle + size * 36 / 100), px(size), escape(text));
        self.element(format_args!(
            r#"<text class="{class}" x="{x}" y="{y}" font-size="{size}"{anchor}{bold} fill="{colour}"{halo}>{text}</text>"#
        ));
    }

    /// Writing to a `String` cannot fail.
    pub fn element(&mut self, element: std::fmt::Arguments) {
        let _ = writeln!(self.out, "{element}");
    }
}

/// Place and size of a rectangle between two corners, as attributes.
pub(super) fn corners((x1, y1): GridPoint, (x2, y2): GridPoint) -> String {
    let (left, top) = (x1.min(x2), y1.min(y2));
    let (width, height) = ((x1 - x2).abs(), (y1 - y2).abs());
    format!(r#"x="{}" y="{}" width="{}" height="{}""#, px(left), px(top), px(width), px(height))
}

/// A length on the fine grid, in pixels.
pub(super) fn px(fine: i32) -> String {
    let (sign, fine) = (if fine < 0 { "-" } else { "" }, fine.unsigned_abs());
    match fine % FINE as u32 {
        0 => format!("{sign}{}", fine / FINE as u32),
        tenth => format!("{sign}{}.{tenth}", fine / FINE as u32),
    }
}

/// Text as it may stand in an element or an attribute. XML has no way to write control characters.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The `d` of a path through the places.
pub(super) fn path_data(path: &[GridPoint]) -> String {
    let mut data = String::new();
    for (x, y) in path {
        data.push(if data.is_empty() { 'M' } else { 'L' });
        data.push_str(&px(*x));
        data.push(' ');
        data.push_str(&px(*y));
    }
    data
}

/// The middle of the pixel, where a hairline is one pixel wide instead of two pale ones.
/// plotters ends an area one step before its edge; the step is added so that the lowest line of the
/// grid and the axis fall into one pixel.
fn between_pixels((x, y): GridPoint) -> GridPoint {
    let middle = |at: i32| (at + 1).div_euclid(FINE) * FINE + FINE / 2;
    (middle(x), middle(y))
}
