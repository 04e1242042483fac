//! Kinds of characters, as far as they are needed to distinguish words from secrets.
//!
//! Secrets are ASCII, so blocks of Unicode are exact enough for the rest. Characters that are neither letters, digits
//! nor harmless are not allowed in words: circled digits, mathematical letters, full-width letters.

use crate::recipient::digit_value;

/// Whether a character is a digit of any script.
pub(super) fn is_digit(character: char) -> bool {
    digit_value(character).is_some()
}

/// Whether a character is a letter of any living script, or a mark on one. U+FFFD stands for a letter in a broken
/// encoding.
pub(super) fn is_letter(character: char) -> bool {
    match character {
        _ if character.is_ascii() => character.is_ascii_alphabetic(),
        'ª' | 'µ' | 'º' | '\u{fffd}' => true,
        _ if is_harmless(character) => false,
        '\u{c0}'..='\u{1fff}'
        | '\u{2c00}'..='\u{2dff}'
        | '\u{3005}'..='\u{318f}'
        | '\u{31a0}'..='\u{31ff}'
        | '\u{3400}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => !is_digit(character),
        _ => false,
    }
}

/// Whether a character is punctuation, an arrow or a picture beyond ASCII: these separate words and do not occur in
/// secrets.
pub(super) const fn is_harmless(character: char) -> bool {
    matches!(character,
        '\u{a1}'..='\u{a9}' | '«'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷' | '،' | '؛' | '؟' | '٪'..='٭' | '۔' | '।'
        | '\u{2010}'..='\u{205e}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{23ff}' | '\u{2500}'..='\u{2775}'
        | '\u{2794}'..='\u{27ff}' | '、'..='〃' | '〈'..='〠' | '！'..='／' | '：'..='＠' | '\u{1f300}'..='\u{1faff}')
}

/// Whether a character may be between words without a space: ASCII punctuation, or a harmless character.
pub(super) const fn is_joint(character: char) -> bool {
    is_harmless(character)
        || matches!(
            character,
            ',' | ';'
                | ':'
                | '/'
                | '='
                | '&'
                | '|'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '<'
                | '>'
                | '"'
                | '\''
                | '`'
                | '?'
                | '\\'
        )
}

/// The script of a letter, by its block. `None` for marks that are used with any script. A text in two scripts is not a
/// word.
pub(super) const fn script(letter: char) -> Option<u32> {
    let code = letter as u32;
    Some(match code {
        0x300..=0x36f | 0xfffd => return None,
        0..=0x2ff | 0x1e00..=0x1eff => 0,
        0x370..=0x3ff | 0x1f00..=0x1fff => 1,
        0x400..=0x52f => 2,
        0x600..=0x8ff | 0xfb50..=0xfefc => 3,
        // Japanese mixes three scripts, and Chinese has a dozen blocks.
        0x3000..=0xfaff => 4,
        _ => code >> 7,
    })
}

#[cfg(test)]
mod tests {
    use super::{is_harmless, is_joint, is_letter, script};

    /// The first and the last character of each block or range that is listed, or the nearest that is assigned.
    #[test]
    fn letters_are_those_of_living_scripts() {
        for letter in
            "azAZªºµ\u{fffd}ÀÿœƏяԯאعँअกაῼ\u{1e00}Ⰰ\u{2dff}々あア\u{318e}ㆠㇿ㐀漢힣豈ﷺﹰﻼ".chars()
        {
            assert!(is_letter(letter), "{letter:?}");
        }
        for other in "09@[`{×÷ⁱ،؛؟٪٭۔।‐€→─①⓪Ａａ、〈！：𝐀🌀٣३　".chars()
        {
            assert!(!is_letter(other), "{other:?}");
        }
    }

    #[test]
    fn harmless_characters_do_not_occur_in_secrets() {
        for character in
            "¡©«±´¶¸»¿×÷،؛؟٪٭۔।‐⁞₠\u{20cf}←\u{23ff}─❵➔⟿、〃〈〠！／：＠\u{1f300}\u{1faff}".chars()
        {
            assert!(is_harmless(character), "{character:?}");
            assert!(is_joint(character), "{character:?}");
        }
        for other in "aª²³µ¹º¼٠①❶々〇０Ａ𝐀".chars() {
            assert!(!is_harmless(other), "{other:?}");
            assert!(!is_joint(other), "{other:?}");
        }
    }

    #[test]
    fn words_are_joined_by_punctuation_that_names_do_not_have() {
        for joint in r#",;:/=&|()[]{}<>"'`?\"#.chars() {
            assert!(is_joint(joint), "{joint:?}");
        }
        for other in "-_.!*+%@#$^~ a0".chars() {
            assert!(!is_joint(other), "{other:?}");
        }
    }

    #[test]
    fn a_letter_is_of_one_script() {
        let scripts = ["azßẠ", "αωἀ", "яԯ", "عٱﭐﻼ", "あア漢豈"];
        for (at, letters) in scripts.iter().enumerate() {
            let mut found = letters.chars().map(script);
            let first = found.next();
            assert!(found.all(|one| Some(one) == first), "{letters}");
            for others in scripts.iter().skip(at + 1) {
                assert_ne!(first, others.chars().next().map(script), "{letters} {others}");
            }
        }
        // Marks are used with any script, and so is the character for a letter that was lost.
        assert_eq!(script('\u{300}'), None);
        assert_eq!(script('\u{36f}'), None);
        assert_eq!(script('\u{fffd}'), None);
    }
}
