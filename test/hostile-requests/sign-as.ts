/** A draft signed right by one of the tenants' keys, and what it becomes on the way. */
import type { Expected, Made, World } from "./hostile-request.ts";
import { type Message, toWire } from "./message.ts";
import { type Draft, type Signing, signMessage } from "./sign-message.ts";
import { KEYS, type KeyName, ownerOf } from "./tenants.ts";

export function signAs(name: KeyName, draft: Draft, world: World, other: Partial<Signing> = {}): Message {
  const { accessKeyId, secretAccessKey } = KEYS[name];
  return signMessage(draft, { accessKeyId, secretAccessKey, host: world.host, date: world.now(), ...other });
}

/** Of somebody whose signature is right: the answer may show what is theirs. */
export function madeBy(name: KeyName, draft: Draft, world: World, expected: Expected): Made {
  const owner = ownerOf(name);
  return {
    wire: toWire(signAs(name, draft, world)),
    expected: owner === undefined ? expected : { ...expected, owner },
  };
}
