//! わたす: choose, see exactly what goes, hand it over.

use leptos::prelude::*;

use crate::{
    browser::clock,
    form::Form,
    forms,
    record::Note,
    share::Bundle,
    store::Session,
    ui::{
        page::give::Give,
        part::{Frame, Lead, Reader, Steps, Trouble, TroubleBox, icon, lang, say},
        words::hand_over as w,
    },
};

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Choose,
    Check(Bundle),
    Give(Bundle),
}

/// The three steps of handing over.
#[component]
pub fn HandOver() -> impl IntoView {
    let session = expect_context::<Session>();
    let step = RwSignal::new(Step::Choose);
    // What was chosen outlives the steps, so that going back finds it as it was.
    let chosen = RwSignal::new(Vec::<&'static str>::new());
    let note = StoredValue::new(session.note());
    move || match step.get() {
        Step::Choose => view! { <Choose note=note.get_value() chosen step/> }.into_any(),
        Step::Check(bundle) => view! { <Check bundle step/> }.into_any(),
        Step::Give(bundle) => {
            let back = {
                let bundle = bundle.clone();
                Callback::new(move |()| step.set(Step::Check(bundle.clone())))
            };
            view! { <Give bundle back/> }.into_any()
        }
    }
}

#[component]
fn Choose(note: Note, chosen: RwSignal<Vec<&'static str>>, step: RwSignal<Step>) -> impl IntoView {
    let trouble = RwSignal::new(None);
    let lang = lang();
    let (blank, written): (Vec<&'static Form>, Vec<&'static Form>) = forms::ALL
        .iter()
        .partition(|form| note.record(form).is_blank());
    let check = {
        let note = note.clone();
        move |_| {
            let ids = chosen.get_untracked();
            let forms: Vec<&Form> = forms::ALL
                .iter()
                .filter(|form| ids.contains(&form.id))
                .collect();
            if forms.is_empty() {
                return trouble.set(Some(Trouble::new(w::CHOOSE_ONE, w::ABSENT)));
            }
            step.set(Step::Check(Bundle::of(
                &note,
                &forms,
                clock::today(),
                lang.get_untracked(),
            )));
        }
    };
    let toggle = move |id: &'static str, on: bool| {
        chosen.update(|ids| {
            ids.retain(|other| *other != id);
            if on {
                ids.push(id);
            }
        });
    };
    let pick = move |form: &'static Form| {
        view! {
            <label class="ks-pick">
                <input type="checkbox" prop:checked=move || chosen.get().contains(&form.id)
                    on:change=move |event| toggle(form.id, event_target_checked(&event))/>
                <span><b>{say(form.title)}</b></span>
            </label>
        }
    };
    let not_yet = move |form: &'static Form| {
        view! { <li><b>{say(form.title)}</b><span class="ks-pick__sub">{say(w::NOTHING_WRITTEN)}</span></li> }
    };
    let any_blank = !blank.is_empty();
    view! {
        <Frame lead=Lead::Back("#/") title=w::CHOOSE>
            <TroubleBox trouble/>
            <div class="ks-stack">
                <Steps at=0/>
                <h1 class="ks-h1 ks-h1--step" id="title" tabindex="-1">{say(w::WHAT)}</h1>
                <p class="ks-lead">{say(w::ABSENT)}</p>
            </div>
            <fieldset class="ks-card ks-picks">
                <legend class="ks-hide">{say(w::WHAT)}</legend>
                {written.into_iter().map(pick).collect_view()}
            </fieldset>
            {any_blank.then(|| view! { <ul class="ks-notyet">{blank.into_iter().map(not_yet).collect_view()}</ul> })}
            <p class="ks-quiet">{icon("phone")}<span>{say(w::PHONE)}</span></p>
            <button class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" type="button" on:click=check>{say(w::TO_CHECK)}</button>
        </Frame>
    }
}

/// What the other person will see, read back from the very bytes that will be sealed.
#[component]
fn Check(bundle: Bundle, step: RwSignal<Step>) -> impl IntoView {
    let sheets = sheets_of(&bundle);
    let back = Callback::new(move |()| step.set(Step::Choose));
    view! {
        <Frame lead=Lead::Step(back) title=w::CHECK>
            <div class="ks-stack">
                <Steps at=1/>
                <h1 class="ks-h1 ks-h1--step" id="title" tabindex="-1">{say(w::SEEN)}</h1>
                <p class="ks-lead">{say(w::SEEN_LEAD)}</p>
            </div>
            <Reader sheets/>
            <p class="ks-card ks-card--sun ks-quiet">{icon("info")}<span>{say(w::NOT_BACK)}</span></p>
            <button class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" type="button"
                on:click=move |_| step.set(Step::Give(bundle.clone()))>{say(w::MAKE)}</button>
        </Frame>
    }
}

/// The sheets of a bundle that this version knows.
pub fn sheets_of(bundle: &Bundle) -> Vec<(&'static Form, crate::record::Record)> {
    forms::ALL
        .iter()
        .filter_map(|form| Some((form, bundle.record(form)?)))
        .collect()
}
