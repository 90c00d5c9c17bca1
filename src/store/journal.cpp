// SPDX-License-Identifier: MIT
#include "store/journal.h"

#include <algorithm>

namespace kinescript {
namespace {

void append_number(std::string& text, std::uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8) text += static_cast<char>(value >> shift & 0xFF);
}

void append_part(std::string& text, std::string_view part) {
  append_number(text, part.size());
  text += part;
}

}  // namespace

std::string_view word(Action action) {
  switch (action) {
    case Action::setup:
      return "setup";
    case Action::open:
      return "open";
    case Action::create:
      return "create";
    case Action::change:
      return "change";
    case Action::issue:
      return "issue";
    case Action::print:
      return "print";
    case Action::void_plan:
      return "void";
    case Action::override_finding:
      return "override";
    case Action::export_data:
      return "export";
    case Action::delete_record:
      return "delete";
    case Action::add_clinician:
      return "add clinician";
    case Action::disable_clinician:
      return "disable clinician";
    case Action::change_passphrase:
      return "change passphrase";
    case Action::wrong_passphrase:
      return "wrong passphrase";
    case Action::backup:
      return "backup";
    case Action::restore:
      return "restore";
    case Action::make_recovery_key:
      return "make recovery key";
    case Action::use_recovery_key:
      return "use recovery key";
    case Action::merge:
      return "merge";
    case Action::import_data:
      return "import";
  }
  return "";
}

std::string_view word(RecordKind record) {
  switch (record) {
    case RecordKind::clinic_file:
      return "clinic file";
    case RecordKind::clinic:
      return "clinic";
    case RecordKind::clinician:
      return "clinician";
    case RecordKind::patient:
      return "patient";
    case RecordKind::plan:
      return "plan";
    case RecordKind::item:
      return "item";
  }
  return "";
}

std::string_view word(JournalFault fault) {
  switch (fault) {
    case JournalFault::none:
      return "whole";
    case JournalFault::removed:
      return "removed";
    case JournalFault::changed:
      return "changed";
    case JournalFault::reordered:
      return "reordered";
    case JournalFault::cut_off:
      return "cut off";
    case JournalFault::added:
      return "added";
  }
  return "";
}

Digest chain(const SecretKey& key, const Digest& before, const JournalEntry& entry) {
  std::string text(reinterpret_cast<const char*>(before.data()), before.size());
  append_number(text, static_cast<std::uint64_t>(entry.number));
  append_number(text, static_cast<std::uint64_t>(entry.at.time_since_epoch().count()));
  text += static_cast<char>(entry.action);
  text += static_cast<char>(entry.kind);
  append_part(text, entry.by.text);
  append_part(text, entry.record);
  append_part(text, entry.detail);
  return keyed_hash(key, text);
}

JournalVerdict verify_journal(const SecretKey& key, const std::vector<ChainedEntry>& entries,
                              const JournalHead& head) {
  Digest before = kChainStart;
  std::int64_t expected = 1;
  for (auto at = entries.begin(); at != entries.end(); ++at, ++expected) {
    if (expected > head.count) return {JournalFault::added, expected};
    if (at->entry.number != expected) {
      const bool later = std::any_of(at, entries.end(), [expected](const ChainedEntry& other) {
        return other.entry.number == expected;
      });
      return {later ? JournalFault::reordered : JournalFault::removed, expected};
    }
    const Digest link = chain(key, before, at->entry);
    if (!same(link, at->link)) return {JournalFault::changed, expected};
    before = link;
  }
  if (expected <= head.count) return {JournalFault::cut_off, expected};
  if (!same(before, head.link)) return {JournalFault::changed, head.count};
  return {};
}

}  // namespace kinescript
