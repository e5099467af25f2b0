// A source file seen three ways: as it is, without its comments, and as bare code without comments and quoted text.
// Knows the lexical grammar of TypeScript as far as that needs; must not know what is looked for.
// Invariant: all three views have the same length and the same line breaks, so a place in one is a place in all.

/** The same text three ways; what is left out is blanked. */
export interface Views {
  readonly everything: string;
  readonly uncommented: string;
  readonly code: string;
}

/** After these a slash opens a regular expression; after anything else it divides, or closes a tag. */
const BEFORE_REGEXP = /(?:^|[=(,:;!&|?{[+*%~^-]|=>|\b(?:return|typeof|case|yield|await))$/;
const REGEXP = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const QUOTED = /"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const TEMPLATE_CHUNK = /(?:\\[^]|\$(?!\{)|[^`\\$])*(?:`|\$\{|$)/y;

/** The views of one source text. */
export function viewsOf(text: string): Views {
  let uncommented = "";
  let code = "";
  let depth = 0;
  /** The brace depth at which each open template goes on. */
  const templates: number[] = [];

  const take = (part: string, inCode: string, inUncommented = part): void => {
    code += inCode;
    uncommented += inUncommented;
  };
  const takeTemplateChunk = (): void => {
    const opener = text[code.length];
    const chunk = matchAt(TEMPLATE_CHUNK, text, code.length + 1) ?? "";
    take(opener + chunk, opener + blank(chunk));
    if (chunk.endsWith("${")) templates.push(depth);
  };

  while (code.length < text.length) {
    const char = text[code.length];
    const comment = char === "/" ? matchAt(COMMENT, text, code.length) : undefined;
    const quoted = char === "\"" || char === "'" ? matchAt(QUOTED, text, code.length) : undefined;
    const regexp = char === "/" && BEFORE_REGEXP.test(code.slice(-200).trimEnd()) ? matchAt(REGEXP, text, code.length) : undefined;
    if (comment !== undefined) take(comment, blank(comment), blank(comment));
    else if (quoted !== undefined) take(quoted, blank(quoted));
    else if (regexp !== undefined) take(regexp, blank(regexp));
    else if (char === "`") takeTemplateChunk();
    else if (char === "}" && templates.at(-1) === depth) {
      templates.pop();
      takeTemplateChunk();
    } else {
      if (char === "{") depth += 1;
      if (char === "}") depth -= 1;
      take(char, char);
    }
  }
  return { everything: text, uncommented, code };
}

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** The same line breaks with nothing between them. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
