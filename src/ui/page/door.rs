//! The doors: begin a note, open the one that is here, or receive.

use leptos::{ev, prelude::*};

use crate::{
    browser::{page, text},
    job::{Done, Failure, Job},
    route::Route,
    store::{Door as State, Session},
    text::Lang,
    ui::{
        part::{Busy, Frame, Lead, Trouble, TroubleBox, art, icon, lang, say},
        words::{self, door as w},
    },
    vault::{KdfParams, Kek},
    worker,
};

/// What NIST SP 800-63B asks of a secret people choose; no rule about which characters.
const SHORTEST: usize = 8;

/// The screen before a note is open.
#[component]
pub fn Door() -> impl IntoView {
    let session = expect_context::<Session>();
    let making = RwSignal::new(false);
    move || match session.door() {
        State::Absent if making.get() => view! { <Make/> }.into_any(),
        State::Absent => view! { <Welcome making/> }.into_any(),
        State::Locked | State::Open => view! { <Unlock/> }.into_any(),
        State::Damaged => cannot(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT)).into_any(),
        State::TooNew => cannot(Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT)).into_any(),
        State::NoStore => cannot(Trouble::new(w::NO_STORE, w::NO_STORE_NEXT)).into_any(),
    }
}

#[component]
fn Welcome(making: RwSignal<bool>) -> impl IntoView {
    view! {
        <Frame lead=Lead::Brand title=words::APP class="ks-main ks-main--hero">
            <div class="w-hero"><img src="avenue.svg" alt=say(w::AVENUE) width="390" height="300"/></div>
            <div class="w-title">
                <h1 id="title" tabindex="-1">{say(words::APP)}</h1>
                <p>{say(words::TAGLINE)}</p>
            </div>
            <div class="w-doors">
                <button class="w-d" type="button" on:click=move |_| making.set(true)>
                    {art("door-note", "w-door")}
                    <b>{say(w::FIRST)}</b><span>{say(w::FIRST_SUB)}</span>
                </button>
                <a class="w-d" href=Route::Receive.fragment()>
                    {art("door-receive", "w-door")}
                    <b>{say(words::home::RECEIVE)}</b><span>{say(w::RECEIVE_SUB)}</span>
                </a>
            </div>
            <p class="w-promise">{icon("lock")}<span>{say(w::PROMISE)}</span></p>
            <Languages/>
            <p class="w-more"><a href=Route::Print.fragment()>{say(words::print::BLANK)}</a></p>
        </Frame>
    }
}

#[component]
fn Languages() -> impl IntoView {
    let lang = lang();
    let choice = move |which: Lang| {
        view! {
            <button class="w-lang__b" type="button" lang=which.tag()
                aria-pressed=move || (lang.get() == which).to_string()
                on:click=move |_| lang.set(which)>{which.own_name()}</button>
        }
    };
    view! {
        <div class="w-lang" role="group" aria-label=say(words::LANGUAGE)>
            {Lang::ALL.into_iter().map(choice).collect_view()}
        </div>
    }
}

#[component]
fn Make() -> impl IntoView {
    let session = expect_context::<Session>();
    let trouble = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let typed = StoredValue::new(String::new());
    let make = move || {
        let passphrase = typed.get_value();
        if passphrase.chars().count() < SHORTEST {
            let what = if passphrase.is_empty() {
                w::EMPTY
            } else {
                w::TOO_SHORT
            };
            return trouble.set(Some(Trouble::new(what, w::PASSPHRASE_HINT)));
        }
        trouble.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let no_store = Trouble::new(w::NO_STORE, w::NO_STORE_NEXT);
            let made = match session.new_slot() {
                Some(params) => match derive(passphrase, params.clone()).await {
                    Ok(key) => session.create(&key, params).map_err(|_| no_store),
                    Err(why) => Err(why),
                },
                None => Err(no_store),
            };
            trouble.set(made.err());
            busy.set(false);
        });
    };
    view! {
        <Frame lead=Lead::Back("#/") title=w::MAKE>
            <TroubleBox trouble/>
            <div>
                <h1 class="ks-h1" id="title" tabindex="-1">{say(w::MAKE)}</h1>
                <p class="ks-lead">{say(w::MAKE_LEAD)}</p>
            </div>
            <PassphraseForm typed new=true act=w::DECIDE busy doing=w::LOCKING submit=make/>
            <p class="ks-card ks-card--sun ks-quiet">{icon("info")}<span>{say(w::FORGOTTEN)}</span></p>
        </Frame>
    }
}

