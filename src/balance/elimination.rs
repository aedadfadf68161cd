//! 状态消去, sparse elimination of the places of a network one after the other.
//!
//! Every question about mixing, carrying on and levelling out comes to the same equations: a place hands on to others and
//! to exits by weights that are not negative, Wᵢ·xᵢ = bᵢ + Σⱼ wᵢⱼ·xⱼ with Wᵢ = exitᵢ + Σⱼ wᵢⱼ. Taking a place out joins
//! those before it to those after it. Written with weights, this only ever adds, multiplies and divides, so that no digit
//! is lost however often water goes round (Grassmann, Taksar and Heyman 1985; O'Cinneide 1993; unverified (textbook)).
//! With wᵢⱼ = wⱼᵢ it is the LDLᵀ factorisation of a weighted Laplacian.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The places with their weights, taken out in an order that joins few others.
pub(super) struct Elimination {
    /// The places in the order in which they were taken out.
    order: Vec<usize>,
    /// When each place was taken out.
    position: Vec<usize>,
    /// For each place what it handed on, when it was taken out, to places taken out later.
    to_later: Vec<Vec<(usize, f64)>>,
    /// For each place what places taken out later handed on to it then.
    from_later: Vec<Vec<(usize, f64)>>,
    /// For each place the exit's weight then.
    exits: Vec<f64>,
    /// For each place all that it handed on then; zero where water only goes round.
    totals: Vec<f64>,
}

impl Elimination {
    /// Takes all places out. Each row lists where its place hands on to, and how much; the same place may stand in it
    /// more than once. `exits` says how much each hands on to where nothing returns from.
    pub fn of(rows: Vec<Vec<(usize, f64)>>, mut exits: Vec<f64>) -> Elimination {
        let count = rows.len();
        let mut rows: Vec<Vec<(usize, f64)>> =
            rows.into_iter().enumerate().map(|(place, row)| gathered(place, row)).collect();
        let mut before = vec![Vec::new(); count];
        for (place, row) in rows.iter().enumerate() {
            row.iter().for_each(|(to, _)| before[*to].push(place));
        }
        let joins = |rows: &[Vec<(usize, f64)>], before: &[Vec<usize>], place: usize| {
            rows[place].len() * before[place].len()
        };
        // What each place costs as far as the queue knows: never more than it does. It is asked again when its turn comes.
        let mut known: Vec<usize> = (0..count).map(|place| joins(&rows, &before, place)).collect();
        let mut queue: BinaryHeap<_> = (0..count).map(|place| Reverse((known[place], place))).collect();
        let mut done = Elimination {
            order: Vec::with_capacity(count),
            position: vec![usize::MAX; count],
            to_later: vec![Vec::new(); count],
            from_later: vec![Vec::new(); count],
            exits: vec![0.0; count],
            totals: vec![0.0; count],
        };
        while let Some(Reverse((cost, place))) = queue.pop() {
            if done.position[place] != usize::MAX {
                continue;
            }
            let now = joins(&rows, &before, place);
            if now > cost {
                known[place] = now;
                queue.push(Reverse((now, place)));
                continue;
            }
            done.position[place] = done.order.len();
            done.order.push(place);
            let row = std::mem::take(&mut rows[place]);
            let exit = exits[place];
            let total = exit + row.iter().map(|(_, weight)| weight).sum::<f64>();
            let shares: Vec<(usize, f64)> = row.iter().map(|(to, weight)| (*to, weight / total)).collect();
            for (to, _) in &row {
                if let Some(at) = before[*to].iter().position(|from| *from == place) {
                    before[*to].swap_remove(at);
                }
            }
            for from in std::mem::take(&mut before[place]) {
                let weight = taken(&mut rows[from], place);
                done.from_later[place].push((from, weight));
                if total == 0.0 {
                    // Water that comes here never leaves: for the one before it is as good as gone.
                    exits[from] += weight;
                    continue;
                }
                exits[from] += weight * (exit / total);
                join(from, &mut rows[from], weight, &shares, &mut before);
            }
            let touched = done.from_later[place].iter().chain(&row).map(|(touched, _)| *touched);
            for touched in touched {
                let now = joins(&rows, &before, touched);
                if now < known[touched] {
                    known[touched] = now;
                    queue.push(Reverse((now, touched)));
                }
            }
            done.exits[place] = exit;
            done.totals[place] = total;
            done.to_later[place] = row;
        }
        done
    }

    /// How many places there are that water leaves: the rank of the equations.
    pub fn rank(&self) -> usize {
        self.totals.iter().filter(|total| **total > 0.0).count()
    }

    /// Solves Wᵢ·xᵢ = bᵢ + Σⱼ wᵢⱼ·xⱼ: x takes the place of b. Where water only goes round, the place taken out last is zero.
    pub fn pull(&self, b: &mut [f64]) {
        for place in &self.order {
            let (value, total) = (b[*place], self.totals[*place]);
            if value != 0.0 && total > 0.0 {
                self.from_later[*place].iter().for_each(|(from, weight)| b[*from] += weight / total * value);
            }
        }
        for place in self.order.iter().rev() {
            let later: f64 = self.to_later[*place].iter().map(|(to, weight)| weight * b[*to]).sum();
            let total = self.totals[*place];
            b[*place] = if total > 0.0 { (b[*place] + later) / total } else { 0.0 };
        }
    }

