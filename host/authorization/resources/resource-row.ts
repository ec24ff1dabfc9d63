/**
 * The form of our tables from request parameters to resources. Types only, and the words to write rows with; reads no request.
 */

/** From what a parameter holds to what an ARN holds; undefined when it names no such thing. */
export type Reading = (text: string) => string | undefined;

export interface ParameterPath {
  /** As in `textsAt`. */
  readonly path: string;
  readonly part: "requestParameters" | "responseElements";
  readonly reading: Reading | undefined;
}

export interface ResourceRow {
  /** A resource type of the service, as the catalogue names it. */
  readonly type: string;
  /** Placeholder of the type's template → where its value may stand; the first place that has one counts. */
  readonly values: ReadonlyMap<string, readonly ParameterPath[]>;
  /** The resource's own account, where the request can name another than the caller's. */
  readonly account: readonly ParameterPath[];
  /** Names of the actions for which the row holds, in lower case; undefined for all. */
  readonly actions: RegExp | undefined;
  /** Forms of the ARN in place of the catalogue's templates; `*` and `?` are wildcards. One of them is right. */
  readonly forms: readonly string[] | undefined;
  /** The row holds only if this path has a value (`needs`), or has none (`lacks`). */
  readonly needs: ParameterPath | undefined;
  readonly lacks: ParameterPath | undefined;
  /** All places of what names the resource count, not the first that has a value: the request names several. */
  readonly every: boolean;
  /** What the row names may be asked for besides, and where nothing names the type. */
  readonly isPerhaps: boolean;
}

export interface ServiceRows {
  /** IAM prefix. */
  readonly prefix: string;
  /** Where its rows come from. */
  readonly source: string;
  readonly rows: readonly ResourceRow[];
}

type Places = string | ParameterPath | readonly (string | ParameterPath)[];

export interface RowOptions {
  readonly actions?: RegExp;
  readonly forms?: readonly string[];
  readonly account?: Places;
  readonly needs?: string | ParameterPath;
  readonly lacks?: string | ParameterPath;
  readonly every?: true;
  readonly isPerhaps?: true;
}

/** `row("table", { TableName: "tableName" })`. */
export function row(type: string, values: Readonly<Record<string, Places>>, options: RowOptions = {}): ResourceRow {
  const { actions, forms, account, needs, lacks, every = false, isPerhaps = false } = options;
  return {
    type,
    values: new Map(Object.entries(values).map(([name, places]) => [name, pathsOf(places)])),
    account: account === undefined ? [] : pathsOf(account),
    actions,
    forms,
    needs: needs === undefined ? undefined : pathsOf(needs)[0],
    lacks: lacks === undefined ? undefined : pathsOf(lacks)[0],
    every,
    isPerhaps,
  };
}

/** A parameter that has to be read in a way of its own. */
export function read(path: string, reading: Reading): ParameterPath {
  return { path, part: "requestParameters", reading };
}

/** A member of `responseElements`; not there when the call failed. */
export function answered(path: string, reading?: Reading): ParameterPath {
  return { path, part: "responseElements", reading };
}

function pathsOf(places: Places): readonly ParameterPath[] {
  const list = typeof places === "string" || "path" in places ? [places] : places;
  return list.map((place) =>
    typeof place === "string" ? { path: place, part: "requestParameters", reading: undefined } : place,
  );
}
