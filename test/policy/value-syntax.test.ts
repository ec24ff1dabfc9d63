import { describe, expect, test } from "vitest";
import { explainBase64 } from "../../host/policy/grammar/values/base64-syntax.ts";
import { explainDate } from "../../host/policy/grammar/values/date-syntax.ts";
import { explainIpRange } from "../../host/policy/grammar/values/ip-syntax.ts";
import { explainNumber } from "../../host/policy/grammar/values/number-syntax.ts";

describe("explainNumber()", () => {
  test.each(["0", "10", "-0", "+2.50", "007", "1.0", "9".repeat(5_000), `0.${"3".repeat(5_000)}`])(
    "takes %s",
    (text) => {
      expect(explainNumber(text)).toBeUndefined();
    },
  );

  test.each<[string, string]>([
    ["", "write digits"],
    [" 1", "write digits"],
    ["1\n", "write digits"],
    [".5", "write digits"],
    ["5.", "write digits"],
    ["1.2.3", "write digits"],
    ["--1", "write digits"],
    ["0x10", "write digits"],
    ["٣", "write digits"],
    ["NaN", "write digits"],
    ["10*", "write digits"],
    ["1e5", "an exponent is not allowed"],
    ["-1.5E+3", "an exponent is not allowed"],
    ["1,000", "commas between digits are not allowed"],
  ])("refuses %j", (text, words) => {
    expect(explainNumber(text)).toContain(words);
  });
});

