/**
 * The state of reading one policy text: where things are, and the faults found so far. Every reader of the grammar
 * reports here and goes on, so that an author sees all faults at once.
 */
import { getNodePath, type Node } from "jsonc-parser";
import { createBoundedFaults } from "../../domain/bounded-faults.ts";
import type { Fault } from "../../domain/fault.ts";
import type { Position } from "../../domain/policy-document.ts";
import { pointerOf } from "../json-pointer.ts";
import { createPositions } from "../json-positions.ts";

export interface Reading {
  readonly text: string;
  positionOf(node: Node): Position;
  /** `node` is what to point at; `code` and `message` as in a fault. */
  report(node: Node, code: string, message: string): void;
  /** Was more reported than is kept? */
  isFull(): boolean;
  /** All that was reported, as far as kept. */
  faults(): readonly Fault[];
}

/** Reading the statements of one document, which need to know more of it. */
export interface StatementReading extends Reading {
  /** Has the document's Version policy variables? */
  readonly hasVariables: boolean;
  /** Each Sid read so far, and where it stands first. */
  readonly sids: Map<string, Node>;
}

export function createReading(text: string): Reading {
  const positions = createPositions(text);
  const faults = createBoundedFaults();
  return {
    text,
    positionOf: (node) => positions(node.offset),
    report(node, code, message) {
      faults.add(() => {
        const { line, column } = positions(node.offset);
        return { code, message, where: { line, column, pointer: pointerOf(getNodePath(node)) } };
      });
    },
    isFull: faults.isFull,
    faults: () => faults.all(),
  };
}
