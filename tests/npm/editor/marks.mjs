/* What an editor's program marks in files, and what it offers to write: reads the files as JSON, and prints both. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { getLanguageService } = require("yaml-language-server");
const { TextDocument } = require("vscode-languageserver-textdocument");

const { files, schemas } = JSON.parse(readFileSync(0, "utf-8"));
const service = getLanguageService({
  schemaRequestService: async (uri) => schemas[uri],
  workspaceContext: { resolveRelativePath: (path) => path },
});
service.configure({
  validate: true,
  completion: true,
  schemas: Object.keys(schemas).map((uri) => ({ uri, fileMatch: [`*${uri.replace(/^.*\//, "").replace(".json", "")}.yaml`] })),
});

const found = [];
for (const { path, text, kind } of files) {
  const document = TextDocument.create(`file:///${encodeURIComponent(path)}.${kind}.yaml`, "yaml", 1, text);
  const marks = await service.doValidation(document, false);
  const offered = await service.doComplete(document, { line: document.lineCount - 1, character: 0 }, false);
  found.push({
    path,
    marks: marks.map(({ range, message }) => `${range.start.line + 1}: ${message}`),
    offered: offered.items.map(({ label }) => label),
  });
}
console.log(JSON.stringify(found));
