/** What every text of the repository keeps to, whatever it says. Each function takes one file and gives faults in words. */

const LINES_MAX = 300;
const REASON = `Over ${LINES_MAX} lines because `;
/** The reason stands at the top, where the file says what it is for. */
const REASON_WITHIN_LINES = 10;

/** Code only: tables of data may be as long as what they describe. */
const CODE = /^(?:host|assembly|test|bench)\/.*\.(?:ts|js|css|html)$/;

export function findLengthFaults(path: string, text: string): readonly string[] {
  const lines = text.replace(/\n$/, "").split("\n");
  if (!CODE.test(path) || lines.length <= LINES_MAX) return [];
  const hasReason = lines.slice(0, REASON_WITHIN_LINES).some((line) => line.includes(REASON));
  return hasReason ? [] : [`${path}: ${lines.length} lines, and no "${REASON}…" at its top`];
}

export function findOpeningFaults(path: string, text: string): readonly string[] {
  if (!/^(?:host|assembly)\/.*\.ts$/.test(path)) return [];
  return /^(?:#!.*\n)?\/[/*]/.test(text) ? [] : [`${path}: does not open with a comment that says what it is for`];
}

/** Written so that it does not match itself. */
const UNFINISHED = /\b(?:TO(?:DO)|FIX(?:ME))\b/;

export function findUnfinishedFaults(path: string, text: string): readonly string[] {
  return text
    .split("\n")
    .flatMap((line, index) => (UNFINISHED.test(line) ? [`${path}:${index + 1}: is not finished`] : []));
}

const TAB = 0x09;
const LINE_FEED = 0x0a;
/** First and last of each range: C0, delete and C1, bidirectional controls (they can show code in another order than it runs), byte order mark. */
const CONTROLS = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfeff, 0xfeff],
] as const;

export function findControlFaults(path: string, text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) => {
    const control = [...line].map((character) => character.codePointAt(0) ?? 0).find(isForbidden);
    return control === undefined ? [] : [`${path}:${index + 1}: holds the control character U+${control.toString(16)}`];
  });
}

function isForbidden(code: number): boolean {
  if (code === TAB || code === LINE_FEED) return false;
  return CONTROLS.some(([first, last]) => code >= first && code <= last);
}

/** `host/wasm` is the only folder of host that says these words (design part 4), comments included. */
const WASM_WORDS = /\bWebAssembly\b|\blinear memory\b/i;

export function findWasmFaults(path: string, text: string): readonly string[] {
  if (!path.startsWith("host/") || path.startsWith("host/wasm/")) return [];
  const word = WASM_WORDS.exec(text)?.[0];
  return word === undefined ? [] : [`${path}: says ${word}, which only host/wasm does`];
}

export function findCaseFaults(path: string, text: string): readonly string[] {
  if (!/^test\/cases\/[^/]*\.json$/.test(path)) return [];
  try {
    const cases: unknown = JSON.parse(text);
    return typeof cases === "object" && cases !== null ? [] : [`${path}: holds no cases`];
  } catch (error) {
    return [`${path}: is no JSON: ${error instanceof Error ? error.message : error}`];
  }
}
