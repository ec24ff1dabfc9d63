/** S3 requests through an access point have its ARN, or its alias, for a bucket's name [C S3 user guide, access points]. */
import { fillTemplate } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts, isArn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

/** Access point aliases end so [C S3 user guide, access point aliases]. */
const ALIAS = /-s3alias$/;

export const accessPointOfS3: SpecialReading = ({ catalogue, request, place, type }) => {
  const bucket = firstTexts(request, [read("bucketName", (text) => text)])[0];
  if (bucket === undefined || !(isArn(bucket) || ALIAS.test(bucket))) return undefined;
  const isObject = type === "accesspointobject";
  // of a bucket behind an access point the request says nothing
  if (type !== "accesspoint" && !isObject) return type === "object" || type === "bucket" ? [] : undefined;
  const keys = isObject ? firstTexts(request, [read("key", (text) => text)]) : [undefined];
  const [template = ""] = catalogue.templatesOf("s3", type);
  return (keys.length === 0 ? [undefined] : keys).map((key) => {
    if (!isArn(bucket)) return [fillTemplate(template, place, new Map([["objectname", key]]))];
    if (!isObject) return [{ kind: "arn", arn: bucket }];
    const start = `${bucket}/object/`;
    if (key !== undefined) return [{ kind: "arn", arn: `${start}${key}` }];
    return [{ kind: "pattern", parts: [{ literal: start }, { wildcard: "*" }] }];
  });
};
