//! Random sessions.

use proptest::prelude::ProptestConfig;

/// Few cases in the everyday run; `CUSTOMER_HAT_CASES` asks for more.
pub fn config() -> ProptestConfig {
    let asked = std::env::var("CUSTOMER_HAT_CASES").ok();
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(asked.and_then(|cases| cases.parse().ok()).unwrap_or(64))
    }
}
