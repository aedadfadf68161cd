//! Bullets: a value as a bar with a tick at what it is held to, two lines each, where there is too little for a line.
//!
//! Colour is only where something is lacking: a bar is quiet as far as it reaches, and the stretch between value and limit is
//! red, amber while the value is incomplete; a bar that reaches its limit is water.

use plotters::style::text_anchor::HPos;

use super::picture::{Area, EDGE, Placed, TYPE};
use super::style::Style;
use super::svg::{Canvas, FINE, GridPoint, corners};
use super::text_width::{shorten, width};

/// Type size of name and value.
const LARGE: i32 = 14 * FINE;
/// Height of a bullet, and of its line of what else it stands beside.
const HEIGHT: i32 = 52 * FINE;
const BELOW: i32 = 16 * FINE;
/// Middle of the line of words, and of the bar, from the upper edge.
const WORDS_AT: i32 = 14 * FINE;
const BAR_AT: i32 = 34 * FINE;
/// Half the height of a bar, of the tick of a limit and of another tick; and the width of a tick.
const HALF_BAR: i32 = 4 * FINE;
const HALF_LIMIT: i32 = 9 * FINE;
const HALF_TICK: i32 = 6 * FINE;
const TICK: i32 = 2 * FINE;
/// Between words beside each other, and after a name.
const GAP: i32 = 8 * FINE;
const GAP_OF_NAME: i32 = 12 * FINE;

/// A value and what it is held to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bullet {
    /// What has the value.
    pub name: String,
    /// What it is held to, in words; may be empty.
    pub asked: String,
    /// What else it stands beside, in words; may be empty.
    pub beside: String,
    /// The value.
    pub value: f64,
    /// The value as written.
    pub label: String,
    /// The limit that it is held to.
    pub limit: Option<f64>,
    /// Values to compare with.
    pub others: Vec<f64>,
    /// How the value stands to the limit.
    pub reach: Reach,
    /// Shape and word of how it stands; may both be empty.
    pub mark: [String; 2],
}

/// How a value stands to its limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// It is not judged.
    #[default]
    Unjudged,
    /// It is as it should be.
    Reached,
    /// It is not.
    Missed,
    /// It is not so far, but something is missing of it.
    MissedSoFar,
    /// It is worth a look and no fault.
    Noted,
}

impl Reach {
    /// Class and colour of the word, and of the stretch that is lacking.
    fn looks(self) -> (&'static str, &'static str) {
        match self {
            Reach::Unjudged => ("quiet", "#52616a"),
            Reach::Reached => ("reached", "#0b6e75"),
            Reach::Missed => ("missed", "#b3261e"),
            Reach::MissedSoFar => ("part", "#8a5300"),
            Reach::Noted => ("noted", "#3a55b4"),
        }
    }
}

impl Bullet {
    fn is_drawn(&self) -> bool {
        self.value.is_finite() && self.value.abs() < 1e300
    }
}

/// Whether none of them can be drawn.
pub(super) fn are_empty(bullets: &[Bullet]) -> bool {
    !bullets.iter().any(Bullet::is_drawn)
}

/// All that must lie on the scale.
pub(super) fn on_scale(bullets: &[Bullet]) -> impl Iterator<Item = f64> {
    let drawn = bullets.iter().filter(|row| row.is_drawn());
    let all = drawn.flat_map(|row| row.others.iter().copied().chain([row.value]).chain(row.limit));
    all.filter(|value| value.abs() < 1e300)
}

/// Gives all words their places, in a width of `room`, and bars theirs between the ends of a scale.
pub(super) fn lay_out<'a>(bullets: &'a [Bullet], ends: (f64, f64), room: i32) -> Box<dyn Placed + 'a> {
    let rows: Vec<&Bullet> = bullets.iter().filter(|row| row.is_drawn()).collect();
    let inner = room - 2 * EDGE;
    let widest = |of: &dyn Fn(&Bullet) -> i32| rows.iter().map(|row| of(row)).max().unwrap_or(0);
    let beside = |width: i32| if width > 0 { width + GAP } else { 0 };
    let name = widest(&|row| width(&row.name, LARGE));
    let value = beside(widest(&|row| bold_width(&row.label, LARGE)).min(inner / 2));
    let asked = beside(widest(&|row| width(&row.asked, TYPE))) + GAP_OF_NAME - GAP;
    let mark = beside(widest(&|row| bold_width(&row.said(), TYPE)));
    // What has no room on the first line stands below the bar: first what is asked, then the mark.
    let asks_above = name + asked + value + mark <= inner;
    let marks_above = asks_above || name + value + mark <= inner;
    let room_of_name = inner - value - if marks_above { mark } else { 0 };
    let row = |bullet: &'a Bullet| {
        let asked = &bullet.asked;
        let below = match (asks_above || asked.is_empty(), bullet.beside.is_empty()) {
            (true, _) => bullet.beside.clone(),
            (false, true) => asked.clone(),
            (false, false) => format!("{asked} · {}", bullet.beside),
        };
        let said = bullet.said();
        let room_below = inner - if marks_above { 0 } else { beside(bold_width(&said, TYPE)) };
        Row {
            bullet,
            name: shorten(&bullet.name, LARGE, room_of_name),
            asked: if asks_above { asked.clone() } else { String::new() },
            value: shorten(&bullet.label, LARGE, inner * 2 / 5),
            below: shorten(&below, TYPE, room_below.max(0)),
            said: shorten(&said, TYPE, inner * 4 / 5),
        }
    };
    let rows = rows.into_iter().map(row).collect();
    Box::new(Laid { rows, ends, room, mark: if marks_above { mark } else { 0 } })
}

