//! Series on axes: lines, columns, lying bars.
//!
//! The way of a picture: series and axis (`model`) → ends and ticks of the axes (`scale`), names of bars (`rows`), widths
//! (`layout`) → where each value lies (`plot`, with plotters for the axes) → drawing (`lines`, `labels`, `bars`, many lines in `panels`) by
//! the styles of the series (`series_style`, `marks`).

mod bars;
mod labels;
mod layout;
mod lines;
mod marks;
mod model;
mod series_style;
mod panels;
mod plot;
mod rows;
mod scale;
mod table;

use plotters::style::text_anchor::HPos;

pub(super) use self::model::Axes;
pub use self::model::{Axis, Form, Point, Role, Series};
pub(super) use self::scale::Scale;

use self::layout::Layout;
use self::panels::Panels;
use self::plot::Plot;
use super::bullets;
use super::picture::{Area, Picture, Placed, TYPE, Table, Values};
use super::style::Style;
use super::svg::Canvas;
use super::text_width::shorten;

/// A scale with lines at round values, from one end at least to the other.
pub(super) fn round_scale(ends: (f64, f64), decimals: usize) -> Scale {
    scale::numbers(Some(ends), decimals, 0.0, scale::MOST_SPACES)
}

/// The ends of a scale from zero to the values.
fn ends_from_zero(all: &mut dyn Iterator<Item = f64>, values: Values) -> (f64, f64) {
    let ends = all.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let scale = round_scale(ends, values.decimals);
    (scale.low, scale.high)
}

impl Picture for Axes<'_> {
    fn is_empty(&self) -> bool {
        if let Some(bullets) = self.bullets {
            return bullets::are_empty(bullets);
        }
        !self.series.iter().flat_map(|series| &series.points).any(|point| scale::drawable(point, self.x))
    }

    fn table(&self, values: Values) -> Table {
        table::table(self, values)
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        if let Some(bullets) = self.bullets {
            let ends = ends_from_zero(&mut bullets::on_scale(bullets), values);
            return bullets::lay_out(bullets, ends, room);
        }
        let layout = Layout::new(self, values, room);
        if panels::are_apart(self) { Box::new(Panels::new(layout)) } else { Box::new(layout) }
    }
}

impl Placed for Layout<'_> {
    fn class(&self) -> Option<&'static str> {
        None
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.width, self.rows.as_ref().map(|rows| rows.height + self.below()))
    }

    /// The series, and what a band means. Bars of one kind need no legend, and named lines only that of a band.
    fn legend(&self, is_named: bool) -> Vec<(Option<usize>, String)> {
        let names = self.axes.series.iter().map(|series| series.name.clone());
        let mut names: Vec<(Option<usize>, String)> =
            names.enumerate().map(|(nth, name)| (Some(nth), name)).collect();
        if is_named && !self.axes.lying {
            names.clear();
        }
        if self.banded().is_some() {
            names.push((Some(self.styles.len()), self.axes.interval.to_string()));
        }
        if self.axes.lying && names.len() == 1 {
            names.clear();
        }
        names
    }

    fn names_itself(&self, area: &Area) -> bool {
        self.axes.lying || lines::are_named(&Plot::new(self, area))
    }

    fn draw_sample(&self, canvas: &mut Canvas, sample: usize, place: (i32, i32, i32)) {
        let (series, is_band) = match sample.checked_sub(self.styles.len()) {
            None => (sample, false),
            Some(_) => (self.banded().unwrap_or(0), true),
        };
        marks::draw_sample(canvas, self.axes, (series, &self.styles[series]), is_band, place);
    }

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let plot = Plot::new(self, area);
        if self.rows.is_none() {
            let title = shorten(self.axes.axis_title, TYPE, plot.right - plot.left);
            let at = ((plot.left + plot.right) / 2, area.height - area.foot - TYPE * 58 / 100);
            canvas.words(Style::XTitle, &title, TYPE, HPos::Center, at);
        }
        // The canvas cannot fail, and plotters only when two borrow it at once. Should it fail all the
        // same, the axes are missing.
        let _ = plot.draw_axes(canvas, area);
        match &self.rows {
            Some(rows) => bars::draw_rows(&plot, rows, canvas),
            None => {
                bars::draw_columns(&plot, canvas);
                lines::draw(&plot, area.is_named, canvas);
            }
        }
    }
}
