/** Keys are named by id, ARN or alias; the key behind an alias is not in the request (semantics 6.2, row kms). */
import { distinct } from "../evidence.ts";
import { fillTemplate, placeOf } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts, isArn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const KEY_PATHS = ["keyId", "targetKeyId", "sourceKeyId", "destinationKeyId"];
const ALIAS_NAME = "aliasName";

/** What the action is about where a call has several keys [C KMS API reference, ReEncrypt]. */
function pathsOf(name: string): readonly string[] {
  if (name === "reencryptfrom") return ["sourceKeyId"];
  return name === "reencryptto" ? ["destinationKeyId"] : KEY_PATHS;
}

export const KMS_PATHS: readonly string[] = [...KEY_PATHS, ALIAS_NAME];

export const keyOfKms: SpecialReading = ({ catalogue, request, place, name, type }) => {
  const [template = ""] = catalogue.templatesOf("kms", type);
  const fill = (where: typeof place, value: string | undefined) => [
    fillTemplate(template, where, new Map([[type === "key" ? "keyid" : "alias", value]])),
  ];
  const texts = firstTexts(
    request,
    (type === "alias" ? [ALIAS_NAME] : pathsOf(name)).map((path) => read(path, (text) => text)),
  );
  if (texts.length === 0) return undefined;
  return distinct(
    texts.map((text) => {
      if (text === undefined) return fill(place, undefined);
      if (type === "alias")
        return isArn(text) ? [{ kind: "arn", arn: text }] : fill(place, text.replace(/^alias\//, ""));
      if (!isArn(text)) return fill(place, text.startsWith("alias/") ? undefined : text);
      return text.includes(":alias/") ? fill(placeOf(text), undefined) : [{ kind: "arn", arn: text }];
    }),
  );
};
