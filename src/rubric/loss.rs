//! 失分, what keeps a score from the full mark, item by item.

use super::{ItemStanding, Points, Rubric, Score};

/// What lies between the full mark and a score, the bonus aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Losses {
    /// The score were every item full that applies, without bonus.
    pub full: Points,
    /// The items that are not full, as printed.
    pub items: Vec<Loss>,
}

/// What an item lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The section's name.
    pub section: String,
    /// The item's name.
    pub item: String,
    /// Whether it is not answered yet, so that nothing is lost for good.
    pub is_open: bool,
    /// Points of the score, scaled as the score is.
    pub points: Points,
}

/// What each item keeps from the full mark. Together with the score without its bonus they make up the full mark, to the
/// thousandth of a point.
///
/// ```
/// use water_ledger::{catalog::rubric, rubric::{Answer, Answers, Points, losses, score}};
/// let rubric = rubric("public-institution-2013").expect("shipped");
/// let mut answers = Answers::default();
/// answers.items.insert("t4".to_string(), Answer::number(5.2).into());
/// let losses = losses(&rubric, &score(&rubric, &answers));
/// let t4 = losses.items.iter().find(|loss| loss.item == "t4").expect("not full");
/// assert_eq!((losses.full, t4.points, t4.is_open), (Points::whole(100), Points::whole(2), false));
/// ```
pub fn losses(rubric: &Rubric, score: &Score) -> Losses {
    let full = score.scale(rubric, score.applicable);
    let mut left = score.applicable;
    let mut items = Vec::new();
    for section in score.sections.iter().filter(|section| !section.bonus) {
        let applies = section.items.iter().filter(|item| item.standing != ItemStanding::LeftOut);
        for item in applies.filter(|item| item.points < item.max) {
            // What is cut from a scaled sum must not be lost between the items.
            let before = score.scale(rubric, left);
            left = left - (item.max - item.points);
            items.push(Loss {
                section: section.id.clone(),
                item: item.id.clone(),
                is_open: item.standing == ItemStanding::Open,
                points: before - score.scale(rubric, left),
            });
        }
    }
    Losses { full, items }
}
