//! Date objects of JavaScript and of libraries, recognised by their shape, as in the package's `dates.js`.

use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::host::{self, Thrown, field, own_field};

/// The value of a date object.
pub(super) enum Date {
    /// Unix milliseconds; NaN if the date is invalid.
    Instant(f64),
    /// Text with an offset or a zone.
    Text(JsString),
}

/// Reads `object` if it is a date. `tag` is the text that `Object.prototype.toString` returns for it.
pub(super) fn read(object: &JsValue, tag: &str) -> Result<Option<Date>, Thrown> {
    if tag != "[object Object]"
        && let Ok(milliseconds) = host::date_of(object)
    {
        return Ok(Some(Date::Instant(milliseconds)));
    }
    // Temporal's types print themselves as RFC 9557, or as a local time if they have no zone.
    if tag.strip_prefix("[object Temporal.").is_some_and(is_word_and_bracket) {
        return printed(object);
    }
    if has_mark(object, "isLuxonDateTime")? {
        return luxon(object).map(Some);
    }
    if is_dayjs(object)? || has_mark(object, "_isAMomentObject")? {
        let value = host::call(object, "valueOf", &JsValue::UNDEFINED)?;
        return host::number_of(&value).map(|milliseconds| Some(Date::Instant(milliseconds)));
    }
    if is_internationalized(object)? { printed(object) } else { Ok(None) }
}

fn is_word_and_bracket(rest: &str) -> bool {
    let word = rest.strip_suffix(']').unwrap_or_default();
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Reads the result of the object's `toString`. If it is neither a text nor a number, the object is not a date.
fn printed(object: &JsValue) -> Result<Option<Date>, Thrown> {
    let printed = host::call(object, "toString", &JsValue::UNDEFINED)?;
    if let Some(milliseconds) = printed.as_f64() {
        return Ok(Some(Date::Instant(milliseconds)));
    }
    Ok(printed.dyn_into().ok().map(Date::Text))
}

fn has_mark(object: &JsValue, mark: &str) -> Result<bool, Thrown> {
    Ok(own_field(object, &mark.into())? == JsValue::TRUE)
}

/// Whether `object` is of Day.js. From 1.11.10 on these objects have a mark; all of them keep a `Date` and the name of
/// their language.
fn is_dayjs(object: &JsValue) -> Result<bool, Thrown> {
    Ok(has_mark(object, "$isDayjsObject")?
        || (own_field(object, &"$L".into())?.is_string()
            && host::date_of(&own_field(object, &"$d".into())?).is_ok()))
}

/// Whether `object` is a date of `@internationalized/date`. These know their calendar, and print themselves in the
/// Gregorian one, as Temporal's types do.
fn is_internationalized(object: &JsValue) -> Result<bool, Thrown> {
    let calendar = own_field(object, &"calendar".into())?;
    if !field(&calendar, "identifier")?.is_string() {
        return Ok(false);
    }
    let plain = Reflect::get(&Object::new(), &"toString".into())?;
    Ok(field(object, "toString")? != plain)
}

/// Reads a Luxon date with its zone, so an hour that the host's zone data got wrong is noticed.
fn luxon(date: &JsValue) -> Result<Date, Thrown> {
    if field(date, "isValid")?.is_falsy() {
        return Ok(Date::Instant(f64::NAN));
    }
    let zone = field(date, "zone")?;
    let zone = if field(&zone, "type")? == *"iana" {
        let name = text(&field(date, "zoneName")?)?;
        JsString::from("[").concat(&name).concat(&"]".into())
    } else {
        JsString::default()
    };
    let without_milliseconds = Object::new();
    Reflect::set(&without_milliseconds, &"suppressMilliseconds".into(), &JsValue::TRUE)?;
    let iso = text(&host::call(date, "toISO", &without_milliseconds)?)?;
    Ok(Date::Text(iso.concat(&zone)))
}

/// The value as text; a symbol has no text.
fn text(value: &JsValue) -> Result<JsString, Thrown> {
    if value.is_symbol() { Err(JsValue::UNDEFINED) } else { host::text_of(value) }
}
