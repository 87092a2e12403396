/** What the events of the bench say: as long and as various as what people write. */
export const titles = [
  "Repair café",
  "Singing on the square",
  "Climbing for beginners",
  "Open garden and soup",
  "Reading circle: three short novels",
  "Neighbourhood assembly about the new tram",
  "Night walk along the canal",
  "Old radios, new friends",
  "A first evening of contact improvisation",
  "Seed swap",
];

export const places = [
  ["Maison des Associations", "12 rue des Tanneurs, Grenoble"],
  ["Jardin des Lilas", "3 chemin du Lac, Annecy"],
  ["The Old Post Office", "48 Harbour Street, Bristol"],
  ["Kulturhaus am Fluss", "Uferstraße 7, Freiburg"],
] as const;

export const zones = ["Europe/Paris", "Europe/Paris", "Europe/London", "Europe/Berlin"];

export const categories = ["CRAFTS", "MUSIC", "SPORTS", "OUTDOORS_ADVENTURE", "BOOK_CLUBS", "COMMUNITY"];

export const tags = ["repair", "free entry", "beginners welcome", "music", "garden", "families", "outdoors"];

export const people = [
  "Ada Marchand",
  "Grace Okafor",
  "Linus Berg",
  "Rosa Delmas",
  "Amir Haddad",
  "Vera Stark",
];

/** Markdown of some 900 to 1,500 letters. */
export const descriptions = [
  `Bring what no longer works: a lamp, a toaster, a pair of trousers, a bicycle. **We repair it together**, with tools,
spare parts and people who have done it before. Nobody leaves it at a counter: you hold the screwdriver.

What we can do most of the time:

- small electric things, radios and lamps
- clothes, zips and hems
- bicycles, when the frame is sound

What we cannot do: microwave ovens and anything that runs on gas.

There is coffee, tea and cake from two o'clock on. It costs nothing; a box stands at the door for whoever wants to give
something towards parts. If your thing is heavier than you can carry up one flight of stairs, write to us before and
somebody comes down to help. The last repairs begin half an hour before we close.

See what we mended last year on [our page](https://example.org/repair), and bring a neighbour.`,
  `We meet at the bridge and walk for about two hours, slowly, without lamps. After ten minutes the eyes see more than one
thinks. *Bats, herons and the old mill* are on the way, and somebody who knows their stories.

## What to bring

Warm clothes, shoes that may get wet, and no dog this time: the herons breed. Children are welcome from eight years on,
with somebody who can carry them home.

## How to come

The tram stops five minutes away, line B, *Les Moulins*. The way is flat, two kilometres of it are gravel. If you use a
wheelchair, tell us, and we take the paved side: the walk is as long and the stories are the same.

When it rains we walk. When it storms we sit in the mill and tell what we would have seen. Either way we are back by half
past ten, and the last tram leaves at eleven.`,
  `An open evening for everybody who would like to try, and for those who have not done it in years. We begin together,
with half an hour of warming up, and then go on in two groups, one quicker than the other. You can change between them as
often as you like.

1. Arrive a quarter of an hour early, so that we can begin on time.
2. Wear something that you can move in.
3. Tell us of anything that hurts.

> I came for the soup and stayed for three years.

Everything that is needed is there and can be borrowed. Whoever has their own brings it. Afterwards there is soup, bread
and time to talk; it would be kind to help with the dishes, since the room must be empty by ten.

The room is on the ground floor, the door is wide enough, and there is a toilet that everybody can use. If money is short,
nothing is asked; otherwise five to ten euros help us pay for the room.`,
];
