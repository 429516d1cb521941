package interleave.file;

import java.nio.channels.FileChannel;

/**
 * Where something stands in a saved file, as it is.
 *
 * @param file open as long as the recording that it is of; its bytes stay what they are when
 *     another file takes its name, not when somebody writes into it
 * @param crc32 the CRC-32 that the file says it has
 */
public record SavedPart(FileChannel file, long offset, long length, int crc32) {}
