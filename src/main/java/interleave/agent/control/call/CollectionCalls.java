package interleave.agent.control.call;

import static interleave.agent.control.call.Operation.READ;
import static interleave.agent.control.call.Operation.UPDATE;
import static interleave.agent.control.call.Operation.WRITE;

import java.util.Set;

/**
 * Calls on collections: each is one thing, which a method looks at or changes. A collection that is
 * about to be shared is known by where it is kept, see {@code Objects.hold}.
 */
public final class CollectionCalls {
  /** What such an object is, as the explorer is told. */
  public static final String TYPE = "collection";

  /** In place of the class whose method it is. */
  static final String OWNER = "*";

  private static final String UTIL = "java/util/";
  private static final String CONCURRENT = "java/util/concurrent/Concurrent";
  private static final String ON_WRITE = "java/util/concurrent/CopyOnWrite";
  private static final String KEY = "(Ljava/lang/Object;";

  private static final Set<String> CONTAINERS =
      Set.of(
          "Collection List Set SortedSet NavigableSet Map SortedMap NavigableMap"
              .concat(" SequencedCollection SequencedSet SequencedMap Queue Deque")
              .concat(" AbstractCollection AbstractList AbstractSet AbstractMap AbstractQueue")
              .concat(" AbstractSequentialList ArrayList LinkedList ArrayDeque PriorityQueue")
              .concat(" HashMap LinkedHashMap TreeMap HashSet LinkedHashSet TreeSet EnumMap")
              .concat(" EnumSet Vector Stack Hashtable Properties WeakHashMap IdentityHashMap")
              .concat(" BitSet")
              .split(" "));

  /** What comes of a collection and is a part of it. */
  private static final Set<String> PARTS = Set.of("Iterator", "ListIterator", "Map$Entry");

  private static final Set<String> OF_LANGUAGE =
      Set.of("java/lang/Iterable", "java/lang/StringBuilder", "java/lang/StringBuffer");

  private static final Set<String> LOCKED =
      Set.of(
          "java/util/Vector",
          "java/util/Stack",
          "java/util/Hashtable",
          "java/util/Properties",
          "java/lang/StringBuffer");

  /** Whose results are parts of what they are asked of. */
  private static final Set<String> GIVE_PARTS =
      Set.of(
          "iterator listIterator descendingIterator keySet values entrySet subList reversed"
              .concat(" headMap tailMap subMap descendingMap headSet tailSet subSet descendingSet")
              .concat(" navigableKeySet descendingKeySet sequencedKeySet sequencedValues")
              .concat(" sequencedEntrySet firstEntry lastEntry")
              .split(" "));

  private CollectionCalls() {}

  /** Whether what has that type, an internal name, is a collection. */
  public static boolean isContainer(String type) {
    return OF_LANGUAGE.contains(type)
        || type.startsWith(CONCURRENT)
        || type.startsWith(ON_WRITE)
        || type.startsWith(UTIL) && CONTAINERS.contains(type.substring(UTIL.length()));
  }

  /** Whether such a collection of the JDK's takes no lock. */
  public static boolean isPlain(String type) {
    return isContainer(type) && !LOCKED.contains(type);
  }

  /** Whether it may also be asked by way of that type. */
  static boolean isOne(String type) {
    return isContainer(type)
        || type.startsWith(UTIL) && PARTS.contains(type.substring(UTIL.length()));
  }

  /** Whether the result of a method of that name is a part of the collection. */
  public static boolean givesPart(String method) {
    return GIVE_PARTS.contains(method);
  }

  static void addAll() {
    Calls.add(OWNER, "get getOrDefault containsKey", KEY, READ, Calls.Handed.KEY, TYPE);
    Calls.add(OWNER, "get", "(I)", READ, Calls.Handed.KEY, TYPE);
    String entry = KEY.concat("Ljava/lang/Object;)");
    Calls.add(OWNER, "put replace", entry, WRITE, Calls.Handed.ENTRY, TYPE);
    Calls.add(OWNER, "set", "(ILjava/lang/Object;)", WRITE, Calls.Handed.ENTRY, TYPE);
    reads("contains containsAll containsValue size isEmpty peek peekFirst peekLast element");
    reads("getFirst getLast first last firstKey lastKey firstEntry lastEntry floor ceiling");
    reads("higher lower floorKey ceilingKey higherKey lowerKey floorEntry ceilingEntry");
    reads("higherEntry lowerEntry indexOf lastIndexOf iterator listIterator descendingIterator");
    reads("keySet values entrySet navigableKeySet descendingKeySet subList headMap tailMap");
    reads("subMap descendingMap headSet tailSet subSet descendingSet forEach toArray");
    reads("stream parallelStream spliterator reversed sequencedKeySet sequencedValues");
    reads("sequencedEntrySet hasNext next hasPrevious previous forEachRemaining getValue");
    reads("elementAt firstElement lastElement empty cardinality nextSetBit length");
    reads("charAt toString capacity mappingCount reduce search");
    updates("put putIfAbsent putAll putFirst putLast remove replace compute computeIfAbsent");
    updates("computeIfPresent merge clear add addAll offer poll offerFirst offerLast pollFirst");
    updates("pollLast push pop addFirst addLast removeFirst removeLast set removeIf replaceAll");
    updates("removeAll retainAll pollFirstEntry pollLastEntry sort setValue addElement");
    updates("removeElement insertElementAt setElementAt flip and or xor append insert");
    updates(
        "addIfAbsent setLength reverse delete deleteCharAt setCharAt ensureCapacity trimToSize");
  }

  private static void reads(String names) {
    Calls.add(OWNER, names, "", READ, TYPE);
  }

  private static void updates(String names) {
    Calls.add(OWNER, names, "", UPDATE, TYPE);
  }
}
