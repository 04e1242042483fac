//! One event in, a ready-to-POST WhatsApp event request out, for every gateway.
//!
//! ```text
//! EventInput ──▶ Event ──▶ gateway ──▶ GatewayRequest
//! (unchecked)   (valid)  (dialect)    (url, headers, body)
//! ```
//!
//! Every arrow is a change of type, and every value of these types is valid, so nothing is checked twice. All faults of
//! an input are reported at once, each with a stable code, a path and its facts. The crate reads no clock, locale or
//! time zone of the host, and no random numbers.
//!
//! Each stage is a type with one constructor, such as [`Event::parse`], [`Target::parse`] and [`Builder::build`]. The
//! free functions, such as [`build_request`], run all stages on unchecked inputs and report the faults of all of them
//! together. The npm package consists of these functions.
#![doc = ""]
#![doc = include_str!("../examples/crate.md")]
#![cfg_attr(
    target_arch = "wasm32",
    allow(
        dead_code,
        unused_imports,
        reason = "each module of the package uses only a part, and a library does not use the package's boundary"
    )
)]

mod digits;
pub mod event;
mod facade;
mod field;
pub mod gateway;
pub mod input;
mod invisible;
pub mod issue;
#[cfg(feature = "js")]
pub mod js;
mod json;
#[cfg(any(not(target_arch = "wasm32"), feature = "js"))]
mod known_fields;
#[cfg(any(test, target_arch = "wasm32"))]
mod lines;
mod message_id;
mod nfc;
mod options;
mod order;
mod percent;
pub mod recipient;
pub mod reply;
mod request;
pub mod rsvp;
mod search;
mod short;
mod text;
pub mod time;
mod url;
#[cfg(all(target_arch = "wasm32", feature = "package"))]
mod wasm;
#[doc(hidden)]
pub mod wire;

pub use event::{Event, find_overlaps};
pub use facade::{
    authorize, build_call, build_cancel, build_edit, build_request, format_issue, parse_event,
    parse_recipient, parse_reply, parse_rsvp, parse_time,
};
pub use gateway::{BodySchema, Builder, Built, Call, Cancellation, Gateway, Library, Target};
pub use input::{EventInput, OptionsInput, TargetInput};
pub use issue::{Checked, Issue, IssueCode, Language, Refusal, Verdict};
pub use message_id::{bare_message_id, same_message};
pub use options::Options;
pub use recipient::{Recipient, same_recipient};
pub use reply::{HttpReply, Reply};
pub use request::GatewayRequest;
pub use rsvp::{Rsvp, tally};
pub use time::Time;
// For the tests that compare the two boundaries.
#[cfg(all(target_arch = "wasm32", feature = "js", feature = "package"))]
#[doc(hidden)]
pub use wasm::{Frame, answer_to};

/// The versions of waevent and of the data that it was built with.
pub const VERSIONS: Versions = Versions {
    waevent: env!("CARGO_PKG_VERSION"),
    time_zones: time::TIME_ZONE_RELEASE,
    phone_numbers: recipient::NUMBERING_RELEASE,
};

/// The type of [`VERSIONS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Versions {
    /// The version of this crate and of the npm package.
    pub waevent: &'static str,
    /// The release of the IANA time zone database.
    pub time_zones: &'static str,
    /// The release of libphonenumber's metadata.
    pub phone_numbers: &'static str,
}

/// The README's Rust example is compiled and run as a doctest.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// The examples of the guide's page about Rust are compiled and run too.
#[cfg(all(doctest, feature = "js"))]
#[doc = include_str!("../docs/guide/rust.md")]
struct Guide;
