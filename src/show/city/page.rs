//! The page: its title, what it tells, one screen after another, and what it does not know.

use super::drawn::chart_file;
use super::head::Document;
use super::places::{no_piece_file, page_file, picture_file, piece_file};
use super::screens::{Picture, Screen};
use super::year::City;
use crate::chart::{self, Chart, Size, escape};
use crate::show::data_table::data_table;
use crate::show::mark::flag_marks;
use crate::text::{Key, Message};

/// The widths that a chart is laid out for: a wide one, and one for a phone, of which the style sheet shows one.
const ON_PAGE: [u32; 2] = [520, 330];

impl City<'_> {
    /// The page as a document.
    pub(super) fn page(&self, screens: &[Screen]) -> String {
        let title = self.title();
        let findings: Vec<&str> = screens.iter().map(|screen| screen.title.as_str()).collect();
        let description = Message::new(Key::CityDescription)
            .with("title", title.as_str())
            .with("findings", findings.join(Key::CityBetween.say(self.language)));
        let description = self.tell(description);
        self.document(Document {
            more: self.shared(&title, &description),
            description,
            folder: "./",
            script: "city.js",
            class: "city",
            body: self.body(&title, screens),
            title: format!("{title} · {}", self.say(Key::AppName)),
        })
    }

    fn body(&self, title: &str, screens: &[Screen]) -> String {
        let entry = |screen: &Screen| {
            format!("<li><a href=\"#{}\">{}</a></li>\n", screen.name, escape(&screen.title))
        };
        let other = self.language.other();
        let missing = self.missing();
        let missing = match &missing[..] {
            [] => String::new(),
            names => {
                let names = names.join(Key::CityAnd.say(self.language));
                format!(
                    "<p>{}</p>\n",
                    escape(&self.tell(Message::new(Key::CityMissing).with("names", names)))
                )
            }
        };
        let of_ledger = match self.ledger.title().trim() {
            ledger if ledger == self.name() => String::new(),
            ledger => format!("<p class=\"quiet\">{}</p>\n", escape(ledger)),
        };
        format!(
            r##"<a class="skip" href="#main">{skip}</a>
<header class="city-head">
<a href="./index.html">{app}</a>
<a id="language" lang="{other_tag}" hreflang="{other_tag}" href="./{other_file}">{other_name}</a>
</header>
<main id="main" tabindex="-1">
<section class="city-title">
<h1>{title}</h1>
<p class="lead">{lead}</p>
{of_ledger}<nav aria-label="{contents}">
<ol>
{entries}</ol>
</nav>
</section>
{screens}</main>
<footer class="city-foot">
{missing}<p>{credit} · <a href="./{pieces_file}">{pieces}</a></p>
</footer>
"##,
            skip = self.say(Key::SkipToMain),
            app = self.say(Key::AppName),
            other_tag = other.tag(),
            other_file = page_file(other),
            other_name = self.say(Key::OtherLanguage),
            title = escape(title),
            lead = self.say(Key::CityLead),
            contents = self.say(Key::CityScreens),
            entries = screens.iter().map(entry).collect::<String>(),
            screens = screens.iter().map(|screen| self.screen(screen)).collect::<String>(),
            credit = self.say(Key::CityCredit),
            pieces_file = no_piece_file(self.language),
            pieces = self.say(Key::CityPieces),
        )
    }

    fn screen(&self, screen: &Screen) -> String {
        let name = screen.name;
        let title = escape(&screen.title);
        let of = |key: Key| escape(&self.tell(Message::new(key).with("title", screen.title.as_str())));
        let picture_link = match &screen.picture {
            Some(_) => format!(
                "<a href=\"./{file}\" download=\"water-{name}.svg\" aria-label=\"{}\">{} SVG</a>\n",
                of(Key::CityPictureOf),
                self.say(Key::CityPicture),
                file = picture_file(name, self.language),
            ),
            None => String::new(),
        };
        format!(
            r##"<section class="screen" id="{name}" aria-labelledby="{name}-title">
<div class="screen-words">
<h2 id="{name}-title">{title}</h2>
{figure}{words}</div>
{picture}<div class="screen-foot">
{sources}<p class="screen-links"><a href="#{name}" aria-label="{share_of}">{share}</a>
{picture_link}<a href="./{piece}" data-embed="city/{name}" aria-label="{embed_of}">{embed}</a></p>
<details>
<summary>{table_name}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="{table_of}">
{table}</div>
</details>
</div>
</section>
"##,
            figure = self.figure(screen),
            words = paragraphs(&screen.words),
            picture = self.seen(screen, ON_PAGE),
            sources = self.source_lines(screen),
            share_of = of(Key::CityShareOf),
            share = self.say(Key::CityShare),
            piece = piece_file(name, self.language),
            embed_of = of(Key::CityEmbedOf),
            embed = self.say(Key::CityEmbed),
            table_name = self.say(Key::CityTable),
            table_of = of(Key::ChartTableOf),
            table =
                data_table(chart::Table { head: screen.table.head.clone(), rows: screen.table.rows.clone() }),
        )
    }

    /// The number with its unit, what it is, and the marks that it carries.
    pub(super) fn figure(&self, screen: &Screen) -> String {
        let marks: String = flag_marks(screen.figure.flags())
            .map(|one| {
                let (code, shape) = (one.mark.code, one.mark.shape);
                format!(" <span class=\"mark {code}\">{shape} {}</span>", self.say(one.mark.name))
            })
            .collect();
        let unit = match screen.unit.as_str() {
            "" => String::new(),
            unit => format!(" <span class=\"unit\">{}</span>", escape(unit)),
        };
        format!(
            "<p class=\"screen-figure\"><span class=\"figure-name\">{}</span> <span class=\"figure-value\">\
             <strong class=\"number\">{}</strong>{unit}</span>{marks}</p>\n",
            escape(&screen.label),
            escape(&screen.figure.shown()),
        )
    }

    /// The lines that say where it comes from.
    pub(super) fn source_lines(&self, screen: &Screen) -> String {
        screen.sources.iter().map(|source| format!("<p class=\"source\">{}</p>\n", escape(source))).collect()
    }

    /// What is seen, a chart at both widths.
    pub(super) fn seen(&self, screen: &Screen, widths: [u32; 2]) -> String {
        let (picture, drawn) = match &screen.picture {
            None => return String::new(),
            Some(Picture::Drawn(drawn)) => (drawn.svg(), drawn.drawn.clone()),
            Some(Picture::Chart(chart)) => {
                let at = |class: &str, width: u32| {
                    // Two pictures in one document must not share the names of their parts.
                    let chart = Chart { id: format!("{}-{class}", chart.id), ..Chart::clone(chart) };
                    format!("<div class=\"{class}\">{}</div>\n", chart::svg(&chart, Size::across(width)))
                };
                (at("wide", widths[0]) + &at("narrow", widths[1]), chart.subtitle.clone())
            }
        };
        format!("<figure class=\"seen\">\n{picture}<figcaption>{}</figcaption>\n</figure>\n", escape(&drawn))
    }

    /// The picture as a file of its own, with its source and who drew it.
    pub(super) fn picture(&self, screen: &Screen) -> Option<String> {
        let credit = format!("{} {}", screen.sources.join(" "), self.say(Key::CityCredit));
        match screen.picture.as_ref()? {
            Picture::Drawn(drawn) => Some(drawn.file(&credit)),
            Picture::Chart(chart) => {
                let svg = chart::svg(chart, Size::across(ON_PAGE[0]));
                chart_file([&chart.title, &chart.subtitle, &credit], &svg)
            }
        }
    }
}

/// Sentences as paragraphs of their own.
pub(super) fn paragraphs(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| format!("<p>{}</p>\n", escape(sentence))).collect()
}
