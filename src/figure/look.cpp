// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "figure/figure.h"

namespace kinescript {

Look look_from(const std::string& person, const std::string& age, const std::string& skin) {
  Look look;
  if (person == "woman") {
    look.person = Look::Person::woman;
  } else if (person == "man") {
    look.person = Look::Person::man;
  } else if (!person.empty()) {
    throw Error(ErrorKind::usage, "", "The person is woman or man, not \"" + person + "\".");
  }
  if (!age.empty() && age != "younger" && age != "older")
    throw Error(ErrorKind::usage, "", "The age is younger or older, not \"" + age + "\".");
  look.older = age == "older";
  if (!skin.empty() && (skin.size() != 1 || skin < "1" || skin > "5"))
    throw Error(ErrorKind::usage, "",
                "The skin is 1 (lightest) to 5 (darkest), not \"" + skin + "\".");
  look.skin = skin.empty() ? 0 : skin[0] - '0';
  return look;
}

}  // namespace kinescript
