/** Calls of Lambda, ECS, ECR, Auto Scaling and CloudFormation: how software is put to work. */
import {
  BUILDERS,
  type Details,
  idAmong,
  localArn,
  type Operation,
  READERS,
  type Scene,
  WORKLOADS,
} from "../operation.ts";

function stackCall(scene: Scene): Details {
  return { request: { stackName: `${scene.workload}-service` } };
}

function changeSet(scene: Scene): Details {
  const stack = localArn(
    scene,
    "cloudformation",
    `stack/${scene.workload}-service/5b7c1e90-a44f-11f0-9c31-0e4f1d2a7b33`,
  );
  return {
    request: {
      stackName: `${scene.workload}-service`,
      changeSetName: `release-${scene.random.below(900)}`,
      capabilities: ["CAPABILITY_NAMED_IAM"],
      parameters: [{ parameterKey: "ImageTag", parameterValue: scene.random.hex(12) }],
      tags: [{ key: "service", value: scene.workload }],
    },
    response: { stackId: stack, id: stack.replace("stack/", "changeSet/") },
  };
}

function updateCode(scene: Scene): Details {
  const functionName = `${scene.workload}-worker`;
  return {
    request: {
      functionName,
      s3Bucket: `tidewater-${scene.workload}-exports-${scene.region}`,
      s3Key: `builds/${scene.random.hex(20)}.zip`,
      publish: true,
      dryRun: false,
    },
    response: {
      functionName,
      functionArn: localArn(scene, "lambda", `function:${functionName}`),
      runtime: "nodejs22.x",
      codeSize: 1_482_113,
      handler: "index.handler",
      version: String(scene.random.below(400)),
      state: "Active",
    },
  };
}

function invoke(scene: Scene): Details {
  const functionName = `${scene.workload}-nightly-export`;
  return {
    request: { functionName, invocationType: "Event" },
    resources: [
      {
        accountId: scene.accountId,
        type: "AWS::Lambda::Function",
        ARN: localArn(scene, "lambda", `function:${functionName}`),
      },
    ],
  };
}

function cluster(scene: Scene): Details {
  return { request: { cluster: `${scene.workload}-cluster`, services: [`${scene.workload}-web`], include: ["TAGS"] } };
}

function runTask(scene: Scene): Details {
  return {
    request: {
      cluster: `${scene.workload}-cluster`,
      taskDefinition: `${scene.workload}-migration:${scene.random.below(80)}`,
      launchType: "FARGATE",
      count: 1,
      networkConfiguration: {
        awsvpcConfiguration: { subnets: [idAmong(scene, "subnet", 3)], assignPublicIp: "DISABLED" },
      },
    },
    response: { tasks: [], failures: [] },
    alsoActions: ["iam:PassRole"],
  };
}

const repository = (scene: Scene) => ({
  request: { repositoryName: `${scene.workload}/web`, registryId: scene.accountId },
});

export const DELIVERY: readonly Operation[] = [
  {
    service: "lambda",
    name: "Invoke",
    actions: ["lambda:InvokeFunction"],
    weight: 9,
    callers: ["function", "instance"],
    readOnly: false,
    data: true,
    details: invoke,
  },
  {
    service: "lambda",
    name: "UpdateFunctionCode20150331v2",
    actions: ["lambda:UpdateFunctionCode"],
    weight: 1.6,
    callers: BUILDERS,
    readOnly: false,
    details: updateCode,
    failures: [["ResourceConflictException", "The operation cannot be performed at this time."]],
  },
  {
    service: "lambda",
    name: "ListFunctions20150331",
    actions: ["lambda:ListFunctions"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: () => ({ request: null }),
  },
  {
    service: "ecs",
    name: "DescribeServices",
    actions: ["ecs:DescribeServices"],
    weight: 5,
    callers: [...BUILDERS, "serviceLinkedRole"],
    readOnly: true,
    details: cluster,
  },
  {
    service: "ecs",
    name: "RunTask",
    actions: ["ecs:RunTask"],
    weight: 1,
    callers: ["role", "function"],
    readOnly: false,
    details: runTask,
  },
  {
    service: "ecr",
    name: "BatchGetImage",
    actions: ["ecr:BatchGetImage"],
    weight: 5,
    callers: ["instance", "role"],
    readOnly: true,
    details: (scene) => ({ request: { ...repository(scene).request, imageIds: [{ imageTag: "stable" }] } }),
  },
  {
    service: "ecr",
    name: "GetAuthorizationToken",
    actions: ["ecr:GetAuthorizationToken"],
    weight: 4,
    callers: ["instance", "role"],
    readOnly: true,
    details: () => ({ request: {} }),
  },
  {
    service: "autoscaling",
    name: "DescribeAutoScalingGroups",
    actions: ["autoscaling:DescribeAutoScalingGroups"],
    weight: 4,
    callers: [...READERS, ...WORKLOADS],
    readOnly: true,
    details: (scene) => ({ request: { autoScalingGroupNames: [`${scene.workload}-fleet`] } }),
  },
  {
    service: "cloudformation",
    name: "DescribeStacks",
    actions: ["cloudformation:DescribeStacks"],
    weight: 5,
    callers: BUILDERS,
    readOnly: true,
    details: stackCall,
    failures: [["ValidationException", "Stack with that id does not exist"]],
  },
  {
    service: "cloudformation",
    name: "CreateChangeSet",
    actions: ["cloudformation:CreateChangeSet"],
    weight: 1,
    callers: ["role"],
    readOnly: false,
    details: changeSet,
  },
];
