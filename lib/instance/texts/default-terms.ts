import type { Locale } from "@/lib/core/locale";
import type { Gaps } from "./default-texts";

/** Terms for whoever has no own. */
export const termsWords: Record<Locale, (gaps: Gaps) => string> = {
  en: ({ name, host, reach }) => `
These are the terms of ${name} (${host}). They hold for everybody who has an account here. They are short so that you can read them.

## What you get

You can announce events, say that you come to events, and talk about them, here and with people on other servers. It costs nothing. The people who run this server do so as well as they can; they do not promise that it is always there or never makes a mistake. Keep a copy of what matters to you: under “Settings · Your data” you get one at any time.

## What we expect of you

- Follow the rules of this server. What is against them can be reported by everybody.
- Announce only events that are meant to take place, and say so in time when something changes.
- Use what you learn about participants for that event only.
- Publish only what you may publish: texts and pictures that are yours, or that you are allowed to use, and nothing that the law forbids.
- Keep your password to yourself. You may have several identities; what you do as any of them is yours.

## What is yours stays yours

Your texts and pictures are yours. You only allow this server to keep and show them, and to pass them on to other servers, as far as that is needed for what you use it for. You can take them back by deleting them.

## When something goes wrong

Moderators may hide or remove what is against the rules, warn you, limit an identity or suspend it. You are told what was done and why, and you can answer.

## Leaving

You can delete your account at any time, without giving a reason. The people who run this server may close it, too; they tell you in time if they can, so that you can take your data along.

## Changes

When these terms change, the former version stays readable here. If the change matters, you are asked again.

## Contact

${reach}
`,
  fr: ({ name, host, reach }) => `
Voici les conditions d’utilisation de ${name} (${host}). Elles valent pour toutes les personnes qui ont un compte ici. Elles sont courtes, pour que vous puissiez les lire.

## Ce que vous obtenez

Vous pouvez annoncer des événements, dire que vous y participez et en parler, ici et avec des personnes d’autres serveurs. C’est gratuit. Les personnes qui gèrent ce serveur font de leur mieux ; elles ne promettent ni qu’il soit toujours joignable, ni qu’il ne se trompe jamais. Gardez une copie de ce qui compte pour vous : la page « Réglages · Vos données » vous en donne une à tout moment.

## Ce que nous attendons de vous

- Respectez les règles de ce serveur. Tout le monde peut signaler ce qui leur est contraire.
- N’annoncez que des événements qui doivent vraiment avoir lieu, et prévenez à temps si quelque chose change.
- N’utilisez ce que vous apprenez des participants que pour l’événement en question.
- Ne publiez que ce que vous avez le droit de publier : des textes et des images qui sont à vous ou dont l’usage vous est permis, et rien que la loi interdise.
- Gardez votre mot de passe pour vous. Vous pouvez avoir plusieurs identités ; vous répondez de ce que vous faites sous chacune d’elles.

## Ce qui est à vous le reste

Vos textes et vos images sont à vous. Vous permettez seulement à ce serveur de les conserver, de les montrer et de les transmettre à d’autres serveurs, autant que l’usage que vous en faites le demande. Vous pouvez les retirer en les supprimant.

## Quand quelque chose ne va pas

Les modérateurs peuvent masquer ou retirer ce qui est contraire aux règles, vous avertir, limiter une identité ou la suspendre. Ils vous disent ce qui a été fait et pourquoi, et vous pouvez répondre.

## Partir

Vous pouvez supprimer votre compte à tout moment, sans donner de raison. Les personnes qui gèrent ce serveur peuvent aussi le fermer ; si elles le peuvent, elles vous préviennent à temps pour que vous emportiez vos données.

## Changements

Quand ces conditions changent, la version précédente reste lisible ici. Si le changement est important, votre accord vous est demandé de nouveau.

## Contact

${reach}
`,
};
