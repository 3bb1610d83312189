package com.acme.planted;

import io.aerodb.kernel.Kernel;
import io.aerodb.kernel.TransitionOrder;

/** A violation for the rules to find: an order goes to the kernel without a person, and without a record. */
public final class Shortcut {
  private Shortcut() {}

  public static Object go(Kernel kernel, TransitionOrder order) {
    return kernel.requestPromotion(order);
  }
}
