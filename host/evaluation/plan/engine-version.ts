/** Rises with every change that could give one event another verdict, or a report other bytes (R10). */
export const ENGINE_VERSION = "3";
