#!/usr/bin/env node
// What runs first, copied to dist/deconflict.mjs as it is. It must run on any Node that knows modules, so it has no modern syntax and
// no static import: a Node that is too old is named in one line, before the program is as much as parsed.
var version = process.versions.node.split(".").map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 12)) {
  process.stderr.write("deconflict needs Node 22.12 or newer; this is Node " + process.versions.node + ".\n");
  process.exitCode = 2;
} else {
  // Node keeps what it has compiled beside the program, and starts faster the next time; where it may not write, it does without.
  // Not among the system's temporary files, where anybody could lay something in its place.
  process.getBuiltinModule("node:module").enableCompileCache(process.getBuiltinModule("node:url").fileURLToPath(new URL("./cache", import.meta.url)));
  import("./main.mjs");
}
