//! Figures, how they came about and how certain they are, and charts.

use super::{Key, Words, sentences};

sentences! {
    // Figures and derivations
    Basis: "依据", "Basis";
    BasisOf: "{name} 的依据", "Basis of {name}";
    MarkBelowLimit: "低于标准下限", "below the standard's limit";
    CanalLimitReached: "达到 GB/T 50363-2018 对这类灌区渠系的下限 {limit}（待核实）。", "Reaches the lower limit of {limit} that GB/T 50363-2018 sets for canal systems of this class (to be verified).";
    CanalLimitMissed: "低于 GB/T 50363-2018 对这类灌区渠系的下限 {limit}（待核实）；这是提示，不是错误。", "Below the lower limit of {limit} that GB/T 50363-2018 sets for canal systems of this class (to be verified); a hint, not a mistake.";
    LimitNote: "下限取自 GB/T 50363-2018 对规划设计的要求，按全数值比较，待核实；低于下限是提示，不是错误。", "Limits are those GB/T 50363-2018 sets for planning and design, compared unrounded, to be verified; below a limit is a hint, not a mistake.";
    MarkUnverified: "待核实", "to be verified";
    MarkImplausible: "超出常见范围", "unusual";
    MarkIncomplete: "不完整", "incomplete";
    DerivationFormula: "公式", "Formula";
    DerivationNumbers: "代入", "With numbers";
    DerivationInputs: "用到的数", "What went in";
    DerivationSource: "出处", "Source";
    DerivationCopy: "查阅自 {copy}", "read at {copy}";
    DerivationTyped: "{label}，录入", "{label}, as entered";
    DerivationMore: "还有 {count} 项", "{count} more";
    StatusVerified: "已核实", "verified";
    StatusSecondary: "已核实（转引）", "verified (secondary)";
    StatusDerived: "推算，待核实", "derived, to be verified";
    StatusTextbook: "教科书做法，条款待核实", "textbook, clause to be verified";
    StatusQuoted: "辗转引用，待核实", "quoted at second hand, to be verified";
    StatusWeak: "暂用值，待核实", "placeholder, to be verified";

    // Trend and uncertainty in the results
    TrendTitle: "趋势与目标", "Trend and target";
    ResultSlope: "森斜率", "Sen's slope";
    ResultTestP: "曼–肯德尔检验 p", "Mann–Kendall p";
    ResultProjection: "按趋势到目标年", "Carried on to the target's year";
    ResultNeeded: "达到目标每年需提高", "Needed by the year to reach it";
    TrendTarget: "对照全国目标：{year} 年 {target}。", "Against the national target: {target} in {year}.";
    ResultTargetReachedSoFar: "按已有的数，暂达到 {year} 年的全国目标 {target}。", "By what is there so far, the national target of {target} for {year} is reached.";
    ResultTargetReached: "已达到 {year} 年的全国目标 {target}。", "The national target of {target} for {year} is already reached.";
    UncertaintyTitle: "不确定度", "Uncertainty";
    UncertaintyHint: "录入的数还没有不确定度。在数后写 ±2% 或 ±100（标准不确定度，k = 1），或写计量类别，如 ±水表2级，结果就会带 ±。", "No entry has an uncertainty yet. Write ±2% or ±100 behind a number (standard uncertainty, k = 1), or an accuracy class such as ±water meter class 2, and results carry a ±.";
    UncertaintyStandard: "标准不确定度 u", "Standard uncertainty u";
    UncertaintyRelative: "相对不确定度", "Relative uncertainty";
    UncertaintyInterval: "95 % 包含区间（k = {k}）", "95 % interval (k = {k})";
    UncertaintyFirst: "最值得先改进：{first}，占方差的 {share} %。", "Improve first: {first}, {share} % of the variance.";
    SimulationRun: "蒙特卡洛检验（{draws} 次）", "Check by Monte Carlo ({draws} draws)";
    SimulationShapes: "各录入数的分布", "Distributions of the entries";
    SimulationShapesNote: "宽度由标准不确定度决定；未改的按正态分布。", "Their width follows from the standard uncertainty; those left alone are normal.";
    SimulationShapeOf: "{name}的分布", "Distribution of {name}";
    ShapeNormal: "正态分布", "normal";
    ShapeRectangular: "均匀分布", "rectangular";
    ShapeTriangular: "三角分布", "triangular";
    ShapeArcsine: "反正弦分布", "arcsine";
    SimulationAgain: "重新检验", "Check again";
    SimulationCancel: "取消", "Cancel";
    SimulationRunning: "正在抽样", "Drawing";
    SimulationMean: "抽样均值", "Mean of the draws";
    SimulationU: "抽样标准不确定度", "Standard uncertainty of the draws";
    SimulationSymmetric: "95 % 概率对称区间", "95 % interval, symmetric in probability";
    SimulationShortest: "95 % 最短区间", "95 % interval, shortest";
    SimulationAgrees: "一阶方法与抽样一致（两端相差不超过 {tolerance}）。", "First order agrees with the draws (ends differ by no more than {tolerance}).";
    SimulationDiffers: "一阶方法与抽样不一致（容差 {tolerance}）；请采用抽样区间。", "First order does not agree with the draws (tolerance {tolerance}); use the interval of the draws.";
    SimulationFailedDraws: "{count} 次抽样超出公式的定义域，未计入。", "{count} draws left the domain of a formula and are not counted.";
    SimulationSeed: "随机种子 {seed}：同样的数据得到同样的结果。", "Seed {seed}: the same data give the same result.";
    SimulationUnavailable: "浏览器没有启动后台计算；请刷新页面再试。", "The browser did not start the background computation; reload the page and try again.";

    // Charts
    ChartTrendTitle: "灌溉水有效利用系数逐年变化", "Irrigation water use coefficient by year";
    ChartTrendDescription: "横轴为年份，纵轴为农田灌溉水有效利用系数；录入数据 {own} 个年份，与全国历年值和全国目标对照。", "Years across, effective utilization coefficient up; {own} years as entered against the nation's values and targets.";
    ChartTrendDrawn: "历年灌溉水有效利用系数，与全国值和全国目标对照", "Irrigation water use coefficient by year, with the nation's values and targets";
    ChartClassesDrawn: "各类系数与 GB/T 50363-2018 下限（待核实）", "Coefficients and the lower limits of GB/T 50363-2018 (to be verified)";
    ChartSeasonDrawn: "逐月作物需水量、有效降雨和净灌溉需水量，mm", "Crop water use, effective rain and net requirement by month, mm";
    ChartLossesDrawn: "首尾流量之差，m³/s", "From head to end, m³/s";
    ChartTrendBeside: "与全国值和全国目标对照", "Beside the nation's values and targets";
    ChartUnitIs: "单位：{unit}", "in {unit}";
    ChartDrawnIn: "{what}，{unit}", "{what}, {unit}";
    ChartPartial: "半圆：该数不完整。", "Half a disc: that figure is incomplete.";
    ChartAtLeast: "{name} ≥ {limit}", "{name} ≥ {limit}";
    ChartAtMost: "{name} ≤ {limit}", "{name} ≤ {limit}";
    ChartBelow: "{name} < {limit}", "{name} < {limit}";
    FindingRise: "{first} 年以来升 {by}", "Up {by} since {first}";
    FindingFall: "{first} 年以来降 {by}", "Down {by} since {first}";
    FindingLevel: "与 {first} 年持平", "Level with {first}";
    FindingRiseAhead: "{first} 年以来升 {by}，照此 {year} 年可到 {to}", "Up {by} since {first}, on course for {to} in {year}";
    FindingFallAhead: "{first} 年以来降 {by}，照此 {year} 年为 {to}", "Down {by} since {first}, heading for {to} in {year}";
    FindingRiseOnYear: "比上年升 {by}", "Up {by} on the year before";
    FindingFallOnYear: "比上年降 {by}", "Down {by} on the year before";
    FindingPoints: "{by} 个百分点", "{by} points";
    FindingAmount: "{by} {unit}", "{by} {unit}";
    FindingHighAndLow: "{most} 最高 {high}，{least} 最低 {low}", "Highest in {most}, {high}; lowest in {least}, {low}";
    FindingMostNeeded: "{month}净需水最多，{amount} mm", "Most water is needed in {month}, {amount} mm";
    MonthNamed: "{month}", "{month}";
    MonthNumber: "{month} 月", "month {month}";
    FindingLosesMost: "{canal}损失最多，{amount} m³/s", "{canal} loses most, {amount} m³/s";
    FindingShare: "{first}占 {share} %", "{first}: {share} %";
    ChartYear: "年份", "Year";
    ChartCoefficient: "系数", "coefficient";
    ChartOwn: "本区域", "This region";
    ChartSample: "示例城市", "Sample city";
    ChartNational: "全国", "Nation";
    ChartTarget: "全国目标", "National target";
    ChartSource: "来源：录入数据；全国值与目标见各年水资源公报与规划。", "Source: data as entered; national values and targets from bulletins and plans.";
    ChartSourceStar: "来源：录入数据；全国值与目标见各年水资源公报与规划，数据表中带 * 的待核实。", "Source: data as entered; national values and targets from bulletins and plans; those with * in the data table are to be verified.";
    ChartNoData: "没有可画的数据", "Nothing to draw";
    ChartTable: "数据表", "Data table";
    ChartTableOf: "数据表：{title}", "Data table: {title}";
    ChartFullScreen: "全屏", "Full screen";
    ChartPng: "下载 PNG", "Download PNG";
    ChartSvg: "下载 SVG", "Download SVG";
    ChartCsv: "下载 CSV", "Download CSV";

    // Charts of the irrigation page
    ChartInterval: "约 95 % 区间（±2u）", "about 95 % (±2u)";
    ChartSourceOwn: "来源：录入数据。", "Source: data as entered.";
    ChartLimits: "GB/T 50363-2018 下限（待核实）", "Lower limit, GB/T 50363-2018 (to be verified)";
    ChartClassesTitle: "各类灌区的灌溉水有效利用系数", "Irrigation water use coefficient by class";
    ChartClassesDescription: "本年 {count} 类灌区的系数，由大型到纯井。", "Coefficients of {count} classes of districts this year, from large ones to wells.";
    ChartCanalsTitle: "渠系示意（宽度为流量，深浅为损失）", "The canals, width for flow, shade for loss";
    ChartCanalsDescription: "{count} 条渠道由渠首到田间的流量与输水损失。", "Flows and losses of {count} canals from the head to the fields.";
    ChartLossShare: "损失比例", "Share lost";
    ChartLoss1: "低于 5 %", "below 5 %";
    ChartLoss2: "5–10 %", "5–10 %";
    ChartLoss3: "10–20 %", "10–20 %";
    ChartLoss4: "20 % 以上", "20 % and more";
    ChartLossesTitle: "各渠道输水损失", "What each canal loses";
    ChartLossesDescription: "各渠道首尾流量之差，由大到小。", "The difference between each canal's head and end, the greatest first.";
    ChartLosses: "损失流量", "Flow lost";
    ChartSeasonTitle: "逐月需水", "Water need by month";
    ChartSeasonDescription: "作物需水量、有效降雨与净灌溉需水量的逐月变化。", "Crop water use, effective rain and net irrigation requirement, month by month.";

    ChartProjection: "趋势外推", "Trend carried on";
    ChartProjectionInterval: "斜率 95 % 区间内的外推", "within the 95 % interval of the slope";
    ChartBudgetTitle: "不确定度预算：各录入数的方差份额，%", "Uncertainty budget, share of the variance by entry, %";
    ChartBudgetDescription: "共 {count} 个带不确定度的录入数，份额最大的是 {first}。", "{count} uncertain entries; the greatest share has {first}.";
    ChartBudgetMeasure: "录入数", "Entry";
    ChartBudgetShare: "方差份额", "Share of the variance";
}
