//! 合同节水管理, water-saving contracts: what a company that invests and the user that saves each get.

use super::economics::present_value;
use super::sources;
use crate::metric::{in_unit, metric, shared};
use crate::quantity::Unit;

metric! {
    /// 节水服务企业净现值（效益分享型）, what a contract of shared benefits is worth to the company that invests.
    ///
    /// # Formula
    /// NPV = (B·σ / 100 − C)·(1 − (1 + i)^(−T)) / i − I
    ///
    /// # Symbols
    /// - σ, the company's share, the same in every year; T, term of the contract; i, rate of discount as a fraction.
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// A university's contract of 958 万元, with 80 % for ten years:
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{SharedCompany, SharedCompanyNpv}};
    /// let contract = SharedCompany {
    ///     investment: 958.0, annual_benefit: 355.0, company_share_pct: 80.0, years: 10.0, annual_cost: 0.0, rate: 0.08,
    /// };
    /// assert_eq!(round(SharedCompanyNpv::formula(&contract), 2), 947.66);
    /// ```
    SharedCompanyNpv("contract.shared_company_npv", "节水服务企业净现值", "Net present value of the company")
    from SharedCompany {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
        number company_share_pct "σ" "企业分享比例" "the company's share" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number years "T" "合同期" "term" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number annual_cost "C" "企业年运行费" "the company's running cost of a year" = shared().at_least(0.0).or(0.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "NPV" shared, 8 significant;
    source sources::CONTRACT_MODES;
    formula |x, n| {
        let yearly = x.annual_benefit * x.company_share_pct / n(100.0) - x.annual_cost;
        yearly * present_value(x.rate, x.years) - x.investment
    }
}

metric! {
    /// 用水单位净现值（效益分享型）, what a contract of shared benefits is worth to the user, who pays nothing, within its term.
    ///
    /// # Formula
    /// NPV = B·(1 − σ / 100)·(1 − (1 + i)^(−T)) / i
    ///
    /// # Symbols
    /// - σ, the company's share; T, term of the contract; i, rate of discount as a fraction. What is saved after the term is not in it.
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{SharedUser, SharedUserNpv}};
    /// let contract = SharedUser { annual_benefit: 355.0, company_share_pct: 80.0, years: 10.0, rate: 0.08 };
    /// assert_eq!(round(SharedUserNpv::formula(&contract), 2), 476.42);
    /// ```
    SharedUserNpv("contract.shared_user_npv", "用水单位净现值", "Net present value of the user")
    from SharedUser {
        number annual_benefit "B" "年效益" "yearly benefit" = shared();
        number company_share_pct "σ" "企业分享比例" "the company's share" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0);
        number years "T" "合同期" "term" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "NPV" shared, 8 significant;
    source sources::CONTRACT_MODES;
    formula |x, n| x.annual_benefit * (n(1.0) - x.company_share_pct / n(100.0)) * present_value(x.rate, x.years)
}

metric! {
    /// 保本分享比例, the share at which the company gets back what it pays and no more.
    ///
    /// # Formula
    /// σ = 100·(I·i / (1 − (1 + i)^(−T)) + C) / B
    ///
    /// # Symbols
    /// - T, term of the contract; i, rate of discount as a fraction. Above 100 % the term is too short for the investment.
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, numeric::round, retrofit::{BreakevenShare, SharedProject}};
    /// let contract = SharedProject { investment: 958.0, annual_benefit: 355.0, years: 10.0, annual_cost: 0.0, rate: 0.08 };
    /// assert_eq!(round(BreakevenShare::formula(&contract), 2), 40.22);
    /// ```
    BreakevenShare("contract.breakeven_share", "保本分享比例", "Break-even share")
    from SharedProject {
        number investment "I" "投资" "investment" = shared().at_least(0.0);
        number annual_benefit "B" "年效益" "yearly benefit" = shared().above(0.0);
        number years "T" "合同期" "term" = in_unit(Unit::Year).above(0.0).at_most(1000.0);
        number annual_cost "C" "企业年运行费" "the company's running cost of a year" = shared().at_least(0.0).or(0.0);
        number rate "i" "折现率" "rate of discount" = in_unit(Unit::One).at_least(0.0).at_most(1.0);
    }
    gives "σ" in Percent, 2 decimals;
    source sources::CONTRACT_MODES;
    formula |x, n| {
        n(100.0) * (x.investment / present_value(x.rate, x.years) + x.annual_cost) / x.annual_benefit
    }
}

