// SPDX-License-Identifier: MIT
// What somebody who finds the clinic file can read. A whole way with invented patients is gone;
// then the file, its log and everything else in the folder is searched for every word of every
// patient: plain, and in whatever inflates.
#include <libdeflate.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <random>

#include "base/files.h"
#include "base/text.h"
#include "helpers/clinic_file.h"
#include "plan/codec.h"
#include "store/database.h"

namespace fs = std::filesystem;
using namespace kinescript;
using namespace kinescript::testing;

namespace {

Patient invented(const std::string& family, const std::string& given, const char* born,
                 const std::string& record) {
  Patient patient = person(family, given);
  patient.born = *parse_date(born);
  patient.record_number = record;
  patient.phone = "07700 " + std::to_string(900000 + family.size());
  patient.diagnosis = "Spondylolisthesis " + family + "-type with neurogenic claudication";
  PatientPrecaution precaution;
  precaution.id = "p1";
  precaution.code = PrecautionCode{"hip_repl"};
  precaution.side = BodySide::left;
  precaution.date = *parse_date("2026-09-17");
  precaution.details = {{"approach", "posterolateral"}, {"surgeon", "Quigley"}};
  PatientPrecaution own;
  own.id = "p2";
  own.code = PrecautionCode{"own"};
  own.own_text = "Dislikes kneeling since Gallipoli";
  // Not "avoid": an open id that ends in "a" stands beside the open word "void" of an issued plan.
  own.own_line = "Please forgo kneeling Wilhelmina-fashion";
  patient.precautions = {precaution, own};
  return patient;
}

std::string noise(unsigned seed, std::size_t size) {
  std::mt19937 random(seed);
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random() & 0xFF);
  return bytes;
}

// A stream that does not shrink, so that its piece is stored as it is, and text around it that
// does.
std::string pdf_naming(const Patient& patient) {
  const std::string name = patient.given + " " + patient.family;
  return "%PDF-1.7\n1 0 obj\n<< /Subtype /Form /Length 900 >>\nstream\n" + noise(1, 400) + name +
         noise(2, 400) + "\nendstream\nendobj\n<< /Title (" + name + " " + name + " " + name +
         ") >>\n%%EOF\n";
}

// Everything that was typed about a patient, word by word; a word of three letters may stand
// anywhere by chance.
void add_words(std::vector<std::string>& words, const std::string& text) {
  for (const std::string& word : split_words(text))
    if (word.size() >= 5) words.push_back(word);
}

std::vector<std::string> words_of(const Patient& patient) {
  std::vector<std::string> words;
  for (const std::string& text : {patient.family, patient.given, iso(patient.born),
                                  patient.record_number, patient.phone, patient.diagnosis})
    add_words(words, text);
  for (const PatientPrecaution& precaution : patient.precautions) {
    add_words(words, precaution.code.text);
    if (precaution.date) words.push_back(iso(*precaution.date));
    for (const auto& [key, value] : precaution.details) add_words(words, key + " " + value);
    add_words(words, precaution.own_text + " " + precaution.own_line);
  }
  return words;
}

std::vector<std::string> found_in(const std::string& bytes, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const std::string& word : words)
    if (bytes.find(word) != std::string::npos) found.push_back(word);
  return found;
}

// Sealed bytes inflate, by chance, to a hundred times their size: there a word of five letters may
// come up by itself (seen once in some fifty runs), one of eight does not.
std::vector<std::string> long_ones(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const std::string& word : words)
    if (word.size() >= 8) kept.push_back(word);
  return kept;
}

// Everything that inflates from somewhere in `bytes`.
std::string inflated(const std::string& bytes) {
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> inflater(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  std::string all, one(1 << 15, '\0');
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == 0) continue;
    std::size_t used = 0, size = 0;
    if (libdeflate_deflate_decompress_ex(inflater.get(), bytes.data() + at, bytes.size() - at,
                                         one.data(), one.size(), &used,
                                         &size) == LIBDEFLATE_SUCCESS &&
        size >= 40)
      all.append(one, 0, size);
  }
  return all;
}

struct Search {
  std::vector<std::string> found;
  std::size_t bytes = 0, files = 0;
};
Search search(const fs::path& folder, const std::vector<std::string>& words) {
  Search result;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = read_file(entry.path());
    ++result.files;
    result.bytes += bytes.size();
    const std::string name = entry.path().filename().string();
    for (const std::string& word : found_in(bytes, words))
      result.found.push_back(name + ": " + word);
    for (const std::string& word : found_in(inflated(bytes), long_ones(words)))
      result.found.push_back(name + ", inflated: " + word);
  }
  return result;
}

// The whole way of one patient: record, change, draft with notes, issue, void.
std::vector<std::string> whole_way(ClinicFile& desk, Patient patient) {
  patient = desk.store.add_patient(desk.actor, patient, kMonday);
  Plan plan;
  plan.patient = patient.id;
  plan.problem = "Lumbago Trapezoidal";
  plan.title = "Homework Zanzibar";
  plan.start = kMonday.today;
  PlanItem item;
  item.id = ItemId{"a1"};
  item.exercise = ExerciseId{"bridge-single-leg"};
  item.note = "Mind the marmalade";
  plan.items = {item};
  plan.overrides = {
      {ItemId{"a1"}, "hip_repl:bridge", "Consulted Quigley about it", "Elena", kMonday.now, "f"}};
  const StoredDraft draft = desk.store.add_draft(desk.actor, plan, kMonday);
  const StoredDraft saved = desk.store.save_draft(desk.actor, draft.plan, 1, kMonday);
  Dossier dossier;
  dossier.plan = saved.plan;
  dossier.patient = patient;
  desk.store.issue(desk.actor, saved.plan.id, saved.revision, 1, encode(dossier),
                   pdf_naming(patient), kMonday);
  desk.store.void_plan(desk.actor, saved.plan.id, "Handed to Bartholomew instead", kMonday);
  plan.problem = "Second Ailment";
  desk.store.add_draft(desk.actor, plan, kMonday);
  patient.phone = "07700 911911";
  desk.store.set_patient(desk.actor, patient, kMonday);
  auto words = words_of(patient);
  for (const char* text :
       {"Lumbago Trapezoidal", "Homework Zanzibar", "marmalade", "Consulted Quigley", "Bartholomew",
        "Second Ailment", "bridge-single-leg"})
    add_words(words, text);
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sealed_test)

