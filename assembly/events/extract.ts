/**
 * Walks the records of one file through the window: `{"Records":[…]}`, a bare array, single objects, one after the other
 * or line by line, in any mixture. Commas between records are not insisted on. What is not a record is told with its
 * place and never stops its neighbours; what a window cannot hold is passed over without being held.
 *
 *   outside ─ `[` ─▶ elements ─ `]` ─▶ outside
 *      └── object that has `"Records":[` ─▶ elements ─ `]` ─▶ envelope ─ `}` ─▶ outside
 */
import {
  ARRAY_CLOSE,
  ARRAY_OPEN,
  COLON,
  COMMA,
  isSpace,
  OBJECT_CLOSE,
  OBJECT_OPEN,
  QUOTE,
} from "../json/bytes.ts";
import { ENVELOPE, endOfContainer, INCOMPLETE, MALFORMED, NO_POSITION, skipSpace, TOO_DEEP } from "../json/cursor.ts";
import { endOfScalar } from "../json/scalar.ts";
import {
  addressOf,
  byteAt,
  filledEnd,
  firstBadByte,
  forgetScan,
  isScanned,
  openWindow,
  scanFurther,
  scannedEnd,
  startScan,
} from "../json/structure.ts";
import { READ_AHEAD_BYTES } from "../wire/arena.ts";
import { Extraction, UNREADABLE_MAX } from "../wire/extraction.ts";
import {
  EXTRACT_CHUNK_FULL,
  EXTRACT_CUT_OFF,
  EXTRACT_EMPTY,
  EXTRACT_FILE_ENDED,
  EXTRACT_NEEDS_INPUT,
  EXTRACT_NOT_A_LOG,
  EXTRACT_UNREADABLE_FULL,
  REASON_MALFORMED_JSON,
  REASON_NOT_AN_OBJECT,
  REASON_TOO_LARGE,
  REASON_TRUNCATED,
} from "../wire/faults.ts";
import { MEMBER_RECORDS, memberNamed } from "./members.ts";
import { readRecord, recordsAt } from "./record.ts";
import { ROW_NEEDS_ROOM, ROW_WRITTEN, writeRow } from "./row.ts";
import { seekPrevious, seekRecord, seekStop } from "./seek.ts";
import { beginSkip, skipValue } from "./skip.ts";
