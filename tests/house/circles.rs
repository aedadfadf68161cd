//! Which files of a room use each other: a room is read from the bottom up only if no circle is among them.

use std::collections::{BTreeMap, BTreeSet};

use super::docs::defined_in;
use super::files::File;

/// A module by the names on the way to it: `plant::rates` is `["plant", "rates"]`.
type Module = Vec<String>;

/// The files of a room, each with what it uses of the others. Re-exports are the face of a module and use nothing.
struct Room<'f> {
    files: BTreeMap<Module, &'f File>,
    codes: BTreeMap<Module, String>,
    definitions: BTreeMap<Module, BTreeSet<String>>,
}

/// The circles among the files of each room, by the room's name: the files of each that lie on any.
pub fn on_circles(files: &[File]) -> BTreeMap<String, BTreeSet<String>> {
    let mut rooms: BTreeMap<String, BTreeMap<Module, &File>> = BTreeMap::new();
    for file in files.iter().filter(|file| !file.path.ends_with("lib.rs")) {
        let module = module_of(file);
        rooms.entry(module[0].clone()).or_default().insert(module, file);
    }
    let of_room = |(name, files): (String, BTreeMap<Module, &File>)| {
        let room = Room::of(files);
        let found: BTreeSet<String> = room.on_circles().iter().map(|module| module.join("::")).collect();
        (!found.is_empty()).then_some((name, found))
    };
    rooms.into_iter().filter_map(of_room).collect()
}

fn module_of(file: &File) -> Module {
    let names = file.path.with_extension("");
    let names = names.iter().skip(1).map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| name != "mod").collect()
}

