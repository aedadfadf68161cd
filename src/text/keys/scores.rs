//! Charts of scores: sections, losses, costs, years, units.

use super::{Key, Words, sentences};

sentences! {
    ScoreUnit: "分", "points";
    ScoreEarned: "得分", "Earned";
    ScoreMaximum: "满分", "Maximum";
    ScorePassLine: "合格线", "Pass line";
    ScoreSource: "来源：所录入的自评，依据{title}（{edition}）。", "Source: scores of the data as entered, after {title} ({edition}).";
    ScoreSourceUnverified: "来源：所录入的自评，依据{title}（{edition}），其中有内容待核实。", "Source: scores of the data as entered, after {title} ({edition}), parts of which are to be verified.";
    ScoreSourceSeveral: "来源：所录入的自评，各依所用的标准。", "Source: scores of the data as entered, each after the rubric it uses.";
    ScoreNothing: "尚无评分", "No scores yet";

    // Sections
    ScoreSectionsDrawn: "得分与满分，分", "Earned and maximum, in points";
    ScoreWaterfallDrawn: "每步的失分与加分，分", "Points lost and gained, step by step";
    ScoreCostDrawn: "每笔费用可达的最高得分，分", "The best score for the money, in points";
    ScoreTrendDrawn: "总分与各部分占满分的比例，%", "Score and sections as shares of their maximum, %";
    ScoreUnitsDrawn: "各单位得分与合格线，分", "Scores with the pass line, in points";
    ScoreFindingGap: "离合格线差 {gap} 分", "{gap} points short of the pass line";
    ScoreFindingCost: "{cost} {unit}可到 {points} 分", "{cost} {unit} lead to {points} points";
    ScoreFindingUnits: "{count} 家中 {passing} 家达标", "{passing} of {count} units pass";
    ScoreFindingRise: "总分比上年升 {by} 个百分点", "The score is up {by} points on the year before";
    ScoreFindingFall: "总分比上年降 {by} 个百分点", "The score is down {by} points on the year before";
    ScoreSectionsTitle: "各部分得分", "Points by section";
    ScoreSectionsDescription: "得分 {total} 分；各部分中{least}得分占满分的比例最低，满分 {max} 分得 {points} 分。", "The score is {total}; of all sections, {least} has the smallest share of its maximum, {points} of {max} points.";
    ScoreSection: "部分", "Section";

    // From the full mark to the score
    ScoreWaterfallTitle: "从满分到得分", "From the full mark to the score";
    ScoreWaterfallDescription: "满分 {full} 分，得 {total} 分；失分最多的是{most}，失 {lost} 分。", "Of {full} points, {total} are scored; most is lost in {most}, {lost} points.";
    ScoreWaterfallBelow: "满分 {full} 分，得 {total} 分，距合格线 {line} 分还差 {gap} 分；失分最多的是{most}，失 {lost} 分。", "Of {full} points, {total} are scored, {gap} short of the pass line of {line}; most is lost in {most}, {lost} points.";
    ScoreWaterfallFull: "满分 {full} 分，得 {total} 分，没有失分。", "Of {full} points, {total} are scored; nothing is lost.";
    ScoreSums: "满分与得分", "Full mark and score";
    ScoreStep: "步骤", "Step";
    ScoreFull: "满分", "Full mark";
    ScoreFullApplicable: "适用项满分", "Full mark of what applies";
    ScoreLost: "失分", "Lost";
    ScoreOpen: "尚未作答", "Not answered yet";
    ScoreRest: "其余 {count} 项", "{count} other items";
    ScoreBonus: "加分", "Bonus";
    ScoreTotal: "得分", "Score";
    ScoreGap: "距合格线", "Missing to the pass line";

    // Cost and score
    ScoreCostTitle: "费用与可达得分", "Cost and the score it reaches";
    ScoreCostDescription: "{count} 个方案中，最省的达标方案要 {cost} {unit}，得 {points} 分；费用最多的要 {most} {unit}，得 {high} 分。", "Of {count} plans, the cheapest that passes costs {cost} {unit} and scores {points}; the dearest costs {most} {unit} and scores {high}.";
    ScoreCostHopeless: "{count} 个方案都不能达标；费用最多的要 {most} {unit}，得 {high} 分。", "None of {count} plans passes; the dearest costs {most} {unit} and scores {high}.";
    ScoreCostAxis: "措施费用（{unit}）", "Cost of the measures ({unit})";
    ScoreBest: "此费用下的最高得分", "Best score for the money";
    ScoreBestGated: "最高得分，但仍有必须满足的条件未满足", "Best score, with a condition missed that must hold";
    ScoreCheapest: "最省的达标方案", "Cheapest plan that passes";

    // Years and units
    ScoreTrendTitle: "得分逐年变化", "Scores year by year";
    ScoreTrendDescription: "{count} 个年份；总分占满分的比例由 {first} 年的 {from} % 到 {last} 年的 {to} %。", "{count} years; the score goes from {from} % of the full mark in {first} to {to} % in {last}.";
    ScoreOfMaximum: "占满分的比例（%）", "share of the maximum (%)";
    ScoreUnitsTitle: "各单位得分", "Scores by unit";
    ScoreUnitsDescription: "{count} 个单位中 {passing} 个达标；最高的是{best}，{high} 分，最低的是{worst}，{low} 分。", "{passing} of {count} units pass; {best} has the highest score, {high}, and {worst} the lowest, {low}.";
    ScoreUnitName: "单位", "Unit";
}
