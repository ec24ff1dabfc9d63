/**
 * The reduced service catalogue as it lies in `build/service-catalogue.json`: what actions exist and which resource types
 * they take. One text per service, so that a Worker parses only the services its events name. No descriptions, no
 * condition keys, no dependent actions (the source dropped those, semantics 5.5).
 *
 * A service text is two blocks parted by an empty line, fields parted by tabs:
 *
 *   resource types   name <tab> ARN template [<tab> ARN template]…
 *
 *   actions          name <tab> flags <tab> resource types
 *
 * flags: `t` the action takes tags in its request (`aws:RequestTag`), `T` the action puts tags on a resource;
 * resource types: indexes into the first block parted by commas, `!` after those marked required.
 */
export interface ServiceCatalogueData {
  /** Package and version the data was reduced from. */
  readonly source: string;
  /** Service prefix in lower case → service text. */
  readonly services: Readonly<Record<string, string>>;
}

export const TAKES_TAGS_FLAG = "t";
export const PUTS_TAGS_FLAG = "T";
export const REQUIRED_MARK = "!";

/**
 * Actions that put tags on a resource, known by their names: `TagResource`, `AddTagsToResource`, `CreateTags`,
 * `CreateOrUpdateTags`, `PutObjectTagging`, `ChangeTagsForResource` … The source no longer has the access level "Tagging".
 */
export const PUTS_TAGS_NAME =
  /^(?:Tag|AddTags|CreateTags|CreateOrUpdateTags|ChangeTags|PutTags|SetTags|UpdateTags)|^Put.*Tagging$/;
