package interleave.exchange.chrome;

import java.util.Arrays;

/** Reads what an event of a profile tells: functions, samples, when it began or ended. */
final class ProfileChunk {
  private static final int LONGEST = 500;
  private static final int FIRST = 256;
  private static final double NANOS = 1000;

  private final Members args = new Members();
  private final Members data = new Members();
  private final Members profile = new Members();
  private final Members node = new Members();
  private final Members frame = new Members();
  private final Elements elements = new Elements();
  private final Batch batch;
  private final Profile to;
  private double[] samples = new double[FIRST];
  private double[] deltas = new double[FIRST];
  private double[] lines = new double[FIRST];
  private int sampled;
  private int timed;
  private int lined;
  private int read;

  private ProfileChunk(Batch batch, Profile to) {
    this.batch = batch;
    this.to = to;
  }

  /** Reads the arguments of an event. */
  static void read(Batch batch, int base, Profile to) {
    new ProfileChunk(batch, to).over(base);
  }

  private void over(int base) {
    args.over(batch, batch.fields[base + Batch.ARGS]);
    while (args.next()) {
      if (is(args, "data")) {
        data();
      }
    }
    if (sampled > 0) {
      long time = batch.fields[base + Batch.TIME];
      to.samples(
          time,
          Arrays.copyOf(samples, sampled),
          Arrays.copyOf(Arrays.copyOf(deltas, timed), sampled),
          Arrays.copyOf(Arrays.copyOf(lines, lined), sampled));
    }
  }

  private boolean is(Members of, String key) {
    return JsonText.of(batch, of.key(), LONGEST).equals(key);
  }

  private String text(Members of) {
    return JsonText.of(batch, of.value(), LONGEST);
  }

  private double number(Members of) {
    long place = of.value();
    int from = Batch.from(place);
    double told = place == 0 ? 0 : Decimals.number(batch.bytes, from, from + Batch.length(place));
    return Double.isNaN(told) ? 0 : told;
  }

  private void data() {
    data.over(batch, args.value());
    while (data.next()) {
      switch (JsonText.of(batch, data.key(), LONGEST)) {
        case "startTime" -> to.starts((long) (number(data) * NANOS));
        case "endTime" -> to.ends((long) (number(data) * NANOS));
        case "cpuProfile" -> profile();
        case "timeDeltas" -> {
          deltas = numbers(data.value(), deltas);
          timed = read;
        }
        case "lines" -> {
          lines = numbers(data.value(), lines);
          lined = read;
        }
        default -> {
          // what else there is is about V8 itself
        }
      }
    }
  }

  private void profile() {
    profile.over(batch, data.value());
    while (profile.next()) {
      if (is(profile, "nodes")) {
        elements.over(batch, profile.value());
        while (elements.next()) {
          node(elements.value());
        }
      } else if (is(profile, "samples")) {
        samples = numbers(profile.value(), samples);
        sampled = read;
      }
    }
  }

  /** The numbers of an array, of which {@link #read} says how many there are. */
  private double[] numbers(long array, double[] into) {
    double[] numbers = into;
    read = 0;
    elements.over(batch, array);
    while (elements.next()) {
      if (read == numbers.length) {
        numbers = Arrays.copyOf(numbers, read * 2);
      }
      double number = elements.number();
      numbers[read++] = Double.isNaN(number) ? 0 : number;
    }
    return numbers;
  }

  private void node(long place) {
    int id = 0;
    int caller = 0;
    String function = "";
    String file = "";
    int line = 0;
    node.over(batch, place);
    while (node.next()) {
      switch (JsonText.of(batch, node.key(), LONGEST)) {
        case "id" -> id = (int) number(node);
        case "parent" -> caller = (int) number(node);
        case "callFrame" -> {
          frame.over(batch, node.value());
          while (frame.next()) {
            switch (JsonText.of(batch, frame.key(), LONGEST)) {
              case "functionName" -> function = text(frame);
              case "url" -> file = text(frame);
              case "lineNumber" -> line = (int) number(frame) + 1; // the first one is 0 there
              default -> {
                // ids of scripts, columns
              }
            }
          }
        }
        default -> {
          // reasons why it was not optimized
        }
      }
    }
    to.node(id, new Profile.Node(caller, function, file, line));
  }
}