    /// Lets amounts run until they have left: each becomes how often its place handed it on, per unit of weight. Returns
    /// what never leaves.
    pub fn push(&self, amounts: &mut [f64]) -> f64 {
        self.push_on(amounts);
        let mut stuck = 0.0;
        for place in self.order.iter().rev() {
            let later: f64 =
                self.from_later[*place].iter().map(|(from, weight)| weight * amounts[*from]).sum();
            let (amount, total) = (amounts[*place] + later, self.totals[*place]);
            stuck += if total > 0.0 { 0.0 } else { amount };
            amounts[*place] = if total > 0.0 { amount / total } else { 0.0 };
        }
        stuck
    }

    /// bᵀ·x of the solution x for b, which is spent; for weights that are the same both ways.
    pub fn energy(&self, b: &mut [f64]) -> f64 {
        self.push_on(b);
        let of = |(value, total): (&f64, &f64)| if *total > 0.0 { value * value / total } else { 0.0 };
        b.iter().zip(&self.totals).map(of).sum()
    }

    fn push_on(&self, amounts: &mut [f64]) {
        for place in &self.order {
            let (amount, total) = (amounts[*place], self.totals[*place]);
            if amount != 0.0 && total > 0.0 {
                self.to_later[*place].iter().for_each(|(to, weight)| amounts[*to] += weight / total * amount);
            }
        }
    }

    /// 等效阻抗, how far apart places stand that hand on to each other: Zᵢᵢ + Zⱼⱼ − 2·Zᵢⱼ for the inverse Z of the equations;
    /// for weights that are the same both ways.
    ///
    /// The entries of the inverse on the pattern of the factor suffice for each other, from the last place to the first
    /// (Takahashi, Fagan and Chin 1973; unverified (textbook)). Here they stand as these distances, which keeps all digits
    /// where the entries themselves are large and nearly equal.
    pub fn distances(&self) -> Distances<'_> {
        let count = self.order.len();
        let mut to_later: Vec<Vec<f64>> = vec![Vec::new(); count];
        let mut to_exit = vec![0.0; count];
        let mut at = vec![usize::MAX; count];
        for place in self.order.iter().copied().rev() {
            let (row, total) = (&self.to_later[place], self.totals[place]);
            if total == 0.0 {
                continue;
            }
            row.iter().enumerate().for_each(|(index, (to, _))| at[*to] = index);
            // The mean distance of each neighbour, and of the exit, from where the place hands on to.
            let mut mean = vec![0.0; row.len()];
            let leaves = self.exits[place] / total;
            let mut mean_to_exit = 0.0;
            for (index, (to, weight)) in row.iter().enumerate() {
                let share = weight / total;
                mean_to_exit += share * to_exit[*to];
                mean[index] += leaves * to_exit[*to];
                for ((other, _), distance) in self.to_later[*to].iter().zip(&to_later[*to]) {
                    if let Some(of_other) = mean.get_mut(at[*other]) {
                        *of_other += share * distance;
                        mean[index] += row[at[*other]].1 / total * distance;
                    }
                }
            }
            let spread: f64 = row.iter().zip(&mean).map(|((_, weight), mean)| weight / total * mean).sum();
            let spread = (spread + leaves * mean_to_exit) / 2.0;
            let own = 1.0 / total;
            to_exit[place] = own + (mean_to_exit - spread);
            to_later[place] = mean.into_iter().map(|mean| own + (mean - spread)).collect();
            row.iter().for_each(|(to, _)| at[*to] = usize::MAX);
        }
        Distances { elimination: self, to_later, to_exit }
    }
}

/// The distances between places that hand on to each other, and from the exit.
pub(super) struct Distances<'e> {
    elimination: &'e Elimination,
    to_later: Vec<Vec<f64>>,
    to_exit: Vec<f64>,
}

impl Distances<'_> {
    /// The distance of two places, `None` being the exit. Zero for places that do not hand on to each other.
    pub fn between(&self, one: Option<usize>, other: Option<usize>) -> f64 {
        let (one, other) = match (one, other) {
            (Some(one), Some(other)) => (one, other),
            (Some(place), None) | (None, Some(place)) => return self.to_exit[place],
            (None, None) => return 0.0,
        };
        let position = &self.elimination.position;
        let (first, later) = if position[one] < position[other] { (one, other) } else { (other, one) };
        let row = &self.elimination.to_later[first];
        row.binary_search_by_key(&later, |(to, _)| *to).map_or(0.0, |index| self.to_later[first][index])
    }
}

/// A row in order of its places, each standing once, its own place left out: what returns at once never left.
fn gathered(place: usize, mut row: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    row.retain(|(to, weight)| *to != place && *weight > 0.0);
    row.sort_by_key(|(to, _)| *to);
    row.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        kept.1 += if is_same { next.1 } else { 0.0 };
        is_same
    });
    row
}

/// Takes the weight of a place out of a row.
fn taken(row: &mut Vec<(usize, f64)>, place: usize) -> f64 {
    row.binary_search_by_key(&place, |(to, _)| *to).map_or(0.0, |index| row.remove(index).1)
}

/// Hands on from one place what it gave to a place that is taken out, by that one's shares.
fn join(
    from: usize,
    row: &mut Vec<(usize, f64)>,
    weight: f64,
    shares: &[(usize, f64)],
    before: &mut [Vec<usize>],
) {
    let mut joined = Vec::with_capacity(row.len() + shares.len());
    let mut own = row.iter().copied().peekable();
    for (to, share) in shares.iter().filter(|(to, _)| *to != from) {
        while let Some(entry) = own.next_if(|(place, _)| place < to) {
            joined.push(entry);
        }
        let kept = own.next_if(|(place, _)| place == to);
        if kept.is_none() {
            before[*to].push(from);
        }
        joined.push((*to, kept.map_or(0.0, |(_, kept)| kept) + weight * share));
    }
    joined.extend(own);
    *row = joined;
}
