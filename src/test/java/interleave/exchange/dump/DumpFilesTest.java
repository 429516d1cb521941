package interleave.exchange.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.SeenState;
import interleave.exchange.OpenedFiles;
import interleave.exchange.export.Excerpts;
import interleave.exchange.export.chrome.ChromeFormat;
import interleave.file.Progress;
import interleave.timeline.Deadlock;
import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.SeenText;
import interleave.timeline.track.TrackKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that real tools wrote of programs that run here. */
class DumpFilesTest {
  @TempDir Path folder;

  private static Sighting last(OpenedFiles opened, String lane) {
    Sightings all = opened.timeline().sightings();
    return all.get(all.ofLane(opened.lane(lane).index()).getLast());
  }

  private String jstack() throws IOException {
    return Files.readString(OpenedFiles.path("dump/jstack-le-17.txt"));
  }

  @Test
  void aDumpIsFoundBehindWhatALogWritesBeforeEachLine() throws IOException {
    int i = 0;
    for (String prefix :
        List.of("2026-11-29 20:29:45.1%02d INFO [main] c.e.App - ", "app-1  | ", "    ", "> ")) {
      StringBuilder text = new StringBuilder(prefix.formatted(7) + "starting\n");
      for (String line : jstack().split("\n")) {
        text.append((prefix.formatted(i % 100) + line).stripTrailing()).append("\r\n");
        i++;
      }
      OpenedFiles opened = OpenedFiles.text(folder, "log" + i + ".txt", text.toString());
      assertThat(opened.timeline().sightings().size()).as(prefix).isEqualTo(28);
      assertThat(last(opened, "asker-1").thing()).isEqualTo("ReentrantLock 0x69ec1b9a0");
      assertThat(opened.timeline().deadlocks()).hasSize(1);
      assertThat(opened.problems()).hasSizeLessThanOrEqualTo(1); // that something else stands there
    }
  }

  @Test
  void aMailMayQuoteADumpWithoutItsBeginning() throws IOException {
    String real = Files.readString(OpenedFiles.path("dump/jstack-le-17.txt"));
    String part = real.substring(real.indexOf("\n\"Finalizer\"") + 1);
    OpenedFiles opened =
        OpenedFiles.text(
            folder, "mail.txt", "On Monday she wrote:\n> " + part.replace("\n", "\n> "));
    assertThat(opened.problems())
        .containsExactly("1 event of kind “line that is of no thread dump” is not drawn.");
    assertThat(opened.timeline().lanes())
        .hasSameSizeAs(OpenedFiles.text(folder, "part.txt", part).timeline().lanes());
    assertThat(opened.timeline().deadlocks().size()).isEqualTo(1);
  }

  /** Threads are as many as grep counts; who stands in a ring is what the JVM says. */
  @Test
  void namesOfThreadsMayHaveQuotesNumbersAndEndsOfLines() throws IOException {
    OpenedFiles jstack = OpenedFiles.resource("dump/jstack-names-17.txt");
    assertThat(jstack.problems()).isEmpty();
    assertThat(jstack.timeline().lanes()).hasSize(45);
    assertThat(jstack.timeline().deadlocks().size()).isEqualTo(2);
    OpenedFiles file = OpenedFiles.resource("dump/dump-to-file-names-25.txt");
    assertThat(file.problems()).isEmpty();
    assertThat(file.timeline().lanes()).hasSize(33);
    for (OpenedFiles opened : List.of(jstack, file)) {
      assertThat(opened.timeline().lanes())
          .extracting(ThreadLane::name)
          .contains(
              "lock \"L\"", "lock M #7", "lock N second line", "\"quoted\" #12 prio=5 tid=0x1");
    }
  }

