//! Retrofits: plans of measures, what each changes, what it is worth.

use super::{Key, Words, sentences};

sentences! {
    NavRetrofit: "节水改造", "Retrofits";
    RetrofitTitle: "节水改造", "Water-saving retrofits";
    RetrofitLead: "每项措施是对账本的一处改动：写下它改动哪个数、变成多少，改造前后用同一套算法各算一遍。", "A measure is a change of the ledger: say which number it changes and to what, and before and after are worked out the same way.";
    RetrofitStart: "先在“工业”“灌溉”或“节水评价”页录入一年的账，再新建改造方案。", "Enter a year of a plant, of irrigation or of an institution on its page, then add a plan.";
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
    AboutField: "改造对象", "What it is about";
    SubjectFirst: "这一年的第一本账", "The first of that year";
    AboutNameField: "对象名称", "Its name";
    FullPriceField: "每立方米水的全部费用", "All that a m³ costs";
    DiscountRateField: "折现率", "Rate of discount";
    StudyYearsField: "计算期", "Years looked at";
    BudgetField: "投资预算", "Budget";
    GoalField: "节水目标", "Saving asked for";
    RetrofitMeasuresTitle: "措施", "Measures";
    ColumnStanding: "取舍", "In or out";
    ColumnSubsidy: "补助", "Subsidy";
    ColumnRunningCost: "年运行费", "Running cost a year";
    ColumnOtherBenefit: "其他年收益", "Other savings a year";
    ColumnLife: "寿命", "Life";
    ChangesTitle: "改动哪里", "What is changed";
    ChangesLead: "一项措施可以改动几处：从列表中选账上的一个数，写 -20%（减两成）、-600（减这么多）或 85（变成这个数）。用水减少，主表随之少走；排水、耗水或漏失少了多少，也各写一行，水量才平衡。", "A measure may change several numbers: choose one of the accounts from the list and write -20% (a fifth less), -600 (so much less) or 85 (what it becomes). Where less is drawn, the main meter follows; how much less is discharged, consumed or lost takes a line each, so that the balance closes.";
    PriceLead: "每立方米水的全部费用含水费、税、排污费和随水的能耗药剂；不填时取工业页“成本”算出的单方成本；灌区与机构须填。年运行费是措施自身多花的，其他年收益是水以外省下的。", "All that a m³ costs is water, tax, sewage and the energy and chemicals that go with it; where it is blank, the costs of the plant's page count; for irrigation and institutions it has to be entered. A running cost is what the measure itself takes, other savings are those beside the water.";
    ColumnChanged: "改动的数", "Number changed";

    // What it comes to
    ColumnSavingAlone: "单独节水", "Saved alone";
    ColumnSavingInPlan: "节水量", "Water saved";
    ColumnSavingLast: "最后做节水", "Saved when last";
    ResultConsumptionSaved: "其中耗水减少", "Of it no longer consumed";
    ColumnNetBenefit: "年净收益", "Net benefit a year";
    ColumnPayback: "回收期", "Payback";
    ColumnUnitCost: "单位节水成本", "Cost of a m³ saved";
    ColumnNetCost: "净节水成本", "Net cost of a m³ saved";
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

    PlanChosen: "采用", "In the plan";
    PlanNotChosen: "未采用", "Left out";
    PlanTotal: "合计", "In all";
    ChanceOfGain: "净现值大于 0 的把握", "Chance of a value above 0";
    PercentOf: "{share} %", "{share} %";

    // Charts
    ChartCostCurveTitle: "节水成本曲线", "Cost curve of the saving";
    ChartCostCurveNote: "宽为节水量，高为扣除全部收益后的每立方米成本。不是实施顺序：低于零的一组按净现值排列。", "Width is what is saved, height the cost of a m³ after all that it brings. It is no schedule: what lies below zero is ranked by its value.";
    FindingPays: "{count} 项自己收得回，共省 {volume} {unit}", "{count} of them pay for themselves and save {volume} {unit}";
    FindingNonePays: "没有一项自己收得回", "None of them pays for itself";
    CurvePays: "省钱的 {volume} {unit}", "Pay for themselves: {volume} {unit}";
    CurveCosts: "倒贴的 {volume} {unit}", "Cost more than they bring: {volume} {unit}";
    CurveBelow: "宽 = 节水量，{unit}；高 = {cost}；空心 = 未采用", "Width: saved, {unit}; height: {cost}; hollow: left out";
    ChartSharesTitle: "各项措施的节水量", "What each measure saves";
    ChartSharesNote: "按表中顺序，后一项只作用于前面剩下的水。", "In the order of the table; each acts on what those before it have left.";
    FindingLargestShare: "“{measure}”占节水量的 {share} %", "{measure} is {share} % of the saving";
    ChartInHandTitle: "累计现金", "Cash in hand";
    ChartInHandDrawn: "累计现金，{unit}", "Cash in hand, {unit}";
    ChartInHandNote: "第 0 年投资，以后逐年累加净收益。", "The investment in year 0, then the net benefit of each year.";
    ChartYearsOn: "投入后的年数", "Years after the investment";
    SeriesWithoutInterest: "未折现", "Without interest";
    SeriesWithInterest: "折现", "Discounted";
    IntervalOneU: "± 1 个标准不确定度", "± 1 standard uncertainty";
    FindingPaysBack: "{payback} 年回本，{years} 年净得 {amount} {unit}（未折现）", "Pays back in {payback} years; {amount} {unit} in hand after {years}, without interest";
    FindingPaysNotBack: "{years} 年内收不回投资", "Not paid back within {years} years";
    ChartSwingsTitle: "各输入 ± {share} % 时的净现值，{unit}", "Net present value with each input ± {share} %, {unit}";
    ChartSwingsNote: "每次只变一个输入，按影响从大到小。", "One input at a time, the widest first.";
    ChartSwingInput: "输入", "Input";
    SeriesLower: "低 {share} %", "{share} % lower";
    SeriesHigher: "高 {share} %", "{share} % higher";
    FindingSwing: "净现值最受“{input}”左右", "The value hangs most on: {input}";
    RetrofitScenariosTitle: "各方案并排", "Plans beside each other";
    RetrofitScenariosLead: "同一年、同一对象的方案并排；用“复制为新方案”再加一个。", "Plans about the same accounts; copy this one to add another.";
    ChoiceTitle: "选哪几项", "Which measures";
    ChoiceLead: "所有可能的组合中，没有被别的组合比下去的：投资、节水、净现值至少一样更好。互相影响的措施一起重算。", "Of all sets those that no other beats by investment, saving and value together. Measures that act on each other are evaluated together.";
    ChoiceBest: "净现值最大", "greatest value";
    ChoiceBestWithin: "预算内净现值最大", "greatest value within the budget";
    ChoiceCheapest: "达到目标最省钱", "cheapest that reaches the goal";
    ChoiceIsPlan: "现在的方案", "the plan as it is";
    ChoiceTake: "采用", "Take";
    ChoiceTakeOf: "方案改为 {measures}", "Make the plan {measures}";
    ChoiceFor: "最适合", "Best for";
    ChoiceNothing: "都不做", "nothing";
    ChoiceTooMany: "互相影响的措施超过 {most} 项，组合太多；请先按组分开或去掉几项。", "More than {most} measures act on each other, which are too many sets; split them or take some away.";
    ChoiceLacking: "写下每项的投资和水价后，这里列出最好的组合。", "With the investment of each and a price this lists the best sets.";
    ChoiceNoneWithin: "预算内没有净现值大于 0 的组合。", "No set within the budget is worth more than nothing.";
    ChoiceNoneReaches: "全部做也达不到节水目标。", "Even all of them do not reach the saving asked for.";
    ChoiceDiffers: "整体重算的节水量与各组之和相差 {by}。", "Evaluated as a whole the saving differs from the sum of the groups by {by}.";
    ColumnMostPoints: "满分", "Of";
    ScoreTitle: "得分前后", "Score before and after";
    MeasureLibraryTitle: "措施库", "Library of measures";
    MeasureLibraryLead: "加入后按自己的情况改：选改动哪个数，核实节水率与造价。百分数是它所作用的那部分水的节水幅度。", "Add one and make it your own: choose the number it changes, check saving and cost. The share is of the water that it acts on.";
    MeasureLibrarySearch: "找措施", "Find a measure";
    MeasureLibraryAdd: "加入方案", "Add to the plan";
    MeasureLibraryAddOf: "把“{name}”加入方案", "Add {name} to the plan";
    MeasureLibraryAdded: "已加入“{name}”；请在下面选它改动哪个数。", "{name} was added; choose below what it changes.";
    MeasureLibraryNothing: "没有这样的措施；可在表中自己写一项。", "There is none; write one of your own in the table.";
    MeasureLibraryCost: "造价起始值（待核实）：{cost}", "Cost to start from, to be checked: {cost}";
    MeasureLibraryNeeds: "先要有：{needs}", "Needs: {needs}";
    MeasureLibraryBenefits: "另外省下：{benefits}", "Also saves: {benefits}";
    MeasureLibraryLife: "寿命 {low}–{high} 年", "Lasts {low}–{high} years";
    MeasureLibraryNoteSaving: "作用于{on}，常见节水 {range}。来源：{source}（{status}）", "Acts on {on}, usually saves {range}. Source: {source} ({status})";
    MeasureLibraryNote: "作用于{on}。来源：{source}（{status}）", "Acts on {on}. Source: {source} ({status})";
    MoneyNone: "写下投资和水价后，这里是逐年现金和各折现率下的净现值。", "With an investment and a price this shows the cash year by year and the value at other rates.";
    ValueBesideTitle: "不同折现率下的净现值", "The value at other rates of discount";
    ValueAtRate: "折现率 {rate} %", "Rate {rate} %";
    SectionScenarios: "方案对比", "Plans compared";
    SectionMoney: "账与风险", "Money and risk";

    // The page for whoever pays
    SectionProposal: "给出钱人的一页", "Page for who pays";
    ProposalTitle: "节水改造建议", "Proposal of water-saving retrofits";
    FindingProposal: "投 {investment}，每年省水 {saving}、净得 {benefit}，{payback} 年回本", "{investment} saves {saving} and brings {benefit} a year, and is back in {payback} years";
    ProposalWhat: "做什么", "What is done";
    ProposalThings: "要知道的事", "What to know";
    ProposalNext: "下一步", "What comes next";
    ProposalAssumptions: "依据与取值", "What it takes for granted";
    ThingIncomplete: "有输入还缺或读不出，上面的数不完整。", "Some inputs are missing or cannot be read, so the numbers above are incomplete.";
    ThingFirst: "其中 {count} 项（{investment}）自己收得回，可以先做。", "{count} of them ({investment}) pay for themselves and may come first.";
    ThingSwing: "净现值最受“{input}”左右：低、高 20 % 时为 {lower} 与 {higher}。", "The value hangs most on “{input}”: a fifth lower and higher make it {lower} and {higher}.";
    ThingChance: "按写下的 ±，净现值大于 0 的把握为 {chance}。", "By the ± entered the chance of a value above 0 is {chance}.";
    ThingNoDoubt: "各数都没有写 ±，把握有多大还说不出；请给节水量和投资写上 ±。", "No ± was entered, so nobody can say how certain this is; give saving and investment one.";
    StepQuote: "按现场询价，核实投资与运行费。", "Ask for quotes; check investment and running cost.";
    StepMeter: "在改动的部位装表，留下至少 12 个月的基期读数。", "Meter what is changed; keep at least 12 months of readings before.";
    StepBuild: "施工、验收，记下完成日期。", "Build, accept, write down the day.";
    StepVerify: "改造后按月读数，核定节水量，再付余款或分成。", "Read the meters each month after, verify the saving, then pay the rest or share it.";
    ColumnUnitOf: "单位", "Unit";
    VerifyTitle: "节水量怎样核定", "How the saving is verified";
    VerifyBasis: "节水量 = 校准后的基期用水量 − 报告期用水量（GB/T 34148 的原则，条文待核对）。", "Saving: the use of the base period, adjusted, less that of the reporting period (the principle of GB/T 34148, clause to be checked).";
    VerifyWhole: "节水量占总取水 {share} %，总表上看得出：用总表、前后各 12 个月（整体法）。", "The saving is {share} % of all that is taken and shows at the main meter: 12 months before and after (whole facility).";
    VerifyParts: "节水量只占总取水 {share} %，总表上看不出：要在改动的部位装表（部位法）。", "The saving is only {share} % of all that is taken and is lost at the main meter: meter the parts that are changed (retrofit isolation).";
    VerifyMonths: "产量、人数、天气变了，先把基期折算到同样条件；有固定部分的只折算变动部分。", "Where output, people or weather changed, bring the base period to the same conditions; only the part that varies is scaled.";
    VerifyDoubt: "节水量和 ± 一起报；± 大过节水量时，就是还没有证实。", "Report the saving with its ±; where that is greater than the saving, nothing is proven yet.";

    // What may be wrong
    ProblemNoSubjectOfYear: "没有这个对象这一年的账；请先录入或改年份。", "There are no accounts of that year; enter them, or choose another.";
    ProblemNothingToChange: "账上没有这个数；请从列表中选。", "There is no such number; choose one of the list.";
    ProblemBadNumberChange: "看不出变成多少；请写 -20%、-600 或新数值。", "Write -20%, -600 or the new number.";
    ProblemLessThanNothing: "减得比现有的还多，未计；请改小。", "More than there is, so left out; make it less.";
    ProblemChangesNothing: "这个数本来就是这样。", "The number is that already.";
    ProblemExcluded: "同组只能选一，此项未计。", "Only one of its group can be; left out.";
    ProblemNeedNotInPlan: "所需措施不在方案中，未计。", "What it needs is not in the plan; left out.";
}
