/** "Hello" and a hundred letters of text as often as it takes to weigh what our pages weigh. */
export function Hello({ paragraphs }: { paragraphs: number }) {
  return (
    <main>
      <h1>Hello</h1>
      {Array.from({ length: paragraphs }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <p key={n}>
          A page that asks nobody, knows nothing and says so in about one hundred letters for each line.
        </p>
      ))}
    </main>
  );
}
