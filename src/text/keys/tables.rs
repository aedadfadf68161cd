//! Columns of the tables, and the problems found in them.

use super::{Key, Words, sentences};

sentences! {
    // Columns of the district table
    ColumnName: "灌区", "District";
    ColumnClass: "规模与类型", "Size and type";
    ColumnArea: "实灌面积", "Irrigated area";
    ColumnNet: "净灌溉用水量", "Net water";
    ColumnGross: "毛灌溉用水量", "Gross water";
    ColumnCoefficientTyped: "已测系数", "Measured coeff.";
    ColumnCoefficient: "有效利用系数", "Coefficient";
    ColumnPerMu: "亩均用水量", "Water per mu";

    // Columns of the other tables
    ColumnClassGross: "全类毛灌溉用水量", "Gross water of the class";
    ColumnCrop: "作物", "Crop";
    ColumnNetPerMuTyped: "亩均净灌水量（已测）", "Net per mu, measured";
    ColumnNetPerMu: "亩均净灌水量", "Net per mu";
    ColumnSource: "名称", "Name";
    ColumnSourceKind: "水源或出流", "Source or outflow";
    ColumnAmount: "水量", "Water";
    ColumnRefills: "塘坝复蓄次数", "Times a pond fills";
    ColumnEnergy: "用电量", "Electricity";
    ColumnEnergyFactor: "以电折水系数", "Water per kWh";
    ColumnAmountFound: "计入水量", "Water counted";
    ColumnNeed: "净灌溉需水量", "Net water needed";
    ColumnNetFlow: "净流量", "Net flow";
    ColumnGrossFlow: "毛流量", "Gross flow";
    ColumnCanalEfficiency: "渠道水利用系数", "Canal efficiency";
    ColumnEt0: "ET0", "ET0";
    ColumnNetNeed: "净灌溉需水量", "Net requirement";
    ColumnField: "典型田块", "Sample field";
    ColumnFieldArea: "面积", "Area";
    ColumnFieldMethod: "测算方法", "Method";
    ColumnIrrigation: "灌水次序", "Irrigation";
    ColumnReadingKind: "量测项目", "Reading of";
    ColumnLayerDepth: "土层厚", "Layer depth";
    ColumnDensity: "干容重", "Bulk density";
    ColumnBefore: "灌前含水率或水深", "Before, moisture or depth";
    ColumnAfter: "灌后含水率或水深", "After, moisture or depth";
    ColumnVolume: "计量水量", "Metered water";
    ColumnPeriod: "时段", "Period";
    ColumnEtc: "作物需水量", "Crop water use";
    ColumnEffectiveRain: "有效降雨", "Effective rain";
    ColumnGroundwater: "地下水补给", "Groundwater supply";
    ColumnPeriodStart: "期初含水率或水深", "At start, moisture or depth";
    ColumnPeriodEnd: "期末含水率或水深", "At end, moisture or depth";
    ColumnPercolation: "稻田渗漏", "Percolation";
    ColumnSoaking: "泡田水量", "Soaking";
    ColumnInflow: "实际灌入", "Actual inflow";
    ColumnCanal: "渠道", "Canal";
    ColumnUpstream: "上级渠道", "Upstream canal";
    ColumnLength: "渠长", "Length";
    ColumnDelivery: "直接供田流量", "Delivered to fields";
    ColumnSoil: "渠床土质", "Bed soil";
    ColumnLining: "防渗措施", "Lining";
    ColumnLiningFactor: "防渗系数 β", "Lining factor β";
    ColumnGroundwaterFactor: "顶托系数 γ", "Groundwater factor γ";
    ColumnMeasuredIn: "实测首部流量", "Measured inflow";
    ColumnMeasuredOut: "实测尾部流量", "Measured outflow";
    ColumnPlannedFactor: "改造后 β", "Planned β";
    ColumnMonth: "月", "Month";
    ColumnTmax: "最高气温", "Tmax";
    ColumnTmin: "最低气温", "Tmin";
    ColumnHumidity: "相对湿度", "Humidity";
    ColumnWind: "2 m 风速", "Wind at 2 m";
    ColumnSunshine: "日照时数", "Sunshine";
    ColumnRain: "降雨量", "Rain";
    ColumnShare: "种植比例", "Share of area";
    ColumnStart: "播种（月-日）", "Start (month-day)";
    ColumnStageInitial: "初期", "Initial stage";
    ColumnStageDevelopment: "发育期", "Development";
    ColumnStageMiddle: "中期", "Mid-season";
    ColumnStageLate: "后期", "Late season";
    ColumnKcInitial: "Kc 初期", "Kc initial";
    ColumnKcMiddle: "Kc 中期", "Kc mid";
    ColumnKcEnd: "Kc 末", "Kc end";

    // Problems in the ledger
    ProblemNegative: "不能为负；请检查符号。", "It cannot be negative; check its sign.";
    ProblemZero: "必须大于零；没有数据请留空。", "It must be above zero; leave it blank when there is no figure.";
    ProblemCoefficientRange: "系数应大于 0、不大于 1；百分数请写成 53% 或 0.53。", "A coefficient lies above 0 and at most at 1; write a percentage as 53% or 0.53.";
    ProblemDisagrees: "与净 / 毛算得的 {computed} 不一致；按算得的值计。", "It disagrees with net ÷ gross, {computed}, which is the value used.";
    ProblemImplausible: "超出常见范围 0.2–0.98（待核实）；请核对单位和口径。已照常计算。", "Outside the usual range 0.2–0.98 (to be verified); check units and scope. It is computed with all the same.";
    ProblemUnknownClass: "没有这一项；请从列表中选择。", "There is no such entry; choose one from the list.";
    ProblemNoClass: "未选规模与类型：计入区域，但不计入任何一类。", "No size or type chosen: it counts in the region but in no class.";
    ProblemIncomplete: "净用水量、毛用水量、系数三者中再填一项，才能算出系数。", "Of net water, gross water and coefficient, one more is needed to compute the coefficient.";
    ProblemNoWeight: "只有系数、没有水量，无法在区域中加权；请填净或毛用水量。", "A coefficient without water has no weight in the region; enter net or gross water.";
    ProblemNoName: "有数据但没有名称；请起个名字便于核对。", "Figures without a name; give the district a name.";
    ProblemDuplicateName: "本表另有一行同名；请确认没有重复填写。", "Another row of this table has the same name; check that it was not entered twice.";
    ProblemNotAYear: "请填写 1949–2100 之间的年份，否则不计入趋势。", "Enter a year from 1949 to 2100; without it the sheet is not part of the trend.";
    ProblemDuplicateYear: "这一年有不止一张表；趋势只用第一张。", "This year has more than one sheet; the trend uses the first alone.";
    ProblemOutside: "应在 {low} 与 {high} 之间。", "It must lie between {low} and {high}.";
    ProblemNotAMonth: "请填写 1–12 的月份；否则本行不计。", "Enter a month from 1 to 12; until then the row does not count.";
    ProblemNotADay: "请按“月-日”填写，例如 4-15；否则本行不计。", "Enter month and day, for example 4-15; until then the row does not count.";
    ProblemBlank: "请填写；缺了它，这里无法计算。", "Fill it in; without it nothing can be computed here.";
    ProblemNoKind: "请选择这一行是什么，否则不计入。", "Choose what this row is; until then it does not count.";
    ProblemUnknownCrop: "作物表中没有这种作物；请先在“灌区”页添加，或改成同名。", "The district has no such crop; add it on the District tab or use its name.";
    ProblemNoFields: "没有亩均净灌水量，也没有该作物的典型田块；未计入净用水总量。", "It has neither net water per mu nor a sample field; it is not in the net total.";
    ProblemNoArea: "没有面积；未计入净用水总量。", "It has no area; it is not in the net total.";
    ProblemDetailDisagrees: "与明细测算的 {computed} 不一致；按测算值计。清空本格即采用测算值。", "It disagrees with {computed} from the details, which is the value used; clear the cell to take it over.";
    ProblemNoSamples: "本类有毛用水量，但没有带系数的样点；未计入区域系数。", "The class has gross water but no sample with a coefficient; it is not in the region's coefficient.";
    ProblemRepeated: "此项上面已填过；按第一行计。", "This stands above already; the first row counts.";
    ProblemClassBelowSamples: "小于本类各样点毛用水量之和；请核对。已照常计算。", "It is less than the samples of the class take together; check it. It is computed with all the same.";
    ProblemUnknownCanal: "没有这个名称的渠道；请改成上面某条渠道的名称，或留空表示渠首。", "There is no canal of this name; use the name of a canal in this table, or leave it blank for the head.";
    ProblemFeedsItself: "渠道直接或间接地供给了自己；请改正上级渠道。这些渠道未计入。", "The canal feeds itself, directly or through others; correct its upstream canal. Such canals are left out.";
}
