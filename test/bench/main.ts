//   npm run bench [scenario]            the core: replays on one core and two, the bare event list, live actors
//   npm run bench -- memory             memory of a sweep of 10^4 and 10^5 runs; with `million`, of 10^6 too
//   npm run bench -- growth             the cost of an event as parties, timeline and length grow
//   npm run bench -- terminal           the terminal program
const [, , what, more] = process.argv;
if (what === "terminal") await (await import("./terminal.ts")).measureTerminal();
else if (what === "memory") await (await import("./memory.ts")).measureMemory(more === "million");
else if (what === "growth") (await import("./growth.ts")).measureGrowth();
else {
  await import("./bench.ts");
  await (await import("./cores.ts")).measureCores(what ?? "at-tanf-2017");
}
