//! 一个班, the results of a class: each line a link or a number, what could not be read is said, and how the numbers are spread.

use super::scale::{rect, text, words};
use crate::chart::escape;
use crate::evaluate::household::home;
use crate::exchange::{HOUSEHOLD, answers_of_link};
use crate::numeric::{in_order, mean};
use crate::quantity::read_number;
use crate::text::{Key, Language, Message, number};

/// How many lines are read.
pub const MOST_LINES: usize = 200;

/// Nobody uses more in a day, in L.
const MOST: f64 = 5_000.0;

/// How wide a column of the spread is, in L.
const BIN: f64 = 25.0;

/// No more columns are drawn; what lies beyond them stands in the last.
const BINS: usize = 16;

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct BadLine {
    /// Which one, from 1.
    pub line: usize,
    /// What stands in it, cut where it is long.
    pub text: String,
}

/// The results of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Litres by person and day, in order.
    pub values: Vec<f64>,
    /// What could not be read.
    pub bad: Vec<BadLine>,
    /// Whether there were more lines than are read.
    pub is_cut: bool,
}

/// Reads what was pasted.
pub fn read_class(pasted: &str) -> Class {
    let mut class = Class { values: Vec::new(), bad: Vec::new(), is_cut: false };
    let lines = pasted.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (place, (line, content)) in lines.enumerate() {
        if place == MOST_LINES {
            class.is_cut = true;
            break;
        }
        match value_of(content.trim()) {
            Some(value) => class.values.push(value),
            None => {
                let text = content.trim().chars().take(40).collect();
                class.bad.push(BadLine { line: line + 1, text });
            }
        }
    }
    class.values = in_order(class.values, f64::total_cmp);
    class
}

fn value_of(line: &str) -> Option<f64> {
    let start = format!("#/{HOUSEHOLD}/");
    if let Some((_, link)) = line.split_once(&start) {
        let link = link.split_whitespace().next().unwrap_or_default();
        return Some(home(&answers_of_link(link).ok()?).ok()?.total.value());
    }
    let value = read_number(line.trim_end_matches([' ', 'L', 'l', '升'])).ok()??;
    (0.0..=MOST).contains(&value).then_some(value)
}

impl Class {
    /// The mean; none of nothing.
    pub fn mean(&self) -> Option<f64> {
        (!self.values.is_empty()).then(|| mean(&self.values))
    }

    /// The one in the middle.
    pub fn median(&self) -> Option<f64> {
        let (low, high) = crate::metric::middle(self.values.len());
        Some((self.values.get(low)? + self.values.get(high)?) / 2.0)
    }

    /// The least and the most.
    pub fn range(&self) -> Option<(f64, f64)> {
        Some((*self.values.first()?, *self.values.last()?))
    }

    /// How many lie in each step of [`BIN`] litres, from zero on.
    fn counts(&self) -> Vec<usize> {
        let bin = |value: f64| ((value / BIN) as usize).min(BINS - 1);
        let mut counts = vec![0; self.values.last().map_or(0, |most| bin(*most) + 1)];
        self.values.iter().for_each(|value| counts[bin(*value)] += 1);
        counts
    }
}

/// How the results are spread, as columns; what the nation uses is marked, with its name and number.
pub fn spread(class: &Class, (national, named): (f64, &str), width: f64, language: Language) -> String {
    let (counts, height) = (class.counts(), 200.0);
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as f64;
    let columns = counts.len().max((national / BIN) as usize + 2);
    let step = width / columns as f64;
    let foot = height - 24.0;
    let room = foot - 40.0;
    let bin = |place: usize, count: &usize| {
        let range = Message::new(Key::HouseholdClassBin)
            .with("low", number(BIN * place as f64, 0))
            .with("high", number(BIN * (place + 1) as f64, 0));
        range.with("count", count.to_string()).say(language)
    };
    let said: Vec<String> = counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| bin(place, count))
        .collect();
    let mut svg = format!(
        "<svg class=\"scale\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\"><title>{}</title>",
        escape(&said.join("; ")),
        w = text(width),
        h = text(height)
    );
    for (place, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let tall = room * *count as f64 / most;
        let left = step * place as f64;
        svg += &rect("own", "#0b6e75", (left + 1.0, foot - tall, step - 2.0, tall));
        let middle = (left + step / 2.0, foot - tall - 4.0);
        svg += &words("quiet", "#52616a", middle, (12.0, 400, "middle"), &number(*count as f64, 0));
    }
    svg += &rect("axis", "#7d8d93", (0.0, foot, width, 1.0));
    for place in (0..=columns).step_by(2) {
        let anchor = match place {
            0 => "start",
            place if place == columns => "end",
            _ => "middle",
        };
        let at = (step * place as f64, height - 6.0);
        svg += &words("quiet", "#52616a", at, (12.0, 400, anchor), &number(BIN * place as f64, 0));
    }
    let at = width * national / (BIN * columns as f64);
    svg += &rect("mark", "#172226", (at, 16.0, 2.0, foot - 16.0));
    svg + &words("quiet", "#52616a", (at, 12.0), (12.0, 400, "middle"), named) + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::link_of_answers;
    use crate::household::Answers;

    #[test]
    fn links_and_numbers_are_read_and_the_rest_is_said() {
        let link = link_of_answers(&Answers::default());
        let pasted = format!(
            "120\nhttps://example.org/#/household/{link}\n\n九十\n-3\n１３５ L\n200 升\nhttp://x/#/household/1.AAAA"
        );
        let class = read_class(&pasted);
        assert_eq!(class.values.len(), 4, "{class:?}");
        assert_eq!((class.values[0], class.values[3]), (120.0, 200.0));
        assert_eq!(class.bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [4, 5, 8]);
        assert!(class.median().is_some_and(|median| median > 120.0 && median < 140.0));
        assert_eq!(class.range(), Some((120.0, 200.0)));
    }

    #[test]
    fn a_class_of_two_hundred_is_read_and_no_more() {
        let class = read_class(&"100\n".repeat(250));
        assert_eq!((class.values.len(), class.is_cut), (MOST_LINES, true));
        assert_eq!(class.mean(), Some(100.0));
        assert!(spread(&class, (125.0, "125"), 358.0, Language::Chinese).ends_with("</svg>"));
        assert!(spread(&read_class(""), (125.0, "125"), 358.0, Language::English).ends_with("</svg>"));
        assert!(spread(&read_class("0\n5000"), (125.0, "125"), 358.0, Language::English).contains("400"));
    }
}
