//! 用水单位, institutions: schools, offices, hospitals and residential quarters; their people, fixtures, meters and pipes.

mod fixtures;
mod network;
mod people;
mod results;
mod sources;
mod terms;
mod year;

// Every metric and every set of inputs is public; the room's own notes stay private.
pub use fixtures::*;
pub use network::*;
pub use people::*;
pub use terms::*;
pub use year::{
    Fixtures, InstitutionFigures, InstitutionYear, Meters, Night, NightLeak, PeopleGroup, compute_institution,
};
