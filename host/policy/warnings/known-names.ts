/**
 * What a list of AWS's services, actions and condition keys can tell about the names in a policy. The service catalogue does;
 * policies are read without one.
 */
export interface KnownNames {
  /** Takes a service prefix without wildcards, in any case. */
  isKnownService(prefix: string): boolean;
  /** Is there an action that the pattern `service:name` matches? Wildcards anywhere, any case. */
  matchesSomeAction(pattern: string): boolean;
  /** In any case; also keys that hold a name of the user's, such as `aws:PrincipalTag/team`. */
  isKnownConditionKey(key: string): boolean;
  /** Can a request hold several values of the key? Undefined when that is not known. */
  isMultivalued(key: string): boolean | undefined;
}
