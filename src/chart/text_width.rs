//! How wide a text is, without asking a font.
//!
//! A browser and a test have different fonts, or none; a table of classes gives both the same
//! layout. The widths lie at the upper end of what common system typefaces use, since a little air
//! beside a label is better than a collision.

/// Width of `text` set in `size`, in the unit of `size`.
pub(super) fn width(text: &str, size: i32) -> i32 {
    let hundredths: i64 = text.chars().map(hundredths_of_em).sum();
    i32::try_from(hundredths * i64::from(size) / 100).unwrap_or(i32::MAX / 4)
}

/// `text`, or as much of it as fits into `room`, with an ellipsis to show that more was there.
pub(super) fn shorten(text: &str, size: i32, room: i32) -> String {
    let room = i64::from(room) * 100 / i64::from(size.max(1));
    let mut used = 0;
    let mut cut = 0;
    for (at, letter) in text.char_indices() {
        if used + hundredths_of_em('…') <= room {
            cut = at;
        }
        used += hundredths_of_em(letter);
        if used > room {
            return format!("{}…", text[..cut].trim_end());
        }
    }
    text.to_string()
}

/// `text` in one line or two, broken at a space or before a full-width character where there is
/// one; the second line is shortened.
pub(super) fn wrap(text: &str, size: i32, room: i32) -> Vec<String> {
    if width(text, size) <= room {
        return vec![text.to_string()];
    }
    let (mut fits, mut breaks) = (0, 0);
    for (at, letter) in text.char_indices() {
        if width(&text[..at], size) > room {
            break;
        }
        fits = at;
        // No line begins with a mark that closes something.
        let closes = "，。、；：）》".contains(letter);
        if letter == ' ' || text[..at].ends_with(' ') || (hundredths_of_em(letter) == 100 && !closes) {
            breaks = at;
        }
    }
    let cut = if breaks > 0 { breaks } else { fits };
    if cut == 0 {
        return vec![shorten(text, size, room)];
    }
    vec![text[..cut].trim_end().to_string(), shorten(text[cut..].trim_start(), size, room)]
}

/// Advance width of one character in hundredths of the type size.
fn hundredths_of_em(letter: char) -> i64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 28,
        ' ' | 'I' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '\\' | '-' | '·' | '\u{2009}' => 36,
        '⁰'..='₟' | '²' | '³' | '¹' | '°' | '"' | '*' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '‰' | '…' => 92,
        'A'..='Z' => 68,
        '0'..='9' | ' '..='~' => 58,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{a0}'..='\u{10ff}' | '‐'..='‧' => 62,
        '\u{1160}'..='\u{11ff}' => 0,
        // Arrows, mathematics, CJK, full-width forms and everything rarer: a full square.
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_one_em_and_latin_about_half() {
        assert_eq!(width("灌溉水", 12), 36);
        assert_eq!(width("2024", 100), 232);
        assert!(width("m³/亩", 100) < 300);
        assert_eq!(width("", 12), 0);
    }

    #[test]
    fn a_shortened_text_fits_and_says_that_it_was_shortened() {
        assert_eq!(shorten("全国平均", 12, 48), "全国平均");
        assert_eq!(shorten("全国平均水平", 12, 48), "全国平…");
        assert_eq!(shorten("National average", 12, 0), "…");
        for room in 12..200 {
            assert!(width(&shorten("灌区 irrigation district 平均", 12, room), 12) <= room);
        }
    }

    #[test]
    fn a_long_text_breaks_where_a_reader_would() {
        assert_eq!(wrap("东干渠", 12, 36), ["东干渠"]);
        assert_eq!(wrap("东干渠（石桥）一支渠", 12, 72), ["东干渠（石", "桥）一支渠"]);
        assert_eq!(wrap("Depth of the moist layer", 12, 90), ["Depth of the", "moist layer"]);
        assert_eq!(wrap("Bewässerungswirkungsgrad", 12, 90), ["Bewässerungs", "wirkungsgrad"]);
        assert_eq!(wrap("渠", 12, 6), ["…"]);
    }
}
