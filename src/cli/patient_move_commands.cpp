// SPDX-License-Identifier: MIT
// patient export, import, archive, merge, delete
#include <CLI/CLI.hpp>
#include <memory>

#include "app/patient_text.h"
#include "app/retention.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/context.h"

namespace kinescript {
namespace {

struct Typed {
  std::string patient, other, file, record, confirm;
  int bundle_fd = -1;
  bool back = false;
};

Passphrase bundle_passphrase(const Context& context, int descriptor, bool twice) {
  if (descriptor >= 0) return read_passphrase(descriptor);
  if (!context.workspace.has_person())
    throw Error(ErrorKind::usage, "",
                "The exported file has a passphrase of its own. Give it with --bundle-passphrase-fd "
                "N, for example --bundle-passphrase-fd 4 4< FILE.");
  if (!twice) return context.workspace.ask_passphrase("Passphrase of the exported file: ");
  return std::move(*context.new_passphrase(-1, "the exported file"));
}

int export_patient(Context& context, const Typed& typed) {
  Session session = context.open_session(Right::write);
  const Patient patient = session.store.find_patient(typed.patient);
  const Passphrase passphrase = bundle_passphrase(context, typed.bundle_fd, true);
  write_atomically(typed.file,
                   session.store.export_patient(session.actor, patient.id, passphrase.text(),
                                                context.workspace.clock()));
  context.out << "exported: " << typed.file
              << "\nSend the passphrase another way than the file.\n";
  return kDone;
}

int import_patient(Context& context, const Typed& typed) {
  Session session = context.open_session(Right::write);
  const std::string record =
      typed.record.empty() ? "" : read_name(typed.record, "The record number", 40);
  const std::string bytes = read_file(typed.file);
  const Passphrase passphrase = bundle_passphrase(context, typed.bundle_fd, false);
  ImportReport report;
  try {
    report = session.store.import_patient(session.actor, bytes, passphrase.text(), record,
                                          context.workspace.clock());
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::conflict && typed.record.empty())
      throw Error(error.kind(), typed.file,
                  error.message() + " For this import: --record NEW-NUMBER. Nothing was imported.");
    throw Error(error.kind(), typed.file, error.message());
  }
  for (const std::string& remark : report.remarks) context.out << remark << '\n';
  if (report.changed_nothing()) {
    context.out << "nothing new: all of it is here already\n";
    return kDone;
  }
  context.out << "imported: " << session.store.patient(report.patient).record_number << ", "
              << (report.new_patient ? "a new patient, " : "") << report.new_plans
              << " issued plans, " << report.new_drafts << " drafts; " << report.known
              << " were here already\n";
  return kDone;
}

int archive(Context& context, const Typed& typed) {
  Session session = context.open_session(Right::write);
  Patient patient = session.store.find_patient(typed.patient);
  if (patient.archived == !typed.back) return kDone;
  patient.archived = !typed.back;
  session.store.set_patient(session.actor, patient, context.workspace.clock());
  return kDone;
}

int merge(Context& context, const Typed& typed) {
  Session session = context.open_session(Right::write);
  const Patient kept = session.store.find_patient(typed.patient);
  const Patient other = session.store.find_patient(typed.other);
  if (kept.born != other.born)
    throw Error(ErrorKind::conflict, "",
                "The two records have different birth dates. If they are one person, correct one "
                "with \"patient set --born\" first; nothing was changed.");
  if (typed.confirm != other.record_number)
    throw Error(ErrorKind::usage, "",
                "Merging cannot be undone: the record " + other.record_number + " goes, its plans go to " +
                    kept.record_number + ". Write --confirm " + other.record_number + ".");
  session.store.merge_patients(session.actor, kept.id, other.id, context.workspace.clock());
  return kDone;
}

int delete_patient(Context& context, const Typed& typed) {
  Session session = context.open_session(Right::administer);
  const Patient patient = session.store.find_patient(typed.patient);
  const Clock& clock = context.workspace.clock();
  const Retention kept = retention(session.store.clinic().country, patient.born,
                                   session.store.last_entry(patient.id));
  context.out << "to be kept until: " << iso(kept.until) << " (" << kept.rule << ")"
              << (kept.until > clock.today ? ": that is still to come" : "") << '\n';
  if (typed.confirm != patient.record_number)
    throw Error(ErrorKind::usage, "",
                "Deleting cannot be undone and takes every plan and PDF with it. Write --confirm " +
                    patient.record_number + ", or hide the patient with \"patient archive\".");
  session.store.delete_patient(session.actor, patient.id, clock);
  context.out << "Deleted. Backups and exported files still hold it until they are gone.\n";
  return kDone;
}

}  // namespace

void add_patient_move_commands(CLI::App& patient, Context& context) {
  auto typed = std::make_shared<Typed>();
  const auto command = [&](const char* name, const char* help, auto act) {
    CLI::App* made = patient.add_subcommand(name, help);
    made->callback([&context, typed, act] {
      context.action = [&context, typed, act] { return act(context, *typed); };
    });
    return made;
  };
  const auto named = [&](CLI::App* made) {
    made->add_option("PATIENT", typed->patient, "Id or record number")->required();
  };
  const auto with_passphrase = [&](CLI::App* made) {
    made->add_option("--bundle-passphrase-fd", typed->bundle_fd,
                     "Read the exported file's passphrase from this file descriptor")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
  };
  CLI::App* out = command("export", "One patient with plans and PDFs, sealed, for another desk",
                          export_patient);
  named(out);
  out->add_option("-o", typed->file, "The file to write")->required();
  with_passphrase(out);
  CLI::App* in = command("import", "A patient who was exported on another desk", import_patient);
  in->add_option("FILE", typed->file, "What \"patient export\" wrote")->required();
  in->add_option("--record", typed->record, "The record number here");
  with_passphrase(in);
  CLI::App* hide = command("archive", "Hide a patient; everything is kept", archive);
  named(hide);
  hide->add_flag("--back", typed->back, "Show the patient again");
  CLI::App* one = command("merge", "Two records of one person become one", merge);
  named(one);
  one->add_option("OTHER", typed->other, "The record that goes")->required();
  one->add_option("--confirm", typed->confirm, "The record number that goes");
  CLI::App* gone = command("delete", "Delete a patient for good", delete_patient);
  named(gone);
  gone->add_option("--confirm", typed->confirm, "The patient's record number");
}

}  // namespace kinescript
