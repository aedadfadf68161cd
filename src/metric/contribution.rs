//! Contributions to an uncertainty, and how they are added up.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a typed number's uncertainty adds to a figure's: sensitivity × standard uncertainty, with its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The typed number.
    pub input_id: u64,
    /// ∂figure/∂number × u(number), in the unit of the figure.
    pub amount: f64,
}

/// Contributions that are being added up, in the order in which their typed numbers come.
pub(super) struct Carried {
    pub(super) all: Vec<Contribution>,
    /// The index of each typed number in `all`. `None` for a few of them, where a linear search is as fast as hashing.
    places: Option<HashMap<u64, usize, BuildHasherDefault<InputHash>>>,
}

impl Carried {
    /// For at most so many.
    pub(super) fn with_room(most: usize) -> Carried {
        const FEW: usize = 16;
        let places =
            (most > FEW).then(|| HashMap::with_capacity_and_hasher(most, BuildHasherDefault::default()));
        Carried { all: Vec::new(), places }
    }

    pub(super) fn add(&mut self, input_id: u64, amount: f64) {
        let next = self.all.len();
        let place = match &mut self.places {
            Some(places) => *places.entry(input_id).or_insert(next),
            None => self.all.iter().position(|known| known.input_id == input_id).unwrap_or(next),
        };
        match self.all.get_mut(place) {
            Some(known) => known.amount += amount,
            None => self.all.push(Contribution { input_id, amount }),
        }
    }
}

/// Spreads the identities of typed numbers. Nobody chooses them to collide, so that one multiplication will do.
#[derive(Default)]
struct InputHash(u64);

impl Hasher for InputHash {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, input_id: u64) {
        // 2⁶⁴ by the golden ratio (Knuth).
        self.0 = (self.0 ^ input_id).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
