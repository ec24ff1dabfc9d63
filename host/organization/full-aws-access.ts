/** The policy AWS attaches to every root, OU and account when service control policies are switched on: it allows everything (semantics 1.1). */
import type { AttachedPolicy } from "../domain/organization.ts";

export const FULL_AWS_ACCESS: AttachedPolicy = {
  id: "p-FullAWSAccess",
  name: "FullAWSAccess",
  document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
};
