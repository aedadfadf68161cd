//! The landing page as HTML, worked out once, when the site is built: it needs no code in the browser to be read.
//!
//! The sample in it is the filled example, evaluated, explained and drawn as everywhere else. What a visitor may do on the
//! page carries `data-does`, which `public/boot.js` knows.

mod derivation;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::catalog::NATIONAL_COEFFICIENT;
use crate::chart::{self, Chart, Size, escape};
use crate::evaluate::regions;
use crate::exchange::{HOUSEHOLD, Route, csv};
use crate::irrigation::YearFigures;
use crate::ledger::{DISTRICTS, Example, Ledger, Row, YEARS};
use crate::metric::Figure;
use crate::show::data_table::data_table;
use crate::text::{Key, Language, Message};

use derivation::Derivations;

/// The parts of the product, each by its name and its page, in the order of the navigation.
pub const PARTS: [(Key, Route); 6] = [
    (Key::NavIrrigation, Route::IRRIGATION),
    (Key::NavIndustry, Route::INDUSTRY),
    (Key::NavUnits, Route::CERTIFICATION),
    (Key::NavRetrofit, Route::RETROFIT),
    (Key::NavRegion, Route::REGION),
    (Key::NavMethods, Route::METHODS),
];

/// A way in for those who do one kind of work.
#[derive(Clone, Copy)]
struct Door {
    /// Who they are.
    name: Key,
    /// By which standards.
    standards: Key,
    /// What they bring.
    bring: Key,
    /// What they take away.
    take: Key,
    /// The page of their own work; none leads to the calculator of homes, which is no page of the app.
    own: Option<Route>,
    /// A filled example of it.
    example: Option<Route>,
}

const DOORS: [Door; 4] = [
    Door {
        name: Key::DoorPlants,
        standards: Key::DoorPlantsBy,
        bring: Key::DoorPlantsBring,
        take: Key::DoorPlantsTake,
        own: Some(Route::INDUSTRY),
        example: Some(Route::EXAMPLE_PLANT),
    },
    Door {
        name: Key::DoorUnits,
        standards: Key::DoorUnitsBy,
        bring: Key::DoorUnitsBring,
        take: Key::DoorUnitsTake,
        own: Some(Route::CERTIFICATION),
        example: Some(Route::EXAMPLE_UNIT),
    },
    Door {
        name: Key::DoorDistricts,
        standards: Key::DoorDistrictsBy,
        bring: Key::DoorDistrictsBring,
        take: Key::DoorDistrictsTake,
        own: Some(Route::IRRIGATION),
        example: Some(Route::EXAMPLE),
    },
    Door {
        name: Key::DoorHousehold,
        standards: Key::DoorHouseholdBy,
        bring: Key::DoorHouseholdBring,
        take: Key::DoorHouseholdTake,
        own: None,
        example: None,
    },
];

/// What holds for all of it.
const PROMISES: [(Key, Key); 3] = [
    (Key::PromiseHere, Key::PromiseHereWords),
    (Key::PromiseBasis, Key::PromiseBasisWords),
    (Key::PromiseFree, Key::PromiseFreeWords),
];

/// The landing page: in the first language as it stands in the document, in every other as a template.
pub fn landing_page() -> String {
    let page = |language: Language| Landing { language }.page();
    let [first, others @ ..] = Language::ALL;
    let mut html = format!("<div id=\"landing\" lang=\"{}\">\n{}</div>\n", first.tag(), page(first));
    for language in others {
        html += &format!("<template lang=\"{}\">\n{}</template>\n", language.tag(), page(language));
    }
    html
}

/// The files that the landing page offers, each a name and a content.
pub fn landing_files() -> Vec<(String, String)> {
    let of_language = |language: Language| {
        let landing = Landing { language };
        let chart = landing.sample().chart;
        let table = chart::table(&chart);
        let rows: Vec<Vec<String>> = std::iter::once(table.head).chain(table.rows).collect();
        [(landing.file("svg"), chart::svg_file(&chart, Size::WIDE)), (landing.file("csv"), csv(&rows))]
    };
    Language::ALL.into_iter().flat_map(of_language).collect()
}

/// The page in one language. What its methods give is HTML, with every word in it escaped.
#[derive(Clone, Copy)]
struct Landing {
    language: Language,
}

/// The sample city in its last year.
struct Sample {
    figure: Figure,
    note: Message,
    chart: Chart,
}

impl Landing {
    fn say(self, key: Key) -> String {
        escape(key.say(self.language))
    }

    fn tell(self, message: &Message) -> String {
        escape(&message.say(self.language))
    }

    /// The name of a file that the page offers.
    fn file(self, kind: &str) -> String {
        format!("sample-{}.{kind}", self.language.tag())
    }

