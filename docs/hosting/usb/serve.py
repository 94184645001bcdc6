"""Shows ステップノート on this machine alone, without internet: python3 serve.py [port]"""
import http.server, os, re, sys, threading, webbrowser

KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
         ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json", ".webmanifest": "application/manifest+json"}
ALWAYS = {"Referrer-Policy": "no-referrer", "Permissions-Policy": "camera=(self), microphone=(), geolocation=()", "X-Content-Type-Options": "nosniff",
          "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"}
# A hash that begins with zeros is written without them.
HASHED = re.compile(r"-[0-9a-f]{8,16}(_bg)?\.(js|css|wasm|svg)$")


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = KINDS | {"": "application/octet-stream"}

    def __init__(self, *args):
        super().__init__(*args, directory=os.path.join(os.path.dirname(os.path.abspath(__file__)), "dist"))

    def send_response(self, code, *args):
        self.found = code in (200, 304)
        super().send_response(code, *args)

    def end_headers(self):
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        path = self.path.split("?")[0]
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if self.found and HASHED.search(path) else "no-cache")
        # That page carries a policy of its own.
        if path != "/open.html":
            self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        super().end_headers()

    def do_POST(self):
        self.send_error(405)

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, *args):
        pass


port = int(sys.argv[1]) if len(sys.argv) > 1 else 8180
server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
print(f"ステップノート: http://localhost:{port}/  (Ctrl-C)", flush=True)
if len(sys.argv) < 2:
    threading.Timer(0.5, webbrowser.open, [f"http://localhost:{port}/"]).start()
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
