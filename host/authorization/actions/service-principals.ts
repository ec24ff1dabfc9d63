/**
 * The service a role is passed to, which AWS gives as `iam:PassedToService`, by operation, where a row does not say it. Only
 * services whose roles trust one principal whatever the request says; not in the list means not known. [C user guides of the services, example policies].
 */

/** By IAM prefix, or by prefix and event name. */
const PRINCIPALS: Readonly<Record<string, string>> = {
  apigateway: "apigateway.amazonaws.com",
  appsync: "appsync.amazonaws.com",
  "autoscaling CreateLaunchConfiguration": "ec2.amazonaws.com",
  backup: "backup.amazonaws.com",
  "cloudformation CreateStack": "cloudformation.amazonaws.com",
  "cloudformation UpdateStack": "cloudformation.amazonaws.com",
  "cloudformation DeleteStack": "cloudformation.amazonaws.com",
  "cloudformation CreateChangeSet": "cloudformation.amazonaws.com",
  "cloudtrail CreateTrail": "cloudtrail.amazonaws.com",
  "cloudtrail UpdateTrail": "cloudtrail.amazonaws.com",
  codebuild: "codebuild.amazonaws.com",
  codedeploy: "codedeploy.amazonaws.com",
  codepipeline: "codepipeline.amazonaws.com",
  "config PutConfigurationRecorder": "config.amazonaws.com",
  dax: "dax.amazonaws.com",
  "ec2 RunInstances": "ec2.amazonaws.com",
  "ec2 AssociateIamInstanceProfile": "ec2.amazonaws.com",
  "ec2 ReplaceIamInstanceProfileAssociation": "ec2.amazonaws.com",
  "ec2 CreateFlowLogs": "vpc-flow-logs.amazonaws.com",
  "ecs RegisterTaskDefinition": "ecs-tasks.amazonaws.com",
  "events PutTargets": "events.amazonaws.com",
  firehose: "firehose.amazonaws.com",
  glue: "glue.amazonaws.com",
  "lambda CreateFunction": "lambda.amazonaws.com",
  "lambda UpdateFunctionConfiguration": "lambda.amazonaws.com",
  pipes: "pipes.amazonaws.com",
  "rds AddRoleToDBCluster": "rds.amazonaws.com",
  "rds AddRoleToDBInstance": "rds.amazonaws.com",
  redshift: "redshift.amazonaws.com",
  rolesanywhere: "rolesanywhere.amazonaws.com",
  "s3 PutBucketReplication": "s3.amazonaws.com",
  "s3 PutReplicationConfiguration": "s3.amazonaws.com",
  "s3 CreateJob": "batchoperations.s3.amazonaws.com",
  "sagemaker CreateModel": "sagemaker.amazonaws.com",
  "sagemaker CreateNotebookInstance": "sagemaker.amazonaws.com",
  "sagemaker CreateTrainingJob": "sagemaker.amazonaws.com",
  "sagemaker CreateProcessingJob": "sagemaker.amazonaws.com",
  scheduler: "scheduler.amazonaws.com",
  states: "states.amazonaws.com",
};

const BY_OPERATION: ReadonlyMap<string, string> = new Map(
  Object.entries(PRINCIPALS).map(([operation, principal]) => [operation.toLowerCase(), principal]),
);

/** Takes prefix and event name without date; undefined when it is not known. Of the commercial partition. */
export function servicePrincipalOf(prefix: string, name: string): string | undefined {
  return BY_OPERATION.get(`${prefix} ${name.toLowerCase()}`) ?? BY_OPERATION.get(prefix);
}
