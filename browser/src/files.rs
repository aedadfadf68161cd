//! Files in and out of the browser.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Response, TextDecoder, Url,
};

use water_ledger::text::{FileKind, encoding};

/// Offers a text as a file.
pub fn download_text(name: &str, kind: &str, text: &str) {
    if let Some(blob) = blob(kind, text) {
        download(name, &blob);
    }
}

/// Offers bytes as a file.
pub fn download_bytes(name: &str, kind: &str, bytes: &Uint8Array) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options) {
        download(name, &blob);
    }
}

/// Some browsers draw no picture of more points than this.
const MOST_POINTS: u32 = 16_000_000;

/// Offers an SVG as a PNG, twice as fine as it is drawn unless that would be too large.
pub fn download_png(name: String, svg: &str) {
    download_drawn(name, svg, 2);
}

/// Offers an SVG as a PNG of the size that it has.
pub fn download_png_of_size(name: String, svg: &str) {
    download_drawn(name, svg, 1);
}

fn download_drawn(name: String, svg: &str, finest: u32) {
    let Some(url) = blob("image/svg+xml", svg).and_then(|blob| Url::create_object_url_with_blob(&blob).ok())
    else {
        return;
    };
    let Ok(image) = HtmlImageElement::new() else {
        return;
    };
    let drawn = image.clone();
    let source = url.clone();
    let on_load = Closure::once_into_js(move || {
        // A picture that cannot be drawn leaves no file; the SVG beside it is always to be had.
        let (width, height) = (drawn.natural_width(), drawn.natural_height());
        let fine = if width * height <= MOST_POINTS / 4 { finest } else { 1 };
        let _ = draw(&drawn, width * fine, height * fine, name);
        let _ = Url::revoke_object_url(&source);
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&url);
}

/// The text of a file of the site that an element of the page names; none when it did not come.
pub async fn fetch_named(name: &str) -> Option<String> {
    let address = document().get_element_by_id(name)?.get_attribute("value")?;
    let response = JsFuture::from(window().fetch_with_str(&address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok()).flatten()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Why a file has no text.
pub enum NoText {
    /// The browser could not read it.
    Unreadable,
    /// It is of a kind that holds none.
    Kind(FileKind),
}

/// Reads a file as text, however that is encoded, and hands it on.
pub fn read_text(file: File, then: impl FnOnce(Result<String, NoText>) + 'static) {
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await;
        then(
            bytes
                .map_err(|_| NoText::Unreadable)
                .and_then(|bytes| decoded(&Uint8Array::new(&bytes).to_vec())),
        );
    });
}

fn decoded(bytes: &[u8]) -> Result<String, NoText> {
    if let Some(kind) = FileKind::of_bytes(bytes) {
        return Err(NoText::Kind(kind));
    }
    // The decoder takes a byte order mark away.
    let decoder = TextDecoder::new_with_label(encoding(bytes).label());
    decoder.and_then(|decoder| decoder.decode_with_u8_array(bytes)).map_err(|_| NoText::Unreadable)
}

fn blob(kind: &str, text: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // Bytes rather than a string: a lone byte order mark must survive.
    let bytes = Uint8Array::from(text.as_bytes());
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options).ok()
}

/// Offers what the browser holds as a file.
pub fn download(name: &str, blob: &Blob) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else {
        return;
    };
    let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The click has started the download by the time this turn ends.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(10),
    );
}

fn draw(image: &HtmlImageElement, width: u32, height: u32, name: String) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.into())?;
    let offer = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            download(&name, &blob);
        }
    });
    canvas.to_blob(offer.unchecked_ref())
}
