//! What a page of Chromium has in its memory, asked of its own inspector: the heap of its scripts, after everything that
//! nobody holds any more was collected.

use serde_json::{Value, json};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    time::Duration,
};

/// No answer takes longer.
const PATIENCE: Duration = Duration::from_mins(1);

/// Everything in the heap of the page at this address, as the inspector writes it down: JSON with every string in it.
pub fn heap_of(profile: &Path, address: &str) -> String {
    let port = fs::read_to_string(profile.join("DevToolsActivePort"))
        .expect("Chromium names its port there");
    let port = port.lines().next().unwrap();
    let mut pages = request(port, "GET /json/list HTTP/1.1\r\n");
    // It stays open after the answer; who reads to its end waits in vain.
    let head = head_from(&mut pages).to_ascii_lowercase();
    let length = head.split_once("content-length:").expect("a length").1;
    let length: usize = length.lines().next().unwrap().trim().parse().unwrap();
    let mut listed = vec![0; length];
    pages.read_exact(&mut listed).unwrap();
    let listed: Value = serde_json::from_slice(&listed).unwrap();
    let page = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|page| page["url"].as_str().unwrap().starts_with(address));
    let door = page.expect("that page is open")["webSocketDebuggerUrl"]
        .as_str()
        .unwrap();
    let path = door.split_once(port).unwrap().1;
    let upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c3RlcG5vdGUgam91cm5leQ==\r\n";
    let mut socket = request(port, &format!("GET {path} HTTP/1.1\r\n{upgrade}"));
    head_from(&mut socket);
    // What nobody holds is collected only when it is asked for twice: the first makes more of it.
    for id in 1..=2 {
        say(
            &mut socket,
            &json!({ "id": id, "method": "HeapProfiler.collectGarbage" }),
        );
        while hear(&mut socket)["id"] != id {}
    }
    say(
        &mut socket,
        &json!({ "id": 3, "method": "HeapProfiler.takeHeapSnapshot", "params": { "reportProgress": false } }),
    );
    let mut heap = String::new();
    loop {
        let heard = hear(&mut socket);
        if heard["id"] == 3 {
            return heap;
        }
        heap.push_str(heard["params"]["chunk"].as_str().unwrap_or_default());
    }
}

fn request(port: &str, first: &str) -> TcpStream {
    let mut socket = TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(socket, "{first}Host: 127.0.0.1:{port}\r\n\r\n").unwrap();
    socket
}

/// The head of an answer, and nothing of what follows.
fn head_from(socket: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        socket.read_exact(&mut byte).unwrap();
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// One text, as a client sends it (RFC 6455); the mask is nothing but noughts.
fn say(socket: &mut TcpStream, what: &Value) {
    let text = what.to_string();
    let length = u16::try_from(text.len()).unwrap();
    let mut frame = vec![0x81, 0x80 | 0x7E];
    frame.extend(length.to_be_bytes());
    frame.extend([0; 4]);
    frame.extend(text.bytes());
    socket.write_all(&frame).unwrap();
}

/// One text of the other side, in however many pieces it comes.
fn hear(socket: &mut TcpStream) -> Value {
    let mut text = Vec::new();
    loop {
        let mut head = [0; 2];
        socket.read_exact(&mut head).unwrap();
        let mut long = [0; 8];
        let length = match head[1] & 0x7f {
            126 => {
                socket.read_exact(&mut long[6..]).unwrap();
                u64::from_be_bytes(long)
            }
            127 => {
                socket.read_exact(&mut long).unwrap();
                u64::from_be_bytes(long)
            }
            short => u64::from(short),
        };
        let mut piece = vec![0; usize::try_from(length).unwrap()];
        socket.read_exact(&mut piece).unwrap();
        text.append(&mut piece);
        if head[0] & 0x80 != 0 {
            return serde_json::from_slice(&text).unwrap();
        }
    }
}
