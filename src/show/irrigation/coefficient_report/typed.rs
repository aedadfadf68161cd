//! What was typed beside what the tables before show: sources, canals, what was read in the fields, the station.

use super::district::has_details;
use crate::ledger::{
    BALANCE_STEPS, CANALS, CLASSES, DISTRICTS, DistrictColumn, FIELDS, FieldColumn, MONTHS, READINGS, Row,
    SEASONS, SOURCES, TableSpec,
};
use crate::show::paper::{Block, Section, Writer, as_typed, row_name, typed_caption, typed_table};
use crate::text::{Key, Message};

/// The tables as typed, those of a district under its name; none where nothing was typed.
pub(super) fn section(writer: &Writer, sheet: &Row) -> Option<Section> {
    let whole = |owner: &Row, table: &'static TableSpec, caption| {
        typed_table(writer, owner, table, caption, &as_typed)
    };
    let of_sheet = [&CLASSES, &MONTHS, &SEASONS].into_iter();
    let blocks: Vec<Block> =
        of_sheet.filter_map(|table| whole(sheet, table, typed_caption(writer, table))).collect();
    let of_district = |(place, district): (usize, &Row)| {
        let own = [&SOURCES, &CANALS].into_iter();
        let own = own.filter_map(|table| whole(district, table, typed_caption(writer, table)));
        let of_fields = district.rows(&FIELDS).iter().enumerate().flat_map(|(place, field)| {
            let name = row_name(&field[FieldColumn::Name], place);
            [&READINGS, &BALANCE_STEPS].into_iter().filter_map(move |table| {
                let caption = Message::new(Key::ReportTypedOf).with_words("table", table.title.words());
                whole(field, table, writer.tell(caption.with("of", name.clone())))
            })
        });
        let blocks: Vec<Block> = own.chain(of_fields).collect();
        let title = row_name(&district[DistrictColumn::Name], place);
        (!blocks.is_empty()).then(|| Section { title, blocks, ..Section::default() })
    };
    let districts = sheet.rows(&DISTRICTS).iter().map(|row| &**row).enumerate();
    let parts: Vec<Section> = districts.filter(|(_, row)| has_details(row)).filter_map(of_district).collect();
    let section = writer.section(Key::ReportTyped, blocks);
    (!parts.is_empty() || !section.blocks.is_empty()).then_some(Section { parts, ..section })
}
