//! Texts with places for what a target says: `{baseUrl}/api/{session}/events`.

use crate::request::Secret;

/// A text, piece by piece.
#[derive(Debug, PartialEq)]
pub(crate) struct Template(pub(super) Vec<Piece>);

#[derive(Debug, PartialEq)]
pub(super) enum Piece {
    Literal(String),
    /// A field of the target, by its place.
    Field(usize),
}

/// What a target says in a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filled {
    Text(String),
    Secret(Secret),
}

impl Filled {
    /// What stands in a request, in parts; of a missing secret its name in braces.
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
    /// The text with what the target says.
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

    /// The places of the fields that it names.
    pub(super) fn fields(&self) -> impl Iterator<Item = usize> {
        self.0
            .iter()
            .filter_map(|piece| if let Piece::Field(at) = piece { Some(*at) } else { None })
    }

    /// The field that it is, where it is nothing else.
    pub(crate) fn alone(&self) -> Option<usize> {
        if let [Piece::Field(at)] = self.0.as_slice() { Some(*at) } else { None }
    }
}
