/**
 * What an authorization is decided on, in groups that each hang on few columns of a chunk. Everything is worked out once
 * per distinct value of a dimension, never per event (design part 3).
 */
export const DIMENSIONS = ["operation", "principal", "region", "network", "userAgent", "tls", "resource"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
