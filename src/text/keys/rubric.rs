//! Scoring rules: what is wrong with them, and why an item has its points.

use super::{Key, Words, sentences};

sentences! {
    // Files that are no rubric
    RubricNewer: "这份评分标准由更新的版本保存（格式 {theirs}，本页支持到 {ours}）；请用新版打开。", "This rubric was saved by a newer version (form {theirs}; this page knows up to {ours}); open it with the newer version.";
    RubricDamaged: "这份评分标准第 {line} 行无法读取：{detail}。请对照内置标准的格式改正。", "Line {line} of this rubric cannot be read: {detail}. Correct it after the form of those that come with the product.";
    RubricOtherFile: "这不是评分标准，而是{kind}；没有导入。请选一份 TOML 或 JSON 的评分标准。", "This is no rubric but {kind}; nothing was imported. Choose a rubric in TOML or JSON.";
    RubricTooLarge: "文件超过 {limit} MB，未读取。请确认选的是一份评分标准（TOML 或 JSON）。", "The file is over {limit} MB and was not read. Check that it is a rubric in TOML or JSON.";

    // What is wrong with a rubric
    RubricMissingLanguage: "{place}：有文字缺少中文或英文；请补上。", "{place}: a text lacks Chinese or English; add it.";
    RubricDuplicateId: "{place}：标识 {id} 重复；请改成不同的标识。", "{place}: the id {id} stands twice; give one of them another.";
    RubricUnknownSource: "{place}：来源 {id} 未列出；请在 sources 中补上，或改用已有的来源。", "{place}: the source {id} is not listed; add it to sources or name one that is.";
    RubricUnknownGroup: "{place}：没有名为 {id} 的合计组；请补上，或改用已有的组。", "{place}: there is no group {id}; add it or name one that is there.";
    RubricUnknownQuestion: "{place}：没有名为 {id} 的问题；请补上，或去掉该条件。", "{place}: there is no question {id}; add it or leave the condition out.";
    RubricUnknownAnswer: "{place}：问题没有选项 {id}；请改用它的选项。", "{place}: the question does not offer {id}; name one of its options.";
    RubricQuestionCycle: "{place}：问题 {id} 绕了一圈又以自己为条件，永远不会提出；请去掉其中一个条件。", "{place}: the question {id} waits for itself and is never asked; take one of the conditions away.";
    RubricUnknownMetric: "{place}：没有名为 {id} 的指标；请改用已有的指标，或只写 label 由用户填数。", "{place}: there is no metric {id}; name one that is there, or give only a label and let the number be typed.";
    RubricNothingMeasured: "{place}：没有写明比较的是什么数；请写 metric 的 id 或 label。", "{place}: it is not said what number is compared; give the metric's id or a label.";
    RubricSectionSum: "{place}：本节满分写为 {stated}，各项之和为 {sum}；请核对。", "{place}: the section says {stated} points, its items add up to {sum}; check both.";
    RubricGroupSum: "{place}：合计组满分写为 {stated}，各节之和为 {sum}；请核对。", "{place}: the group says {stated} points, its sections add up to {sum}; check both.";
    RubricTotalSum: "{place}：总分写为 {stated}，各节（不含加分）之和为 {sum}；请核对。", "{place}: the total says {stated} points, the sections without bonus add up to {sum}; check both.";
    RubricNoItems: "{place}：本节没有评分项；请补上，或删去本节。", "{place}: the section has no items; add some or delete it.";
    RubricNoSingleRule: "{place}：评分项应有 scoring，或有若干 variant，二者取一。", "{place}: an item has either one scoring or several variants; give it one of the two.";
    RubricEmptyRule: "{place}：评分办法没有条件、档次或选项；请补上。", "{place}: the rule has no conditions, rows or options; add them.";
    RubricNotMonotone: "{place}：档次、起止值或限值不是朝一个方向；请由优到劣排列，分值逐档减小。", "{place}: rows, ends or limits do not run one way; order them best first with falling points.";
    RubricBadStep: "{place}：步长应大于零；请改正。", "{place}: a step must be above zero; correct it.";
    RubricNegativeWeight: "{place}：折算系数为负；请改为零或正数。", "{place}: a weight is below zero; make it zero or more.";
    RubricNegativePoints: "{place}：分值为负；请改正。", "{place}: points are below zero; correct them.";
    RubricUnreachable: "{place}：本项满分 {max}，但评分办法最多给 {best} 分；请核对。", "{place}: the item has {max} points, but its rule gives {best} at most; check both.";
    RubricAboveMax: "{place}：本项满分 {max}，但评分办法可给到 {best} 分；请核对。", "{place}: the item has {max} points, but its rule gives up to {best}; check both.";
    RubricLineAboveTotal: "{place}：分数线 {line} 高于总分 {total}，无法达到；请核对。", "{place}: the line of {line} lies above all {total} points and cannot be reached; check both.";
    RubricStarWithoutRule: "{place}：本项带★，但没有写明★的含义；请补上 star_rule，或去掉★。", "{place}: the item has a star, but no rule for stars is given; add star_rule or take the star away.";
    RubricPointsInPassFail: "{place}：逐项合格制不计分，满分应为零，只用全有或全无、是否、人工评定三种办法；请改正。", "{place}: where everything must hold there are no points; set maxima to zero and use only all-or-nothing, yes/no and manual rules.";

    // Plans that cannot be made
    PlanUnknownItem: "第 {number} 项措施所改的 {id} 不在这份标准中；请改选评分项。", "Measure {number} changes {id}, which the rubric does not have; choose another item.";
    PlanBadChange: "第 {number} 项措施对 {id} 的改变不合该项的评分办法；请改正。", "What measure {number} makes of {id} does not fit the item's rule; correct it.";
    PlanBadNumber: "第 {number} 项措施的费用、年效益或工期不是不小于零的数；请改正。", "Cost, yearly benefit or duration of measure {number} is no number from zero up; correct it.";
    PlanBadNeed: "第 {number} 项措施的前置措施不存在，或绕了一圈又以自己为前置；请改正。", "Measure {number} needs one that is not there, or itself in the end; correct what it needs.";
    PlanTooEntangled: "各项措施牵连太多，无法逐一算清；请减少一项措施所改的评分项，或分批计算。", "The measures hang together in too many ways to go through; let each change fewer items, or plan in parts.";

    // What must be true for more points
    NextHolds: "做到本项所列内容。", "What the item asks for holds.";
    NextFull: "评定给满分。", "It is given all points.";
    NextOneMore: "再做到一项。", "One more of the list holds.";
    NextOption: "做到：{option}。", "This holds: {option}.";
    NextNumber: "达到 {number}。", "Reach {number}.";

    // Why an item has its points
    BasisOpen: "尚未答完。", "Not answered completely yet.";
    BasisLeftOut: "不适用，不计入。", "Does not apply and is left out.";
    BasisCannotBeLeftOut: "本标准不允许此项不适用；请作答。", "The rubric does not let this item be left out; answer it.";
    BasisHolds: "符合。", "It holds.";
    BasisDoesNotHold: "不符合。", "It does not hold.";
    BasisEntered: "按填写的分数计。", "The points that were entered.";
    BasisChose: "所选：{option}。", "Chosen: {option}.";
    BasisCounted: "符合 {count} 项，每项 {per} 分，最多 {cap} 分。", "{count} hold, {per} points each, {cap} at most.";
    BasisAllOf: "须全部符合：{compared}。", "All must hold: {compared}.";
    BasisOneOf: "符合其一即可：{compared}。", "One is enough: {compared}.";
    BasisReached: "达到的档次：{compared}。", "Reached: {compared}.";
    BasisNoneReached: "{value} 未达到任何一档。", "{value} reaches no row.";
    BasisLine: "{value}，在 {zero}（零分）与 {full}（满分）之间按比例。", "{value}, in proportion between {zero} (nothing) and {full} (everything).";
    BasisLineSteps: "{value}：由 {zero}（零分）向 {full}（满分）计 {steps} 档。", "{value}: {steps} steps from {zero} (nothing) towards {full} (everything).";
    BasisKept: "符合限值：{compared}，不扣分。", "The limit is kept: {compared}; nothing is taken off.";
    BasisDeducted: "超出限值：{compared}，按 {steps} 档扣分。", "Beyond the limit: {compared}; {steps} steps are taken off.";
    BasisDeductedTooFar: "超出限值：{compared}，按 {steps} 档扣分；已超出本标准容许的范围，请核对其后果。", "Beyond the limit: {compared}; {steps} steps are taken off. This is beyond what the rubric tolerates; check what follows from that.";

    // What another edition changes
    DifferenceAdded: "{place}：新增{part}“{title}”。", "{place}: the {part} “{title}” was added.";
    DifferenceRemoved: "{place}：删去{part}“{title}”。", "{place}: the {part} “{title}” was removed.";
    DifferenceMoved: "{place}：由“{from}”移到“{to}”。", "{place}: moved from “{from}” to “{to}”.";
    DifferenceChanged: "{place}：{aspect}有改动。", "{place}: {aspect} changed.";
    DifferenceReplaced: "{place}：{aspect}由“{old}”改为“{new}”。", "{place}: {aspect} changed from “{old}” to “{new}”.";
    DifferenceNone: "无", "none";
}
