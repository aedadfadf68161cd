//! The sentences of the report.

use super::{Key, Words, sentences};

sentences! {
    ReportLink: "报告", "Report";
    ReportTitle: "农田灌溉水有效利用系数测算报告", "Report on the irrigation water effective utilization coefficient";
    ReportTitleOf: "{year} 年农田灌溉水有效利用系数测算报告", "Irrigation water effective utilization coefficient: report for {year}";
    ReportBack: "返回录入", "Back to the entries";
    ReportPrint: "打印", "Print";
    ReportNothing: "录入的数据还不足以算出全区系数。", "What was entered does not suffice for a coefficient of the region.";
    ReportMethod: "测算方法：首尾测算分析法，净灌溉用水量除以毛灌溉用水量；一亩按{mu}计。", "Method: head–tail analysis, net irrigation water divided by gross; a mu is taken for {mu}.";
    ReportNationalAbove: "{year} 年全国系数为 {value}（来源 {source}）；本区高 {difference}。", "The nation's coefficient for {year} is {value} (source {source}); the region lies {difference} above it.";
    ReportNationalBelow: "{year} 年全国系数为 {value}（来源 {source}）；本区低 {difference}。", "The nation's coefficient for {year} is {value} (source {source}); the region lies {difference} below it.";
    ReportNationalSame: "{year} 年全国系数为 {value}（来源 {source}）；本区与之相同。", "The nation's coefficient for {year} is {value} (source {source}); the region has the same.";
    ReportNationalNone: "参考数据中没有 {year} 年的全国系数。", "The reference data hold no national coefficient for {year}.";
    ReportTargetReached: "{year} 年全国目标为 {value}（来源 {source}）；本区已达到。", "The national target for {year} is {value} (source {source}); the region has reached it.";
    ReportTargetReachedSoFar: "{year} 年全国目标为 {value}（来源 {source}）；按已有的数，本区暂达到。", "The national target for {year} is {value} (source {source}); by what is there so far the region reaches it.";
    ReportTargetBelow: "{year} 年全国目标为 {value}（来源 {source}）；本区还差 {difference}。", "The national target for {year} is {value} (source {source}); the region is {difference} short of it.";
    ReportClassesCaption: "各类灌区的系数", "Coefficients of the classes";
    ReportWholeClassesCaption: "各类灌区的系数；毛灌溉用水量按填写的全类水量，未填的类为所列灌区之和", "Coefficients of the classes; gross water is that of whole classes as entered, and the sum of the districts listed where none was entered";
    ReportClassMethod: "类系数的算法", "How the class is found";
    ReportMeanOfSamples: "样点算术平均", "mean of the samples";
    ReportWeighted: "按毛用水量加权", "weighted by gross water";
    ReportDistrictsCaption: "各灌区的用水量与系数", "Water and coefficients of the districts";
    ReportDetails: "灌区明细", "Districts in detail";
    ReportFieldCount: "典型田块数", "Sample fields";
    ReportMonthsCaption: "逐月需水", "Water need by month";
    ReportSeasonsCaption: "各作物需水", "Water need by crop";
    ReportMonth: "{month} 月", "month {month}";
    ReportProblems: "数据检查", "Check of the data";
    ReportProblemCount: "检查发现 {count} 处；标为“未计入”的没有参加计算。", "The check found {count} places; what is marked as left out is not in the figures.";
    ReportWrong: "未计入：{place}。{what}", "Left out: {place}. {what}";
    ReportCaution: "请核对：{place}。{what}", "To be checked: {place}. {what}";
    ReportNoteUnverified: "{sign} 所依据的公式或参数待核实。", "{sign} rests on a formula or constant that is still to be verified.";
    ReportNoteImplausible: "{sign} 超出常见范围。", "{sign} lies outside the usual range.";
    ReportNoteIncomplete: "{sign} 不完整：应计入的数有的缺失或无法识别，见“检查”。", "{sign} is incomplete: a number that should have gone in is missing or cannot be read; see what the check found.";
    ReportDerivations: "推导", "Derivations";
    ReportDerivationsLead: "每个数按方括号中的编号列出：公式、代入、用到的数及其出处。", "Each figure stands under its number in brackets: formula, numbers, what went in, and the source.";
    ReportNotDerived: "只列出前 {limit} 个灌区的推导；以下灌区的推导未列出：", "Derivations are printed for the first {limit} districts; those of the following are not:";
    ReportMoreInputs: "另有 {count} 项未列出，见前面各表。", "{count} more are not listed; they stand in the tables above.";
    ReportSource: "{number}  {source}（{status}）", "{number}  {source} ({status})";
    ReportFromSource: "来源 {number}", "source {number}";
    ReportSee: "见 [{number}]", "see [{number}]";
    ReportSeeOf: "{label}，见 [{number}]", "{label}, see [{number}]";
    ReportNotPrinted: "推导未列出", "derivation not printed";
    ReportNotPrintedOf: "{label}，推导未列出", "{label}, derivation not printed";
    ReportSources: "来源", "Sources";
    ReportSourcesLead: "版本与核实情况照录；标有“待核实”的请以原文为准。", "Editions and status as they are known; where a source is still to be verified, its original decides.";
}
