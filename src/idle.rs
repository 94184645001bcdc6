//! Whether somebody is still there. The clock is an argument.

/// What follows from the time since the last touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// Somebody is there.
    Busy,
    /// Say that it will soon be locked.
    Warn,
    /// Lock.
    Wipe,
}

/// How long nobody may touch an unlocked note, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Until it is said.
    pub warn: f64,
    /// Until it is locked.
    pub wipe: f64,
    /// Until it is locked while the page is hidden.
    pub hidden: f64,
}

impl Limits {
    /// A parent's own device: five minutes, or one minute out of sight.
    pub const OWN_DEVICE: Limits = Limits {
        warn: 270_000.0,
        wipe: 300_000.0,
        hidden: 60_000.0,
    };

    /// What an office reads, and copies into its own software in another window meanwhile: ten minutes.
    pub const READER: Limits = Limits {
        warn: 570_000.0,
        wipe: 600_000.0,
        hidden: 600_000.0,
    };

    /// A shared machine: so many seconds, and then 40 to say that somebody is there.
    pub fn shared_machine(quiet: u32) -> Limits {
        let warn = f64::from(quiet) * 1_000.0;
        let wipe = warn + 40_000.0;
        Limits {
            warn,
            wipe,
            hidden: wipe,
        }
    }

    /// Seconds that are left after so many milliseconds without a touch, once it is said.
    pub fn left(self, quiet: f64) -> Option<u32> {
        let left = ((self.wipe - quiet) / 1_000.0).ceil().max(0.0);
        (quiet >= self.warn).then_some(left as u32)
    }

    /// What follows from so many milliseconds without a touch, and so many out of sight.
    pub fn after(self, quiet: f64, hidden: Option<f64>) -> Idle {
        if quiet >= self.wipe || hidden.is_some_and(|hidden| hidden >= self.hidden) {
            Idle::Wipe
        } else if quiet >= self.warn {
            Idle::Warn
        } else {
            Idle::Busy
        }
    }
}
