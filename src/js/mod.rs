//! JavaScript values in and out, for web apps in Rust: the feature `js`.
//!
//! What comes in reads as the npm package reads it, and never fails: a `Date`, a list that is too long, a getter that
//! throws are values, which are judged like any other. What goes out has the shapes of the npm package.
//!
//! ```no_run
//! use waevent::{EventInput, OptionsInput, TargetInput, Time, build_request, js};
//! use wasm_bindgen::JsValue;
//!
//! /// The package's `buildRequest`.
//! fn build(input: &JsValue, target: &JsValue, options: &JsValue) -> JsValue {
//!     let options = OptionsInput::from(options);
//!     let now = js::time(&js_sys::Date::new_0()).unwrap_or(Time::EPOCH);
//!     let event = EventInput::from(input);
//!     let verdict = build_request(&event, &TargetInput::from(target), &options, now);
//!     js::result(verdict, &options)
//! }
//! ```
//!
//! Of a form take its `FormData`, which is such a value too: `EventInput::from(form_data.as_ref())`.

mod dates;
mod host;
mod read;
mod write;

#[doc(hidden)]
pub use read::options;
pub use read::{data, time};
pub use write::result;
