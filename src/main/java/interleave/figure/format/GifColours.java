package interleave.figure.format;

import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At most 255 colours for all pictures of an animation: those of roles that occur, and then those
 * that occur most often; what is left takes the nearest of them.
 */
final class GifColours {
  /** The index of pixels that stay as they were. */
  static final int SAME = 255;

  private static final int MOST = 255;
  private static final int CACHE = 1 << 14;

  private final int[] colours;
  private final int[] keys = new int[CACHE];
  private final byte[] nearest = new byte[CACHE];

  private GifColours(int[] colours) {
    this.colours = colours;
  }

  static GifColours of(Palette palette, List<int[]> samples) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int[] pixels : samples) {
      for (int i = 0; i < pixels.length; i++) {
        int from = i;
        while (i + 1 < pixels.length && pixels[i + 1] == pixels[from]) {
          i++;
        }
        counts.merge(pixels[from] & 0xFFFFFF, i - from + 1, Integer::sum);
      }
    }
    Set<Integer> chosen = new LinkedHashSet<>();
    for (Role role : Role.values()) {
      if (counts.containsKey(palette.colour(role))) {
        chosen.add(palette.colour(role));
      }
    }
    List<Map.Entry<Integer, Integer>> often = new ArrayList<>(counts.entrySet());
    often.sort(
        Map.Entry.<Integer, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    often.forEach(
        each -> {
          if (chosen.size() < MOST) {
            chosen.add(each.getKey());
          }
        });
    return new GifColours(chosen.stream().mapToInt(it -> it).toArray());
  }

  /** The table of the file: 256 colours. */
  byte[] table() {
    byte[] table = new byte[3 * (MOST + 1)];
    for (int i = 0; i < colours.length; i++) {
      table[3 * i] = (byte) (colours[i] >> 16);
      table[3 * i + 1] = (byte) (colours[i] >> 8);
      table[3 * i + 2] = (byte) colours[i];
    }
    return table;
  }

  /** The index of the colour nearest to that of a pixel. */
  int index(int pixel) {
    int place = (pixel * 0x9E3779B1) >>> 18;
    if (keys[place] != pixel) {
      keys[place] = pixel;
      nearest[place] = (byte) search(pixel);
    }
    return nearest[place] & 0xFF;
  }

  private int search(int pixel) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      long red = (pixel >> 16 & 255) - (colours[i] >> 16 & 255);
      long green = (pixel >> 8 & 255) - (colours[i] >> 8 & 255);
      long blue = (pixel & 255) - (colours[i] & 255);
      long away = 3 * red * red + 5 * green * green + 2 * blue * blue;
      if (away < least) {
        least = away;
        best = i;
      }
    }
    return best;
  }
}
