//! A million draws of a region's coefficient from six districts: twelve uncertain numbers, each normal with 5 %.

use criterion::{Criterion, criterion_group, criterion_main};
use water_ledger::irrigation::{Part, Parts, RegionalCoefficient};
use water_ledger::metric::{Figure, InputQuantity};
use water_ledger::quantity::{Quantity, Unit};
use water_ledger::text::Words;
use water_ledger::uncertainty::{Probability, Simulation};

const DRAWS: usize = 1_000_000;
const SEED: u64 = 20_240_615;
const NAME: Words = Words::new("录入", "typed");

/// Coefficient and gross water of each district.
const DISTRICTS: [(f64, f64); 6] =
    [(0.52, 4200.0), (0.55, 1800.0), (0.61, 960.0), (0.48, 3100.0), (0.66, 420.0), (0.58, 700.0)];

fn region() -> Figure {
    let typed = |id: usize, value: f64, unit| {
        let input_quantity = InputQuantity { id: id as u64, label: String::new(), name: NAME };
        Figure::typed(Quantity::new(value, unit), 0.05 * value, input_quantity)
    };
    let part = |(index, (coefficient, gross)): (usize, (f64, f64))| Part {
        coefficient: typed(2 * index, coefficient, Unit::One),
        gross: typed(2 * index + 1, gross, Unit::TenThousandCubicMetres),
    };
    let parts = DISTRICTS.into_iter().enumerate().map(part).collect();
    Figure::computed(&RegionalCoefficient, Parts { parts }).expect("six sound districts")
}

fn draw(region: &Figure) -> Simulation {
    Simulation::new(region, &[], DRAWS, SEED).expect("twelve uncertain numbers")
}

fn monte_carlo(criterion: &mut Criterion) {
    let region = region();
    let mut group = criterion.benchmark_group("monte carlo, 12 inputs, 1e6 draws");
    group.sample_size(20);
    group.bench_function("draws", |bencher| {
        bencher.iter(|| {
            let mut simulation = draw(&region);
            while !simulation.run_chunk().is_complete() {}
            simulation.draws_of(0)[0]
        });
    });
    group.bench_function("draws and intervals", |bencher| {
        bencher.iter(|| draw(&region).finish(Probability::P95).expect("finite draws").u);
    });
    group.finish();
}

criterion_group!(benches, monte_carlo);
criterion_main!(benches);
