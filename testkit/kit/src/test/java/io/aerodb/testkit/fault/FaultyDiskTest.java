package io.aerodb.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aerodb.audit.AuditUnreadableException;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.journal.JournalOptions;
import io.aerodb.audit.journal.disk.Disk;
import io.aerodb.command.error.ErrorCode;
import io.aerodb.command.session.Session;
import io.aerodb.testkit.plane.ClusterFixture;
import io.aerodb.testkit.plane.QuickCluster;
import io.aerodb.testkit.plane.TmpfsDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyDiskTest {
  @TempDir(factory = TmpfsDirectory.class)
  Path directory;

  @Test
  void every_step_that_changes_something_is_passed_in_order() {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    try (FileAuditLog log = journal((step, path, point) -> seen.add(step + " " + point))) {
      seen.clear();
      session(log).submit(ClusterFixture.input("look", "inspect_cluster_state"));
      assertThat(seen).containsExactly("WRITE BEFORE_CALL", "WRITE HALFWAY", "WRITE AFTER_EFFECT", "FORCE BEFORE_CALL",
          "FORCE AFTER_EFFECT", "WRITE BEFORE_CALL", "WRITE HALFWAY", "WRITE AFTER_EFFECT", "FORCE BEFORE_CALL",
          "FORCE AFTER_EFFECT");
    }
  }

  @Test
  void a_hook_that_throws_makes_the_step_fail_and_the_log_takes_nothing_more() {
    var failing = new AtomicBoolean();
    try (FileAuditLog log = journal((step, path, point) -> {
      if (failing.get() && step == FaultyDisk.DiskStep.WRITE && point == Point.HALFWAY) {
        throw new IOException("planned");
      }
    })) {
      Session session = session(log);
      failing.set(true);
      assertThat(ClusterFixture.codes(session.submit(ClusterFixture.input("torn", "inspect_cluster_state"))))
          .containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
      failing.set(false);
      assertThat(ClusterFixture.codes(session.submit(ClusterFixture.input("after", "inspect_cluster_state"))))
          .containsExactly(ErrorCode.AUDIT_UNAVAILABLE);
    }
    try (FileAuditLog again = ClusterFixture.journal(directory.resolve("journal"))) {
      assertThat(again.first("after")).isEmpty();
      assertThat(again.controlStatus().recovery()).hasSize(1);
    }
  }

  @Test
  void a_disk_that_makes_no_directory_opens_no_journal() {
    assertThatThrownBy(() -> journal((step, path, point) -> {
      throw new IOException("planned");
    })).isInstanceOf(AuditUnreadableException.class);
  }

  private FileAuditLog journal(FaultyDisk.Hook hook) {
    return FileAuditLog.open(directory.resolve("journal"),
        JournalOptions.builder().origin("test").disk(FaultyDisk.around(Disk.local(), hook)).build());
  }

  private Session session(FileAuditLog log) {
    ClusterFixture.cluster(directory.resolve("cluster"));
    return ClusterFixture.plane(QuickCluster.kernel(directory.resolve("cluster")), log).session(ClusterFixture.ADA);
  }
}