BOOST_AUTO_TEST_CASE(no_word_of_any_patient_stands_in_any_file) {
  ClinicFile desk("sealed_test", "words");
  std::vector<std::string> words;
  for (const Patient& patient :
       {invented("Szymborska", "Wislawa", "1923-07-02", "REC-77001"),
        invented("Oyelaran-Whitby", "Adebayo", "1957-03-31", "REC-77002"),
        invented("M\xC3\xBCllerova", "Kv\xC4\x9Btoslava", "1988-12-19", "REC-77003")}) {
    const auto more = whole_way(desk, patient);
    words.insert(words.end(), more.begin(), more.end());
  }
  BOOST_REQUIRE(words.size() > 90u);
  const fs::path folder = desk.path.parent_path();
  const Search open = search(folder, words);  // with its log
  BOOST_TEST(open.files >= 2u);
  BOOST_TEST(open.found.empty(), join(open.found, ", "));
  desk.close();
  const Search closed = search(folder, words);
  BOOST_TEST(closed.found.empty(), join(closed.found, ", "));
  BOOST_TEST_MESSAGE("searched " << open.bytes + closed.bytes << " bytes for " << words.size()
                                 << " words");
}

// The search itself: what stands there is found, plain and deflated.
BOOST_AUTO_TEST_CASE(a_column_that_is_not_sealed_would_be_found) {
  const fs::path folder = fresh_folder("sealed_test", "found");
  const Patient patient = invented("Szymborska", "Wislawa", "1923-07-02", "REC-77001");
  const auto words = words_of(patient);
  write_atomically(folder / "plain", noise(3, 500) + encode(patient) + noise(4, 500));
  BOOST_TEST(search(folder, words).found.size() == words.size());
  fs::remove(folder / "plain");
  const std::string json = encode(patient);
  std::string small(json.size() + 100, '\0');
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> deflater(
      libdeflate_alloc_compressor(9), libdeflate_free_compressor);
  small.resize(libdeflate_deflate_compress(deflater.get(), json.data(), json.size(), small.data(),
                                           small.size()));
  write_atomically(folder / "deflated", noise(3, 500) + small + noise(4, 500));
  BOOST_TEST(found_in(small, words).empty());
  BOOST_TEST(search(folder, words).found.size() == long_ones(words).size());
}

BOOST_AUTO_TEST_CASE(a_sealed_value_put_in_another_row_or_back_to_an_older_one_is_found) {
  const auto faults_after = [](const std::string& name, const std::string& sql) {
    ClinicFile desk("sealed_test", name);
    whole_way(desk, invented("Szymborska", "Wislawa", "1923-07-02", "REC-77001"));
    whole_way(desk, invented("Oyelaran", "Adebayo", "1957-03-31", "REC-77002"));
    BOOST_TEST(desk.store.verify().empty());
    Database database(desk.path);
    database.execute("CREATE TABLE old AS SELECT * FROM patient; DROP TRIGGER issued_plan_stays;");
    for (const Patient& patient : desk.store.patients())
      desk.store.set_patient(desk.actor, patient, kMonday);
    database.execute(sql);
    return desk.store.verify().size();
  };
  BOOST_TEST(faults_after("none", "SELECT 1") == 0u);
  BOOST_TEST(faults_after("older",
                          "UPDATE patient SET record = (SELECT o.record FROM old o WHERE o.id = "
                          "patient.id)") == 2u);
  BOOST_TEST(faults_after("swapped",
                          "CREATE TABLE now AS SELECT * FROM patient; UPDATE patient SET record = "
                          "(SELECT n.record FROM now n WHERE n.id <> patient.id)") == 2u);
  // A plan given to the other patient: head and snapshot, and the handout.
  BOOST_TEST(
      faults_after(
          "given",
          "UPDATE issued_plan SET number = number + 1, patient = (SELECT p.id FROM patient p "
          "WHERE p.id <> issued_plan.patient)") == 4u);
  BOOST_TEST(faults_after("dated", "UPDATE issued_plan SET issued_on = '2020-01-01'") == 4u);
  BOOST_TEST(faults_after("draft", "UPDATE draft SET revision = revision + 1") == 2u);
  BOOST_TEST(faults_after("clinic", "UPDATE clinic SET record = (SELECT record FROM patient)") ==
             1u);
}

BOOST_AUTO_TEST_CASE(the_file_and_what_lies_beside_it_belong_to_their_owner) {
  ClinicFile desk("sealed_test", "owner");
  desk.store.lock();
  fs::permissions(desk.path, fs::perms::all);
  desk.restart();
  desk.unlock_as(desk.elena);
  desk.store.add_patient(desk.actor, person("Okafor", "Ada"), kMonday);
  for (const auto& entry : fs::directory_iterator(desk.path.parent_path()))
    BOOST_CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
                fs::perms::none);
}

BOOST_AUTO_TEST_SUITE_END()
