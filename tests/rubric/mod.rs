//! Rubrics: the shipped ones, scores against cases, laws of the score, what is refused, plans against brute force.

mod answers;
mod comparisons;
mod editions;
mod forms;
mod languages;
mod mutations;
mod planner;
mod problems;
mod schema;
mod scores;
mod shipped;
mod tables;
mod words;
