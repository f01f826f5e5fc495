// Fills a PDF in as Firefox does, or tells or draws what Firefox would print: its viewer is made of the same code.
//   node pdfjs.mjs <folder of pdfjs-dist> fill <file> <answers> <file to write>
//   node pdfjs.mjs <folder of pdfjs-dist> words <file> …
//   node pdfjs.mjs <folder of pdfjs-dist> draw <file> <number of a page> <picture to write>

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, act, ...more] = process.argv.slice(2);
const entry = join(folder, "legacy/build/pdf.mjs");
const { AnnotationMode, OPS, getDocument } = await import(pathToFileURL(entry).href);
const printed = { intent: "print", annotationMode: AnnotationMode.ENABLE };

const opened = async (source) => getDocument({ data: new Uint8Array(await readFile(source)), verbosity: 0 }).promise;
const pagesOf = (pdf) => Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));

const fill = async (source, answers, target) => {
  const pdf = await opened(source);
  const given = JSON.parse(await readFile(answers, "utf8"));
  for (const page of await pagesOf(pdf)) {
    for (const box of await page.getAnnotations()) {
      const answer = given[box.fieldName];
      const value = box.radioButton ? box.buttonValue === answer : answer;
      if (answer !== undefined) pdf.annotationStorage.setValue(box.id, { value });
    }
  }
  await writeFile(target, await pdf.saveDocument());
};

const wordsOfPage = async (page) => {
  const { fnArray, argsArray } = await page.getOperatorList(printed);
  const shown = argsArray.filter((_, at) => fnArray[at] === OPS.showText);
  return shown.flatMap(([glyphs]) => glyphs.map((glyph) => glyph.unicode ?? "")).join("");
};

const wordsOf = async (source) => {
  const pages = await pagesOf(await opened(source));
  return (await Promise.all(pages.map(wordsOfPage))).join("\n");
};

const draw = async (source, number, target) => {
  const page = await (await opened(source)).getPage(Number(number));
  const { createCanvas } = createRequire(entry)("@napi-rs/canvas");
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, viewport, ...printed }).promise;
  await writeFile(target, canvas.toBuffer("image/png"));
};

if (act === "fill") await fill(...more);
else if (act === "draw") await draw(...more);
else process.stdout.write(JSON.stringify(await Promise.all(more.map(wordsOf))));
