package interleave.file;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * A small importer, as any is: it writes segments. Each line is a time in nanoseconds, a thread,
 * what it does, and a lock where that is about one.
 *
 * <pre>
 *   #lines
 *   10 main THREAD_BEGIN
 *   20 main LOCK_ACQUIRED account
 * </pre>
 */
final class LinesFormat implements Format {
  private static final String FIRST = "#lines\n";

  @Override
  public List<String> suffixes() {
    return List.of(".lines", ".txt");
  }

  @Override
  public String title() {
    return "Lines of text";
  }

  @Override
  public boolean begins(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith(FIRST);
  }

  @Override
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    boolean done = false;
    try {
      new Lines(recording).read(Files.readAllLines(file), progress);
      done = true;
    } finally {
      if (!done) {
        recording.delete();
      }
    }
    Manifest manifest =
        Manifest.titled(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant());
    return new OpenedRecording(manifest, recording, List.of(), false);
  }

  private static final class Lines {
    private final SegmentWriter segment;
    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<String, Integer> locks = new HashMap<>();

    Lines(Recording recording) throws IOException {
      segment = recording.segment(TracedRuntime.OTHER, 7, 1, 1);
      segment.write(EventKind.PROCESS_NAME.code(), 0, 0, 0, 0, 0, 1, "Imported");
    }

    void read(List<String> lines, Progress progress) {
      for (int i = 1; i < lines.size(); i++) {
        String[] words = lines.get(i).split(" ", -1);
        event(Long.parseLong(words[0]), words[1], words[2], words.length > 3 ? words[3] : "");
        if (!progress.at(i, lines.size())) {
          throw new CancellationException("opening was cancelled");
        }
      }
    }

    private void event(long time, String thread, String kind, String lock) {
      int id = threads.computeIfAbsent(thread, name -> thread(name, time));
      int object = lock.isEmpty() ? 0 : locks.computeIfAbsent(lock, name -> lock(name, time));
      segment.write(EventKind.valueOf(kind).code(), 0, id, object, 0, 0, time);
    }

    private int thread(String name, long time) {
      int id = threads.size() + 1;
      segment.write(EventKind.DEFINE_THREAD.code(), 0, id, 0, 0, id, time, name);
      return id;
    }

    private int lock(String name, long time) {
      int id = locks.size() + 1;
      int type = ObjectType.LOCK.code();
      segment.write(EventKind.DEFINE_OBJECT.code(), type, 0, id, 0, 0, time, name);
      return id;
    }
  }
}
