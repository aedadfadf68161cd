//! How large the pieces of an XML text are, before anything reads it: a reader keeps each piece whole, and an element as something.

use memchr::{memchr, memchr3};

use crate::grid::Unread;

/// So many bytes a text, a tag or a note may have; a cell holds fewer.
const LONGEST: usize = 2 * 1024 * 1024;
/// So deep elements may stand within each other; no workbook has a tenth of it.
const DEEPEST: usize = 256;

/// A text of which the beginning was seen.
pub(crate) struct Markup {
    state: State,
    /// How many bytes the present piece has so far.
    length: usize,
    depth: usize,
    /// How many more elements may begin.
    elements: usize,
}

enum State {
    Text,
    /// A piece has just begun whose first bytes say what it is.
    Begun(Vec<u8>),
    /// A tag: whether it ends an element, the quote that is open in it, the last byte of it.
    Tag(bool, Option<u8>, u8),
    /// Up to such an end, of which so many bytes were met.
    Until(&'static [u8], usize),
}

impl Markup {
    /// Nothing yet of a text in which so many elements may begin.
    pub(crate) fn new(elements: usize) -> Markup {
        Markup { state: State::Text, length: 0, depth: 0, elements }
    }

    /// Sees what follows.
    pub(crate) fn see(&mut self, bytes: &[u8]) -> Result<(), Unread> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let seen = self.step(rest)?;
            self.length += seen;
            if self.length > LONGEST {
                return Err(Unread::TooLarge);
            }
            rest = &rest[seen..];
        }
        Ok(())
    }

    /// Sees some of what follows, and gives how much.
    fn step(&mut self, rest: &[u8]) -> Result<usize, Unread> {
        let first = rest[0];
        match &mut self.state {
            State::Text => match memchr(b'<', rest) {
                Some(at) => {
                    // Nearly all of them are tags, told by a single byte.
                    self.begin(match rest.get(at + 1) {
                        None | Some(b'!' | b'?') => State::Begun(Vec::new()),
                        Some(first) => State::Tag(*first == b'/', None, b' '),
                    });
                    let is_end = matches!(self.state, State::Tag(true, ..));
                    Ok(at + 1 + usize::from(is_end))
                }
                None => Ok(rest.len()),
            },
            State::Begun(seen) => {
                seen.push(first);
                let known = match seen.as_slice() {
                    b"!--" => State::Until(b"-->", 0),
                    b"![CDATA[" => State::Until(b"]]>", 0),
                    b"?" => State::Until(b"?>", 0),
                    begun if b"!--".starts_with(begun) || b"![CDATA[".starts_with(begun) => return Ok(1),
                    // Names for texts of its own are how a short file becomes a long one; workbooks have none.
                    [b'!', ..] => return Err(Unread::Damaged),
                    // What was seen is the first byte of the tag.
                    _ => {
                        self.state = State::Tag(first == b'/', None, b' ');
                        return Ok(usize::from(first == b'/'));
                    }
                };
                self.state = known;
                Ok(1)
            }
            State::Tag(_, quote @ Some(_), _) => match quote.and_then(|quote| memchr(quote, rest)) {
                Some(at) => {
                    *quote = None;
                    Ok(at + 1)
                }
                None => Ok(rest.len()),
            },
            State::Tag(is_end, quote, last) => {
                let Some(at) = memchr3(b'>', b'"', b'\'', rest) else {
                    *last = rest[rest.len() - 1];
                    return Ok(rest.len());
                };
                if rest[at] != b'>' {
                    *quote = Some(rest[at]);
                    *last = rest[at];
                    return Ok(at + 1);
                }
                let last = if at == 0 { *last } else { rest[at - 1] };
                let is_end = *is_end;
                self.end_tag(is_end, last == b'/')?;
                Ok(at + 1)
            }
            State::Until(end, met) => {
                // The end is short, so it is looked for byte by byte once its first has come.
                if *met == 0 && first != end[0] {
                    let at = memchr(end[0], rest).unwrap_or(rest.len());
                    return Ok(at);
                }
                *met = match first {
                    byte if byte == end[*met] => *met + 1,
                    // `--->` ends a note too.
                    byte if byte == end[0] => (*met).min(end.len() - 1).max(1),
                    _ => 0,
                };
                if *met == end.len() {
                    self.begin(State::Text);
                }
                Ok(1)
            }
        }
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.length = 0;
    }

    fn end_tag(&mut self, is_end: bool, is_whole: bool) -> Result<(), Unread> {
        if is_end {
            self.depth = self.depth.saturating_sub(1);
        } else {
            self.elements = self.elements.checked_sub(1).ok_or(Unread::TooLarge)?;
            self.depth += usize::from(!is_whole);
        }
        self.begin(State::Text);
        if self.depth > DEEPEST { Err(Unread::Damaged) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sees a text in pieces of so many bytes.
    fn seen(text: &str, piece: usize, elements: usize) -> Result<usize, Unread> {
        let mut markup = Markup::new(elements);
        text.as_bytes().chunks(piece).try_for_each(|piece| markup.see(piece))?;
        Ok(markup.depth)
    }

    #[test]
    fn elements_are_counted_however_the_text_is_cut() {
        let text = "<?xml v='>'?><a b='<c>' d=\"/\"><!-- <x> ---><e/><![CDATA[<y>]]]]></a ><f>";
        for piece in 1..text.len() {
            assert_eq!(seen(text, piece, 3), Ok(1), "{piece}");
            assert_eq!(seen(text, piece, 2), Err(Unread::TooLarge), "{piece}");
        }
    }

    #[test]
    fn what_is_long_deep_or_names_texts_of_its_own_is_refused() {
        assert_eq!(seen(&"<a>".repeat(300), 1000, 1000), Err(Unread::Damaged));
        assert_eq!(seen(&"<a></a>".repeat(300), 1000, 1000), Ok(0));
        assert_eq!(seen("<!DOCTYPE a>", 3, 9), Err(Unread::Damaged));
        for begin in ["", "<a b='", "<a b=\"", "<!--", "<![CDATA[", "<?", "<"] {
            let long = [begin, &"a".repeat(LONGEST + 9)].concat();
            assert_eq!(seen(&long, 65536, 9), Err(Unread::TooLarge), "{begin}");
        }
    }
}
