package interleave.agent.control;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import interleave.agent.control.call.Calls;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The one processor that all threads of a run share, on Linux: since only one of them goes on at a
 * time, more would only have to be woken, which takes longer than most steps do.
 */
final class OneProcessor {
  /** So many runs tell that there will be more. */
  private static final int FIRST = 64;

  /** After so many the system is asked where it would run us now. */
  private static final int AGAIN = 512;

  private static final int BYTES = 128;

  private @Nullable Calls calls;
  private boolean tried;
  private boolean left;
  private int runs;

  /** Before a run, on the thread whose children its threads are. */
  void beforeRun() {
    int number = runs++ - FIRST;
    if (number < 0 || left) {
      return;
    }
    if (!tried) {
      tried = true;
      calls = Calls.find();
    }
    Calls system = calls;
    if (system != null && number % AGAIN == 0) {
      system.everywhere();
    } else if (system != null && number % AGAIN == 1) {
      system.here();
    }
  }

  /**
   * The calling thread starts another process, which is to have all of them; so are we from now on.
   */
  void leave() {
    left = true;
    Calls system = calls;
    if (system != null) {
      system.everywhere();
    }
  }

  /** The system's, about the calling thread and those that it starts. */
  private record Calls(MethodHandle set, MethodHandle which, MemorySegment all) {
    static @Nullable Calls find() {
      try {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
        MethodHandle get = find(linker, "sched_getaffinity", type);
        MethodHandle set = find(linker, "sched_setaffinity", type);
        MethodHandle which = find(linker, "sched_getcpu", FunctionDescriptor.of(JAVA_INT));
        MemorySegment all = Arena.global().allocate(BYTES);
        int told = (int) get.invokeExact(0, (long) BYTES, all);
        return told < 0 ? null : new Calls(set, which, all);
      } catch (Throwable e) {
        return null; // it is another system
      }
    }

    private static MethodHandle find(Linker linker, String name, FunctionDescriptor type) {
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    void everywhere() {
      set(all);
    }

    void here() {
      try (Arena arena = Arena.ofConfined()) {
        int processor = (int) which.invokeExact();
        if (processor >= 0 && processor < BYTES * Byte.SIZE) {
          MemorySegment one = arena.allocate(BYTES);
          one.set(
              java.lang.foreign.ValueLayout.JAVA_BYTE, processor / 8, (byte) (1 << processor % 8));
          set(one);
        }
      } catch (Throwable e) {
        // Then where it likes.
      }
    }

    private void set(MemorySegment mask) {
      try {
        int _ = (int) set.invokeExact(0, (long) BYTES, mask);
      } catch (Throwable e) {
        // Then it stays as it is.
      }
    }
  }
}
