//! The page that shows a chart which stands in its own address, for frames of other pages.

use super::head::Document;
use super::year::City;
use crate::exchange::frozen_page;
use crate::text::Key;

impl City<'_> {
    /// The page, without a chart; `public/frozen.js` puts one there.
    pub(super) fn frozen(&self) -> String {
        let body = format!(
            r##"<main>
<p id="broken" role="status" hidden="">{broken}</p>
<noscript><p>{asks}</p></noscript>
<div id="frozen" hidden="">
<h1 id="title" class="visually-hidden"></h1>
<figure class="seen frozen"><img id="picture" alt=""/></figure>
<div class="screen-foot">
<p class="source" id="source"></p>
<p class="source" id="day" data-text="{day}"></p>
<details>
<summary>{table}</summary>
<div class="scroll" tabindex="0" role="region" aria-labelledby="title"><table class="data" id="numbers"><thead></thead><tbody></tbody></table></div>
</details>
</div>
</div>
<div class="screen-foot"><p class="screen-links"><span>{credit}</span>
<a id="open" href="../index.html">{open}</a></p></div>
</main>
"##,
            broken = self.say(Key::FrozenBroken),
            asks = self.say(Key::FrozenAsksScript),
            day = self.say(Key::FrozenDay),
            table = self.say(Key::CityTable),
            credit = self.say(Key::CityCredit),
            open = self.say(Key::FrozenOpen),
        );
        let other = self.language.other();
        self.document(Document {
            title: self.say(Key::FrozenTitle),
            description: self.say(Key::FrozenTitle),
            folder: "../",
            script: "framed.js",
            more: format!(
                "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"alternate\" hreflang=\"{}\" href=\"../{}\">\n\
                 <script src=\"../frozen.js\"></script>\n",
                other.tag(),
                frozen_page(other)
            ),
            class: "piece",
            body,
        })
    }
}
