// SPDX-License-Identifier: MIT
// One patient on the way to another desk: record, drafts, issued plans with snapshot, PDF and what
// became of them, sealed under a passphrase of its own, which travels another way than the file.
//
//   std::string file = seal_bundle(bundle, passphrase, KeyCost::moderate, randomness);
//   Bundle same = open_bundle(file, passphrase);
//
// On disk, FROZEN: "KSPATIENT1", the bundle's own id (36 bytes), a wrap of its data key under the
// passphrase (store/keyring.h, 114 bytes), one sealed value (store/vault.h) that holds a CBOR map.
//
// Throws Error{damaged} for a file that is none, is cut off or changed; {newer}; {locked} for a wrong
// passphrase.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "plan/people.h"
#include "plan/plan.h"
#include "store/issued_rows.h"
#include "store/keyring.h"

namespace kinescript {

struct Bundle {
  Patient patient;
  Moment changed{};  // when the patient's record was last written
  std::vector<Plan> drafts;
  std::vector<IssuedCopy> plans;  // by number
};

std::string seal_bundle(const Bundle& bundle, std::string_view passphrase, KeyCost cost,
                        const Randomness& randomness);
Bundle open_bundle(std::string_view file, std::string_view passphrase);

}  // namespace kinescript
