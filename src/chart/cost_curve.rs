//! The cost curve: blocks from left to right, each as wide as what a measure saves and as high as what a unit of that costs. What pays
//! for itself stands apart on the left, below the line.

use crate::numeric::in_order;
use plotters::style::text_anchor::HPos;

use super::axes::{Scale, round_scale};
use super::model::Kind;
use super::picture::{Area, EDGE, Picture, Placed, Schematic, TICK_GAP, TYPE, Table, Values, below_axis};
use super::style::{PAPER, Style};
use super::svg::{Canvas, FINE, corners};
use super::text_width::{shorten, width};

/// Height of the picture.
const HEIGHT: i32 = 300 * FINE;
/// Room above the plot, for the names of the groups.
const ABOVE: i32 = 26 * FINE;
/// Between the two groups, and between blocks.
const BETWEEN_GROUPS: i32 = 24 * FINE;
const BETWEEN: i32 = FINE;
/// A block is never thinner, however little it saves.
const THINNEST: i32 = 3 * FINE;
/// From a block to the words at its end.
const WORD_GAP: i32 = 9 * FINE;

/// Blocks, in the words of the caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostCurve {
    /// Heads of the table: what is done, how much it saves, what a unit costs, whether it is chosen.
    pub head: [String; 4],
    /// What pays for itself, and what does not: the names of the groups.
    pub groups: [String; 2],
    /// What width and height and a hollow block mean.
    pub below: String,
    /// The blocks, those of the first group first.
    pub blocks: Vec<CostBlock>,
}

/// A block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostBlock {
    /// The letter that stands at it.
    pub letter: String,
    /// What is done.
    pub name: String,
    /// How much it saves; a block that saves nothing is not drawn.
    pub width: f64,
    /// What a unit of it costs.
    pub height: f64,
    /// Both as rounded and written by the caller.
    pub labels: [String; 2],
    /// Whether it is chosen, and the word for it.
    pub is_chosen: bool,
    /// The word for it.
    pub chosen: String,
}

impl CostBlock {
    fn is_drawn(&self) -> bool {
        self.width > 0.0 && self.width.is_finite() && self.height.is_finite()
    }

    fn pays(&self) -> bool {
        self.height < 0.0
    }
}

impl Kind {
    /// Measures by what they save and what that costs.
    pub fn cost_curve(curve: CostCurve) -> Kind {
        Kind::Schematic(Schematic::new(curve))
    }
}

impl Picture for CostCurve {
    fn is_empty(&self) -> bool {
        !self.blocks.iter().any(CostBlock::is_drawn)
    }

    fn table(&self, _: Values) -> Table {
        let row = |block: &CostBlock| {
            let [saved, cost] = block.labels.clone();
            vec![format!("{} {}", block.letter, block.name), saved, cost, block.chosen.clone()]
        };
        Table { head: self.head.to_vec(), rows: self.blocks.iter().map(row).collect() }
    }

    fn lay_out<'a>(&'a self, values: Values<'a>, room: i32) -> Box<dyn Placed + 'a> {
        let drawn: Vec<&CostBlock> = self.blocks.iter().filter(|block| block.is_drawn()).collect();
        let heights = drawn.iter().map(|block| block.height);
        let (low, high) = heights.fold((0.0_f64, 0.0_f64), |(low, high), at| (low.min(at), high.max(at)));
        let scale = round_scale((low, high), values.decimals);
        let left = EDGE + scale.widest() + 2 * TICK_GAP;
        let has_both = drawn.iter().any(|block| block.pays()) && drawn.iter().any(|block| !block.pays());
        let gaps = if has_both { BETWEEN_GROUPS } else { 0 } + BETWEEN * drawn.len() as i32;
        let inner = (room - EDGE - left - gaps - THINNEST * drawn.len() as i32).max(0);
        let all: f64 = drawn.iter().map(|block| block.width).sum();
        let mut at = left;
        let mut placed: Vec<(&CostBlock, i32, i32)> = Vec::new();
        for block in drawn {
            if has_both && !block.pays() && placed.last().is_some_and(|(last, ..)| last.pays()) {
                at += BETWEEN_GROUPS;
            }
            // A float becomes the nearest integer there is.
            let wide = THINNEST + (block.width / all * f64::from(inner)) as i32;
            placed.push((block, at, at + wide));
            at += wide + BETWEEN;
        }
        Box::new(Laid { curve: self, placed, scale, left, room })
    }
}

struct Laid<'a> {
    curve: &'a CostCurve,
    /// Each block with its left and right edge.
    placed: Vec<(&'a CostBlock, i32, i32)>,
    scale: Scale,
    left: i32,
    room: i32,
}

