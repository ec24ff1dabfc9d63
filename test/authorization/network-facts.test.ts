import { describe, expect, test } from "vitest";
import { isIpv4, isIpv6, isPrivateIp } from "../../host/authorization/ip-address.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { ABSENT, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../../host/domain/key-state.ts";

describe("networkFacts()", () => {
  test.each(["203.0.113.9", "2001:db8::9"])("of %s over the internet knows that no endpoint was used", (ip) => {
    const { keys } = networkFacts(ip, "", "");
    expect(keys.get("aws:sourceip")).toEqual(present(ip));
    for (const key of ["vpcsourceip", "sourcevpce", "sourcevpc", "sourcevpcarn", "vpceaccount", "vpceorgid"]) {
      expect(keys.get(`aws:${key}`), key).toEqual(ABSENT);
    }
  });

  test("through an endpoint has no aws:SourceIp and a VPC that the record does not name", () => {
    expect(Object.fromEntries(networkFacts("10.1.2.3", "vpce-1", "111122223333").keys)).toEqual({
      "aws:sourceip": ABSENT,
      "aws:vpcsourceip": present("10.1.2.3"),
      "aws:sourcevpce": present("vpce-1"),
      "aws:sourcevpc": PRESENT_UNKNOWN,
      "aws:sourcevpcarn": UNKNOWN,
      "aws:vpceaccount": presentOrAbsent("111122223333"),
      "aws:vpceorgid": UNKNOWN,
      "aws:vpceorgpaths": UNKNOWN,
    });
  });

  test.each([
    ["AWS Internal", ""],
    ["AWS Internal", "vpce-1"],
    ["config.amazonaws.com", ""],
    ["", ""],
    ["198.51.100.0/24", ""],
    ["72.XX.XXX.XX", ""],
    ["203.0.113.9", "AWS Internal"],
    ["203.0.113.9", "s3.amazonaws.com"],
  ])("of source %j and endpoint %j knows nothing", (ip, endpoint) => {
    const states = [...networkFacts(ip, endpoint, "").keys.values()];
    expect(states).toHaveLength(8);
    for (const state of states) expect(state).toEqual(UNKNOWN);
  });
});

describe("isIpv4() and isIpv6()", () => {
  test.each(["0.0.0.0", "255.255.255.255", "203.0.113.9"])("%s is IPv4", (text) => expect(isIpv4(text)).toBe(true));
  test.each(["256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", "1.2.3.4/32", " 1.2.3.4", "", "a.b.c.d"])(
    "%j is not IPv4",
    (text) => expect(isIpv4(text)).toBe(false),
  );
  test.each(["::", "::1", "2001:db8::1", "1:2:3:4:5:6:7:8", "fe80::"])("%s is IPv6", (text) =>
    expect(isIpv6(text)).toBe(true),
  );
  test.each(["1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "::ffff:1.2.3.4", "12345::", ":::", "fe80::1%eth0", ""])(
    "%j is not plain IPv6",
    (text) => expect(isIpv6(text)).toBe(false),
  );
  test.each(["10.0.0.1", "172.31.0.1", "192.168.1.1", "100.64.0.1", "169.254.1.1", "127.0.0.1", "fd00::1", "fe80::1"])(
    "%s is private",
    (text) => expect(isPrivateIp(text)).toBe(true),
  );
  test.each(["172.32.0.1", "100.128.0.1", "8.8.8.8", "2600::1"])("%s is public", (text) =>
    expect(isPrivateIp(text)).toBe(false),
  );
});
