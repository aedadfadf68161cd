//! The terms of a region that people choose from lists.

use crate::text::coded;

coded! {
    /// 用水类别, who uses water.
    pub enum WaterUse {
        Agriculture "agriculture" "农业" "Agriculture";
        Industry "industry" "工业" "Industry";
        Domestic "domestic" "生活" "Domestic";
        Ecology "ecology" "生态" "Ecology";
    }
}

coded! {
    /// 非常规水是否计入, whether non-conventional water counts in intensities.
    pub enum NonconventionalCount {
        Counted "counted" "计入非常规水" "Non-conventional water counts";
        LeftOut "left_out" "不计非常规水" "Non-conventional water does not count";
    }
}

coded! {
    /// 直流冷却水是否计入, whether the once-through cooling of power plants counts in industry.
    pub enum OnceThroughCount {
        Counted "counted" "计入火电直流冷却" "Once-through cooling counts";
        LeftOut "left_out" "不计火电直流冷却" "Once-through cooling does not count";
    }
}

coded! {
    /// 控制路径, how an indicator is to go to its target.
    pub enum TargetPath {
        Linear "linear" "逐年等量（线性）" "Even steps";
        EqualRate "equal_rate" "逐年等速" "Even rates";
    }
}

coded! {
    /// 控制指标, what a target is set for.
    pub enum Controlled {
        Total "total" "用水总量（上限）" "Total water, at most";
        PerGdp "per_gdp" "万元GDP用水量下降率" "Decline of water by GDP";
        PerValueAdded "per_value_added" "万元工业增加值用水量下降率" "Decline of water by industrial value added";
        Nonconventional "nonconventional" "非常规水利用量（下限）" "Non-conventional water, at least";
    }
}

coded! {
    /// 分解办法, by what a plan is split among those below.
    pub enum SplitRule {
        Present "present" "按现状用水（同比例增减）" "By present use, all alike";
        Quota "quota" "按定额" "By quota";
        Weight "weight" "按权重" "By weight";
        Hand "hand" "逐项填写" "By hand";
    }
}

coded! {
    /// 指标方向, which way an indicator should go.
    pub enum Wanted {
        AtLeast "at_least" "不低于" "At least";
        AtMost "at_most" "不高于" "At most";
    }
}

coded! {
    /// 来水来源, how the inflow of a reservoir is known.
    pub enum InflowKind {
        Measured "measured" "实测" "Measured";
        Derived "derived" "反推" "Found from the rest";
    }
}

coded! {
    /// 蒸发口径, which evaporation of a lake counts.
    pub enum EvaporationKind {
        Whole "whole" "全部水面蒸发（来水在库区实测）" "All of the lake (inflow measured at the lake)";
        Extra "extra" "增加的蒸发（来水为建库前径流）" "Beyond the land (inflow of the land before the dam)";
    }
}
