//! Workbooks: worksheets and their headings, what is said of files that come in.

use super::{Key, Words, sentences};

sentences! {
    WorkbookLedger: "账本", "Ledger";
    WorkbookResults: "结果 {of}", "Results {of}";
    WorkbookSteps: "计算过程", "Steps";
    WorkbookConstants: "引用的数", "Constants";
    WorkbookRubrics: "自编标准", "Own rubrics";
    WorkbookColumnPlace: "所属", "Of";
    WorkbookColumnFigure: "指标", "Figure";
    WorkbookColumnValue: "数值", "Value";
    WorkbookColumnSymbols: "公式", "Formula";
    WorkbookColumnSource: "来源", "Source";
    WorkbookColumnStatus: "状态", "Status";
    WorkbookColumnUncertainty: "标准不确定度", "Standard uncertainty";
    WorkbookColumnAsTyped: "{heading}（原样）", "{heading} as typed";
    WorkbookColumnWithin: "所属{table}", "{table}, of";
    WorkbookNoteIterated: "由迭代求得，是数值而非公式。", "Found by iteration: a value and no formula.";
    WorkbookNoteChanged: "所用的数与录入的不同（如改造之后），是数值而非公式。", "Rests on numbers other than those entered, as after a retrofit: a value and no formula.";
    WorkbookNoteLong: "公式超出单元格容量，是数值而非公式。", "The formula is longer than a cell holds: a value and no formula.";
    WorkbookNoteIncomplete: "有应计入的数缺失。", "Something that should have gone in is missing.";
}