impl Placed for Laid<'_> {
    fn class(&self) -> Option<&'static str> {
        None
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.room, Some(HEIGHT))
    }

    /// The letters with their names.
    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        let name = |(block, ..): &(&CostBlock, i32, i32)| (None, format!("{} {}", block.letter, block.name));
        let names: Vec<(Option<usize>, String)> = self.placed.iter().map(name).collect();
        in_order(names, |one, other| one.1.cmp(&other.1))
    }

    fn draw_sample(&self, _: &mut Canvas, _: usize, _: (i32, i32, i32)) {}

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let (top, bottom) = (area.top + ABOVE, area.top + HEIGHT - below_axis(""));
        let span = self.scale.high - self.scale.low;
        let y = |value: f64| {
            let share = if span > 0.0 { (self.scale.high - value) / span } else { 0.0 };
            top + (share * f64::from(bottom - top)) as i32
        };
        for (tick, label) in self.scale.ticks.iter().zip(&self.scale.labels) {
            let style = if *tick == 0.0 { Style::Axis } else { Style::Grid };
            canvas.path(style, &[(self.left, y(*tick)), (self.room - EDGE, y(*tick))]);
            canvas.words(Style::Tick, label, TYPE, HPos::Right, (self.left - TICK_GAP, y(*tick)));
        }
        for (nth, name) in self.curve.groups.iter().enumerate() {
            let of = self.placed.iter().filter(|(block, ..)| block.pays() == (nth == 0));
            let Some((from, to)) = of.fold(None, |ends: Option<(i32, i32)>, (_, left, right)| {
                Some((ends.map_or(*left, |(from, _)| from.min(*left)), *right))
            }) else {
                continue;
            };
            let room = if nth == 0 { (to - from).max(150 * FINE) } else { self.room - EDGE - from };
            let name = shorten(name, TYPE, room);
            // The second group ends at the edge, and its name with it where the group is narrow.
            let (side, x) = if nth == 1 && width(&name, TYPE) > to - from {
                (HPos::Right, to)
            } else {
                (HPos::Left, from)
            };
            canvas.words(Style::Group, &name, TYPE, side, (x, area.top + ABOVE / 2));
        }
        for (block, left, right) in &self.placed {
            draw_block(canvas, block, (*left, *right), (y(0.0), y(block.height)));
        }
        let below = shorten(&self.curve.below, TYPE, self.room - EDGE - self.left);
        canvas.words(Style::Figures, &below, TYPE, HPos::Left, (self.left, bottom + 2 * TICK_GAP + TYPE / 2));
    }
}

/// A block between its edges, from zero to its height, with its letter at the line and its number at the other end.
fn draw_block(canvas: &mut Canvas, block: &CostBlock, (left, right): (i32, i32), (zero, end): (i32, i32)) {
    let (class, colour) = if block.pays() { ("pays", "#0b6e75") } else { ("costs", "#83919a") };
    let end = if (end - zero).abs() < FINE { zero + if block.pays() { FINE } else { -FINE } } else { end };
    let place = corners((left, zero), (right, end));
    let (hollow, fill) = if block.is_chosen { ("", colour) } else { (" hollow", PAPER) };
    canvas.element(format_args!(
        r#"<rect class="cost-block {class}{hollow}" {place} fill="{fill}" stroke="{colour}" stroke-width="1"/>"#
    ));
    let (middle, away) = ((left + right) / 2, if block.pays() { -WORD_GAP } else { WORD_GAP });
    canvas.words(
        Style::Value,
        &block.letter,
        TYPE,
        HPos::Center,
        (middle, if block.pays() { zero + away } else { end - away - TYPE }),
    );
    if width(&block.labels[1], TYPE) <= right - left + 2 * WORD_GAP {
        let at = if block.pays() { end + WORD_GAP } else { end - WORD_GAP };
        canvas.words(Style::Figures, &block.labels[1], TYPE, HPos::Center, (middle, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Chart, Size, svg};

    fn block(letter: &str, width: f64, height: f64, is_chosen: bool) -> CostBlock {
        CostBlock {
            letter: letter.to_string(),
            name: format!("measure {letter}"),
            width,
            height,
            labels: [width.to_string(), height.to_string()],
            is_chosen,
            chosen: String::new(),
        }
    }

    #[test]
    fn blocks_are_as_wide_as_what_they_save_and_what_saves_nothing_is_not_drawn() {
        let blocks = vec![
            block("A", 10.0, -1.5, true),
            block("B", 30.0, 0.5, false),
            block("C", 0.0, 1.0, true),
            block("D", 1.0, f64::NAN, true),
        ];
        let curve = CostCurve { blocks, ..CostCurve::default() };
        let chart = Chart { kind: Kind::cost_curve(curve), ..Chart::default() };
        let drawn = svg(&chart, Size::WIDE);
        assert_eq!(drawn.matches("cost-block").count(), 2);
        assert_eq!(drawn.matches("hollow").count(), 1);
        let widths: Vec<f64> = drawn
            .lines()
            .filter(|line| line.contains("cost-block"))
            .filter_map(|line| line.split(" width=\"").nth(1)?.split('"').next()?.parse().ok())
            .collect();
        let thinnest = f64::from(THINNEST / FINE);
        let share = (widths[1] - thinnest) / (widths[0] - thinnest);
        assert!((share - 3.0).abs() < 0.01, "{widths:?}");
        assert!(!drawn.contains("NaN"));
    }
}