#[component]
fn Unlock() -> impl IntoView {
    let session = expect_context::<Session>();
    let trouble = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let typed = StoredValue::new(String::new());
    let unlock = move || {
        let passphrase = typed.get_value();
        if passphrase.is_empty() {
            return trouble.set(Some(Trouble::new(w::EMPTY, w::WRONG_NEXT)));
        }
        trouble.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = match session.slot() {
                Some(params) => match derive(passphrase, params).await {
                    Ok(key) => session.unlock(&key).err().map(|state| match state {
                        State::Damaged => Trouble::new(w::DAMAGED, w::DAMAGED_NEXT),
                        State::TooNew => Trouble::new(w::TOO_NEW, w::TOO_NEW_NEXT),
                        State::NoStore => Trouble::new(w::NO_STORE, w::NO_STORE_NEXT),
                        State::Absent | State::Locked | State::Open => {
                            Trouble::new(w::WRONG, w::WRONG_NEXT)
                        }
                    }),
                    Err(why) => Some(why),
                },
                None => Some(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT)),
            };
            trouble.set(outcome);
            busy.set(false);
        });
    };
    view! {
        <Frame lead=Lead::Brand title=w::OPEN_TITLE>
            <TroubleBox trouble/>
            <h1 class="ks-h1" id="title" tabindex="-1">{say(w::OPEN_TITLE)}</h1>
            <PassphraseForm typed new=false act=w::OPEN busy doing=w::OPENING submit=unlock/>
            <p class="ks-quiet">{icon("lock")}<span>{say(words::home::KEPT)}</span></p>
            <nav aria-label=say(words::home::OTHER)>
                {crate::ui::part::link_row("receive", say(words::home::RECEIVE), say(w::RECEIVE_SUB), Route::Receive.fragment())}
            </nav>
            <Languages/>
        </Frame>
    }
}

/// One passphrase field, with its switch to see what is typed.
#[component]
fn PassphraseForm(
    typed: StoredValue<String>,
    new: bool,
    act: crate::text::Text,
    doing: crate::text::Text,
    busy: RwSignal<bool>,
    submit: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            submit();
        }
    };
    // Enter that confirms what an input method offers must not open anything.
    let composing = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.is_composing() || event.key_code() == 229) {
            event.prevent_default();
        }
    };
    view! {
        <form class="ks-stack" on:submit=on_submit>
            <div class="ks-field">
                <label class="ks-label" for="passphrase">{say(w::PASSPHRASE)}</label>
                {new.then(|| view! { <span class="ks-hint" id="passphrase-hint">{say(w::PASSPHRASE_HINT)}</span> })}
                <input class="ks-input" id="passphrase" name="passphrase"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=if new { "new-password" } else { "current-password" }
                    aria-describedby=new.then_some("passphrase-hint")
                    spellcheck="false" autocapitalize="off" translate="no"
                    on:keydown=composing
                    on:input=move |event| typed.set_value(event_target_value(&event))/>
            </div>
            <label class="ks-pick">
                <input type="checkbox" on:change=move |event| shown.set(event_target_checked(&event))/>
                <span>{say(w::SHOW)}</span>
            </label>
            <Show when=move || busy.get()><Busy words=doing/></Show>
            <button class="ks-btn ks-btn--main ks-btn--lg ks-btn--wide" type="submit">{say(act)}</button>
        </form>
    }
}

fn cannot(trouble: Trouble) -> impl IntoView {
    page::focus("title");
    view! {
        <Frame lead=Lead::Brand title=words::APP>
            <h1 class="ks-h1" id="title" tabindex="-1">{say(words::APP)}</h1>
            <TroubleBox trouble=Signal::stored(Some(trouble))/>
            <nav aria-label=say(words::home::OTHER)>
                {crate::ui::part::link_row("receive", say(words::home::RECEIVE), say(w::RECEIVE_SUB), Route::Receive.fragment())}
            </nav>
            <Languages/>
        </Frame>
    }
}

async fn derive(passphrase: String, params: KdfParams) -> Result<Kek, Trouble> {
    let job = Job::Derive {
        passphrase: text::nfkc(&passphrase).into(),
        params,
    };
    match worker::ask(job).await {
        Ok(Done::Key(key)) => Ok(Kek::from_bytes(*key)),
        Ok(Done::Failed(Failure::Memory)) => Err(Trouble::new(w::NO_MEMORY, w::NO_MEMORY_NEXT)),
        Ok(_) => Err(Trouble::new(w::DAMAGED, w::DAMAGED_NEXT)),
        Err(worker::Lost) => Err(Trouble::new(w::NO_WORKER, w::NO_WORKER_NEXT)),
    }
}
