import { describe, expect, it } from "vitest";
import { readDemoArguments } from "../../bench/local/demo-arguments.ts";
import { describeEndpoint, readStartArguments } from "../../bench/local/start.ts";

const OWN = ["--logs", "l", "--policy", "p.json", "--target", "111122223333"];
const faultOf = (result: ReturnType<typeof readDemoArguments> | ReturnType<typeof readStartArguments>) =>
  result.ok ? undefined : result.faults[0]?.message;

describe("readDemoArguments()", () => {
  it("asks for the invented files when there is no argument", () => {
    expect(readDemoArguments([])).toEqual({ ok: true, value: undefined });
  });

  it("reads the user's files, several policies and the attachment mode", () => {
    const argv = [...OWN, "--policy", "q.json", "--organization", "o.json", "--attach", "replace"];
    expect(readDemoArguments(argv)).toEqual({
      ok: true,
      value: {
        logs: "l",
        policies: ["p.json", "q.json"],
        target: "111122223333",
        organization: "o.json",
        attachmentMode: "REPLACE",
      },
    });
  });

  it.each([
    [["--logs", "l"], "--policy and --target missing"],
    [["--attach", "add"], "--logs and --policy and --target missing"],
    [[...OWN.slice(0, 5), "12345"], "`12345` is not the id"],
    [[...OWN.slice(0, 5), "ou-ab12-11111111"], "needs --organization"],
    [[...OWN, "--attach", "both"], "`both` is neither add nor replace"],
    [["--nonsense"], "--nonsense"],
    [["stray"], "stray"],
  ])("names what is wrong with %j", (argv, message) => {
    expect(faultOf(readDemoArguments(argv))).toContain(message);
  });

  it("takes an OU as the target when an organization is given", () => {
    expect(readDemoArguments([...OWN.slice(0, 5), "ou-ab12-11111111", "--organization", "o.json"]).ok).toBe(true);
  });
});

describe("readStartArguments()", () => {
  it("takes port 8787 and no account when nothing is said", () => {
    expect(readStartArguments([])).toEqual({ ok: true, value: { port: 8787, account: undefined } });
  });

  it.each([
    [["--port", "0"], "`0` is not a port number"],
    [["--port", "65536"], "`65536` is not a port number"],
    [["--port", "http"], "`http` is not a port number"],
    [["--account", "12"], "`12` is not an account id"],
    [["--prot", "1"], "--prot"],
  ])("names what is wrong with %j", (argv, message) => {
    expect(faultOf(readStartArguments(argv))).toContain(message);
  });
});

describe("describeEndpoint()", () => {
  it("shows the endpoint, the key and commands for the AWS CLI", () => {
    const key = {
      accessKeyId: "AKIATEST",
      secretAccessKey: "hidden",
      accountId: "000000000000",
      role: "admin",
    } as const;
    const text = describeEndpoint("http://127.0.0.1:1", key);
    for (const part of ["http://127.0.0.1:1", "AKIATEST", "hidden", "aws configure add-model"])
      expect(text).toContain(part);
    expect(text.split("\n").filter((line) => /^ {2}(curl|aws|export) /.test(line))).toHaveLength(4);
  });
});