describe("explainDate()", () => {
  test.each([
    ...["2026-04", "2026-04-06", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"],
    ...["2026-04-06T09:30Z", "2026-04-06T23:59:59Z", "2026-04-06T00:00:00.123456789-14:59"],
    ...["2026-04-06T09:30:00+00:00", "2026-04-06T09:30-11:30"],
    ...["0", "-1", "999", "1999", "-1999", "99999", "1775433600", "999999999999", "-999999999999"],
  ])("takes %s", (text) => {
    expect(explainDate(text)).toBeUndefined();
  });

  test.each<[string, string]>([
    ["", "write for instance"],
    ["now", "write for instance"],
    ["2026-4-6", "write for instance"],
    ["26-04-06", "write for instance"],
    ["2026/04/06", "write for instance"],
    ["20260406T093000Z", "write for instance"],
    ["2026-04T09:30Z", "write for instance"],
    [" 2026-04-06", "write for instance"],
    ["2026-04-06 09:30:00", "write for instance"],
    ["2026-04-06t09:30:00z", "write for instance"],
    ["1.5", "write for instance"],
    ["+5", "write for instance"],
    ["1775433600000", "are these milliseconds?"],
    ["2026-00-01", "there is no month 00"],
    ["2026-13", "there is no month 13"],
    ["2026-02-30", "2026-02 has no day 30"],
    ["2025-02-29", "2025-02 has no day 29"],
    ["1900-02-29", "1900-02 has no day 29"],
    ["2026-04-31", "2026-04 has no day 31"],
    ["2026-04-00", "2026-04 has no day 00"],
    ["2026-04-06T", "write the time of day"],
    ["2026-04-06T09Z", "write the time of day"],
    ["2026-04-06T09:30z", "write the time of day"],
    ["2026-04-06T09:30:00,5Z", "write the time of day"],
    ["2026-04-06T09:30:00.Z", "write the time of day"],
    ["2026-04-06T09:30.5Z", "write the time of day"],
    ["2026-04-06T09:30:00+0200", "write the time of day"],
    ["2026-04-06T09:30Z\n", "write the time of day"],
    ["2026-04-06T24:00Z", "there is no hour 24"],
    ["2026-04-06T09:60Z", "there is no minute 60"],
    ["2026-04-06T23:59:60Z", "there is no second 60"],
    ["2026-04-06T09:30:00.1234567890Z", "at most 9 digits, not 10"],
    ["2026-04-06T09:30", "the time zone is missing"],
    ["2026-04-06T09:30:00", "the time zone is missing"],
    ["2026-04-06T09:30+15:00", "there is no time zone `+15:00`"],
    ["2026-04-06T09:30-01:60", "there is no time zone `-01:60`"],
  ])("refuses %j", (text, words) => {
    expect(explainDate(text)).toContain(words);
  });
});

describe("explainIpRange()", () => {
  test.each([
    ...["203.0.113.7", "0.0.0.0/0", "255.255.255.255/32", "10.1.2.3/8"],
    ...["::", "::/0", "::1", "1::", "2001:db8::/32", "2001:DB8:0:0:0:0:0:1/128", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8"],
    ...["::ffff:10.0.0.1", "::10.0.0.1/128", "1:2:3:4:5:6:7.8.9.10", "1::5:6:7.8.9.10"],
  ])("takes %s", (text) => {
    expect(explainIpRange(text)).toBeUndefined();
  });

  test.each<[string, string]>([
    ["", "write an address"],
    ["10.0.0", "write an address"],
    ["10.0.0.0.0", "write an address"],
    ["localhost", "write an address"],
    [" 10.0.0.1", "write an address"],
    ["10.0.0.*", "wildcards are not allowed"],
    ["*", "wildcards are not allowed"],
    ["10.0.0.256", "from 0 to 255"],
    ["10.0.0.01", "without zeros in front"],
    ["10.0.0.0/33", "0 to 32"],
    ["10.0.0.0/", "0 to 32"],
    ["10.0.0.0/08", "0 to 32"],
    ["10.0.0.0/8/8", "0 to 32"],
    ["10.0.0.0/255.0.0.0", "0 to 32"],
    ["::/129", "0 to 128"],
    ["::/-1", "0 to 128"],
    ["1::2::3", "`::` may stand once"],
    [":", "groups of one to four"],
    [":::", "groups of one to four"],
    ["1:2:3:4:5:6:7:", "groups of one to four"],
    [":2:3:4:5:6:7:8", "groups of one to four"],
    ["12345::", "groups of one to four"],
    ["g::", "groups of one to four"],
    ["fe80::1%eth0", "groups of one to four"],
    ["[::1]", "groups of one to four"],
    ["10.0.0.1::", "groups of one to four"],
    ["::10.0.0.1:5", "groups of one to four"],
    ["::10.0.0", "groups of one to four"],
    ["1:2:3", "has 8 groups"],
    ["1:2:3:4:5:6:7:8:9", "has 8 groups"],
    ["1:2:3:4:5:6:7:8.9.10.11", "has 8 groups"],
    ["1:2:3:4::5:6:7:8", "stands for at least one"],
    ["1:2:3:4:5:6::7.8.9.10", "stands for at least one"],
  ])("refuses %j", (text, words) => {
    expect(explainIpRange(text)).toContain(words);
  });
});

describe("explainBase64()", () => {
  test("takes what every length of bytes is encoded to", () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 151 + length) % 256));
      expect(explainBase64(bytes.toString("base64"))).toBeUndefined();
    }
  });

  test.each<[string, string]>([
    ["QQ", "multiple of four"],
    ["QUJD=", "multiple of four"],
    ["=", "multiple of four"],
    ["QUI=QUI=", "only letters"],
    ["QQ= =", "only letters"],
    ["Q===", "only letters"],
    ["====", "only letters"],
    ["QU\nI", "only letters"],
    ["*", "only letters"],
    ["-_8=", "write `+` for `-`"],
    ["QR==", "bits that belong to no byte"],
    ["QUJ=", "bits that belong to no byte"],
  ])("refuses %j", (text, words) => {
    expect(explainBase64(text)).toContain(words);
  });

  test("takes exactly the texts that decode to bytes which encode to them", () => {
    const letters = [..."AQgwBRhx+/=-"];
    for (let number = 0; number < letters.length ** 4; number++) {
      const text = [0, 1, 2, 3].map((place) => letters[Math.floor(number / letters.length ** place) % letters.length]);
      const isBase64 = Buffer.from(text.join(""), "base64").toString("base64") === text.join("");
      expect(explainBase64(text.join("")) === undefined, text.join("")).toBe(isBase64);
    }
  });
});
