//! Values that JSON cannot express, made with `js-sys`, as the description of an event.

use js_sys::{
    Array, ArrayBuffer, BigInt, DataView, Date, Error, Float64Array, Function, JsString, Map,
    Object, Proxy, Reflect, RegExp, Set, Symbol, Uint8Array,
};
use waevent::EventInput;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::readers::{As, get, serde_says, with_frame};

/// A value, the text that shows how it is read, and how `serde_wasm_bindgen` reads it if that differs. `…` stands for
/// the rest.
struct Exotic {
    name: &'static str,
    make: fn() -> JsValue,
    read: &'static str,
    serde: Option<(&'static str, Reason)>,
}

/// Why `serde_wasm_bindgen` reads a value differently.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reason {
    /// It reads only the object's own enumerable fields, so the event would lose what the value holds.
    FieldsOnly,
    /// It fails for the whole event. The package refuses one field, and says what the value is.
    GivesUp,
    /// It lets an exception from a getter or a proxy pass through to the caller's caller.
    LetsThrow,
    /// It converts the value to another kind, as if the caller had passed that.
    Converts,
    /// It reads everything; the package limits how much is read.
    Unbounded,
}

use Reason::{Converts, FieldsOnly, GivesUp, LetsThrow, Unbounded};

const AN_ERROR: &str = "an error";
const AN_EXCEPTION: &str = "an exception";
const NO_FIELDS: &str = "Record([])";
const ONE_FIELD: &str = r#"Record([("a", Number(1.0))])"#;

const fn same(name: &'static str, make: fn() -> JsValue, read: &'static str) -> Exotic {
    Exotic { name, make, read, serde: None }
}

const fn other(
    name: &'static str,
    make: fn() -> JsValue,
    read: &'static str,
    serde: &'static str,
    reason: Reason,
) -> Exotic {
    Exotic { name, make, read, serde: Some((serde, reason)) }
}

