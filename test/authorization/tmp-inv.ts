import { globSync } from "node:fs";
import { differences } from "./compare-authorizations.ts";
let n=0,bad=0;
for(const f of globSync("invented/invented-events-*.ts",{cwd:import.meta.dirname})){ const m:any=await import("./"+f); for(const list of Object.values(m)) if(Array.isArray(list)) for(const e of list as any[]){ if(!e.record) continue; n++; const d=differences(e.record,e); if(d.length){bad++;console.log(f.slice(25),"|",e.title,"\n   ",d.join("\n    "));} } }
console.log(bad,"of",n);
