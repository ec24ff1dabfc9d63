/**
 * A call through an inference profile is decided on the profile and on the model behind it, in every region the profile reaches
 * [C Bedrock user guide, prerequisites for inference profiles]. Which regions these are, and the model behind a profile of one's
 * own, the request does not say.
 */
import { ownerlessForm } from "../arn-forms.ts";
import { fillTemplate } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const CALLS = /^(?:invokemodel|converse|startasyncinvoke)/;
/** `eu.maker.model-v1:0`, alone or at the end of an ARN. */
const PROFILE = /^(?:arn:.*:inference-profile\/)?(?:us-gov|us|eu|apac|jp|au|ca|global)\.([a-z0-9-]+\..+)$/;
const OWN_PROFILE = /^arn:.*:application-inference-profile\//;

export const modelsOfBedrock: SpecialReading = ({ request, place, name, type }) => {
  if (type !== "foundation-model" || !CALLS.test(name)) return undefined;
  const [model] = firstTexts(request, [read("modelId", (text) => text)]);
  if (model === undefined) return undefined;
  const behind = PROFILE.exec(model)?.[1];
  if (behind === undefined && !OWN_PROFILE.test(model)) return undefined;
  const anywhere = { ...place, region: undefined };
  return [[fillTemplate(ownerlessForm("bedrock", "foundation-model/{Id}"), anywhere, new Map([["id", behind]]))]];
};
