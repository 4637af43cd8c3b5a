import { describe, expect, it } from "vitest";
import { generateSection } from "../../src/generate/index.ts";
import { columnLetters, csvText, renderFolder } from "../../src/render/index.ts";

describe("csvText", () => {
  it("quotes what has to be", () => {
    expect(csvText([["a", 'b "c"', "d,e", "f;g", " h", "i\nj"]])).toBe('a,"b ""c""","d,e",f;g," h","i\nj"\n');
    expect(csvText([["d,e", "f;g"]], { separator: ";" })).toBe('d,e;"f;g"\n');
  });
  it("writes a byte order mark and Windows line ends", () => {
    expect(csvText([["a"], ["b"]], { bom: true, crlf: true })).toBe("\uFEFFa\r\nb\r\n");
  });
  it("names columns as a spreadsheet does", () => {
    expect([0, 25, 26, 27, 52].map(columnLetters)).toEqual(["A", "Z", "AA", "AB", "BA"]);
  });
});

describe("renderFolder", () => {
  const records = {
    people: [{ id: "p1", joinedOn: "2025-03-31", region: "CL-VS", relation: "activist" }],
    activities: [{ id: "a1", kind: "welcome-workshop", organizations: ["o1", "o2"] }],
    groups: [],
  };
  it("writes canonical files", () => {
    const files = renderFolder(records);
    expect(files.get("people.csv")).toBe("id,region,relation,joined_on\np1,CL-VS,activist,2025-03-31\n");
    expect(files.get("activities.csv")).toBe("id,kind,organizations\na1,welcome-workshop,o1; o2\n");
    expect(files.get("groups.csv")).toBe("id,name,type,region,commune,project,founded_on,closed_on\n");
    expect([...files.keys()]).toHaveLength(3);
  });
  it("writes them as Spanish sheets", () => {
    const files = renderFolder(records, {
      headers: "es",
      values: "es",
      dates: "dd-mm-yyyy",
      places: "name",
      separator: ";",
      listSeparator: ", ",
    });
    expect(files.get("personas.csv")).toBe("Id;Región;Vínculo;Fecha de ingreso\np1;Valparaíso;Activista;31-03-2025\n");
    expect(files.get("actividades.csv")).toBe("Id;Tipo;Organizaciones\na1;Taller de bienvenida;o1, o2\n");
  });
  it("writes every table of a made section", () => {
    const files = renderFolder(generateSection({ seed: 1, people: 20 }), { headers: "en", values: "en" });
    expect(files.size).toBe(14);
    expect(files.get("people.csv")?.split("\n")).toHaveLength(22);
  });
});
