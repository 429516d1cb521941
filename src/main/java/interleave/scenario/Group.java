package interleave.scenario;

/** Where a scenario stands in the gallery. */
public enum Group {
  PROCESSES("Processes"),
  THREADS("Threads");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
