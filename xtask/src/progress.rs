//! How far a command is, told in numbered steps.

use std::time::{Duration, Instant};

/// The steps of a command.
pub struct Progress {
    /// The number of the step that is under way.
    number: usize,
    count: usize,
    start: Instant,
}

impl Progress {
    /// Nothing of so many steps is done.
    pub fn new(count: usize) -> Self {
        Self { number: 0, count, start: Instant::now() }
    }

    /// Says that the next step begins, and when.
    pub fn step(&mut self, title: &str) {
        self.number += 1;
        println!("[{}/{}] {title} (at {})", self.number, self.count, seconds(self.start.elapsed()));
    }

    /// Says that all is done.
    pub fn done(&self, what: &str) {
        println!("{what} in {}", seconds(self.start.elapsed()));
    }
}

/// A time in words.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
