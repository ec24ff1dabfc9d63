/**
 * Operations of the services from e to l (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Rows come from semantics 5.4 unless marked.
 */
import { type BesideRow, row } from "./beside-row.ts";

export const BESIDE_ROWS_E_L: readonly BesideRow[] = [
  {
    prefix: "lambda",
    names: "CreateFunction UpdateFunctionConfiguration",
    actions: "lambda:GetLayerVersion",
    when: "layers",
  },
  // [E] dependent actions of iam-data@0.15.202512061
  { prefix: "lambda", names: "CreateFunction", actions: "lambda:PassCapacityProvider", when: "capacityProviderConfig" },
  // without a policy AWS sets the default one, and the permission is asked for all the same or not: [U]
  row("kms", "CreateKey", "kms:PutKeyPolicy"),
  row("kms", "ReplicateKey", "kms:CreateKey kms:PutKeyPolicy"),
  { prefix: "kms", names: "ReplicateKey", actions: "kms:TagResource", when: "tags", isSure: true },
  row("fsx", "DeleteFileSystem", "fsx:CreateBackup"),
  row("ec2", "CreateFleet ModifyFleet RequestSpotFleet", "ec2:RunInstances ec2:CreateTags"),
  row("ec2", "RequestSpotInstances", "ec2:RunInstances"),
  // tags that the launch template holds [C EC2 user guide, tags at creation]
  { prefix: "ec2", names: "RunInstances", actions: "ec2:CreateTags", when: "launchTemplate" },
  row(
    "ec2",
    "CreateSubnetCidrReservation PurchaseHostReservation CreateCapacityReservationBySplitting",
    "ec2:CreateTags",
  ),
  row("ec2", "CopyImage", "ec2:CreateTags"),
];
