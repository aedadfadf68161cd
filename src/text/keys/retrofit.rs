//! Retrofits: plans of measures, what each changes, what it is worth.

use super::{Key, Words, sentences};

sentences! {
    NavRetrofit: "节水改造", "Retrofits";
    RetrofitTitle: "节水改造", "Water-saving retrofits";
    RetrofitLead: "每项措施是对账本的一处改动：写下它改动哪个数、变成多少，改造前后用同一套算法各算一遍。", "A measure is a change of the ledger: say which number it changes and to what, and before and after are worked out the same way.";
    RetrofitStart: "先在“工业”页录入一年的用水，再新建改造方案。", "Enter a year of a plant on the page Industry, then add a plan.";
    RetrofitsLabel: "改造方案", "Plans";
    RetrofitField: "改造方案", "Plan";
    RetrofitUntitled: "未命名方案", "Unnamed plan";
    RetrofitAdd: "复制为新方案", "Copy as a new plan";
    RetrofitAddBlank: "新建方案", "New plan";
    RetrofitRemove: "删除此方案", "Remove this plan";
    RetrofitRemoved: "已删除方案，可用“撤销”恢复。", "The plan was removed; Undo brings it back.";
    RetrofitSectionsLabel: "方案的各部分", "Parts of the plan";
    SectionMeasures: "措施", "Measures";
    SectionBeforeAfter: "前后对照", "Before and after";

    // What is typed
    RetrofitNameField: "方案名称", "Name of the plan";
    BaseYearField: "基期年份", "Base year";
    FullPriceField: "每立方米水的全部费用", "All that a m³ costs";
    DiscountRateField: "折现率", "Rate of discount";
    StudyYearsField: "计算期", "Years looked at";
    RetrofitMeasuresTitle: "措施", "Measures";
    ColumnStanding: "取舍", "In or out";
    ColumnSubsidy: "补助", "Subsidy";
    ColumnRunningCost: "年运行费", "Running cost a year";
    ColumnOtherBenefit: "其他年收益", "Other savings a year";
    ColumnLife: "寿命", "Life";
    ChangesTitle: "改动哪里", "What is changed";
    ChangesLead: "一项措施可以改动几处：从列表中选工业页的一个数，写 -20%（减两成）、-600（减这么多）或 85（变成这个数）。用水减少，主表随之少走；排水、耗水或漏失少了多少，也各写一行，水量才平衡。", "A measure may change several numbers: choose one of the plant's page from the list and write -20% (a fifth less), -600 (so much less) or 85 (what it becomes). Where less is drawn, the main meter follows; how much less is discharged, consumed or lost takes a line each, so that the balance closes.";
    PriceLead: "每立方米水的全部费用含水费、税、排污费和随水的能耗药剂；不填时取工业页“成本”算出的单方成本。年运行费是措施自身多花的，其他年收益是水以外省下的。", "All that a m³ costs is water, tax, sewage and the energy and chemicals that go with it; where it is blank, the costs of the plant's page count. A running cost is what the measure itself takes, other savings are those beside the water.";
    ColumnChanged: "改动的数", "Number changed";

    // What it comes to
    ColumnSavingAlone: "单独节水", "Saved alone";
    ColumnSavingInPlan: "节水量", "Water saved";
    ColumnSavingLast: "最后做节水", "Saved when last";
    ColumnNetBenefit: "年净收益", "Net benefit a year";
    ColumnPayback: "回收期", "Payback";
    ColumnUnitCost: "单位节水成本", "Cost of a m³ saved";
    ResultNetPresentValue: "净现值", "Net present value";
    ResultDiscountedPayback: "动态回收期", "Discounted payback";
    ResultRateOfReturn: "内部收益率", "Rate of return";
    RetrofitNoPrice: "没有水价，收益未计节省的水费；请填每立方米水的费用，或在工业页填“成本”。", "No price is known, so the benefit leaves the water out; enter what a m³ costs, or the costs of the plant.";
    RetrofitComparedTitle: "改造前后", "Before and after";
    RetrofitComparedLead: "两列是同一套算法对两本账的结果；没有变的不列。", "Both columns are the same evaluation of two accounts; what stays the same is not listed.";
    ColumnBeforeRetrofit: "改造前", "Before";
    ColumnAfterRetrofit: "改造后", "After";
    RetrofitNothingChanged: "还没有改动，前后相同。", "Nothing is changed yet, so both are the same.";
    RetrofitOpenAfter: "改造后“{name}”的水量不平衡；请在改动里写明它少排、少耗或少漏了多少。", "After the measures {name} does not close; say among the changes how much less it discharges, consumes or loses.";

    // What may be wrong
    ProblemNoPlantOfYear: "工业页没有这一年；请先录入或改年份。", "Industry has no such year; enter it, or choose another.";
    ProblemNothingToChange: "工业页没有这个数；请从列表中选。", "There is no such number; choose one of the list.";
    ProblemBadNumberChange: "看不出变成多少；请写 -20%、-600 或新数值。", "Write -20%, -600 or the new number.";
    ProblemLessThanNothing: "减得比现有的还多，未计；请改小。", "More than there is, so left out; make it less.";
    ProblemChangesNothing: "这个数本来就是这样。", "The number is that already.";
    ProblemExcluded: "同组只能选一，此项未计。", "Only one of its group can be; left out.";
    ProblemNeedNotInPlan: "所需措施不在方案中，未计。", "What it needs is not in the plan; left out.";
}
