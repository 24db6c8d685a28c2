//! How a field that may be missing stands in a file: its value plainly, or not at all. No `Some(…)`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes the value without a wrapping; nothing is written as an empty one, which fields skip.
#[expect(clippy::ref_option, reason = "serde hands a reference to the field")]
pub fn serialize<T: Serialize, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_unit(),
    }
}

/// Reads a value that stands there; a field that is missing never comes here.
pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
