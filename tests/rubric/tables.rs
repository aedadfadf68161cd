//! Rubrics read of tables as provinces print them.

use proptest::prelude::*;
use water_ledger::exchange::{pasted, rubric_of_table};
use water_ledger::rubric::{Points, Rubric, open_rubric, save_rubric};

fn draft(text: &str) -> (Rubric, Vec<(String, String)>) {
    let draft = rubric_of_table(&pasted(text), "某省节水型高校评价标准").expect("a rubric");
    (draft.rubric, draft.unread)
}

fn sections(rubric: &Rubric) -> Vec<(&str, f64, usize)> {
    rubric.sections.iter().map(|one| (one.title.zh.as_str(), one.max.value(), one.items.len())).collect()
}

#[test]
fn a_table_with_merged_headings_of_two_levels_becomes_sections_and_items() {
    let (rubric, unread) = draft(
        "附件2 某省节水型高校评价标准\n序号\t一级指标\t二级指标\t分值\t评分标准\t证明材料\t得分\n\
         1\t节水管理\t★节水制度\t5 分\t有制度得5分，无制度不得分\t制度文件\t\n\
         2\t\t用水计量\t10\t水表计量率≥95%得10分，每低1%扣1分\t台账\t\n\
         \t\t\t2.5\t安装智能水表得2.5分\t照片\t\n\
         \t\t\t\t远传水表数量以平台为准\t\t\n\
         3\t节水技术\t节水器具普及率\t满分 20\t\t\t\n\
         4\t加分项\t节水科研\t5\t\t\t\n\
         合计\t\t\t37.5\t\t\t\n注：不涉及的项按满分计。",
    );
    assert_eq!(unread, []);
    assert_eq!(sections(&rubric), [("节水管理", 17.5, 3), ("节水技术", 20.0, 1), ("加分项", 5.0, 1)]);
    assert!(rubric.sections[2].bonus);
    assert_eq!(rubric.total, Points::exactly(37.5).expect("points"));
    let items: Vec<_> = rubric.items().map(|(_, item)| item).collect();
    assert!(items[0].star && rubric.star_rule.is_some());
    assert_eq!(items[0].title.zh, "节水制度");
    assert_eq!((items[2].title.zh.as_str(), items[2].max.value()), ("用水计量", 2.5));
    let note = items[2].note.as_ref().map(|note| note.zh.as_str());
    assert_eq!(note, Some("安装智能水表得2.5分\n远传水表数量以平台为准"));
    assert_eq!(items[1].evidence[0].zh, "台账");
    // A draft is a rubric like any other: it is saved and opens again.
    assert_eq!(open_rubric(&save_rubric(&rubric)).expect("opens"), rubric);
}

#[test]
fn rows_that_name_a_section_begin_it_and_conditions_give_no_points() {
    let (rubric, unread) = draft(
        "项目\t标准\t分值\n一、基本条件\n近三年无重大水污染事故\t\t\n用水计划执行到位\t查文件\t\n\
         二、管理指标（40分）\n制度建设\t制度健全\t10\n宣传教育\t每年两次以上\t十五\n三、技术指标（60分）\n人均用水量\t优于定额\t0-60",
    );
    let titles: Vec<&str> = rubric.prerequisites.iter().map(|one| one.title.zh.as_str()).collect();
    assert_eq!(titles, ["近三年无重大水污染事故", "用水计划执行到位"]);
    assert_eq!(sections(&rubric), [("管理指标", 40.0, 2), ("技术指标", 60.0, 1)]);
    let places: Vec<(&str, &str)> =
        unread.iter().map(|(place, text)| (place.as_str(), text.as_str())).collect();
    assert_eq!(places, [("/section/0/item/1/max", "十五"), ("/section/1/item/0/max", "0-60")]);
}

#[test]
fn what_is_no_rubric_is_none() {
    for text in ["", "灌区名称\t面积\n东河\t1", "指标\t分值", "尊敬的用户", "指标\t说明\n制度\t有"]
    {
        assert_eq!(rubric_of_table(&pasted(text), "x"), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_table_is_a_rubric_that_can_be_saved_or_none(
        rows in prop::collection::vec(prop::collection::vec(
            prop::sample::select(vec!["", "一、管理（40分）", "制度", "10", "十", "-3", "★计量", "合计", "注：无", "2.5分", "基本条件"]),
            5,
        ), 0..12),
    ) {
        let head = ["一级指标", "二级指标", "分值", "评分标准", "佐证材料"].map(str::to_string).to_vec();
        let rows: Vec<Vec<String>> =
            [head].into_iter().chain(rows.into_iter().map(|row| row.into_iter().map(str::to_string).collect())).collect();
        if let Some(draft) = rubric_of_table(&rows, "试") {
            prop_assert_eq!(&open_rubric(&save_rubric(&draft.rubric)).expect("opens"), &draft.rubric);
            for (pointer, _) in &draft.unread {
                let form: serde_json::Value = serde_json::from_str(&save_rubric(&draft.rubric)).expect("JSON");
                prop_assert!(form.pointer(pointer).is_some(), "{pointer}");
            }
        }
    }
}
