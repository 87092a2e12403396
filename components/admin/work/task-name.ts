import { useTranslations } from "next-intl";

/** What a job does, in words; what has no words yet stands as it is stored. */
export function useTaskName(): (task: string) => string {
  const t = useTranslations("admin.jobs.tasks");
  return (task) => {
    const key = task as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : task;
  };
}
