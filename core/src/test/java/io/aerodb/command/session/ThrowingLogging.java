package io.aerodb.command.session;

import static io.aerodb.command.doubles.PlaneFixture.id;

import io.aerodb.audit.Appended;
import io.aerodb.command.InspectClusterState;
import io.aerodb.command.doubles.PlaneFixture;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** A logging backend that fails at every call, and a program to run on it that prints what came of a few requests. */
public final class ThrowingLogging implements SLF4JServiceProvider {
  private static final AtomicInteger CALLS = new AtomicInteger();

  private final Logger logger =
      (Logger) Proxy.newProxyInstance(Logger.class.getClassLoader(), new Class<?>[]{Logger.class},
          (proxy, method, arguments) -> {
            CALLS.incrementAndGet();
            throw new NoClassDefFoundError("the backend is broken");
          });

  /** Runs requests up to one whose end is lost, which is logged. */
  public static void main(String[] args) {
    System.out.print(outcomes());
    System.out.println(CALLS.get() > 0 ? "the logger was called and failed" : "no logger was called");
  }

  static String outcomes() {
    PlaneFixture fixture = new PlaneFixture();
    var text = new StringBuilder(fixture.runs("r-1", PlaneFixture.PROMOTION).text());
    fixture.log.atAppend(fixture.log.appends() + 2, really -> new Appended.NotWritten("disk full"));
    text.append(fixture.session.run(id("r-2"), new InspectClusterState()).text());
    text.append(fixture.session.run(id("r-3"), new InspectClusterState()).text());
    fixture.log.records().forEach(record -> text.append(record).append('\n'));
    return text.toString();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> logger;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return new BasicMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return new NOPMDCAdapter();
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}
}
