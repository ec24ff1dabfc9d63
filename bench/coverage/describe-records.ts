/** A survey of records in lines for a person. */

import { KNOWLEDGE, type ServiceSurvey, type Survey } from "./survey-records.ts";
import { percent, rowsOf } from "./table.ts";

export function describeRecords(survey: Survey): readonly string[] {
  const { records, apiCalls, mappedCalls } = survey;
  const totals = survey.services.reduce<ServiceSurvey>(addServices, emptyService());
  return [
    `${records} records in ${survey.files} files`,
    ...survey.damaged.map((fault) => `damaged: ${fault}`),
    "",
    "Outcomes",
    ...rowsOf([...survey.outcomes].map(([outcome, count]) => [String(count), outcome])),
    "",
    `API calls mapped: ${mappedCalls} of ${apiCalls} (${percent(mappedCalls, apiCalls)})`,
    ...rowsOf(survey.unmapped.map(({ operation, calls, why }) => [String(calls), operation, why])),
    `Authorizations by how their action was found: ${[...survey.provenances].map(([name, count]) => `${name} ${count}`).join(", ")}`,
    "",
    "Resources of authorizations that were asked for sure (none: the action takes no resource)",
    ...rowsOf([
      ["service", "calls", "certain", ...KNOWLEDGE, "known", "possible besides"],
      serviceRow({ ...totals, service: "all" }),
      ...survey.services.map(serviceRow),
    ]),
  ];
}

function serviceRow({ service, calls, certain, possible }: ServiceSurvey): readonly string[] {
  const sum = KNOWLEDGE.reduce((total, each) => total + certain[each], 0);
  const shares = KNOWLEDGE.map((each) => String(certain[each]));
  return [service, String(calls), String(sum), ...shares, percent(sum - certain.unknown, sum), String(possible)];
}

function emptyService(): ServiceSurvey {
  return { service: "all", calls: 0, certain: { exact: 0, none: 0, partial: 0, unknown: 0 }, possible: 0 };
}

function addServices(left: ServiceSurvey, right: ServiceSurvey): ServiceSurvey {
  const certain = { ...left.certain };
  for (const each of KNOWLEDGE) certain[each] += right.certain[each];
  return {
    service: "all",
    calls: left.calls + right.calls,
    certain,
    possible: left.possible + right.possible,
  };
}
