package interleave.timeline.draw;

import java.util.EnumMap;
import java.util.Map;

/** The colours of the roles, as 0xRRGGBB. */
public final class Palette {
  private static final int SOFT_BLACK = 0x0b0f14;
  private static final int WHITE = 0xffffff;

  public static final Palette LIGHT =
      new Palette(
          false,
          SOFT_BLACK,
          """
          BACKGROUND ffffff  BAND f6f8fa  CHIP eaeef2  RULE d8dee4  GRID d0d7de
          TEXT 1f2328  MUTED 59636e  ACCENT 0969da  RED cf222e  GOOD 1a7f4b
          RUNNING 2a9d6e  RUNNING_SOFT c3e5d6  SLEEPING c9d3dd
          LOCK_WAIT d9480f  LOCK_WAIT_GROUND ffd8c2  HOLD 7a2e0e
          QUEUE_WAIT e8a317  QUEUE_WAIT_GROUND fff0c9
          JOINING b9c0c8  JOINING_GROUND eff2f5
          SYNC_WAIT 0b7285  SYNC_WAIT_GROUND d3f3f8  IO 8e63ce  READY 66bb95  READY_GROUND eaf6f0
          UNTRACED_WAIT 7a6f9b  UNTRACED_WAIT_GROUND efecf6  NOT_TOLD dfe4e9  MESSAGE e8a317  GAP cf222e
          MESSAGE_SOFT f5dba6  SYNC_SOFT a5ced5  START_SOFT e1e5e9  IO_SOFT d6c8ec  PATH a3006c
          THREAD_0 0a62c9  THREAD_1 a67de6  THREAD_2 0b6b70  THREAD_3 d36ba6
          THREAD_4 7a5c00  THREAD_5 7cc4f2  THREAD_6 8b2252  THREAD_7 1b2430
          SLICE_0 a9c9f5  SLICE_1 cdbcf2  SLICE_2 97d8cf  SLICE_3 f2b3cf
          SLICE_4 e8d08a  SLICE_5 bfe6f8  SLICE_6 f0b9a1  SLICE_7 c6dd9a
          """);

  public static final Palette DARK =
      new Palette(
          true,
          SOFT_BLACK,
          """
          BACKGROUND 0f1419  BAND 151b22  CHIP 1c232c  RULE 29313a  GRID 29313a
          TEXT e6edf3  MUTED 9198a1  ACCENT 4c9aff  RED ff6b6b  GOOD 56d39b
          RUNNING 3fb27f  RUNNING_SOFT 1d4a37  SLEEPING 3a4550
          LOCK_WAIT ff7a45  LOCK_WAIT_GROUND 4a2312  HOLD ffb088
          QUEUE_WAIT f0b429  QUEUE_WAIT_GROUND 4a3a10
          JOINING 6b747e  JOINING_GROUND 1f262e
          SYNC_WAIT 3bc9db  SYNC_WAIT_GROUND 0d3b45  IO b18cf0  READY 2c7d5b  READY_GROUND 12291f
          UNTRACED_WAIT a79bc9  UNTRACED_WAIT_GROUND 272336  NOT_TOLD 2b333c  MESSAGE f0b429  GAP ff6b6b
          MESSAGE_SOFT 5c4a1c  SYNC_SOFT 1f5963  START_SOFT 2c333b  IO_SOFT 453863  PATH ff6ac1
          THREAD_0 4c9aff  THREAD_1 c3a1f7  THREAD_2 2fb5b0  THREAD_3 f08fc0
          THREAD_4 c9a227  THREAD_5 8fd0ff  THREAD_6 d0587e  THREAD_7 dfe5ea
          SLICE_0 2b4d7a  SLICE_1 4c3f7c  SLICE_2 1d5f5b  SLICE_3 6d3558
          SLICE_4 5f4f1d  SLICE_5 2a5f78  SLICE_6 713f2c  SLICE_7 425c28
          """);

  /**
   * For paper without colours: states are told apart by lightness and patterns. A role that is not
   * in the table is as light as its colour.
   */
  public static final Palette GREY =
      new Palette(
          false,
          0,
          """
          BACKGROUND ffffff  BAND f5f5f5  CHIP ebebeb  RULE d4d4d4  GRID c8c8c8
          TEXT 141414  MUTED 525252  ACCENT 2e2e2e  RED 000000  GOOD 3c3c3c
          RUNNING 8c8c8c  RUNNING_SOFT d2d2d2  SLEEPING e6e6e6
          LOCK_WAIT 000000  LOCK_WAIT_GROUND ffffff  HOLD 2a2a2a
          QUEUE_WAIT 4a4a4a  QUEUE_WAIT_GROUND f0f0f0
          JOINING 707070  JOINING_GROUND f7f7f7
          SYNC_WAIT 303030  SYNC_WAIT_GROUND e4e4e4  IO 454545  READY 8c8c8c  READY_GROUND f7f7f7
          UNTRACED_WAIT 6a6a6a  UNTRACED_WAIT_GROUND ffffff  MESSAGE 4a4a4a  GAP 000000
          MESSAGE_SOFT a8a8a8  SYNC_SOFT 9c9c9c  START_SOFT cfcfcf  IO_SOFT b4b4b4  PATH 000000
          THREAD_0 656565  THREAD_1 bbbbbb  THREAD_2 343434  THREAD_3 9d9d9d
          THREAD_4 d9d9d9  THREAD_5 4b4b4b  THREAD_6 818181  THREAD_7 1b1b1b
          """);

  private final boolean dark;
  private final Map<Role, Integer> colours = new EnumMap<>(Role.class);

  private Palette(boolean dark, int black, String table) {
    this.dark = dark;
    String[] words = table.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      colours.put(Role.valueOf(words[i]), Integer.parseInt(words[i + 1], 16));
    }
    if (black == 0) {
      for (Role role : Role.values()) {
        if (!role.name().startsWith("ON_")) {
          colours.computeIfAbsent(role, it -> grey(LIGHT.colour(it)));
        }
      }
    }
    for (Role role : Role.values()) {
      if (role.name().startsWith("ON_")) {
        colours.put(role, ink(colour(ground(role)), black));
      }
    }
  }

  public boolean dark() {
    return dark;
  }

  public int colour(Role role) {
    Integer colour = colours.get(role);
    if (colour == null) {
      throw new IllegalStateException("no colour for " + role);
    }
    return colour;
  }

  /** What the words of an ON role stand on. */
  static Role ground(Role on) {
    Role fill = Role.valueOf(on.name().substring("ON_".length()));
    return switch (fill) {
      case LOCK_WAIT -> Role.LOCK_WAIT_GROUND;
      case QUEUE_WAIT -> Role.QUEUE_WAIT_GROUND;
      case JOINING -> Role.JOINING_GROUND;
      case SYNC_WAIT -> Role.SYNC_WAIT_GROUND;
      case READY -> Role.READY_GROUND;
      case UNTRACED_WAIT -> Role.UNTRACED_WAIT_GROUND;
      default -> fill;
    };
  }

  /** White where it is read well enough, else black; on fills in between, the deepest black. */
  private static int ink(int ground, int black) {
    if (contrast(WHITE, ground) >= Math.max(4.5, contrast(SOFT_BLACK, ground) * 0.6)) {
      return WHITE;
    }
    return contrast(black, ground) >= 4.5 ? black : 0;
  }

  /** The grey that is as light. */
  private static int grey(int rgb) {
    double light = luminance(rgb);
    int grey = 0;
    while (grey < 255 && linear(grey) < light) {
      grey++;
    }
    return grey * 0x010101;
  }

  /** The contrast ratio of two colours as WCAG defines it, from 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
