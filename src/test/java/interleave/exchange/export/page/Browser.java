package interleave.exchange.export.page;

import interleave.app.command.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real browser, driven by its own protocol. */
public final class Browser implements AutoCloseable {
  /** Of all elements with words, the least contrast with what is behind them. */
  public static final String LEAST_CONTRAST =
      """
      (() => {
        const parts = c => c.match(/[0-9.]+/g).map(Number);
        const light = c => { const [r, g, b] = parts(c).map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
        const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
          if (parts(c).length < 4 || parts(c)[3] > 0) return c; } return 'rgb(255, 255, 255)'; };
        return Math.min(...[...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => { const a = light(getComputedStyle(e).color), b = light(ground(e));
            return Math.max(a, b) / Math.min(a, b); }));
      })()
      """;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private int last;
  private String session = "";

  /** The one of this machine, if there is one. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser(Path program, Path folder) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address()), new Answers())
            .get();
    String target = text(ask("Target.createTarget", "\"url\":\"about:blank\""), "targetId");
    session =
        text(
            ask("Target.attachToTarget", "\"flatten\":true,\"targetId\":\"" + target + "\""),
            "sessionId");
    ask("Page.enable", "");
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
      text.append(data);
      if (whole) {
        answers.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }

  private String address() throws IOException {
    BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      int at = line.indexOf("ws://");
      if (at >= 0) {
        Thread.ofVirtual().start(() -> drain(said)); // so that it never fills
        return line.substring(at).strip();
      }
    }
    throw new IOException("the browser ended");
  }

  private static void drain(BufferedReader said) {
    try {
      while (said.readLine() != null) {
        // nobody wants to know
      }
    } catch (IOException _) {
      // the browser was ended meanwhile
    }
  }

  private Map<String, Object> ask(String method, String parameters) throws Exception {
    int id = ++last;
    String within = session.isEmpty() ? "" : "\"sessionId\":\"" + session + "\",";
    socket
        .sendText(
            "{\"id\":"
                + id
                + ","
                + within
                + "\"method\":\""
                + method
                + "\",\"params\":{"
                + parameters
                + "}}",
            true)
        .get();
    while (true) {
      Map<String, Object> answer = JsonTree.read(answers.take());
      if (answer.get("id") instanceof Long known && known == id) {
        if (answer.get("error") != null) {
          throw new IOException(answer.toString());
        }
        return (Map<String, Object>) answer.get("result");
      }
    }
  }

  private static String text(Map<String, Object> of, String name) {
    return String.valueOf(of.get(name));
  }

  /** Opens a page and waits until its picture is there. */
  public void open(Path page, String hash) throws Exception {
    ask("Page.navigate", "\"url\":\"about:blank\"");
    ask("Page.navigate", "\"url\":\"" + page.toUri() + "#" + hash + "\"");
    while (!isReady(page)) {
      // The page that was there before may be gone while it is asked.
    }
  }

  private boolean isReady(Path page) throws Exception {
    String name = page.getFileName().toString();
    String ready =
        "location.href.includes('%s') && document.documentElement?.dataset.ready === 'true'";
    try {
      return run("new Promise(done => setTimeout(() => done("
              + ready.formatted(name)
              + "), 20)).then(it => it && new Promise(done => requestAnimationFrame("
              + "() => requestAnimationFrame(() => done(true)))))")
          .equals("true");
    } catch (IOException e) {
      return false;
    }
  }

  /** What an expression comes to, as a text; a promise is awaited. */
  public String run(String script) throws Exception {
    String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    Map<String, Object> answer =
        ask(
            "Runtime.evaluate",
            "\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + quoted + "\"");
    if (answer.get("exceptionDetails") != null) {
      throw new AssertionError(script + ": " + answer.get("exceptionDetails"));
    }
    return String.valueOf(JsonTree.map(answer, "result").get("value"));
  }

  /** Presses keys on the picture, one after the other, and waits until that is drawn. */
  public String press(String... keys) throws Exception {
    for (String key : keys) {
      run(
          "document.getElementById('picture').dispatchEvent(new KeyboardEvent('keydown', {key: '"
              + key
              + "', bubbles: true}))");
    }
    return run(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>"
            + " done(document.getElementById('sentence').textContent))))");
  }

  /** Fingers at those places, x and y in turn. */
  public void touch(String what, double... places) throws Exception {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < places.length; i += 2) {
      points.append(i == 0 ? "" : ",").append("{\"x\":").append(places[i]).append(",\"y\":");
      points.append(places[i + 1]).append(",\"id\":").append(i / 2).append('}');
    }
    ask("Input.dispatchTouchEvent", "\"type\":\"" + what + "\",\"touchPoints\":[" + points + "]");
  }

  /** The page on paper, as PDF. */
  public byte[] print() throws Exception {
    Map<String, Object> printed = ask("Page.printToPDF", "\"printBackground\":true");
    return Base64.getDecoder().decode(text(printed, "data"));
  }

  /** What an expression comes to within the only frame of the page, once its picture is there. */
  public String inFrame(String script) throws Exception {
    String outer = session;
    session = "";
    String frame = frame();
    while (frame.isEmpty()) {
      frame = frame(); // it is loaded beside the page that it is in
    }
    session =
        text(
            ask("Target.attachToTarget", "\"flatten\":true,\"targetId\":\"" + frame + "\""),
            "sessionId");
    try {
      return run(
          "new Promise(done => { const look = () => document.documentElement?.dataset.ready ==="
              + " 'true' ? done(true) : setTimeout(look, 10); look(); }).then(() => new Promise("
              + "done => requestAnimationFrame(() => requestAnimationFrame(() => done("
              + script
              + ")))))");
    } finally {
      session = outer;
    }
  }

  private String frame() throws Exception {
    for (Object each : (List<?>) ask("Target.getTargets", "").get("targetInfos")) {
      if (each instanceof Map<?, ?> target && "iframe".equals(target.get("type"))) {
        return String.valueOf(target.get("targetId"));
      }
    }
    return "";
  }

  @Override
  public void close() throws InterruptedException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor();
  }
}
