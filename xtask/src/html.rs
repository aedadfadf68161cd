//! Just enough reading of HTML to see which tags, attributes and scripts a page holds.

/// A start tag.
pub struct Tag<'a> {
    /// The element's name, in small letters.
    pub name: String,
    /// The text between the name and the closing bracket.
    rest: &'a str,
    /// Where the text after the tag begins.
    end: usize,
}

impl<'a> Tag<'a> {
    /// The names of the attributes, in small letters.
    pub fn attributes(&self) -> Vec<String> {
        self.pairs().into_iter().map(|(name, _)| name).collect()
    }

    /// The value of an attribute; an attribute without a value has the empty one.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.pairs().into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The attributes with their values.
    fn pairs(&self) -> Vec<(String, &'a str)> {
        let space = |letter: char| letter.is_ascii_whitespace() || letter == '/';
        let mut pairs = Vec::new();
        let mut rest = self.rest.trim_start_matches(space);
        while !rest.is_empty() {
            let end = rest.find(|letter| space(letter) || letter == '=').unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                (value, rest) = match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                    _ => after.split_at(after.find(char::is_whitespace).unwrap_or(after.len())),
                };
            }
            pairs.push((name, value));
            rest = rest.trim_start_matches(space);
        }
        pairs
    }
}

/// The start tags of a page, without those in comments and in scripts.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut place = 0;
    while let Some(found) = page[place..].find('<') {
        let start = place + found + 1;
        let rest = &page[start..];
        if rest.starts_with("!--") {
            place = start + rest.find("-->").unwrap_or(rest.len());
            continue;
        }
        if !rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            place = start;
            continue;
        }
        let close = closing_bracket(rest);
        let inside = &rest[..close];
        let (name, attributes) =
            inside.split_at(inside.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(close));
        let tag = Tag {
            name: name.to_ascii_lowercase(),
            rest: attributes,
            end: (start + close + 1).min(page.len()),
        };
        place = if tag.name == "script" { tag.end + script_text(page, &tag).len() } else { tag.end };
        tags.push(tag);
    }
    tags
}

/// The texts of the scripts that stand in the page itself.
pub fn inline_scripts(page: &str) -> Vec<&str> {
    let own = tags(page).into_iter().filter(|tag| tag.name == "script" && tag.attribute("src").is_none());
    own.map(|tag| script_text(page, &tag)).collect()
}

/// The text between a script's two tags.
fn script_text<'a>(page: &'a str, tag: &Tag<'_>) -> &'a str {
    let rest = &page[tag.end..];
    let end = rest.as_bytes().windows(8).position(|bytes| bytes.eq_ignore_ascii_case(b"</script"));
    &rest[..end.unwrap_or(rest.len())]
}

/// Where a tag ends: at the first closing bracket outside quotes.
fn closing_bracket(tag: &str) -> usize {
    let mut quote = None;
    for (place, letter) in tag.char_indices() {
        match (quote, letter) {
            (None, '>') => return place,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><!-- <script>no</script> --><p Title=\"a > b\" hidden class='x'>水 < 2</p>\
                        <script type=module>if (1<p) {}</script><script src=./a.js></script><br/>";

    #[test]
    fn start_tags_are_found_outside_comments_and_scripts() {
        let names: Vec<_> = tags(PAGE).into_iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["p", "script", "script", "br"]);
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let tags = tags(PAGE);
        assert_eq!(tags[0].attributes(), ["title", "hidden", "class"]);
        assert_eq!(tags[0].attribute("title"), Some("a > b"));
        assert_eq!(tags[0].attribute("hidden"), Some(""));
        assert_eq!(tags[2].attribute("src"), Some("./a.js"));
        assert!(tags[3].attributes().is_empty());
    }

    #[test]
    fn only_scripts_without_an_address_are_inline() {
        assert_eq!(inline_scripts(PAGE), ["if (1<p) {}"]);
    }

    #[test]
    fn unfinished_pages_do_no_harm() {
        for page in ["<", "<p", "<p class=\"", "<script", "<script>", "<!--", "<p a=", "a<水"] {
            for tag in tags(page) {
                let _ = tag.attributes();
            }
            let _ = inline_scripts(page);
        }
    }
}
