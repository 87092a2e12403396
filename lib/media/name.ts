/** Length of the random part of a file name: 99 bits, so that a name cannot be guessed and tells nothing. */
export const nameLength = 20;

const name = `[a-z2-9]{${nameLength}}`;
const originalPattern = new RegExp(`^${name}$`);
const variantPattern = new RegExp(`^${name}-[1-9][0-9]{0,4}\\.webp$`);

/** What the upload itself is called while it waits: never served. */
export function isOriginalName(text: string): boolean {
  return originalPattern.test(text);
}

/** What a finished picture is called. Nothing else is served, and nothing else becomes part of a path. */
export function isVariantName(text: string): boolean {
  return variantPattern.test(text);
}

/** Where a file lies in the storage. Finished ones are spread over up to 31² directories, since huge ones are slow. */
export function placeOf(name: string): string {
  if (isOriginalName(name)) return `incoming/${name}`;
  if (isVariantName(name)) return `${name.slice(0, 1)}/${name.slice(1, 2)}/${name}`;
  throw new Error("not the name of a picture");
}

/** The file of one width; also the last part of its URL. */
export function variantName(picture: string, width: number): string {
  return `${picture}-${width}.webp`;
}

/** The picture that a file belongs to. */
export function pictureOf(fileName: string): string {
  return fileName.slice(0, nameLength);
}
