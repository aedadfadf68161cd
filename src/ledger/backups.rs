//! 备份, copies of ledgers that the browser keeps beside them: when one is due, and which are needed no more.

use crate::numeric::order;
/// A copy, without its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The ledger of which it is.
    pub ledger: u32,
    /// When it was made, in milliseconds since 1970.
    pub at_ms: f64,
    /// Why.
    pub reason: BackupReason,
    /// What the ledger was called.
    pub title: String,
    /// How long its text is.
    pub bytes: f64,
}

/// Why a copy was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupReason {
    /// There were changes for an hour.
    Hourly,
    /// Something took the place of the ledger: an import, an example, a merge, a copy that was restored.
    Replaced,
    /// A newer version of the program opened it.
    Upgraded,
    /// The person asked for it.
    Asked,
}

impl BackupReason {
    /// Every reason, with the name by which it is stored.
    pub const ALL: [(BackupReason, &'static str); 4] = [
        (BackupReason::Hourly, "hourly"),
        (BackupReason::Replaced, "replaced"),
        (BackupReason::Upgraded, "upgraded"),
        (BackupReason::Asked, "asked"),
    ];
}

const HOUR: f64 = 60.0 * 60.0 * 1000.0;
const DAY: f64 = 24.0 * HOUR;

/// How long every copy is kept, and how long one a day.
const EVERY: f64 = DAY;
const DAILY: f64 = 30.0 * DAY;

/// How much all copies may hold, in bytes.
const ROOM: f64 = 64.0 * 1024.0 * 1024.0;

/// How long a deleted ledger stays in the bin.
const BIN: f64 = 30.0 * DAY;

/// Whether an hour has passed since the last copy of a ledger; a clock that was put back counts as one.
pub fn is_backup_due(last_ms: Option<f64>, now_ms: f64) -> bool {
    last_ms.is_none_or(|last| !(0.0..HOUR).contains(&(now_ms - last)))
}

/// How many days a deleted ledger still stays in the bin; none when its time is over.
pub fn days_left_in_bin(deleted_ms: f64, now_ms: f64) -> Option<u32> {
    let left = BIN - (now_ms - deleted_ms).max(0.0);
    (left > 0.0).then(|| (left / DAY).ceil() as u32)
}

/// How long after a file was exported, or a reminder was put off, it is time to be reminded.
const REMINDED_AFTER: f64 = 30.0 * DAY;

/// Whether it is time to be reminded to export a file; `since_ms` is when reminding began or was put off.
pub fn is_reminder_due(since_ms: Option<f64>, exported_ms: Option<f64>, now_ms: f64) -> bool {
    since_ms.is_some_and(|since| now_ms - since.max(exported_ms.unwrap_or(since)) >= REMINDED_AFTER)
}

/// The places of copies that are needed no more: beyond a day one a day is kept, beyond thirty days one a month, and as many as there
/// is room for. The newest copy of each ledger always stays, and so does what the person asked for while there is room.
pub fn superfluous_backups(backups: &[Backup], now_ms: f64) -> Vec<usize> {
    let newest_first = order(backups.len(), &mut |a, b| backups[b].at_ms.total_cmp(&backups[a].at_ms));
    let mut kept: Vec<&Backup> = Vec::new();
    let mut gone = Vec::new();
    let mut bytes = 0.0;
    for at in newest_first {
        let one = &backups[at];
        let of_ledger = |other: &&&Backup| other.ledger == one.ledger;
        let is_newest = !kept.iter().any(|other| other.ledger == one.ledger);
        let slot = slot_of(one, now_ms);
        let is_taken = one.reason != BackupReason::Asked
            && slot.is_some()
            && kept.iter().filter(of_ledger).any(|other| slot_of(other, now_ms) == slot);
        if !is_newest && (is_taken || bytes + one.bytes > ROOM) {
            gone.push(at);
        } else {
            bytes += one.bytes;
            kept.push(one);
        }
    }
    gone
}

/// The day or the month of which one copy is kept; none where each is.
fn slot_of(one: &Backup, now_ms: f64) -> Option<(bool, i64)> {
    match now_ms - one.at_ms {
        age if age < EVERY => None,
        age if age < DAILY => Some((false, (one.at_ms / DAY).floor() as i64)),
        _ => Some((true, (one.at_ms / (30.0 * DAY)).floor() as i64)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(ledger: u32, age_ms: f64, bytes: f64) -> Backup {
        Backup { ledger, at_ms: NOW - age_ms, reason: BackupReason::Hourly, title: String::new(), bytes }
    }

    const NOW: f64 = 1_700_000_000_000.0;

    #[test]
    fn an_hour_after_the_last_one_is_due_and_a_clock_put_back_is_no_reason_to_wait() {
        assert!(is_backup_due(None, NOW));
        assert!(!is_backup_due(Some(NOW - HOUR / 2.0), NOW));
        assert!(is_backup_due(Some(NOW - HOUR), NOW));
        assert!(is_backup_due(Some(NOW + DAY), NOW));
    }

    #[test]
    fn every_hour_of_a_year_leaves_a_day_whole_and_then_one_a_day_and_one_a_month() {
        let mut backups: Vec<Backup> = Vec::new();
        for hour in 0..24 * 365 {
            let now = NOW + f64::from(hour) * HOUR;
            backups.push(Backup { at_ms: now, ..backup(1, 0.0, 1000.0) });
            let gone = superfluous_backups(&backups, now);
            let mut at = 0;
            backups.retain(|_| {
                at += 1;
                !gone.contains(&(at - 1))
            });
        }
        let end = NOW + f64::from(24 * 365 - 1) * HOUR;
        let within =
            |from: f64, to: f64| backups.iter().filter(|one| (from..to).contains(&(end - one.at_ms))).count();
        assert_eq!(within(0.0, DAY), 24);
        assert!((28..=31).contains(&within(DAY, DAILY)), "{}", within(DAY, DAILY));
        assert!((11..=13).contains(&within(DAILY, 400.0 * DAY)), "{}", within(DAILY, 400.0 * DAY));
    }

    #[test]
    fn room_is_kept_but_never_the_newest_of_a_ledger_given_up() {
        let backups = [
            backup(1, 0.0, ROOM),
            backup(1, HOUR, 10.0),
            backup(2, 300.0 * DAY, 10.0),
            backup(2, 301.0 * DAY, 10.0),
        ];
        assert_eq!(superfluous_backups(&backups, NOW), [1, 3]);
    }

    #[test]
    fn a_month_without_a_file_is_time_for_a_reminder() {
        assert!(!is_reminder_due(None, None, NOW));
        assert!(!is_reminder_due(Some(NOW - 29.0 * DAY), None, NOW));
        assert!(is_reminder_due(Some(NOW - 30.0 * DAY), None, NOW));
        assert!(!is_reminder_due(Some(NOW - 90.0 * DAY), Some(NOW - DAY), NOW));
        assert!(is_reminder_due(Some(NOW - 90.0 * DAY), Some(NOW - 31.0 * DAY), NOW));
    }

    #[test]
    fn the_bin_keeps_for_thirty_days() {
        assert_eq!(days_left_in_bin(NOW, NOW), Some(30));
        assert_eq!(days_left_in_bin(NOW - 29.5 * DAY, NOW), Some(1));
        assert_eq!(days_left_in_bin(NOW - 30.0 * DAY, NOW), None);
        assert_eq!(days_left_in_bin(NOW + DAY, NOW), Some(30));
    }
}
