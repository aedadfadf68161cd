//! The terms an irrigation technician chooses from.

use crate::text::coded;

coded! {
    /// 灌区规模与类型, how districts are grouped: by irrigable area (万亩), wells by how they convey water.
    pub enum SizeClass {
        Large "large" "大型（≥30万亩）" "Large, ≥300k mu";
        Medium15To30 "medium_15_30" "中型（15–30万亩）" "Medium, 150k–300k mu";
        Medium5To15 "medium_5_15" "中型（5–15万亩）" "Medium, 50k–150k mu";
        Medium1To5 "medium_1_5" "中型（1–5万亩）" "Medium, 10k–50k mu";
        Small "small" "小型（<1万亩）" "Small, <10k mu";
        WellEarthCanal "well_earth_canal" "纯井·土质渠道" "Wells, earth canal";
        WellLinedCanal "well_lined_canal" "纯井·防渗渠道" "Wells, lined canal";
        WellPipe "well_pipe" "纯井·管道输水" "Wells, pipe";
        WellSprinkler "well_sprinkler" "纯井·喷灌" "Wells, sprinkler";
        WellMicro "well_micro" "纯井·微灌" "Wells, micro-irrigation";
        Subregion "subregion" "市、县（已汇总）" "City or county, already aggregated";
    }
}

impl SizeClass {
    /// Below which area its districts lie, 万亩; none of a class that has no such end.
    pub fn area_below(self) -> Option<f64> {
        match self {
            SizeClass::Medium15To30 => Some(30.0),
            SizeClass::Medium5To15 => Some(15.0),
            SizeClass::Medium1To5 => Some(5.0),
            SizeClass::Small => Some(1.0),
            _ => None,
        }
    }

    /// Whether a class is measured by samples; of large districts and of places already aggregated each one counts.
    pub fn is_sampled(self) -> bool {
        !matches!(self, SizeClass::Large | SizeClass::Subregion)
    }
}

coded! {
    /// 净灌溉用水量的测算方法, how a sample field's net water is found.
    pub enum FieldMethod {
        Readings "readings" "直接量测" "Direct readings";
        DryBalance "dry_balance" "水量平衡（旱作）" "Water balance, dry crop";
        PaddyBalance "paddy_balance" "水量平衡（水稻）" "Water balance, paddy";
    }
}

coded! {
    /// 量测项目, what a reading in a field is of.
    pub enum ReadingKind {
        Gravimetric "gravimetric" "质量含水率" "Gravimetric moisture";
        Volumetric "volumetric" "体积含水率" "Volumetric moisture";
        Paddy "paddy" "田面水深" "Water depth";
        Inflow "inflow" "直接计量水量" "Metered inflow";
    }
}

coded! {
    /// 水源与出流, what a district's gross water is made of; the last three are taken off.
    pub enum SourceKind {
        Head "head" "渠首引（提）水" "Head diversion";
        Pond "pond" "塘坝" "Ponds";
        Well "well" "机井" "Wells";
        Other "other" "其他水源" "Other source";
        Spill "spill" "弃水（扣除）" "Spill, taken off";
        Return "return" "退水（扣除）" "Return flow, taken off";
        NonIrrigation "non_irrigation" "非灌溉供水（扣除）" "Other supply, taken off";
    }
}

impl SourceKind {
    /// Whether the water is taken off the gross total.
    pub fn is_taken_off(self) -> bool {
        matches!(self, SourceKind::Spill | SourceKind::Return | SourceKind::NonIrrigation)
    }
}

coded! {
    /// 渠床土质, the soil of a canal bed.
    pub enum Soil {
        Clay "clay" "黏土" "Clay";
        HeavyLoam "heavy_loam" "重壤土" "Heavy loam";
        MediumLoam "medium_loam" "中壤土" "Medium loam";
        LightLoam "light_loam" "轻壤土" "Light loam";
        SandyLoam "sandy_loam" "砂壤土" "Sandy loam";
    }
}

coded! {
    /// 防渗措施, how a canal is lined.
    pub enum Lining {
        None "none" "无防渗" "Unlined";
        LoosenedAndCompacted "loosened_compacted" "渠槽翻松夯实" "Loosened and compacted bed";
        Compacted "compacted" "渠槽原状土夯实" "Compacted natural bed";
        LimeSoil "lime_soil" "灰土或三合土夯实" "Lime soil";
        Concrete "concrete" "混凝土护面" "Concrete";
        Clay "clay" "黏土护面" "Clay lining";
        Stone "mortared_stone" "浆砌石护面" "Mortared stone";
        Asphalt "asphalt" "沥青材料护面" "Asphalt";
        Film "plastic_film" "塑料薄膜" "Plastic film";
    }
}

coded! {
    /// 一亩的面积, how many square metres a mu is taken for.
    pub enum MuConvention {
        Exact "exact" "2000/3 m²（精确）" "2000/3 m², exact";
        Guideline "667" "667 m²（细则）" "667 m², as in the guideline";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Coded;

    #[test]
    fn a_class_is_understood_as_people_write_it() {
        for (text, class) in [
            ("large", Some(SizeClass::Large)),
            ("大型", Some(SizeClass::Large)),
            ("大型灌区", Some(SizeClass::Large)),
            ("中型(5-15万亩)", Some(SizeClass::Medium5To15)),
            ("中型", None),
            ("小型", Some(SizeClass::Small)),
            ("喷灌", Some(SizeClass::WellSprinkler)),
            ("纯井", None),
            ("", None),
            ("huge", None),
        ] {
            assert_eq!(SizeClass::from_typed(text), class, "{text}");
        }
        for class in SizeClass::ALL {
            for text in [class.code(), class.name().zh, class.name().en] {
                assert_eq!(SizeClass::from_typed(text), Some(*class), "{text}");
            }
        }
    }

    #[test]
    fn codes_are_unique() {
        fn codes<C: Coded>() -> Vec<&'static str> {
            C::ALL.iter().map(|term| term.code()).collect()
        }
        for list in [
            codes::<SizeClass>(),
            codes::<FieldMethod>(),
            codes::<ReadingKind>(),
            codes::<SourceKind>(),
            codes::<Soil>(),
            codes::<Lining>(),
            codes::<MuConvention>(),
        ] {
            let unique: std::collections::BTreeSet<_> = list.iter().collect();
            assert_eq!(unique.len(), list.len(), "{list:?}");
        }
    }
}
