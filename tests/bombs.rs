//! Files that ask for very much are read or refused in little room. A binary of its own: it counts what is asked of the memory.

#[path = "bombs/made.rs"]
mod made;

use peak_alloc::PeakAlloc;
use water_ledger_office::answer;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// So much may be taken beside the file.
const MOST: usize = 64 * 1024 * 1024;

#[test]
fn every_bomb_is_read_or_refused_in_words_and_in_little_room() {
    let mut wrong = Vec::new();
    let bombs = made::bombs();
    assert!(bombs.len() >= 20);
    for bomb in bombs {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let told: serde_json::Value = serde_json::from_str(&answer(&bomb.bytes)).expect("JSON");
        let peak = MEMORY.peak_usage().saturating_sub(before);
        println!("{:>9} bytes, {:>6.1} MB: {}", bomb.bytes.len(), peak as f64 / 1024.0 / 1024.0, bomb.name);
        if told.as_str() != bomb.refused {
            wrong.push(format!("{}: {:.60}", bomb.name, told.to_string()));
        }
        if peak > MOST {
            wrong.push(format!("{}: {peak} bytes", bomb.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
