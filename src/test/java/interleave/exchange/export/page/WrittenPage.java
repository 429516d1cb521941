package interleave.exchange.export.page;

import interleave.app.command.JsonTree;
import interleave.exchange.export.Excerpt;
import interleave.file.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A page as it was written, and what is packed in it. */
final class WrittenPage {
  final String html;
  final Map<String, Object> head;
  private final byte[] bytes;
  private int at;

  WrittenPage(Excerpt what) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PageFormat().write(what, out, Progress.UNHEARD);
    html = out.toString(StandardCharsets.UTF_8);
    String letters = between("<script type=\"text/plain\" id=\"data\">", "</script>");
    byte[] small = Base64.getDecoder().decode(letters);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(small), new Inflater(true))) {
      bytes = in.readAllBytes();
    }
    int length = (int) number();
    head = JsonTree.read(new String(bytes, at, length, StandardCharsets.UTF_8));
    at += length;
  }

  String between(String begin, String end) {
    int from = html.indexOf(begin) + begin.length();
    return html.substring(from, html.indexOf(end, from));
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** What is in the head by those names, and numbers within lists. */
  Object at(Object... path) {
    return at((Object) head, path);
  }

  private static Object at(Object from, Object[] path) {
    Object at = from;
    for (Object step : path) {
      at = at instanceof List<?> list ? list.get((int) step) : ((Map<?, ?>) at).get(step);
    }
    return at;
  }

  /** The number of the row of that kind and name. */
  int row(String kind, String name) {
    List<?> rows = (List<?>) at("rows");
    for (int i = 0; i < rows.size(); i++) {
      if (at("rows", i, "kind").equals(kind) && name(i).equals(name)) {
        return i;
      }
    }
    throw new AssertionError("no " + kind + " " + name + " in " + rows.size() + " rows");
  }

  /** What a row is called. */
  Object name(int row) {
    return at("texts", "en", ((Number) at("rows", row, "name")).intValue());
  }

  /** Of each row its things, each as its numbers; after them the links. */
  List<List<long[]>> things() {
    List<List<long[]>> all = new ArrayList<>();
    for (Object row : (List<?>) at("rows")) {
      all.add(things(((Number) ((Map<?, ?>) row).get("size")).intValue(), PageRow.WIDTH + 1));
    }
    all.add(things(((Number) at("links")).intValue(), PageLinks.WIDTH + 1));
    return all;
  }

  private List<long[]> things(int size, int width) {
    List<long[]> things = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      things.add(new long[width]);
    }
    for (int column = 0; column < width; column++) {
      long before = 0;
      for (long[] thing : things) {
        long next = number();
        thing[column] = column > 0 ? next : (before += next >>> 1 ^ -(next & 1));
      }
    }
    return things;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }
}
