import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    setupFiles: ["test/properties.ts"],
    // Nothing in the core keeps state between runs, so files share their modules: several times faster.
    isolate: false,
    // One for each core of a small machine; left to itself Vitest keeps a core free and takes nearly twice as long on two.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    reporters: ["default", ["json", { outputFile: ".reports/tests.json" }]],
  },
});
