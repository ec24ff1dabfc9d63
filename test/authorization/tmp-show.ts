import { resourceText } from "../../host/authorization/request/authorization.ts";
import { realRecords } from "./expected/find-record.ts";
import { derive } from "./tmp-compare.ts";

for (const id of process.argv.slice(2)) {
  const r: any = [...realRecords.byId()].find(([k]) => k.startsWith(id))?.[1];
  const d = derive(r);
  console.log(
    "##",
    r.eventSource,
    r.eventName,
    JSON.stringify(r.requestParameters)?.slice(0, 600),
    JSON.stringify(r.resources)?.slice(0, 300),
  );
  for (const l of d.authorizations.certain)
    console.log(
      "  C",
      l.map((a) => a.action + " " + a.resource.kind + " " + resourceText(a.resource) + " " + a.provenance).join(" || "),
    );
  for (const a of d.authorizations.possible)
    console.log("  P", a.action + " " + resourceText(a.resource) + " " + a.provenance);
}
