package interleave.process.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as a broker, or somebody who pretends to be one, may send them. */
class StompParserTest {
  private final StompParser parser = new StompParser();

  private List<StompFrame> all(byte[] bytes, int piece) throws IOException {
    List<StompFrame> frames = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += piece) {
      int count = Math.min(piece, bytes.length - from);
      byte[] part = new byte[count];
      System.arraycopy(bytes, from, part, 0, count);
      parser.feed(part, count);
      for (StompFrame frame = parser.next(); frame != null; frame = parser.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096, 1 << 20})
  void framesComeOutAsTheyWentInWhateverThePieces(int piece) throws IOException {
    byte[] first = StompFrame.of("SEND", bytes("a\0b\n\nü"), "k:1", "v\\\n:\r", "x", "").encode();
    byte[] second = StompFrame.of("RECEIPT", "receipt-id", "r1").encode();
    byte[] third = StompFrame.of("MESSAGE", new byte[200_000], "n", "1").encode();
    byte[] sent = new byte[first.length + second.length + third.length + 3];
    System.arraycopy(first, 0, sent, 0, first.length);
    sent[first.length] = '\n';
    sent[first.length + 1] = '\r';
    sent[first.length + 2] = '\n';
    System.arraycopy(second, 0, sent, first.length + 3, second.length);
    System.arraycopy(third, 0, sent, first.length + 3 + second.length, third.length);
    List<StompFrame> frames = all(sent, piece);
    assertThat(frames)
        .extracting(StompFrame::command)
        .containsExactly("SEND", "RECEIPT", "MESSAGE");
    assertThat(frames.getFirst().header("k:1")).isEqualTo("v\\\n:\r");
    assertThat(frames.getFirst().text()).isEqualTo("a\0b\n\nü");
    assertThat(frames.getLast().body()).hasSize(200_000);
  }

  @Test
  void ofTwoHeadersOfOneNameTheFirstCounts() throws IOException {
    assertThat(all(bytes("MESSAGE\r\na:1\r\na:2\r\n\r\nbody\0"), 5).getFirst())
        .satisfies(it -> assertThat(it.header("a")).isEqualTo("1"))
        .satisfies(it -> assertThat(it.text()).isEqualTo("body"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MESSAGE\nno colon\n\n\0",
        "MESSAGE\na:\\t\n\n\0",
        "MESSAGE\na:\\\n\n\0",
        "MESSAGE\0",
        "MESSAGE\ncontent-length:-1\n\n\0",
        "MESSAGE\ncontent-length:\n\n\0",
        "MESSAGE\ncontent-length:99999999999999999999\n\n\0",
        "MESSAGE\ncontent-length:1048577\n\n",
        "MESSAGE\ncontent-length:1\n\nab\0",
      })
  void whatIsNoFrameIsRefused(String hostile) {
    assertThatExceptionOfType(RefusedFrameException.class).isThrownBy(() -> all(bytes(hostile), 4));
  }

  @Test
  void aHeadWithoutAnEndIsRefusedAndNotKept() {
    assertThatExceptionOfType(RefusedFrameException.class)
        .isThrownBy(() -> all(bytes("A".repeat(10 << 20)), 1000));
    assertThatExceptionOfType(RefusedFrameException.class)
        .isThrownBy(
            () -> new StompParserTest().all(bytes("MESSAGE\n" + "a:b\n".repeat(100) + "\n\0"), 99));
  }

  @Test
  void aBodyWithoutAnEndIsRefused() {
    assertThatExceptionOfType(RefusedFrameException.class)
        .isThrownBy(() -> all(bytes("MESSAGE\n\n" + "x".repeat(2 << 20)), 8192));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] bytes = bytes("MESSAGE\na:x\n\n\0");
    bytes[10] = (byte) 0xff;
    assertThatExceptionOfType(RefusedFrameException.class).isThrownBy(() -> all(bytes, 100));
  }

  @Test
  void whateverComesItIsAFrameOrRefused() {
    Random random = new Random(1);
    String alphabet = "MESSAGE\n\n\n:\0\0\r\\ncx1content-length:5";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder noise = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        new StompParserTest().all(bytes(noise.toString()), 1 + random.nextInt(9));
      } catch (IOException e) {
        assertThat(e).isInstanceOf(RefusedFrameException.class);
      }
    }
  }
}
