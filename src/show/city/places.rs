//! Where each document and picture of the story stands.

use crate::text::Language;

/// What a name of a file says of its language.
fn ending(language: Language) -> &'static str {
    match language {
        Language::Chinese => "",
        Language::English => "-en",
    }
}

/// The page's own file.
pub(in crate::show) fn page_file(language: Language) -> String {
    format!("city{}.html", ending(language))
}

/// The file that a name leads to which no piece has.
pub(in crate::show) fn no_piece_file(language: Language) -> String {
    format!("embed/city{}.html", ending(language))
}

/// The file of a piece.
pub(in crate::show) fn piece_file(name: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("embed/city-{name}.html"),
        Language::English => format!("embed/city-{name}.en.html"),
    }
}

/// The file of a screen's picture.
pub(in crate::show) fn picture_file(name: &str, language: Language) -> String {
    format!("city-{name}{}.svg", ending(language))
}
