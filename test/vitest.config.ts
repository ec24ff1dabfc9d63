import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = new URL("..", import.meta.url).pathname;

/** Two projects: `node` for everything that needs no Worker, `workers` inside workerd. */
export default defineConfig({
  root,
  test: {
    // by default a core is left free: with two cores the tests would run one after the other
    maxWorkers: "100%",
    // The service writes a line for every request.
    silent: "passed-only",
    projects: [
      {
        root,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workers/**", "test/clients/**"],
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [cloudflareTest({ wrangler: { configPath: "./wrangler.toml" } })],
        test: { name: "workers", include: ["test/workers/**/*.test.ts"], testTimeout: 60_000 },
      },
    ],
  },
});
