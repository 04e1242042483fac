//! Targets of gateways that are values, and no names.

use serde_json::Value as Json;
use waevent::{Gateway, TargetInput, input::Value};

/// A target of a gateway of one's own.
pub fn target_of<'j>(gateway: &Gateway, fields: &'j Json) -> TargetInput<'j> {
    let Value::Record(mut all) = crate::common::value(fields) else { panic!("an object") };
    all.push(("gateway".into(), gateway.into()));
    Value::Record(all).into()
}
