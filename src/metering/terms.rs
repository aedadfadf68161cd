//! The terms that are said of meters and of what they show.

use crate::text::coded;

coded! {
    /// 计量级别, at which level meters are fitted.
    pub enum MeterLevel {
        Enterprise "enterprise" "用水单位" "Enterprise";
        SubUnit "sub_unit" "次级用水单位" "Sub-unit";
        Equipment "equipment" "主要用水设备" "Main equipment";
    }
}

coded! {
    /// 水量来源, how an amount is known.
    pub enum RecordKind {
        Metered "metered" "计量" "Metered";
        Estimated "estimated" "估算" "Estimated";
        Calculated "calculated" "推算" "Calculated";
    }
}

coded! {
    /// 读数类别, what a meter's record holds.
    pub enum RecordedAs {
        Volume "volume" "时段水量" "Volume of each interval";
        Register "register" "水表读数" "Reading of the register";
        Flow "flow" "瞬时流量（m³/h）" "Flow (m³/h)";
    }
}
