package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of children that have no tracer, by what the system says of them. */
class UntracedChildrenTest {
  private static final long PARENT = 7;

  @TempDir Path folder;

  /** What the system says now. */
  private Optional<String> program = Optional.of("/usr/bin/sleep");

  private Optional<String> line = Optional.empty();

  @Test
  void whatIsSeenInTheMidstOfExecIsToldWithTheArgumentsThatItHasThen() throws Exception {
    assertThat(told("/usr/bin/sleep 1000")).containsExactly("/usr/bin/sleep 1000");
  }

  @Test
  void whatIsSeenBeforeExecIsToldAsWhatItBecomes() throws Exception {
    program = Optional.of("/bin/sh");
    line = Optional.of("/bin/sh -c work");
    assertThat(told("/usr/bin/sleep 1000")).containsExactly("/usr/bin/sleep 1000");
  }

  @Test
  void aCopyOfItsParentThatStaysOneIsToldAsThat() throws Exception {
    line = Optional.of("/bin/sh -c work");
    assertThat(told("/bin/sh -c work")).containsExactly("/bin/sh -c work");
  }

  @Test
  void whatHasEndedMeanwhileIsToldAsItWasSeen() throws Exception {
    assertThat(told("")).containsExactly("/usr/bin/sleep");
  }

  @Test
  void whatSaysWhatItIsIsToldAtOnce() throws Exception {
    line = Optional.of("/usr/bin/sleep 1");
    assertThat(told("/usr/bin/sleep 2")).containsExactly("/usr/bin/sleep 1");
  }

  /** The commands that are told of a child after two looks, at the second of which it has that. */
  private List<String> told(String later) throws Exception {
    List<String> told = new ArrayList<>();
    Recording recording = Recording.createIn(folder, 1 << 20);
    try {
      UntracedChildren children = new UntracedChildren(new EngineLog(recording, true));
      children.look(List.of(child()));
      line = Optional.of(later).filter(each -> !each.isEmpty());
      program = line;
      children.look(List.of());
      try (RecordingReader reader = recording.reader()) {
        reader.poll(new Starts(told));
      }
    } finally {
      recording.delete();
    }
    return told;
  }

  private record Starts(List<String> told) implements EventSink {
    @Override
    public void segment(SegmentInfo info) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      if (kind == EventKind.CHILD_START) {
        told.add(String.valueOf(text));
      }
    }
  }

  private ProcessHandle child() {
    ProcessHandle parent = handle(PARENT, Optional.empty());
    return handle(ProcessHandle.current().pid(), Optional.of(parent));
  }

  private ProcessHandle handle(long pid, Optional<ProcessHandle> parent) {
    return (ProcessHandle)
        Proxy.newProxyInstance(
            ProcessHandle.class.getClassLoader(),
            new Class<?>[] {ProcessHandle.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "pid" -> pid;
                  case "parent" -> parent;
                  case "isAlive" -> true;
                  case "info" -> info(pid);
                  case "hashCode" -> (int) pid;
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private ProcessHandle.Info info(long pid) {
    return (ProcessHandle.Info)
        Proxy.newProxyInstance(
            ProcessHandle.class.getClassLoader(),
            new Class<?>[] {ProcessHandle.Info.class},
            (_, method, _) ->
                switch (method.getName()) {
                  case "commandLine" -> pid == PARENT ? Optional.of("/bin/sh -c work") : line;
                  case "command" -> program;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
