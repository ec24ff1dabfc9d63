import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom } from "../differential/random-policies.ts";
import { matchesWildcard } from "../reference/wildcard.ts";
import { actionOf, askPredicate, subjectOf, type TruthName, valuesOf } from "./ask-predicate.ts";

const GET = valuesOf("s3:getobject");
/** Some action of S3, and some action of nobody knows what service (R9). */
const OF_S3 = subjectOf(["anything"], "s3:");
const OF_ANYTHING = subjectOf(["anything"], "");

describe.each(BUILDS)("an action in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test.each<[string, TruthName, TruthName, TruthName]>([
    // pattern, s3:getobject, some action of S3, some action
    ["*", "true", "true", "true"],
    ["**", "true", "true", "true"],
    ["s3:*", "true", "true", "unknown"],
    ["s3:**", "true", "true", "unknown"],
    ["s3:get*", "true", "unknown", "unknown"],
    ["s3:getobject", "true", "unknown", "unknown"],
    ["s3:?etobject", "true", "unknown", "unknown"],
    ["s3:put*", "false", "unknown", "unknown"],
    ["s3:getobjec", "false", "unknown", "unknown"],
    ["ec2:*", "false", "false", "unknown"],
    ["ec2:getobject", "false", "false", "unknown"],
    ["s3-outposts:*", "false", "false", "unknown"],
    ["s:*", "false", "false", "unknown"],
    // a star for the service is every service
    ["*:getobject", "true", "unknown", "unknown"],
    ["*:put*", "false", "unknown", "unknown"],
    // any other wildcard in the service is documented nowhere
    ["s*:getobject", "unknown", "unknown", "unknown"],
    ["s?:*", "unknown", "unknown", "unknown"],
    ["s3*", "unknown", "unknown", "unknown"],
    ["?3:putobject", "false", "unknown", "unknown"],
    ["e*:getobject", "false", "false", "unknown"],
    ["s3?:*", "false", "false", "unknown"],
  ])("against %s is %s; some action of its service %s, some action %s", (pattern, known, ofService, ofAnything) => {
    const subjects = [GET, OF_S3, OF_ANYTHING];
    const expected = [known, ofService, ofAnything];
    expect(askPredicate(core, actionOf([pattern]), subjects)).toEqual(expected);
    const negated = { true: "false", unknown: "unknown", false: "true" } as const;
    expect(askPredicate(core, actionOf([pattern], { negated: true }), subjects)).toEqual(
      expected.map((truth) => negated[truth]),
    );
  });

  test("takes the surest answer of a list", () => {
    const subjects = [GET, OF_S3, OF_ANYTHING];
    expect(askPredicate(core, actionOf(["s*:getobject", "s3:get*"]), subjects)).toEqual(["true", "unknown", "unknown"]);
    expect(askPredicate(core, actionOf(["ec2:*", "s3:*"]), subjects)).toEqual(["true", "true", "unknown"]);
    expect(askPredicate(core, actionOf(["ec2:*", "iam:*"]), subjects)).toEqual(["false", "false", "unknown"]);
    expect(askPredicate(core, actionOf(["ec2:*", "iam:*"], { negated: true }), subjects)).toEqual([
      "true",
      "true",
      "unknown",
    ]);
  });

  test("of unknown name is decided only as every name would be", () => {
    const names = ["getobject", "getacl", "putobject", "g", ""];
    const seen = new Set<string | undefined>();
    for (let seed = 1; seed <= 300; seed++) {
      const random = createRandom(seed);
      const parts = ["get", "put", "object", "*", "*", "?", "g"];
      const name = Array.from({ length: random.below(4) }, () => random.pick(parts)).join("");
      const pattern = `${random.pick(["s3", "ec2", "*"])}:${name}`;
      const answers = new Set(names.map((each) => matchesWildcard(pattern, `s3:${each}`)));
      const [truth] = askPredicate(core, actionOf([pattern]), [OF_S3]);
      seen.add(truth);
      if (truth === "unknown") continue;
      expect([...answers], `seed ${seed}: ${pattern} is ${truth}`).toEqual([truth === "true"]);
    }
    expect([...seen].sort()).toEqual(["false", "true", "unknown"]);
  });
});
