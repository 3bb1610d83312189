package io.aerodb.console.command;

import static io.aerodb.audit.BodyMembers.ERRORS;

import io.aerodb.audit.AuditEvent;
import io.aerodb.audit.AuditQuery;
import io.aerodb.audit.AuditRecord;
import io.aerodb.audit.AuditTrail;
import io.aerodb.audit.ControlStatus;
import io.aerodb.audit.Stage;
import io.aerodb.audit.UnresolvedRequest;
import io.aerodb.audit.journal.FileAuditLog;
import io.aerodb.audit.json.Json;
import io.aerodb.command.error.SafeText;
import io.aerodb.console.line.ParsedLine;
import io.aerodb.console.line.Subcommand;
import io.aerodb.console.line.UsageException;
import io.aerodb.console.print.Printer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs the two sub-commands that only read the audit journal, {@code trail} and {@code unresolved}. It is opened for
 * reading: no lock, no change, no kernel, no session.
 */
public final class TrailCommands {
  private static final long DEFAULT_LIMIT = 100;

  private final ParsedLine line;
  private final Printer printer;

  private TrailCommands(ParsedLine line, Printer printer) {
    this.line = line;
    this.printer = printer;
  }

  /** Runs a line whose verb is one of the two; empty, with nothing done, if it is another. */
  public static Optional<ExitCode> run(ParsedLine line, Printer printer) {
    if (line.verb().equals(Optional.of(Subcommand.TRAIL.name()))) {
      return Optional.of(new TrailCommands(line, printer).trail());
    }
    return line.verb().equals(Optional.of(Subcommand.UNRESOLVED.name()))
        ? Optional.of(new TrailCommands(line, printer).unresolved())
        : Optional.empty();
  }

  private ExitCode trail() {
    requireKnown(Subcommand.TRAIL);
    AuditQuery query = query(one("after").map(given -> number("after", given, 0, Json.Int.MAX)).orElse(0L),
        one("limit").map(given -> number("limit", given, 1, AuditQuery.MAX_LIMIT)).orElse(DEFAULT_LIMIT).intValue());
    try (AuditTrail trail = FileAuditLog.read(line.journal())) {
      List<AuditRecord> records = trail.read(query);
      boolean more = records.size() == query.limit()
          && !trail.read(query(records.getLast().sequence(), 1)).isEmpty();
      if (printer.json()) {
        printer.document(Json.object().put("more", more).put("origin", trail.origin())
            .put("records", new Json.Arr(records.stream().map(record -> Json.parse(record.toString())).toList()))
            .build());
      } else {
        printer.table(records.stream().map(TrailCommands::row).toList());
        printer.text("Records of " + SafeText.escape(trail.origin()) + ": " + records.size()
            + (more ? "; there are more: --after " + records.getLast().sequence() : "") + "\n");
      }
    }
    return ExitCode.DONE;
  }

  private ExitCode unresolved() {
    requireKnown(Subcommand.UNRESOLVED);
    try (AuditTrail trail = FileAuditLog.read(line.journal())) {
      ControlStatus controlStatus = trail.controlStatus();
      if (printer.json()) {
        printer.document(Json.object().put("origin", trail.origin())
            .put("recovery", new Json.Arr(controlStatus.recovery().stream()
                .map(notice -> (Json) Json.object().put("id", notice.id()).put("text", notice.text()).build())
                .toList()))
            .put("unresolved", new Json.Arr(controlStatus.unresolved().stream().map(TrailCommands::json).toList()))
            .build());
      } else {
        if (!controlStatus.unresolved().isEmpty()) {
          printer.table(controlStatus.unresolved().stream().map(TrailCommands::row).toList());
        }
        printer.text(
            "Unresolved requests in " + SafeText.escape(trail.origin()) + ": " + controlStatus.unresolved().size()
                + "\n");
        controlStatus.recovery().forEach(notice -> printer
            .text("The log set something aside, " + SafeText.escape(notice.id()) + ": " + SafeText.escape(notice.text())
                + "\n"));
      }
    }
    return ExitCode.DONE;
  }

