/**
 * What an authorization is decided on, in groups that each hang on few columns of a chunk. Everything is worked out once
 * per distinct value of a dimension, never per event (design part 3). `request`: the action, its resources, and every condition
 * key that hangs on what was asked.
 */
export const DIMENSIONS = ["principal", "invocation", "network", "userAgent", "tls", "time", "request"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
