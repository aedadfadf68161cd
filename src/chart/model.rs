//! What a chart shows, in the words of the caller: a frame's words, and the picture in it.

use super::axes::{Axes, Axis, Series};
use super::bullets::Bullet;
use super::frame::Frame;
use super::picture::{Picture, Schematic, Values, below_axis};

/// A chart, localised: all words are in the language of the reader, all labels already rounded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Distinguishes the charts of one page; the ids of title and description begin with it.
    /// Only ASCII letters, digits, `-` and `_` are kept.
    pub id: String,
    /// What is drawn.
    pub kind: Kind,
    /// What the chart says, or, where it says nothing yet, what it is about.
    pub title: String,
    /// What is drawn and its unit, shown below the title; if empty, the unit stands above the picture.
    pub subtitle: String,
    /// One or two sentences for those who hear the chart: what rises, what falls, from where to where.
    pub description: String,
    /// Unit of all values, shown in the head of the table, and above the picture of a chart without subtitle. May be empty.
    pub unit: String,
    /// What the x-axis counts, shown as head of the table's first column, and below an axis of numbers: years and names
    /// speak for themselves.
    pub x_title: String,
    /// How the x-axis is divided; of lying bars, what names them from above.
    pub x: Axis,
    /// The finest division of the values' axis: its ticks never need more decimals than this.
    pub decimals: usize,
    /// Lines, columns or bars, in the order of the legend and of the table's columns. A canal
    /// schematic has none.
    pub series: Vec<Series>,
    /// What bands and whiskers mean ("95 % interval"), for legend and table. If empty, neither
    /// says anything about them.
    pub interval: String,
    /// Where the figures come from, with its introducing word ("来源：…"). Shown in files.
    pub source: String,
    /// What stands in the empty frame when no series has a point to draw.
    pub no_data: String,
}

/// What a chart draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kind {
    /// The series as lines and columns above an x-axis.
    #[default]
    Lines,
    /// The series as lying bars, one row for each place on the axis, from above. The picture grows
    /// with the rows. Series of [`Role::Target`](super::Role::Target) are marks across the rows.
    Bars,
    /// Values that each stand on a bar of their own, beside what they are held to; the series stand in the table
    /// alone.
    Bullets(Vec<Bullet>),
    /// What lays itself out and takes the width and height it needs; made with [`Kind::canals`],
    /// [`Kind::cost_curve`], [`Kind::flows`] or [`Kind::boxes`]. There is no list of these kinds, so that code which never
    /// makes one does not carry its drawing.
    Schematic(Schematic),
}

impl Kind {
    /// Whether the picture may be wider than the size asked for, and then scrolls in its frame.
    pub fn scrolls(&self) -> bool {
        matches!(self, Kind::Schematic(_))
    }
}

impl Chart {
    /// What a chart is called where it is heard and not seen: its title with what is drawn.
    pub fn name(&self) -> String {
        match self.subtitle() {
            "" => self.title.clone(),
            subtitle => [&self.title, subtitle].join(" – "),
        }
    }

    /// What is drawn; nothing where the title says the same.
    fn subtitle(&self) -> &str {
        if self.subtitle == self.title { "" } else { &self.subtitle }
    }

    /// What stands around the picture.
    pub(super) fn frame(&self) -> Frame<'_> {
        Frame {
            id: &self.id,
            name: self.name(),
            title: &self.title,
            subtitle: self.subtitle(),
            description: &self.description,
            values: self.values(),
            below: below_axis(self.axis_title()),
            source: &self.source,
            no_data: &self.no_data,
        }
    }

    /// What stands below the axis.
    fn axis_title(&self) -> &str {
        if self.x == Axis::Numbers { &self.x_title } else { "" }
    }

    /// How values are written.
    pub(super) fn values(&self) -> Values<'_> {
        Values { unit: &self.unit, decimals: self.decimals }
    }

    /// The series on their axes.
    pub(super) fn axes(&self) -> Axes<'_> {
        Axes {
            lying: matches!(self.kind, Kind::Bars),
            bullets: if let Kind::Bullets(bullets) = &self.kind { Some(bullets) } else { None },
            x: &self.x,
            x_title: &self.x_title,
            axis_title: self.axis_title(),
            series: &self.series,
            interval: &self.interval,
        }
    }

    /// What is drawn: a schematic, or else the axes.
    pub(super) fn picture<'a>(&'a self, axes: &'a Axes<'a>) -> &'a dyn Picture {
        match &self.kind {
            Kind::Schematic(schematic) => schematic.picture(),
            Kind::Lines | Kind::Bars | Kind::Bullets(_) => axes,
        }
    }
}

/// The size in CSS pixels for which type sizes and margins are laid out; the picture itself scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Width; drawn as at least 240 and at most 4000.
    pub width: u32,
    /// Height; drawn as at least 180 and at most 4000. Bars and schematics take the height they need.
    pub height: u32,
}

impl Size {
    /// Beside or below a table on a wide screen, and on paper.
    pub const WIDE: Size = Size { width: 720, height: 360 };
    /// Across a phone.
    pub const PHONE: Size = Size { width: 360, height: 300 };

    /// A size for a frame so wide: a narrow picture is taller beside its width than a wide one.
    pub fn across(width: u32) -> Size {
        Size { width, height: (160 + width * 3 / 8).clamp(240, 360) }
    }

    /// The nearest size on which there is room for axes.
    pub(super) fn drawable(self) -> Size {
        Size { width: self.width.clamp(240, 4000), height: self.height.clamp(180, 4000) }
    }
}
