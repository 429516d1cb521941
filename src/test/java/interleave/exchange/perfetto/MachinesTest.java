package interleave.exchange.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.OpenedFiles;
import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThreadLane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets of several machines in one file, whose pids and clocks have nothing in common. */
class MachinesTest {
  private static final int THERE = 0xC0FFEE;

  @TempDir Path folder;

  private static Proto thread(int sequence, long uuid, String name) {
    Proto thread = new Proto().number(1, 7).number(2, 7).text(5, name);
    return new Proto()
        .number(10, sequence)
        .number(13, 1)
        .message(60, new Proto().number(1, uuid).message(4, thread));
  }

  private static Proto event(int sequence, long uuid, long time, int type, String name) {
    Proto event = new Proto().number(9, type).number(11, uuid);
    return new Proto()
        .number(10, sequence)
        .number(8, time)
        .message(11, name.isEmpty() ? event : event.text(23, name));
  }

  private static Proto there(Proto packet) {
    return packet.number(98, THERE);
  }

  private static Proto reading(int clock, long time) {
    return new Proto().message(1, new Proto().number(1, clock).number(2, time));
  }

  /** Its clock is a second ahead. */
  private static Proto synced() {
    Proto both = new Proto().message(2, reading(6, 1_000_001_000L)).message(3, reading(6, 1_000L));
    return there(new Proto().number(10, 9).message(107, new Proto().message(1, both)));
  }

  private OpenedFiles opened(Proto... packets) throws IOException {
    Proto trace = new Proto();
    for (Proto each : packets) {
      trace.message(1, each);
    }
    return OpenedFiles.of(Files.write(folder.resolve("machines.pftrace"), trace.bytes()));
  }

  @Test
  void equalPidsOfTwoMachinesAreTwoProcessesAndTimesAreThoseOfTheFirst() throws IOException {
    OpenedFiles opened =
        opened(
            thread(1, 11, "here"),
            there(thread(2, 22, "there")),
            synced(),
            event(1, 11, 5_000, 1, "one"),
            there(event(2, 22, 1_000_006_000L, 1, "two")),
            there(event(2, 22, 1_000_007_000L, 2, "")),
            event(1, 11, 8_000, 2, ""));
    assertThat(opened.timeline().processes())
        .extracting(ProcessTrack::pid)
        .containsExactlyInAnyOrder(7L, 7L);
    assertThat(opened.timeline().hosts())
        .extracting(HostTrack::name)
        .containsExactly("the machine that wrote the file", "machine " + THERE);
    ThreadLane here = opened.lane("here");
    ThreadLane there = opened.lane("there");
    assertThat(here.process()).isNotEqualTo(there.process());
    assertThat(opened.timeline().processes().get(there.process()).host()).isEqualTo(1);
    SliceTrack one = slices(opened, here);
    SliceTrack two = slices(opened, there);
    assertThat(two.row(0).start(0) - one.row(0).start(0)).isEqualTo(1_000);
    assertThat(two.row(0).end(0) - two.row(0).start(0)).isEqualTo(1_000);
    assertThat(opened.problems()).isEmpty();
  }

  @Test
  void aMachineWhoseClockNothingTiesToTheFilesIsCountedAndNotDrawnSomewhere() throws IOException {
    OpenedFiles opened =
        opened(
            thread(1, 11, "here"),
            there(thread(2, 22, "there")),
            event(1, 11, 5_000, 1, "one"),
            there(event(2, 22, 1_000_006_000L, 1, "two")),
            event(1, 11, 8_000, 2, ""));
    assertThat(opened.timeline().lanes()).extracting(ThreadLane::name).containsExactly("here");
    assertThat(opened.problems()).singleElement().asString().startsWith("1 event has no time");
  }

  private static SliceTrack slices(OpenedFiles opened, ThreadLane lane) {
    return opened.timeline().slices().stream()
        .filter(each -> each.lane() == lane.index())
        .findFirst()
        .orElseThrow();
  }
}
