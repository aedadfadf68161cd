//! 家庭用水, a home's answers read: what was answered, and what is taken from the catalogue where nothing was.

mod beside;
mod inputs;
mod savings;
mod typed;

pub use beside::{
    Bill, Cost, Food, bill, cost, food, mean, national_mean, part_g, part_g_limit, reads_price,
};
pub use inputs::{assumed, cooking_and_drinking, home, in_effect, options, unverified};
pub use savings::{Savings, efficient, minute_less, savings};
pub use typed::read_answer;
