//! What is handed over. Sheets that were not chosen are absent from the bytes, not hidden.

mod bundle;
mod choice;
mod chosen;
mod enclosed;
mod fold;
mod receipt;
mod withhold;

pub use bundle::{Bundle, Made, Unreadable};
pub use choice::{Going, Leaf, Picked, offered};
pub use chosen::{Alone, Carrier, Chosen, alone};
pub use enclosed::{Enclosed, enclosable, too_much};
pub use receipt::{Receipt, SALT};
pub use withhold::{LEFT_OUT, Secrets, Tells, Withhold, tells, withheld};
