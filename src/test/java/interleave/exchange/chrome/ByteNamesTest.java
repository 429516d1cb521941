package interleave.exchange.chrome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteNamesTest {
  private static final int MANY = 5000;

  private static int get(ByteNames names, String name) {
    byte[] within = ("<" + name + ">").getBytes(UTF_8);
    return names.get(within, 1, within.length - 2);
  }

  private static boolean put(ByteNames names, String name, int id) {
    byte[] within = ("<" + name + ">").getBytes(UTF_8);
    return names.put(within, 1, within.length - 2, id);
  }

  @Test
  void whatWasPutIsFoundAgainAmongMany() {
    ByteNames names = new ByteNames(MANY);
    for (int i = 1; i <= MANY; i++) {
      assertThat(put(names, "name " + i, 3 * i)).isTrue();
    }
    for (int i = 1; i <= MANY; i++) {
      assertThat(get(names, "name " + i)).isEqualTo(3 * i);
    }
    assertThat(names.size()).isEqualTo(MANY);
  }

  @Test
  void aNameThatBeginsAsAnotherIsAnother() {
    ByteNames names = new ByteNames(MANY);
    put(names, "", 1);
    put(names, "copy", 2);
    put(names, "copy of it all", 3);
    assertThat(get(names, "")).isEqualTo(1);
    assertThat(get(names, "copy")).isEqualTo(2);
    assertThat(get(names, "copy of it all")).isEqualTo(3);
    assertThat(get(names, "cop")).isZero();
    assertThat(get(names, "copy of it")).isZero();
  }

  @Test
  void whereThereAreTooManyThoseThatWereThereStayKnown() {
    ByteNames names = new ByteNames(2);
    assertThat(put(names, "one", 1)).isTrue();
    assertThat(put(names, "two", 2)).isTrue();
    assertThat(put(names, "three", 3)).isFalse();
    assertThat(get(names, "three")).isZero();
    assertThat(get(names, "one")).isEqualTo(1);
    assertThat(get(names, "two")).isEqualTo(2);
  }

  @Test
  void namesThatAreTooLongTogetherAreNotKept() {
    ByteNames names = new ByteNames(MANY);
    byte[] large = new byte[1 << 25];
    assertThat(names.put(large, 0, large.length, 1)).isTrue();
    assertThat(names.put(large, 0, large.length - 1, 2)).isTrue();
    assertThat(names.put(large, 0, 2, 3)).isFalse();
    assertThat(put(names, "a", 4)).isTrue();
  }
}
