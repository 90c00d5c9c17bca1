// SPDX-License-Identifier: MIT
#include "store/issued_rows.h"

#include "base/error.h"
#include "base/translate.h"
#include "store/pieces.h"
#include "store/rows.h"

namespace kinescript {

std::vector<std::string> issued_ids(Database& database, const PatientId& patient) {
  std::vector<std::string> ids;
  for (Statement row = database.query(
           "SELECT id FROM issued_plan WHERE patient = ? ORDER BY number", patient.text);
       row.step();)
    ids.push_back(row.text(0));
  return ids;
}

IssuedCopy copy_issued(Sitting& sitting, const std::string& id) {
  Database& database = sitting.database;
  const Vault& vault = sitting.vault();
  Statement row = database.query(
      "SELECT id, patient, number, issued_on, issued_at, issued_by, summary, snapshot, pdf FROM "
      "issued_plan WHERE id = ?",
      id);
  if (!row.step()) throw Error(ErrorKind::not_found, "", tr("There is no plan with this id."));
  const std::string place = issued_place(row);
  IssuedCopy plan{id, static_cast<int>(row.integer(2)), row.text(3), row.text(4), row.text(5),
                  decode_summary(vault.open({Field::summary, place}, row.text(6))),
                  fetch_document(database, vault, vault.open({Field::snapshot, place}, row.text(7))),
                  fetch_document(database, vault,
                                 vault.open({Field::pdf_recipe, place}, row.text(8))),
                  {}};
  for (Statement fact = database.query(
           "SELECT kind, at, by, replaced_by, record FROM plan_fact WHERE plan = ? ORDER BY kind",
           id);
       fact.step();)
    plan.facts.push_back({fact.text(0), fact.text(1), fact.text(2), fact.text(3),
                          fact.null(4) ? std::string()
                                       : decode_reason(vault.open({Field::void_reason, id},
                                                                  fact.text(4)))});
  return plan;
}

void insert_issued(Sitting& sitting, const IssuedCopy& plan, const PatientId& patient, int number) {
  Database& database = sitting.database;
  const Vault& vault = sitting.vault();
  const std::string place = issued_place(plan.id, patient.text, number, plan.issued_on);
  database.run(
      "INSERT INTO issued_plan (id, patient, number, issued_on, issued_at, issued_by, summary, "
      "snapshot, pdf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      plan.id, patient.text, number, plan.issued_on, plan.issued_at, plan.issued_by,
      Blob{vault.seal({Field::summary, place}, encode(plan.summary))},
      Blob{vault.seal({Field::snapshot, place}, keep_document(database, vault, plan.snapshot))},
      Blob{vault.seal({Field::pdf_recipe, place}, keep_document(database, vault, plan.pdf))});
}

int insert_facts(Sitting& sitting, const IssuedCopy& plan) {
  Database& database = sitting.database;
  std::int64_t written = 0;
  for (const IssuedFact& fact : plan.facts) {
    if (fact.kind == "void")
      database.run(
          "INSERT OR IGNORE INTO plan_fact (plan, kind, at, by, record) VALUES (?, 'void', ?, ?, ?)",
          plan.id, fact.at, fact.by,
          Blob{sitting.vault().seal({Field::void_reason, plan.id}, encode_reason(fact.because))});
    else
      database.run(
          "INSERT OR IGNORE INTO plan_fact (plan, kind, at, by, replaced_by) SELECT ?, 'replaced', "
          "?, ?, id FROM issued_plan WHERE id = ?",
          plan.id, fact.at, fact.by, fact.replaced_by);
    written += database.changes();
  }
  return static_cast<int>(written);
}

void erase_issued(Database& database, const PatientId& patient) {
  constexpr const char* kTheirs = "(SELECT id FROM issued_plan WHERE patient = ?)";
  database.run(std::string("DELETE FROM plan_fact WHERE plan IN ") + kTheirs, patient.text);
  database.run(std::string("DELETE FROM plan_fact WHERE replaced_by IN ") + kTheirs, patient.text);
  database.run("DELETE FROM issued_plan WHERE patient = ?", patient.text);
}

}  // namespace kinescript
