//! Programs that a journey starts, and ends with all they started.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
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

/// A screen of its own, and its number. Two that choose a free number by themselves at the same moment may choose the
/// same, and the window of one never opens: each is told a number that no other is told, and says when it is ready.
pub fn start_display() -> (Group, String) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..20 {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let number = 100 + std::process::id().wrapping_mul(31).wrapping_add(count) % 50_000;
        let display = format!(":{number}");
        let mut screen = Group::start(
            Command::new(tool("Xvfb"))
                .args([&display, "-displayfd", "1"])
                .args(["-screen", "0", "1600x2400x24", "-nolisten", "tcp"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut ready = String::new();
        BufReader::new(screen.0.stdout.as_mut().unwrap())
            .read_line(&mut ready)
            .unwrap();
        if ready.trim() == number.to_string() {
            return (screen, display);
        }
    }
    panic!("no screen of twenty could be opened");
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
