//! What the formatter needs to know about a language besides its words.

use super::Language;

/// The plurals, lists, quotation marks and direction of a language.
impl Language {
    /// The plural category of an integer, according to the cardinal rules of the Unicode CLDR.
    pub(super) const fn plural(self, number: i64) -> &'static str {
        let number = number.unsigned_abs();
        match (self, number) {
            (Self::Arabic, 0) => "zero",
            (Self::Portuguese, 0) | (_, 1) => "one",
            (Self::Arabic, 2) => "two",
            (Self::Arabic, _) => match number % 100 {
                3..=10 => "few",
                11.. => "many",
                _ => "other",
            },
            // `un millón de caracteres`.
            (Self::Portuguese | Self::Spanish, 1..) if number.is_multiple_of(1_000_000) => "many",
            _ => "other",
        }
    }

    /// The separator between the items of a list.
    pub(super) const fn separator(self) -> &'static str {
        if matches!(self, Self::Arabic) { "، " } else { ", " }
    }

    /// The quotation marks around the name of a field.
    pub(super) const fn quotes(self) -> (&'static str, &'static str) {
        if matches!(self, Self::Arabic) { ("«", "»") } else { ("\"", "\"") }
    }

    /// The characters around a fact: a FIRST STRONG ISOLATE, which takes its direction from the first letter of the
    /// fact, and its end.
    pub(super) const fn isolates(self) -> (&'static str, &'static str) {
        if matches!(self, Self::Arabic) { ("\u{2068}", "\u{2069}") } else { ("", "") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The integers among the CLDR's own samples for each category.
    #[test]
    fn numbers_are_counted_as_cldr_counts_them() {
        #[rustfmt::skip]
        let samples: &[(Language, &str, &[i64])] = &[
            (Language::English, "one", &[1]),
            (Language::English, "other", &[0, 2, 16, 100, 1_000, 10_000, 100_000, 1_000_000]),
            (Language::Portuguese, "one", &[0, 1]),
            (Language::Portuguese, "many", &[1_000_000, 2_000_000, 10_000_000]),
            (Language::Portuguese, "other", &[2, 17, 100, 1_000, 10_000, 100_000, 1_000_001]),
            (Language::Spanish, "one", &[1]),
            (Language::Spanish, "many", &[1_000_000, 3_000_000]),
            (Language::Spanish, "other", &[0, 2, 16, 100, 1_000, 10_000, 100_000, 1_000_001]),
            (Language::Arabic, "zero", &[0]),
            (Language::Arabic, "one", &[1]),
            (Language::Arabic, "two", &[2]),
            (Language::Arabic, "few", &[3, 10, 103, 110, 1_003, 1_010]),
            (Language::Arabic, "many", &[11, 26, 99, 111, 1_011, 525_611]),
            (Language::Arabic, "other", &[100, 102, 200, 202, 300, 1_000, 525_600, 1_000_000]),
        ];
        for (language, category, numbers) in samples {
            for number in *numbers {
                assert_eq!(language.plural(*number), *category, "{number} in {}", language.tag());
                assert_eq!(language.plural(-number), *category, "-{number} in {}", language.tag());
            }
        }
    }
}
