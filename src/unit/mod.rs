//! 用水单位, institutions: schools, offices, hospitals and residential quarters; their people, fixtures, meters and pipes.

mod fixtures;
mod network;
mod people;
mod sources;

// Every metric and every set of inputs is public; the room's own notes stay private.
pub use fixtures::*;
pub use network::*;
pub use people::*;
