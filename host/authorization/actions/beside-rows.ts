/**
 * Actions that AWS asks for besides the action of an operation's own name, and that leave no event of their own. Without
 * them a denial of `s3:PutObjectAcl` would stay hidden. Not here: roles (pass-role-rows.ts), tags (tag-rows.ts), and
 * permissions for calls that a service makes with the caller's credentials (KMS, network interfaces …): those are events
 * themselves (semantics 5.4). Rows come from semantics 5.4 unless marked; the table is not complete.
 */

import type { BesideRow } from "./beside-row.ts";
import { BESIDE_ROWS_A_B } from "./beside-rows-a-b.ts";
import { BESIDE_ROWS_C_D } from "./beside-rows-c-d.ts";
import { BESIDE_ROWS_E_H } from "./beside-rows-e-h.ts";
import { BESIDE_ROWS_I_L } from "./beside-rows-i-l.ts";
import { BESIDE_ROWS_M_R } from "./beside-rows-m-r.ts";
import { BESIDE_ROWS_S_Z } from "./beside-rows-s-z.ts";

export const BESIDE_ROWS: readonly BesideRow[] = [
  ...BESIDE_ROWS_A_B,
  ...BESIDE_ROWS_C_D,
  ...BESIDE_ROWS_E_H,
  ...BESIDE_ROWS_I_L,
  ...BESIDE_ROWS_M_R,
  ...BESIDE_ROWS_S_Z,
];
