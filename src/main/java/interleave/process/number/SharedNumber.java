package interleave.process.number;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.event.ValueType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;

/**
 * A number in a file that several processes have mapped into their memory: what one writes the
 * others read. Reading and writing are one step each, and nothing keeps others out between them.
 *
 * <p>Numbers of one name are the same number, in whichever process of the run.
 */
public final class SharedNumber {
  private static final VarHandle INT =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private final Recorder recorder = Recorder.current();
  private final ByteBuffer memory;
  private final int place;
  private final int object;

  private SharedNumber(ByteBuffer memory, int place, String name) {
    this.memory = memory;
    this.place = place;
    object = recorder.object(ObjectType.VARIABLE, key("shared " + name), name);
  }

  /** The number in the four bytes from {@code place}, which is a multiple of four. */
  public static SharedNumber at(MappedByteBuffer memory, int place, String name) {
    return new SharedNumber(memory, place, name);
  }

  private static long key(String name) {
    long key = BASIS;
    for (int i = 0; i < name.length(); i++) {
      key = (key ^ name.charAt(i)) * PRIME;
    }
    return key == 0 ? 1 : key;
  }

  public int get() {
    int site = recorder.callerSite();
    int value = (int) INT.getVolatile(memory, place);
    recorder.log().event(EventKind.FIELD_READ, ValueType.INT.code(), object, site, value);
    return value;
  }

  public void set(int value) {
    int site = recorder.callerSite();
    INT.setVolatile(memory, place, value);
    recorder.log().event(EventKind.FIELD_WRITE, ValueType.INT.code(), object, site, value);
  }
}
