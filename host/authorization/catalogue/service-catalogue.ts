/**
 * What actions AWS has, which resource types they take, and what condition keys there are. Creating one costs nothing: a service is parsed when it is first
 * asked for (a Worker has one second to start). Knows neither events nor policies.
 */
import { type ActionKeys, createActionKeys, type KeyUse } from "./action-keys.ts";
import { type ArnTemplate, compileArnTemplate } from "./arn-template.ts";
import { PUTS_TAGS_FLAG, REQUIRED_MARK, type ServiceCatalogueData, TAKES_TAGS_FLAG } from "./catalogue-data.ts";
import { createConditionKeys } from "./condition-keys.ts";
import { matchesWildcards } from "./matches-wildcards.ts";

export interface ResourceTypeUse {
  /** The type's name within the action's service, for instance `bucket`. */
  readonly name: string;
  /** As the source marks it; not reliable as "all of these" (semantics 5.5, caution b). */
  readonly required: boolean;
}

export interface KnownAction {
  /** `s3:GetObject`, in AWS's own casing. */
  readonly action: string;
  /** Empty when the action supports no resource: its request resource is exactly `*`. */
  readonly resourceTypes: readonly ResourceTypeUse[];
  /** The request can carry tags (`aws:RequestTag`), for which services may demand a tagging action as well. */
  readonly takesTags: boolean;
}

export interface ServiceCatalogue {
  /** Package and version of the data. */
  readonly source: string;
  /** The prefix of its actions, in any case. */
  isKnownService(prefix: string): boolean;
  /** Prefix and name in any case. */
  findAction(prefix: string, name: string): KnownAction | undefined;
  /** The service's actions that put tags on a resource, `ec2:CreateTags`. */
  taggingActions(prefix: string): readonly string[];
  /** The resource types of a service that an ARN names: those whose template fits and says most. Empty when none fits. */
  resourceTypesOf(prefix: string, arn: string): readonly string[];
  /** The ARN templates of a resource type, `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. Empty when there is no such type. */
  templatesOf(prefix: string, type: string): readonly string[];
  /** Whether an ARN has the service segment of one of the service's resource types: `iam` and `sts` for `sts`. */
  ownsArn(prefix: string, arn: string): boolean;
  /** Is there an action that the pattern `service:name` matches? Wildcards anywhere, any case. */
  matchesSomeAction(pattern: string): boolean;
  /** In any case; also keys that hold a name of the user's, such as `aws:PrincipalTag/team`, and those of identity providers. */
  isKnownConditionKey(key: string): boolean;
  /** How the action has a condition key, in lower case. Undefined when the action, or its keys, are not known. */
  keyUse(prefix: string, name: string, key: string): KeyUse | undefined;
  /** Can a request hold several values of the key? Undefined when that is not known. */
  isMultivalued(key: string): boolean | undefined;
}

/** AWS's own limit for ARNs in policies; longer text is no ARN worth a regular expression. */
const MAXIMUM_ARN_CHARACTERS = 2048;

interface Service {
  readonly types: readonly { readonly name: string; readonly templates: readonly string[] }[];
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, KnownAction>;
  /** In lower case. */
  readonly actionNames: readonly string[];
  readonly taggingActions: readonly string[];
  /** By name of the action in lower case, as in the text. */
  readonly keySets: ReadonlyMap<string, string>;
  readonly actionKeys: ActionKeys | undefined;
  compiled: readonly { readonly name: string; readonly template: ArnTemplate }[] | undefined;
}

