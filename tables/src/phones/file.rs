//! The Rust file that contains the table.

use anyhow::Result;
use std::fmt::Write;

/// How many numbers are on a line.
const LINE: usize = 16;

/// The text of the file, and its data as they are in the wasm.
pub struct File {
    pub text: String,
    pub data: Vec<u8>,
}

impl File {
    pub fn numbers(&mut self, doc: &str, name: &str, kind: &str, numbers: &[usize]) -> Result<()> {
        let width: usize = kind.trim_start_matches('u').parse::<usize>()? / 8;
        for number in numbers {
            self.data.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        self.list(doc, name, kind, &numbers)
    }

    pub fn list(&mut self, doc: &str, name: &str, kind: &str, items: &[String]) -> Result<()> {
        let text = &mut self.text;
        writeln!(text, "/// {doc}\n#[rustfmt::skip]\npub(super) const {name}: &[{kind}] = &[")?;
        for line in items.chunks(LINE) {
            writeln!(text, "    {},", line.join(", "))?;
        }
        text.push_str("];\n\n");
        Ok(())
    }

    pub fn bytes(&mut self, doc: &str, name: &str, bytes: &[u8]) -> Result<()> {
        self.data.extend_from_slice(bytes);
        let text = &mut self.text;
        write!(text, "/// {doc}\n#[rustfmt::skip]\npub(super) const {name}: &[u8] = b\"")?;
        for line in bytes.chunks(2 * LINE) {
            text.push_str("\\\n    ");
            for byte in line {
                match byte {
                    letter if letter.is_ascii_uppercase() && name == "REGIONS" => {
                        text.push(char::from(*letter));
                    }
                    byte => write!(text, "\\x{byte:02x}")?,
                }
            }
        }
        text.push_str("\\\n\";\n\n");
        Ok(())
    }
}
