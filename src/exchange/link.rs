//! A ledger in the part of an address after `#`, which is never sent to a server: a version, then its text, compressed, with a
//! checksum, in letters that an address may hold.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fast_qr::{ECL, QRBuilder};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::ledger::{Ledger, checksum, save_dense};
use crate::text::{Key, Message};

/// The version that this program writes, as the first letter.
const VERSION: char = '1';

/// How hard the compressor tries, of ten.
const EFFORT: u8 = 10;

/// A longer link is not made and not read, in letters.
pub const LONGEST_LINK: usize = 1_000_000;

/// Beyond so many letters programs for mail and chat begin to cut links.
pub const SAFE_LINK: usize = 8_000;

/// A text of more bytes than this does not come out of a link.
const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The quiet zone around a QR code, in its squares.
const QUIET: usize = 4;

/// What stands behind `#/open/` for a ledger.
///
/// ```
/// use water_ledger::exchange::{link_of, text_of_link};
/// use water_ledger::ledger::{Ledger, Opened, open};
/// let ledger = Ledger::titled("东河灌区");
/// let text = text_of_link(&link_of(&ledger)).expect("a whole link");
/// assert_eq!(open(&text), Opened::Ledger(ledger));
/// ```
pub fn link_of(ledger: &Ledger) -> String {
    let text = save_dense(ledger);
    let mut bytes = checksum(&text).to_le_bytes().to_vec();
    bytes.extend(compress_to_vec(text.as_bytes(), EFFORT));
    format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The saved text in a link.
///
/// # Errors
/// What to tell the person: it is cut or damaged, of a newer version, or too long.
pub fn text_of_link(link: &str) -> Result<String, Message> {
    if link.len() > LONGEST_LINK {
        return Err(Message::new(Key::LinkTooLong).with_number("limit", LONGEST_LINK as f64));
    }
    let broken = || Message::new(Key::LinkBroken);
    let letters = match link.chars().next() {
        Some(VERSION) => &link[1..],
        Some(newer) if newer.is_ascii_digit() && newer > VERSION => return Err(Message::new(Key::LinkNewer)),
        _ => return Err(broken()),
    };
    let bytes = URL_SAFE_NO_PAD.decode(letters).map_err(|_| broken())?;
    let (check, packed) = bytes.split_first_chunk::<4>().ok_or_else(broken)?;
    let text = decompress_to_vec_with_limit(packed, MOST_BYTES).map_err(|_| broken())?;
    let text = String::from_utf8(text).map_err(|_| broken())?;
    if checksum(&text) == u32::from_le_bytes(*check) { Ok(text) } else { Err(broken()) }
}

/// An address as a QR code, an SVG of one path; none where it is longer than a code holds.
pub fn qr_code(address: &str) -> Option<String> {
    let code = QRBuilder::new(address).ecl(ECL::L).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            path += &format!("M{} {}h1v1h-1z", column + QUIET, row + QUIET);
        }
    }
    Some(format!(
        "<svg viewBox=\"0 0 {side} {side}\" class=\"qr\"><rect width=\"{side}\" height=\"{side}\" fill=\"#ffffff\"/>\
         <path d=\"{path}\" fill=\"#000000\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Example, Opened, YEARS, open};
    use crate::text::Language;
    use proptest::prelude::*;

    #[test]
    fn every_example_comes_back_equal_and_without_names_too() {
        for example in Example::ALL {
            let ledger = example.ledger(Language::Chinese);
            for ledger in [ledger.without_private(), ledger] {
                let text = text_of_link(&link_of(&ledger)).expect("a whole link");
                assert_eq!(open(&text), Opened::Ledger(ledger));
            }
        }
    }

    #[test]
    fn a_sheet_alone_is_small_and_names_no_one_where_that_is_asked() {
        let ledger = Example::City.ledger(Language::Chinese);
        let id = ledger.sheets(&YEARS).last().expect("a year").id;
        let alone = ledger.with_sheet_alone(&YEARS, id);
        assert_eq!(alone.sheets(&YEARS).len(), 1);
        assert!(link_of(&alone).len() < link_of(&ledger).len());
        assert!(!save_dense(&alone.without_private()).contains("虚构"), "its title says so");
    }

    #[test]
    fn what_is_cut_of_another_kind_newer_or_too_long_is_told_apart() {
        let link = link_of(&Example::City.ledger(Language::Chinese));
        let code = |link: &str| text_of_link(link).map_err(|message| message.say(Language::English));
        let broken = Err(Message::new(Key::LinkBroken).say(Language::English));
        for cut in [0, 1, 5, link.len() / 2, link.len() - 1] {
            assert_eq!(code(&link[..cut]), broken, "{cut}");
        }
        for other in ["1", "1<script>", "1====", "x", "水", "1AAAA", "0AAAAAAAAAA"] {
            assert_eq!(code(other), broken, "{other}");
        }
        assert_eq!(code("2AAAA"), Err(Message::new(Key::LinkNewer).say(Language::English)));
        assert!(code(&"1".repeat(5 * 1024 * 1024)).is_err_and(|said| said.contains("1,000,000")));
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let mut bytes = vec![0; 4];
        bytes.extend(compress_to_vec(&vec![b' '; 64 * 1024 * 1024], 10));
        let link = format!("{VERSION}{}", URL_SAFE_NO_PAD.encode(bytes));
        assert!(link.len() < LONGEST_LINK && text_of_link(&link).is_err());
    }

    #[test]
    fn a_code_is_drawn_for_what_it_holds() {
        let code = qr_code("https://example.org/#/open/1AAAA").expect("short");
        assert!(code.starts_with("<svg ") && code.ends_with("</svg>"));
        assert_eq!(qr_code(&"a".repeat(8_000)), None);
    }

    proptest! {
        #[test]
        fn no_letters_make_it_stop(link in "[0-2]?[A-Za-z0-9_-]{0,200}") {
            let _ = text_of_link(&link);
        }

        #[test]
        fn one_letter_changed_is_noticed(at in 1_usize..400, letter in "[A-Za-z0-9_-]") {
            let link = link_of(&Example::City.ledger(Language::Chinese));
            let mut changed = link.clone();
            changed.replace_range(at..=at, &letter);
            let text = text_of_link(&link).expect("whole");
            prop_assert!(changed == link || text_of_link(&changed).is_ok_and(|same| same == text) || text_of_link(&changed).is_err());
        }
    }
}
