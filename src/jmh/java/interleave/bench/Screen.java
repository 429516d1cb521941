package interleave.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A screen to open windows on: that which is there, or one in memory where there is an Xvfb. */
final class Screen implements AutoCloseable {
  private static final String DISPLAY = "DISPLAY";

  private final @Nullable Process server;
  private final @Nullable String name;

  private Screen(@Nullable Process server, @Nullable String name) {
    this.server = server;
    this.name = name;
  }

  static Screen find() throws IOException {
    String there = System.getenv(DISPLAY);
    boolean needed = System.getProperty("os.name").startsWith("Linux");
    if (there != null || !needed) {
      return new Screen(null, there == null ? "" : there);
    }
    Process server;
    try {
      server =
          new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException _) {
      return new Screen(null, null);
    }
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    String number = said.readLine();
    return new Screen(server, number == null ? null : ":" + number);
  }

  boolean missing() {
    return name == null;
  }

  void into(Map<String, String> environment) {
    if (name != null && !name.isEmpty()) {
      environment.put(DISPLAY, name);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
  }
}
