/** Everything signed right whose content is wrong. */
import type { Kind } from "../hostile-request.ts";
import { CONTENT_OF_FILES } from "./content-of-files.ts";
import { CONTENT_OF_JOBS } from "./content-of-jobs.ts";
import { CONTENT_OF_LOGS } from "./content-of-logs.ts";
import { CONTENT_OF_OPERATIONS } from "./content-of-operations.ts";

export const CONTENT: readonly Kind[] = [
  ...CONTENT_OF_JOBS,
  ...CONTENT_OF_OPERATIONS,
  ...CONTENT_OF_FILES,
  ...CONTENT_OF_LOGS,
];
