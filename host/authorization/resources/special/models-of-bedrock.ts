/**
 * A call through an inference profile is decided on the profile and on the model behind it, in every region the profile reaches
 * [C Bedrock user guide, prerequisites for inference profiles]. Which regions these are, and the model behind a profile of one's
 * own, the request does not say.
 */
import { ownerlessForm } from "../arn-forms.ts";
import type { Alternatives } from "../evidence.ts";
import { fillTemplate } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const CALLS = /^(?:invokemodel|converse|startasyncinvoke)/;
/** `eu.maker.model-v1:0`, alone or at the end of an ARN. */
const PROFILE = /^(?:arn:.*:inference-profile\/)?(us-gov|us|eu|apac|jp|au|ca|global)\.([a-z0-9-]+\..+)$/;
const OWN_PROFILE = /^arn:.*:application-inference-profile\//;

export const modelsOfBedrock: SpecialReading = ({ request, place, name, type }) => {
  if (type !== "foundation-model" || !CALLS.test(name)) return undefined;
  const [model] = firstTexts(request, [read("modelId", (text) => text)]);
  if (model === undefined) return undefined;
  const [, geography, behind] = PROFILE.exec(model) ?? [];
  if (behind === undefined && !OWN_PROFILE.test(model)) return undefined;
  const modelIn = (region: string | undefined): Alternatives => [
    fillTemplate(ownerlessForm("bedrock", "foundation-model/{Id}"), { ...place, region }, new Map([["id", behind]])),
  ];
  // those that reach every region name none, besides the one where the call was made [C the same, global inference; E denials]
  return geography === "global" ? [modelIn(place.region), modelIn("")] : [modelIn(undefined)];
};
