//! The community node for n8n: how it is made, and the proof that a real n8n runs it.

pub mod package;
