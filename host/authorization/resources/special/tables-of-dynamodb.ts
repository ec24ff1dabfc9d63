/** Batches of DynamoDB name their tables as members of `requestItems`, or in a list [C DynamoDB API reference; E for the list]. */
import { asObject } from "../../record-json.ts";
import { distinct } from "../evidence.ts";
import { fillTemplate } from "../fill-template.ts";
import { read } from "../resource-row.ts";
import { firstTexts, isArn } from "../texts-of.ts";
import type { SpecialReading } from "./special-input.ts";

const BATCHES = /^batch(?:get|write)item$/;
export const REQUEST_ITEMS = "requestItems";
export const REQUEST_ITEMS_TABLE = "requestItems.tableName";

export const tablesOfDynamodb: SpecialReading = ({ catalogue, request, place, name, type }) => {
  if (type !== "table" || !BATCHES.test(name)) return undefined;
  const members = request.parameters.object[REQUEST_ITEMS];
  const listed = Array.isArray(members);
  const names = listed
    ? firstTexts(request, [read(REQUEST_ITEMS_TABLE, (text) => text)])
    : Object.keys(asObject(members) ?? {});
  if (names.length === 0) return undefined;
  const [template = ""] = catalogue.templatesOf("dynamodb", type);
  return distinct(
    names.map((table) => [
      table !== undefined && isArn(table)
        ? ({ kind: "arn", arn: table } as const)
        : fillTemplate(template, place, new Map([["tablename", table]])),
    ]),
  );
};
