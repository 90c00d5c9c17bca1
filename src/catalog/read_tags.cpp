// SPDX-License-Identifier: MIT
// db/tags.toml: what an exercise demands of the body, and which precautions that meets.
#include "catalog/read.h"
#include "catalog/words.h"

namespace kinescript {

TagList read_tags(std::string_view text, const std::string& file,
                  const std::vector<Precaution>& precautions) {
  const TomlTable root = TomlTable::parse(text, file);
  root.allow({"tag"});
  TagList list;
  for (const auto& table : root.tables("tag")) {
    table.allow({"name", "meaning", "limb", "neutral", "rule"});
    Tag tag;
    tag.name = table.text("name");
    tag.meaning = table.text("meaning");
    if (table.has("limb")) tag.limb = table.choice("limb", limb_from, all_words<Limb>());
    tag.neutral = table.flag("neutral");
    for (const Tag& known : list.tags)
      if (known.name == tag.name)
        throw table.fault("name", tag.name + " stands twice. Give each tag its own name.");
    for (const auto& entry : table.tables("rule"))
      for (const char* key :
           {"limb", "from_week", "to_week", "until_cleared", "substitutes", "source"})
        if (entry.has(key))
          throw entry.fault(key,
                            std::string(key) +
                                " belongs to rules of exercises. A tag's rule has a condition" +
                                " (weeks<12), and the limb is the tag's.");
    for (Rule& rule : read_rules(table, "tag:" + tag.name, precautions)) {
      rule.limb = tag.limb;
      list.rules.push_back({tag.name, std::move(rule)});
    }
    list.tags.push_back(std::move(tag));
  }
  return list;
}

}  // namespace kinescript
