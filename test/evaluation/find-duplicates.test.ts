import { describe, expect, test } from "vitest";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import type { EventChunk } from "../../host/domain/event-chunk.ts";
import { findDuplicates } from "../../host/evaluation/judging/find-duplicates.ts";
import { createRandom } from "../events/random.ts";
import { MANAGEMENT, MILL, SHOP } from "../organization/snapshot-of.ts";
import { chunkOfRecords, type LoggedRecord } from "./chunk-of-records.ts";
import { callerSeenByOwner, callOf, sharedRead, userOf, uuidOf } from "./invented-records.ts";

/** A record and the log file it lies in; the place in the list is its place in the file. */
interface Logged {
  readonly record: LoggedRecord;
  readonly file: string;
  /** What the tests call it. */
  readonly name: string;
}

const logged = (name: string, record: LoggedRecord, file = "file.json"): Logged => ({ name, record, file });

describe("findDuplicates()", () => {
  test("marks the same eventID in another trail's file; the first file by name counts", () => {
    const copies = [logged("second", callOf(1), "b.json"), logged("first", callOf(1), "a.json")];
    expect(kept(copies)).toEqual(["first"]);
    expect(kept(copies.toReversed())).toEqual(["first"]);
  });

  test("marks the same eventID further on in one file", () => {
    expect(kept([logged("first", callOf(1)), logged("other", callOf(2)), logged("again", callOf(1))])).toEqual([
      "first",
      "other",
    ]);
  });

  const { callers, owners } = sharedRead(40);
  test.each([
    ["the caller's log comes first", "a.json", "b.json"],
    ["the owner's log comes first", "z.json", "b.json"],
  ])("keeps the caller's copy of a sharedEventID when %s by name", (_, callersFile, ownersFile) => {
    const copies = [logged("caller's", callers, callersFile), logged("owner's", owners, ownersFile)];
    expect(kept(copies)).toEqual(["caller's"]);
    expect(kept(copies.toReversed())).toEqual(["caller's"]);
    expect(keptApart(copies)).toEqual(["caller's"]);
    expect(keptApart(copies.toReversed())).toEqual(["caller's"]);
  });

  test("keeps the owner's copy when nobody delivers the caller's", () => {
    expect(kept([logged("owner's", owners)])).toEqual(["owner's"]);
  });

  test("keeps one of several owners' copies when nobody delivers the caller's", () => {
    const third = { ...owners, eventID: uuidOf(77), recipientAccountId: MANAGEMENT };
    const copies = [logged("b", third, "b.json"), logged("a", owners, "a.json")];
    expect(kept(copies)).toEqual(["a"]);
    expect(keptApart(copies)).toEqual(["a"]);
  });

  test("keeps one of the caller's copies when two trails of the caller deliver it beside the owner's", () => {
    const copies = [
      logged("owner's", owners, "a.json"),
      logged("caller's second", callers, "c.json"),
      logged("caller's first", callers, "b.json"),
    ];
    expect(kept(copies)).toEqual(["caller's first"]);
    expect(keptApart(copies)).toEqual(["caller's first"]);
  });

  test("takes ids that are no lower-case UUIDs as they stand", () => {
    const irregular = (eventID: string) => callOf(0, { eventID });
    const copies = [
      logged("upper", irregular(uuidOf(1).toUpperCase()), "a.json"),
      logged("upper again", irregular(uuidOf(1).toUpperCase()), "b.json"),
      logged("lower", callOf(1), "c.json"),
      logged("word", irregular("EXAMPLE"), "d.json"),
    ];
    expect(kept(copies)).toEqual(["lower", "upper", "word"]);
  });

  test("takes a sharedEventID that is no lower-case UUID as it stands", () => {
    const shared = (id: number, sharedEventID: string) => callOf(id, { sharedEventID });
    const copies = [
      logged("first", shared(1, "SHARED-1")),
      logged("copy", { ...shared(2, "SHARED-1"), recipientAccountId: SHOP }),
      logged("other", shared(3, "SHARED-2")),
    ];
    expect(kept(copies)).toEqual(["first", "other"]);
  });

  test("does not take calls of two accounts for one that share a masked sharedEventID and ask for other things", () => {
    const shared = (id: number, vpcId: string, recipientAccountId = MILL) =>
      callOf(id, { sharedEventID: "SHARED-1", requestParameters: { vpcId }, recipientAccountId });
    const copies = [logged("one", shared(1, "vpc-1")), logged("other", shared(2, "vpc-2", SHOP))];
    expect(kept(copies)).toEqual(["one", "other"]);
    expect(kept([...copies, logged("copy", shared(3, "vpc-1", SHOP))])).toEqual(["one", "other"]);
  });

  test("keeps two events of the caller's own log that share a sharedEventID, and not the owner's", () => {
    const second = { ...callers, eventID: uuidOf(78) };
    const copies = [
      logged("owner's", owners),
      logged("one", callers),
      logged("two", second),
      logged("two again", second),
    ];
    expect(kept(copies)).toEqual(["one", "two"]);
    expect(keptApart(copies)).toEqual(["one", "two"]);
  });

  test.each([
    ["caller", { userIdentity: userOf("ode") }],
    ["address", { sourceIPAddress: "203.0.113.9" }],
    ["region", { awsRegion: "us-east-1" }],
    ["request", { requestParameters: { vpcId: "vpc-2" } }],
    ["answer", { responseElements: { vpcArn: "arn:aws:ec2:eu-west-1:100000000002:vpc/vpc-2" } }],
    ["resources", { resources: [{ ARN: "arn:aws:ec2:eu-west-1:100000000002:instance/i-0" }] }],
    ["error", { errorCode: "Client.InvalidInstanceID" }],
  ])("does not take a masked eventID for a copy when the %s differs", (_, changes) => {
    const masked = callOf(0, { eventID: "EXAMPLE" });
    expect(kept([logged("one", masked), logged("other", { ...masked, ...changes })])).toEqual(["one", "other"]);
  });

  test("takes records without any id for nobody's copies, however equal they are", () => {
    const { eventID: _, ...nameless } = callOf(1);
    expect(
      kept([logged("one", nameless), logged("two", nameless), logged("three", { ...nameless, eventID: "" })]),
    ).toEqual(["one", "three", "two"]);
  });

  test.each([
    ["time", { eventTime: "2026-11-23T12:00:01Z" }],
    ["name", { eventName: "DescribeVpcs" }],
    ["service", { eventSource: "rds.amazonaws.com" }],
  ])("does not take calls for copies that share an eventID and differ in %s", (_, changes) => {
    expect(kept([logged("one", callOf(1)), logged("other", callOf(1, changes))])).toEqual(["one", "other"]);
  });

  test("gives the same copies whatever the order of chunks and rows", () => {
    const random = createRandom(6);
    const all = manyCopies(120);
    const expected = kept(all);
    expect(expected.length).toBeLessThan(all.length);
    expect(expected.length).toBeGreaterThan(100);
    for (let round = 0; round < 30; round++) {
      const shuffled = random.shuffle(all);
      const cut = random.below(all.length);
      expect(kept(shuffled.slice(0, cut), shuffled.slice(cut)), `round ${round}`).toEqual(expected);
    }
  });
});