/** Takes the parsed `build/service-catalogue.json`. */
export function createServiceCatalogue(data: ServiceCatalogueData): ServiceCatalogue {
  const parsed = new Map<string, Service>();

  function service(prefix: string): Service | undefined {
    const key = prefix.toLowerCase();
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const text = Object.hasOwn(data.services, key) ? data.services[key] : undefined;
    if (text === undefined) return undefined;
    const fresh = parseService(key, text);
    parsed.set(key, fresh);
    return fresh;
  }

  const conditionKeys = createConditionKeys(data.conditionKeys);

  return {
    source: data.source,
    isKnownService: (prefix) => Object.hasOwn(data.services, prefix.toLowerCase()),
    findAction: (prefix, name) => service(prefix)?.actions.get(name.toLowerCase()),
    taggingActions: (prefix) => service(prefix)?.taggingActions ?? [],
    resourceTypesOf(prefix, arn) {
      const known = service(prefix);
      return known === undefined || arn.length > MAXIMUM_ARN_CHARACTERS ? [] : mostSpecificTypes(known, arn);
    },
    templatesOf: (prefix, type) => service(prefix)?.types.find(({ name }) => name === type)?.templates ?? [],
    ownsArn(prefix, arn) {
      const segment = arn.split(":", 3)[2] ?? "";
      const known = service(prefix);
      if (known === undefined || segment === prefix) return segment === prefix;
      return templatesOf(known).some(({ template }) => template.service === segment);
    },
    matchesSomeAction(pattern) {
      const [prefix = "", name = ""] = pattern.toLowerCase().split(":", 2);
      const matched = /[*?]/.test(prefix)
        ? Object.keys(data.services).filter((known) => matchesWildcards(prefix, known))
        : [prefix];
      return matched.some((known) => service(known)?.actionNames.some((action) => matchesWildcards(name, action)));
    },
    keyUse(prefix, name, key) {
      const known = service(prefix);
      const action = known?.actions.get(name.toLowerCase());
      if (known === undefined || action === undefined) return undefined;
      const types = action.resourceTypes.map((type) => type.name);
      return known.actionKeys?.keyUse(known.keySets.get(name.toLowerCase()) ?? "", types, key);
    },
    isKnownConditionKey: conditionKeys.isKnown,
    isMultivalued: conditionKeys.isMultivalued,
  };
}

function parseService(prefix: string, text: string): Service {
  const lines = text.split("\n");
  const border = lines.indexOf("");
  const types = lines.slice(0, border).map((line) => {
    const [name = "", ...templates] = line.split("\t");
    return { name, templates };
  });
  const actions = new Map<string, KnownAction>();
  const taggingActions: string[] = [];
  const keySets = new Map<string, string>();
  const end = lines.indexOf("", border + 1);
  for (const line of lines.slice(border + 1, end < 0 ? undefined : end)) {
    const [name = "", flags = "", uses = "", sets = ""] = line.split("\t");
    keySets.set(name.toLowerCase(), sets);
    const action = `${prefix}:${name}`;
    const resourceTypes = uses === "" ? [] : uses.split(",").map((use) => parseUse(use, types));
    actions.set(name.toLowerCase(), { action, resourceTypes, takesTags: flags.includes(TAKES_TAGS_FLAG) });
    if (flags.includes(PUTS_TAGS_FLAG)) taggingActions.push(action);
  }
  const names = types.map((type) => type.name);
  const actionKeys = createActionKeys(prefix, end < 0 ? [] : lines.slice(end + 1), names);
  return { types, actions, actionNames: [...actions.keys()], taggingActions, keySets, actionKeys, compiled: undefined };
}

function parseUse(use: string, types: Service["types"]): ResourceTypeUse {
  const type = types[Number.parseInt(use, 10)];
  if (type === undefined) throw new Error(`the service catalogue names resource type ${use}, which it does not hold`);
  return { name: type.name, required: use.endsWith(REQUIRED_MARK) };
}

function templatesOf(service: Service): NonNullable<Service["compiled"]> {
  service.compiled ??= service.types.flatMap(({ name, templates }) =>
    templates.map((template) => ({ name, template: compileArnTemplate(template) })),
  );
  return service.compiled;
}

function mostSpecificTypes(service: Service, arn: string): readonly string[] {
  let most = -1;
  let names: string[] = [];
  for (const { name, template } of templatesOf(service)) {
    if (template.fixedCharacters < most || !template.pattern.test(arn)) continue;
    if (template.fixedCharacters > most) names = [];
    most = template.fixedCharacters;
    if (!names.includes(name)) names.push(name);
  }
  return names;
}
