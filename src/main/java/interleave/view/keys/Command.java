package interleave.view.keys;

import interleave.words.Words;

/** Everything that can be asked of the window by a key, a button or the palette. */
public enum Command {
  RUN("Ctrl+R", "F5"),
  STOP("Shift+F5"),
  IN_JAVA("Ctrl+J"),
  IN_PYTHON("Ctrl+Y"),
  INTERPRETER("Ctrl+Shift+Y"),
  OBSERVE,
  ADD_WORKER,
  PLAY_OR_PAUSE("Space"),
  STEP("Ctrl+."),
  STEP_BACK("Ctrl+,"),
  LIVE("End"),
  BEGINNING("Home"),
  FASTER("Ctrl+Up"),
  SLOWER("Ctrl+Down"),
  FIND("Ctrl+F"),
  FIND_NEXT("F3"),
  FIND_PREVIOUS("Shift+F3"),
  FIND_SCENARIO("Ctrl+Shift+F"),
  PALETTE("Ctrl+K"),
  BACK("Alt+Left"),
  FORTH("Alt+Right"),
  NEXT_LOST("Ctrl+L"),
  PREVIOUS_LOST("Ctrl+Shift+L"),
  RUN_PROGRAM("Ctrl+P"),
  OPEN("Ctrl+O"),
  PASTE("Ctrl+V"),
  SAVE("Ctrl+S"),
  EXPORT("Ctrl+E"),
  MERGE,
  COMPARE("Ctrl+D"),
  COMPARE_WITH,
  LABORATORY("Ctrl+Shift+E"),
  KEEP_SOURCES,
  FIGURE("Ctrl+Shift+G"),
  WORKSHEET("Ctrl+Shift+H"),
  COPY_TIMELINE("Ctrl+Shift+C"),
  SNAPSHOT_TIMELINE,
  SNAPSHOT_WINDOW,
  FIT_ALL("Ctrl+0"),
  CRITICAL_PATH("Ctrl+Shift+K"),
  WAITS_HERE("Ctrl+Shift+W"),
  MARK_NOTE("Ctrl+M"),
  RANGE_OF_SELECTION("Ctrl+Shift+A"),
  RANGE_OF_MARKS("Ctrl+Shift+M"),
  ZOOM_TO_RANGE("Ctrl+Shift+Z"),
  SNAPSHOT_RANGE,
  SAVE_FIGURES,
  FRAMES("Ctrl+Shift+P"),
  TEACHER("Ctrl+Shift+S"),
  SPEAKER("Ctrl+Shift+N"),
  UNCOVER("Ctrl+U"),
  LARGER("Ctrl+="),
  SMALLER("Ctrl+-"),
  THEME("Ctrl+T"),
  LANGUAGE("Ctrl+Shift+T"),
  GALLERY("Ctrl+B"),
  INSPECTOR("Ctrl+I"),
  STAGE("Ctrl+G"),
  PAGES("Ctrl+Shift+B"),
  MAXIMISE("F11"),
  MAXIMISE_PAGES("Shift+F11"),
  MAXIMISE_STAGE("Ctrl+F11"),
  RESET_PANES,
  ARROWS,
  ORDER,
  LEGEND,
  GIL,
  JVM_START,
  SOURCE("Ctrl+1"),
  OTHER_SOURCE("Ctrl+2"),
  EXERCISE("Ctrl+7"),
  CONSOLE("Ctrl+3"),
  EVENTS("Ctrl+4"),
  STATISTICS("Ctrl+5"),
  WHERE_TIME_GOES("Ctrl+6"),
  SAMPLE,
  NOTES,
  RECOVER,
  NEXT_PANE("F6"),
  PREVIOUS_PANE("Shift+F6"),
  KEYS("?");

  private static final Words WORDS = Words.of("view/keys");

  private final java.util.List<String> keys;

  Command(String... keys) {
    this.keys = java.util.List.of(keys);
  }

  /** What it is called, such as in the palette. */
  public String title() {
    return WORDS.get("command." + name());
  }

  /** The strokes that mean it, written as one would say them; may be none. */
  public java.util.List<String> keys() {
    return keys;
  }
}
