//! Workbooks: what goes out comes back as it was, and files of other programs are read or refused.

mod corpus;
mod other;
mod own;
mod pack;
mod formulas;
mod mutated;
mod whole_file;
