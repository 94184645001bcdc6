//! What the browser itself tells a screen reader of the page: the role and the name it has reckoned.

use crate::{person::Person, place::squeeze};
use thirtyfour::{
    WebDriver, WebElement,
    common::{
        command::{Command, FormatRequestData},
        requestdata::RequestData,
        types::SessionId,
    },
    error::WebDriverResult,
};

/// Everything that can be pressed, written in or chosen, what holds it together, and every heading.
const CONTROLS: &str = "const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    const here = modal ? [modal, ...modal.querySelectorAll('*')] : [...document.body.querySelectorAll('*')];
    const told = 'h1,h2,a[href],button,summary,input,textarea,select,fieldset,dialog,[role=group],[role=radiogroup],[tabindex=\"0\"]';
    return here.filter(one => one.matches(told) && one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]'));";

/// What has no role of its own, and what it is called here.
const ROLELESS: &str = "return arguments[0].map(one => one.matches('summary') ? 'summary' : one.matches('[type=password]') ? 'password' : null)";

/// The WebDriver commands that the library has no word for.
#[derive(Debug)]
struct Reckoned<'a> {
    element: &'a WebElement,
    what: &'static str,
}

impl FormatRequestData for Reckoned<'_> {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let mut request =
            Command::GetElementText(self.element.element_id()).format_request(session);
        let of_element = request.uri.strip_suffix("text").unwrap_or_default();
        request.uri = [of_element, self.what].concat().into();
        request
    }
}

/// What the browser calls an element.
pub async fn name_of(session: &WebDriver, element: &WebElement) -> WebDriverResult<String> {
    let what = "computedlabel";
    let name: String = session
        .handle()
        .cmd(Reckoned { element, what })
        .await?
        .value()?;
    Ok(squeeze(&name))
}

impl Person {
    /// Role and name of every control, group and heading, as the browser tells them; not in WebKit. What opens a fold and
    /// a field of a secret have no role of their own; here they are called `summary` and `password`.
    #[track_caller]
    pub fn hears(&self) -> Vec<(String, String)> {
        self.until("hears what is there", async || {
            let session = self.session();
            let controls = session.execute(CONTROLS, Vec::new()).await?.elements()?;
            let all: Vec<_> = controls
                .iter()
                .map(WebElement::to_json)
                .collect::<Result<_, _>>()?;
            let roleless: Vec<Option<String>> = session
                .execute(ROLELESS, vec![all.into()])
                .await?
                .convert()?;
            let mut heard = Vec::new();
            for (element, roleless) in controls.iter().zip(roleless) {
                let what = "computedrole";
                let role: String = session
                    .handle()
                    .cmd(Reckoned { element, what })
                    .await?
                    .value()?;
                let name = name_of(&session, element).await?;
                heard.push((roleless.unwrap_or(role), name));
            }
            Ok(heard)
        })
    }
}
