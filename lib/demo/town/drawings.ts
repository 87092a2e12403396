// Printed-poster scenes in the colours of the tokens (components/ui/tokens.css), 1600 by 900.

const ink = "#1F1B2D";
const paper = "#FBF7F0";
const bell = "#B4431F";
const marigold = "#F2B33D";
const meadow = "#2F6B4F";
const plum = "#6A3E6E";
const sky = "#CFE0E6";

export const drawings = {
  workshop: scene(
    "#F3E3C3",
    `<rect y="640" width="1600" height="260" fill="#8A5A36"/><rect y="640" width="1600" height="22" fill="#6E4528"/>
    <path d="M250 640V300l190-110" stroke="${ink}" stroke-width="16" fill="none"/><path d="M400 150l150 70-60 110-170-60z" fill="${bell}"/>
    <path d="M330 280l170 50 110 310H210z" fill="${marigold}" opacity=".35"/>
    <rect x="700" y="420" width="430" height="220" rx="26" fill="${plum}"/><circle cx="820" cy="530" r="72" fill="${paper}"/>
    <circle cx="820" cy="530" r="44" fill="${ink}"/><rect x="930" y="470" width="150" height="34" fill="${marigold}"/>
    <circle cx="960" cy="570" r="22" fill="${paper}"/><circle cx="1050" cy="570" r="22" fill="${paper}"/><path d="M1090 420l90-150" stroke="${ink}" stroke-width="8"/>
    <path d="M1240 640l120-130 34 34-110 96z" fill="${meadow}"/><path d="M1300 180v180M1380 180v140M1460 180v200" stroke="${ink}" stroke-width="18" stroke-linecap="round"/>`,
  ),
  table: scene(
    "#2B2440",
    `<path d="M0 150q400 180 800 0t800 0" stroke="${paper}" stroke-width="5" fill="none" opacity=".7"/>
    ${[120, 330, 560, 800, 1040, 1270, 1480].map((x, i) => `<circle cx="${x}" cy="${[200, 240, 225, 150, 90, 85, 120][i]! + 40}" r="38" fill="${i % 2 ? bell : marigold}"/>`).join("")}
    <path d="M260 560h1080l260 340H0z" fill="${paper}"/><path d="M260 560h1080l20 26H240z" fill="#E5D9C5"/>
    ${[300, 520, 740, 960, 1180].map((x, i) => `<ellipse cx="${x + 60}" cy="${690 + (i % 2) * 70}" rx="86" ry="34" fill="${sky}"/><ellipse cx="${x + 60}" cy="${686 + (i % 2) * 70}" rx="52" ry="19" fill="${[meadow, bell, marigold, plum, bell][i]}"/>`).join("")}`,
  ),
  choir: scene(
    "#E8D4D9",
    [0, 1, 2]
      .map((row) =>
        Array.from({ length: 9 - row }, (_, i) => {
          const x = 120 + row * 85 + i * 170;
          const y = 620 - row * 150;
          return `<path d="M${x - 78} ${y + 300}v-110q0-80 78-80t78 80v110z" fill="${[bell, plum, meadow, ink][(i + row) % 4]}"/><circle cx="${x}" cy="${y + 40}" r="52" fill="${["#E9B993", "#8C5A3C", "#C98F66"][(i + 2 * row) % 3]}"/><ellipse cx="${x}" cy="${y + 60}" rx="11" ry="15" fill="${ink}"/>`;
        }).join(""),
      )
      .reverse()
      .join(""),
  ),
  wall: scene(
    "#D9D2C4",
    `<path d="M0 900V0h1120l180 420-120 480z" fill="#BFB49E"/><path d="M1120 0l180 420-120 480h420V0z" fill="${sky}"/>
    ${Array.from({ length: 34 }, (_, i) => `<ellipse cx="${80 + ((i * 311) % 1020)}" cy="${60 + ((i * 197) % 800)}" rx="${24 + (i % 3) * 9}" ry="${18 + (i % 2) * 9}" fill="${[bell, marigold, meadow, plum][i % 4]}"/>`).join("")}
    <path d="M650 0v560" stroke="${ink}" stroke-width="7"/>
    <path d="M632 470L540 330M668 470l106-110" stroke="${bell}" stroke-width="34" stroke-linecap="round"/>
    <path d="M634 600l-70 70 20 100M668 600l90 30-10 110" stroke="${ink}" stroke-width="38" stroke-linecap="round" stroke-linejoin="round" fill="none"/>
    <rect x="606" y="445" width="88" height="180" rx="40" fill="${bell}"/><circle cx="650" cy="390" r="46" fill="#8C5A3C"/><path d="M604 384a46 46 0 0 1 92 0z" fill="${marigold}"/>`,
  ),
  trees: scene(
    sky,
    `<circle cx="1250" cy="210" r="110" fill="${marigold}"/><path d="M0 520q400-120 800-30t800-60v470H0z" fill="#9DBB8C"/>
    <path d="M0 760q500-120 900 10t700-60v190H0z" fill="#5F93A8"/>
    ${[160, 420, 700, 1010, 1360].map((x, i) => `<rect x="${x - 16}" y="${430 + (i % 2) * 40}" width="32" height="240" fill="#6E4528"/><circle cx="${x}" cy="${360 + (i % 2) * 40}" r="${120 + (i % 3) * 18}" fill="${[meadow, "#4C8A5B", bell, meadow, "#C77B30"][i]}"/>`).join("")}`,
  ),
};

function scene(background: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="${background}"/>${shapes}</svg>`;
}