    /// Everything below the body: the frame that the app has too, and the content.
    fn page(self) -> String {
        format!(
            r#"<button class="skip-link" data-does="skip">{skip}</button>
{navigation}
<div class="frame">
<main id="main" tabindex="-1">
<div class="home">
{content}</div>
</main>
<footer class="footer">
<p>{privacy}</p>
<button class="plain" id="language" lang="{other_tag}" data-does="language">{other}</button>
<button class="plain" data-does="theme"><span class="is-system">{system}</span><span class="is-light">{light}</span><span class="is-dark">{dark}</span></button>
</footer>
</div>
"#,
            skip = self.say(Key::SkipToMain),
            navigation = self.navigation(),
            other_tag = self.language.other().tag(),
            other = self.say(Key::OtherLanguage),
            system = self.say(Key::ThemeAuto),
            light = self.say(Key::ThemeLight),
            dark = self.say(Key::ThemeDark),
            content = self.content(),
            privacy = self.say(Key::AppPrivacy),
        )
    }

    fn navigation(self) -> String {
        let entry = |(name, route): (Key, Route)| {
            format!("<li><a href=\"{}\">{}</a></li>\n", route.to_hash(), self.say(name))
        };
        format!(
            r##"<nav class="rail" aria-label="{label}">
<a class="brand" href="#/">{app}</a>
<ul>
<li><a href="#/" aria-current="page">{home}</a></li>
{entries}</ul>
</nav>"##,
            label = self.say(Key::NavLabel),
            app = self.say(Key::AppName),
            home = self.say(Key::NavHome),
            entries = PARTS.map(entry).concat(),
        )
    }

    /// What stands in the page proper, which the app shows too.
    fn content(self) -> String {
        format!(
            r#"<h1 tabindex="-1">{name}</h1>
<p class="headline">{purpose}</p>
<noscript><p class="notice caution">{needs_script}</p></noscript>
{greeting}
<section aria-labelledby="doors-title">
<h2 id="doors-title" class="visually-hidden">{doors_title}</h2>
<ul class="doors">
{doors}</ul>
</section>
{sample}
<section class="promises">
{promises}</section>
"#,
            name = self.say(Key::AppName),
            purpose = self.say(Key::AppPurpose),
            needs_script = self.say(Key::HomeNeedsScript),
            greeting = self.greeting(),
            sample = self.sample_section(&self.sample()),
            doors_title = self.say(Key::HomeDoors),
            doors = DOORS.map(|door| self.door(door)).concat(),
            promises = PROMISES.map(|promise| self.promise(promise)).concat(),
        )
    }

    /// Who keeps a ledger in this browser is led back to it; nobody else sees this.
    fn greeting(self) -> String {
        let link =
            |(name, route): (Key, Route)| format!(" <a href=\"{}\">{}</a>", route.to_hash(), self.say(name));
        let links: String =
            PARTS.into_iter().filter(|(_, route)| *route != Route::METHODS).map(link).collect();
        format!("<p class=\"greeting\">{}{links}</p>", self.say(Key::HomeGreeting))
    }

    /// One of those for whom the product is made: what they bring, what they take away, and the ways in.
    fn door(self, door: Door) -> String {
        let Door { name, standards, bring, take, own, example } = door;
        let see = example.map_or(String::new(), |example| {
            format!(
                r#" <a class="button" href="{}">{}<span class="visually-hidden"> {}</span></a>"#,
                example.to_hash(),
                self.say(Key::HomeSee),
                self.say(name)
            )
        });
        format!(
            r#"<li>
<h3>{name}</h3>
<p class="quiet">{standards}</p>
<dl><dt>{bring_title}</dt><dd>{bring}</dd><dt>{take_title}</dt><dd>{take}</dd></dl>
<p class="buttons"><a class="button primary" href="{own}">{begin}<span class="visually-hidden"> {name}</span></a>{see}</p>
</li>
"#,
            name = self.say(name),
            standards = self.say(standards),
            bring_title = self.say(Key::HomeBring),
            bring = self.say(bring),
            take_title = self.say(Key::HomeTake),
            take = self.say(take),
            own = own.map_or_else(|| format!("#/{HOUSEHOLD}"), Route::to_hash),
            begin = self.say(Key::HomeBegin),
        )
    }

    fn promise(self, (title, words): (Key, Key)) -> String {
        format!("<div><h3>{}</h3><p>{}</p></div>\n", self.say(title), self.say(words))
    }

    fn sample(self) -> Sample {
        let example = Example::City.ledger(self.language);
        let regions = regions(&without_details(&example));
        let years: Vec<(i32, &YearFigures)> =
            regions.iter().map(|(year, figures)| (*year, figures)).collect();
        let chart = super::irrigation::coefficient_trend(&years, self.say(Key::ChartSample), self.language);
        // The example is ours, and a test holds that it comes to a figure in each year.
        let (year, last) = years.last().expect("the example has years");
        let figure = last.coefficient.clone().expect("the example's region has a coefficient");
        let national = NATIONAL_COEFFICIENT.at(*year).expect("the nation published one for that year");
        let note = Message::new(Key::HomeSampleNote)
            .with("title", example.title())
            .with("year", year.to_string())
            .with("count", last.districts.len().to_string())
            .with("national", national.printed);
        Sample { figure, note, chart }
    }

