//! JavaScript values as inputs and results, for web apps in Rust (feature `js`).
//!
//! Inputs are read as the npm package reads them, and reading never fails: a `Date`, a list that is too long and a
//! getter that throws all become values, which are checked like any other. Results have the same shapes as in the npm
//! package.
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
//! To read a form, pass its `FormData`: `EventInput::from(form_data.as_ref())`.

mod dates;
mod host;
mod read;
mod write;

#[doc(hidden)]
pub use read::options;
pub use read::{data, time};
pub use write::result;
