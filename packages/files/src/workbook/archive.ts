const END_OF_DIRECTORY = 0x06_05_4b_50;
const ENTRY = 0x02_01_4b_50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xff_ff;

/**
 * How many bytes a zip archive says it unpacks to; undefined where it is none. Told by its directory, before anything is
 * unpacked: a small file may be made to unpack to gigabytes.
 */
export const unpackedSize = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let end = bytes.length - END_LENGTH; end >= first; end--) {
    if (view.getUint32(end, true) !== END_OF_DIRECTORY) continue;
    let [size, at] = [0, view.getUint32(end + 16, true)];
    for (let count = view.getUint16(end + 10, true); count > 0 && at + 46 <= end; count--) {
      if (view.getUint32(at, true) !== ENTRY) break;
      size += view.getUint32(at + 24, true);
      at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return size;
  }
  return undefined;
};