impl<'f> Room<'f> {
    fn of(files: BTreeMap<Module, &'f File>) -> Room<'f> {
        let codes: BTreeMap<Module, String> =
            files.iter().map(|(module, file)| (module.clone(), code(&file.text))).collect();
        let definitions = files.iter().map(|(module, file)| {
            let mut names = definitions(&codes[module]);
            names.extend(defined_in(&file.text).iter().map(|defined| defined.name.to_string()));
            (module.clone(), names)
        });
        let definitions = definitions.collect();
        Room { files, codes, definitions }
    }

    /// The modules from which a way leads back to themselves.
    fn on_circles(&self) -> BTreeSet<&Module> {
        let uses: BTreeMap<&Module, BTreeSet<Module>> =
            self.files.keys().map(|module| (module, self.uses(module))).collect();
        let leads_back = |start: &&Module| {
            let mut seen: BTreeSet<&Module> = BTreeSet::new();
            let mut next: Vec<&Module> = uses[*start].iter().collect();
            while let Some(module) = next.pop() {
                if seen.insert(module) {
                    next.extend(&uses[module]);
                }
            }
            seen.contains(start)
        };
        self.files.keys().filter(leads_back).collect()
    }

    /// The other modules that define what a module names.
    fn uses(&self, module: &Module) -> BTreeSet<Module> {
        let (imports, rest) = imports(&self.codes[module]);
        let imported =
            imports.iter().filter(|import| !import.is_public).flat_map(|import| paths(&import.tree));
        let found = imported.chain(paths_within(&rest)).filter_map(|path| self.origin(module, &path));
        found.filter(|origin| origin != module).collect()
    }

    /// The module that defines what a path within a module leads to.
    fn origin(&self, module: &Module, path: &[String]) -> Option<Module> {
        let (mut at, mut path) = match path.first()?.as_str() {
            "crate" if path.get(1) == module.first() => (vec![module[0].clone()], &path[2..]),
            "super" | "self" => (module.clone(), path),
            first if self.files.contains_key(&below(module, first)) => (module.clone(), path),
            _ => return None,
        };
        while let Some(step @ ("super" | "self")) = path.first().map(String::as_str) {
            if step == "super" {
                at.pop();
            }
            path = &path[1..];
        }
        while let Some(child) =
            path.first().map(|name| below(&at, name)).filter(|m| self.files.contains_key(m))
        {
            (at, path) = (child, &path[1..]);
        }
        self.defining(&at, path.first()?)
    }

    /// The module that defines a name which another has, or hands on.
    fn defining(&self, module: &Module, name: &str) -> Option<Module> {
        if self.definitions.get(module)?.contains(name) {
            return Some(module.clone());
        }
        let (imports, _) = imports(&self.codes[module]);
        let handed_on =
            imports.iter().filter(|import| import.is_public).flat_map(|import| paths(&import.tree));
        handed_on.filter(|path| path.last().is_some_and(|last| last == name || last == "*")).find_map(
            |path| {
                let child = below(module, path.first()?);
                self.files.contains_key(&child).then(|| self.defining(&child, name))?
            },
        )
    }
}

fn below(module: &Module, name: &str) -> Module {
    let mut below = module.clone();
    below.push(name.to_string());
    below
}

/// The text without its tests, comments and sentences.
fn code(text: &str) -> String {
    let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let plain = |line: &str| -> String {
        let line = line.split("//").next().unwrap_or(line);
        line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
    };
    own.lines().map(plain).collect::<Vec<_>>().join("\n")
}

/// The names that a file defines.
fn definitions(code: &str) -> BTreeSet<String> {
    const KINDS: [&str; 7] = ["struct", "enum", "fn", "const", "static", "trait", "type"];
    let mut names = BTreeSet::new();
    for line in code.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let kind = words.iter().rposition(|word| KINDS.contains(word) || *word == "macro_rules!");
        let is_item = |at: usize| {
            words[..at].iter().all(|w| w.starts_with("pub") || KINDS.contains(w) || w.ends_with(')'))
        };
        if let Some(at) = kind.filter(|at| is_item(*at)) {
            names.extend(words.get(at + 1).map(|name| identifier(name)));
        }
        // The inputs of a metric are defined with it.
        if let ["from", set, "{"] = words.as_slice() {
            names.insert((*set).to_string());
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

struct Import {
    is_public: bool,
    tree: String,
}

/// The imports of a file, and what is left of it.
fn imports(code: &str) -> (Vec<Import>, String) {
    let (mut found, mut rest) = (Vec::new(), String::new());
    for statement in code.split_inclusive(';') {
        let begin = statement.rfind("use ").filter(|at| {
            let line = statement[..*at].lines().last().unwrap_or_default().trim();
            line.is_empty() || line.starts_with("pub")
        });
        match begin {
            Some(at) if statement.ends_with(';') => {
                let line = statement[..at].lines().last().unwrap_or_default();
                let tree = statement[at + "use ".len()..statement.len() - 1].to_string();
                found.push(Import { is_public: line.trim().starts_with("pub"), tree });
                rest += &statement[..at];
            }
            _ => rest += statement,
        }
    }
    (found, rest)
}

/// The paths of an import, each part of a group by itself.
fn paths(tree: &str) -> Vec<Vec<String>> {
    let tree = tree.trim();
    let Some((stem, group)) = tree.split_once('{') else {
        let plain = tree.split(" as ").next().unwrap_or(tree);
        return vec![plain.split("::").map(|name| name.trim().to_string()).collect()];
    };
    let stem: Vec<String> =
        stem.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_string).collect();
    let group = group.strip_suffix('}').unwrap_or(group);
    let mut depth = 0;
    let parts = group.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    let parts = parts.filter(|part| !part.trim().is_empty()).flat_map(paths);
    parts.map(|path| stem.iter().cloned().chain(path).collect()).collect()
}

/// The paths of more than one name within code that imports nothing.
fn paths_within(code: &str) -> Vec<Vec<String>> {
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let paths = words.map(|word| word.trim_matches(':')).filter(|word| word.contains("::"));
    paths.map(|path| path.split("::").map(str::to_string).collect()).collect()
}
