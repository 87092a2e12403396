import { OwnStanding, type OwnStandingProps } from "./own-standing";
import type { Standing } from "./reader";

type OwnStandingsProps = Omit<OwnStandingProps, "standing"> & { standings: Standing[] };

/** Where each of the reader's own identities stands with the event. For nobody else's eyes. */
export function OwnStandings({ standings, ...props }: OwnStandingsProps) {
  return (
    <ul className="standings">
      {standings.map((standing) => (
        <OwnStanding key={standing.identity.id} {...props} standing={standing} />
      ))}
    </ul>
  );
}
