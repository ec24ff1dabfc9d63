/**
 * Everything the host can call. Bytes in, numbers out: no I/O, no clock, no imports, no policy text. Pointers are byte
 * offsets into linear memory. No logic here: each export is described where it is written. (asc reads `.ts` in imports, not
 * in re-exports: hence none here.)
 */

export { decideMasks } from "./decision/decide-masks";
export { groupRows } from "./decision/group-rows";
export { judgeRows } from "./decision/judge-rows";

// decision: masks, rows, groups
export { applyPredicate, fillMasks } from "./decision/masks";
// events: log files into chunks
export { createExtraction } from "./events/create";
export { beginFile, closeChunk, extract, resetChunk } from "./events/extract";
// json: the structural scan by itself
export { scanStructure } from "./json/structure";
// matching: predicates against distinct values
export { evaluatePredicate } from "./matching/predicate";
// wire: memory
export { allocate, mark, release } from "./wire/arena";
