import { defineConfig } from "vitest/config";

const root = new URL("../..", import.meta.url).pathname;

/** `npm run test:clients`: what AWS's own clients make of the service, against one instance that all files share. */
export default defineConfig({
  root,
  test: {
    name: "clients",
    include: ["test/clients/**/*.test.ts"],
    globalSetup: ["test/clients/share-instance.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // calls of the AWS CLI that run at once: one for each core, since most of a call is the start of Python
    maxConcurrency: 2,
    env: { AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1" },
  },
});
