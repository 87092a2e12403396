"use client";

import type { ComponentProps } from "react";
import { CheckList } from "@/components/ui/check-list";
import { Checkbox } from "@/components/ui/checkbox";
import { FileInput } from "@/components/ui/file-input";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { TextArea } from "@/components/ui/textarea";
import { useField } from "./use-field";

/** A control of components/ui that takes its id, errors and value from the form around it. */
type FieldProps<Props> = Omit<Props, "id" | "errors" | "name" | "ref" | "onChange" | "onBlur"> & {
  name: string;
  id?: string;
};

export function TextField({
  name,
  id,
  defaultValue,
  ...props
}: FieldProps<ComponentProps<typeof TextInput>>) {
  const { frame, registered, typed } = useField(name, id);
  const value = props.type === "password" ? undefined : (typed?.[0] ?? (typed ? "" : defaultValue));
  return <TextInput {...props} {...frame} {...registered} defaultValue={value} />;
}

export function TextAreaField({
  name,
  id,
  defaultValue,
  ...props
}: FieldProps<ComponentProps<typeof TextArea>>) {
  const { frame, registered, typed } = useField(name, id);
  return <TextArea {...props} {...frame} {...registered} defaultValue={typed ? typed[0] : defaultValue} />;
}

export function SelectField({ name, id, defaultValue, ...props }: FieldProps<ComponentProps<typeof Select>>) {
  const { frame, registered, typed } = useField(name, id);
  return <Select {...props} {...frame} {...registered} defaultValue={typed ? typed[0] : defaultValue} />;
}

export function RadioField({
  name,
  id,
  defaultValue,
  ...props
}: FieldProps<ComponentProps<typeof RadioCards>>) {
  const { frame, registered, typed } = useField(name, id);
  return <RadioCards {...props} {...frame} {...registered} defaultValue={typed ? typed[0] : defaultValue} />;
}

export function CheckboxField({
  name,
  id,
  value = "on",
  defaultChecked,
  ...props
}: FieldProps<ComponentProps<typeof Checkbox>>) {
  const { frame, registered, typed } = useField(name, id);
  const checked = typed ? typed.includes(String(value)) : defaultChecked;
  return <Checkbox {...props} {...frame} {...registered} value={value} defaultChecked={checked} />;
}

/** Not registered: several boxes of one name would be ticked together. The browser's check reads the form itself. */
export function CheckListField({
  name,
  id,
  defaultValues,
  ...props
}: FieldProps<ComponentProps<typeof CheckList>>) {
  const { frame, typed } = useField(name, id);
  return <CheckList {...props} {...frame} name={name} defaultValues={typed ?? defaultValues} />;
}

/** Goes along unseen. After a refusal it is what was sent, since the page may know something newer by then. */
export function HiddenField({ name, defaultValue }: { name: string; defaultValue: string }) {
  const { typed } = useField(name);
  return <input type="hidden" name={name} defaultValue={typed?.[0] ?? defaultValue} />;
}

/** Browsers never fill in a file again: after a refusal without scripts it must be chosen once more. */
export function FileField({ name, id, ...props }: FieldProps<ComponentProps<typeof FileInput>>) {
  const { frame, registered } = useField(name, id);
  return <FileInput {...props} {...frame} {...registered} />;
}
