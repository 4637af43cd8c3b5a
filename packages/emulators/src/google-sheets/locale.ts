/** What a spreadsheet's locale decides: how numbers, days and truth values are typed and shown. Belief, not recorded. */
export interface LocaleRules {
  readonly decimal: "." | ",";
  readonly group: string;
  /** Where the day stands in a date of numbers alone. */
  readonly isDayFirst: boolean;
  readonly datePattern: string;
  readonly truth: readonly [yes: string, no: string];
  /** Language of the names of months. */
  readonly language: string;
}

const POINT_IN_SPANISH = new Set([
  "es_MX",
  "es_GT",
  "es_HN",
  "es_NI",
  "es_PA",
  "es_PE",
  "es_PR",
  "es_SV",
  "es_US",
  "es_DO",
]);

export function localeRules(locale: string): LocaleRules {
  const [language = "en", country] = locale.split("_");
  const isEnglish = language === "en";
  const hasPoint = isEnglish || POINT_IN_SPANISH.has(locale) || ["ja", "zh", "ko", "th", "he"].includes(language);
  const isDayFirst = !(locale === "en_US" || locale === "en");
  return {
    decimal: hasPoint ? "." : ",",
    group: hasPoint ? "," : language === "fr" ? " " : ".",
    isDayFirst,
    datePattern: isDayFirst ? (country === "CL" ? "dd-mm-yyyy" : "dd/mm/yyyy") : "m/d/yyyy",
    truth: language === "es" ? ["VERDADERO", "FALSO"] : ["TRUE", "FALSE"],
    language,
  };
}
