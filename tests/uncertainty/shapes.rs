//! Every shape drawn: its mean, its standard uncertainty, its limits.

use water_ledger::uncertainty::Distribution;

use crate::uncertainty::model::{Known, assert_near, drawn, figure, model, of_mean, of_u, within};

model!(Alone, |x, n| x[0]);

#[test]
fn every_shape_has_the_mean_the_u_and_the_limits_that_it_states() {
    for (shape, size, u, kurtosis) in [
        (Distribution::Rectangular, 3.0, 3.0 / 3f64.sqrt(), 1.8),
        (Distribution::Triangular, 6.0, 6f64.sqrt(), 2.4),
        (Distribution::Arcsine, 2.0, 2f64.sqrt(), 1.5),
        (Distribution::Trapezoid { top: 0.0 }, 6.0, 6f64.sqrt(), 2.4),
        (Distribution::Trapezoid { top: 1.0 }, 3.0, 3f64.sqrt(), 1.8),
        (Distribution::Trapezoid { top: 0.5 }, 2.0, 2.0 * (1.25f64 / 6.0).sqrt(), 2.2),
        // (b − a)²/12 + d²/9 with b − a = 8, d = 2.
        (
            Distribution::InexactRectangular { inexactness: 0.5 },
            4.0,
            (64.0 / 12.0 + 4.0 / 9.0f64).sqrt(),
            2.2,
        ),
    ] {
        let place = format!("{shape:?}");
        let known = within(10.0, size, shape);
        assert_near(known.1, u, 1e-12, &place);
        assert_near(shape.size(u).expect("a width"), size, 1e-12, &place);
        let (alone, shapes) = figure(&Alone, &[known]);
        let mut outcome = drawn(&alone, &shapes);
        assert_near(outcome.mean, 10.0, of_mean(u), &place);
        assert_near(outcome.u, u, of_u(u, kurtosis), &place);
        let reach = match shape {
            Distribution::InexactRectangular { inexactness } => size * (1.0 + inexactness),
            _ => size,
        };
        let (least, most) = (outcome.quantile(0.0), outcome.quantile(1.0));
        assert!(least >= 10.0 - reach && most <= 10.0 + reach, "{place}: {least} {most}");
        assert!(least < 10.0 - 0.97 * reach && most > 10.0 + 0.97 * reach, "{place}: {least} {most}");
    }
}

#[test]
fn student_t_is_scaled_from_its_standard_uncertainty_and_not_from_its_scale() {
    let shape = Distribution::StudentT { nu: 10.0 };
    assert_near(shape.standard_uncertainty(1.0).expect("ν above 2"), (10f64 / 8.0).sqrt(), 1e-15, "s to u");
    let (alone, shapes) = figure(&Alone, &[Known(-5.0, 2.0, shape)]);
    let mut outcome = drawn(&alone, &shapes);
    assert_near(outcome.mean, -5.0, of_mean(2.0), "mean");
    assert_near(outcome.u, 2.0, of_u(2.0, 4.0), "u");
    // t with ten degrees of freedom: 2.228 scales to either side, and a scale is u·√(8/10).
    assert_near(outcome.quantile(0.975), -5.0 + 2.2281 * 2.0 * 0.8f64.sqrt(), 0.025, "97.5 %");
}

#[test]
fn a_shape_without_a_standard_uncertainty_has_none() {
    for shape in [
        Distribution::StudentT { nu: 2.0 },
        Distribution::StudentT { nu: f64::NAN },
        Distribution::Trapezoid { top: 1.5 },
        Distribution::Trapezoid { top: -0.1 },
        Distribution::InexactRectangular { inexactness: 2.0 },
    ] {
        assert_eq!((shape.standard_uncertainty(1.0), shape.size(1.0)), (None, None), "{shape:?}");
    }
    assert_near(Distribution::of_resolution(1.0), 0.288_675_134_594_812_9, 1e-15, "r / √12");
}
