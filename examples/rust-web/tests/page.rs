//! Tests the page in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::{cell::RefCell, rc::Rc};

use js_sys::{JSON, Reflect};
use waevent::Language;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Document, Element, HtmlFormElement};

wasm_bindgen_test_configure!(run_in_browser);

/// The page's own form. The page's script does not run, because it is inserted as text.
fn open() -> (Document, HtmlFormElement) {
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    let place = document.create_element("div").expect("an element");
    let page = include_str!("../index.html");
    let form = page.split_once("<form").expect("a form").1;
    place.set_inner_html(&format!("<form{form}"));
    document.body().expect("a body").append_child(&place).expect("put in");
    let form = find(&document, "#booking").unchecked_into();
    (document, form)
}

fn find(document: &Document, selector: &str) -> Element {
    document.query_selector(selector).expect("a selector").expect("an element")
}

#[wasm_bindgen_test]
fn every_language_is_compiled_in() {
    for language in Language::ALL {
        assert!(!language.catalog().is_empty(), "{}", language.tag());
    }
}

#[wasm_bindgen_test]
fn a_guest_first_sees_what_to_change_and_then_the_request() {
    let (document, form) = open();
    rust_web::start().expect("bound");
    let heard = Rc::new(RefCell::new(JsValue::UNDEFINED));
    let hear = {
        let heard = Rc::clone(&heard);
        Closure::<dyn FnMut(CustomEvent)>::new(move |event: CustomEvent| {
            heard.replace(event.detail());
        })
    };
    form.add_event_listener_with_callback("booked", hear.as_ref().unchecked_ref()).expect("heard");
    let fill = |name: &str, value: &str| {
        let field = find(&document, &format!("[name='{name}']"));
        Reflect::set(&field, &"value".into(), &value.into()).expect("filled in");
    };
    let shown = || find(&document, "#outcome").text_content().unwrap_or_default();
    let submit = || form.request_submit().expect("submitted");
    let said = |name: &str| Reflect::get(&heard.borrow(), &name.into()).expect("a result");

    fill("to", "+55 11 99999-9999");
    fill("start", "2037-01-01T10:00:00-03:00");
    fill("location.name", "Room A");
    submit();
    // Only the title is missing.
    assert_eq!(shown().lines().count(), 1, "{}", shown());
    assert_eq!(said("ok"), JsValue::FALSE);

    fill("name", "Team meeting");
    submit();
    assert!(shown().starts_with("POST https://waha.example/api/"), "{}", shown());
    assert_eq!(said("ok"), JsValue::TRUE);
    let value = JSON::stringify(&said("value")).map(String::from).expect("plain data");
    // The start is at 10:00 in UTC-03:00.
    for part in ["\"epochSeconds\":2114427600", "Team meeting", "Room A", "\"fingerprint\":\""] {
        assert!(value.contains(part), "{part} in {value}");
    }
}
