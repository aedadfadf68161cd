//! 有效降雨, effective rain: what of the rain the crop can use.

use super::sources;
use crate::metric::{in_unit, inputs, metric};
use crate::quantity::Unit;

/// In the middle of 1.0 to 0.8, the range of the practice for rain of 5 to 50 mm.
const SHARE_OF_MODERATE_RAIN: f64 = 0.9;

/// In the middle of 0.7 to 0.8, the range of the practice for rain above 50 mm.
const SHARE_OF_HEAVY_RAIN: f64 = 0.75;

inputs! {
    /// Rain of a month, a decade or an event, as the formula says.
    pub struct Rain {
        number rain_mm "P" "降雨量" "rain" = in_unit(Unit::Millimetre).at_least(0.0);
    }
}

metric! {
    /// 月有效降雨量（USDA-SCS）, effective rain of a month.
    ///
    /// # Formula
    /// Pe = P·(125 − 0.2·P) / 125 for P ≤ 250, else 125 + 0.1·P
    ///
    /// # Source
    /// USDA-SCS effective rain (pyCropWat documentation); verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EffectiveRainUsda, Rain}, metric::Metric, numeric::round};
    /// let effective = |rain_mm| round(EffectiveRainUsda::formula(&Rain { rain_mm }), 2);
    /// assert_eq!([effective(50.0), effective(250.0), effective(300.0)], [46.0, 150.0, 155.0]);
    /// ```
    EffectiveRainUsda("irrigation.effective_rain_usda", "月有效降雨量（USDA-SCS）", "Effective rain of a month, USDA-SCS")
    from Rain;
    gives "Pe" in Millimetre, 2 decimals;
    source sources::USDA;
    formula |x, n| {
        let moderate = x.rain_mm * (n(125.0) - n(0.2) * x.rain_mm) / n(125.0);
        x.rain_mm.choose(n(250.0), moderate, n(125.0) + n(0.1) * x.rain_mm)
    }
}

metric! {
    /// 旬有效降雨量（USDA-SCS）, effective rain of ten days.
    ///
    /// # Formula
    /// Pe = P·(125 − 0.6·P) / 125 for P ≤ 250 / 3, else 125 / 3 + 0.1·P
    ///
    /// # Source
    /// USDA-SCS effective rain of ten days; unverified (textbook). The form for months is verified.
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EffectiveRainUsdaDecade, Rain}, metric::Metric, numeric::round};
    /// let effective = |rain_mm| round(EffectiveRainUsdaDecade::formula(&Rain { rain_mm }), 2);
    /// assert_eq!([effective(25.0), effective(100.0)], [22.0, 51.67]);
    /// ```
    EffectiveRainUsdaDecade("irrigation.effective_rain_usda_decade", "旬有效降雨量（USDA-SCS）", "Effective rain of ten days, USDA-SCS")
    from Rain;
    gives "Pe" in Millimetre, 2 decimals;
    source sources::USDA_DECADE;
    formula |x, n| {
        let moderate = x.rain_mm * (n(125.0) - n(0.6) * x.rain_mm) / n(125.0);
        x.rain_mm.choose(n(250.0 / 3.0), moderate, n(125.0 / 3.0) + n(0.1) * x.rain_mm)
    }
}

metric! {
    /// 月有效降雨量（FAO 可靠降雨）, effective rain of a month from dependable rain, FAO/AGLW.
    ///
    /// # Formula
    /// Pe = max(0.6·P − 10, 0) for P ≤ 70, else 0.8·P − 24
    ///
    /// # Source
    /// FAO/AGLW dependable rain; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EffectiveRainFaoDependable, Rain}, metric::Metric, numeric::round};
    /// let effective = |rain_mm| round(EffectiveRainFaoDependable::formula(&Rain { rain_mm }), 2);
    /// assert_eq!([effective(10.0), effective(50.0), effective(100.0)], [0.0, 20.0, 56.0]);
    /// ```
    EffectiveRainFaoDependable("irrigation.effective_rain_fao_dependable", "月有效降雨量（FAO 可靠降雨）", "Effective rain of a month, FAO dependable rain")
    from Rain;
    gives "Pe" in Millimetre, 2 decimals;
    source sources::FAO_DEPENDABLE;
    formula |x, n| {
        let light = (n(0.6) * x.rain_mm - n(10.0)).max_of(n(0.0));
        x.rain_mm.choose(n(70.0), light, n(0.8) * x.rain_mm - n(24.0))
    }
}

