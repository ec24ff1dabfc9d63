/** Few names, so that patterns meet values often: actions, resources, keys by family, operators by family. */

export const FAMILIES = ["string", "arn", "number", "date", "address", "bool", "bytes"] as const;
export type Family = (typeof FAMILIES)[number];

/** As policies write them. */
export const KEYS: Readonly<Record<string, Family>> = {
  "aws:PrincipalTag/Team": "string",
  "aws:PrincipalTag/home": "string",
  "aws:RequestedRegion": "string",
  "aws:TagKeys": "string",
  "aws:PrincipalOrgPaths": "string",
  "aws:PrincipalArn": "arn",
  "aws:SourceArn": "arn",
  "aws:MultiFactorAuthAge": "number",
  "s3:max-keys": "number",
  "aws:CurrentTime": "date",
  "aws:TokenIssueTime": "date",
  "aws:SourceIp": "address",
  "aws:VpcSourceIp": "address",
  "aws:SecureTransport": "bool",
  "aws:MultiFactorAuthPresent": "bool",
  "kms:EncryptionContext:digest": "bytes",
};

/** Requests give several values for these more often than one. */
export const LIST_KEYS = new Set(["aws:tagkeys", "aws:principalorgpaths"]);

export const VARIABLE_KEYS = ["aws:PrincipalTag/Team", "aws:PrincipalTag/home", "aws:RequestedRegion", "aws:TagKeys"];

export const TAG_PREFIX = "aws:principaltag/";

/** Base operators by what their values are. Null stands apart. */
export const OPERATORS: Readonly<Record<Family, readonly string[]>> = {
  string: [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
  ],
  arn: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
  number: [
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
  ],
  date: [
    "DateEquals",
    "DateNotEquals",
    "DateLessThan",
    "DateLessThanEquals",
    "DateGreaterThan",
    "DateGreaterThanEquals",
  ],
  address: ["IpAddress", "NotIpAddress"],
  bool: ["Bool"],
  bytes: ["BinaryEquals"],
};

export const SET_PREFIXES = ["", "ForAllValues:", "ForAnyValue:"];

export const ACTIONS = [
  "s3:GetObject",
  "s3:PutObject",
  "s3-outposts:GetObject",
  "ec2:RunInstances",
  "iam:CreateRole",
  "iam:GetRole",
];

export const ACTION_PATTERNS = [
  "*",
  "**",
  "s3:*",
  "S3:getobject",
  "s3:?etObject",
  "s3:*Object*",
  "s3:*t*j??t",
  "s3:Get",
  "*:Get*",
  "ec2:Run*",
  "ec2:RunInstances",
  "iam:*Role",
  "IAM:?*Role",
  "s3-outposts:*",
];

/** Contested where they match (reading 12), if the grammar takes them at all. */
export const SERVICE_WILDCARDS = ["s*:Get*", "?3:*", "i*m:*", "s3*:GetObject"];

export const ARNS = [
  "arn:aws:s3:::logs/a/b",
  "arn:aws:s3:::logs",
  "arn:aws:s3:::home/red/x*y",
  "arn:aws:iam::111122223333:role/ops/admin",
  "arn:aws:iam::111122223333:role/admin",
  "arn:aws:iam::111122223333:user/eve",
  "arn:aws:logs:eu-west-1:111122223333:log-group:/app:log-stream:a",
  "arn:aws:sqs:eu-west-1:111122223333:q",
  "arn:aws:dynamodb:eu-west-1:111122223333:table/é/red",
];

export const STRINGS = [
  "red",
  "blue",
  "r",
  "rose",
  "red/blue",
  "",
  "a:b",
  "a*b",
  "x?y",
  "$",
  "é",
  "É",
  "straße",
  "日本",
  "🦀red",
  "eu-west-1",
];

export const BASE64 = ["cmVk", "cmVkIQ==", "cmU=", "AA==", "AAA=", "+/+/", "cmVl"];
