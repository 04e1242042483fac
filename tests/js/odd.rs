//! The odd values of the package's tests, each as the whole input and in each field of an event.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::readers::{As, js, script, with_frame};

const ODD: &str = include_str!("../package/support/odd.mjs");

/// Some values change each time they are read, so each reader gets a new one.
fn odd() -> Vec<(String, Function)> {
    let source = format!("{}\nreturn ODD;", script(ODD, 0));
    let values = Function::new_no_args(&source).call0(&JsValue::NULL).expect("a script");
    let pairs = Object::entries(values.unchecked_ref::<Object>());
    let pairs = pairs.iter().map(|pair| {
        let pair: js_sys::Array = pair.unchecked_into();
        (pair.get(0).as_string().expect("a name"), pair.get(1).unchecked_into())
    });
    pairs.collect()
}

#[wasm_bindgen_test]
fn odd_values_are_read_as_by_the_package() {
    let mut read = 0;
    for (name, make) in odd() {
        // A page has shared memory only if its server allows it.
        let Ok(_) = make.call0(&JsValue::NULL) else {
            assert_eq!(name, "a shared buffer");
            continue;
        };
        let make = || make.call0(&JsValue::NULL).expect("a value");
        let within = |field: &str| {
            let event = Object::new();
            Reflect::set(&event, &"to".into(), &"+5511999999999".into()).expect("a field");
            Reflect::set(&event, &field.into(), &make()).expect("a field");
            Reflect::set(&event, &"start".into(), &"2037-01-01T00:00:00Z".into()).expect("a field");
            JsValue::from(event)
        };
        let makes: [&dyn Fn() -> JsValue; 4] =
            [&make, &|| within("name"), &|| within("location"), &|| {
                js_sys::Array::of1(&make()).into()
            }];
        for how in [As::Value, As::Options, As::Data] {
            for (place, make) in makes.iter().enumerate() {
                let expected = with_frame(how, &make(), |value| format!("{value:?}"));
                assert_eq!(format!("{:?}", js(how, &make())), expected, "{name}, {how:?}, {place}");
                read += 1;
            }
        }
    }
    assert!(read > 1000, "{read}");
}
