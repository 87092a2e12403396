import { HtmlValidate } from "html-validate/node";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/core/locale";
import { composeMail } from "@/lib/mail/compose";
import { outgoing } from "@/lib/mail/testing/outgoing";
import { setLetter } from "./letter";
import { everyLetter } from "./testing/letters";

const kinds = locales.flatMap((locale) =>
  Object.entries(everyLetter(locale)).map(([kind]) => ({ locale, kind })),
);

function letterOf({ locale, kind }: { locale: "en" | "fr"; kind: string }, spoilt = {}) {
  const letter = everyLetter(locale, spoilt)[kind];
  if (!letter) throw new Error(kind);
  return letter;
}

test("subjects say which event and what changed", () => {
  const subjects = (locale: "en" | "fr") => Object.values(everyLetter(locale)).map(({ subject }) => subject);
  expect(subjects("en")).toEqual([
    "Confirm your address on Carillon",
    "You already have an account on Carillon",
    "Choose a new password on Carillon",
    "A trial mail from Carillon",
    "Your password on Carillon was changed",
    "A new way to sign in to Carillon was added",
    "Confirm your new address on Carillon",
    "Another address for your account on Carillon?",
    "This address has an account on Carillon already",
    "Repair café – Grace Hopper asks to take part",
    "You are invited: Repair café",
    "You are invited: Repair café",
    "Repair café – will you host it too?",
    "Repair café – will you host it too?",
    "Repair café – Linus T. hosts it with you",
    "Repair café – @linus does not host it",
    "Repair café – it is yours now",
    "Repair café – it is yours now",
    "Repair café – you no longer host it",
    "Repair café – changed by Ada Marchand and Grace Hopper",
    "Repair café – cancelled by Grace Hopper",
    "Repair café – not published",
    "Repair café – you were let in",
    "Repair café – you are in",
    "Repair café – no place for you this time",
    "Repair café – postponed, new time, new place and new name",
    "Repair café – cancelled",
    "Repair café – cancelled",
    "Two-step sign-in on Carillon is on",
    "Two-step sign-in on Carillon is off",
    "A recovery code of your account on Carillon was used",
    "3 people ask for an account on Carillon",
    "Your account on Carillon is open",
    "No account on Carillon this time",
    "Your account on Carillon will be deleted",
    "Your account on Carillon stays",
    "Your data from Carillon are ready",
    "Repair café – Grace Hopper commented",
    "Repair café – 2 new comments",
    "Repair café – Grace Hopper answered you",
    "Repair café – an announcement by Grace Hopper",
    "Repair café – Grace Hopper mentioned you",
    "Repair café – please confirm your answer",
    "Repair café – you have answered already",
    "Repair café – Somebody without an account asks to take part",
    "Repair café – your request has arrived",
    "Repair café – you are on the waiting list",
    "Repair café – you are on the waiting list",
    "Repair café – you are on the waiting list",
    "Repair café – a place became free, you are in",
    "Repair café – you are in",
    "Repair café – a place is free for you",
    "Repair café – a place is free for you",
    "Repair café – the place went to somebody else",
    "Repair café – no place for you this time",
    "Repair café – your request is open again",
    "Repair café – you are on the waiting list again",
    "Repair café – you are in after all",
    "Repair café – noted, you may come",
    "Repair café – noted, you are not coming",
    "Repair café – Linus T. is coming",
    "Repair café – 12 new participants",
    "Repair café – 1 new person on the waiting list",
    "Your report has arrived",
    "A report on Carillon: Hateful or insulting",
    "Your report was looked at",
    "A warning from those who look after Carillon",
    "Repair café – taken off Carillon",
    "A comment of yours was taken off",
    "Fewer people come across what you announce on Carillon",
    "Your identity on Carillon was suspended",
    "Your identity on Carillon was suspended",
    "Your identity on Carillon is back",
    "Your account on Carillon is locked",
    "Your account on Carillon is locked",
    "Your account on Carillon is open again",
    "Repair café – not shown on Carillon any more",
    "Repair café – not shown on Carillon any more",
  ]);
  expect(subjects("fr")).toEqual([
    "Confirmez votre adresse sur Carillon",
    "Vous avez déjà un compte sur Carillon",
    "Choisissez un nouveau mot de passe sur Carillon",
    "Message d’essai de Carillon",
    "Votre mot de passe sur Carillon a été modifié",
    "Un nouveau moyen de se connecter à Carillon a été ajouté",
    "Confirmez votre nouvelle adresse sur Carillon",
    "Une autre adresse pour votre compte sur Carillon ?",
    "Cette adresse a déjà un compte sur Carillon",
    "Repair café – Grace Hopper demande à participer",
    "Invitation : Repair café",
    "Invitation : Repair café",
    "Repair café – voulez-vous coorganiser ?",
    "Repair café – voulez-vous coorganiser ?",
    "Repair café – Linus T. coorganise avec vous",
    "Repair café – @linus ne coorganise pas",
    "Repair café – l’événement vous est confié",
    "Repair café – l’événement vous est confié",
    "Repair café – vous ne coorganisez plus",
    "Repair café – modifié par Ada Marchand et Grace Hopper",
    "Repair café – annulé par Grace Hopper",
    "Repair café – non publié",
    "Repair café – votre demande est acceptée",
    "Repair café – c’est noté, vous participez",
    "Repair café – pas de place pour vous cette fois",
    "Repair café – reporté, nouvel horaire, nouveau lieu et nouveau nom",
    "Repair café – annulé",
    "Repair café – annulé",
    "La connexion en deux étapes à Carillon est activée",
    "La connexion en deux étapes à Carillon est désactivée",
    "Un code de secours de votre compte sur Carillon a servi",
    "3 personnes demandent un compte sur Carillon",
    "Votre compte sur Carillon est ouvert",
    "Pas de compte sur Carillon cette fois",
    "Votre compte sur Carillon va être supprimé",
    "Votre compte sur Carillon est conservé",
    "Vos données de Carillon sont prêtes",
    "Repair café – un commentaire de Grace Hopper",
    "Repair café – 2 nouveaux commentaires",
    "Repair café – Grace Hopper vous a répondu",
    "Repair café – une annonce de Grace Hopper",
    "Repair café – Grace Hopper parle de vous",
    "Repair café – confirmez votre réponse",
    "Repair café – vous avez déjà répondu",
    "Repair café – Quelqu’un sans compte demande à participer",
    "Repair café – votre demande est arrivée",
    "Repair café – vous êtes sur liste d’attente",
    "Repair café – vous êtes sur liste d’attente",
    "Repair café – vous êtes sur liste d’attente",
    "Repair café – une place s’est libérée, vous participez",
    "Repair café – c’est noté, vous participez",
    "Repair café – une place est libre pour vous",
    "Repair café – une place est libre pour vous",
    "Repair café – la place a été proposée à quelqu’un d’autre",
    "Repair café – pas de place pour vous cette fois",
    "Repair café – votre demande est à nouveau ouverte",
    "Repair café – vous êtes à nouveau sur liste d’attente",
    "Repair café – vous participez finalement",
    "Repair café – c’est noté, vous viendrez peut-être",
    "Repair café – c’est noté, vous ne venez pas",
    "Repair café – Linus T. vient",
    "Repair café – 12 nouvelles personnes viennent",
    "Repair café – 1 nouvelle personne sur liste d’attente",
    "Votre signalement est arrivé",
    "Un signalement sur Carillon : Haine ou insultes",
    "Votre signalement a été examiné",
    "Un avertissement de la part de Carillon",
    "Repair café – retiré de Carillon",
    "Un de vos commentaires a été retiré",
    "Vos annonces sur Carillon sont moins visibles",
    "Votre identité sur Carillon a été suspendue",
    "Votre identité sur Carillon a été suspendue",
    "Votre identité sur Carillon est de retour",
    "Votre compte sur Carillon est verrouillé",
    "Votre compte sur Carillon est verrouillé",
    "Votre compte sur Carillon est de nouveau ouvert",
    "Repair café – n’est plus affiché sur Carillon",
    "Repair café – n’est plus affiché sur Carillon",
  ]);
});

