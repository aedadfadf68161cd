//! Computes metrics from the command line.
//!
//! ```text
//! cargo run --release --example evaluate -- FILE            a JSON array of requests; - reads standard input
//! cargo run --release --example evaluate -- --ledger FILE   every figure of a saved ledger
//! ```
//! `--lang en` says names and errors in English.
//! Exit status: 0 all computed, 1 an entry failed, 2 the input could not be read.

use std::io::{self, Read};
use std::process::ExitCode;

use water_ledger::exchange::{Evaluation, evaluate, evaluate_ledger};
use water_ledger::ledger::{Opened, open};
use water_ledger::text::Language;

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(evaluation) => {
            println!("{:#}", evaluation.answers);
            if evaluation.failed { ExitCode::from(1) } else { ExitCode::SUCCESS }
        }
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Vec<String>) -> Result<Evaluation, String> {
    let mut language = Language::Chinese;
    let mut is_ledger = false;
    let mut file = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--ledger" => is_ledger = true,
            "--lang" => {
                let tag = arguments.next().unwrap_or_default();
                language =
                    Language::from_tag(&tag).ok_or_else(|| format!("--lang takes zh or en, not {tag:?}"))?;
            }
            _ if file.is_none() => file = Some(argument),
            extra => return Err(format!("unexpected argument {extra:?}")),
        }
    }
    let file = file.ok_or("usage: evaluate [--lang zh|en] [--ledger] FILE, where - is standard input")?;
    let text = read(&file).map_err(|error| format!("{file}: {error}"))?;
    if is_ledger {
        return match open(&text) {
            Opened::Ledger(ledger) => Ok(evaluate_ledger(&ledger, language)),
            other => Err(other.message().map(|message| message.say(language)).unwrap_or_default()),
        };
    }
    evaluate(&text, language).map_err(|unreadable| format!("{file}: {}", unreadable.message().say(language)))
}

fn read(file: &str) -> io::Result<String> {
    if file != "-" {
        return std::fs::read_to_string(file);
    }
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    Ok(text)
}
