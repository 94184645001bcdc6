//! One person's own folder, with all that her browser is told by files.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// A folder of one person's own: profile, downloads, the driver's words. Removed on drop.
#[derive(Debug)]
pub struct Home(PathBuf);

impl Home {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("stepnote-journey-{}-{number}", std::process::id()));
        for folder in ["profile/chrome", "downloads", ".config"] {
            fs::create_dir_all(path.join(folder)).unwrap();
        }
        // WebKitGTK reads its download folder from here and nowhere else.
        fs::write(
            path.join(".config/user-dirs.dirs"),
            "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n",
        )
        .unwrap();
        // Firefox windows are otherwise never as narrow as a phone.
        fs::create_dir_all(path.join(".config/gtk-3.0")).unwrap();
        fs::write(
            path.join(".config/gtk-3.0/gtk.css"),
            "* { min-width: 0; min-height: 0; padding: 0; margin: 0; }\n",
        )
        .unwrap();
        fs::write(
            path.join("profile/chrome/userChrome.css"),
            ":root, body { min-width: 0 !important; }\n",
        )
        .unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    /// Everything driver and browser wrote to their terminal, page consoles of Firefox and WebKit included.
    pub fn driver_words(&self) -> String {
        fs::read(self.0.join("driver.log"))
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
