package interleave.timeline.layout;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What many things of one sort are called, and what they do at a moment. */
public final class GroupText {
  private static final Words WORDS = Words.of("timeline/groups");

  private GroupText() {}

  /** {@code 500 locks}. */
  public static String title(ThingGroup group) {
    return WORDS.get("title." + group.sort(), Durations.count(group.members().size()));
  }

  /** What one of the amounts is called within the picture. */
  public static String word(Sort sort, int amount) {
    return WORDS.get("word." + sort + "." + amount);
  }

  /** The same where one does not see of what. */
  public static String legend(Sort sort, int amount) {
    return WORDS.get("legend." + sort + "." + amount);
  }

  /** {@code at most 37 held at once} and what they do at that moment, in two lines. */
  public static List<String> facts(ThingGroup group, long time) {
    List<String> parts = parts(group, time);
    boolean happens = group.sort().happens();
    int last = happens ? Math.min(2, parts.size()) : parts.size();
    List<String> facts = new ArrayList<>();
    if (group.most() > 0 && !happens) {
      facts.add(WORDS.get("most." + group.sort(), Durations.count(group.most())));
    }
    facts.add(String.join(WORDS.get("and"), parts.subList(0, last)));
    facts.addAll(parts.subList(last, parts.size()));
    return facts;
  }

  /** {@code 3 held, 1 of them waited for}. */
  public static String states(ThingGroup group, long time) {
    return String.join(WORDS.get("and"), parts(group, time));
  }

  private static List<String> parts(ThingGroup group, long time) {
    int[] counts = group.counts(time);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int count = Math.max(0, counts[i]);
      if (i == 0 || count > 0) {
        parts.add(WORDS.count("count." + group.sort() + "." + i, count, Durations.count(count)));
      }
    }
    return parts;
  }

  public static String at(String moment) {
    return WORDS.get("at", moment);
  }
}
