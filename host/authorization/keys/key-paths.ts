/** STUB of the lead until helper K writes it: overwrite. */
import type { WantedPath } from "../../domain/parameter-selection.ts";
export const KEY_PATHS: readonly WantedPath[] = [];
