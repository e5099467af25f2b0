// Runs everything that has properties again and again, each time with other cases, until something fails: `npm run fuzz`
// goes on until it is stopped, `npm run fuzz -- 20` makes twenty rounds.

import { spawnSync } from "node:child_process";
import { readFileSync, globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? Number.POSITIVE_INFINITY);
if (!(rounds >= 1)) {
  process.stderr.write("fuzz: how many rounds? A number from 1 on, or nothing to go on until it is stopped.\n");
  process.exit(2);
}
const files = globSync("test/**/*.test.{ts,tsx}", { cwd: root }).filter((file) => readFileSync(`${root}/${file}`, "utf8").includes("fast-check"));
for (let round = 1; round <= rounds; round++) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { status } = spawnSync("node_modules/.bin/vitest", ["run", "--config", "test/vitest.config.ts", "--reporter", "dot", ...files], {
    cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, PROPERTY_SEED: String(seed) },
  });
  process.stdout.write(`round ${round}, PROPERTY_SEED=${seed}: ${status === 0 ? "nothing found" : "something failed; run npm test with this seed"}\n`);
  if (status !== 0) process.exit(1);
}
