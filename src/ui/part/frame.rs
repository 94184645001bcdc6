//! The frame of every screen: the bar on top, and the one column below it.

use leptos::prelude::*;

use super::{icon, say};
use crate::{browser::place, route::Route, store::Session, text::Text, ui::words};

/// What stands at the left of the bar.
#[derive(Debug, Clone, Copy)]
pub enum Lead {
    /// The name of the app.
    Brand,
    /// A way back to another screen.
    Back(&'static str),
    /// A way back to the step before, on the same screen.
    Step(Callback<()>),
    /// 閉じて消す: the end of what is shown, which is nowhere else.
    Close(Callback<()>),
}

/// A screen. Its heading `#title` takes the focus when the screen opens.
#[component]
pub fn Frame(
    lead: Lead,
    /// Words for the title of the window: never personal.
    title: Text,
    #[prop(default = "ks-main ks-stack-5")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let lang = super::lang();
    let words = say(title);
    Effect::new(move |_| {
        let page = words();
        let app = words::APP.to(lang.get());
        let title = if page == app {
            app.to_owned()
        } else {
            format!("{page} – {app}")
        };
        crate::browser::page::set_title(&title);
    });
    let help = Route::Help.fragment();
    view! {
        <header class="ks-top ks-noprint">
            {match lead {
                Lead::Brand => view! {
                    <a class="ks-top__lead ks-top__brand" href="#/">
                        <svg class="mark" aria-hidden="true"><use_ href="#mark"/></svg>
                        <span>{say(words::APP)}</span>
                    </a>
                }.into_any(),
                Lead::Back(to) => view! {
                    <a class="ks-top__lead" href=to>{icon("back")}<span>{say(words::BACK)}</span></a>
                }.into_any(),
                Lead::Step(back) => view! {
                    <button class="ks-top__lead" type="button" on:click=move |_| back.run(())>{icon("back")}<span>{say(words::BACK)}</span></button>
                }.into_any(),
                Lead::Close(close) => view! {
                    <button class="ks-top__lead" type="button" on:click=move |_| close.run(())>{icon("close")}<span>{say(words::receive::CLOSE)}</span></button>
                }.into_any(),
            }}
            <a class="ks-top__tool" href=help>{icon("help")}<span>{say(words::HELP)}</span></a>
            <Show when=move || session.is_open()>
                <button class="ks-top__tool ks-top__tool--leave" type="button"
                    on:click=move |_| { session.lock(); place::go("#/"); }>
                    {icon("lock")}<span>{say(words::LOCK)}</span>
                </button>
            </Show>
        </header>
        <main class=class>{children()}</main>
    }
}
