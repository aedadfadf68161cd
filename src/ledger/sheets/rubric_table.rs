//! The table in which provinces print a rubric. It is part of no ledger: what is read by it becomes a rubric of one's own.

use crate::ledger::Called;
use crate::ledger::column::columns;
use crate::ledger::{Column, TableSpec};
use crate::text::Key;

columns! {
    /// What stands in the table of a rubric.
    RubricTableColumn {
        Section: text("section", Key::ColumnRubricSection)
            .called(&["指标类别", "评价类别", "类别", "考核类别", "项目类别", "一级指标名称", "Category", "First level"]),
        Number: text("number", Key::ColumnRubricNumber)
            .called(&["编码", "指标序号", "条款", "No."]),
        Title: text("title", Key::ColumnItem)
            .called(&["二级指标", "三级指标", "指标", "指标名称", "评价指标", "考核指标", "考核内容", "评价内容", "评价项目", "考核项目", "项目", "内容", "Item", "Indicator", "Criterion"]),
        Points: text("points", Key::ColumnMostPoints)
            .called(&["分值", "标准分", "分数", "满分值", "权重", "应得分", "Points", "Max", "Maximum points", "Score"]),
        Standard: text("standard", Key::ColumnStandard)
            .called(&["评分标准", "评价标准", "考核标准", "评分细则", "评分方法", "评分办法", "考核要求", "评价要求", "评分说明", "计分方法", "Scoring", "Requirement"]),
        Evidence: text("evidence", Key::EvidenceTitle)
            .called(&["证明材料", "佐证", "考核方法", "评价方法", "查验方法", "检查方法", "核查方式", "支撑材料", "Proof", "Documents"]),
    }
}

/// Items with points, standards and evidence.
pub static RUBRIC_TABLE: TableSpec = TableSpec::sheets_called(
    "rubric_table",
    "rubric-item",
    Key::RubricTableTitle,
    RubricTableColumn::COLUMNS,
    &[],
);

/// What else people call the columns of these tables.
pub static RUBRIC_TABLE_CALLED: Called = Called(&[(&RUBRIC_TABLE, RubricTableColumn::CALLED)]);
