// SPDX-License-Identifier: MIT
#include "base/error.h"

namespace kinescript {

Error::Error(ErrorKind kind, std::string where, std::string what)
    : kind_(kind), where_(std::move(where)), message_(std::move(what)) {
  line_ = where_.empty() ? message_ : where_ + ": " + message_;
}

}  // namespace kinescript
