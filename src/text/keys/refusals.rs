//! What cannot be computed, read or changed, and the way out.

use super::{Key, Words, sentences};

sentences! {
    // Typed numbers
    TypedNotANumber: "这里需要一个数字，例如 1234.5。", "A number belongs here, for example 1234.5.";
    TypedGrouping: "逗号只能作千位分隔（如 1,234）；小数请用点号。", "Commas may only group thousands (1,234); use a point for decimals.";
    TypedAmbiguousMyriad: "本列单位已是{unit}，单写“万”“亿”有歧义；请写出完整单位。", "This column is already in {unit}, so a bare 万 or 亿 is ambiguous; write the full unit.";
    TypedUnknownUnit: "不认识数字后面的单位；请删去，或改用常用单位。", "The unit after the number is not known; remove it or use a common one.";
    TypedOtherDimension: "{typed} 与本列的 {wanted} 不是同一种量；请换算后填写。", "{typed} and this column's {wanted} measure different things; convert it first.";
    TypedUncertaintyHere: "这里只填数值，不带 ±；请去掉 ± 及其后面的内容。", "This cell takes the number alone; remove the ± and what follows it.";
    TypedBadUncertainty: "± 后面应为不小于零的数、百分数或准确度等级，例如 ± 100、± 2%、± 水表2级。", "After ± belongs a number, zero or above, a percentage or an accuracy class, for example ± 100, ± 2%, ± water meter class 2.";
    TypedAmbiguousPercent: "数值和 ± 都写成百分数，分不清后者是百分点还是数值的百分之几；请写成 0.53 ± 0.01 或 0.53 ± 2%。", "With the number and its ± both in percent, the second could be points or a share of the first; write 0.53 ± 0.01 or 0.53 ± 2%.";
    TypedUnknownAccuracy: "没有 ± 后面所写的准确度等级；请写数值或百分数，或从列表中选择。", "There is no accuracy class of the name after ±; write a number or a percentage, or choose one from the list.";
    TypedTooLarge: "数字太大，无法计算；请检查单位和位数。", "The number is too large to compute with; check its unit and digits.";

    // Faults of a metric's inputs
    FaultMissing: "缺少“{name}”；请补上。", "{name} is missing; add it.";
    FaultUnknown: "没有名为 {unknown} 的输入项；可用：{known}。", "There is no input named {unknown}; use {known}.";
    FaultNotANumber: "“{name}”应为数字；请改成数字。", "{name} is not a number; give a number.";
    FaultNotAList: "“{name}”应为数字或列表，与该指标的定义一致。", "{name} has the wrong form; give a list where the metric takes a list, a number where it takes a number.";
    FaultNotARow: "“{name}”应为带名称的数值，例如 coefficient: 0.5, gross: 100。", "{name} takes named values, for example coefficient: 0.5, gross: 100.";
    FaultNotFinite: "“{name}”不是有限的数；请检查。", "{name} is not a finite number; check it.";
    FaultEmpty: "“{name}”是空的；至少需要一项。", "{name} is empty; give at least one item.";
    FaultNegative: "“{name}”不能为负；请检查符号。", "{name} cannot be negative; check its sign.";
    FaultNotPositive: "“{name}”必须大于零。", "{name} must be above zero.";
    FaultTooSmall: "“{name}”太小；下限为 {limit}。", "{name} is too small; its lower limit is {limit}.";
    FaultTooLarge: "“{name}”太大；上限为 {limit}。", "{name} is too large; its upper limit is {limit}.";
    FaultTooLargeFraction: "“{name}”太大；上限为 {limit}。若为百分数，请除以 100。", "{name} is too large; its upper limit is {limit}. A percentage must be divided by 100.";
    FaultNetAboveGross: "净灌溉用水量大于毛灌溉用水量；请核对两数及其单位、范围、时段是否一致。", "Net water exceeds gross water; check both figures, their units, area and period.";
    FaultZeroDenominator: "“{name}”合计为零，无法作除数；至少一项要大于零。", "{name} add up to zero and cannot be divided by; at least one must be above zero.";
    FaultOverflow: "结果超出可计算的范围；请检查数值的大小和单位。", "The result is too large to compute; check the size and unit of the numbers.";
    FaultBadUncertainty: "“{name}”的不确定度 u 应为不小于零的数。", "The uncertainty u of {name} must be a number, zero or above.";
    FaultOtherDimension: "“{name}”的单位不是该项所需的量；请换算。", "The unit of {name} measures something else; convert it.";
    FaultUnknownMetric: "没有名为 {metric} 的指标。", "There is no metric named {metric}.";
    FaultMalformedEntry: "每一项应为含 metric 与 inputs 的对象。", "Each entry must be an object with metric and inputs.";

    // Faults of irrigation's inputs
    FaultDryAboveWet: "烘干土质量大于湿土质量；请核对两次称量，并都扣除铝盒质量。", "The oven-dry mass exceeds the wet mass; check both weighings, each without its box.";
    FaultMoistureFalls: "灌水后含水率低于灌水前；请核对两次取样是否对调，以及取样时间。", "Moisture after the irrigation is below that before; check that the two samplings are not swapped, and when they were taken.";
    FaultMoistureAboveOne: "土壤含水率大于 1，水比土还多；请核对称量、容重，百分数请除以 100。", "Soil moisture above 1 would be more water than soil; check masses and bulk density, and divide a percentage by 100.";
    FaultDepthFalls: "灌水后田面水深小于灌水前；请核对两次读数是否对调。", "The water depth after the irrigation is below that before; check that the two readings are not swapped.";
    FaultLossAboveIrrigation: "灌水损失大于灌水量；请核对两数及其单位。", "The loss exceeds the irrigation; check both figures and their units.";
    FaultNothingLeft: "扣除弃水、退水和非灌溉用水后没有剩余；请核对各项水量及其单位、时段。", "Nothing is left after spill, return and other uses; check these amounts, their units and period.";
    FaultEqualCoefficients: "两部分系数相同，份额无法反推；请核对系数。", "The two parts have the same coefficient, so no share follows from it; check the coefficients.";
    FaultTotalNotBetween: "整体系数不在两部分系数之间；请核对三个系数。", "The coefficient of both does not lie between those of the parts; check the three coefficients.";
    FaultRainAboveEvapotranspiration: "降水量大于蒸散发量，差值不能作为灌溉耗水；请核对两数及其范围、时段。", "Rain exceeds evapotranspiration, so the difference is no irrigation; check both figures, their area and period.";
    FaultOutflowAboveInflow: "净流量（出流）大于毛流量（入流）；请核对两处测流及其单位。", "The outflow exceeds the inflow; check both measurements and their units.";
    FaultSeepageRises: "防渗后渗漏量大于防渗前；请核对两数及其时段。", "Seepage after lining exceeds that before; check both figures and their period.";
    FaultTminAboveTmax: "最低气温高于最高气温；请核对两数是否对调。", "The lowest temperature exceeds the highest; check that the two are not swapped.";
    FaultMeanOutside: "平均气温不在最低与最高气温之间；请核对。", "The mean temperature does not lie between the lowest and the highest; check it.";
    FaultRhMinAboveRhMax: "最低相对湿度大于最高相对湿度；请核对两数是否对调。", "The lowest relative humidity exceeds the highest; check that the two are not swapped.";
    FaultWetBulbAboveDry: "湿球温度高于干球温度；请核对两数是否对调。", "The wet-bulb temperature exceeds the dry-bulb temperature; check that the two are not swapped.";
    FaultWetBulbTooLow: "湿球温度过低，算得的水汽压不大于零；请核对干湿球读数、气压和干湿表系数。", "The wet-bulb temperature is so low that no vapour is left; check both readings, the pressure and the coefficient.";
    FaultVapourAboveSaturation: "实际水汽压大于饱和水汽压；请核对水汽压的单位（kPa）和气温。", "The actual vapour pressure exceeds saturation; check its unit (kPa) and the temperatures.";
    FaultSunshineAboveDaylight: "日照时数大于当天的可照时数；请核对日照时数、纬度和日序。", "There are more hours of sunshine than of daylight; check the sunshine, the latitude and the day of the year.";
    FaultSolarAboveExtraterrestrial: "太阳辐射大于天顶辐射；请核对单位 MJ/(m²·d)、纬度和日序。", "Solar radiation exceeds what reaches the top of the air; check its unit, MJ/(m²·d), the latitude and the day of the year.";
    FaultPolarDayOrNight: "当地这一天太阳不落或不升（极昼或极夜），本方法不适用；请核对纬度和日序。", "On this day the sun does not set or does not rise there, and the method does not apply; check the latitude and the day of the year.";
    FaultHumidityAsFraction: "相对湿度以百分数计（84，而不是 0.84）；请乘以 100。", "Relative humidity is in percent, 84 and not 0.84; multiply it by 100.";
    FaultHumidityMissing: "缺少湿度：请给出 rh_max 和 rh_min，或给出 actual_vapour_kpa。", "Humidity is missing: give rh_max and rh_min, or actual_vapour_kpa.";
    FaultHumidityIncomplete: "最高与最低相对湿度要一起给出：请补上 rh_max 或 rh_min，或改用 actual_vapour_kpa。", "The highest and the lowest humidity belong together: add rh_max or rh_min, or give actual_vapour_kpa instead.";
    FaultHumidityTwice: "湿度给了不止一种；请只保留一种：rh_max 和 rh_min，或 actual_vapour_kpa，或本方法接受的其他一种。", "Humidity is given in more than one way; keep one: rh_max and rh_min, or actual_vapour_kpa, or another that this method takes.";
    FaultRadiationMissing: "缺少日照或辐射：请给出 sunshine_h 或 solar_mj_m2_d 之一。", "Radiation is missing: give sunshine_h or solar_mj_m2_d.";
    FaultRadiationTwice: "日照与辐射给了不止一种；请只保留 sunshine_h、solar_mj_m2_d 或辐射调整系数之一。", "Radiation is given in more than one way; keep one of sunshine_h, solar_mj_m2_d and the adjustment coefficient.";
    FaultDayBeyondStage: "天数超出本生育阶段的长度；请核对，或改用下一阶段。", "The day lies beyond the end of the stage; check it, or use the next stage.";
    FaultLeachingImpossible: "灌溉水太咸，无法用它把土壤盐分淋洗到作物能耐受的程度；请换用较淡的水或较耐盐的作物。", "This water is too salty to leach the soil to what the crop bears; use fresher water or a crop that bears more salt.";

    // Faults of industry's inputs
    FaultPartAboveTotal: "“{name}”超出它所属的总量；请核对两数及其范围、时段和单位。", "{name} exceeds the total that it is a part of; check both figures, their scope, period and units.";
    FaultNotOfIntake: "排水、漏失或成本所涉的水多数不在取水量之内，或多于取水量，与取水量之比没有意义，因此不列数值；请把取水量口径改为全部水源，或核对各水源的水量。", "Most of the water that is discharged, lost or paid for is no part of the intake, or there is more of it than intake, so that its ratio to intake has no meaning and is not given; count all sources as intake, or check the amounts of the sources.";
    FaultCondensateAboveSteam: "冷凝水质量大于产汽量；请核对水量、密度和蒸汽量的单位与时段。", "There is more condensate than steam; check volume, density and steam, their units and period.";
    FaultCyclesNotAboveOne: "浓缩倍数不大于 1，系统没有浓缩；请核对补充水与排污水的数据是否对调。", "Cycles of concentration are not above 1, so nothing is concentrated; check that make-up and blow-down are not swapped.";
    FaultFeedAboveMakeup: "给水电导率大于补充水电导率；给水是补充水与凝结水的混合，请核对两数。", "The feed water conducts better than the make-up, though it is make-up thinned by condensate; check both.";
    FaultUsesAboveIncoming: "消耗与损失之和大于进入的水量；请核对各项水量。", "Consumption and losses together exceed what comes in; check these amounts.";
    FaultInletAboveOutlet: "进水温度高于排水温度；请核对两数是否对调。", "The water comes in warmer than it leaves; check that the two temperatures are not swapped.";
    FaultTemperaturesNotRising: "表中两个气温应由低到高；请核对。", "The two temperatures of the table must rise; check them.";
    FaultReadingFalls: "终止读数小于起始读数；请核对两次读数，或是否换过表。", "The second reading is below the first; check both, and whether the meter was changed.";
    FaultTierWithoutEnd: "只有最后一级可以没有上限；请补上这一级的上限。", "Only the last tier may go without an upper end; give this tier its end.";
    FaultTiersNotRising: "各级上限应逐级增大；请核对。", "The upper ends of the tiers must rise; check them.";
    FaultTooManyYears: "最多用三年的用水量；请只留最近三年。", "At most three years count; leave the last three.";
    FaultNotAName: "“{name}”应为下列之一：{names}。", "{name} must be one of {names}.";
    FaultTooFewMonths: "基期的月份太少；有驱动量至少三个月，没有至少两个月。", "The base period has too few months: three with a driver, two without.";
    FaultEqualDrivers: "基期各月驱动量都一样，看不出用水怎样随它变；请补充不同的月份或不填驱动量。", "The driver is the same in every month, so nobody sees how the use goes with it; add other months, or leave it out.";
    FaultEqualUses: "基期各月用水都一样，没有起伏可以解释。", "The use is the same in every month, so there are no ups and downs to explain.";
    FaultNoUse: "基期没有用水，算不出比例。", "Nothing was used in the base period, so there is no share.";
    FaultNotPaidBack: "这些年内收不回投资；请核对投资与各年收支，或把年限延长。", "The investment is not paid back within these years; check it and the flows, or look at more years.";
    FaultNoSingleReturn: "各年收支不是先付后收，收益率没有唯一的值；请看净现值。", "Payments do not simply come first and receipts after them, so there is no single rate of return; look at the net present value.";
    FaultNeverPaysBack: "一年的利息已不少于年效益，永远收不回投资；请核对投资、年效益与折现率（小数，8% 写作 0.08）。", "The interest of a year takes all the yearly benefit, so the investment never comes back; check investment, yearly benefit and rate of discount (a fraction, 0.08 for 8 %).";
    FaultBeyondLastTier: "用水量超出最后一级的上限；请补充一级，或去掉最后一级的上限。", "The water goes beyond the last tier; add a tier, or leave out the last one's end.";

    // Series by year
    FaultLengthsDiffer: "年份与数值的个数不一致；请一年对应一个数值。", "There are not as many values as years; give one value for each year.";
    FaultYearTwice: "有年份重复；每年只能有一个数值。", "A year stands twice; give one value for each year.";
    FaultTooFewForSlope: "至少要有两个年份才能求斜率；请补充年份。", "A slope needs two years at least; add more years.";
    FaultTooFewForTest: "至少要有四个年份才能作趋势检验；请补充年份。", "A test for trend needs four years at least; add more years.";
    FaultCurveFalls: "“{name}”：曲线的水位与库容、面积应逐点增大；请检查这两点。", "{name}: levels of the curve rise, and storage and area with them; check these two points.";
    FaultOutsideCurve: "“{name}”在水位曲线之外；不外推，请补充曲线或检查水位。", "{name} lies outside the curve, beyond which nothing is told; extend the curve or check the level.";
    FaultPlansAboveParent: "“{name}”已超出上级计划（扣除预留后）；请调低已定计划、预留，或调高上级计划。", "{name} exceeds the plan that is split, less its reserve; lower what was given or the reserve, or raise the plan.";
    FaultTargetYearNotLater: "目标年应晚于现状年；请检查两个年份。", "The target year must come after the year of the value; check both.";
    TrendRough: "不足十年：显著性 p 为粗略值，请谨慎引用。", "Fewer than ten years: the significance p is rough; quote it with care.";

    // The water network
    BalanceUnknownEnd: "第 {number} 条水流的起点或终点不存在；请改接到已有的节点或界外。", "Flow {number} begins or ends at a node that is not there; join it to one that is, or to the outside.";
    BalanceFlowToItself: "第 {number} 条水流的起点与终点相同；请改接其中一端。", "Flow {number} ends where it begins; join one of its ends elsewhere.";
    BalanceBadAmount: "第 {number} 条水流的水量或其不确定度不是不小于零的数；请改正。", "The amount of flow {number}, or its uncertainty, is no number from zero up; correct it.";
    BalanceBadCost: "第 {number} 个节点的费用不是不小于零的数；请改正。", "A cost of node {number} is no number from zero up; correct it.";
    BalanceBadOverride: "第 {number} 条水流所定的费用份额无效；份额应在 0 与 1 之间，同一节点合计不超过 1，且该水流要通向用水单元或出自污水处理。", "The share of cost set for flow {number} cannot hold; shares lie between 0 and 1, add up to 1 at most at a node, and belong to flows that lead to uses or leave a wastewater treatment.";
    NetworkMalformed: "水网应写成 nodes（id、kind、unit_cost）与 edges（from、to、flow）；请改正：{detail}", "A network is written as nodes (id, kind, unit_cost) and edges (from, to, flow); correct it: {detail}";
    CostAllocationSource: "沿水网按水量比例分摊", "Allocated along the network in proportion to flows";
    BalanceOtherLength: "所给的水量、费用或类别与水网的节点、水流不一一对应；请逐一给出。", "The amounts, costs or classes given do not match the nodes and flows; give one for each.";

    // Simulations
    SimulationNothingUncertain: "录入的数都没有不确定度，无需模拟；请先给出至少一个 ±。", "None of the numbers typed has an uncertainty, so there is nothing to simulate; give at least one ±.";
    SimulationDraws: "抽样次数应在 {least} 与 {most} 之间；请改正。", "The number of draws must lie between {least} and {most}; change it.";
    SimulationNoUncertainty: "“{name}”所选的分布没有标准不确定度；请检查其参数（t 分布自由度要大于 2）。", "The distribution chosen for {name} has no standard uncertainty; check its parameters (Student's t needs more than 2 degrees of freedom).";
    SimulationNoneFinite: "没有一次抽样得到可计算的结果；请检查数值及其不确定度。", "Not one draw gave a result that can be computed; check the numbers and their uncertainties.";

    // Changes that were refused
    EditTooManyRows: "一张表最多 {limit} 行；这次没有改动。请分成几年或合并小灌区。", "A table holds {limit} rows at most; nothing was changed. Split it or merge small districts.";
    EditTooLong: "一格最多写 1 MB、{limit} 行；这次没有写入。长记录请只保留一段，或加大间隔。", "A cell holds 1 MB and {limit} lines at most; nothing was written. Keep a part of a long record, or longer intervals.";
    EditGone: "要修改的内容已不在这份账里；这次没有改动。", "What was to be changed is no longer in the ledger; nothing was changed.";

    // Documents that cannot be opened
    DocumentNewer: "这份账由更新的版本保存（格式 {theirs}，本页支持到 {ours}）。它原样保留，未作任何改动；请用新版打开，或下载保存。", "This ledger was saved by a newer version (form {theirs}; this page knows up to {ours}). It is kept as it is; open it with the newer version, or download it.";
    DocumentDamagedAt: "这份账第 {line} 行无法读取：{detail}。它原样保留，未作任何改动；请下载保存，或导入以前的备份。", "Line {line} of this ledger cannot be read: {detail}. It is kept as it is; download it, or import an earlier backup.";
    DocumentOtherFile: "这不是用水账的账本，而是{kind}；它原样保留，没有导入。请选用“导出”得到的 JSON 文件。", "This is no ledger but {kind}; it is kept as it is and was not taken over. Choose a JSON file that “Export” made.";
    DocumentTooManyRows: "“{table}”有一张表超过 {limit} 行，没有打开；它原样保留。请在原处分成几年或合并后再导入。", "A table of “{table}” holds more than {limit} rows and was not opened; the file is kept as it is. Split it where it comes from, then import it again.";
    DocumentTooLong: "“{table}”有一格超过 1 MB 或 {limit} 行，没有打开；它原样保留。请在原处缩短后再导入。", "A cell of “{table}” holds more than 1 MB or {limit} lines and was not opened; the file is kept as it is. Shorten it where it comes from, then import it again.";
    DocumentDamaged: "这份账无法读取：{detail}。它原样保留，未作任何改动；请下载保存，或导入以前的备份。", "This ledger cannot be read: {detail}. It is kept as it is; download it, or import an earlier backup.";
    FileEmpty: "空文件", "an empty file";
    FileWorkbook: "Excel 工作簿（xlsx）", "an Excel workbook (xlsx)";
    FileOldOffice: "旧版 Excel 或 Word 文件（xls、doc）", "an old Excel or Word file (xls, doc)";
    FileArchive: "压缩包或 Word 文件（zip、docx）", "an archive or Word file (zip, docx)";
    FilePdf: "PDF 文件", "a PDF";
    FileImage: "图片", "a picture";
    FileJson: "JSON 文件", "a JSON file";
    FileToml: "TOML 文件", "a TOML file";
    FileCsv: "文本表格（CSV）", "a table as text (CSV)";
    FileText: "普通文本", "plain text";
    FileOther: "不认识的文件", "a file of a kind not known here";
    DamageOtherFile: "这是{kind}", "it is {kind}";
    DamageEndsEarly: "内容到这里中断了", "it breaks off here";
    DamageSyntax: "括号、引号或逗号不合写法", "brackets, quotes or commas are not as they should be";
    DamageTwice: "“{name}”出现了两次", "“{name}” stands twice";
    DamageMissing: "缺少“{name}”", "“{name}” is missing";
    DamageUnknown: "不认识“{name}”", "“{name}” is not known";
    DamageOtherType: "这里的值不是应有的种类", "the value is not of the kind that belongs here";
    RequestsDamaged: "输入应是请求的 JSON 数组，第 {line} 行无法读取：{detail}", "The input should be a JSON array of requests; line {line} cannot be read: {detail}";
    FileTooLarge: "文件超过 {limit} MB，未读取。请确认选的是用水账的 JSON 文件。", "The file is over {limit} MB and was not read. Check that it is a Water Ledger JSON file.";
}
