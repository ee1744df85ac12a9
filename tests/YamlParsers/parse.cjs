// Reads YAML documents from standard input with js-yaml and writes them as one JSON array.
const yaml = require("js-yaml");

// The core schema of YAML 1.2, with the two tags of YAML 1.1 that js-yaml adds for its users up to version 4, and keys that keep their type.
const schema = yaml.CORE_SCHEMA.withTags(yaml.mergeTag, yaml.timestampTag, yaml.realMapTag);

function toJson(value) {
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => {
      if (typeof key !== "string") {
        throw new TypeError(`the key ${String(key)} is a ${typeof key}`);
      }
      return `${JSON.stringify(key)}:${toJson(item)}`;
    });
    return `{${entries.join(",")}}`;
  }
  if (Array.isArray(value)) {
    return `[${value.map(toJson).join(",")}]`;
  }
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  throw new TypeError(`${String(value)} is a ${value.constructor?.name ?? typeof value}, which JSON does not have`);
}

process.stdout.write(toJson(yaml.loadAll(require("fs").readFileSync(0, "utf8"), { schema })));
