import { crc32 } from "node:zlib";

/** One record as it lies on disk: `<crc32 in hex> <JSON>` and a line feed, which no JSON text holds. */
export function toLine(entry: unknown): string {
  const json = JSON.stringify(entry);
  return `${crc32(json).toString(16).padStart(8, "0")} ${json}\n`;
}

/**
 * Hands every record of a file to `take`, oldest first. A record that a crash tore has no line feed, and
 * is always the last: it is left out.
 * @returns where the last whole record ends; what lies behind is the torn one
 * @throws Error naming the file and the offset of any other damage, or of a record that `take` refuses
 */
export function readRecords<Entry>(file: string, bytes: Buffer, take: (entry: Entry) => void): number {
  let offset = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, offset)) {
    try {
      take(parseRecord<Entry>(bytes.subarray(offset, end)));
    } catch (cause) {
      throw damaged(file, offset, cause);
    }
    offset = end + 1;
  }
  return offset;
}

/** @throws Error where the line is not one that `toLine` wrote */
export function parseRecord<Entry>(line: Buffer): Entry {
  const json = line.subarray(9);
  const expected = Number.parseInt(line.subarray(0, 8).toString(), 16);
  if (line.length < 9 || crc32(json) !== expected) throw new Error("its checksum does not hold");
  return JSON.parse(json.toString());
}

export function damaged(file: string, offset: number, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${file} is damaged at offset ${offset}: ${why}`, { cause });
}