metric! {
    /// 月有效降雨量（FAO 培训手册）, effective rain of a month, FAO Training Manual 3.
    ///
    /// # Formula
    /// Pe = max(0.6·P − 10, 0) for P ≤ 75, else 0.8·P − 25
    ///
    /// # Source
    /// FAO Irrigation Water Management Training Manual 3; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EffectiveRainFaoManual, Rain}, metric::Metric, numeric::round};
    /// let effective = |rain_mm| round(EffectiveRainFaoManual::formula(&Rain { rain_mm }), 2);
    /// assert_eq!([effective(10.0), effective(75.0), effective(100.0)], [0.0, 35.0, 55.0]);
    /// ```
    EffectiveRainFaoManual("irrigation.effective_rain_fao_manual", "月有效降雨量（FAO 培训手册）", "Effective rain of a month, FAO Training Manual 3")
    from Rain;
    gives "Pe" in Millimetre, 2 decimals;
    source sources::FAO_MANUAL_3;
    formula |x, n| {
        let light = (n(0.6) * x.rain_mm - n(10.0)).max_of(n(0.0));
        x.rain_mm.choose(n(75.0), light, n(0.8) * x.rain_mm - n(25.0))
    }
}

metric! {
    /// 次有效降雨量, effective rain of an event by Chinese practice.
    ///
    /// # Formula
    /// Pe = α·P, α = 0 for P < 5, else α₁ for P ≤ 50, else α₂
    ///
    /// # Symbols
    /// - α₁, 0.8 to 1.0, and α₂, 0.7 to 0.8: to be chosen for the soil; the middle of the range where nothing is chosen.
    ///
    /// # Source
    /// Effective share of an event of rain; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{irrigation::{EffectiveRainEvent, RainEvent}, metric::Metric, numeric::round};
    /// let effective = |rain_mm| {
    ///     round(EffectiveRainEvent::formula(&RainEvent { rain_mm, moderate_share: 0.9, heavy_share: 0.75 }), 2)
    /// };
    /// assert_eq!([effective(4.0), effective(5.0), effective(30.0), effective(80.0)], [0.0, 4.5, 27.0, 60.0]);
    /// ```
    EffectiveRainEvent("irrigation.effective_rain_event", "次有效降雨量", "Effective rain of an event")
    from RainEvent {
        number rain_mm "P" "次降雨量" "rain of the event" = in_unit(Unit::Millimetre).at_least(0.0);
        number moderate_share "α₁" "5–50 mm 降雨有效利用系数" "share of 5 to 50 mm" = in_unit(Unit::One).at_least(0.8).at_most(1.0).or(SHARE_OF_MODERATE_RAIN);
        number heavy_share "α₂" "50 mm 以上降雨有效利用系数" "share of more than 50 mm" = in_unit(Unit::One).at_least(0.7).at_most(0.8).or(SHARE_OF_HEAVY_RAIN);
    }
    gives "Pe" in Millimetre, 2 decimals;
    source sources::RAIN_EVENT;
    formula |x, n| {
        // 5 mm itself counts: 5 ≤ P.
        let share = n(5.0).choose(x.rain_mm, x.rain_mm.choose(n(50.0), x.moderate_share, x.heavy_share), n(0.0));
        share * x.rain_mm
    }
}
