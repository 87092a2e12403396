import sharp from "sharp";
import { media } from "@/db/schema/media";
import { nameLength, variantName } from "@/lib/media/name";
import { putFile, sizeOf } from "@/lib/media/storage";
import { drawings } from "./drawings";
import { fixedSlug, plant, type Town } from "./plant";

export type PictureName = keyof typeof drawings;

const size = { width: 1600, height: 900 };
const widths = [480, 960, size.width];

/** What is seen on each, for those who do not see it. */
const alternatives: Record<PictureName, string> = {
  workshop: "A workbench with a lamp, a radio and tools / Un établi avec une lampe, une radio et des outils",
  table: "A long table under lanterns / Une longue table sous les lampions",
  choir: "People singing in three rows / Des gens qui chantent, sur trois rangs",
  wall: "A climbing wall with coloured holds / Un mur d’escalade aux prises de couleur",
  trees: "Trees along the river / Des arbres le long de la rivière",
};

const names = Object.keys(drawings) as PictureName[];

/** Rows of the pictures; their files are drawn by `drawPictures`. */
export async function plantPictures(town: Town): Promise<Map<PictureName, string>> {
  const rows = await plant(
    town,
    media,
    names.map((name) => ({
      ...{ name: fileOf(name), kind: "picture" as const, status: "ready" as const, alt: alternatives[name] },
      ...{ ...size, widths },
    })),
  );
  return new Map(names.map((name, index) => [name, rows[index]!.id]));
}

/** Draws what is not there yet. Files never change under their names, so what is there is right. */
export async function drawPictures(): Promise<void> {
  for (const name of names) {
    for (const width of widths) {
      const file = variantName(fileOf(name), width);
      if ((await sizeOf(file)) !== null) continue;
      const drawn = sharp(Buffer.from(drawings[name])).resize({ width }).webp({ quality: 80 });
      await putFile(file, await drawn.toBuffer());
    }
  }
}

/** Names of the files that the town needs. */
export function townFiles(): string[] {
  return names.flatMap((name) => widths.map((width) => variantName(fileOf(name), width)));
}

function fileOf(name: PictureName): string {
  return fixedSlug(`picture ${name}`, nameLength);
}
