//! A screen for pages of others: its number, its picture and its source, with one link to the whole. It works without any script.

use super::head::Document;
use super::page::paragraphs;
use super::places::{page_file, piece_file};
use super::screens::Screen;
use super::year::City;
use crate::chart::escape;
use crate::text::Key;

/// The widths that a chart is laid out for; the narrow one fits a frame of 300 px.
const IN_FRAME: [u32; 2] = [560, 276];

impl City<'_> {
    /// The piece of a screen as a document.
    pub(super) fn piece(&self, screen: &Screen) -> String {
        let body = format!(
            r##"<main>
<h1>{title}</h1>
{figure}{words}{picture}<div class="screen-foot">
{sources}<p class="screen-links"><span>{whose} · {credit}</span>
<a id="open" href="../{page}#{name}">{open}</a></p>
</div>
<p id="code" class="source" hidden=""><label>{code}
<textarea class="markup" readonly="" rows="3" spellcheck="false"></textarea></label></p>
</main>
"##,
            code = self.say(Key::EmbedFrame),
            title = escape(&screen.title),
            figure = self.figure(screen),
            words = paragraphs(&screen.words),
            picture = self.seen(screen, IN_FRAME),
            sources = self.source_lines(screen),
            whose = escape(&self.title()),
            credit = self.say(Key::CityCredit),
            page = page_file(self.language),
            name = screen.name,
            open = self.say(Key::CityOpen),
        );
        let other = self.language.other();
        let alternate = piece_file(screen.name, other);
        self.document(Document {
            title: format!("{} · {}", screen.title, self.title()),
            description: screen.words.join(" "),
            folder: "../",
            script: "framed.js",
            more: format!(
                "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"alternate\" hreflang=\"{}\" href=\"../{alternate}\">\n",
                other.tag()
            ),
            class: "piece",
            body,
        })
    }

    /// All pieces, for whoever asks for one by a name that none has.
    pub(super) fn pieces(&self, screens: &[Screen]) -> String {
        let entry = |screen: &Screen| {
            format!(
                "<li><a href=\"../{}\" data-piece=\"{}\">{}</a></li>\n",
                piece_file(screen.name, self.language),
                screen.name,
                escape(&screen.title)
            )
        };
        let body = format!(
            r##"<main>
<h1>{title}</h1>
<p id="no-piece" role="status" hidden="">{none}</p>
<ul class="pieces">
{entries}</ul>
<div class="screen-foot"><p class="screen-links"><span>{whose} · {credit}</span>
<a id="open" href="../{page}">{open}</a></p></div>
</main>
"##,
            title = self.say(Key::CityPieces),
            none = self.say(Key::CityNoPiece),
            entries = screens.iter().map(entry).collect::<String>(),
            whose = escape(&self.title()),
            credit = self.say(Key::CityCredit),
            page = page_file(self.language),
            open = self.say(Key::CityOpen),
        );
        self.document(Document {
            title: format!("{} · {}", self.say(Key::CityPieces), self.title()),
            description: self.say(Key::CityLead),
            folder: "../",
            script: "framed.js",
            more: "<meta name=\"robots\" content=\"noindex\">\n".to_string(),
            class: "piece",
            body,
        })
    }
}
