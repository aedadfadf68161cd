//! Which rooms a file uses, and whether they stand above its own.

use std::path::Path;

use super::files::File;

/// The rooms in the order in which lib.rs declares them.
pub fn rooms(lib: &str) -> Vec<String> {
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.split_once(';'));
    declared.map(|(room, _)| room.to_string()).collect()
}

/// Uses of rooms declared below the file's own, and ways around naming a room.
pub fn imports_from_below(file: &File, rooms: &[String]) -> Vec<String> {
    let Some(room) = room_of(&file.path) else {
        return Vec::new();
    };
    let own = rooms.iter().position(|r| *r == room);
    let code = code(&file.text);
    let mut complaints = Vec::new();
    for used in rooms_used(&code) {
        let at = rooms.iter().position(|r| *r == used);
        // What is no room stands in lib.rs itself, or is everything at once.
        if at.is_none() || at > own {
            complaints.push(format!("{room} may not use {used:?}"));
        }
    }
    if code.contains("crate as ") {
        complaints.push("the crate under another name hides what is used".to_string());
    }
    if climbs_out(&file.path, &code) {
        complaints.push("rooms are named by crate::, not reached by super::".to_string());
    }
    complaints
}

/// The first names after every `crate::`, those in braces too.
fn rooms_used(code: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '*').collect()
    };
    let mut used = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => used.extend(first_level(group).into_iter().map(|part| name(&part))),
            None => used.push(name(rest)),
        }
    }
    used
}

/// The parts of a group in braces, up to its closing brace, each with its own braces.
fn first_level(group: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                depth += i32::from(c == '{') - i32::from(c == '}');
                parts.last_mut().expect("there is always a part").push(c);
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Whether a chain of `super::` leads out of the room.
fn climbs_out(path: &Path, code: &str) -> bool {
    let depth = path.with_extension("").iter().skip(1).filter(|name| *name != "mod").count();
    let (own, tests) = code.split_once("mod tests {").unwrap_or((code, ""));
    own.contains(&"super::".repeat(depth)) || tests.contains(&"super::".repeat(depth + 1))
}

/// The room a file belongs to; lib.rs belongs to none.
pub fn room_of(path: &Path) -> Option<String> {
    let name = path.strip_prefix("src").ok()?.iter().next()?.to_str()?;
    let room = name.trim_end_matches(".rs");
    (room != "lib").then(|| room.to_string())
}

/// The text without its comments, so that prose may name any room.
fn code(text: &str) -> String {
    let without = |line: &str| match line.split_once("// ") {
        Some((code, _)) => code.to_string(),
        None if line.trim_start().starts_with("//") => String::new(),
        None => line.to_string(),
    };
    text.lines().map(without).collect::<Vec<_>>().join("\n")
}
