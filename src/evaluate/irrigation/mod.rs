//! From typed to checked: a year's districts with their own tables, its classes, its crops' need of water.

mod canals;
mod classes;
mod districts;
mod fieldwork;
mod water_need;
mod years;

pub(super) use canals::check_canals;
pub(super) use classes::{check_classes, mu};
pub(super) use districts::check_districts;
pub(super) use fieldwork::check_fieldwork;
pub(super) use water_need::check_water_need;
pub(super) use years::check_years;
