//! Invisible characters.

/// Whether `character` is invisible. These are the characters that [Unicode
/// 17.0](https://www.unicode.org/Public/17.0.0/ucd/DerivedCoreProperties.txt) calls `Default_Ignorable_Code_Point`, and
/// those that fonts draw as a blank or not at all although Unicode has no property for that: the empty Braille pattern,
/// the marks around annotations, and the fillers and blanks of Khitan, Egyptian and musical notation.
///
/// White space is not included. Some of these characters are needed inside a text: joiners in Persian, Indic scripts
/// and emoji, tags in flags, and variation selectors in keycaps.
pub(crate) const fn is_invisible(character: char) -> bool {
    is_default_ignorable(character)
        || matches!(
            character,
            '\u{2800}' | '\u{fff9}'
                ..='\u{fffb}' | '\u{13441}' | '\u{13442}' | '\u{16fe4}' | '\u{1d159}'
        )
}

const fn is_default_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a text is empty or consists of white space and invisible characters only.
pub(crate) fn shows_nothing(text: &str) -> bool {
    // Most texts begin with a visible ASCII character.
    !text.as_bytes().first().is_some_and(u8::is_ascii_graphic)
        && text.chars().all(|character| character.is_whitespace() || is_invisible(character))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn the_list_matches_unicode() {
        let ignorable = regex::Regex::new(r"^\p{Default_Ignorable_Code_Point}$").unwrap();
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            assert_eq!(is_default_ignorable(character), ignorable.is_match(&text), "{character:?}");
            assert!(!(is_invisible(character) && character.is_whitespace()), "{character:?}");
        }
    }

    #[test]
    fn a_text_with_a_visible_character_shows_something() {
        for text in ["", " ", "\u{3164}", "\u{2066}\u{2069} \u{e0020}", "\u{2800}\u{180e}\n"] {
            assert!(shows_nothing(text), "{text:?}");
        }
        for blank in "\u{2800}\u{fff9}\u{fffb}\u{13441}\u{13442}\u{16fe4}\u{1d159}".chars() {
            assert!(is_invisible(blank), "{blank:?}");
        }
        for text in ["-", "a\u{200b}", "\u{200f}ا", "❤\u{fe0f}", "\u{301}", "\0"] {
            assert!(!shows_nothing(text), "{text:?}");
        }
    }
}
