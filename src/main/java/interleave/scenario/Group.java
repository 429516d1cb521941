package interleave.scenario;

/** Where a scenario stands in the gallery. */
public enum Group {
  PROCESSES,
  THREADS;

  public String title() {
    return Parameter.COMMON.get("group." + name());
  }
}
