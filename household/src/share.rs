//! What leaves the page, when the visitor wants it: a link, a picture, a sheet of paper.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::live::{click, live_if};
use crate::page::Page;
use water_ledger::evaluate::household::{national_mean, savings};
use water_ledger::show::household::{Card, card};
use water_ledger::text::Key;
use water_ledger_browser::clipboard::copied;
use water_ledger_browser::files;

/// The picture and the link, within reach.
pub fn ways(page: Page) -> AnyView {
    let link = RwSignal::new(None::<(String, Key)>);
    // A link that is shown is of what was answered when it was made.
    Effect::new(move |_| {
        page.answers.track();
        link.set(None);
    });
    let copy = click(move || {
        let address = page.address();
        spawn_local(async move {
            let said = if copied(&address).await { Key::HouseholdCopied } else { Key::HouseholdCopyFailed };
            let _ = link.try_set(Some((address, said)));
        });
    });
    let made = move || {
        link.get().map(|(address, said)| {
            view! {
                <p class="made" role="status">{page.say(said)}</p>
                <input type="text" readonly=true aria-label=page.say(Key::HouseholdLink) prop:value=address/>
            }
            .into_any()
        })
    };
    view! {
        <div class="ways share">
            {live_if(made)}
            <button on:click=click(move || save_picture(page))>{page.say(Key::HouseholdPicture)}</button>
            <button class="primary" on:click=copy>{page.say(Key::HouseholdCopy)}</button>
        </div>
    }
    .into_any()
}

fn save_picture(page: Page) {
    let answers = page.answers.get_untracked();
    let (Some(home), Some(efficient), Ok(savings)) =
        (page.home.get_untracked(), page.efficient.get_untracked(), savings(&answers))
    else {
        return;
    };
    let nation = national_mean();
    let shown = Card {
        home: &home,
        efficient: &efficient,
        nation: &nation,
        tips: &savings.each,
        together: &savings.together,
        address: &page.address(),
    };
    files::download_png_of_size(
        "water-at-home.png".to_string(),
        &card(&shown, page.language.get_untracked()),
    );
}

/// Prints the page.
pub fn print() {
    // A browser that cannot print does nothing.
    let _ = window().print();
}
