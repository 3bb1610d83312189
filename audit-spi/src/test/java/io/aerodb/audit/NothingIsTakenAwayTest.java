package io.aerodb.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.audit.store.MemoryAuditLog;
import io.aerodb.audit.store.RecordStore;
import io.aerodb.audit.store.StoredAuditLog;
import io.aerodb.freeze.claims.Covers;
import io.aerodb.freeze.claims.CoversViolation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Proves that what was recorded stays: no method alters or removes a record, and nothing does so by itself. */
class NothingIsTakenAwayTest {
  private static final Set<String> TRAIL =
      Set.of("origin", "cluster", "read", "first", "controlStatus", "verify", "close");

  private static Set<String> methods(Class<?> type) {
    return new TreeSet<>(Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName).toList());
  }

  @Test
  @Covers("AU-1")
  void to_append_is_the_only_way_to_write() {
    var log = new TreeSet<>(TRAIL);
    log.addAll(Set.of("append", "residesIn"));

    assertThat(methods(AuditTrail.class)).isEqualTo(TRAIL);
    assertThat(methods(AuditLog.class)).containsExactly("append", "residesIn");
    assertThat(methods(FileAuditLog.class)).isEqualTo(log);
    assertThat(methods(MemoryAuditLog.class)).isEqualTo(log);
    assertThat(methods(StoredAuditLog.class)).isEqualTo(log);
  }

  @Test
  @CoversViolation("AU-1")
  void what_was_read_can_not_be_changed_and_changes_nothing() {
    MemoryAuditLog log = MemoryAuditLog.of("log-1");
    log.append(new Precondition.Unclaimed("r-1"), Events.upTo(Stage.PROPOSED, "r-1", true));
    List<AuditRecord> read = log.read(AuditQuery.builder().build());

    assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(read.getFirst().event().body().members()::clear)
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(log.read(AuditQuery.builder().build())).isEqualTo(read).hasSize(2);
  }

  @Test
  @Covers("AU-11")
  void the_store_of_a_host_is_asked_for_nothing_but_to_add_and_to_read() {
    assertThat(methods(RecordStore.class)).containsExactly("add", "close", "count", "record", "residesIn");
  }

  @Test
  @Covers("AU-11")
  void the_disk_of_the_journal_knows_no_way_to_delete() {
    assertThat(methods(Disk.class)).containsExactlyInAnyOrder("exists", "createDirectory", "list", "stat",
        "openForAppend", "openForRead", "rename", "forceDirectory", "lock");
  }
}
