type Wording = {
  point: (date: string, time: string) => string;
  oneDay: (date: string, start: string, end: string) => string;
  overnight: (date: string, start: string, end: string) => string;
  days: (start: { date: string; time: string }, end: { date: string; time: string }) => string;
  midnight: string | null;
};

/** How a language joins dates and times; one that is not here gets dashes and commas, which read everywhere. */
export function wordingFor(locale: string): Wording {
  return wordings[locale] ?? plain;
}

const plain: Wording = {
  point: (date, time) => `${date}, ${time}`,
  oneDay: (date, start, end) => `${date}, ${start} – ${end}`,
  overnight: (date, start, end) => `${date}, ${start} – ${end} (+1)`,
  days: (start, end) => `${start.date}, ${start.time} – ${end.date}, ${end.time}`,
  midnight: null,
};

const wordings: Record<string, Wording> = {
  en: {
    ...plain,
    overnight: (date, start, end) => `${date}, ${start} – ${end} the next day`,
    midnight: "midnight",
  },
  fr: {
    point: (date, time) => `${date} à ${time}`,
    oneDay: (date, start, end) => `${date}, de ${start} à ${end}`,
    overnight: (date, start, end) => `${date}, de ${start} à ${end} le lendemain`,
    days: (start, end) => `du ${start.date} à ${start.time} au ${end.date} à ${end.time}`,
    midnight: "minuit",
  },
};
