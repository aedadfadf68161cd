//! Own pictures of the story: things that can be counted, each drawn once. They hold no words, so that they may be as narrow as a phone.

use std::fmt::Write;

use crate::chart::escape;
use crate::numeric::round;

/// A picture.
pub(super) struct Drawn {
    /// Distinguishes the pictures of one page.
    pub id: String,
    /// What it shows, for those who hear it.
    pub title: String,
    /// What is drawn, told beside it.
    pub drawn: String,
    width: f64,
    height: f64,
    body: String,
}

/// More of one thing than these are not drawn: nobody could count them.
const MOST: f64 = 600.0;

/// The colours that hold where no style sheet is.
const INK: &str = "#172226";
const WATER: &str = "#0b6e75";
const SOFT: &str = "#52616a";

impl Drawn {
    /// Ten buckets, filled up to a share of all of them.
    pub fn buckets(id: &str, words: [String; 2], share: f64) -> Option<Drawn> {
        if !(0.0..=1.0).contains(&share) {
            return None;
        }
        let (step_x, step_y) = (96.0, 104.0);
        let mut body = String::new();
        for place in 0..10 {
            let (x, y) = (14.0 + step_x * f64::from(place % 5), 10.0 + step_y * f64::from(place / 5));
            let level = (share * 10.0 - f64::from(place)).clamp(0.0, 1.0);
            body += &bucket(x, y, level);
        }
        Some(Drawn::new(id, words, (482.0, 214.0), body))
    }

    /// Drops, of which the first is new and the others are the same water again; the last may be a part of one.
    pub fn drops(id: &str, words: [String; 2], count: f64) -> Option<Drawn> {
        if !(1.0..=MOST / 4.0).contains(&count) {
            return None;
        }
        let per_row = if count <= 40.0 { 10 } else { 25 };
        let step = 480.0 / f64::from(per_row);
        let mut body = String::new();
        let whole = round(count.ceil(), 0) as u32;
        for place in 0..whole {
            let (x, y) = (step * f64::from(place % per_row), step * f64::from(place / per_row));
            let part = (count - f64::from(place)).min(1.0);
            body += &drop(x + step / 2.0, y + step * 0.08, step * 0.78, place == 0, part);
        }
        let height = step * f64::from(whole.div_ceil(per_row));
        Some(Drawn::new(id, words, (480.0, height), body))
    }

    /// Squares, one for each, of which those that came last are hollow.
    pub fn squares(id: &str, words: [String; 2], count: f64, hollow: f64) -> Option<Drawn> {
        if !(1.0..=MOST).contains(&count) || count.fract() != 0.0 {
            return None;
        }
        let per_row = if count <= 60.0 { 12 } else { 24 };
        let (step, count) = (480.0 / f64::from(per_row), count as u32);
        let side = step * 0.7;
        let [mut full, mut open] = [String::new(), String::new()];
        for place in 0..count {
            let (x, y) = (step * f64::from(place % per_row), step * f64::from(place / per_row));
            let is_hollow = f64::from(place) >= f64::from(count) - hollow;
            let (path, inset) = if is_hollow { (&mut open, 1.0) } else { (&mut full, 0.0) };
            let side = side - 2.0 * inset;
            let _ = write!(path, "M{} {}h{side:.1}v{side:.1}h-{side:.1}z", one(x + inset), one(y + inset));
        }
        let mut body = format!("<path class=\"drawn-water\" fill=\"{WATER}\" d=\"{full}\"/>");
        if !open.is_empty() {
            let _ = write!(
                body,
                "<path class=\"drawn-water-line\" fill=\"none\" stroke=\"{WATER}\" stroke-width=\"2\" d=\"{open}\"/>"
            );
        }
        let height = step * f64::from(count.div_ceil(per_row));
        Some(Drawn::new(id, words, (480.0, height), body))
    }

    fn new(id: &str, [title, drawn]: [String; 2], (width, height): (f64, f64), body: String) -> Drawn {
        Drawn { id: id.to_string(), title, drawn, width, height, body }
    }

    /// The picture as an element of a page.
    pub fn svg(&self) -> String {
        let Drawn { id, title, drawn, width, height, body } = self;
        format!(
            "<svg class=\"drawn\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{body}</svg>",
            one(*width),
            one(*height),
            escape(title),
            escape(drawn),
        )
    }

    /// The picture as a file of its own.
    pub fn file(&self, source: &str) -> String {
        file_of([&self.title, &self.drawn, source], self.height, &self.body)
    }
}

/// A chart of a page as a file of its own; none where it does not say how large it is.
pub(super) fn chart_file(words: [&str; 3], svg: &str) -> Option<String> {
    let size = svg.split_once("viewBox=\"0 0 ")?.1.split('"').next()?;
    let (width, height) = size.split_once(' ')?;
    let (width, height) = (width.parse::<f64>().ok()?, height.parse::<f64>().ok()?);
    let scale = ROOM / width.max(1.0);
    let body = format!("<svg width=\"{}\" height=\"{}\">{svg}</svg>", one(ROOM), one(height * scale));
    Some(file_of(words, height * scale, &body))
}

/// How wide a picture is in a file.
const ROOM: f64 = 512.0;

