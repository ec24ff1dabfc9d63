/**
 * Which dimension a condition key hangs on (semantics 4.1–4.3): those of the caller and of the way the call came; every other key
 * hangs on what was asked. A dimension may still not know its key for a given value.
 */
import type { Dimension } from "../domain/dimension.ts";

const KEYS: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  // semantics 4.1; organization id and paths come from the snapshot
  principal: [
    "aws:principalarn",
    "aws:principalaccount",
    "aws:principaltype",
    "aws:userid",
    "aws:username",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalisawsservice",
    "aws:principalservicename",
    "aws:principalservicenameslist",
    "aws:tokenissuetime",
    "aws:multifactorauthpresent",
    "aws:multifactorauthage",
    "aws:federatedprovider",
    "aws:sourceidentity",
    "aws:assumedroot",
    "aws:signinsessionarn",
    "aws:chatbotsourcearn",
    "ec2:roledelivery",
    "ec2:sourceinstancearn",
    "aws:ec2instancesourcevpc",
    "aws:ec2instancesourceprivateipv4",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "lambda:sourcefunctionarn",
    "codebuild:buildarn",
    "codebuild:projectarn",
    "glue:roleassumedby",
    "glue:credentialissuingservice",
    "ssm:sourceinstancearn",
  ],
  // semantics 4.3: what hangs on invokedBy
  invocation: [
    "aws:viaawsservice",
    "aws:calledvia",
    "aws:calledviafirst",
    "aws:calledvialast",
    "kms:viaservice",
    "kms:grantisforawsresource",
  ],
  // semantics 4.2
  network: [
    "aws:sourceip",
    "aws:vpcsourceip",
    "aws:sourcevpce",
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:vpceaccount",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
  ],
  userAgent: ["aws:useragent"],
  tls: ["aws:securetransport", "s3:tlsversion", "s3express:tlsversion"],
  // semantics 4.3
  time: ["aws:currenttime", "aws:epochtime"],
};

const BY_KEY: ReadonlyMap<string, Dimension> = new Map(
  (Object.keys(KEYS) as Dimension[]).flatMap((dimension) => (KEYS[dimension] ?? []).map((key) => [key, dimension])),
);

/** Takes a condition key in any case, for instance `aws:SourceIp`. */
export function dimensionOfKey(key: string): Dimension {
  const folded = key.toLowerCase();
  return BY_KEY.get(folded) ?? (folded.startsWith("aws:principaltag/") ? "principal" : "request");
}
