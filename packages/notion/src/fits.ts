import { type FieldInfo, type FieldShape, type StoredValue, textOfStored, textsIn } from "@minga/sync";
import { isOption } from "./fields.ts";
import { isHeld } from "./texts.ts";

/** UTF-16 units in a value of these types. */
const LONGEST: Readonly<Record<string, number>> = { url: 2000, email: 200, phone_number: 200 };
/** Options or links in one value. */
const MOST = 100;

/** Whether the service takes a value in a field of this kind: texts that are too long, options with a comma are refused. */
export const fits = (field: FieldShape | FieldInfo, value: StoredValue): boolean => {
  const { kind } = field;
  const text = textOfStored(value);
  if (text === "") return true;
  if (kind === "choice") return isOption(text);
  if (kind === "link") return textsIn(value).length <= MOST;
  if (kind === "choices") return textsIn(value).length <= MOST && textsIn(value).every(isOption);
  if (kind !== "text") return true;
  const longest = "type" in field ? LONGEST[String(field.type)] : undefined;
  return longest === undefined ? isHeld(text) : text.length <= longest;
};
