//! Any JavaScript value, as the package's `read.js` reads it: own, enumerable fields, no deeper than an event goes, and
//! nothing that a value does when it is read can throw. Nothing is judged here.

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

/// The first halves of characters, U+D800 to U+DBFF.
const HALF: (f64, f64) = (55_296.0, 56_320.0);

/// Reads any value, no deeper than an event goes.
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

/// Reads a plain object: what another one holds is not in its fields.
impl From<&JsValue> for OptionsInput<'static> {
    fn from(value: &JsValue) -> Self {
        options(value).into()
    }
}

/// The value of options.
#[doc(hidden)]
#[must_use]
pub fn options(value: &JsValue) -> Value<'static> {
    match Value::from(value) {
        Value::Record(_) if !is_plain(value) => Value::Other(Kind::Instance),
        options => options,
    }
}

/// Reads data of others, whose names are not known here: a webhook, a reply, an issue, a request.
#[must_use]
pub fn data(value: &JsValue) -> Value<'static> {
    Reader { is_data: true, ..Reader::default() }.value(value, DATA_DEPTH)
}

/// The instant of a `Date`, to the second; none where it is invalid, or in no year of four digits.
#[must_use]
pub fn time(date: &js_sys::Date) -> Option<Time> {
    let seconds = (date.get_time() / 1000.0).floor();
    #[expect(clippy::cast_possible_truncation, reason = "out of range saturates and is refused")]
    (!seconds.is_nan()).then(|| Time::from_epoch_seconds(seconds as i64)).flatten()
}

/// What was read so far of one value.
#[derive(Default)]
struct Reader {
    is_data: bool,
    /// How many numbers and how many UTF-16 code units the package's frame would have.
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
            // Of more digits than these no time is made.
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

    /// A proxy that throws, or a revoked one, is unreadable: what was read of it does not count.
    fn object(&mut self, object: &JsValue, depth: u8) -> Value<'static> {
        let (slots, units) = (self.slots, self.units);
        self.readable(object, depth).unwrap_or_else(|_| {
            (self.slots, self.units) = (slots, units);
            Value::Other(Kind::Unreadable)
        })
    }

    fn readable(&mut self, object: &JsValue, depth: u8) -> Result<Value<'static>, Thrown> {
        // The two of this value are counted already.
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
            // Without fields of its own it holds what it holds elsewhere: a promise, a request, headers.
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

    /// A field that is the object's own still: a getter may have taken others away.
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

    /// True where text is so long that all of the value would be too much with it.
    fn is_much(&self, text: &JsString) -> bool {
        let length = text.length();
        let whole = self.units.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        length > START_LENGTH && whole > WHOLE_LENGTH
    }

    /// The text as Rust has it, halves of characters replaced.
    fn take(&mut self, text: &JsString) -> Cow<'static, str> {
        let units = usize::try_from(text.length()).unwrap_or(usize::MAX);
        self.units = self.units.saturating_add(units);
        Cow::Owned(text.into())
    }
}

/// What no field takes, by the name that it has for itself.
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

/// Also where it comes from another realm, whose `Object.prototype` is another one.
fn is_plain(object: &JsValue) -> bool {
    let prototype = host::prototype_of(object);
    prototype.is_ok_and(|prototype| {
        prototype.is_null() || host::prototype_of(&prototype).is_ok_and(|above| above.is_null())
    })
}

/// The names of the fields that are read, and how many more there are.
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

/// True for fields that some function asks for, and parts of the location.
fn is_known(name: &str) -> bool {
    let part = name.strip_prefix("location").and_then(|rest| rest.strip_prefix(['.', '[']));
    let part = part.map(|part| part.strip_suffix(']').unwrap_or(part));
    known_fields().any(|known| known == name)
        || part.is_some_and(|part| EventInput::LOCATION_NAMES.contains(&part))
}

/// The fields of a form, as they came. One that it has twice is a list, which no field takes, so this is reported; an
/// empty one beside another is dropped.
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

/// The first `length` units of a text, without half a character at the end.
fn start_of(text: &JsString, length: u32) -> JsString {
    if text.length() <= length {
        return text.clone();
    }
    let last = length.saturating_sub(1);
    let is_half = (HALF.0..HALF.1).contains(&text.char_code_at(last));
    text.slice(0, if is_half { last } else { length })
}

/// Where half a character stands; -1 where none does.
fn lone_surrogate(text: &JsString) -> i32 {
    thread_local! {
        static SURROGATE: RegExp = RegExp::new(r"\p{Surrogate}", "u");
    }
    SURROGATE.try_with(|surrogate| text.search(surrogate)).unwrap_or(-1)
}