/// A picture with its title and what is drawn above it, and its source below it, all of it however long it is.
fn file_of([title, drawn, source]: [&str; 3], height: f64, body: &str) -> String {
    let above = [(16, INK, "600", title), (12, SOFT, "400", drawn)];
    let mut words = String::new();
    let mut y = 12.0;
    for (size, colour, weight, text) in above {
        for line in lines(text, ROOM, f64::from(size)) {
            y += f64::from(size) * 1.5;
            words += &text_at(y, (size, colour, weight), line);
        }
    }
    let top = y + 16.0;
    y = top + height + 4.0;
    for line in lines(source, ROOM, 12.0) {
        y += 18.0;
        words += &text_at(y, (12, SOFT, "400"), line);
    }
    let height = one(y + 16.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"560\" height=\"{height}\" viewBox=\"0 0 560 {height}\" \
         font-family=\"system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif\">\
         <title>{}</title><rect width=\"560\" height=\"{height}\" fill=\"#ffffff\"/>{words}\
         <g transform=\"translate(24 {})\">{body}</g></svg>",
        escape(title),
        one(top),
    )
}

/// A bucket with its handle, filled up to a level.
fn bucket(x: f64, y: f64, level: f64) -> String {
    let (top, side, height) = (y + 22.0, 9.0, 66.0);
    let mut drawn = String::new();
    if level > 0.0 {
        let deep = height * level;
        let inset = side * (1.0 - level);
        let _ = write!(
            drawn,
            "<path class=\"drawn-water\" fill=\"{WATER}\" d=\"M{} {}L{} {}h{}L{} {}z\"/>",
            one(x + inset),
            one(top + height - deep),
            one(x + side),
            one(top + height),
            one(66.0 - 2.0 * side),
            one(x + 66.0 - inset),
            one(top + height - deep),
        );
    }
    let _ = write!(
        drawn,
        "<path class=\"drawn-line\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"2\" stroke-linejoin=\"round\" \
         d=\"M{} {}l{side} {height}h{}l{side} -{height}zM{} {}c6 -28 52 -28 58 0\"/>",
        one(x),
        one(top),
        one(66.0 - 2.0 * side),
        one(x + 4.0),
        one(top),
    );
    drawn
}

/// A drop so high, its tip at a place: full where it is new water; of a part as much as that is filled from its foot.
fn drop(x: f64, y: f64, height: f64, is_new: bool, part: f64) -> String {
    let (wide, low) = (height * 0.36, height * 0.64);
    let path = format!(
        "M{x} {y}c{a} {b} {wide} {c} {wide} {low}a{wide} {wide} 0 0 1 -{across} 0c0 -{d} {e} -{f} {wide} -{low}z",
        x = one(x),
        y = one(y),
        a = one(wide * 0.2),
        b = one(height * 0.16),
        c = one(height * 0.4),
        d = one(low - height * 0.4),
        e = one(wide * 0.8),
        f = one(low - height * 0.16),
        wide = one(wide),
        low = one(low),
        across = one(2.0 * wide),
    );
    let dashes = if part < 1.0 { " stroke-dasharray=\"3 3\"" } else { "" };
    if is_new {
        format!("<path class=\"drawn-water\" fill=\"{WATER}\" d=\"{path}\"/>")
    } else {
        format!(
            "<path class=\"drawn-water-line\" fill=\"none\" stroke=\"{WATER}\" stroke-width=\"2\"{dashes} d=\"{path}\"/>"
        )
    }
}

fn text_at(y: f64, (size, colour, weight): (i32, &str, &str), text: String) -> String {
    format!(
        "<text x=\"24\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
        one(y),
        escape(&text)
    )
}

/// A text in lines that are no wider than so much, by what letters take about.
fn lines(text: &str, width: f64, size: f64) -> Vec<String> {
    let takes = |letter: char| if letter.is_ascii() { 0.56 * size } else { size };
    let mut lines = Vec::new();
    let (mut line, mut taken) = (String::new(), 0.0);
    for word in text.split_inclusive(|letter: char| letter == ' ' || !letter.is_ascii()) {
        let needs: f64 = word.chars().map(takes).sum();
        if taken + needs > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_string());
            taken = 0.0;
        }
        line += word;
        taken += needs;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A number of a place in a picture, with one decimal.
fn one(value: f64) -> String {
    crate::text::number(value, 1).replace('\u{2212}', "-").replace(',', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_things_are_drawn_as_there_are() {
        let words = || ["水".to_string(), "water".to_string()];
        let count = |drawn: &Drawn, what: &str| drawn.svg().matches(what).count();
        let buckets = Drawn::buckets("a", words(), 0.59).expect("a share");
        assert_eq!((count(&buckets, "drawn-line"), count(&buckets, "drawn-water\"")), (10, 6));
        assert_eq!(count(&Drawn::buckets("a", words(), 0.0).expect("none"), "drawn-water\""), 0);
        assert!(
            Drawn::buckets("a", words(), 1.2).is_none() && Drawn::buckets("a", words(), f64::NAN).is_none()
        );
        let drops = Drawn::drops("a", words(), 20.0).expect("a count");
        assert_eq!((count(&drops, "drawn-water\""), count(&drops, "drawn-water-line")), (1, 19));
        assert_eq!(Drawn::drops("a", words(), 2.5).map(|drops| count(&drops, "dasharray")), Some(1));
        let squares = Drawn::squares("a", words(), 189.0, 8.0).expect("a count");
        assert_eq!(squares.svg().matches('M').count(), 189);
        assert!(Drawn::squares("a", words(), 1e9, 0.0).is_none());
    }

    #[test]
    fn a_file_breaks_its_lines_and_holds_every_word() {
        let broken = lines("来源：市水务局 2023 年公开材料，第三页", 100.0, 12.0);
        assert!(broken.len() > 1);
        assert_eq!(broken.concat().replace(' ', ""), "来源：市水务局2023年公开材料，第三页");
    }
}
