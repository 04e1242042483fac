//! Texts with placeholders for fields of the target: `{baseUrl}/api/{session}/events`.

use crate::request::Secret;

/// A text with placeholders, piece by piece.
#[derive(Debug, PartialEq)]
pub(crate) struct Template(pub(super) Vec<Piece>);

#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Literal(String),
    /// A field of the target, by index.
    Field(usize),
}

/// The value of a target's field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filled {
    Text(String),
    Secret(Secret),
}

impl Filled {
    /// What is written into a request, in parts. For a missing secret, that is its name in braces.
    pub(crate) fn parts(&self) -> [&str; 3] {
        match self {
            Self::Text(text) => ["", text, ""],
            Self::Secret(secret) => secret.parts(),
        }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Secret(secret) if secret.is_missing())
    }
}

impl Template {
    /// The text with the values of the target's fields.
    pub(crate) fn fill(&self, target: &[Filled]) -> String {
        let mut whole = String::with_capacity(64);
        for piece in &self.0 {
            match piece {
                Piece::Literal(text) => whole.push_str(text),
                Piece::Field(at) => {
                    if let Some(filled) = target.get(*at) {
                        whole.extend(filled.parts());
                    }
                }
            }
        }
        whole
    }

    /// The fields that it contains, by index.
    pub(super) fn fields(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .filter_map(|piece| if let Piece::Field(at) = piece { Some(*at) } else { None })
    }

    /// The index of the field, if the template is one field and nothing else.
    pub(crate) fn alone(&self) -> Option<usize> {
        if let [Piece::Field(at)] = self.0.as_slice() { Some(*at) } else { None }
    }
}
