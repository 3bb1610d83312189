/**
 * The demonstration: an operator at a virtual terminal, a simulated cluster to which things happen, and the console in
 * between. It shows what a person sees and checks that each scene comes out as announced.
 */
package io.aerodb.console.demo;
