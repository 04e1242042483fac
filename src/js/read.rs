//! Reads any JavaScript value as the package's `read.js` does: own, enumerable fields, no deeper than an event has
//! them. A value that throws while it is read becomes an unreadable value. Nothing is checked here.

use std::borrow::Cow;

use js_sys::{Array, ArrayBuffer, JsString, Number, Object, Reflect, RegExp};
use wasm_bindgen::prelude::*;

use super::{
    dates::{self, Date},
    host::{self, Thrown, field, own_field},
};
use crate::{
    input::{EventInput, Kind, OptionsInput, TargetInput, Value},
    known_fields::known_fields,
    time::Time,
    wire::{
        DATA_DEPTH, DATA_FIELDS, DEPTH, FORM_FIELDS, LIST_LENGTH, MOST_SLOTS, NAME_LENGTH,
        OTHER_FIELDS, START_LENGTH, WHOLE_LENGTH,
    },
};

/// The high surrogates: from U+D800 up to, but not including, U+DC00.
const HIGH_SURROGATES: (f64, f64) = (55_296.0, 56_320.0);

/// Reads any value, no deeper than an event has fields.
impl From<&JsValue> for Value<'static> {
    fn from(value: &JsValue) -> Self {
        Reader::default().value(value, DEPTH)
    }
}

/// Reads an object, such as `{ to, name, start }`, or a `FormData`.
impl From<&JsValue> for EventInput<'static> {
    fn from(value: &JsValue) -> Self {
        Value::from(value).into()
    }
}

/// Reads an object, such as `{ gateway, instance }`.
impl From<&JsValue> for TargetInput<'static> {
    fn from(value: &JsValue) -> Self {
        Value::from(value).into()
    }
}

/// Reads a plain object. Other objects are not read, since their fields may not hold what they contain.
impl From<&JsValue> for OptionsInput<'static> {
    fn from(value: &JsValue) -> Self {
        options(value).into()
    }
}

/// Reads options as a [`Value`].
#[doc(hidden)]
#[must_use]
pub fn options(value: &JsValue) -> Value<'static> {
    match Value::from(value) {
        Value::Record(_) if !is_plain(value) => Value::Other(Kind::Instance),
        options => options,
    }
}

/// Reads data whose field names are not known here: a webhook, a reply, an issue, a request.
#[must_use]
pub fn data(value: &JsValue) -> Value<'static> {
    Reader { is_data: true, ..Reader::default() }.value(value, DATA_DEPTH)
}

/// Converts a `Date` to a time, rounded down to the second. Returns `None` if it is invalid, or if its year does not
/// have four digits.
#[must_use]
pub fn time(date: &js_sys::Date) -> Option<Time> {
    let seconds = (date.get_time() / 1000.0).floor();
    #[expect(clippy::cast_possible_truncation, reason = "out of range saturates and is refused")]
    (!seconds.is_nan()).then(|| Time::from_epoch_seconds(seconds as i64)).flatten()
}

/// Counts what was read so far of one value.
#[derive(Default)]
struct Reader {
    is_data: bool,
    /// The numbers and the UTF-16 code units that the package's frame would have by now.
    slots: usize,
    units: usize,
}

