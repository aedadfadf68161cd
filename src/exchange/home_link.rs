//! A home's answers in the part of an address after `#`, which is never sent to a server: a version, what was answered, a checksum.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::household::{Answers, QUESTIONS, SPECS};
use crate::ledger::checksum;
use crate::text::{Key, Message};

/// What the page of homes is called in addresses.
pub const HOUSEHOLD: &str = "household";

/// The version that this program writes.
const VERSION: &str = "1.";

/// The letters of the checksum.
const CHECK: usize = 6;

/// A link of more letters than this is none.
const MOST: usize = 400;

/// What stands behind `#/household/` for answers.
///
/// ```
/// use water_ledger::exchange::{answers_of_link, link_of_answers};
/// use water_ledger::household::{Answers, Field};
/// let answers = Answers::default().choosing(Field::Toilet, "single_9");
/// assert_eq!(answers_of_link(&link_of_answers(&answers)), Ok(answers));
/// ```
pub fn link_of_answers(answers: &Answers) -> String {
    let settled =
        QUESTIONS.iter().enumerate().map(|(place, one)| u8::from(answers.is_settled(*one)) << place);
    let mut bytes: Vec<u8> = vec![settled.sum()];
    let mut before = 0;
    for (place, spec) in SPECS.iter().enumerate() {
        if let Some(steps) = answers.steps(spec.field) {
            // How many fields were passed over, then the answer.
            write(&mut bytes, (place - before) as u32);
            write(&mut bytes, u32::from(steps));
            before = place + 1;
        }
    }
    let letters = URL_SAFE_NO_PAD.encode(bytes);
    format!("{VERSION}{letters}{}", check_of(&letters))
}

/// The answers in a link.
///
/// # Errors
/// What to tell the person: it is cut or damaged, or of a newer version.
pub fn answers_of_link(link: &str) -> Result<Answers, Message> {
    let broken = || Message::new(Key::HouseholdBroken);
    let Some(letters) = link.strip_prefix(VERSION) else {
        let version = link.split('.').next().filter(|version| link.contains('.') && is_number(version));
        return Err(if version.is_some() { Message::new(Key::HouseholdNewer) } else { broken() });
    };
    if letters.len() > MOST || !letters.is_ascii() || letters.len() < CHECK {
        return Err(broken());
    }
    let (letters, check) = letters.split_at(letters.len() - CHECK);
    if check != check_of(letters) {
        return Err(broken());
    }
    let bytes = URL_SAFE_NO_PAD.decode(letters).map_err(|_| broken())?;
    read(&bytes).ok_or_else(broken)
}

fn is_number(version: &str) -> bool {
    (1..=3).contains(&version.len()) && version.bytes().all(|byte| byte.is_ascii_digit()) && version != "0"
}

fn check_of(letters: &str) -> String {
    URL_SAFE_NO_PAD.encode(checksum(letters).to_le_bytes())
}

fn read(bytes: &[u8]) -> Option<Answers> {
    let (settled, mut rest) = bytes.split_first()?;
    let mut answers = Answers::default();
    for (place, question) in QUESTIONS.into_iter().enumerate() {
        if settled & (1 << place) != 0 {
            answers = answers.settling(question);
        }
    }
    let mut place = 0;
    while !rest.is_empty() {
        place += usize::try_from(read_number(&mut rest)?).ok()?;
        let steps = u16::try_from(read_number(&mut rest)?).ok()?;
        answers = answers.with_steps(SPECS.get(place)?.field, Some(steps))?;
        place += 1;
    }
    Some(answers)
}

/// Seven bits a byte, the lowest first.
fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(rest: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in [0, 7, 14] {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::household::Field;
    use crate::text::Language;
    use proptest::prelude::*;

    fn any_answers() -> impl Strategy<Value = Answers> {
        let steps = proptest::collection::vec(proptest::option::of(any::<u16>()), SPECS.len());
        (any::<u8>(), steps).prop_map(|(settled, steps)| {
            let answers = SPECS.iter().zip(steps).fold(Answers::default(), |answers, (spec, steps)| {
                let steps = steps.map(|steps| spec.least + steps % (spec.most - spec.least + 1));
                answers.with_steps(spec.field, steps).expect("within")
            });
            let settled = QUESTIONS.into_iter().enumerate().filter(|(place, _)| settled & (1 << place) != 0);
            settled.fold(answers, |answers, (_, question)| answers.settling(question))
        })
    }

    proptest! {
        #[test]
        fn answers_come_back_and_what_is_cut_or_forged_is_refused(answers in any_answers(), at in 0_usize..400, letter in "[A-Za-z0-9_.-]") {
            let link = link_of_answers(&answers);
            prop_assert_eq!(answers_of_link(&link), Ok(answers.clone()));
            let at = at % link.len();
            prop_assert!(answers_of_link(&link[..at]).is_err());
            let mut forged = link.clone();
            forged.replace_range(at..=at, &letter);
            prop_assert!(forged == link || answers_of_link(&forged).is_err());
        }

        #[test]
        fn no_letters_make_it_stop(link in "(1\\.)?\\PC{0,80}") {
            let _ = answers_of_link(&link);
        }

        #[test]
        fn no_bytes_with_a_true_checksum_make_it_stop(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let letters = URL_SAFE_NO_PAD.encode(bytes);
            if let Ok(answers) = answers_of_link(&format!("{VERSION}{letters}{}", check_of(&letters))) {
                prop_assert_eq!(answers_of_link(&link_of_answers(&answers)), Ok(answers));
            }
        }
    }

    #[test]
    fn released_links_say_what_they_said() {
        let answers = Answers::default()
            .with(Field::People, Some(3.0))
            .and_then(|answers| answers.with(Field::ShowerMinutes, Some(10.0)))
            .expect("both can be")
            .choosing(Field::Toilet, "single_9")
            .settling(QUESTIONS[0]);
        assert_eq!(answers_of_link("1.AQADAAoCAQ"), Err(Message::new(Key::HouseholdBroken)));
        assert_eq!(link_of_answers(&answers), "1.AQADAAoCAQQdQb1g");
    }

    #[test]
    fn what_is_newer_is_told_from_what_is_broken() {
        let said = |link: &str| answers_of_link(link).map_err(|message| message.say(Language::English));
        assert!(said("2.AAAA").is_err_and(|said| said.contains("newer")));
        for broken in [
            "",
            "1.",
            "1",
            "x.AAAA",
            "水",
            "1.AAAAAA",
            "1.<script>alert(1)</script>",
            "0.AA",
            "1.水水水水水水",
        ] {
            assert!(said(broken).is_err_and(|said| said.contains("cut or damaged")), "{broken}");
        }
    }
}
