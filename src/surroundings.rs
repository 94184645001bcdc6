//! Where the app was opened: in a browser of its own, or in the small one inside another app, which
//! forgets. Told by what the browser says of itself.

/// Where the app stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surroundings {
    /// A browser, or the app on a home screen.
    Plain,
    /// Inside another app. What is written there may be gone when that is closed.
    Inside(Inside),
    /// A tab on an iPhone or iPad: what is kept goes after seven days without a visit.
    AppleTab,
}

/// Apps that open links in a small browser of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// LINE; it leaves its browser when the address says `openExternalBrowser=1`.
    Line,
    /// Any other.
    Other,
}

/// What these apps write into the name of their browser.
const OTHERS: [&str; 11] = [
    "Instagram",
    "FBAN/",
    "FBAV/",
    "FB_IAB/",
    "Twitter",
    "musical_ly",
    "BytedanceWebview",
    "KAKAOTALK",
    "MicroMessenger",
    "YJApp",
    "; wv)",
];

impl Surroundings {
    /// What follows from the browser's name for itself (`navigator.userAgent`), from whether the app
    /// was opened from the home screen, and from how many fingers the screen tells apart: an iPad
    /// says that it is a Mac, but no Mac has a touch screen.
    pub fn told_by(user_agent: &str, from_home_screen: bool, fingers: u32) -> Surroundings {
        if user_agent.contains(" Line/") {
            return Surroundings::Inside(Inside::Line);
        }
        if OTHERS.iter().any(|name| user_agent.contains(name)) {
            return Surroundings::Inside(Inside::Other);
        }
        let mac = user_agent.contains("Macintosh") && user_agent.contains("Safari/") && fingers > 1;
        let apple = ["iPhone", "iPad", "iPod"]
            .iter()
            .any(|name| user_agent.contains(name))
            || mac;
        if apple && !from_home_screen {
            return Surroundings::AppleTab;
        }
        Surroundings::Plain
    }
}
