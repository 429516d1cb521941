package interleave.worker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody says who works for a run or wants to, at first and every few seconds.
 *
 * @param id random, by which it is told apart and answered
 * @param host what its machine calls itself
 * @param pid of the process that starts the workers
 * @param workers how many there are or are to be
 * @param leaving whether it is the last that it says
 */
record Greeting(String id, String host, long pid, int workers, boolean leaving) {
  /** The queue that all of them go to. */
  static final String QUEUE = "interleave.workers";

  static final int MOST_WORKERS = 256;
  private static final int LONGEST_HOST = 255;

  Greeting {
    host = host.strip();
    host = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
  }

  Greeting goodbye() {
    return new Greeting(id, host, pid, workers, true);
  }

  /** The queue by which it is answered. */
  String answers() {
    return QUEUE + "." + id;
  }

  String text() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("host", host);
    values.put("pid", Long.toString(pid));
    values.put("workers", Integer.toString(workers));
    values.put("leaving", Boolean.toString(leaving));
    return Lines.text(values);
  }

  static Greeting parse(String text) throws RefusedMessageException {
    Map<String, String> values = Lines.parse(text);
    String id = Lines.value(values, "id");
    if (!id.matches("[0-9a-f]{16}")) {
      throw new RefusedMessageException("id is none.");
    }
    return new Greeting(
        id,
        Lines.value(values, "host"),
        Lines.number(values, "pid", 0, Long.MAX_VALUE),
        (int) Lines.number(values, "workers", 1, MOST_WORKERS),
        Lines.value(values, "leaving").equals("true"));
  }
}
