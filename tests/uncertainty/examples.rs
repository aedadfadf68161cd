//! The worked examples.

use std::f64::consts::PI;

use water_ledger::uncertainty::{
    Budget, Coverage, Distribution, Interval, Probability, Validation, coverage_factor,
    effective_degrees_of_freedom,
};

use crate::uncertainty::model::{
    Known, assert_interval, assert_near, drawn, figure, model, normal, of_end, of_mean, of_quantile, of_u,
    within,
};

model!(EndGauge, |x, n| {
    let [length, difference, expansion, temperature, of_expansion, of_temperature] = x[..] else {
        unreachable!("six inputs")
    };
    length + difference - length * (of_expansion * temperature + expansion * of_temperature)
});

#[test]
fn gum_h_1_end_gauge() {
    let known = [
        normal(50_000_623.0, 25.0),
        normal(215.0, 9.7),
        within(11.5e-6, 2e-6, Distribution::Rectangular),
        normal(-0.1, 0.41),
        within(0.0, 1e-6, Distribution::Rectangular),
        within(0.0, 0.05, Distribution::Rectangular),
    ];
    let (gauge, shapes) = figure(&EndGauge, &known);
    assert_near(gauge.value(), 50_000_838.0, 0.5, "l");
    assert_near(gauge.u(), 31.669, 0.0005, "u_c");

    let budget = Budget::of(&gauge);
    let amounts: Vec<f64> = budget.rows.iter().map(|row| row.amount.abs()).collect();
    for (found, expected) in amounts.iter().zip([25.0, 16.599, 9.7, 2.887, 0.0, 0.0]) {
        assert_near(*found, expected, 0.0005, "contribution");
    }
    assert_near(budget.rows.iter().map(|row| row.share).sum(), 1.0, 1e-12, "shares");

    let degrees = [Some(18.0), Some(2.0), Some(25.6), Some(50.0), None, None];
    let parts: Vec<(f64, Option<f64>)> = amounts.into_iter().zip(degrees).collect();
    let nu = effective_degrees_of_freedom(&parts);
    assert_eq!(nu, Some(16));
    let k = coverage_factor(Probability::P99, nu);
    assert_near(k, 2.92, 0.005, "t99");
    assert_near(k * gauge.u(), 93.0, 0.55, "U99, of an unrounded u_c");

    // The products of two small influences, which the first order does not see, bring u to 34.
    let outcome = drawn(&gauge, &shapes);
    assert_near(outcome.u, 33.781, of_u(33.8, 3.5), "u");
    assert_near(outcome.mean, gauge.value(), of_mean(33.8), "mean");
}

model!(Sum, |x, n| water_ledger::metric::Number::sum(x.iter().copied()));

#[test]
fn jcgm_101_clause_9_2_sum_of_four() {
    let unit_width = |sigma: f64| Known(0.0, sigma, Distribution::Rectangular);
    for (place, known, u, end, half_digit, first_order_end) in [
        ("9.2.2", [normal(0.0, 1.0); 4], 2.0, 3.92, 0.005, 3.92),
        ("9.2.3", [unit_width(1.0); 4], 2.0, 3.88, 0.005, 3.92),
        (
            "9.2.4",
            [unit_width(1.0), unit_width(1.0), unit_width(1.0), unit_width(10.0)],
            103f64.sqrt(),
            17.0,
            0.05,
            19.9,
        ),
    ] {
        let (sum, shapes) = figure(&Sum, &known);
        let first_order = Coverage::of(&sum, &shapes, Probability::P95);
        assert_eq!(first_order.nu, None, "{place}");
        assert_near(sum.u(), u, 1e-12, place);
        assert_interval(first_order.interval, (-first_order_end, first_order_end), half_digit, place);
        let outcome = drawn(&sum, &shapes);
        assert_near(outcome.mean, 0.0, of_mean(u), place);
        assert_near(outcome.u, u, of_u(u, 3.0), place);
        assert_interval(outcome.symmetric, (-end, end), half_digit + of_end(u), place);
        let length = outcome.shortest.high - outcome.shortest.low;
        assert!(length <= outcome.symmetric.high - outcome.symmetric.low, "{place}");
        assert_near(length, 2.0 * end, 2.0 * (half_digit + of_end(u)), place);
        let validation = Validation::of(first_order.interval, outcome.symmetric, outcome.u, 1);
        assert!(matches!(validation, Validation::Agrees(_)), "{place}: {validation:?}");
        let strict = Validation::of(first_order.interval, outcome.symmetric, outcome.u, 2);
        assert_eq!(matches!(strict, Validation::Differs(_)), place == "9.2.4", "{place}: {strict:?}");
    }
}

model!(ComparisonLoss, |x, n| x[0] * x[0] + x[1] * x[1]);

#[test]
fn jcgm_101_clause_9_4_comparison_loss() {
    let u = 0.005f64;
    for (x1, shortest, half_digit) in
        [(0.0, (0.0, 149.8e-6), 0.05e-6), (0.010, (0.0, 366e-6), 0.5e-6), (0.050, (1592e-6, 3548e-6), 0.5e-6)]
    {
        let place = format!("x1 = {x1}");
        let (loss, shapes) = figure(&ComparisonLoss, &[normal(x1, u), normal(0.0, u)]);
        assert_near(loss.u(), 2.0 * x1 * u, 1e-18, &place);
        let outcome = drawn(&loss, &shapes);
        let exact = (4.0 * u * u * x1 * x1 + 4.0 * u.powi(4)).sqrt();
        assert_near(outcome.mean, x1 * x1 + 2.0 * u * u, of_mean(exact), &place);
        assert_near(outcome.u, exact, of_u(exact, 9.0), &place);
        // The shortest interval lies where its two ends have one density; its ends scatter more than quantiles do.
        assert_interval(outcome.shortest, shortest, half_digit + 3.0 * of_end(exact), &place);
        let first_order = Coverage::of(&loss, &shapes, Probability::P95);
        let validation = Validation::of(first_order.interval, outcome.shortest, outcome.u, 1);
        assert!(matches!(validation, Validation::Differs(_)), "{place}: {validation:?}");
    }
}

