//! How coefficients stand to the lower limits of the standard in force. Below a limit is a hint, never a mistake.

use crate::catalog::{Edition, canal_system_limit, standing};
use crate::irrigation::{ClassFigures, SizeClass, Standing};
use crate::metric::Figure;
use crate::numeric::Judging;
use crate::text::{Key, Message};

/// The edition in force. The sentences name it, and say that its limits are to be verified.
pub(super) const EDITION: Edition = Edition::Of2018;

/// Whether a class stays below the lower limit of the irrigation coefficient.
pub fn is_below_limit(class: &ClassFigures) -> bool {
    let judged =
        |coefficient: &Figure| standing(coefficient.value(), class.class, EDITION, Judging::FullValue);
    class.coefficient.as_ref().and_then(judged) == Some(Standing::Below)
}

/// How a canal system's efficiency stands to the lower limit for its class of districts, where there is one.
pub fn canal_standing(system: &Figure, class: SizeClass) -> Option<Message> {
    let limit = canal_system_limit(EDITION, class)?;
    let key = match Standing::of(system.value(), limit.limit(Judging::FullValue)) {
        Standing::Reaches => Key::CanalLimitReached,
        Standing::Below => Key::CanalLimitMissed,
    };
    Some(Message::new(key).with("limit", limit.printed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::coefficient_limit;
    use crate::text::Coded;

    #[test]
    fn the_sentences_may_say_to_be_verified_as_long_as_no_limit_is() {
        for class in SizeClass::ALL {
            for limit in [coefficient_limit(EDITION, *class), canal_system_limit(EDITION, *class)] {
                assert!(limit.is_none_or(|limit| !limit.source.status.is_verified()), "{class:?}");
            }
        }
    }
}
