package com.acme.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.*;

import io.aerodb.audit.*;
import io.aerodb.audit.store.RecordStore;
import java.io.*;
import java.nio.channels.FileChannel;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.Stream;

/**
 * A store that keeps records in a directory, a file for each append. The file is made under another name first, so that
 * it is there as a whole or not at all.
 */
final class DirectoryStore implements RecordStore {
  // A second channel to the lock's file would release the lock once it is closed: so there is none in one process.
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel lock;
  private final NavigableMap<Long, Path> files = new ConcurrentSkipListMap<>();

  DirectoryStore(Path directory) throws IOException {
    this.directory = directory.toRealPath();
    this.lock = locked(this.directory);
    try (Stream<Path> found = Files.list(directory)) {
      found.filter(file -> file.toString().endsWith(".jsonl")).forEach(file -> files.put(first(file), file));
    }
  }

  @Override
  public long count() throws IOException {
    return files.isEmpty() ? 0 : files.lastKey() + lines(files.lastEntry().getValue()).length - 1;
  }

  @Override
  public AuditRecord record(long sequence) throws IOException {
    Map.Entry<Long, Path> file = files.floorEntry(sequence);
    return AuditRecord.parse(lines(file.getValue())[(int) (sequence - file.getKey())].getBytes(UTF_8));
  }

  @Override
  public void add(List<AuditRecord> records) throws IOException {
    Path draft = directory.resolve("draft");
    try (var out = new FileOutputStream(draft.toFile())) {
      for (AuditRecord record : records) {
        out.write(record.line());
        out.write('\n');
      }
      out.getFD().sync();
    }
    Path file = directory.resolve(records.getFirst().sequence() + ".jsonl");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(directory)) {
      names.force(true);
    }
    files.put(first(file), file);
  }

  @Override
  public Optional<String> residesIn() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lock.close();
    OPEN.remove(directory);
  }

  private static FileChannel locked(Path directory) throws IOException {
    if (!OPEN.add(directory)) {
      throw new IOException(directory + " is open in this process");
    }
    try {
      FileChannel lock = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
      if (lock.tryLock() == null) {
        throw new IOException(directory + " is open in another process");
      }
      return lock;
    } catch (IOException e) {
      OPEN.remove(directory);
      throw e;
    }
  }

  private static long first(Path file) {
    return Long.parseLong(file.getFileName().toString().replace(".jsonl", ""));
  }

  // Not a channel, which an interrupt of the reader would close.
  private static String[] lines(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), UTF_8).split("\n");
    }
  }
}
