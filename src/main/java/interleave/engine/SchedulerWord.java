package interleave.engine;

/**
 * What the system counts of a thread in {@code /proc/<pid>/task/<tid>/schedstat}: nanoseconds on a
 * processor, and nanoseconds in which it waited for one. The second grows when a wait is over, the
 * first of a running thread with each tick; of a sleeping one both are exact.
 */
record SchedulerWord(long ran, long waited) {
  static final SchedulerWord NONE = new SchedulerWord(0, 0);

  /** Of the two numbers that the text begins with. */
  static SchedulerWord parse(byte[] text, int size) {
    long[] numbers = new long[2];
    int at = 0;
    for (int i = 0; i < numbers.length; i++) {
      while (at < size && isDigit(text[at])) {
        numbers[i] = numbers[i] * 10 + text[at] - '0';
        at++;
      }
      at++;
    }
    return new SchedulerWord(numbers[0], numbers[1]);
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  SchedulerWord since(SchedulerWord before) {
    return new SchedulerWord(ran - before.ran, waited - before.waited);
  }

  boolean isNothing() {
    return ran == 0 && waited == 0;
  }
}