model!(Logarithm, |x, n| water_ledger::metric::Number::ln(x[0]));

#[test]
fn npl_dem_es_011_clause_9_2_logarithm() {
    let (logarithm, shapes) = figure(&Logarithm, &[within(0.6, 0.5, Distribution::Rectangular)]);
    assert_near(logarithm.value(), -0.511, 0.0005, "first order");
    assert_near(logarithm.u(), 0.481, 0.0005, "first order u");
    let first_order = Coverage::of(&logarithm, &shapes, Probability::P95);
    assert_near(first_order.interval.high, 0.432, 0.0005, "first order, upper end");
    let outcome = drawn(&logarithm, &shapes);
    assert_near(outcome.mean, -0.66490, of_mean(0.606), "mean");
    assert_near(outcome.u, 0.60623, of_u(0.606, 5.0), "u");
    let tolerance = of_quantile(0.05, 0.15);
    assert_interval(outcome.shortest, (0.15f64.ln(), 1.1f64.ln()), tolerance, "shortest, exact");
    assert_interval(outcome.shortest, (-1.895, 0.095), tolerance + 0.0005, "shortest, published");
    let validation = Validation::of(first_order.interval, outcome.shortest, outcome.u, 2);
    assert!(matches!(validation, Validation::Differs(_)), "{validation:?}");
}

model!(Attenuator, |x, n| {
    let [level, offset, drift, mismatch, comparator, before, after, before_zero, after_zero] = x[..] else {
        unreachable!("nine inputs")
    };
    level + offset + drift + mismatch + comparator + before - after + before_zero - after_zero
});

#[test]
fn nist_tn_1900_e_11_step_attenuator() {
    let known = [
        Known(30.0402, 0.0091, Distribution::StudentT { nu: 3.0 }),
        within(0.003, 0.00433, Distribution::Rectangular),
        within(0.0, 0.00198, Distribution::Arcsine),
        within(0.0, 0.02828, Distribution::Arcsine),
        within(0.0, 0.00297, Distribution::Arcsine),
        within(0.0, 0.00052, Distribution::Rectangular),
        within(0.0, 0.00052, Distribution::Rectangular),
        normal(0.0, 0.002),
        normal(0.0, 0.002),
    ];
    let (attenuator, shapes) = figure(&Attenuator, &known);
    let outcome = drawn(&attenuator, &shapes);
    assert_near(outcome.mean, 30.043, 0.0005 + of_mean(0.0225), "mean");
    // Student's t with ν = 3 has no fourth moment; its share of the variance is a sixth.
    assert_near(outcome.u, 0.0224, 0.00005 + of_u(0.0225, 5.0), "u");
    assert_interval(outcome.symmetric, (30.006, 30.081), 0.0005 + of_end(0.0225), "95 %");
    // Only the one reading of few repetitions limits the degrees of freedom: 3·(0.02244 / 0.0091)⁴ of them.
    assert_eq!(Coverage::of(&attenuator, &shapes, Probability::P95).nu, Some(110));
}

model!(StefanBoltzmann, |x, n| {
    let [planck, gas, rydberg, electron, fine] = x[..] else { unreachable!("five inputs") };
    let power = |base, exponent| water_ledger::metric::Number::pow(base, n(exponent));
    let numerator = n(32.0) * power(n(PI), 5.0) * planck * power(gas, 4.0) * power(rydberg, 4.0);
    let molar = power(electron * n(0.001), 4.0);
    numerator / (n(15.0) * molar * power(n(299_792_458.0), 6.0) * power(fine, 8.0))
});

#[test]
fn nist_uncertainty_machine_10_stefan_boltzmann() {
    let known = [
        normal(6.62606957e-34, 0.00000029e-34),
        normal(8.3144621, 0.0000075),
        normal(10_973_731.568539, 0.000055),
        normal(5.4857990946e-4, 0.0000000022e-4),
        normal(7.2973525698e-3, 0.0000000024e-3),
    ];
    let (sigma, shapes) = figure(&StefanBoltzmann, &known);
    let outcome = drawn(&sigma, &shapes);
    let u = 2.05e-13;
    assert_near(sigma.value(), 5.67037e-8, 0.5e-13, "σ");
    assert_near(sigma.u(), u, 0.005e-13, "first order u");
    assert_near(outcome.mean, 5.67037e-8, 0.5e-13 + of_mean(u), "mean");
    assert_near(outcome.u, u, 0.005e-13 + of_u(u, 3.0), "u");
    let mut outcome = outcome;
    for (p, low, high, density) in
        [(0.99, 5.67032e-8, 5.67043e-8, 0.0145), (0.68, 5.67035e-8, 5.67039e-8, 0.243)]
    {
        let (lower, upper) = ((1.0 - p) / 2.0, (1.0 + p) / 2.0);
        let found = Interval { low: outcome.quantile(lower), high: outcome.quantile(upper) };
        assert_interval(found, (low, high), 0.5e-13 + of_quantile(lower, density / u), "interval");
    }
    assert_eq!(outcome.failed, 0);
}
