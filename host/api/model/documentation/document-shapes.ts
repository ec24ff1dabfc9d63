/** Shapes and their texts → shapes with botocore's `documentation`, on themselves and on the members of structures. */
import type { ModelMember, ModelShape, ShapeTable } from "../model-shapes.ts";
import { COMMON_TEXTS } from "./common-texts.ts";
import { GENERATION_TEXTS } from "./generation-texts.ts";
import { PREVIEW_TEXTS } from "./preview-texts.ts";
import { type ShapeText, toHtml, withValues } from "./shape-text.ts";

/** Every shape of the service model has one. */
export const SHAPE_TEXTS: Readonly<Record<string, ShapeText>> = {
  ...COMMON_TEXTS,
  ...PREVIEW_TEXTS,
  ...GENERATION_TEXTS,
};

export function documentShapes(shapes: ShapeTable): ShapeTable {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, documentShape(name, shape, shapes)]));
}

function documentShape(name: string, shape: ModelShape, shapes: ShapeTable): ModelShape {
  const text = SHAPE_TEXTS[name];
  if (text === undefined) throw new Error(`the shape ${name} says nothing about itself`);
  if (shape.type !== "structure")
    return { ...shape, documentation: toHtml(isEnum(shape) ? withValues(text) : text[0]) };
  const [about, parts = {}] = text;
  const members = Object.entries(shape.members).map(([member, reference]): [string, ModelMember] => {
    const own = parts[member];
    if (own === undefined) throw new Error(`the member ${name}.${member} says nothing about itself`);
    return [member, { ...reference, documentation: toHtml(memberText(own, reference.shape, shapes)) }];
  });
  return { ...shape, members: Object.fromEntries(members), documentation: toHtml(about) };
}

/** Where a member has a text, the AWS CLI shows nothing of its shape's: so the values of an enum are told here too. */
function memberText(own: string, shapeName: string, shapes: ShapeTable): string {
  const text = SHAPE_TEXTS[shapeName];
  return text !== undefined && isEnum(shapes[shapeName]) ? withValues([own, text[1] ?? {}]) : own;
}

function isEnum(shape: ModelShape | undefined): boolean {
  return shape?.type === "string" && shape.enum !== undefined;
}
