import { formatReference } from "../scenario/reference.ts";
import { jsonSchema } from "../scenario/schema.ts";
import type { ExitCode, Io } from "./io.ts";

/** The JSON Schema of scenario files as the text of a file. */
export function schemaText(): string {
  return `${JSON.stringify(jsonSchema(), null, 2)}\n`;
}

/** Writes the JSON Schema of scenario files, or the format reference as Markdown. */
export async function schema({ reference }: { readonly reference?: boolean }, io: Io): Promise<ExitCode> {
  await io.write(reference === true ? formatReference() : schemaText());
  return 0;
}
