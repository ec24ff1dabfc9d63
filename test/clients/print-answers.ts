/** The answers of all operations as one Markdown table, and what in it was not expected. */
import { type Asked, type AskedOperation, CASES, type Case } from "./ask-operation.ts";

export const COLUMNS_MAX = 150;

const TITLES: Readonly<Record<Case, string>> = {
  valid: "valid",
  othersJob: "other's job",
  reader: "reader",
  noAuth: "no auth",
  badSignature: "bad signature",
  replay: "replay",
  throttled: "throttled",
};

/** Short names, so that a row fits a line; others stand in the table whole. */
const INITIALS: Readonly<Record<string, string>> = {
  AccessDeniedException: "AD",
  InvalidSignatureException: "IS",
  MissingAuthenticationTokenException: "MAT",
  ResourceNotFoundException: "RNF",
  ThrottlingException: "T",
  ValidationException: "V",
};

/** A cell of a case that nobody has asked yet. */
const UNASKED = "not asked";

/** Lines of the table and of what explains it. */
export function printAnswers(operations: readonly AskedOperation[]): readonly string[] {
  const head = ["operation", TITLES.valid, "invalid", ...CASES.slice(1).map((one) => TITLES[one])];
  const rows = operations.map(({ name, cases, invalid }) => [
    name,
    cellOf("valid", cases.valid),
    describeInvalid(invalid.map(({ asked }) => asked)),
    ...CASES.slice(1).map((one) => cellOf(one, cases[one])),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  const initials = Object.entries(INITIALS).map(([name, initial]) => `${initial} ${name}`);
  return [
    line(head),
    rule,
    ...rows.map(line),
    "",
    ...wrap(`${initials.join(", ")}.`),
    ...wrap(
      "Each V of an invalid member has the reason fieldValidationFailed and names the member first in fieldList:",
    ),
    ...operations.flatMap(({ name, invalid }) => listInvalid(name, invalid)),
  ];
}

function cellOf(name: Case, asked: Asked | undefined): string {
  if (asked === undefined) return name === "throttled" ? UNASKED : "–";
  const effect = asked.effect === undefined ? "" : `, ${asked.effect}`;
  return `${asked.isExpected ? "" : "✗ "}${shorten(asked.answer)}${effect}`;
}

function shorten(answer: string): string {
  const [status, errorType] = answer.split(" ");
  return errorType === undefined ? answer : `${status} ${INITIALS[errorType] ?? errorType}`;
}

function describeInvalid(asked: readonly Asked[]): string {
  if (asked.length === 0) return "–";
  const wrong = asked.filter(({ isExpected }) => !isExpected).length;
  return wrong === 0 ? `${asked.length} × ${shorten(asked[0]?.answer ?? "")}` : `✗ ${wrong} of ${asked.length}`;
}

function listInvalid(operation: string, invalid: AskedOperation["invalid"]): readonly string[] {
  if (invalid.length === 0) return [];
  const members = Map.groupBy(invalid, ({ member }) => member ?? "the body, whose reason is cannotParse");
  const parts = [...members].map(([member, ones]) => `${member} (${ones.map(({ what }) => what).join(", ")})`);
  return wrap(`- ${operation}: ${parts.join("; ")}`);
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > COLUMNS_MAX) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** One line for each answer that was not expected. */
export function findUnexpected(operations: readonly AskedOperation[]): readonly string[] {
  return operations.flatMap(({ name, cases, invalid }) => {
    const asked = [
      ...Object.entries(cases),
      ...invalid.map((one) => [`${one.member ?? "body"} (${one.what})`, one.asked] as const),
    ];
    return asked
      .filter(([, { isExpected }]) => !isExpected)
      .map(([what, { answer, body }]) => `${name}, ${what}: answered ${answer} ${JSON.stringify(body)}`);
  });
}
