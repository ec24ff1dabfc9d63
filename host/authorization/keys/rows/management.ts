/** Condition keys of CloudFormation and Systems Manager in requests. Data only. */
import { keyOf, type ServiceKeyRows } from "../key-row.ts";

const formation = keyOf("cloudformation");
const ssm = keyOf("ssm");

export const MANAGEMENT_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "cloudformation",
    source: "[C CloudFormation SAR and user guide; API models]; a stack may keep a role from before",
    rows: [
      formation("RoleArn", "roleARN", { missing: "absent", actions: /^create/ }),
      formation("RoleArn", "roleARN"),
      formation("TemplateUrl", "templateURL", { missing: "absent" }),
      formation("StackPolicyUrl", "stackPolicyURL", { missing: "absent" }),
      formation("ResourceTypes", "resourceTypes", { isList: true, missing: "absent" }),
      formation("ChangeSetName", "changeSetName", { missing: "absent" }),
      formation("TargetRegion", "regions", { isList: true, missing: "absent" }),
    ],
  },
  {
    prefix: "ssm",
    source: "[C Systems Manager SAR and user guide; API models]",
    rows: [
      ssm("Overwrite", "overwrite", { missing: { orDefault: "false" } }),
      ssm("Recursive", "recursive", { missing: { orDefault: "false" } }),
      ssm("DocumentType", "documentType"),
      ssm("SyncType", "syncType"),
    ],
  },
];
