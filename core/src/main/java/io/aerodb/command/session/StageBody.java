package io.aerodb.command.session;

import io.aerodb.audit.Stage;
import io.aerodb.audit.json.Json;

/** A stage of a request, and what its record adds to what all records of the request have in common. */
record StageBody(Stage stage, Json.Obj body) {}
