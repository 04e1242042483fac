//! The three readers that are compared.

use js_sys::{Array, Function, Reflect};
use serde::Deserialize;
use waevent::{EventInput, Frame, input::Value, wire};
use wasm_bindgen::prelude::*;

/// The package's scripts. Only their imports and exports are changed.
const READ: &str = include_str!("../../pkg-template/read.js");
const DATES: &str = include_str!("../../pkg-template/dates.js");

thread_local! {
    static FRAMES: JsValue = {
        let source = format!(
            "const {{ readDate }} = (() => {{ {}\nreturn {{ readDate }}; }})();\n{}\n{}\nreturn {{ Frame }};",
            script(DATES, 0),
            script(&wire::script(), 0),
            script(READ, 2),
        );
        let made = Function::new_no_args(&source).call0(&JsValue::NULL);
        Reflect::get(&made.expect("a script"), &"Frame".into()).expect("a class")
    };
}

/// Turns a module into the body of a function: without its imports, of which there must be `imports`, and without its
/// exports.
pub fn script(module: &str, imports: usize) -> String {
    let mut imported = 0;
    let mut is_imported = false;
    let mut lines = Vec::new();
    for line in module.lines() {
        let begins = line.starts_with("import ");
        imported += usize::from(begins);
        if begins || is_imported {
            is_imported = !line.ends_with(';');
        } else {
            lines.push(line.strip_prefix("export ").unwrap_or(line));
        }
    }
    assert_eq!(imported, imports, "imports");
    lines.join("\n")
}

/// How a value is read: like most values, as options, or as data from others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum As {
    Value,
    Options,
    Data,
}

/// How the package reads a value: its frame, decoded.
pub fn with_frame<T>(how: As, value: &JsValue, look: impl FnOnce(Value<'_>) -> T) -> T {
    let (slots, text) = frame(how, value);
    look(Frame::new(&slots, &text).value())
}

/// The package's frame for a value.
pub fn frame(how: As, value: &JsValue) -> (Vec<f64>, String) {
    let method = match how {
        As::Value => "of",
        As::Options => "ofOptions",
        As::Data => "ofData",
    };
    FRAMES.with(|class| {
        let method: Function = get(class, method).unchecked_into();
        let frame = method.call1(class, value).expect("reading never throws");
        let slots = Array::from(&get(&frame, "slots"));
        let slots = slots.iter().map(|slot| slot.as_f64().expect("a number")).collect();
        (slots, get(&frame, "text").as_string().expect("text"))
    })
}

pub fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a field")
}

/// How the crate's feature `js` reads a value.
pub fn js(how: As, value: &JsValue) -> Value<'static> {
    match how {
        As::Value => Value::from(value),
        As::Options => waevent::js::options(value),
        As::Data => waevent::js::data(value),
    }
}

/// How `serde_wasm_bindgen` reads a value.
pub fn serde<T: Deserialize<'static>>(value: &JsValue) -> Result<T, serde_wasm_bindgen::Error> {
    T::deserialize(serde_wasm_bindgen::Deserializer::from(value.clone()))
}

/// A description of the event that it reads, or that it returned an error, or that it let an exception through.
pub fn serde_says(value: &JsValue, says: fn(&EventInput<'_>) -> String) -> String {
    let value = value.clone();
    let read = Closure::<dyn FnMut() -> JsValue>::new(move || {
        serde(&value).map_or("an error".into(), |event| says(&event).into())
    });
    let guard = "try { return run(); } catch { return 'an exception'; }";
    let said = Function::new_with_args("run", guard).call1(&JsValue::NULL, read.as_ref());
    said.expect("guarded").as_string().expect("text")
}
