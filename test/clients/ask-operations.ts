/** The questions of the answer table to all seven operations, in an order in which one tenant can be asked them. */
import { randomUUID } from "node:crypto";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { LONG, signedFetchOf, storeActivity } from "./activity.ts";
import { type AskedOperation, askOperation, INVALID, OK, type Question } from "./ask-operation.ts";
import type { LimitedInstance } from "./ask-until-throttled.ts";
import type { Tenant } from "./instance.ts";
import {
  createRequest,
  deleteRequest,
  INVALID_CREATIONS,
  INVALID_DELETIONS,
  INVALID_LISTS,
  INVALID_STARTS,
  invalidJobRequests,
  jobRequest,
  listRequest,
  startRequest,
} from "./invalid-members.ts";
import { type RawAnswer, type RawRequest, sendBytes, signBytes } from "./signed-request.ts";

const CONFIGURATION: RawRequest = { method: "GET", path: "/policy/preview-configuration" };
/** Of a job that still runs when it is its turn to be canceled. */
const LONG_WINDOW = { startTime: LONG.startTime, endTime: LONG.endTime };

const isSame = (first: RawAnswer, again: RawAnswer) => JSON.stringify(first.body) === JSON.stringify(again.body);
const SAME_ANSWER = { expected: OK, effect: "same answer", holds: isSame } as const;

/** The tenant must have nothing yet; at its end its configuration is gone. In the order of the service model. */
export async function askOperations(
  endpoint: string,
  tenant: Tenant,
  limited: LimitedInstance,
): Promise<readonly AskedOperation[]> {
  const ask = (question: Question) => askOperation(endpoint, tenant, limited, question);
  const send = async (request: RawRequest, key: AccessKey = tenant.admin) =>
    (await sendBytes(await signBytes(endpoint, key, request))).body;

  const [create, getConfiguration] = await askOfConfiguration(ask, send);
  await storeActivity(signedFetchOf(endpoint, tenant), tenant);
  const jobs = await askOfJobs(ask, send, tenant);
  const remove = await ask({
    name: "DeletePolicyPreviewConfiguration",
    valid: deleteRequest(randomUUID()),
    invalid: INVALID_DELETIONS,
    isRead: false,
    replay: {
      expected: OK,
      effect: "deletes nothing",
      // What a late copy of the deletion must leave alone.
      before: () => send(createRequest()),
      holds: async () => "policyPreviewConfigurations" in (await send(CONFIGURATION)),
    },
  });
  await send(deleteRequest(randomUUID()));
  return [...jobs, create, getConfiguration, remove];
}

type Ask = (question: Question) => Promise<AskedOperation>;
type Send = (request: RawRequest, key?: AccessKey) => Promise<RawAnswer["body"]>;

async function askOfConfiguration(ask: Ask, send: Send): Promise<readonly [AskedOperation, AskedOperation]> {
  let created = "";
  const configuration = async () => JSON.stringify(await send(CONFIGURATION));
  const create = await ask({
    name: "CreatePolicyPreviewConfiguration",
    valid: createRequest(),
    invalid: INVALID_CREATIONS,
    isRead: false,
    replay: {
      expected: OK,
      effect: "nothing new",
      before: async () => {
        created = await configuration();
      },
      holds: async (first, again) => isSame(first, again) && created === (await configuration()),
    },
  });
  const get = await ask({
    name: "GetPolicyPreviewConfiguration",
    valid: CONFIGURATION,
    invalid: [],
    isRead: true,
    replay: SAME_ANSWER,
  });
  return [create, get];
}

async function askOfJobs(ask: Ask, send: Send, { neighbour }: Tenant): Promise<readonly AskedOperation[]> {
  const listed = async () => {
    const { analysisReports } = await send(listRequest());
    return (analysisReports as readonly { readonly jobId: string }[]).map(({ jobId }) => jobId);
  };
  const { jobId: othersJob } = await send(startRequest(), neighbour);
  if (typeof othersJob !== "string") throw new Error("the other account could not start a job");
  const start = await ask({
    name: "StartPolicyPreviewJob",
    valid: startRequest(LONG_WINDOW),
    invalid: INVALID_STARTS,
    isRead: false,
    replay: {
      expected: OK,
      effect: "same job",
      holds: async (first, again) => isSame(first, again) && (await listed()).length === 1,
    },
  });
  const [jobId = "none"] = await listed();
  const cancel = await ask({
    name: "CancelPolicyPreviewJob",
    valid: jobRequest("PUT", jobId),
    invalid: invalidJobRequests("PUT"),
    othersJob: jobRequest("PUT", othersJob),
    isRead: false,
    // The job has ended.
    replay: { expected: INVALID, holds: async () => (await listed()).length === 1 },
  });
  const get = await ask({
    name: "GetPolicyPreviewJob",
    valid: jobRequest("GET", jobId),
    invalid: invalidJobRequests("GET"),
    othersJob: jobRequest("GET", othersJob),
    isRead: true,
    replay: SAME_ANSWER,
  });
  const list = await ask({
    name: "ListPolicyPreviewJobs",
    valid: listRequest(["maxResults", "5"]),
    invalid: INVALID_LISTS,
    isRead: true,
    replay: SAME_ANSWER,
  });
  const seen = await listed();
  const unlisted = { answer: OK, isExpected: !seen.includes(othersJob), effect: "unlisted", body: seen };
  return [start, get, { ...list, cases: { ...list.cases, othersJob: unlisted } }, cancel];
}
