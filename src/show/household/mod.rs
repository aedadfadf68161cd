//! What the page of homes shows: scales, bars, findings, the picture to share, the results of a class.

mod card;
mod class;
mod drawn;
mod scale;
mod words;

pub use card::{CARD_SIZE, Card, card};
pub use class::{BadLine, Class, MOST_LINES, read_class, spread};
pub use drawn::drawn;
pub use scale::{Mark, bar, scale};
pub use words::{compared, largest, litres, option_name, unverified_lines};
