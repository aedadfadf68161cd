//! Pages and what stands around them.

use super::{Key, Words, sentences};

sentences! {
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
    ExampleDidNotCome: "示例没有取到，请检查网络后再试。", "The example did not come; check the network and try again.";
    HeldTitle: "这份账暂不能打开", "This ledger cannot be opened here";
    HeldContent: "查看原文", "Show its text";
    HeldSetAside: "移到一边，新建一份", "Set it aside and start a new one";
    HeldSetAsideFailed: "未能移到一边（存储空间不足）；原文仍在原处，请先下载。", "It could not be set aside (storage is full); it is still where it was. Download it first.";
    SetAsideTitle: "移到一边的账", "Ledgers set aside";
    SetAsideName: "第 {number} 份", "No. {number}";

    // Landing page
    HomeGreeting: "这个浏览器里存有您的用水账，可以接着做：", "This browser keeps a ledger of yours. Go on with it:";
    HomeNeedsScript: "录入和计算需要启用 JavaScript。", "Entering and computing need JavaScript.";
    HomeSample: "由同一套公式算得的一个数", "One figure, worked out by the same formulas";
    HomeSampleNote: "{title}，{year} 年，由 {count} 个灌区算得；同年全国为 {national}。", "{title}, {year}, from {count} districts; the nation's figure for that year is {national}.";
    HomeOwn: "录入自己的数据", "Enter your own data";
    HomeMap: "能算什么", "What it works out";
    HomeIrrigation: "灌区逐个录入净、毛用水量，得到灌区、规模类型和全区的系数与亩均用水量，并与全国历年值和规划目标对照。", "Enter net and gross water by district; get coefficients and water per mu by district, class and region, against national values and targets.";
    HomeIndustry: "水平衡测试、重复利用率及相关指标、定额对照。", "Plant water balance, reuse rates and their family, quotas.";
    HomeUnits: "节水型单位、高校、企业、小区、县域的逐项自评与达标路径。", "Item-by-item self-assessment and the way to the pass line.";
    HomeRetrofit: "改造方案的节水量、投资回收期和排序。", "Savings, payback and ranking of retrofit measures.";
    HomeRegion: "县、市逐年指标与总量和强度双控。", "Yearly indicators of a county or city, total and intensity control.";
    HomeMethods: "每个公式、符号、单位、取值范围与出处。", "Every formula, with symbols, units, ranges and sources.";

    // Irrigation page
    IrrigationTitle: "农田灌溉水有效利用系数", "Irrigation water effective utilization coefficient";
    IrrigationLead: "首尾测算：净灌溉用水量除以毛灌溉用水量。净、毛、系数三者填两项即可。", "Head–tail method: net irrigation water divided by gross. Any two of net, gross and coefficient suffice.";
    YearsLabel: "年份", "Years";
    YearUntitled: "未填年份", "No year";
    YearField: "年份", "Year";
    YearAdd: "添加一年", "Add a year";
    YearRemove: "删除这一年", "Delete this year";
    YearRemoved: "已删除一年；可撤销。", "A year was deleted; it can be undone.";
    TableCaption: "{year} 年各灌区", "Districts of {year}";
    TableUntitled: "各灌区", "Districts";
    TableHint: "Tab、回车和方向键移动；可从 Excel 或 WPS 粘贴整块；数后可写 ±2%。", "Move with Tab, Enter and arrows; paste whole blocks from Excel or WPS; write ±2% behind a number to give its uncertainty.";
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
    ResultSamplesPerMu: "样点灌区亩均用水量", "Water per mu of the sample districts";
    ResultSamplesGross: "样点灌区毛灌溉用水量", "Gross water of the sample districts";
    ResultClassesGross: "区域毛灌溉用水量（按全类）", "Gross water of the region, by whole classes";
    ResultClasses: "按规模与类型", "By size and type";
    ResultCount: "灌区数", "Districts";
    ResultFrom: "由 {count} 个灌区算得。", "From {count} districts.";
    ResultFromSome: "由 {count} 个灌区算得，{left} 个因数据不全或有误未计入。", "From {count} districts; {left} left out for missing or wrong data.";
    ResultNone: "数据不足", "Not enough data";
    ProblemsTitle: "需要看一看的地方（{count}）", "Worth a look ({count})";
    Mend: "改为 {value}", "Change to {value}";
    ProblemsNone: "没有发现问题。", "No problems found.";
    ProblemWrong: "错误", "Wrong";
    ProblemCaution: "留意", "Caution";
    ProblemAt: "第 {row} 行 {column}", "Row {row}, {column}";
    ProblemAtRow: "第 {row} 行", "Row {row}";
    ProblemsMore: "还有 {count} 处。", "{count} more.";

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
    ResultPlannedFlow: "改造后毛流量", "Gross flow as planned";
    ResultPlannedSystem: "改造后渠系水利用系数", "Canal system efficiency as planned";
    ResultSavedNet: "年节水量（净用水量不变）", "Saved in a year, at constant net water";
    ResultSavedGross: "年节水量（毛用水量不变）", "Saved in a year, at constant gross water";
    SavingWarning: "两种口径不可混用。渗漏补给了可用地下水的部分不是资源性节水。", "The two conventions must not be mixed. Seepage that recharges usable groundwater is no saving of the resource.";
    ResultNetNeed: "净灌溉需水量", "Net irrigation requirement";
    ResultGrossNeed: "毛灌溉需水量", "Gross irrigation requirement";
    ProblemAtEntry: "{district}，“{column}”", "{district}, {column}";
    ProblemAtDetail: "{district}，第 {row} 行“{column}”", "{district}, row {row}, {column}";

    // Entries beside the tables
    LedgerTitle: "账名", "Title of the ledger";
    FieldEfficiency: "田间水利用系数", "Field efficiency";
    CanalDays: "渠道全年输水天数", "Days a year that the canals run";
    MuField: "一亩的面积", "A mu is taken for";
    Latitude: "纬度", "Latitude";
    Altitude: "海拔", "Altitude";
    GrossEfficiency: "灌溉水利用系数（换算毛需水量）", "Coefficient for the gross requirement";

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
}