const EXOTIC: &[Exotic] = &[
    same("undefined", || JsValue::UNDEFINED, "Absent"),
    same("null", || JsValue::NULL, "Absent"),
    same("NaN", || f64::NAN.into(), "Number(NaN)"),
    same("infinity", || f64::INFINITY.into(), "Number(inf)"),
    same(
        "the first integer that is not safe",
        || 9_007_199_254_740_992.0.into(),
        "Number(9007199254740992.0)",
    ),
    other("minus zero", || (-0.0).into(), "Number(-0.0)", "Number(0.0)", Converts),
    other("a bigint", || BigInt::from(5).into(), r#"BigInt("5")"#, "Number(5.0)", Converts),
    other(
        "a bigint of 65 bits",
        || BigInt::new(&"18446744073709551616".into()).expect("digits").into(),
        r#"BigInt("18446744073709551616")"#,
        AN_ERROR,
        GivesUp,
    ),
    other(
        "a lone surrogate",
        || JsString::from_char_code2(0x61, 0xd800).into(),
        "LoneSurrogate(1)",
        "Text(\"a\u{fffd}\")",
        Converts,
    ),
    other(
        "a text beyond a mebibyte",
        || JsString::from("x").repeat((1 << 20) + 1).into(),
        "LongText { start: \"xxxx…",
        "Text(\"xxxx…",
        Unbounded,
    ),
    other("a symbol", || Symbol::for_("to").into(), "Other(Symbol)", AN_ERROR, GivesUp),
    other("a function", || Function::new_no_args("").into(), "Other(Function)", AN_ERROR, GivesUp),
    other(
        "a Date",
        || Date::new(&2e12.into()).into(),
        "Instant(2000000000000.0)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other(
        "an invalid Date",
        || Date::new(&f64::NAN.into()).into(),
        "Instant(NaN)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other(
        "a Map",
        || {
            let map = Map::new();
            map.set(&"a".into(), &1.into());
            map.into()
        },
        "Other(Map)",
        ONE_FIELD,
        Converts,
    ),
    other("a Set", || Set::new(&JsValue::UNDEFINED).into(), "Other(Set)", AN_ERROR, GivesUp),
    other("bytes", || Uint8Array::new_with_length(3).into(), "Other(Bytes)", AN_ERROR, GivesUp),
    other("doubles", || Float64Array::new_with_length(3).into(), "Other(Bytes)", AN_ERROR, GivesUp),
    other("a buffer", || ArrayBuffer::new(3).into(), "Other(Bytes)", AN_ERROR, GivesUp),
    other(
        "a view of a buffer",
        || DataView::new(&ArrayBuffer::new(3), 0, 3).into(),
        "Other(Bytes)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other("a Blob", || construct("Blob", &Array::new()), "Other(File)", NO_FIELDS, FieldsOnly),
    other(
        "a form",
        || construct("URLSearchParams", &Array::of1(&"a=1&b=&a=2&b=3".into())),
        r#"Record([("a", List([Text("1"), Text("2")])), ("b", Text("3"))])"#,
        AN_ERROR,
        GivesUp,
    ),
    other(
        "a promise",
        || construct("Promise", &Array::of1(&Function::new_no_args(""))),
        "Other(Instance)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other("a pattern", || RegExp::new("x", "").into(), "Other(Instance)", NO_FIELDS, FieldsOnly),
    other("an error", || Error::new("x").into(), "Other(Instance)", NO_FIELDS, FieldsOnly),
    other(
        "a String object",
        || construct("String", &Array::of1(&"xy".into())),
        r#"Record([("0", Text("x")), ("1", Text("y"))])"#,
        AN_ERROR,
        GivesUp,
    ),
    other(
        "a Number object",
        || construct("Number", &Array::of1(&5.into())),
        "Other(Instance)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other(
        "a Boolean object",
        || construct("Boolean", &Array::of1(&true.into())),
        "Other(Instance)",
        NO_FIELDS,
        FieldsOnly,
    ),
    same("a proxy that forwards everything", || proxy(&Object::new()), ONE_FIELD),
    other(
        "a proxy that throws when a field is read",
        || proxy(&handler("get")),
        r#"Record([("a", Other(Unreadable))])"#,
        AN_ERROR,
        GivesUp,
    ),
    other(
        "a proxy that throws when its keys are listed",
        || proxy(&handler("ownKeys")),
        "Other(Unreadable)",
        AN_EXCEPTION,
        LetsThrow,
    ),
    other(
        "a proxy that was revoked",
        || {
            let revocable = Proxy::revocable(&one_field(), &Object::new());
            let revoke: Function = get(&revocable, "revoke").unchecked_into();
            revoke.call0(&JsValue::NULL).expect("revoked");
            get(&revocable, "proxy")
        },
        "Other(Unreadable)",
        AN_EXCEPTION,
        LetsThrow,
    ),
    other(
        "a getter that throws",
        || {
            let (object, getter) = (Object::new(), handler("get"));
            set(&getter, "enumerable", &true.into());
            Object::define_property(&object, &"a".into(), &getter);
            object.into()
        },
        r#"Record([("a", Other(Unreadable))])"#,
        AN_EXCEPTION,
        LetsThrow,
    ),
    same("an object without a prototype", || with_prototype(&JsValue::NULL, true), ONE_FIELD),
    same("an instance with fields", || with_prototype(&Object::new(), true), ONE_FIELD),
    other(
        "an object with inherited fields",
        || with_prototype(&one_field(), false),
        "Other(Instance)",
        NO_FIELDS,
        FieldsOnly,
    ),
    other(
        "an iterable object",
        || {
            let object = one_field();
            Reflect::set(&object, &Symbol::iterator(), &Function::new_no_args(""))
                .expect("a field");
            object.into()
        },
        ONE_FIELD,
        AN_ERROR,
        GivesUp,
    ),
    other(
        "deeply nested objects",
        || from_json(r#"{ "a": { "b": { "c": 1 } } }"#),
        r#"Record([("a", Record([("b", Other(Object))]))])"#,
        r#"Record([("a", Record([("b", Record([("c", Number(1.0))]))]))])"#,
        Unbounded,
    ),
    same("a list with holes", || Array::new_with_length(2).into(), "List([Absent, Absent])"),
    other(
        "a long list",
        || Array::new_with_length(101).into(),
        "Other(Array)",
        "List([Absent, Absent…",
        Unbounded,
    ),
    other(
        "very many fields",
        || {
            let object = Object::new();
            (0..150).for_each(|at| set(&object, &format!("k{at}"), &JsValue::TRUE));
            object.into()
        },
        r#"Record([("k0", Bool(true)), …("k99", Bool(true)), ("", Unread(50))])"#,
        r#"Record([("k0", Bool(true)), …("k149", Bool(true))])"#,
        Unbounded,
    ),
];

fn from_json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).expect("JSON")
}

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a field");
}

fn one_field() -> Object {
    let object = Object::new();
    set(&object, "a", &1.into());
    object
}

fn with_prototype(prototype: &JsValue, has_field: bool) -> JsValue {
    let object: Object = Object::create(prototype.unchecked_ref());
    if has_field {
        set(&object, "a", &1.into());
    }
    object.into()
}

fn construct(class: &str, arguments: &Array) -> JsValue {
    let class: Function = get(&js_sys::global(), class).unchecked_into();
    Reflect::construct(&class, arguments).expect("an object")
}

fn proxy(handler: &Object) -> JsValue {
    Proxy::new(&one_field(), handler).into()
}

/// An object with a function of this name that throws.
fn handler(name: &str) -> Object {
    let handler = Object::new();
    set(&handler, name, &Function::new_no_args("throw new Error('do not look at me')"));
    handler
}

/// How the description of an event was read, as a text.
fn says(event: &EventInput<'_>) -> String {
    format!("{:?}", event.description)
}

#[track_caller]
fn assert_says(said: &str, expected: &str, name: &str) {
    let (start, end) = expected.split_once('…').unwrap_or((expected, ""));
    let is_whole = start.len() == expected.len();
    let fits =
        if is_whole { said == start } else { said.starts_with(start) && said.ends_with(end) };
    assert!(fits, "{name} reads as {}", said.chars().take(500).collect::<String>());
}

#[wasm_bindgen_test]
fn exotic_values_are_read_as_by_the_package_and_every_difference_to_serde_is_known() {
    for Exotic { name, make, read, serde } in EXOTIC {
        let event = || {
            let event = Object::new();
            set(&event, "to", &"+5511999999999".into());
            set(&event, "description", &make());
            set(&event, "start", &"2037-01-01T00:00:00Z".into());
            JsValue::from(event)
        };
        let package = with_frame(As::Value, &event(), |value| says(&value.into()));
        assert_says(&package, read, name);
        assert_eq!(says(&EventInput::from(&event())), package, "{name}");
        let theirs = serde_says(&event(), says);
        match serde {
            None => assert_eq!(theirs, package, "{name}"),
            Some((expected, reason)) => {
                assert_says(&theirs, expected, name);
                assert_ne!(theirs, package, "{name} no longer differs: {reason:?}");
            }
        }
    }
}
