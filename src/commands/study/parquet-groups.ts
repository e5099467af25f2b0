// What the foot of a Parquet file says of its row groups, as a few numbers a column: of a million runs it is tens of thousands of columns,
// and as objects they would take more room than all else that a study holds.

import type { ParquetWriter } from "hyparquet-writer";

/** What the foot says of a row group. */
type RowGroup = ParquetWriter["row_groups"][number];

/** Numbers of a column in a group: where it begins, its data and its dictionary (-1 without one), its bytes, those bytes unpacked, its encodings. */
const WIDTH = 6;
/** Encodings that a column without repeated values has: with a dictionary, plain, and truths in runs. */
const ENCODINGS = [["PLAIN", "RLE_DICTIONARY"], ["PLAIN"], ["RLE"]] as const;

/** A row group as numbers: its rows, and then WIDTH of each column; throws (a bug) on encodings of another kind. */
export function groupNumbers({ num_rows, columns }: RowGroup): Int32Array {
  const numbers = new Int32Array(1 + columns.length * WIDTH);
  numbers[0] = Number(num_rows);
  for (const [i, { file_offset, meta_data }] of columns.entries()) {
    const { data_page_offset, dictionary_page_offset, total_compressed_size, total_uncompressed_size, encodings } = meta_data!;
    const kind = ENCODINGS.findIndex((known) => known.join() === encodings.join());
    if (kind === -1) throw new Error(`a column is encoded as ${encodings.join()}`);
    numbers.set([file_offset, data_page_offset, dictionary_page_offset ?? -1, total_compressed_size, total_uncompressed_size, kind].map(Number), 1 + i * WIDTH);
  }
  return numbers;
}

/** The row group again, whose numbers these are, at a place of the file. */
export function groupAt(from: number, numbers: Int32Array, schema: ParquetWriter["schema"], codec: ParquetWriter["codec"]): RowGroup {
  const rows = BigInt(numbers[0]!);
  const columns = schema.slice(1).map(({ name, type }, i) => {
    const [begins, data, dictionary, packed, unpacked, kind] = numbers.subarray(1 + i * WIDTH) as unknown as readonly [number, number, number, number, number, number];
    return {
      file_offset: BigInt(from + begins),
      meta_data: {
        type: type!, encodings: [...ENCODINGS[kind]!], path_in_schema: [name], codec, num_values: rows,
        total_compressed_size: BigInt(packed), total_uncompressed_size: BigInt(unpacked), data_page_offset: BigInt(from + data),
        ...(dictionary === -1 ? {} : { dictionary_page_offset: BigInt(from + dictionary) }),
      },
    };
  });
  const total = (size: "total_compressed_size" | "total_uncompressed_size"): bigint => columns.reduce((sum, { meta_data }) => sum + meta_data[size], 0n);
  return { columns, num_rows: rows, total_byte_size: total("total_uncompressed_size"), total_compressed_size: total("total_compressed_size") };
}