metric! {
    /// 节水效果保证型违约补偿, what the company owes where less is saved than it has guaranteed.
    ///
    /// # Formula
    /// K = max(Sg − S, 0)·p
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{Guarantee, GuaranteeCompensation}};
    /// let contract = Guarantee { guaranteed_m3: 1_000_000.0, actual_m3: 900_000.0, price: 3.55 };
    /// assert_eq!(GuaranteeCompensation::formula(&contract), 355_000.0);
    /// ```
    GuaranteeCompensation("contract.guarantee_compensation", "节水量保证补偿", "Compensation for a guarantee missed")
    from Guarantee {
        number guaranteed_m3 "Sg" "保证节水量" "saving guaranteed" = in_unit(Unit::CubicMetre).at_least(0.0);
        number actual_m3 "S" "实际节水量" "saving reached" = in_unit(Unit::CubicMetre);
        number price "p" "补偿单价" "price of a m³" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
    }
    gives "K" in Yuan, 2 decimals;
    source sources::CONTRACT_MODES;
    formula |x, n| (x.guaranteed_m3 - x.actual_m3).max_of(n(0.0)) * x.price
}

metric! {
    /// 节水服务企业年净流量, what a company gets and pays in a year of a contract.
    ///
    /// # Formula
    /// K = B·σ / 100 + F − C − X − I
    ///
    /// # Symbols
    /// - σ, its share of the benefits; F, what it is paid; X, what it pays in the user's place or owes; I, what it invests in that year.
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{CompanyFlow, CompanyYear}};
    /// let year = CompanyYear {
    ///     benefit: 355.0, share_pct: 80.0, fee: 0.0, annual_cost: 20.0, paid_for_user: 0.0, investment: 0.0,
    /// };
    /// assert_eq!(CompanyFlow::formula(&year), 264.0);
    /// ```
    CompanyFlow("contract.company_flow", "节水服务企业年净流量", "Net flow of the company in a year")
    from CompanyYear {
        number benefit "B" "年效益" "yearly benefit" = shared().or(0.0);
        number share_pct "σ" "企业分享比例" "the company's share" = in_unit(Unit::Percent).at_least(0.0).at_most(100.0).or(0.0);
        number fee "F" "收取的费用" "fee" = shared().at_least(0.0).or(0.0);
        number annual_cost "C" "企业年运行费" "the company's running cost of a year" = shared().at_least(0.0).or(0.0);
        number paid_for_user "X" "代付或赔付" "paid in the user's place or owed" = shared().or(0.0);
        number investment "I" "投资" "investment" = shared().at_least(0.0);
    }
    gives "K" shared, 6 significant;
    source sources::CONTRACT_MODES;
    formula |x, n| x.benefit * x.share_pct / n(100.0) + x.fee - x.annual_cost - x.paid_for_user - x.investment
}

metric! {
    /// 用水单位年净流量, what is left to the user of a project's net flow in a year.
    ///
    /// # Formula
    /// U = N − K
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{UserFlow, UserYear}};
    /// assert_eq!(UserFlow::formula(&UserYear { project: 335.0, company: 264.0 }), 71.0);
    /// ```
    UserFlow("contract.user_flow", "用水单位年净流量", "Net flow of the user in a year")
    from UserYear {
        number project "N" "项目年净流量" "net flow of the project" = shared();
        number company "K" "企业年净流量" "net flow of the company" = shared();
    }
    gives "U" shared, 6 significant;
    source sources::CONTRACT_MODES;
    formula |x, n| x.project - x.company
}

metric! {
    /// 改造后年水费, what the water costs that is still taken.
    ///
    /// # Formula
    /// W = max(V − S, 0)·p
    ///
    /// # Source
    /// Water-saving contracts, common practice; unverified (textbook).
    ///
    /// # Example
    /// ```
    /// use water_ledger::{metric::Metric, retrofit::{BillAfter, WaterStillTaken}};
    /// let campus = WaterStillTaken { taken_m3: 2_428_700.0, saving_m3: 1_038_200.0, price: 3.2 };
    /// assert_eq!(BillAfter::formula(&campus), 4_449_600.0);
    /// ```
    BillAfter("contract.bill_after", "改造后年水费", "Bill of a year after the measures")
    from WaterStillTaken {
        number taken_m3 "V" "改造前年取水量" "water taken in a year before" = in_unit(Unit::CubicMetre).at_least(0.0);
        number saving_m3 "S" "年节水量" "water saved by the year" = in_unit(Unit::CubicMetre);
        number price "p" "每立方米水的全部费用" "all that a m³ costs" = in_unit(Unit::YuanPerCubicMetre).at_least(0.0);
    }
    gives "W" in Yuan, 2 decimals;
    source sources::CONTRACT_MODES;
    formula |x, n| (x.taken_m3 - x.saving_m3).max_of(n(0.0)) * x.price
}
