//! What the check found, on paper: the reader sees what was left out.

use super::model::{Block, Section};
use super::writer::Writer;
use crate::evaluate::{Problem, Severity};
use crate::ledger::Place;
use crate::metric::Fault;
use crate::text::{Key, Message};

/// How many problems are listed.
const LISTED: usize = 200;

/// The problems, those that were left out first; `name` says what a person would call a place.
pub(in crate::show) fn problems<'p>(
    writer: &Writer,
    faults: &[Fault],
    found: impl Iterator<Item = &'p Problem>,
    name: &dyn Fn(Place) -> Message,
) -> Section {
    let (wrong, odd): (Vec<&Problem>, Vec<&Problem>) =
        found.partition(|problem| problem.kind.severity() == Severity::Wrong);
    let say = |word: Key, problem: &Problem| {
        let message = Message::new(word)
            .with("place", writer.tell(name(problem.place)))
            .with("what", writer.tell(problem.kind.message()));
        writer.tell(message)
    };
    let mut list: Vec<String> = faults.iter().map(|fault| writer.tell(fault.message(&[]))).collect();
    list.extend(wrong.into_iter().map(|problem| say(Key::ReportWrong, problem)));
    list.extend(odd.into_iter().map(|problem| say(Key::ReportCaution, problem)));
    if list.is_empty() {
        return writer
            .section(Key::ReportProblems, vec![Block::Text(writer.say(Key::ProblemsNone), Vec::new())]);
    }
    let count = Message::new(Key::ReportProblemCount).with("count", list.len().to_string());
    let more = list.len().saturating_sub(LISTED);
    list.truncate(LISTED);
    let mut blocks = vec![Block::Text(writer.tell(count), Vec::new()), Block::List(list)];
    if more > 0 {
        let more = Message::new(Key::ProblemsMore).with("count", more.to_string());
        blocks.push(Block::Text(writer.tell(more), Vec::new()));
    }
    writer.section(Key::ReportProblems, blocks)
}
