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

use super::ink::{Ink, PAPER, Pen, Shape};
use super::text_width;

/// Steps of the drawing grid per pixel.
pub(super) const FINE: i32 = 10;

/// A place on the fine grid.
pub(super) type Spot = (i32, i32);

/// A rim of paper around letters.
const HALO: &str = r##" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke""##;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes what is drawn to the end of a text.
pub(super) struct Canvas<'a> {
    pub out: &'a mut String,
    /// Width and height on the fine grid.
    pub size: (u32, u32),
    pub pens: &'a [Pen],
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
        self.path(Ink::from(style.color()), &[from, to]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let path: Vec<Spot> = path.into_iter().collect();
        self.path(Ink::from(style.color()), &path);
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
        self.words(Ink::from(style.color()), text, size, anchor.h_pos, (x, middle));
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
    /// A rectangle between two corners: ground, frame, or a column, a lying bar, a mark of a series.
    pub fn rect(&mut self, ink: Ink, (x1, y1): Spot, (x2, y2): Spot) {
        let (left, right, top, bottom) = (x1.min(x2), x1.max(x2), y1.min(y2), y1.max(y2));
        let place = format!(
            r#"x="{}" y="{}" width="{}" height="{}""#,
            px(left),
            px(top),
            px(right - left),
            px(bottom - top)
        );
        let Some(Pen { class, colour, pale, stripes, hollow, .. }) = self.pen(ink) else {
            let (class, colour) = ink.fixed();
            let paint = if ink == Ink::Frame { r#"fill="none" stroke"# } else { "fill" };
            return self.element(format_args!(r#"<rect class="{class}" {place} {paint}="{colour}"/>"#));
        };
        // A mark is small and therefore not as pale as a bar.
        let (kind, fill) = match (stripes, hollow) {
            (Some(_), _) => ("bar hollow", PAPER),
            (None, false) => ("bar", *pale),
            (None, true) => ("mark", *colour),
        };
        self.element(format_args!(
            r#"<rect class="{kind} {class}" {place} fill="{fill}" stroke="{colour}" stroke-width="1"/>"#
        ));
        if let Some(dashes) = stripes {
            // Stripes are the dashes of a line as wide as the bar.
            let middle = (left + right) / 2;
            self.stroke(class, colour, &px(right - left), Some(dashes), &[(middle, bottom), (middle, top)]);
        }
    }

    /// A line: of a series, or a hairline.
    pub fn path(&mut self, ink: Ink, path: &[Spot]) {
        if let Some(Pen { class, colour, line_width, dash, .. }) = self.pen(ink) {
            return self.stroke(class, colour, line_width, *dash, path);
        }
        let (class, colour) = ink.fixed();
        let path: Vec<Spot> = path.iter().map(|spot| between_pixels(*spot)).collect();
        self.element(format_args!(
            r#"<path class="{class}" d="{}" fill="none" stroke="{colour}" stroke-width="1"/>"#,
            path_data(&path)
        ));
    }

    fn stroke(&mut self, class: &str, colour: &str, width: &str, dash: Option<&str>, path: &[Spot]) {
        let (path, dash) = (path_data(path), dashes(dash));
        self.element(format_args!(
            r#"<path class="series {class}" d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"{dash}/>"#
        ));
    }

    /// A marker in the form of its series.
    pub fn marker(&mut self, ink: Ink, (x, y): Spot) {
        let Some(pen) = self.pen(ink) else { return };
        let (class, r) = (&pen.class, pen.radius);
        // A rim of paper keeps full markers apart from lines that cross them.
        let (hollow, fill, stroke, width) =
            if pen.hollow { (" hollow", PAPER, pen.colour, "1.5") } else { ("", pen.colour, PAPER, "1") };
        let paint = format!(r#"fill="{fill}" stroke="{stroke}" stroke-width="{width}""#);
        let corners: &[Spot] = match pen.shape {
            Shape::Circle => {
                let (x, y, r) = (px(x), px(y), px(r));
                return self.element(format_args!(
                    r#"<circle class="marker {class}{hollow}" cx="{x}" cy="{y}" r="{r}" {paint}/>"#
                ));
            }
            Shape::Square => &[(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
            Shape::Diamond => &[(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
            Shape::Triangle => &[(x, y - r), (x + r, y + r * 3 / 4), (x - r, y + r * 3 / 4)],
            Shape::PointDown => &[(x, y + r), (x + r, y - r * 3 / 4), (x - r, y - r * 3 / 4)],
        };
        let path = path_data(corners);
        self.element(format_args!(r#"<path class="marker {class}{hollow}" d="{path}Z" {paint}/>"#));
    }

    /// The band of uncertainty. Its rim shows it even where it is a single bar.
    pub fn band(&mut self, ink: Ink, corners: &[Spot]) {
        let Some(Pen { class, colour, dash, hollow, .. }) = self.pen(ink) else { return };
        let (path, dash) = (path_data(corners), dashes(dash.filter(|_| *hollow)));
        self.element(format_args!(
            r#"<path class="band {class}" d="{path}Z" fill="{colour}" fill-opacity="0.14" stroke="{colour}" stroke-opacity="0.5" stroke-width="1"{dash}/>"#
        ));
    }

    /// A text that begins, ends or has its middle at `x`.
    pub fn words(&mut self, ink: Ink, text: &str, size: i32, side: HPos, at: Spot) {
        self.write(ink, text, size, side, at, "");
    }

    /// As [`Self::words`], for an ink of no series, on a ground that is not paper.
    pub fn words_on_ground(&mut self, ink: Ink, text: &str, size: i32, side: HPos, at: Spot) {
        self.write(ink, text, size, side, at, HALO);
    }

    fn write(&mut self, ink: Ink, text: &str, size: i32, side: HPos, (x, middle): Spot, halo: &str) {
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
        let bold = if matches!(ink, Ink::Title | Ink::Group) { r#" font-weight="600""# } else { "" };
        match self.pen(ink) {
            Some(Pen { class, colour, .. }) => self.element(format_args!(
                r#"<text class="label {class}" x="{x}" y="{y}" font-size="{size}"{anchor} fill="{colour}"{HALO}>{text}</text>"#
            )),
            None => {
                let (class, colour) = ink.fixed();
                let over = if halo.is_empty() { "" } else { " halo" };
                self.element(format_args!(
                    r#"<text class="{class}{over}" x="{x}" y="{y}" font-size="{size}"{anchor}{bold} fill="{colour}"{halo}>{text}</text>"#
                ));
            }
        }
    }

    /// Writing to a `String` cannot fail.
    pub fn element(&mut self, element: std::fmt::Arguments) {
        let _ = writeln!(self.out, "{element}");
    }
}

impl<'a> Canvas<'a> {
    /// The pen of a series; none for an ink that belongs to no series.
    fn pen(&self, ink: Ink) -> Option<&'a Pen> {
        if let Ink::Series(place) = ink { self.pens.get(place) } else { None }
    }
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

fn dashes(dashes: Option<&str>) -> String {
    dashes.map(|dashes| format!(r#" stroke-dasharray="{dashes}""#)).unwrap_or_default()
}

pub(super) fn path_data(path: &[Spot]) -> String {
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
fn between_pixels((x, y): Spot) -> Spot {
    let middle = |at: i32| (at + 1).div_euclid(FINE) * FINE + FINE / 2;
    (middle(x), middle(y))
}
