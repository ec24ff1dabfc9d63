/** Organization, mapping and context by somebody who may: all wrong for the victim, some perhaps right for a scratch tenant. */
import type { Random } from "../../../bench/corpus/random.ts";
import { badSnapshot, oddSnapshot } from "../content/hostile-snapshots.ts";
import { badContext, badMapping } from "../content/hostile-supplied.ts";
import { notAnObject } from "../content/odd-json.ts";
import { organizationSnapshot } from "../content/stored-content.ts";
import type { Kind } from "../hostile-request.ts";
import { madeBy } from "../sign-as.ts";
import { MARKERS } from "../tenants.ts";

const SUPPLIED_MAX = 1024 * 1024;
const HEAVY = 8 * 1024 * 1024;
const UPLOAD_MAX = 32 * 1024 * 1024;

function bad(name: string, weight: number, path: string, bodyOf: (random: Random) => string | Buffer): Kind {
  return {
    name,
    weight,
    make: (random, world) =>
      madeBy("admin", { method: "PUT", path, body: Buffer.from(bodyOf(random)) }, world, { answering: "unfit" }),
  };
}

function tooLong(path: string, bytes: number, weight: number): Kind {
  return {
    name: `${path.slice(1)}: a body past the limit`,
    weight,
    ...(bytes > HEAVY ? { isHeavy: true } : {}),
    make: (_, world) =>
      madeBy("admin", { method: "PUT", path, body: Buffer.alloc(bytes + 1, " ") }, world, {
        answering: "unfit",
        mayEndInFront: true,
      }),
  };
}

export const CONTENT_OF_FILES: readonly Kind[] = [
  bad("organization: one that does not hold together", 8, "/organization", badSnapshot),
  bad("organization: what is no JSON object", 3, "/organization", notAnObject),
  bad("organization: bytes that are no text", 2, "/organization", (random) => {
    const bytes = Buffer.from(JSON.stringify(organizationSnapshot(MARKERS.sent)));
    bytes[bytes.indexOf(MARKERS.sent) + random.below(5)] = random.pick([0x80, 0xc0, 0xff, 0xf8]);
    return bytes;
  }),
  bad("organization: nothing", 1, "/organization", () => ""),
  {
    name: "organization: odd, and perhaps one",
    weight: 1,
    make: (random, world) => {
      const body = Buffer.from(oddSnapshot(random));
      return madeBy("scratchFiles", { method: "PUT", path: "/organization", body }, world, { answering: "answered" });
    },
  },
  bad("mapping: a bad one", 8, "/mapping", badMapping),
  bad("mapping: what is no JSON object", 2, "/mapping", notAnObject),
  bad("context: a bad one", 8, "/context", badContext),
  bad("context: what is no JSON object", 2, "/context", notAnObject),
  tooLong("/mapping", SUPPLIED_MAX, 1),
  tooLong("/context", SUPPLIED_MAX, 1),
  tooLong("/organization", UPLOAD_MAX, 0.3),
];
