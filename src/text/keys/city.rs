//! The public page of a city's year, for readers who are not from the field, and its pieces for other pages.

use super::{Key, Words, sentences};

sentences! {
    CityTitle: "{name} {year} 年的水", "The water of {name} in {year}";
    CityLead: "水从哪里来，用到哪里去，省在哪里。一屏一个数，每个数都写明来历。", "Where the water comes from, where it goes and where it is saved. One number a screen, each with its source.";
    CityDescription: "{title}：{findings}。", "{title}: {findings}.";
    CityBetween: "；", "; ";
    CityAnd: "、", ", ";
    CityScreens: "这一页说什么", "What this page tells";
    CityShare: "本屏链接", "Link to this";
    CityPicture: "图片", "Picture";
    CityPictureOf: "下载图片（SVG）：{title}", "Download the picture (SVG): {title}";
    CityShareOf: "本屏链接：{title}", "Link to this: {title}";
    CityEmbed: "嵌入", "Embed";
    CityEmbedOf: "嵌入别的网页：{title}", "For other pages: {title}";
    CityTable: "看数据", "The data";
    CityOpen: "打开完整页", "Open the full page";
    CityCredit: "用水账 Water Ledger 绘制", "Drawn with Water Ledger";
    CityMissing: "这本账里还没有的：{names}。", "Not in this ledger yet: {names}.";
    CityNothing: "这本账里还没有可以展示的数。", "This ledger holds no number yet that could be shown.";
    CityNoPiece: "没有叫这个名字的片段。这里有这些：", "There is no piece of that name. These are here:";
    FrozenTitle: "一张图的冻结版", "A frozen chart";
    FrozenDay: "冻结版：数据截至 {day}，写在链接里，由制作者提供。", "A frozen copy as of {day}; its numbers are in the link and are its maker's.";
    FrozenBroken: "这个链接不完整或已损坏，读不出图来。请向发给您的人再要一次。", "This link is cut or damaged and holds no chart that can be read. Ask whoever sent it for it again.";
    FrozenAsksScript: "这张图写在链接里，要允许脚本才能显示。", "This chart stands in the link; it takes a script to show it.";
    FrozenOpen: "打开用水账", "Open Water Ledger";
    CityPieces: "可以嵌入的片段", "Pieces for other pages";
    CitySource: "来源：{source}（{years} 年）", "Source: {source} ({years})";
    CitySourceNone: "来源：账中没有写（{years} 年）", "Source: the ledger names none ({years})";
    CitySourceYears: "来源：{by}逐年用水账（{years} 年）", "Source: water accounts by year of {by} ({years})";
    CityNote: "账中说明：{note}", "The ledger says: {note}";
    CityColumnSource: "来源", "Source";
    CityColumnValue: "数值", "Value";

    CityCoefficientTitle: "十桶水，约 {count} 桶到根", "Of ten buckets, about {count} reach the roots";
    CityCoefficient: "农田灌溉水有效利用系数", "Irrigation water effective-use coefficient";
    CityCoefficientWords: "灌溉用的水，从河里引来、从井里抽来，一路上渗进渠底、漏掉、蒸发。系数 {value} 的意思是：取十桶，约 {count} 桶到了作物的根。", "Water for fields is drawn from rivers and wells; on its way it seeps from canals, leaks and evaporates. A coefficient of {value} means: of ten buckets drawn, about {count} reach the roots of the crop.";
    CityCoefficientDrawn: "十个桶是取来的水，蓝色是到根的水。", "Ten buckets are what was drawn; blue is what reaches the roots.";

    CityReuseTitle: "一滴水，用约 {count} 次", "A drop is used about {count} times";
    CityReuse: "工业用水重复利用率", "Industrial water reuse rate";
    CityReuseWords: "工厂把用过的水冷却、净化，再用。重复利用率 {value} % 的意思是：每用 100 份水，{value} 份是用过的；新水平均用 {turns} 次才离开。", "Plants cool and clean the water they used, and use it again. A reuse rate of {value} % means: of 100 parts of water in use, {value} were used before; new water is used {turns} times on average before it leaves.";
    CityReuseDrawn: "实心的是新水，其余是同一份水再用的次数。", "The full drop is new water; the others are the same water used again.";
    CityTimes: "平均使用次数", "Times used on average";

    CityUnitsTitle: "{count} 家节水型单位", "{count} water-saving units";
    CityUnits: "节水型单位", "Water-saving units";
    CityUnitsWords: "机关、学校、医院、企业、小区按标准逐项评分，过了合格线才算节水型单位。", "Offices, schools, hospitals, companies and housing estates are scored item by item against a standard; those that pass are water-saving units.";
    CityUnitsMore: "比 {year} 年多 {by} 家。", "That is {by} more than in {year}.";
    CityUnitsDrawn: "一格一家。", "Each square is a unit.";
    CityUnitsDrawnMore: "一格一家；空心的是 {year} 年以后新增的。", "Each square is a unit; hollow ones came after {year}.";

    CityTotalTitle: "总量先定下来", "First the total is fixed";
    CityTotalTitleFree: "一年用多少水", "What a year takes";
    CityTotalWords: "这一年，农业、工业、生活和生态一共用水 {value}。", "That year agriculture, industry, homes and nature took {value} in all.";
    CityTotalTarget: "控制目标是到 {year} 年不超过 {target}。", "The target is to stay within {target} by {year}.";
    CityTotalAsked: "{year} 年目标 ≤ {target}", "target of {year} ≤ {target}";
    CityTotalDrawn: "一年的用水总量；竖线是目标。", "The water of the year; the tick is the target.";
    CityTotalDrawnFree: "一年的用水总量。", "The water of the year.";
    CityTarget: "目标", "Target";

    CityUsesTitle: "大头在{name}", "Most goes to {name}";
    CityUsesLabel: "{name}占用水总量", "Share of {name} in all water";
    CityUsesWords: "每 100 份水里，{name}用去 {share} 份。省水先看大头。", "Of every 100 parts of water, {name} takes {share}. Saving begins where most is used.";
    CityUsesDrawn: "用到哪里去", "Where it goes";

    CitySourcesTitle: "水从哪里来", "Where it comes from";
    CitySourcesLabel: "{name}占供水总量", "Share of {name} in the supply";
    CitySourcesWords: "每 100 份水里，{share} 份来自{name}。", "Of every 100 parts of water, {share} are {name}.";
    CitySourcesOther: "非常规水占 {share} 份：再生水等，多用一份，就少取一份河水、井水。", "Non-conventional water makes up {share}: reclaimed water and the like, which spares rivers and wells.";
    CitySourcesDrawn: "从哪里来", "Where it comes from";

    CityEconomyTitleFell: "用水少了，经济在长", "Less water, a larger economy";
    CityEconomyTitleLevel: "用水没有多，经济在长", "No more water, a larger economy";
    CityEconomyLevel: "{base} 年以来，用水总量几乎没变（{growth} %）；同样多的产出，用水降了 {decline} %（可比价）。", "Since {base} total water hardly changed ({growth} %); for the same output it fell by {decline} % (constant prices).";
    CityEconomyTitle: "用水和经济", "Water and the economy";
    CityEconomyLabel: "每万元产值的用水，比 {base} 年降", "Water by unit of output, down since {base}";
    CityEconomyFell: "{base} 年以来，用水总量降了 {growth} %；同样多的产出，用水降了 {decline} %（可比价）。", "Since {base} total water fell by {growth} %; for the same output it fell by {decline} % (constant prices).";
    CityEconomyRose: "{base} 年以来，用水总量升了 {growth} %；同样多的产出，用水降了 {decline} %（可比价）。", "Since {base} total water rose by {growth} %; for the same output it fell by {decline} % (constant prices).";
    CityEconomyWorse: "{base} 年以来，同样多的产出，用水升了 {decline} %（可比价）。", "Since {base} water for the same output rose by {decline} % (constant prices).";

    CityTrendTitleFell: "这几年，用水在减少", "Over the years, less water";
    CityTrendTitleRose: "这几年，用水在增加", "Over the years, more water";
    CityTrendTitleLevel: "这几年，用水没有明显变化", "Over the years, no clear change";
    CityTrendLabel: "用水总量，平均每年", "Total water, on average each year";
    CityTrendFell: "{first} 到 {last} 年，用水总量平均每年减少 {by}。", "From {first} to {last} total water fell by {by} a year on average.";
    CityTrendRose: "{first} 到 {last} 年，用水总量平均每年增加 {by}。", "From {first} to {last} total water rose by {by} a year on average.";
    CityTrendLevel: "{first} 到 {last} 年，用水总量大致持平。", "From {first} to {last} total water stayed about level.";
    CityTrendWeak: "年份还少，这个变化也可能是偶然。", "The years are few; the change may be chance.";

    CityNoRegion: "这本账里没有“区域”表，城市页由它写成。请在“区域”页录入一年，再导出这本账。", "This ledger has no region sheet, from which the public page is written. Enter a year on the page of regions and export the ledger again.";
    CityNothingToShow: "这本账的“区域”表里还没有可以展示的数：请录入历年用水，或“其他指标”中的系数、重复利用率、节水型单位。", "The region sheet of this ledger holds no number yet that could be shown: enter water by year, or among the other indicators a coefficient, a reuse rate or water-saving units.";
    HomeCity: "看一座城市一年的水", "See a city's year of water";
}
