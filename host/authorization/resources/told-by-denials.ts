/**
 * Actions that the service reference lists without resource type, and for which AWS's own denials name another resource than `*`
 * [E: messages of real records]. Which of the two a policy is asked for is not documented, so both stay open. Says nothing of
 * other actions.
 */
import { type Resource, resourceOf } from "../request/authorization.ts";
import { type CallRequest, textAt } from "../request/call-request.ts";

/** In texts `R` stands for the region, `A` for the account, `{name}` for a parameter; a `*` is that very character. */
interface Row {
  readonly prefix: string;
  /** Of the action, in lower case. */
  readonly names: RegExp;
  readonly text: string;
}

const PARAMETER = /\{(\w+)\}/;

const ROWS: readonly Row[] = [
  { prefix: "acm", names: /^requestcertificate$/, text: "acm:R:A:certificate/*" },
  { prefix: "cloudfront", names: /^createdistribution(?:withtags)?$/, text: "cloudfront::A:distribution/*" },
  { prefix: "cloudfront", names: /^createoriginaccesscontrol$/, text: "cloudfront::A:origin-access-control/*" },
  { prefix: "cognito-idp", names: /^createuserpool$/, text: "cognito-idp:R:A:userpool/*" },
  { prefix: "dynamodb", names: /^listtables$/, text: "dynamodb:R:A:table/*" },
  { prefix: "es", names: /^listdomainnames$/, text: "es:R:A:domain/*" },
  { prefix: "glue", names: /^createcrawler$/, text: "glue:R:A:crawler/{name}" },
  { prefix: "sns", names: /^createplatformendpoint$/, text: "{platformApplicationArn}" },
  { prefix: "sns", names: /^createplatformapplication$/, text: "sns:R:A:app/*" },
  { prefix: "sqs", names: /^listqueues$/, text: "sqs:R:A:" },
  { prefix: "states", names: /^liststatemachines$/, text: "states:R:A:stateMachine:*" },
  { prefix: "iam", names: /^listroles$/, text: "iam::A:role/" },
  { prefix: "iam", names: /^listusers$/, text: "iam::A:user/" },
  { prefix: "iam", names: /^listgroups$/, text: "iam::A:group/" },
  { prefix: "iam", names: /^listinstanceprofiles$/, text: "iam::A:instance-profile/" },
  { prefix: "iam", names: /^listsamlproviders$/, text: "iam::A:saml-provider/*" },
  { prefix: "iam", names: /^listopenidconnectproviders$/, text: "iam::A:oidc-provider/*" },
  { prefix: "sns", names: /^(?:list|getsms)/, text: "sns:R:A:*" },
  { prefix: "ssm", names: /^(?:list|describe)/, text: "ssm:R:A:*" },
  { prefix: "lightsail", names: /./, text: "lightsail:R:A:*" },
  { prefix: "eks", names: /^(?:create|register)cluster$/, text: "eks:R:A:cluster/{name}" },
  { prefix: "events", names: /^listrules$/, text: "events:R:A:rule/*" },
  { prefix: "glacier", names: /^listvaults$/, text: "glacier:R:A:vaults/" },
  { prefix: "transfer", names: /^createserver$/, text: "transfer:R:A:server/*" },
  { prefix: "appmesh", names: /^listmeshes$/, text: "appmesh:R:A:mesh/*" },
  { prefix: "logs", names: /^describeloggroups$/, text: "logs:R:A:log-group::log-stream:" },
  { prefix: "servicecatalog", names: /./, text: "servicecatalog:R:A:*/*" },
  { prefix: "ec2", names: /^createdefault(?:vpc|subnet)$/, text: "ec2:R:A:*/*" },
  { prefix: "waf", names: /^listloggingconfigurations$/, text: "waf::A:webacl/*" },
  { prefix: "waf", names: /^getchangetoken$/, text: "waf::A:changetoken/*" },
  { prefix: "waf", names: /^listregexmatchsets$/, text: "waf::A:regexmatch/*" },
  { prefix: "waf", names: /^listrulegroups$/, text: "waf::A:rulegroup/*" },
  { prefix: "waf-regional", names: /^listipsets$/, text: "waf-regional:R:A:ipset/*" },
  { prefix: "waf-regional", names: /^listregexmatchsets$/, text: "waf-regional:R:A:regexmatch/*" },
];

/** By prefix: the parameters that rows name. */
export const TOLD_PATHS: readonly (readonly [prefix: string, path: string])[] = ROWS.flatMap(({ prefix, text }) => {
  const parameter = PARAMETER.exec(text)?.[1];
  return parameter === undefined ? [] : [[prefix, parameter] as const];
});

/** Takes a known action without resource types, such as `iam:ListRoles`. */
export function toldByDenials(request: CallRequest, action: string): Resource | undefined {
  const { partition, region, account, source } = request;
  const [prefix = "", name = ""] = action.toLowerCase().split(":");
  // other services may share the prefix
  if (source.split(".")[0] !== prefix) return undefined;
  const row = ROWS.find((each) => each.prefix === prefix && each.names.test(name));
  if (row === undefined) return undefined;
  const parameter = PARAMETER.exec(row.text)?.[1];
  const value = parameter === undefined ? "" : textAt(request.parameters, parameter);
  if (row.text === `{${parameter}}`) return value === undefined ? undefined : { kind: "arn", arn: value };
  const isWhole = region !== "" && account !== undefined && value !== undefined;
  const text = row.text
    .replace(":R:", `:${region || "*"}:`)
    .replace(":A:", `:${account ?? "*"}:`)
    .replace(`{${parameter}}`, value ?? "*");
  const arn = `arn:${partition}:${text}`;
  return isWhole ? { kind: "arn", arn } : resourceOf(arn);
}
