//! Elements, built one by one: the whole page is made of [`El`].
//!
//! Signals, effects and owners are Leptos'. Its typed views are not used: with them every screen
//! becomes a type of its own, and these few screens weighed 206 kB gzipped where the budget of the
//! whole first load is 205. One concrete type, plain calls and boxed closures say the same in a
//! fraction of that, and with the same upkeep: what was made inside a part that is built anew is
//! cleaned up with it (signals, effects, listeners).
//!
//! Only text nodes and attributes are written, never markup: there is no way from a string to HTML.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, Node,
};

/// An element of the page, with what is in it.
#[derive(Clone)]
pub struct El(Element);

/// An HTML element.
pub fn el(tag: &str) -> El {
    made(document().create_element(tag))
}

/// An SVG element.
pub fn svg(tag: &str) -> El {
    made(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag))
}

fn made(element: Result<Element, JsValue>) -> El {
    // Tags are our own constants; a browser that refuses one has nothing to show either.
    El(element.expect("a tag the browser knows"))
}

impl El {
    /// The element that is already on the page under an id.
    pub fn standing(id: &str) -> Option<El> {
        document().get_element_by_id(id).map(El)
    }

    /// The element as what Leptos can be mounted in.
    pub fn html(&self) -> Option<HtmlElement> {
        self.cast()
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> El {
        set(&self.0, name, Some(value));
        self
    }

    /// Sets an attribute if there is a value.
    pub fn attr_if(self, name: &str, value: Option<&str>) -> El {
        set(&self.0, name, value);
        self
    }

    /// Sets the classes.
    pub fn class(self, names: &str) -> El {
        self.attr("class", names)
    }

    /// Sets one property of its style; the policy of the page allows no style attribute.
    pub fn style(self, property: &str, value: &str) -> El {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(property, value);
        }
        self
    }

    /// Names the element on its page.
    pub fn id(self, id: &str) -> El {
        self.attr("id", id)
    }

    /// Adds words.
    pub fn text(self, words: &str) -> El {
        append(&self.0, &document().create_text_node(words));
        self
    }

    /// Adds an element.
    #[expect(
        clippy::should_implement_trait,
        reason = "an element is put in, nothing is summed up"
    )]
    pub fn add(self, child: El) -> El {
        append(&self.0, &child.0);
        self
    }

    /// Adds an element if there is one.
    pub fn maybe(self, child: Option<El>) -> El {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn all(self, children: Vec<El>) -> El {
        children.into_iter().fold(self, El::add)
    }

    /// Sets what stands in a field now and whenever a signal read here changes. Only for what is
    /// written from elsewhere: a field is never written while somebody types in it.
    pub fn showing(self, value: impl Fn() -> String + 'static) -> El {
        follow_value(&self.0, Box::new(value));
        self
    }

    /// Does something when an event happens, as long as the part of the page it was made in stands.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> El {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// What is typed here stays here: aids to spelling and writing, translation and autofill of some
    /// browsers send the text of a field out.
    pub fn kept_here(self) -> El {
        self.attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("translate", "no")
            .attr("writingsuggestions", "false")
    }

    /// Enter that confirms what an input method offers does nothing else here. Safari sends it after
    /// the composition has ended, told apart only by its old key code.
    pub fn deaf_to_candidates(self) -> El {
        self.on("keydown", |event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>()
                && key.key() == "Enter"
                && (key.is_composing() || key.key_code() == 229)
            {
                event.prevent_default();
            }
        })
    }

    /// Words that follow the signals they are made of.
    pub fn words(self, words: impl Fn() -> String + 'static) -> El {
        follow_words(&self.0, Box::new(words));
        self
    }

    /// An attribute that follows the signals it is made of; `None` takes it away.
    pub fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        follow_attr(&self.0, name, Box::new(value));
        self
    }

    /// Hidden while this holds.
    pub fn hidden_while(self, hidden: impl Fn() -> bool + 'static) -> El {
        self.attr_of("hidden", move || hidden().then(String::new))
    }

    /// Ticked while this holds.
    pub fn ticked_while(self, ticked: impl Fn() -> bool + 'static) -> El {
        follow_tick(&self.0, Box::new(ticked));
        self
    }

    /// A part that is built anew whenever a signal it reads while being built changes.
    pub fn part(self, build: impl Fn() -> Vec<El> + 'static) -> El {
        part(&self.0, Box::new(build));
        self
    }

    /// A part of one element, or none.
    pub fn when(self, build: impl Fn() -> Option<El> + 'static) -> El {
        when(&self.0, Box::new(build));
        self
    }

    /// A list whose entries stay as they are while others come, go or move. `keys` is followed;
    /// an entry is built once for its key.
    pub fn each(
        self,
        keys: impl Fn() -> Vec<u32> + 'static,
        build: impl Fn(u32) -> El + 'static,
    ) -> El {
        each(&self.0, Box::new(keys), Box::new(build));
        self
    }

    /// Takes away everything that is in it.
    pub fn emptied(self) -> El {
        self.0.set_text_content(None);
        self
    }

    /// The element as a more special one, for the doors of this half.
    pub(super) fn cast<T: JsCast>(&self) -> Option<T> {
        self.0.clone().dyn_into().ok()
    }
}

