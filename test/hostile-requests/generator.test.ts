/** Whether the generator repeats itself, leaves nothing out, and makes what it says it makes. */
import { describe, expect, test } from "vitest";
import { createRandom, type Random } from "../../bench/corpus/random.ts";
import { checkPreviewJob } from "../../host/api/input/check-preview-job.ts";
import { validateInput } from "../../host/api/input/validate-input.ts";
import { authenticate } from "../../host/api/signature/authenticate.ts";
import { parseUserMapping } from "../../host/authorization/actions/user-mapping.ts";
import { parseSuppliedContext } from "../../host/authorization/keys/supplied-context.ts";
import { parseOrganization } from "../../host/organization/parse-organization.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { badPolicy } from "./content/hostile-policies.ts";
import { badSnapshot } from "./content/hostile-snapshots.ts";
import { badContext, badMapping } from "./content/hostile-supplied.ts";
import { CONTENT_OF_JOBS } from "./groups/content-of-jobs.ts";
import { GROUPS, type World } from "./hostile-request.ts";
import { KIND_COUNT, makeRequest } from "./make-request.ts";
import { signAs } from "./sign-as.ts";
import { KEYS } from "./tenants.ts";
import { ROUTES } from "./valid-requests.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
const WORLD: World = {
  host: "127.0.0.1:8787",
  jobs: { victim: "0a1b2c3d-4e5f-4789-abcd-ef0123456789", neighbour: "1a1b2c3d-4e5f-4789-abcd-ef0123456789" },
  now: () => NOW,
};
/** Texts past this are bad for their length or number, and take their time. */
const LENGTH_LOOKED_AT = 20_000;

describe("makeRequest()", () => {
  const first = Array.from({ length: KIND_COUNT + 200 }, (_, index) => makeRequest(7, index, WORLD));

  test("makes the same bytes of the same seed and index, whatever was made before", () => {
    for (const index of [KIND_COUNT + 150, 3, KIND_COUNT, 90]) {
      const { wire, kind } = makeRequest(7, index, WORLD);
      expect(kind).toBe(first[index]?.kind);
      expect(first[index]?.wire.equals(wire)).toBe(true);
    }
  });

  test("makes others of another seed", () => {
    const other = Array.from({ length: 200 }, (_, index) => makeRequest(8, KIND_COUNT + index, WORLD).kind);
    expect(other).not.toEqual(first.slice(KIND_COUNT).map(({ kind }) => kind));
  });

  test("makes one of each kind first, and every group afterwards", () => {
    expect(new Set(first.slice(0, KIND_COUNT).map(({ group, kind }) => `${group} ${kind}`)).size).toBe(KIND_COUNT);
    expect(new Set(first.slice(KIND_COUNT).map(({ group }) => group))).toEqual(new Set(GROUPS));
  });
});

describe("what is sent to the victim is refused:", () => {
  const found = (make: (random: Random) => string, isTaken: (text: string) => boolean): readonly string[] => {
    const texts = Array.from({ length: 500 }, (_, index) => make(createRandom(`generator.test/${index}`)));
    return [...new Set(texts.filter((text) => text.length < LENGTH_LOOKED_AT && isTaken(text)))];
  };

  test("policies", () => expect(found(badPolicy, (text) => parsePolicyDocument(text).ok)).toEqual([]));
  test("snapshots", () => expect(found(badSnapshot, (text) => parseOrganization(text).ok)).toEqual([]));
  test("mappings", () => expect(found(badMapping, (text) => parseUserMapping(text).ok)).toEqual([]));
  test("contexts", () => expect(found(badContext, (text) => parseSuppliedContext(text).ok)).toEqual([]));

  test("bodies of jobs", () => {
    const isTaken = (body: Buffer) => {
      const input = validateInput("StartPolicyPreviewJob", { labels: {}, query: [], body });
      return input.ok && checkPreviewJob(input.value as never, {} as never, NOW.getTime()).length === 0;
    };
    const taken = CONTENT_OF_JOBS.flatMap(({ name, make }) =>
      Array.from({ length: 60 }, (_, index) => make(createRandom(`generator.test/${name}/${index}`), WORLD))
        .filter(({ wire, expected }) => expected.answering === "unfit" && wire.length < LENGTH_LOOKED_AT)
        .map(({ wire }) => wire.subarray(wire.indexOf("\r\n\r\n") + 4))
        .filter(isTaken)
        .map((body) => `${name}: ${body}`),
    );
    expect(taken).toEqual([]);
  });
});

test.each(ROUTES)("$name is signed as the service wants it", async ({ draft, keys: [by] }) => {
  if (by === undefined) throw new Error("nobody may call the route");
  const { method, target, headers, body } = signAs(by, draft(createRandom("generator.test"), WORLD), WORLD);
  const url = `http://${WORLD.host}${target}`;
  const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
  const request = new Request(url, body.length === 0 ? init : { ...init, body: new Uint8Array(body) });
  const keys = new Map(Object.values(KEYS).map((key) => [key.accessKeyId, key]));
  const authentic = await authenticate(request, { keys, body: { heldMax: 2 ** 20 }, now: NOW.getTime() });
  expect(authentic).toMatchObject({ ok: true, value: { key: KEYS[by] } });
});