    /// The sample city's coefficient, with its basis, and its trend.
    fn sample_section(self, sample: &Sample) -> String {
        let explained = Derivations { language: self.language };
        let named = Message::new(Key::BasisOf).with_words("name", Key::IrrigationTitle.words());
        format!(
            r#"<section class="sample" aria-labelledby="sample-title">
<h2 id="sample-title">{title}</h2>
<div class="sample-body">
<div>
<div class="figure" data-figure="sample-coefficient">
<span class="figure-name">{name}</span>
<span class="figure-value"><output class="number">{number}</output></span>
<span class="figure-detail">{marks}<button class="plain basis" aria-label="{basis_of}" data-does="explain">{basis}</button></span>
</div>
<p class="quiet">{note}</p>
<p class="buttons">
<a class="button" href="{example}">{open_example}</a>
<a class="button plain" href="./{city}">{see_city}</a>
</p>
</div>
{chart}
</div>
</section>
<dialog class="derivation" id="sample-basis" aria-labelledby="sample-basis-title">
<div class="derivation-body">
<header><h2 id="sample-basis-title">{basis_of_figure}</h2><button class="plain" data-does="close">{close}</button></header>
{derivation}</div>
</dialog>"#,
            title = self.say(Key::HomeSample),
            name = self.say(Key::IrrigationTitle),
            number = escape(&sample.figure.shown()),
            marks = explained.marks(&sample.figure),
            basis_of = self.tell(&named),
            basis = self.say(Key::Basis),
            note = self.tell(&sample.note),
            example = Route::EXAMPLE.to_hash(),
            open_example = self.say(Key::OpenExample),
            city = crate::show::city::page_file(self.language),
            see_city = self.say(Key::HomeCity),
            chart = self.chart_frame(&sample.chart),
            basis_of_figure = self.tell(&Message::new(Key::BasisOf).with_words("name", sample.figure.name())),
            close = self.say(Key::Close),
            derivation = explained.of(&sample.figure),
        )
    }

    /// The chart at both sizes, of which the style sheet shows one, with its files and its table.
    fn chart_frame(self, chart: &Chart) -> String {
        let picture = |class: &str, size: Size| {
            // Two pictures in one document must not share the names of their parts.
            let chart = Chart { id: format!("{}-{class}", chart.id), ..chart.clone() };
            format!("<div class=\"chart-picture {class}\">{}</div>\n", chart::svg(&chart, size))
        };
        let link = |kind: &str, name: Key| {
            format!(
                "<a class=\"button plain\" href=\"./{}\" download=\"{}.{kind}\" aria-label=\"{}\">{}</a>\n",
                self.file(kind),
                chart.id,
                self.say(name),
                kind.to_uppercase()
            )
        };
        format!(
            r#"<figure class="chart-frame">
<figcaption><span class="chart-title">{title}</span><span class="chart-subtitle">{subtitle}</span></figcaption>
{pictures}<div class="chart-foot"><p class="chart-source">{source}</p>
<div class="chart-tools">
<button class="plain" data-does="png" aria-label="{png}">PNG</button>
{links}</div></div>
<details>
<summary>{table_title}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="{table_of}">
{table}</div>
</details>
</figure>"#,
            title = escape(&chart.title),
            subtitle = escape(&chart.subtitle),
            pictures = picture("wide", Size::WIDE) + &picture("narrow", Size::PHONE),
            source = escape(&chart.source),
            png = self.say(Key::ChartPng),
            links = link("svg", Key::ChartSvg) + &link("csv", Key::ChartCsv),
            table_title = self.say(Key::ChartTable),
            table_of = self.tell(&Message::new(Key::ChartTableOf).with("title", chart.name())),
            table = data_table(chart::table(chart)),
        )
    }
}

/// The years of a ledger with their districts as parts of the region alone: what they are measured from would make the basis of
/// the region's coefficient too long for a page that one looks at first.
fn without_details(ledger: &Ledger) -> Vec<Arc<Row>> {
    let bare = |district: &Arc<Row>| {
        DISTRICTS.tables.iter().fold(Row::clone(district), |row, table| row.holding(table, [] as [Row; 0]))
    };
    let year = |year: &Arc<Row>| {
        let districts: Vec<Row> = year.rows(&DISTRICTS).iter().map(bare).collect();
        Arc::new(Row::clone(year).holding(&DISTRICTS, districts))
    };
    ledger.sheets(&YEARS).iter().map(year).collect()
}
