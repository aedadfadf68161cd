//! Work on many files at once, on as many threads as the machine has cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does something with each item. The first failure is returned, once work that has begun is done.
pub fn for_each<T: Sync>(items: &[T], work: impl Fn(&T) -> Result<(), String> + Sync) -> Result<(), String> {
    let next = AtomicUsize::new(0);
    let take = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..count).map(|_| scope.spawn(take)).collect();
        let results = threads.into_iter().map(|thread| thread.join());
        // All are waited for before the first failure counts.
        let results: Vec<_> = results.collect();
        results.into_iter().try_for_each(|result| result.map_err(|_| "a step broke off".to_owned())?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn each_item_is_worked_on_once_and_a_failure_is_returned() {
        let seen = Mutex::new(Vec::new());
        let items: Vec<u32> = (0..100).collect();
        let note = |item: &u32| {
            seen.lock().unwrap().push(*item);
            Ok(())
        };
        assert_eq!(for_each(&items, note), Ok(()));
        let mut seen = seen.into_inner().unwrap();
        seen.sort();
        assert_eq!(seen, items);
        let fails = |item: &u32| if *item == 50 { Err("fifty".to_owned()) } else { Ok(()) };
        assert_eq!(for_each(&items, fails), Err("fifty".to_owned()));
    }
}
