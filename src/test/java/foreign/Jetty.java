package foreign;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Jetty server and its clients. */
public final class Jetty {
  private static final int CLIENTS = 6;
  private static final int REQUESTS = 40;

  /** Answers with what was asked for. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(request.getHttpURI().getPath().endsWith("7") ? 404 : 200);
      Content.Sink.write(
          response, true, "you asked for " + request.getHttpURI().getPath(), callback);
      return true;
    }
  }

  public static void main(String[] args) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    LongAdder found = new LongAdder();
    LongAdder missing = new LongAdder();
    LongAdder length = new LongAdder();
    try (HttpClient http = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int c = 0; c < CLIENTS; c++) {
        clients.submit(
            () -> {
              for (int i = 0; i < REQUESTS; i++) {
                URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/" + i);
                var answer =
                    http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
                (answer.statusCode() == 200 ? found : missing).increment();
                length.add(answer.body().length());
              }
              return null;
            });
      }
    }
    server.stop();
    System.out.println(found + " found, " + missing + " missing, " + length + " characters");
  }
}
