package interleave.view.keys;

/** Everything that can be asked of the window by a key, a button or the palette. */
public enum Command {
  RUN("Run the chosen program", "Ctrl+R", "F5"),
  STOP("Stop the program", "Shift+F5"),
  PLAY_OR_PAUSE("Play or pause the playhead", "Space"),
  STEP("Step to the next event", "Ctrl+."),
  STEP_BACK("Step back to the event before", "Ctrl+,"),
  LIVE("Back to live, or to the end", "End"),
  BEGINNING("Playhead to the beginning", "Home"),
  FASTER("Replay faster", "Ctrl+Up"),
  SLOWER("Replay slower", "Ctrl+Down"),
  FIND("Find a scenario", "Ctrl+F"),
  PALETTE("Command palette", "Ctrl+K"),
  BACK("Back to the thing selected before", "Alt+Left"),
  FORTH("Forth again", "Alt+Right"),
  NEXT_LOST("Next lost update", "Ctrl+L"),
  PREVIOUS_LOST("Previous lost update", "Ctrl+Shift+L"),
  RUN_PROGRAM("Run a program of your own…", "Ctrl+P"),
  OPEN("Open a recording…", "Ctrl+O"),
  SAVE("Save the recording…", "Ctrl+S"),
  COPY_TIMELINE("Copy a picture of the timeline", "Ctrl+Shift+C"),
  SNAPSHOT_TIMELINE("Save a picture of the timeline…"),
  SNAPSHOT_WINDOW("Save a picture of the window…"),
  FIT_ALL("Show the whole run", "Ctrl+0"),
  THEME("Light or dark", "Ctrl+T"),
  GALLERY("Show or hide the gallery", "Ctrl+B"),
  INSPECTOR("Show or hide the inspector", "Ctrl+I"),
  STAGE("Show or hide the stage", "Ctrl+G"),
  SOURCE("Show the source", "Ctrl+1"),
  PYTHON("Show the Python original", "Ctrl+2"),
  CONSOLE("Show the console", "Ctrl+3"),
  EVENTS("Show the events", "Ctrl+4"),
  STATISTICS("Show the statistics", "Ctrl+5"),
  NOTES("Show what tracers and reader had to say"),
  NEXT_PANE("Move to the next pane", "F6"),
  PREVIOUS_PANE("Move to the pane before", "Shift+F6"),
  KEYS("Show the keys", "?");

  private final String title;
  private final java.util.List<String> keys;

  Command(String title, String... keys) {
    this.title = title;
    this.keys = java.util.List.of(keys);
  }

  /** As in the palette. */
  public String title() {
    return title;
  }

  /** The strokes that mean it, written as one would say them; may be none. */
  public java.util.List<String> keys() {
    return keys;
  }
}
