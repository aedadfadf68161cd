//! The picture to share: an SVG document of 1080 × 1440 that needs no style sheet.

use super::scale::{Mark, on_scale, rect, text, words};
use super::words::{compared, largest, litres};
use crate::exchange::qr_code;
use crate::household::{Home, Tip, USES};
use crate::metric::Figure;
use crate::text::{Key, Language, Message, number, uncertain};

/// Width and height of the picture.
pub const CARD_SIZE: (u32, u32) = (1080, 1440);

/// What stands on the picture.
pub struct Card<'c> {
    /// The home.
    pub home: &'c Home,
    /// The same with fixtures of grade 1.
    pub efficient: &'c Home,
    /// What the nation uses.
    pub nation: &'c Figure,
    /// What could be saved: each by itself, and together.
    pub tips: &'c [(Tip, Figure)],
    /// Together.
    pub together: &'c Figure,
    /// The address that the code leads to.
    pub address: &'c str,
}

const INK: &str = "#172226";
const SOFT: &str = "#52616a";
const WATER: &str = "#0b6e75";
const LINE: &str = "#dfe5e6";
const LEFT: f64 = 80.0;
const WIDTH: f64 = 920.0;
const RIGHT: f64 = LEFT + WIDTH;
const FACE: &str = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, system-ui, sans-serif";

/// The picture.
pub fn card(card: &Card, language: Language) -> String {
    let say = |key: Key| key.say(language);
    let total = &card.home.total;
    let (width, height) = CARD_SIZE;
    let title = Message::new(Key::HouseholdPictureOf).with("number", litres(total)).say(language);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FACE}\"><title>{}</title>",
        crate::chart::escape(&title)
    );
    let line = |at: (f64, f64), size: f64, weight: u32, fill: &str, said: &str| {
        words("", fill, at, (size, weight, "start"), said)
    };
    let end = |at: (f64, f64), size: f64, weight: u32, fill: &str, said: &str| {
        words("", fill, at, (size, weight, "end"), said)
    };
    let rule = |y: f64| rect("", LINE, (LEFT, y, WIDTH, 2.0));
    svg += &rect("", "#ffffff", (0.0, 0.0, f64::from(width), f64::from(height)));
    svg += &line((LEFT, 104.0), 36.0, 600, WATER, say(Key::HouseholdTitle));
    svg += &end((RIGHT, 104.0), 28.0, 400, SOFT, say(Key::AppName));
    svg += &line((LEFT, 172.0), 30.0, 400, SOFT, say(Key::HouseholdPerPerson));
    let value = litres(total);
    svg += &line((LEFT, 300.0), 136.0, 600, INK, &value);
    let beside = LEFT + 80.0 * value.chars().count() as f64 + 24.0;
    let unit = match total.u() > 0.0 {
        true => format!("L ± {}", uncertain(total.u(), 0)),
        false => "L".to_string(),
    };
    svg += &line((beside, 300.0), 40.0, 400, SOFT, &unit);
    let finding = compared(total, card.nation.name(), card.nation, language);
    svg += &line((LEFT, 356.0), 30.0, 400, INK, &finding);
    let of_mark = |name: &str, figure: &Figure| {
        Message::new(Key::HouseholdMarkNumber).with("name", name).with("number", litres(figure)).say(language)
    };
    let marks = [
        Mark {
            words: of_mark(say(Key::HouseholdEfficient), &card.efficient.total),
            value: card.efficient.total.value(),
            above: true,
        },
        Mark {
            words: of_mark(card.nation.name().get(language), card.nation),
            value: card.nation.value(),
            above: false,
        },
    ];
    svg += &on_scale(Some(total), &marks, (LEFT, 440.0, WIDTH), 26.0);
    svg += &rule(540.0);
    svg += &line((LEFT, 596.0), 32.0, 600, INK, &largest(card.home, language));
    let most = card.home.uses.iter().map(Figure::value).fold(0.0, f64::max);
    for (place, (figure, efficient)) in card.home.uses.iter().zip(&card.efficient.uses).enumerate() {
        let y = 622.0 + 48.0 * place as f64;
        let at = |value: f64| if most > 0.0 { 500.0 * value / most } else { 0.0 };
        svg += &line((LEFT, y + 28.0), 28.0, 400, INK, say(USES[place].name));
        svg += &rect("", WATER, (LEFT + 240.0, y + 12.0, at(figure.value()), 16.0));
        svg += &rect("", INK, (LEFT + 240.0 + at(efficient.value()), y + 4.0, 4.0, 32.0));
        svg += &end((RIGHT, y + 28.0), 28.0, 400, INK, &number(figure.value(), 1));
    }
    svg += &rule(978.0);
    svg += &tips(card, language);
    svg += &foot(card, language);
    svg += "</svg>";
    svg
}

/// What could be done.
fn tips(card: &Card, language: Language) -> String {
    let key = match card.tips.len() {
        0 => Key::HouseholdTipsNone,
        1 => Key::HouseholdTip,
        _ => Key::HouseholdTips,
    };
    let title = Message::new(key)
        .with("litres", litres(card.together))
        .with("count", card.tips.len().to_string())
        .say(language);
    let mut svg = words("", INK, (LEFT, 1034.0), (32.0, 600, "start"), &title);
    for (place, (tip, saving)) in card.tips.iter().enumerate() {
        let y = 1084.0 + 48.0 * place as f64;
        svg += &words("", INK, (LEFT, y), (28.0, 400, "start"), tip.name().say(language));
        svg += &words("", INK, (RIGHT, y), (28.0, 600, "end"), &format!("{} L", litres(saving)));
    }
    svg
}

/// The code and where it leads.
fn foot(card: &Card, language: Language) -> String {
    let mut svg = rect("", LINE, (LEFT, 1206.0, WIDTH, 2.0));
    let (side, top) = (176.0, 1228.0);
    if let Some(code) = qr_code(card.address) {
        let place = format!(
            "<svg x=\"{}\" y=\"{}\" width=\"{side}\" height=\"{side}\" ",
            text(RIGHT - side),
            text(top),
            side = text(side)
        );
        svg += &code.replacen("<svg ", &place, 1);
    }
    svg += &words("", INK, (LEFT, 1296.0), (28.0, 600, "start"), Key::HouseholdPictureFoot.say(language));
    // What stands before the answers is the site.
    let site = card.address.split('#').next().unwrap_or_default();
    let site = site.split_once("//").map_or(site, |(_, site)| site).trim_end_matches('/');
    if site.chars().count() <= 48 {
        svg += &words("", SOFT, (LEFT, 1340.0), (24.0, 400, "start"), site);
    }
    svg + &words("", SOFT, (LEFT, 1380.0), (24.0, 400, "start"), Key::HouseholdEfficientNote.say(language))
}
