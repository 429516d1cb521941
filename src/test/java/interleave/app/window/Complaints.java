package interleave.app.window;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What is complained of in the log while the window is used: style sheets by JavaFX, panes that
 * failed by the window itself. A user would see it on the console.
 */
final class Complaints extends Handler implements AutoCloseable {
  private static final Logger ALL = Logger.getLogger("");

  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** Listens until it is closed. */
  static Complaints listen() {
    Complaints complaints = new Complaints();
    ALL.addHandler(complaints);
    return complaints;
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  /** Only what is complained of from now on counts. */
  void forget() {
    heard.clear();
  }

  @Override
  public void publish(LogRecord complaint) {
    boolean loud = complaint.getLevel().intValue() >= Level.WARNING.intValue();
    // Tests run on the class path, which JavaFX minds and the program does not do.
    if (loud && !complaint.getMessage().startsWith("Unsupported JavaFX configuration")) {
      Throwable thrown = complaint.getThrown();
      heard.add(complaint.getMessage() + (thrown == null ? "" : ": " + thrown));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ALL.removeHandler(this);
  }
}
