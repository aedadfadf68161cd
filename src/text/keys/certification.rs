//! Certification: a unit's tables, its answers, its plan, and rubrics of one's own.

use super::{Key, Words, sentences};

sentences! {
    // Tables
    PeopleTitle: "用水人数", "People";
    UsesTitle: "分类用水量", "Water by use";
    FixturesTitle: "器具台账", "Fixtures";
    UnitMetersTitle: "水表台账", "Meters";
    NightsTitle: "夜间流量", "Flow of the night";
    FactsTitle: "指标数据", "What the rubric measures";
    QuestionsTitle: "适用情况", "What applies";
    GatesTitle: "前提条件（一票否决）", "Prerequisites (missing one ends it)";
    AnswersTitle: "评分项", "Items";
    EvidenceTitle: "佐证材料", "Evidence";
    MeasuresTitle: "措施", "Measures";
    EffectsTitle: "措施的效果", "What measures change";

    // Columns
    ColumnPeople: "人群", "Group";
    ColumnPeopleKind: "类别", "Kind";
    ColumnPeopleCount: "人数", "How many";
    ColumnVisitDays: "外来天数", "Days, if visitors";
    ColumnUse: "用水部位", "Where";
    ColumnUseKind: "用途", "Use";
    ColumnFixturePlace: "位置", "Where";
    ColumnFixtureKind: "器具", "Fixture";
    ColumnGrade: "水效等级", "Grade";
    ColumnFixtures: "总数", "All";
    ColumnFixturesSaving: "节水型", "Saving water";
    ColumnInspected: "检查数", "Inspected";
    ColumnLeaking: "漏水数", "Leaking";
    ColumnMeteredWater: "计量水量", "Metered water";
    ColumnLevelWater: "该级总水量", "All water of the level";
    ColumnMeter: "水表", "Meter";
    ColumnRecordedAs: "记录内容", "Recorded";
    ColumnInterval: "间隔", "Interval";
    ColumnLegitimate: "夜间合理用水", "Rightful use at night";
    ColumnReadings: "抄表记录", "Record";
    ColumnFact: "指标", "What is measured";
    ColumnInput: "数据项", "Input";
    ColumnValue: "数值", "Value";
    ColumnItem: "评分项", "Item";
    ColumnVariant: "评分办法", "Rule";
    ColumnAnswer: "自查", "Answer";
    ColumnAssessed: "核定分", "Assessor’s points";
    ColumnPerson: "责任人", "Person responsible";
    ColumnNote: "说明", "Note";
    ColumnEvidence: "序号", "No.";
    ColumnEvidenceState: "是否齐备", "Ready";
    ColumnFile: "文件名", "File name";
    ColumnMeasure: "措施", "Measure";
    ColumnInvestment: "投资", "Investment";
    ColumnYearlyBenefit: "年收益", "Benefit a year";
    ColumnMonths: "工期（月）", "Months";
    ColumnExclusive: "只选其一", "Only one of";
    ColumnNeeds: "须先完成", "Needs";
    ColumnTarget: "改变什么", "What changes";
    ColumnChange: "变为", "How";

    // Entries
    UnitNameField: "单位名称", "Name of the unit";
    RubricField: "评分标准", "Rubric";
    OtherRubricField: "对照标准", "Rubric to compare with";
    SuppliedField: "总表水量（不含非常规水）", "Water by the main meters, without non-conventional";
    WeightField: "非住宿人员折算系数", "Weight of a non-resident";
    MeanField: "同类单位平均值", "Mean of units of the same kind";
    GeneralField: "定额通用值", "Quota, general value";
    AdvancedField: "定额先进值", "Quota, advanced value";

    // The page
    CertificationTitle: "节水评价自评", "Self-assessment for certification";
    CertificationLead: "按评分标准逐项自评：得分多少，哪些有据可查，还缺什么，下一步花多少钱做什么。", "Item by item after a rubric: the score, what is proven, what is missing, what to do next and for how much.";
    CertificationStart: "添加单位与年度，或打开一个填好的示例。", "Add a unit and year, or open a filled example.";
    ReviewAdd: "添加单位或年度", "Add a unit or year";
    ReviewsLabel: "单位与年度", "Units and years";
    ReviewUntitled: "未命名单位", "Unnamed unit";
    ReviewRemove: "删除此单位年度", "Remove this unit’s year";
    ReviewRemoved: "已删除；可撤销。", "Removed; undo brings it back.";
    StepsLabel: "自评步骤", "Steps";
    StepRubric: "选标准", "Rubric";
    StepFacts: "基础数据", "Facts";
    StepItems: "逐项自评", "Items";
    StepPlan: "达标路径", "Plan";
    StepTrend: "趋势与对比", "Trend";
    StepForm: "自评表", "Form";
    RubricsTitle: "评分标准库", "Rubrics";
    RubricChooseFirst: "请先选择评分标准。", "Choose a rubric first.";
    RubricRegion: "适用范围", "In force in";
    RubricIssued: "发布", "Issued";
    RubricInForce: "实施", "In force since";
    RubricTotal: "总分", "Total";
    RubricPassLine: "合格线", "Pass line";
    RubricNoLine: "未规定；可在评分标准库中复制后填写", "none given; copy the rubric and enter one";
    RubricItemCount: "{count} 项，前提条件 {gates} 条；其中 {open} 项待核实", "{count} items, {gates} prerequisites; {open} of the items to be verified";
    RubricSources: "依据", "Sources";
    GateMet: "满足", "holds";
    GateMissed: "不满足", "does not hold";
    NotApplicable: "不适用", "does not apply";
    ColumnMeteringRate: "水计量率", "Metering rate";

    // Facts
    FactsLead: "填写水费单、人数、器具和水表；下面的指标由它们算出，评分项随之得分。", "Enter bills, head counts, fixtures and meters; what the rubric measures is worked out from them, and items score accordingly.";
    FactsHow: "空着的数取自上面的表格或同年的工业用水；已知确数的，直接填写。", "What is left empty is taken from the tables above or the plant of the same year; what you know better, enter.";
    FactDirect: "直接填写结果", "the result itself";
    FactEnter: "填写数据", "Enter the numbers";
    FactUnverified: "公式待核实", "formula to be verified";
    FactItems: "用于：{items}", "Used by: {items}";
    OriginNone: "缺少数据", "data are lacking";
    OriginIncomplete: "数据不全，还算不出", "some of the data are lacking";
    OriginDirect: "直接填写", "entered";
    OriginInputs: "由填写的数据算出", "worked out from what was entered";
    OriginTables: "取自单位的表格", "from the unit’s tables";
    OriginPlant: "取自同年的工业用水", "from the plant of the same year";
    ResultStandardPeople: "标准人数", "Standard people";
    ResultPerYear: "标准人数年均用水量", "Water per standard person and year";
    ResultPerDay: "人均日用水量", "Water per person and day";
    ResultFixtureRate: "节水器具普及率", "Share of water-saving fixtures";
    ResultFixtureLeak: "用水器具漏失率", "Share of leaking fixtures";
    ResultNetworkLeak: "管网漏损率", "Leakage of the network";
    ResultNightLeak: "夜间漏水流量", "Leak by the flow of the night";
    PeopleOpen: "尚不明确：{text}", "Left open: {text}";
    NightsLead: "粘贴每小时或每 15 分钟的抄表记录（至少含一夜），取 2 至 4 时三个最低流量的平均，减去夜间合理用水，即为漏水。没有分类用水量时，以此推算全年漏损；夜间水压较高，结果略偏大。", "Paste readings of every hour or quarter of an hour that hold a night at least. The mean of the three lowest flows between 2 and 4 o’clock, less what is rightly used, is the leak. Where water by use is not known, the year’s leakage follows from it; pressure is higher at night, so it counts rather too much.";
    NightAdd: "添加水表", "Add a meter";
    NightRemove: "删除水表", "Remove the meter";
    NightFile: "打开 CSV 文件", "Open a CSV file";
    NightTitle: "水表 {number}", "Meter {number}";
    NightHint: "每行一个数，时间写在前面，例如 2024-03-01 02:15,0.42", "A number a line with its time before it, such as 2024-03-01 02:15,0.42";
    NightFileTooLarge: "文件超过 {limit} MB，未读取；请只保留一周左右的记录。", "The file is over {limit} MB and was not read; keep a record of a week or so.";
    NightCount: "{count} 个时段，间隔 {step} 分钟，缺 {gaps} 个。", "{count} intervals of {step} min, {gaps} missing.";
    NightLowest: "夜间最低流量 {flow}，为最低 {count} 个的平均。", "Lowest flow of the night {flow}, the mean of the {count} lowest.";

    // Items
    ItemsProgress: "已答 {answered} / {items} 项，佐证齐备 {ready} / {evidence} 份", "{answered} of {items} items answered, {ready} of {evidence} pieces of evidence ready";
    ItemsFilter: "显示", "Show";
    FilterAll: "全部", "all";
    FilterOpen: "未答的", "open";
    FilterUnproven: "佐证未齐的", "not proven";
    FilterLosing: "失分的", "losing points";
    FilterShown: "显示 {shown} / {all} 项", "{shown} of {all} shown";
    ItemOpen: "未答", "open";
    ItemEvidence: "佐证 {ready} / {asked}", "evidence {ready} of {asked}";
    ItemToFacts: "去填数据", "Enter the number";
    ItemToFactsOf: "去填数据：{name}", "Enter the number: {name}";
    ItemClear: "清除原来的答案", "Clear the old answer";
    ItemYes: "符合", "holds";
    ItemNo: "不符合", "does not hold";
    ItemPoints: "自评分（满分 {max}）", "Points (of {max})";
    ItemNoneHold: "均不符合", "none of them";
    ItemByNumbers: "按指标数据判定", "as the numbers say";
    ItemNotApplicable: "不适用：{when}", "Does not apply: {when}";
    EvidenceReady: "齐备", "ready";
    EvidencePartial: "不全", "in part";
    EvidenceMissing: "没有", "missing";
    EvidenceNoteOf: "{evidence}：说明", "{evidence}: note";
    EvidenceFileOf: "{evidence}：文件名", "{evidence}: file name";
    SectionPoints: "{done} / {all} 分", "{done} / {all} points";
    SectionHolds: "{done} / {all} 项符合", "{done} of {all} hold";
    SectionOpen: "未答 {count} 项", "{count} open";
    SectionBonus: "加分", "bonus";
    SectionUndecided: "是否适用，取决于“选标准”一步中的适用情况", "whether it applies depends on what is answered in the step “Rubric”";
    SectionLeftOut: "按所选的适用情况，本节不计", "left out by what was answered";
    RuleYesNo: "做到得 {max} 分，否则 0 分。", "{max} points where it holds, else 0.";
    RuleMustHold: "必须做到。", "It must hold.";
    RuleManualHolds: "由评定人判定是否符合。", "Whoever assesses says whether it holds.";
    RuleMustReach: "必须达到：{conditions}。", "It must be reached: {conditions}.";
    RuleMustReachAll: "必须全部达到：{conditions}。", "All must be reached: {conditions}.";
    RuleMustReachOne: "必须达到其一：{conditions}。", "One must be reached: {conditions}.";
    RuleCondition: "{conditions} 得 {max} 分，否则 0 分。", "{max} points where {conditions}, else 0.";
    RuleManual: "由评定人给 0 到 {max} 分。", "Whoever assesses gives 0 to {max} points.";
    RuleAllOf: "全部符合得 {max} 分，否则 0 分：{conditions}。", "{max} points where all hold, else 0: {conditions}.";
    RuleAnyOf: "符合其一得 {max} 分，否则 0 分：{conditions}。", "{max} points where one holds, else 0: {conditions}.";
    RuleChoice: "按所选计分，满分 {max}：{options}。", "As chosen, {max} at most: {options}.";
    RuleSteps: "{metric}：{steps}；均未达到得 {otherwise} 分（满分 {max}）。", "{metric}: {steps}; else {otherwise} (of {max}).";
    RuleLinear: "{metric}：{zero} 得 0 分，{full} 得 {max} 分，其间按比例。", "{metric}: 0 points at {zero}, {max} at {full}, in proportion between.";
    RuleLinearSteps: "{metric}：{zero} 得 0 分，{full} 得 {max} 分，每 {step} 计一档。", "{metric}: 0 points at {zero}, {max} at {full}, by steps of {step}.";
    RuleDeduct: "{condition} 得 {start} 分；每超出 {step} 扣 {lose} 分，最低 {floor} 分（满分 {max}）。", "{condition} gives {start} points; each {step} beyond takes {lose} off, down to {floor} (of {max}).";
    RuleCount: "每做到一项得 {per} 分，最多 {cap} 分（满分 {max}）：{options}。", "{per} points for each that holds, {cap} at most (of {max}): {options}.";
    RulePartIgnored: "不足一档不计。", "Part of a step does not count.";
    RulePartCounted: "不足一档按一档计。", "Part of a step counts as a whole one.";
    RulePartProportional: "不足一档按比例计。", "Part of a step counts by its part.";
    RuleNotBeyond: "标准容许的范围为 {condition}；超出时请核对后果。", "The standard tolerates {condition}; beyond that, check what follows.";
    MeasuredAtLevel: "{name}（{level}）", "{name} ({level})";
    RuleWorth: "{what} 得 {points} 分", "{what} gives {points}";
    RuleVariant: "{when}：{rule}", "{when}: {rule}";

    // The plan
    PlanLead: "列出可以采取的措施和各自的效果，页面找出到合格线的最省方案，并证明没有更省的。", "List what can be done and what it changes; the page finds the cheapest way to the pass line, and none is cheaper.";
    EffectsLead: "评分项写 +分值、选项或 yes；数据项写新的数值，+5 为增加，-5 为减少。同一措施改的数据一起计算；不同措施改同一指标时，按其中最好的计。", "For an item write + and points, an option, or yes; for an input the new number, +5 adds and -5 takes off. What one measure changes counts together; of several that change the same measured number, the best counts.";
    EffectAdd: "添加效果", "Add an effect";
    EffectRemove: "删除效果", "Remove the effect";
    TargetGate: "前提：{item}", "Prerequisite: {item}";
    TargetPoints: "现得 {points} / {max} 分", "now {points} of {max} points";
    TargetNow: "现为 {value}", "now {value}";
    TargetInput: "{fact}：{input}", "{fact}: {input}";
    PlansTitle: "方案", "Plans";
    PlansCaption: "没有更好者可替代的方案，由省到贵", "Plans that no other beats, cheapest first";
    PlansMore: "另有 {count} 个方案，见曲线。", "{count} more plans stand in the curve.";
    ColumnPlan: "做哪些", "What is done";
    ColumnScore: "得分", "Score";
    PlanAsItIs: "维持现状", "as it is";
    PlanNothingNeeded: "已达标，得 {total} 分，不必再花钱。", "It passes already with {total} points; nothing need be spent.";
    PlanCheapest: "最省的达标方案：{measures}；投资 {cost} 元，年收益 {saving} 元，工期 {months} 个月，得 {total} 分。", "The cheapest way to pass: {measures}; {cost} CNY, {saving} CNY of benefit a year, {months} months, {total} points.";
    PlanNoMeasures: "还没有能提高得分的措施；请在上面添加。", "No measure raises the score yet; add some above.";
    PlanOutOfReach: "所列措施全做也达不到合格线，最多 {total} 分；请再添加措施，或先补齐前提条件。", "Even all measures do not reach the pass line, {total} points at most; add more, or see to the prerequisites first.";
    NextTitle: "每再得一分须做到什么", "What must be true for each further point";
    ColumnNext: "须做到", "What must be true";
    ColumnGain: "可得分", "Points";

    // Trend and comparison
    TrendLead: "同一单位同一标准历年的得分，以及各单位的对比。", "The scores of a unit under one rubric over the years, and the units compared.";
    ReviewYear: "年度", "Year";
    SeriesSelf: "自查分", "Self-assessed";
    SeriesAssessed: "核定分", "Assessors’";
    TrendOneYear: "有两个以上年度时，这里画出趋势。", "With two years or more the trend stands here.";

    // The score in words
    ScoreSelf: "自查得分", "Self-assessed score";
    ScoreAssessed: "核定得分 {total}", "Assessors’ score {total}";
    ScoreOf: "/ {total} 分", "of {total} points";
    ScoreOfAndLine: "/ {total} 分，合格线 {line}", "of {total} points, pass line {line}";
    ScoreReachable: "未答各项若全得满分，可到 {points} 分。", "With every open item full it would be {points} points.";
    ScoreUnverified: "已得 {earned} 分中，{points} 分依据待核实的条文。", "Of {earned} points earned, {points} rest on rules to be verified.";
    ScoreOfBonus: "其中加分 {points} 分。", "{points} of them are bonus.";
    ScoreGrade: "达到等级：{grade}。", "Grade reached: {grade}.";
    ScoreChance: "计入数据的不确定度，达标概率约 {percent} %。", "With the uncertainty of the numbers, the chance to pass is about {percent} %.";
    ScoreOther: "同样的自查，按《{rubric}》得 {total} 分。", "The same answers score {total} under “{rubric}”.";
    ScoreOtherRubric: "按《{rubric}》得 {total} 分：指标数据共用，其余按改选该标准时的作答。", "Under “{rubric}” the score is {total}: measured numbers are shared, the rest is what was answered for that rubric.";
    VerdictPasses: "达标", "Passes";
    VerdictFails: "不达标", "Does not pass";
    VerdictOpen: "尚未判定", "Not decided yet";
    HindrancesMore: "另有 {count} 条。", "And {count} more.";
    HindrancePrerequisiteMissed: "前提条件不满足（一票否决）：{item}", "A prerequisite is missed, which ends it: {item}";
    HindranceStarAtZero: "★ 项不得为零：{item}", "A ★ item must not be zero: {item}";
    HindranceItemFails: "未满足：{item}", "Does not hold: {item}";
    HindranceBelowLine: "距合格线还差 {points} 分", "{points} points are missing to the pass line";
    HindranceNothingApplies: "没有适用的评分项", "No item applies";
    HindrancePrerequisiteOpen: "前提条件未答：{item}", "Prerequisite open: {item}";
    HindranceQuestionOpen: "适用情况未选：{item}", "Question open: {item}";
    HindranceItemOpen: "未答：{item}", "Open: {item}";
    HindranceNoLine: "标准未规定合格线，不作判定", "The rubric has no pass line, so nothing is judged";
    ExampleUniversity: "示例：大学", "Example: a university";
    ExampleInstitution: "示例：公共机构", "Example: a public institution";
    ExampleQuarter: "示例：居民小区", "Example: a residential quarter";

    // What is wrong or odd
    ProblemUnknownRubric: "没有这个评分标准；请另选一个，或先导入它。", "There is no such rubric; choose another, or import it first.";
    ProblemAboveMax: "应为 0 到 {max} 的分值，最多三位小数；此数未计入。", "Points go from 0 to {max}, with three decimals at most; this is left out.";
    ProblemCannotBeLeftOut: "本标准不允许此项不适用；请作答。", "The rubric does not let this be left out; answer it.";
    ProblemMoreThanTotal: "大于它所属的数；请核对两数。", "This is more than the number it is a part of; check both.";
    ProblemUnknownTarget: "没有这个评分项、前提条件或数据项；请从列表中选择。", "There is no such item, prerequisite or input; choose one of the list.";
    ProblemUnknownMeasure: "没有这个名称的措施；请照措施表中的名称填写。", "There is no measure of this name; write it as in the table of measures.";
    ProblemBadChange: "看不出变成什么；请写 +分值、选项，或新的数值（+5 为增加）。", "This does not say what it becomes; write + and points, an option, or the new number (+5 adds).";
    ProblemNoNight: "记录中没有 2 至 4 时的数据，推算不了夜间流量；请粘贴含夜间的记录。", "The record holds nothing between 2 and 4 o’clock, so there is no flow of the night; paste one that does.";
    FaultAdvancedAboveGeneral: "先进值大于通用值；先进值用水更少，请核对两数。", "The advanced value is above the general one; the advanced uses less, check both.";

    // A meter's record
    ReadingsNoNumber: "第 {line} 行末尾没有数字；请每行一个数，时间写在前面。", "Line {line} does not end with a number; give one a line, its time before it.";
    ReadingsBadTime: "第 {line} 行的时间无法识别，或没有按间隔递增；请写成 2024-03-01 02:15。", "The time in line {line} cannot be read or does not go on by whole intervals; write 2024-03-01 02:15.";
    ReadingsBackwards: "第 {line} 行的水表读数比上一行小；请核对，换表时分两段粘贴。", "The register goes back in line {line}; check it, and paste what follows a new meter by itself.";
    ReadingsNoInterval: "不知道每个数相隔多久；请填写间隔（如 15 或 60 分钟），或在数字前写时间。", "How far the numbers lie apart is not known; enter the interval (15 or 60 min) or give times before them.";
    ReadingsTooLong: "记录超过 {limit} 行；请只粘贴一周左右的数据。", "The record has more than {limit} lines; paste a week or so.";
}