  @Test
  void whatTheServiceabilityAgentWritesOfAProcessThatHangsIsADump() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("dump/jhsdb-names-17.txt");
    assertThat(opened.problems())
        .containsExactly("4 events of kind “line that is of no thread dump” are not drawn.");
    assertThat(opened.timeline().lanes()).hasSize(31);
    assertThat(opened.timeline().deadlocks().size()).isEqualTo(2);
    assertThat(opened.timeline().locks())
        .extracting(each -> each.name().replaceFirst(" 0x.*", ""))
        .contains("Object", "ReentrantLock", "ReentrantReadWriteLock", "StampedLock");
  }

  @Test
  void otherOutputInTheMiddleOfADumpEndsItNot() throws IOException {
    String real = Files.readString(OpenedFiles.path("dump/jstack-le-17.txt"));
    String mixed =
        real.replaceFirst(
            "\n\"Finalizer\"",
            "\n\"json\": 1,\nINFO something went on\njava.lang.IllegalStateException: no\n"
                + "\tat app.Main.main(Main.java:1)\n\"Finalizer\"");
    OpenedFiles opened = OpenedFiles.text(folder, "mixed.log", mixed);
    assertThat(opened.timeline().lanes())
        .hasSize(OpenedFiles.resource("dump/jstack-le-17.txt").timeline().lanes().size());
    assertThat(opened.problems())
        .containsExactly("4 events of kind “line that is of no thread dump” are not drawn.");
  }

  @Test
  void aDumpOfWhichTheBeginWasNotCopiedIsADump() throws IOException {
    String all = jstack();
    String some = all.substring(all.indexOf("\"holder\""), all.indexOf("\"spinner\""));
    OpenedFiles opened = OpenedFiles.text(folder, "pasted.txt", some);
    assertThat(opened.timeline().lanes())
        .extracting(ThreadLane::name)
        .contains("holder", "asker-1", "waiter")
        .doesNotContain("main", "spinner");
    assertThat(last(opened, "holder").state()).isEqualTo(SeenState.SLEEPING);
  }

  @Test
  void containersTellTheirThreadsAndPoolsAreToldByNames() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("dump/dump-to-file-25.json");
    assertThat(opened.problems()).isEmpty();
    assertThat(said(opened, "ForkJoinPool-1")).containsExactly("2 threads: 2 parked");
    assertThat(said(opened, "ThreadPerTaskExecutor@50aef0e2"))
        .containsExactly("4 threads: 1 blocked, 1 waiting, 1 sleeping, 1 parked");
    assertThat(said(OpenedFiles.resource("dump/jstack-le-17.txt"), "asker"))
        .containsExactly("2 threads: 2 parked");
  }

  @Test
  void threadsOfAPoolStandTogetherByTheirNumbers() throws IOException {
    StringBuilder text = new StringBuilder("Full thread dump OpenJDK 64-Bit Server VM (17):\n\n");
    int id = 20;
    for (String name :
        List.of("main", "pool-2-thread-1", "pool-1-thread-10", "other", "pool-1-thread-2")) {
      text.append("\"%s\" #%d prio=5 tid=0x0%d nid=0x%d runnable\n\n".formatted(name, id, id, id));
      id++;
    }
    OpenedFiles opened = OpenedFiles.text(folder, "pools.txt", text.toString());
    assertThat(CrowdRows.made(opened.timeline()))
        .extracting(ThreadLane::name)
        .containsExactly("main", "pool-2-thread-1", "pool-1-thread-2", "pool-1-thread-10", "other");
  }

  private static List<String> said(OpenedFiles opened, String row) {
    SliceTrack track =
        opened.timeline().slices().stream()
            .filter(each -> each.name().equals(row))
            .findFirst()
            .orElseThrow();
    List<String> said = new ArrayList<>();
    for (int i = 0; i < track.moments().size(); i++) {
      said.add(track.moments().name(i));
    }
    return said;
  }

  @Test
  void jstackTellsOfEachThreadWhatItWaitsForAndWhoHasIt() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("dump/jstack-le-17.txt");
    Timeline timeline = opened.timeline();
    assertThat(timeline.sightings().size()).isEqualTo(28); // 32 quoted lines, 4 of them deadlocks'
    assertThat(timeline.sightings().moments()).hasSize(1);
    assertThat(opened.problems()).isEmpty();
    Sighting asker = last(opened, "asker-1");
    assertThat(asker.state()).isEqualTo(SeenState.PARKED);
    assertThat(asker.thing()).isEqualTo("ReentrantLock 0x69ec1b9a0");
    assertThat(timeline.sightings().ownerOf(asker)).isEqualTo(opened.lane("holder").index());
    assertThat(SeenText.place(timeline, asker.site())).isEqualTo("Bank.java:21");
    assertThat(SeenText.stack(timeline, asker)).hasSize(12);
    Sighting waiter = last(opened, "waiter");
    assertThat(waiter.state()).isEqualTo(SeenState.WAITING);
    assertThat(timeline.sightings().heldAt(waiter)).isEmpty(); // it has let go of what it waits at
    assertThat(last(opened, "spinner").state()).isEqualTo(SeenState.RUNNABLE);
    assertThat(last(opened, "holder").state()).isEqualTo(SeenState.SLEEPING);
    assertThat(last(opened, "holder").timed()).isTrue();
  }

  @Test
  void aDumpThatIsCutInItsFirstThreadIsRefusedWithThePlace() throws IOException {
    String json = Files.readString(OpenedFiles.path("dump/pyspy-3.13.json"));
    String cut = json.substring(0, json.indexOf("\"frames\"") + 30);
    assertThatThrownBy(() -> OpenedFiles.text(folder, "cut.json", cut))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut.json has no thread of which all is there.")
        .hasMessageContaining("The file ends within line");
  }

  @Test
  void threadsThatWaitForEachOtherAreARing() throws IOException {
    Timeline timeline = OpenedFiles.resource("dump/jstack-le-17.txt").timeline();
    assertThat(timeline.deadlocks()).hasSize(1);
    Deadlock ring = timeline.deadlocks().getFirst();
    assertThat(ring.members())
        .extracting(member -> timeline.lanes().get(member.lane()).name())
        .containsExactlyInAnyOrder("Thread-1", "Thread-2");
    assertThat(Explanation.sentence(timeline, new ThingRef.Deadlock(0)))
        .contains("Thread-1 waits for monitor Account 0x69ec1b838, held by Thread-2");
  }

  @Test
  void aRingIsToldOfNoLongerThanItWasSeen() throws IOException {
    Path both =
        Files.writeString(
            folder.resolve("both.txt"),
            jstack() + Files.readString(OpenedFiles.path("dump/kill3-25.txt")));
    Timeline timeline = OpenedFiles.of(both).timeline();
    assertThat(timeline.deadlocks()).hasSize(2).noneMatch(Deadlock::resolved);
    Deadlock once = timeline.deadlocks().getFirst();
    Deadlock twice = timeline.deadlocks().getLast();
    long first = timeline.sightings().moments().getFirst().time();
    assertThat(once.lastsAt(first)).isTrue();
    assertThat(once.lastsAt(first + 1)).isFalse();
    assertThat(twice.lastsAt(timeline.now())).isTrue();
    assertThat(twice.since()).isEqualTo(first + 4_000_000_000L);
    assertThat(twice.seen()).containsExactly(twice.since(), timeline.now());
    assertThat(twice.lastsAt(twice.since() + 1)).isFalse(); // nobody looked
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.Deadlock(0)))
        .startsWith("Deadlock of 2 threads", "seen at one moment");
    assertThat(TrackKinds.STANDARD.tooltip(timeline, new ThingRef.Deadlock(1)))
        .startsWith("Deadlock of 2 threads", "seen at 2 moments");
  }

  /** In a trace it is a moment for each time that it was seen. */
  @Test
  void whatLeavesOfARingClaimsNothingBetweenTheMoments() throws IOException {
    Path out = folder.resolve("out.json");
    Timeline dumps = OpenedFiles.resource("dump/kill3-25.txt").timeline();
    new ChromeFormat(false).save(Excerpts.unmarked(dumps), out, Progress.UNHEARD);
    List<SliceTrack> rows =
        OpenedFiles.of(out).timeline().slices().stream()
            .filter(each -> each.name().startsWith("Deadlock"))
            .toList();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().depth()).isZero();
    assertThat(rows.getFirst().moments().size()).isEqualTo(2);
  }

  @Test
  void severalDumpsAmongOtherOutputAreMomentsAndTellWhoStandsStill() throws IOException {
    OpenedFiles opened = OpenedFiles.resource("dump/kill3-25.txt");
    Timeline timeline = opened.timeline();
    assertThat(timeline.sightings().moments())
        .extracting(Sightings.Moment::label)
        .containsExactly("20:29:49", "20:29:51");
    assertThat(timeline.now() - timeline.start()).isEqualTo(2_000_000_000L);
    assertThat(Explanation.sentence(timeline, new ThingRef.Process(0)))
        .contains("In all 2 dumps 8 threads stand at the same line: main at Bank.java:64");
    assertThat(opened.problems()).containsExactly("2 events of kind “heap” are not drawn.");
    ThreadLane main = opened.lane("main");
    assertThat(timeline.processes().getFirst().end()).isEqualTo(Timeline.OPEN);
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(main.index())))
        .contains("Nothing is told of what it did between them.");
  }

  @Test
  void whoWaitsToBeNotifiedDoesNotWaitForTheMonitor() throws IOException {
    Timeline timeline = OpenedFiles.resource("dump/kill3-25.txt").timeline();
    List<String> notified = new ArrayList<>();
    timeline
        .locks()
        .forEach(
            lock -> {
              Sightings seen = timeline.sightings();
              if (seen.waitingFor(lock.index()).stream()
                  .allMatch(i -> seen.get(i).state() == SeenState.WAITING)) {
                notified.add(Explanation.sentence(timeline, new ThingRef.Lock(lock.index())));
              }
            });
    assertThat(notified)
        .isNotEmpty()
        .allSatisfy(
            said -> assertThat(said).contains("to be notified by it").doesNotContain("waited for"));
    assertThat(SeenText.state(SeenState.WAITING)).isEqualTo(ThreadState.SYNC_WAIT);
  }

  @Test
  void virtualThreadsAreToldByDumpToFileInBothForms() throws IOException {
    for (String name : List.of("dump/dump-to-file-25.txt", "dump/dump-to-file-25.json")) {
      OpenedFiles opened = OpenedFiles.resource(name);
      Timeline timeline = opened.timeline();
      assertThat(timeline.sightings().size()).as(name).isEqualTo(16);
      assertThat(timeline.processes().getFirst().pid()).isEqualTo(29481);
      assertThat(timeline.lanes().stream().filter(l -> l.kind() == ThreadLane.Kind.VIRTUAL))
          .hasSize(5);
      Sighting blocked = last(opened, "virtual 24");
      assertThat(blocked.state()).isEqualTo(SeenState.BLOCKED);
      assertThat(timeline.sightings().ownerOf(blocked))
          .isEqualTo(opened.lane("virtual 21").index());
      assertThat(last(opened, "virtual 25").state()).isEqualTo(SeenState.PARKED);
      assertThat(last(opened, "named virtual").state()).isEqualTo(SeenState.SLEEPING);
    }
  }

  @Test
  void whatFaulthandlerWritesStandsInItsOrder() throws IOException {
    for (String version : List.of("3.6", "3.12")) {
      OpenedFiles opened = OpenedFiles.resource("dump/faulthandler-" + version + ".txt");
      Sightings seen = opened.timeline().sightings();
      assertThat(seen.moments()).hasSize(2);
      assertThat(seen.size()).isEqualTo(10);
      assertThat(seen.get(0).state()).isEqualTo(SeenState.UNKNOWN);
      assertThat(SeenText.when(opened.timeline(), seen.get(9))).isEqualTo("dump 2 of 2");
      assertThat(opened.problems())
          .containsExactly("2 dumps have no time: they stand in their order, one second apart.");
    }
    OpenedFiles fatal = OpenedFiles.resource("dump/faulthandler-fatal-3.13.txt");
    assertThat(fatal.timeline().sightings().size()).isEqualTo(5);
    assertThat(fatal.problems()).isEmpty();
  }

  @Test
  void pySpyTellsWhoHasTheInterpretersLock() throws IOException {
    for (String name : List.of("dump/pyspy-3.13.txt", "dump/pyspy-3.13.json")) {
      OpenedFiles opened = OpenedFiles.resource(name);
      assertThat(opened.timeline().sightings().size()).as(name).isEqualTo(5);
      Sighting spinner = last(opened, "spinner");
      assertThat(spinner.gil()).isTrue();
      assertThat(spinner.state()).isEqualTo(SeenState.RUNNABLE);
      assertThat(last(opened, "asker").state()).isEqualTo(SeenState.IDLE);
      assertThat(SeenText.place(opened.timeline(), last(opened, "idle").site()))
          .isEqualTo("hang.py:14");
    }
  }

  @Test
  void whereADumpIsCutOffIsSaidOnceHoweverItIsPacked() throws IOException {
    for (String name : List.of("dump-to-file-25.json", "jstack-le-17.txt")) {
      byte[] whole = Files.readAllBytes(OpenedFiles.path("dump/" + name));
      String text = new String(whole, StandardCharsets.UTF_8);
      int end = name.endsWith("json") ? whole.length * 6 / 10 : text.lastIndexOf("\tat ") + 9;
      Path cut = folder.resolve("cut-" + name);
      Files.write(cut, Arrays.copyOf(whole, end));
      assertThat(OpenedFiles.of(cut).problems())
          .as(name)
          .singleElement()
          .asString()
          .matches("The file (is damaged at|ends in the middle of|ends within) line [0-9]+[:,] .*");
      byte[] packed = packed(whole);
      Path half = folder.resolve("half-" + name + ".gz");
      Files.write(half, Arrays.copyOf(packed, packed.length * 6 / 10));
      assertThat(OpenedFiles.of(half).problems())
          .as(name)
          .singleElement()
          .asString()
          .startsWith("The file ends ");
    }
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream to = new GZIPOutputStream(packed)) {
      to.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void severalFilesAndAFolderAndAnArchiveAreOneRecording() throws IOException {
    Path one = OpenedFiles.path("dump/jstack-le-17.txt");
    String later = Files.readString(one).replace("2026-11-29 20:29:45", "2026-11-29 20:29:55");
    Path first = Files.copy(one, folder.resolve("a.txt"));
    Path second = Files.writeString(folder.resolve("b.txt"), later);
    Files.writeString(folder.resolve("notes.md"), "nothing of interest");
    assertThat(OpenedFiles.of(first, second).timeline().sightings().moments()).hasSize(2);
    assertThat(OpenedFiles.of(folder).timeline().sightings().moments()).hasSize(2);
    Path zip = folder.resolve("dumps.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Path file : List.of(first, second)) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
    Timeline timeline = OpenedFiles.of(zip).timeline();
    assertThat(timeline.sightings().moments()).hasSize(2);
    assertThat(timeline.processes()).hasSize(1); // the machine's own thread lies where it lay
    assertThat(timeline.deadlocks()).hasSize(1);
  }

  @Test
  void aDumpThatAPowerShellRedirectedOrThatIsPackedIsOpened() throws IOException {
    String text = Files.readString(OpenedFiles.path("dump/jstack-loom-25.txt"));
    Path wide = Files.write(folder.resolve("w.txt"), ("\uFEFF" + text).getBytes("UTF-16LE"));
    Path packed = folder.resolve("p.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    int all = OpenedFiles.resource("dump/jstack-loom-25.txt").timeline().sightings().size();
    assertThat(OpenedFiles.of(wide).timeline().sightings().size()).isEqualTo(all);
    assertThat(OpenedFiles.of(packed).timeline().sightings().size()).isEqualTo(all);
  }

  @Test
  void filesThatAreNotPartsOfOneRecordingAreRefusedTogether() {
    Path dump = OpenedFiles.path("dump/jstack-le-17.txt");
    Path calls = OpenedFiles.path("strace/go.strace");
    assertThatThrownBy(() -> OpenedFiles.of(dump, calls))
        .hasMessageContaining("are not parts of one recording");
  }

  @Test
  void aTextWithoutADumpIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("log.txt"), "hello\nworld\n");
    assertThatThrownBy(() -> OpenedFiles.of(file))
        .isInstanceOf(IOException.class)
        .hasMessage("log.txt has no thread dump that this program knows.");
  }
}
