//! The plot: where values lie between its corners, and its axes.

use std::convert::Infallible;

use plotters::coord::ranged1d::Ranged;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::{ChartBuilder, IntoDrawingArea, IntoFont};
use plotters::style::FontFamily;
use plotters::style::text_anchor::HPos;

use super::layout::Layout;
use crate::chart::picture::{Area, TICK_GAP, TYPE};
use crate::chart::style::Style;
use crate::chart::svg::Canvas;

/// The corners of the plot, and what lies between them.
pub(super) struct Plot<'a> {
    pub layout: &'a Layout<'a>,
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl<'a> Plot<'a> {
    pub fn new(layout: &'a Layout<'a>, area: &Area) -> Self {
        let bottom = area.height - area.foot - layout.below();
        Self { layout, left: layout.left, top: area.top, right: layout.right, bottom }
    }

    /// Where a value of the x-axis lies.
    pub fn x(&self, x: f64) -> i32 {
        self.layout.x.map(&x, (self.left, self.right - 1))
    }

    /// Where a value of the y-axis lies.
    pub fn y(&self, y: f64) -> i32 {
        self.layout.y.map(&y, (self.bottom - 1, self.top))
    }

    /// Axes, grid and their labels.
    pub fn draw_axes(
        &self,
        canvas: &mut Canvas,
        area: &Area,
    ) -> Result<(), DrawingAreaErrorKind<Infallible>> {
        let Layout { x, y, rows, .. } = self.layout;
        // Lines across need no line at their ends, without which plotters writes no labels there.
        for (tick, label) in y.ticks.iter().zip(&y.labels) {
            let at = (self.left - 2 * TICK_GAP, self.y(*tick));
            canvas.words(Style::Tick, label, TYPE, HPos::Right, at);
        }
        let canvas = Canvas { out: canvas.out, size: canvas.size };
        let mut plot = ChartBuilder::on(&canvas.into_drawing_area())
            .margin_top(self.top)
            .margin_right(area.width - self.right)
            .margin_bottom(area.foot)
            .y_label_area_size(self.left)
            .x_label_area_size(area.height - area.foot - self.bottom)
            .build_cartesian_2d(x.clone(), y.clone())?;
        let mut mesh = plot.configure_mesh();
        if rows.is_some() { mesh.disable_y_mesh() } else { mesh.disable_x_mesh().disable_y_axis() }
            .bold_line_style(Style::Grid)
            .axis_style(Style::Axis)
            .set_all_tick_mark_size(TICK_GAP)
            .label_style((FontFamily::SansSerif, TYPE).into_font().color(&Style::Tick))
            .draw()
    }
}
