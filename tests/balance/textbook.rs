//! Reconciliation as textbooks write it, with full matrices: the balances are freed of unmeasured flows by elimination
//! (projection), the rest is solved by least squares. Slow, and sound for small networks with u > 0.

use proptest::prelude::*;
use water_ledger::balance::{End, FlowState, Network, reconcile};

use crate::balance::networks::{any_kinds, large, uses};

type Matrix = Vec<Vec<f64>>;

struct Solution {
    values: Vec<Option<f64>>,
    u: Vec<Option<f64>>,
    chi_square: f64,
    degrees_of_freedom: usize,
}

fn textbook(network: &Network) -> Solution {
    let flows = network.flows();
    let (measured, open): (Vec<usize>, Vec<usize>) =
        (0..flows.len()).partition(|flow| flows[*flow].amount.is_some());
    let x: Vec<f64> = measured.iter().map(|flow| flows[*flow].amount.expect("measured").value).collect();
    let variances: Vec<f64> =
        measured.iter().map(|flow| flows[*flow].amount.expect("measured").u.powi(2)).collect();
    let order: Vec<usize> = open.iter().chain(&measured).copied().collect();
    let sign = |node: usize, flow: usize| {
        f64::from(u8::from(flows[flow].to == End::Node(node)))
            - f64::from(u8::from(flows[flow].from == End::Node(node)))
    };
    let nodes = (0..network.nodes().len()).filter(|node| !network.is_border(*node));
    let mut rows: Matrix = nodes.map(|node| order.iter().map(|flow| sign(node, *flow)).collect()).collect();
    let pivots = reduce(&mut rows);
    let of_open = pivots.iter().filter(|column| **column < open.len()).count();
    let g: Matrix = rows[of_open..pivots.len()].iter().map(|row| row[open.len()..].to_vec()).collect();

    // x̂ = x − Σ·Gᵀ·(G·Σ·Gᵀ)⁻¹·G·x and its covariance Σ − Σ·Gᵀ·(G·Σ·Gᵀ)⁻¹·G·Σ.
    let dot =
        |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).zip(&variances).map(|((a, b), v)| a * b * v).sum() };
    let normal: Matrix = g.iter().map(|a| g.iter().map(|b| dot(a, b)).collect()).collect();
    let residuals: Vec<f64> = g.iter().map(|row| row.iter().zip(&x).map(|(a, x)| a * x).sum()).collect();
    let factors = solve(&normal, &residuals);
    let correction = |j: usize| -> f64 {
        -variances[j] * g.iter().zip(&factors).map(|(row, factor)| row[j] * factor).sum::<f64>()
    };
    let adjusted: Vec<f64> = (0..x.len()).map(|j| x[j] + correction(j)).collect();
    // The variance of Σ cⱼ·x̂ⱼ.
    let variance = |c: &[f64]| {
        let w: Vec<f64> = g.iter().map(|row| dot(row, c)).collect();
        let solved = solve(&normal, &w);
        dot(c, c) - w.iter().zip(&solved).map(|(a, b)| a * b).sum::<f64>()
    };

    let mut solution = Solution {
        values: vec![None; flows.len()],
        u: vec![None; flows.len()],
        chi_square: residuals.iter().zip(&factors).map(|(a, b)| a * b).sum(),
        degrees_of_freedom: g.len(),
    };
    for (j, flow) in measured.iter().enumerate() {
        let unit: Vec<f64> = (0..x.len()).map(|at| f64::from(u8::from(at == j))).collect();
        solution.values[*flow] = Some(adjusted[j]);
        solution.u[*flow] = Some(variance(&unit).max(0.0).sqrt());
    }
    for (row, pivot) in rows.iter().zip(&pivots).take(of_open) {
        let stands_alone = (0..open.len()).all(|column| column == *pivot || row[column] == 0.0);
        if stands_alone {
            let c: Vec<f64> = row[open.len()..].iter().map(|a| -a).collect();
            solution.values[open[*pivot]] = Some(c.iter().zip(&adjusted).map(|(c, x)| c * x).sum());
            solution.u[open[*pivot]] = Some(variance(&c).max(0.0).sqrt());
        }
    }
    solution
}

/// Brings a matrix of balances to its reduced form; it stays one of −1, 0 and 1. Returns the pivots' columns.
fn reduce(rows: &mut Matrix) -> Vec<usize> {
    let mut pivots = Vec::new();
    for column in 0..rows.first().map_or(0, Vec::len) {
        let done = pivots.len();
        let Some(found) = (done..rows.len()).find(|row| rows[*row][column] != 0.0) else { continue };
        rows.swap(done, found);
        let pivot = rows[done][column];
        rows[done].iter_mut().for_each(|entry| *entry /= pivot);
        let top = rows[done].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(at, _)| *at != done) {
            let factor = row[column];
            row.iter_mut().zip(&top).for_each(|(entry, top)| *entry -= factor * top);
        }
        pivots.push(column);
    }
    pivots
}

/// Solves a symmetric positive system.
fn solve(matrix: &Matrix, right: &[f64]) -> Vec<f64> {
    let mut rows: Matrix =
        matrix.iter().zip(right).map(|(row, b)| row.iter().copied().chain([*b]).collect()).collect();
    let count = rows.len();
    for at in 0..count {
        let largest = (at..count).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()));
        rows.swap(at, largest.expect("rows are left"));
        let top = rows[at].clone();
        for row in rows.iter_mut().skip(at + 1) {
            let factor = row[at] / top[at];
            row.iter_mut().zip(&top).for_each(|(entry, top)| *entry -= factor * top);
        }
    }
    let mut solution = vec![0.0; count];
    for at in (0..count).rev() {
        let later: f64 = (at + 1..count).map(|column| rows[at][column] * solution[column]).sum();
        solution[at] = (rows[at][count] - later) / rows[at][at];
    }
    solution
}

fn assert_as_textbook(network: &Network) -> Result<(), TestCaseError> {
    let (found, expected) = (reconcile(network), textbook(network));
    let near = |a: f64, b: f64, size: f64| (a - b).abs() <= 1e-8 * size;
    for (at, flow) in found.flows.iter().enumerate() {
        prop_assert_eq!(flow.value.is_some(), expected.values[at].is_some(), "flow {}", at);
        if let (Some(value), Some(wanted)) = (flow.value, expected.values[at]) {
            prop_assert!(near(value, wanted, 100.0), "flow {at}: {value} {wanted}");
        }
        if let (Some(u), Some(wanted)) = (flow.u, expected.u[at]) {
            // Where the whole of a meter's u goes, what is left of its square is rounding.
            prop_assert!(near(u * u, wanted * wanted, 100.0), "flow {at}: u {u} {wanted}");
        }
        prop_assert_eq!(flow.state == FlowState::Undetermined, flow.value.is_none());
    }
    let (chi_square, degrees) =
        found.global.map_or((0.0, 0), |test| (test.chi_square, test.degrees_of_freedom));
    prop_assert_eq!(degrees, expected.degrees_of_freedom);
    prop_assert!(near(chi_square, expected.chi_square, expected.chi_square.max(1.0)));
    Ok(())
}

proptest! {
    #[test]
    fn small_networks_come_out_as_in_textbooks(network in uses()) {
        assert_as_textbook(&network)?;
    }

    #[test]
    fn networks_with_sources_and_discharges_do_too(network in any_kinds()) {
        assert_as_textbook(&network)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn large_networks_do_too(network in large()) {
        assert_as_textbook(&network)?;
    }
}
