//! The terms of retrofits.

use crate::text::coded;

coded! {
    /// 措施取舍, whether a measure belongs to a plan.
    pub enum Standing {
        InPlan "in_plan" "采用" "In the plan";
        LeftOut "left_out" "不采用" "Left out";
    }
}