/// What stands in the field an event comes from.
pub fn value_of(event: &Event) -> String {
    event_target_value(event)
}

/// Whether the box an event comes from is ticked.
pub fn ticked(event: &Event) -> bool {
    event_target_checked(event)
}

/// Whether the `details` an event comes from stands open.
pub fn unfolded(event: &Event) -> bool {
    let target = event.target();
    target.is_some_and(|target| {
        target
            .dyn_ref::<Element>()
            .is_some_and(|details| details.has_attribute("open"))
    })
}

fn set(element: &Element, name: &str, value: Option<&str>) {
    // Names are our own constants.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn append(to: &Node, child: &Node) {
    let _ = to.append_child(child);
}

/// Keeps something until the part it was made in is cleaned up.
fn keep<T: 'static>(thing: T) {
    let _ = StoredValue::new_local(thing);
}

fn listen(element: &Element, event: &str, mut act: Box<dyn FnMut(Event)>) {
    // Events come from nowhere; what they do belongs to the part of the page they happen in.
    let owner = Owner::current().unwrap_or_default();
    let act = Box::new(move |event| owner.with(|| untrack(|| act(event))));
    let closure = Closure::wrap(act as Box<dyn FnMut(Event)>);
    let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    keep(closure);
}

/// Runs now, and again whenever a signal it read changes.
fn follow(act: Box<dyn Fn()>) {
    keep(RenderEffect::new(move |_: Option<()>| act()));
}

// The bodies stand here once, not once for every closure.

fn follow_words(element: &Element, words: Box<dyn Fn() -> String>) {
    let node = document().create_text_node("");
    append(element, &node);
    follow(Box::new(move || {
        let words = words();
        // What stands there already is not read out again.
        if node.data() != words {
            node.set_data(&words);
        }
    }));
}

fn follow_value(field: &Element, value: Box<dyn Fn() -> String>) {
    let field = field.clone();
    follow(Box::new(move || {
        let value = value();
        // Writing the same again would move the caret.
        if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
            if field.value() != value {
                field.set_value(&value);
            }
        } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>()
            && field.value() != value
        {
            field.set_value(&value);
        }
    }));
}

fn follow_attr(element: &Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let element = element.clone();
    follow(Box::new(move || set(&element, name, value().as_deref())));
}

fn follow_tick(element: &Element, ticked: Box<dyn Fn() -> bool>) {
    let element = element.clone();
    follow(Box::new(move || {
        if let Some(field) = element.dyn_ref::<HtmlInputElement>() {
            field.set_checked(ticked());
        }
    }));
}

fn part(parent: &Element, build: Box<dyn Fn() -> Vec<El>>) {
    // Where the part stands: the others come and go before it.
    let end: Node = document().create_text_node("").into();
    append(parent, &end);
    keep(RenderEffect::new(move |before: Option<Vec<El>>| {
        before.into_iter().flatten().for_each(|el| el.0.remove());
        let made = build();
        for el in &made {
            insert(el, &end);
        }
        made
    }));
}

fn when(parent: &Element, build: Box<dyn Fn() -> Option<El>>) {
    part(parent, Box::new(move || build().into_iter().collect()));
}

fn insert(el: &El, before: &Node) {
    if let Some(parent) = before.parent_node() {
        let _ = parent.insert_before(&el.0, Some(before));
    }
}

struct Entry {
    key: u32,
    el: El,
    owner: Owner,
}

fn each(parent: &Element, keys: Box<dyn Fn() -> Vec<u32>>, build: Box<dyn Fn(u32) -> El>) {
    let end: Node = document().create_text_node("").into();
    append(parent, &end);
    // Entries outlive a change of the list, so each has an owner of its own beside the effect's.
    let outside = Owner::current().unwrap_or_default();
    keep(RenderEffect::new(move |before: Option<Vec<Entry>>| {
        let mut before = before.unwrap_or_default();
        let mut now = Vec::new();
        for key in keys() {
            let known = before.iter().position(|entry| entry.key == key);
            now.push(match known {
                Some(at) => before.swap_remove(at),
                None => {
                    let owner = outside.with(Owner::new);
                    let el = owner.with(|| untrack(|| build(key)));
                    Entry { key, el, owner }
                }
            });
        }
        for gone in before {
            gone.el.0.remove();
            gone.owner.cleanup();
        }
        // Only what is not in its place is moved: moving a field takes its focus away.
        let mut next = end.clone();
        for entry in now.iter().rev() {
            let node: &Node = &entry.el.0;
            if node.next_sibling().as_ref() != Some(&next) {
                insert(&entry.el, &next);
            }
            next = node.clone();
        }
        now
    }));
}
