package io.aerodb.freeze.recorder;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * Sees each error that the library itself makes. A test can't vouch for an error code: it would only have to name it. So the constructor of
 * the library's error is made to tell who called it, and what a test made by itself is left out. Shipped code knows nothing of this.
 */
public final class CodeWitness {
  private static final String ERROR = "io.aerodb.command.error.CommandError";
  private static final String PRODUCT = "io.aerodb.command.";
  private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final Map<Class<?>, Boolean> IN_PRODUCT = new ConcurrentHashMap<>();

  private static volatile @Nullable Consumer<String> listener;
  private static boolean installed;

  private CodeWitness() {}

  /** Tells of each code from now on; answers why not, where that is not possible. Does nothing where the library is not present. */
  static synchronized Optional<String> listen(Consumer<String> to) {
    listener = to;
    if (installed) {
      return Optional.empty();
    }
    Class<?> error;
    try {
      error = Class.forName(ERROR, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
    try {
      install(error);
      installed = true;
      return Optional.empty();
    } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException e) {
      return Optional.of("error codes can't be seen: " + e);
    }
  }

  static void listenNoMore() {
    listener = null;
  }

  private static void install(Class<?> error) {
    Instrumentation instrumentation = ByteBuddyAgent.install();
    instrumentation.redefineModule(error.getModule(), Set.of(CodeWitness.class.getModule()), Map.of(), Map.of(),
        Set.of(), Map.of());
    new ByteBuddy().redefine(error)
        .visit(Advice.to(AtConstruction.class).on(ElementMatchers.isConstructor()))
        .make()
        .load(error.getClassLoader(), ClassReloadingStrategy.of(instrumentation));
  }

  /**
   * Called by the library's error when it was made.
   *
   * @param kind its error code
   */
  public static void saw(Object kind) {
    Consumer<String> to = listener;
    if (to != null && STACK.walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
        .filter(type -> type.getName().startsWith("io.aerodb.") && type != CodeWitness.class
            && !type.getName().equals(ERROR))
        .findFirst()).filter(CodeWitness::isProduct).isPresent()) {
      to.accept(((Enum<?>) kind).name());
    }
  }

  private static boolean isProduct(Class<?> type) {
    return IN_PRODUCT.computeIfAbsent(type, t -> {
      String name = t.getName();
      var file = t.getResource(name.substring(name.lastIndexOf('.') + 1) + ".class");
      return name.startsWith(PRODUCT) && file != null && !file.getPath().contains("/test-classes/");
    });
  }

  /** Its body is put at the end of the constructor. */
  static final class AtConstruction {
    private AtConstruction() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) Object kind) {
      saw(kind);
    }
  }
}
