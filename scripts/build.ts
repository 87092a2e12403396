import { ensureBuild } from "./start/build";
import { run } from "./start/run";

/** `npm run build`: the build that `npm start` would make, if there is none of these sources. */
await run(({ signal }) => ensureBuild(signal));
