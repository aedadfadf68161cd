//! Where columns of files go, as people said before: kept for the next file.

use std::collections::BTreeMap;

use super::block::ForeignBlock;
use super::headings::plain;
use crate::ledger::TableSpec;

/// So many headings are kept; more are a sign of something else.
const MOST: usize = 2_000;

/// What was said of headings, by table and heading: the name of a column, or nothing for one that is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KnownColumns {
    columns: BTreeMap<String, String>,
}

impl KnownColumns {
    /// As they were kept; none of a text that is something else.
    pub fn of_text(text: &str) -> KnownColumns {
        KnownColumns { columns: serde_json::from_str(text).unwrap_or_default() }
    }

    /// As they are kept.
    pub fn to_text(&self) -> String {
        serde_json::to_string(&self.columns).unwrap_or_default()
    }

    /// Puts the columns of a block where those of the same headings were put before.
    pub fn recall(&self, table: &'static TableSpec, block: &mut ForeignBlock) {
        for place in 0..block.columns.len() {
            let known = key(table, &block.columns[place].heading).and_then(|key| self.columns.get(&key));
            let Some(name) = known else { continue };
            let to = table.shown().iter().find(|column| column.name == name.as_str());
            // A column that is no more says nothing.
            if to.is_some() || name.is_empty() {
                block.put(place, to);
            }
        }
    }

    /// Keeps where the columns of a block go that would go elsewhere by themselves; true where there is something new.
    pub fn remember(
        &mut self,
        table: &'static TableSpec,
        itself: &ForeignBlock,
        said: &ForeignBlock,
    ) -> bool {
        let before = self.clone();
        for (column, by_itself) in said.columns.iter().zip(&itself.columns) {
            let Some(key) = key(table, &column.heading) else { continue };
            if column.to == by_itself.to {
                self.columns.remove(&key);
            } else if self.columns.len() < MOST {
                self.columns.insert(key, column.to.map_or("", |to| to.name).to_string());
            }
        }
        *self != before
    }
}

fn key(table: &'static TableSpec, heading: &str) -> Option<String> {
    let heading = plain(heading);
    (!heading.is_empty()).then(|| [table.row_name, &heading].join(":"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::pasted;
    use crate::ledger::DISTRICTS;

    #[test]
    fn what_was_said_of_a_heading_holds_for_the_next_file() {
        let text = "灌区名称\t毛灌溉用水量\t上年用水\n东河\t100\t90";
        let read = || ForeignBlock::read(pasted(text), &DISTRICTS, &DISTRICTS.columns[0]);
        let (itself, mut said) = (read(), read());
        let column = |name: &str| DISTRICTS.shown().iter().find(|column| column.name == name);
        said.put(2, column("net"));
        said.put(1, None);
        let mut known = KnownColumns::default();
        assert!(known.remember(&DISTRICTS, &itself, &said));
        assert!(!known.remember(&DISTRICTS, &itself, &said));
        let known = KnownColumns::of_text(&known.to_text());
        let mut next = read();
        known.recall(&DISTRICTS, &mut next);
        assert_eq!(next, said);
        // Who goes back to what it is by itself has said nothing.
        let mut none = known.clone();
        assert!(none.remember(&DISTRICTS, &itself, &itself));
        assert_eq!(none, KnownColumns::default());
        assert_eq!(KnownColumns::of_text("[1]"), KnownColumns::default());
    }
}
