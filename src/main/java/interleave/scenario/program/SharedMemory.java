package interleave.scenario.program;

import interleave.process.ChildProcess;
import interleave.process.number.SharedNumber;
import interleave.scenario.ProgramArguments;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Processes have one number in common. Each adds to it: reads, adds one, writes it back. */
public final class SharedMemory {
  private static final int SIZE = 8;
  private static final int COUNTER = 0;
  private static final int START = 4;

  private SharedMemory() {}

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The memory that all of them have: the pages of one file. */
  private static MappedByteBuffer map(FileChannel file) throws IOException {
    return file.map(MapMode.READ_WRITE, 0, SIZE);
  }

  /** Adds one, so many times. */
  static void add(String path, int processes, int rounds, int pause, boolean lock)
      throws IOException, InterruptedException {
    try (FileChannel file = open(Path.of(path))) {
      MappedByteBuffer memory = map(file);
      SharedNumber counter = SharedNumber.at(memory, COUNTER, "counter");
      try (FileLock _ = file.lock(START, 1, false)) {
        memory.put(START, (byte) (memory.get(START) + 1)); // one more is there
      }
      while (memory.get(START) < processes) {
        Thread.sleep(1); // they begin together
      }
      for (int i = 0; i < rounds; i++) {
        if (lock) {
          try (FileLock _ = file.lock(COUNTER, 1, false)) { // no other process has it meanwhile
            counter.set(counter.get() + 1);
          }
        } else {
          int before = counter.get();
          Thread.sleep(pause); // time enough for another to write
          counter.set(before + 1);
        }
        Thread.sleep(pause);
      }
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    ProgramArguments given = ProgramArguments.to("shared-memory", args);
    Path path = Files.createTempFile("shared", ".memory");
    Files.write(path, new byte[SIZE]);
    try (FileChannel file = open(path)) {
      MappedByteBuffer memory = map(file);
      List<ChildProcess> children = new ArrayList<>();
      for (int i = 1; i <= given.number("processes"); i++) {
        children.add(
            ChildProcess.of(
                    SharedMemory.class,
                    "add",
                    path.toString(),
                    given.number("processes"),
                    given.number("rounds"),
                    given.millis("pause"),
                    given.on("lock"))
                .named("Adder-" + i)
                .start());
      }
      for (ChildProcess child : children) {
        child.join();
      }
      System.out.println(
          given.number("processes")
              + " processes added 1 "
              + given.number("rounds")
              + " times each: "
              + SharedNumber.at(memory, COUNTER, "counter").get());
    }
    Files.deleteIfExists(path);
  }
}
