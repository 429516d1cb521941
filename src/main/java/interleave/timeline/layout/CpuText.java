package interleave.timeline.layout;

import interleave.words.Words;
import java.util.Locale;

/** Shares of processors in words. */
public final class CpuText {
  private static final Words WORDS = Words.of("timeline/cpu");

  private CpuText() {}

  /** {@code 52 % of a core}, {@code 1.9 cores}. */
  public static String share(double cores) {
    long percent = Math.round(cores * 100);
    if (percent <= 100) {
      return WORDS.get("share.part", cores > 0 && percent < 1 ? "< 1 %" : percent + " %");
    }
    return WORDS.get("share.cores", String.format(Locale.ROOT, "%.1f", cores));
  }
}
