//! The terms of retrofits.

use crate::text::coded;

coded! {
    /// 改造对象, what a plan is about.
    pub enum SubjectKind {
        Plant "plant" "工厂" "Plant";
        Irrigation "irrigation" "灌区（一年）" "Irrigation, a year";
        Institution "institution" "机构（学校、机关等）" "Institution, such as a school";
    }
}

coded! {
    /// 措施取舍, whether a measure belongs to a plan.
    pub enum Standing {
        InPlan "in_plan" "采用" "In the plan";
        LeftOut "left_out" "不采用" "Left out";
    }
}
