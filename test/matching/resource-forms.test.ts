import { beforeAll, describe, expect, test } from "vitest";
import { resourceOf } from "../../host/authorization/request/authorization.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { IS_FORM, POSSIBILITIES } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../differential/random-policies.ts";
import { askPredicate, resourcesOf } from "./ask-predicate.ts";

const CASES = 4000;

describe.each(BUILDS)("a resource that is known in part, in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const ROLE = "arn:aws:iam::111122223333:role/*/miller";
  const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:oats-??????";
  const VOLUME = "arn:aws:ec2:us-east-1:111122223333:volume/*";

  test.each<[pattern: string, form: string, truth: string]>([
    ["*", ROLE, "true"],
    ["arn:aws:iam::*:role/*", ROLE, "true"],
    ["arn:aws:iam::111122223333:role/*miller", ROLE, "true"],
    ["arn:aws:iam::111122223333:role/mill/miller", ROLE, "unknown"],
    ["arn:aws:iam::111122223333:role/mill/*", ROLE, "unknown"],
    ["arn:aws:iam::111122223333:role/*baker", ROLE, "false"],
    ["arn:aws:iam::444455556666:role/*", ROLE, "false"],
    ["arn:aws:iam::*:user/*", ROLE, "false"],
    ["arn:aws:s3:::*", ROLE, "false"],
    ["arn:aws:secretsmanager:*:*:secret:oats-*", SECRET, "true"],
    ["arn:aws:secretsmanager:*:*:secret:oats-??????", SECRET, "true"],
    ["arn:aws:secretsmanager:*:*:secret:oats-?????", SECRET, "false"],
    ["arn:aws:secretsmanager:*:*:secret:oats-a1b2c3", SECRET, "unknown"],
    ["arn:aws:secretsmanager:*:*:secret:rye-*", SECRET, "false"],
    ["arn:aws:secretsmanager:us-*", SECRET, "false"],
    ["arn:aws:secretsmanager:eu-*", SECRET, "true"],
    ["arn:aws:ec2:*:*:volume/*", VOLUME, "true"],
    // AWS's pages disagree on whether a star may reach over a colon: here it would not help
    ["arn:aws:ec2:*:*:instance/*", VOLUME, "false"],
    ["arn:aws:ec2:*:*:volume/vol-0a", VOLUME, "unknown"],
    ["arn:AWS:ec2:*:*:volume/*", VOLUME, "unknown"],
    ["arn:aws:ec2:*", VOLUME, "true"],
    ["arn:aws:e?2:*:*:volume/*", VOLUME, "true"],
    ["arn:aws:ec2:us-east-1:111122223333:volume/?", VOLUME, "unknown"],
  ])("%s against %s is %s", (pattern, form, truth) => {
    expect(askPredicate(core, resourcesOf("any", [pattern]), [formOf(form)])).toEqual([truth]);
    const negated = resourcesOf("any", [pattern], { negated: true });
    const opposite = { true: "false", false: "true", unknown: "unknown" }[truth];
    expect(askPredicate(core, negated, [formOf(form)])).toEqual([opposite]);
  });

  test("one character may have several bytes", () => {
    const form = formOf("arn:aws:s3:::b/*é");
    const truths = (pattern: string) => askPredicate(core, resourcesOf("any", [pattern]), [form]);
    expect(truths("arn:aws:s3:::b/a?")).toEqual(["unknown"]);
    expect(truths("arn:aws:s3:::b/*?")).toEqual(["true"]);
    expect(truths("arn:aws:s3:::b/*è")).toEqual(["false"]);
    const one = formOf("arn:aws:s3:::b/?");
    expect(askPredicate(core, resourcesOf("any", ["arn:aws:s3:::b/é"]), [one])).toEqual(["unknown"]);
  });

  test(`answers for ${CASES} random forms what it answers for every resource they stand for`, () => {
    const seen = { true: 0, false: 0, unknown: 0, careful: 0 };
    for (let seed = 1; seed <= CASES; seed++) {
      const random = createRandom(seed);
      const form = `arn:aws:s3:${random.pick(["", "a", "*"])}:${random.pick(["1", "*", "?"])}:${randomText(random)}`;
      const pattern = randomPattern(random);
      const predicate = resourcesOf("any", [pattern]);
      const [truth = "unknown"] = askPredicate(core, predicate, [formOf(form)]);
      const texts = instancesOf(form);
      const all = askPredicate(core, predicate, texts.map(exactly));
      // a star that reaches over a colon is contested; that it reaches over one that a name may have is not looked at
      const colons = (text: string) => text.split(":").length;
      const sure = all.filter((answer, index) => answer !== "unknown" || colons(texts[index] ?? "") === colons(form));
      const answers = new Set(all);
      if (truth !== "unknown") expect(new Set(sure), `seed ${seed}: ${pattern} for ${form}`).toEqual(new Set([truth]));
      else if (answers.size === 1 && !answers.has("unknown")) seen.careful++;
      seen[truth]++;
    }
    expect(Math.min(seen.true, seen.false, seen.unknown)).toBeGreaterThan(CASES / 50);
    // more of what a form stands for than is tried here would tell some of these apart
    expect(seen.careful).toBeLessThan(CASES / 20);
  });
});

function formOf(text: string): Subject {
  const resource = resourceOf(text);
  if (resource.kind !== "pattern") return exactly(text);
  return { possibilities: POSSIBILITIES.values | IS_FORM, texts: [], form: resource.parts };
}

function exactly(text: string): Subject {
  return { possibilities: POSSIBILITIES.values, texts: [text] };
}

function randomText(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(["a", "b", "/", "*", "?", ":"])).join("");
}

function randomPattern(random: Random): string {
  const head = random.pick([
    "arn:aws:s3:*:*:",
    "arn:aws:s3:a:1:",
    "arn:aws:s3:::",
    "arn:aws:s3:a*:?:",
    "arn:aws:*:*:1:",
  ]);
  return random.below(6) === 0 ? random.pick(["arn:aws:s3:*", "arn:aws:s*", "*"]) : `${head}${randomText(random)}`;
}

/** Every resource that a form stands for, with up to two characters in place of a star; colons in the sixth part only. */
function instancesOf(form: string): readonly string[] {
  let texts = [""];
  let colons = 0;
  for (const symbol of form) {
    const letters = colons < 5 ? ["a", "1"] : ["a", "b", "/", ":"];
    const one = symbol === "?" || symbol === "*" ? letters : [symbol];
    const more = symbol === "*" ? ["", ...letters.flatMap((first) => letters.map((second) => first + second))] : [];
    texts = texts.flatMap((text) => [...one, ...more].map((next) => text + next));
    if (symbol === ":") colons++;
  }
  return texts.length <= 5000 ? texts : texts.filter((_, index) => index % Math.ceil(texts.length / 5000) === 0);
}
