package io.aerodb.sim.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The storage on disk without forcing anything: a killed process loses nothing of it, and tests end sooner. */
public class QuickStorage extends DiskStorage {
  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }

  @Override
  public void append(Path file, long offset, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(offset);
      channel.write(ByteBuffer.wrap(content), offset);
    }
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {}
}
