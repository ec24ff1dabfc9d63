/**
 * Invented calls of ECS, EKS, ECR and CodeBuild (see invented-event.ts). Sources: semantics 5.4 (PassRole) and 6.2, the service
 * authorization reference. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const BUILDER = `arn:aws:iam::${ACCOUNT}:role/ferry/builder`;
const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const TO_TASKS = { "iam:passedtoservice": "ecs-tasks.amazonaws.com" };
const CLUSTER = here("ecs", "cluster/harbour");
/** With the cluster in it, or as before 2018, which old tasks and services keep. */
const TASK = [
  here("ecs", "task/harbour/0a1b2c3d4e5f60718293a4b5c6d7e8f9"),
  here("ecs", "task/0a1b2c3d4e5f60718293a4b5c6d7e8f9"),
];

export const INVENTED_EVENTS_CONTAINERS: readonly InventedEvent[] = [
  invented(
    "RunTask with a role that overrides the definition's",
    called("ecs RunTask", { cluster: "harbour", taskDefinition: "milling:7", overrides: { taskRoleArn: GRINDER } }),
    [
      asks("ecs:RunTask", here("ecs", "task-definition/milling:7"), { "ecs:cluster": here("ecs", "cluster/harbour") }),
      asks("iam:PassRole", GRINDER, TO_TASKS),
    ],
    AT_LEAST,
  ),
  invented(
    "RegisterTaskDefinition passes two roles",
    called("ecs RegisterTaskDefinition", { family: "milling", taskRoleArn: GRINDER, executionRoleArn: BUILDER }),
    [
      asks("ecs:RegisterTaskDefinition", `~${here("ecs", "task-definition/milling:*")}`),
      asks("iam:PassRole", GRINDER, TO_TASKS),
      asks("iam:PassRole", BUILDER, TO_TASKS),
    ],
    AT_LEAST,
  ),
  invented(
    "UpdateService",
    called("ecs UpdateService", { cluster: "harbour", service: "gate", desiredCount: 3 }),
    [
      asks("ecs:UpdateService", [here("ecs", "service/harbour/gate"), here("ecs", "service/gate")], {
        "ecs:cluster": "?",
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "StopTask by id",
    called("ecs StopTask", { cluster: CLUSTER, task: "0a1b2c3d4e5f60718293a4b5c6d7e8f9" }),
    [asks("ecs:StopTask", TASK)],
    NOTHING_ELSE,
  ),
  invented(
    "ExecuteCommand",
    called("ecs ExecuteCommand", { cluster: "harbour", task: "0a1b2c3d4e5f60718293a4b5c6d7e8f9", container: "mill" }),
    [asks("ecs:ExecuteCommand", CLUSTER, { "ecs:container-name": "mill" }), asks("ecs:ExecuteCommand", TASK)],
    AT_LEAST,
  ),
  invented("ListClusters of ECS", called("ecs ListClusters", null), [asks("ecs:ListClusters", "*")], NOTHING_ELSE),
  invented(
    "DescribeCluster of EKS",
    called("eks DescribeCluster", { name: "harbour" }),
    [asks("eks:DescribeCluster", here("eks", "cluster/harbour"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateNodegroup passes its role",
    called("eks CreateNodegroup", { name: "harbour", nodegroupName: "graders", nodeRole: GRINDER }),
    [asks("eks:CreateNodegroup", here("eks", "cluster/harbour")), asks("iam:PassRole", GRINDER)],
    AT_LEAST,
  ),
  invented(
    "DescribeNodegroup",
    called("eks DescribeNodegroup", { name: "harbour", nodegroupName: "graders" }),
    [asks("eks:DescribeNodegroup", `~${here("eks", "nodegroup/harbour/graders/*")}`)],
    NOTHING_ELSE,
  ),
  invented(
    "PutImage",
    called(
      "ecr PutImage",
      { repositoryName: "mills/grinder", imageTag: "spring", registryId: ACCOUNT },
      {
        resources: [{ ARN: here("ecr", "repository/mills/grinder"), accountId: ACCOUNT }],
      },
    ),
    [asks("ecr:PutImage", here("ecr", "repository/mills/grinder"))],
    NOTHING_ELSE,
  ),
  invented(
    "BatchGetImage of another registry",
    called("ecr BatchGetImage", { repositoryName: "gate", registryId: "210000000058" }),
    [asks("ecr:BatchGetImage", `arn:aws:ecr:${REGION}:210000000058:repository/gate`)],
    NOTHING_ELSE,
  ),
  invented(
    "GetAuthorizationToken",
    called("ecr GetAuthorizationToken", null),
    [asks("ecr:GetAuthorizationToken", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "StartBuild",
    called("codebuild StartBuild", { projectName: "mill" }),
    [asks("codebuild:StartBuild", here("codebuild", "project/mill"))],
    AT_LEAST,
  ),
  invented(
    "CreateProject passes its role",
    called("codebuild CreateProject", { name: "mill", serviceRole: BUILDER }),
    [
      asks("codebuild:CreateProject", here("codebuild", "project/mill")),
      asks("iam:PassRole", BUILDER, { "iam:passedtoservice": "codebuild.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
];
