/** Gzip files of any size, made in no time: the compressed form of a piece is written over and over. */
import { constants, crc32, deflateRawSync } from "node:zlib";

const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/** The file `first`, then `piece` `times` times, then `last`. */
export function gzipOfRepeated(first: Buffer, piece: Buffer, times: number, last: Buffer): Buffer {
  // A full flush ends at a byte and forgets what came before, so that blocks can stand behind each other.
  const pack = (bytes: Buffer) => deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  let sum = crc32(first);
  for (let time = 0; time < times; time += 1) sum = crc32(piece, sum);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(last, sum), 0);
  trailer.writeUInt32LE((first.length + piece.length * times + last.length) % 2 ** 32, 4);
  const blocks = Array<Buffer>(times).fill(pack(piece));
  return Buffer.concat([HEADER, pack(first), ...blocks, deflateRawSync(last, { level: 9 }), trailer]);
}
