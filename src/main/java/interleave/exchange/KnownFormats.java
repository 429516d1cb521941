package interleave.exchange;

import interleave.exchange.chrome.ChromeTraceFormat;
import interleave.exchange.dump.DumpFormat;
import interleave.exchange.jfr.JfrFormat;
import interleave.exchange.perfetto.PerfettoFormat;
import interleave.exchange.strace.StraceFormat;
import interleave.file.Formats;
import interleave.file.InterleaveFormat;
import interleave.tail.ExpectedTimeline;
import java.util.List;

/**
 * All formats that Interleave reads and writes, its own first, and what it knows and does not read.
 */
public final class KnownFormats {
  public static final Formats ALL =
      new Formats(
          new InterleaveFormat(),
          List.of(
              new ChromeTraceFormat(),
              new PerfettoFormat(),
              new JfrFormat(),
              new DumpFormat(),
              new StraceFormat()),
          new KnownStrangers(),
          ExpectedTimeline::begin);

  private KnownFormats() {}
}