  private void requireKnown(Subcommand verb) {
    List<String> names = verb.options().stream().map(Subcommand.Option::name).toList();
    line.arguments().keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
      throw new UsageException(
          verb.name() + " takes no " + SafeText.quote(name) + "; what it takes stands in " + verb.name() + " --help");
    });
  }

  private AuditQuery query(long after, int limit) {
    AuditQuery.Builder query = AuditQuery.builder().after(after).limit(limit);
    one("request").ifPresent(query::requestId);
    one("operator").ifPresent(query::operator);
    one("from").map(given -> time("from", given)).ifPresent(query::from);
    one("until").map(given -> time("until", given)).ifPresent(query::until);
    line.arguments().getOrDefault("stage", List.of()).forEach(given -> query.addStages(stage(given)));
    return query.build();
  }

  private Optional<String> one(String name) {
    List<String> given = line.arguments().getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new UsageException("--" + name + " takes one value");
    }
    return given.stream().findFirst();
  }

  private static Instant time(String name, String given) {
    try {
      return Instant.parse(given);
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--" + name + " takes a time such as 2026-03-01T12:00:00Z, not " + SafeText.quote(given));
    }
  }

  private static long number(String name, String given, long least, long most) {
    if (given.matches("[0-9]{1,16}") && Long.parseLong(given) >= least && Long.parseLong(given) <= most) {
      return Long.parseLong(given);
    }
    throw new UsageException(
        "--" + name + " takes a whole number from " + least + " to " + most + ", not " + SafeText.quote(given));
  }

  private static Stage stage(String given) {
    return Arrays.stream(Stage.values()).filter(stage -> stage.label().equals(given)).findFirst()
        .orElseThrow(() -> new UsageException(
            "--stage takes one of " + Arrays.stream(Stage.values()).map(Stage::label).collect(Collectors.joining(", "))
                + ", not "
                + SafeText.quote(given)));
  }

  private static Map<String, String> row(AuditRecord record) {
    AuditEvent event = record.event();
    var row = new LinkedHashMap<String, String>();
    row.put("record", Long.toString(record.sequence()));
    row.put("time", event.time().toString());
    row.put("request", SafeText.escape(event.requestId().orElse("")));
    row.put("stage", event.stage().label());
    row.put("operator", SafeText.escape(event.operator().orElse("")));
    row.put("command", SafeText.escape(event.command().map(TrailCommands::command).orElse("")));
    row.put("why", SafeText.escape(codes(event.body())));
    return row;
  }

  private static Map<String, String> row(UnresolvedRequest request) {
    Map<String, String> row = row(request.dispatched());
    row.remove("why");
    row.put("end in the trail", request.end().name().toLowerCase(Locale.ROOT));
    return row;
  }

  private static Json json(UnresolvedRequest request) {
    return Json.object().put("dispatched", Json.parse(request.dispatched().toString())).put("end", request.end().name())
        .put("request", request.requestId()).build();
  }

  /** Name and arguments without the reason, which every JSON line has. */
  private static String command(Json.Obj command) {
    var text = new StringBuilder(command.text(AuditEvent.COMMAND_NAME).orElse(""));
    command.object(AuditEvent.COMMAND_ARGUMENTS).orElse(Json.Obj.EMPTY).members().forEach((name, value) -> {
      if (!name.equals("reason")) {
        text.append(' ').append(name).append('=').append(value instanceof Json.Str(String one) ? one
            : String.join(",", command.object(AuditEvent.COMMAND_ARGUMENTS).orElse(Json.Obj.EMPTY).texts(name)));
      }
    });
    return text.toString();
  }

  private static String codes(Json.Obj body) {
    return body.get(ERRORS).orElse(null) instanceof Json.Arr(List<Json> errors)
        ? errors.stream().map(error -> error instanceof Json.Obj object ? object.text("code").orElse("") : "")
            .distinct()
            .collect(Collectors.joining(", "))
        : "";
  }
}