describe.each(kinds)("$kind in $locale", (which) => {
  test("says the same as text and as HTML, with one button and why it came", () => {
    const letter = letterOf(which);
    const { text, html } = setLetter(letter);
    for (const part of [letter.heading, letter.intro, letter.reason, letter.button.label]) {
      expect(text).toContain(part);
      expect(html).toContain(part.replaceAll("'", "&#39;"));
    }
    expect(text).toContain(`\n${letter.button.url}\n`);
    expect(html.match(/class="on-bell" href=/g)).toHaveLength(1);
    expect(html).toContain(`<html lang="${which.locale}"`);
    expect(text).toContain("Carillon · http://localhost:3000");
    expect(text + html).not.toMatch(/undefined|null|\[object|mail\.\w/);
  });

  test("fetches nothing", () => {
    expect(setLetter(letterOf(which)).html).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
  });

  test("shows what people wrote as text, never as markup", () => {
    const evil = `<b>"O'Hara" & co</b>`;
    const { html } = setLetter(
      letterOf(which, { event: { title: evil, placeName: evil }, name: evil, message: evil }),
    );
    expect(html).not.toMatch(/<b>|"O'/);
  });

  test("cannot be given another header by a name or a title", async () => {
    const evil = "X\r\nBcc: all@example.org\r\n\r\nbody";
    const letter = setLetter(letterOf(which, { event: { title: evil }, name: evil }));
    const writer = createTransport({ streamTransport: true, buffer: true });
    const { message } = await writer.sendMail(composeMail(outgoing(letter)));
    const mail = await simpleParser(message as Buffer);
    expect([...mail.headers.keys()].sort().join(" ")).toBe(
      "auto-submitted content-language content-type date from message-id mime-version subject to",
    );
  });

  test("is valid HTML but for the styles that mails need", async () => {
    const report = await new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: { "no-inline-style": "off", "no-conditional-comment": "off" },
    }).validateString(setLetter(letterOf(which)).html);
    expect(report.results.flatMap(({ messages }) => messages)).toEqual([]);
  });
});

test("the zone is named and the reader's time told only where their clock shows another", () => {
  const { approval, entry } = everyLetter("en");
  expect(approval?.event?.when).toEqual([
    "Thursday 26 November 2026, 19:00 – 22:00 (Paris time)",
    "For you: Thursday 26 November 2026, 13:00 – 16:00 (New York time)",
  ]);
  expect(entry?.event?.when).toEqual(["Thursday 26 November 2026, 19:00 – 22:00"]);
});

test("where it happens online is told to those who take part alone", () => {
  const { entry, rejection } = everyLetter("en");
  expect(setLetter(entry as never).text).toContain("https://meet.example/repair");
  expect(JSON.stringify(setLetter(rejection as never))).not.toContain("meet.example");
  const { entry: foreign } = everyLetter("en", { event: { onlineUrl: "javascript:alert(1)" } });
  expect(JSON.stringify(setLetter(foreign as never))).not.toContain("javascript:");
});
