/** Good signatures where they do not count: roles that may not, other tenants' jobs, methods and paths that are none. */
import type { Random } from "../../../bench/corpus/random.ts";
import type { Expected, Kind, World } from "../hostile-request.ts";
import { toWire } from "../message.ts";
import { madeBy } from "../sign-as.ts";
import type { KeyName } from "../tenants.ts";
import { ROUTES } from "../valid-requests.ts";

const OF_TENANT: readonly KeyName[] = ["reader", "operator", "ingest"];

function forbidden(name: KeyName): Kind {
  const routes = ROUTES.filter(({ keys }) => !keys.includes(name));
  return {
    name: `${name} where the role may not`,
    weight: 6,
    make: (random, world) => madeBy(name, random.pick(routes).draft(random, world), world, { answering: "denied" }),
  };
}

function anothersJob(name: KeyName, whose: keyof World["jobs"], weight: number): Kind {
  return {
    name: `${name} asks for the ${whose}'s job`,
    weight,
    make(random, world) {
      // Among jobs that never were, so that both get the same words.
      const id = random.chance(0.3) ? random.uuid() : world.jobs[whose];
      const path = `/policy/preview/${id}`;
      const draft = random.pick([
        { method: "GET", path },
        { method: "PUT", path },
        { method: "GET", path: `${path}/progress` },
        { method: "GET", path: `${path}/report/manifest.json` },
        { method: "GET", path: `${path}/report/summary.json` },
        { method: "GET", path: `${path}/report/none` },
      ]);
      return madeBy(name, draft, world, { answering: "absent" });
    },
  };
}

const METHODS = ["POST", "DELETE", "PATCH", "GET", "PUT", "OPTIONS"];
const NO_ROUTES = [
  "/",
  "/policy",
  "/policy/",
  "/policy/preview/x/y/z",
  "/policies",
  "/Policy/Preview",
  "/health/",
  "/health/x",
  "/openapi",
  "/favicon.ico",
  "/admin",
  "/.env",
  "/cdn-cgi/handler/other",
  "/organization/x",
  "/mapping/1",
  "/context.json",
  "/service-model/",
  "/policy/preview-configuration/x",
];

/** `{id}` is the victim's job. Each refused, or of nothing that is there. */
const ODD_PATHS = [
  "//policy/preview",
  "/policy//preview/{id}",
  "/policy/preview//",
  "/policy/preview/%2e%2e/%2e%2e/nothing",
  "/policy/preview/..%2f..%2forganization",
  "/policy/preview/%252e%252e%252forganization",
  "/policy%2Fpreview",
  "/policy/preview/{id}%00",
  "/policy/preview/%00",
  "/policy/preview/%ff%fe",
  "/policy/preview/%C0%AE%C0%AE",
  "/policy/preview/%ED%A0%80",
  "/policy/preview/%",
  "/policy/preview/%zz",
  "/policy/preview/{id}/report/%ff",
  "/policy/preview/{id}/report/..%2F..%2F..%2Forganizations",
  "/policy/preview/{id}/report/%2e%2e%2fmanifest.json",
  "/policy/preview/{id}/report/%252e%252e/manifest.json",
  "/policy/preview/{id}/report/manifest.json%00",
  "/policy/preview/{id}/report/",
  "/policy/preview/{id}/report//manifest.json",
  "/policy/preview/{id}/report/\u00e9",
  "/policy/preview/../policy/preview/x",
  "/policy/preview/ /x",
  "/policy/preview/{id};jsessionid=1",
  "/policy/preview/%7Bid%7D",
  "/policy/preview/__proto__/report/constructor",
  "/policy/preview/{ID}",
  "/cloudtrail/",
  "/cloudtrail/%",
  "/cloudtrail/%ff",
  "/cloudtrail",
];

function oddPath(random: Random, { jobs }: World): string {
  const { victim } = jobs;
  return random.pick(ODD_PATHS).replaceAll("{id}", victim).replaceAll("{ID}", victim.toUpperCase());
}

const LONG = ["a", "%41", "/", "../", "%2F", "..%2f", ".", "\u00e9", "%F0%9F%92%A5", "*"];
const BEFORE = ["/", "/policy/preview/", "/policy/generation/", "/cloudtrail/"];

function longPath(random: Random, { jobs }: World): string {
  const before = random.pick([
    ...BEFORE,
    `/policy/preview/${jobs.victim}/report/`,
    `/policy/preview/${jobs.victim}/report/x/`,
  ]);
  const piece = random.pick(LONG);
  return before + piece.repeat(Math.ceil(random.pick([1100, 8192]) / piece.length));
}

/** Signed by a key that may do everything, so that nothing but the path is wrong; GET, since some paths end in a real route. */
function lost(
  name: string,
  weight: number,
  expected: Expected,
  pathOf: (random: Random, world: World) => string,
): Kind {
  return {
    name,
    weight,
    make(random, world) {
      const path = pathOf(random, world);
      const draft = { method: "GET", path };
      return random.chance(0.8)
        ? madeBy("admin", draft, world, expected)
        : {
            wire: toWire({ method: "GET", target: path, headers: [["Host", world.host]], body: Buffer.alloc(0) }),
            expected,
          };
    },
  };
}

export const FOREIGN: readonly Kind[] = [
  ...OF_TENANT.map(forbidden),
  anothersJob("other", "victim", 5),
  anothersJob("other", "neighbour", 2),
  anothersJob("neighbour", "victim", 3),
  anothersJob("operator", "neighbour", 3),
  anothersJob("scratch", "victim", 1),
  {
    name: "a list that begins behind another's job",
    weight: 1,
    make(random, world) {
      const place = [random.pick([0, 1, Date.now(), Number.MAX_SAFE_INTEGER]), world.jobs.victim];
      const query = `nextToken=${encodeURIComponent(btoa(JSON.stringify(place)))}`;
      return madeBy("other", { method: "GET", path: "/policy/preview", query }, world, { answering: "answered" });
    },
  },
  {
    name: "methods that no route has",
    weight: 4,
    make(random, world) {
      const path = random.pick([
        "/health",
        "/service-model",
        "/organization",
        "/policy/preview-configuration",
        ...NO_ROUTES,
      ]);
      const isRoute = /^\/(health|service-model|organization|policy\/preview-configuration)$/.test(path);
      const method = random.pick(
        isRoute ? ["POST", "PATCH", "OPTIONS", ...(path === "/organization" ? ["DELETE"] : [])] : METHODS,
      );
      return madeBy(random.pick(["admin", "other"]), { method, path }, world, { answering: "refused" });
    },
  },
  lost("paths that are none", 3, { answering: "refused" }, (random) => random.pick(NO_ROUTES)),
  lost("odd paths", 6, { answering: "refused", mayEndInFront: true }, oddPath),
  lost("paths of kilobytes", 3, { answering: "refused", mayEndInFront: true }, longPath),
  {
    name: "labels that are no job",
    weight: 3,
    make(random, world) {
      const id = random.pick([
        "0",
        "-",
        "null",
        "constructor",
        "__proto__",
        `${random.uuid()}0`,
        random.uuid().toUpperCase(),
        "a".repeat(2000),
        random.uuid().replaceAll("-", ""),
      ]);
      const suffix = random.pick(["", "/progress", "/report/manifest.json", "/report/x"]);
      const method = suffix === "" ? random.pick(["GET", "PUT"]) : "GET";
      return madeBy("admin", { method, path: `/policy/preview/${id}${suffix}` }, world, { answering: "unfit" });
    },
  },
];
