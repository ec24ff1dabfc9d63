/**
 * What is found out about one question of one request: yes, no, or contested, where AWS's own sources contradict each other or say
 * nothing. A contested finding keeps the questions it hangs on, so that all its parts can be asked again in one world in which
 * AWS has made up its mind.
 */

/** What the reference says in the end. */
export type Answer = true | false | "contested";

/** Every question of a world answered. */
export type World = (question: string) => boolean;

export interface Contested {
  /** What AWS would have to tell us, in words; the same words are the same question. */
  readonly questions: readonly string[];
  readonly in: (world: World) => boolean;
}

export type Finding = boolean | Contested;

export function contested(question: string): Contested {
  return { questions: [question], in: (world) => world(question) };
}

/** Contested, and known how: in the worlds that say yes it is `inYes`, in others what `otherwise` is there. */
export function contestedBetween(question: string, inYes: Finding, otherwise: Finding): Contested {
  return {
    questions: questionsOf([contested(question), inYes, otherwise]),
    in: (world) => isTrueIn(world(question) ? inYes : otherwise, world),
  };
}

export function answerOf(finding: Finding): Answer {
  return typeof finding === "boolean" ? finding : "contested";
}

export function isTrueIn(finding: Finding, world: World): boolean {
  return typeof finding === "boolean" ? finding : finding.in(world);
}

/** Kleene: a contested finding turned round is contested. */
export function not(finding: Finding): Finding {
  if (typeof finding === "boolean") return !finding;
  return { questions: finding.questions, in: (world) => !finding.in(world) };
}

/** Kleene: one yes is enough, whatever is contested beside it. */
export function anyOf(findings: readonly Finding[]): Finding {
  if (findings.includes(true)) return true;
  const open = findings.filter((finding) => typeof finding !== "boolean");
  if (open.length === 0) return false;
  return { questions: questionsOf(open), in: (world) => open.some((finding) => finding.in(world)) };
}

/** Kleene: one no is enough. */
export function allOf(findings: readonly Finding[]): Finding {
  if (findings.includes(false)) return false;
  const open = findings.filter((finding) => typeof finding !== "boolean");
  if (open.length === 0) return true;
  return { questions: questionsOf(open), in: (world) => open.every((finding) => finding.in(world)) };
}

export function questionsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap((finding) => (typeof finding === "boolean" ? [] : finding.questions)))];
}
