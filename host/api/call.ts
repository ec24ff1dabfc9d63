/** One authenticated call, as operations see it. */
import { type AccessKey, tenantOf } from "../account/access-keys.ts";
import type { Bindings } from "../account/bindings.ts";
import type { AccountRoom, JobRoom, Rooms, TenantRoom } from "./rooms.ts";

export interface Call {
  readonly bindings: Bindings;
  readonly rooms: Rooms;
  readonly key: AccessKey;
  /** When the request came, milliseconds since 1970. */
  readonly now: number;
}

export function callersTenant({ bindings, rooms, key }: Call): TenantRoom {
  return rooms.tenant(bindings, tenantOf(key));
}

export function callersAccount({ bindings, rooms, key }: Call): AccountRoom {
  return rooms.account(bindings, tenantOf(key), key.accountId);
}

/** The job of that id, if it is the caller's: whoever asks for another's learns nothing, not even that it exists. */
export async function callersJob(call: Call, jobId: string): Promise<JobRoom | undefined> {
  return (await callersAccount(call).knowsJob(jobId)) ? call.rooms.job(call.bindings, jobId) : undefined;
}
