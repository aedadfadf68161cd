//! Rubrics: the shipped ones, scores against cases, laws of the score, what is refused, plans against brute force.

mod answers;
mod editions;
mod forms;
mod planner;
mod problems;
mod scores;
mod shipped;
