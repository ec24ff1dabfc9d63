/** A hierarchy with its policies read: what every level says, in the order in which a deciding statement is looked for (R10). */
import { failure, type Result, success } from "../../domain/fault.ts";
import type { Hierarchy } from "../../domain/organization.ts";
import type { NumberedStatement, ProgramBuilder } from "../../policy/build-program.ts";

export interface LevelStatements {
  readonly level: string;
  readonly statements: readonly PlacedStatement[];
}

/** A statement where it is attached. */
export interface PlacedStatement extends NumberedStatement {
  readonly policy: { readonly id: string; readonly name: string };
}

/** Compiles every policy of the hierarchy. Faults name the policy and the level. */
export function readLevels(hierarchy: Hierarchy, builder: ProgramBuilder): Result<readonly LevelStatements[]> {
  const levels: LevelStatements[] = [];
  for (const { id, policies } of hierarchy) {
    const statements: PlacedStatement[] = [];
    for (const policy of policies) {
      const compiled = builder.addPolicy(policy.document);
      if (!compiled.ok) {
        const prefix = `policy \`${policy.id}\` attached to \`${id}\``;
        return failure(...compiled.faults.map((fault) => ({ ...fault, message: `${prefix}: ${fault.message}` })));
      }
      const place = { id: policy.id, name: policy.name };
      for (const numbered of compiled.value) statements.push({ ...numbered, policy: place });
    }
    levels.push({ level: id, statements });
  }
  return success(levels);
}
