package interleave.scenario.program;

import interleave.process.Fork;
import interleave.process.number.Gauge;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** After fork two processes share their memory, until one writes: only then a page is copied. */
public final class CopyOnWrite {
  private static final int PAGE = 4096;
  private static final int STEPS = 10;

  private static final Gauge BOTH = Gauge.named("both together, MB");
  private static final Gauge OWN = Gauge.named("child: copied, MB");
  private static final Gauge SHARED = Gauge.named("child: shared, MB");

  private CopyOnWrite() {}

  /** What the system counts for a process under these names, in MB. */
  static double measured(long pid, String... names) throws IOException {
    int kilobytes = 0;
    for (String line : Files.readAllLines(Path.of("/proc", pid + "", "smaps_rollup"))) {
      String[] words = line.split("[: ]+");
      if (List.of(names).contains(words[0])) {
        kilobytes += Integer.parseInt(words[1]);
      }
    }
    return kilobytes / 1000.0;
  }

  /** Measures the child, and returns what both have together. */
  static double look(long child) throws IOException {
    OWN.is(measured(child, "Private_Clean", "Private_Dirty"));
    SHARED.is(measured(child, "Shared_Clean", "Shared_Dirty"));
    double both = measured(child, "Pss") + measured(ProcessHandle.current().pid(), "Pss");
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
    double alone = measured(self, "Pss");
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
