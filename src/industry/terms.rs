//! The terms a plant's water manager chooses from.

use super::sources;
use crate::metric::Citation;
use crate::text::coded;

coded! {
    /// 取水水源, where a plant's water comes from.
    pub enum SupplyKind {
        Town "town" "自来水" "Town supply";
        Surface "surface" "地表水" "Surface water";
        Ground "ground" "地下水" "Groundwater";
        Steam "steam" "外购蒸汽" "Bought steam";
        HotWater "hot_water" "外购热水" "Bought hot water";
        OtherBought "other_bought" "其他外购水" "Other bought water";
        Reclaimed "reclaimed" "外购再生水" "Bought reclaimed water";
        Rain "rain" "雨水" "Rainwater";
        Mine "mine" "矿井水" "Mine water";
        Desalinated "desalinated" "海水淡化水" "Desalinated seawater";
        Brackish "brackish" "微咸水" "Brackish water";
    }
}

coded! {
    /// 新水来源类别, the columns of fresh water in the statistics sheet.
    pub enum SupplyClass {
        Town "town" "自来水" "Town supply";
        Surface "surface" "地表水" "Surface water";
        Ground "ground" "地下水" "Groundwater";
        Other "other" "其他新水" "Other fresh water";
        NonConventional "nonconventional" "非常规水" "Non-conventional";
    }
}

impl SupplyKind {
    /// The class it counts in. 取水量 is all but the non-conventional.
    pub fn class(self) -> SupplyClass {
        match self {
            SupplyKind::Town => SupplyClass::Town,
            SupplyKind::Surface => SupplyClass::Surface,
            SupplyKind::Ground => SupplyClass::Ground,
            SupplyKind::Steam | SupplyKind::HotWater | SupplyKind::OtherBought => SupplyClass::Other,
            SupplyKind::Reclaimed
            | SupplyKind::Rain
            | SupplyKind::Mine
            | SupplyKind::Desalinated
            | SupplyKind::Brackish => SupplyClass::NonConventional,
        }
    }
}

coded! {
    /// 用水单元类别, what a unit of the plant is.
    pub enum WaterUnitKind {
        Main "main" "主要生产" "Main production";
        Auxiliary "auxiliary" "辅助生产" "Auxiliary production";
        Ancillary "ancillary" "附属生产" "Ancillary use";
        Treatment "treatment" "给水处理" "Supply treatment";
        Wastewater "wastewater" "废水处理与回用" "Wastewater treatment";
        Tank "tank" "水池与管网" "Tank or main";
        Outfall "outfall" "排放口" "Outfall";
    }
}

impl WaterUnitKind {
    /// Whether water is used there; through the others it only passes.
    pub fn is_use(self) -> bool {
        matches!(self, WaterUnitKind::Main | WaterUnitKind::Auxiliary | WaterUnitKind::Ancillary)
    }
}

coded! {
    /// 循环类别, what water that goes round in a unit does there.
    pub enum CirculationKind {
        IndirectCooling "indirect" "间接冷却" "Indirect cooling";
        DirectCooling "direct" "直接冷却" "Direct cooling";
        Process "process" "工艺用水" "Process water";
        Other "other" "其他循环" "Other";
    }
}

coded! {
    /// 成本项目, what water costs money for.
    pub enum CostItem {
        Price "price" "水价" "Water price";
        Tax "tax" "水资源税（费）" "Water resource tax";
        Sewage "sewage" "污水处理费" "Sewage fee";
        Treatment "treatment" "处理费" "Treatment";
        Pumping "pumping" "提升电费" "Pumping";
        Heat "heat" "热能" "Heat";
        Chemicals "chemicals" "药剂" "Chemicals";
        Other "other" "其他" "Other";
    }
}

coded! {
    /// 基本要求是否满足, whether a prerequisite holds.
    pub enum Fulfilment {
        Met "met" "满足" "holds";
        NotMet "not_met" "不满足" "does not hold";
    }
}

coded! {
    /// 排污与补水的算法, how drift enters blowdown and make-up. The two must not be mixed.
    pub enum CoolingConvention {
        SaltBalance "salt_balance" "A 盐平衡（风吹计入排污）" "A, drift in blowdown";
        DriftAdded "drift_added" "B 风吹另加" "B, drift added";
    }
}

coded! {
    /// 取水量口径, which water counts as intake: one convention for all rates of a sheet.
    pub enum IntakeConvention {
        Conventional "conventional" "常规水源与外购水产品" "Conventional sources and bought water products";
        AllSources "all" "全部水源（含非常规水）" "All sources, non-conventional water included";
    }
}

impl IntakeConvention {
    /// The standard that defines intake so.
    pub fn source(self) -> Citation {
        match self {
            IntakeConvention::Conventional => sources::INTAKE_QUOTA,
            IntakeConvention::AllSources => sources::FIRST_USE,
        }
    }
}

impl Default for IntakeConvention {
    /// As quotas define intake.
    fn default() -> IntakeConvention {
        IntakeConvention::Conventional
    }
}
