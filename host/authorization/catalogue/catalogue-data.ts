/**
 * The reduced service catalogue as it lies in `build/service-catalogue.json`: what actions exist, which resource types
 * they take, and what condition keys there are. One text per service, so that a Worker parses only the services its events
 * name. No descriptions, no dependent actions (the source dropped those, semantics 5.5).
 *
 * A service text is three blocks parted by empty lines, fields parted by tabs:
 *
 *   resource types   name <tab> ARN template [<tab> ARN template]…
 *
 *   actions          name <tab> flags <tab> resource types [<tab> sets]
 *
 *   sets of keys     sets of the resource types, then one line for each set: names parted by spaces
 *
 * flags: `t` the action takes tags in its request (`aws:RequestTag`), `T` the action puts tags on a resource;
 * resource types: indexes into the first block parted by commas, `!` after those marked required;
 * sets: indexes of the condition keys of the action, and of each of its resource types, parted by commas; none is empty, and
 * empty ones at the end are left out. Of names the service's own prefix is left out, not its colon.
 *
 * A text of condition keys has one line for each, without the prefix and its colon:
 *
 *   name [<tab> flag]
 *
 * In the name `*` stands for a name of the user's, as in `ResourceTag/*`; flags: `m` a request can hold several values of
 * the key, `?` the source says both.
 */
export interface ServiceCatalogueData {
  /** Package and version the data was reduced from. */
  readonly source: string;
  /** Service prefix in lower case → service text. */
  readonly services: Readonly<Record<string, string>>;
  /** Prefix of the key in lower case, `aws` for the global ones → text of condition keys. Without those of identity providers. */
  readonly conditionKeys: Readonly<Record<string, string>>;
}

export const TAKES_TAGS_FLAG = "t";
export const PUTS_TAGS_FLAG = "T";
export const REQUIRED_MARK = "!";

export const MULTIVALUED_FLAG = "m";
export const UNSURE_FLAG = "?";
export const NAME_OF_USER = "*";

/**
 * Actions that put tags on a resource, known by their names: `TagResource`, `AddTagsToResource`, `CreateTags`,
 * `CreateOrUpdateTags`, `PutObjectTagging`, `ChangeTagsForResource` … The source no longer has the access level "Tagging".
 */
export const PUTS_TAGS_NAME =
  /^(?:Tag|AddTags|CreateTags|CreateOrUpdateTags|ChangeTags|PutTags|SetTags|UpdateTags)|^Put.*Tagging$/;
