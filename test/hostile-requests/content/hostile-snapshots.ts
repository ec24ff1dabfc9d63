/** Organization snapshots as JSON texts. */
import type { Random } from "../../../bench/corpus/random.ts";
import { MARKERS } from "../tenants.ts";
import { badPolicy } from "./hostile-policies.ts";
import { deepJson, notText, withText } from "./odd-json.ts";
import { organizationSnapshot, ROOT_ID } from "./stored-content.ts";

const GOOD = organizationSnapshot(MARKERS.sent);

const MEMBERS: readonly (readonly (string | number)[])[] = [
  ["Organization"],
  ["Organization", "Id"],
  ["Organization", "MasterAccountId"],
  ["Roots"],
  ["Roots", 0],
  ["Roots", 0, "Id"],
  ["OrganizationalUnits"],
  ["OrganizationalUnits", 0, "ParentId"],
  ["Accounts"],
  ["Accounts", 1, "Id"],
  ["Accounts", 1, "ParentId"],
  ["Policies"],
  ["Policies", 0, "PolicySummary"],
  ["Policies", 0, "PolicySummary", "Id"],
  ["Policies", 1, "Content"],
  ["PolicyTargets"],
  ["PolicyTargets", 0, "TargetId"],
];
/** Members that may be away, and then `null` is as good. */
const OPTIONAL_MEMBERS = [
  ["CapturedAt"],
  ["DelegatedAdministrators"],
  ["Roots", 0, "PolicyTypes"],
  ["Accounts", 0, "Name"],
];

function accounts(count: number, parentOf: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({
    Id: String(index).padStart(12, "7"),
    ParentId: parentOf(index),
  }));
}

function units(count: number, parentOf: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({ Id: `ou-vict-${index}`, ParentId: parentOf(index) }));
}

/** None of them holds together. */
export function badSnapshot(random: Random): string {
  return random
    .weighted([
      {
        weight: 10,
        make: () =>
          withText(GOOD, random.pick(MEMBERS), random.chance(0.2) ? "null" : notText(random).replace(/^\[]$/, "1")),
      },
      {
        weight: 3,
        make: () =>
          withText(
            GOOD,
            random.pick(OPTIONAL_MEMBERS),
            random.pick(["1", "true", '{"a":1}', '["x"]', deepJson(random)]),
          ),
      },
      { weight: 3, make: () => withText(GOOD, ["extra"], deepJson(random)) },
      { weight: 3, make: () => withText(GOOD, ["Policies", 1, "Content"], JSON.stringify(badPolicy(random))) },
      {
        weight: 3,
        make: () =>
          JSON.stringify({
            ...GOOD,
            OrganizationalUnits: units(random.pick([2, 3000]), (index) => `ou-vict-${index ^ 1}`),
          }),
      },
      {
        weight: 3,
        make: () =>
          JSON.stringify({
            ...GOOD,
            OrganizationalUnits: units(
              random.pick([1, 9, 20_000]),
              (index) => `ou-vict-${index === 0 ? 0 : index - 1}`,
            ),
          }),
      },
      {
        weight: 2,
        make: () =>
          JSON.stringify({
            ...GOOD,
            OrganizationalUnits: units(20_000, (index) => (index === 0 ? ROOT_ID : `ou-vict-${index - 1}`)),
          }),
      },
      { weight: 1, make: () => JSON.stringify({ ...GOOD, Accounts: accounts(100_000, () => "ou-none") }) },
      { weight: 1, make: () => withText(GOOD, ["Accounts"], `[${"{},".repeat(300_000)}{}]`) },
      { weight: 1, make: () => withText(GOOD, ["PolicyTargets"], `[${"0,".repeat(1_000_000)}0]`) },
      {
        weight: 1,
        make: () =>
          JSON.stringify({
            ...GOOD,
            PolicyTargets: Array.from({ length: 100_000 }, () => ({ PolicyId: "p-none", TargetId: "r-none" })),
          }),
      },
      { weight: 1, make: () => JSON.stringify({ ...GOOD, Accounts: accounts(2, () => "__proto__") }) },
      { weight: 1, make: () => `{${'"a":1,'.repeat(500_000)}"a":1}` },
      { weight: 2, make: () => `{"__proto__":${JSON.stringify(GOOD)}}` },
      { weight: 2, make: () => JSON.stringify(GOOD).slice(0, random.below(1000)) },
      { weight: 1, make: () => random.pick(["[", '"', "{", '{"a":']).repeat(1_000_000) },
      { weight: 1, make: () => `${JSON.stringify(GOOD)}${" ".repeat(26_000_000)}` },
    ])
    .make();
}

/** Of a size or with names that nobody has; perhaps snapshots. */
export function oddSnapshot(random: Random): string {
  return random
    .weighted([
      {
        weight: 2,
        make: () =>
          JSON.stringify({
            ...GOOD,
            Accounts: [...GOOD.Accounts, ...accounts(random.pick([1000, 60_000]), () => ROOT_ID)],
          }),
      },
      {
        weight: 2,
        make: () =>
          withText(
            GOOD,
            ["Accounts", 0, "Name"],
            JSON.stringify(random.pick(["\ud800", "\u0000", "x".repeat(1_000_000), "<script>", "\u202e"])),
          ),
      },
      {
        weight: 1,
        make: () =>
          JSON.stringify({
            ...GOOD,
            Policies: [
              ...GOOD.Policies,
              ...Array.from({ length: 1000 }, (_, index) => ({
                PolicySummary: { Id: `p-${index}` },
                Content: "x".repeat(5000),
              })),
            ],
          }),
      },
      { weight: 1, make: () => `\ufeff${JSON.stringify(GOOD)}` },
      { weight: 1, make: () => JSON.stringify({ ...GOOD, toString: 1, valueOf: null, constructor: { prototype: 1 } }) },
    ])
    .make();
}
