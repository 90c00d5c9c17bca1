// SPDX-License-Identifier: MIT
// Patients from CSV: how the file is written is found and shown, rows are refused one by one, and
// nothing is stored before somebody says so.
#include "exchange/patient_csv.h"

#include <boost/test/unit_test.hpp>

#include "base/error.h"
#include "base/files.h"
#include "exchange/csv.h"
#include "helpers/desk.h"

using namespace kinescript;

namespace {

std::string utf16(const std::string& ascii, bool little, bool mark) {
  std::string bytes = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

std::string columns_of(const CsvForm& form) {
  std::string text;
  for (const CsvColumn column : form.columns) text += std::string(word(column)) + " ";
  return text;
}

std::string write(const Desk& desk, const std::string& text) {
  const auto path = desk.folder / "patients.csv";
  write_atomically(path, text);
  return path.string();
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(patient_csv_test)

BOOST_AUTO_TEST_CASE(columns_are_known_by_their_headers_in_any_order) {
  const auto csv = read_patient_csv(
      "DOB;Surname;Ward;First Name;Patient ID;Tel.\n1961-04-12;Okafor;3;Ada;R-1;01632 960145\n", {});
  BOOST_TEST(csv.form.header);
  BOOST_TEST(csv.form.delimiter == ';');
  BOOST_TEST(columns_of(csv.form) == "born family - given record phone ");
  BOOST_REQUIRE(csv.rows.size() == 1u);
  BOOST_TEST(csv.rows[0].family == "Okafor");
  BOOST_TEST(csv.rows[0].given == "Ada");
  BOOST_TEST(iso(csv.rows[0].born) == "1961-04-12");
  BOOST_TEST(csv.rows[0].record == "R-1");
  BOOST_TEST(csv.rows[0].line == 2u);
}

BOOST_AUTO_TEST_CASE(columns_without_a_header_are_known_by_what_stands_in_them) {
  const auto csv = read_patient_csv(
      "R-1\tOkafor\tAda\t12.04.1961\nR-2\tLind\tBo\t30.12.1950\nR-3\tMoor\tCy\t01.02.1949\n", {});
  BOOST_TEST(!csv.form.header);
  BOOST_TEST(csv.form.delimiter == '\t');
  BOOST_TEST(columns_of(csv.form) == "record family given born ");
  BOOST_TEST(csv.rows.size() == 3u);
  BOOST_TEST(iso(csv.rows[2].born) == "1949-02-01");
}

BOOST_AUTO_TEST_CASE(every_encoding_gives_the_same_letters) {
  const std::string head = "family,given,born\n";
  const auto family = [&](const std::string& bytes, TextEncoding encoding) {
    const auto csv = read_patient_csv(bytes, {});
    BOOST_TEST(word(csv.form.encoding) == word(encoding));
    return csv.rows.size() == 1 ? csv.rows[0].family : "";
  };
  const std::string rest = "ller,Ada,1961-04-12\n";
  BOOST_TEST(family(head + "M\xC3\xBC" + rest, TextEncoding::utf8) == "M\xC3\xBCller");
  BOOST_TEST(family("\xEF\xBB\xBF" + head + "M\xC3\xBC" + rest, TextEncoding::utf8) ==
             "M\xC3\xBCller");
  BOOST_TEST(family(head + "M\xFC" + rest, TextEncoding::latin1) == "M\xC3\xBCller");
  BOOST_TEST(family(head + "\x8Eller,Ada,1961-04-12\n", TextEncoding::windows_1252) ==
             "\xC5\xBDller");
  for (const bool little : {true, false})
    for (const bool mark : {true, false})
      BOOST_TEST(family(utf16(head + "Mu" + rest, little, mark),
                        little ? TextEncoding::utf16_le : TextEncoding::utf16_be) == "Muller");
  const std::string emoji("\xFF\xFE\x3D\xD8\x00\xDE", 6);  // a surrogate pair
  BOOST_TEST(decode_text(emoji).utf8 == "\xF0\x9F\x98\x80");
}

BOOST_AUTO_TEST_CASE(the_order_of_dates_is_the_one_that_fits_all_or_stays_open) {
  const auto order = [](const std::string& first, const std::string& second) -> std::string {
    const auto found =
        read_patient_csv("family,given,born\nA,B," + first + "\nC,D," + second + "\n", {}).form.dates;
    return found ? std::string(word(*found)) : "open";
  };
  BOOST_TEST(order("03/04/1961", "25/04/1961") == "dmy");
  BOOST_TEST(order("03/04/1961", "04/25/1961") == "mdy");
  BOOST_TEST(order("1961/04/03", "1961-04-25") == "ymd");
  BOOST_TEST(order("3.4.1961", "4.5.1961") == "dmy");
  BOOST_TEST(order("03/04/1961", "04/05/1961") == "open");
  BOOST_TEST(!parse_date_in("03/04/61", DateOrder::day_month_year).has_value());
  BOOST_TEST(!parse_date_in("31/02/1961", DateOrder::day_month_year).has_value());
}

BOOST_AUTO_TEST_CASE(quotes_hold_delimiters_line_breaks_and_quotes) {
  CsvReader reader("a,\"b,\"\"c\"\"\r\nd\",\r\n\r\n\"open,e\nf", ',');
  CsvRecord record;
  BOOST_REQUIRE(reader.next(record));
  BOOST_TEST(record.cells == (std::vector<std::string>{"a", "b,\"c\" d", ""}),
             boost::test_tools::per_element());
  BOOST_REQUIRE(reader.next(record));
  BOOST_TEST(record.line == 4u);
  BOOST_TEST(record.unclosed);
  BOOST_TEST(!reader.next(record));
}

BOOST_AUTO_TEST_CASE(a_file_without_the_needed_columns_says_how_to_name_them) {
  try {
    read_patient_csv("x,y\n1,2\n", {});
    BOOST_FAIL("taken");
  } catch (const Error& error) {
    BOOST_TEST(says(error.what(), "--columns family,given,born"));
  }
  const CsvSaid said{{CsvColumn::given, CsvColumn::family, CsvColumn::born}, {}};
  const auto csv = read_patient_csv("Ada,Okafor,1961-04-12\n", said);
  BOOST_REQUIRE(csv.rows.size() == 1u);
  BOOST_TEST(csv.rows[0].family == "Okafor");
}

BOOST_AUTO_TEST_CASE(nothing_is_stored_before_yes_and_the_second_time_nothing_is_new) {
  const Desk desk("csv_yes");
  const std::string file =
      write(desk, "record,family,given,born\nR-1,Okafor,Ada,13/04/1961\nR-2,Lind,Bo,01/02/1950\n");
  const std::string shown = desk.done({"patient", "import-csv", file});
  BOOST_TEST(says(shown, "day, month, year"), shown);
  BOOST_TEST(says(shown, "would be:  2 new patients"), shown);
  BOOST_TEST(desk.done({"patient", "list"}) == "");
  BOOST_TEST(says(desk.done({"patient", "import-csv", file, "--yes"}), "stored:    2 new patients"));
  const std::string again = desk.done({"patient", "import-csv", file, "--yes"});
  BOOST_TEST(says(again, "0 new patients, 0 changed, 2 the same"), again);
  BOOST_TEST(says(desk.done({"patient", "show", "R-1"}), "born 1961-04-13"));
}

BOOST_AUTO_TEST_CASE(the_same_record_number_changes_the_patient_but_not_into_another_person) {
  const Desk desk("csv_same");
  desk.done({"patient", "add", "--family", "Okafor", "--given", "Ada", "--born", "1961-04-12",
             "--record", "R-1", "--precaution", "ext_intol"});
  desk.done({"patient", "import-csv",
             write(desk, "record,family,given,born,phone\nr-1,Okafor-Lind,Ada,1961-04-12,07700 1\n"),
             "--yes"});
  const std::string shown = desk.done({"patient", "show", "R-1"});
  BOOST_TEST(says(shown, "Okafor-Lind"), shown);
  BOOST_TEST(says(shown, "phone: 07700 1"), shown);
  BOOST_TEST(says(shown, "ext_intol"), shown);
  const Outcome other = desk.type(
      {"patient", "import-csv", write(desk, "record,family,given,born\nR-1,Moor,Cy,1940-01-31\n"),
       "--yes"});
  BOOST_TEST(other.status == 1);
  BOOST_TEST(says(other.out, "line 2: not taken: the record number belongs"), other.out);
  BOOST_TEST(says(desk.done({"patient", "list"}), "Okafor-Lind"));
}

BOOST_AUTO_TEST_CASE(bad_rows_are_refused_one_by_one_without_repeating_them_and_the_others_stored) {
  const Desk desk("csv_rows");
  const Outcome outcome = desk.type(
      {"patient", "import-csv",
       write(desk,
             "record,family,given,born\nR-1,Okafor,Ada,1961-04-12\nR-2,,Bo,1950-01-31\n"
             "R-3,Moor,Cy,1950-02-31\nR-4,Pike,Di\nR-1,Twice,El,1950-01-31\nR-6,Zwart,Fy,2050-01-31\n"
             "R/7,Quill,Gy,1950-01-31\nR-8,Ok,\"Hy,1950-01-31\n"),
       "--yes"});
  BOOST_TEST(outcome.status == 1);
  for (const char* line :
       {"line 3: not taken: the family name is missing", "line 4: not taken: the birth date is no day",
        "line 5: not taken: it has 3 cells, the file has 4 columns",
        "line 6: not taken: an earlier row has the same record number",
        "line 7: not taken: the birth date is still to come",
        "line 8: not taken: the record number has a slash",
        "line 9: not taken: a quotation mark is opened", "stored:    1 new patient,", "7 rows not taken"})
    BOOST_TEST(says(outcome.out, line), line << " in " << outcome.out);
  for (const char* name : {"Moor", "Pike", "Twice", "Zwart", "Quill"})
    BOOST_TEST(!says(outcome.out + outcome.err, name));
  BOOST_TEST(desk.done({"patient", "list"}) == "R-1  Okafor, Ada  born 1961-04-12");
}

BOOST_AUTO_TEST_CASE(dates_that_cannot_be_told_store_nothing_until_somebody_says_their_order) {
  const Desk desk("csv_dates");
  const std::string file = write(desk, "family,given,born\nOkafor,Ada,03/04/1961\n");
  const Outcome open = desk.type({"patient", "import-csv", file, "--yes"});
  BOOST_TEST(open.status == 1);
  BOOST_TEST(says(open.err, "--dates dmy"), open.err);
  BOOST_TEST(desk.done({"patient", "list"}) == "");
  desk.done({"patient", "import-csv", file, "--dates", "mdy", "--yes"});
  BOOST_TEST(says(desk.done({"patient", "list"}), "born 1961-03-04"));
  const Outcome again = desk.type({"patient", "import-csv", file, "--dates", "mdy", "--yes"});
  BOOST_TEST(again.status == 1);
  BOOST_TEST(says(again.out, "is there already"), again.out);
}

BOOST_AUTO_TEST_CASE(a_person_is_known_again_whether_a_list_writes_the_marks_or_not) {
  const Desk desk("csv_marks");
  desk.done({"patient", "add", "--family", "M\u00FCller", "--given", "Zo\u00EB", "--born", "1961-04-12"});
  const Outcome again = desk.type(
      {"patient", "import-csv", write(desk, "family,given,born\nMULLER,Zoe,1961-04-12\n"), "--yes"});
  BOOST_TEST(again.status == 1);
  BOOST_TEST(says(again.out, "is there already"), again.out);
}

BOOST_AUTO_TEST_CASE(ten_thousand_rows_are_stored_at_once) {
  const Desk desk("csv_many");
  std::string text = "record;born;family;given\n";
  for (int i = 0; i < 10000; ++i)
    text += "R-" + std::to_string(i) + ";19" + std::to_string(30 + i % 60) + "-01-" +
            std::to_string(10 + i % 19) + ";Family" + std::to_string(i) + ";Given\n";
  BOOST_TEST(says(desk.done({"patient", "import-csv", write(desk, text), "--yes"}),
                  "stored:    10000 new patients"));
  BOOST_TEST(says(desk.done({"patient", "show", "R-9999"}), "Family9999"));
}

BOOST_AUTO_TEST_SUITE_END()
