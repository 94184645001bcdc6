"""Shows ステップノート on this machine alone, without internet: python3 serve.py [port]"""
import http.server, os, sys, threading, webbrowser

KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
         ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json"}
ALWAYS = {"Cache-Control": "no-cache", "Content-Security-Policy": "frame-ancestors 'none'", "Referrer-Policy": "no-referrer",
          "Permissions-Policy": "camera=(self), microphone=(), geolocation=()", "X-Content-Type-Options": "nosniff"}


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = KINDS | {"": "application/octet-stream"}

    def __init__(self, *args):
        super().__init__(*args, directory=os.path.join(os.path.dirname(os.path.abspath(__file__)), "dist"))

    def end_headers(self):
        for name, value in ALWAYS.items():
            self.send_header(name, value)
        super().end_headers()

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
