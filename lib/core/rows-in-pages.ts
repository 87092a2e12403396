/** Rows of a table as long as an account is old, some hundreds at a time: whoever reads them holds no more in memory. */
export async function* rowsInPages<Row>(
  size: number,
  read: (after: Row | undefined) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after: Row | undefined;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    after = rows.at(-1);
    if (rows.length < size) return;
  }
}
