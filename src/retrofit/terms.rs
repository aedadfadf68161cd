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

coded! {
    /// 合同模式, how a company and the user of a water-saving contract share what is paid and saved.
    pub enum ContractMode {
        Shared "shared" "节水效益分享型" "Benefits are shared";
        Guaranteed "guaranteed" "节水效果保证型" "The saving is guaranteed";
        Entrusted "entrusted" "用水费用托管型" "The bills are entrusted";
        Leased "leased" "融资租赁型" "The equipment is leased";
    }
}

coded! {
    /// 读数属于, what a month of readings belongs to.
    pub enum ReadingPhase {
        Base "base" "基期" "Base period";
        Report "report" "报告期" "Report period";
    }
}
