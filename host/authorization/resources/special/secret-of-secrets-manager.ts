/** Secrets' ARNs end in six characters of AWS's making, which names and partial ARNs lack (semantics 6.2, row secretsmanager). */
import type { PatternPart } from "../../../domain/program.ts";
import type { Resource } from "../../request/authorization.ts";
import { type Alternatives, distinct } from "../evidence.ts";
import { fillTemplate } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts, isArn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const PATHS = ["secretId", "secretIdList", "aRN"];
export const SECRETS_MANAGER_PATHS: readonly string[] = [...PATHS, "name"];

const SUFFIX = /-[A-Za-z0-9]{6}$/;
/** A word of six small letters can be the name's own end: then nobody knows whether the suffix is there. */
const WORD = /-[a-z]{6}$/;
const RANDOM: readonly PatternPart[] = Array.from({ length: 6 }, () => ({ wildcard: "?" }) as const);

function suffixed(text: string): Resource {
  return { kind: "pattern", parts: [{ literal: `${text}-` }, ...RANDOM] };
}

export const secretOfSecretsManager: SpecialReading = ({ catalogue, request, place, name, type }) => {
  if (type !== "Secret") return undefined;
  const [template = ""] = catalogue.templatesOf("secretsmanager", type);
  const isNew = name === "createsecret";
  const texts = firstTexts(
    request,
    (isNew ? ["name"] : PATHS).map((path) => read(path, (text) => text)),
  );
  if (texts.length === 0) return undefined;
  return distinct(
    texts.map((text): Alternatives => {
      const whole = fillTemplate(template, place, new Map([["secretid", text]]));
      const arn = text !== undefined && isArn(text) ? text : whole.kind === "arn" ? whole.arn : undefined;
      if (arn === undefined) return [whole];
      const plain: Resource = { kind: "arn", arn };
      // of a secret to come, whether the suffix is part of the question is not documented
      if (isNew) return [plain, suffixed(arn)];
      if (text !== undefined && isArn(text)) {
        if (!SUFFIX.test(arn)) return [suffixed(arn)];
        return WORD.test(arn) ? [plain, suffixed(arn)] : [plain];
      }
      return [suffixed(arn)];
    }),
  );
};
