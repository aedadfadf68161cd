//! The terms that an institution's tables are filled with.

use crate::text::coded;

coded! {
    /// 人员类别, how a group of people counts.
    pub enum PeopleKind {
        Resident "resident" "住宿" "Resident";
        NonResident "nonresident" "非住宿" "Non-resident";
        Staff "staff" "职工" "Staff";
        Visitor "visitor" "外来" "Visitors";
    }
}

coded! {
    /// 用水类别, what an institution uses water for.
    pub enum UseKind {
        Dormitory "dormitory" "宿舍" "Dormitories";
        Canteen "canteen" "食堂" "Canteen";
        Bath "bath" "浴室" "Bath";
        Teaching "teaching" "教学办公" "Teaching and offices";
        Laboratory "laboratory" "实验室" "Laboratories";
        Boiler "boiler" "锅炉" "Boiler";
        Cooling "cooling" "空调冷却" "Cooling";
        Greening "greening" "绿化" "Greening";
        Household "household" "居民家庭" "Households";
        Sold "sold" "对外供水" "Supplied to others";
        Other "other" "其他" "Other";
    }
}

coded! {
    /// 用水器具类别, kinds of fixture.
    pub enum FixtureKind {
        Tap "tap" "水嘴" "Tap";
        Toilet "toilet" "坐便器" "WC, sitting";
        Squat "squat" "蹲便器" "WC, squatting";
        Urinal "urinal" "小便器" "Urinal";
        Shower "shower" "淋浴器" "Shower";
        FlushValve "flush_valve" "冲洗阀" "Flush valve";
        Washer "washer" "洗衣机" "Washing machine";
        Other "other" "其他" "Other";
    }
}

coded! {
    /// 水效等级, the efficiency grade of a fixture; below the third none may be sold.
    pub enum EfficiencyGrade {
        First "1" "1级" "Grade 1";
        Second "2" "2级" "Grade 2";
        Third "3" "3级" "Grade 3";
        None "none" "无等级" "No grade";
    }
}

impl EfficiencyGrade {
    /// Whether fixtures of the grade count as water-saving where nothing else is said: every grade that may be sold.
    pub fn is_saving(self) -> bool {
        self != EfficiencyGrade::None
    }
}
