import { matchesWildcards } from "../../host/authorization/catalogue/matches-wildcards.ts";
import { resourceText } from "../../host/authorization/request/authorization.ts";
import { realRecords } from "./expected/find-record.ts";
import { saidByAws } from "./expected/said-by-aws.ts";
import { derive } from "./tmp-compare.ts";

let bad = 0,
  n = 0;
const seen = new Set();
const noAcct = (t: string) =>
  t
    .split(":")
    .map((p, i) => (i === 4 ? "" : p))
    .join(":");
for (const r of realRecords.all() as any[]) {
  const said = saidByAws(r);
  if (!said) continue;
  n++;
  const d = derive(r);
  const all = [...d.authorizations.certain.flat(), ...d.authorizations.possible];
  const same = all.filter((a) => a.action.toLowerCase() === said.action.toLowerCase() || a.action.endsWith("*"));
  const ok =
    same.length > 0 &&
    (said.resource === undefined ||
      same.some((a) => {
        const t = resourceText(a.resource);
        return t === "" || noAcct(t) === noAcct(said.resource!) || matchesWildcards(noAcct(t), noAcct(said.resource!));
      }));
  if (!ok) {
    bad++;
    const line = `${r.eventSource} ${r.eventName} said ${said.action} ${said.resource} derived ${all
      .map((a) => a.action + " " + resourceText(a.resource))
      .join(" | ")
      .slice(0, 300)}`;
    if (!seen.has(line)) {
      seen.add(line);
      console.log(line);
    }
  }
}
console.log(bad, "of", n);
