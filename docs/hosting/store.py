"""A bucket behind a CDN, as small as can be, for check.sh: python3 store.py FOLDER headers.json PORT CERT KEY"""
import http.server, json, os, ssl, sys

folder, policy, port, cert, key = sys.argv[1:]
POLICY = json.load(open(policy, encoding="utf-8"))


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.split("?")[0].lstrip("/") or "index.html"
        path = os.path.join(folder, name)
        # As a bucket that nobody may list: what is absent is not told from what is closed.
        if ".." in name or name.endswith(".said") or not os.path.isfile(path):
            return self.send_error(403)
        content = open(path, "rb").read()
        self.send_response(200)
        for line in open(path + ".said", encoding="utf-8"):
            self.send_header(*line.rstrip("\n").split(": ", 1))
        for header, value in POLICY[name if name in POLICY else "every file but open.html"].items():
            self.send_header(header, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    do_HEAD = do_GET

    def do_POST(self):
        self.send_error(405)

    def log_message(self, *args):
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(cert, key)
server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Handler)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
