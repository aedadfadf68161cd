//! A plotters backend that writes SVG elements with classes and presentation attributes.
//!
//! plotters places everything on whole pixels. To let lines run smoothly the backend pretends to be
//! [`FINE`] times larger than the picture and writes coordinates with one decimal; all arithmetic
//! is on integers, hence the same everywhere.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::ink::{Ink, PAPER, Pen, Shape};
use super::text_width;

/// Steps of the drawing grid per pixel.
pub(super) const FINE: i32 = 10;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes what plotters draws to the end of a text.
pub(super) struct SvgBackend<'a> {
    pub out: &'a mut String,
    /// Width and height on the fine grid.
    pub size: (u32, u32),
    pub pens: &'a [Pen],
}

impl DrawingBackend for SvgBackend<'_> {
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
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let Some((class, colour)) = Ink::from(style.color()).fixed() else {
            return Ok(());
        };
        let paint = if fill { ("fill", "") } else { ("stroke", r#" fill="none""#) };
        self.element(format_args!(
            r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}" {}="{colour}"{}/>"#,
            px(left),
            px(top),
            px(right - left),
            px(bottom - top),
            paint.0,
            paint.1
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        match Ink::from(style.color()) {
            Ink::Series(place) => {
                let Some(pen) = self.pens.get(place) else {
                    return Ok(());
                };
                let path = path_data(path);
                let dash = pen.dash.map(|dash| format!(r#" stroke-dasharray="{dash}""#)).unwrap_or_default();
                self.element(format_args!(
                    r#"<path class="series {}" d="{path}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round"{dash}/>"#,
                    pen.class, pen.colour, pen.line_width
                ))
            }
            fixed => {
                let Some((class, colour)) = fixed.fixed() else {
                    return Ok(());
                };
                let path = path_data(path.into_iter().map(between_pixels));
                self.element(format_args!(
                    r#"<path class="{class}" d="{path}" fill="none" stroke="{colour}" stroke-width="1"/>"#
                ))
            }
        }
    }

    /// plotters asks for a circle; the pen decides on the form of the marker.
    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, _: u32, style: &S, _: bool) -> Drawn {
        let Ink::Series(place) = Ink::from(style.color()) else {
            return Ok(());
        };
        let Some(pen) = self.pens.get(place) else {
            return Ok(());
        };
        let (class, r) = (&pen.class, pen.radius);
        let (fill, stroke) = if pen.hollow { (PAPER, pen.colour) } else { (pen.colour, PAPER) };
        let hollow = if pen.hollow { " hollow" } else { "" };
        // A rim of paper keeps full markers apart from lines that cross them.
        let paint = format!(
            r#"fill="{fill}" stroke="{stroke}" stroke-width="{}""#,
            if pen.hollow { "1.5" } else { "1" }
        );
        let corners = match pen.shape {
            Shape::Circle => {
                let (x, y, r) = (px(x), px(y), px(r));
                return self.element(format_args!(
                    r#"<circle class="marker {class}{hollow}" cx="{x}" cy="{y}" r="{r}" {paint}/>"#
                ));
            }
            Shape::Square => vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
            Shape::Diamond => vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
            Shape::Triangle => vec![(x, y - r), (x + r, y + r * 3 / 4), (x - r, y + r * 3 / 4)],
            Shape::PointDown => vec![(x, y + r), (x + r, y - r * 3 / 4), (x - r, y - r * 3 / 4)],
        };
        let path = path_data(corners);
        self.element(format_args!(r#"<path class="marker {class}{hollow}" d="{path}Z" {paint}/>"#))
    }

    /// The band of uncertainty. Its rim shows it even where it is a single bar.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let Ink::Series(place) = Ink::from(style.color()) else {
            return Ok(());
        };
        let Some(Pen { class, colour, .. }) = self.pens.get(place) else {
            return Ok(());
        };
        let path = path_data(corners);
        self.element(format_args!(
            r#"<path class="band {class}" d="{path}Z" fill="{colour}" fill-opacity="0.14" stroke="{colour}" stroke-opacity="0.5" stroke-width="1"/>"#
        ))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let size = style.size() as i32;
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        // Baselines are set by number: `dominant-baseline` means something else in each renderer.
        let baseline = match style.anchor().v_pos {
            VPos::Top => y + size * 88 / 100,
            VPos::Center => y + size * 36 / 100,
            VPos::Bottom => y - size * 22 / 100,
        };
        let bold = if matches!(style.style(), FontStyle::Bold) { r#" font-weight="600""# } else { "" };
        let (class, paint) = match Ink::from(style.color()) {
            Ink::Series(place) => {
                let Some(pen) = self.pens.get(place) else {
                    return Ok(());
                };
                let halo = r#"stroke-width="3" stroke-linejoin="round" paint-order="stroke""#;
                (format!("label {}", pen.class), format!(r#"fill="{}" stroke="{PAPER}" {halo}"#, pen.colour))
            }
            fixed => {
                let (class, colour) = fixed.fixed().unwrap_or_default();
                (class.to_string(), format!(r#"fill="{colour}""#))
            }
        };
        self.element(format_args!(
            r#"<text class="{class}" x="{}" y="{}" font-size="{}"{anchor}{bold} {paint}>{}</text>"#,
            px(x),
            px(baseline),
            px(size),
            escape(text)
        ))
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

impl SvgBackend<'_> {
    /// Writing to a `String` cannot fail.
    fn element(&mut self, element: std::fmt::Arguments) -> Drawn {
        let _ = writeln!(self.out, "{element}");
        Ok(())
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
pub(super) fn escape(text: &str) -> String {
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

fn path_data(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    for (x, y) in path {
        data.push(if data.is_empty() { 'M' } else { 'L' });
        data.push_str(&px(x));
        data.push(' ');
        data.push_str(&px(y));
    }
    data
}

/// The middle of the pixel, where a hairline is one pixel wide instead of two pale ones.
/// plotters ends an area one step before its edge; the step is added so that the lowest line of the
/// grid and the axis fall into one pixel.
fn between_pixels((x, y): BackendCoord) -> BackendCoord {
    let middle = |at: i32| (at + 1).div_euclid(FINE) * FINE + FINE / 2;
    (middle(x), middle(y))
}
