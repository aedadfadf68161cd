//! Names of files in an archive, such as every system takes: nothing that leads elsewhere, no two alike.

use std::collections::BTreeSet;

use crate::quantity::is_invisible;

/// What no name may hold on some system; a line or a control character neither.
const FORBIDDEN: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

/// Names that are devices on Windows, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// How long a name may be, in bytes: a folder's, a file's with what numbers it.
const FOLDER: usize = 120;
const FILE: usize = 200;

/// How long an ending is at most to be one.
const ENDING: usize = 16;

/// Names that were given within an archive.
#[derive(Debug, Default)]
pub struct FileNames(BTreeSet<String>);

impl FileNames {
    /// The name that a file gets in a folder, or beside all folders where that is empty: as it is called as far as every system takes
    /// that, and numbered where another is called so, large and small letters being alike to some.
    ///
    /// ```
    /// use water_ledger::exchange::FileNames;
    /// let mut names = FileNames::default();
    /// assert_eq!(names.give("1.2_用水计量", "发票.pdf"), "1.2_用水计量/发票.pdf");
    /// assert_eq!(names.give("1.2_用水计量", "发票.PDF"), "1.2_用水计量/发票 (2).PDF");
    /// assert_eq!(names.give("..", "Z:\\con.txt"), "_/Z__con.txt");
    /// ```
    pub fn give(&mut self, folder: &str, file: &str) -> String {
        let folder = if folder.is_empty() { String::new() } else { format!("{}/", safe(folder, FOLDER)) };
        let (stem, ending) = parts(file);
        let (stem, ending) = (stem.to_string(), ending.to_string());
        let named = |number: usize| {
            let mark = if number == 1 { String::new() } else { format!(" ({number})") };
            let room = FILE - mark.len() - ending.len();
            let whole = safe(&format!("{}{mark}{ending}", shortened(&safe(&stem, room), room)), FILE);
            format!("{folder}{whole}")
        };
        let name = (1..).map(named).find(|name| !self.0.contains(&name.to_lowercase())).unwrap_or_default();
        self.0.insert(name.to_lowercase());
        name
    }
}

/// A file's name before its ending, and the ending with its dot.
fn parts(file: &str) -> (&str, &str) {
    let is_ending =
        |at: usize| file.len() - at <= ENDING && file[at + 1..].chars().all(char::is_alphanumeric);
    match file.rfind('.') {
        Some(at) if at > 0 && is_ending(at) => file.split_at(at),
        _ => (file, ""),
    }
}

/// A name that any system takes, of so many bytes at most.
fn safe(name: &str, most: usize) -> String {
    let letter = |c: char| match c {
        c if FORBIDDEN.contains(&c) || c.is_control() => Some('_'),
        // What cannot be seen may turn the letters behind it round.
        c if is_invisible(c) => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    };
    let name: String = name.chars().filter_map(letter).collect();
    let name = shortened(name.trim_start(), most - 1).trim_end_matches([' ', '.']);
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    // A dot at the beginning hides a file; dots alone lead to other folders.
    if name.is_empty() || name.starts_with('.') || is_device(&stem) {
        format!("_{name}")
    } else {
        name.to_string()
    }
}

fn is_device(stem: &str) -> bool {
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|rest| {
        let mut rest = rest.chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    });
    is_port || DEVICES.contains(&stem)
}

/// As many whole letters as go into so many bytes.
fn shortened(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a part of a path is one on any system.
    fn is_safe(part: &str) -> bool {
        let stem = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        !part.is_empty()
            && part.len() <= 255
            && !part.starts_with(['.', ' '])
            && !part.ends_with(['.', ' '])
            && !part.chars().any(|c| FORBIDDEN.contains(&c) || c.is_control() || is_invisible(c))
            && !is_device(&stem)
    }

    proptest! {
        #[test]
        fn names_are_safe_and_no_two_are_alike(
            asked in prop::collection::vec((name(), name()), 1..40),
        ) {
            let mut names = FileNames::default();
            let mut given = BTreeSet::new();
            for (folder, file) in &asked {
                let path = names.give(folder, file);
                let parts: Vec<&str> = path.split('/').collect();
                prop_assert_eq!(parts.len(), if folder.is_empty() { 1 } else { 2 }, "{}", path);
                prop_assert!(parts.iter().all(|part| is_safe(part)), "{:?} of {:?}", path, file);
                prop_assert!(given.insert(path.to_lowercase()), "{} twice", path);
            }
        }
    }

    /// Names as people and mischief make them.
    fn name() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[a.A]{0,3}",
            "(con|COM1|nul|lpt²|aux )?[. ]{0,2}(txt|pdf)?",
            "(\\.\\./|/|Z:\\\\|~|\u{202e}){0,3}[a-c]{0,2}",
            "[用水计量发票]{0,120}\\.[a-z]{0,18}",
            "😀{0,90}",
        ]
    }

    #[test]
    fn devices_and_ways_elsewhere_become_plain_names() {
        for (asked, given) in [
            ("../../etc/passwd", "_.._.._etc_passwd"),
            ("CON", "_CON"),
            ("nul.tar.gz", "_nul.tar.gz"),
            ("con .txt", "_con.txt"),
            ("COM¹.pdf", "_COM¹.pdf"),
            (" 发票\n.pdf ", "发票_.pdf"),
            ("\u{202e}fdp.exe", "fdp.exe"),
            ("...", "_"),
            ("", "_"),
            (".htaccess", "_.htaccess"),
            ("a:b*c?.jpg", "a_b_c_.jpg"),
        ] {
            assert_eq!(FileNames::default().give("", asked), given, "{asked:?}");
        }
        let long = FileNames::default().give("", &format!("{}.jpeg", "水".repeat(200)));
        assert!(long.ends_with("水.jpeg") && long.len() <= FILE, "{long}");
    }
}
