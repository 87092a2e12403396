"use server";

import { questionsPath } from "@/lib/core/participation-paths";
import { getEvent } from "@/lib/events/queries";
import { moveQuestionInput, questionInput, questionReference } from "@/lib/participation/questions/input";
import { moveQuestion } from "@/lib/participation/questions/move";
import { removeQuestion } from "@/lib/participation/questions/remove";
import { saveQuestion } from "@/lib/participation/questions/save";
import { action } from "@/lib/web/action";

const limit = { name: "question", max: 300, minutes: 60 };

export const saveQuestionAction = action(
  questionInput,
  async (ctx, input) => {
    await saveQuestion(ctx, input);
    const { slug } = await getEvent(ctx.db, input.eventId);
    return { to: `${questionsPath(slug)}?notice=question_saved` };
  },
  { limit },
);

export const moveQuestionAction = action(
  moveQuestionInput,
  async (ctx, input) => {
    await moveQuestion(ctx, input);
    return undefined;
  },
  { limit },
);

export const removeQuestionAction = action(
  questionReference,
  async (ctx, input) => {
    await removeQuestion(ctx, input);
    const { slug } = await getEvent(ctx.db, input.eventId);
    return { to: `${questionsPath(slug)}?notice=question_removed` };
  },
  { limit },
);
