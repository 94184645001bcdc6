//! Programs that a journey starts, and ends with all they started.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A process with everything it started in its group, ended together.
#[derive(Debug)]
pub struct Group(Child);

impl Group {
    pub fn start(command: &mut Command) -> Self {
        Self(
            command
                .process_group(0)
                .spawn()
                .unwrap_or_else(|why| panic!("{command:?}: {why}")),
        )
    }

    /// Ends it with all that descends from it, whichever group that has put itself in, in one breath.
    pub fn kill_all(&self) {
        let mut all = vec![self.0.id()];
        let mut at = 0;
        let parents = parents();
        while let Some(parent) = all.get(at).copied() {
            let children = parents.iter().filter(|(_, of)| *of == parent);
            all.extend(children.map(|(id, _)| *id));
            at += 1;
        }
        let ids = all.iter().map(u32::to_string);
        let _ = Command::new("kill")
            .arg("-9")
            .args(ids)
            .stderr(Stdio::null())
            .status();
    }

    fn signal(&self, name: &str) {
        let _ = Command::new("sh")
            .args([
                "-c",
                &format!("kill -s {name} -- -{} 2>/dev/null", self.0.id()),
            ])
            .status();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.signal("TERM");
        let begun = Instant::now();
        while matches!(self.0.try_wait(), Ok(None)) && begun.elapsed() < Duration::from_secs(3) {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.signal("KILL");
        let _ = self.0.wait();
    }
}

/// Every process of this machine, and whose child it is.
fn parents() -> Vec<(u32, u32)> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    all.filter_map(|entry| {
        let id = entry.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        // The name in parentheses may hold anything.
        let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?;
        Some((id, parent.parse().ok()?))
    })
    .collect()
}

/// Xvfb chooses a free number itself, which `xvfb-run -a` does not do without a race.
pub fn start_display() -> (Group, String) {
    let mut screen = Group::start(
        Command::new(tool("Xvfb"))
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x2400x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut number = String::new();
    BufReader::new(screen.0.stdout.as_mut().unwrap())
        .read_line(&mut number)
        .unwrap();
    (screen, format!(":{}", number.trim()))
}

pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// Where a program lies: on PATH, else among the tools that `scripts/setup` keeps.
pub fn tool(name: &str) -> PathBuf {
    let cache = std::env::var_os("STEPNOTE_CACHE").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/stepnote"),
        PathBuf::from,
    );
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain([cache.join("tools/bin")])
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .unwrap_or_else(|| panic!("{name} is missing: run ./scripts/setup test"))
}
