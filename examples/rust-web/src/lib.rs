//! A page in Rust that checks a booking and shows its request, without a framework. The code between [`book`] and the
//! page is the same in Leptos, Yew and Dioxus, because they pass the same `FormData`.

use waevent::{
    EventInput, OptionsInput, TargetInput, Time, Verdict, build_request,
    gateway::Built,
    input::Value,
    issue::{Language, Reader},
    js,
};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Document, Event, FormData, HtmlFormElement};

/// Binds the form with the id `booking`, if the page has one.
///
/// # Errors
/// Fails if no listener can be added to the form.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), JsValue> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Ok(());
    };
    if let Some(form) = document.get_element_by_id("booking") {
        bind(&document, form.unchecked_ref())?;
    }
    Ok(())
}

/// Checks the form whenever it is submitted and shows the outcome in the element `outcome`. Also dispatches the event
/// `booked` on the form, whose `detail` is what the npm package's `buildRequest` returns.
///
/// # Errors
/// Fails if no listener can be added to the form.
pub fn bind(document: &Document, form: &HtmlFormElement) -> Result<(), JsValue> {
    let document = document.clone();
    let bound = form.clone();
    let submit = Closure::<dyn FnMut(Event) -> Result<(), JsValue>>::new(move |event: Event| {
        event.prevent_default();
        let data = FormData::new_with_form(&bound)?;
        let verdict = book(&data);
        if let Some(outcome) = document.get_element_by_id("outcome") {
            outcome.set_text_content(Some(&words(&verdict)));
        }
        let init = CustomEventInit::new();
        init.set_detail(&js::result(verdict, &OptionsInput::default()));
        let booked = CustomEvent::new_with_event_init_dict("booked", &init)?;
        bound.dispatch_event(&booked)?;
        Ok(())
    });
    form.add_event_listener_with_callback("submit", submit.as_ref().unchecked_ref())?;
    // The form keeps the closure as long as the page exists.
    submit.forget();
    Ok(())
}

/// Builds the request from the form, whose fields have the names of the event's fields.
///
/// # Errors
/// Returns every issue of the event.
pub fn book(data: &FormData) -> Verdict<Built<'static>> {
    let target = TargetInput::from(Value::Record(vec![
        ("gateway".into(), Value::Text("waha".into())),
        ("session".into(), Value::Text("default".into())),
        ("baseUrl".into(), Value::Text("https://waha.example".into())),
    ]));
    let now = js::time(&js_sys::Date::new_0()).unwrap_or(Time::EPOCH);
    let event = EventInput::from(data.as_ref());
    let built = build_request(&event, &target, &OptionsInput::default(), now);
    built.map(|checked| checked.map(Built::into_owned))
}

/// What the page shows: where the request goes, or what the guest has to change.
fn words(verdict: &Verdict<Built<'_>>) -> String {
    match verdict {
        Ok(built) => format!("POST {}\n{}", built.value.request.url, built.value.request.body),
        Err(refusal) => {
            let issues = refusal.issues.iter();
            let messages =
                issues.map(|issue| issue.message_for(Reader::Guest(None), Language::English));
            messages.collect::<Vec<_>>().join("\n")
        }
    }
}
