package interleave.scenario.program;

import interleave.process.Fork;
import interleave.process.number.Gauge;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** After fork two processes share their memory, until one writes: only then a page is copied. */
public final class CopyOnWrite {
  private static final int PAGE = 4096;
  private static final int STEPS = 10;

  private static final Gauge BOTH = Gauge.named("both together, MB");
  private static final Gauge OWN = Gauge.named("child: copied, MB");
  private static final Gauge SHARED = Gauge.named("child: shared, MB");

  private CopyOnWrite() {}

  /** What the system counts for a process, by name, in kB. */
  static Map<String, Integer> measured(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", pid + "", "smaps_rollup")).stream()
        .filter(line -> line.endsWith(" kB"))
        .map(line -> line.split("[: ]+"))
        .collect(Collectors.toMap(words -> words[0], words -> Integer.parseInt(words[1])));
  }

  /** Measures the child, and returns what both have together. */
  static double look(long child) throws IOException {
    Map<String, Integer> of = measured(child);
    OWN.is((of.get("Private_Clean") + of.get("Private_Dirty")) / 1000.0);
    SHARED.is((of.get("Shared_Clean") + of.get("Shared_Dirty")) / 1000.0);
    double both = (of.get("Pss") + measured(ProcessHandle.current().pid()).get("Pss")) / 1000.0;
    BOTH.is(both);
    return both;
  }

  /** Writes one byte in each page of that part of the memory: one of ten steps. */
  static void write(byte[] memory, int percent, int step) {
    int pages = (int) ((long) memory.length / PAGE * percent / 100);
    for (int page = pages * step / STEPS; page < pages * (step + 1) / STEPS; page++) {
      memory[page * PAGE] = 1;
    }
  }

  static void child(Fork here, byte[] memory, int percent) {
    here.sleep(200);
    for (int step = 0; step < STEPS; step++) {
      write(memory, percent, step);
      here.sleep(30);
    }
    here.sleep(500);
    here.exit(0);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("copy-on-write", args);
    long self = ProcessHandle.current().pid();
    if (!Files.exists(Path.of("/proc", self + "", "smaps_rollup"))) {
      System.out.println("How memory is shared only Linux tells, in /proc/PID/smaps_rollup.");
      return;
    }
    int percent = given.number("writes");
    boolean byChild = given.text("by").equals("child");
    byte[] memory = new byte[given.number("megabytes") * 1_000_000];
    for (int step = 0; step < STEPS; step++) {
      write(memory, 100, step); // only now there is memory behind it
    }
    Fork fork = Fork.rehearsed("Child", here -> child(here, memory, byChild ? percent : 0));
    double alone = measured(self).get("Pss") / 1000.0;
    BOTH.is(alone);
    System.out.printf("Before fork: %.0f MB%n", alone);
    long pid = fork.fork();
    if (pid == 0) {
      child(fork, memory, byChild ? percent : 0);
    }
    System.out.printf("After fork: %.0f MB, both together%n", look(pid));
    double both = 0;
    try {
      for (int step = -3; ; step++) {
        if (!byChild && step >= 0 && step < STEPS) {
          write(memory, percent, step);
        }
        Thread.sleep(30);
        both = look(pid);
      }
    } catch (IOException e) {
      // The child has ended: there is nothing more to be measured.
    }
    System.out.printf("After writing: %.0f MB, both together%n", both);
    fork.waitFor();
  }
}
