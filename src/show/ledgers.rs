//! 账本, ledgers as a list: what each holds, how large it is, what becomes of sheets that are taken in.

use crate::ledger::{
    Attachment, BackupReason, Becomes, Ledger, OfferedSheet, PERIODS, REGIONS, RETROFITS, REVIEWS, TableSpec,
    YEARS,
};
use crate::text::{Key, Message, number};

/// What a ledger holds, a message for each kind; none where it is empty.
pub fn holdings(ledger: &Ledger) -> Vec<Message> {
    let of = |list: &TableSpec, key: Key| (key, ledger.sheets(list).len());
    let kinds = [
        of(&YEARS, Key::LedgerYears),
        of(&PERIODS, Key::LedgerPeriods),
        of(&REVIEWS, Key::LedgerReviews),
        of(&RETROFITS, Key::LedgerPlans),
        of(&REGIONS, Key::LedgerRegions),
        (Key::LedgerRubrics, ledger.rubrics.len()),
    ];
    let kinds = kinds.into_iter().filter(|(_, count)| *count > 0);
    kinds.map(|(key, count)| Message::new(key).with("count", count.to_string())).collect()
}

/// A size in bytes as people read it.
pub fn size(bytes: f64) -> Message {
    let (key, size) = match bytes {
        bytes if bytes < 1e6 => (Key::SizeKilobytes, number((bytes / 1e3).max(1.0), 0)),
        bytes if bytes < 1e9 => (Key::SizeMegabytes, number(bytes / 1e6, 1)),
        _ => (Key::SizeGigabytes, number(bytes / 1e9, 1)),
    };
    Message::new(key).with("size", size)
}

/// How many files are attached and how large they are together; none where none is, but for those that were removed.
pub fn attached_total<'a>(files: impl IntoIterator<Item = &'a Attachment>) -> Option<(usize, Message)> {
    let there = files.into_iter().filter(|one| one.removed_ms.is_none());
    let (count, bytes) = there.fold((0, 0.0), |(count, bytes), one| (count + 1, bytes + one.bytes));
    (count > 0).then(|| (count, size(bytes)))
}

/// Why a copy was made.
pub fn reason(reason: BackupReason) -> Key {
    match reason {
        BackupReason::Hourly => Key::BackupHourly,
        BackupReason::Replaced => Key::BackupReplaced,
        BackupReason::Upgraded => Key::BackupUpgraded,
        BackupReason::Asked => Key::BackupAsked,
    }
}

/// What becomes of a sheet that is taken in.
pub fn becomes(sheet: &OfferedSheet) -> Message {
    match &sheet.becomes {
        Becomes::Sheet => Message::new(Key::MergeSheet),
        Becomes::Beside => Message::new(Key::MergeBeside),
        Becomes::Renamed(name) => Message::new(Key::MergeRenamed).with("name", name.clone()),
        Becomes::Joined { rows, renamed } if renamed.is_empty() => {
            Message::new(Key::MergeJoined).with("count", rows.to_string())
        }
        Becomes::Joined { rows, renamed } => Message::new(Key::MergeJoinedRenamed)
            .with("count", rows.to_string())
            .with("names", renamed.join("; ")),
    }
}

/// What a ledger is called; nothing where it has no name.
pub fn title(ledger: &Ledger) -> Option<String> {
    let title = ledger.title().trim();
    (!title.is_empty()).then(|| title.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Example;
    use crate::text::Language;

    #[test]
    fn a_ledger_says_what_it_holds() {
        let say = |ledger: &Ledger| -> Vec<String> {
            holdings(ledger).iter().map(|message| message.say(Language::Chinese)).collect()
        };
        assert_eq!(say(&Example::City.ledger(Language::Chinese)), ["灌溉 5 个年度", "改造 1 个方案"]);
        assert!(say(&Ledger::default()).is_empty());
    }

    #[test]
    fn sizes_are_told_in_kilobytes_and_megabytes() {
        let say = |bytes: f64| size(bytes).say(Language::English);
        assert_eq!(
            [say(12.0), say(51_200.0), say(2_340_000.0), say(1.07e10)],
            ["1 kB", "51 kB", "2.3 MB", "10.7 GB"]
        );
    }
}
