package interleave.view.statistics;

import java.util.List;

/** A table of figures; the first column is a name. */
public record Sheet(String title, List<String> columns, List<List<String>> rows) {}
