package interleave.timeline.derive.image;

import java.io.IOException;

/** Arrays of numbers; integers as differences, since they are times and indices mostly. */
final class Numbers {
  private Numbers() {}

  static void write(long[] array, ByteSink to) throws IOException {
    long before = 0;
    for (long each : array) {
      to.number(each - before);
      before = each;
    }
  }

  static void read(long[] array, ByteSource from) throws IOException {
    long before = 0;
    for (int i = 0; i < array.length; i++) {
      before += from.number();
      array[i] = before;
    }
  }

  static void write(int[] array, ByteSink to) throws IOException {
    int before = 0;
    for (int each : array) {
      to.number(each - before);
      before = each;
    }
  }

  static void read(int[] array, ByteSource from) throws IOException {
    int before = 0;
    for (int i = 0; i < array.length; i++) {
      before += (int) from.number();
      array[i] = before;
    }
  }

  static void write(byte[] array, ByteSink to) throws IOException {
    for (byte each : array) {
      to.number(each);
    }
  }

  static void read(byte[] array, ByteSource from) throws IOException {
    for (int i = 0; i < array.length; i++) {
      array[i] = (byte) from.number();
    }
  }

  static void write(boolean[] array, ByteSink to) throws IOException {
    for (boolean each : array) {
      to.unsigned(each ? 1 : 0);
    }
  }

  static void read(boolean[] array, ByteSource from) throws IOException {
    for (int i = 0; i < array.length; i++) {
      array[i] = from.unsigned() != 0;
    }
  }

  static void write(double[] array, ByteSink to) throws IOException {
    for (double each : array) {
      to.real(each);
    }
  }

  static void read(double[] array, ByteSource from) throws IOException {
    for (int i = 0; i < array.length; i++) {
      array[i] = from.real();
    }
  }

  /** An array whose length is not known otherwise. */
  static void sized(long[] array, ByteSink to) throws IOException {
    to.unsigned(array.length);
    write(array, to);
  }

  static long[] sized(ByteSource from) throws IOException {
    long[] array = new long[from.count()];
    read(array, from);
    return array;
  }
}
