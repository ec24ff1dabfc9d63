import { globSync } from "node:fs";
import { derive } from "./compare-authorizations.ts";
import { resourceText } from "../../host/authorization/request/authorization.ts";
const want=process.argv.slice(2);
for(const f of globSync("invented/invented-events-*.ts",{cwd:import.meta.dirname})){ const m:any=await import("./"+f); for(const list of Object.values(m)) if(Array.isArray(list)) for(const e of list as any[]){ if(!e.record||!want.some(w=>e.title.startsWith(w))) continue; const d=derive(e.record); console.log("##",e.title,JSON.stringify(e.record.requestParameters)?.slice(0,500),JSON.stringify(e.record.resources)?.slice(0,300)); console.log("   expected",JSON.stringify(e.certain));
for(const l of d.authorizations.certain) console.log("  C",l.map(a=>a.action+" "+a.resource.kind+" "+resourceText(a.resource)+" "+a.provenance).join(" || "));
for(const a of d.authorizations.possible) console.log("  P",a.action+" "+resourceText(a.resource)+" "+a.provenance);}}