impl Reader {
    fn value(&mut self, value: &JsValue, depth: u8) -> Value<'static> {
        self.slots = self.slots.saturating_add(2);
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.text(text)
        } else if let Some(number) = value.as_f64() {
            Value::Number(number)
        } else if let Some(truth) = value.as_bool() {
            Value::Bool(truth)
        } else if value.is_null() || value.is_undefined() {
            Value::Absent
        } else if value.is_bigint() {
            // No time has more digits than these.
            let digits = host::text_of(value).map(|digits| digits.slice(0, NAME_LENGTH));
            digits
                .map_or(Value::Other(Kind::Unreadable), |digits| Value::BigInt(self.take(&digits)))
        } else if value.is_symbol() {
            Value::Other(Kind::Symbol)
        } else if value.is_function() {
            Value::Other(Kind::Function)
        } else {
            self.object(value, depth)
        }
    }

    /// A proxy that throws or was revoked is unreadable. Whatever was read of it before is not counted.
    fn object(&mut self, object: &JsValue, depth: u8) -> Value<'static> {
        let (slots, units) = (self.slots, self.units);
        self.readable(object, depth).unwrap_or_else(|_| {
            (self.slots, self.units) = (slots, units);
            Value::Other(Kind::Unreadable)
        })
    }

    fn readable(&mut self, object: &JsValue, depth: u8) -> Result<Value<'static>, Thrown> {
        // The two numbers of this value are counted already.
        if self.slots.saturating_sub(2) > MOST_SLOTS {
            return Ok(Value::Other(Kind::Unreadable));
        }
        let below = depth.checked_sub(1);
        if host::is_array(object)? {
            return self.list(object, below);
        }
        let prototype = host::prototype_of(object)?;
        if !prototype.is_null() && prototype != host::prototype_of(&Object::new())? {
            let tag = host::tag_of(object)?;
            if let Some(kind) = kind_of(object, &tag) {
                return Ok(Value::Other(kind));
            }
            if let Some(below) = below
                && matches!(tag.as_str(), "[object FormData]" | "[object URLSearchParams]")
            {
                return self.record(&form(object)?, below);
            }
            match dates::read(object, &tag)? {
                Some(Date::Instant(milliseconds)) => return Ok(Value::Instant(milliseconds)),
                Some(Date::Text(text)) => {
                    return Ok(Value::DateText(self.take(&start_of(&text, NAME_LENGTH))));
                }
                None => {}
            }
            // An instance without own fields keeps its data elsewhere: a promise, a request, headers.
            if !is_plain(object) && host::keys(object)?.length() == 0 {
                return Ok(Value::Other(Kind::Instance));
            }
        }
        below.map_or(Ok(Value::Other(Kind::Object)), |below| self.record(object, below))
    }

    fn list(&mut self, list: &JsValue, below: Option<u8>) -> Result<Value<'static>, Thrown> {
        let length = field(list, "length")?;
        let is_read = Number::is_integer(&length);
        match (below, length.as_f64()) {
            (Some(below), Some(length)) if is_read && length <= f64::from(LIST_LENGTH) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "saturates"
                )]
                let places = 0..length as u32;
                Ok(Value::List(places.map(|at| self.field(list, &at.into(), below)).collect()))
            }
            _ => Ok(Value::Other(Kind::Array)),
        }
    }

    fn record(&mut self, object: &JsValue, below: u8) -> Result<Value<'static>, Thrown> {
        let names = host::keys(object)?;
        if self.is_data && names.length() > DATA_FIELDS {
            return Ok(Value::Other(Kind::Object));
        }
        let (names, unread) = if self.is_data { (names.to_vec(), 0) } else { read_names(&names) };
        let mut fields = Vec::with_capacity(names.len());
        for name in names {
            let text = name.dyn_ref().map(|name| self.name(name)).unwrap_or_default();
            fields.push((text, self.field(object, &name, below)));
        }
        if unread > 0 {
            self.slots = self.slots.saturating_add(3);
            fields.push((Cow::Borrowed(""), Value::Unread(unread)));
        }
        Ok(Value::Record(fields))
    }

    /// Reads a field if the object still has it: a getter of another field may have deleted it.
    fn field(&mut self, object: &JsValue, name: &JsValue, depth: u8) -> Value<'static> {
        if let Ok(value) = own_field(object, name) {
            self.value(&value, depth)
        } else {
            self.slots = self.slots.saturating_add(2);
            Value::Other(Kind::Unreadable)
        }
    }

    fn name(&mut self, name: &JsString) -> Cow<'static, str> {
        self.slots = self.slots.saturating_add(1);
        self.take(&start_of(name, NAME_LENGTH))
    }

    fn text(&mut self, text: &JsString) -> Value<'static> {
        if let Ok(at) = usize::try_from(lone_surrogate(text)) {
            return Value::LoneSurrogate(at);
        }
        if !self.is_much(text) {
            return Value::Text(self.take(text));
        }
        let text = text.trim();
        if !self.is_much(&text) {
            return Value::Text(self.take(&text));
        }
        self.slots = self.slots.saturating_add(1);
        let units = usize::try_from(text.length()).unwrap_or(usize::MAX);
        Value::LongText { start: self.take(&start_of(&text, START_LENGTH)), units }
    }

    /// Whether a text is so long that the whole value would have too much text.
    fn is_much(&self, text: &JsString) -> bool {
        let length = text.length();
        let whole = self.units.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        length > START_LENGTH && whole > WHOLE_LENGTH
    }

    /// The text in Rust, with lone surrogates replaced.
    fn take(&mut self, text: &JsString) -> Cow<'static, str> {
        let units = usize::try_from(text.length()).unwrap_or(usize::MAX);
        self.units = self.units.saturating_add(units);
        Cow::Owned(text.into())
    }
}

