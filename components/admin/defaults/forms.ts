"use client";

import { actionForm } from "@/components/forms/action-form";

const load = () => import("@/lib/instance/defaults/input");

export const EventRulesForm = actionForm(() => load().then((input) => input.eventRulesInput));
export const DefaultPlaceForm = actionForm(() => load().then((input) => input.defaultPlaceInput));
export const RetentionForm = actionForm(() => load().then((input) => input.retentionInput));
export const SourcesForm = actionForm(() => load().then((input) => input.sourcesInput));
