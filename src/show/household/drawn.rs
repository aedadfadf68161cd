//! Answers as small pictures, where one is quicker than words: lines on a square of 48.

/// The picture of an answer by its name in the catalogue; none where there is none.
pub fn drawn(code: &str) -> Option<String> {
    let path = match code {
        // A cistern with two buttons, or one, on its bowl.
        "dual" => "M12 8h24v12H12zM18 13h4M26 13h4M14 24h24c0 8-4 12-10 12v5H20v-5c-4-1-6-6-6-12z",
        "grade_1" => {
            "M14 10h20v10H14zM19 15h3M26 15h3M14 24h24c0 8-4 12-10 12v5H20v-5c-4-1-6-6-6-12zM38 8l3 3 4-6"
        }
        "single_9" => "M12 8h24v12H12zM22 13h4M14 24h24c0 8-4 12-10 12v5H20v-5c-4-1-6-6-6-12z",
        "single_13" => "M10 4h28v16H10zM24 4V1M14 24h24c0 8-4 12-10 12v5H20v-5c-4-1-6-6-6-12z",
        "squat" => {
            "M16 14c0-5 4-8 8-8s8 3 8 8v16c0 6-3 10-8 10s-8-4-8-10zM8 18h4v18H8zM36 18h4v18h-4zM24 22v8"
        }
        // A bowl of water, a running tap, a machine with plates.
        "basin" => "M6 24h36l-5 14H11zM10 29c3-2 5 2 8 0s5 2 8 0 5 2 8 0 3 1 4 0",
        "running" => "M10 10h16a8 8 0 0 1 8 8v4h-6v-3a3 3 0 0 0-3-3H10zM16 10V5h6v5M31 26v4M31 34v5",
        "machine" => "M9 6h30v36H9zM9 14h30M14 10h4M18 22a6 6 0 1 0 0 12M26 20v16M32 20v16",
        // Drum, impeller, a hand's basin.
        "drum" | "drum_1" => "M9 6h30v36H9zM9 14h30M14 10h5M24 19a9 9 0 1 0 .1 0zM17 29c3-2 5 2 7 0s4 2 7 0",
        "impeller" | "impeller_1" => {
            "M9 10h30v32H9zM9 10l4-5h22l4 5M15 16h18M24 21a8 8 0 1 0 .1 0zM24 29l4-4M24 29l-5-2M24 29l1 5"
        }
        "hand" => "M5 26h38l-5 14H10zM14 26c0-6 4-12 10-12s10 6 10 12M19 20l4 6M27 18l-2 8",
        // Nothing leaks; a drop from a tap; water down a bowl; water that runs on.
        "none" => "M24 6c6 9 10 14 10 20a10 10 0 0 1-20 0c0-6 4-11 10-20zM19 27l4 4 7-8",
        "drip" => {
            "M8 8h16a8 8 0 0 1 8 8v5h-6v-4a3 3 0 0 0-3-3H8zM29 27c3 4 4 6 4 8a4 4 0 0 1-8 0c0-2 1-4 4-8z"
        }
        "seep" => "M10 10h28c0 14-5 20-12 20v8h-8v-8c-5-2-8-9-8-20zM24 14v4M24 21v4",
        _ => return None,
    };
    Some(format!(
        "<svg class=\"drawn\" viewBox=\"0 0 48 48\" width=\"48\" height=\"48\"><path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/></svg>"
    ))
}
