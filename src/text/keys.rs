//! The table of sentences. A key is used in code; adding a language means adding a column.

use super::Words;

/// The name of a sentence.
///
/// Each is a constant by itself, not one of an enumeration: a module of the page that never says a sentence does not
/// carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(&'static Words);

macro_rules! sentences {
    ($all:ident $($key:ident: $zh:literal, $en:literal;)*) => {
        #[allow(missing_docs, reason = "the sentence is the documentation")]
        #[allow(non_upper_case_globals, reason = "keys are read as names")]
        impl Key {
            $(pub const $key: Key = Key(&Words::new($zh, $en));)*

            /// Every key of this table.
            pub const $all: &'static [Key] = &[$(Key::$key),*];
        }
    };
}

impl Key {
    /// The sentence in both languages; `{name}` marks a blank.
    pub const fn words(self) -> Words {
        *self.0
    }
}

// The sentences of a large part of the product stand in a table of their own below `keys/`.
mod report;

sentences! {
    ALL

    // Typed numbers
    TypedNotANumber: "这里需要一个数字，例如 1234.5。", "A number belongs here, for example 1234.5.";
    TypedGrouping: "逗号只能作千位分隔（如 1,234）；小数请用点号。", "Commas may only group thousands (1,234); use a point for decimals.";
    TypedAmbiguousMyriad: "本列单位已是{unit}，单写“万”“亿”有歧义；请写出完整单位。", "This column is already in {unit}, so a bare 万 or 亿 is ambiguous; write the full unit.";
    TypedUnknownUnit: "不认识数字后面的单位；请删去，或改用常用单位。", "The unit after the number is not known; remove it or use a common one.";
    TypedOtherDimension: "{typed} 与本列的 {wanted} 不是同一种量；请换算后填写。", "{typed} and this column's {wanted} measure different things; convert it first.";
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
    ProblemDuplicateName: "同一年里有同名灌区；请确认没有重复填写。", "Another district of this year has the same name; check that it was not entered twice.";
    ProblemNotAYear: "请填写 1949–2100 之间的年份，否则不计入趋势。", "Enter a year from 1949 to 2100; without it the sheet is not part of the trend.";
    ProblemDuplicateYear: "这一年已有一张表；本表不计入趋势。", "This year already has a sheet; this one is not part of the trend.";
    ProblemOutside: "应在 {low} 与 {high} 之间。", "It must lie between {low} and {high}.";
    ProblemNotAMonth: "请填写 1–12 的月份；否则本行不计。", "Enter a month from 1 to 12; until then the row does not count.";
    ProblemNotADay: "请按“月-日”填写，例如 4-15；否则本行不计。", "Enter month and day, for example 4-15; until then the row does not count.";
    ProblemNoKind: "请选择这一行是什么，否则不计入。", "Choose what this row is; until then it does not count.";
    ProblemUnknownCrop: "作物表中没有这种作物；请先在“灌区”页添加，或改成同名。", "The district has no such crop; add it on the District tab or use its name.";
    ProblemNoFields: "没有亩均净灌水量，也没有该作物的典型田块；未计入净用水总量。", "It has neither net water per mu nor a sample field; it is not in the net total.";
    ProblemNoArea: "没有面积；未计入净用水总量。", "It has no area; it is not in the net total.";
    ProblemDetailDisagrees: "与明细测算的 {computed} 不一致；按测算值计。清空本格即采用测算值。", "It disagrees with {computed} from the details, which is the value used; clear the cell to take it over.";
    ProblemNoSamples: "本类有毛用水量，但没有带系数的样点；未计入区域系数。", "The class has gross water but no sample with a coefficient; it is not in the region's coefficient.";
    ProblemDuplicateClass: "这一类已填过；按第一行计。", "This class stands above already; the first row counts.";
    ProblemClassBelowSamples: "小于本类各样点毛用水量之和；请核对。已照常计算。", "It is less than the samples of the class take together; check it. It is computed with all the same.";
    ProblemUnknownCanal: "没有这个名称的渠道；请改成上面某条渠道的名称，或留空表示渠首。", "There is no canal of this name; use the name of a canal in this table, or leave it blank for the head.";
    ProblemFeedsItself: "渠道直接或间接地供给了自己；请改正上级渠道。这些渠道未计入。", "The canal feeds itself, directly or through others; correct its upstream canal. Such canals are left out.";

    // Charts of the irrigation page
    ChartInterval: "约 95 % 区间（±2u）", "about 95 % (±2u)";
    ChartSourceOwn: "来源：录入数据。", "Source: data as entered.";
    ChartClassesTitle: "各类系数", "Coefficients by class";
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

    // Tabs of the irrigation page
    SectionsLabel: "灌溉测算的各部分", "Parts of the irrigation work";
    SectionRegion: "区域", "Region";
    SectionDistrict: "灌区", "District";
    SectionCanals: "渠系", "Canals";
    SectionFields: "田块", "Fields";
    SectionWaterNeed: "需水", "Water need";
    NoDistricts: "还没有灌区；请先在“区域”页添加。", "There is no district yet; add one on the Region tab.";
    ClassesTitle: "样点与全类毛用水量", "Samples and the gross water of classes";
    ClassesLead: "上表只是某一类的样点时，在此填写该类全部灌区的毛用水量：该类系数取样点的算术平均（大型灌区按毛用水量加权），并以此处的水量计入区域。不填则按上表各灌区自身的毛用水量加权。", "Where the districts above are only samples of a class, enter the gross water of the whole class here: its coefficient is then the plain mean of the samples (large districts: weighted by gross water) and counts in the region with this amount. Without it, every district above counts with its own gross water.";
    DistrictLead: "由作物与典型田块得到净用水总量，由水源与出流得到毛用水总量；区域页随之采用。", "Crops and sample fields give the net total, sources and outflows the gross total; the Region tab takes both over.";
    CropsTitle: "作物", "Crops";
    SourcesTitle: "水源与出流", "Sources and outflows";
    FieldsLead: "每块典型田：直接量测逐次填写，或按时段作水量平衡。同名作物取这里的平均值。", "Each sample field: enter its readings, or a water balance by period. The crop of the same name takes the mean of its fields.";
    FieldsTitle: "典型田块", "Sample fields";
    FieldChoice: "查看田块", "Field shown";
    ReadingsTitle: "逐次量测", "Readings";
    PeriodsTitle: "分时段水量平衡", "Water balance by period";
    CanalsLead: "从田间向上推算：每条渠道的净流量为直接供田与下级毛流量之和，渗漏按土质、防渗与顶托计算，或采用实测首尾流量。", "Worked out from the fields up: a canal's net flow is what it delivers to fields and what the canals below take; its seepage follows from soil, lining and groundwater, or from measured flows.";
    CanalsTitle: "渠道", "Canals";
    WaterNeedLead: "由逐月气象算 ET0，由 Kc 算作物需水，扣除有效降雨得净灌溉需水量。缺湿度、日照或风速时按 FAO-56 的替代办法，并在依据中写明。", "Monthly weather gives ET0, Kc the crops' water use, and effective rain is taken off for the net requirement. Where humidity, sunshine or wind is missing, the fallbacks of FAO-56 apply and the basis says so.";
    MonthsTitle: "逐月气象", "Weather by month";
    SeasonsTitle: "作物与生育期", "Crops and their stages";
    ResultDistrictNet: "净灌溉用水总量", "Net water, total";
    ResultDistrictGross: "毛灌溉用水总量", "Gross water, total";
    ResultCanalSystem: "渠系水利用系数", "Canal system efficiency";
    ResultCanalCoefficient: "灌溉水利用系数（连乘法）", "Coefficient, product method";
    ResultHeadTail: "首尾测算法系数", "Coefficient, head–tail method";
    ResultDiverted: "年引水量", "Diverted in a year";
    ResultPlannedSystem: "改造后渠系水利用系数", "Canal system efficiency as planned";
    ResultSavedNet: "年节水量（净用水量不变）", "Saved in a year, at constant net water";
    ResultSavedGross: "年节水量（毛用水量不变）", "Saved in a year, at constant gross water";
    SavingWarning: "两种口径不可混用。渗漏补给了可用地下水的部分不是资源性节水。", "The two conventions must not be mixed. Seepage that recharges usable groundwater is no saving of the resource.";
    ResultNetNeed: "净灌溉需水量", "Net irrigation requirement";
    ResultGrossNeed: "毛灌溉需水量", "Gross irrigation requirement";
    ProblemAtEntry: "表外填写项", "An entry beside the tables";
    ProblemAtDetail: "{district}，第 {row} 行“{column}”", "{district}, row {row}, {column}";

    // Entries beside the tables
    FieldEfficiency: "田间水利用系数", "Field efficiency";
    CanalDays: "渠道全年输水天数", "Days a year that the canals run";
    MuField: "一亩的面积", "A mu is taken for";
    Latitude: "纬度", "Latitude";
    Altitude: "海拔", "Altitude";
    GrossEfficiency: "灌溉水利用系数（换算毛需水量）", "Coefficient for the gross requirement";

    // Changes that were refused
    EditTooManyRows: "一张表最多 {limit} 行；这次没有改动。请分成几年或合并小灌区。", "A table holds {limit} rows at most; nothing was changed. Split it or merge small districts.";
    EditGone: "要修改的内容已不在这份账里；这次没有改动。", "What was to be changed is no longer in the ledger; nothing was changed.";

    // Documents that cannot be opened
    DocumentNewer: "这份账由更新的版本保存（格式 {theirs}，本页支持到 {ours}）。它原样保留，未作任何改动；请用新版打开，或下载保存。", "This ledger was saved by a newer version (form {theirs}; this page knows up to {ours}). It is kept as it is; open it with the newer version, or download it.";
    DocumentDamaged: "这份账无法读取：{detail}。它原样保留，未作任何改动；请下载保存，或导入以前的备份。", "This ledger cannot be read: {detail}. It is kept as it is; download it, or import an earlier backup.";
    FileTooLarge: "文件超过 {limit} MB，未读取。请确认选的是用水账的 JSON 文件。", "The file is over {limit} MB and was not read. Check that it is a Water Ledger JSON file.";

    // The app
    AppName: "用水账", "Water Ledger";
    AppPurpose: "把灌溉、工业、单位的用水账算细：录入数据，当场得到灌溉水有效利用系数、重复利用率和节水评分，每个数都说得清来历。", "Fine-grained water accounts for irrigation, industry and institutions: enter data and see irrigation coefficients, reuse rates and water-saving scores at once, every number with its derivation.";
    AppPrivacy: "数据只留在这个浏览器里，不上传任何服务器。", "Your data stay in this browser; nothing is sent to any server.";
    SkipToMain: "跳到正文", "Skip to content";
    NavLabel: "页面", "Pages";
    NavHome: "首页", "Home";
    NavIrrigation: "灌溉", "Irrigation";
    NavIndustry: "工业", "Industry";
    NavUnits: "节水评价", "Certification";
    NavRetrofit: "节水改造", "Retrofits";
    NavRegion: "区域", "Region";
    NavMethods: "计算方法", "Methods";
    NavPlanned: "筹备中", "planned";
    Undo: "撤销", "Undo";
    Redo: "重做", "Redo";
    Import: "导入", "Import";
    Export: "导出", "Export";
    OpenExample: "打开示例", "Open the example";
    OtherLanguage: "English", "中文";
    SwitchLanguage: "切换到英文", "Switch to Chinese";
    ThemeAuto: "外观：随系统", "Theme: system";
    ThemeLight: "外观：浅色", "Theme: light";
    ThemeDark: "外观：深色", "Theme: dark";
    Dismiss: "知道了", "Dismiss";
    Close: "关闭", "Close";
    Download: "下载", "Download";

    // Saving
    SavedNothing: "尚无改动", "No changes yet";
    SavedPending: "正在保存", "Saving";
    SavedDone: "已保存在此浏览器", "Saved in this browser";
    SavedFailed: "未保存", "Not saved";
    StorageBlocked: "浏览器不允许本页保存数据：可以照常计算，但关闭页面后会丢失。请在离开前导出。", "The browser does not let this page save data: everything computes, but closing the page loses it. Export before you leave.";
    StorageFull: "浏览器的存储空间已满，最近的改动没有保存。请导出这份账，或清理空间；本页会继续重试。", "The browser's storage is full and the latest changes are not saved. Export the ledger or free some space; this page keeps trying.";
    OtherTabChanged: "另一个标签页修改了这份账，本页已更新；可撤销。", "Another tab changed this ledger and this page follows; it can be undone.";
    OtherTabConflict: "另一个标签页同时修改了这份账：现保留本页的内容，撤销一次可取回另一份。", "Another tab changed this ledger at the same time: this page's content is kept, and one undo brings the other back.";
    Imported: "已导入；撤销可回到之前的账。", "Imported; undo brings the former ledger back.";
    ImportUnreadable: "浏览器没能读取这个文件；请重新选择。", "The browser could not read this file; choose it again.";
    ExampleOpened: "已打开示例；撤销可回到之前的账。", "The example is open; undo brings the former ledger back.";
    HeldTitle: "这份账暂不能打开", "This ledger cannot be opened here";
    HeldContent: "查看原文", "Show its text";
    HeldSetAside: "移到一边，新建一份", "Set it aside and start a new one";
    HeldSetAsideFailed: "未能移到一边（存储空间不足）；原文仍在原处，请先下载。", "It could not be set aside (storage is full); it is still where it was. Download it first.";
    SetAsideTitle: "移到一边的账", "Ledgers set aside";
    SetAsideName: "第 {number} 份", "No. {number}";

    // Landing page
    HomeSample: "现算的一个数", "One figure, worked out live";
    HomeSampleNote: "{title}，{year} 年，由 {count} 个灌区算得；同年全国为 {national}。", "{title}, {year}, from {count} districts; the nation's figure for that year is {national}.";
    HomeStart: "看示例怎么算", "See how it is computed";
    HomeOwn: "录入自己的数据", "Enter your own data";
    HomeMap: "能算什么", "What it works out";
    HomeIrrigation: "灌区逐个录入净、毛用水量，得到灌区、规模类型和全区的系数与亩均用水量，并与全国历年值和规划目标对照。", "Enter net and gross water by district; get coefficients and water per mu by district, class and region, against national values and targets.";
    HomeIndustry: "水平衡测试、重复利用率及相关指标、定额对照。", "Plant water balance, reuse rates and their family, quotas.";
    HomeUnits: "节水型单位、高校、企业、小区、县域的逐项自评与达标路径。", "Item-by-item self-assessment and the way to the pass line.";
    HomeRetrofit: "改造方案的节水量、投资回收期和排序。", "Savings, payback and ranking of retrofit measures.";
    HomeRegion: "县、市逐年指标与总量和强度双控。", "Yearly indicators of a county or city, total and intensity control.";
    HomeMethods: "每个公式、符号、单位、取值范围与出处。", "Every formula, with symbols, units, ranges and sources.";

    // Irrigation page
    IrrigationTitle: "农田灌溉水有效利用系数", "Irrigation water effective-use coefficient";
    IrrigationLead: "首尾测算：净灌溉用水量除以毛灌溉用水量。净、毛、系数三者填两项即可。", "Head–tail method: net irrigation water divided by gross. Any two of net, gross and coefficient suffice.";
    YearsLabel: "年份", "Years";
    YearUntitled: "未填年份", "No year";
    YearField: "年份", "Year";
    YearAdd: "添加一年", "Add a year";
    YearRemove: "删除这一年", "Delete this year";
    YearRemoved: "已删除一年；可撤销。", "A year was deleted; it can be undone.";
    TableCaption: "{year} 年各灌区", "Districts of {year}";
    TableUntitled: "各灌区", "Districts";
    TableHint: "Tab、回车和方向键移动；可从 Excel 或 WPS 粘贴整块。", "Move with Tab, Enter and arrows; paste whole blocks from Excel or WPS.";
    RowAdd: "添加一行", "Add a row";
    RowNumber: "序号", "No.";
    RowActions: "移动、插入或删除这一行", "Move, insert or delete this row";
    RowUp: "上移", "Move up";
    RowDown: "下移", "Move down";
    RowInsert: "在下面插入", "Insert below";
    RowRemove: "删除", "Delete";
    ChooseClass: "请选择", "Choose";
    Empty: "还没有数据。", "There are no data yet.";
    EmptyStart: "添加一年开始录入，或打开示例。", "Add a year to begin, or open the example.";
    ResultsTitle: "结果", "Results";
    ResultRegion: "全区系数", "Region's coefficient";
    ResultPerMu: "全区亩均用水量", "Region's water per mu";
    ResultGross: "毛灌溉用水量合计", "Gross water, total";
    ResultClasses: "按规模与类型", "By size and type";
    ResultCount: "灌区数", "Districts";
    ResultFrom: "由 {count} 个灌区算得。", "From {count} districts.";
    ResultFromSome: "由 {count} 个灌区算得，{left} 个因数据不全或有误未计入。", "From {count} districts; {left} left out for missing or wrong data.";
    ResultNone: "数据不足", "Not enough data";
    ProblemsTitle: "需要看一看的地方（{count}）", "Worth a look ({count})";
    ProblemsNone: "没有发现问题。", "No problems found.";
    ProblemWrong: "错误", "Wrong";
    ProblemCaution: "留意", "Caution";
    ProblemAt: "第 {row} 行 {column}", "Row {row}, {column}";
    ProblemAtRow: "第 {row} 行", "Row {row}";
    ProblemsMore: "还有 {count} 处。", "{count} more.";

    // Figures and derivations
    Basis: "依据", "Basis";
    BasisOf: "{name} 的依据", "Basis of {name}";
    MarkUnverified: "待核实", "to be verified";
    MarkImplausible: "超出常见范围", "unusual";
    DerivationFormula: "公式", "Formula";
    DerivationNumbers: "代入", "With numbers";
    DerivationInputs: "用到的数", "What went in";
    DerivationSource: "出处", "Source";
    DerivationTyped: "{label}，录入", "{label}, as entered";
    DerivationMore: "还有 {count} 项", "{count} more";
    StatusVerified: "已核实", "verified";
    StatusSecondary: "已核实（转引）", "verified (secondary)";
    StatusDerived: "推算，待核实", "derived, to be verified";
    StatusTextbook: "教科书做法，条款待核实", "textbook, clause to be verified";
    StatusWeak: "暂用值，待核实", "placeholder, to be verified";

    // Charts
    ChartTrendTitle: "系数逐年变化", "The coefficient year by year";
    ChartTrendDescription: "横轴为年份，纵轴为农田灌溉水有效利用系数；录入数据 {own} 个年份，与全国历年值和全国目标对照。", "Years across, effective-use coefficient up; {own} years as entered against the nation's values and targets.";
    ChartYear: "年份", "Year";
    ChartCoefficient: "系数", "coefficient";
    ChartOwn: "本账", "This ledger";
    ChartSample: "示例城市", "Sample city";
    ChartNational: "全国", "Nation";
    ChartTarget: "全国目标", "National target";
    ChartSource: "来源：录入数据；全国值与目标见各年水资源公报与规划，其中标 * 的待核实。", "Source: data as entered; national values and targets from bulletins and plans, those with * to be verified.";
    ChartNoData: "没有可画的数据", "Nothing to draw";
    ChartTable: "数据表", "Data table";
    ChartPng: "下载 PNG", "Download PNG";
    ChartSvg: "下载 SVG", "Download SVG";
    ChartCsv: "下载 CSV", "Download CSV";

    // Methods page
    MethodsTitle: "计算方法", "Methods";
    MethodsLead: "以下内容与计算用的是同一份定义。", "What stands here is the very definition that computes.";
    MethodsInputs: "输入", "Inputs";
    MethodsSymbol: "符号", "Symbol";
    MethodsName: "名称", "Name";
    MethodsUnit: "单位", "Unit";
    MethodsRange: "取值范围", "Range";
    MethodsSameUnit: "与输入同单位", "unit of the inputs";
    MethodsAnyUnit: "同一单位即可", "any, the same for all";
    MethodsId: "程序名", "Program name";
    MethodsCalculation: "由以上公式逐步推算。", "Worked out step by step with the formulas above.";

    // Unknown address
    NotFoundTitle: "没有这一页", "There is no such page";
    NotFoundBody: "地址可能写错了，或这一页还没有建好。", "The address may be mistyped, or the page is not built yet.";
    NotFoundHome: "回首页", "Go to the home page";
    TitleOf: "{page} · 用水账", "{page} · Water Ledger";

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
}
