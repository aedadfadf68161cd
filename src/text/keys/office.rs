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
    TableFromFile: "从文件…", "From a file…";
    WorkbookExport: "导出 Excel 工作簿", "Export as an Excel workbook";
    WorkbookExportSheet: "本页导出 Excel", "Export this page to Excel";
    WorkbookExportLead: "每张表一页，每个结果都是可重算的公式；改过的工作簿可以再导入。", "A worksheet a table, every result a formula that computes; a workbook that was changed can be imported again.";
    WorkbookUnderWay: "进行中", "Under way";
    WorkbookWriting: "正在生成工作簿…", "Writing the workbook…";
    WorkbookReading: "正在读取文件…", "Reading the file…";
    WorkbookWritten: "工作簿已生成。", "The workbook is written.";
    WorkbookUnavailable: "读写工作簿的程序没有载入；请检查网络后重试。", "The code for workbooks did not come; look at the network and try again.";
    WorkbookLocked: "文件有密码；请在表格软件中去掉密码另存后再试。", "The file has a password: take it off in your spreadsheet program, save, and try again.";
    WorkbookTooLarge: "文件太大（或展开后太大），未读；请只留要用的工作表再试。", "The file is too large, or becomes so, and was not read: keep the worksheets that matter and try again.";
    WorkbookDamaged: "看不懂这个文件；请在表格软件中另存为 .xlsx 再试。", "The file cannot be made sense of: save it as .xlsx in your spreadsheet program and try again.";
    FileTitle: "文件“{name}”里的表", "Tables of the file “{name}”";
    FileInto: "放进哪一本账", "Into which sheet";
    FileNewSheet: "{kind} · 新的一份", "{kind} · a new one";
    FileRows: "行数", "Rows";
    FileColumns: "认出的列", "Columns understood";
    FileUnmatched: "没认出的列", "Not understood";
    FileHint: "没认出的列不取。要自己指定，请到那张表用“从文件…”读入；指定过的列下次照样认得。", "What is not understood is left out. To say where it goes read the file at its table (“From a file…”); what was said once is known the next time.";
    FileTake: "放进账本", "Take them in";
    FileTaken: "已放入 {tables} 张表、{rows} 行；可以撤销。", "{tables} tables with {rows} rows were taken in; it can be undone.";
    FileTakenSome: "已放入 {tables} 张表、{rows} 行；可以撤销。另有 {count} 行未放入：{names} 不在账里，或不止一行叫这个名字；补上后再放一次。", "{tables} tables with {rows} rows were taken in; it can be undone. {count} more were not: {names} is not in the ledger, or more than one row is called so. Enter it and take the file in again.";
    FileTakenUnnamed: "已放入 {tables} 张表、{rows} 行；可以撤销。另有 {count} 行没写属于哪一行，未放入。", "{tables} tables with {rows} rows were taken in; it can be undone. {count} more do not say which row they belong to and were not.";
    WorkbookLost: "有 {count} 行的年份或单位已不在工作簿里，未读入。", "{count} rows whose year or unit is no longer in the workbook were not read.";
    WorkbookEmpty: "文件里没有表格。", "There is no table in the file.";
    WorkbookSheet: "工作表", "Worksheet";
    WorkbookNoteIncomplete: "有应计入的数缺失。", "Something that should have gone in is missing.";
}
