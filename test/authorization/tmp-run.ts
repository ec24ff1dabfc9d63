import { realRecords } from "./expected/find-record.ts";
import { REAL_EVENTS } from "./expected/real-events.ts";
import { differences } from "./tmp-compare.ts";

let bad = 0;
for (const e of REAL_EVENTS) {
  const r = realRecords.byId().get(e.eventID);
  if (!r || e.isDenied) continue;
  const { keys, ...x } = e as any;
  const d = differences(r, { ...x, certain: x.certain.map((c: any) => ({ ...c, keys: undefined })) });
  if (d.length) {
    bad++;
    console.log(e.operation, e.eventID, "\n   ", d.join("\n    "));
  }
}
console.log(bad, "of", REAL_EVENTS.length);
