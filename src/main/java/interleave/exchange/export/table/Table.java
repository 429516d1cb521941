package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import java.io.IOException;
import java.util.List;

/** One table of a run. */
interface Table {
  /** As its file is called: {@code spans}. */
  String name();

  /** Their heads; of a quantity with its unit. */
  List<String> columns();

  /** Goes through its rows. */
  void tell(Excerpt what, Rows rows) throws IOException;

  /** About how many rows there are. */
  long size(Excerpt what);
}
