//! Variants of a request.

/// The word of a label that is given; one that is left out has the first.
pub(crate) const GIVEN: usize = 1;

/// The words that ask for a variant: of a field of the target, by its place, one word by its own.
#[derive(Debug)]
pub(crate) struct When(pub(super) Vec<(usize, usize)>);

impl When {
    /// Whether a target that chose these words asks for it. A field that offers no choice counts as its first word.
    pub(crate) fn is_met(&self, chosen: &dyn Fn(usize) -> usize) -> bool {
        self.0.iter().all(|(field, word)| chosen(*field) == *word)
    }
}

/// The variants that a target asks for, a bit each.
pub(crate) fn met(variants: &[When], chosen: &dyn Fn(usize) -> usize) -> u32 {
    let bits = variants.iter().zip(0_u32..).filter(|(when, _)| when.is_met(chosen));
    bits.fold(0, |met, (_, bit)| met | 1_u32.wrapping_shl(bit))
}
