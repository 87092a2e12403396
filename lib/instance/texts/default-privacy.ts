import type { Locale } from "@/lib/core/locale";
import type { Gaps } from "./default-texts";

/** What this software keeps, for whom, and for how long. Whoever changes that changes these words. */
export const privacyWords: Record<Locale, (gaps: Gaps) => string> = {
  en: ({ name, host, reach }) => `
This page says what ${name} (${host}) knows about you, who sees it, and how long it is kept. There is no advertising here and no tracking, and nothing is sold.

## If you only look

Nothing about you is kept. Cookies remember your language and whether you like it dark, if you choose that. To stop abuse the server counts how often something is tried from one network, under a code that does not show the address, and forgets it when the time is over. Maps come from another server, and only once you open one: the page says which.

## If you have an account

- **Only you, and those who run the server, know your e-mail address.** Your password is kept in a form that cannot be read back.
- For every device on which you are signed in, the server knows what kind it is and when you last used it, until you sign out or do not use it for a while.
- You may have several identities. Others see the identity that you use, and **nobody else is told which identities belong to one person**. Only when something serious was reported can moderators find out, and each time that is written down.
- Your area and your time zone serve to show you what is near; the place is kept only roughly.

## What you publish

What you write on your profile, in public events and in comments can be read by everybody. Who takes part in an event is known to those who organise it; they may show names on the event’s page if they say so before.

## If you take part without an account

The organisers see your name, what you wrote to them and, so that mails reach you, this server keeps your e-mail address. Some time after the event, as its organisers chose and the page says, it is forgotten.

## Other servers

This server exchanges events, answers and comments with other servers. What is public, and what you send to somebody elsewhere, is copied there; they have their own rules. If you delete something, they are asked to delete it, too; whether they do is out of our hands.

## How long

- What you published stays until you or the organisers delete it.
- Answers to an event, with what was written to the organisers, are forgotten some time after the event.
- Mails that were sent, and what other servers sent that could not be read, are forgotten after some time: days, unless this server keeps them longer.
- Reports and what moderators decided are kept, so that a decision can be understood later; who reported is not told to those who were reported.
- Backups may hold for some more time what was deleted.

## Your rights

Under “Settings · Your data” you get a copy of everything that belongs to your account. You can correct it at any time. You can delete an identity, or the account with all of them; an account is erased seven days later, so that nobody loses it by mistake. You may also ask what is known about you, object, or complain to the data protection authority of your country.

## Contact

${reach}
`,
  fr: ({ name, host, reach }) => `
Cette page dit ce que ${name} (${host}) sait de vous, qui le voit et combien de temps cela reste. Il n’y a ici ni publicité, ni pistage, et rien n’est vendu.

## Si vous ne faites que lire

Rien n’est conservé à votre sujet. Des cookies retiennent votre langue et le thème clair ou sombre, si vous en choisissez un. Contre les abus, le serveur compte combien de fois une chose est tentée depuis un même réseau, sous un code qui ne révèle pas l’adresse, et l’oublie une fois le délai passé. Les cartes viennent d’un autre serveur, et seulement si vous en ouvrez une : la page dit lequel.

## Si vous avez un compte

- **Vous seul, avec les personnes qui gèrent le serveur, connaissez votre adresse électronique.** Votre mot de passe est conservé sous une forme qui ne permet pas de le relire.
- Pour chaque appareil connecté, le serveur sait de quel genre il est et quand vous l’avez utilisé pour la dernière fois, jusqu’à ce que vous vous déconnectiez ou qu’il ne serve plus depuis un certain temps.
- Vous pouvez avoir plusieurs identités. Les autres voient celle que vous utilisez, et **personne d’autre n’apprend quelles identités appartiennent à une même personne**. Les modérateurs ne peuvent le découvrir que si un fait grave a été signalé, et chaque fois cela est consigné.
- Votre région et votre fuseau horaire servent à vous montrer ce qui est proche ; le lieu n’est conservé qu’approximativement.

## Ce que vous publiez

Ce que vous écrivez sur votre profil, dans des événements publics et dans les commentaires peut être lu par tout le monde. Seules les personnes qui organisent un événement savent qui y participe ; elles peuvent montrer les noms sur la page de l’événement si elles l’annoncent auparavant.

## Si vous participez sans compte

Les personnes qui organisent voient votre nom et ce que vous leur avez écrit ; pour que les courriels vous parviennent, ce serveur conserve votre adresse électronique. Quelque temps après l’événement, selon ce que les personnes qui organisent ont choisi et que la page indique, elle est oubliée.

## Les autres serveurs

Ce serveur échange des événements, des réponses et des commentaires avec d’autres. Ce qui est public, et ce que vous envoyez à quelqu’un ailleurs, y est copié ; ces serveurs ont leurs propres règles. Si vous supprimez quelque chose, il leur est demandé de le supprimer aussi ; qu’ils le fassent ne dépend pas de nous.

## Combien de temps

- Ce que vous avez publié reste jusqu’à ce que vous, ou les personnes qui organisent, le supprimiez.
- Les réponses à un événement, avec ce qui a été écrit aux personnes qui organisent, sont oubliées quelque temps après l’événement.
- Les courriels envoyés, et ce que d’autres serveurs ont envoyé d’illisible, sont oubliés après un certain temps : quelques jours, sauf si ce serveur les garde plus longtemps.
- Les signalements et les décisions de modération sont conservés, pour qu’une décision puisse être comprise plus tard ; les personnes signalées n’apprennent pas qui les a signalées.
- Les sauvegardes peuvent contenir quelque temps encore ce qui a été supprimé.

## Vos droits

La page « Réglages · Vos données » vous donne une copie de tout ce qui appartient à votre compte. Vous pouvez le corriger à tout moment. Vous pouvez supprimer une identité, ou le compte avec toutes ses identités ; un compte est effacé sept jours plus tard, pour que personne ne le perde par erreur. Vous pouvez aussi demander ce qui est connu de vous, vous y opposer, ou saisir l’autorité de protection des données de votre pays.

## Contact

${reach}
`,
};
