//! 自评材料包, the pack of a self-assessment: form, list and files are laid out here, and the workbook is written beside them in a worker.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Blob;

use crate::attachments::Attachments;
use crate::indexed_db::object;
use crate::part::{Code, code};
use crate::state::{Notice, State};
use crate::{clock, office, results};
use water_ledger::exchange::csv;
use water_ledger::ledger::{Attachment, REVIEWS, RowId, StorageError};
use water_ledger::show::certification::{Pack, assessment_form, pack};
use water_ledger::text::{Key, Message};

static PACK: Code<(State, RowId), ()> = code!(pack, of: (State, RowId) => (), begin(of.0, of.1));

/// The button that offers the pack of a unit's year.
pub fn button(state: State, sheet: Memo<Option<RowId>>) -> AnyView {
    let offer = move |_| {
        let Some(id) = sheet.get_untracked() else { return };
        state.notify(Notice::under_way(Message::new(Key::PackWriting)));
        spawn_local(async move {
            if PACK.of((state, id)).await.is_none() {
                state.notify(Notice::grave(Message::new(Key::WorkbookUnavailable)));
            }
        });
    };
    view! { <button title=state.say(Key::PackLead) on:click=offer>{state.say(Key::Pack)}</button> }.into_any()
}

/// What is laid out before the files are read.
struct Laid {
    pack: Pack,
    form: String,
}

fn begin(state: State, id: RowId) {
    spawn_local(async move {
        let ledger = state.store.ledger_id();
        let attached = async {
            let kept = Attachments::open().await?;
            let list = kept.list(ledger).await?;
            Ok::<_, StorageError>((kept, list))
        };
        let Ok((kept, attached)) = attached.await else {
            return state.notify(Notice::grave(Message::new(Key::PackUnread)));
        };
        let Some(Laid { pack, form }) = laid_out(state, id, &attached) else {
            return state.notify(Notice::grave(Message::new(Key::PackFailed)));
        };
        let (files, mut lost) = (Array::new(), Vec::new());
        for (at, path) in &pack.files {
            let one = &attached[*at];
            match kept.content(ledger, one).await.ok().flatten().and_then(|content| held(&content)) {
                Some(content) => {
                    let file = [
                        ("name", path.as_str().into()),
                        ("content", content.into()),
                        ("at", one.at_ms.into()),
                    ];
                    files.push(&object(&file));
                }
                None => lost.push(*at),
            }
        }
        // Whoever cancelled while the files were read wants no pack.
        if !state.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.is_under_way)) {
            return;
        }
        let list = csv(&pack.list(&lost, state.language.get_untracked()));
        let text = |name: &str, text: &str| object(&[("name", name.into()), ("text", text.into())]);
        let texts = Array::of2(&text(&pack.names.form, &form), &text(&pack.names.list, &list));
        let content: Vec<(&str, JsValue)> = vec![
            ("bookName", pack.names.book.as_str().into()),
            ("texts", texts.into()),
            ("files", files.into()),
            ("at", clock::now().into()),
        ];
        let said = match names_of(state, &attached, &lost) {
            None => {
                let written = Message::new(Key::PackWritten).with("count", pack.files.len().to_string());
                Notice::quiet(written.with("missing", pack.missing.to_string()))
            }
            Some(names) => Notice::grave(Message::new(Key::PackWrittenWithout).with("names", names)),
        };
        office::pack(state, (&REVIEWS, id), office::Packing { name: pack.names.pack, content, said });
    });
}

/// The files that are not to be had; none where all are.
fn names_of(state: State, attached: &[Attachment], lost: &[usize]) -> Option<String> {
    let names: Vec<&str> = lost.iter().map(|at| attached[*at].name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(state.say(Key::FormListMark)))
}

/// A content that the browser holds, and not the page: it may put it on disk until its turn has come.
fn held(content: &js_sys::Uint8Array) -> Option<Blob> {
    Blob::new_with_u8_array_sequence(&Array::of1(content)).ok()
}

fn laid_out(state: State, id: RowId, attached: &[Attachment]) -> Option<Laid> {
    let language = state.language.get_untracked();
    // As the paper has them.
    let chosen = state.route.get_untracked().derivations;
    let all = untrack(|| results::certification(state));
    state.ledger.with_untracked(|ledger| {
        all.with_untracked(|all| {
            let sheet = ledger.sheet(&REVIEWS, id)?;
            let form = assessment_form(ledger, all, id, chosen, language)?;
            Some(Laid { pack: pack(sheet, all.review(id)?, attached, language), form: form.html(language) })
        })
    })
}
