package program;

import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.ReentrantLock;

/** Four threads that take a lock each again and again, and count that in a mapped file. */
public final class Ticking {
  public static void main(String[] args) throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(args[0], "rw")) {
      MappedByteBuffer ticks = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 32);
      ticks.order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < 4; i++) {
        int at = 8 * i;
        new Thread(() -> tick(ticks, at), "ticking " + i).start();
      }
    }
  }

  private static void tick(MappedByteBuffer ticks, int at) {
    ReentrantLock lock = new ReentrantLock();
    for (long count = 1; true; count++) {
      lock.lock();
      lock.unlock();
      ticks.putLong(at, count);
    }
  }
}
