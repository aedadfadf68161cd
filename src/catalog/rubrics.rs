//! 内置评分标准, the rubrics that come with the product.

use std::sync::{Arc, OnceLock};

use super::{RUBRICS, input_names};
use crate::rubric::{Rubric, RubricProblem, open_rubric_json, problems};
use crate::text::Words;

/// A rubric that comes with the product. It is read when it is opened.
#[derive(Debug)]
pub struct ShippedRubric {
    /// Stable name.
    pub id: &'static str,
    /// What it is called.
    pub title: Words,
    /// The file, in the form of users' own.
    pub json: &'static str,
}

/// The shipped rubric of a name, read when it is first asked for. Every one of them opens, as a test proves.
pub fn rubric(id: &str) -> Option<Arc<Rubric>> {
    static OPENED: [OnceLock<Option<Arc<Rubric>>>; RUBRICS.len()] =
        [const { OnceLock::new() }; RUBRICS.len()];
    let place = RUBRICS.iter().position(|shipped| shipped.id == id)?;
    let opened = OPENED[place].get_or_init(|| open_rubric_json(RUBRICS[place].json).ok().map(Arc::new));
    opened.clone()
}

/// Everything that is wrong with a rubric, its metrics looked up in the register.
pub fn rubric_problems(rubric: &Rubric) -> Vec<RubricProblem> {
    problems(rubric, &|id| input_names(id).is_some())
}