/// The kind of an object that no field takes, by its tag.
fn kind_of(object: &JsValue, tag: &str) -> Option<Kind> {
    match tag {
        "[object Map]" => Some(Kind::Map),
        "[object Set]" => Some(Kind::Set),
        "[object ArrayBuffer]" | "[object SharedArrayBuffer]" => Some(Kind::Bytes),
        _ if ArrayBuffer::is_view(object) => Some(Kind::Bytes),
        "[object File]" | "[object Blob]" => Some(Kind::File),
        _ => None,
    }
}

/// Whether an object is plain. It may come from another realm, which has its own `Object.prototype`.
fn is_plain(object: &JsValue) -> bool {
    let prototype = host::prototype_of(object);
    prototype.is_ok_and(|prototype| {
        prototype.is_null() || host::prototype_of(&prototype).is_ok_and(|above| above.is_null())
    })
}

/// The names of the fields that are read, and the number of the others.
fn read_names(names: &Array) -> (Vec<JsValue>, usize) {
    let mut names = names.to_vec();
    let all = names.len();
    if all > OTHER_FIELDS {
        let mut others = 0_usize;
        names.retain(|name| {
            let is_known = name.as_string().is_some_and(|name| is_known(&name));
            others = others.saturating_add(usize::from(!is_known));
            is_known || others <= OTHER_FIELDS
        });
    }
    let unread = all.saturating_sub(names.len());
    (names, unread)
}

/// Whether a name is that of a field that some function reads, or of a part of the location.
fn is_known(name: &str) -> bool {
    let part = name.strip_prefix("location").and_then(|rest| rest.strip_prefix(['.', '[']));
    let part = part.map(|part| part.strip_suffix(']').unwrap_or(part));
    known_fields().any(|known| known == name)
        || part.is_some_and(|part| EventInput::LOCATION_NAMES.contains(&part))
}

/// The fields of a form. A field that is given twice becomes a list, which no field takes, so it is reported. An empty
/// value next to another one is dropped.
fn form(form: &JsValue) -> Result<JsValue, Thrown> {
    let fields: Object = Object::create(JsValue::NULL.unchecked_ref());
    let fields = JsValue::from(fields);
    let pairs = js_sys::try_iter(form)?.ok_or(JsValue::UNDEFINED)?;
    for (at, pair) in pairs.enumerate() {
        let pair: Array = pair?.dyn_into()?;
        if at >= FORM_FIELDS {
            return Err(JsValue::UNDEFINED);
        }
        let (name, value) = (pair.get(0), pair.get(1));
        let before = Reflect::get(&fields, &name)?;
        let field = if value == *"" {
            if before.is_undefined() { value } else { before }
        } else if before.is_falsy() {
            value
        } else if let Some(list) = before.dyn_ref::<Array>() {
            list.push(&value);
            before
        } else {
            Array::of2(&before, &value).into()
        };
        Reflect::set(&fields, &name, &field)?;
    }
    Ok(fields)
}

/// The first `length` code units of a text, without a high surrogate at the end.
fn start_of(text: &JsString, length: u32) -> JsString {
    if text.length() <= length {
        return text.clone();
    }
    let last = length.saturating_sub(1);
    let is_high_surrogate =
        (HIGH_SURROGATES.0..HIGH_SURROGATES.1).contains(&text.char_code_at(last));
    text.slice(0, if is_high_surrogate { last } else { length })
}

/// The index of the first lone surrogate; -1 if there is none.
fn lone_surrogate(text: &JsString) -> i32 {
    thread_local! {
        static SURROGATE: RegExp = RegExp::new(r"\p{Surrogate}", "u");
    }
    SURROGATE.try_with(|surrogate| text.search(surrogate)).unwrap_or(-1)
}
