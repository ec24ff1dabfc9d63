/**
 * Operations of the services from a to d (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Rows come from semantics 5.4 unless marked.
 */
import { type BesideRow, row } from "./beside-row.ts";

const RESTORED_TABLE =
  "dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem";
const CONNECTIONS =
  "codeconnections:PassConnection codeconnections:UseConnection codestar-connections:PassConnection codestar-connections:UseConnection";

export const BESIDE_ROWS_A_D: readonly BesideRow[] = [
  row("dynamodb", "RestoreTableFromBackup RestoreTableToPointInTime", RESTORED_TABLE),
  // sources that are a connection to a code host [S user guides of both services]
  row("codebuild", "CreateProject UpdateProject", CONNECTIONS),
  row("codepipeline", "CreatePipeline UpdatePipeline", CONNECTIONS),
  // a group with a launch template needs leave to run instances [S EC2 Auto Scaling user guide]
  {
    prefix: "autoscaling",
    names: "CreateAutoScalingGroup UpdateAutoScalingGroup",
    actions: "ec2:RunInstances ec2:CreateTags iam:PassRole",
    when: "launchTemplate mixedInstancesPolicy",
  },
  // a resource policy, a certificate: permissions of their own [S API Gateway, actions]
  row("apigateway", "CreateRestApi UpdateRestApi PutRestApi ImportRestApi", "apigateway:UpdateRestApiPolicy"),
  row(
    "apigateway",
    "CreateDomainName UpdateDomainName",
    "apigateway:AddCertificateToDomain apigateway:RemoveCertificateFromDomain",
  ),
];
