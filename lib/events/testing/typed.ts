import type { EventInput } from "../input";
import { toldBy } from "../metadata";

/** What an organiser typed, complete enough to be published. */
export function typed(values: Partial<EventInput> = {}): EventInput {
  return {
    title: "Repair café",
    description: "Bring what is **broken**.",
    startsAt: "2026-12-01T19:00",
    endsAt: "2026-12-01T22:00",
    zone: "Europe/Paris",
    placeName: "Maison des associations",
    placeAddress: "12 rue des Tanneurs",
    postalCode: "69007",
    locality: "Lyon",
    country: "FR",
    latitude: null,
    longitude: null,
    onlineUrl: "",
    category: "COMMUNITY",
    tags: ["repair", "café"],
    language: "auto",
    status: "confirmed",
    isAddressHidden: false,
    phone: "",
    contacts: [],
    priceNote: "",
    ticketUrl: "",
    joinMode: "approval",
    externalJoinUrl: "",
    guestsAllowed: 0,
    guestList: "hosts",
    commentsPolicy: "open",
    capacity: 40,
    visibility: "public",
    picture: undefined,
    pictureAlt: "",
    focusX: 50,
    focusY: 50,
    ...toldBy([]),
    ...values,
  };
}