/** Calls with one to three copies: of one trail's file or another, of the caller's log or an owner's. */
function manyCopies(calls: number): readonly Logged[] {
  const random = createRandom(44);
  const files = ["a.json", "b.json", "c.json", "d.json"];
  return Array.from({ length: calls }, (_, call): readonly Logged[] => {
    const { callers, owners } = sharedRead(call * 10);
    const kinds = [
      callers,
      owners,
      { ...owners, eventID: uuidOf(call * 10 + 2), recipientAccountId: SHOP, userIdentity: callerSeenByOwner(MILL) },
    ];
    return Array.from({ length: 1 + random.below(3) }, (_, copy) => ({
      name: `call ${call} copy ${copy}`,
      record: random.pick(kinds),
      file: `${random.pick(files)}-${call}-${copy}`,
    }));
  }).flat();
}

/** Names of what counts, sorted; every list is a chunk. */
function kept(...lists: readonly (readonly Logged[])[]): readonly string[] {
  const chunks = lists.map(chunkOfLogged);
  const callerAccounts = chunks.map(({ columns }) =>
    columns.identity.values.map((text) => identityFacts(text).account),
  );
  const marks = findDuplicates(chunks, callerAccounts);
  expect(marks.map((bytes) => bytes.length)).toEqual(lists.map((list) => list.length));
  return lists
    .flatMap((list, chunk) => list.filter((_, row) => marks[chunk]?.[row] === 0).map(({ name }) => name))
    .sort();
}

/** Every record in a chunk of its own. */
function keptApart(list: readonly Logged[]): readonly string[] {
  return kept(...list.map((entry) => [entry]));
}

function chunkOfLogged(list: readonly Logged[]): EventChunk {
  const chunk = chunkOfRecords(list.map(({ record }) => record));
  const values = ["", ...new Set(list.map(({ file }) => file))];
  const file = { ids: Uint32Array.from(list, (entry) => values.indexOf(entry.file)), values };
  return { ...chunk, columns: { ...chunk.columns, file } };
}
