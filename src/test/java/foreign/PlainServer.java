package foreign;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's own HTTP server, with a virtual thread for each request and for each client. */
public final class PlainServer {
  public static void main(String[] args) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    AtomicInteger served = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          byte[] body = exchange.getRequestURI().getPath().getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.start();
    AtomicInteger bytes = new AtomicInteger();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 100; i < 200; i++) {
        String path = "/page/" + i;
        clients.submit(
            () -> {
              URI page = URI.create("http://localhost:" + server.getAddress().getPort() + path);
              try (InputStream in = page.toURL().openStream()) {
                return bytes.addAndGet(in.readAllBytes().length);
              }
            });
      }
    }
    server.stop(0);
    threads.shutdown();
    System.out.println(served + " served, " + bytes + " bytes");
  }
}
