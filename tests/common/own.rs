//! Targets whose gateway is a value instead of an id.

use serde_json::Value as Json;
use waevent::{Gateway, TargetInput, input::Value};

/// A target of a gateway that the caller defined.
pub fn target_of<'j>(gateway: &Gateway, fields: &'j Json) -> TargetInput<'j> {
    let Value::Record(mut all) = crate::common::value(fields) else { panic!("an object") };
    all.push(("gateway".into(), gateway.into()));
    Value::Record(all).into()
}
