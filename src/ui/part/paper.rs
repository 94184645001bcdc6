use crate::{form::Form, record::Record, sheet::Facts};
use leptos::prelude::*;
#[component]
pub fn Papers(papers: Vec<(&'static Form, Option<Record>)>, facts: Facts) -> impl IntoView {
    let _ = (papers, facts);
}
