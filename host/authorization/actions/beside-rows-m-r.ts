/**
 * Operations of the services from m to r (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Rows come from semantics 5.4 unless marked.
 */
import { type BesideRow, row } from "./beside-row.ts";

export const BESIDE_ROWS_M_R: readonly BesideRow[] = [
  // the parameters: [C RDS API reference]
  { prefix: "rds", names: "CreateDBCluster", actions: "rds:CreateDBInstance", when: "dBClusterInstanceClass" },
  {
    prefix: "rds",
    names: "CreateDBInstance ModifyDBInstance",
    actions: "rds:CreateTenantDatabase",
    when: "multiTenant",
    of: /^true$/i,
  },
  row("rds", "DeleteDBCluster", "rds:DeleteDBInstance"),
  row("rds", "DeleteDBInstance", "rds:DeleteTenantDatabase"),
  {
    prefix: "rds",
    names: "DeleteDBCluster",
    actions: "rds:CreateDBClusterSnapshot rds:AddTagsToResource",
    when: "finalDBSnapshotIdentifier",
  },
  {
    prefix: "rds",
    names: "DeleteDBInstance",
    actions: "rds:CreateDBSnapshot rds:AddTagsToResource",
    when: "finalDBSnapshotIdentifier",
  },
  row("rds", "ModifyDBCluster", "rds:ModifyDBInstance"),
  row("rds", "ModifyDBInstance", "rds:AddTagsToResource"),
  {
    prefix: "rds",
    names: "StopDBInstance",
    actions: "rds:CreateDBSnapshot rds:AddTagsToResource",
    when: "dBSnapshotIdentifier",
  },
  row("quicksight", "CreateDataSet UpdateDataSet", "quicksight:PassDataSource"),
];
