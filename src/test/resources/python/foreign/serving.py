"""Servers with threads, and clients of theirs, on the loopback."""

import http.server
import socket
import socketserver
import threading
import urllib.error
import urllib.request


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/hello":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"world")

    def log_message(self, *args):
        print("served", args[0] % args[1:])


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(("127.0.0.1", 0), Upper) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for i in range(3):
        with socket.create_connection(server.server_address) as client:
            client.sendall(b"line %d\nanother\n" % i)
            client.shutdown(socket.SHUT_WR)
            print(b"".join(iter(lambda: client.recv(100), b"")))
    server.shutdown()

with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as pages:
    threading.Thread(target=pages.serve_forever).start()
    address = "http://127.0.0.1:%d" % pages.server_address[1]
    print(urllib.request.urlopen(address + "/hello").read())
    try:
        urllib.request.urlopen(address + "/nowhere")
    except urllib.error.HTTPError as error:
        print(error.code)
    pages.shutdown()
