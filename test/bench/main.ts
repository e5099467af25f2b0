//   npm run bench [scenario]        the core
//   npm run bench -- terminal       the terminal program
if (process.argv[2] === "terminal") await (await import("./terminal.ts")).measureTerminal();
else await import("./bench.ts");
