package io.aerodb.command;

import static java.util.Objects.requireNonNull;

import io.aerodb.command.error.SafeText;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The name of one request. The first record that carries it claims it for ever, whatever comes of the request (CM-9.1).
 *
 * @param value matches {@code [A-Za-z0-9][A-Za-z0-9._-]{0,63}}
 * @since 0.1
 */
public record RequestId(String value) implements Comparable<RequestId> {
  static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public RequestId {
    if (!FORM.matcher(requireNonNull(value, "request id")).matches()) {
      throw new IllegalArgumentException(
          "request id is " + SafeText.quote(value) + " but must match " + FORM);
    }
  }

  /**
   * A new id of 128 random bits.
   *
   * @param random where the bits come from; a {@link java.security.SecureRandom} unless this is a test
   */
  public static RequestId mint(RandomGenerator random) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return new RequestId(HexFormat.of().formatHex(bits));
  }

  @Override
  public int compareTo(RequestId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
