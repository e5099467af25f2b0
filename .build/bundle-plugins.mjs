// What esbuild is taught for our bundle, so that the program starts fast.
import { isBuiltin } from "node:module";
import { basename, join } from "node:path";

/**
 * Takes Node's own modules as they are. `import` would make an ES module of each, and for that read everything it exports: of
 * `process` also the three streams, of `util` what only loads when it is looked at.
 */
export const plainBuiltins = {
  name: "plain-builtins",
  setup({ onResolve, onLoad }) {
    // One for each importer: shared, each would become a part of its own.
    onResolve({ filter: /^[a-z_:/]+$/ }, ({ path, importer }) => (isBuiltin(path) ? { namespace: "builtin", path, suffix: `?${importer}` } : undefined));
    onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: [
        `const builtin = process.getBuiltinModule(${JSON.stringify(path)});`,
        "export default builtin;",
        // Called pure, so that esbuild keeps only what somebody imports.
        ...Object.keys(process.getBuiltinModule(path)).map((name) => `const $${name} = /* @__PURE__ */ (() => builtin.${name})(); export { $${name} as ${name} };`),
      ].join("\n"),
    }));
  },
};

/**
 * Leaves out what packages could do and nothing here asks of them: Commander could start other programs, and Ink talk to
 * React's developer tools, which are no dependency of ours.
 */
export const withoutUnused = {
  name: "without-unused",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) => (/[/\\]commander[/\\]/.test(importer) ? { namespace: "unused", path } : undefined));
    onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ namespace: "unused", path }));
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default undefined;" }));
  },
};

/**
 * Puts what is loaded lazily from these files of `src` into one part: to open many small files takes longer than to read a large
 * one. What is loaded lazily from others is left to a build of its own, which shares no part with this one, and added to `others`.
 */
export const inOnePart = (root, files, others) => {
  const paths = files.map((file) => join(root, "src", file));
  return {
    name: "in-one-part",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const file = join(resolveDir, path);
        if (paths.includes(file)) return { namespace: "one-part", path: "commands" };
        others.add(file);
        return { path: `./${partOf(file)}.mjs`, external: true };
      });
      onLoad({ filter: /.*/, namespace: "one-part" }, () => ({ resolveDir: root, contents: paths.map((path) => `export * from ${JSON.stringify(path)};`).join("\n") }));
    },
  };
};

/** The name of a file in the other build, from the folder of the program. */
export const partOf = (file) => `parts/${basename(file, ".ts")}`;

/** Has Ink put whole rows on the screen instead of cells: see ink-output.mjs. */
export const wholeRows = (root) => ({
  name: "whole-rows",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]ink[/\\]build[/\\]output\.js$/ }, () => ({ resolveDir: root, contents: "export { Output as default } from \"./.build/ink-output.mjs\";" }));
  },
});
