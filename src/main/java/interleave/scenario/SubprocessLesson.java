package interleave.scenario;

/** How {@code Subprocess} stands in the catalogue. */
final class SubprocessLesson {
  private SubprocessLesson() {}

  static Scenario scenario() {
    return Lesson.of("subprocess", Group.PROCESSES, "Subprocess")
        .script("other_program.py", "odd_program.py")
        .choice("way", "call", "communicate")
        .choice(
            "program", "slowly", "nslookup", "sort", "missing", "fails", "floods", "endless", "own")
        .text("command", "echo hello", 400)
        .text("input", "set q=mx\\npython.org\\nexit\\n", 400)
        .seconds("patience", "10", 0.1, 60)
        .tryThis("nslookup", "program=nslookup")
        .tryThis("communicate", "way=communicate", "program=sort", "input=pear\\napple\\nfig\\n")
        .tryThis("missing", "program=missing")
        .tryThis("fails", "program=fails", "way=communicate")
        .tryThis("floods", "program=floods", "way=communicate")
        .tryThis("endless", "program=endless", "patience=1.5")
        .question("most", "half", "hardly")
        .scenario();
  }
}