impl Bullet {
    /// The mark with its word.
    fn said(&self) -> String {
        self.mark.join(" ").trim().to_string()
    }
}

/// Width of a text in bold letters.
fn bold_width(text: &str, size: i32) -> i32 {
    width(text, size) * 115 / 100
}

/// A bullet with its words as long as they may be.
struct Row<'a> {
    bullet: &'a Bullet,
    name: String,
    asked: String,
    value: String,
    below: String,
    said: String,
}

impl Row<'_> {
    fn height(&self, mark: i32) -> i32 {
        let has_below = !self.below.is_empty() || mark == 0 && !self.said.is_empty();
        HEIGHT + if has_below { BELOW } else { 0 }
    }
}

/// Bullets in a width.
struct Laid<'a> {
    rows: Vec<Row<'a>>,
    /// Ends of the scale.
    ends: (f64, f64),
    room: i32,
    /// Room of the marks at the end of the first line; none where they stand below the bars.
    mark: i32,
}

impl Laid<'_> {
    /// Where a value lies. A float becomes the nearest integer there is.
    fn x(&self, value: f64) -> i32 {
        let (low, high) = self.ends;
        let share = if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
        EDGE + (share * f64::from(self.room - 2 * EDGE)) as i32
    }

    fn draw_row(&self, row: &Row, top: i32, canvas: &mut Canvas) {
        let (bullet, right) = (row.bullet, self.room - EDGE);
        let (class, colour) = bullet.reach.looks();
        let words = top + WORDS_AT;
        canvas.words(Style::Name, &row.name, LARGE, HPos::Left, (EDGE, words));
        let asked = (EDGE + width(&row.name, LARGE) + GAP_OF_NAME, words);
        canvas.words(Style::Figures, &row.asked, TYPE, HPos::Left, asked);
        canvas.words(Style::Value, &row.value, LARGE, HPos::Right, (right - self.mark, words));
        let below = top + HEIGHT - 2 * FINE;
        if self.mark > 0 {
            canvas.verdict(class, colour, &row.said, (TYPE, HPos::Left), (right - self.mark + GAP, words));
        } else {
            canvas.verdict(class, colour, &row.said, (TYPE, HPos::Right), (right, below));
        }

        let (y, zero, end) = (top + BAR_AT, self.x(0.0), self.x(bullet.value));
        let mut bar = |class: &str, colour: &str, from: i32, to: i32, half: i32| {
            let place = corners((from, y - half), (to, y + half));
            canvas.element(format_args!(r#"<rect class="{class}" {place} fill="{colour}"/>"#));
        };
        bar("track", "#dfe5e6", EDGE, right, HALF_BAR);
        let limit = bullet.limit.map(|limit| self.x(limit));
        // As far as the value is what it should be: to the value, or to a limit that it should have kept.
        let lacks = limit.filter(|_| !matches!(bullet.reach, Reach::Unjudged | Reach::Reached));
        let sound = lacks.map_or(end, |limit| if (limit < end) == (zero <= end) { limit } else { end });
        if bullet.reach == Reach::Reached {
            bar("extent reached", colour, zero, end, HALF_BAR);
        } else {
            bar("extent", "#83919a", zero, sound, HALF_BAR);
        }
        if let Some(limit) = lacks {
            bar(&format!("gap {class}"), colour, limit, end, HALF_BAR);
        }
        let tick = |x: i32| (x - TICK / 2).clamp(EDGE, right - TICK);
        for other in bullet.others.iter().map(|other| tick(self.x(*other))) {
            bar("other", "#52616a", other, other + TICK, HALF_TICK);
        }
        if let Some(limit) = limit.map(tick) {
            bar("limit", "#172226", limit, limit + TICK, HALF_LIMIT);
        }
        canvas.words(Style::Figures, &row.below, TYPE, HPos::Left, (EDGE, below));
    }
}

impl Placed for Laid<'_> {
    fn class(&self) -> Option<&'static str> {
        None
    }

    fn size(&self) -> (i32, Option<i32>) {
        (self.room, Some(self.rows.iter().map(|row| row.height(self.mark)).sum()))
    }

    fn legend(&self, _: bool) -> Vec<(Option<usize>, String)> {
        Vec::new()
    }

    fn draw_sample(&self, _: &mut Canvas, _: usize, _: (i32, i32, i32)) {}

    fn draw(&self, canvas: &mut Canvas, area: &Area) {
        let mut top = area.top;
        for (nth, row) in self.rows.iter().enumerate() {
            if nth > 0 {
                let line: [GridPoint; 2] = [(EDGE, top), (self.room - EDGE, top)];
                canvas.path(Style::Grid, &line);
            }
            self.draw_row(row, top, canvas);
            top += row.height(self.mark);
        }
    }
}
