/** What the words in our files mean, beside those of ActivityStreams (FEP-8a8e, schema.org, Mobilizon). */
const context = [
  "https://www.w3.org/ns/activitystreams",
  {
    sc: "http://schema.org#",
    mz: "https://joinmobilizon.org/ns#",
    fep: "https://w3id.org/fep/8a8e/",
    ical: "http://www.w3.org/2002/12/cal/ical#",
    Hashtag: "as:Hashtag",
    PropertyValue: "sc:PropertyValue",
    value: "sc:value",
    VirtualLocation: "sc:VirtualLocation",
    category: "sc:category",
    inLanguage: "sc:inLanguage",
    previousStartDate: "sc:previousStartDate",
    maximumAttendeeCapacity: "sc:maximumAttendeeCapacity",
    joinMode: "mz:joinMode",
    participationMessage: "mz:participationMessage",
    timezone: "mz:timezone",
    status: "ical:status",
    sequence: "ical:sequence",
    eventStatus: "fep:eventStatus",
  },
];

export async function* textFile(text: string): AsyncGenerator<string> {
  yield text;
}

/** A file that holds one object. */
export function jsonFile(value: object): AsyncGenerator<string> {
  return textFile(`${JSON.stringify(value, null, 2)}\n`);
}

/** The same of one that ActivityStreams has words for. */
export function activityFile(value: object): AsyncGenerator<string> {
  return jsonFile({ "@context": context, ...value });
}

/** A file that holds an ordered collection, written item by item, one a line. */
export async function* collectionFile(id: string, items: AsyncIterable<object>): AsyncGenerator<string> {
  const head = JSON.stringify({ "@context": context, id, type: "OrderedCollection" });
  yield `${head.slice(0, -1)},"orderedItems":[`;
  let total = 0;
  for await (const item of items) {
    yield `${total === 0 ? "" : ","}\n${JSON.stringify(item)}`;
    total++;
  }
  yield `\n],"totalItems":${total}}\n`;
}
