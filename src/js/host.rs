//! The host's functions that the reader calls. A getter or a proxy may throw in each of them, so each returns a
//! `Result`.

use js_sys::{Array, JsString, Reflect};
use wasm_bindgen::prelude::*;

/// A thrown value, which nothing reads.
pub(super) type Thrown = JsValue;

#[wasm_bindgen]
extern "C" {
    /// The names of own, enumerable fields.
    #[wasm_bindgen(catch, js_namespace = Object)]
    pub(super) fn keys(object: &JsValue) -> Result<Array, Thrown>;

    #[wasm_bindgen(catch, js_namespace = Object, js_name = hasOwn)]
    pub(super) fn has_own(object: &JsValue, name: &JsValue) -> Result<bool, Thrown>;

    #[wasm_bindgen(catch, js_namespace = Object, js_name = getPrototypeOf)]
    pub(super) fn prototype_of(object: &JsValue) -> Result<JsValue, Thrown>;

    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    pub(super) fn is_array(value: &JsValue) -> Result<bool, Thrown>;

    /// The object's tag, such as `[object Map]`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    pub(super) fn tag_of(object: &JsValue) -> Result<String, Thrown>;

    /// Throws if `object` is not a `Date`.
    #[wasm_bindgen(catch, js_namespace = ["Date", "prototype", "getTime"], js_name = call)]
    pub(super) fn date_of(object: &JsValue) -> Result<f64, Thrown>;

    #[wasm_bindgen(catch, js_name = Number)]
    pub(super) fn number_of(value: &JsValue) -> Result<f64, Thrown>;

    #[wasm_bindgen(catch, js_name = String)]
    pub(super) fn text_of(value: &JsValue) -> Result<JsString, Thrown>;
}

/// The value of a field, own or inherited; `undefined` if `value` cannot have fields.
pub(super) fn field(value: &JsValue, name: &str) -> Result<JsValue, Thrown> {
    if value.is_object() || value.is_function() {
        Reflect::get(value, &name.into())
    } else {
        Ok(JsValue::UNDEFINED)
    }
}

/// The value of an own field; `undefined` if there is none.
pub(super) fn own_field(object: &JsValue, name: &JsValue) -> Result<JsValue, Thrown> {
    if has_own(object, name)? { Reflect::get(object, name) } else { Ok(JsValue::UNDEFINED) }
}

/// Calls a method of the object.
pub(super) fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, Thrown> {
    let method: js_sys::Function = field(object, method)?.dyn_into()?;
    method.call1(object, argument)
}
