/** Condition keys of KMS, ACM, WAF and CloudHSM-like services in requests. Data only; attributes of a key that exists are unknown. */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentList, UNKNOWN } from "../../../domain/key-state.ts";
import { asObject } from "../../record-json.ts";
import { type CallRequest, valuesAt } from "../../request/call-request.ts";
import { isKnownText } from "../../resources/known-text.ts";
import { keyOf, type ServiceKeyRows } from "../key-row.ts";

const kms = keyOf("kms");
const acm = keyOf("acm");
const waf = keyOf("wafv2");

const CREATE_KEY = /^createkey$/;
const CONTEXT = "encryptionContext";
/** Of the cryptographic operations; a grant's constraints are no encryption context of its own request. */
const WITH_CONTEXT = /^(?:encrypt|decrypt|generatedatakey.*)$/;

/** Undefined when the log hides it, or shows something that is no map of texts. */
function contextOf(request: CallRequest): ReadonlyMap<string, string> | undefined {
  const [value, ...others] = valuesAt(request.parameters, CONTEXT);
  if (value === undefined) return new Map();
  const object = asObject(value);
  if (object === undefined || others.length > 0) return undefined;
  const entries = Object.entries(object).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isKnownText(entry[0] + entry[1]),
  );
  return entries.length < Object.keys(object).length ? undefined : new Map(entries);
}

function contextValue(request: CallRequest, name: string): KeyState {
  const context = contextOf(request);
  if (context === undefined) return UNKNOWN;
  const found = [...context].filter(([key]) => key.toLowerCase() === name);
  if (found.length > 1) return PRESENT_UNKNOWN;
  return found[0] === undefined ? ABSENT : present(found[0][1]);
}

function contextKeys(request: CallRequest): KeyState {
  const context = contextOf(request);
  if (context === undefined) return { ...UNKNOWN, isMultivalued: true };
  return context.size === 0 ? ABSENT : presentList(...context.keys());
}

/** There only if the request names the key by an alias, of which an ARN holds the name. */
function requestAlias({ parameters }: CallRequest): KeyState {
  const [key, ...others] = valuesAt(parameters, "keyId");
  if (key === undefined) return ABSENT;
  if (typeof key !== "string" || others.length > 0 || !isKnownText(key)) return UNKNOWN;
  const alias = /^(?:arn:[^:]*:kms:[^:]*:\d*:)?(alias\/.+)$/.exec(key)?.[1];
  return alias === undefined ? ABSENT : present(alias);
}

function onlyOfPrincipals(text: string): string | undefined {
  return text.startsWith("arn:") ? text : undefined;
}

export const SECURITY_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "kms",
    source: "semantics 4.3 [C KMS developer guide, condition keys; E]",
    rows: [
      kms("CallerAccount", "", {
        state: ({ account }) => (account === undefined ? PRESENT_UNKNOWN : present(account)),
      }),
      kms("EncryptionContext:*", CONTEXT, {
        actions: WITH_CONTEXT,
        state: (request, _, name) => contextValue(request, name),
      }),
      kms("EncryptionContextKeys", CONTEXT, { actions: WITH_CONTEXT, state: contextKeys }),
      kms("RequestAlias", "keyId", { state: requestAlias }),
      kms("EncryptionAlgorithm", "encryptionAlgorithm", { actions: /^(?:encrypt|decrypt)$/ }),
      kms("SigningAlgorithm", "signingAlgorithm"),
      kms("MacAlgorithm", "macAlgorithm"),
      kms("MessageType", "messageType"),
      kms("KeyAgreementAlgorithm", "keyAgreementAlgorithm"),
      kms("WrappingAlgorithm", "wrappingAlgorithm"),
      kms("WrappingKeySpec", "wrappingKeySpec"),
      kms("DataKeyPairSpec", "keyPairSpec"),
      kms("ExpirationModel", "expirationModel"),
      kms("KeySpec", "keySpec customerMasterKeySpec", { actions: CREATE_KEY }),
      kms("CustomerMasterKeySpec", "customerMasterKeySpec keySpec", { actions: CREATE_KEY }),
      kms("KeyUsage", "keyUsage", { actions: CREATE_KEY }),
      kms("CustomerMasterKeyUsage", "keyUsage", { actions: CREATE_KEY }),
      kms("KeyOrigin", "origin", { actions: CREATE_KEY }),
      kms("MultiRegion", "multiRegion", { missing: { orDefault: "false" }, actions: CREATE_KEY }),
      kms("BypassPolicyLockoutSafetyCheck", "bypassPolicyLockoutSafetyCheck", { missing: { orDefault: "false" } }),
      kms("GrantOperations", "operations", { isList: true, actions: /^creategrant$/ }),
      // principals of services have a key of their own
      kms("GranteePrincipal", "granteePrincipal", { reading: onlyOfPrincipals, actions: /^creategrant$/ }),
      kms("RetiringPrincipal", "retiringPrincipal", {
        reading: onlyOfPrincipals,
        missing: "absent",
        actions: /^creategrant$/,
      }),
      kms("ScheduleKeyDeletionPendingWindowInDays", "pendingWindowInDays", { missing: { orDefault: "30" } }),
      kms("RotationPeriodInDays", "rotationPeriodInDays", { missing: { orDefault: "365" } }),
      kms("PrimaryRegion", "primaryRegion", { actions: /^updateprimaryregion$/ }),
      kms("ReplicaRegion", "replicaRegion", { actions: /^replicatekey$/ }),
    ],
  },
  {
    prefix: "acm",
    source: "[C ACM SAR; API models]",
    rows: [
      acm("ValidationMethod", "validationMethod"),
      acm("DomainNames", "domainName subjectAlternativeNames", { isList: true }),
      acm("KeyAlgorithm", "keyAlgorithm"),
      acm("CertificateTransparencyLogging", "options.certificateTransparencyLoggingPreference"),
      acm("CertificateAuthority", "certificateAuthorityArn", { missing: "absent" }),
    ],
  },
  {
    prefix: "wafv2",
    source: "[C WAF SAR; API models]",
    rows: [waf("LogDestinationResource", "loggingConfiguration.logDestinationConfigs", { isList: true })],
  },
];
