//! Variants of a request.

/// The index of the word that stands for a label that is given. The index for one that is left out is 0.
pub(crate) const GIVEN: usize = 1;

/// The condition of a variant: fields of the target and a word of each, both by index.
#[derive(Debug)]
pub(crate) struct When(pub(super) Vec<(usize, usize)>);

impl When {
    /// Whether a target that chose these words meets the condition. A field that offers no choice counts as its first
    /// word.
    pub(crate) fn is_met(&self, chosen: &dyn Fn(usize) -> usize) -> bool {
        self.0.iter().all(|(field, word)| chosen(*field) == *word)
    }
}

/// The variants that a target selects, one bit each.
pub(crate) fn met(variants: &[When], chosen: &dyn Fn(usize) -> usize) -> u32 {
    let bits = variants.iter().zip(0_u32..).filter(|(when, _)| when.is_met(chosen));
    bits.fold(0, |met, (_, bit)| met | 1_u32.wrapping_shl(bit))
}
