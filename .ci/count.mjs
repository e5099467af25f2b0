// Prints "N passed, N failed" from Vitest's JSON report; exits 1 if a test failed or none was executed.
import { existsSync, readFileSync } from "node:fs";

const path = process.argv[2];
const files = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).testResults : [];
const count = { passed: 0, failed: 0, skipped: 0 };

for (const { status, assertionResults } of files) {
  for (const test of assertionResults) count[test.status === "passed" || test.status === "failed" ? test.status : "skipped"] += 1;
  // A file that fails outside its tests, while it is loaded say, counts as one failed test.
  if (status === "failed" && !assertionResults.some((test) => test.status === "failed")) count.failed += 1;
}

if (files.length === 0) console.error("No test was executed: types, lint, the build or the start of the tests failed.");
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ""}`);
process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
